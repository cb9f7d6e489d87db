"""What the coming digests will hold: the rules of `relay/repost_policy.py`, played forward."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.reposts import Item, ItemKind, Rules, Showing
from relay.repost_policy import WEEK, Week, choose, may_digest, next_part, order, shown, week_of


@dataclass(frozen=True, slots=True)
class Planned:
    """A digest to come: the part of the day it is of, and what stands in it as things are now."""

    part: datetime
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Timetable:
    """What the coming digests follow from: what is open, what was shown in the last week, the latest digest.

    `done_part` is the part of the day that had the latest digest, `last_made_at` when that was made.
    """

    items: Iterable[Item]
    showings: Iterable[Showing] = ()
    paused: Collection[ItemKind] = ()
    last_made_at: datetime | None = None
    done_part: datetime | None = None


def calendar(
    timetable: Timetable, now: datetime, days: int, rules: Rules, zone: ZoneInfo
) -> Iterator[Planned]:
    """Give the digests from `now` until so many days later, if nothing is new, ends or is held up.

    An appeal is planned for the first part of a day that begins with room for it; it may come a little
    earlier, within the part before.
    """
    player = _Player(timetable, rules, zone)
    moment, end = now, now + timedelta(days=days)
    while moment < end:
        planned = player.play(moment)
        if planned is not None:
            yield planned
        moment = player.after(moment)


def _not_due(item: Item) -> tuple[datetime, str, ItemKind, Item]:
    return item.due_at, item.subject, item.kind, item


def _in_turn(item: Item) -> tuple[int, datetime, str, ItemKind, Item]:
    return *order(item), item.kind, item


@dataclass(slots=True)
class _Due:
    """What is due of the appeals, or of all others, the first in the order of the timetable on top."""

    heap: list[tuple[int, datetime, str, ItemKind, Item]] = field(default_factory=list)

    def put(self, item: Item) -> None:
        heapq.heappush(self.heap, _in_turn(item))

    def take(self, most: int) -> list[Item]:
        return [heapq.heappop(self.heap)[-1] for _ in range(min(most, len(self.heap)))]


class _Player:
    """The timetable at a moment ahead. Heaps, so that a digest costs its lines and not all that is open."""

    def __init__(self, timetable: Timetable, rules: Rules, zone: ZoneInfo) -> None:
        self._rules = rules
        self._zone = zone
        self._paused = timetable.paused
        self._showings = list(timetable.showings)
        self._last_made_at = timetable.last_made_at
        self._done_part = timetable.done_part
        self._waiting = [_not_due(item) for item in timetable.items if item.kind not in timetable.paused]
        heapq.heapify(self._waiting)
        self._due = {is_appeal: _Due() for is_appeal in (True, False)}

    def play(self, now: datetime) -> Planned | None:
        """The digest that is made at a moment; None when there is none."""
        rules, zone = self._rules, self._zone
        self._showings = [showing for showing in self._showings if now - showing.at < WEEK]
        week = week_of(self._showings, now, zone)
        part = may_digest(now, self._last_made_at, self._done_part, week, rules, zone)
        if part is None:
            return None
        chosen = self._choose(part, week)
        if not chosen:
            return None
        self._last_made_at, self._done_part = now, part
        for item in chosen:
            heapq.heappush(self._waiting, _not_due(shown(item, part, now, rules, zone)))
        self._showings += [Showing(item.kind, item.subject, now, part.isoformat()) for item in chosen]
        return Planned(part, chosen)

    def after(self, now: datetime) -> datetime:
        """The next moment that may bring a digest: a part begins, quiet hours end, the rest is over."""
        rules, zone = self._rules, self._zone
        quiet_until = rules.quiet.until(now, zone) if rules.quiet is not None else None
        rest = timedelta(hours=rules.rest_hours)
        rested = self._last_made_at + rest if self._last_made_at is not None else None
        ahead = (next_part(now, rules, zone), quiet_until, rested)
        return min(moment for moment in ahead if moment is not None and moment > now)

    def _choose(self, part: datetime, week: Week) -> Sequence[Item]:
        while self._waiting and self._waiting[0][0] <= part:
            item = heapq.heappop(self._waiting)[-1]
            self._due[item.kind is ItemKind.APPEAL].put(item)
        first = [item for due in self._due.values() for item in due.take(self._rules.lines)]
        chosen = choose(first, week, self._rules, self._paused)
        shown_now = {(item.kind, item.subject) for item in chosen}
        for item in first:
            if (item.kind, item.subject) not in shown_now:
                self._due[item.kind is ItemKind.APPEAL].put(item)
        return chosen
