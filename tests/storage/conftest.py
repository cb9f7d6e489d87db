"""Stores to test on: the same tests run on SQLite and, where a server is reachable, on PostgreSQL."""

import asyncio
import os
import random
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection, MetaData, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import dialect, schema
from storage.encryption import Vault
from storage.schema import metadata
from storage.secrets import hash_key
from storage.transaction import Database, Transaction
from storage.upgrade import upgrade
from tests.storage.store import HASH_KEY, START, Store, keyring, vault

store_fixture = pytest_asyncio.fixture(loop_scope="session")

_HERE = Path(__file__).parent
_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it

SERVER = os.environ.get("TEST_POSTGRES_URL") or "postgresql+asyncpg://postgres@127.0.0.1:5432/test"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests but those on a desk run in one event loop, so that they can share one open database."""
    one_loop = pytest.mark.asyncio(loop_scope="session")
    for item in items:
        is_ours = item.path.parent == _HERE and isinstance(item, pytest_asyncio.plugin.PytestAsyncioFunction)
        if is_ours and "desk" not in getattr(item, "fixturenames", ()):
            item.add_marker(one_loop, append=False)


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def seal_hash_key(tx: Transaction) -> None:
    await hash_key(tx, Vault(keyring(), random.Random(4).randbytes), lambda _: HASH_KEY)


async def _made(url: str, folder: Path) -> None:
    await upgrade(url, folder, START)
    database = Database(url, vault())
    await database.write(seal_hash_key)
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


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables, on each engine in turn."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "tabyldy.db")
        return
    url = str(request.getfixturevalue("empty_server_url"))
    yield url
    asyncio.run(on(url, _drop_all))


def _drop_all(connection: Connection) -> None:
    everything = MetaData()
    everything.reflect(connection)
    everything.drop_all(connection)


async def on(url: str, action: Any) -> Any:
    engine = dialect.writer_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(action)
    finally:
        await engine.dispose()


@pytest.fixture(scope="session")
def server_url(empty_schemas: list[str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A schema of the server at the newest revision, emptied before each test."""
    url = empty_schemas[1]
    asyncio.run(_made(url, tmp_path_factory.mktemp("server")))
    return url


async def _clear(store: Store) -> None:
    """Forget everything but the hash key, in one go: it is done before every test."""
    tables = [table.name for table in reversed(metadata.sorted_tables) if table is not schema.secrets]
    statements = " ".join(f"DELETE FROM {name};" for name in tables)  # noqa: S608 - the schema's own names
    async with store.database._writer.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        if dialect.is_sqlite(store.url):
            await driver.executescript(f"BEGIN; {statements} COMMIT")
        else:
            await driver.execute(statements)


@pytest.fixture(scope="session")
def shared_file(template: Path) -> Iterator[Path]:
    """One SQLite file for many tests, in memory where the system has such a disk: none is about its speed."""
    where = _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        yield Path(shutil.copy(template, folder))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared(shared_file: Path) -> AsyncIterator[Store]:
    """The database of most tests: one that is opened anew has to learn each of its statements again."""
    database = Database(sqlite_url(shared_file), vault())
    yield Store(sqlite_url(shared_file), database)
    await database.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_server(server_url: str) -> AsyncIterator[Store]:
    """The same on PostgreSQL."""
    database = Database(server_url, vault())
    yield Store(server_url, database)
    await database.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.thorough)])
def engine(request: pytest.FixtureRequest) -> Store:
    """A database at the newest schema, on each engine in turn."""
    found: Store = request.getfixturevalue("shared" if request.param == "sqlite" else "shared_server")
    return found


@store_fixture
async def store(engine: Store) -> Store:
    """An empty store, on each engine in turn."""
    await _clear(engine)
    return Store(engine.url, engine.database)


@store_fixture
async def server(shared_server: Store) -> Store:
    """An empty store on PostgreSQL, for what only several processes can do."""
    await _clear(shared_server)
    return Store(shared_server.url, shared_server.database)


@store_fixture
async def file_store(sqlite_file: Path) -> AsyncIterator[Store]:
    """An empty store in one SQLite file."""
    database = Database(sqlite_url(sqlite_file), vault())
    yield Store(sqlite_url(sqlite_file), database)
    await database.close()
