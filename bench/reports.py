"""How many steps of a report the bot takes a second, and how long a person waits for the next question.

    python -m bench.reports --people 500 --at-once 50 --rate 150 --seconds 20

The true bot with the emulator for its network and a database file, encrypted, in the folder for temporary
files (TMPDIR moves it). People who have agreed report a find each: the command, two taps, name, place, a
secret fact, the tap that sends it. Each is an update and a transaction of its own. First so many wait at
once, and whoever is answered goes on: *saturated*. Then steps are taken at a steady rate: *offered*. A step
takes from the moment the person acts until the next question stands in the chat.

The emulator computes in the same process, and its part counts as the bot's. Nothing waits for Telegram's
limits on sending, which are far below: this is what the bot can take in. `--json` prints one object for each
stretch.
"""

import argparse
import asyncio
import gc
import json
import re
import sys
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from bench import _crowd
from bench._command import head, positive
from bench._search_figures import milliseconds, nearest_rank
from bot import logs
from bot.assembly import App
from bot.polling import Polling
from delivery.limiter import UNLIMITED, Limiter
from relay import people
from relay.work import Work
from sandbox.clock import SandboxClock
from sandbox.product import policy_of, running
from sandbox.world import World

PATIENCE_SECONDS: Final = 60.0
_BUTTON: Final = re.compile(r"q:[^:]+:(.+)")
_LOOK_SECONDS: Final = 0.05

Act: TypeAlias = Callable[[World, int, str], None]
"""What a person, whose document bears a name, does in one step."""


class Load(NamedTuple):
    """How many people report in the first stretch, how many are waiting at once; then steps a second."""

    people: int
    at_once: int
    rate: int
    seconds: int


class Stretch(NamedTuple):
    """Steps of reports, and how many were answered in a second; milliseconds by nearest rank."""

    stretch: str
    updates: int
    updates_per_second: float
    p50_ms: float
    p99_ms: float


def _types(text: str) -> Act:
    def act(world: World, person: int, _: str) -> None:
        world.send_text(person, person, text)

    return act


def _types_name(world: World, person: int, name: str) -> None:
    world.send_text(person, person, name)


def _taps(answer: str) -> Act:
    """A tap on the button of the newest question that gives this answer."""

    def act(world: World, person: int, _: str) -> None:
        message = next(message for message in world.chats[person].newest_first if message.buttons)
        datas = [str(button.get("callback_data")) for button in message.buttons]
        asked = (found for data in datas if (found := _BUTTON.fullmatch(data)))
        world.tap(person, person, message.id, next(found[0] for found in asked if found[1] == answer))

    return act


STEPS: Final[Sequence[Act]] = (
    _types("/found"),
    _taps("a:passport"),
    _taps("a:KZ"),
    _types_name,
    _types("in the red minibus"),
    _types("N 1234821"),
    _taps("send"),
)
"""A whole report."""


class Finder:
    """Somebody on the way through a report of a document that bears `name`."""

    def __init__(self, world: World, person: int, name: str) -> None:
        self.person = person
        self._world = world
        self._name = name
        self._steps = iter(STEPS)
        self._left = len(STEPS)
        self._before: tuple[int, str] | None = None

    @property
    def is_done(self) -> bool:
        """Whether no step is left."""
        return not self._left

    @property
    def is_answered(self) -> bool:
        """Whether the bot has said something since the step: another message, or other words in it."""
        return self._shown() != self._before

    def step(self) -> None:
        """Take the next step."""
        self._before = self._shown()
        next(self._steps)(self._world, self.person, self._name)
        self._left -= 1

    def _shown(self) -> tuple[int, str] | None:
        chat = self._world.chats.get(self.person)
        theirs = (message for message in chat.newest_first if message.from_bot) if chat else iter(())
        newest = next(theirs, None)
        return (newest.id, newest.text) if newest else None


class Crowd:
    """People at the bot: who may go on, who waits since when, and how many seconds each answer took."""

    def __init__(self, world: World, finders: Sequence[Finder]) -> None:
        self.ready = deque(finders)
        self.seconds: list[float] = []
        self.waiting: dict[int, tuple[Finder, float]] = {}
        self._news = asyncio.Event()
        self._time = asyncio.get_running_loop().time
        world.listen(self._on_change)

    def go_on(self) -> None:
        """Let one take the next step; those who have begun go before others begin."""
        finder = self.ready.popleft()
        self.waiting[finder.person] = (finder, self._time())
        finder.step()

    async def answer(self) -> None:
        """Wait until somebody is answered; TimeoutError when nobody is for long."""
        self._news.clear()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._news.wait()

    def _on_change(self, what: str, chat: int) -> None:
        if what != "chat" or chat not in self.waiting or not self.waiting[chat][0].is_answered:
            return
        finder, since = self.waiting.pop(chat)
        self.seconds.append(self._time() - since)
        if not finder.is_done:
            self.ready.appendleft(finder)
        self._news.set()


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[tuple[App, World]]:
    """The bot at work on an empty database."""
    world = World(SandboxClock())
    moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_bench")
    limiter = Limiter(asyncio.get_running_loop().time, UNLIMITED)
    async with running(world, policy_of(world, channel, moderators), folder, limiter) as app:
        polling = Polling(app.bot, app.take)
        tasks = [asyncio.create_task(run()) for run in (polling.run, app.worker.run)]
        try:
            yield app, world
        finally:
            while polling.busy or app.worker.busy:  # noqa: ASYNC110 - neither tells when it is at rest
                await asyncio.sleep(_LOOK_SECONDS)  # a torn transaction would not give its connection back
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def measure(app: App, world: World, load: Load) -> AsyncIterator[Stretch]:
    """Give the saturated stretch and the offered one."""
    names = _crowd.names(load.people + -(-load.rate * load.seconds // len(STEPS)))
    first, second = names[: load.people], names[load.people :]
    yield await saturated(await crowd_of(app, world, first), load.at_once)
    yield await offered(await crowd_of(app, world, second), load.rate)


async def saturated(crowd: Crowd, at_once: int) -> Stretch:
    """Let everybody report, so many waiting at once."""
    start = asyncio.get_running_loop().time()
    while crowd.ready or crowd.waiting:
        while crowd.ready and len(crowd.waiting) < at_once:
            crowd.go_on()
        await crowd.answer()
    return _stretch("saturated", crowd, start)


async def offered(crowd: Crowd, rate: int) -> Stretch:
    """Let everybody report, with so many steps a second, answered or not."""
    time = asyncio.get_running_loop().time
    start, begun = time(), 0
    while crowd.ready or crowd.waiting:
        await asyncio.sleep(max(0.0, start + begun / rate - time()))
        if crowd.ready:
            crowd.go_on()
            begun += 1
        elif crowd.waiting:
            await crowd.answer()
    return _stretch("offered", crowd, start)


async def crowd_of(app: App, world: World, names: Sequence[str]) -> Crowd:
    """People who have chosen a language and agreed, one for each name."""
    found = [Finder(world, world.add_person("Person", "ru").id, name) for name in names]
    await app.relay.work(partial(_agreed, [finder.person for finder in found]))
    gc.collect()
    gc.freeze()  # as the live bot does after its start
    return Crowd(world, found)


async def _agreed(accounts: Sequence[int], work: Work) -> None:
    for account in accounts:
        person = await people.meet(work, account, "ru")
        await people.agree(work, await people.choose_language(work, person, "ru"))


def _stretch(title: str, crowd: Crowd, start: float) -> Stretch:
    took = asyncio.get_running_loop().time() - start
    p50, p99 = (milliseconds(nearest_rank(crowd.seconds, percent)) for percent in (50, 99))
    return Stretch(title, len(crowd.seconds), round(len(crowd.seconds) / took, 1), p50, p99)


def as_text(result: Stretch) -> str:
    """One line for people to read."""
    return _line(f"{cell:.1f}" if isinstance(cell, float) else cell for cell in result)


def _line(cells: Iterable[object]) -> str:
    return " ".join(f"{cell!s:>9}" for cell in cells)


_HEAD: Final = _line(("stretch", "updates", "a second", "p50 ms", "p99 ms"))


async def _print(given: argparse.Namespace) -> None:
    load = Load(given.people, given.at_once, given.rate, given.seconds)
    told = (
        f"{load.people} reports with {load.at_once} people waiting at once, then {load.rate} steps a second"
    )
    print(*head("reports"), told, _HEAD, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        async with desk(Path(folder)) as (app, world):
            async for result in measure(app, world, load):
                print(json.dumps(result._asdict()) if given.json else as_text(result), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=usage)
    parser.add_argument("--people", type=positive, default=200, metavar="N", help="who report, saturated")
    parser.add_argument("--at-once", type=positive, default=50, metavar="N", help="who wait at once")
    parser.add_argument("--rate", type=positive, default=150, metavar="R", help="steps a second, offered")
    parser.add_argument("--seconds", type=positive, default=10, metavar="S", help="of the offered stretch")
    parser.add_argument("--json", action="store_true", help="one object a line")
    asyncio.run(_print(parser.parse_args(arguments)))


if __name__ == "__main__":
    logs.configure()
    main()
