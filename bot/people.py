"""Concurrency: different people are served at once, one person's updates one after another."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 128
"""More than the 100 updates Telegram gives out unconfirmed: one person's queue never takes every place."""


class OnePersonAtATime(BaseUpdateProcessor):
    """PTB's update processor, keyed by the person who acts."""

    def __init__(self) -> None:
        super().__init__(max_concurrent_updates=AT_ONCE)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update when the person's earlier ones are through; locks are fair."""
        user = update.effective_user if isinstance(update, Update) else None
        lock = self._locks.setdefault(user.id if user else 0, asyncio.Lock())
        async with lock:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""
