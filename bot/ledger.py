"""`python -m bot ledger`: the public ledger as a file, and the check of one, which needs nothing else."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot import opening
from config.settings import Settings
from domain import chain
from domain.chain import Verified
from domain.errors import StartRefused
from domain.ids import read_code
from domain.ledger import Balance, Entry, EntryKind
from domain.money import Currency, nothing
from storage import ledger
from storage.transaction import Transaction


def options(parser: ArgumentParser) -> None:
    """Add what the command takes."""
    actions = parser.add_subparsers(dest="action", metavar="action", required=True)
    line = actions.add_parser("export", help="write the ledger as a file that anybody can check")
    line.add_argument("--appeal", type=_code, metavar="CODE", help="of one appeal alone")
    line.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="where to (default: standard output)"
    )
    line = actions.add_parser("verify", help="check such a file; needs no database, settings or key")
    line.add_argument("file", type=Path, metavar="FILE", help="what was exported")
    line.add_argument("--head", type=_head, metavar="HEX", help="the hash that the channel posted")


async def run(
    settings: Callable[[], Settings],
    action: str,
    file: Path | None,
    appeal: str | None = None,
    head: str | None = None,
) -> int:
    """Export or verify, as `options` read it; `settings` are asked for by the export alone."""
    if action == "verify" and file is not None:
        return verify(file, head)
    return await export(settings(), file, appeal or "")


async def export(settings: Settings, file: Path | None = None, appeal: str = "") -> int:
    """Write the ledger, or one appeal's part of it, to a file or to standard output.

    On SQLite, too, while the bot works. StartRefused for an appeal without entries, a ledger that does not
    verify, and a file that cannot be written.
    """
    database = await opening.open_for_reading(settings)
    try:
        entries = await database.read(lambda tx: _entries(tx, appeal))
    finally:
        await database.close()
    if appeal and not entries:
        raise StartRefused(f"The ledger has no entries of {appeal}. Check the code.")
    data = chain.export(entries, appeal)
    try:
        chain.verify(data)
    except chain.Broken as fault:
        raise StartRefused(
            f"The ledger in the database is broken, nothing was written. {fault} "
            "Compare the database with its backups and with the files exported before."
        ) from fault
    if file is None:
        sys.stdout.buffer.write(data)
        return 0
    _replace(file, data)
    sys.stdout.write(f"{len(entries)} entries are in {file}\n")
    return 0


def verify(file: Path, head: str | None = None) -> int:
    """Print what an exported file says; 1, with the reason, when it is broken or does not hold the head."""
    try:
        verified = chain.verify(file.read_bytes())
    except OSError as fault:
        raise StartRefused(f"{file} cannot be read: {fault.strerror}.") from fault
    except chain.Broken as fault:
        sys.stdout.write(f"BROKEN: {file} is not as it was exported. {fault}\n")
        return 1
    for line in (*_facts(verified), "", *_table(verified)):
        sys.stdout.write(f"{line}\n")
    return _compared(verified, head) if head else 0


def _code(text: str) -> str:
    code = read_code(text)
    if code is None:
        raise ArgumentTypeError(f"must be an appeal's code, such as K7M4Q, not {text!r}")
    return code


def _head(text: str) -> str:
    try:
        return chain.read_head(text)
    except ValueError as fault:
        raise ArgumentTypeError(f"must be what the channel posted: {fault}") from fault


async def _entries(tx: Transaction, appeal: str) -> Sequence[Entry]:
    return await ledger.entries_of(tx, appeal) if appeal else await ledger.all_entries(tx)


def _replace(file: Path, data: bytes) -> None:
    """Put a whole file in place at once; StartRefused when it cannot be, and then nothing is changed."""
    beside = None
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as made:
            beside = Path(made.name)
            made.write(data)
            made.flush()
            os.fsync(made.fileno())
        beside.replace(file)
    except OSError as fault:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise StartRefused(f"{file} cannot be written: {fault.strerror}.") from fault


def _facts(verified: Verified) -> Iterator[str]:
    scope = f"appeal {verified.scope}" if verified.scope else "the whole ledger"
    yield f"ok      every line is as it was exported: {scope}"
    yield f"entries {verified.count}"
    yield f"head    {verified.head}"
    if verified.last is not None:
        yield f"last    recorded {verified.last:%Y-%m-%d %H:%M:%S} UTC"


def _table(verified: Verified) -> Iterator[str]:
    """A line for each appeal and currency: what was summed up of each kind, and what is left."""
    rows = [("appeal", "currency", *EntryKind, "left")]
    for appeal, sums in verified.sums.items():
        rows += [(appeal, currency, *_amounts(sums, currency)) for currency in _currencies(sums)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, currency, *amounts in rows:
        sides = (f"{amount:>{width}}" for amount, width in zip(amounts, widths[2:], strict=True))
        yield "  ".join((f"{name:{widths[0]}}", f"{currency:{widths[1]}}", *sides))


def _currencies(sums: Balance) -> Iterator[Currency]:
    return (each for each in Currency if any(each in held for held in sums.sums.values()))


def _amounts(sums: Balance, currency: Currency) -> Iterator[str]:
    left = sums.left.get(currency, nothing(currency))
    return (f"{money.amount:,.2f}" for money in (*(sums.of(kind, currency) for kind in EntryKind), left))


def _compared(verified: Verified, head: str) -> int:
    """Say where the posted head stands; 1 when nowhere."""
    seq = chain.holds(verified, head)
    if seq is not None:
        where = f"is entry {seq}" if seq else "is the beginning, before any entry"
        sys.stdout.write(f"\nok      the posted head {where}\n")
        return 0
    hint = " It may be of another appeal: ask the whole ledger." if verified.scope else ""
    sys.stdout.write(f"\nWRONG: no entry of this file has the posted head {head}.{hint}\n")
    return 1
