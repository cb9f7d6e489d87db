"""How large the page of an appeal grows and how long it takes, with many entries.

    python -m bench.pages --entries 10000

The true bot's use case on a database file, encrypted, in the folder for temporary files (TMPDIR moves it):
invented entries in two currencies are added to the ledger and read, every page of all languages is made,
then written to a folder, and written once more after one entry was added. `--json` prints one object.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from bench._command import head, positive
from bot import logs
from bot.pages import put
from delivery.limiter import Limiter
from domain import chain
from domain.appeals import Appeal, AppealState, Consent, Need, PayeeVersion, Purpose, Relation
from domain.ledger import Entry, EntryKind
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from relay import appeal_pages, people
from relay.appeal_page_parts import Told
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from sandbox.product import policy_of, running
from sandbox.world import World
from storage import appeals, ledger

CODE: Final = "K7M2Q"
_CARD: Final = "4400430012345677"
_ORGANISER: Final = 1
_NOTES: Final = ("", "Перевод в клинику, счёт № 214", "Лекарства на две недели", "От земляков")
_KINDS: Final = (EntryKind.RECEIVED, EntryKind.RECEIVED, EntryKind.RECEIVED, EntryKind.SPENT)
_START: Final = date(2026, 9, 1)
_DAYS: Final = 80


class Figures(NamedTuple):
    """Bytes of the largest page and of all files, seconds of each step."""

    entries: int
    files: int
    largest: int
    whole: int
    read: float
    made: float
    written: float
    again: float


async def measure(entries: int, folder: Path) -> Figures:
    """Take the figures of an appeal with so many entries."""
    world = World(SandboxClock())
    moderators, channel = world.add_group("Moderators", []), world.add_channel("Channel", "tabyldy_bench")
    limiter = Limiter(asyncio.get_running_loop().time)
    async with running(world, policy_of(world, channel, moderators), folder, limiter) as app:
        appeal = await app.relay.work(_stored)
        await app.relay.work(partial(_filled, entries, appeal.code))
        return await _measured(app.relay, appeal, folder / "pages" / CODE)


async def _measured(relay: Relay, appeal: Appeal, folder: Path) -> Figures:
    seconds: list[float] = []

    async def both(work: Work) -> tuple[Work, Told]:
        return work, await appeal_pages.read(work, appeal)

    with _timed(seconds):
        work, told = await relay.work(both)
    with _timed(seconds):
        made = appeal_pages.files(work, told)
    with _timed(seconds):
        put(folder, made)
    await relay.work(partial(_appended, told.entries))
    with _timed(seconds):
        work, more = await relay.work(both)
        put(folder, appeal_pages.files(work, more))
    return Figures(len(told.entries), len(made), _largest(made), sum(map(len, made.values())), *seconds)


@contextmanager
def _timed(seconds: list[float]) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds.append(round(perf_counter() - start, 3))


def _largest(made: Mapping[str, bytes]) -> int:
    return max(len(content) for path, content in made.items() if path.endswith(".html"))


async def _stored(work: Work) -> Appeal:
    """An open appeal with a payee in force."""
    organiser = await people.meet(work, _ORGANISER, "ru")
    goal = Money(Decimal(10) ** 9, Currency.KZT)
    days = (_START, work.today + timedelta(days=_DAYS))
    words = "Операция назначена на декабрь."
    need = Need("Айгүл", Consent.FULL, Relation.FRIEND, Purpose.TREATMENT, words, goal, *days)
    now = work.now
    appeal = Appeal(
        work.new_id(), CODE, organiser.id, AppealState.OPEN, need, now, approved_at=now, opened_at=now
    )
    await appeals.add(work.tx, appeal, need)
    payee = Payee(PayeeKind.RECIPIENT, "Гүлнар", Details(DetailsKind.CARD, _CARD))
    await appeals.propose(work.tx, PayeeVersion(work.new_id(), appeal.id, 1, payee, now, now))
    return appeal


async def _filled(count: int, code: str, work: Work) -> None:
    previous = chain.GENESIS
    for number in range(1, count + 1):
        entry = _entry(number, code, previous, work)
        await ledger.append(work.tx, entry)
        previous = entry.hash


async def _appended(entries: Sequence[Entry], work: Work) -> None:
    last = entries[-1]
    await ledger.append(work.tx, _entry(last.number + 1, last.appeal, last.hash, work))


def _entry(number: int, code: str, previous: str, work: Work) -> Entry:
    currency = Currency.USD if number % 5 == 0 else Currency.KZT
    entry = Entry(
        seq=number,
        appeal=code,
        number=number,
        kind=_KINDS[number % len(_KINDS)],
        money=Money(Decimal(1000 + number), currency),
        day=_START + timedelta(days=number % _DAYS),
        note=_NOTES[number % len(_NOTES)],
        receipt="",
        corrects=None,
        recorded_at=work.now,
        previous=previous,
        before=previous,
        hash="",
    )
    return chain.chained(entry)


def as_text(figures: Figures) -> str:
    """The table."""
    return "\n".join(
        (
            f"{figures.entries} entries: {figures.files} files, {figures.whole / 1e6:.1f} MB",
            f"largest page   {figures.largest / 1e3:8.1f} kB",
            f"read           {figures.read:8.2f} s",
            f"made           {figures.made:8.2f} s",
            f"written        {figures.written:8.2f} s",
            f"one entry more {figures.again:8.2f} s, all three again",
        )
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.pages", description=str(__doc__).partition("\n")[0]
    )
    parser.add_argument("--entries", type=positive, default=10_000, metavar="N")
    parser.add_argument("--json", action="store_true", help="one object")
    given = parser.parse_args(arguments)
    print(*head("pages"), sep="\n", file=sys.stderr if given.json else sys.stdout)
    with tempfile.TemporaryDirectory(prefix="tabyldy-bench-") as folder:
        figures = asyncio.run(measure(given.entries, Path(folder)))
    print(json.dumps(figures._asdict()) if given.json else as_text(figures))


if __name__ == "__main__":
    logs.configure()
    main()
