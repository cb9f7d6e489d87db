"""The outbox worker: takes one delivery at a time, sends it, records what became of it."""

import asyncio
import contextlib
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog
from telegram import Bot

from delivery import telegram
from delivery.backoff import pause
from delivery.limiter import Limiter
from delivery.outcome import InDoubt, Later, Migrated, Outcome, Sent, Undeliverable, Unreachable
from domain.clock import Clock
from domain.errors import StorageUnavailable
from domain.messages import PUBLIC_CHAT, Claimed, DeliveryState, OnDoubt, chat
from storage import outbox, people
from storage.transaction import Database, Transaction

LEASE = timedelta(seconds=60)
SHORTEST_NAP = 0.1  # seconds
LONGEST_NAP = 5.0  # seconds; the clock may be wound and another process may write
AFTER_FAULT = 2.0  # seconds

_UNQUOTED = re.compile(r"(?:[A-Za-z_]+(?:'[a-z]+)? ?)*")
"""The words of an error before it quotes the message: "can't parse entities", not the tag that is meant."""

log = structlog.get_logger()


class Worker:
    """Delivers for one bot token. `chance` gives numbers in 0-1 that spread the retries."""

    def __init__(
        self, database: Database, bot: Bot, clock: Clock, limiter: Limiter, chance: Callable[[], float]
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._limiter = limiter
        self._chance = chance
        self._woken = asyncio.Event()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether there is or may be something to send now."""
        return self._busy or self._woken.is_set()

    def wake(self) -> None:
        """Look into the outbox now."""
        self._woken.set()

    async def recover(self) -> int:
        """Settle what a former process of this database left in the act of sending; how many there were."""
        end_of_time = datetime.max.replace(tzinfo=UTC)
        return await self._database.write(lambda tx: outbox.recover(tx, end_of_time))

    async def run(self) -> None:
        """Deliver for ever. A fault is logged and the loop goes on: what is queued stays queued."""
        while True:
            try:
                self._woken.clear()
                await self._database.write(lambda tx: outbox.recover(tx, self._clock.now()))
                await self.drain()
                await self._nap()
            except StorageUnavailable as fault:
                log.warning("outbox unavailable", fault=str(fault))
                await asyncio.sleep(AFTER_FAULT)
            except Exception:
                log.exception("outbox fault")
                await asyncio.sleep(AFTER_FAULT)

    async def drain(self) -> int:
        """Deliver everything that is due; how many deliveries were handled."""
        self._busy = True
        handled = 0
        try:
            while (claimed := await self._claim()) is not None:
                await self._limiter.wait(claimed.recipient)
                await self.deliver(claimed)
                handled += 1
        finally:
            self._busy = False
        return handled

    async def deliver(self, claimed: Claimed) -> None:
        """Send one claimed delivery and record what became of it."""
        outcome = await telegram.send(self._bot, claimed)
        if isinstance(outcome, Later) and outcome.everyone and outcome.seconds:
            self._limiter.pause(outcome.seconds)
        await self._database.write(lambda tx: self._record(tx, claimed, outcome))

    async def _claim(self) -> Claimed | None:
        now, resting = self._clock.now(), self._limiter.resting()
        return await self._database.write(lambda tx: outbox.claim(tx, now, now + LEASE, resting))

    async def _nap(self) -> None:
        """Sleep until something is due or new; a recipient that rests is looked at again in a moment."""
        due = await self._database.read(outbox.next_due)
        wait = (due - self._clock.now()).total_seconds() if due else LONGEST_NAP
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), min(max(wait, SHORTEST_NAP), LONGEST_NAP))

    async def _record(self, tx: Transaction, claimed: Claimed, outcome: Outcome) -> None:
        match outcome:
            case Sent(message_id):
                await self._end(tx, claimed, DeliveryState.SENT, message_id)
            case Later(seconds):
                wait = timedelta(seconds=seconds) if seconds else pause(claimed.attempts, self._chance())
                await outbox.postpone(tx, claimed.id, self._clock.now() + wait)
            case InDoubt() if claimed.on_doubt is OnDoubt.RESEND:
                wait = pause(claimed.attempts, self._chance())
                await outbox.postpone(tx, claimed.id, self._clock.now() + wait)
            case InDoubt():
                await self._end(tx, claimed, DeliveryState.UNKNOWN)
            case Unreachable():
                await self._unreachable(tx, claimed)
            case Undeliverable(problem):
                await self._end(tx, claimed, DeliveryState.UNDELIVERABLE, problem)
            case Migrated(chat_id):
                await outbox.move_chat(tx, claimed.recipient, chat(chat_id))
                await outbox.postpone(tx, claimed.id, self._clock.now())
                log.warning("a group has moved: put its new id into the settings", chat_id=chat_id)

    async def _unreachable(self, tx: Transaction, claimed: Claimed) -> None:
        """A person stopped the bot; a channel or group that shuts it out is a problem for the operator."""
        if claimed.recipient.startswith(PUBLIC_CHAT):
            await self._end(tx, claimed, DeliveryState.UNDELIVERABLE, "the bot may not write there")
            return
        await self._end(tx, claimed, DeliveryState.UNREACHABLE)
        await people.mark_unreachable(tx, claimed.recipient)

    async def _end(
        self, tx: Transaction, claimed: Claimed, state: DeliveryState, result: int | str | None = None
    ) -> None:
        if state is DeliveryState.UNDELIVERABLE:
            problem = _UNQUOTED.match(str(result))
            result = problem[0].strip() if problem else ""  # what Telegram quotes may be a person's words
            log.error("undeliverable", delivery=claimed.id, lane=claimed.lane.name, problem=result)
        await outbox.finish(tx, claimed.id, state, self._clock.now(), result)
