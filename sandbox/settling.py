"""Letting the bot answer: one run at a time, asked for freely, never waited for without end."""

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE_SECONDS = 20.0
"""How long a caller waits for a bot that does not come to rest (its net may be down)."""


class Settler:
    """Calls `settle`, which feeds the bot its updates and lets it finish; calls that overlap share a run."""

    def __init__(self, settle: Callable[[], Awaitable[None]], patience: float = PATIENCE_SECONDS) -> None:
        self._settle = settle
        self._patience = patience
        self._wanted = False
        self._run: asyncio.Task[None] | None = None

    async def __call__(self) -> None:
        """Return when the bot has come to rest, or patience is over; what `settle` raises is raised here."""
        self._wanted = True
        if self._run is None or self._run.done():
            self._run = asyncio.create_task(self._settle_while_wanted())
        run = self._run
        done, _ = await asyncio.wait({run}, timeout=self._patience)
        if done:
            run.result()

    async def _settle_while_wanted(self) -> None:
        while self._wanted:
            self._wanted = False
            await self._settle()
