"""The fake Telegram as a process of its own: `python -m bench._delivery_server --limit 30 --flood window`.

It prints its port and serves the Bot API on this computer until its standard input ends, so that it never
outlives the bench. A call is judged when it arrives and answered `LATENCY` later. From the first call to a
recipient on, newcomers say /start at a steady rate, until `/control/rest` tells that the sending is over.
`/control/counts` tells what it saw.
"""

import argparse
import asyncio
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from aiohttp import web

from bench._command import positive
from bench._delivery_faults import NO_FAULTS, Faults
from bench._delivery_limits import Flood, Limits, SoftFlood, WindowFlood
from bench._delivery_telegram import Reply, Telegram

LATENCY: Final = 0.04
"""Seconds from a call's arrival to its answer: a round trip from Central Asia to Telegram's servers."""

PATIENCE: Final = 40.0
"""Seconds that newcomers have for an answer when the sending is over: the longest window, and a little."""

_GRACE: Final = 0.1
"""Seconds that calls under way have when everything ends; to aiohttp 0 means without end."""

FLOODS: Final[Mapping[str, type[Flood]]] = {"window": WindowFlood, "soft": SoftFlood}


class Server:
    """HTTP around a Telegram; `a_second` is how many newcomers come."""

    def __init__(self, telegram: Telegram, a_second: float) -> None:
        self._telegram = telegram
        self._a_second = a_second
        self._news = asyncio.Event()
        self._heard = asyncio.Event()
        self._is_over = asyncio.Event()
        self._arriving: asyncio.Task[None] | None = None

    def application(self) -> web.Application:
        """Everything that is served."""
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._on_call)
        application.router.add_get("/control/counts", self._on_counts)
        application.router.add_post("/control/rest", self._on_rest)
        return application

    async def _on_call(self, request: web.Request) -> web.StreamResponse:
        method, params = request.match_info["method"], await _params(request)
        if method.lower() == "getupdates":
            return await self._updates(params)
        reply = self._telegram.call(method, params, _now(), int(time.time()))
        self._heard.set()
        if self._telegram.has_begun and self._arriving is None and self._a_second:
            self._arriving = asyncio.create_task(self._arrive())
        await asyncio.sleep(LATENCY)
        return _answer(request, reply)

    async def _updates(self, params: Mapping[str, Any]) -> web.StreamResponse:
        """Answer at once when there is something, else when there is or the time is over (getUpdates)."""
        offset, until = int(params.get("offset", 0)), _now() + float(params.get("timeout", 0))
        while not (found := self._telegram.newcomers.updates(offset)) and _now() < until:
            self._news.clear()
            await _set_until(self._news, until)
        await asyncio.sleep(LATENCY)
        return web.json_response({"ok": True, "result": found})

    async def _arrive(self) -> None:
        """Let newcomers come at a steady rate until the sending is over."""
        start, came = _now(), 0
        while not self._is_over.is_set():
            self._telegram.newcomers.come(_now(), int(time.time()))
            self._news.set()
            came += 1
            await _set_until(self._is_over, start + came / self._a_second)

    async def _on_rest(self, _: web.Request) -> web.StreamResponse:
        """Let nobody new come; answered when everybody who came was answered, or has lost patience."""
        self._is_over.set()
        until = _now() + PATIENCE
        while self._telegram.newcomers.waiting and _now() < until:
            self._heard.clear()
            await _set_until(self._heard, until)
        return web.json_response({})

    async def _on_counts(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(self._telegram.counts(_now()).to_json())


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _set_until(event: asyncio.Event, moment: float) -> None:
    """Wait for an event, but not longer than until a moment."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), max(0.0, moment - _now()))


async def _params(request: web.Request) -> Mapping[str, Any]:
    """What a call carries, as JSON or as a form."""
    if request.content_type == "application/json":
        read: Mapping[str, Any] = await request.json()
        return read
    return {**request.query, **await request.post()}


def _answer(request: web.Request, reply: Reply) -> web.StreamResponse:
    if reply.dropped and request.transport is not None:
        request.transport.abort()
    return web.json_response(reply.body, status=reply.status)


async def _serve(given: argparse.Namespace) -> None:
    faults = NO_FAULTS if given.no_faults else Faults()
    telegram = Telegram(Limits(given.limit, FLOODS[given.flood]()), faults)
    application = Server(telegram, given.newcomers).application()
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=_GRACE)
    await runner.setup()
    listening = socket.create_server(("127.0.0.1", 0))
    await web.SockSite(runner, listening).start()
    print(listening.getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m bench._delivery_server")
    parser.add_argument("--limit", type=positive, required=True, metavar="N", help="calls a second")
    parser.add_argument("--flood", choices=FLOODS, required=True)
    parser.add_argument("--newcomers", type=int, default=0, metavar="N", help="who say /start a second")
    parser.add_argument("--no-faults", action="store_true", help="nobody blocks, nothing breaks")
    asyncio.run(_serve(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
