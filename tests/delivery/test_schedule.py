"""The rules of sending, one sentence each: pace, windows, lanes, silence, what refusals teach."""

from itertools import pairwise

import pytest

from delivery.pace import CATCH_UP, HORIZON
from delivery.quiet import PROBE_PATIENCE
from delivery.schedule import Waiter
from delivery.windows import Windows
from domain.messages import Lane
from tests.delivery.playing import CHAT_BURST, PER_GROUP_MINUTE, PER_SECOND, Play, schedule

GAP = 1 / (0.99 * PER_SECOND)
GROUP = -100


def gaps(moments: list[float]) -> list[float]:
    return [after - before for before, after in pairwise(moments)]


def flooded(chat: int = 1, seconds: float = 5) -> Play:
    """A play in which a person who got nothing before was refused just now."""
    play = Play()
    play.ask(chat)
    play.refuse(chat, seconds)
    return play


def test_whoever_comes_first_goes_at_once() -> None:
    play = Play()
    assert play.ask(1).turns == 1
    assert play.moments == [1000.0]


def test_many_go_a_slot_apart() -> None:
    play = Play()
    for chat in range(1, 61):
        play.ask(chat)
    play.wait(10)
    assert len(play.moments) == 60
    assert gaps(play.moments) == pytest.approx([GAP] * 59)


def test_time_in_which_nobody_asks_is_not_saved_up() -> None:
    play = Play()
    play.ask(1)
    play.wait(3600)
    for chat in range(2, 32):
        play.ask(chat)
    play.wait(10)
    assert gaps(play.moments[1:]) == pytest.approx([GAP] * 29)


def test_a_late_timer_loses_nothing() -> None:
    play = Play(lateness=lambda: 0.02)
    for chat in range(1, 61):
        play.ask(chat)
    play.wait(60 * GAP + 0.02)
    assert len(play.left) == 60


def test_a_very_late_timer_lets_go_no_more_than_it_may_make_up_for() -> None:
    play = Play()
    for chat in range(1, 301):
        play.ask(chat)
    before = len(play.left)
    play.now += 5
    play.release()
    assert len(play.left) - before == int(CATCH_UP / GAP) + 1


def test_a_reply_takes_the_very_next_slot_of_a_broadcast() -> None:
    play = Play()
    for chat in range(1, 1001):
        play.ask(chat, Lane.BROADCAST)
    play.wait(7)
    came = play.now
    reply = play.ask(5000)
    play.wait(GAP)
    gone = next(moment for moment, waiter in play.left if waiter is reply)
    assert gone - came <= GAP


def test_smaller_lanes_go_first_and_within_one_whoever_came_first() -> None:
    play = Play()
    play.ask(9)
    asked = [(1, Lane.BROADCAST), (2, Lane.POST), (3, Lane.NOTICE), (4, Lane.REPLY), (5, Lane.REPLY)]
    for chat, lane in [*asked, (6, Lane.BROADCAST)]:
        play.ask(chat, lane)
    play.wait(1)
    assert play.chats == [9, 4, 5, 3, 2, 1, 6]


def test_who_is_fast_takes_a_horizon_of_turns_and_who_is_slow_takes_one() -> None:
    slow, fast = Play(), Play(schedule(1000))
    assert slow.ask(None, Lane.BROADCAST, most=100).turns == 1
    assert fast.ask(None, Lane.BROADCAST, most=100).turns == int(HORIZON * 990)
    fast.wait(1)
    assert fast.ask(None, Lane.BROADCAST, most=7).turns == 7


def test_a_worker_waits_behind_people() -> None:
    play = Play()
    play.ask(1)
    worker = play.ask(None, Lane.BROADCAST, most=100)
    for chat in range(2, 12):
        play.ask(chat)
    play.wait(10 * GAP + 0.001)
    assert worker.turns == 0
    play.wait(GAP)
    assert worker.turns == 1


def test_turns_that_are_given_back_go_to_others() -> None:
    play = Play(schedule(1000))
    taken = play.ask(None, Lane.BROADCAST, most=15).turns
    play.schedule.give_back(taken - 1, play.now)
    assert play.ask(1).turns == 0, "the one that was used has its slot"
    play.wait(1 / 990)
    assert play.chats == [None, 1]


def test_who_leaves_the_queue_loses_nobody_a_turn() -> None:
    play = Play()
    play.ask(1)
    leaves, stays = play.ask(2), play.ask(3)
    play.schedule.withdraw(leaves, play.now)
    play.wait(GAP)
    assert (leaves.turns, stays.turns) == (0, 1)


def test_who_leaves_with_a_turn_hands_it_on_and_their_chat_has_got_nothing() -> None:
    play = Play()
    for _ in range(CHAT_BURST):
        play.wait(GAP)
        leaves = play.ask(2)
    assert play.schedule.resting(play.now) == [2]
    play.schedule.withdraw(leaves, play.now)
    assert play.schedule.resting(play.now) == []
    assert play.ask(2).turns == 1


def test_a_person_gets_a_burst_and_then_rests() -> None:
    play = Play()
    for _ in range(2 * CHAT_BURST):
        play.ask(1)
    play.wait(20)
    assert play.moments[CHAT_BURST - 1] - play.moments[0] < 0.1
    assert all(
        CHAT_BURST <= after - before <= CHAT_BURST + 0.1
        for before, after in zip(play.moments, play.moments[CHAT_BURST:], strict=False)
    )


@pytest.mark.parametrize("chat", [GROUP, "@channel"])
def test_a_group_or_channel_gets_one_a_second_and_no_more_than_its_minute(chat: int | str) -> None:
    play = Play()
    for _ in range(3 * PER_GROUP_MINUTE):
        play.ask(chat)
    play.wait(600)
    assert len(play.moments) == 3 * PER_GROUP_MINUTE
    assert all(gap >= 1 for gap in gaps(play.moments))
    minutes = zip(play.moments, play.moments[PER_GROUP_MINUTE:], strict=False)
    assert all(60 <= after - before <= 60.1 for before, after in minutes)


def test_a_resting_chat_keeps_nobody_else_waiting() -> None:
    play = Play()
    for _ in range(CHAT_BURST + 1):
        play.ask(1)
    late = play.ask(2, Lane.BROADCAST)
    play.wait(1)
    assert late.turns == 1
    assert play.schedule.resting(play.now) == [1]


def test_calls_of_the_worker_count_in_their_chats() -> None:
    play = Play()
    play.schedule.took(GROUP, play.now)
    assert play.schedule.resting(play.now) == [GROUP]
    play.wait(2)
    assert play.schedule.resting(play.now) == []


def test_chats_are_forgotten_when_their_windows_are_over() -> None:
    windows = Windows(CHAT_BURST, PER_GROUP_MINUTE)
    for number in range(60_000):
        windows.take(1 + number, number / 30)
        windows.take(-1 - number // 30, number / 30)
        windows.take("@busy", number / 30)
    held = len(windows._people._moments), len(windows._public._moments)
    assert held[0] <= (CHAT_BURST + 1) * 30
    assert held[1] <= 63
    assert len(windows._public._rests) <= 63


def test_refusals_are_forgotten_when_they_are_over() -> None:
    windows = Windows(CHAT_BURST, PER_GROUP_MINUTE)
    for number in range(1000):
        windows.refuse(-1 - number, number, 5)
    assert windows.resting(1000) == [-997, -998, -999, -1000]
    assert len(windows._refused) <= 6


def test_a_refusal_that_a_chats_own_use_explains_pauses_that_chat_alone() -> None:
    play = Play()
    play.ask(GROUP)
    play.refuse(GROUP, 40)
    assert (play.paused, play.schedule.resting(play.now)) == (0, [GROUP])
    play.wait(1)
    assert play.ask(1).turns == 1
    again = play.ask(GROUP)
    play.wait(38.9)
    assert again.turns == 0
    play.wait(0.1)
    assert again.turns == 1
    assert play.rate == 0.99 * PER_SECOND, "it teaches nothing about the bot"


def test_a_person_who_got_two_calls_is_paused_alone_too() -> None:
    play = Play()
    play.ask(1)
    play.wait(1)
    play.ask(1)
    play.refuse(1, 40)
    assert (play.paused, play.schedule.resting(play.now)) == (0, [1])


def test_a_shorter_refusal_does_not_end_a_longer_one() -> None:
    play = Play()
    play.ask(GROUP)
    play.refuse(GROUP, 40)
    play.refuse(GROUP, 5)
    play.wait(39)
    assert play.schedule.resting(play.now) == [GROUP]


def test_a_person_who_got_nothing_before_is_refused_for_the_whole_bot() -> None:
    play = flooded(seconds=5)
    waits = play.ask(2)
    assert play.paused == 5
    play.wait(4.9)
    assert waits.turns == 0
    play.wait(0.2)
    assert (waits.turns, play.paused) == (1, 0)


@pytest.mark.parametrize(("between", "paused"), [(1.5, 7), (2.5, 0)])
def test_two_chats_refused_shortly_after_each_other_mean_the_whole_bot(between: float, paused: float) -> None:
    play = Play()
    play.ask(GROUP)
    play.ask("@channel")
    play.wait(0.1)
    play.refuse(GROUP, 7)
    play.wait(between)
    play.refuse("@channel", 7)
    assert play.paused == paused


def test_after_a_pause_one_call_goes_and_the_others_wait_for_its_answer() -> None:
    play = flooded(seconds=5)
    waiting = [play.ask(chat) for chat in range(2, 8)]
    worker = play.ask(None, Lane.BROADCAST, most=100)
    play.wait(9)
    assert [waiter.turns for waiter in waiting] == [1, 0, 0, 0, 0, 0]
    accepted = play.now
    play.accept()
    play.wait(7 * GAP)
    assert worker.turns == 1
    assert gaps([accepted, *play.moments[2:]]) == pytest.approx([0, *[GAP / 0.9] * 5])


def test_a_worker_gets_one_turn_for_the_probe() -> None:
    play = Play(schedule(1000))
    play.ask(1)
    play.refuse(1, 5)
    worker = play.ask(None, Lane.BROADCAST, most=100)
    play.wait(5)
    assert worker.turns == 1


def test_a_refused_probe_begins_the_next_pause() -> None:
    play = flooded(seconds=5)
    waiting = [play.ask(chat) for chat in range(2, 5)]
    play.wait(5)
    play.refuse(2, 3)
    assert play.paused == 3
    play.wait(2.9)
    assert [waiter.turns for waiter in waiting] == [1, 0, 0]
    play.wait(0.1)
    assert [waiter.turns for waiter in waiting] == [1, 1, 0]


def test_a_probe_whose_answer_never_comes_is_followed_by_another() -> None:
    play = flooded(seconds=5)
    waiting = [play.ask(chat) for chat in range(2, 5)]
    play.wait(5 + PROBE_PATIENCE - 0.1)
    assert [waiter.turns for waiter in waiting] == [1, 0, 0]
    play.wait(0.1)
    assert [waiter.turns for waiter in waiting] == [1, 1, 0]


def test_a_probe_that_is_given_back_is_followed_by_another() -> None:
    play = flooded(seconds=5)
    worker, reply = play.ask(None, Lane.REPLY, most=5), play.ask(2)
    play.wait(5)
    play.schedule.give_back(worker.turns, play.now)
    play.release()
    play.wait(GAP)
    assert reply.turns == 1


def test_a_probe_refused_for_its_own_chat_is_followed_by_another() -> None:
    play = flooded(seconds=5)
    group, other = play.ask(GROUP), play.ask(2)
    play.wait(5)
    play.refuse(GROUP, 40)
    assert (group.turns, play.paused) == (1, 0)
    play.wait(GAP)
    assert other.turns == 1


def test_answers_to_what_was_under_way_neither_end_a_pause_nor_prolong_it_beyond_what_they_ask() -> None:
    play = flooded(seconds=5)
    play.wait(1)
    play.refuse(2, 4)
    assert play.paused == 4
    play.refuse(3, 4.5)
    assert play.paused == 4.5
    play.refuse(4, 1)
    assert play.paused == 4.5
    play.accept()
    assert play.paused == 4.5
    assert play.rate == pytest.approx(0.9 * 0.99 * PER_SECOND), "they are one lesson"


def test_a_refusal_lowers_the_rate_and_calm_raises_it() -> None:
    play, top = flooded(seconds=5), 0.99 * PER_SECOND
    assert play.rate == pytest.approx(0.9 * top)
    play.wait(29.9)
    assert play.rate == pytest.approx(0.9 * top)
    play.wait(0.2)
    assert play.rate == pytest.approx(0.91 * top)
    play.wait(240)
    assert play.rate == pytest.approx(0.99 * top)
    play.wait(3600)
    assert play.rate == top


def test_each_pause_lowers_the_rate_but_never_below_a_quarter() -> None:
    play, top = flooded(seconds=5), 0.99 * PER_SECOND
    for chat in range(2, 40):
        play.ask(chat)
        play.wait(5)
        play.refuse(chat, 5)
    assert play.rate == pytest.approx(top / 4)


def test_what_a_lowered_rate_gives_out_lies_further_apart() -> None:
    play = flooded(seconds=5)
    for chat in range(2, 22):
        play.ask(chat)
    play.wait(5)
    play.accept()
    play.wait(2)
    assert gaps(play.moments[2:]) == pytest.approx([GAP / 0.9] * 18)


def test_without_limits_nobody_waits_even_after_a_refusal() -> None:
    play = Play(schedule(float("inf"), 0, 0))
    for _ in range(1000):
        assert play.ask(1).turns == 1
    play.refuse(1, 40)
    assert play.ask(1).turns == 1
    assert play.ask(None, Lane.BROADCAST, most=50).turns == 50
    assert (play.paused, play.schedule.resting(play.now)) == (0, [])


def test_nobody_waits_on_an_empty_schedule() -> None:
    play = Play()
    waiter = Waiter(Lane.REPLY, 1)
    assert play.schedule.wakes_at(play.now) is None
    play.schedule.withdraw(waiter, play.now)
    assert play.release() == []
