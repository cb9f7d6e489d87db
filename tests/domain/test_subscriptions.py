"""Quiet hours: nobody is woken, nobody waits longer than they asked, whatever the clock does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.documents import Country
from domain.subscriptions import QUIET_AT_NIGHT, Quiet, zone_of

ALMATY = ZoneInfo("Asia/Almaty")
BERLIN = ZoneInfo("Europe/Berlin")  # moves its clock by an hour, at 2 and at 3
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # by half an hour
CAIRO = ZoneInfo("Africa/Cairo")  # at midnight

hours = st.integers(0, 23)
spans = st.tuples(hours, hours).filter(lambda span: span[0] != span[1]).map(lambda span: Quiet(*span))
moments = st.datetimes(datetime(2023, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given apart
zones = st.sampled_from([ALMATY, BERLIN, LORD_HOWE, CAIRO])
STEP = timedelta(minutes=15)


def at(zone: ZoneInfo, *parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=zone, fold=fold)  # type: ignore[arg-type, misc] # the parts are year to minute


@given(spans, moments, zones)
@example(
    Quiet(3, 2), datetime(2026, 3, 28, 12, tzinfo=UTC), BERLIN
)  # the one loud hour is skipped that night
@example(Quiet(22, 3), datetime(2026, 10, 24, 23, tzinfo=UTC), BERLIN)  # an hour that comes twice
@example(Quiet(22, 2), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), BERLIN)  # ends in the first of the two
@example(Quiet(21, 0), datetime(2026, 10, 29, 20, 30, tzinfo=UTC), CAIRO)
def test_when_quiet_hours_end_it_is_not_quiet_and_it_was_until_then(
    quiet: Quiet, now: datetime, zone: ZoneInfo
) -> None:
    end = quiet.until(now, zone)
    if end is None:
        assert not quiet.holds(now.astimezone(zone))
        return
    assert end > now
    assert quiet.until(end, zone) is None
    moment = now
    while moment < end:
        assert quiet.holds(moment.astimezone(zone)), "nobody waits longer than they asked"
        moment += STEP
    assert quiet.holds((end - timedelta(seconds=1)).astimezone(zone))


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (at(ALMATY, 2026, 11, 22, 21, 59), None),
        (at(ALMATY, 2026, 11, 22, 22, 0), at(ALMATY, 2026, 11, 23, 8)),
        (at(ALMATY, 2026, 11, 23, 7, 59), at(ALMATY, 2026, 11, 23, 8)),
        (at(ALMATY, 2026, 11, 23, 8, 0), None),
        (at(BERLIN, 2026, 3, 28, 23, 30), at(BERLIN, 2026, 3, 29, 8)),
        (at(BERLIN, 2026, 10, 25, 2, 30, fold=1), at(BERLIN, 2026, 10, 25, 8)),
    ],
)
def test_a_night_is_from_ten_to_eight(now: datetime, end: datetime | None) -> None:
    assert QUIET_AT_NIGHT.until(now.astimezone(UTC), now.tzinfo) == end  # type: ignore[arg-type] # a ZoneInfo


def test_an_end_that_the_clock_skips_is_the_moment_it_jumps() -> None:
    ended = Quiet(22, 2).until(datetime(2026, 3, 29, 0, 15, tzinfo=UTC), BERLIN)
    assert ended == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert ended.astimezone(BERLIN).hour == 3


def test_quiet_hours_in_the_middle_of_a_day_end_that_day() -> None:
    noon = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
    assert Quiet(12, 14).until(noon, ALMATY) == noon + timedelta(hours=2)
    assert Quiet(13, 14).until(noon, ALMATY) is None


@pytest.mark.parametrize("span", [(8, 8), (-1, 8), (22, 24)])
def test_what_is_no_span_of_hours_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no quiet hours"):
        Quiet(*span)


def test_everybody_lives_by_their_own_clock() -> None:
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    shown = {country: noon.astimezone(zone_of(country, ALMATY)).hour for country in Country}
    assert shown == {
        Country.UZ: 17,
        Country.KZ: 17,
        Country.KG: 18,
        Country.TJ: 17,
        Country.RU: 15,
        Country.TR: 15,
        Country.ELSEWHERE: 17,
    }
    assert zone_of(None, BERLIN) is BERLIN
    assert zone_of(Country.ELSEWHERE, BERLIN) is BERLIN
