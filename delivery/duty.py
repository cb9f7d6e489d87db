"""The duty to send what waits: of the processes that share a database, one has it at a time."""

from datetime import UTC, datetime, timedelta

from domain.clock import Clock
from storage import leases
from storage.transaction import Database

NAME = "sender"
LEASE = timedelta(seconds=30)
"""Another process takes over so long after this one was last heard of."""


class Duty:
    """This process's hold on the duty. `holder` is an id of its own (1-32 characters)."""

    def __init__(self, database: Database, clock: Clock, holder: str) -> None:
        self._database = database
        self._clock = clock
        self._holder = holder
        self._until = datetime.min.replace(tzinfo=UTC)

    async def held(self) -> bool:
        """Whether this process is the one that sends; a lease that is half over is prolonged first."""
        now = self._clock.now()
        if now + LEASE / 2 >= self._until:
            until = now + LEASE
            mine = await self._database.write(lambda tx: leases.hold(tx, NAME, self._holder, now, until))
            self._until = until if mine else now
        return self._until > now

    async def take_over(self) -> None:
        """Take it from a former process of a database that only one can have open."""
        await self._database.write(lambda tx: leases.release(tx, NAME))

    async def give_up(self) -> None:
        """Let another process have it at once."""
        self._until = datetime.min.replace(tzinfo=UTC)
        await self._database.write(lambda tx: leases.release(tx, NAME, self._holder))
