from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import SandboxClock

START = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_given_start_stands_still_until_wound() -> None:
    clock = SandboxClock(START)
    assert clock.now() == clock.now() == START
    clock.wind(timedelta(days=1))
    assert clock.now() == START + timedelta(days=1)
    assert clock.wound == timedelta(days=1)


def test_without_a_start_it_runs_with_the_real_time() -> None:
    clock = SandboxClock()
    before = datetime.now(UTC)
    clock.wind(timedelta(hours=1))
    assert before + timedelta(hours=1) <= clock.now() <= datetime.now(UTC) + timedelta(hours=1)
    assert clock.now().tzinfo is UTC


def test_it_is_never_wound_back() -> None:
    with pytest.raises(ValueError, match="forward only"):
        SandboxClock(START).wind(timedelta(seconds=-1))


def test_a_naive_start_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        SandboxClock(datetime(2026, 3, 1))  # noqa: DTZ001 - the very mistake
