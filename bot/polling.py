"""Polling: an update is confirmed to Telegram only when its effects are committed.

Telegram keeps what is not confirmed and gives it out again, so that it is the queue that survives a crash;
PTB's own updater confirms an update before it is processed and would lose it.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.assembly import UPDATES

LONG_POLL = 30  # seconds; Telegram answers earlier when something comes
NAP = 0.2  # seconds between looks while only unfinished updates come back
AFTER_FAULT = 3.0  # seconds

log = structlog.get_logger()


class Polling:
    """Fetches updates and hands each to `take` once, confirming the longest finished run."""

    def __init__(self, bot: Bot, take: Callable[[Update], Coroutine[Any, Any, None]]) -> None:
        self._bot = bot
        self._take = take
        self._working: dict[int, asyncio.Task[None]] = {}
        self._newest = 0

    @property
    def busy(self) -> bool:
        """Whether any update is being processed."""
        return bool(self._working)

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            try:
                await self._round()
            except RetryAfter as fault:
                await asyncio.sleep(_seconds(fault))
            except Conflict:
                log.error("another process polls with this token: stop it")  # noqa: TRY400 - no trace needed
                await asyncio.sleep(AFTER_FAULT)
            except NetworkError as fault:
                log.warning("Telegram cannot be reached", fault=type(fault).__name__)
                await asyncio.sleep(AFTER_FAULT)
            except TelegramError as fault:
                log.error("Telegram refuses this bot: see `check`", fault=type(fault).__name__)  # noqa: TRY400 - no trace needed
                await asyncio.sleep(AFTER_FAULT)

    async def finish(self) -> None:
        """Let the updates in work come to their end."""
        await asyncio.gather(*self._working.values(), return_exceptions=True)

    async def _round(self) -> None:
        offset = min(self._working, default=self._newest + 1)
        updates = await self._bot.get_updates(
            offset=offset, timeout=LONG_POLL, read_timeout=LONG_POLL + 10, allowed_updates=UPDATES
        )
        fresh = [update for update in updates if update.update_id > self._newest]
        for update in fresh:
            self._newest = update.update_id
            task = asyncio.create_task(self._take(update))
            self._working[update.update_id] = task
            task.add_done_callback(partial(self._done, update.update_id))
        await self._half_done()

    async def _half_done(self) -> None:
        """Wait until half of what is in work is done, for a moment at most.

        Each fetch brings all that is not confirmed once more: to fetch after every one would cost more than
        the work itself.
        """
        enough = len(self._working) // 2
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(NAP):
                while len(self._working) > enough:
                    await asyncio.wait(self._working.values(), return_when=asyncio.FIRST_COMPLETED)

    def _done(self, update_id: int, task: asyncio.Task[None]) -> None:
        del self._working[update_id]
        if not task.cancelled() and task.exception() is not None:
            log.error("an update was not processed", exc_info=task.exception())


def _seconds(fault: RetryAfter) -> float:
    wait = fault.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
