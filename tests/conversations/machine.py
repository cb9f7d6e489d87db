"""A desk whose bot can be stopped, killed and started again on the same database."""

import asyncio
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.assembly import UPDATES, App, Parts, assemble
from delivery.limiter import UNLIMITED, Limiter
from delivery.line import Line
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from sandbox.product import policy_of
from sandbox.transport import InProcessRequest
from sandbox.world import World
from storage.encryption import Keyring, new_key
from storage.opening import open_database
from storage.schema import metadata
from storage.transaction import Database, Transaction
from tests.conftest import START, Desk


class Wire(InProcessRequest):
    """The bot's network, which may stall at a method: the request never leaves, no answer ever comes."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.stalls_at = ""
        self.stalled = asyncio.Event()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *rest: object, **more: object
    ) -> tuple[int, bytes]:
        if self.stalls_at and url.endswith(self.stalls_at):
            self.stalled.set()
            await asyncio.Event().wait()
        return await super().do_request(url, method, request_data, *rest, **more)


class Disk:
    """A database file with its data key, opened once for many stories and emptied between them."""

    def __init__(self, file: Path) -> None:
        self._url = f"sqlite+aiosqlite:///{file}"
        self._ring = Keyring.read(new_key(secrets.token_bytes))

    async def open(self) -> Database:
        return await open_database(self._url, self._ring, secrets.token_bytes)


async def emptied(database: Database) -> None:
    """Forget everything but the hash key."""

    async def forget(tx: Transaction) -> None:
        for table in reversed(metadata.sorted_tables):
            if table.name != "secrets":
                await tx.execute(table.delete())

    await database.write(forget)


class Machine(Desk):
    """Nothing of the bot survives a restart here but its database and its data key."""

    def __init__(self, world: World, disk: Disk, chats: tuple[Chat, Chat], changes: dict[str, Any]) -> None:
        self._disk = disk
        self._changes = changes
        self.wire = Wire(world)
        self.app: App
        self.world = world
        self.channel, self.moderators = chats

    @classmethod
    async def switched_on(cls, disk: Disk, database: Database, **changes: object) -> "Machine":
        """A new world with the bot in it; `changes` are the operator's choices."""
        world = World(SandboxClock(START))
        moderators = world.add_group("Moderators", [])
        channel = world.add_channel("Channel", "tabyldy_test")
        machine = cls(world, disk, (channel, moderators), changes)
        await machine.switch_on(database)
        return machine

    async def switch_on(self, database: Database) -> None:
        """Start a bot that knows nothing but what is in the database."""
        self.wire = Wire(self.world)
        limiter = Limiter(asyncio.get_running_loop().time, UNLIMITED)
        bot: ExtBot[Any] = ExtBot(
            self.world.token, request=self.wire, get_updates_request=self.wire, rate_limiter=limiter
        )
        await bot.initialize()
        policy = replace(policy_of(self.world, self.channel, self.moderators), **self._changes)
        line = Line(bot, bot, limiter)
        self.app = assemble(Parts(database, line, policy, self.world.clock, secrets.token_bytes))
        await self.app.start(alone=True)

    def changes(self, **changes: object) -> None:
        """Let the operator choose otherwise, from the next start on."""
        self._changes |= changes

    async def switch_off(self) -> None:
        await self.app.stop()

    async def restart(self) -> None:
        await self.switch_off()
        await self.switch_on(await self._disk.open())

    async def updates(self) -> tuple[Update, ...]:
        """What is pending, fetched but not confirmed."""
        return await self.app.bot.get_updates(timeout=0, allowed_updates=UPDATES)

    async def takes_all(self) -> None:
        """Take what is pending as it comes, in whatever state the net is; confirm it."""
        down, self.world.net_down = self.world.net_down, False
        updates = await self.updates()
        self.world.net_down = down
        for update in updates:
            await self.app.take(update)
            self.world.updates.confirm(update.update_id + 1)

    async def dies_while_answering(self, method: str) -> None:
        """Take the oldest update and lose power at the moment this method is to be called."""
        update = (await self.updates())[0]
        self.wire.stalls_at = method
        taking = asyncio.create_task(self.app.take(update))
        await self.wire.stalled.wait()
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        await self.restart()
