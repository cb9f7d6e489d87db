"""The product itself as a strategy: the live bot's own parts on a prepared database file."""

import asyncio
import gc
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import select

from bench._delivery_peers import Send
from bench._delivery_people import settings_of
from bench._delivery_task import Task
from bot import jobs, opening
from bot.assembly import App, Parts, assemble
from bot.polling import Polling
from domain.broadcasts import BroadcastState
from domain.clock import SystemClock
from domain.messages import DeliveryState, Lane
from storage import people
from storage.outbox import UNFINISHED
from storage.schema import broadcasts, deliveries
from storage.transaction import Transaction

NAME: Final = "tabyldy"
_LOOK_SECONDS: Final = 0.25
_UNDER_WAY: Final = (BroadcastState.SCHEDULED.value, BroadcastState.RUNNING.value)


@asynccontextmanager
async def product(folder: Path, task: Task) -> AsyncIterator[Send]:
    """The bot on the database in `folder`, put together as when it runs live; it begins to work in `send`."""
    async with _opened(folder, task) as app:
        polling = Polling(app.bot, app.take)
        timetable = jobs.common(app)
        running: list[asyncio.Task[None]] = []

        async def send() -> Sequence[int]:
            timetable.start()
            running.extend(asyncio.create_task(run()) for run in (polling.run, app.worker.run))
            while await app.relay.database.read(_is_left):  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(_LOOK_SECONDS)
            return await app.relay.database.read(_unknown)

        try:
            yield send
        finally:
            if running:
                await timetable.stop()
                await app.worker.finish()
            for each in running:
                each.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            await polling.finish()


@asynccontextmanager
async def _opened(folder: Path, task: Task) -> AsyncIterator[App]:
    settings, clock = settings_of(folder, task), SystemClock()
    line = opening.make_line(settings, asyncio.get_running_loop().time)
    try:
        await opening.say_hello(line.people, line.bulk)
        policy = opening.policy_of(settings, line.people.username)
        database = await opening.open_database(settings, clock.now())
        app = assemble(Parts(database, line, policy, clock, secrets.token_bytes))
        try:
            await app.start(alone=True)
            gc.freeze()  # as the live bot does after its start
            yield app
        finally:
            await app.stop()
    finally:
        await line.close()


async def _is_left(tx: Transaction) -> bool:
    """Whether something is still to be sent to the recipients. It is asked often, so it must cost little."""
    planned = select(broadcasts.c.id).where(broadcasts.c.state.in_(_UNDER_WAY)).limit(1)
    which = (deliveries.c.lane == Lane.NOTICE.value, deliveries.c.state.in_(UNFINISHED))
    waiting = select(deliveries.c.id).where(*which).limit(1)
    return any([(await tx.execute(query)).first() is not None for query in (planned, waiting)])


async def _unknown(tx: Transaction) -> Sequence[int]:
    """The chats whose delivery is listed as perhaps sent."""
    which = deliveries.c.state == DeliveryState.UNKNOWN.value
    found = await tx.execute(select(deliveries.c.recipient).where(which))
    now = SystemClock().now()
    return [(await people.get(tx, person, now)).telegram_id for person in found.scalars()]
