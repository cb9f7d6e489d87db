"""Search: an owner looks for their name, in whatever script they write; a few masked cards come back."""

from collections.abc import Sequence

from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.forms import Answers
from domain.ids import read_code
from domain.people import Person
from matching.names import is_name
from relay import matches
from relay.work import Work
from storage import counters, documents

SHOWN = 5
"""Never a list of everything: who searches by their own name needs no more."""

ACTION = "search"


async def search(work: Work, person: Person, answers: Answers) -> Sequence[Report]:
    """The likeliest open reports for a name and, when given, a type and a country; at most 5.

    Refusal over the daily cap.
    """
    used = await counters.increase(work.tx, person.id, ACTION, work.today)
    if used > work.policy.searches_per_day:
        raise Refusal("search-too-many", limit=work.policy.searches_per_day)
    found = await matches.reports_named(work, answers["name"])
    return [report for report, _ in found if _fits(report, answers)][:SHOWN]


async def by_code(work: Work, text: str) -> Report | None:
    """The open report whose code was typed; None when the text is no such code."""
    code = read_code(text)
    report = await documents.find_code(work.tx, code) if code else None
    return report if report and report.state is ReportState.OPEN else None


def is_searchable(text: str) -> bool:
    """Whether what a person wrote looks like a name to search."""
    return is_name(text)


def is_full_name(text: str) -> bool:
    """Whether it is a name of several words, enough to search by alone."""
    return is_name(text) and " " in text.strip()


def _fits(report: Report, answers: Answers) -> bool:
    same_type = answers.get("type", report.type) == report.type
    return same_type and answers.get("country", report.country) == report.country
