"""Cases: what waits for moderators, one card each, changed in place; and the log of what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.cases import Action, Case, CaseKind, CaseState, Decision, Record
from domain.documents import Report
from domain.messages import Content, chat
from domain.people import Role
from relay import case_cards, case_subjects
from relay.people import meet
from relay.work import Work
from storage import audit, cases, outbox, volunteers

_CONDUCT = (CaseKind.MONEY, CaseKind.COMPLAINT)

REMINDED_AFTER = timedelta(hours=24)


async def tell(work: Work, content: Content) -> list[str]:
    """Tell the moderators' chat or, without one, the page's owners and moderators; the deliveries."""
    if work.policy.moderators_chat is not None:
        return [await work.tell_chat(work.policy.moderators_chat, content)]
    owners = [
        await meet(work, telegram_id, work.moderators_language) for telegram_id in work.policy.owner_ids
    ]
    ids = [owner.id for owner in owners]
    ids += [who for who, role, _ in await volunteers.with_role(work.tx) if role is not Role.COURIER]
    return [await work.tell(person_id, content) for person_id in dict.fromkeys(ids)]


async def open_case(  # noqa: PLR0913 - a case has so many sides
    work: Work,
    kind: CaseKind,
    code: str,
    *,
    subject: str,
    report_id: str = "",
    about_id: str | None = None,
    opened_by: str | None = None,
    details: Mapping[str, str] | None = None,
) -> Case:
    """Put a case into the queue and show its card; `code` is what it is about in public."""
    case = Case(
        id=work.new_id(),
        kind=kind,
        subject=subject,
        report_id=report_id,
        about_id=about_id,
        opened_by=opened_by,
        state=CaseState.OPEN,
        decision=None,
        decided_by=None,
        decided_at=None,
        details=details or {},
        former={},
        created_at=work.now,
    )
    await cases.add(work.tx, case)
    await show(work, case)
    await record(work, opened_by, Action.OPENED, code, kind)
    return case


async def show(work: Work, case: Case) -> None:
    """Send a case's card anew."""
    for delivery in await tell(work, await case_cards.card(work, case)):
        await cases.add_card(work.tx, case.id, delivery)


async def save(work: Work, case: Case) -> None:
    """Store a case and bring its cards up to date."""
    await cases.save(work.tx, case)
    content = await case_cards.card(work, case)
    for delivery, recipient in await cases.cards(work.tx, case.id):
        await work.amend(delivery, recipient, content)


async def unsign(work: Work, person_id: str) -> None:
    """Take a moderator's name, forgotten by now, off the cards of what they decided."""
    for case in await cases.decided_by(work.tx, person_id):
        shown = await cases.cards(work.tx, case.id)
        if not shown:  # what is wiped is on no card any more
            continue
        content = await case_cards.card(work, case)
        for delivery, recipient in shown:
            await work.amend(delivery, recipient, content)
            await outbox.overwrite(work.tx, delivery, content)


async def is_open(work: Work, subject: str, *kinds: CaseKind) -> bool:
    """Whether moderators are being asked about this already."""
    return bool(await cases.open_about(work.tx, subject, *kinds))


async def refresh(work: Work, subject: str, *kinds: CaseKind) -> None:
    """Bring the cards about a subject up to date."""
    for case in await cases.open_about(work.tx, subject, *kinds):
        await save(work, case)


async def settle(work: Work, subject: str) -> None:
    """Close the open cases about a subject: nothing is left to decide."""
    for case in await cases.open_about(work.tx, subject, *CaseKind):
        await close(work, case)


async def settle_report(work: Work, report: Report) -> None:
    """Close the open cases behind which an ended report stands, but not those about somebody's conduct.

    Whoever is complained of must not be able to settle it by taking the report back.
    """
    for case in await cases.open_of_report(work.tx, report.id):
        if case.kind not in _CONDUCT:
            await close(work, case)


async def open_again(work: Work, case_id: str) -> None:
    """Let a case wait again that was closed with its subject; what moderators decided meanwhile stays."""
    case = await cases.get(work.tx, case_id)
    if case is not None and case.decision is Decision.SETTLED:
        waiting = replace(case, state=CaseState.OPEN, decision=None, decided_by=None, decided_at=None)
        await save(work, waiting)


async def wipe(work: Work, report: Report) -> None:
    """Take everything personal out of the cases about a report and out of their cards."""
    await _wiped(work, await cases.all_of_report(work.tx, report.id), report.code)


async def wipe_about(work: Work, subjects: Sequence[str], code: str) -> None:
    """The same for the cases about these subjects, behind which no report stands."""
    await _wiped(work, await cases.all_about(work.tx, subjects), code)


async def wipe_of(work: Work, person_id: str, kind: CaseKind) -> None:
    """The same for the cases of a kind that a person asked for or that are about them."""
    for case in await cases.concerning(work.tx, person_id, kind):
        await _wiped(work, [case], await case_subjects.code(work, case) or "—")


async def remind(work: Work) -> int:
    """Remind moderators of the cases that wait for over 24 hours, together and once a day; how many."""
    waiting = await cases.unreminded(work.tx, work.now - REMINDED_AFTER)
    if not waiting:
        return 0
    text = work.catalog.text(work.moderators_language, "queue-reminder", count=len(waiting))
    await tell(work, Content(text))
    await cases.mark_reminded(work.tx, [case.id for case in waiting], work.now)
    return len(waiting)


async def record(work: Work, actor_id: str | None, action: Action, subject: str, note: str) -> None:
    """Write a line into the audit log."""
    await audit.add(work.tx, Record(work.new_id(), work.now, actor_id, action, subject, note))


def moderators_recipient(chat_id: int, person_id: str, *, private: bool) -> str:
    """How the outbox names the chat in which a moderator acts."""
    return person_id if private else chat(chat_id)


async def _wiped(work: Work, every: Sequence[Case], code: str) -> None:
    for case in every:
        if case.state is CaseState.OPEN:
            await close(work, case)
    for case in every:
        past = await cases.get(work.tx, case.id) or case
        content = case_cards.without_words(work, past, code)
        for delivery, recipient in await cases.cards(work.tx, case.id):
            await work.amend(delivery, recipient, content, or_delete=True)
            await outbox.overwrite(work.tx, delivery, content)
    await cases.wipe(work.tx, [case.id for case in every])


async def close(work: Work, case: Case) -> None:
    """Close a case: nothing is left to decide."""
    settled = replace(case, state=CaseState.DECIDED, decision=Decision.SETTLED, decided_at=work.now)
    await save(work, settled)
