"""The timetable: jobs run at the start and again, and one that fails harms no other."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from bot import jobs
from bot.assembly import App
from bot.timetable import Timetable
from tests.bot.conftest import MakeSettings
from tests.conftest import Desk

ZONE = ZoneInfo("Asia/Tashkent")


@pytest.fixture
async def timetable() -> Timetable:
    return Timetable(ZONE)


def planned(timetable: Timetable) -> Iterator[Any]:
    yield from timetable._scheduler.get_jobs()


async def test_a_failing_job_is_logged_and_does_not_stop_the_others(timetable: Timetable) -> None:
    failed, done = asyncio.Event(), asyncio.Event()

    async def failing() -> None:
        failed.set()
        raise RuntimeError("Жаңабай")

    async def working() -> None:
        done.set()

    timetable.every(timedelta(hours=1), {"failing": failing, "working": working})
    with capture_logs() as logs:
        timetable.start()
        await asyncio.wait_for(asyncio.gather(failed.wait(), done.wait()), 5)
        ids = [job.id for job in planned(timetable)]
        await timetable.stop()
    assert sorted(ids) == ["failing", "working"], "a job that failed runs again next time"
    assert [(line["event"], line["job"]) for line in logs] == [("job failed", "failing")]


async def test_the_next_run_is_an_interval_later(timetable: Timetable) -> None:
    done = asyncio.Event()

    async def working() -> None:
        done.set()

    timetable.every(timedelta(minutes=7), {"working": working})
    timetable.start()
    await asyncio.wait_for(done.wait(), 5)
    [job] = planned(timetable)
    await timetable.stop()
    wait = job.next_run_time - datetime.now(ZONE)
    assert timedelta(minutes=6) < wait <= timedelta(minutes=7)


async def test_a_missed_run_is_made_up_for_once(timetable: Timetable) -> None:
    async def nothing() -> None:
        return

    timetable.every(timedelta(seconds=20), {"often": nothing})
    timetable.nightly(4, {"nightly": nothing})
    timetable.start()
    for job in planned(timetable):
        assert job.coalesce, "many missed runs are one"
        assert job.misfire_grace_time is None, "however late, it still runs"
        assert job.max_instances == 1, "never beside itself"
    await timetable.stop()


async def test_stopping_lets_a_job_under_way_come_to_its_end(timetable: Timetable) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def slow() -> None:
        begun.set()
        await go_on.wait()
        ended.append("slow")

    timetable.every(timedelta(hours=1), {"slow": slow})
    timetable.start()
    await asyncio.wait_for(begun.wait(), 5)
    asyncio.get_running_loop().call_soon(go_on.set)
    await timetable.stop()
    assert ended == ["slow"]


async def test_a_nightly_job_waits_for_its_hour_in_the_zone_of_the_page(timetable: Timetable) -> None:
    async def nothing() -> None:
        return

    timetable.nightly(4, {"nightly": nothing})
    timetable.start()
    [job] = planned(timetable)
    await timetable.stop()
    local = job.next_run_time.astimezone(ZONE)
    assert (local.hour, local.minute, local.second) == (4, 0, 0)


async def test_a_running_bot_has_its_jobs(desk: Desk, settings: MakeSettings) -> None:
    on_sqlite = jobs.timetable_of(desk.app, settings())
    on_a_server = jobs.timetable_of(desk.app, settings(database_url="postgresql+asyncpg://me@host/db"))
    rounds = {"absence", "silence", "reports", "watches", "wipe", "reminders", "news", "reposts", "summary"}
    rounds |= {"questions", "wiped questions", "wiped entries", "appeals", "appeal posts"}
    rounds |= {"ended appeals", "outcomes", "wiped appeals", "ledger"}
    always = {"troubles", "tidy", "sign of life", "broadcasts", "pages", "receipts"} | rounds
    assert {job.id for job in planned(on_sqlite)} == always | {"backup"}
    assert {job.id for job in planned(on_a_server)} == always, "a server's database has its own backups"


EVERY_ROUND = {**jobs.ROUNDS, **jobs.BROADCASTS}


@pytest.mark.parametrize("bad", EVERY_ROUND)
async def test_a_failing_round_keeps_no_other_from_running(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    done = {each: asyncio.Event() for each in EVERY_ROUND.values()}

    async def runs(_: App, each: jobs.Round) -> None:
        done[each].set()
        if each is EVERY_ROUND[bad]:
            raise RuntimeError("Жаңабай")

    async def nothing(_: App) -> None:
        return

    for name, job in (("until_done", runs), ("tell_troubles", nothing), ("_tidy", nothing)):
        monkeypatch.setattr(jobs, name, job)
    timetable = jobs.common(desk.app)
    with capture_logs() as logs:
        timetable.start()
        await asyncio.wait_for(asyncio.gather(*(each.wait() for each in done.values())), 5)
        ids = {job.id for job in planned(timetable)}
        await timetable.stop()
    assert ids >= set(EVERY_ROUND), "a round that failed runs again next time"
    assert [(line["event"], line["job"]) for line in logs] == [("job failed", bad)]


async def test_the_sign_of_life_needs_no_folder(settings: MakeSettings) -> None:
    chosen = settings(database_url="postgresql+asyncpg://me@host/db")
    await jobs._sign_of_life(chosen)
    assert jobs.life_sign(chosen) == Path("data", "heartbeat")
    assert jobs.life_sign(chosen).exists()


async def test_tidying_is_logged_only_when_something_was_forgotten(desk: Desk) -> None:
    person = desk.person("Anna", "en")
    await person.sends("/help")
    with capture_logs() as logs:
        await jobs._tidy(desk.app)
        desk.world.clock.wind(timedelta(days=4))
        await jobs._tidy(desk.app)
    assert len(logs) == 1
    assert logs[0]["inbox"] == logs[0]["replies"] == 1


async def test_the_nightly_copy_lies_beside_the_database(
    desk: Desk, settings: MakeSettings, tmp_path: Path
) -> None:
    with capture_logs() as logs:
        await jobs._backup(desk.app, settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/tabyldy.db"))
    [copy] = (tmp_path / "backups").iterdir()
    assert copy.name == "tabyldy-nightly-20261122-090000.db"
    assert logs[0]["size"] == copy.stat().st_size > 0
