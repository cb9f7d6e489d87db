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
RARE = 2.0  # seconds to wait for a post or a notice
PATIENCE = 0.8  # seconds until a kill falls although the bot has nothing to do
NOTICE = "Perhaps your document was found!"
BOOT = 30.0  # seconds that a start may take


class Fall(StrEnum):
    """Where a kill falls. "Unanswered": Telegram has done it, and the bot never hears of it."""

    BEFORE = "before a request took effect"
    AFTER = "after one took effect, unanswered"
    POSTED = "after a post, unanswered"
    NOTICED = "after a notice, unanswered"
    STARTING = "while the bot starts"
    ANY = "at any moment"


WEIGHTS = {Fall.BEFORE: 5, Fall.AFTER: 6, Fall.POSTED: 4, Fall.NOTICED: 2, Fall.STARTING: 1, Fall.ANY: 3}


@dataclass
class Trap:
    """A kill that waits for the `left`-th request that it counts."""

    fall: Fall
    left: int

    def counts(self, method: str) -> bool:
        if self.fall is Fall.STARTING:
            return method in AT_START
        return self.fall in {Fall.BEFORE, Fall.AFTER} and method in AT_WORK


@dataclass
class Line:
    """An ASGI application: the emulator, behind a trap that kills the bot when it is sprung."""

    world: World
    channel: Chat
    trap: Trap | None = None
    process: Process | None = None
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    killed: asyncio.Event = field(default_factory=asyncio.Event)

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
        if fall is Fall.BEFORE:
            self.kill()
            await _no_answer(send)
            return
        await self._api(scope, receive, _Unheard())
        self.kill()
        await _no_answer(send)

    def kill(self) -> None:
        """SIGKILL: no signal handler, no `finally`, no flush."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
        self.trap = None
        self.killed.set()

    def _changed(self, what: str, which: int) -> None:
        """Kill in the moment in which a post or a notice is in its chat and nobody has said so yet."""
        if self.trap is None or what != "chat":
            return
        posted = self.trap.fall is Fall.POSTED and which == self.channel.id
        newest = next(iter(self.world.chats[which].newest_first), None)
        told = newest is not None and newest.from_bot and NOTICE in newest.text
        if posted or (self.trap.fall is Fall.NOTICED and told):
            self.kill()

    def _sprung(self, method: str) -> Fall | None:
        if self.trap is None or not self.trap.counts(method):
            return None
        self.trap.left -= 1
        return self.trap.fall if self.trap.left == 0 else None


class _Unheard:
    """A `send` whose words nobody hears."""

    async def __call__(self, message: Message) -> None:
        """Drop it."""


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
        if fall is not Fall.ANY:
            self.line.trap = Trap(fall, chance.randint(1, 2 if fall is Fall.STARTING else 8))
        process = await self.start()
        await self._running(process)
        wait = chance.uniform(0, 0.6) if fall is Fall.ANY else PATIENCE
        wait = RARE if fall in {Fall.POSTED, Fall.NOTICED} else wait
        try:
            await asyncio.wait_for(self.line.killed.wait(), wait)
        except TimeoutError:
            fall = Fall.ANY
            self.line.kill()
        await process.wait()
        return fall

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
