"""The limiter: all that is sent for one bot token waits here for its turn: Telegram need not refuse."""

import asyncio
import math
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from delivery.outcome import seconds_of
from delivery.pace import Pace
from delivery.schedule import Schedule, Waiter
from delivery.windows import Chat, Windows
from domain.messages import Lane

Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
"""What a Bot API method gives back."""

_COUNTED: Final = ("send", "copyMessage", "forwardMessage", "editMessage")
"""How the methods begin that put or change a message in a chat."""

_UNCOUNTED: Final = "sendChatAction"
"""Begins so too, but leaves nothing in the chat."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much Telegram takes. Source: core.telegram.org/bots/faq, "My bot is hitting limits".

    `per_second` messages over all chats (at least 1; infinite: no limit); `chat_burst` messages within as
    many seconds to one person, which is one a second with short bursts; `per_group_minute` messages a minute
    in one group or channel, and never more than one a second. 0 of the last two: no limit.
    """

    per_second: float = 30.0
    chat_burst: int = 3
    per_group_minute: int = 20


UNLIMITED: Final = Limits(math.inf, 0, 0)
"""For tests: nobody waits, not even after a refusal."""


class Held:
    """Given to a Bot's method as `rate_limit_args`: this call has had its turn already."""


HELD: Final = Held()


class Limiter(BaseRateLimiter[Lane | Held]):
    """One limiter of one event loop, shared by all bots of a token. `time` tells monotonic seconds."""

    def __init__(self, time: Callable[[], float], limits: Limits = Limits()) -> None:
        windows = Windows(limits.chat_burst, limits.per_group_minute)
        self._schedule = Schedule(Pace(limits.per_second), windows)
        self._time = time
        self._waiting: dict[Waiter, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0

    async def initialize(self) -> None:
        """Nothing is needed: the timer runs only while somebody waits."""

    async def shutdown(self) -> None:
        """Nothing is held, and another bot of the token may still be sending."""

    async def process_request(  # noqa: PLR0913, PLR0917 - PTB's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 - PTB's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | Held | None,
    ) -> Answer:
        """Make the call in its turn: of the lane given (replies if none is), at once if it is `HELD`.

        A refusal for flooding is noted and raised as it came (RetryAfter): repeating is the outbox's. Calls
        that put or change no message go straight through.
        """
        chat = _chat_of(endpoint, data)
        if chat is None:
            return await callback(*args, **kwargs)
        if not isinstance(rate_limit_args, Held):
            await self.turn(chat, Lane.REPLY if rate_limit_args is None else rate_limit_args)
        try:
            answer = await callback(*args, **kwargs)
        except TelegramError as fault:
            self._learn(chat, fault)
            raise
        self.accepted()
        return answer

    async def turn(self, chat: Chat, lane: Lane) -> None:
        """Wait for the turn of one call to this chat; cancelled, it leaves its turn to others."""
        await self._wait(Waiter(lane, chat))

    async def turns(self, lane: Lane, most: int) -> int:
        """Wait until something may be sent in this lane; how many turns (1 to `most`) were taken for it.

        They are those of the next `delivery.pace.HORIZON`, to be used at once, with `took`, or given back.
        ValueError when `most` is below 1.
        """
        if most < 1:
            raise ValueError("at least one turn must be wanted")
        return await self._wait(Waiter(lane, most=most))

    def give_back(self, count: int) -> None:
        """So many of the turns taken are not used."""
        self._schedule.give_back(count, self._time())
        self._serve()

    def took(self, chat: Chat) -> None:
        """One of the turns taken is used for this chat."""
        self._schedule.took(chat, self._time())

    def resting(self) -> Sequence[Chat]:
        """The chats that may get nothing just now: their windows are full, or Telegram refused them."""
        return self._schedule.resting(self._time())

    def refused(self, chat: Chat, seconds: float) -> None:
        """Telegram refused a call to this chat (429) and asks for so many seconds."""
        self._schedule.refused(chat, seconds, self._time())
        self._serve()

    def accepted(self) -> None:
        """Telegram answered a call with anything but 429."""
        if self._schedule.accepted(self._time()):
            self._serve()

    @property
    def rate(self) -> float:
        """Messages a second that it allows itself just now."""
        return self._schedule.rate(self._time())

    def paused(self) -> float:
        """Seconds until anything may leave again; 0 when it is not paused or only awaits a probe's answer."""
        return self._schedule.paused(self._time())

    def _learn(self, chat: Chat, fault: TelegramError) -> None:
        if isinstance(fault, RetryAfter):
            self.refused(chat, seconds_of(fault))
        elif isinstance(fault, BadRequest) or not isinstance(fault, NetworkError):
            self.accepted()  # a no to the message is still an answer

    async def _wait(self, waiter: Waiter) -> int:
        self._schedule.ask(waiter, self._time())
        self._serve()
        if not waiter.turns:
            await self._released(waiter)
        return waiter.turns

    async def _released(self, waiter: Waiter) -> None:
        released = self._waiting[waiter] = asyncio.get_running_loop().create_future()
        try:
            await released
        except asyncio.CancelledError:
            self._schedule.withdraw(waiter, self._time())
            self._serve()
            raise
        finally:
            del self._waiting[waiter]

    def _serve(self) -> None:
        """Let go whoever may, and wake up when the next may."""
        now = self._time()
        for waiter in self._schedule.release(now):
            released = self._waiting.get(waiter)
            if released is not None and not released.done():
                released.set_result(None)
        self._set_timer(self._schedule.wakes_at(now), now)

    def _set_timer(self, moment: float | None, now: float) -> None:
        if self._timer is not None and moment == self._timer_at:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if moment is not None:
            self._timer = asyncio.get_running_loop().call_later(max(moment - now, 0.0), self._on_time)
            self._timer_at = moment

    def _on_time(self) -> None:
        self._timer = None
        self._serve()


def _chat_of(endpoint: str, data: dict[str, Any]) -> Chat | None:
    """The chat whose messages a call puts or changes; None when it does neither."""
    counts = endpoint.startswith(_COUNTED) and endpoint != _UNCOUNTED
    chat: Chat | None = data.get("chat_id") if counts else None
    return chat
