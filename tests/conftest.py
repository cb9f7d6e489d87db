"""What every test may use: a desk with the whole bot on it, and people to play on it."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from bot import jobs
from bot.assembly import App
from delivery.limiter import UNLIMITED, Limiter
from sandbox.chats import Chat, Standing
from sandbox.clock import SandboxClock
from sandbox.messages import Message
from sandbox.person import Person
from sandbox.product import feed, policy_of, running
from sandbox.world import World
from storage.upgrade import upgrade

# The same examples every time, and no deadline: a slow machine must not fail what is right.
# HYPOTHESIS_PROFILE=explore looks further, at random.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, max_examples=40)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=500)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Desk:
    """One emulated Telegram with the bot on it, driven by a test."""

    def __init__(self, app: App, world: World, channel: Chat, moderators: Chat) -> None:
        self.app = app
        self.world = world
        self.channel = channel
        self.moderators = moderators

    def person(self, name: str, language: str) -> Person:
        return Person(self.world, self.world.add_person(name, language), self.settle)

    def moderator(self, name: str) -> Person:
        account = self.world.add_person(name, "ru")
        self.world.join(account.id, self.moderators.id)
        return Person(self.world, account, self.settle)

    @cached_property
    def discussion(self) -> Chat:
        """The channel's discussion group; only posts after the first look at it have a copy there."""
        group = self.world.add_group("Discussion", [])
        group.bot = Standing("administrator")
        self.world.link(self.channel, group)
        return group

    async def settle(self) -> None:
        await feed(self.world, self.app)
        while self.world.updates.pending:
            await feed(self.world, self.app)

    async def tick(self) -> None:
        """Let the clock's jobs run as they would by now."""
        await jobs.tick(self.app)
        await self.settle()

    async def pass_time(self, span: timedelta, step: timedelta = HOUR) -> None:
        """Let time pass step by step: before the next one all is done and delivered that is due by then."""
        while span > timedelta():
            self.world.clock.wind(min(step, span))
            span -= step
            await self.tick()

    async def days(self, count: int, step: timedelta = HOUR) -> None:
        """Let days pass."""
        await self.pass_time(timedelta(days=count), step)

    @property
    def posts(self) -> list[Message]:
        return [message for message in self.channel.messages.values() if message.from_bot]

    @property
    def to_moderators(self) -> list[Message]:
        return [message for message in self.moderators.messages.values() if message.from_bot]


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database at the newest schema, made once and copied for each test."""
    path = tmp_path_factory.mktemp("schema") / "tabyldy.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}", path.parent / "backups", START))
    return path


MakeDesk = Callable[..., Awaitable[Desk]]


@pytest.fixture
async def make_desk(tmp_path: Path, empty_database: Path) -> AsyncIterator[MakeDesk]:
    """Make a desk; keyword arguments change the operator's choices (`auto_approve=False`)."""
    opened = []

    async def make(**changes: Any) -> Desk:
        shutil.copy(empty_database, tmp_path / "tabyldy.db")
        world = World(SandboxClock(START))
        moderators = world.add_group("Moderators", [])
        channel = world.add_channel("Channel", "tabyldy_test")
        unlimited = Limiter(asyncio.get_running_loop().time, UNLIMITED)
        policy = replace(policy_of(world, channel, moderators), **changes)
        context = running(world, policy, tmp_path, unlimited)
        app = await context.__aenter__()
        opened.append(context)
        return Desk(app, world, channel, moderators)

    yield make
    for context in opened:
        await context.__aexit__(None, None, None)


@pytest.fixture
async def desk(make_desk: MakeDesk) -> Desk:
    return await make_desk()
