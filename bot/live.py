"""The bot, live: opened, started, kept running until it is told to stop."""

import asyncio
import contextlib
import gc
import secrets
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot import jobs, opening, profile, webhook
from bot.assembly import UPDATES, App, Parts, assemble
from bot.polling import Polling
from config.settings import Settings
from domain.clock import SystemClock
from domain.errors import StartRefused
from storage import dialect
from storage.opening import lock, prepare_folder

GRACE = 20.0  # seconds that updates in work have to come to their end

log = structlog.get_logger()


async def run(settings: Settings) -> int:
    """Run until SIGINT or SIGTERM; StartRefused when the settings do not allow it."""
    prepare_folder(settings.database_url)
    held = lock(settings.database_url)
    try:
        async with _opened(settings) as app:
            await _until_stopped(settings, app)
    finally:
        if held is not None:
            held.release()
    return 0


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[App]:
    clock = SystemClock()
    line = opening.make_line(settings, asyncio.get_running_loop().time)
    opening.policy_of(settings, "")  # refuse before Telegram is asked for anything
    try:
        await opening.say_hello(line.people, line.bulk)
        policy = opening.policy_of(settings, line.people.username)
        database = await opening.open_database(settings, clock.now())
        app = assemble(Parts(database, line, policy, clock, secrets.token_bytes))
        try:
            await app.start(alone=dialect.is_sqlite(settings.database_url))
            _keep_for_good()
            yield app
        finally:
            await app.stop()
    finally:
        await line.close()


def _keep_for_good() -> None:
    """Spare Python looking for garbage in what lives until the end: each time it keeps everybody waiting."""
    gc.collect()
    gc.freeze()


async def _until_stopped(settings: Settings, app: App) -> None:
    stopped = _stop_signals()
    await _choose_way(settings, app.bot)
    timetable = jobs.timetable_of(app, settings)
    timetable.start()
    async with asyncio.TaskGroup() as tasks:
        running = [
            tasks.create_task(app.worker.run()),
            tasks.create_task(profile.register(app.bot, app.relay)),
            tasks.create_task(_take_updates(settings, app)),
        ]
        log.info("the bot is running", username=app.bot.username, webhook=bool(settings.webhook_url))
        await stopped.wait()
        log.info("stopping")
        await timetable.stop()
        await app.worker.finish()
        for task in running:
            task.cancel()


async def _choose_way(settings: Settings, bot: Bot) -> None:
    """Tell Telegram where updates go; StartRefused when it does not agree."""
    try:
        if settings.webhook_url is None:
            await bot.delete_webhook()
            return
        address = f"{settings.webhook_url}{webhook.PATH}"
        await bot.set_webhook(address, secret_token=settings.webhook_secret, allowed_updates=UPDATES)
    except TelegramError as fault:
        name = "WEBHOOK_URL: " if settings.webhook_url else ""
        raise StartRefused(f"{name}Telegram answers: {fault.message}") from fault


async def _take_updates(settings: Settings, app: App) -> None:
    if settings.webhook_url:
        web = webhook.make_app(app.bot, settings.webhook_secret or "", app.take, settings.pages_home)
        await webhook.serve(web, settings.port)
        return
    polling = Polling(app.bot, app.take)
    try:
        await polling.run()
    finally:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(polling.finish()), GRACE)


def _stop_signals() -> asyncio.Event:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers: Ctrl-C raises there
            loop.add_signal_handler(number, stopped.set)
    return stopped
