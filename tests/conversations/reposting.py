"""What the stories of digests in trouble begin with, what they do, and where they look."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot import jobs
from domain.documents import ReportState
from domain.messages import PUBLIC_CHAT
from relay import people, posts, rulings
from relay.items import Find
from relay.work import Work
from sandbox.chats import Chat, Standing
from storage import documents as stored
from storage import reposts, schema
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.machine import Machine

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.person import Person

NAMES = ("ИСРАИЛОВ ЖАҢАБАЙ", "КАРИМОВА ДИЛНОЗА", "ЮСУПОВ РУСТАМ", "ОМАРОВ ЕРЛАН")
SHOWN = ("Жаңабай", "Дилноза", "Рустам", "Ерлан")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SETTLING = timedelta(minutes=10)
MUTE = Standing("administrator", can_post=False, can_edit=False)
ABLE = Standing("administrator", can_post=True, can_edit=True)


async def advanced(desk: Desk) -> None:
    """The clock's round of reposts, without anything being sent."""
    await jobs.until_done(desk.app, jobs.ROUNDS["reposts"])


async def gone_by(desk: Desk, span: timedelta) -> None:
    """The bot sleeps so long; then the clock does what is due, what is written is sent, and what follows."""
    desk.world.clock.wind(span)
    for _ in range(3):
        await advanced(desk)
        await desk.app.worker.drain()


def telling_of(chat: Chat, code: str) -> "list[Message]":
    """The messages of a channel from which a report can be opened."""
    bots = [message for message in chat.messages.values() if message.from_bot]
    return [m for m in bots if f"r_{code}" in json.dumps([m.entities, m.inline])]


async def dies_while_sending(machine: Machine, method: str, meanwhile: Awaitable[None] | None = None) -> None:
    """Lose power at the moment the worker is to call this method, and start again."""
    machine.wire.stalls_at = method
    sending = asyncio.create_task(machine.app.worker.drain())
    await machine.wire.stalled.wait()
    if meanwhile is not None:
        await meanwhile
    flights = [sending, *machine.app.worker._flying]
    for flight in flights:
        flight.cancel()
    await asyncio.gather(*flights, return_exceptions=True)
    await machine.restart()


async def act(desk: Desk, finder: "Person", code: str, deed: Callable[..., Awaitable[Any]]) -> None:
    """Let a finder do something with their report by its use case."""

    async def do(work: Work) -> None:
        report = await stored.find_code(work.tx, code)
        assert report is not None
        known = await people.meet(work, finder.id, None)
        await deed(work, known, report.id)

    await desk.app.relay.work(do)


async def forwarded(desk: Desk, code: str) -> None:
    """Let an item be due at once, before all others."""

    async def do(work: Work) -> None:
        report = await stored.find_code(work.tx, code)
        assert report is not None
        await reposts.put_off(work.tx, report.id, work.now)

    await desk.app.relay.work(do)


async def kept(desk: Desk, *fragments: str) -> list[str]:
    """What is stored of all messages to the channel and holds one of these fragments."""

    async def contents(work: Work) -> list[str]:
        table, sent = schema.messages.c, schema.deliveries.c
        rows = await work.tx.execute(
            select(table.id, table.content)
            .join(schema.deliveries, sent.message == table.id)
            .where(sent.recipient.startswith(PUBLIC_CHAT))
        )
        return [work.tx.vault.open(row.content, f"messages.content.{row.id}") for row in rows]

    held = await desk.app.relay.work(contents)
    return [text for text in held if any(each in text for each in fragments)]


async def three(desk: Desk, **answers: str) -> "tuple[Person, list[str]]":
    aliya = await acquainted(desk, "Aliya", "kk")
    return aliya, [await reported(desk, aliya, name, **answers) for name in NAMES[:3]]


def asked_of(desk: Desk) -> "list[Message]":
    """What the moderators are asked to decide."""
    return [message for message in desk.to_moderators if message.buttons]


def counted(desk: Desk, codes: list[str]) -> list[int]:
    return [len(telling_of(desk.channel, code)) for code in codes]


async def changed(desk: Desk, code: str, **changes: Any) -> None:
    """Let a report be otherwise, and its posts say so."""

    async def do(work: Work) -> None:
        report = await stored.find_code(work.tx, code)
        assert report is not None
        report = replace(report, **changes)
        await stored.save(work.tx, report)
        await posts.refresh(work, Find(report))

    await desk.app.relay.work(do)


async def hidden(desk: Desk, code: str) -> None:
    async def do(work: Work) -> None:
        report = await stored.find_code(work.tx, code)
        assert report is not None
        await rulings.hide(work, report)

    await desk.app.relay.work(do)


async def shown_again(desk: Desk, code: str) -> None:
    async def do(work: Work) -> None:
        report = await stored.find_code(work.tx, code)
        assert report is not None
        report = replace(report, state=ReportState.OPEN, ended_at=None)
        await stored.save(work.tx, report)
        await posts.publish(work, Find(report))

    await desk.app.relay.work(do)
