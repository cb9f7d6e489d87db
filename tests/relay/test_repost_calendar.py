"""The calendar tells what then comes true: the same rules, played forward."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.reposts import FIRST, Item, ItemKind, Rules, Showing
from domain.subscriptions import Quiet
from relay import repost_calendar, repost_policy
from relay.repost_calendar import Planned, Timetable

TASHKENT = ZoneInfo("Asia/Tashkent")
RULES = Rules()
NOW = datetime(2026, 11, 22, 5, 30, tzinfo=UTC)  # 10:30 in Tashkent, in the part from 9
DAY = timedelta(days=1)
MINUTES = 10


def planned(timetable: Timetable, days: int = 1, rules: Rules = RULES) -> list[tuple[str, str]]:
    """When each digest is of, and its subjects."""
    coming = repost_calendar.calendar(timetable, NOW, days, rules, TASHKENT)
    return [
        (f"{each.part.astimezone(TASHKENT):%d %H:%M}", "".join(item.subject for item in each.items))
        for each in coming
    ]


def item(subject: str, due_in: timedelta, kind: ItemKind = ItemKind.FIND) -> Item:
    return Item(kind, subject, 1, 1, NOW - 9 * DAY, None, NOW + due_in)


def test_what_is_due_now_is_planned_for_now_and_what_falls_due_for_its_part() -> None:
    hour = timedelta(hours=1)
    items = [item("a", -2 * hour), item("b", -hour), item("c", 8 * hour), item("d", 9 * hour)]
    assert planned(Timetable(items)) == [
        ("22 09:00", "a"),
        ("22 13:00", "b"),
        ("22 19:00", "c"),
        ("23 09:00", "d"),
    ]
    assert planned(Timetable([])) == []


def test_a_digest_comes_back_in_its_own_part() -> None:
    coming = planned(Timetable([item("a", -DAY)]), days=50)
    assert [day for day, _ in coming] == [
        "22 09:00",
        "24 09:00",
        "28 09:00",
        "05 09:00",
        "21 09:00",
        "06 09:00",
    ]


def test_a_part_that_had_its_digest_and_the_rest_after_it_are_kept() -> None:
    part = NOW.replace(hour=4, minute=0)
    made = Timetable([item("a", -DAY)], last_made_at=part, done_part=part)
    assert planned(made) == [("22 13:00", "a")]
    late = Timetable([item("a", -DAY)], last_made_at=NOW.replace(hour=7, minute=59), done_part=part)
    assert planned(late) == [("22 13:00", "a")], "from 14:59 on"
    tired = replace(RULES, rest_hours=8)
    assert planned(late, rules=tired) == [("22 19:00", "a")], "from 20:59 on"


def test_a_digest_waits_for_the_end_of_quiet_hours_within_its_part() -> None:
    noon = replace(RULES, quiet=Quiet(10, 12))
    assert planned(Timetable([item("a", -DAY)]), rules=noon) == [("22 09:00", "a")]


def test_paused_kinds_and_what_is_beyond_the_budget_are_not_planned() -> None:
    appeals = [item(each, -DAY, ItemKind.APPEAL) for each in "ab"]
    assert planned(Timetable([*appeals, item("c", -DAY)])) == [("22 09:00", "ac")]
    assert planned(Timetable(appeals, paused={ItemKind.APPEAL}), days=30) == []
    shown = Showing(ItemKind.APPEAL, "z", NOW - 6.5 * DAY, "post")
    assert planned(Timetable(appeals, [shown])) == [("23 09:00", "a")], "a week later"


@pytest.mark.parametrize("days", [1, 30])
def test_the_calendar_of_many_items_is_the_same_as_that_of_the_few_it_shows(days: int) -> None:
    dice = Random(days)
    many = [
        replace(
            item(f"{number:05}", timedelta(minutes=dice.randint(-9000, 90_000)), dice.choice(list(ItemKind))),
            turn=dice.randint(FIRST, 5),
        )
        for number in range(3000)
    ]
    coming = list(repost_calendar.calendar(Timetable(many), NOW, days, RULES, TASHKENT))
    shown = {each.subject for digest in coming for each in digest.items}
    few = [each for each in many if each.subject in shown]
    assert list(repost_calendar.calendar(Timetable(few), NOW, days, RULES, TASHKENT)) == coming
    assert all(len(digest.items) == RULES.lines for digest in coming)


def played(items: Sequence[Item], days: int, rules: Rules, zone: ZoneInfo) -> list[Planned]:
    """What the bot does when it looks every ten minutes."""
    held = {each.subject: each for each in items}
    showings: list[Showing] = []
    last_made = done = None
    made = []
    for step in range(days * 24 * 60 // MINUTES):
        now = NOW + timedelta(minutes=step * MINUTES)
        week = repost_policy.week_of(showings, now, zone)
        part = repost_policy.may_digest(now, last_made, done, week, rules, zone)
        due = [each for each in held.values() if part and each.due_at <= part]
        chosen = repost_policy.choose(due, week, rules, ())
        if part is None or not chosen:
            continue
        last_made, done = now, part
        held |= {each.subject: repost_policy.shown(each, part, now, rules, zone) for each in chosen}
        showings += [Showing(each.kind, each.subject, now, str(step)) for each in chosen]
        made.append(Planned(part, chosen))
    return made


@settings(max_examples=max(5, settings().max_examples // 4))
@given(
    st.lists(
        st.tuples(st.integers(-3000, 20_000), st.integers(FIRST, 5), st.sampled_from(list(ItemKind)[1:])),
        max_size=20,
    ),
    st.sampled_from([(9, 13, 19), (0, 8, 23), (12,)]),
    st.sampled_from([None, Quiet(22, 8), Quiet(10, 12)]),
    st.sampled_from([0, 2, 5, 30]),
    st.sampled_from(["Asia/Tashkent", "Europe/Berlin"]).map(ZoneInfo),
)
def test_what_the_calendar_tells_comes_true(
    given_items: list[tuple[int, int, ItemKind]],
    parts: tuple[int, ...],
    quiet: Quiet | None,
    rest: int,
    zone: ZoneInfo,
) -> None:
    rules = Rules(parts=parts, quiet=quiet, rest_hours=rest, lines=3, posts_per_day=2)
    items = [
        replace(item(f"{number:02}", timedelta(minutes=minutes), kind), turn=turn)
        for number, (minutes, turn, kind) in enumerate(given_items)
    ]
    coming = list(repost_calendar.calendar(Timetable(items), NOW, 12, rules, zone))
    assert coming == played(items, 12, rules, zone)
