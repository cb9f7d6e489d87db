"""Pending updates: delivered again and again until a higher offset confirms them."""

import asyncio
from collections.abc import Iterable

from sandbox.accounts import Json

#: Kinds that come only when asked for (getUpdates, `allowed_updates`; of chosen results: by BotFather).
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count", "chosen_inline_result"})


class UpdateQueue:
    """The server's queue of one bot; ids grow by one."""

    def __init__(self, first_id: int) -> None:
        self.pending: list[Json] = []
        self.allowed: frozenset[str] | None = None
        self._next_id = first_id
        self._arrived = asyncio.Event()
        self._polls = 0
        self._interrupted = False

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update unless the bot asked not to get this kind."""
        wanted = kind in self.allowed if self.allowed is not None else kind not in ON_REQUEST
        if not wanted:
            return
        self.pending.append({"update_id": self._next_id, kind: payload})
        self._next_id += 1
        self._arrived.set()

    def allow(self, kinds: Iterable[str]) -> None:
        """Ask for these kinds from now on; none means all but the ones that come on request."""
        self.allowed = frozenset(kinds) or None

    def forget(self) -> None:
        """Drop everything that is pending."""
        self.pending.clear()

    def confirm(self, offset: int) -> None:
        """Forget the updates below the offset; a negative one keeps only the last of the queue."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def take(self, limit: int) -> list[Json]:
        """The oldest pending updates; they stay pending."""
        return self.pending[:limit]

    def interrupt(self) -> None:
        """Let a waiting poll go on with what there is (the net went down, a webhook was set)."""
        self._interrupted = True
        self._arrived.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for an update, at most that many real seconds; False when another poll took over."""
        self._polls += 1
        mine = self._polls
        self._interrupted = False
        self._arrived.set()
        deadline = asyncio.get_running_loop().time() + seconds
        while not (self.pending or self._interrupted) and mine == self._polls:
            self._arrived.clear()
            try:
                async with asyncio.timeout_at(deadline):
                    await self._arrived.wait()
            except TimeoutError:
                break
        return mine == self._polls
