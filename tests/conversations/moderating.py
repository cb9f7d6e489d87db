"""Cases brought about by the use cases themselves, moderators' taps on their cards, and how things stand."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Table, select

from domain.cases import Case, CaseKind, CaseState
from domain.conversations import ConversationState
from domain.documents import ProofKind, Report
from domain.forms import CLAIM, HANDOVER, STATEMENT, STORY, Draft, Form
from domain.people import Person as Known
from relay import claims, conversations, forms, handovers, people, stories
from relay.work import Work
from sandbox.clock import SandboxClock
from sandbox.person import Person
from sandbox.world import World
from storage import cases, documents, schema
from storage import claims as stored_claims
from storage import conversations as stored
from storage.people import get
from tests.conftest import START, Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.steps import TAIL, YEAR, words

if TYPE_CHECKING:
    from sandbox.messages import Message

T = TypeVar("T")

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
SIGNS = "A green cover with a torn corner"
"""What a claimant tells a volunteer."""


@dataclass(frozen=True)
class Two:
    """A finder, who speaks Kazakh, and the code of their report; with who claims it, in Uzbek and Russian."""

    code: str
    finder: Person
    first: Person
    second: Person


async def three_people(desk: Desk) -> Two:
    """A document reported, and two people who may say that it is theirs."""
    finder = await acquainted(desk, "Aliya", "kk")
    first, second = await acquainted(desk, "Boris", "uz"), await acquainted(desk, "Dina", "ru")
    return Two(await reported(desk, finder, NAME), finder, first, second)


async def does(desk: Desk, person: Person, action: Callable[[Work, Known], Awaitable[T]]) -> T:
    """Let a person do something by a use case, and everybody hear of it."""

    async def act(work: Work) -> T:
        return await action(work, await people.meet(work, person.id, None))

    done = await desk.app.relay.work(act)
    await desk.settle()
    return done


async def asks_volunteer(desk: Desk, claimant: Person, code: str, said: str = SIGNS) -> None:
    """Claim a report and ask a volunteer to look."""

    async def ask(work: Work, known: Known) -> None:
        report, _ = await claims.way(work, known, code)
        await claims.state(work, known, await _filled(work, known, STATEMENT, {"words": said}, report.id))

    await does(desk, claimant, ask)


async def proves(desk: Desk, claimant: Person, code: str) -> None:
    """Claim a report and answer the secret facts rightly."""

    async def prove(work: Work, known: Known) -> None:
        report, _ = await claims.way(work, known, code)
        facts: dict[str, str] = {
            ProofKind.NUMBER_TAIL: TAIL,
            ProofKind.BIRTH_YEAR: YEAR,
            ProofKind.ISSUE_PLACE: "",
        }
        await claims.prove(work, known, await _filled(work, known, CLAIM, facts, report.id))

    await does(desk, claimant, prove)


async def complains(desk: Desk, person: Person, kind: CaseKind) -> None:
    """Call moderators to the person's one conversation."""

    async def complain(work: Work, known: Known) -> None:
        [(talk, _)] = await conversations.of_person(work, known)
        if kind is CaseKind.ABSENCE:
            await conversations.call_volunteer(work, known, talk.id)
        else:
            await conversations.complain(work, known, talk, kind, None)

    await does(desk, person, complain)


async def stops(desk: Desk, person: Person) -> str:
    """End the person's one conversation; its id."""

    async def stop(work: Work, known: Known) -> str:
        [(talk, _)] = await conversations.of_person(work, known)
        await conversations.stop(work, known, talk)
        return talk.id

    return await does(desk, person, stop)


async def calls_after_the_end(desk: Desk, person: Person, talk_id: str) -> None:
    """Ask a volunteer by the button that an ended conversation leaves."""
    await does(desk, person, lambda work, known: conversations.call_volunteer(work, known, talk_id))


async def hands_over(desk: Desk, finder: Person) -> None:
    """Give the document of the finder's one conversation back, proven by the code."""

    async def hand_over(work: Work, known: Known) -> None:
        [(talk, _)] = await conversations.of_person(work, known)
        filled = await _filled(work, known, HANDOVER, {"code": talk.code}, talk.id)
        await handovers.by_code(work, known, filled)

    await does(desk, finder, hand_over)


async def thanks(desk: Desk, person: Person, code: str, said: str) -> None:
    """Offer a line of thanks for the channel."""

    async def thank(work: Work, known: Known) -> None:
        report = await _report(work, code)
        await stories.offer(work, known, await _filled(work, known, STORY, {"words": said}, report.id))

    await does(desk, person, thank)


def case_of(card: "Message") -> str:
    """The id of the case that a card shows by its buttons."""
    data = [str(button.get("callback_data", "")) for button in card.buttons]
    ids = {one.split(":")[1] for one in data if one.startswith("case:")}
    assert len(ids) == 1, f"no case in {card.text!r}"
    return ids.pop()


def verbs(card: "Message") -> list[str]:
    """What the buttons of a card do."""
    return [str(button.get("callback_data", "")).split(":", 2)[-1] for button in card.buttons]


async def decides(moderator: Person, card: "Message", verb: str, case: str | None = None) -> str | None:
    """Tap a card's button by what it does, whether or not it is still there; the toast."""
    return await moderator.taps_stale(card, f"case:{case_of(card) if case is None else case}:{verb}")


async def both_decide(
    desk: Desk, card: "Message", first: tuple[Person, str], second: tuple[Person, str]
) -> list[str | None]:
    """Two moderators tap in the same moment; their toasts."""
    case = case_of(card)
    queries = [
        desk.world.tap(who.id, card.chat_id, card.id, f"case:{case}:{verb}") for who, verb in (first, second)
    ]
    await desk.settle()
    return [desk.world.toast(query) for query in queries]


def reads(card: "Message", decision: str, language: str = "ru") -> bool:
    """Whether a card says that this was decided."""
    return words(language, f"decided-{decision}") in card.text


@dataclass(frozen=True)
class Standing:
    """How a report and all that hangs on it stand: by state, people by their Telegram ids.

    `talks` are the conversations that go on, by their owners; `cases` those that wait.
    """

    report: str
    claims: dict[int, str]
    talks: dict[int, str]
    cases: Counter[str]
    post: str | None


async def standing(desk: Desk, code: str) -> Standing:
    """How things stand with a report, and what its post says."""

    async def look(work: Work) -> Standing:
        report = await _report(work, code)
        made = [await stored_claims.get(work.tx, one) for one in await _ids(work, schema.claims, report)]
        return Standing(
            report=report.state,
            claims={await _telegram(work, one.person_id): one.state for one in made if one},
            talks={
                await _telegram(work, talk.owner_id): talk.state
                for talk in await stored.all_of_report(work.tx, report.id)
                if talk.state is not ConversationState.ENDED
            },
            cases=Counter(case.kind.value for case in await cases.open_of_report(work.tx, report.id)),
            post=next((post.text for post in desk.posts if code in post.text), None),
        )

    return await desk.app.relay.work(look)


async def cases_of(desk: Desk, code: str) -> list[Case]:
    """Every case there ever was about a report, the oldest first."""

    async def look(work: Work) -> list[Case]:
        found = [
            await cases.get(work.tx, one) for one in await _ids(work, schema.cases, await _report(work, code))
        ]
        return [case for case in found if case]

    return await desk.app.relay.work(look)


async def open_kinds(desk: Desk, code: str) -> list[CaseKind]:
    """The kinds of the cases that wait about a report."""
    return [case.kind for case in await cases_of(desk, code) if case.state is CaseState.OPEN]


def first_person() -> int:
    """The Telegram id that the first person at any desk gets."""
    twin = World(SandboxClock(START))
    twin.add_group("Moderators", [])
    twin.add_channel("Channel", "tabyldy_test")
    return twin.add_person("Chief", "ru").id


async def log_of(desk: Desk) -> list[tuple[str, str]]:
    """The whole audit log, the oldest first: what was done, and its note."""

    async def look(work: Work) -> list[tuple[str, str]]:
        rows = await work.tx.execute(select(schema.audit).order_by(schema.audit.c.id))
        return [(row.action, row.note) for row in rows]

    return await desk.app.relay.work(look)


async def _filled(work: Work, known: Known, form: Form, answers: dict[str, str], subject: str) -> Draft:
    return await forms.begin(work, known, form, answers, subject)


async def _report(work: Work, code: str) -> Report:
    report = await documents.find_code(work.tx, code)
    assert report is not None
    return report


async def _ids(work: Work, table: Table, report: Report) -> list[str]:
    ids = select(table.c.id).where(table.c.report_id == report.id).order_by(table.c.id)
    return list((await work.tx.execute(ids)).scalars())


async def _telegram(work: Work, person_id: str) -> int:
    return (await get(work.tx, person_id, work.now)).telegram_id
