"""A broadcast amidst the kills: who is to get it, and what became of it for each of them."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select

from domain.broadcasts import FILLED, Audience, Broadcast, BroadcastState
from domain.ids import Ids
from domain.messages import Content, DeliveryState
from domain.people import Person
from sandbox.world import World
from storage import broadcasts, people
from storage.outbox import UNFINISHED
from storage.schema import deliveries
from storage.transaction import Database, Transaction
from tests.kill.day import Phone

TEXT = "Blood donors are needed in Osh today"
NUMBER = 60


@dataclass
class Readers:
    """People who only say hello; `gone` has left Telegram when the broadcast begins."""

    world: World
    phones: list[Phone] = field(default_factory=list)
    gone: str = ""

    def __post_init__(self) -> None:
        self.phones = [Phone(self.world, f"Reader {number}") for number in range(NUMBER)]

    def come(self) -> None:
        for phone in self.phones:
            phone.says("/start")

    async def are_written_to(self, database: Database) -> None:
        """Begin a broadcast to all whom the bot has met, while no process is alive."""
        await database.write(self._write)

    async def states(self, tx: Transaction) -> Mapping[str, DeliveryState]:
        """What became of it, by reader."""
        names = {person.id: name for name, person in (await self._met(tx)).items()}
        which = deliveries.c.broadcast.is_not(None)
        rows = await tx.execute(select(deliveries.c.recipient, deliveries.c.state).where(which))
        return {names[row.recipient]: DeliveryState(row.state) for row in rows}

    def copies(self) -> Mapping[str, int]:
        """How often each reader has it; its author reads the same words in the report, too."""
        return {phone.name: sum(said.text == TEXT for said in phone.told) for phone in self.phones}

    async def _write(self, tx: Transaction) -> None:
        met, now, ids = await self._met(tx), datetime.now(UTC), Ids(random.Random(3).randbytes)
        self.gone = await self._answered(tx, met)
        author = next(person for name, person in met.items() if name != self.gone)
        self.world.deactivate(next(phone.id for phone in self.phones if phone.name == self.gone))
        state = BroadcastState.RUNNING
        running = Broadcast(
            ids.next(now), author.id, state, Audience(), now, now, now, None, FILLED, len(met), told_at=now
        )
        await broadcasts.add(tx, running)
        message = ids.next(now)
        await broadcasts.put_text(tx, running, message, Content(TEXT), ("en",))
        parts = [broadcasts.Part(ids.next(now), person.id, message, now) for person in met.values()]
        await broadcasts.write(tx, running.id, parts)

    async def _met(self, tx: Transaction) -> dict[str, Person]:
        found = {phone.name: await people.find(tx, phone.id, datetime.now(UTC)) for phone in self.phones}
        return {name: person for name, person in found.items() if person is not None}

    async def _answered(self, tx: Transaction, met: Mapping[str, Person]) -> str:
        """Somebody for whom nothing waits."""
        for name, person in met.items():
            which = deliveries.c.recipient == person.id, deliveries.c.state.in_(UNFINISHED)
            if (await tx.execute(select(deliveries.c.id).where(*which))).first() is None:
                return name
        raise AssertionError("the bot has answered nobody yet")
