"""The product on the desk: the very bot that runs live, with the emulator for its network."""

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import ExtBot

from bot import jobs, logs, profile
from bot.assembly import UPDATES, App, Parts, assemble
from bot.polling import Polling
from delivery.limiter import Limiter
from delivery.line import Line
from domain.policy import Policy
from sandbox.chats import Chat
from sandbox.guest import Guest
from sandbox.transport import InProcessRequest
from sandbox.world import World
from storage.encryption import Keyring, new_key
from storage.opening import open_database
from storage.upgrade import upgrade

ZONE = ZoneInfo("Asia/Tashkent")


def make_bot(world: World, limiter: Limiter) -> ExtBot[Any]:
    """A PTB bot whose network is the world."""
    request, updates = InProcessRequest(world), InProcessRequest(world)
    return ExtBot(world.token, request=request, get_updates_request=updates, rate_limiter=limiter)


def policy_of(world: World, channel: Chat, moderators: Chat) -> Policy:
    """The operator's choices on the desk."""
    return Policy(
        bot_username=world.bot.username,
        channel=channel.id,
        channel_language="ru",
        moderators_chat=moderators.id,
        owner_ids=(),
        zone=ZONE,
    )


@asynccontextmanager
async def running(world: World, policy: Policy, folder: Path, limiter: Limiter) -> AsyncIterator[App]:
    """The bot, assembled and started on a database in `folder`; stopped at the end."""
    url = f"sqlite+aiosqlite:///{folder / 'tabyldy.db'}"
    await upgrade(url, folder / "backups", world.clock.now())
    ring = Keyring.read(new_key(secrets.token_bytes))
    database = await open_database(url, ring, secrets.token_bytes)
    bot = make_bot(world, limiter)
    await bot.initialize()
    line = Line(bot, bot, limiter)
    app = assemble(Parts(database, line, policy, world.clock, secrets.token_bytes))
    await app.start(alone=True)
    try:
        yield app
    finally:
        await app.stop()


async def feed(world: World, app: App) -> bool:
    """Give the bot every pending update and let it deliver what is due; False when there was nothing."""
    updates = await app.bot.get_updates(timeout=0, allowed_updates=UPDATES)
    await asyncio.gather(*(app.take(update) for update in updates))
    _confirm(world, updates)
    return bool(await app.worker.drain() or updates)


def _confirm(world: World, updates: tuple[Update, ...]) -> None:
    if updates:
        world.updates.confirm(updates[-1].update_id + 1)


async def play(world: World, guest: Guest, channel: Chat, moderators: Chat) -> None:
    """Run the bot on the desk until cancelled, on a database that is gone afterwards."""
    logs.configure()
    limiter = Limiter(asyncio.get_running_loop().time)
    owners = tuple(moderators.members - {world.bot.id})
    policy = replace(policy_of(world, channel, moderators), owner_ids=owners)
    with tempfile.TemporaryDirectory(prefix="tabyldy-sandbox-") as folder:
        async with running(world, policy, Path(folder), limiter) as app:
            await _work(app, guest)


async def _work(app: App, guest: Guest) -> None:
    polling = Polling(app.bot, app.take)
    timetable = jobs.common(app)
    timetable.start()
    guest.arrives(lambda: polling.busy or app.worker.busy)
    try:
        await asyncio.gather(app.worker.run(), polling.run(), profile.register(app.bot, app.relay))
    finally:
        await timetable.stop()
