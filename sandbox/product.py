"""The product on the desk: the very bot that runs live, with the emulator for its network."""

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import ExtBot

from bot import jobs, logs, profile
from bot.assembly import UPDATES, App, Parts, assemble
from bot.page_files import Site
from bot.pages import Pages
from bot.polling import Polling
from delivery.limiter import Limiter
from delivery.line import Line
from domain.policy import Policy
from relay import broadcasts, repost_policy
from relay.work import Work
from sandbox.chats import Chat
from sandbox.guest import Guest
from sandbox.transport import InProcessRequest
from sandbox.world import World
from storage import sending
from storage.encryption import Keyring, new_key
from storage.opening import open_database
from storage.upgrade import upgrade

ZONE = ZoneInfo("Asia/Tashkent")

PAGES_EVERY = timedelta(seconds=2)
"""On the desk nobody waits a minute to see the page of what they have just done."""

PATIENCE = 5.0
"""Real seconds that an hour of the wound clock lasts at most for a bot that does not come to rest."""


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


async def play(world: World, guest: Guest, channel: Chat, moderators: Chat, site: Site) -> None:
    """Run the bot on the desk until cancelled, on a database that is gone afterwards; pages go to `site`."""
    logs.configure()
    limiter = Limiter(_seconds_of(world))
    owners = tuple(moderators.members - {world.bot.id})
    policy = replace(policy_of(world, channel, moderators), owner_ids=owners, pages_url=site.address)
    with tempfile.TemporaryDirectory(prefix="tabyldy-sandbox-") as folder:
        async with running(world, policy, Path(folder), limiter) as app:
            await _work(app, world, guest, Pages(app.relay, site.folder))


def _seconds_of(world: World) -> Callable[[], float]:
    """Monotonic seconds that the clock's winding moves on: a minute's messages need no minute then."""
    loop = asyncio.get_running_loop()
    return lambda: loop.time() + world.clock.wound.total_seconds()


async def _work(app: App, world: World, guest: Guest, pages: Pages) -> None:
    polling = Polling(app.bot, app.take)
    timetable = jobs.common(app)
    timetable.every(PAGES_EVERY, {"pages": pages.write})
    timetable.start()
    guest.arrives(lambda: polling.busy or app.worker.busy, lambda: _follow(app, world, guest))
    try:
        await asyncio.gather(app.worker.run(), polling.run(), profile.register(app.bot, app.relay))
    finally:
        await timetable.stop()


async def _follow(app: App, world: World, guest: Guest) -> datetime | None:
    """Do and deliver what is due by now; when the next thing is due.

    While Telegram takes nothing there is nothing to wait for.
    """
    app.line.limiter.give_back(0)  # it has no turn back, but looks at the time again
    await jobs.tick(app)
    app.worker.wake()
    if world.net_down or world.flood_seconds:
        return None
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await guest.rests(world)
    return await app.relay.work(_next_due)


async def _next_due(work: Work) -> datetime:
    """When the next message, broadcast or digest is due; a broadcast that waits for another has no moment."""
    policy = work.policy
    part = repost_policy.next_part(work.now, policy.reposts, policy.zone)
    message = await sending.next_due(work.tx)
    waiting = [each.starts_at for each in await broadcasts.going_on(work) if each.starts_at > work.now]
    return min([part, *waiting, *([] if message is None else [message])])
