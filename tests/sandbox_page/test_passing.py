"""Winding the clock: the bot lives through the time that passes, and the page sees how far it is."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.page_files import Site
from sandbox import product
from sandbox.chats import Chat
from sandbox.guest import Guest
from sandbox.messages import Message
from sandbox.passing import HOUR, LONG_STEP, TURN, Passing
from sandbox.person import Person
from sandbox.refusals import SandboxRefusal
from sandbox.server import make_app
from sandbox.world import World
from tests.conftest import START, MakeDesk
from tests.conversations.beforehand import acquainted
from tests.conversations.steps import reports
from tests.sandbox_page.conftest import Page

DAY = timedelta(days=1)


class Follower:
    """Notes the moments it is asked to follow; `wants` are moments of its own, `open` lets it go on."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.moments: list[datetime] = []
        self.wants: list[datetime] = []
        self.asked = asyncio.Event()
        self.open = asyncio.Event()
        self.open.set()

    async def follow(self) -> datetime | None:
        now = self.world.clock.now()
        self.moments.append(now)
        self.asked.set()
        await self.open.wait()
        self.wants = [moment for moment in self.wants if moment > now]
        return min(self.wants, default=None)


@pytest.fixture
def bot(world: World) -> Follower:
    return Follower(world)


@pytest.fixture
def passing(world: World, bot: Follower) -> Passing:
    return Passing(world, bot.follow)


async def wound(passing: Passing, span: timedelta) -> None:
    passing.begin(span)
    await passing.over()


async def test_time_passes_by_whole_hours(world: World, bot: Follower, passing: Passing) -> None:
    world.clock.wind(timedelta(minutes=40))
    await wound(passing, 2 * HOUR)
    minutes = [(moment - START).total_seconds() / 60 for moment in bot.moments]
    assert minutes == [40, 60, 120, 160]
    assert world.clock.wound == timedelta(minutes=160)


async def test_a_month_passes_in_longer_steps(world: World, bot: Follower, passing: Passing) -> None:
    await wound(passing, 30 * DAY)
    steps = [late - early for early, late in zip(bot.moments, bot.moments[1:], strict=False)]
    assert set(steps) == {LONG_STEP}
    assert world.clock.wound == 30 * DAY


async def test_the_clock_stops_by_at_the_moments_that_the_bot_wants(bot: Follower, passing: Passing) -> None:
    wanted = START + timedelta(hours=1, minutes=17)
    bot.wants = [wanted, START + 50 * HOUR]
    await wound(passing, 2 * HOUR)
    assert bot.moments == [START, START + HOUR, wanted, START + 2 * HOUR]


async def test_a_second_passes_for_each_turn_that_is_waited_for(world: World) -> None:
    passed: list[timedelta] = []

    async def follow() -> datetime | None:
        passed.append(world.clock.wound)
        return START if len(passed) < 3 else None

    await wound(Passing(world, follow), HOUR)
    assert passed == [timedelta(), TURN, 2 * TURN, HOUR], "the turns are part of the hour"


async def test_a_bot_that_never_comes_to_an_end_does_not_hold_the_clock(world: World) -> None:
    async def follow() -> datetime | None:
        return START

    await wound(Passing(world, follow), 3 * HOUR)
    assert world.clock.wound == 3 * HOUR


async def test_how_far_it_is_can_be_seen_and_it_can_be_stopped(
    world: World, bot: Follower, passing: Passing
) -> None:
    told: list[float] = []
    world.listen(lambda *_: told.append((passing.view() or {"left": 0})["left"]))
    assert passing.view() is None
    bot.open.clear()
    passing.begin(DAY)
    await asyncio.sleep(0)
    assert passing.view() == {"seconds": DAY.total_seconds(), "left": DAY.total_seconds()}
    with pytest.raises(SandboxRefusal, match="passing already"):
        passing.begin(HOUR)
    stopped = asyncio.create_task(passing.stop())
    await asyncio.sleep(0)
    bot.open.set()
    await stopped
    await asyncio.sleep(0)
    assert (passing.view(), world.clock.wound) == (None, timedelta())
    await wound(passing, 2 * HOUR)
    await asyncio.sleep(0)
    assert told == [0, 3600, 0, 0], "each step is told, and the end"


async def test_a_fault_of_the_bot_ends_the_winding_and_is_not_swallowed(world: World) -> None:
    async def follow() -> datetime | None:
        raise LookupError("broken")

    passing = Passing(world, follow)
    passing.begin(HOUR)
    with pytest.raises(LookupError, match="broken"):
        await passing.over()
    assert passing.view() is None
    await passing.stop()


async def test_the_page_stops_the_clock(page: Page) -> None:
    bot = Follower(page.world)
    bot.open.clear()
    page.app.state.passing._follow = bot.follow
    winding = asyncio.create_task(page.act("wind", seconds=DAY.total_seconds()))
    await bot.asked.wait()
    assert (await page.state())["passing"]["left"] == DAY.total_seconds()
    assert "passing already" in await page.refused("wind", seconds=60)
    stopping = asyncio.create_task(page.act("stop_clock"))
    while not page.app.state.passing._stopping:  # noqa: ASYNC110 - a flag of the server's, which tells nobody
        await asyncio.sleep(0)
    bot.open.set()
    await asyncio.gather(winding, stopping)
    state = await page.state()
    assert (state["passing"], state["offset_seconds"]) == (None, 0)


async def test_what_falls_due_in_between_is_done_in_its_time(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    finder = await acquainted(desk, "Anna", "ru")
    await reports(finder, "ИСРАИЛОВ ЖАҢАБАЙ")

    async def follow() -> None:
        await desk.tick()

    app = make_app(desk.world, settle=desk.settle, casts={}, follow=follow)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
        answer = await client.post("/act", json={"do": "wind", "seconds": 60 * 3600})
    assert answer.status_code == 200
    assert desk.world.clock.now() == START + 60 * HOUR
    reminded = [
        message.date for message in desk.to_moderators if "/queue" in message.text and "⏰" in message.text
    ]
    assert reminded == [START + 25 * HOUR, START + 50 * HOUR], "both more than a day after what was before"


@pytest.fixture
async def guest(world: World, tmp_path: Path) -> AsyncIterator[Guest]:
    """The running bot on a desk of its own, with its timetable and its limits."""
    guest = Guest()
    channel, moderators = world.add_channel("Channel", "tabyldy_test"), world.add_group("Moderators", [])
    playing = asyncio.create_task(
        product.play(world, guest, channel, moderators, Site(tmp_path, "http://desk/appeals"))
    )
    await guest.rests(world)
    yield guest
    playing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await playing


def naming_him(channel: Chat) -> list[Message]:
    return [
        message
        for message in channel.messages.values()
        if "Жаңабай И." in message.text.replace("\u00a0", " ")
    ]


@pytest.mark.thorough
async def test_the_running_bot_follows_and_nothing_is_sent_twice(world: World, guest: Guest) -> None:
    anna = Person(world, world.add_person("Anna", "ru"), lambda: guest.rests(world))
    await anna.sends("/start")
    await anna.taps("language:ru")
    await anna.taps("agree")
    await reports(anna, "ИСРАИЛОВ ЖАҢАБАЙ")
    (channel,) = [chat for chat in world.chats.values() if chat.is_channel]
    assert [message.date for message in naming_him(channel)] == [START]
    await wound(Passing(world, guest.follows), 2 * DAY)
    (digest,) = naming_him(channel)
    assert START + DAY <= digest.date < START + 2 * DAY, "in its time, once, and in place of the post"


async def test_the_limits_of_sending_follow_the_wound_clock(world: World) -> None:
    seconds = product._seconds_of(world)
    before = seconds()
    world.clock.wind(HOUR)
    assert HOUR.total_seconds() <= seconds() - before < HOUR.total_seconds() + 60
