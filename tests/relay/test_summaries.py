"""When the week is told, what is counted together, and that every caption fits below a picture."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.policy import Policy
from domain.reposts import Rules
from domain.subscriptions import QUIET_AT_NIGHT, Quiet
from domain.summaries import ELSEWHERE, Home, Place, Stuck, Summary, Week
from locales.catalog import Catalog
from locales.choice import NAMES
from media.charts import MOST_BARS
from relay.places import Gazetteer
from relay.summaries import SHOWN, due, summed, usual_days
from relay.summary_cards import Words

CATALOG, GAZETTEER = Catalog.load(), Gazetteer.load()
SUNDAY = date(2026, 11, 22)
START = datetime(2026, 11, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CAPTION = 1024  # characters, core.telegram.org/bots/api#sendphoto
CODES = [place.code for place in GAZETTEER.all()]


def policy(zone: str = "Asia/Almaty", quiet: Quiet | None = QUIET_AT_NIGHT) -> Policy:
    return Policy(
        bot_username="tabyldy_bot",
        channel=-1001,
        channel_language="ru",
        moderators_chat=None,
        owner_ids=(),
        zone=ZoneInfo(zone),
        reposts=Rules(quiet=quiet),
    )


def at(day: int, hour: int, minute: int = 0, zone: str = "Asia/Almaty") -> datetime:
    """A moment of November 2026 on the channel's clock; the 22nd is a Sunday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "quiet", "told"),
    [
        (at(22, 17, 59), QUIET_AT_NIGHT, False),
        (at(22, 18), QUIET_AT_NIGHT, True),
        (at(22, 21, 59), QUIET_AT_NIGHT, True),
        (at(22, 22), QUIET_AT_NIGHT, False),
        (at(23, 7, 59), QUIET_AT_NIGHT, False),
        (at(23, 8), QUIET_AT_NIGHT, True),
        (at(24, 20, 59), QUIET_AT_NIGHT, True),
        (at(24, 21), QUIET_AT_NIGHT, False),
        (at(25, 18), QUIET_AT_NIGHT, False),
        (at(28, 18), QUIET_AT_NIGHT, False),
        (at(22, 18), Quiet(17, 20), False),
        (at(22, 20), Quiet(17, 20), True),
        (at(22, 18), Quiet(15, 9), False),
        (at(23, 9), Quiet(15, 9), True),
        (at(22, 23), None, True),
    ],
)
def test_the_week_is_told_from_sunday_evening_to_tuesday_evening_but_not_at_night(
    moment: datetime, quiet: Quiet | None, *, told: bool
) -> None:
    assert due(policy(quiet=quiet), moment) == (Week(SUNDAY) if told else None)


@pytest.mark.parametrize("zone", ["Europe/Istanbul", "Asia/Tashkent", "America/New_York", "Pacific/Auckland"])
def test_it_is_the_channels_clock_that_counts(zone: str) -> None:
    assert due(policy(zone), at(22, 18, zone=zone)) == Week(SUNDAY)
    assert due(policy(zone), at(22, 18, zone=zone) - MINUTE) is None


def test_the_weeks_follow_one_another_without_a_gap() -> None:
    weeks = [Week(SUNDAY + timedelta(days=7 * number)) for number in range(3)]
    days = [day for week in weeks for day in week.days]
    assert days[0] == date(2026, 11, 15)
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
    assert all(week.sunday not in week.days for week in weeks)


@given(some.timedeltas(timedelta(), timedelta(days=1500)))
def test_a_week_that_is_due_is_over(later: timedelta) -> None:
    now = START + later
    week = due(policy(), now)
    local = now.astimezone(policy().zone).date()
    assert week is None or (week.sunday.isoweekday() == 7 and week.days[-1] < week.sunday <= local)


def home(days: float) -> Home:
    return Home(START, START + timedelta(days=days), "")


@pytest.mark.parametrize(
    ("lasted", "usual"),
    [([], None), ([0.2], 0), ([0.5], 1), ([3], 3), ([1, 90, 2], 2), ([1, 2], 2), ([1, 2, 4, 30], 3)],
)
def test_the_usual_time_is_the_median_in_whole_days(lasted: list[float], usual: int | None) -> None:
    assert usual_days(home(days) for days in lasted) == usual


def test_places_with_most_returned_then_most_waiting_come_first_and_the_rest_is_one() -> None:
    one, two, three, *more = CODES[:8]
    returned = {f"@{two}": 3, f"@{three}": 3, "": 1}
    waiting = {f"@{one}": 9, f"@{three}": 1, "у моста": 2, "@no_such_place": 4} | {
        f"@{code}": 1 for code in more
    }
    assert summed(GAZETTEER, returned, waiting) == [
        Place(three, 3, 1),
        Place(two, 3, 0),
        Place(one, 0, 9),
        *(Place(code, 0, 1) for code in sorted(more)[:2]),
        Place(ELSEWHERE, 1, 2 + 4 + len(more) - 2),
    ]


def test_where_all_is_told_there_are_no_other_places() -> None:
    assert summed(GAZETTEER, {}, {f"@{CODES[0]}": 1}) == [Place(CODES[0], 0, 1)]
    assert summed(GAZETTEER, {}, {}) == []


stored = some.sampled_from([f"@{code}" for code in CODES[:12]] + ["", "чайхана", "@lost_place"])
numbers = some.dictionaries(stored, some.integers(1, 99))


@given(numbers, numbers)
def test_no_document_is_lost_or_counted_twice_among_the_places(
    returned: dict[str, int], waiting: dict[str, int]
) -> None:
    places = summed(GAZETTEER, returned, waiting)
    assert sum(place.returned for place in places) == sum(returned.values())
    assert sum(place.waiting for place in places) == sum(waiting.values())
    assert len(places) <= SHOWN + 1 <= MOST_BARS
    assert ELSEWHERE not in [place.code for place in places[:-1]]


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 21, 99_999])
def test_every_caption_fits_below_the_picture_and_tells_its_numbers(language: str, number: int) -> None:
    places = [Place(CODES[0], number, number)]
    summary = Summary(number, number, number, number, number, places, appeals=number, proven=number)
    words = Words(CATALOG, GAZETTEER, Week(SUNDAY), summary)
    shown = re.sub(r"<[^>]+>", "", words.caption(language))
    assert len(shown) <= CAPTION
    assert len(shown.splitlines()) == (6 if number == 0 else 11)
    chart = words.chart(language)
    assert [figure.value for figure in chart.figures] == [
        str(number),
        str(number),
        str(number) if number else "<1",
    ]
    assert chart.bars[0].name


def test_without_a_median_neither_caption_nor_chart_speaks_of_days() -> None:
    summary = Summary(0, 1, 1, 0, None, [])
    words = Words(CATALOG, GAZETTEER, Week(SUNDAY), summary)
    assert len(words.chart("ru").figures) == 2
    assert len([line for line in words.caption("ru").splitlines() if line]) == 5


@pytest.mark.parametrize("field", ["returned", "found", "waiting", "owners", "answered", "appeals"])
def test_a_week_is_empty_only_when_nothing_happened_and_nobody_waits(field: str) -> None:
    nothing = {"returned": 0, "found": 0, "waiting": 0, "owners": 0, "answered": 0, "appeals": 0}
    assert Summary(**nothing, days=3, places=[]).is_empty
    assert not Summary(**{**nothing, field: 1}, days=None, places=[]).is_empty


@pytest.mark.parametrize("field", ["posts", "claims", "conversations", "unclaimed", "overdue", "outcomes"])
def test_one_thing_that_waits_too_long_is_enough_to_be_told(field: str) -> None:
    nothing = {"posts": 0, "claims": 0, "conversations": 0, "unclaimed": 0, "overdue": 0}
    assert Stuck(cases={}, paused=[], **nothing).is_empty
    assert not Stuck(cases={}, paused=[], **{**nothing, field: 1}).is_empty
