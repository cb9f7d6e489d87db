"""Records of what became of deliveries: what comes in during one commit shares the next."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence

from delivery.outcome import Outcome
from domain.messages import Claimed

Record = tuple[Claimed, Outcome]

LINGER = 0.02
"""Seconds that a commit waits for company while very many come in: one of 20 costs hardly more than of 2."""


class Records:
    """Groups records into commits.

    `write` commits some, and raises when it cannot. `is_crowded` tells whether very many are on their way.
    """

    def __init__(
        self, write: Callable[[Sequence[Record]], Awaitable[None]], is_crowded: Callable[[], bool]
    ) -> None:
        self._write = write
        self._is_crowded = is_crowded
        self._waiting: dict[str, Record] = {}
        self._commit = asyncio.Lock()

    @property
    def kept(self) -> Collection[str]:
        """The deliveries whose records are not committed yet."""
        return self._waiting.keys()

    async def add(self, claimed: Claimed, outcome: Outcome) -> None:
        """Record one outcome; returns when it is committed, raises what `write` raised.

        What could not be written goes with the next commit: a full disk must not make look unsent what was
        sent.
        """
        self._waiting[claimed.id] = (claimed, outcome)
        async with self._commit:
            if claimed.id not in self._waiting:  # somebody has written it meanwhile
                return
            if self._is_crowded():
                await asyncio.sleep(LINGER)
            await self._write_waiting()

    async def flush(self) -> None:
        """Write what could not be written before; raises what `write` raised."""
        async with self._commit:
            if self._waiting:
                await self._write_waiting()

    async def _write_waiting(self) -> None:
        records, self._waiting = self._waiting, {}
        try:
            await self._write(list(records.values()))
        except BaseException:  # raised again; a cancelled commit too must not lose what it was to write
            self._waiting = records | self._waiting
            raise
