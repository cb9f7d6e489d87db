"""The rules of reposts by example: when a digest is made, what stands in it, when an item comes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reposts import FIRST, Item, ItemKind, Rules, Showing
from domain.subscriptions import Quiet
from relay import repost_policy as policy
from relay.repost_policy import Week

TASHKENT = ZoneInfo("Asia/Tashkent")  # UTC+5, no summer time
ISTANBUL = ZoneInfo("Europe/Istanbul")  # UTC+3, none any more
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
CAIRO = ZoneInfo("Africa/Cairo")  # moves its clock at midnight
ZONES = [TASHKENT, ISTANBUL, BERLIN, NEW_YORK, CAIRO]

RULES = Rules()  # parts at 9, 13 and 19; quiet from 22 to 8
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)  # 13:00 in Tashkent
NO_LIMIT = replace(RULES, appeals_per_week=100, appeal_share=1.0)
APPEAL, FIND, WATCH, QUESTION = ItemKind

moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given apart
zones = st.sampled_from(ZONES)


def at(text: str, zone: ZoneInfo = TASHKENT, fold: int = 0) -> datetime:
    """A moment of the clock on the wall."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


def clock(moment: datetime | None, zone: ZoneInfo = TASHKENT) -> str | None:
    return f"{moment.astimezone(zone):%m-%d %H:%M}" if moment else None


def item(subject: str, kind: ItemKind = FIND, turn: int = 1, due: timedelta = timedelta()) -> Item:
    """Something that has been due for so long."""
    return Item(kind, subject, turn, turn, NOW - timedelta(days=40), None, NOW - due)


def subjects(*chosen: Item) -> str:
    return "".join(each.subject for each in chosen)


def chosen(
    *due: Item, week: Week | None = None, rules: Rules = RULES, paused: set[ItemKind] | None = None
) -> str:
    return subjects(*policy.choose(due, week or Week(), rules, paused or set()))


# The parts of the day


@pytest.mark.parametrize(
    ("now", "part", "following"),
    [
        ("2026-11-22 08:59", None, "11-22 09:00"),
        ("2026-11-22 09:00", "11-22 09:00", "11-22 13:00"),
        ("2026-11-22 12:59", "11-22 09:00", "11-22 13:00"),
        ("2026-11-22 13:00", "11-22 13:00", "11-22 19:00"),
        ("2026-11-22 21:59", "11-22 19:00", "11-23 09:00"),
        ("2026-11-22 22:00", None, "11-23 09:00"),
        ("2026-11-23 03:00", None, "11-23 09:00"),
    ],
)
def test_a_part_lasts_until_the_next_or_the_quiet_hours(now: str, part: str | None, following: str) -> None:
    assert clock(policy.part_at(at(now), RULES, TASHKENT)) == part
    assert clock(policy.next_part(at(now), RULES, TASHKENT)) == following


def test_without_quiet_hours_the_last_part_ends_at_midnight() -> None:
    rules = replace(RULES, quiet=None)
    assert clock(policy.part_at(at("2026-11-22 23:59"), rules, TASHKENT)) == "11-22 19:00"
    assert policy.part_at(at("2026-11-23 00:00"), rules, TASHKENT) is None


def test_a_part_that_would_begin_in_quiet_hours_does_not_take_place() -> None:
    rules = replace(RULES, parts=(6, 13, 23))
    assert policy.part_at(at("2026-11-22 09:00"), rules, TASHKENT) is None
    assert clock(policy.next_part(at("2026-11-22 13:00"), rules, TASHKENT)) == "11-23 13:00"


@pytest.mark.parametrize(
    ("hour", "now", "part"),
    [
        (2, at("2026-03-29 03:00", BERLIN), "03-29 03:00"),  # the clock goes from 2 to 3
        (2, at("2026-03-29 01:59", BERLIN), None),
        (2, at("2026-10-25 02:30", BERLIN), "10-25 02:00"),  # it goes back from 3 to 2
        (2, at("2026-10-25 02:30", BERLIN, fold=1), "10-25 02:00"),
    ],
)
def test_a_part_begins_once_where_the_clock_is_moved(hour: int, now: datetime, part: str | None) -> None:
    rules = replace(RULES, quiet=None, parts=(hour,))
    begun = policy.part_at(now, rules, BERLIN)
    assert clock(begun, BERLIN) == part
    assert begun is None or begun <= now < begun + timedelta(hours=2)


def test_a_part_that_a_moved_clock_brings_into_quiet_hours_waits_for_the_next_day() -> None:
    rules = replace(RULES, quiet=Quiet(3, 2), parts=(2,))
    assert clock(policy.next_part(at("2026-03-28 12:00", BERLIN), rules, BERLIN), BERLIN) == "03-30 02:00"


hours = st.integers(0, 23)
quiets = st.none() | st.tuples(hours, hours).filter(lambda span: span[0] != span[1]).map(
    lambda span: Quiet(*span)
)


@given(moments, zones, quiets, st.sets(hours, min_size=1))
def test_a_part_that_follows_is_in_its_own_part_and_nothing_begins_before_it(
    now: datetime, zone: ZoneInfo, quiet: Quiet | None, parts: set[int]
) -> None:
    try:
        rules = Rules(quiet=quiet, parts=tuple(sorted(parts)))
    except ValueError:
        return
    following = policy.next_part(now, rules, zone)
    assert policy.part_at(following, rules, zone) == following > now
    before = policy.part_at(following - timedelta(seconds=1), rules, zone)
    assert before is None or before <= now, "no part begins in between"


# One digest a part


def test_one_digest_is_made_in_each_part() -> None:
    now = at("2026-11-22 13:00")
    assert policy.may_digest(now, None, None, Week(), RULES, TASHKENT) == now
    later = at("2026-11-22 18:59")
    assert policy.may_digest(later, now, now, Week(), RULES, TASHKENT) is None
    assert policy.may_digest(at("2026-11-22 19:00"), now, now, Week(), RULES, TASHKENT) is not None
    assert policy.may_digest(at("2026-11-22 23:00"), None, None, Week(), RULES, TASHKENT) is None


def test_an_outage_of_days_is_followed_by_the_digest_of_the_present_part_and_a_rest() -> None:
    long_ago, part = at("2026-11-18 09:00"), at("2026-11-22 09:00")
    made = at("2026-11-22 12:50")
    assert policy.may_digest(made, long_ago, long_ago, Week(), RULES, TASHKENT) == part
    for now in ("2026-11-22 12:51", "2026-11-22 13:00", "2026-11-22 14:49"):
        assert policy.may_digest(at(now), made, part, Week(), RULES, TASHKENT) is None
    rested = policy.may_digest(at("2026-11-22 14:50"), made, part, Week(), RULES, TASHKENT)
    assert clock(rested) == "11-22 13:00"


def test_a_clock_that_was_far_ahead_does_not_silence_the_channel() -> None:
    ahead = at("2027-11-22 13:00")
    assert policy.may_digest(NOW, ahead, ahead, Week(), RULES, TASHKENT) == NOW
    soon = NOW + timedelta(hours=1)
    assert policy.may_digest(NOW, soon, soon, Week(), RULES, TASHKENT) is None, "it was seen an hour from now"


# What stands in it


def test_a_smaller_turn_goes_first_then_what_is_due_longest_then_the_subject() -> None:
    day = timedelta(days=1)
    due = [item("e", turn=2, due=9 * day), item("d", turn=1), item("c", turn=1), item("b", turn=1, due=day)]
    assert chosen(*due, item("a", turn=FIRST)) == "abcde"


def test_a_digest_has_so_many_lines() -> None:
    assert chosen(*(item(each) for each in "lkjihgfedcba")) == "abcdefghij"
    assert chosen() == ""


def test_paused_kinds_are_not_shown() -> None:
    due = [item("a", FIND), item("b", WATCH), item("c", QUESTION)]
    assert chosen(*due, paused={FIND, QUESTION}) == "b"
    assert chosen(*due, paused=set(ItemKind)) == ""


# The budget of appeals


@pytest.mark.parametrize(
    ("week", "fits"),
    [
        (Week(showings=0, appeals=0), True),  # one a week always
        (Week(showings=8, appeals=1), False),  # two of nine
        (Week(showings=9, appeals=1), True),  # two of ten
        (Week(showings=99, appeals=2), False),  # two a week
    ],
)
def test_an_appeal_fits_within_the_number_and_the_share_of_a_week(week: Week, *, fits: bool) -> None:
    assert policy.appeal_fits(week, RULES) is fits
    assert chosen(item("a", APPEAL), week=week) == ("a" if fits else "")


def test_appeals_that_do_not_fit_leave_their_lines_to_others() -> None:
    appeals = [item(each, APPEAL, turn=FIRST) for each in "abc"]
    others = [item(each, turn=5) for each in "defghijklmnop"]
    assert chosen(*appeals, *others) == "abdefghijk", "two of ten, the first of them"
    assert chosen(*appeals, *others[:7]) == "adefghij", "two of nine would be too many"
    assert chosen(*appeals, *others, week=Week(40, 2)) == "defghijklm"


def test_the_showings_of_the_digest_itself_make_room_for_an_appeal() -> None:
    due = [item("a", APPEAL), *(item(each) for each in "bcde")]
    assert chosen(*due, week=Week(5, 1)) == "abcde"
    assert chosen(*due[:-1], week=Week(5, 1)) == "bcd"


def test_appeals_take_no_line_of_what_goes_before_them() -> None:
    rules = replace(NO_LIMIT, lines=2)
    assert chosen(item("a", APPEAL, turn=5), item("b"), item("c"), rules=rules) == "bc"


def test_a_share_means_what_it_says_whatever_floats_make_of_it() -> None:
    rules = replace(NO_LIMIT, appeal_share=0.29)
    assert policy.appeal_fits(Week(showings=99, appeals=28), rules), "29 of 100"
    assert not policy.appeal_fits(Week(showings=99, appeals=29), rules)


def test_no_appeals_a_week_are_none() -> None:
    assert not policy.appeal_fits(Week(), replace(RULES, appeals_per_week=0))
    assert policy.appeal_fits(Week(), replace(RULES, appeal_share=0.0)), "one is always allowed"


# The messages of a day


def test_a_week_is_counted_to_the_second_and_a_day_by_the_clock_of_the_channel() -> None:
    week, midnight = timedelta(days=7), at("2026-11-22 00:00")
    second = timedelta(seconds=1)
    showings = [
        Showing(APPEAL, "a", NOW - week, "long ago"),
        Showing(APPEAL, "a", NOW - week + second, "1"),
        Showing(FIND, "b", midnight - second, "2"),
        Showing(FIND, "c", midnight, "3"),
        Showing(FIND, "d", midnight, "3"),
        Showing(WATCH, "e", NOW, "4"),
        Showing(APPEAL, "f", NOW + timedelta(days=1), "seen before the clock was put back"),
        Showing(APPEAL, "f", NOW + week, "too far away"),
    ]
    assert policy.week_of(showings, NOW, TASHKENT) == Week(showings=6, appeals=2, posts_today=2)
    assert policy.week_of(showings, midnight, TASHKENT).posts_today == 2, "in UTC it is still the day before"


def test_no_digest_is_made_when_the_day_has_had_its_messages() -> None:
    assert policy.may_digest(NOW, None, None, Week(posts_today=19), RULES, TASHKENT) == NOW
    assert policy.may_digest(NOW, None, None, Week(posts_today=20), RULES, TASHKENT) is None
    assert policy.messages_left(Week(posts_today=19), RULES) == 1
    assert policy.messages_left(Week(posts_today=21), RULES) == 0


@pytest.mark.parametrize(
    ("now", "done", "kept"),
    [
        ("2026-11-22 07:00", None, 3),
        ("2026-11-22 09:00", None, 3),
        ("2026-11-22 09:01", "2026-11-22 09:00", 2),
        ("2026-11-22 13:01", "2026-11-22 09:00", 2),
        ("2026-11-22 19:01", "2026-11-22 19:00", 0),
        ("2026-11-22 23:00", None, 0),
    ],
)
def test_single_posts_leave_room_for_the_digests_of_the_day(now: str, done: str | None, kept: int) -> None:
    def fits(posts: int) -> bool:
        part = at(done) if done else None
        return policy.single_post_fits(at(now), part, Week(posts_today=posts), RULES, TASHKENT)

    assert [fits(20 - kept - 1), fits(20 - kept)] == [True, False]


# After it was shown


def test_an_item_comes_back_after_1_3_7_14_and_30_days_and_then_again_and_again() -> None:
    born = at("2026-01-01 13:00")
    shown = policy.first(FIND, "a", born, RULES, TASHKENT, posted=True)
    days, turns = [], [shown.turn]
    for _ in range(6):
        days.append((shown.due_at - born).days)
        shown = policy.shown(shown, shown.due_at, shown.due_at, RULES, TASHKENT)
        turns.append(shown.turn)
    assert days == [1, 3, 7, 14, 30, 46]
    assert turns == [1, 2, 3, 4, 5, 5, 5]
    assert (shown.shown, shown.shown_at, shown.since) == (7, born + timedelta(days=46), born)


def test_an_item_without_a_post_of_its_own_is_due_at_once_and_goes_first() -> None:
    assert policy.first(WATCH, "a", NOW, RULES, TASHKENT, posted=False) == Item(
        WATCH, "a", 0, FIRST, NOW, None, NOW
    )


def test_what_is_shown_late_in_a_part_is_due_again_at_its_beginning() -> None:
    part, late = at("2026-11-22 09:00"), at("2026-11-22 12:59")
    shown = policy.shown(item("a", turn=0), part, late, RULES, TASHKENT)
    assert (shown.shown_at, clock(shown.due_at)) == (part, "11-23 09:00")


@pytest.mark.parametrize(
    ("zone", "shown_at", "due_at"),
    [
        (BERLIN, at("2026-03-28 09:00", BERLIN), "03-29 09:00"),
        (BERLIN, at("2026-10-24 09:00", BERLIN), "10-25 09:00"),
        (NEW_YORK, at("2026-03-07 19:00", NEW_YORK), "03-08 19:00"),
        (NEW_YORK, at("2026-10-31 19:00", NEW_YORK), "11-01 19:00"),
        (ISTANBUL, at("2026-03-28 09:00", ISTANBUL), "03-29 09:00"),
        (BERLIN, at("2026-03-28 02:30", BERLIN), "03-29 03:30"),  # skipped
        (BERLIN, at("2026-10-24 02:30", BERLIN), "10-25 02:30"),  # comes twice: the first
        (BERLIN, at("2026-10-25 02:30", BERLIN, fold=1), "10-26 02:30"),
    ],
)
def test_days_are_those_of_the_clock_on_the_wall(zone: ZoneInfo, shown_at: datetime, due_at: str) -> None:
    shown = policy.shown(item("a", turn=0), shown_at, shown_at, RULES, zone)
    assert clock(shown.due_at, zone) == due_at
    assert timedelta(hours=22) < shown.due_at - shown_at < timedelta(hours=26)


def test_an_hour_that_came_twice_is_no_sign_of_which_side_of_a_skipped_one_is_meant() -> None:
    born, rules = at("2026-10-25 02:30", BERLIN, fold=1), replace(RULES, after=(154,))
    assert clock(policy.first(FIND, "a", born, rules, BERLIN, posted=True).due_at, BERLIN) == "03-28 03:30"


@given(moments, zones, st.integers(0, 8), st.integers(-100, 1))
def test_nothing_is_due_before_the_digest_that_showed_it(
    now: datetime, zone: ZoneInfo, times: int, days: int
) -> None:
    given_item = replace(item("a"), shown=times)
    for changed in (
        policy.shown(given_item, now + timedelta(days=days), now, RULES, zone),
        policy.skipped(replace(given_item, due_at=now + timedelta(days=days)), now, RULES, zone),
    ):
        assert changed.due_at > now


# What moderators do


def test_a_skipped_item_rests_from_its_day_and_is_not_counted_as_shown() -> None:
    born = at("2026-11-22 13:00")
    posted = policy.first(FIND, "a", born, RULES, TASHKENT, posted=True)
    skipped = policy.skipped(posted, born + timedelta(hours=3), RULES, TASHKENT)
    assert (skipped.shown, skipped.turn, clock(skipped.due_at)) == (1, 1, "11-25 13:00"), "day 3, not day 1"
    overdue = policy.skipped(posted, born + timedelta(days=20), RULES, TASHKENT)
    assert clock(overdue.due_at) == "12-14 13:00", "two days from now"


def test_an_item_brought_forward_goes_first_until_it_is_shown_or_skipped() -> None:
    resting = replace(item("a", turn=5), due_at=NOW + timedelta(days=9))
    ahead = policy.forward(resting, NOW)
    assert (ahead.turn, ahead.due_at, ahead.shown) == (FIRST, NOW, 5)
    assert policy.shown(ahead, NOW, NOW, RULES, TASHKENT).turn == 5
    assert policy.skipped(ahead, NOW, RULES, TASHKENT).turn == 5


# The rules themselves


@pytest.mark.parametrize(
    "wrong",
    [
        {"after": ()}, {"after": (0, 1)}, {"after": (3, 1)}, {"after": (1, 1)}, {"after": (5000,)},
        {"parts": ()}, {"parts": (9, 9)}, {"parts": (19, 9)}, {"parts": (9, 24)}, {"parts": (-1, 9)},
        {"lines": 0}, {"posts_per_day": 0}, {"appeals_per_week": -1}, {"appeal_share": 1.1},
        {"appeal_share": -0.1}, {"appeal_share": float("nan")}, {"rest_hours": -1},
        {"quiet": Quiet(8, 20)},
    ],
)  # fmt: skip
def test_what_is_no_timetable_is_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Rules(**{"parts": (9, 13, 19), **wrong})


def test_the_gaps_are_between_the_days() -> None:
    assert RULES.gaps == [1, 2, 4, 7, 16]
    assert [late - early for early, late in pairwise((0, *RULES.after))] == RULES.gaps
