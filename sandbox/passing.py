"""Time that passes while the clock is wound: step by step, so that the bot lives through all of it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from sandbox.accounts import Json
from sandbox.refusals import SandboxRefusal
from sandbox.world import World

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
LONG_STEP = timedelta(hours=3)
"""For spans of more than a week: a month is over in half a minute then."""

TURN = timedelta(seconds=1)
"""No chat gets two messages within less, so that somebody who waits for a turn may have it then."""

MOST_TURNS = 120
"""How many turns are waited for in one step; a bot that has more to say goes on in the next."""

Follow = Callable[[], Awaitable[datetime | None]]


async def nobody_follows() -> None:
    """For a desk without a bot of its own: nothing is done by the clock."""


class Passing:
    """Winds the clock of a world. A jump of a month would be an outage of a month to the bot.

    `follow` lets the bot do and deliver what is due by now, and tells the next moment (aware) at which it has
    something to do, as far as it knows; one that is over by now means that messages wait for their turn.
    """

    def __init__(self, world: World, follow: Follow = nobody_follows) -> None:
        self._world = world
        self._follow = follow
        self._span = self._left = timedelta()
        self._stopping = False
        self._going: asyncio.Task[None] | None = None

    def begin(self, span: timedelta) -> None:
        """Let so much time pass, beside everything else; SandboxRefusal while some passes already."""
        if self._going is not None and not self._going.done():
            raise SandboxRefusal("time is passing already: wait for it, or stop the clock first")
        self._span = self._left = span
        self._stopping = False
        self._going = asyncio.create_task(self._go())

    async def over(self) -> None:
        """Return when no time is being wound any more; a fault of the bot is raised here."""
        if self._going is not None:
            await asyncio.shield(self._going)

    async def stop(self) -> None:
        """Let the clock stand at the moment that was reached, as soon as the bot is done with it."""
        self._stopping = True
        if self._going is not None:
            await asyncio.wait({self._going})

    def view(self) -> Json | None:
        """How far it is, in seconds, as JSON; None when no time is being wound."""
        if self._going is None or self._going.done():
            return None
        return {"seconds": self._span.total_seconds(), "left": self._left.total_seconds()}

    async def _go(self) -> None:
        try:
            wanted = await self._settled()  # what is on its way now leaves by the present clock
            while self._left and not self._stopping:
                self._wind(self._step(wanted))
                wanted = await self._settled()
        finally:  # told when this task is over, not a moment before
            asyncio.get_running_loop().call_soon(self._world.changed, "world")

    async def _settled(self) -> datetime | None:
        """Let the bot do what is due, a second passing for each turn; the moment it wants next."""
        for _ in range(MOST_TURNS):
            wanted = await self._follow()
            if wanted is None or wanted > self._world.clock.now() or not self._left or self._stopping:
                return wanted
            self._wind(TURN)
        return None

    def _step(self, wanted: datetime | None) -> timedelta:
        """Until the next whole hour or hours, or the moment that is wanted before."""
        now = self._world.clock.now()
        usual = HOUR if self._span <= WEEK else LONG_STEP
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        step = usual - (now - midnight) % usual
        return min(step, wanted - now) if wanted is not None and wanted > now else step

    def _wind(self, step: timedelta) -> None:
        step = min(step, self._left)
        self._world.clock.wind(step)
        self._left -= step
        self._world.changed("world")
