"""The bot as the desk sees it: not there yet, busy, at rest, or following a clock that is being wound."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from sandbox.passing import Follow, nobody_follows
from sandbox.world import World

LOOK = 0.02  # seconds between looks


class Guest:
    """Counts as busy until it has arrived; before that no time passes for it."""

    def __init__(self) -> None:
        self._busy: Callable[[], bool] = lambda: True
        self._follow: Follow = nobody_follows

    def arrives(self, busy: Callable[[], bool], follow: Follow) -> None:
        """The bot is there. `busy` says whether it is at work, `follow` is what `follows` does."""
        self._busy, self._follow = busy, follow

    async def follows(self) -> datetime | None:
        """Let the bot do and deliver what is due by now; the moment it wants next (see `sandbox.passing`)."""
        return await self._follow()

    async def rests(self, world: World) -> None:
        """Return when the bot has dealt with everything that happened in the world."""
        while world.updates.pending or self._busy():  # noqa: ASYNC110 - two parties, no one event
            await asyncio.sleep(LOOK)
