"""The composition root: the parts of the bot, put together once."""

import random
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder

from bot.errors import FaultBoundary
from bot.outlet import BotOutlet
from bot.people import OnePersonAtATime
from delivery.limiter import Limiter
from delivery.worker import Worker
from domain.clock import Clock
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
    bot: Bot
    policy: Policy
    clock: Clock
    entropy: Entropy
    limiter: Limiter


@dataclass(frozen=True)
class App:
    """The bot, ready to take updates."""

    application: Application[Any, Any, Any, Any, Any, Any]
    relay: Relay
    worker: Worker
    bot: Bot

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
            await self.worker.recover()

    async def stop(self) -> None:
        """Give everything back."""
        await self.application.shutdown()
        await self.relay.database.close()


def make_relay(database: Database, clock: Clock, policy: Policy, entropy: Entropy) -> Relay:
    """Put the product together, without Telegram."""
    return Relay(database, clock, policy, Catalog.load(), Gazetteer.load(), Ids(entropy))


def assemble(parts: Parts) -> App:
    """Put the bot together; `parts.bot` must know its username (`await bot.initialize()`)."""
    relay = make_relay(parts.database, parts.clock, parts.policy, parts.entropy)
    chance = random.SystemRandom().random
    worker = Worker(parts.database, parts.bot, parts.clock, parts.limiter, chance)
    application = (
        ApplicationBuilder()
        .bot(parts.bot)
        .updater(None)
        .job_queue(None)
        .concurrent_updates(OnePersonAtATime())
        .build()
    )
    for handler in routes(Boundary(relay, BotOutlet(parts.bot, worker))):
        application.add_handler(handler)
    application.add_error_handler(FaultBoundary(relay.catalog).on_error)
    return App(application, relay, worker, parts.bot)


async def _index(relay: Relay) -> None:
    def tell(done: int, total: int) -> None:
        log.info("indexing names by new rules", done=done, total=total)

    await indexing.follow_rules(relay, indexing.by_tenths(tell))
    await relay.work(lambda work: work.words.refresh(work.tx))
