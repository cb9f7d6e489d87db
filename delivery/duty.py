"""Duties, to send or to follow the clock: of the processes that share a database, one has each at a time."""

from datetime import UTC, datetime, timedelta

from domain.clock import Clock
from storage import leases
from storage.transaction import Database

SENDER = "sender"
"""The duty to send what waits."""

CLOCK = "clock"
"""The duty to do what falls due by the clock."""

LEASE = timedelta(seconds=30)
"""Another process takes over so long after this one was last heard of."""

AGAIN = timedelta(seconds=1)
"""So long a process that has not got it waits until it asks again."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class Duty:
    """This process's hold on a duty. `holder` is an id of its own (1-32 characters)."""

    def __init__(self, database: Database, clock: Clock, holder: str, name: str = SENDER) -> None:
        self._database = database
        self._clock = clock
        self._holder = holder
        self._name = name
        self._asked = _NEVER
        self._mine = False

    async def held(self) -> bool:
        """Whether this process is the one; a lease that is half over is prolonged first.

        A clock that was wound, forward or back, proves nothing: the database is asked again.
        """
        now = self._clock.now()
        rest = LEASE / 2 if self._mine else AGAIN
        if not self._asked <= now < self._asked + rest:
            until = now + LEASE
            self._mine = await self._database.write(
                lambda tx: leases.hold(tx, self._name, self._holder, now, until)
            )
            self._asked = now
        return self._mine

    async def take_over(self) -> None:
        """Take it from a former process of a database that only one can have open."""
        await self._database.write(lambda tx: leases.release(tx, self._name))

    async def give_up(self) -> None:
        """Let another process have it at once."""
        self._asked, self._mine = _NEVER, False
        await self._database.write(lambda tx: leases.release(tx, self._name, self._holder))
