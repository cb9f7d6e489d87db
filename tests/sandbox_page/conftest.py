"""A small desk: two people, a channel, a moderators' chat, and a bot that echoes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from sandbox.accounts import Json
from sandbox.clock import SandboxClock
from sandbox.methods import call
from sandbox.server import make_app
from sandbox.world import World

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ADDRESS = "http://127.0.0.1:8765"


class EchoBot:
    """Answers texts with an inline button, taps with an alert, its name with a card; counts its turns."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.turns = 0

    async def settle(self) -> None:
        self.turns += 1
        for update in self.world.updates.take(100):
            self._take(update)
            self.world.updates.confirm(update["update_id"] + 1)

    def _take(self, update: Json) -> None:
        if "message" in update and update["message"]["chat"]["type"] == "private":
            words = update["message"].get("text", "no words")
            keys = {"inline_keyboard": [[{"text": "Again", "callback_data": f"token:{words}"[:64]}]]}
            self._calls("sendMessage", chat_id=update["message"]["chat"]["id"], text=words, reply_markup=keys)
        if "inline_query" in update:
            self._offers(update["inline_query"])
        if "callback_query" in update:
            query = update["callback_query"]
            self._calls("answerCallbackQuery", callback_query_id=query["id"], text="heard", show_alert=True)

    def _offers(self, query: Json) -> None:
        words = query["query"] or "nothing"
        content = {"message_text": f"card of {words}"}
        card = {"type": "article", "id": "1", "title": words, "description": "a card"}
        results = [{**card, "input_message_content": content}]
        button = {"text": "Open the bot", "start_parameter": "l"}
        self._calls("answerInlineQuery", inline_query_id=query["id"], results=results, button=button)

    def _calls(self, method: str, **params: Any) -> None:
        answer = call(self.world, method, params, {})
        assert answer.status == 200, answer.body


@dataclass
class Page:
    """What a browser can do with the server."""

    world: World
    app: Starlette
    client: httpx.AsyncClient
    bot: EchoBot
    casts: dict[str, int] = field(default_factory=dict)

    async def act(self, do: str, **fields: Any) -> Json:
        response = await self.client.post("/act", json={"do": do, **fields})
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        assert answer["ok"] is True
        return answer

    async def refused(self, do: str, **fields: Any) -> str:
        response = await self.client.post("/act", json={"do": do, **fields})
        assert response.status_code == 422, response.text
        answer = response.json()
        assert answer["ok"] is False
        return str(answer["message"])

    async def state(self) -> Json:
        state: Json = (await self.client.get("/state")).json()
        return state

    async def chat(self, chat: int) -> list[Json]:
        found = [one["messages"] for one in (await self.state())["chats"] if one["id"] == chat]
        return list(found[0]) if found else []


@pytest.fixture
def world() -> World:
    return World(SandboxClock(START))


@pytest.fixture
async def page(world: World) -> AsyncIterator[Page]:
    bot = EchoBot(world)
    casts = {"owner": world.add_person("Жаңабай", "ru").id, "seeker": world.add_person("Dilnoza", "uz").id}
    casts["moderators"] = world.add_group("Moderators", [world.accounts[casts["owner"]]]).id
    casts["channel"] = world.add_channel("Channel", "tabyldy_test").id
    app = make_app(world, settle=bot.settle, casts=casts)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
        yield Page(world, app, client, bot, casts)
