"""Different people are served at once, one person's updates in their order."""

import asyncio

import pytest
from telegram import Update

from bot.people import AT_ONCE, OnePersonAtATime
from delivery.limiter import UNLIMITED, Limiter
from sandbox.clock import SandboxClock
from sandbox.product import make_bot
from sandbox.world import World
from tests.conftest import START

MOST_UNCONFIRMED = 100  # what getUpdates gives out at most


class Work:
    """Updates of several people, each processed until its gate opens."""

    def __init__(self) -> None:
        self.world = World(SandboxClock(START))
        self.bot = make_bot(self.world, Limiter(lambda: 0.0, UNLIMITED))
        self.processor = OnePersonAtATime()
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.tasks: list[asyncio.Task[None]] = []

    def person(self, name: str) -> int:
        return self.world.add_person(name, "en").id

    def arrives(self, person: int, text: str, *, slow: bool = False) -> None:
        self.world.send_text(person, person, text)
        update = Update.de_json(self.world.updates.pending[-1], self.bot)
        if slow:
            self.gates[text] = asyncio.Event()
        self.tasks.append(asyncio.create_task(self.processor.process_update(update, self._process(text))))

    async def _process(self, text: str) -> None:
        self.begun.append(text)
        if text in self.gates:
            await self.gates[text].wait()
        self.ended.append(text)

    async def settle(self) -> None:
        """Let everything run that can."""
        for _ in range(5 + 2 * len(self.tasks)):
            await asyncio.sleep(0)

    async def end(self) -> None:
        for gate in self.gates.values():
            gate.set()
        await asyncio.gather(*self.tasks)


@pytest.fixture
def work() -> Work:
    return Work()


async def test_one_person_is_served_in_order(work: Work) -> None:
    anna = work.person("Anna")
    work.arrives(anna, "first", slow=True)
    for text in ("second", "third"):
        work.arrives(anna, text)
    await work.settle()
    assert work.begun == ["first"]
    await work.end()
    assert work.ended == ["first", "second", "third"]


async def test_different_people_are_served_at_once(work: Work) -> None:
    anna, boris = work.person("Anna"), work.person("Boris")
    work.arrives(anna, "anna", slow=True)
    work.arrives(boris, "boris")
    await work.settle()
    assert work.ended == ["boris"]
    await work.end()


async def test_a_person_with_a_long_queue_does_not_keep_others_out(work: Work) -> None:
    anna, boris = work.person("Anna"), work.person("Boris")
    work.arrives(anna, "slow", slow=True)
    for number in range(MOST_UNCONFIRMED - 2):
        work.arrives(anna, str(number))
    work.arrives(boris, "boris")
    await work.settle()
    assert work.ended == ["boris"]
    await work.end()
    assert AT_ONCE > MOST_UNCONFIRMED


async def test_a_fault_of_one_update_does_not_lock_the_person_out(work: Work) -> None:
    anna = work.person("Anna")

    async def faulty() -> None:
        raise RuntimeError("broken")

    work.arrives(anna, "before")
    update = Update.de_json(work.world.updates.pending[-1], work.bot)
    with pytest.raises(RuntimeError, match="broken"):
        await work.processor.process_update(update, faulty())
    work.arrives(anna, "after")
    await work.end()
    assert work.ended == ["before", "after"]


async def test_locks_of_people_who_are_served_are_forgotten(work: Work) -> None:
    for number in range(50):
        work.arrives(work.person(f"Person {number}"), str(number))
    await work.end()
    work.tasks.clear()
    await asyncio.sleep(0)
    assert len(work.processor._locks) == 0
