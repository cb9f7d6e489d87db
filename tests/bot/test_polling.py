"""Polling: Telegram keeps an update until its effects are committed."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot import polling
from bot.polling import Polling
from sandbox.transport import InProcessRequest
from sandbox.world import World
from tests.conftest import Desk


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for real seconds."""
    monkeypatch.setattr(polling, "LONG_POLL", 0)
    monkeypatch.setattr(polling, "NAP", 0)
    monkeypatch.setattr(polling, "AFTER_FAULT", 0)


class Bot(ExtBot[None]):
    """A bot whose first polls fail as told."""

    def __init__(self, world: World, faults: list[TelegramError]) -> None:
        super().__init__(
            world.token, request=InProcessRequest(world), get_updates_request=InProcessRequest(world)
        )
        self._faults = faults

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:
        if self._faults:
            raise self._faults.pop(0)
        return await super().get_updates(*args, **kwargs)


class Taker:
    """Takes updates as slowly as a test wants."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.done: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.arrived = asyncio.Event()

    async def __call__(self, update: Update) -> None:
        self.taken.append(update.update_id)
        self.arrived.set()
        if update.update_id in self.gates:
            await self.gates[update.update_id].wait()
        self.done.append(update.update_id)


@pytest.fixture
def anna(world: World) -> int:
    return world.add_person("Anna", "en").id


@pytest.fixture
def taker() -> Taker:
    return Taker()


def written(world: World, person: int, count: int = 1) -> list[int]:
    """Somebody writes; the ids of the updates."""
    before = len(world.updates.pending)
    for number in range(count):
        world.send_text(person, person, f"Message {number}")
    return [update["update_id"] for update in world.updates.pending[before:]]


def pending(world: World) -> list[int]:
    return [update["update_id"] for update in world.updates.pending]


async def rounds(polling: Polling, count: int = 3) -> None:
    for _ in range(count):
        await polling._round()


async def test_an_update_is_confirmed_when_it_is_processed_and_not_before(
    world: World, anna: int, taker: Taker
) -> None:
    [update] = written(world, anna)
    taker.gates[update] = asyncio.Event()
    polling = Polling(Bot(world, []), taker)
    await rounds(polling)
    assert polling.busy
    assert pending(world) == [update]
    taker.gates[update].set()
    await polling.finish()
    await rounds(polling)
    assert polling._working == {}
    assert pending(world) == []


async def test_an_unfinished_update_that_comes_again_is_not_processed_twice(
    world: World, anna: int, taker: Taker
) -> None:
    [update] = written(world, anna)
    taker.gates[update] = asyncio.Event()
    polling = Polling(Bot(world, []), taker)
    await rounds(polling, 5)
    taker.gates[update].set()
    await polling.finish()
    await rounds(polling)
    assert taker.taken == [update]


async def test_a_slow_update_does_not_hold_up_the_others(world: World, anna: int, taker: Taker) -> None:
    slow, *others = written(world, anna, 4)
    taker.gates[slow] = asyncio.Event()
    polling = Polling(Bot(world, []), taker)
    await rounds(polling)
    later = written(world, anna, 2)
    await rounds(polling)
    assert taker.done == [*others, *later]
    assert pending(world) == [slow, *others, *later], "what comes after an unfinished one waits for it"
    taker.gates[slow].set()
    await polling.finish()
    await rounds(polling)
    assert pending(world) == []
    assert sorted(taker.taken) == [slow, *others, *later]


async def test_a_process_that_died_before_confirming_repeats_nothing(desk: Desk) -> None:
    anna = desk.person("Anna", "en")
    desk.world.send_text(anna.id, anna.id, "/help")
    first = Polling(desk.app.bot, desk.app.take)
    await first._round()
    await first.finish()
    assert pending(desk.world), "processed, and the process dies before its next poll"
    second = Polling(desk.app.bot, desk.app.take)
    await rounds(second)
    await second.finish()
    await rounds(second)
    assert len(anna.messages) == 1
    assert pending(desk.world) == []


async def test_a_fault_while_processing_is_logged_and_the_update_is_confirmed(
    world: World, anna: int
) -> None:
    async def faulty(_: Update) -> None:
        raise RuntimeError("broken")

    written(world, anna)
    polling = Polling(Bot(world, []), faulty)
    with capture_logs() as logs:
        await rounds(polling)
        await polling.finish()
        await rounds(polling)
    assert [line["event"] for line in logs] == ["an update was not processed"]
    assert pending(world) == []


def faults() -> Iterator[tuple[TelegramError, str | None]]:
    yield Conflict("terminated by other getUpdates request"), "another process polls with this token: stop it"
    yield NetworkError("broken"), "Telegram cannot be reached"
    yield TimedOut(), "Telegram cannot be reached"
    yield InvalidToken("Unauthorized"), "Telegram refuses this bot: see `check`"
    yield RetryAfter(0), None


@pytest.mark.parametrize(("fault", "said"), list(faults()), ids=lambda value: type(value).__name__)
async def test_polling_survives_every_fault(
    world: World, anna: int, taker: Taker, fault: TelegramError, said: str | None
) -> None:
    updates = written(world, anna, 2)
    polling = Polling(Bot(world, [fault, fault]), taker)
    with capture_logs() as logs:
        running = asyncio.create_task(polling.run())
        await asyncio.wait_for(taker.arrived.wait(), 5)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    await polling.finish()
    assert taker.done == updates
    assert [line["event"] for line in logs] == [said] * 2 if said else not logs


async def test_only_wanted_kinds_of_update_are_asked_for(world: World, taker: Taker) -> None:
    await rounds(Polling(Bot(world, []), taker), 1)
    assert world.updates.allowed == frozenset(
        {"message", "edited_message", "callback_query", "inline_query", "my_chat_member"}
    )
