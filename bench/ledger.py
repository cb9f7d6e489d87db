"""What it costs to export the public ledger and to verify the file that comes of it.

    python -m bench.ledger
    python -m bench.ledger --entries 100000 --json

A ledger with so many entries of 40 appeals is made with a seeded random source: all kinds and currencies,
notes in four languages, receipts for most, a correction now and then. *export* makes the bytes of the file,
*verify* reads them as `python -m bot ledger verify` does: each byte, hash, link, correction and sum. Both are
of the whole ledger first, then of the longest appeal alone.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple, TypeVar

from bench._command import head, positive
from domain import chain
from domain.ids import new_code
from domain.ledger import Entry, EntryKind
from domain.money import Currency, Money

APPEALS: Final = 40
START: Final = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
NOTES: Final = (
    "Kaspi, 14 аударым",
    "Дори-дармон, дорихона чеки",
    "Перевод в больницу по счёту № 214, первая часть",
    "Two boxes of insulin, handed to the family",
)
CORRECTED: Final = 0.01
"""The share of entries that correct another one."""

WITH_RECEIPT: Final = 0.8

T = TypeVar("T")


class Cost(NamedTuple):
    """One line of the table: what was done with how many entries, and the size of the file."""

    step: str
    entries: int
    seconds: float
    cpu_seconds: float
    megabytes: float


class Place(NamedTuple):
    """Where the next entry of the page stands: its seq, the hash before it, its moment."""

    seq: int
    before: str
    moment: datetime


def made(entries: int, seed: int) -> Iterator[Entry]:
    """Make a ledger; the same seed makes the same one."""
    source = random.Random(seed)  # noqa: S311 - a seeded source is wanted
    codes = [new_code(source.randbytes) for _ in range(APPEALS)]
    own: dict[str, list[Entry]] = {code: [] for code in codes}
    before, moment = chain.GENESIS, START
    for seq in range(1, entries + 1):
        moment += timedelta(seconds=source.randrange(1, 900), microseconds=source.randrange(1_000_000))
        code = source.choice(codes)
        entry = chain.chained(_entry(source, code, own[code], Place(seq, before, moment)))
        own[code].append(entry)
        before = entry.hash
        yield entry


def _entry(source: random.Random, code: str, own: Sequence[Entry], place: Place) -> Entry:
    """Make an appeal's next entry, without its hash."""
    wrong = source.choice(own) if own and source.random() < CORRECTED else None
    kind, currency = (wrong.kind, wrong.money.currency) if wrong else _kind_and_currency(source)
    hundredths = source.randrange(100, 50_000_000)
    return Entry(
        seq=place.seq,
        appeal=code,
        number=len(own) + 1,
        kind=kind,
        money=Money.of_hundredths(-hundredths if wrong else hundredths, currency),
        day=place.moment.date(),
        note=source.choice(NOTES),
        receipt=source.randbytes(32).hex() if source.random() < WITH_RECEIPT else "",
        corrects=wrong.number if wrong else None,
        recorded_at=place.moment,
        previous=own[-1].hash if own else chain.GENESIS,
        before=place.before,
        hash="",
    )


def _kind_and_currency(source: random.Random) -> tuple[EntryKind, Currency]:
    return source.choice(list(EntryKind)), source.choice(list(Currency))


def measure(entries: Sequence[Entry]) -> Iterator[Cost]:
    """Export and verify all of it, then its longest appeal."""
    yield from _both("", "", entries)
    [(longest, _)] = Counter(entry.appeal for entry in entries).most_common(1)
    yield from _both("appeal, ", longest, [entry for entry in entries if entry.appeal == longest])


def _both(of: str, appeal: str, entries: Sequence[Entry]) -> Iterator[Cost]:
    data, exported = _timed(lambda: chain.export(entries, appeal))
    verified, checked = _timed(lambda: chain.verify(data))
    yield Cost(f"{of}export", len(entries), *exported, len(data) / 1e6)
    yield Cost(f"{of}verify", verified.count, *checked, len(data) / 1e6)


def _timed(act: Callable[[], T]) -> tuple[T, tuple[float, float]]:
    """Do it once; what it gives, and its seconds and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    made_of_it = act()
    return made_of_it, (time.perf_counter() - wall, time.process_time() - cpu)


def as_text(cost: Cost) -> str:
    """One line for people to read."""
    return (
        f"{cost.step:16}{cost.entries:>9}{cost.seconds:>9.3f}{cost.cpu_seconds:>9.3f}{cost.megabytes:>8.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    usage, _, _ = str(__doc__).partition("\n")
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description=usage)
    parser.add_argument("--entries", type=positive, default=10_000, metavar="N", help="how many there are")
    parser.add_argument("--seed", type=int, default=8, metavar="N", help="of the random source")
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args(arguments)
    line = f"{'step':16}{'entries':>9}{'seconds':>9}{'CPU':>9}{'MB':>8}"
    print(*head("ledger"), line, sep="\n", file=sys.stderr if given.json else sys.stdout, flush=True)
    for cost in measure(list(made(given.entries, given.seed))):
        print(json.dumps(cost._asdict()) if given.json else as_text(cost), flush=True)


if __name__ == "__main__":
    main()
