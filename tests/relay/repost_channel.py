"""A channel in memory with the policy of reposts alone, and what must be true of it after each step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from domain.clock import local_day
from domain.reposts import Item, ItemKind, Rules, Showing
from relay import repost_policy as policy

WEEK = timedelta(days=7)
REMEMBERED = timedelta(days=16)


@dataclass
class Made:
    """A digest that was made: how long it was, and what was paused then."""

    part: datetime
    at: datetime
    lines: int
    paused: frozenset[ItemKind]


@dataclass
class Open:
    """An item on the timetable; after how many digests it was put there; when it was shown, its gap."""

    item: Item
    made_before: int
    seen: datetime | None = None
    gap: int = 0


def order(item: Item) -> tuple[int, datetime, str]:
    return item.turn, item.due_at, item.subject


@dataclass
class Channel:
    """A store as small as can be, the bot's round over it, and what must be true after each step."""

    rules: Rules
    zone: ZoneInfo
    clock: timedelta = timedelta()
    open: dict[str, Open] = field(default_factory=dict)
    paused: set[ItemKind] = field(default_factory=set)
    showings: list[Showing] = field(default_factory=list)
    digests: dict[datetime, datetime] = field(default_factory=dict)
    made: list[Made] = field(default_factory=list)
    last_part: datetime | None = None
    posts_of: dict[date, set[str]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    put_back: bool = False

    # What the bot does

    def bear(self, now: datetime, subject: str, kind: ItemKind) -> None:
        rules, zone, week, done = self.rules, self.zone, self.week(now), self.last_part
        fits = policy.single_post_fits(now, done, week, rules, zone)
        self.check_room(now, fits=fits)
        posted = (
            fits
            and kind not in self.paused
            and (kind is not ItemKind.APPEAL or policy.appeal_fits(week, rules))
        )
        item = policy.first(kind, subject, now, rules, zone, posted=posted)
        self.open[subject] = Open(item, len(self.made))
        if posted:
            self.note([item], now, subject)
            self.open[subject].seen, self.open[subject].gap = now, rules.after[0]

    def round(self, now: datetime) -> None:
        """What the clock does again and again."""
        rules, zone, done = self.rules, self.zone, self.last_part
        last_made = self.digests[done] if done else None
        week = self.week(now)
        part = policy.may_digest(now, last_made, done, week, rules, zone)
        chosen = policy.choose(self.due(part), week, rules, self.paused) if part else []
        if part is None or not chosen:
            self.check_silence(now)
            return
        assert self.put_back or part not in self.digests, "one digest a part"
        if part not in self.digests:  # else the store refuses it
            self.check_moment(now, part)
            self.check_lines(now, part, chosen)
            self.make(now, part, chosen)

    def make(self, now: datetime, part: datetime, chosen: Sequence[Item]) -> None:
        rules, zone = self.rules, self.zone
        self.digests[part] = now
        self.last_part = max(part, self.last_part or part)
        self.made.append(Made(part, now, len(chosen), frozenset(self.paused)))
        for item in chosen:
            gaps = [late - early for early, late in zip((0, *rules.after), rules.after, strict=False)]
            gap = gaps[min(item.shown, len(gaps) - 1)]
            after = policy.shown(item, part, now, rules, zone)
            assert after.due_at > now
            assert after == policy.shown(item, part, part, rules, zone), "whenever in its part it is made"
            assert (local_day(after.due_at, self.zone) - local_day(part, self.zone)).days == gap
            assert (after.shown, after.turn) == (item.shown + 1, min(item.shown + 1, len(gaps)))
            self.open[item.subject] = Open(after, len(self.made), now, gap)
        self.note(chosen, now, f"digest {len(self.made)}")

    def moderate(self, now: datetime, subject: str, *, skip: bool) -> None:
        held = self.open[subject]
        if skip:
            item = policy.skipped(held.item, now, self.rules, self.zone)
            assert item.due_at > max(now, held.item.due_at)
            assert item.turn == min(item.shown, len(self.rules.after))
        else:
            item = policy.forward(held.item, now)
        self.open[subject] = Open(item, len(self.made), held.seen if skip else None, held.gap)

    def note(self, items: Sequence[Item], now: datetime, post: str) -> None:
        self.showings = [each for each in self.showings if abs(now - each.at) < REMEMBERED]
        self.showings += [Showing(item.kind, item.subject, now, post) for item in items]
        self.posts_of.setdefault(local_day(now, self.zone), set()).add(post)
        self.check_day_and_week(items, now)

    def week(self, now: datetime) -> policy.Week:
        return policy.week_of(self.showings, now, self.zone)

    def due(self, part: datetime) -> list[Item]:
        return [held.item for held in self.open.values() if held.item.due_at <= part]

    # What must be true, said in other words than the policy's

    def parts(self, now: datetime) -> list[datetime]:
        day = local_day(now, self.zone)
        begins = (datetime.combine(day, time(hour), self.zone) for hour in self.rules.parts)
        return [begin.astimezone(UTC) for begin in begins]

    def is_quiet(self, moment: datetime) -> bool:
        quiet = self.rules.quiet
        hour = moment.astimezone(self.zone).hour
        return quiet is not None and (hour - quiet.start) % 24 < (quiet.end - quiet.start) % 24

    def part(self, now: datetime) -> datetime | None:
        begun = max((part for part in self.parts(now) if part <= now), default=None)
        return None if begun is None or self.is_quiet(now) or self.is_quiet(begun) else begun

    def posts(self, now: datetime) -> int:
        return len(self.posts_of.get(local_day(now, self.zone), ()))

    def rests(self, now: datetime) -> bool:
        rest = timedelta(hours=self.rules.rest_hours)
        return any(abs(now - each.at) < rest for each in self.made[-100:])

    def may_have(self, appeals: int, showings: int) -> bool:
        hundredths = round(self.rules.appeal_share * 100)
        return appeals <= self.rules.appeals_per_week and (
            appeals <= 1 or appeals * 100 <= hundredths * showings
        )

    def seen(self, now: datetime) -> tuple[int, int]:
        near = [each for each in self.showings if abs(now - each.at) < WEEK]
        return sum(each.kind is ItemKind.APPEAL for each in near), len(near)

    def check_day_and_week(self, items: Sequence[Item], now: datetime) -> None:
        assert self.posts(now) <= self.rules.posts_per_day
        if any(item.kind is ItemKind.APPEAL for item in items):
            assert self.may_have(*self.seen(now)), "the budget of appeals"

    def check_room(self, now: datetime, *, fits: bool) -> None:
        present = self.part(now)
        ahead = {part for part in self.parts(now) if part > now}
        kept = sum(not self.is_quiet(part) for part in ahead)
        kept += present is not None and present not in self.digests
        room = self.posts(now) < self.rules.posts_per_day - kept
        assert not fits or room, "digests keep their places"
        assert fits or not room or self.put_back

    def check_silence(self, now: datetime) -> None:
        """No digest is made only where there is a reason."""
        part = self.part(now)
        if (
            part is None
            or part in self.digests
            or self.rests(now)
            or self.posts(now) >= self.rules.posts_per_day
        ):
            return
        wanted = [item for item in self.due(part) if item.kind not in self.paused]
        assert all(item.kind is ItemKind.APPEAL for item in wanted), "somebody is forgotten"
        appeals, showings = self.seen(now)
        assert not wanted or not self.may_have(appeals + 1, showings + 1), "an appeal is forgotten"

    def check_moment(self, now: datetime, part: datetime) -> None:
        assert not self.is_quiet(now)
        assert part == self.part(now)
        if self.made and not self.put_back:
            assert now - self.made[-1].at >= timedelta(hours=self.rules.rest_hours)

    def check_lines(self, now: datetime, part: datetime, chosen: Sequence[Item]) -> None:
        subjects = {item.subject for item in chosen}
        assert len(subjects) == len(chosen) <= self.rules.lines
        assert list(chosen) == sorted(chosen, key=order)
        for item in chosen:
            held = self.open[item.subject]
            assert held.item == item
            assert item.subject not in self.ended
            assert item.due_at <= part
            assert item.kind not in self.paused
            if held.seen is not None:
                days = local_day(now, self.zone) - local_day(held.seen, self.zone)
                assert days.days >= held.gap, "it comes back too early"
        left = [
            item for item in self.due(part) if item.kind not in self.paused and item.subject not in subjects
        ]
        self.check_left(now, chosen, left)

    def check_left(self, now: datetime, chosen: Sequence[Item], left: Sequence[Item]) -> None:
        """Whatever was left out had to be."""
        is_full = len(chosen) == self.rules.lines
        appeals, showings = self.seen(now)
        appeals += sum(item.kind is ItemKind.APPEAL for item in chosen)
        showings += len(chosen)
        for item in left:
            if is_full and order(item) > order(chosen[-1]):
                continue
            assert item.kind is ItemKind.APPEAL, "a line was free, or somebody pushed in"
            assert not self.may_have(appeals + 1, showings + (not is_full)), "there was room for an appeal"
            assert all(order(each) < order(item) for each in chosen if each.kind is ItemKind.APPEAL)

    def check_end(self) -> None:
        """Who still waits has seen only full digests go by since they were due."""
        for held in self.open.values():
            since = self.made[held.made_before :] if held.item.kind is not ItemKind.APPEAL else []
            for digest in since:
                missed = digest.part >= held.item.due_at and held.item.kind not in digest.paused
                assert not missed or digest.lines == self.rules.lines

    # What happens besides

    def end(self, _: datetime, subject: str) -> None:
        if self.open.pop(subject, None):
            self.ended.add(subject)

    def pause(self, _: datetime, kind: ItemKind) -> None:
        self.paused ^= {kind}

    def jump(self, _: datetime, hours: float) -> None:
        self.clock += timedelta(hours=hours)
        self.put_back |= hours < 0

    def moderate_any(self, now: datetime, dice: Random) -> None:
        if self.open:
            self.moderate(now, dice.choice(list(self.open)), skip=dice.random() < 0.5)
