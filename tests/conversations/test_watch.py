"""The watch over the stories would notice what it is there to notice."""

from domain.messages import Content
from relay import people
from relay.work import Work
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine
from tests.conversations.steps import TAIL, YEAR, words
from tests.conversations.watch import faults, leaks, refusals


async def _tells(desk: Desk, person: int, text: str) -> None:
    async def tell(work: Work) -> None:
        await work.tell((await people.meet(work, person, None)).id, Content(text))

    await desk.app.relay.work(tell)
    await desk.settle()


async def test_it_sees_secrets_faults_and_what_telegram_refuses(unwatched: MakeMachine) -> None:
    desk = await unwatched()
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    assert (await leaks(desk), faults(desk), refusals(desk)) == ([], [], [])
    for secret in ("Исраилов", TAIL, YEAR):
        before = len(await leaks(desk))
        await _tells(desk, boris.id, f"… {secret} …")
        assert len(await leaks(desk)) == before + 1
    await _tells(desk, boris.id, words("ru", "fault"))
    assert len(faults(desk)) == 1
    await _tells(desk, boris.id, "<b>broken")
    assert len(refusals(desk)) == 1
