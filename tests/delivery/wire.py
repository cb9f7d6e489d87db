"""A server of this machine that speaks HTTP as a test tells it to, rightly or not, and a bot that asks it."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot
from telegram.error import TelegramError

from delivery.transport import AiohttpRequest
from sandbox.forms import Form, read_body

TOKEN = "42:secret"
SENT = {"message_id": 7, "date": 1_780_000_000, "chat": {"id": 1, "type": "private"}, "text": "Found!"}


@dataclass
class Asked:
    """One request as it came over the wire."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> Form:
        return read_body(self.headers.get("content-type", ""), self.body)


Act = Callable[[asyncio.StreamWriter], Awaitable[None]]


def says(status: int, payload: bytes, *headers: str) -> Act:
    """Answer and keep the connection."""

    async def act(writer: asyncio.StreamWriter) -> None:
        head = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(payload)}", *headers]
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + payload)
        await writer.drain()

    return act


def result(value: object) -> Act:
    return says(200, json.dumps({"ok": True, "result": value}).encode())


def refusal(status: int, description: str, **parameters: int) -> Act:
    answer = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
    return says(status, json.dumps(answer).encode())


def raw(words: bytes) -> Act:
    """Say this and hang up."""

    async def act(writer: asyncio.StreamWriter) -> None:
        writer.write(words)
        writer.close()

    return act


async def silence(_: asyncio.StreamWriter) -> None:
    """Never answer."""
    await asyncio.Event().wait()


@dataclass
class Server:
    """Answers each request with the next of `acts`, and with a message that was sent when there is none."""

    acts: list[Act] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    got_one: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = ""
    _talks: set[asyncio.Task[None]] = field(default_factory=set)

    @asynccontextmanager
    async def open(self, tls: ssl.SSLContext | None = None) -> AsyncIterator["Server"]:
        server = await asyncio.start_server(self._accept, "127.0.0.1", ssl=tls)
        port = server.sockets[0].getsockname()[1]
        self.address = f"http{'s' if tls else ''}://127.0.0.1:{port}"
        try:
            yield self
        finally:
            server.close()
            for talk in self._talks:
                talk.cancel()
            await asyncio.gather(*self._talks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        talk = asyncio.current_task()
        assert talk is not None
        self._talks.add(talk)
        try:
            while not writer.is_closing():
                await self._answer(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.left.set()
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (row.partition(": ") for row in head[1:])}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        self.asked.append(Asked(head[0], headers, body))
        self.got_one.set()
        await (self.acts.pop(0) if self.acts else result(SENT))(writer)


def bot_of(address: str, people: AiohttpRequest, updates: AiohttpRequest | None = None) -> Bot:
    return Bot(
        TOKEN,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=people,
        get_updates_request=updates or AiohttpRequest(1),
    )


async def failed(call: Awaitable[Any]) -> TelegramError:
    """The error of a call; no error tells the token."""
    with pytest.raises(TelegramError) as caught:
        await asyncio.wait_for(call, 20)
    assert TOKEN not in str(caught.value)
    return caught.value
