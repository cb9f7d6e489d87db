"""How far a broadcast is, and how long it takes."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.broadcasts import LANGUAGES, Progress, in_minutes, takes, utf16_length
from locales.choice import NAMES

COUNTS = st.integers(0, 100_000)


def test_it_can_be_written_in_every_language_there_is() -> None:
    assert tuple(NAMES) == LANGUAGES


def test_sixty_thousand_take_thirty_three_minutes() -> None:
    assert in_minutes(takes(60_000, 30)) == 33
    assert in_minutes(takes(14, 30)) == 0
    assert takes(60, 0.5) == timedelta(minutes=2)


@pytest.mark.parametrize("pace", [0, -1])
def test_without_a_pace_nothing_is_promised(pace: float) -> None:
    with pytest.raises(ValueError, match="no pace"):
        takes(1, pace)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_it_is_whole_only_when_nothing_is_left(queued: int, later: int, sent: int, blocked: int) -> None:
    recipients = queued + later + sent + blocked
    progress = Progress(recipients, queued=queued, later=later, sent=sent, blocked=blocked)
    assert progress.left == queued + later
    assert (progress.percent == 100) is (progress.left == 0)
    assert 0 <= progress.percent <= 100
    assert len(progress.bar) == len(Progress(0).bar)
    assert ("░" in progress.bar) is (progress.left > 0)


@pytest.mark.parametrize(
    ("sent", "bar"),
    [(0, "░░░░░░░░░░░░"), (50, "▓▓▓▓▓▓░░░░░░"), (99, "▓▓▓▓▓▓▓▓▓▓▓░"), (100, "▓▓▓▓▓▓▓▓▓▓▓▓")],
)
def test_the_bar_grows(sent: int, bar: str) -> None:
    assert Progress(100, queued=100 - sent, sent=sent).bar == bar


def test_who_was_forgotten_meanwhile_makes_it_no_shorter() -> None:
    assert Progress(10, queued=12).percent == 0
    assert Progress(10, sent=3).percent == 100


def test_emoji_are_as_long_as_telegram_takes_them_for() -> None:
    assert [utf16_length(text) for text in ("", "қар", "🙂", "\ud800")] == [0, 3, 2, 1]
