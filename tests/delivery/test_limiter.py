"""The limiter in an event loop whose time jumps to the next timer: who waits how long."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from delivery.limiter import UNLIMITED, Limiter, Limits
from domain.messages import Lane
from tests.delivery.jumping import play

GAP = 1 / (0.99 * 30)
GROUP = -100


def now() -> float:
    return asyncio.get_running_loop().time()


async def waited(turn: Coroutine[Any, Any, object]) -> float:
    began = now()
    await turn
    return now() - began


def test_a_turn_is_immediate_when_nobody_else_sends() -> None:
    async def story(limiter: Limiter) -> float:
        return await waited(limiter.turn(1, Lane.REPLY))

    assert play(story) == 0


def test_many_turns_come_a_slot_apart() -> None:
    async def story(limiter: Limiter) -> list[float]:
        return await asyncio.gather(*(waited(limiter.turn(chat, Lane.REPLY)) for chat in range(1, 61)))

    assert play(story) == pytest.approx([number * GAP for number in range(60)], abs=1e-6)


def timers() -> int:
    scheduled = asyncio.get_running_loop()._scheduled  # type: ignore[attr-defined]  # a loop does not tell
    return sum(not timer.cancelled() for timer in scheduled)


def test_one_timer_serves_all_who_wait() -> None:
    async def story(limiter: Limiter) -> list[int]:
        turns = [asyncio.ensure_future(limiter.turn(chat, Lane.REPLY)) for chat in range(1, 61)]
        await asyncio.sleep(0)
        counted = [timers()]
        limiter.refused(1, 5)
        limiter.refused(1, 50)
        counted.append(timers())
        limiter.give_back(1)
        for turn in turns[1:]:
            turn.cancel()
        await asyncio.gather(*turns, return_exceptions=True)
        return [*counted, timers()]

    assert play(story) == [1, 1, 0]


def test_a_probe_that_is_refused_for_its_own_chat_keeps_nobody_waiting() -> None:
    async def story(limiter: Limiter) -> float:
        limiter.refused(1, 5)
        await limiter.turn(GROUP, Lane.REPLY)
        next_probe = asyncio.ensure_future(waited(limiter.turn(2, Lane.REPLY)))
        await asyncio.sleep(0.1)
        limiter.refused(GROUP, 40)
        return await next_probe

    assert play(story) == pytest.approx(0.1)


def test_a_reply_overtakes_a_broadcast() -> None:
    async def story(limiter: Limiter) -> float:
        broadcast = [asyncio.ensure_future(limiter.turn(chat, Lane.BROADCAST)) for chat in range(1, 301)]
        await asyncio.sleep(5)
        reply = await waited(limiter.turn(5000, Lane.REPLY))
        await asyncio.gather(*broadcast)
        return reply

    assert play(story) <= GAP


def test_the_worker_takes_turns_and_gives_back_what_it_does_not_use() -> None:
    async def story(limiter: Limiter) -> tuple[int, float]:
        taken = await limiter.turns(Lane.BROADCAST, 15)
        waits = asyncio.ensure_future(waited(limiter.turn(1, Lane.REPLY)))
        await asyncio.sleep(0)
        limiter.give_back(taken - 1)
        return taken, await waits

    taken, reply = play(story, Limits(per_second=1000))
    assert taken == 15
    assert reply == pytest.approx(1 / 990, abs=1e-6)


def test_no_turns_cannot_be_wanted() -> None:
    async def story(limiter: Limiter) -> None:
        await limiter.turns(Lane.BROADCAST, 0)

    with pytest.raises(ValueError, match="at least one"):
        play(story)


def test_what_the_worker_used_counts_in_its_chat() -> None:
    async def story(limiter: Limiter) -> tuple[list[int | str], float]:
        await limiter.turns(Lane.POST, 1)
        limiter.took(GROUP)
        return list(limiter.resting()), await waited(limiter.turn(GROUP, Lane.REPLY))

    resting, reply = play(story)
    assert resting == [GROUP]
    assert reply == pytest.approx(1.05)


def test_a_cancelled_turn_goes_to_the_next() -> None:
    async def story(limiter: Limiter) -> float:
        await limiter.turn(1, Lane.REPLY)
        leaves = asyncio.ensure_future(limiter.turn(2, Lane.REPLY))
        stays = asyncio.ensure_future(waited(limiter.turn(3, Lane.REPLY)))
        await asyncio.sleep(0)
        leaves.cancel()
        return await stays

    assert play(story) == pytest.approx(GAP, abs=1e-6)


def test_a_turn_that_is_cancelled_as_it_comes_goes_to_the_next() -> None:
    async def story(limiter: Limiter) -> float:
        taken = await limiter.turns(Lane.REPLY, 1)
        leaves = asyncio.ensure_future(limiter.turn(2, Lane.REPLY))
        stays = asyncio.ensure_future(waited(limiter.turn(3, Lane.REPLY)))
        await asyncio.sleep(0)
        limiter.give_back(taken)  # the first of the two has its turn now, and cannot know yet
        leaves.cancel()
        return await stays

    assert play(story) == 0


def test_nothing_is_left_behind_when_all_who_wait_are_cancelled() -> None:
    async def story(limiter: Limiter) -> tuple[int, object]:
        turns = [asyncio.ensure_future(limiter.turn(1, Lane.REPLY)) for _ in range(10)]
        await asyncio.sleep(1)
        for turn in turns:
            turn.cancel()
        await asyncio.gather(*turns, return_exceptions=True)
        return len(limiter._waiting), limiter._timer

    assert play(story) == (0, None)


def test_a_pause_is_told_and_ends_with_the_answer_to_one_probe() -> None:
    async def story(limiter: Limiter) -> list[float]:
        await limiter.turn(1, Lane.REPLY)
        limiter.refused(1, 5)
        told = limiter.paused()
        turns = [asyncio.ensure_future(waited(limiter.turn(chat, Lane.REPLY))) for chat in range(2, 5)]
        probe = await turns[0]
        await asyncio.sleep(1)
        limiter.accepted()
        return [told, probe, *await asyncio.gather(*turns[1:]), limiter.paused()]

    gap = GAP / 0.9
    assert play(story) == pytest.approx([5, 5, 6, 6 + gap, 0], abs=1e-6)


def test_the_rate_can_be_read() -> None:
    async def story(limiter: Limiter) -> tuple[float, float]:
        before = limiter.rate
        limiter.refused(1, 5)
        return before, limiter.rate

    assert play(story) == pytest.approx((29.7, 0.9 * 29.7))


def test_without_limits_nobody_waits() -> None:
    async def story(limiter: Limiter) -> float:
        limiter.refused(1, 40)
        for _ in range(1000):
            await limiter.turn(1, Lane.BROADCAST)
        return limiter.paused() + now()

    assert play(story, UNLIMITED) == 1000
