"""Who may send now: turns by lane and arrival, at the pace over all chats and within each chat's windows."""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import chain
from typing import Final

from delivery.pace import Pace
from delivery.quiet import Quiet
from delivery.windows import Chat, Windows
from domain.messages import Lane

TOGETHER: Final = 2.0
"""Seconds within which two chats that are refused mean the whole bot: all that is under way when a flood
begins is answered within about a round trip, and two chats seldom fill their own windows so close."""


@dataclass(eq=False, slots=True)
class Waiter:
    """Somebody who waits for up to `most` turns, for `chat` or for chats not yet known (None).

    `since` is the moment it asked; `turns` are those it got, 0 until then.
    """

    lane: Lane
    chat: Chat | None = None
    most: int = 1
    since: float = 0.0
    turns: int = 0


class Schedule:
    """The rules of sending as a pure state: every moment (`now`, monotonic seconds) is an argument.

    Lanes are strict: while replies use all turns, the lanes behind them get none.
    """

    def __init__(self, pace: Pace, windows: Windows) -> None:
        self._pace = pace
        self._windows = windows
        self._quiet = Quiet()
        # Ordered dicts: a plain one is slow to find its first entry when many before it were taken out.
        self._lanes: dict[Lane, OrderedDict[Waiter, None]] = {lane: OrderedDict() for lane in Lane}
        self._refused_last: tuple[Chat, float] | None = None

    def ask(self, waiter: Waiter, now: float) -> None:
        """Join the queue, behind those of the same lane."""
        waiter.since = now
        self._lanes[waiter.lane][waiter] = None

    def release(self, now: float) -> list[Waiter]:
        """Give turns to all who may go now; they are out of the queue and know their `turns`."""
        released = []
        while (waiter := self._next(now)) is not None:
            turns = self._turns(waiter, now)
            if not turns:
                break
            self._grant(waiter, turns, now)
            released.append(waiter)
        return released

    def wakes_at(self, now: float) -> float | None:
        """When to ask for `release` again; None if nobody waits."""
        if not any(self._lanes.values()):
            return None
        lifts_at = self._quiet.lifts_at()
        if lifts_at > now:
            return lifts_at
        waiter = self._best(now)
        return self._first_free() if waiter is None else self._pace.slot(now, waiter.since)

    def withdraw(self, waiter: Waiter, now: float) -> None:
        """Leave the queue; turns that were given in the meantime go to others."""
        self._lanes[waiter.lane].pop(waiter, None)
        if not waiter.turns:
            return
        self.give_back(waiter.turns, now)
        if waiter.chat is not None:
            self._windows.put_back(waiter.chat)

    def give_back(self, count: int, now: float) -> None:
        """So many turns were not used."""
        self._pace.give_back(now, count)
        if count:
            self._quiet.take_back_probe()

    def took(self, chat: Chat, now: float) -> None:
        """A turn that was given for no chat in particular was used for this one."""
        self._windows.take(chat, now)

    def resting(self, now: float) -> list[Chat]:
        """The chats that may get nothing just now."""
        return self._windows.resting(now)

    def rate(self, now: float) -> float:
        """Messages a second that are allowed at present."""
        return self._pace.rate(now)

    def paused(self, now: float) -> float:
        """Seconds of silence that are left; 0 without one, and while the answer to its probe is awaited."""
        return self._quiet.left(now)

    def accepted(self, now: float) -> bool:
        """Telegram took a call; whether others may go on by that."""
        over = self._quiet.end()
        if over:
            self._pace.restart(now)
        return over

    def refused(self, chat: Chat, seconds: float, now: float) -> None:
        """Telegram refused a call to this chat and wants so many seconds of silence there, or everywhere.

        While there is no limit, there is no refusal to heed either.
        """
        if not self._pace.limited:
            return
        if self._is_its_own(chat, now):
            self._windows.refuse(chat, now, seconds)
            self._quiet.take_back_probe()  # if it was the probe, it told nothing about the bot
        elif self._quiet.fall(now, seconds):
            self._pace.lower(now)
        self._refused_last = chat, now

    def _is_its_own(self, chat: Chat, now: float) -> bool:
        """Whether the refusal concerns this chat alone: its own use explains it, and no other was refused."""
        if not self._windows.explain(chat, now):
            return False
        other, moment = self._refused_last or (chat, now)
        return other == chat or now - moment > TOGETHER

    def _next(self, now: float) -> Waiter | None:
        return self._best(now) if self._quiet.lifts_at() <= now else None

    def _best(self, now: float) -> Waiter | None:
        for waiter in chain.from_iterable(self._lanes.values()):
            if waiter.chat is None or self._windows.free_at(waiter.chat) <= now:
                return waiter
        return None

    def _first_free(self) -> float:
        """When the first chat of those that are waited for has rested; somebody waits for one."""
        chats = {waiter.chat for waiter in chain.from_iterable(self._lanes.values())}
        return min(self._windows.free_at(chat) for chat in chats if chat is not None)

    def _turns(self, waiter: Waiter, now: float) -> int:
        most = waiter.most if self._quiet.flowing else 1
        return self._pace.take(now, waiter.since, most)

    def _grant(self, waiter: Waiter, turns: int, now: float) -> None:
        del self._lanes[waiter.lane][waiter]
        waiter.turns = turns
        if waiter.chat is not None:
            self._windows.take(waiter.chat, now)
        if not self._quiet.flowing:
            self._quiet.send_probe(now)
