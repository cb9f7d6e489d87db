"""How others send one text to many people: four ways that are recommended for python-telegram-bot.

Each serves /start with PTB's own Application and the same bot meanwhile, as a bot of that kind does, and is
given what its kind has at best: updates at once rather than one after another, patience after a 429, the same
limiter for answers, workers where it needs them.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

from bench._delivery_task import TEXT, TOKEN, Task

os.environ.setdefault("PTB_TIMEDELTA", "true")  # as bot/ does, and before PTB is asked

from telegram import Bot, Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, BaseRateLimiter, CommandHandler, ContextTypes

WORKERS: Final = 30
RETRIES: Final = 3
_WELCOME: Final = "Welcome! Which language do you speak?"

Send: TypeAlias = Callable[[], Awaitable[Sequence[int]]]
"""Sends everything; the chats that are perhaps reached. No peer knows of any."""

Strategy: TypeAlias = Callable[[Task], AbstractAsyncContextManager[Send]]
"""Starts everything, so that only the sending is left to be done."""

Reply: TypeAlias = Callable[[Bot, int, str], Awaitable[None]]
"""How a peer writes to one chat."""


class NoPeerError(Exception):
    """A peer that cannot take part; the text says why."""


def require() -> None:
    """NoPeerError when a peer is not installed."""
    if find_spec("aiolimiter") is None:
        raise NoPeerError("--peers needs aiolimiter: pip install aiolimiter")


@asynccontextmanager
async def loop(task: Task) -> AsyncIterator[Send]:
    """One after another, with a pause after each."""
    async with _serving(task, _patiently) as bot:

        async def send() -> Sequence[int]:
            for chat in task.chats:
                await _patiently(bot, chat, TEXT)
                await asyncio.sleep(1 / task.limit)
            return ()

        yield send


@asynccontextmanager
async def gather(task: Task) -> AsyncIterator[Send]:
    """All at once, as many at a time as a semaphore lets through."""
    async with _serving(task, _patiently) as bot:
        semaphore = asyncio.Semaphore(WORKERS)

        async def one(chat: int) -> None:
            async with semaphore:
                await _patiently(bot, chat, TEXT)

        async def send() -> Sequence[int]:
            await asyncio.gather(*map(one, task.chats))
            return ()

        yield send


@asynccontextmanager
async def aioratelimiter(task: Task) -> AsyncIterator[Send]:
    """PTB's own limiter, which also repeats what was refused, and workers that keep it busy."""
    limiter = AIORateLimiter(overall_max_rate=task.limit, overall_time_period=1, max_retries=RETRIES)
    async with _serving(task, _once, limiter) as bot:

        async def send() -> Sequence[int]:
            await _by_workers(task.chats, lambda chat: _once(bot, chat, TEXT))
            return ()

        yield send


@asynccontextmanager
async def aiolimiter(task: Task) -> AsyncIterator[Send]:
    """A leaky bucket that workers and answers wait for."""
    library = import_module("aiolimiter")  # no dependency: only this peer needs it

    limiter = library.AsyncLimiter(task.limit, 1)

    async def in_turn(bot: Bot, chat: int, text: str) -> None:
        await _patiently(bot, chat, text, limiter.acquire)

    async with _serving(task, in_turn) as bot:

        async def send() -> Sequence[int]:
            await _by_workers(task.chats, lambda chat: in_turn(bot, chat, TEXT))
            return ()

        yield send


PEERS: Final[Mapping[str, Strategy]] = {
    "loop": loop,
    "gather": gather,
    "aioratelimiter": aioratelimiter,
    "aiolimiter": aiolimiter,
}


@asynccontextmanager
async def _serving(
    task: Task, reply: Reply, limiter: BaseRateLimiter[Any] | None = None
) -> AsyncIterator[Bot]:
    """A bot that answers /start."""

    async def hello(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await reply(update.get_bot(), update.message.chat_id, _WELCOME)

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{task.address}/bot").concurrent_updates(True)  # noqa: FBT003 - PTB's signature
    application = (builder.rate_limiter(limiter) if limiter else builder).build()
    application.add_handler(CommandHandler("start", hello))
    async with application:
        await application.start()
        updater = application.updater
        if updater is None:
            raise RuntimeError("an application built so has an updater")
        await updater.start_polling()
        yield application.bot
        await updater.stop()
        await application.stop()


async def _by_workers(chats: Iterable[int], one: Callable[[int], Awaitable[None]]) -> None:
    """Let each worker take the next chat when it is done with one."""
    left = iter(chats)

    async def work() -> None:
        for chat in left:
            await one(chat)

    await asyncio.gather(*(work() for _ in range(WORKERS)))


async def _patiently(
    bot: Bot, chat: int, text: str, turn: Callable[[], Awaitable[None]] | None = None
) -> None:
    """Send, and again when told to wait, a few times; each attempt waits for its `turn`."""
    for _ in range(1 + RETRIES):
        try:
            if turn is not None:
                await turn()
            await bot.send_message(chat, text)
        except RetryAfter as flood:
            await asyncio.sleep(_seconds(flood.retry_after))
        except TelegramError:  # blocked, broken or in doubt: a script of this kind notes it and goes on
            return
        else:
            return


async def _once(bot: Bot, chat: int, text: str) -> None:
    try:
        await bot.send_message(chat, text)
    except TelegramError:
        return


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
