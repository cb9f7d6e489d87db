"""What comes back to the channel while it is unresolved: items, their turns, the timetable's rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Final

from domain.subscriptions import QUIET_AT_NIGHT, Quiet


class ItemKind(StrEnum):
    """What may stand in the channel as an item of its own, in the order of a digest's parts."""

    APPEAL = "appeal"
    FIND = "find"
    WATCH = "watch"
    QUESTION = "question"


_DAYS: Final = range(1, 3651)
_HOURS: Final = range(24)
_ANY_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)


def _rises(numbers: Sequence[int], span: range) -> bool:
    """Whether there are numbers, all within the span, each above the one before."""
    within = all(number in span for number in numbers)
    return bool(numbers) and within and all(low < high for low, high in pairwise(numbers))


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of the timetable; `docs/reposts.md` is the table that explains them.

    `after`: days since the first post after which an item is shown again; the last gap goes on for ever.
    `quiet`: hours of the channel's clock in which nothing is reposted. `parts`: hours at which the parts of
    a day begin, each with one digest at most. `lines`: of one digest. `posts_per_day`: messages a day in one
    channel, single posts and digests together; a digest that has two messages counts twice.
    `appeals_per_week` and `appeal_share`: how many showings within any 7 days, and which part of all of
    them, may be appeals; one appeal a week is always allowed. `rest_hours`: at least between two digests.

    ValueError, which names the number, where nothing could ever be shown, or at hours that no clock has.
    """

    after: tuple[int, ...] = (1, 3, 7, 14, 30)
    quiet: Quiet | None = QUIET_AT_NIGHT
    parts: tuple[int, ...] = (9, 13, 19)
    lines: int = 10
    posts_per_day: int = 20
    appeals_per_week: int = 2
    appeal_share: float = 0.2
    rest_hours: int = 2

    def __post_init__(self) -> None:
        """Refuse what is no timetable."""
        kept = {
            "after: days 1-3650, each later than the one before": _rises(self.after, _DAYS),
            "parts: hours 0-23, each later than the one before": _rises(self.parts, _HOURS),
            "lines: at least 1": self.lines >= 1,
            "posts_per_day: at least 1": self.posts_per_day >= 1,
            "appeals_per_week: at least 0": self.appeals_per_week >= 0,
            "appeal_share: from 0 to 1": 0 <= self.appeal_share <= 1,
            "rest_hours: at least 0": self.rest_hours >= 0,
            "quiet: one part of the day begins outside": not all(map(self._is_quiet, self.parts)),
        }
        if broken := [rule for rule, is_kept in kept.items() if not is_kept]:
            raise ValueError("; ".join(broken))

    def _is_quiet(self, hour: int) -> bool:
        return self.quiet is not None and self.quiet.holds(_ANY_DAY.replace(hour=hour % len(_HOURS)))

    @property
    def gaps(self) -> Sequence[int]:
        """Days between one showing and the next: 1, 2, 4, 7, 16 and then 16 again and again."""
        return [late - early for early, late in zip((0, *self.after), self.after, strict=False)]


FIRST: Final = 0
"""The turn of what is to be shown before all others: it never was, or a moderator brought it forward."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something unresolved on the timetable. `subject` is the id of the report, watch, question or appeal.

    `shown` is how often it was shown, `since` when it became public, `shown_at` its last showing (None before
    the first). It may be shown again from `due_at` on. Of what is due, a smaller `turn` goes first: it is
    FIRST or how often the item was shown, up to the number of gaps; within a turn what is due longest.
    """

    kind: ItemKind
    subject: str
    shown: int
    turn: int
    since: datetime
    shown_at: datetime | None
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Showing:
    """One appearance in the channel: an item in a message of its own or as a line of a digest.

    `post` is the id of the message's delivery; the lines of one message share it.
    """

    kind: ItemKind
    subject: str
    at: datetime
    post: str
