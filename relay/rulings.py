"""Rulings: what each decision of a moderator does, and how it is taken back."""

from collections.abc import Mapping
from dataclasses import replace

from domain.cases import Case, CaseKind, Decision, Reason
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState, Side
from domain.documents import AUTHORITIES, Report, ReportState
from domain.errors import Refusal
from domain.messages import Content
from relay import (
    appeal_rulings,
    claims,
    clone_rulings,
    conversation_cards,
    conversations,
    doctor_rulings,
    documents,
    endings,
    ledger_rulings,
    medical_rulings,
    outcome_rulings,
    posts,
    publication,
    restoring,
    stories,
)
from relay.decisions import Former, Ruling
from relay.work import Work
from storage import cases as stored_cases
from storage import claims as stored_claims
from storage import conversations as stored
from storage import documents as reports
from storage import posts as stored_posts
from storage import watches

_CLAIMABLE = (ReportState.QUEUED, ReportState.OPEN, ReportState.CLAIMED, ReportState.HIDDEN)
"""Where a claim may still wait for an answer."""


# Reports that wait for a yes


async def _approve(work: Work, case: Case, _: Reason | None) -> Former:
    report = await _report(work, case, ReportState.QUEUED)
    await documents.approve(work, report)
    return await _tell_finder(work, report, "review-approved-finder")


async def _unapprove(work: Work, case: Case) -> None:
    report = await _report(work, case, ReportState.OPEN, ReportState.WITH_AUTHORITIES)
    await _unpublish(work, report, ReportState.QUEUED)
    await _amend(work, case, report.finder_id)


async def _reject(work: Work, case: Case, reason: Reason | None) -> Former:
    report = await _report(work, case, ReportState.QUEUED)
    former = await restoring.end_report(work, report, ReportState.REJECTED)
    finder = await work.person(report.finder_id)
    said = work.catalog.label(finder.language, _reason_text(reason or Reason.OTHER))
    return {**former, **await _tell_finder(work, report, "review-rejected-finder", reason=said)}


async def _unreject(work: Work, case: Case) -> None:
    report = await restoring.bring_back(work, case, ReportState.QUEUED)
    await _amend(work, case, report.finder_id)


# Reports that somebody said to be about them


async def _show(work: Work, case: Case, _: Reason | None) -> Former:
    report = await _report(work, case, ReportState.HIDDEN)
    shown = replace(report, state=await _state_shown(work, report))
    await reports.save(work.tx, shown)
    await publication.publish(work, shown)
    return {}


async def _state_shown(work: Work, report: Report) -> ReportState:
    """How a hidden report stands when it is seen again: its owner may have come or left meanwhile."""
    if report.whereabouts in AUTHORITIES:
        return ReportState.WITH_AUTHORITIES
    going = await stored.of_report(work.tx, report.id)
    return ReportState.CLAIMED if going else ReportState.OPEN


async def _unshow(work: Work, case: Case) -> None:
    report = await reports.get(work.tx, case.report_id)
    if report is None or not report.is_public:
        raise Refusal("undo-impossible")
    await _unpublish(work, report, ReportState.HIDDEN)


async def _close(work: Work, case: Case, _: Reason | None) -> Former:
    report = await _report(work, case, ReportState.HIDDEN)
    former = await restoring.end_report(work, report, ReportState.REJECTED)
    return {**former, **await _tell_finder(work, report, "about-me-finder")}


async def _unclose(work: Work, case: Case) -> None:
    report = await restoring.bring_back(work, case, ReportState.HIDDEN)
    await _amend(work, case, report.finder_id)


# Claims


async def _connect(work: Work, case: Case, _: Reason | None) -> Former:
    claim = await _claim(work, case.subject, ClaimState.ASKED)
    report = await _any_report(work, case)
    conversation = await claims.connect(work, report, claim)
    return {"conversation": conversation.id, "notice": await _tell_owner(work, conversation)}


async def _disconnect(work: Work, case: Case) -> None:
    conversation = await _conversation(work, case.former.get("conversation", ""))
    await _tell_both(work, conversation, "conversation-undone")
    await conversations.hang_up(work, conversation)
    await conversations.release(work, conversation)
    claim = await _claim(work, case.subject, ClaimState.DROPPED)
    await stored_claims.save(work.tx, replace(claim, state=ClaimState.ASKED))


async def _refuse(work: Work, case: Case, _: Reason | None) -> Former:
    claim = await _claim(work, case.subject, ClaimState.ASKED, ClaimState.DISPUTED)
    return {"notice": await claims.refuse(work, claim), "state": claim.state}


async def _unrefuse(work: Work, case: Case) -> None:
    await _report(work, case, *_CLAIMABLE)
    claim = await _claim(work, case.subject, ClaimState.REFUSED)
    if "state" not in case.former:  # the claimant has erased themselves
        raise Refusal("undo-impossible")
    await stored_claims.save(work.tx, replace(claim, state=ClaimState(case.former["state"])))
    await _amend(work, case, claim.person_id)


# Two who say the same


async def _first(work: Work, case: Case, reason: Reason | None) -> Former:
    former = await _refuse(work, case, reason)
    going = await stored.of_report(work.tx, case.report_id)
    if going is None or going.state is ConversationState.OPEN or await _rests_for_others(work, case, going):
        return former
    await conversations.thaw(work, going)
    return {**former, "thawed": going.id}


async def _unfirst(work: Work, case: Case) -> None:
    await _unrefuse(work, case)
    if "thawed" in case.former:
        await conversations.freeze(work, await _conversation(work, case.former["thawed"]))


async def _second(work: Work, case: Case, _: Reason | None) -> Former:
    first = await restoring.drop_talk(work, case.report_id)
    claim = await _claim(work, case.subject, ClaimState.DISPUTED)
    report = await _any_report(work, case)
    conversation = await claims.connect(work, report, claim)
    return {
        **first,
        "conversation": conversation.id,
        "notice": await _tell_owner(work, conversation),
    }


async def _unsecond(work: Work, case: Case) -> None:
    await _disconnect(work, case)
    claim = await _claim(work, case.subject, ClaimState.ASKED)
    await stored_claims.save(work.tx, replace(claim, state=ClaimState.DISPUTED))
    await restoring.restore_talk(work, case)


async def _neither(work: Work, case: Case, reason: Reason | None) -> Former:
    first = await restoring.drop_talk(work, case.report_id)
    return {**first, **await _refuse(work, case, reason)}


async def _unneither(work: Work, case: Case) -> None:
    await _unrefuse(work, case)
    await restoring.restore_talk(work, case)


# Conversations that somebody complained of


async def _resume(work: Work, case: Case, _: Reason | None) -> Former:
    conversation = await stored.get(work.tx, case.subject)
    if conversation is None:
        raise Refusal("case-moved-on")
    if conversation.state is ConversationState.OPEN or await _rests_for_others(work, case, conversation):
        return {}
    ended = conversation.state is ConversationState.ENDED
    claim = await restoring.reopen(work, conversation) if ended else ClaimState.ACCEPTED
    await conversations.thaw(work, replace(conversation, state=ConversationState.FROZEN))
    return {"was": conversation.state, "claim": claim}


async def _unresume(work: Work, case: Case) -> None:
    was = case.former.get("was")
    if was is None:
        return
    conversation = await _conversation(work, case.subject)
    if was == ConversationState.FROZEN:
        await conversations.freeze(work, conversation)
    else:
        claim = ClaimState(case.former["claim"])
        await conversations.close(work, conversation, "conversation-undone", claim=claim)


async def _end(work: Work, case: Case, _: Reason | None) -> Former:
    ended = await stored.get(work.tx, case.subject)
    if ended is not None and ended.state is ConversationState.ENDED:
        return {}  # one side has stopped it and moderators leave it at that
    conversation = await _conversation(work, case.subject)
    await conversations.close(work, conversation, "conversation-ended-by-moderator")
    return {"talk": conversation.id, "talk_state": conversation.state}


async def _unend(work: Work, case: Case) -> None:
    await restoring.restore_talk(work, case)


# Lines of thanks


async def _publish(work: Work, case: Case, _: Reason | None) -> Former:
    if not case.details.get("words"):  # the report was over for so long that its words are forgotten
        raise Refusal("case-moved-on")
    delivery = await stories.publish(work, case)
    return {"post": delivery} if delivery else {}


async def _unpublish_story(work: Work, case: Case) -> None:
    if "post" in case.former:
        await stories.take_back(work, case.former["post"])


async def _drop(_: Work, __: Case, ___: Reason | None) -> Former:
    return {}


async def _undrop(_: Work, __: Case) -> None:
    return None


_RULINGS: Mapping[Decision, Ruling] = {
    Decision.APPROVE: Ruling(_approve, _unapprove),
    Decision.REJECT: Ruling(_reject, _unreject),
    Decision.SHOW: Ruling(_show, _unshow),
    Decision.CLOSE: Ruling(_close, _unclose),
    Decision.CONNECT: Ruling(_connect, _disconnect),
    Decision.REFUSE: Ruling(_refuse, _unrefuse),
    Decision.FIRST: Ruling(_first, _unfirst),
    Decision.SECOND: Ruling(_second, _unsecond),
    Decision.NEITHER: Ruling(_neither, _unneither),
    Decision.RESUME: Ruling(_resume, _unresume),
    Decision.END: Ruling(_end, _unend),
    Decision.PUBLISH: Ruling(_publish, _unpublish_story),
    Decision.DROP: Ruling(_drop, _undrop),
}
"""What is decided about documents and conversations."""

_AREAS = (medical_rulings, doctor_rulings, appeal_rulings, ledger_rulings, outcome_rulings, clone_rulings)
"""Where the decisions stand that mean something else about other kinds of cases."""


def of(kind: CaseKind, decision: Decision) -> Ruling:
    """What a decision does about a case of that kind."""
    own = (area.RULINGS[kind, decision] for area in _AREAS if (kind, decision) in area.RULINGS)
    return next(own, None) or _RULINGS[decision]


async def hide(work: Work, report: Report) -> None:
    """Take a public report out of everybody's sight; its notices no longer say what it was."""
    await _unpublish(work, report, ReportState.HIDDEN)


async def _unpublish(work: Work, report: Report, state: ReportState) -> None:
    await reports.save(work.tx, replace(report, state=state))
    await endings.resolve(work, replace(report, state=state))
    await watches.drop_matches(work.tx, report.id)  # so that its watchers are told again if it comes back
    await stored_posts.forget_mentions(work.tx, report.id)


async def _rests_for_others(work: Work, case: Case, conversation: Conversation) -> bool:
    """Whether another case has to be decided before a conversation may go on."""
    if not case.report_id:
        return False
    for other in await stored_cases.open_of_report(work.tx, case.report_id):
        if other.id != case.id and await _freezes(work, other, conversation):
            return True
    return False


async def _freezes(work: Work, case: Case, conversation: Conversation) -> bool:
    if case.kind is CaseKind.DISPUTE:
        claim = await stored_claims.get(work.tx, case.subject)
        return claim is not None and claim.proven
    return case.kind is CaseKind.MONEY and case.subject == conversation.id


async def _report(work: Work, case: Case, *states: ReportState) -> Report:
    report = await _any_report(work, case)
    if report.state not in states:
        raise Refusal("case-moved-on")
    return report


async def _any_report(work: Work, case: Case) -> Report:
    report = await reports.get(work.tx, case.report_id)
    if report is None:
        raise Refusal("case-moved-on")
    return report


async def _claim(work: Work, claim_id: str, *states: ClaimState) -> Claim:
    claim = await stored_claims.get(work.tx, claim_id)
    if claim is None or claim.state not in states:
        raise Refusal("case-moved-on")
    return claim


async def _conversation(work: Work, conversation_id: str) -> Conversation:
    conversation = await stored.get(work.tx, conversation_id)
    if conversation is None or conversation.state is ConversationState.ENDED:
        raise Refusal("case-moved-on")
    return conversation


async def _tell_owner(work: Work, conversation: Conversation) -> str:
    owner = await work.person(conversation.owner_id)
    content = await conversation_cards.card(
        work, conversation, Side.OWNER, owner.language, "conversation-opened"
    )
    delivery = await work.tell(owner.id, content)
    await posts.mention(work, await conversations.report_of(work, conversation), delivery)
    return delivery


async def _tell_both(work: Work, conversation: Conversation, text_id: str) -> None:
    report = await conversations.report_of(work, conversation)
    for person_id in (conversation.finder_id, conversation.owner_id):
        person = await work.person(person_id)
        await work.tell(person.id, Content(work.catalog.text(person.language, text_id, code=report.code)))


async def _tell_finder(work: Work, report: Report, text_id: str, **values: str) -> Former:
    """Tell a finder what was decided; an erased one leaves a report behind that lies with the authorities."""
    finder = await work.person(report.finder_id)
    if finder.is_gone:
        return {}
    text = work.catalog.text(finder.language, text_id, code=report.code, **values)
    return {"notice": await work.tell(finder.id, Content(text))}


async def _amend(work: Work, case: Case, person_id: str) -> None:
    if "notice" in case.former:
        await restoring.take_back_notice(work, case.report_id, case.former["notice"], person_id)


def _reason_text(reason: Reason) -> str:
    return f"rejected-{reason}"
