"""Appeals in any order of what may happen: nothing is public, and no account in force, without two yeses."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from stdnum import luhn

from domain.appeal_forms import APPEAL, PAYEE_CHANGE
from domain.appeals import HAD_MONEY, LIVE, WITH_LEDGER, Appeal, AppealState, Check, Ending, PayeeVersion
from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from domain.messages import DeliveryState
from domain.people import Person
from relay import appeal_care, appeal_cases, appeals, forms, moderation, payee_changes, vouches
from relay.work import Work
from storage import appeals as stored
from storage import cases as stored_cases
from storage import posts
from storage.schema import deliveries, messages
from tests.relay.directory import Directory

ORGANISER = 7_734_512_001
MODERATORS = (7_734_512_011, 7_734_512_012, 7_734_512_013, ORGANISER)
"""The organiser acts in the moderators' chat as well, and must not count."""

DAY = timedelta(days=1)
PHOTO = '{"kind": "photo", "value": "AgACinvented", "name": ""}'

T = TypeVar("T")

who = st.sampled_from(MODERATORS)
kinds = st.sampled_from([CaseKind.APPEAL, CaseKind.CHANGE])
seldom = st.sampled_from([False, False, False, True])
"""What ends everything happens seldom, so that there is something to end."""


@dataclass
class Yes:
    """Who said yes to which version, as the world outside remembers it."""

    of_version: dict[int, set[int]] = field(default_factory=dict)

    def count(self, version: int) -> int:
        return len(self.of_version.get(version, set()) - {ORGANISER})


class Appealing(RuleBasedStateMachine):
    """One appeal at a time on a database of its own; `yes` is what really was said."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Directory()
        self.number = 0
        self.appeal_id = ""
        self.yes = Yes()

    def teardown(self) -> None:
        self.directory.close()

    @initialize(begun=st.sampled_from(["queued", "open", "frozen"]))
    def begins(self, begun: str) -> None:
        """Not every story has to find its own way to the channel."""
        self.asks()
        if begun != "queued":
            self.two_approve_and_time_passes(MODERATORS[0], MODERATORS[1], CaseKind.APPEAL, 1)
        if begun == "frozen":
            self.changes_the_account()

    @rule()
    def asks(self) -> None:
        async def ask(work: Work, person: Person) -> str:
            answers = {**self._payee(), "amount": "5000.00 KZT", "ends": f"{work.today + 30 * DAY}"}
            answers |= {
                "purpose": "treatment", "beneficiary": "Invented Person", "consent": "initial",
                "relation": "family", "words": "An invented need", "starts": "today",
            }  # fmt: skip
            draft = await forms.begin(work, person, APPEAL, answers)
            return (await appeals.ask(work, person, draft)).id

        appeal_id = self._tried(ORGANISER, ask)
        if appeal_id is not None:
            self.appeal_id, self.yes = appeal_id, Yes()

    @rule(moderator=who, kind=kinds, check=st.sampled_from(Check))
    def ticks(self, moderator: int, kind: CaseKind, check: Check) -> None:
        async def tick(work: Work, person: Person) -> None:
            await vouches.tick(work, person, await self._case(work, kind), check)

        self._tried(moderator, tick)

    @rule(moderator=who, kind=kinds)
    def ticks_all_and_approves(self, moderator: int, kind: CaseKind) -> None:
        for check in Check:
            if not self._has_ticked(moderator, kind, check):
                self.ticks(moderator, kind, check)
        self.approves(moderator, kind)

    @rule(first=who, second=who, kind=kinds, days=st.sampled_from([0, 1]))
    def two_approve_and_time_passes(self, first: int, second: int, kind: CaseKind, days: int) -> None:
        for moderator in (first, second):
            self.ticks_all_and_approves(moderator, kind)
        self.time_passes(days)

    @rule(moderator=who, kind=kinds)
    def approves(self, moderator: int, kind: CaseKind) -> None:
        async def approve(work: Work, person: Person) -> int:
            case = await self._case(work, kind)
            await moderation.decide(work, person, case.id, Decision.APPROVE)
            return appeal_cases.version_of(case)

        version = self._tried(moderator, approve)
        if version is not None:
            self.yes.of_version.setdefault(version, set()).add(moderator)

    @rule(moderator=who, kind=kinds)
    def takes_the_yes_back(self, moderator: int, kind: CaseKind) -> None:
        async def take_back(work: Work, person: Person) -> int:
            case = await self._case(work, kind)
            await vouches.take_back(work, person, case)
            return appeal_cases.version_of(case)

        version = self._tried(moderator, take_back)
        if version is not None:
            self.yes.of_version[version].discard(moderator)

    @rule(moderator=who, kind=kinds, now=seldom)
    def rejects(self, moderator: int, kind: CaseKind, now: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        if not now:
            return

        async def reject(work: Work, person: Person) -> int:
            case = await self._case(work, kind)
            await moderation.decide(work, person, case.id, Decision.REJECT, Reason.UNPROVEN)
            return appeal_cases.version_of(case)

        version = self._tried(moderator, reject)
        if version is not None and kind is CaseKind.CHANGE:
            self.yes.of_version.pop(version, None)

    @rule(moderator=who, now=seldom)
    def undoes(self, moderator: int, now: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        if not now:
            return

        async def undo(work: Work, person: Person) -> int | None:
            cases = await stored_cases.all_about(work.tx, [self.appeal_id])
            if not cases:
                raise Refusal("tap-stale")
            case = cases[-1]
            await moderation.undo(work, person, case.id)
            return appeal_cases.version_of(case) if case.decision is Decision.APPROVE else None

        deciding = self._decider()
        version = self._tried(moderator, undo)
        if version is not None and deciding is not None:
            self.yes.of_version[version].discard(deciding)

    @rule()
    def changes_the_account(self) -> None:
        async def change(work: Work, person: Person) -> int:
            draft = await forms.begin(work, person, PAYEE_CHANGE, self._payee(), self.appeal_id)
            return (await payee_changes.propose(work, person, draft)).version + 1

        version = self._tried(ORGANISER, change)
        if version is not None:
            self.yes.of_version[version] = set()

    @rule()
    def keeps_the_account(self) -> None:
        async def keep(work: Work, person: Person) -> None:
            await payee_changes.withdraw(work, person, self.appeal_id)

        self._tried(ORGANISER, keep)

    @rule(now=seldom)
    def takes_the_appeal_back(self, now: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        if not now:
            return

        async def withdraw(work: Work, person: Person) -> None:
            await appeals.withdraw(work, person, self.appeal_id)

        self._tried(ORGANISER, withdraw)

    @rule(now=seldom)
    def ends(self, now: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        if not now:
            return

        async def end(work: Work, person: Person) -> None:
            await appeals.end(work, await appeals.own(work, person, self.appeal_id))

        self._tried(ORGANISER, end)

    @rule(moderator=who, now=seldom)
    def cancels(self, moderator: int, now: bool) -> None:  # noqa: FBT001 - hypothesis gives it
        if not now:
            return

        async def cancel(work: Work, person: Person) -> None:
            appeal = await appeals.by_id(work, self.appeal_id)
            await appeals.cancel(work, person, appeal, Ending(why="invented", money="invented"))

        self._tried(moderator, cancel)

    @rule(days=st.sampled_from([0, 1, 8, 31]))
    def time_passes(self, days: int) -> None:
        self.directory.clock.wind(days * DAY)
        for each in (appeals.publish_next, appeals.redraw, appeal_care.end_due):
            self.directory.does(each)

    @invariant()
    def nothing_is_public_without_two_yeses(self) -> None:
        appeal = self._appeal()
        if appeal is None or appeal.state not in (*HAD_MONEY, AppealState.APPROVED):
            return
        if appeal.state is AppealState.CANCELLED and appeal.opened_at is None:
            return
        assert self.yes.count(appeal.version) >= 2

    @invariant()
    def an_account_in_force_has_two_yeses_and_is_alone(self) -> None:
        appeal = self._appeal()
        if appeal is None:
            return
        in_force = [version for version in self._payees(appeal) if version.since and version.until is None]
        assert len(in_force) <= 1
        assert all(self.yes.count(version.version) >= 2 for version in in_force)
        if appeal.state in (*WITH_LEDGER, AppealState.APPROVED):
            assert [version.version for version in in_force] == [appeal.version]

    @invariant()
    def a_post_shows_the_account_in_force_or_none(self) -> None:
        appeal = self._appeal()
        if appeal is None:
            return
        shown = self._copied(appeal)
        if appeal.state is AppealState.OPEN:
            payee = next(each for each in self._payees(appeal) if each.version == appeal.version)
            assert shown <= {payee.payee.details.value}
        else:
            assert not shown

    @invariant()
    def a_changed_account_was_told_below_the_post(self) -> None:
        appeal = self._appeal()
        if appeal is not None and appeal.state in LIVE:
            assert (appeal.changed_at is not None) == (appeal.version > 1)

    def _payee(self) -> dict[str, str]:
        self.number += 1
        body = f"44004301{self.number:07d}"
        card = body + luhn.calc_check_digit(body)
        return {
            "payee": "recipient", "payee_name": "Invented Person", "how": "card",
            "details": f"card::{card}", "papers": PHOTO,
        }  # fmt: skip

    def _tried(self, telegram_id: int, action: Callable[[Work, Person], Awaitable[T]]) -> T | None:
        try:
            return self.directory.by(telegram_id, action)
        except Refusal:
            return None

    async def _case(self, work: Work, kind: CaseKind) -> Case:
        waiting = await stored_cases.open_about(work.tx, self.appeal_id, kind)
        if not waiting:
            raise Refusal("case-moved-on")
        return waiting[0]

    def _appeal(self) -> Appeal | None:
        return self.directory.does(lambda work: stored.get(work.tx, self.appeal_id))

    def _payees(self, appeal: Appeal) -> list[PayeeVersion]:
        async def look(work: Work) -> list[PayeeVersion]:
            versions = range(1, appeal.version + 2)
            found = [await stored.payee_of(work.tx, appeal.id, version) for version in versions]
            return [each for each in found if each is not None]

        return self.directory.does(look)

    def _copied(self, appeal: Appeal) -> set[str]:
        """What the copy buttons of the appeal's posts copy, by the last that was written of each."""

        async def look(work: Work) -> set[str]:
            written = select(messages.c.id, messages.c.content).join(
                deliveries, deliveries.c.message == messages.c.id
            )
            standing = {post.delivery for post in await posts.of_item(work.tx, appeal.id)}
            waiting = deliveries.c.state == DeliveryState.QUEUED.value
            rows = await work.tx.execute(written.where(deliveries.c.id.in_(standing), waiting))
            held = [json.loads(work.tx.vault.open(row.content, f"messages.content.{row.id}")) for row in rows]
            buttons = [button for content in held for line in content["buttons"] for button in line]
            return {button["copy"] for button in buttons if button["copy"]}

        return self.directory.does(look)

    def _has_ticked(self, moderator: int, kind: CaseKind, check: Check) -> bool:
        async def look(work: Work, person: Person) -> bool:
            waiting = await stored_cases.open_about(work.tx, self.appeal_id, kind)
            if not waiting:
                return True
            said = await stored.vouched(work.tx, self.appeal_id, appeal_cases.version_of(waiting[0]))
            return any(vouch.person_id == person.id and check in vouch.checks for vouch in said)

        return self.directory.by(moderator, look)

    def _decider(self) -> int | None:
        """Who decided the last case about the appeal."""

        async def look(work: Work) -> int | None:
            cases = await stored_cases.all_about(work.tx, [self.appeal_id])
            if not cases or cases[-1].decided_by is None:
                return None
            return (await work.person(cases[-1].decided_by)).telegram_id

        return self.directory.does(look)


TestAppealing = Appealing.TestCase
TestAppealing.settings = settings(max_examples=25, stateful_step_count=30)
