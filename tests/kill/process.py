"""The bot as a process of its own, and the line to Telegram on which a kill can be laid in wait for it."""

import asyncio
import os
import random
import sys
from asyncio.subprocess import Process
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from starlette.applications import Starlette
from starlette.types import Message, Receive, Scope, Send

from sandbox.chats import Chat
from sandbox.http import bot_api_routes
from sandbox.world import World

ROOT = Path(__file__).resolve().parents[2]
AT_START = frozenset({"getme", "deletewebhook"})
AT_WORK = frozenset({"sendmessage", "editmessagetext", "editmessagereplymarkup", "answercallbackquery"})
PATIENCE = 1.0  # seconds until a kill falls although the bot has nothing to do
NOTICE = "Perhaps your document was found!"
LONG_PATIENCE = 20.0  # seconds until a life without a post or notice ends
BOOT = 90.0  # seconds that a start may take on a busy machine


class Fall(StrEnum):
    """Where a kill falls. "Unanswered": Telegram has done it, and the bot never hears of it."""

    BEFORE = "before a request took effect"
    AFTER = "after one took effect, unanswered"
    POSTED = "after a post, unanswered"
    NOTICED = "after a notice, unanswered"
    STARTING = "while the bot starts"
    ANY = "at any moment"
    REST = "at rest"


WEIGHTS = {Fall.BEFORE: 4, Fall.AFTER: 4, Fall.POSTED: 5, Fall.NOTICED: 4, Fall.STARTING: 1, Fall.ANY: 4}
LONGEST = {Fall.STARTING: 2, Fall.POSTED: 40, Fall.NOTICED: 40}  # requests until a trap springs; else 12


@dataclass
class Trap:
    """A kill that waits for a post or notice, or else for the `left`-th request that it counts."""

    fall: Fall
    left: int

    def counts(self, method: str) -> bool:
        return method in (AT_START if self.fall is Fall.STARTING else AT_WORK)


@dataclass
class Line:
    """An ASGI application: the emulator, behind a trap that kills the bot when it is sprung."""

    world: World
    channel: Chat
    trap: Trap | None = None
    process: Process | None = None
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    killed: asyncio.Event = field(default_factory=asyncio.Event)
    fallen: Fall = Fall.REST

    def __post_init__(self) -> None:
        self._api = Starlette(routes=bot_api_routes(self.world))
        self.world.listen(self._changed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        method = str(scope.get("path", "")).rpartition("/")[2].lower()
        if method == "getupdates":
            self.polled.set()
        fall = self._sprung(method)
        if fall is None:
            await self._api(scope, receive, send)
            return
        if fall is not Fall.BEFORE:
            await self._api(scope, receive, _unheard)
        self.kill(fall)
        await _no_answer(send)

    def kill(self, fall: Fall = Fall.REST) -> None:
        """SIGKILL: no signal handler, no `finally`, no flush."""
        if not self.killed.is_set():
            self.fallen = fall
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
        self.trap = None
        self.killed.set()

    def _changed(self, what: str, which: int) -> None:
        """Kill in the moment in which a post or a notice is in its chat and nobody has said so yet."""
        if self.trap is None or what != "chat":
            return
        newest = next(iter(self.world.chats[which].newest_first), None)
        told = newest is not None and newest.from_bot and NOTICE in newest.text
        if self.trap.fall is (Fall.POSTED if which == self.channel.id else Fall.NOTICED if told else None):
            self.kill(self.trap.fall)

    def _sprung(self, method: str) -> Fall | None:
        if self.trap is None or not self.trap.counts(method):
            return None
        self.trap.left -= 1
        if self.trap.left:
            return None
        return Fall.AFTER if self.trap.fall in {Fall.POSTED, Fall.NOTICED} else self.trap.fall


async def _unheard(_: Message) -> None:
    """A `send` whose words reach nobody."""


async def _no_answer(send: Send) -> None:
    await send({"type": "http.response.start", "status": 502, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@dataclass
class Bot:
    """Starts `python -m bot` again and again with the same settings."""

    line: Line
    folder: Path
    settings: dict[str, str]

    async def start(self) -> Process:
        self.line.polled.clear()
        self.line.killed.clear()
        caches = {"PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"), "PYTHONPATH": str(ROOT)}
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        with (self.folder / "log.txt").open("ab") as log:
            self.line.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                cwd=self.folder,
                env={**kept, **caches, **self.settings},
                stdout=log,
                stderr=log,
            )
        return self.line.process

    async def live_until_killed(self, chance: random.Random) -> Fall:
        """One life: started, at work, killed at a random point of it."""
        fall = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        if fall is Fall.ANY:
            return await self._live(None, chance.uniform(0, 0.6))
        return await self._live(Trap(fall, chance.randint(1, LONGEST.get(fall, 12))), PATIENCE)

    async def live_until(self, fall: Fall) -> Fall:
        """One life, killed when it sends the next post or notice."""
        return await self._live(Trap(fall, sys.maxsize), LONG_PATIENCE)

    async def _live(self, trap: Trap | None, patience: float) -> Fall:
        self.line.trap = trap
        process = await self.start()
        await self._running(process)
        try:
            await asyncio.wait_for(self.line.killed.wait(), patience)
        except TimeoutError:
            self.line.kill(Fall.REST if trap else Fall.ANY)
        await process.wait()
        return self.line.fallen

    async def _running(self, process: Process) -> None:
        """Wait for the first poll, or for a kill before it."""
        waits = [
            asyncio.ensure_future(waiting)
            for waiting in (self.line.polled.wait(), self.line.killed.wait(), process.wait())
        ]
        done, late = await asyncio.wait(waits, timeout=BOOT, return_when=asyncio.FIRST_COMPLETED)
        for task in late:
            task.cancel()
        assert done, f"the bot did not start within {BOOT} s"
        assert self.line.polled.is_set() or self.line.killed.is_set(), "the bot ended by itself"
