"""Care: what whoever reported a document, or waits for one, hears from us now, and when to look again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.documents import Report, ReportState, Whereabouts

ADVISED_AFTER: Final = (timedelta(days=7), timedelta(days=30))
"""After so long with its finder a document is better handed in: counted from the day it was reported."""

LOOKED_AT_EVERY: Final = timedelta(days=1)
"""So soon a changed setting reaches what is open already."""

UNASKED: Final = timedelta(days=1)
"""What is open no longer than this runs out without a question before."""

LAST_SILENCE: Final = 2
"""So many questions without an answer, and nobody waits any more."""

_DAY: Final = timedelta(days=1)
_WARNED_BEFORE: Final = (timedelta(days=7), timedelta(days=2))
_PART_LEFT: Final = (4, 15)
"""Of a short span a fourth and a fifteenth is left at the warnings."""

_ASKED: Final = (ReportState.OPEN, ReportState.WITH_AUTHORITIES)
"""Everybody sees it and nobody has come: its finder is asked to keep it open."""


class Word(StrEnum):
    """What is said: hand it in rather, is it still there, it has run out."""

    ADVICE = "advice"
    WARNING = "warning"
    END = "end"


@dataclass(frozen=True, slots=True)
class Care:
    """What is to be said now, None for nothing, and when to look again; None where all is over."""

    word: Word | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Times:
    """The moments of one report. `since` is when its finder last heard from us or said that it holds."""

    advice: Sequence[datetime]
    warnings: Sequence[datetime]
    end: datetime | None
    since: datetime
    rest: timedelta
    late: timedelta


def of_report(report: Report, cared_at: datetime | None, span: timedelta, now: datetime) -> Care:
    """What the finder of a live report is to hear.

    `cared_at` is when they last heard something, None for never; `span` is how long a report stays open
    after it was renewed. After an outage only the one thing is said that matters most, and never two within
    a day, or within the time between both warnings where that is shorter. A warning holds the advice, the
    end holds both: close before it nothing is said.
    """
    times = _times(report, cared_at, span)
    if times.end is not None and times.end <= now:
        return Care(Word.END, None)
    word = _word(times, now)
    said = now if word else times.since
    ahead = [max(at, said + times.rest) for at in (*times.advice, *times.warnings) if at > said]
    if times.end is not None:
        ahead.append(times.end)
    return Care(word, min([now + LOOKED_AT_EVERY, *(at for at in ahead if at > now)]))


def of_watch(care_at: datetime, created_at: datetime, silences: int, every: timedelta, now: datetime) -> Care:
    """What an owner who waits is to hear: a WARNING is the question, the END follows two without an answer.

    `care_at` is when they were to be asked; nobody is asked sooner than `every` after they began to wait.
    """
    due = max(care_at, created_at + every)
    if due > now:
        return Care(None, due)
    if silences >= LAST_SILENCE:
        return Care(Word.END, None)
    return Care(Word.WARNING, now + every)


def _times(report: Report, cared_at: datetime | None, span: timedelta) -> _Times:
    begun = report.renewed_at
    first, last = _leads(span)
    asked = report.state in _ASKED and span > UNASKED
    advised = report.state is ReportState.OPEN and report.whereabouts is Whereabouts.FINDER
    end = begun + span
    return _Times(
        advice=[report.created_at + after for after in ADVISED_AFTER] if advised else (),
        warnings=(end - first, end - last) if asked else (),
        end=None if report.state is ReportState.CLAIMED else end,
        since=max(begun, cared_at or begun),
        rest=min(_DAY, first - last),
        late=last / 2,
    )


def _leads(span: timedelta) -> tuple[timedelta, timedelta]:
    """How long before the end both warnings are said."""
    first, last = (min(lead, span / part) for lead, part in zip(_WARNED_BEFORE, _PART_LEFT, strict=True))
    return first, last


def _word(times: _Times, now: datetime) -> Word | None:
    """What is due and not said yet; advice is left to a warning soon after, or to the last one."""
    if now < times.since + times.rest or (times.end is not None and times.end - now < times.late):
        return None
    if any(times.since < at <= now for at in times.warnings):
        return Word.WARNING
    soon = any(now < at <= now + times.rest for at in times.warnings)
    warned = bool(times.warnings) and times.warnings[-1] <= now
    due = any(times.since < at <= now for at in times.advice)
    return Word.ADVICE if due and not soon and not warned else None
