"""What a tick of the clock costs while very many items wait in the channel's timetable.

    python -m bench.timetable --items 50000
    python -m bench.timetable --items 50000 --database postgresql+asyncpg://me@host/empty_database

The true bot with the emulator for its network, on a database file in the folder for temporary files or on an
empty database of a server. So many finds are open and all are due; their finders were asked what is to be
asked of them. *digest* is a tick that makes one (the first has to learn its statements), *moving on* the tick
after it, which takes former posts away, *nothing due* one more in the same part of the day. Each is all that
the clock does, one thing after another. Memory is what Python held at most beyond what it held before, in the
tick of a digest of the next day. *Sunday* sums up the week too: it reads every place, in pages between which
others have their turn.
"""

import argparse
import asyncio
import json
import secrets
import sys
import tempfile
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import update

from bench._command import head, positive
from bot import jobs, logs
from bot.assembly import App, Parts, assemble
from delivery.limiter import UNLIMITED, Limiter
from delivery.line import Line
from domain.documents import Country, DocumentType, Report, ReportState, Whereabouts
from domain.ids import new_code
from domain.reposts import Item, ItemKind
from relay import people
from relay.work import Work
from sandbox.clock import SandboxClock
from sandbox.product import make_bot, policy_of
from sandbox.world import World
from storage import documents, reposts
from storage.encryption import Keyring, new_key
from storage.opening import open_database
from storage.schema import reports
from storage.upgrade import upgrade

START: Final = datetime(2026, 11, 20, 4, 5, tzinfo=UTC)
"""Five past nine at the page, on a Friday: the first part of the day has begun."""

PAGE: Final = 500


class Cost(NamedTuple):
    """One line of the table."""

    tick: str
    seconds: float
    cpu_seconds: float
    megabytes: float | None = None


@asynccontextmanager
async def bot_on(url: str, folder: Path) -> AsyncIterator[tuple[App, World]]:
    """The bot on an empty database."""
    world = World(SandboxClock(START))
    moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_bench")
    await upgrade(url, folder / "backups", START)
    database = await open_database(url, Keyring.read(new_key(secrets.token_bytes)), secrets.token_bytes)
    limiter = Limiter(asyncio.get_running_loop().time, UNLIMITED)
    bot = make_bot(world, limiter)
    await bot.initialize()
    parts = Parts(
        database,
        Line(bot, bot, limiter),
        policy_of(world, channel, moderators),
        world.clock,
        secrets.token_bytes,
    )
    app = assemble(parts)
    await app.start(alone=True)
    try:
        yield app, world
    finally:
        await app.stop()


async def fill(app: App, world: World, items: int) -> None:
    """Finds that were posted over the last three weeks and are due by now."""
    finder = world.add_person("Finder", "kk").id

    async def page(work: Work, first: int) -> None:
        person = await people.meet(work, finder, "kk")
        for number in range(first, min(first + PAGE, items)):
            since = START - timedelta(days=2, seconds=number * 30 % (20 * 86_400))
            report = _report(work, person.id, number, since)
            await documents.add(work.tx, report)
            shown = number % 4 + 1
            turn = Item(ItemKind.FIND, report.id, shown, shown, since, since, since + timedelta(days=1))
            await reposts.begin(work.tx, turn)

    for first in range(0, items, PAGE):
        await app.relay.work(partial(page, first=first))
    asked = update(reports).values(care_at=START + timedelta(days=20))
    await app.relay.work(lambda work: work.tx.execute(asked))


def _report(work: Work, finder_id: str, number: int, since: datetime) -> Report:
    return Report(
        id=work.new_id(),
        code=new_code(work.ids.entropy) + f"{number:x}"[-3:],
        finder_id=finder_id,
        state=ReportState.OPEN,
        type=DocumentType.PASSPORT,
        country=Country.UZ,
        name=f"КАРИМОВ АЛИШЕР {number}",
        place="@kzuz_zhibek_zholy",
        day=since.date(),
        whereabouts=Whereabouts.FINDER,
        handed_place="",
        created_at=since,
        renewed_at=since,
    )


async def measured(name: str, app: App) -> Cost:
    """A tick's cost; what it wrote is delivered afterwards and does not count."""
    wall, cpu = time.perf_counter(), time.process_time()
    await jobs.tick(app)
    cost = Cost(name, time.perf_counter() - wall, time.process_time() - cpu)
    await app.worker.drain()
    return cost


async def measure(url: str, folder: Path, items: int, tell: Callable[[Cost], None]) -> None:
    """Fill a database, then measure one tick after another."""
    async with bot_on(url, folder) as (app, world):
        await fill(app, world, items)
        tell(await measured("first digest", app))
        tell(await measured("moving on", app))
        tell(await measured("nothing due", app))
        for hours in (4, 6):
            world.clock.wind(timedelta(hours=hours))
            tell(await measured("digest", app))
            tell(await measured("moving on", app))
        world.clock.wind(timedelta(hours=14))
        tell(await _with_memory(lambda: measured("digest, traced", app)))
        world.clock.wind(timedelta(hours=34))
        tell(await measured("Sunday", app))


async def _with_memory(act: Callable[[], Awaitable[Cost]]) -> Cost:
    tracemalloc.start()
    cost = await act()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return cost._replace(megabytes=peak / 1e6)


def as_text(cost: Cost) -> str:
    """One line for people to read."""
    memory = "" if cost.megabytes is None else f"{cost.megabytes:>8.1f}"
    return f"{cost.tick:22}{cost.seconds:>9.3f}{cost.cpu_seconds:>9.3f}{memory}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.timetable", description=usage)
    parser.add_argument("--items", type=positive, default=50_000, metavar="N", help="how many are due")
    parser.add_argument("--database", metavar="URL", help="an empty database instead of a file")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    logs.configure()
    line = f"{'tick':22}{'seconds':>9}{'CPU':>9}{'MB':>8}"
    print(*head("timetable"), line, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)

    def tell(cost: Cost) -> None:
        print(json.dumps(cost._asdict()) if given.json else as_text(cost), flush=True)

    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        url = given.database or f"sqlite+aiosqlite:///{Path(folder) / 'tabyldy.db'}"
        asyncio.run(measure(url, Path(folder), given.items, tell))


if __name__ == "__main__":
    main()
