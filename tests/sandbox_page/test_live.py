import asyncio
import json
from typing import Any

import pytest
from starlette.requests import Request

from sandbox.accounts import Json
from sandbox.live import Live
from sandbox.methods import call
from sandbox.world import World
from tests.sandbox_page.conftest import Page


class Reader:
    """One page that follows the stream; `gone` is a page that was closed."""

    def __init__(self, live: Live, heartbeat: float = 60.0) -> None:
        self.gone = False
        request = Request({"type": "http", "method": "GET", "headers": []}, self._receive)
        self.frames = live.events(request, heartbeat)

    async def _receive(self) -> dict[str, Any]:
        if not self.gone:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def next(self) -> list[Json]:
        async with asyncio.timeout(5):
            frame = await anext(self.frames)
        lines = frame.decode().split("\n\n")
        return [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]


@pytest.fixture
async def reader(page: Page) -> Reader:
    reader = Reader(page.app.state.live)
    assert await reader.next() == []  # the stream is open
    return reader


async def test_a_chat_that_changed_often_is_told_once_as_it_is_now(page: Page, reader: Reader) -> None:
    owner = page.casts["owner"]
    for text in ("one", "two", "three"):
        page.world.send_text(owner, owner, text)
    world, chat = await reader.next()
    assert world["type"] == "world"
    assert (chat["type"], chat["chat"]["id"]) == ("chat", owner)
    assert [message["html"] for message in chat["chat"]["messages"]] == ["one", "two", "three"]


async def test_the_world_is_told_with_the_time_and_the_switches(page: Page, reader: Reader) -> None:
    await page.act("wind", seconds=3600)
    await page.act("switch", name="net_down", on=True)
    (world,) = await reader.next()
    assert world["type"] == "world"
    assert (world["offset_seconds"], world["switches"]["net_down"]) == (3600, True)


async def test_a_toast_goes_to_the_person_who_tapped(page: Page, reader: Reader) -> None:
    owner = page.casts["owner"]
    await page.act("send", person=owner, chat=owner, text="salem")
    await reader.next()
    await page.act("tap", person=owner, chat=owner, message=2, data="x")
    (toast,) = await reader.next()
    assert toast == {"type": "toast", "person": owner, "text": "heard", "alert": True, "url": ""}


async def test_a_silent_answer_to_a_tap_is_no_toast(page: Page, reader: Reader) -> None:
    owner = page.casts["owner"]
    page.world.send_text(owner, owner, "salem")
    await reader.next()
    query = page.world.tap(owner, owner, 1, "x")
    call(page.world, "answerCallbackQuery", {"callback_query_id": query}, {})
    page.world.send_text(owner, owner, "next")
    assert [event["type"] for event in await reader.next()] == ["chat"]


async def test_offers_go_to_where_the_words_were_typed(page: Page, reader: Reader) -> None:
    owner, group = page.casts["owner"], page.casts["moderators"]
    asked = await page.act("ask", person=owner, chat=group, text="Исраилов")
    (told,) = await reader.next()
    assert told == {
        "type": "inline",
        "person": owner,
        "query": asked["query"],
        "chat": group,
        "text": "Исраилов",
        "button": {"text": "Open the bot", "start_parameter": "l"},
        "offers": [{"id": "1", "title": "Исраилов", "description": "a card"}],
    }


async def test_every_page_is_told(page: Page, reader: Reader) -> None:
    second = Reader(page.app.state.live)
    await second.next()
    page.world.add_person("Гулнора", "tg")
    for told in (await reader.next(), await second.next()):
        assert [one["name"] for one in told[0]["people"]][-1] == "Гулнора"


async def test_a_silent_stream_shows_that_it_lives(world: World) -> None:
    reader = Reader(Live(world, dict), heartbeat=0)
    await reader.next()
    assert await anext(reader.frames) == b": still here\n\n"


async def test_the_stream_of_a_closed_page_ends(page: Page, reader: Reader) -> None:
    reader.gone = True
    page.world.changed("world")
    with pytest.raises(StopAsyncIteration):
        await reader.next()


async def test_closing_ends_every_stream(page: Page, reader: Reader) -> None:
    page.app.state.live.close()
    with pytest.raises(StopAsyncIteration):
        await reader.next()


async def test_a_stream_over_http_is_an_event_stream(page: Page) -> None:
    sent: list[Any] = []
    told = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await told.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if b"data: " in message.get("body", b""):
            told.set()
        elif message.get("body"):
            page.world.changed("world")

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "method": "GET",
        "scheme": "http",
        "path": "/events",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:8765")],
        "server": ("127.0.0.1", 8765),
    }
    async with asyncio.timeout(5):
        await page.app(scope, receive, send)
    headers = dict(sent[0]["headers"])
    assert headers[b"content-type"].startswith(b"text/event-stream")
    assert told.is_set()
