"""The schedule under everything that may happen in any order: limits are kept, and nobody waits for ever."""

from bisect import bisect_right
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from delivery.pace import CATCH_UP, HORIZON, LOWEST
from delivery.pace import MARGIN as PART
from delivery.quiet import PROBE_PATIENCE
from delivery.schedule import Waiter
from delivery.windows import MINUTE, Chat, is_public
from domain.messages import Lane
from tests.delivery.playing import CHAT_BURST, PER_GROUP_MINUTE, PER_SECOND, Play

CHATS: list[Chat] = [1, 2, 3, -100, "@channel"]
NEARLY = 1e-6
LONG_ENOUGH = 600.0
"""Seconds: everybody of the longest story has gone by then, whichever chats they waited for."""

chats = st.sampled_from(CHATS)
lanes = st.sampled_from(Lane)
moments = st.one_of(st.floats(0, 0.05), st.floats(0, 5), st.floats(0, 90))


class Sending(RuleBasedStateMachine):
    """`sent` is each call that left and its chat; `until` and `probe` are what is known of a silence."""

    def __init__(self) -> None:
        super().__init__()
        self.play = Play()
        self.numbers = count()
        self.waiting: dict[Waiter, tuple[Lane, int]] = {}
        self.sent: list[tuple[float, Chat]] = []
        self.until: float | None = None
        self.probe: float | None = None

    @rule(lane=lanes, chat=chats)
    def ask(self, lane: Lane, chat: Chat) -> None:
        self.join(Waiter(lane, chat))

    @rule(lane=lanes, most=st.integers(1, 30))
    def ask_for_many(self, lane: Lane, most: int) -> None:
        self.join(Waiter(lane, None, most))

    @rule(seconds=moments)
    def pass_time(self, seconds: float) -> None:
        until = self.play.now + seconds
        while (wakes_at := self.play.schedule.wakes_at(self.play.now)) is not None and wakes_at <= until:
            self.play.now = wakes_at
            self.release()
        self.play.now = until

    @rule(seconds=st.floats(0, 2))
    def stand_still(self, seconds: float) -> None:
        """The machine is busy: timers come late."""
        self.play.now += seconds
        self.release()

    @precondition(lambda self: self.sent)
    @rule(back=st.integers(0, 5), seconds=st.floats(0.5, 40))
    def refuse(self, back: int, seconds: float) -> None:
        chat, rate = self.sent[-1 - back % len(self.sent)][1], self.play.rate
        under_way = self.until is not None and self.probe is None
        self.play.schedule.refused(chat, seconds, self.play.now)
        self.heed(self.play.now + seconds, chat)
        if under_way:
            assert self.play.rate == rate, "what was under way teaches nothing anew"
        self.release()

    @rule()
    def accept(self) -> None:
        if self.probe is not None:
            self.until = self.probe = None
        self.play.schedule.accepted(self.play.now)
        self.release()

    @precondition(lambda self: self.waiting)
    @rule(which=st.integers(0, 20))
    def cancel(self, which: int) -> None:
        waiter = list(self.waiting)[which % len(self.waiting)]
        del self.waiting[waiter]
        self.play.schedule.withdraw(waiter, self.play.now)
        self.release()

    @rule(lane=lanes, chat=chats)
    def change_mind(self, lane: Lane, chat: Chat) -> None:
        """Cancel at the very moment at which the turn comes."""
        waiter = Waiter(lane, chat)
        self.join(waiter, leaves=True)
        self.waiting.pop(waiter, None)
        self.play.schedule.withdraw(waiter, self.play.now)
        self.release()

    @invariant()
    def no_chat_gets_too_much(self) -> None:
        for chat in {chat for _, chat in self.sent}:
            own = [moment for moment, other in self.sent if other == chat]
            if is_public(chat):
                assert most_within(own, MINUTE) <= PER_GROUP_MINUTE
                assert most_within(own, 1) == 1
            else:
                assert most_within(own, CHAT_BURST) <= CHAT_BURST

    @invariant()
    def all_chats_together_do_not_get_too_much(self) -> None:
        """Never more than a slot each, what was late, and the few slots that are given out ahead."""
        gap, sent = 1 / (PART * PER_SECOND), [moment for moment, _ in self.sent]
        for first in range(max(0, len(sent) - 40), len(sent)):
            lasted = sent[-1] - sent[first]
            assert len(sent) - first <= (lasted + CATCH_UP + HORIZON) / gap + 1 + NEARLY

    @invariant()
    def the_rate_stays_within_its_bounds(self) -> None:
        top = PART * PER_SECOND
        assert top * LOWEST <= self.play.rate <= top

    def teardown(self) -> None:
        """Time passes, Telegram accepts what is sent: everybody goes in the end."""
        end = self.play.now + LONG_ENOUGH
        while self.waiting:
            wakes_at = self.play.schedule.wakes_at(self.play.now)
            assert wakes_at is not None, "somebody waits and no timer is set"
            assert wakes_at < end, "somebody waits for ever"
            self.play.now = wakes_at
            self.release()
            self.accept()

    def join(self, waiter: Waiter, *, leaves: bool = False) -> None:
        self.waiting[waiter] = (waiter.lane, next(self.numbers))
        self.play.schedule.ask(waiter, self.play.now)
        self.release(waiter if leaves else None)

    def release(self, leaving: Waiter | None = None) -> None:
        """Whoever gets a turn sends, but for the one that is about to leave."""
        before = set(self.play.schedule.resting(self.play.now))
        released = self.play.release()
        keys = [self.waiting[waiter] for waiter in released]
        assert keys == sorted(keys), "by lane, then by arrival"
        passed_over = [waiter for waiter, key in self.waiting.items() if keys and key < keys[-1]]
        after = set(self.play.schedule.resting(self.play.now))
        assert all(waiter in released or waiter.chat in after for waiter in passed_over)
        for waiter in released:
            assert waiter.chat not in before
            del self.waiting[waiter]
            if waiter is not leaving:
                self.send(waiter)

    def send(self, waiter: Waiter) -> None:
        assert 1 <= waiter.turns <= waiter.most
        self.keep_silence(waiter)
        if waiter.chat is not None:
            self.sent.append((self.play.now, waiter.chat))
            return
        used = waiter.turns - waiter.turns // 3
        for _ in range(used):
            stranger = 1000 + next(self.numbers)
            self.play.schedule.took(stranger, self.play.now)
            self.sent.append((self.play.now, stranger))
        self.play.schedule.give_back(waiter.turns - used, self.play.now)

    def keep_silence(self, waiter: Waiter) -> None:
        if self.until is None:
            return
        assert self.play.now >= self.until
        assert waiter.turns == 1
        assert self.probe is None or self.play.now >= self.probe + PROBE_PATIENCE
        self.probe = self.play.now

    def heed(self, until: float, chat: Chat) -> None:
        """Take over what the schedule made of a refusal, if it may make that of it."""
        left = self.play.paused
        if left and (self.until is None or self.play.now + left > self.until + NEARLY):
            assert self.play.now + left <= until + NEARLY
        if left:
            self.until = self.play.now + left
        else:
            assert chat in self.play.schedule.resting(self.play.now)
        self.probe = None


def most_within(sent: list[float], seconds: float) -> int:
    """The most that lie within so many seconds anywhere; `sent` ascends."""
    return max(bisect_right(sent, first + seconds - NEARLY) - number for number, first in enumerate(sent))


TestSending = Sending.TestCase
TestSending.settings = settings(stateful_step_count=60)
