"""A second process on a desk's database, with a line to Telegram that answers when a test says so."""

import asyncio
import random
from dataclasses import dataclass
from typing import Any

from telegram.ext import ExtBot
from telegram.request import RequestData

from delivery.duty import Duty
from delivery.limiter import Limiter
from delivery.line import Line
from delivery.worker import Worker
from domain.messages import Content, Lane, OnDoubt, Outgoing
from relay import replies
from relay.work import Work
from sandbox.person import Person
from sandbox.transport import InProcessRequest
from sandbox.world import World
from storage import people
from tests.conftest import Desk


class SlowRequest(InProcessRequest):
    """Answers to what is sent wait until the gate opens; Telegram has the message by then."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.gate = asyncio.Event()
        self.waiting = 0
        self.asked: list[dict[str, Any]] = []
        self.changed = asyncio.Event()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *rest: Any, **more: Any
    ) -> tuple[int, bytes]:
        try:
            return await super().do_request(url, method, request_data, *rest, **more)
        finally:
            if "/sendMessage" in url:
                self.asked.append(request_data.parameters if request_data else {})
                self.waiting += 1
                self.changed.set()
                await self.gate.wait()

    async def until(self, waiting: int) -> None:
        """Until so many calls wait for their answers."""
        async with asyncio.timeout(5):
            while self.waiting < waiting:
                self.changed.clear()
                await self.changed.wait()


class WatchedDuty(Duty):
    """Tells when another process was found to have it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.refused = asyncio.Event()

    async def held(self) -> bool:
        held = await super().held()
        if not held:
            self.refused.set()
        return held


@dataclass
class Sender:
    """A second process on the desk's database, with a slow line of its own."""

    worker: Worker
    duty: WatchedDuty
    request: SlowRequest
    line: Line

    desk: Desk

    def with_limiter(self, limiter: Limiter) -> Worker:
        """A worker that waits for the turns of another limiter."""
        return self.with_line(Line(self.line.people, self.line.bulk, limiter))

    def with_line(self, line: Line) -> Worker:
        """A worker on another line."""
        clock, chance = self.desk.world.clock, random.Random(1).random
        return Worker(self.desk.app.relay.database, line, clock, self.duty, chance)


def make_sender(desk: Desk, limiter: Limiter) -> Sender:
    """A process with a slow line; the bot has to be initialized."""
    request = SlowRequest(desk.world)
    bot: ExtBot[Any] = ExtBot(
        desk.world.token, request=request, get_updates_request=request, rate_limiter=limiter
    )
    line, database, clock = Line(bot, bot, limiter), desk.app.relay.database, desk.world.clock
    duty = WatchedDuty(database, clock, "sender")
    worker = Worker(database, line, clock, duty, random.Random(1).random)
    return Sender(worker, duty, request, line, desk)


async def reply(desk: Desk, person: Person, worker: Worker) -> str:
    """Answer a person through a worker, as the boundary does; the delivery's id."""

    async def act(work: Work) -> Any:
        known = await people.find(work.tx, person.id, work.now)
        assert known is not None
        outgoing = Outgoing(known.id, Content("Answer"), Lane.REPLY, OnDoubt.RESEND)
        return await replies.reply(work, outgoing, person.id)

    delivery, claimed = await desk.app.relay.work(act)
    await worker.deliver(claimed)
    return str(delivery)
