"""Found documents: reporting one, changing it, taking it back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypedDict

from domain.documents import Country, DocumentType, ProofKind, Report, ReportState, Whereabouts
from domain.errors import Refusal
from domain.forms import KEPT, SKIPPED, Draft
from domain.ids import new_code
from domain.people import Person
from relay import matches, moderation, posts, publication
from relay.work import Work
from storage import documents, drafts

LISTED = 10
SALT_BYTES = 16
LIVE_STATES = (ReportState.QUEUED, ReportState.OPEN)


async def save_report(work: Work, person: Person, draft: Draft) -> Report:
    """Make the report a draft describes, or change the one it edits; Refusal over the daily cap."""
    if draft.subject:
        report = await _change(work, person, draft)
    else:
        report = await _add(work, person, draft)
    await _save_proofs(work, report, draft)
    await matches.index_report(work, report)
    await drafts.drop(work.tx, person.id)
    return report


async def own(work: Work, person: Person, report_id: str) -> Report:
    """A person's own unfinished report; Refusal when it is not theirs or has ended."""
    report = await documents.get(work.tx, report_id)
    if report is None or report.finder_id != person.id or report.state not in LIVE_STATES:
        raise Refusal("my-gone")
    return report


async def of_finder(work: Work, person: Person) -> Sequence[Report]:
    """A person's unfinished reports, newest first."""
    return await documents.of_finder(work.tx, person.id, LISTED)


async def open_report(work: Work, code: str) -> Report:
    """The open report of a public code; Refusal when there is none or it has ended."""
    report = await documents.find_code(work.tx, code)
    if report is None or report.state is not ReportState.OPEN:
        raise Refusal("document-gone")
    return report


async def proof_kinds(work: Work, report: Report) -> frozenset[ProofKind]:
    """Which secret facts the finder gave."""
    return await documents.proof_kinds(work.tx, report.id)


async def withdraw(work: Work, person: Person, report_id: str) -> Report:
    """Take a report back: its post says so and loses everything personal."""
    report = await own(work, person, report_id)
    await documents.end(work.tx, report.id, ReportState.WITHDRAWN, work.now)
    await matches.forget(work, report.id)
    if not await posts.close(work, report):
        await moderation.ask_removal(work, report)
    return report


async def _add(work: Work, person: Person, draft: Draft) -> Report:
    since = datetime.combine(work.today, datetime.min.time(), work.policy.zone)
    if await documents.count_of_finder(work.tx, person.id, since) >= work.policy.reports_per_day:
        raise Refusal("found-too-many", limit=work.policy.reports_per_day)
    state = _first_state(work)
    report = Report(
        id=work.new_id(),
        code=await _free_code(work),
        finder_id=person.id,
        state=state,
        created_at=work.now,
        **_description(draft),
    )
    await documents.add(work.tx, report)
    if state is ReportState.OPEN:
        await publication.publish(work, report)
    else:
        await moderation.ask_review(work, report)
    return report


def _first_state(work: Work) -> ReportState:
    """Where a new or changed report begins: in public, or before a moderator."""
    return ReportState.OPEN if work.policy.auto_approve else ReportState.QUEUED


async def _change(work: Work, person: Person, draft: Draft) -> Report:
    former = await own(work, person, draft.subject or "")
    report = replace(former, **_description(draft), state=_first_state(work))
    await documents.save(work.tx, report)
    if report.state is ReportState.OPEN:
        await publication.publish(work, report)
    else:
        await moderation.ask_review(work, report)
    return report


async def _free_code(work: Work) -> str:
    code = new_code(work.ids.entropy)
    while await documents.find_code(work.tx, code):
        code = new_code(work.ids.entropy)
    return code


class _Description(TypedDict):
    type: DocumentType
    country: Country
    name: str
    place: str
    day: date
    whereabouts: Whereabouts


def _description(draft: Draft) -> _Description:
    answers = draft.answers
    return {
        "type": DocumentType(answers["type"]),
        "country": Country(answers["country"]),
        "name": answers["name"],
        "place": answers["place"],
        "day": date.fromisoformat(answers["day"]),
        "whereabouts": Whereabouts(answers["whereabouts"]),
    }


async def _save_proofs(work: Work, report: Report, draft: Draft) -> None:
    """Hash the secret facts, case and spaces not counting; what was skipped is forgotten."""
    given = {kind: draft.answers.get(kind, SKIPPED) for kind in ProofKind}
    kept = [kind for kind, fact in given.items() if fact == KEPT]
    await documents.drop_proofs(work.tx, report.id, kept)
    for kind, fact in given.items():
        if fact not in (SKIPPED, KEPT):
            folded = " ".join(fact.casefold().split())
            await documents.add_proof(work.tx, report.id, kind, folded, work.ids.entropy(SALT_BYTES))
