"""The directory of doctors on a database of its own, with the clock and the texts of the product."""

import asyncio
import atexit
import random
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from domain.ids import Ids
from domain.people import Person
from locales.catalog import Catalog
from relay import people
from relay.places import Gazetteer
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from sandbox.product import policy_of
from sandbox.world import World
from storage.transaction import Database
from storage.upgrade import upgrade
from tests.storage.conftest import seal_hash_key, sqlite_url
from tests.storage.store import START, vault

T = TypeVar("T")

CHIEF = 7_734_512_099
"""The Telegram id of the page's owner."""


class Directory:
    """A database with entries of doctors who have nothing in common."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.runner = asyncio.Runner()
        world = World(SandboxClock(START))
        moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_test")
        policy = replace(
            policy_of(world, channel, moderators),
            endorsements_per_day=10_000,
            hides_per_day=10_000,
            appeals_per_day=10_000,
            owner_ids=(CHIEF,),
        )
        url = sqlite_url(Path(self.folder.name) / "tabyldy.db")
        shutil.copy(self._template(), Path(self.folder.name) / "tabyldy.db")
        self.clock = SandboxClock(START)
        self.relay = Relay(
            Database(url, vault()), self.clock, policy, Catalog.load(), Gazetteer.load(),
            Ids(random.Random(5).randbytes),
        )  # fmt: skip

    def does(self, action: Callable[[Work], Awaitable[T]]) -> T:
        return self.runner.run(self.relay.work(action))

    def by(self, telegram_id: int, action: Callable[[Work, Person], Awaitable[T]]) -> T:
        async def act(work: Work) -> T:
            return await action(work, await people.meet(work, telegram_id, "ru"))

        return self.does(act)

    def close(self) -> None:
        self.runner.run(self.relay.database.close())
        self.runner.close()
        self.folder.cleanup()

    @staticmethod
    def _template() -> Path:
        if not _TEMPLATE:
            folder = Path(tempfile.mkdtemp())
            atexit.register(shutil.rmtree, folder)
            url = sqlite_url(folder / "tabyldy.db")
            asyncio.run(_made(url, folder))
            _TEMPLATE.append(folder / "tabyldy.db")
        return _TEMPLATE[0]


_TEMPLATE: list[Path] = []


async def _made(url: str, folder: Path) -> None:
    await upgrade(url, folder, START)
    database = Database(url, vault())
    await database.write(seal_hash_key)
    await database.close()
