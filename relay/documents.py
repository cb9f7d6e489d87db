"""Found documents: reporting one, changing it, handing it in, taking it back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from domain.cases import CaseKind
from domain.clock import local_day
from domain.documents import (
    AUTHORITIES,
    LIVE_STATES,
    Country,
    DocumentType,
    Report,
    ReportState,
    Whereabouts,
)
from domain.errors import Refusal
from domain.forms import FOUND, Draft
from domain.people import Person
from relay import caps, cases, codes, endings, matches, proofs, publication
from relay.caps import Cap
from relay.work import Work
from storage import conversations, documents, drafts

LISTED = 10


async def save_report(work: Work, person: Person, draft: Draft) -> Report:
    """Make the report a draft describes, or change the one it edits; Refusal over the daily cap."""
    if draft.subject:
        report = await _changed(work, person, draft)
    else:
        report = await _added(work, person, draft)
    shown = {question.key for question in FOUND.shown(draft.answers)}
    await proofs.save(work, report, {key: draft.answers[key] for key in shown if key in draft.answers})
    await matches.index_report(work, report)
    await drafts.drop(work.tx, person.id)
    return await _let_out(work, person, report)


async def own(work: Work, person: Person, report_id: str) -> Report:
    """A person's own unfinished report; Refusal when it is not theirs or has ended."""
    report = await documents.get(work.tx, report_id)
    if report is None or report.finder_id != person.id or report.state not in LIVE_STATES:
        raise Refusal("my-gone")
    return report


async def editable(work: Work, person: Person, report_id: str) -> Report:
    """An own report that may be changed; Refusal while its owner is being talked to or it is hidden."""
    report = await own(work, person, report_id)
    if report.state in (ReportState.CLAIMED, ReportState.HIDDEN):
        raise Refusal(f"my-{report.state}")
    return report


async def of_finder(work: Work, person: Person) -> Sequence[Report]:
    """A person's unfinished reports, newest first."""
    return await documents.of_finder(work.tx, person.id, LISTED)


async def public_report(work: Work, code: str) -> Report:
    """The report of a public code that everybody may see; Refusal when there is none or it has ended."""
    report = await documents.find_code(work.tx, code)
    if report is None or not report.is_public:
        raise Refusal("document-gone")
    return report


async def withdraw(work: Work, person: Person, report_id: str) -> Report:
    """Take a report back: its post says so and loses everything personal."""
    report = await own(work, person, report_id)
    return await endings.finish(work, report, ReportState.WITHDRAWN)


async def hand_in(work: Work, person: Person, draft: Draft) -> Report:
    """The finder has left the document where its owner can fetch it; who was claiming it is told where."""
    report = await own(work, person, draft.subject or "")
    if report.state is ReportState.HIDDEN:
        raise Refusal("my-hidden")
    await drafts.drop(work.tx, person.id)
    handed = replace(
        report,
        whereabouts=Whereabouts(draft.answers["handed_to"]),
        handed_place=draft.answers["handed_place"],
    )
    if handed.state in (ReportState.QUEUED, ReportState.SHADOWED):
        await documents.save(work.tx, handed)
        await cases.refresh(work, handed.id, CaseKind.REVIEW)
        return handed
    going = await conversations.of_report(work.tx, report.id)
    handed = replace(handed, state=ReportState.WITH_AUTHORITIES, renewed_at=work.now)
    await documents.save(work.tx, handed)
    await publication.tell_handed_in(work, handed, going)
    await publication.publish(work, handed)
    return handed


async def renew(work: Work, person: Person, report_id: str) -> Report:
    """Keep a report open, or open one again that ran out, by the same way as a new one.

    One that is with its owner by now is given back as it is; Refusal when it is hidden or ended otherwise.
    """
    report = await documents.get(work.tx, report_id)
    if report is None or report.finder_id != person.id:
        raise Refusal("my-gone")
    if report.state is ReportState.HIDDEN:
        raise Refusal("my-hidden")
    if report.state in LIVE_STATES:
        return await _kept(work, report)
    if report.state is ReportState.RETURNED:
        return report
    if report.state is not ReportState.EXPIRED or not report.name:
        raise Refusal("my-gone")
    renewed = replace(report, state=_first_state(person), renewed_at=work.now, ended_at=None)
    await documents.save(work.tx, renewed)
    await matches.index_report(work, renewed)
    return await _let_out(work, person, renewed)


def open_until(work: Work, report: Report) -> date:
    """The day on which a report runs out when nobody renews it."""
    end = report.renewed_at + work.policy.open_for_type(report.type)
    return local_day(end, work.policy.zone)


async def approve(work: Work, report: Report) -> Report:
    """Show a report that waited for moderators to everybody."""
    shown = replace(report, state=_published(report), renewed_at=work.now)
    await documents.save(work.tx, shown)
    if shown.state is ReportState.WITH_AUTHORITIES:
        await publication.tell_handed_in(work, shown, None)
    await publication.publish(work, shown)
    return shown


async def _kept(work: Work, report: Report) -> Report:
    """The finder says that it still holds."""
    kept = replace(report, renewed_at=work.now)
    await documents.save(work.tx, kept)
    return replace(kept, state=as_told(work, kept))


async def _added(work: Work, person: Person, draft: Draft) -> Report:
    await caps.spend(work, person, Cap.REPORT)
    report = Report(
        id=work.new_id(),
        code=await codes.free_code(work),
        finder_id=person.id,
        state=_first_state(person),
        created_at=work.now,
        renewed_at=work.now,
        **_description(draft),
    )
    await documents.add(work.tx, report)
    return report


async def _changed(work: Work, person: Person, draft: Draft) -> Report:
    former = await editable(work, person, draft.subject or "")
    report = replace(former, **_description(draft), state=_first_state(person))
    await documents.save(work.tx, report)
    return report


def _first_state(person: Person) -> ReportState:
    return ReportState.SHADOWED if person.is_shadowed else ReportState.QUEUED


async def _let_out(work: Work, person: Person, report: Report) -> Report:
    """Show a new or changed report to everybody, or to moderators first; the former card is settled.

    A person banned in silence is told the same as everybody, and nobody else is told anything.
    """
    if person.is_shadowed:
        return replace(report, state=as_told(work, report))
    await cases.settle(work, report.id)
    if work.policy.auto_approve:
        return await approve(work, report)
    await cases.open_case(
        work,
        CaseKind.REVIEW,
        report.code,
        subject=report.id,
        report_id=report.id,
        about_id=report.finder_id,
    )
    return report


def as_told(work: Work, report: Report) -> ReportState:
    """How a report stands, as its finder may know it: a silent ban stays silent."""
    if report.state is not ReportState.SHADOWED:
        return report.state
    return _published(report) if work.policy.auto_approve else ReportState.QUEUED


def _published(report: Report) -> ReportState:
    handed_in = report.whereabouts in AUTHORITIES
    return ReportState.WITH_AUTHORITIES if handed_in else ReportState.OPEN


class _Description(TypedDict):
    type: DocumentType
    country: Country
    name: str
    place: str
    day: date
    whereabouts: Whereabouts
    handed_place: str


def _description(draft: Draft) -> _Description:
    answers = draft.answers
    whereabouts = Whereabouts(answers["whereabouts"])
    return {
        "type": DocumentType(answers["type"]),
        "country": Country(answers["country"]),
        "name": answers["name"],
        "place": answers["place"],
        "day": date.fromisoformat(answers["day"]),
        "whereabouts": whereabouts,
        "handed_place": answers.get("handed_place", "") if whereabouts in AUTHORITIES else "",
    }
