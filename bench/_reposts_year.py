"""A year of a page in memory: what becomes public and ends, and what the rules of reposts make of it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from domain.reposts import Item, ItemKind, Rules, Showing
from relay import repost_policy as policy

ZONE: Final = ZoneInfo("Asia/Tashkent")
START: Final = datetime(2026, 1, 1, 0, tzinfo=ZONE).astimezone(UTC)
LOOKS: Final = timedelta(minutes=30)
_WAKING: Final = (7.0, 24.0)
_DAYS_OPEN: Final = {ItemKind.FIND: 12, ItemKind.WATCH: 45, ItemKind.QUESTION: 10, ItemKind.APPEAL: 30}
_OVER_AFTER: Final = {ItemKind.FIND: 30}


class Page(NamedTuple):
    """How much comes in, of each kind a week, and for how many days."""

    days: int
    per_week: dict[ItemKind, int]
    seed: int


class Birth(NamedTuple):
    """Something that becomes public at a moment, and is over at another."""

    at: datetime
    over: datetime
    kind: ItemKind
    subject: str


@dataclass
class Year:
    """The channel as it goes, and what is counted of it."""

    rules: Rules
    open: dict[str, tuple[Item, datetime]] = field(default_factory=dict)
    showings: list[Showing] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    waits: dict[bool, list[float]] = field(default_factory=lambda: {True: [], False: []})
    last: tuple[datetime, datetime] | None = None
    _recent: list[Showing] = field(default_factory=list)

    def begin(self, birth: Birth) -> None:
        """Something becomes public: in a post of its own where there is room."""
        now, rules = birth.at, self.rules
        week = policy.week_of(self._recent, now, ZONE)
        fits = policy.single_post_fits(now, self.last[0] if self.last else None, week, rules, ZONE)
        fits = fits and (birth.kind is not ItemKind.APPEAL or policy.appeal_fits(week, rules))
        item = policy.first(birth.kind, birth.subject, now, rules, ZONE, posted=fits)
        self.open[birth.subject] = (item, birth.over)
        if fits:
            self._show([item], now, birth.subject)

    def look(self, now: datetime) -> None:
        """What the bot does every few minutes."""
        part, made_at = self.last or (None, None)
        week = policy.week_of(self._recent, now, ZONE)
        present = policy.may_digest(now, made_at, part, week, self.rules, ZONE)
        if present is None:
            return
        self._end_what_is_over(now)
        due = [item for item, _ in self.open.values() if item.due_at <= present]
        chosen = policy.choose(due, week, self.rules, ())
        if not chosen:
            return
        self.last = (present, now)
        self.lines.append(len(chosen))
        for item in chosen:
            self._wait(item, now)
            again = policy.shown(item, present, now, self.rules, ZONE)
            self.open[item.subject] = (again, self.open[item.subject][1])
        self._show(chosen, now, present.isoformat())

    def close(self, now: datetime) -> None:
        """The year is over: who still waits counts too."""
        self._end_what_is_over(now)
        for item, _ in self.open.values():
            if item.due_at < now:
                self._wait(item, now)

    def _wait(self, item: Item, now: datetime) -> None:
        since = policy.next_part(item.due_at - timedelta.resolution, self.rules, ZONE)
        waited = max(timedelta(), now - since)
        self.waits[item.kind is ItemKind.APPEAL].append(waited / timedelta(hours=1))

    def _show(self, items: Sequence[Item], now: datetime, post: str) -> None:
        fresh = [Showing(item.kind, item.subject, now, post) for item in items]
        self.showings += fresh
        self._recent = [*(each for each in self._recent if now - each.at < policy.WEEK), *fresh]

    def _end_what_is_over(self, now: datetime) -> None:
        ended = [subject for subject, (_, over) in self.open.items() if over <= now]
        self.times += [self.open.pop(subject)[0].shown for subject in ended]


def births(page: Page) -> Sequence[Birth]:
    """Everything that becomes public, in its order."""
    dice = Random(page.seed)  # noqa: S311 - the same year every time
    made: list[Birth] = []
    for kind, per_week in page.per_week.items():
        for number in range(round(per_week * page.days / policy.WEEK.days)):
            at = START + timedelta(days=dice.randrange(page.days), hours=dice.uniform(*_WAKING))
            days = min(dice.expovariate(1 / _DAYS_OPEN[kind]), _OVER_AFTER.get(kind, 365))
            made.append(Birth(at, at + timedelta(days=days), kind, f"{kind}{number}"))
    return sorted(made)


def simulate(page: Page, rules: Rules) -> Year:
    """Let the days go by."""
    year, coming = Year(rules), deque(births(page))
    for step in range(page.days * timedelta(days=1) // LOOKS):
        now = START + step * LOOKS
        while coming and coming[0].at <= now:
            year.begin(coming.popleft())
        year.look(now)
    year.close(START + timedelta(days=page.days))
    return year
