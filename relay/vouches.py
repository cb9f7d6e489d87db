"""Vouches: two different moderators see an appeal, and every change of its payee, before it counts."""

from collections.abc import Sequence
from dataclasses import replace

from domain.appeals import APPROVALS, CHECKS, Appeal, AppealState, Check, Vouch
from domain.cases import Action, Case, CaseKind, CaseState
from domain.errors import Refusal
from domain.people import Person
from relay import appeal_cases, cases
from relay.work import Work
from storage import appeals

_WAITS = {CaseKind.APPEAL: (AppealState.QUEUED,), CaseKind.CHANGE: (AppealState.FROZEN,)}
"""How an appeal stands while each kind of case waits for its two."""


async def tick(work: Work, moderator: Person, case: Case, check: Check) -> None:
    """Note that a moderator has, or has not, done one thing of the checklist themselves."""
    appeal, mine = await _mine(work, moderator, case)
    if check not in CHECKS[case.kind]:
        raise Refusal("tap-stale")
    if mine.approved_at is not None:
        raise Refusal("approve-twice")
    ticked = replace(mine, checks=mine.checks ^ {check})
    await appeals.vouch(work.tx, appeal.id, appeal_cases.version_of(case), ticked)
    await cases.save(work, case)


async def approve(work: Work, moderator: Person, case: Case) -> bool:
    """Count a moderator's yes; whether there are enough now.

    Refusal for the organiser, for whoever said yes before, and while their own checklist is not through.
    """
    appeal, mine = await _mine(work, moderator, case)
    if mine.approved_at is not None:
        raise Refusal("approve-twice")
    if not set(CHECKS[case.kind]) <= mine.checks:
        raise Refusal("approve-check-first")
    given = replace(mine, approved_at=work.now)
    await appeals.vouch(work.tx, appeal.id, appeal_cases.version_of(case), given)
    await cases.record(work, moderator.id, Action.VOUCHED, appeal.code, case.kind)
    enough = len(await approvals(work, appeal, appeal_cases.version_of(case))) >= APPROVALS
    if not enough:
        await cases.save(work, case)
    return enough


async def take_back(work: Work, moderator: Person, case: Case) -> None:
    """Take a moderator's yes back while the other one is missing; Refusal when there is none."""
    appeal, mine = await _mine(work, moderator, case)
    if mine.approved_at is None:
        raise Refusal("approve-none")
    await appeals.vouch(work.tx, appeal.id, appeal_cases.version_of(case), replace(mine, approved_at=None))
    await cases.save(work, case)


async def take_back_last(work: Work, case: Case) -> None:
    """Take back the yes that decided a case, because the decision is undone."""
    for vouch in await approvals(work, await _appeal(work, case), appeal_cases.version_of(case)):
        if vouch.person_id == case.decided_by:
            without = replace(vouch, approved_at=None)
            await appeals.vouch(work.tx, case.subject, appeal_cases.version_of(case), without)


async def approvals(work: Work, appeal: Appeal, version: int) -> Sequence[Vouch]:
    """Who approved a version of an appeal, everybody once and never its organiser."""
    said = await appeals.vouched(work.tx, appeal.id, version)
    return [each for each in said if each.approved_at is not None and each.person_id != appeal.organiser_id]


async def require_approved(work: Work, appeal: Appeal, version: int) -> None:
    """Refusal unless enough different moderators approved a version: nothing is published otherwise."""
    if len(await approvals(work, appeal, version)) < APPROVALS:
        raise Refusal("case-moved-on")


async def _mine(work: Work, moderator: Person, case: Case) -> tuple[Appeal, Vouch]:
    appeal = await _appeal(work, case)
    if case.state is not CaseState.OPEN or appeal.state not in _WAITS.get(case.kind, ()):
        raise Refusal("case-moved-on")
    if moderator.id == appeal.organiser_id:
        raise Refusal("approve-own")
    said = await appeals.vouched(work.tx, appeal.id, appeal_cases.version_of(case))
    mine = next((vouch for vouch in said if vouch.person_id == moderator.id), None)
    return appeal, mine or Vouch(moderator.id, frozenset())


async def _appeal(work: Work, case: Case) -> Appeal:
    appeal = await appeals.locked(work.tx, case.subject)
    if appeal is None:
        raise Refusal("case-moved-on")
    return appeal
