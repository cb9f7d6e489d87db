"""Matches: finding whose document a report may be. A match is a proposal, never a verdict."""

from collections.abc import Sequence

from domain.documents import Country, DocumentType, Report, Watch
from matching.search import NOTIFY, SHOW, keys, score
from relay.work import Work
from storage import documents, names, watches
from storage.names import Indexed

CANDIDATES = 300
"""How many records that share a search key are opened and compared; a full score costs well under 1 ms."""


async def index_report(work: Work, report: Report) -> None:
    """Make a report findable by its name."""
    await names.put(work.tx, Indexed.REPORT, report.id, keys(report.name))


async def index_watch(work: Work, watch: Watch) -> None:
    """Make a watch findable by its name."""
    await names.put(work.tx, Indexed.WATCH, watch.id, keys(watch.name))


async def forget(work: Work, subject_id: str) -> None:
    """Make a report or a watch unfindable."""
    await names.remove(work.tx, subject_id)


async def reports_named(work: Work, name: str) -> Sequence[tuple[Report, float]]:
    """Public reports whose name may be this one, likeliest first, each with its score of at least SHOW."""
    ids = await names.candidates(work.tx, Indexed.REPORT, keys(name), CANDIDATES)
    scored = [(report, score(name, report.name)) for report in await documents.public_among(work.tx, ids)]
    return sorted(
        (pair for pair in scored if pair[1] >= SHOW),
        key=lambda pair: (-pair[1], pair[0].created_at),
    )


async def watches_for(work: Work, report: Report) -> Sequence[Watch]:
    """Open watches of other people that this report should be told to."""
    ids = await names.candidates(work.tx, Indexed.WATCH, keys(report.name), CANDIDATES)
    return [
        watch
        for watch in await watches.open_among(work.tx, ids)
        if watch.person_id != report.finder_id and _is_told(watch, report)
    ]


async def reports_for(work: Work, watch: Watch) -> Sequence[Report]:
    """Public reports by other people that this watch should be told of, likeliest first."""
    return [
        report
        for report, _ in await reports_named(work, watch.name)
        if watch.person_id != report.finder_id and _is_told(watch, report)
    ]


def _is_told(watch: Watch, report: Report) -> bool:
    """Whether the names are near enough to disturb somebody and nothing else speaks against it."""
    same_type = watch.type == report.type or DocumentType.OTHER in (watch.type, report.type)
    same_country = watch.country == report.country or Country.ELSEWHERE in (watch.country, report.country)
    return same_type and same_country and score(watch.name, report.name) >= NOTIFY
