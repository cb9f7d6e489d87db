"""The bot as the desk sees it: not there yet, busy, or at rest."""

import asyncio
from collections.abc import Callable

from sandbox.world import World

LOOK = 0.02  # seconds between looks


class Guest:
    """Counts as busy until it has arrived."""

    def __init__(self) -> None:
        self._busy: Callable[[], bool] = lambda: True

    def arrives(self, busy: Callable[[], bool]) -> None:
        """The bot is there; `busy` says whether it is at work."""
        self._busy = busy

    async def rests(self, world: World) -> None:
        """Return when the bot has dealt with everything that happened in the world."""
        while world.updates.pending or self._busy():  # noqa: ASYNC110 - two parties, no one event
            await asyncio.sleep(LOOK)
