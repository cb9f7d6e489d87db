"""Which items come back to the channel and when: the rules of `docs/reposts.md` as pure functions.

Moments are given and given back in UTC; `zone` is that of the channel's clock. Which digests were made is
told by the latest: its part of the day (`done_part`) and when it was made. Where a clock was put back, older
parts may have had theirs too: the store refuses a second digest of a part.
"""

import heapq
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Final
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.reposts import FIRST, Item, ItemKind, Rules, Showing

WEEK: Final = timedelta(days=7)
"""The budget of appeals is counted over so long."""

_ROUNDING: Final = 1e-9
"""0.29 * 100 is a little less than 29."""


@dataclass(frozen=True, slots=True)
class Week:
    """What was shown within seven days, how much of it were appeals; and the messages of the local day."""

    showings: int = 0
    appeals: int = 0
    posts_today: int = 0


def week_of(showings: Iterable[Showing], now: datetime, zone: ZoneInfo) -> Week:
    """Count what was shown within the seven days before `now`, and in the local day of `now`.

    After a clock was put back the showings of the seven days ahead count too: they have been seen.
    """
    near = [showing for showing in showings if abs(now - showing.at) < WEEK]
    today = local_day(now, zone)
    begin, end = (_moment(today + timedelta(days=days), time(), zone) for days in (0, 1))
    posts = {showing.post for showing in near if begin <= showing.at < end}
    return Week(len(near), sum(_is_appeal(showing) for showing in near), len(posts))


def part_at(now: datetime, rules: Rules, zone: ZoneInfo) -> datetime | None:
    """When the part of the day began that `now` lies in; None in quiet hours and before the first part.

    A part that would begin in quiet hours does not take place.
    """
    if _is_quiet(now, rules, zone):
        return None
    begun = [part for part in _parts_of(local_day(now, zone), rules, zone) if part <= now]
    return None if not begun or _is_quiet(begun[-1], rules, zone) else begun[-1]


def next_part(now: datetime, rules: Rules, zone: ZoneInfo) -> datetime:
    """When the next part of a day begins."""
    today = local_day(now, zone)
    days = (today + timedelta(days=ahead) for ahead in count())
    return next(part for day in days for part in _taking_place(day, rules, zone) if part > now)


def may_digest(  # noqa: PLR0913, PLR0917 - what the rules are applied to, told apart
    now: datetime,
    last_made_at: datetime | None,
    done_part: datetime | None,
    week: Week,
    rules: Rules,
    zone: ZoneInfo,
) -> datetime | None:
    """The part of the day whose digest is to be made now; None when there is none to make.

    Parts that were missed are gone. A digest made by a clock that was ahead is as far away as it seems.
    """
    part = part_at(now, rules, zone)
    if part is None or part == done_part or messages_left(week, rules) <= 0:
        return None
    rests = last_made_at is not None and abs(now - last_made_at) < timedelta(hours=rules.rest_hours)
    return None if rests else part


def single_post_fits(
    now: datetime, done_part: datetime | None, week: Week, rules: Rules, zone: ZoneInfo
) -> bool:
    """Whether an item may have its first post for itself: each digest still to come today keeps its place."""
    present = part_at(now, rules, zone)
    to_come = sum(part > now for part in _taking_place(local_day(now, zone), rules, zone))
    waiting = to_come + (present is not None and present != done_part)
    return messages_left(week, rules) > waiting


def messages_left(week: Week, rules: Rules) -> int:
    """How many more messages the channel may have in the local day."""
    return max(0, rules.posts_per_day - week.posts_today)


def appeal_fits(week: Week, rules: Rules) -> bool:
    """Whether an appeal may be shown now by itself."""
    return week.appeals + 1 <= _most_appeals(week.showings + 1, rules)


def order(item: Item) -> tuple[int, datetime, str]:
    """What goes before what: a smaller turn, then what is due longest, then the subject."""
    return item.turn, item.due_at, item.subject


def choose(due: Iterable[Item], week: Week, rules: Rules, paused: Collection[ItemKind]) -> Sequence[Item]:
    """What stands in a digest, of all that is due by its part of the day; in the order of the timetable.

    An appeal that the budget has no room for leaves its line to the next other item.
    """
    wanted = [item for item in due if item.kind not in paused]
    others = heapq.nsmallest(rules.lines, (item for item in wanted if not _is_appeal(item)), key=order)
    appeals = heapq.nsmallest(rules.lines, (item for item in wanted if _is_appeal(item)), key=order)
    for allowed in range(len(appeals), 0, -1):
        chosen = sorted((*others, *appeals[:allowed]), key=order)[: rules.lines]
        shown = sum(map(_is_appeal, chosen))
        if week.appeals + shown <= _most_appeals(week.showings + len(chosen), rules):
            return chosen
    return others


def first(  # noqa: PLR0913 - a flag beside the two words of an item and the rules
    kind: ItemKind, subject: str, now: datetime, rules: Rules, zone: ZoneInfo, *, posted: bool
) -> Item:
    """An item that becomes public: posted by itself just now, or it goes first in the next digest."""
    item = Item(kind, subject, 0, FIRST, now, None, now)
    return shown(item, now, now, rules, zone) if posted else item


def shown(item: Item, at: datetime, now: datetime, rules: Rules, zone: ZoneInfo) -> Item:
    """The item after a showing `now`, which counts from `at`: the beginning of a digest's part, else `now`.

    So what is shown late does not fall due later and later.
    """
    times = item.shown + 1
    due_at = _due(at, _gap(times, rules), now, zone)
    return replace(item, shown=times, turn=_turn(times, rules), shown_at=at, due_at=due_at)


def skipped(item: Item, now: datetime, rules: Rules, zone: ZoneInfo) -> Item:
    """The item without its next showing: it rests from the day it was due, as if it had been shown."""
    due_at = _due(item.due_at, _gap(item.shown + 1, rules), now, zone)
    return replace(item, turn=_turn(item.shown, rules), due_at=due_at)


def forward(item: Item, now: datetime) -> Item:
    """The item brought forward: it goes first in the next digest."""
    return replace(item, turn=FIRST, due_at=now)


def _due(since: datetime, gap: int, now: datetime, zone: ZoneInfo) -> datetime:
    """The same hour of the clock so many days later, where that is over already so many days from now."""
    due_at = _later(since, gap, zone)
    return due_at if due_at > now else _later(now, gap, zone)


def _later(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    return _moment(local.date() + timedelta(days=days), local.time(), zone)


def _moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """A moment of the clock on the wall: of two the first; one that it skips is as long after the skip."""
    return datetime.combine(day, hour.replace(fold=0), zone).astimezone(UTC)


def _parts_of(day: date, rules: Rules, zone: ZoneInfo) -> Sequence[datetime]:
    """When the parts of a day begin, in order: a clock that is moved may let two begin at once."""
    return sorted(_moment(day, time(hour), zone) for hour in rules.parts)


def _taking_place(day: date, rules: Rules, zone: ZoneInfo) -> Iterator[datetime]:
    return (part for part in _parts_of(day, rules, zone) if not _is_quiet(part, rules, zone))


def _is_quiet(moment: datetime, rules: Rules, zone: ZoneInfo) -> bool:
    return rules.quiet is not None and rules.quiet.holds(moment.astimezone(zone))


def _is_appeal(each: Item | Showing) -> bool:
    return each.kind is ItemKind.APPEAL


def _most_appeals(showings: int, rules: Rules) -> int:
    """How many of so many showings within a week may be appeals."""
    share = math.floor(rules.appeal_share * showings + _ROUNDING)
    return min(rules.appeals_per_week, max(1, share))


def _gap(times: int, rules: Rules) -> int:
    """Days from the so-manieth showing to the next."""
    return rules.gaps[min(times, len(rules.gaps)) - 1]


def _turn(times: int, rules: Rules) -> int:
    return min(times, len(rules.gaps))
