"""The pace beside a server that counts: near the limit all the time, and never over it."""

import random
from collections.abc import Callable
from itertools import count, cycle

import pytest

from delivery.pace import CATCH_UP, HORIZON, MARGIN
from domain.messages import Lane
from tests.delivery.playing import Play, schedule

MINUTE = 60.0
GOAL = 0.985


class Server:
    """A bucket that holds one second's messages and refills at the limit."""

    def __init__(self, per_second: float) -> None:
        self.per_second = per_second
        self.tokens = per_second
        self.last = 0.0

    def takes(self, moment: float) -> bool:
        self.tokens = min(self.per_second, self.tokens + (moment - self.last) * self.per_second)
        self.last = moment
        self.tokens -= 1
        return self.tokens >= -1e-9


def refused(sent: list[float], per_second: float, latency: Callable[[float], float]) -> int:
    """How many of these calls a server refuses when each takes so long to arrive."""
    server = Server(per_second)
    return sum(not server.takes(moment) for moment in sorted(moment + latency(moment) for moment in sent))


def room(per_second: float) -> float:
    """The seconds by which calls may overtake each other: what the bucket holds beside our own lateness."""
    return (per_second - 1) / (MARGIN * per_second) - CATCH_UP - HORIZON


def asked_without_end(per_second: float, seconds: float, lateness: Callable[[], float]) -> list[float]:
    """What leaves when a worker always asks again and every fourth message is a reply."""
    play, chats = Play(schedule(per_second), now=0.0, lateness=lateness), count(1)
    worker = play.ask(None, Lane.BROADCAST, most=100)
    while play.now < seconds:
        if worker.turns:
            worker = play.ask(None, Lane.BROADCAST, most=100)
        if play.now % 1 < 0.25:
            play.ask(next(chats))
        play.wait(0.001)
    return play.moments


def asked_in_spells(seed: int) -> list[float]:
    """What leaves when floods of messages and idle times take turns, on a machine that is often late."""
    chance, chats = random.Random(seed), count(1)
    play = Play(now=0.0, lateness=lambda: chance.choice([0, 0.001, 0.03, 0.4]) * chance.random())
    while play.now < 3 * MINUTE:
        for _ in range(chance.choice([1, 5, 200])):
            play.ask(next(chats), chance.choice(list(Lane)))
        play.wait(chance.choice([0.01, 0.3, 8]))
    return play.moments


@pytest.mark.parametrize("seed", range(10))
def test_a_server_that_counts_never_refuses_whatever_the_way_there_takes(seed: int) -> None:
    sent, chance, wide = asked_in_spells(seed), random.Random(seed), room(30)
    assert refused(sent, 30, lambda _: chance.random() * wide) == 0
    assert refused(sent, 30, lambda moment: wide - moment % wide) == 0, "all that is sent meanwhile together"


def test_a_stall_right_before_a_stall_of_the_net_is_not_refused_either() -> None:
    play = Play(now=0.0)
    for chat in range(1, 200):
        play.ask(chat)
    play.wait(1)
    play.now += 10
    play.release()
    stalled = play.now
    play.wait(3)
    until = stalled + room(30)
    assert refused(play.moments, 30, lambda moment: until - moment if stalled <= moment < until else 0) == 0


@pytest.mark.parametrize("per_second", [30, 1000])
def test_asked_without_end_it_comes_near_the_limit_in_any_minute(per_second: float) -> None:
    chance = random.Random(1)
    sent = asked_without_end(
        per_second, MINUTE + 10, lambda: chance.choice([0.0, 0.002, 0.04, 0.2]) * chance.random()
    )
    for start in range(10):
        fraction = sum(start < moment <= start + MINUTE for moment in sent) / (per_second * MINUTE)
        assert GOAL <= fraction <= 1
    assert refused(sent, per_second, lambda _: chance.random() * room(per_second)) == 0


@pytest.mark.parametrize("per_second", [1, 2, 5])
def test_a_low_limit_is_kept_too(per_second: float) -> None:
    lateness = cycle([0.2, 0.0])
    sent = asked_without_end(per_second, MINUTE, lambda: next(lateness))
    assert refused(sent, per_second, lambda _: 0) == 0
    assert len(sent) >= 0.8 * per_second * MINUTE
