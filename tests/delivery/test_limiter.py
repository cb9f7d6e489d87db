"""The limiter as pure slots: a fake clock that only grows, and the moments it gives out."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.limiter import PER_CHAT_SECONDS, PER_SECOND, Limiter

GAP = 1 / PER_SECOND
NEARLY = 1e-6  # seconds that floating point may lose


@dataclass
class Watch:
    """A monotonic clock in a test's hand."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Sending:
    """A worker that waits for each slot before it asks for the next one, as the real one does."""

    watch: Watch = field(default_factory=Watch)
    sent: list[tuple[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.limiter = Limiter(self.watch)

    def send(self, recipient: str) -> float:
        self.watch.now = self.limiter.slot(recipient)
        self.sent.append((recipient, self.watch.now))
        return self.watch.now

    @property
    def moments(self) -> list[float]:
        return [moment for _, moment in self.sent]


def test_the_first_message_leaves_at_once() -> None:
    assert Limiter(Watch(7.0)).slot("anna") == 7.0


def test_messages_to_different_chats_flow_evenly() -> None:
    limiter = Limiter(Watch(0.0))
    slots = [limiter.slot(f"chat {number}") for number in range(100)]
    assert slots == pytest.approx([number * GAP for number in range(100)])


def test_messages_to_one_chat_keep_their_distance() -> None:
    limiter = Limiter(Watch(0.0))
    slots = [limiter.slot("anna") for _ in range(5)]
    assert slots == pytest.approx([number * PER_CHAT_SECONDS for number in range(5)])


def test_a_message_after_a_slow_chat_does_not_leave_together_with_it() -> None:
    sending = Sending()
    sending.send("anna")
    again = sending.send("anna")
    assert sending.send("boris") == pytest.approx(again + GAP)


def test_idle_time_is_not_saved_up_for_a_burst() -> None:
    sending = Sending()
    sending.send("anna")
    sending.watch.now += 3600
    later = [sending.send(f"chat {number}") for number in range(30)]
    assert later[-1] - later[0] == pytest.approx(29 * GAP)


def test_a_pause_holds_everybody_back_and_then_the_flow_is_even_again() -> None:
    watch = Watch(0.0)
    limiter = Limiter(watch)
    limiter.slot("anna")
    limiter.pause(30)
    slots = [limiter.slot(f"chat {number}") for number in range(10)]
    assert slots == pytest.approx([30 + number * GAP for number in range(10)])


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    limiter = Limiter(Watch(0.0))
    limiter.pause(30)
    limiter.pause(5)
    assert limiter.slot("anna") == 30.0


def test_the_memory_of_chats_stays_bounded() -> None:
    sending = Sending()
    for number in range(5000):
        sending.send(f"chat {number}")
    assert len(sending.limiter._next_in_chat) <= 1001


async def test_waiting_without_limits_takes_no_time() -> None:
    limiter = Limiter(Watch(0.0), gap=0, gap_in_chat=0)
    for _ in range(1000):
        await limiter.wait("anna")


STEP = st.one_of(
    st.tuples(st.just("send"), st.integers(0, 5)),
    st.tuples(st.just("idle"), st.floats(0, 10)),
    st.tuples(st.just("pause"), st.floats(0, 60)),
)


def played(steps: list[tuple[str, float]]) -> tuple[Sending, list[tuple[float, float]]]:
    """What was sent, and the pauses as (from, to)."""
    sending, pauses = Sending(), []
    for kind, amount in steps:
        if kind == "send":
            sending.send(f"chat {amount:.0f}")
        elif kind == "idle":
            sending.watch.now += amount
        else:
            sending.limiter.pause(amount)
            pauses.append((sending.watch.now, sending.watch.now + amount))
    return sending, pauses


@settings(max_examples=50)
@given(st.lists(STEP, max_size=60))
def test_no_two_messages_leave_closer_than_the_gap(steps: list[tuple[str, float]]) -> None:
    sending, _ = played(steps)
    gaps = [after - before for before, after in pairwise(sending.moments)]
    assert all(gap >= GAP - NEARLY for gap in gaps)


@settings(max_examples=50)
@given(st.lists(STEP, max_size=60))
def test_no_chat_gets_two_messages_within_its_gap(steps: list[tuple[str, float]]) -> None:
    sending, _ = played(steps)
    for chat in {recipient for recipient, _ in sending.sent}:
        own = [moment for recipient, moment in sending.sent if recipient == chat]
        assert all(b - a >= PER_CHAT_SECONDS - NEARLY for a, b in pairwise(own))


@settings(max_examples=50)
@given(st.lists(STEP, max_size=60))
def test_nothing_leaves_while_telegram_wants_quiet(steps: list[tuple[str, float]]) -> None:
    sending, pauses = played(steps)
    for begun, ended in pauses:
        assert not [moment for moment in sending.moments if begun + NEARLY < moment < ended - NEARLY]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=60))
def test_slots_asked_for_at_one_moment_never_go_back_in_time(chats: list[int]) -> None:
    limiter = Limiter(Watch(0.0))
    slots = [limiter.slot(str(chat)) for chat in chats]
    assert slots == sorted(slots)
    assert slots[-1] <= len(chats) * PER_CHAT_SECONDS
