"""The outbox worker: claims deliveries just before their turn, sends them, records what became of each."""

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeAlias

import structlog

from delivery import telegram
from delivery.backoff import pause
from delivery.duty import Duty
from delivery.line import Line
from delivery.outcome import InDoubt, Later, Migrated, Outcome, Sent, Undeliverable, Unreachable
from delivery.records import Record, Records
from domain.clock import Clock
from domain.errors import StorageUnavailable
from domain.messages import PUBLIC_CHAT, Claimed, DeliveryState, Lane, OnDoubt, chat
from storage import outbox, people, sending
from storage.transaction import Database, Transaction

_Call: TypeAlias = Callable[[], Awaitable[Outcome]]

LEASE = timedelta(seconds=60)
"""Longer than any single call to Telegram lasts; what is still claimed after it belongs to a dead process."""

PATIENCE = 5.0
"""Seconds that a reply waits for its turn in memory, much less than its lease lasts."""

MOST_IN_FLIGHT = 300
"""A thousand a second, each answered after 0.3 s; no more than these can a crash leave in doubt."""

CROWD = 20
"""More than this are on their way only at more than the usual 30 a second: then few commits matter most."""

TURN_PATIENCE = 5.0
"""Seconds that the worker waits for a turn: a long silence must not keep it from its records and its duty."""

RECOVER_EVERY = timedelta(seconds=10)
"""So often it looks for what dead processes left, during a broadcast too."""

SHORTEST_NAP = 0.1  # seconds
LONGEST_NAP = 1.0  # seconds; the clock may be wound and another process may write
AFTER_FAULT = 2.0  # seconds
GRACE = 20.0  # seconds that what is under way has to come to its end
LAST_WORDS = 5.0  # seconds for what could not be recorded before, and to give up the duty

_UNQUOTED = re.compile(r"(?:[A-Za-z_]+(?:'[a-z]+)? ?)*")
"""The words of an error before it quotes the message: "can't parse entities", not the tag that is meant."""

log = structlog.get_logger()


class Worker:
    """Delivers for one bot token, as long as this process has the duty to.

    `chance` gives numbers in 0-1 that spread the retries.
    """

    def __init__(
        self, database: Database, line: Line, clock: Clock, duty: Duty, chance: Callable[[], float]
    ) -> None:
        self._database = database
        self._line = line
        self._clock = clock
        self._duty = duty
        self._chance = chance
        self._records = Records(self._write, lambda: len(self._flying) > CROWD)
        self._woken = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()
        self._flying: set[asyncio.Task[None]] = set()
        self._under_way: set[str] = set()
        self._asking: asyncio.Timeout | None = None
        self._recovered = datetime.min.replace(tzinfo=UTC)
        self._draining = False
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether there is or may be something to send now."""
        return self._draining or bool(self._flying) or self._woken.is_set()

    def wake(self) -> None:
        """Look into the outbox now."""
        self._woken.set()

    async def recover(self) -> int:
        """Settle what a former process of this database left in the act of sending; how many there were.

        Only for a database that no other process can have open.
        """
        await self._duty.take_over()
        return await self._database.write(lambda tx: sending.recover_all(tx, self._clock.now()))

    async def run(self) -> None:
        """Deliver until `finish`. A fault is logged and the loop goes on: what is queued stays queued."""
        self._ended.clear()
        try:
            while not self._stopping:
                await self._round()
        finally:
            self._ended.set()

    async def finish(self) -> None:
        """Begin nothing new and let what is under way come to its end, for at most 25 seconds."""
        self._stopping = True
        self.wake()
        if self._asking is not None and not self._asking.expired():
            self._asking.reschedule(asyncio.get_running_loop().time())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await self._ended.wait()
                await asyncio.gather(*self._flying)
        try:
            async with asyncio.timeout(LAST_WORDS):
                await self._records.flush()
                await self._duty.give_up()
        except (StorageUnavailable, TimeoutError) as fault:
            log.warning("outbox unavailable", fault=str(fault))

    async def drain(self) -> int:
        """Deliver everything that is due and may leave now; how many deliveries were handled."""
        self._draining = True
        handled = 0
        try:
            while not self._stopping:
                claimed = await self._claim()
                self._launch(claimed)
                handled += len(claimed)
                if not claimed and not self._flying:
                    break
                if not claimed:
                    await self._nap()
                self._woken.clear()
        finally:
            self._draining = False
        return handled

    async def deliver(self, claimed: Claimed) -> None:
        """Send one claimed reply in its turn and record what became of it; whatever fails is tried again."""
        self._line.know(claimed)
        await self._see_through(claimed, partial(self._reply, claimed))

    async def _reply(self, claimed: Claimed) -> Outcome:
        if await self._has_turn(claimed):
            return await telegram.send(self._line.people, claimed, self._line.uploads)
        return Later(self._line.limiter.paused())

    async def _has_turn(self, claimed: Claimed) -> bool:
        """Whether it may leave soon enough; otherwise the outbox keeps it, where a lease cannot run out."""
        limiter = self._line.limiter
        if limiter.paused() > PATIENCE:
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                await limiter.turn(claimed.chat_id, claimed.lane)
        except TimeoutError:
            return False
        return True

    async def _round(self) -> None:
        try:
            self._woken.clear()
            await self._records.flush()
            await self.drain()
            await self._nap()
        except StorageUnavailable as fault:
            log.warning("outbox unavailable", fault=str(fault))
            await asyncio.sleep(AFTER_FAULT)
        except Exception:
            log.exception("outbox fault")
            await asyncio.sleep(AFTER_FAULT)

    async def _claim(self) -> Sequence[Claimed]:
        """Take as many deliveries as may leave just now, each marked as being sent."""
        most = MOST_IN_FLIGHT - len(self._flying)
        if most <= 0:
            return []
        turns = await self._turns(most)
        claimed: Sequence[Claimed] = []
        try:
            if turns and not self._stopping and await self._duty.held():
                await self._recover_now_and_then()
                now, resting = self._clock.now(), self._line.resting()
                claimed = await self._database.write(
                    lambda tx: sending.claim(tx, now, now + LEASE, turns, resting)
                )
        finally:
            self._line.limiter.give_back(turns - len(claimed))
        for each in claimed:
            self._line.took(each)
        return claimed

    async def _turns(self, most: int) -> int:
        """Turns for up to so many deliveries; 0 when none comes for long, or the worker is to stop."""
        try:
            async with asyncio.timeout(TURN_PATIENCE) as self._asking:
                return await self._line.limiter.turns(Lane.NOTICE, most)
        except TimeoutError:
            return 0
        finally:
            self._asking = None

    async def _recover_now_and_then(self) -> None:
        """Settle what dead processes left; what this one has in hand is not dead, whatever the clock says."""
        now = self._clock.now()
        if self._recovered <= now < self._recovered + RECOVER_EVERY:
            return
        in_hand = {*self._under_way, *self._records.kept}
        await self._database.write(lambda tx: sending.recover(tx, now, in_hand))
        self._recovered = now

    def _launch(self, claimed: Sequence[Claimed]) -> None:
        for each in claimed:
            paid = self._line.paid and each.lane is Lane.BROADCAST
            bot, uploads = self._line.bot_for(each.lane), self._line.uploads
            call = partial(telegram.send, bot, each, uploads, paid=paid)
            flight = asyncio.create_task(self._see_through(each, call))
            self._flying.add(flight)
            flight.add_done_callback(self._land)

    async def _see_through(self, claimed: Claimed, call: _Call) -> None:
        """Make the call for a delivery and record what became of it."""
        self._under_way.add(claimed.id)
        try:
            await self._records.add(claimed, await self._outcome(call))
        except StorageUnavailable as fault:  # kept, and written in the next round
            log.warning("outbox unavailable", fault=str(fault))
        except Exception:
            log.exception("outbox fault")
        finally:
            self._under_way.discard(claimed.id)

    async def _outcome(self, call: _Call) -> Outcome:
        try:
            return await call()
        except Exception:
            log.exception("outbox fault")
            return InDoubt()  # nobody knows how far it came

    def _land(self, flight: asyncio.Task[None]) -> None:
        self._flying.discard(flight)
        self._woken.set()

    async def _nap(self) -> None:
        """Sleep until something is due or new; a recipient that rests is looked at again in a moment."""
        if self._stopping:
            return
        full = len(self._flying) >= MOST_IN_FLIGHT
        due = None if full else await self._database.read(sending.next_due)
        wait = (due - self._clock.now()).total_seconds() if due else LONGEST_NAP
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), min(max(wait, SHORTEST_NAP), LONGEST_NAP))

    async def _write(self, records: Sequence[Record]) -> None:
        """Commit what became of some deliveries; nearly all of them were simply sent.

        That one was sent is true however late it is known. Anything else counts only for the claim it came
        of: another may have been made since, and may have ended.
        """
        now = self._clock.now()
        sent, others = [], []
        for claimed, outcome in records:
            if isinstance(outcome, Sent) and claimed.edits is None:
                sent.append((claimed.id, outcome.message_id))
            else:
                others.append((claimed, outcome))

        async def act(tx: Transaction) -> None:
            await sending.sent(tx, sent, now)
            for claimed, outcome in others:
                if isinstance(outcome, Sent) or await sending.is_current(tx, claimed):
                    await self._record(tx, claimed, outcome)

        await self._database.write(act)

    async def _record(self, tx: Transaction, claimed: Claimed, outcome: Outcome) -> None:
        match outcome:
            case Sent(message_id):
                await self._end(tx, claimed, DeliveryState.SENT, message_id)
            case Later(seconds):
                wait = timedelta(seconds=seconds) if seconds else pause(claimed.attempts, self._chance())
                await sending.postpone(tx, claimed.id, self._clock.now() + wait)
            case InDoubt() if claimed.on_doubt is OnDoubt.RESEND:
                wait = pause(claimed.attempts, self._chance())
                await sending.postpone(tx, claimed.id, self._clock.now() + wait)
            case InDoubt():
                await self._end(tx, claimed, DeliveryState.UNKNOWN)
            case Unreachable():
                await self._unreachable(tx, claimed)
            case Undeliverable(problem):
                await self._end(tx, claimed, DeliveryState.UNDELIVERABLE, problem)
            case Migrated(chat_id):
                await outbox.move_chat(tx, claimed.recipient, chat(chat_id))
                await sending.postpone(tx, claimed.id, self._clock.now())
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
