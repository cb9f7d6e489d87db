"""The limiter inside PTB's bots: which calls wait, and what their answers teach."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from telegram import InputMediaPhoto
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot

from delivery import telegram
from delivery.limiter import HELD, Held, Limiter
from domain.messages import Lane
from sandbox.clock import SandboxClock
from sandbox.transport import InProcessRequest
from sandbox.world import World
from tests.delivery.jumping import play

T = TypeVar("T")
Bot = ExtBot[Lane | Held]


@dataclass
class Scene:
    """Two bots of one token, one limiter; `person` and `group` may be written to, `stranger` may not."""

    bots: tuple[Bot, Bot]
    world: World
    limiter: Limiter
    person: int
    group: int
    stranger: int

    async def flood(self, seconds: int, chat: int) -> None:
        """Telegram refuses one call."""
        self.world.flood_seconds = seconds
        with pytest.raises(RetryAfter):
            await self.bots[0].send_message(chat, "Hello", rate_limit_args=HELD)
        self.world.flood_seconds = 0


def act(story: Callable[[Scene], Coroutine[Any, Any, T]]) -> T:
    async def told(limiter: Limiter) -> T:
        world = World(SandboxClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC)))
        person, stranger = world.add_person("Anna", "ru"), world.add_person("Boris", "ru")
        world.send_text(person.id, person.id, "/start")
        group = world.add_group("Moderators", [])
        async with bot_of(world, limiter) as one, bot_of(world, limiter) as other:
            return await story(Scene((one, other), world, limiter, person.id, group.id, stranger.id))

    return play(told)


def bot_of(world: World, limiter: Limiter) -> Bot:
    request, updates = InProcessRequest(world), InProcessRequest(world)
    return ExtBot(world.token, request=request, get_updates_request=updates, rate_limiter=limiter)


async def waited(call: Awaitable[object]) -> float:
    time = asyncio.get_running_loop().time
    began = time()
    await call
    return time() - began


def test_all_bots_of_a_token_share_their_limits() -> None:
    async def story(scene: Scene) -> list[float]:
        calls = [bot.send_message(scene.person, "Hello") for bot in scene.bots * 2]
        return sorted(await asyncio.gather(*map(waited, calls)))

    assert act(story)[-1] == pytest.approx(3.05, abs=1e-6)


def test_a_bot_that_shuts_down_takes_the_limiter_from_nobody() -> None:
    async def story(scene: Scene) -> float:
        calls = [waited(scene.bots[1].send_message(scene.person, "Hello")) for _ in range(4)]
        waiting = asyncio.gather(*calls)
        await asyncio.sleep(1)
        await scene.bots[0].shutdown()
        return max(await waiting)

    assert act(story) == pytest.approx(3.05, abs=1e-6)


def test_a_call_goes_in_its_lane_and_without_one_as_a_reply() -> None:
    async def story(scene: Scene) -> list[str]:
        [bot, _] = scene.bots
        await bot.send_message(scene.group, "First")
        lanes = {"Broadcast": Lane.BROADCAST, "Notice": Lane.NOTICE, "Reply": None, "Reply too": Lane.REPLY}
        calls = [bot.send_message(scene.group, text, rate_limit_args=lane) for text, lane in lanes.items()]
        sent = await asyncio.gather(*calls)
        return [message.text or "" for message in sorted(sent, key=lambda message: message.message_id)]

    assert act(story) == ["Reply", "Reply too", "Notice", "Broadcast"]


def test_a_call_that_has_had_its_turn_waits_for_none() -> None:
    async def story(scene: Scene) -> list[float]:
        calls = [scene.bots[0].send_message(scene.person, "Hi", rate_limit_args=HELD) for _ in range(100)]
        return await asyncio.gather(*map(waited, calls))

    assert max(act(story)) == 0


def test_only_what_puts_or_changes_a_message_waits() -> None:
    async def story(scene: Scene) -> list[float]:
        [bot, _] = scene.bots
        sent = await bot.send_message(scene.person, "Hello")
        await scene.flood(40, scene.stranger)
        free = [
            bot.get_me(),
            bot.send_chat_action(scene.person, "typing"),
            bot.set_message_reaction(scene.person, sent.message_id, "👌"),
            bot.get_chat(scene.person),
            bot.delete_message(scene.person, sent.message_id),
        ]
        return [await waited(call) for call in free]

    assert act(story) == [0] * 5


@pytest.mark.parametrize("kind", ["text", "buttons", "photo"])
def test_changing_a_message_waits_as_sending_one_does(kind: str) -> None:
    async def story(scene: Scene) -> float:
        [bot, _] = scene.bots
        sent = await bot.send_message(scene.person, "Hello")
        chat, number = scene.person, sent.message_id
        calls: dict[str, Callable[[], Awaitable[object]]] = {
            "text": lambda: bot.edit_message_text("Changed", chat, number),
            "buttons": lambda: bot.edit_message_reply_markup(chat, number),
            "photo": lambda: bot.edit_message_media(InputMediaPhoto("unknown"), chat, number),
        }
        await scene.flood(40, scene.stranger)
        time = asyncio.get_running_loop().time
        began = time()
        await asyncio.gather(calls[kind](), return_exceptions=True)
        return time() - began

    assert act(story) == 40


def test_a_refusal_is_raised_and_heeded() -> None:
    async def story(scene: Scene) -> tuple[float, float, float]:
        await scene.flood(40, scene.stranger)
        told = scene.limiter.paused()
        return told, await waited(scene.bots[1].send_message(scene.person, "Hello")), scene.limiter.paused()

    assert act(story) == (40, 40, 0)


def test_a_refusal_in_a_group_is_about_the_group() -> None:
    async def story(scene: Scene) -> tuple[float, bool, float]:
        await scene.flood(40, scene.group)
        rests = list(scene.limiter.resting()) == [scene.group]
        return scene.limiter.paused(), rests, await waited(scene.bots[0].send_message(scene.person, "Hello"))

    assert act(story) == (0, True, 0)


@pytest.mark.parametrize("no", [BadRequest, Forbidden])
def test_a_no_to_a_message_ends_a_pause_as_a_yes_does(no: type[TelegramError]) -> None:
    async def story(scene: Scene) -> float:
        [bot, _] = scene.bots
        await scene.flood(40, scene.group)
        await scene.flood(40, scene.person)
        if no is Forbidden:
            scene.world.block(scene.person)
        with pytest.raises(no):
            await bot.send_message(scene.person if no is Forbidden else scene.stranger, "Hello")
        return await waited(bot.send_message(scene.group, "Hello"))

    assert act(story) == pytest.approx(1 / (0.9 * 29.7), abs=1e-3)


def test_a_lost_answer_tells_nothing() -> None:
    async def story(scene: Scene) -> float:
        [bot, _] = scene.bots
        await scene.flood(40, scene.stranger)
        scene.world.answers_lost = True
        with pytest.raises(TimedOut):
            await bot.send_message(scene.person, "Hello")
        scene.world.answers_lost = False
        return await waited(bot.send_message(scene.person, "Hello"))

    assert act(story) == 10


def test_a_courtesy_does_not_hold_a_reply_up_during_a_silence() -> None:
    """The reply waits behind it with a lease of 60 seconds: once that is over, it is sent again."""

    async def story(scene: Scene) -> float:
        scene.limiter.refused(scene.person, 3600)
        began = asyncio.get_running_loop().time()
        await telegram.close_buttons(scene.bots[0], scene.person, 1)
        return asyncio.get_running_loop().time() - began

    assert act(story) <= telegram.COURTESY
