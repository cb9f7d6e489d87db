# ruff: noqa: ASYNC240 - a test's own files are small
"""`python -m bot ledger`: what is exported verifies, on a machine that has nothing but the file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot import ledger, opening
from bot.__main__ import main
from config.settings import Settings
from domain import chain
from domain.clock import SystemClock
from domain.errors import StartRefused
from domain.ledger import Entry, EntryKind
from domain.money import Currency, Money
from storage import ledger as stored
from storage.opening import lock
from storage.transaction import Transaction
from tests.bot.conftest import MakeSettings

Said = pytest.CaptureFixture[str]
BytesSaid = pytest.CaptureFixture[bytes]
CODES = ("K7M4Q", "C2D3F")
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("plain_logs", "elsewhere")


def entries() -> list[Entry]:
    """Six entries of two appeals."""
    done: list[Entry] = []
    for seq in range(1, 7):
        own = [entry for entry in done if entry.appeal == CODES[seq % 2]]
        entry = Entry(
            seq=seq,
            appeal=CODES[seq % 2],
            number=len(own) + 1,
            kind=EntryKind.SPENT if seq > 4 else EntryKind.RECEIVED,
            money=Money.of_hundredths(seq * 1_000_050, Currency.KZT),
            day=date(2026, 11, 22),
            note=f"Жазба {seq}",
            receipt="",
            corrects=None,
            recorded_at=START + timedelta(minutes=seq, microseconds=7),
            previous=own[-1].hash if own else chain.GENESIS,
            before=done[-1].hash if done else chain.GENESIS,
            hash="",
        )
        done.append(chain.chained(entry))
    return done


async def fill(settings: Settings, listed: Sequence[Entry]) -> None:
    """A database with a ledger."""

    async def add(tx: Transaction) -> None:
        await stored.head(tx, chain.GENESIS)
        for entry in listed:
            await stored.append(tx, entry)

    database = await opening.open_database(settings, SystemClock().now())
    await database.write(add)
    await database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An exported file."""
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(chain.export(entries()))
    return path


async def test_what_is_exported_is_the_ledger(settings: MakeSettings, capfdbinary: BytesSaid) -> None:
    await fill(settings(), entries())
    file = Path("ledger.jsonl")
    file.write_text("an older one")
    assert await ledger.export(settings(), file) == 0
    assert file.read_bytes() == chain.export(entries())
    assert capfdbinary.readouterr().out == b"6 entries are in ledger.jsonl\n"
    assert await ledger.export(settings()) == 0
    assert capfdbinary.readouterr().out == chain.export(entries())
    assert await ledger.export(settings(), appeal=CODES[1]) == 0
    assert capfdbinary.readouterr().out == chain.export(entries()[::2], CODES[1])
    left = {path.name for path in Path().iterdir()}
    assert left <= {"backups", "data", "keys", "ledger.jsonl"}, "nothing is left beside the file"


async def test_the_ledger_is_exported_beside_the_running_bot(settings: MakeSettings) -> None:
    await fill(settings(), entries())
    held = lock(settings().database_url)
    assert held is not None
    assert await ledger.export(settings(), Path("ledger.jsonl")) == 0
    held.release()


async def test_an_empty_ledger_is_exported_and_an_unknown_appeal_is_not(
    settings: MakeSettings, capfdbinary: BytesSaid
) -> None:
    await fill(settings(), [])
    assert await ledger.export(settings()) == 0
    assert capfdbinary.readouterr().out == chain.export([])
    with pytest.raises(StartRefused, match="no entries of XW9TP"):
        await ledger.export(settings(), appeal="XW9TP")


async def test_a_ledger_that_was_tampered_with_is_not_exported(settings: MakeSettings) -> None:
    listed = entries()
    listed[2] = replace(listed[2], note="Another")
    await fill(settings(), listed)
    with pytest.raises(StartRefused, match=r"is broken, nothing was written\. Line 4: the hash is not that"):
        await ledger.export(settings(), Path("ledger.jsonl"))
    assert not Path("ledger.jsonl").exists()


async def test_what_cannot_be_written_is_told_and_nothing_is_left(settings: MakeSettings) -> None:
    await fill(settings(), entries())
    Path("taken").mkdir()
    before = sorted(Path().iterdir())
    for file in (Path("taken"), Path("nowhere", "ledger.jsonl")):
        with pytest.raises(StartRefused, match=f"^{file} cannot be written: "):
            await ledger.export(settings(), file)
    assert sorted(Path().iterdir()) == before


def test_without_a_database_nothing_is_exported_and_none_is_made(capsys: Said) -> None:
    assert main(["ledger", "export"]) == 1
    assert "There is no database at data/tabyldy.db yet." in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_a_file_is_verified_with_nothing_but_the_file(file: Path, capsys: Said) -> None:
    Path(".env").write_text("BOT_TOKEN=mine\nPORT=high\nDATABASE_URL=none\n")
    assert main(["ledger", "verify", str(file)]) == 0
    head = entries()[-1].hash
    assert capsys.readouterr().out.splitlines() == [
        "ok      every line is as it was exported: the whole ledger",
        "entries 6",
        f"head    {head}",
        "last    recorded 2026-11-22 09:06:00 UTC",
        "",
        "appeal  currency   received  transferred      spent  delivered        left",
        "C2D3F   KZT       40,002.00         0.00  50,002.50       0.00  -10,000.50",
        "K7M4Q   KZT       60,003.00         0.00  60,003.00       0.00        0.00",
    ]
    assert {path.name for path in Path().iterdir()} == {".env", file.name}, "nothing was made"
    assert main(["ledger", "export"]) == 1, "the export needs right settings"
    assert "PORT" in capsys.readouterr().err


@pytest.mark.parametrize(("seq", "length"), [(1, 16), (4, 40), (6, 64)])
def test_a_posted_head_is_found(file: Path, capsys: Said, seq: int, length: int) -> None:
    head = entries()[seq - 1].hash[:length]
    assert main(["ledger", "verify", str(file), "--head", head.upper()]) == 0
    assert capsys.readouterr().out.endswith(f"\nok      the posted head is entry {seq}\n")


def test_a_posted_head_of_no_entry_is_told(file: Path, capsys: Said) -> None:
    assert main(["ledger", "verify", str(file), "--head", "ab" * 8]) == 1
    assert capsys.readouterr().out.endswith(
        f"\nWRONG: no entry of this file has the posted head {'ab' * 8}.\n"
    )
    file.write_bytes(chain.export(entries()[::2], CODES[1]))
    assert main(["ledger", "verify", str(file), "--head", entries()[1].hash]) == 1
    said = capsys.readouterr().out
    assert said.startswith("ok      every line is as it was exported: appeal C2D3F\n")
    assert said.endswith("It may be of another appeal: ask the whole ledger.\n")


def test_an_empty_ledger_holds_the_head_before_any_entry(file: Path, capsys: Said) -> None:
    file.write_bytes(chain.export([]))
    assert main(["ledger", "verify", str(file), "--head", chain.GENESIS]) == 0
    said = capsys.readouterr().out
    assert "entries 0\n" in said
    assert said.endswith("the posted head is the beginning, before any entry\n")


def test_a_broken_file_is_told_with_its_line(file: Path, capsys: Said) -> None:
    file.write_bytes(file.read_bytes().replace(b'"10000.50"', b'"20000.50"'))
    assert main(["ledger", "verify", str(file)]) == 1
    assert capsys.readouterr().out == (
        f"BROKEN: {file} is not as it was exported. "
        "Line 2: the hash is not that of the entry's words: one of both was changed.\n"
    )


def test_a_file_that_cannot_be_read_is_told(capsys: Said) -> None:
    assert main(["ledger", "verify", "nowhere"]) == 1
    assert (
        capsys.readouterr().err
        == "Tabyldy cannot go on.\nnowhere cannot be read: No such file or directory.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ([], "the following arguments are required: action"),
        (["verify"], "the following arguments are required: FILE"),
        (["verify", "a", "--head", "abc"], "must be what the channel posted: a head is the first 16 to 64"),
        (["export", "--appeal", "A1"], "must be an appeal's code, such as K7M4Q, not 'A1'"),
    ],
)
def test_a_wrong_command_line_is_told(arguments: list[str], advice: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ledger", *arguments])
    assert ended.value.code == 2
    assert advice in capsys.readouterr().err
