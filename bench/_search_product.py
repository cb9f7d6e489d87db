"""The product's own search as an engine: the true storage on a file of its own, encrypted."""

import secrets
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bench._search_engine import Hit
from bench._search_figures import TOP
from bench._search_peers import pages_in_use
from domain.clock import SystemClock
from domain.ids import Ids
from domain.policy import Policy
from locales.catalog import Catalog
from relay import names
from relay.places import Gazetteer
from relay.work import Relay, Work
from storage.encryption import Keyring, new_key
from storage.names import Indexed
from storage.opening import open_database
from storage.upgrade import upgrade

BULK: Final = 2_000
"""Names indexed in one transaction."""

_FIRST_ID: Final = 0x019B_0000_0000_7000_8000_0000_0000_0000
"""Ids of the shape the product makes that count on from here: each tells its place in the population."""


class Product:
    """The product's index of reports' names on one database file."""

    name: str | None = None

    def __init__(self, file: Path) -> None:
        self._file = file
        self._url = f"sqlite+aiosqlite:///{file}"
        self._ring = Keyring.read(new_key(secrets.token_bytes))
        self._relay: Relay
        self._count = 0

    async def open(self) -> None:
        """Open the database as a start of the bot does."""
        database = await open_database(self._url, self._ring, secrets.token_bytes)
        policy = Policy("tabyldy_bot", None, "ru", None, (), ZoneInfo("Asia/Tashkent"))
        ids = Ids(secrets.token_bytes)
        self._relay = Relay(database, SystemClock(), policy, Catalog.load(), Gazetteer.load(), ids)

    async def close(self) -> None:
        """Close the database."""
        await self._relay.database.close()

    async def build(self, population: Sequence[str]) -> None:
        """Index a population in bulks, each in a transaction of its own."""
        for first in range(0, len(population), BULK):
            bulk = population[first : first + BULK]
            pairs = [(subject_id(first + at), name) for at, name in enumerate(bulk)]
            await self._relay.work(partial(_put_many, pairs))
        self._count = len(population)

    async def ready(self) -> None:
        """Start again, so that nothing is in memory but what a start loads."""
        await self.close()
        await self.open()

    async def find(self, name: str) -> Sequence[Hit]:
        """The ten likeliest, in a transaction as every search of a person has it."""
        found = await self._relay.work(partial(_find, name))
        return [Hit(row_of(each.subject_id), each.score) for each in found]

    async def add(self, name: str) -> None:
        """Index one more name."""
        await self._relay.work(partial(_put, subject_id(self._count), name))
        self._count += 1

    async def stored(self) -> int:
        """The pages in use: while only names are indexed, what they grow by is the index and nothing else."""
        with closing(sqlite3.connect(self._file)) as database:
            return pages_in_use(database)


@asynccontextmanager
async def product(folder: Path) -> AsyncIterator[Product]:
    """The product on an empty database in `folder`."""
    file = folder / "names.db"
    await upgrade(f"sqlite+aiosqlite:///{file}", folder, SystemClock().now())
    opened = Product(file)
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()


def subject_id(row: int) -> str:
    """The id under which a place of the population is indexed."""
    return f"{_FIRST_ID + row:032x}"


def row_of(subject: str) -> int:
    """The place in the population that an id stands for."""
    return int(subject, 16) - _FIRST_ID


async def _put_many(pairs: Sequence[tuple[str, str]], work: Work) -> None:
    await names.put_many(work, Indexed.REPORT, pairs)


async def _put(subject: str, name: str, work: Work) -> None:
    await names.put(work, Indexed.REPORT, subject, name)


async def _find(name: str, work: Work) -> Sequence[names.Found]:
    return await names.find(work, Indexed.REPORT, name, most=TOP)
