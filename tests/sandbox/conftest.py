"""A world at a standing clock, and the bot's requests in short."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from sandbox.files import Upload
from sandbox.methods import ApiAnswer, call
from sandbox.world import World

Files = Mapping[str, bytes | Upload]


@dataclass
class Api:
    """Requests of the bot in short; plain bytes are an upload without a telling name."""

    world: World

    def answer(self, method: str, files: Files | None = None, /, **params: Any) -> ApiAnswer:
        uploads = {
            name: file if isinstance(file, Upload) else Upload(file, "file")
            for name, file in (files or {}).items()
        }
        return call(self.world, method, params, uploads)

    def ok(self, method: str, files: Files | None = None, /, **params: Any) -> Any:
        answer = self.answer(method, files, **params)
        assert answer.status == 200, answer.body
        assert answer.body["ok"] is True
        return answer.body["result"]

    def refused(self, method: str, files: Files | None = None, /, **params: Any) -> tuple[int, str]:
        answer = self.answer(method, files, **params)
        assert answer.body["ok"] is False, answer.body
        assert answer.body["error_code"] == answer.status
        return answer.status, answer.body["description"]


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(datetime(2026, 3, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def world(clock: SandboxClock) -> World:
    return World(clock)


@pytest.fixture
def api(world: World) -> Api:
    return Api(world)


@pytest.fixture
def aigul(world: World) -> Account:
    """A person who has written to the bot."""
    account = world.add_person("Айгүл", "kk")
    world.send_text(account.id, account.id, "/start")
    return account


@pytest.fixture
def channel(world: World) -> Chat:
    return world.add_channel("Табылды", "tabyldy_channel")


@pytest.fixture
def updates(world: World) -> Callable[[], list[Any]]:
    """What the bot would get now, confirming all of it."""

    def take() -> list[Any]:
        pending = world.updates.take(100)
        world.updates.forget()
        return pending

    return take
