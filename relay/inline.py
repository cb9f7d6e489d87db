"""Inline: a name typed behind the bot's own in any chat; a search's cards at a search's price.

A client sends a query for nearly every letter. What is typed in one go, each text beginning with the one
before (or taking letters back), is a *line*: it costs one search and one name, and shows as many cards as one
search does. Whoever takes letters back and goes on with others begins a new line, so that guessing a surname
letter by letter costs a search for each guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.documents import Report
from domain.people import Person
from locales.choice import choose
from matching.names import clean
from relay import caps
from relay.caps import Cap
from relay.search import SHOWN, is_full_name, is_searchable, look
from relay.work import Work
from storage import bans, people

PAUSE = timedelta(minutes=1)
"""Who stops for so long has begun anew. Until then a line is remembered, in memory alone."""

LETTERS = 2
"""A last word shorter than this has only been begun: a letter fits thousands."""


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody is typing: its longest text so far, when it was last typed at, the codes it has shown."""

    text: str
    at: datetime
    shown: frozenset[str]


class Typing:
    """The lines of the last minute, by the person who types."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def line(self, telegram_id: int, name: str, now: datetime) -> Line | None:
        """The line that a name goes on with, forward or back; None when it begins a new one."""
        line = self._lines.get(telegram_id)
        if line is None or now - line.at > PAUSE:
            return None
        return line if caps.begins(line.text, name) or caps.begins(name, line.text) else None

    def keep(self, telegram_id: int, line: Line) -> None:
        """Remember how far somebody has come, and nobody any longer who stopped before."""
        self._lines = {who: one for who, one in self._lines.items() if line.at - one.at <= PAUSE}
        self._lines[telegram_id] = line


async def asker(work: Work, telegram_id: int, client_language: str | None) -> Person:
    """Who types: the person as known, or a stranger, who is not made known by it.

    Caps, bans and counted names need no more than the Telegram id's keyed hash.
    """
    known = await people.find(work.tx, telegram_id, work.now)
    if known is not None:
        return known
    return Person(
        id="",
        telegram_id=telegram_id,
        language=choose(client_language),
        language_chosen=False,
        consented_at=None,
        reachable=False,
        intent=None,
        known_since=work.now,
        ban=await bans.find(work.tx, telegram_id, work.now),
    )


def name_in(text: str) -> str | None:
    """The full name in what was typed; None while it is none or its last word has only been begun."""
    name = clean(text)
    last = name.rpartition(" ")[2].strip(".")
    return name if is_searchable(text) and is_full_name(name) and len(last) >= LETTERS else None


async def found(work: Work, person: Person, name: str, line: Line | None) -> tuple[Sequence[Report], Line]:
    """The likeliest reports for a name, at most 5, and the line as it stands then.

    `line` is what the name goes on with. Refusal over the daily caps of a search.
    """
    if line is not None:
        reports = await look(work, person, {"name": name})
        shown = line.shown | {report.code for report in reports}
        if len(shown) <= SHOWN:
            await caps.seek_typed(work, person, name, line.text)
            return reports, Line(max(line.text, name, key=len), work.now, shown)
    await caps.spend(work, person, Cap.SEARCH)
    await caps.seek_typed(work, person, name, None)
    reports = await look(work, person, {"name": name})
    return reports, Line(name, work.now, frozenset(report.code for report in reports))
