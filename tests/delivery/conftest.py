"""A desk with somebody to write to, the outbox in a test's hand, and a line to Telegram without either."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from telegram.ext import ExtBot

from delivery import telegram
from delivery.limiter import UNLIMITED, Limiter
from delivery.outcome import Outcome, Sent
from delivery.uploads import Uploads
from delivery.worker import Worker
from domain.messages import Claimed, Content, DeliveryState, Lane, OnDoubt, Outgoing, chat
from relay.work import Work
from sandbox.clock import SandboxClock
from sandbox.messages import Message
from sandbox.person import Person
from sandbox.product import make_bot
from sandbox.world import World
from storage import outbox, people
from tests.conftest import START, Desk
from tests.delivery.slow import Sender, make_sender


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
            known = await people.find(work.tx, person.id, work.now)
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

    async def edit(self, chat_id: int, text: str, delivery: str, *, or_delete: bool = False) -> str:
        """Write a change of an earlier post; the delivery's id."""
        outgoing = Outgoing(
            chat(chat_id),
            Content(text),
            Lane.POST,
            OnDoubt.RESEND,
            edits=delivery,
            or_delete=or_delete,
        )

        async def write(work: Work) -> str:
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
async def sender(desk: Desk) -> AsyncIterator[Sender]:
    await desk.app.worker.finish()  # the desk's own worker sends nothing here
    sender = make_sender(desk, Limiter(asyncio.get_running_loop().time, UNLIMITED))
    await sender.line.people.initialize()
    yield sender
    sender.request.gate.set()
    await sender.worker.finish()
    await sender.line.close()


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


@dataclass
class Line:
    """A bot and one person in a Telegram of their own: no product, no outbox."""

    world: World
    bot: ExtBot[None]
    person: int
    uploads: Uploads = field(default_factory=Uploads)

    @property
    def newest(self) -> Message:
        return next(iter(self.world.chats[self.person].newest_first))

    @property
    def from_bot(self) -> list[Message]:
        """What the bot has written to the person and not deleted, oldest first."""
        return [message for message in self.world.chats[self.person].messages.values() if message.from_bot]

    async def send(
        self,
        content: Content,
        edits: int | None = None,
        *,
        to: int | str | None = None,
        or_delete: bool = False,
    ) -> Outcome:
        """Send to the person, or to another chat; what became of it."""
        claimed = Claimed(
            id="d1",
            recipient="p1",
            chat_id=to or self.person,
            content=content,
            lane=Lane.REPLY,
            on_doubt=OnDoubt.RESEND,
            attempts=1,
            message_id=edits,
            or_delete=or_delete,
        )
        return await telegram.send(self.bot, claimed, self.uploads)

    async def sent(self, content: Content) -> Message:
        """Send what surely arrives; the message as the person has it."""
        assert await self.send(content) == Sent(self.newest.id)
        return self.newest


@pytest.fixture
async def line() -> Line:
    world = World(SandboxClock(START))
    bot = make_bot(world, Limiter(asyncio.get_running_loop().time, UNLIMITED))
    await bot.initialize()
    person = world.add_person("Anna", "en").id
    world.send_text(person, person, "/start")
    return Line(world, bot, person)
