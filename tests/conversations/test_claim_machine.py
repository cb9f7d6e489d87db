"""Claims in long stories made up by chance: guesses, volunteers, disputes, decisions taken back, time.

The stories are played by the use cases themselves. The test keeps its own count of guesses and says
beforehand what each one must bring; after every step reports, claims, conversations and cases must agree.
A walk with weights rather than a machine of Hypothesis: two people have to prove the same before anything
can go wrong, and rules drawn evenly seldom come so far.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, select

from domain.cases import DECISIONS, Case, CaseKind
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState
from domain.documents import AUTHORITIES, LIVE_STATES, ProofKind, Report, ReportState
from domain.errors import Refusal
from domain.forms import CLAIM, FOUND, HAND_IN, HANDOVER, STATEMENT, Draft
from domain.ids import Ids
from domain.people import Person
from domain.policy import Policy
from locales.catalog import Catalog
from relay import claims, conversations, documents, forms, handovers, moderation, people, privacy
from relay.claims import Disputed, Proven, Way, Wrong
from relay.places import Gazetteer
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from storage import cases as stored_cases
from storage import claims as stored_claims
from storage import conversations as stored
from storage import documents as reports
from storage import schema
from storage.transaction import Database
from tests.conftest import START
from tests.conversations.machine import Disk, emptied
from tests.conversations.steps import TAIL, YEAR

T = TypeVar("T")
Action = Callable[[Work, Person], Awaitable[T]]
Facts = tuple[str, str]

RIGHT: Facts = (TAIL, YEAR)
GUESSES: tuple[Facts, ...] = (RIGHT, RIGHT, ("7777", YEAR), (TAIL, "1950"), ("7777", "1950"))
FINDER, CLAIMANTS, MODERATOR = 1, (2, 3, 4), 9
REPORTS = 2
A_DAY = timedelta(hours=24)
AT_ONCE = 0.8
"""How likely a claimant answers before anything else happens."""

POLICY = Policy(
    bot_username="tabyldy_bot",
    channel=None,
    channel_language="en",
    moderators_chat=None,
    owner_ids=(),
    zone=ZoneInfo("Asia/Tashkent"),
    claims_per_day=1000,
    new_for=timedelta(0),
    tries_per_report=2,
    tries_per_person=3,
    tries_at_report=4,
)


@dataclass
class World:
    """One database for all examples, emptied before each; a loop of its own."""

    runner: asyncio.Runner
    database: Database

    def begun(self) -> Relay:
        self.runner.run(emptied(self.database))
        ids = Ids(random.Random(1).randbytes)
        return Relay(self.database, SandboxClock(START), POLICY, Catalog.load(), Gazetteer.load(), ids)


@dataclass(frozen=True)
class Standing:
    """All there is to compare, as it stands after a step."""

    reports: list[Report]
    claims: list[Claim]
    going: list[Conversation]
    waiting: list[Case]


class ClaimStory:
    """One walk; `told` is what happened, for whoever has to find out why it went wrong."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.relay = world.begun()
        self.clock: SandboxClock = self.relay.clock  # type: ignore[assignment]  # it was given one
        self.chance = random.Random(seed)
        self.tries: list[tuple[datetime, int, str]] = []
        self.forms: dict[int, Draft] = {}
        self.told: list[str] = []
        self.verdicts: Counter[str] = Counter()
        self.codes = [self.does(FINDER, self._report) for _ in range(REPORTS)]

    def goes(self, steps: int) -> None:
        """Take so many steps, and look around after each."""
        for _ in range(steps):
            [step] = self.chance.choices([act for act, _ in _STEPS], [weight for _, weight in _STEPS])
            self.told.append(step.__name__)
            step(self)
            now = self._standing()
            for report in now.reports:
                nothing_is_handed_to_two(now, report)
            whoever_waits_for_moderators_has_one_case(now)
            what_is_over_leaves_nothing_open(now)

    def does(self, person: int, action: Action[T]) -> T:
        async def act(work: Work) -> T:
            return await action(work, await people.meet(work, person, "en"))

        return self.world.runner.run(self.relay.work(act))

    def tries_to(self, person: int, action: Action[T]) -> T | None:
        """Do what may be refused."""
        try:
            done = self.does(person, action)
        except Refusal as refusal:
            self.told[-1] += f" by {person}: {refusal.text_id}"
            return None
        self.told[-1] += f" by {person}: done"
        return done

    # what people do

    def claims(self) -> None:
        """Say "mine" and, mostly at once, answer."""
        person, code = self.chance.choice(CLAIMANTS), self.chance.choice(self.codes)

        async def claim(work: Work, known: Person) -> Draft | None:
            found, way = await claims.way(work, known, code)
            if way is Way.PROVE:
                assert self._left(person, found.id) > 0
                return await forms.begin(work, known, CLAIM, {ProofKind.ISSUE_PLACE: ""}, found.id)
            assert way is not Way.STATE or self._left(person, found.id) == 0
            return None

        draft = self.tries_to(person, claim)
        if draft is not None:
            self.forms[person] = draft
        if self.chance.random() < AT_ONCE:
            self._answers(person)

    def answers_late(self) -> None:
        self._answers(self.chance.choice(CLAIMANTS))

    def _answers(self, person: int) -> None:
        draft = self.forms.get(person)
        if draft is None:
            return
        facts = self.chance.choice(GUESSES)
        answered = {"number_tail": facts[0], "birth_year": facts[1]}
        report = draft.subject or ""
        left = self._left(person, report)

        async def prove(work: Work, known: Person) -> claims.Verdict:
            return await claims.prove(work, known, replace(draft, answers={**draft.answers, **answered}))

        verdict = self.tries_to(person, prove)
        if verdict is None:
            return
        if left:
            self.tries.append((self.clock.now(), person, report))
        self.verdicts[f"{type(verdict).__name__} {left}"] += 1
        if left and facts == RIGHT:
            assert isinstance(verdict, Proven | Disputed)
        else:
            assert verdict == Wrong(self._left(person, report))

    def asks_a_volunteer(self) -> None:
        code = self.chance.choice(self.codes)

        async def state(work: Work, known: Person) -> None:
            found = await documents.public_report(work, code)
            draft = await forms.begin(work, known, STATEMENT, subject=found.id)
            await claims.state(work, known, replace(draft, answers={"words": "it is mine"}))

        self.tries_to(self.chance.choice(CLAIMANTS), state)

    def stops(self) -> None:
        async def stop(work: Work, known: Person) -> None:
            for conversation, _ in (await conversations.of_person(work, known))[:1]:
                await conversations.stop(work, known, conversation)

        self.tries_to(self.chance.choice((FINDER, *CLAIMANTS)), stop)

    def is_asked_for_money(self) -> None:
        async def complain(work: Work, known: Person) -> None:
            for conversation, _ in (await conversations.of_person(work, known))[:1]:
                await conversations.complain(work, known, conversation, CaseKind.MONEY, None)

        self.tries_to(self.chance.choice((FINDER, *CLAIMANTS)), complain)

    def is_said_to_be_about_them(self) -> None:
        code = self.chance.choice(self.codes)
        person = self.chance.choice(CLAIMANTS)
        self.tries_to(person, lambda work, known: moderation.about_me(work, known, code))

    def erases_themselves(self) -> None:
        person = self.chance.choice(CLAIMANTS)
        self.forms.pop(person, None)
        self.tries_to(person, privacy.erase)

    def hands_over(self) -> None:
        async def hand_over(work: Work, known: Person) -> None:
            for conversation, _ in (await conversations.of_person(work, known))[:1]:
                draft = await forms.begin(work, known, HANDOVER, subject=conversation.id)
                await handovers.by_code(work, known, replace(draft, answers={"code": conversation.code}))

        self.tries_to(FINDER, hand_over)

    def hands_in(self) -> None:
        code = self.chance.choice(self.codes)
        answers = {"handed_to": "police", "handed_place": "the office"}

        async def hand_in(work: Work, known: Person) -> None:
            found = await reports.find_code(work.tx, code)
            draft = await forms.begin(work, known, HAND_IN, subject=found.id if found else "")
            await documents.hand_in(work, known, replace(draft, answers=answers))

        self.tries_to(FINDER, hand_in)

    def something_else_is_found(self) -> None:
        """A report of which nothing more can come gives way to a new one."""
        for place, report in enumerate(self._standing().reports):
            if report.state not in LIVE_STATES or report.state is ReportState.WITH_AUTHORITIES:
                self.codes[place] = self.does(FINDER, self._report)

    # what moderators and the clock do

    def is_decided(self) -> None:
        waiting = self._standing().waiting
        if waiting:
            case = self.chance.choice(waiting)
            decision = self.chance.choice(DECISIONS[case.kind])
            self.told[-1] += f" {case.kind} {decision}"
            self.tries_to(MODERATOR, lambda work, known: moderation.decide(work, known, case.id, decision))

    def is_taken_back(self) -> None:
        back = self.chance.randint(0, 1)

        async def undo(work: Work, known: Person) -> None:
            decided = select(schema.cases.c.id).where(schema.cases.c.decided_at.is_not(None))
            newest = decided.order_by(schema.cases.c.decided_at.desc(), schema.cases.c.id).limit(back + 1)
            ids = list((await work.tx.execute(newest)).scalars())
            await moderation.undo(work, known, ids[-1] if ids else "")

        self.tries_to(MODERATOR, undo)

    def time_passes(self) -> None:
        self.clock.wind(self.chance.choice((timedelta(minutes=1), timedelta(minutes=6), timedelta(hours=13))))

    # looking things up

    def _left(self, person: int, report: str) -> int:
        """How many guesses a person has left, by the test's own count."""
        fresh = [one for one in self.tries if one[0] > self.clock.now() - A_DAY]
        here = sum(1 for _, someone, where in fresh if (someone, where) == (person, report))
        anywhere = sum(1 for _, someone, _ in fresh if someone == person)
        by_all = sum(1 for _, _, where in fresh if where == report)
        left = (
            POLICY.tries_per_report - here,
            POLICY.tries_per_person - anywhere,
            POLICY.tries_at_report - by_all,
        )
        return max(0, min(left))

    async def _report(self, work: Work, finder: Person) -> str:
        told = {"type": "passport", "country": "KZ", "name": "ИСРАИЛОВ ЖАҢАБАЙ", "place": "базар"}
        facts = {
            "number_tail": TAIL,
            "birth_year": YEAR,
            "day": work.today.isoformat(),
            "whereabouts": "finder",
        }
        draft = await forms.begin(work, finder, FOUND, {**told, **facts})
        return (await documents.save_report(work, finder, draft)).code

    def _standing(self) -> Standing:
        async def look(work: Work, _: Person) -> Standing:
            found = [await reports.find_code(work.tx, code) for code in self.codes]
            made = [await stored_claims.get(work.tx, one) for one in await _ids(work, schema.claims.c.id)]
            talks = [await stored.get(work.tx, one) for one in await _ids(work, schema.conversations.c.id)]
            return Standing(
                [report for report in found if report],
                [claim for claim in made if claim],
                [talk for talk in talks if talk and talk.state is not ConversationState.ENDED],
                list(await stored_cases.oldest_open(work.tx, 1000)),
            )

        return self.does(MODERATOR, look)


_STEPS: tuple[tuple[Callable[[ClaimStory], None], int], ...] = (
    (ClaimStory.claims, 30),
    (ClaimStory.answers_late, 5),
    (ClaimStory.asks_a_volunteer, 8),
    (ClaimStory.stops, 4),
    (ClaimStory.is_asked_for_money, 3),
    (ClaimStory.is_said_to_be_about_them, 2),
    (ClaimStory.erases_themselves, 2),
    (ClaimStory.hands_over, 3),
    (ClaimStory.hands_in, 1),
    (ClaimStory.something_else_is_found, 8),
    (ClaimStory.is_decided, 14),
    (ClaimStory.is_taken_back, 9),
    (ClaimStory.time_passes, 8),
)
"""What may happen next, and how often it does."""


def nothing_is_handed_to_two(now: Standing, report: Report) -> None:
    of_it = [claim for claim in now.claims if claim.report_id == report.id]
    accepted = [claim for claim in of_it if claim.state is ClaimState.ACCEPTED]
    going = [talk for talk in now.going if talk.report_id == report.id]
    assert len(accepted) <= 1
    assert len(going) <= 1
    for talk in going:
        assert talk.claim_id == accepted[0].id
        assert talk.owner_id == accepted[0].person_id != talk.finder_id == report.finder_id
    if report.state in {ReportState.OPEN, ReportState.WITH_AUTHORITIES}:
        assert not accepted
        assert not going
    if report.state is ReportState.CLAIMED:
        assert len(going) == 1
    if report.is_public:
        assert (report.whereabouts in AUTHORITIES) == (report.state is ReportState.WITH_AUTHORITIES)


def whoever_waits_for_moderators_has_one_case(now: Standing) -> None:
    kinds = {ClaimState.ASKED: CaseKind.CLAIM, ClaimState.DISPUTED: CaseKind.DISPUTE}
    asked = sorted((claim.id, kinds[claim.state]) for claim in now.claims if claim.state in kinds)
    assert asked == sorted((case.subject, case.kind) for case in now.waiting if case.kind in kinds.values())


def what_is_over_leaves_nothing_open(now: Standing) -> None:
    over = {report.id for report in now.reports if report.state not in LIVE_STATES}
    assert not [talk for talk in now.going if talk.report_id in over]
    conduct = (CaseKind.MONEY, CaseKind.COMPLAINT)  # nobody settles these by ending their report
    assert not [case for case in now.waiting if case.report_id in over and case.kind not in conduct]


async def _ids(work: Work, column: "Column[str]") -> list[str]:
    return list((await work.tx.execute(select(column))).scalars())


@pytest.fixture
def world(disk: Disk) -> Iterator[World]:
    with asyncio.Runner() as runner:
        database = runner.run(disk.open())
        yield World(runner, database)
        runner.run(database.close())


def _plays(world: World, seed: int, steps: int) -> Counter[str]:
    story = ClaimStory(world, seed)
    try:
        story.goes(steps)
    except BaseException:
        print(f"seed {seed}", *story.told, sep="\n")  # noqa: T201 - shown when it fails, to follow it
        raise
    return story.verdicts


@pytest.mark.thorough
def test_no_story_breaks_claims(world: World) -> None:
    met = _plays(world, 8, steps=40)
    assert {"Proven", "Disputed", "Wrong"} == {verdict.split()[0] for verdict in met}, "a story too tame"


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(2, 12))
def test_no_long_story_breaks_claims(world: World, seed: int) -> None:
    _plays(world, seed, steps=150)
