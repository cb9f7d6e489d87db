"""How long people wait for an answer while others search among many names.

    python -m bench.busy --names 1000000 [--population FILE]

The true bot with the emulator for its network and a database file, encrypted, in the folder for temporary
files (TMPDIR moves it). Each name belongs to an open report and is indexed. People send /help and /start at
a steady rate, first alone, then while others type names, half of them with noise. A reply's latency is the
time from the moment a message is sent to the moment the bot's answer stands in the chat: polling, handler,
transaction, sending.

Names are those of `--population` (`id<TAB>name`, as for `bench.search`; `--names` takes the first of them)
or invented ones. Nobody's caps are raised: there are as many people as it takes. `--json` prints one object
for each stretch, then the difference.
"""

import argparse
import asyncio
import gc
import json
import random
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Final, NamedTuple

from bench import _crowd, _search_files
from bench._command import head, positive
from bench._search_dev import noisy
from bench._search_figures import milliseconds, nearest_rank
from bench._search_files import BadFileError
from bot import logs
from bot.assembly import App
from bot.polling import Polling
from delivery.limiter import Limiter
from domain.documents import Country, DocumentType, ReportState, Whereabouts
from domain.people import Person
from relay import names, people
from relay.work import Work
from sandbox.clock import SandboxClock
from sandbox.messages import Message
from sandbox.product import policy_of, running
from sandbox.world import World
from storage.names import Indexed
from storage.schema import reports

COMMANDS: Final = ("/help", "/start")
BULK: Final = 2_000
COMMANDS_EACH: Final = 10
PATIENCE_SECONDS: Final = 120.0
_WARM_UPS: Final = 10
_FINDER: Final = 1
_SEED: Final = 11


class Load(NamedTuple):
    """How long each stretch lasts in seconds, and how many commands and searches are sent a second."""

    seconds: int
    rate: int
    searches: int


class Stretch(NamedTuple):
    """Milliseconds by nearest rank that people waited for a reply, and those who searched for theirs."""

    stretch: str
    replies: int
    p50_ms: float
    p99_ms: float
    searches: int
    search_p50_ms: float | None
    search_p99_ms: float | None


class Difference(NamedTuple):
    """What searching added to a reply's 99th percentile; the first search, which reads all known words."""

    added_p99_ms: float
    first_search_ms: float


class Street:
    """The emulated Telegram with the bot on it, and everybody who writes to it."""

    def __init__(self, app: App, world: World) -> None:
        self._app = app
        self._world = world
        self._news = asyncio.Event()
        world.listen(lambda *_: self._news.set())

    @property
    def names_each(self) -> int:
        """How many names a person of today may look for."""
        return max(self._app.relay.policy.names_per_day // 2, 1)

    async def people(self, count: int) -> list[int]:
        """Make so many people who have chosen their language."""
        found = [self._world.add_person("Person", "ru").id for _ in range(count)]
        await self._app.relay.work(partial(_acquainted, found))
        return found

    async def send(self, texts: Sequence[str], a_second: float, each: int) -> list[float]:
        """Send texts at a steady rate, at most `each` by one person; the seconds each waited for its answer.

        Nobody waits for an answer before the next text is sent. TimeoutError when an answer never comes.
        """
        loop = asyncio.get_running_loop()
        who = await self.people(-(-len(texts) // each))
        start = loop.time()
        for number, text in enumerate(texts):
            await asyncio.sleep(max(0.0, start + number / a_second - loop.time()))
            person = who[number % len(who)]
            self._world.send_text(person, person, text)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not all(self._is_answered(person) for person in who):
                self._news.clear()
                await self._news.wait()
        return [waited for person in who for waited in self._waited(person)]

    def _is_answered(self, person: int) -> bool:
        said, heard = self._chat(person)
        return len(said) <= len(heard)

    def _waited(self, person: int) -> list[float]:
        """The seconds between each message and its answer: one answers another in their order."""
        pairs = zip(*self._chat(person), strict=True)
        return [(answer.date - message.date).total_seconds() for message, answer in pairs]

    def _chat(self, person: int) -> tuple[list[Message], list[Message]]:
        """What a person said, and what the bot answered."""
        messages = sorted(self._world.chats[person].messages.values(), key=lambda message: message.id)
        said = [message for message in messages if not message.from_bot]
        return said, [message for message in messages if message.from_bot]


@asynccontextmanager
async def street(folder: Path, population: Sequence[str]) -> AsyncIterator[Street]:
    """The bot at work, with an open report for each name."""
    world = World(SandboxClock())
    moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_bench")
    limiter = Limiter(asyncio.get_running_loop().time)
    async with running(world, policy_of(world, channel, moderators), folder, limiter) as app:
        await _fill(app, population)
        polling = Polling(app.bot, app.take)
        fetching, sending = (asyncio.create_task(run()) for run in (polling.run, app.worker.run))
        try:
            yield Street(app, world)
        finally:
            fetching.cancel()
            await polling.finish()
            await app.worker.finish()
            await asyncio.gather(fetching, sending, return_exceptions=True)


async def measure(
    street: Street, population: Sequence[str], load: Load
) -> AsyncIterator[Stretch | Difference]:
    """Give the stretch without searches, the one with them, and what they added."""
    chance = random.Random(_SEED)  # noqa: S311 - a run that can be repeated, nothing to keep secret
    first = await street.send([population[0]], load.rate, street.names_each)
    await street.send(_asked(population, _WARM_UPS, chance), _WARM_UPS, street.names_each)
    gc.collect()
    gc.freeze()  # as the live bot does after its start
    commands = list(islice(cycle(COMMANDS), load.rate * load.seconds))
    quiet = _stretch("quiet", await street.send(commands, load.rate, COMMANDS_EACH), [])
    yield quiet
    asked = _asked(population, load.searches * load.seconds, chance)
    replies, searches = await asyncio.gather(
        street.send(commands, load.rate, COMMANDS_EACH), street.send(asked, load.searches, street.names_each)
    )
    searching = _stretch("searching", replies, searches)
    yield searching
    added = round(searching.p99_ms - quiet.p99_ms, 3)
    yield Difference(added, milliseconds(first[0]))


def _asked(population: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Names to search for, every other one without its patronymic, shuffled and with a typo."""
    names_ = [chance.choice(population) for _ in range(count)]
    return [noisy(name, chance) if number % 2 else name for number, name in enumerate(names_)]


def _stretch(title: str, replies: Sequence[float], searches: Sequence[float]) -> Stretch:
    p50, p99 = (milliseconds(nearest_rank(replies, percent)) for percent in (50, 99))
    found = [milliseconds(nearest_rank(searches, percent)) if searches else None for percent in (50, 99)]
    return Stretch(title, len(replies), p50, p99, len(searches), *found)


async def _acquainted(accounts: Sequence[int], work: Work) -> None:
    for account in accounts:
        await people.choose_language(work, await people.meet(work, account, "ru"), "ru")


async def _fill(app: App, population: Sequence[str]) -> None:
    """Report and index every name, in bulks of a transaction each."""
    finder = await app.relay.work(lambda work: people.meet(work, _FINDER, "ru"))
    for first in range(0, len(population), BULK):
        await app.relay.work(partial(_report, finder, first, population[first : first + BULK]))


async def _report(finder: Person, first: int, bulk: Sequence[str], work: Work) -> None:
    """Write many reports with one statement: one at a time, as people make them, a million takes too long."""
    rows = [_row(finder, number, name, work) for number, name in enumerate(bulk, first)]
    await work.tx.execute(reports.insert(), rows)
    await names.put_many(
        work, Indexed.REPORT, [(str(row["id"]), name) for row, name in zip(rows, bulk, strict=True)]
    )


def _row(finder: Person, number: int, name: str, work: Work) -> dict[str, object]:
    """An open report as the database holds it."""
    report = work.new_id()
    return {
        "id": report,
        "code": f"{number:07X}",
        "finder_id": finder.id,
        "state": ReportState.OPEN.value,
        "type": DocumentType.PASSPORT.value,
        "country": Country.UZ.value,
        "name": work.tx.vault.seal(name, f"reports.name.{report}"),
        "place": work.tx.vault.seal("Airport", f"reports.place.{report}"),
        "day": work.today,
        "whereabouts": Whereabouts.FINDER.value,
        "created_at": work.now,
        "renewed_at": work.now,
    }


def as_text(result: Stretch | Difference) -> str:
    """One line for people to read."""
    if isinstance(result, Difference):
        return (
            f"other people's p99 with searches: {result.added_p99_ms:+.1f} ms; "
            f"the first search after the start {result.first_search_ms:.0f} ms"
        )
    told = (
        "-" if value is None else f"{value:.1f}" if isinstance(value, float) else value for value in result
    )
    return _line(told)


def _line(cells: Iterable[object]) -> str:
    return " ".join(f"{cell!s:>9}" for cell in cells)


_HEAD: Final = _line(("stretch", "replies", "p50 ms", "p99 ms", "searches", "their p50", "their p99"))


async def _print(given: argparse.Namespace) -> None:
    population = _search_files.names(given.population) if given.population else _crowd.names(given.names)
    population = population[: given.names]
    load = Load(given.seconds, given.rate, given.searches)
    told = f"each stretch {load.seconds} s, {load.rate} commands a second, then {load.searches} searches too"
    lines = [
        *head("busy"),
        f"{len(population)} names of {given.population or 'invented people'}; {told}",
        _HEAD,
    ]
    print(*lines, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        async with street(Path(folder), population) as busy:
            async for result in measure(busy, population, load):
                print(json.dumps(result._asdict()) if given.json else as_text(result), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; exit 2 with a message when the population cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m bench.busy", description=str(__doc__).partition("\n")[0])
    parser.add_argument("--names", type=positive, default=2_000, metavar="N")
    parser.add_argument("--population", type=Path, metavar="FILE", help="id<TAB>name")
    parser.add_argument("--seconds", type=positive, default=5, metavar="S", help="of each stretch")
    parser.add_argument("--rate", type=positive, default=10, metavar="R", help="commands a second")
    parser.add_argument("--searches", type=positive, default=10, metavar="S", help="searches a second")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    try:
        asyncio.run(_print(given))
    except BadFileError as fault:
        parser.exit(2, f"{fault}\n")


if __name__ == "__main__":
    logs.configure()
    main()
