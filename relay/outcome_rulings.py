"""Rulings about outcomes: a yes closes the appeal and tells everybody, a no asks its organiser once more."""

from collections.abc import Mapping

from domain.appeals import Appeal, AppealState, Ending
from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from relay import appeals, outcomes
from relay.decisions import Former, Ruling
from relay.work import Work
from storage import appeals as stored


async def _accept(work: Work, case: Case, _: Reason | None) -> Former:
    appeal = await _appeal(work, case)
    if case.decided_by in (case.opened_by, appeal.organiser_id):
        raise Refusal("outcome-own")
    closed = await outcomes.accept(work, appeal)
    return _noted(await appeals.tell_organiser(work, closed, "outcome-accepted"))


async def _decline(work: Work, case: Case, reason: Reason | None) -> Former:
    untold = await outcomes.decline(work, await _appeal(work, case))
    organiser = await work.person(untold.organiser_id)
    said = work.catalog.label(organiser.language, f"outcome-refused-{reason or Reason.OTHER}")
    return _noted(await outcomes.ask_organiser(work, untold, "outcome-refused", reason=said))


async def _undecline(work: Work, case: Case) -> None:
    said = {key: case.details.get(key, "") for key in ("words", "explained", "picture")}
    waiting = await outcomes.bring_back(work, await _appeal(work, case), Ending(**said))
    await appeals.tell_organiser(work, waiting, "outcome-refusal-undone")


async def _told_already(_: Work, __: Case) -> None:
    """Everybody has read it."""
    raise Refusal("undo-impossible")


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.OUTCOME, Decision.APPROVE): Ruling(_accept, _told_already),
    (CaseKind.OUTCOME, Decision.REJECT): Ruling(_decline, _undecline),
}


async def _appeal(work: Work, case: Case) -> Appeal:
    appeal = await stored.locked(work.tx, case.subject)
    if appeal is None or appeal.state is not AppealState.ENDED:
        raise Refusal("case-moved-on")
    return appeal


def _noted(notice: str) -> Former:
    return {"notice": notice} if notice else {}
