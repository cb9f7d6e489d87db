"""Two whole bots on one PostgreSQL: each part of a day has one digest, whoever stops or is fast."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot import jobs
from bot.assembly import App, Parts, assemble
from delivery import duty
from delivery.limiter import UNLIMITED, Limiter
from delivery.line import Line
from domain.clock import Clock
from domain.forms import FOUND
from relay import documents, forms, people
from relay.work import Work
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from sandbox.product import make_bot, policy_of
from sandbox.world import World
from storage import schema
from storage.transaction import Database, Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import START, Store, vault

pytestmark = pytest.mark.thorough

NAMES = ("ИСРАИЛОВ ЖАҢАБАЙ", "КАРИМОВА ДИЛНОЗА", "ЮСУПОВ РУСТАМ")
APART = timedelta(seconds=10)
HOUR = timedelta(hours=1)


class Fast:
    """A clock that is fast by some seconds."""

    def __init__(self, clock: Clock, by: timedelta) -> None:
        self._clock = clock
        self._by = by

    def now(self) -> datetime:
        return self._clock.now() + self._by


@dataclass
class Bots:
    """Two processes that share a database and a channel."""

    world: World
    channel: Chat
    store: Store
    apps: list[App]

    async def report(self) -> list[str]:
        async def act(work: Work) -> list[str]:
            person = await people.meet(work, finder.id, "kk")
            await people.agree(work, await people.choose_language(work, person, "kk"))
            person = await people.meet(work, finder.id, None)
            codes = []
            for name in NAMES:
                day, usual = work.today.isoformat(), {"type": "passport", "country": "KZ", "place": "Чорсу"}
                facts = {"number_tail": "S018", "birth_year": "1949", "issue_place": "", "day": day}
                answers = {"name": name, "whereabouts": "finder", **usual, **facts}
                draft = await forms.begin(work, person, FOUND, answers)
                codes.append((await documents.save_report(work, person, draft)).code)
            return codes

        finder = self.world.add_person("Aliya", "kk")
        self.world.private_chat(finder)
        codes = await self.apps[0].relay.work(act)
        await self.apps[0].worker.drain()
        return codes

    async def by_duty(self, *apps: App) -> None:
        """A round of each of these processes' clocks at once, as the timetable has it; then it is sent."""
        for _ in range(2):
            rounds = (partial(jobs.until_done, app, jobs.ROUNDS["reposts"]) for app in apps)
            await asyncio.gather(*(jobs.on_duty(app, job) for app, job in zip(apps, rounds, strict=True)))
            await self.sent(*apps)

    async def at_once(self) -> None:
        """The same where each process believes that it has the duty."""
        for _ in range(2):
            await asyncio.gather(*(jobs.until_done(app, jobs.ROUNDS["reposts"]) for app in self.apps))
            await self.sent(*self.apps)

    async def sent(self, *apps: App) -> None:
        for app in apps:
            await app.worker.drain()

    async def digests(self) -> int:
        async def count(tx: Transaction) -> int:
            return len((await tx.execute(select(schema.digests.c.part_at))).all())

        return await self.store.read(count)

    async def lines(self) -> int:
        """How often items were shown in digests."""

        async def count(tx: Transaction) -> int:
            return len((await tx.execute(select(schema.showings.c.id))).all())

        return await self.store.read(count)

    def live(self, codes: list[str]) -> list[int]:
        """How many messages of the channel open each of these reports."""
        held = [json.dumps([m.entities, m.inline]) for m in self.channel.messages.values() if m.from_bot]
        return [sum(f"r_{code}" in each for each in held) for code in codes]


@store_fixture
async def bots(server: Store) -> AsyncIterator[Bots]:
    world = World(SandboxClock(START))
    moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_test")
    apps = []
    for clock in (world.clock, Fast(world.clock, APART)):
        limiter = Limiter(asyncio.get_running_loop().time, UNLIMITED)
        bot = make_bot(world, limiter)
        await bot.initialize()
        policy = policy_of(world, channel, moderators)
        database = Database(server.url, vault())
        parts = Parts(database, Line(bot, bot, limiter), policy, clock, secrets.token_bytes)
        apps.append(assemble(parts))
        await apps[-1].start(alone=False)
    yield Bots(world, channel, server, apps)
    for app in apps:
        await app.stop()


async def test_only_one_of_two_makes_the_digests(bots: Bots) -> None:
    codes = await bots.report()
    for _ in range(24):
        bots.world.clock.wind(6 * HOUR)
        await bots.by_duty(*bots.apps)
        assert bots.live(codes) == [1, 1, 1]
    assert await bots.digests() == 2  # after one day and after three
    assert await bots.lines() == 9


async def test_two_that_both_believe_to_have_the_duty_make_one_digest(bots: Bots) -> None:
    codes = await bots.report()
    for _ in range(24):
        bots.world.clock.wind(6 * HOUR)
        for _ in range(6):  # what the fast one writes, digest and removal, is due for the slow one later
            await bots.at_once()
            bots.world.clock.wind(APART)
        assert bots.live(codes) == [1, 1, 1]
    assert await bots.digests() == 2
    assert await bots.lines() == 9


async def test_a_part_that_begins_for_the_fast_clock_first_has_one_digest(bots: Bots) -> None:
    codes = await bots.report()
    zone = bots.apps[0].relay.policy.zone
    nine = (START.astimezone(zone) + timedelta(days=2)).replace(hour=9, minute=0)
    bots.world.clock.wind(nine - timedelta(seconds=5) - START)
    for _ in range(3):
        await bots.at_once()
        bots.world.clock.wind(timedelta(seconds=5))
    assert await bots.digests() == 1
    bots.world.clock.wind(APART)
    await bots.at_once()
    assert bots.live(codes) == [1, 1, 1]


async def test_the_second_takes_over_when_the_first_is_gone(bots: Bots) -> None:
    first, second = bots.apps
    codes = await bots.report()
    await bots.by_duty(first)
    assert not await second.clockwork.held()
    bots.world.clock.wind(30 * HOUR)  # the first was killed: nobody gave anything back
    assert await second.clockwork.held()
    await bots.by_duty(second)
    assert (await bots.digests(), bots.live(codes)) == (1, [1, 1, 1])


async def test_the_second_takes_over_at_once_when_the_first_is_stopped(bots: Bots) -> None:
    first, second = bots.apps
    codes = await bots.report()
    bots.world.clock.wind(30 * HOUR)
    await bots.by_duty(first)
    assert not await second.clockwork.held()
    await first.clockwork.give_up()
    await first.worker.finish()
    bots.world.clock.wind(duty.AGAIN)
    assert await second.clockwork.held()
    bots.world.clock.wind(48 * HOUR)
    await bots.by_duty(second)
    assert (await bots.digests(), bots.live(codes)) == (2, [1, 1, 1])
