"""Cases of every kind, decided at random, by two at once, taken back: nothing takes effect twice."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from domain.cases import DECISIONS, Case, CaseKind, CaseState, Decision
from domain.claims import ClaimState
from domain.conversations import ConversationState
from domain.documents import PUBLIC_STATES, ReportState
from domain.errors import Refusal
from domain.people import Person as Known
from relay import moderation
from relay.work import Work
from sandbox.person import Person
from storage import cases, claims, conversations, documents
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.moderating import (
    asks_volunteer,
    complains,
    does,
    hands_over,
    log_of,
    proves,
    stops,
    thanks,
)
from tests.conversations.steps import words

NAMES = ("ИСРАИЛОВ ЖАҢАБАЙ", "ОМАРОВА ДИНА", "ЛАЗАРЕВА ВЕРА", "КЕНЖЕБЕКОВ АРМАН")
VERBS = (*(str(decision) for kind in CaseKind for decision in DECISIONS[kind]), "undo", "hide", "ban.week")
WAITS = (timedelta(seconds=40), timedelta(minutes=3), timedelta(minutes=6))
PUBLIC = {ReportState.OPEN: "post-found", ReportState.WITH_AUTHORITIES: "post-found"}
QUIET_CLAIM = {CaseKind.CLAIM: ClaimState.ASKED, CaseKind.DISPUTE: ClaimState.DISPUTED}


@dataclass
class Story:
    """A page at work: its people, its reports, and how often what was accepted."""

    desk: Desk
    chance: random.Random
    people: list[Person]
    moderators: list[Person]
    codes: list[str] = field(default_factory=list)
    case_by_card: dict[int, str] = field(default_factory=dict)
    accepted: Counter[str] = field(default_factory=Counter)

    async def step(self) -> None:
        """One thing that happens."""
        if not self.codes or (len(self.codes) < len(NAMES) and self.chance.random() < 0.1):
            finder = self.chance.choice(self.people)
            self.codes.append(await reported(self.desk, finder, NAMES[len(self.codes)]))
        elif self.chance.random() < 0.6:
            await self._decided()
        elif self.chance.random() < 0.2:
            self.desk.world.clock.wind(self.chance.choice(WAITS))
        else:
            await self._called()
        self._learn_cards()

    async def _called(self) -> None:
        """Somebody does what brings a case about; often they may not."""
        person, code = self.chance.choice(self.people), self.chance.choice(self.codes)
        kind = self.chance.choice([CaseKind.MONEY, CaseKind.COMPLAINT, CaseKind.ABSENCE])
        acts = (
            lambda: asks_volunteer(self.desk, person, code),
            lambda: proves(self.desk, person, code),
            lambda: complains(self.desk, person, kind),
            lambda: stops(self.desk, person),
            lambda: self._hides(person, code),
            lambda: hands_over(self.desk, person),
            lambda: thanks(self.desk, person, code, "Home again"),
        )
        try:
            await self.chance.choices(acts, (5, 5, 4, 1, 2, 1, 2))[0]()
        except (Refusal, ValueError):  # not allowed, or the person talks with nobody or with several
            return

    async def _hides(self, person: Person, code: str) -> None:
        async def hide(work: Work, known: Known) -> None:
            await moderation.about_me(work, known, code)

        await does(self.desk, person, hide)

    async def _decided(self) -> None:
        """One or two moderators tap, in the same moment, on the same card or not."""
        cards = list(self.case_by_card)
        if not cards:
            return
        taps = [self._tap(self.chance.choice(cards[-6:])) for _ in range(self.chance.randint(1, 2))]
        await self.desk.settle()
        for query, verb in taps:
            toast = self.desk.world.toast(query)
            done = words("ru", "ban-done") if verb.startswith("ban") else ""
            if toast == done:
                self.accepted[verb.partition(".")[0]] += 1

    def _tap(self, card: int) -> tuple[str, str]:
        offered = [
            str(button.get("callback_data", "")).split(":", 2)[-1]
            for button in self.desk.moderators.messages[card].buttons
        ]
        fit = [verb for verb in offered if not verb.startswith("menu")]
        verb = self.chance.choice(fit if fit and self.chance.random() < 0.8 else VERBS)
        data = f"case:{self.case_by_card[card]}:{verb}"
        who = self.chance.choice(self.moderators).id
        return self.desk.world.tap(who, self.desk.moderators.id, card, data), verb

    def _learn_cards(self) -> None:
        for message in self.desk.to_moderators:
            held = [str(button.get("callback_data", "")) for button in message.buttons]
            if held and held[0].startswith("case:"):
                self.case_by_card[message.id] = held[0].split(":")[1]

    async def check(self) -> None:
        """Nothing has taken effect twice, and everything agrees with everything."""
        await self._check_log()
        for case in await self.desk.app.relay.work(self._all_cases):
            self._check_card(case)
        for code in self.codes:
            await self._check_report(code)

    async def _check_log(self) -> None:
        logged = Counter(action for action, _ in await log_of(self.desk))
        decided = sum(self.accepted[str(one)] for one in Decision)
        assert logged["decided"] == decided
        assert logged["undone"] == self.accepted["undo"]
        assert logged["banned"] == self.accepted["ban"]

    async def _all_cases(self, work: Work) -> list[Case]:
        found = [await cases.get(work.tx, case_id) for case_id in set(self.case_by_card.values())]
        return [case for case in found if case]

    def _check_card(self, case: Case) -> None:
        ids = [card for card, shown in self.case_by_card.items() if shown == case.id]
        for message in (self.desk.moderators.messages[card] for card in ids):
            said = [one for one in Decision if words("ru", f"decided-{one}") in message.text]
            assert said == ([case.decision] if case.decision else [])
            if case.state is CaseState.OPEN:
                assert len(message.buttons) > 1
            elif case.decision is Decision.SETTLED:
                assert message.buttons == []

    async def _check_report(self, code: str) -> None:
        state, talks, claim_states, waiting = await self.desk.app.relay.work(lambda work: _look(work, code))
        assert len(talks) <= 1, "never two owners"
        if state is not ReportState.HIDDEN:
            assert bool(talks) is (state is ReportState.CLAIMED)
        if talks:
            assert claim_states[talks[0]] is ClaimState.ACCEPTED
        for kind, claim_state in QUIET_CLAIM.items():
            asked = {case.subject for case in waiting if case.kind is kind}
            assert asked == {one for one, is_in in claim_states.items() if is_in is claim_state}
        assert any(case.kind is CaseKind.REVIEW for case in waiting) is (state is ReportState.QUEUED)
        assert any(case.kind is CaseKind.ABOUT_ME for case in waiting) is (state is ReportState.HIDDEN)
        self._check_post(code, state)
        self._check_notices(code, state, list(claim_states.values()))

    def _check_post(self, code: str, state: ReportState) -> None:
        posts = [post.text for post in self.desk.posts if code in post.text]
        assert len(posts) <= 1, "never two posts of one report"
        if state in PUBLIC_STATES:
            text_id = "post-claimed" if state is ReportState.CLAIMED else "post-found"
            assert words("ru", text_id, card="").strip() in posts[0]
        elif posts:
            ending = "returned" if state is ReportState.RETURNED else "closed"
            assert posts == [words("ru", f"post-{ending}", code=code)]

    def _check_notices(self, code: str, state: ReportState, claim_states: list[ClaimState]) -> None:
        refused = [words(one.language, "claim-refused-notice", code=code) for one in self.people]
        told = sum(person.told(text) for person, text in zip(self.people, refused, strict=True))
        assert told == claim_states.count(ClaimState.REFUSED), "who is refused has one notice of it"
        approved = [
            message.text
            for person in self.people
            for message in person.messages
            if message.text == words(person.language, "review-approved-finder", code=code)
        ]
        assert len(approved) <= 1
        assert state is not ReportState.QUEUED or approved == []


async def _look(work: Work, code: str) -> tuple[ReportState, list[str], dict[str, ClaimState], list[Case]]:
    """A report's state, the claims behind the conversations that go on, all claims, the open cases."""
    report = await documents.find_code(work.tx, code)
    assert report is not None
    talks = await conversations.all_of_report(work.tx, report.id)
    made = await claims.of_report(work.tx, report.id, *ClaimState)
    return (
        report.state,
        [talk.claim_id for talk in talks if talk.state is not ConversationState.ENDED],
        {claim.id: claim.state for claim in made},
        list(await cases.open_of_report(work.tx, report.id)),
    )


async def _plays(make_desk: MakeDesk, seed: int, steps: int) -> Counter[str]:
    much = dict.fromkeys(("claims_per_day", "hides_per_day", "reports_per_day"), 1000)
    tries = dict.fromkeys(("tries_per_report", "tries_per_person", "tries_at_report"), 1000)
    desk = await make_desk(auto_approve=False, new_for=timedelta(0), **much, **tries)
    people = [
        await acquainted(desk, name, language)
        for name, language in (("Aliya", "kk"), ("Boris", "uz"), ("Dina", "ru"))
    ]
    story = Story(desk, random.Random(seed), people, [desk.moderator("Timur"), desk.moderator("Zarina")])
    for _ in range(steps):
        await story.step()
        await story.check()
    return story.accepted


@pytest.mark.thorough
async def test_whatever_moderators_decide_takes_effect_once(make_desk: MakeDesk) -> None:
    accepted = await _plays(make_desk, 7, 20)
    assert accepted.total() > 3


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(8))
async def test_whatever_moderators_decide_takes_effect_once_in_long_stories(
    make_desk: MakeDesk, seed: int
) -> None:
    await _plays(make_desk, seed, 60)
