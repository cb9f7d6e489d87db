"""A desk with somebody to write to, and the outbox in a test's hand."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from delivery.worker import Worker
from domain.messages import Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from relay.work import Work
from sandbox.person import Person
from storage import outbox, people
from tests.conftest import Desk


@dataclass
class Post:
    """The outbox of a desk: write a message, let the worker deliver, look what became of it."""

    desk: Desk

    @property
    def worker(self) -> Worker:
        return self.desk.app.worker

    async def to(self, person: Person, text: str, on_doubt: OnDoubt = OnDoubt.RESEND) -> str:
        """Write a notice to a person; the delivery's id."""

        async def write(work: Work) -> str:
            known = await people.find(work.tx, person.id)
            assert known is not None
            return (await work.queue(Outgoing(known.id, Content(text), Lane.NOTICE, on_doubt)))[0]

        return await self.desk.app.relay.work(write)

    async def to_chat(
        self, chat_id: int, text: str, lane: Lane = Lane.POST, on_doubt: OnDoubt = OnDoubt.PARK
    ) -> str:
        """Write to a channel or group; the delivery's id."""

        async def write(work: Work) -> str:
            return (await work.queue(Outgoing(chat(chat_id), Content(text), lane, on_doubt)))[0]

        return await self.desk.app.relay.work(write)

    async def edit(self, chat_id: int, text: str, delivery: str) -> str:
        """Write a change of an earlier post; the delivery's id."""

        async def write(work: Work) -> str:
            outgoing = Outgoing(chat(chat_id), Content(text), Lane.POST, OnDoubt.RESEND, edits=delivery)
            return (await work.queue(outgoing))[0]

        return await self.desk.app.relay.work(write)

    async def state(self, delivery: str) -> DeliveryState:
        return await self.desk.app.relay.database.read(lambda tx: outbox.state_of(tx, delivery))

    async def later(self, wait: timedelta = timedelta(minutes=10)) -> int:
        """Let time pass and the worker deliver what is due; how many deliveries were handled."""
        self.desk.world.clock.wind(wait)
        return await self.worker.drain()


@pytest.fixture
def post(desk: Desk) -> Post:
    return Post(desk)


@pytest.fixture
async def anna(desk: Desk) -> Person:
    person = desk.person("Anna", "en")
    await person.sends("/help")
    return person


@pytest.fixture
async def boris(desk: Desk) -> Person:
    person = desk.person("Boris", "en")
    await person.sends("/help")
    return person
