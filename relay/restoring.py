"""Restoring: what a decision ends beside its own subject, and how an undo brings it back."""

from dataclasses import replace

from domain.cases import Case
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState
from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.messages import Content
from relay import cases, claims, conversation_cards, conversations, endings, matches, posts
from relay.decisions import Former
from relay.items import Find
from relay.work import Work
from storage import cases as stored_cases
from storage import claims as stored_claims
from storage import conversations as stored
from storage import documents

_WAITING = (ClaimState.TRIED, ClaimState.ASKED, ClaimState.DISPUTED)
_CLAIM = "claim "
_CASE = "case "


async def end_report(work: Work, report: Report, state: ReportState) -> Former:
    """End a report with all that hangs on it."""
    going = await stored.of_report(work.tx, report.id)
    waiting = await stored_claims.of_report(work.tx, report.id, *_WAITING)
    asked = await stored_cases.open_of_report(work.tx, report.id)
    await endings.finish(work, report, state)
    former: dict[str, str] = {f"{_CLAIM}{claim.id}": claim.state for claim in waiting}
    former |= {f"{_CASE}{case.id}": case.kind for case in asked}
    return former | _talk(going) if going else former


async def bring_back(work: Work, case: Case, state: ReportState) -> Report:
    """Give a rejected report its state back, and all that ended with it; Refusal when it is forgotten."""
    report = await documents.get(work.tx, case.report_id)
    if report is None or report.state is not ReportState.REJECTED or not report.name:
        raise Refusal("undo-impossible")
    report = replace(report, state=state, ended_at=None)
    await documents.save(work.tx, report)
    await matches.index_report(work, report)
    for key, former in case.former.items():
        if key.startswith(_CLAIM):
            await _claim_back(work, key.removeprefix(_CLAIM), ClaimState(former))
        elif key.startswith(_CASE):
            await cases.open_again(work, key.removeprefix(_CASE))
    talk = await stored.get(work.tx, case.former.get("talk", ""))
    if talk is not None and not await _somebody_is_out(work, talk):
        await _go_on(work, talk, case.former["talk_state"])
    return report


async def drop_talk(work: Work, report_id: str) -> Former:
    """Refuse the claimant who talks with the finder, so that the report is open again; both are told."""
    going = await stored.of_report(work.tx, report_id)
    if going is None:
        return {}
    await conversations.hang_up(work, going)
    await conversations.release(work, going)
    await _tell(work, going, going.finder_id, "conversation-ended-by-moderator")
    first = await stored_claims.get(work.tx, going.claim_id)
    notice = {"talk_notice": await claims.refuse(work, first)} if first else {}
    return {**_talk(going), **notice}


async def restore_talk(work: Work, case: Case) -> None:
    """Let a conversation go on as it did before a decision; Refusal when things have moved on."""
    if "talk" not in case.former:
        return
    talk = await stored.get(work.tx, case.former["talk"])
    if talk is None:
        raise Refusal("undo-impossible")
    await reopen(work, talk)
    if "talk_notice" in case.former:
        await take_back_notice(work, talk.report_id, case.former["talk_notice"], talk.owner_id)
    await _go_on(work, talk, case.former["talk_state"])


async def reopen(work: Work, talk: Conversation) -> ClaimState:
    """Let an ended conversation exist again, frozen, its report claimed by it; what its claim was before.

    Refusal when the report has moved on, somebody else is connected, or one side is erased or banned.
    """
    if talk.is_medical:
        return await _reopen_medical(work, talk)
    report = await conversations.report_of(work, talk)
    claim = await stored_claims.get(work.tx, talk.claim_id)
    if claim is None or report.state not in (ReportState.OPEN, ReportState.HIDDEN):
        raise Refusal("case-moved-on")
    if await stored.of_report(work.tx, report.id) is not None or await _somebody_is_out(work, talk):
        raise Refusal("case-moved-on")
    await stored_claims.save(work.tx, replace(claim, state=ClaimState.ACCEPTED))
    await stored.reopen(work.tx, replace(talk, state=ConversationState.FROZEN))
    if report.state is ReportState.OPEN:
        claimed = replace(report, state=ReportState.CLAIMED)
        await documents.save(work.tx, claimed)
        await posts.refresh(work, Find(claimed))
    return claim.state


async def _reopen_medical(work: Work, talk: Conversation) -> ClaimState:
    """The same for who asked and who answered: there is no claim that could have been given to others."""
    item = await conversation_cards.item_of(work, talk)
    if not item.is_public or await _somebody_is_out(work, talk):
        raise Refusal("case-moved-on")
    await stored.reopen(work.tx, replace(talk, state=ConversationState.FROZEN))
    return ClaimState.ACCEPTED


async def take_back_notice(work: Work, report_id: str, notice: str, person_id: str) -> None:
    """Say in place of a decision that it was taken back."""
    await work.amend(notice, person_id, await _undone(work, report_id, person_id))


async def _claim_back(work: Work, claim_id: str, state: ClaimState) -> None:
    claim = await stored_claims.get(work.tx, claim_id)
    if claim is None or (await work.person(claim.person_id)).is_gone:
        return
    await stored_claims.save(work.tx, replace(claim, state=state))
    if state is not ClaimState.TRIED:
        await _tell_claimant(work, claim)


async def _go_on(work: Work, talk: Conversation, state: str) -> None:
    """Let an ended conversation go on in its former state; both are told."""
    frozen = replace(talk, state=ConversationState.FROZEN)
    await stored.reopen(work.tx, frozen)
    if state == ConversationState.OPEN:
        await conversations.thaw(work, frozen)
        return
    for person_id in (talk.finder_id, talk.owner_id):
        await _tell(work, talk, person_id, "conversation-frozen-notice")


async def _somebody_is_out(work: Work, talk: Conversation) -> bool:
    both = [await work.person(person_id) for person_id in (talk.finder_id, talk.owner_id)]
    return any(person.is_gone or person.is_banned for person in both)


async def _tell(work: Work, talk: Conversation, person_id: str, text_id: str) -> None:
    person, item = await work.person(person_id), await conversation_cards.item_of(work, talk)
    text_id = conversation_cards.wording(work, talk, text_id)
    await work.tell(person.id, Content(work.catalog.text(person.language, text_id, code=item.code)))


async def _tell_claimant(work: Work, claim: Claim) -> None:
    await work.tell(claim.person_id, await _undone(work, claim.report_id, claim.person_id))


async def _undone(work: Work, report_id: str, person_id: str) -> Content:
    person, report = await work.person(person_id), await documents.get(work.tx, report_id)
    code = report.code if report else "—"
    return Content(work.catalog.text(person.language, "decision-undone", code=code))


def _talk(talk: Conversation) -> dict[str, str]:
    return {"talk": talk.id, "talk_state": talk.state}
