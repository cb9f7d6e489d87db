"""Two whole senders on one PostgreSQL: everybody gets their message once, whoever stops or dies."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest

from delivery.duty import Duty
from delivery.limiter import Limiter, Limits
from delivery.line import Line
from delivery.worker import LEASE, Worker
from domain.messages import DeliveryState, Lane, OnDoubt, chat
from sandbox.clock import SandboxClock
from sandbox.product import make_bot
from sandbox.world import World
from storage import outbox
from storage.transaction import Database
from tests.storage.conftest import store_fixture
from tests.storage.store import START, Store, outgoing, vault

pytestmark = pytest.mark.thorough

MESSAGES = 200
RATE = 500.0  # a second for each of them: both are at work for a while


@dataclass
class Senders:
    """Two processes as far as delivery goes, each with a database connection and a limiter of its own."""

    world: World
    store: Store
    workers: list[Worker]
    people: list[int]
    written: list[str]
    some_sent: asyncio.Event

    async def write(self, on_doubt: OnDoubt, people: Sequence[int]) -> None:
        for person in people:
            message = outgoing(chat(person), f"To {person}", lane=Lane.POST, on_doubt=on_doubt)
            self.written.append(await self.store.queued(message))

    async def until_done(self) -> None:
        """Until nothing waits; the clock is wound, so that what is put off is tried."""
        async with asyncio.timeout(30):
            while await self.unfinished():
                self.world.clock.wind(timedelta(seconds=1))
                for worker in self.workers:
                    worker.wake()
                await asyncio.sleep(0.05)  # the only sign of an end is in the database

    async def unfinished(self) -> bool:
        return bool(set(await self.states()) & set(outbox.UNFINISHED))

    async def states(self) -> Counter[DeliveryState]:
        return Counter(
            [await self.store.read(lambda tx, d=each: outbox.state_of(tx, d)) for each in self.written]  # type: ignore[misc]
        )

    def copies(self) -> Counter[int]:
        """How many people got so many copies."""
        return Counter(map(self._copies_for, self.people))

    def _copies_for(self, person: int) -> int:
        told = [message.text for message in self.world.chats[person].messages.values() if message.from_bot]
        assert set(told) <= {f"To {person}"}, "and only their own"
        return len(told)


@store_fixture
async def senders(server: Store) -> AsyncIterator[Senders]:
    world = World(SandboxClock(START))
    people = [world.add_person(f"Person {number}", "en").id for number in range(MESSAGES)]
    for person in people:
        world.send_text(person, person, "/start")
    some_sent = asyncio.Event()
    databases = [Database(server.url, vault()) for _ in range(2)]
    lines: list[Line] = []
    workers: list[Worker] = []
    for number, database in enumerate(databases):
        limiter = Limiter(asyncio.get_running_loop().time, Limits(RATE, 0, 0))
        bot = make_bot(world, limiter)
        await bot.initialize()
        lines.append(Line(bot, bot, limiter))
        duty = Duty(database, world.clock, f"process {number}")
        chance = random.Random(number).random
        workers.append(Worker(database, lines[-1], world.clock, duty, chance))
    sent = 0

    def look(what: str, _: int) -> None:
        nonlocal sent
        sent += what == "chat"
        if sent > MESSAGES // 4:
            some_sent.set()

    world.listen(look)
    yield Senders(world, server, workers, people, [], some_sent)
    for worker in workers:
        await worker.finish()
    for line in lines:
        await line.close()
    for database in databases:
        await database.close()


async def test_nobody_is_told_twice_and_nobody_is_skipped(senders: Senders) -> None:
    await senders.write(OnDoubt.PARK, senders.people)
    running = [asyncio.create_task(worker.run()) for worker in senders.workers]
    await senders.until_done()
    assert await senders.states() == {DeliveryState.SENT: MESSAGES}
    assert senders.copies() == {1: MESSAGES}
    await asyncio.gather(*(worker.finish() for worker in senders.workers), *running)


async def test_the_other_goes_on_where_the_first_is_stopped(senders: Senders) -> None:
    before, after = senders.people[: MESSAGES // 2], senders.people[MESSAGES // 2 :]
    await senders.write(OnDoubt.PARK, before)
    running = [asyncio.create_task(worker.run()) for worker in senders.workers]
    await asyncio.wait_for(senders.some_sent.wait(), 20)
    first, second = senders.workers
    await (first if await first._duty.held() else second).finish()
    await senders.write(OnDoubt.PARK, after)  # written once it has stopped: these only the other can send
    await senders.until_done()
    assert await senders.states() == {DeliveryState.SENT: MESSAGES}
    assert senders.copies() == {1: MESSAGES}
    await asyncio.gather(*(worker.finish() for worker in senders.workers), *running)


@pytest.mark.parametrize("on_doubt", OnDoubt)
async def test_the_other_takes_over_when_the_first_dies(senders: Senders, on_doubt: OnDoubt) -> None:
    await senders.write(on_doubt, senders.people)
    dies, lives = senders.workers
    dying = asyncio.create_task(dies.run())
    await asyncio.wait_for(senders.some_sent.wait(), 20)
    for task in (dying, *dies._flying):
        task.cancel()
    await asyncio.gather(dying, *dies._flying, return_exceptions=True)
    running = asyncio.create_task(lives.run())
    senders.world.clock.wind(LEASE)
    await senders.until_done()
    await asyncio.gather(lives.finish(), running)
    states, copies = await senders.states(), senders.copies()
    in_doubt = states[DeliveryState.UNKNOWN]
    assert states[DeliveryState.SENT] + in_doubt == MESSAGES
    if on_doubt is OnDoubt.PARK:
        assert copies[1] + copies[0] == MESSAGES, "nobody is told twice"
        assert copies[0] <= in_doubt, "and who was not told is listed"
    else:
        assert (in_doubt, copies[0]) == (0, 0), "nobody is skipped"
