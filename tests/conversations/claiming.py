"""What a claimant does in the stories: says "mine", answers, asks a volunteer."""

from domain.documents import Report, ReportState
from relay import endings, rulings
from relay.work import Work
from sandbox.person import Person
from storage import documents
from tests.conftest import Desk
from tests.conversations.steps import TAIL, YEAR, data_of, offers

WRONG_TAIL = "7777"
WRONG_YEAR = "1950"


async def says_mine(person: Person, code: str) -> str | None:
    """Tap a "mine" that stands somewhere in the chat; the toast."""
    if not person.messages:
        await person.sends(code)
    return await person.taps_stale(person.messages[-1], f"claim:{code}")


async def tries(person: Person, code: str, *facts: str) -> None:
    """Say "mine" and answer each question; the right tail and year when nothing else is said."""
    await says_mine(person, code)
    for fact in facts or (TAIL, YEAR):
        await person.sends(fact)


async def fails(person: Person, code: str, times: int = 1) -> None:
    """Answer wrongly, so many times."""
    for _ in range(times):
        await tries(person, code, WRONG_TAIL, YEAR)


async def asks_volunteer(person: Person, words: str) -> None:
    """Tap "I can't, ask a volunteer" on the newest message and say why."""
    await person.taps(data_of(person.messages[-1], "state:"))
    await person.sends(words)


def is_connected(person: Person) -> bool:
    """Whether the newest message lets the person write to the other side."""
    return any(str(b.get("callback_data", "")).startswith("talk:") for b in person.messages[-1].buttons)


def may_ask_volunteer(person: Person) -> bool:
    return any(str(b.get("callback_data", "")).startswith("state:") for b in person.messages[-1].buttons)


def may_try_again(person: Person, code: str) -> bool:
    return offers(person, f"claim:{code}")


async def report_of(desk: Desk, code: str) -> Report:
    """The report of a code, however it stands."""

    async def look(work: Work) -> Report:
        report = await documents.find_code(work.tx, code)
        assert report is not None
        return report

    return await desk.app.relay.work(look)


async def state_of(desk: Desk, code: str) -> ReportState:
    return (await report_of(desk, code)).state


async def ends(desk: Desk, code: str, state: ReportState) -> None:
    """Let a report end in a state, or be hidden."""

    async def end(work: Work) -> None:
        report = await documents.find_code(work.tx, code)
        assert report is not None
        if state is ReportState.HIDDEN:
            await rulings.hide(work, report)
        else:
            await endings.finish(work, report, state)

    await desk.app.relay.work(end)
    await desk.settle()
