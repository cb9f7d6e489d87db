"""Search: an owner looks for their name, in whatever script they write; a few masked cards come back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.documents import Country, DocumentType, Report
from domain.forms import Answers
from domain.ids import read_code
from domain.people import Person
from matching.names import is_name
from matching.search import explain, score
from relay import caps, matches
from relay.caps import Cap
from relay.namesakes import Clues
from relay.work import Work
from storage import documents, watches

SHOWN = 5
"""Never a list of everything: who searches by their own name needs no more."""

WATCHES = 10
"""So many of the asker's own watches are looked at for what else they know, the newest ones."""

_WORD = re.compile(r"[^\W\d_]{2}")


async def search(work: Work, person: Person, answers: Answers) -> Sequence[Report]:
    """The likeliest reports for a name and, when given, a type and a country; at most 5.

    Refusal over the daily caps, before anything is looked up.
    """
    await caps.spend(work, person, Cap.SEARCH)
    await caps.seek(work, person, answers["name"])
    return await look(work, person, answers)


async def look(work: Work, person: Person, answers: Answers) -> Sequence[Report]:
    """The same for whoever's caps are settled."""
    if person.is_shadowed:
        return []
    found = await matches.reports_named(work, answers["name"], await _clues(work, person, answers))
    fitting = (report for report, _ in found if _fits(report, answers))
    return [report for report in fitting if _is_asked_for(report, answers["name"])][:SHOWN]


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


async def _clues(work: Work, person: Person, answers: Answers) -> Clues:
    """What tells namesakes apart: the answers and, where the asker waits for this very name, that watch."""
    clues = Clues(None, None, "", work.today, work.now)
    least = matches.thresholds(work).notify
    for watch in await watches.of_owner(work.tx, person.id, WATCHES):
        if score(watch.name, answers["name"]) >= least:
            clues = matches.clues_of_watch(work, watch)
            break
    if "type" in answers:
        clues = replace(clues, type=DocumentType(answers["type"]))
    return replace(clues, country=Country(answers["country"])) if "country" in answers else clues


def _is_asked_for(report: Report, name: str) -> bool:
    """Whether the name typed means this person: one word more may be a father's, two are somebody else's."""
    added, _ = explain(name, report.name).left
    return len(added) <= 1


def _fits(report: Report, answers: Answers) -> bool:
    same_type = answers.get("type", report.type) == report.type
    return same_type and answers.get("country", report.country) == report.country
