"""Starts the fake Telegram and asks it what it saw."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, NamedTuple

from aiohttp import ClientSession, ClientTimeout

from bench._delivery_ledger import Counts
from bench._delivery_task import address

_NO_LIMIT: Final = ClientTimeout(total=None)
"""An answer may take as long as the last newcomer waits."""


class Weather(NamedTuple):
    """Calls a second, what happens to too many, newcomers a second, whether anything breaks."""

    limit: int
    flood: str
    newcomers: int
    faults: bool = True


@asynccontextmanager
async def telegram(weather: Weather) -> AsyncIterator[int]:
    """A fake Telegram in a process of its own; its port."""
    arguments = ["--limit", weather.limit, "--flood", weather.flood, "--newcomers", weather.newcomers]
    if not weather.faults:
        arguments.append("--no-faults")
    module = (sys.executable, "-m", "bench._delivery_server")
    server = await asyncio.create_subprocess_exec(*module, *map(str, arguments), stdin=PIPE, stdout=PIPE)
    if server.stdin is None or server.stdout is None:
        raise RuntimeError("both were asked for")
    try:
        yield int(await server.stdout.readline())
    finally:
        server.stdin.close()
        await server.wait()


async def counts(port: int) -> Counts:
    """What it saw so far."""
    async with ClientSession(address(port)) as session, session.get("/control/counts") as answer:
        return Counts.from_json(await answer.json())


async def rest(port: int) -> None:
    """Tell it that the sending is over; comes back when the newcomers have their answers or lost patience."""
    async with (
        ClientSession(address(port), timeout=_NO_LIMIT) as session,
        session.post("/control/rest") as answer,
    ):
        await answer.read()
