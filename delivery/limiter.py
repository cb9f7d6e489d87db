"""Pacing: how fast messages may leave, so that Telegram never has to refuse."""

import asyncio
from collections.abc import Callable

PER_SECOND = 25.0
"""Telegram allows about 30 messages a second to different chats (core.telegram.org/bots/faq); replies use
the rest."""

PER_CHAT_SECONDS = 1.05
"""One message a second in one chat, by the same source."""


class Limiter:
    """Gives out slots in time: an even flow over all chats, a slower one within each chat.

    `time` tells seconds that only grow; a slot is the moment at which a message may leave, each at or after
    the one given before. `gap` and `gap_in_chat` are the seconds between two messages, over all and in one
    chat.
    """

    def __init__(
        self,
        time: Callable[[], float],
        *,
        gap: float = 1 / PER_SECOND,
        gap_in_chat: float = PER_CHAT_SECONDS,
    ) -> None:
        self._time = time
        self._gap = gap
        self._gap_in_chat = gap_in_chat
        self._next = 0.0
        self._next_in_chat: dict[str, float] = {}
        self._paused_until = 0.0

    def slot(self, recipient: str) -> float:
        """Reserve the next moment for this recipient."""
        now = self._time()
        self._forget(now)
        moment = max(now, self._next, self._paused_until, self._next_in_chat.get(recipient, 0.0))
        self._next = moment + self._gap
        self._next_in_chat[recipient] = moment + self._gap_in_chat
        return moment

    def resting(self) -> list[str]:
        """The recipients whose next slot is yet to come: others need not wait behind them."""
        now = self._time()
        return [recipient for recipient, moment in self._next_in_chat.items() if moment > now]

    def pause(self, seconds: float) -> None:
        """Telegram asked for quiet."""
        self._paused_until = max(self._paused_until, self._time() + seconds)

    async def wait(self, recipient: str) -> None:
        """Wait for this recipient's slot."""
        await asyncio.sleep(max(self.slot(recipient) - self._time(), 0))

    def _forget(self, now: float) -> None:
        if len(self._next_in_chat) > 1000:  # noqa: PLR2004 - only bounds memory
            self._next_in_chat = {chat: at for chat, at in self._next_in_chat.items() if at > now}
