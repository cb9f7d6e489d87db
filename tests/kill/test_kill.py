"""The process is killed at random points of a day, and nothing is lost, nothing applied twice.

KILL_SEED in the environment chooses other points.
"""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from domain.messages import DeliveryState, Lane
from matching.search import ASK, score
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from sandbox.world import World
from storage.encryption import Keyring
from storage.opening import open_database
from storage.transaction import Database
from tests.bot.serving import served
from tests.kill.day import Phone, Volunteer, until
from tests.kill.process import Bot, Fall, Line
from tests.kill.readers import NUMBER, Readers
from tests.kill.truth import Truth, read_truth, unfinished

pytestmark = pytest.mark.kill

KILLS = 26
SURE = {6: Fall.NOTICED, KILLS - 1: Fall.POSTED}  # by life: what decides most is not left to chance
BROADCAST = 7  # by life: it begins when all readers have said hello
SEED = int(os.environ.get("KILL_SEED", "20261122"))

DOCUMENTS = (
    "AKHMETOV DAMIR",
    "BEKTUROVA GULNARA",
    "CHOLPONOV RUSTAM",
    "DZHUMABAEV ILYAS",
    "ERGASHEVA MALIKA",
    "FAYZULLAEV OTABEK",
    "GABDULLIN SERIK",
    "HAMIDOV JASUR",
    "IBRAIMOVA NAZGUL",
    "KENZHEBEKOV ARMAN",
    "LAZAREVA VERONIKA",
    "MIRZOEV FARRUKH",
)


ASKED = DOCUMENTS[3]
"""A document of the first finder's that nobody waits for."""

HALF_FILLED = "TURSUNOV BAKHTIYOR"
DATABASE = Path("data", "tabyldy.db")


def lines_of(phone: Phone) -> list[str]:
    """What somebody writes to the other side: nobody else writes the same."""
    return [f"This is {phone.name} writing, line {number}" for number in range(1, 4)]


@dataclass
class Scene:
    """Everybody who plays, and where the truth is kept."""

    world: World
    line: Line
    bot: Bot
    channel: Chat
    volunteer: Volunteer
    finders: list[Phone]
    owners: list[Phone]
    seekers: list[Phone]
    thinker: Phone
    doubter: Phone
    readers: Readers

    @property
    def everybody(self) -> list[Phone]:
        return [*self.finders, *self.owners, *self.seekers, self.thinker, self.doubter]

    async def day(self) -> None:
        self.readers.come()
        async with asyncio.TaskGroup() as people:
            for finder in self.finders:
                people.create_task(self._finds(finder))
            for finder, owner in zip(self.finders, self.owners, strict=True):
                people.create_task(self._waits(owner, finder))
            for number, seeker in enumerate(self.seekers):
                people.create_task(self._searches(seeker, number))
            people.create_task(self._thinks())
            people.create_task(self._doubts())

    async def _finds(self, finder: Phone) -> None:
        await finder.begins()
        for name in finder.documents:
            await finder.reports(name)
        finder.has_reported.set()

    async def _waits(self, owner: Phone, finder: Phone) -> None:
        """Wait for documents; the first of them is proven, talked about, and comes home."""
        await owner.begins()
        for name in owner.documents:
            await owner.waits_for(name)
        await finder.has_reported.wait()
        code = finder.codes[owner.documents[0]]
        await owner.proves(code)
        await owner.writes(code, lines_of(owner))
        await finder.hears(lines_of(owner)[-1])
        await finder.writes(code, lines_of(finder))
        await owner.hears(lines_of(finder)[-1])
        await finder.hands_over(code, await owner.code_to_say(code))

    async def _doubts(self) -> None:
        """Somebody who knows no secret fact and is connected by a volunteer."""
        await self.doubter.begins()
        await self.finders[0].has_reported.wait()
        await self.doubter.asks_volunteer(self.finders[0].codes[ASKED])

    async def _searches(self, seeker: Phone, number: int) -> None:
        await seeker.begins()
        for _ in range(3):  # so many names and searches a newcomer has on one day
            await seeker.searches_for([f"Zzyzx{letter} Qwo{'mnp'[number]}" for letter in "abc"])

    async def _thinks(self) -> None:
        """Somebody who stops in the middle of a form."""
        await self.thinker.begins()
        self.thinker.says("/found")
        await self.thinker.picks("What did you find?", "a:id_card")
        await self.thinker.picks("Which country issued it?", "a:UZ")
        await self.thinker.types("Whose is it?", HALF_FILLED)
        await self.thinker.hears("Where did you find it?")


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    world = World(SandboxClock())
    group = world.add_group("Moderators", [])
    channel = world.add_channel("Channel", "tabyldy_test")
    line = Line(world, channel)
    async with served(line) as address:
        settings = {
            "BOT_TOKEN": world.token,
            "TELEGRAM_API_URL": address,
            "CHANNEL_ID": str(channel.id),
            "CHANNEL_LANGUAGE": "en",
            "MODERATORS_CHAT_ID": str(group.id),
        }
        yield Scene(
            world,
            line,
            Bot(line, tmp_path, settings),
            channel,
            Volunteer(world, group, channel),
            finders=[Phone(world, f"Finder {number}", DOCUMENTS[number::3]) for number in range(3)],
            owners=[Phone(world, f"Owner {number}", DOCUMENTS[number::4]) for number in range(3)],
            seekers=[Phone(world, f"Seeker {number}") for number in range(3)],
            thinker=Phone(world, "Thinker"),
            doubter=Phone(world, "Doubter"),
            readers=Readers(world),
        )
        line.kill()
        world.updates.interrupt()  # the long poll that the bot left behind


async def test_kills_at_any_moment_lose_nothing_and_repeat_nothing(scene: Scene, tmp_path: Path) -> None:
    assert all(score(one, other) < ASK for one, other in combinations(DOCUMENTS, 2)), "names too alike"
    first_update = scene.world.updates._next_id
    chance = random.Random(SEED)
    day = asyncio.create_task(scene.day())
    decisions = asyncio.create_task(scene.volunteer.decides())
    falls = Counter([await _life(scene, number, chance) for number in range(KILLS)])
    await _quiet_evening(scene, day, tmp_path)
    decisions.cancel()
    with suppress(asyncio.CancelledError):
        await decisions
    async with _opened(tmp_path) as database:
        found = await database.read(lambda tx: read_truth(tx, scene.everybody))
        ends = await database.read(scene.readers.states)
    _compare_broadcast(scene.readers, ends)
    _compare(scene, found, set(range(first_update, scene.world.updates._next_id)))
    _summarise(scene, found, falls)


@asynccontextmanager
async def _opened(folder: Path) -> AsyncIterator[Database]:
    """The bot's database, while no bot is alive."""
    ring = Keyring.read((folder / "keys" / "data.key").read_text())
    url = f"sqlite+aiosqlite:///{folder / DATABASE}"
    database = await open_database(url, ring, random.Random(1).randbytes)
    try:
        yield database
    finally:
        await database.close()


async def _life(scene: Scene, number: int, chance: random.Random) -> Fall:
    if number == BROADCAST:
        async with _opened(scene.bot.folder) as database:
            await scene.readers.are_written_to(database)
    bot = scene.bot
    return await (bot.live_until(SURE[number]) if number in SURE else bot.live_until_killed(chance))


async def _quiet_evening(scene: Scene, day: asyncio.Task[None], folder: Path) -> None:
    """The bot lives on until the day is over and everything is told; then it is stopped as one stops it."""
    process = await scene.bot.start()
    await until(scene.line.polled.is_set, "the bot polls")
    await day
    await until(
        lambda: not scene.world.updates.pending and not unfinished(folder / DATABASE), "the outbox is empty"
    )
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 30) == 0
    log = (folder / "log.txt").read_text()
    assert '"level": "error"' not in log, log
    assert "Traceback" not in log, log


def _compare(scene: Scene, found: Truth, updates: set[int]) -> None:
    codes = {name: code for finder in scene.finders for name, code in finder.codes.items()}
    assert found.reports == codes, "every confirmed report is there once, under the code its finder was told"
    assert len(codes) == len(DOCUMENTS)
    home = {owner.documents[0] for owner in scene.owners}
    for (
        name,
        code,
    ) in codes.items():  # what came home before its doubtful post was settled is not posted again
        posted = scene.volunteer.posts_of(code)
        assert posted == 1 or (posted == 0 and name in home), "every report stands in the channel once"
    watched = {(name, owner.name) for owner in scene.owners for name in owner.documents}
    waits = {(name, owner) for name, owner in watched if name not in home}
    assert found.watches == Counter(waits), "every watch is there once, and over where the document is home"
    assert found.matches == Counter(watched), "every watch was matched with its find, once, and with no other"
    for owner in scene.owners:
        told = {name for name, code in codes.items() if owner.told_of(code)}
        assert told == set(owner.documents), f"{owner.name} is told of their own documents and of no other"
    assert found.inbox == updates, "every update was applied"
    assert found.searches == {seeker.name: seeker.searches for seeker in scene.seekers}, "and applied once"
    assert found.forms == {(scene.thinker.name, "found", "place", HALF_FILLED)}
    _compare_talks(scene, found)
    ends = {lane: set(states) for lane, states in found.ends.items()}
    done = {DeliveryState.SENT, DeliveryState.CANCELLED}  # an edit of what had not left yet is cancelled
    assert ends.pop(Lane.POST) <= done | {DeliveryState.UNKNOWN}
    assert ends.pop(Lane.NOTICE) <= done
    assert ends.pop(Lane.BROADCAST) <= {DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.UNREACHABLE}
    assert ends == {Lane.REPLY: {DeliveryState.SENT}}, "all were answered"


def _compare_broadcast(readers: Readers, ends: Mapping[str, DeliveryState]) -> None:
    copies = readers.copies()
    assert len(ends) == NUMBER, "all had been met"
    assert set(copies.values()) <= {0, 1}, "a broadcast reaches nobody twice"
    listed = {name for name, state in ends.items() if state is DeliveryState.UNKNOWN}
    assert {name for name, state in ends.items() if state is DeliveryState.UNREACHABLE} <= {readers.gone}
    for name, state in ends.items():
        if name == readers.gone:
            assert copies[name] == 0
        else:
            assert state is DeliveryState.SENT or name in listed, f"{name} ended {state}"
            assert copies[name] == 1 or name in listed, f"{name} was skipped in silence"
    sys.stdout.write(f"\nbroadcast to {len(ends)}: {sum(copies.values())} have it, {len(listed)} in doubt")


def _compare_talks(scene: Scene, found: Truth) -> None:
    pairs = list(zip(scene.finders, scene.owners, strict=True))
    home = {owner.documents[0]: "returned" for _, owner in pairs}
    states = {name: "open" for finder in scene.finders for name in finder.codes} | home | {ASKED: "claimed"}
    assert found.states == states, "each handover and each decision took effect"
    assert found.handovers == len(pairs), "and once"
    assert (found.decisions["opened"], found.decisions["decided"]) == (1, 1), "one case, decided once"
    readers = {line: other for pair in pairs for one, other in (pair, pair[::-1]) for line in lines_of(one)}
    assert found.lines == Counter(list(readers)), "every line is kept once"
    for line, reader in readers.items():
        told = {phone.name for phone in scene.everybody if phone.count(line)}
        assert told == {reader.name}, "a line reaches the other side, and nobody else"
    for chat in (scene.channel, scene.volunteer.group):
        assert not any("This is" in message.text for message in chat.messages.values())


def _summarise(scene: Scene, found: Truth, falls: Counter[Fall]) -> None:
    copies = [owner.told_of(code) for owner in scene.owners for code in found.reports.values()]
    repeated = sum(number - 1 for number in copies if number)
    assert repeated <= sum(falls.values()), "a notice is repeated only where a kill cut it off"
    assert repeated <= found.resent, "and only when its delivery was tried again"
    assert sum(falls.values()) == KILLS
    assert set(SURE.values()) <= set(falls), "a post and a notice were cut off"
    assert scene.volunteer.decided, "and the volunteers were asked about the post"
    where = ", ".join(f"{number} {fall}" for fall, number in falls.items())
    sys.stdout.write(
        f"\n{KILLS} kills ({where}): {len(found.inbox)} updates, {len(found.reports)} reports, "
        f"{found.matches.total()} matches, {sum(found.searches.values())} searches; "
        f"{found.resent} deliveries tried again, {repeated} notices told twice; "
        f"posts in doubt {scene.volunteer.decided.total()} {dict(scene.volunteer.decided)}\n"
    )
