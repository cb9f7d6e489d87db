# ruff: noqa: ASYNC240 - a test's own files are small
"""`python -m bot schedule`: what it prints of a database as the bot leaves it, and that it only reads."""

import asyncio
import re
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot import opening, schedule
from bot.__main__ import main
from config.settings import Settings
from domain.clock import SystemClock
from domain.documents import ReportState
from domain.errors import StartRefused
from domain.reposts import Item, ItemKind
from relay.reposts import PAUSED
from storage import documents, notes, reposts
from storage.opening import lock
from storage.schema import reports
from storage.schema import reposts as timetable
from storage.transaction import Transaction
from tests.bot.conftest import MakeSettings
from tests.storage.store import Store

Said = pytest.CaptureFixture[str]
DATABASE = Path("data", "tabyldy.db")
DAY = timedelta(days=1)
NAMES = ("Жаңабай Исраилов", "Дина Омарова", "Рустам Юсупов")
LINE = re.compile(r"^    (\S{5}) find (.+)$")


async def fill(settings: Settings, *, states: Sequence[ReportState] = (ReportState.OPEN,) * 3) -> list[str]:
    """Finds on the timetable: shown once, never shown, brought forward; their codes."""
    now = SystemClock().now()
    database = await opening.open_database(settings, now)
    store = Store(settings.database_url, database, now)
    anna, codes = await store.person(), []
    for number, (name, state) in enumerate(zip(NAMES, states, strict=True)):
        report = await store.report(anna, name=name, state=state)
        shown, turn = (1, 0, 4)[number], (1, 0, 0)[number]
        at = now - DAY if shown else None
        item = Item(ItemKind.FIND, report.id, shown, turn, now - 2 * DAY, at, now - timedelta(hours=1))
        await store.write(partial(reposts.begin, item=item))
        codes.append(report.code)
    await database.close()
    return codes


def everything() -> list[str]:
    """The whole database in words."""
    with closing(sqlite3.connect(DATABASE)) as connection:
        return list(connection.iterdump())


async def test_each_day_has_its_digests_and_each_digest_its_lines(
    settings: MakeSettings, capsys: Said
) -> None:
    codes = await fill(settings())
    assert await schedule.run(settings(channel_id="@tabyldy_test"), 30) == 0
    said = capsys.readouterr().out
    assert said.startswith("What comes back in the next 30 days if nothing is new and nothing ends (")
    assert not [part for name in NAMES for part in name.split() if part in said]
    lines = [(found[1], found[2]) for found in map(LINE.match, said.splitlines()) if found]
    assert {code for code, _ in lines} == set(codes)
    whys = dict(reversed(lines))
    day = (SystemClock().now() - DAY).astimezone(settings().time_zone).date()
    assert whys[codes[0]] == f"shown once, last on {day}"
    assert whys[codes[1]] == "first time"
    assert whys[codes[2]] == f"brought forward, shown 4 times, last on {day}"
    days = re.findall(r"^(\d{4}-\d{2}-\d{2}) [A-Z][a-z]+day$", said, re.MULTILINE)
    assert days == sorted(set(days))
    assert len(days) > 3
    digests = re.findall(r"^  \d{2}:\d{2}$", said, re.MULTILINE)
    assert said.splitlines()[-1] == (
        f"Digests: {len(digests)}. Lines: {len(lines)}. Appeals: 0% of the lines. Most lines in a day: 3."
    )


async def test_what_is_claimed_paused_or_without_a_channel_is_told(
    settings: MakeSettings, capsys: Said
) -> None:
    codes = await fill(settings(), states=(ReportState.OPEN, ReportState.CLAIMED, ReportState.RETURNED))
    assert await schedule.run(settings(), 1) == 0
    said = capsys.readouterr().out
    assert said.startswith("What comes back in the next day if ")
    assert [code in said for code in codes] == [True, False, False]
    assert "CHANNEL_ID is not set: nothing is posted before it is." in said

    async def pause(tx: Transaction) -> None:
        await notes.put(tx, PAUSED, "find,watch")

    database = await opening.open_database(settings(), SystemClock().now())
    await database.write(pause)
    await database.close()
    assert await schedule.run(settings(channel_id="@tabyldy_test")) == 0
    said = capsys.readouterr().out
    assert "Paused by moderators: find, watch." in said
    assert "CHANNEL_ID" not in said
    assert said.endswith("Digests: 0. Lines: 0. Appeals: 0% of the lines. Most lines in a day: 0.\n")


async def test_it_reads_beside_the_running_bot_and_changes_nothing(
    settings: MakeSettings, capsys: Said
) -> None:
    codes = await fill(settings())
    held = lock(settings().database_url)
    assert held is not None
    before = everything()
    with closing(sqlite3.connect(DATABASE)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM reposts")
        began = time.monotonic()
        assert await schedule.run(settings(), 7) == 0
        assert time.monotonic() - began < 3, "it does not wait for who writes"
        writer.rollback()
    held.release()
    said = capsys.readouterr().out
    assert all(code in said for code in codes)
    assert everything() == before


async def test_where_there_is_no_database_none_is_made(settings: MakeSettings) -> None:
    with pytest.raises(StartRefused, match=r"There is no database at data/tabyldy\.db yet"):
        await schedule.run(settings(), 30)
    assert list(Path().iterdir()) == []


async def test_an_older_or_newer_schema_is_left_alone_with_advice(settings: MakeSettings) -> None:
    await fill(settings())
    with closing(sqlite3.connect(DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    before = everything()
    with pytest.raises(StartRefused, match="Run: python -m bot migrate"):
        await schedule.run(settings(), 30)
    assert everything() == before
    with closing(sqlite3.connect(DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StartRefused, match="written by a newer version"):
        await schedule.run(settings(), 30)


async def test_a_lost_key_is_told_and_not_replaced(settings: MakeSettings) -> None:
    await fill(settings())
    key = settings().data_key_file
    key.unlink()
    with pytest.raises(StartRefused):
        await schedule.run(settings(), 30)
    assert not key.exists()


@pytest.mark.usefixtures("plain_logs", "elsewhere")
@pytest.mark.parametrize("days", ["0", "366", "-1", "many", "1.5", "", "٣"])
def test_a_number_of_days_that_is_none_is_refused(capsys: Said, days: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["schedule", f"--days={days}"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert f"argument --days: must be a whole number of days from 1 to 365, not {days!r}" in said


@pytest.mark.usefixtures("plain_logs")
def test_the_command_line_hands_the_days_on(elsewhere: Path, settings: MakeSettings, capsys: Said) -> None:
    (elsewhere / ".env").write_text("OWNER_IDS=1\nDATA_KEY_FILE=keys/data.key\n")
    asyncio.run(fill(settings()))
    for arguments, words in ((["--days", "365"], "next 365 days"), ([], "next 30 days")):
        assert main(["schedule", *arguments]) == 0
        assert words in capsys.readouterr().out


async def fill_with(settings: Settings, count: int) -> None:
    """So many finds that were reported in the last year, all due by now."""
    now = SystemClock().now()
    database = await opening.open_database(settings, now)
    store = Store(settings.database_url, database, now - 366 * DAY)
    plain = await store.report(await store.person())

    async def add(tx: Transaction) -> None:
        made, turns = [], []
        for number in range(count):
            report = replace(plain, id=store.new_id(), code=f"{number:05d}")
            own = {"id": report.id, "code": report.code, "finder_id": plain.finder_id}
            made.append({**documents._columns(tx, report), **own, "created_at": store.now})
            shown = number % 6
            due = {"shown": shown, "turn": shown, "due_at": now - timedelta(minutes=number)}
            kept = {"since": store.now, "shown_at": store.now if shown else None, "kind": "find"}
            turns.append({"subject": report.id, **due, **kept})
        await tx.execute(reports.insert(), made)
        await tx.execute(timetable.insert(), turns)

    await database.write(add)
    await database.close()


@pytest.mark.parametrize("count", [1_000, pytest.param(50_000, marks=pytest.mark.thorough)])
async def test_what_waits_for_years_costs_little(settings: MakeSettings, capsys: Said, count: int) -> None:
    await fill_with(settings(), count)
    began = time.monotonic()
    assert await schedule.run(settings(), 30) == 0
    took = time.monotonic() - began
    said = capsys.readouterr().out
    assert len([line for line in said.splitlines() if LINE.match(line)]) >= 890
    assert "Most lines in a day: 30." in said
    assert took < 3
