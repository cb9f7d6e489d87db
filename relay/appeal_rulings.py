"""Rulings about appeals: what the second of two yeses does, and what a no does."""

from collections.abc import Mapping
from dataclasses import replace

from domain.appeals import Appeal, AppealState, Ending
from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from relay import appeal_cards, appeals, payee_changes, vouches
from relay.decisions import Former, Ruling
from relay.work import Work
from storage import appeals as stored


async def _approve(work: Work, case: Case, _: Reason | None) -> Former:
    approved = await appeals.approve(work, await _appeal(work, case, AppealState.QUEUED))
    place = await appeals.place(work, approved)
    return await _tell(work, approved, "appeal-approved", place=place)


async def _unapprove(work: Work, case: Case) -> None:
    """What is in the channel stays there until somebody ends it for a reason that everybody reads."""
    appeal = await _appeal(work, case, AppealState.APPROVED)
    await vouches.take_back_last(work, case)
    waiting = replace(appeal, state=AppealState.QUEUED, approved_at=None)
    await stored.save(work.tx, waiting)
    version = await stored.payee_of(work.tx, appeal.id, appeal.version)
    if version is not None:
        await stored.turn(work.tx, version, since=None, until=None)
    await appeals.tell_organiser(work, waiting, "appeal-approval-undone")


async def _reject(work: Work, case: Case, reason: Reason | None) -> Former:
    appeal = await _appeal(work, case, AppealState.QUEUED)
    why = f"{appeal_cards.REASON}{reason or Reason.OTHER}"
    refused = replace(appeal, state=AppealState.REFUSED, ended_at=work.now, ending=Ending(why=why))
    await stored.save(work.tx, refused)
    return await _tell(work, refused, "appeal-refused-organiser")


async def _unreject(work: Work, case: Case) -> None:
    appeal = await _appeal(work, case, AppealState.REFUSED)
    version = await stored.payee_of(work.tx, appeal.id, appeal.version)
    another = await stored.working_of(work.tx, appeal.organiser_id) is not None
    if (
        version is None
        or another
        or await appeals.is_taken(work, version.payee, appeal.organiser_id, appeal.id)
    ):
        raise Refusal("undo-impossible")
    waiting = replace(appeal, state=AppealState.QUEUED, ended_at=None, ending=Ending())
    await stored.save(work.tx, waiting)
    await appeals.tell_organiser(work, waiting, "appeal-refusal-undone")


async def _change(work: Work, case: Case, _: Reason | None) -> Former:
    going = await payee_changes.accept(work, await _appeal(work, case, AppealState.FROZEN))
    return await _tell(work, going, "appeal-change-accepted")


async def _leave(work: Work, case: Case, reason: Reason | None) -> Former:
    going = await payee_changes.decline(work, await _appeal(work, case, AppealState.FROZEN))
    organiser = await work.person(going.organiser_id)
    said = work.catalog.label(organiser.language, f"appeal-refused-{reason or Reason.OTHER}")
    return await _tell(work, going, "appeal-change-refused", reason=said)


async def _told_already(_: Work, __: Case) -> None:
    """Everybody was told of it below the post: only a new change takes it back, with two again."""
    raise Refusal("undo-impossible")


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.APPEAL, Decision.APPROVE): Ruling(_approve, _unapprove),
    (CaseKind.APPEAL, Decision.REJECT): Ruling(_reject, _unreject),
    (CaseKind.CHANGE, Decision.APPROVE): Ruling(_change, _told_already),
    (CaseKind.CHANGE, Decision.REJECT): Ruling(_leave, _told_already),
}


async def _appeal(work: Work, case: Case, state: AppealState) -> Appeal:
    appeal = await stored.locked(work.tx, case.subject)
    if appeal is None or appeal.state is not state:
        raise Refusal("case-moved-on")
    return appeal


async def _tell(work: Work, appeal: Appeal, text_id: str, **values: str | int) -> Former:
    notice = await appeals.tell_organiser(work, appeal, text_id, **values)
    return {"notice": notice} if notice else {}
