"""Moments ahead, on the clock of the page: typed, tapped, over by now."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import local_day
from domain.errors import Refusal
from relay import moments
from relay.work import Work

TASHKENT = ZoneInfo("Asia/Tashkent")  # UTC+5, no summer time


@dataclass
class _Policy:
    zone: ZoneInfo = TASHKENT


@dataclass
class _At:
    """As much of a use case's tools as a moment needs."""

    now: datetime
    policy: _Policy = field(default_factory=_Policy)

    @property
    def today(self) -> date:
        return local_day(self.now, self.policy.zone)


def at(now: str) -> Work:
    return cast("Work", cast("Any", _At(datetime.fromisoformat(now).replace(tzinfo=TASHKENT))))


def read(now: str, typed: str) -> str:
    moment = datetime.fromisoformat(moments.read(at(now), typed))
    assert moment.tzinfo is UTC or moment.utcoffset() == timedelta()
    return f"{moment.astimezone(TASHKENT):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-11-22 14:00", "24.11 18:30", "2026-11-24 18:30"),
        ("2026-11-22 14:00", " 24/11/2026, 18.30 ", "2026-11-24 18:30"),
        ("2026-11-22 14:00", "18:30", "2026-11-22 18:30"),
        ("2026-11-22 14:00", "4.12 8:05", "2026-12-04 08:05"),
        ("2026-12-20 14:00", "02.01 10:00", "2027-01-02 10:00"),
        ("2026-11-22 00:30", "00:31", "2026-11-22 00:31"),
    ],
)
def test_a_moment_is_read(now: str, typed: str, meant: str) -> None:
    assert read(now, typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "24.11", "24.11 25:00", "31.11 10:00", "0.1 10:00", "29.02 10:00", "1:2", "24-11 18:30"],
)
def test_what_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read("2026-11-22 14:00", typed)
    assert refusal.value.text_id == "form-moment-unreadable"


@pytest.mark.parametrize("typed", ["22.11 14:00", "13:59", "21.11 18:30", "23.12 14:00", "01.01.2020 10:00"])
def test_what_is_over_or_too_far_ahead_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read("2026-11-22 14:00", typed)
    assert refusal.value.text_id == "form-moment-past"


def test_buttons_mean_the_evening_and_the_next_morning() -> None:
    picked = [moments.pick(at("2026-11-22 14:00"), choice) for choice in ("now", "tonight", "tomorrow")]
    assert picked == ["now", "2026-11-22T14:00:00+00:00", "2026-11-23T05:00:00+00:00"]
    with pytest.raises(Refusal):
        moments.pick(at("2026-11-22 19:00"), "tonight")


def test_a_moment_that_went_by_meanwhile_opens_nothing() -> None:
    chosen = moments.pick(at("2026-11-22 14:00"), "tonight")
    assert moments.opened(at("2026-11-22 18:59"), chosen) == datetime(2026, 11, 22, 14, tzinfo=UTC)
    with pytest.raises(Refusal):
        moments.opened(at("2026-11-22 19:01"), chosen)
    now = at("2026-11-22 14:00")
    assert moments.opened(now, "now") == now.now


@given(st.text(max_size=20) | st.from_regex(r"\d{1,2}\.\d{1,2}(\.\d{4})? \d{1,2}:\d{2}", fullmatch=True))
def test_whatever_is_typed_is_ahead_or_refused(typed: str) -> None:
    work = at("2028-02-29 23:59")
    try:
        moment = datetime.fromisoformat(moments.read(work, typed))
    except Refusal:
        return
    assert work.now < moment <= work.now + moments.FARTHEST
