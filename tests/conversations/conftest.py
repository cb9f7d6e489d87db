"""Fixtures of the stories: desks that are watched to their end, and a bot that can be killed."""

import io
import logging
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
import structlog

from bot import logs
from locales.catalog import Catalog
from relay.places import Gazetteer
from sandbox.person import Person
from storage.transaction import Database
from tests.conversations.beforehand import acquainted
from tests.conversations.machine import Disk, Machine, emptied
from tests.conversations.watch import faults, leaks, refusals, unanswered

Newcomer = Callable[[str, str], Awaitable[Person]]
MakeMachine = Callable[..., Awaitable[Machine]]

story_fixture = pytest_asyncio.fixture(loop_scope="session")

_HERE = Path(__file__).parent
_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of one's own is made in it


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Reading all texts and places takes longer than a story: all desks share what is read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalog, "load", cache(Catalog.load))
        patch.setattr(Gazetteer, "load", cache(Gazetteer.load))
        yield


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the process writes to its log, as `python -m bot` does."""
    stream = io.StringIO()
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(logging.root, "level", logging.WARNING)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logs.configure()
    yield stream
    structlog.reset_defaults()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All stories run in one event loop, so that they can share one open database."""
    one_loop = pytest.mark.asyncio(loop_scope="session")
    for item in items:
        if item.path.parent == _HERE and isinstance(item, pytest_asyncio.plugin.PytestAsyncioFunction):
            item.add_marker(one_loop, append=False)


@pytest.fixture(scope="session")
def disk(empty_database: Path) -> Iterator[Disk]:
    """A database file in memory where the system has such a disk: no story is about a disk's speed."""
    where = _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        yield Disk(Path(shutil.copy(empty_database, folder)))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def database(disk: Disk) -> AsyncIterator[Database]:
    """The database of all stories: one that is opened anew has to learn each of its statements again."""
    opened = await disk.open()
    yield opened
    await opened.close()


@story_fixture
async def unwatched(disk: Disk, database: Database) -> AsyncIterator[MakeMachine]:
    """Make a desk on which anything may be said; keyword arguments change the operator's choices."""
    made: list[Machine] = []

    async def make(**changes: object) -> Machine:
        assert not made, "a story has one desk"
        await emptied(database)
        made.append(await Machine.switched_on(disk, database, **changes))
        return made[0]

    yield make
    for machine in made:
        await machine.switch_off()


@story_fixture
async def make_desk(unwatched: MakeMachine) -> AsyncIterator[MakeMachine]:
    """Make a desk; when the story is over, everything said on it is looked at."""
    made: list[Machine] = []

    async def make(**changes: object) -> Machine:
        made.append(await unwatched(**changes))
        return made[0]

    yield make
    for machine in made:
        assert refusals(machine) == []
        assert faults(machine) == []
        assert unanswered(machine) == []
        assert await leaks(machine) == []


@story_fixture
async def desk(make_desk: MakeMachine) -> Machine:
    """The desk as most operators would have it."""
    return await make_desk()


@story_fixture
async def machine(unwatched: MakeMachine) -> AsyncIterator[Machine]:
    """A desk whose bot loses its power or its net, so that a tap may go unanswered."""
    made = await unwatched()
    yield made
    assert refusals(made) == []
    assert faults(made) == []
    assert await leaks(made) == []


@pytest.fixture
def someone(desk: Machine) -> Newcomer:
    """Seat a person at the desk who has said hello, chosen a language and agreed before the story."""

    async def seat(name: str, language: str) -> Person:
        return await acquainted(desk, name, language)

    return seat
