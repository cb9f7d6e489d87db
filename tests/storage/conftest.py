"""Stores to test on: the same tests run on SQLite and, where a server is reachable, on PostgreSQL."""

import asyncio
import os
import random
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import schema
from storage.encryption import Vault
from storage.schema import metadata
from storage.secrets import hash_key
from storage.transaction import Database, Transaction
from storage.upgrade import upgrade
from tests.storage.store import HASH_KEY, START, Store, keyring, vault

SERVER = os.environ.get("TEST_POSTGRES_URL") or "postgresql+asyncpg://postgres@127.0.0.1:5432/test"


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def _seal_hash_key(tx: Transaction) -> None:
    await hash_key(tx, Vault(keyring(), random.Random(4).randbytes), lambda _: HASH_KEY)


async def _made(url: str, folder: Path) -> None:
    await upgrade(url, folder, START)
    database = Database(url, vault())
    await database.write(_seal_hash_key)
    await database.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database at the newest schema with its hash key, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "tabyldy.db"
    asyncio.run(_made(sqlite_url(path), path.parent))
    return path


@pytest.fixture
def sqlite_file(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "tabyldy.db"))


def unreachable(fault: Exception) -> str:
    return f"no PostgreSQL at TEST_POSTGRES_URL ({fault})"


async def _run_on_server(statement: str) -> None:
    engine: AsyncEngine = create_async_engine(SERVER)
    try:
        async with engine.begin() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


def in_schema(name: str) -> str:
    """The server's URL with one schema as the place of all tables; a test's data need not survive it."""
    settings = f"postgresql://?search_path={name}&synchronous_commit=off"
    url = make_url(SERVER).update_query_dict({"dsn": settings})
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def empty_schemas() -> Iterator[list[str]]:
    """URLs of two empty schemas of the server, dropped at the end."""
    names = [f"tabyldy_test_{secrets.token_hex(6)}" for _ in range(2)]
    try:
        asyncio.run(_run_on_server("SELECT 1"))
    except (OSError, SQLAlchemyError) as fault:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            pytest.fail(unreachable(fault))
        pytest.skip(unreachable(fault))
    for name in names:
        asyncio.run(_run_on_server(f"CREATE SCHEMA {name}"))
    yield [in_schema(name) for name in names]
    for name in names:
        asyncio.run(_run_on_server(f"DROP SCHEMA {name} CASCADE"))


@pytest.fixture
def empty_server_url(empty_schemas: list[str]) -> str:
    """A schema of the server without tables, for the tests of migrations."""
    return empty_schemas[0]


@pytest.fixture(scope="session")
def server_url(empty_schemas: list[str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A schema of the server at the newest revision, emptied before each test."""
    url = empty_schemas[1]
    asyncio.run(_made(url, tmp_path_factory.mktemp("server")))
    return url


async def _clear(database: Database) -> None:
    async def clear(tx: Transaction) -> None:
        tables = [table.name for table in reversed(metadata.sorted_tables) if table is not schema.secrets]
        statements = " ".join(f"DELETE FROM {name};" for name in tables)  # noqa: S608 - the schema's own names
        await tx.execute(text(f"DO $$ BEGIN {statements} END $$"))

    await database.write(clear)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)])
def url(request: pytest.FixtureRequest) -> str:
    """A database at the newest schema, on each engine in turn."""
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_file"))
    return str(request.getfixturevalue("server_url"))


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """An empty store, on each engine in turn."""
    database = Database(url, vault())
    if not url.startswith("sqlite"):
        await _clear(database)
    yield Store(url, database)
    await database.close()


@pytest.fixture
async def server(server_url: str) -> AsyncIterator[Store]:
    """An empty store on PostgreSQL, for what only several processes can do."""
    database = Database(server_url, vault())
    await _clear(database)
    yield Store(server_url, database)
    await database.close()


@pytest.fixture
async def file_store(sqlite_file: Path) -> AsyncIterator[Store]:
    """An empty store in one SQLite file."""
    database = Database(sqlite_url(sqlite_file), vault())
    yield Store(sqlite_url(sqlite_file), database)
    await database.close()
