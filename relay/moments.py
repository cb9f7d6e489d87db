"""Moments that people choose ahead, on the clock of the page."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from domain.errors import Refusal
from domain.forms import NOW
from relay.work import Work

FARTHEST: Final = timedelta(days=30)
"""Nobody remembers what is further ahead."""

_TONIGHT: Final = time(19)
_MORNING: Final = time(10)
_TYPED: Final = re.compile(r"^(?:(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?[ ,]+)?(\d{1,2})[:.](\d{2})$")


def pick(work: Work, choice: str) -> str:
    """The moment that a button stands for, as an answer; Refusal when it is over for today."""
    if choice == NOW:
        return NOW
    day = work.today if choice == "tonight" else work.today + timedelta(days=1)
    at = _TONIGHT if choice == "tonight" else _MORNING
    return _ahead(work, datetime.combine(day, at, work.policy.zone)).isoformat()


def read(work: Work, text: str) -> str:
    """The moment in `24.11 18:30`, `24.11.2026 18:30` or, for today, `18:30`; Refusal when it is none.

    Refusal, too, when it is over or more than 30 days ahead.
    """
    found = _TYPED.match(text.strip())
    if found is None:
        raise Refusal("form-moment-unreadable")
    day, month, year, hour, minute = found.groups()
    now = work.now.astimezone(work.policy.zone)
    try:
        at = time(int(hour), int(minute))
        on = date(int(year or now.year), int(month or now.month), int(day or now.day))
        if month and not year and on < now.date() - FARTHEST:  # in December, January is next year's
            on = date(now.year + 1, int(month), int(day))
    except ValueError as fault:  # no day or no hour of any calendar
        raise Refusal("form-moment-unreadable") from fault
    return _ahead(work, datetime.combine(on, at, work.policy.zone)).isoformat()


def opened(work: Work, answer: str) -> datetime:
    """The moment an answer stands for, in UTC; Refusal when it is over by now."""
    return work.now if answer == NOW else _ahead(work, datetime.fromisoformat(answer))


def _ahead(work: Work, moment: datetime) -> datetime:
    if not work.now < moment <= work.now + FARTHEST:
        raise Refusal("form-moment-past", limit=FARTHEST.days)
    return moment.astimezone(UTC)
