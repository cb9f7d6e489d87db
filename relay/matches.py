"""Matches: finding whose document a report may be. A match is a proposal, never a verdict."""

from collections.abc import Sequence

from domain.clock import local_day
from domain.documents import Country, DocumentType, Report, Watch
from domain.policy import Thresholds
from matching.search import ASK, NOTIFY, SHOW
from relay import names
from relay.namesakes import Clues, likeliest_first
from relay.work import Work
from storage import documents, watches
from storage.names import Indexed

CANDIDATES = names.CANDIDATES
"""So many likely names are looked at, most of namesakes: what else is known picks the right one of them."""

_MEASURED = Thresholds(SHOW, ASK, NOTIFY)


async def index_report(work: Work, report: Report) -> None:
    """Make a report findable by its name."""
    await names.put(work, Indexed.REPORT, report.id, report.name)


async def index_watch(work: Work, watch: Watch) -> None:
    """Make a watch findable by its name."""
    await names.put(work, Indexed.WATCH, watch.id, watch.name)


async def forget(work: Work, subject_id: str) -> None:
    """Make a report or a watch unfindable."""
    await names.remove(work, subject_id)


def thresholds(work: Work) -> Thresholds:
    """From which score what is done: the operator's choice, or as measured."""
    return work.policy.thresholds or _MEASURED


def clues_of_watch(work: Work, watch: Watch) -> Clues:
    """What an owner says of a document beside its name."""
    day = local_day(watch.created_at, work.policy.zone)
    return Clues(watch.type, watch.country, watch.place, day, watch.created_at)


async def reports_named(work: Work, name: str, sought: Clues) -> Sequence[tuple[Report, float]]:
    """Public reports whose name may be this one, likeliest first, each with its score."""
    least = thresholds(work).show
    found = await names.find(work, Indexed.REPORT, name, CANDIDATES)
    scores = {each.subject_id: each.score for each in found if each.score >= least}
    reports = await documents.public_among(work.tx, list(scores))
    pairs = [(report, scores[report.id]) for report in reports]
    return likeliest_first(pairs, _clues_of_report, sought, work.gazetteer)


async def watches_for(work: Work, report: Report) -> tuple[Sequence[Watch], Sequence[Watch]]:
    """Open watches of other people that this report should be told to, and those to ask, likeliest first.

    Who is told is not asked too, and nobody is asked for two watches.
    """
    found = await names.find(work, Indexed.WATCH, report.name, CANDIDATES)
    scores = {each.subject_id: each.score for each in found}
    waiting = await watches.open_among(work.tx, list(scores))
    others = [(watch, scores[watch.id]) for watch in waiting if watch.person_id != report.finder_id]
    ordered = likeliest_first(
        others, lambda watch: clues_of_watch(work, watch), _clues_of_report(report), work.gazetteer
    )
    told = [watch for watch, score in ordered if _is_told(work, watch, report, score)]
    owners = {watch.person_id for watch in told}
    asked: dict[str, Watch] = {}
    for watch, score in ordered:
        if watch.person_id not in owners and _is_asked(work, watch, report, score):
            asked.setdefault(watch.person_id, watch)
    return told, list(asked.values())


async def reports_for(work: Work, watch: Watch) -> tuple[Sequence[Report], Sequence[Report]]:
    """The other way: public reports by other people that a watch should be told of, or asked about."""
    found = [
        (report, score)
        for report, score in await reports_named(work, watch.name, clues_of_watch(work, watch))
        if watch.person_id != report.finder_id
    ]
    told = [report for report, score in found if _is_told(work, watch, report, score)]
    asked = [report for report, score in found if _is_asked(work, watch, report, score)]
    return told, asked


def _is_told(work: Work, watch: Watch, report: Report, score: float) -> bool:
    """Whether the names are near enough to disturb somebody and nothing else speaks against it."""
    same_type = watch.type == report.type or DocumentType.OTHER in (watch.type, report.type)
    same_country = watch.country == report.country or Country.ELSEWHERE in (watch.country, report.country)
    return same_type and same_country and score >= thresholds(work).notify


def _is_asked(work: Work, watch: Watch, report: Report, score: float) -> bool:
    """Whether the names are too far to tell somebody, but near enough to ask, since all else agrees."""
    same_type = watch.type == report.type is not DocumentType.OTHER
    same_country = watch.country == report.country is not Country.ELSEWHERE
    limits = thresholds(work)
    return same_type and same_country and limits.ask <= score < limits.notify


def _clues_of_report(report: Report) -> Clues:
    return Clues(report.type, report.country, report.place, report.day, report.created_at)
