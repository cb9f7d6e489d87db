"""What a case is about, whichever kind of thing that is: a report, a question, an entry, an appeal."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.cases import Case, CaseKind
from locales.catalog import Html
from relay import appeal_cards, cards, conversation_cards, doctor_cards, medical_cards
from relay.referrals import GONE, Referral
from relay.work import Work
from storage import appeals, conversations, doctors, documents, ledger, medical


@dataclass(frozen=True, slots=True)
class CaseSubject:
    """What it is called in public, its card in the moderators' language, the name on the document if any."""

    code: str
    card: Html
    name: str = GONE


async def of(work: Work, case: Case) -> CaseSubject:
    """The subject of a case; LookupError when it is not there any more."""
    found = await _found(work, case)
    if found is None:
        raise LookupError("a case without what it is about")
    return found


async def code(work: Work, case: Case) -> str:
    """What the subject of a case is called in public; empty when it is not there any more."""
    found = await _found(work, case)
    return found.code if found else ""


async def _found(work: Work, case: Case) -> CaseSubject | None:
    if case.report_id:
        return await _report(work, case.report_id)
    return await _SUBJECTS.get(case.kind, _entry)(work, case.subject)


async def _report(work: Work, report_id: str) -> CaseSubject | None:
    report = await documents.get(work.tx, report_id)
    if report is None:
        return None
    card = cards.card(work, work.moderators_language, report)
    return CaseSubject(report.code, Html(card), report.name or GONE)


async def _talk(work: Work, conversation_id: str) -> CaseSubject | None:
    conversation = await conversations.get(work.tx, conversation_id)
    if conversation is None:
        return None
    item = await conversation_cards.item_of(work, conversation)
    return CaseSubject(item.code, Html(item.card(work, work.moderators_language)))


async def _question(work: Work, question_id: str) -> CaseSubject | None:
    question = await medical.get(work.tx, question_id)
    if question is None:
        return None
    return CaseSubject(question.code, Html(Referral(question).card(work, work.moderators_language)))


async def _answer(work: Work, answer_id: str) -> CaseSubject | None:
    answer = await medical.get_answer(work.tx, answer_id)
    question = await medical.get(work.tx, answer.question_id) if answer else None
    if answer is None or question is None:
        return None
    card = medical_cards.answer_card(work, work.moderators_language, answer.said)
    return CaseSubject(question.code, Html(card))


async def _appeal(work: Work, appeal_id: str) -> CaseSubject | None:
    appeal = await appeals.get(work.tx, appeal_id)
    if appeal is None:
        return None
    version = await appeals.payee(work.tx, appeal.id)
    payee = version.payee if version else None
    return CaseSubject(appeal.code, Html(appeal_cards.card(work, work.moderators_language, appeal, payee)))


async def _entry(work: Work, entry_id: str) -> CaseSubject | None:
    entry = await doctors.get(work.tx, entry_id)
    if entry is None:
        return None
    return CaseSubject(entry.code, Html(doctor_cards.facts(work, work.moderators_language, entry)))


async def _proposal(work: Work, proposal_id: str) -> CaseSubject | None:
    proposal = await ledger.get_proposal(work.tx, proposal_id)
    return await _appeal(work, proposal.appeal_id) if proposal else None


_SUBJECTS: Final[Mapping[CaseKind, Callable[[Work, str], Awaitable[CaseSubject | None]]]] = {
    CaseKind.MONEY: _talk,
    CaseKind.COMPLAINT: _talk,
    CaseKind.ABSENCE: _talk,
    CaseKind.QUESTION: _question,
    CaseKind.ANSWER: _answer,
    CaseKind.APPEAL: _appeal,
    CaseKind.CHANGE: _appeal,
    CaseKind.OUTCOME: _appeal,
    CaseKind.CLONE: _appeal,
    CaseKind.LEDGER: _proposal,
}
"""What looks for the subject of each kind; of all others it is an entry of the directory."""
