"""Search: an owner looks for their name, in whatever script they write; a few masked cards come back."""

import re
from collections.abc import Sequence

from domain.documents import Report
from domain.forms import Answers
from domain.ids import read_code
from domain.people import Person
from matching.names import is_name
from relay import caps, matches
from relay.caps import Cap
from relay.work import Work
from storage import documents

SHOWN = 5
"""Never a list of everything: who searches by their own name needs no more."""

_WORD = re.compile(r"[^\W\d_]{2}")


async def search(work: Work, person: Person, answers: Answers) -> Sequence[Report]:
    """The likeliest reports for a name and, when given, a type and a country; at most 5.

    Refusal over the daily caps, before anything is looked up.
    """
    await caps.spend(work, person, Cap.SEARCH)
    await caps.seek(work, person, answers["name"])
    if person.is_shadowed:
        return []
    found = await matches.reports_named(work, answers["name"])
    return [report for report, _ in found if _fits(report, answers)][:SHOWN]


async def by_code(work: Work, text: str) -> Report | None:
    """The public report whose code was typed; None when the text is no such code."""
    code = read_code(text)
    report = await documents.find_code(work.tx, code) if code else None
    return report if report and report.is_public else None


def is_searchable(text: str) -> bool:
    """Whether what a person wrote looks like a name to search; mere initials are none: they fit thousands."""
    return is_name(text) and bool(_WORD.search(text))


def is_full_name(text: str) -> bool:
    """Whether it is a name of several words, enough to search by alone."""
    return is_searchable(text) and " " in text.strip()


def _fits(report: Report, answers: Answers) -> bool:
    same_type = answers.get("type", report.type) == report.type
    return same_type and answers.get("country", report.country) == report.country
