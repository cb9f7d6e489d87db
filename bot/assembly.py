"""The composition root: the parts of the bot, put together once."""

import contextlib
import random
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application, ApplicationBuilder

from bot.errors import FaultBoundary
from bot.outlet import BotOutlet
from bot.people import OnePersonAtATime
from delivery.duty import CLOCK, Duty
from delivery.line import Line
from delivery.telegram import AnyBot
from delivery.worker import Worker
from domain.clock import Clock
from domain.errors import StorageUnavailable
from domain.ids import Entropy, Ids
from domain.policy import Policy
from handlers.boundary import Boundary
from handlers.routes import routes
from locales.catalog import Catalog
from relay import indexing
from relay.places import Gazetteer
from relay.work import Relay
from storage.transaction import Database

UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
"""The kinds of update the bot asks Telegram for."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Parts:
    """What differs between life, sandbox and test."""

    database: Database
    line: Line
    policy: Policy
    clock: Clock
    entropy: Entropy


@dataclass(frozen=True)
class App:
    """The bot, ready to take updates."""

    application: Application[Any, Any, Any, Any, Any, Any]
    relay: Relay
    worker: Worker
    clockwork: Duty
    line: Line

    @property
    def bot(self) -> AnyBot:
        """The bot that talks to people."""
        return self.line.people

    async def take(self, update: Update) -> None:
        """Process one update to its end: effects committed, answer on its way."""
        work = self.application.process_update(update)
        await self.application.update_processor.process_update(update, work)

    async def start(self, *, alone: bool) -> None:
        """Get ready; `alone` with the database, settle at once what a former process left unfinished.

        An index of names that other rules made is made anew, and its words are read: no search has to wait.
        """
        await self.application.initialize()
        await _index(self.relay)
        if alone:
            await self.clockwork.take_over()
            await self.worker.recover()

    async def stop(self) -> None:
        """Let what is on its way arrive, then give everything back."""
        await self.worker.finish()
        with contextlib.suppress(StorageUnavailable):  # it runs out by itself
            await self.clockwork.give_up()
        await self.application.shutdown()
        await self.relay.database.close()


def make_relay(database: Database, clock: Clock, policy: Policy, entropy: Entropy) -> Relay:
    """Put the product together, without Telegram."""
    return Relay(database, clock, policy, Catalog.load(), Gazetteer.load(), Ids(entropy))


def assemble(parts: Parts) -> App:
    """Put the bot together; the bots of `parts.line` must be initialized."""
    relay = make_relay(parts.database, parts.clock, parts.policy, parts.entropy)
    chance = random.SystemRandom().random
    process = relay.ids.next(parts.clock.now())
    duty = Duty(parts.database, parts.clock, process)
    clockwork = Duty(parts.database, parts.clock, process, CLOCK)
    worker = Worker(parts.database, parts.line, parts.clock, duty, chance)
    bot = parts.line.people
    application = (
        ApplicationBuilder()
        .bot(bot)
        .updater(None)
        .job_queue(None)
        .concurrent_updates(OnePersonAtATime())
        .build()
    )
    for handler in routes(Boundary(relay, BotOutlet(bot, worker))):
        application.add_handler(handler)
    application.add_error_handler(FaultBoundary(relay.catalog).on_error)
    return App(application, relay, worker, clockwork, parts.line)


async def _index(relay: Relay) -> None:
    def tell(done: int, total: int) -> None:
        log.info("indexing names by new rules", done=done, total=total)

    await indexing.follow_rules(relay, indexing.by_tenths(tell))
    await relay.work(lambda work: work.words.refresh(work.tx))
