from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from delivery.backoff import pause

CHANCE = st.floats(0, 1)
ATTEMPTS = st.integers(0, 10_000)


def test_waits_double_from_a_second_to_five_minutes() -> None:
    waits = [pause(attempts, 0.5).total_seconds() for attempts in range(1, 13)]
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


@given(ATTEMPTS, CHANCE)
def test_a_wait_stays_within_its_bounds(attempts: int, chance: float) -> None:
    assert timedelta(seconds=0.75) <= pause(attempts, chance) <= timedelta(seconds=375)


@given(ATTEMPTS, CHANCE)
def test_a_later_attempt_never_waits_less(attempts: int, chance: float) -> None:
    assert pause(attempts, chance) <= pause(attempts + 1, chance)


@given(ATTEMPTS, CHANCE, CHANCE)
def test_chance_spreads_a_wait_by_a_quarter(attempts: int, one: float, other: float) -> None:
    usual = pause(attempts, 0.5).total_seconds()
    assert abs(pause(attempts, one) - pause(attempts, other)).total_seconds() <= usual / 2 + 1e-5
