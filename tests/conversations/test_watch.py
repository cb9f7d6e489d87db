"""The watch over the stories would notice what it is there to notice."""

from domain.messages import Attachment, AttachmentKind, Content
from relay import people
from relay.work import Work
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import MakeMachine
from tests.conversations.steps import TAIL, YEAR, words
from tests.conversations.watch import faults, leaks, refusals


async def _tells(desk: Desk, person: int, said: str | Content) -> None:
    content = said if isinstance(said, Content) else Content(said)

    async def tell(work: Work) -> None:
        await work.tell((await people.meet(work, person, None)).id, content)

    await desk.app.relay.work(tell)
    await desk.settle()


async def _tells_moderators(desk: Desk, text: str) -> None:
    await desk.app.relay.work(lambda work: work.tell_chat(desk.moderators.id, Content(text)))
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


async def test_moderators_may_read_a_name_and_nobody_a_proof(unwatched: MakeMachine) -> None:
    desk = await unwatched()
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    await waiting(desk, boris, "ОМАРОВА ДИНА", number_tail=TAIL)
    await _tells(desk, boris.id, f"Омарова … {TAIL}")
    for text, seen in (("Исраилов", 0), (TAIL, 1), (YEAR, 2)):
        await _tells_moderators(desk, text)
        assert len(await leaks(desk)) == seen, text
    attached = Content("…", attachment=Attachment(AttachmentKind.FILE, "Исраилов", "all.txt"))
    await _tells(desk, boris.id, attached)
    assert len(await leaks(desk)) == 3
