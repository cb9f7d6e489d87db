"""Moderation: the queue, deciding and taking back, questions to an author, the log."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.appeals import CHECKS
from domain.cases import DECISIONS, Action, Case, CaseKind, CaseState, Decision, Reason, Record
from domain.documents import Report
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Button, Content
from domain.people import Person
from locales.catalog import clipped
from relay import caps, case_cards, case_subjects, cases, documents, rulings, vouches
from relay.caps import Cap
from relay.referrals import GONE
from relay.work import Work
from storage import audit, drafts, volunteers
from storage import cases as stored
from storage import documents as reports

LOGGED = 20
LOOKED_BACK = 200
"""So many lines of the log about one report tell whether somebody had it hidden before."""

SHOWN = 5


async def open_one(work: Work, case_id: str) -> Case:
    """A case that waits; Refusal when it was decided."""
    case = await stored.get(work.tx, case_id)
    if case is None:
        raise Refusal("tap-stale")
    if case.state is not CaseState.OPEN:
        raise Refusal("case-decided-already")
    return case


async def decide(
    work: Work, moderator: Person, case_id: str, decision: Decision, reason: Reason | None = None
) -> Case:
    """Decide a case: its effects, its cards, a line in the log. What needs two waits for the second yes.

    Refusal when somebody was quicker, or when what it is about has moved on.
    """
    case = await open_one(work, case_id)
    if decision not in DECISIONS[case.kind]:
        raise Refusal("tap-stale")
    needs_two = case.kind in CHECKS and decision is Decision.APPROVE
    if needs_two and not await vouches.approve(work, moderator, case):
        return case
    decided = replace(
        case,
        state=CaseState.DECIDED,
        decision=decision,
        decided_by=moderator.id,
        decided_at=work.now,
    )
    await stored.save(work.tx, decided)  # first, so that what ends by it does not settle it again
    former = await rulings.of(decided.kind, decision).do(work, decided, reason)
    decided = replace(decided, former=former)
    await cases.save(work, decided)
    await _record(work, moderator, Action.DECIDED, decided, decision)
    return decided


async def undo(work: Work, moderator: Person, case_id: str) -> Case:
    """Take a decision back within 5 minutes; Refusal later, or when things have moved on."""
    case = await stored.get(work.tx, case_id)
    if case is None or case.decision is None or case.decided_at is None:
        raise Refusal("case-undone-already")
    if work.now - case.decided_at > case_cards.UNDO_WITHIN or case.decision is Decision.SETTLED:
        raise Refusal("undo-late")
    await rulings.of(case.kind, case.decision).undo(work, case)
    waiting = replace(case, state=CaseState.OPEN, decision=None, decided_by=None, decided_at=None, former={})
    await cases.save(work, waiting)
    await _record(work, moderator, Action.UNDONE, case, case.decision)
    return waiting


async def ask(work: Work, moderator: Person, case: Case, words: str) -> None:
    """Ask the person a case is about; their answer will stand on the card. Refusal when there is nobody."""
    if case.state is not CaseState.OPEN:
        raise Refusal("case-decided-already")
    if case.about_id is None:
        raise Refusal("case-nobody-to-ask")
    asked = clipped(words)
    author = await work.person(case.about_id)
    if author.is_gone:
        raise Refusal("case-nobody-to-ask")
    code = await case_subjects.code(work, case) or GONE
    text = work.catalog.text(author.language, "moderator-asks", words=asked, code=code)
    button = Button(work.catalog.label(author.language, "button-answer"), tap=f"answer:{case.id}")
    await work.tell(author.id, Content(text, ((button,),)))
    without = {key: value for key, value in case.details.items() if key != "answered"}
    await cases.save(work, replace(case, details={**without, "asked": asked}))
    await _record(work, moderator, Action.ASKED, case, case.kind)


async def asked_of(work: Work, person: Person, case_id: str) -> Case:
    """The case about which a person was asked; Refusal when it is not theirs or was decided."""
    case = await open_one(work, case_id)
    if case.about_id != person.id or "asked" not in case.details:
        raise Refusal("tap-stale")
    return case


async def answer(work: Work, person: Person, draft: Draft) -> None:
    """Put the author's answer on the card."""
    case = await asked_of(work, person, draft.subject or "")
    await drafts.drop(work.tx, person.id)
    await cases.save(work, replace(case, details={**case.details, "answered": draft.answers["words"]}))
    await _record(work, person, Action.ANSWERED, case, case.kind)


async def about_me(work: Work, person: Person, code: str) -> Report:
    """Hide a report at once because somebody says that it is about them; moderators look afterwards.

    Refusal over the daily cap, for its finder, who can take it back, and when moderators have shown it again
    after this person had it hidden.
    """
    report = await documents.public_report(work, code)
    if report.finder_id == person.id:
        raise Refusal("claim-own")
    if await _has_hidden(work, person, report):
        raise Refusal("case-decided-already")
    await caps.spend(work, person, Cap.HIDE)
    if not person.is_shadowed:
        await hide(work, report, person, person.id)
    return report


async def hide(work: Work, report: Report, by: Person, about_id: str) -> None:
    """Hide a public report and open a case about it; `about_id` is whoever may be asked or banned."""
    if not report.is_public:
        raise Refusal("document-gone")
    await rulings.hide(work, report)
    await cases.open_case(
        work,
        CaseKind.ABOUT_ME,
        report.code,
        subject=report.id,
        report_id=report.id,
        about_id=about_id,
        opened_by=by.id,
    )


async def hide_subject(work: Work, moderator: Person, case_id: str) -> None:
    """Hide the report behind a case."""
    case = await open_one(work, case_id)
    report = await reports.get(work.tx, case.report_id)
    if report is None:
        raise Refusal("document-gone")
    await hide(work, report, moderator, report.finder_id)


async def by_message(work: Work, recipient: str, message: int) -> Case | None:
    """The case that a message of the bot's shows in a chat."""
    return await stored.shown_as(work.tx, recipient, message)


async def queue(work: Work) -> Mapping[CaseKind, int]:
    """How many cases of each kind wait; the oldest are shown anew."""
    for case in await stored.oldest_open(work.tx, SHOWN):
        await cases.show(work, case)
    return await stored.count_open(work.tx)


async def log(work: Work, subject: str | None) -> Sequence[tuple[Record, str]]:
    """The last lines of the audit log, newest first, each with the first name of who acted (`—`: unknown)."""
    records = await audit.newest(work.tx, LOGGED, subject)
    names = await volunteers.names(work.tx, [record.actor_id for record in records if record.actor_id])
    return [(record, names.get(record.actor_id or "", "—")) for record in records]


async def _has_hidden(work: Work, person: Person, report: Report) -> bool:
    """Whether a person had this report hidden before: that it is public now was decided since."""
    records = await audit.newest(work.tx, LOOKED_BACK, report.code)
    return any(
        record.actor_id == person.id and record.action is Action.OPENED and record.note == CaseKind.ABOUT_ME
        for record in records
    )


async def _record(work: Work, person: Person, action: Action, case: Case, note: str) -> None:
    await cases.record(work, person.id, action, await case_subjects.code(work, case), note)
