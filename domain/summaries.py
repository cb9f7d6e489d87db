"""The weekly summary: what is counted for the channel, and what is stuck for the moderators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.cases import CaseKind
from domain.reposts import ItemKind

WEEK: Final = timedelta(days=7)

ELSEWHERE: Final = ""
"""The place of all that is counted together: little known places, and what people wrote themselves."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of the channel's calendar that end before `sunday`, the day on which they are told."""

    sunday: date

    @property
    def days(self) -> Sequence[date]:
        """All seven, the first one first."""
        return [self.sunday - WEEK + timedelta(days=number) for number in range(WEEK.days)]


@dataclass(frozen=True, slots=True)
class Place:
    """Documents of one place (a gazetteer code, or ELSEWHERE): came home in the week, wait now."""

    code: str
    returned: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Home:
    """A document that came home: when it was reported and given back, and where it was found, as stored."""

    found: datetime
    returned: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A week in numbers; nothing in it is anybody's.

    `returned`, `found` and `answered` (medical questions) are of that week, `waiting` (reports everybody may
    find), `owners` (open watches) and `appeals` (open ones) of the moment. `proven` of those appeals got an
    entry with a receipt in that week. `days` is the median from report to return, in whole days; None when
    nothing came home. `places` are those with most, ELSEWHERE last.
    """

    returned: int
    found: int
    waiting: int
    owners: int
    days: int | None
    places: Sequence[Place]
    answered: int = 0
    appeals: int = 0
    proven: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        counted = (self.returned, self.found, self.waiting, self.owners, self.answered, self.appeals)
        return not any(counted)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each thing may wait before it counts as stuck."""

    cases: timedelta = timedelta(days=3)
    claims: timedelta = timedelta(days=3)
    conversations: timedelta = timedelta(days=5)
    finds: timedelta = timedelta(days=14)
    reposts: timedelta = timedelta(days=3)
    outcomes: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Stuck:
    """What waits too long, counted.

    `cases` by kind; `posts` in the channels that failed or are in doubt; `claims` that wait for an answer;
    `conversations` without a word; `unclaimed` finds that nobody has claimed; `overdue` items of the channel,
    those of `paused` kinds not among them; `outcomes` of ended appeals that nobody has told.
    """

    cases: Mapping[CaseKind, int]
    posts: int
    claims: int
    conversations: int
    unclaimed: int
    overdue: int
    paused: Sequence[ItemKind]
    outcomes: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether everything goes its way."""
        counted = (
            self.posts,
            self.claims,
            self.conversations,
            self.unclaimed,
            self.overdue,
            self.outcomes,
        )
        return not (self.cases or self.paused or any(counted))
