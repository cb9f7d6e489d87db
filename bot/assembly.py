"""The composition root: the parts of the bot, put together once."""

import random
from dataclasses import dataclass
from typing import Any

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
from relay.places import Gazetteer
from relay.work import Relay
from storage.transaction import Database

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update the bot asks Telegram for."""


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
        """Get ready; `alone` with the database, settle at once what a former process left unfinished."""
        await self.application.initialize()
        if alone:
            await self.worker.recover()

    async def stop(self) -> None:
        """Give everything back."""
        await self.application.shutdown()
        await self.relay.database.close()


def assemble(parts: Parts) -> App:
    """Put the bot together; `parts.bot` must know its username (`await bot.initialize()`)."""
    catalog = Catalog.load()
    relay = Relay(
        database=parts.database,
        clock=parts.clock,
        policy=parts.policy,
        catalog=catalog,
        gazetteer=Gazetteer.load(),
        ids=Ids(parts.entropy),
    )
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
    application.add_error_handler(FaultBoundary(catalog).on_error)
    return App(application, relay, worker, parts.bot)
