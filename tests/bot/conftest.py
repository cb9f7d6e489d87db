"""What the process needs in a test: settings for a folder of its own, and the emulator behind an address."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from starlette.applications import Starlette

from config.settings import Settings
from sandbox.clock import SandboxClock
from sandbox.http import bot_api_routes
from sandbox.world import World
from tests.bot.serving import served

MakeSettings = Callable[..., Settings]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of the test's own, and no setting of this machine."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def settings(elsewhere: Path) -> MakeSettings:
    """Settings as the environment would give them: a database and a key in the test's folder."""

    def make(**changes: Any) -> Settings:
        values: dict[str, Any] = {"data_key_file": elsewhere / "keys" / "data.key", "owner_ids": (1,)}
        return Settings(**{**values, **changes})

    return make


@pytest.fixture
def plain_logs() -> Iterator[None]:
    """Undo what a command configured."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def world() -> World:
    return World(SandboxClock())


@pytest.fixture
async def api(world: World) -> AsyncIterator[str]:
    """The address of a Bot API server whose one bot is the world's."""
    async with served(Starlette(routes=bot_api_routes(world))) as address:
        yield address
        world.updates.interrupt()
