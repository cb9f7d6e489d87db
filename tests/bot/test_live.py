"""The bot, live over HTTP in this very process: started, asked, stopped as one stops it."""

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import live
from bot.webhook import PATH
from domain.errors import StartRefused
from sandbox.accounts import Account
from sandbox.world import World
from tests.bot.conftest import MakeSettings
from tests.bot.serving import free_port
from tests.storage.store import KEY
from tests.storage.test_migrating import filled

pytestmark = pytest.mark.thorough

SECRET = "s3cret"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def given(world: World, api: str) -> dict[str, Any]:
    return {
        "bot_token": world.token,
        "telegram_api_url": api,
        "moderators_chat_id": world.add_group("Moderators", []).id,
    }


def answer_to(world: World, person: int) -> asyncio.Event:
    """Happens when the bot has written to a person."""
    answered = asyncio.Event()

    def look(what: str, which: int) -> None:
        if (what, which) == ("chat", person) and next(iter(world.chats[person].newest_first)).from_bot:
            answered.set()

    world.listen(look)
    return answered


async def stopped(running: asyncio.Task[int]) -> int:
    os.kill(os.getpid(), signal.SIGTERM)
    return await asyncio.wait_for(running, 10)


async def test_a_polling_bot_answers_and_stops_on_sigterm(
    settings: MakeSettings, given: dict[str, Any], world: World
) -> None:
    anna = world.add_person("Anna", "en").id
    answered = answer_to(world, anna)
    world.send_text(anna, anna, "/help")
    running = asyncio.create_task(live.run(settings(**given)))
    await asyncio.wait_for(answered.wait(), 10)
    assert await stopped(running) == 0
    assert Path("data", "heartbeat").exists()  # noqa: ASYNC240 - one look at a small folder


async def test_names_of_an_older_version_are_found_after_the_start(
    settings: MakeSettings, given: dict[str, Any], world: World
) -> None:
    """A file of the first schema is brought to the newest, its names are indexed by the rules of today."""
    chosen = settings(**given, data_key=KEY)
    Path("data").mkdir()  # noqa: ASYNC240 - one small folder
    held = await filled(chosen.database_url)
    boris = Account(held.boris.telegram_id, "Boris", language_code="kk")
    world.accounts[boris.id] = boris
    answered = answer_to(world, boris.id)
    world.send_text(boris.id, boris.id, "Janaboy Isroilov")
    running = asyncio.create_task(live.run(chosen))
    await asyncio.wait_for(answered.wait(), 10)
    assert held.report.code in next(iter(world.chats[boris.id].newest_first)).text
    assert await stopped(running) == 0


async def posted(port: int, body: dict[str, Any]) -> httpx.Response:
    """Post an update as soon as the bot listens."""
    address = f"http://127.0.0.1:{port}{PATH}"
    async with asyncio.timeout(10), httpx.AsyncClient() as client:
        while True:
            with suppress(httpx.ConnectError):
                return await client.post(address, json=body, headers={HEADER: SECRET})


async def test_a_webhook_bot_answers_and_stops_on_sigterm(
    settings: MakeSettings, given: dict[str, Any], world: World
) -> None:
    anna = world.add_person("Anna", "en").id
    answered = answer_to(world, anna)
    world.send_text(anna, anna, "/help")
    port = free_port()
    chosen = settings(**given, webhook_url="https://bot.example", webhook_secret=SECRET, port=port)
    running = asyncio.create_task(live.run(chosen))
    answer = await posted(port, world.updates.pending[0])
    assert (answer.status_code, answer.text) == (200, "ok")
    assert answered.is_set()
    assert world.webhook.url == f"https://bot.example{PATH}"
    assert world.webhook.secret_token == SECRET
    assert await stopped(running) == 0


async def test_a_webhook_that_telegram_refuses_stops_the_start(
    settings: MakeSettings, given: dict[str, Any]
) -> None:
    chosen = settings(**given, webhook_url="http://bot.example", webhook_secret=SECRET)
    with pytest.raises(StartRefused, match=r"WEBHOOK_URL: Telegram answers: .*https url"):
        await live.run(chosen)


async def test_a_webhook_that_was_set_before_is_taken_back_for_polling(
    settings: MakeSettings, given: dict[str, Any], world: World
) -> None:
    world.webhook.url = "https://bot.example/old"
    anna = world.add_person("Anna", "en").id
    answered = answer_to(world, anna)
    world.send_text(anna, anna, "/help")
    running = asyncio.create_task(live.run(settings(**given)))
    await asyncio.wait_for(answered.wait(), 10)
    assert world.webhook.url == ""
    assert await stopped(running) == 0
