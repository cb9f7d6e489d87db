"""The folder of pages: what changed is written, never half, and a full disk stops nobody."""

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from bot.pages import Pages, put
from domain import chain
from domain.appeals import HAD_MONEY, Appeal, AppealState
from domain.ledger import EntryKind
from relay import appeal_care
from sandbox.server import make_app
from storage import appeals
from tests.bot import given
from tests.conftest import Desk

MONEY = [(EntryKind.RECEIVED, given.tenge(300_000)), (EntryKind.SPENT, given.tenge(120_000))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shown" / "pages"


@pytest.fixture
def pages(desk: Desk, folder: Path) -> Pages:
    return Pages(desk.app.relay, folder)


async def stored(desk: Desk, state: AppealState, code: str = "K7M2Q") -> Appeal:
    return await desk.app.relay.work(partial(given.stored, given.of(state, code)))


async def unwritten(desk: Desk) -> Sequence[str]:
    found = await desk.app.relay.work(lambda work: appeals.unwritten(work.tx, 10))
    return [appeal.code for appeal in found]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


async def test_an_appeal_gets_its_folder(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.OPEN)
    digest = await desk.app.relay.work(partial(given.published, given.receipt()))
    await desk.app.relay.work(partial(given.written_down, MONEY, digest=digest))
    await pages.write()
    assert names(folder / "K7M2Q") == {
        *("index.html", "kk.html", "uz.html", "ru.html", "en.html"),
        *("ledger.jsonl", f"receipts/{digest}.jpg"),
    }
    assert (folder / "K7M2Q/index.html").read_bytes() == (folder / "K7M2Q/ru.html").read_bytes()
    assert (folder / "K7M2Q/receipts" / f"{digest}.jpg").read_bytes() == given.receipt()
    assert chain.verify((folder / "K7M2Q/ledger.jsonl").read_bytes())
    assert await unwritten(desk) == []


@pytest.mark.parametrize("state", AppealState)
async def test_only_what_was_public_has_a_page(
    desk: Desk, pages: Pages, folder: Path, state: AppealState
) -> None:
    await stored(desk, state)
    await pages.write()
    assert (folder / "K7M2Q").exists() == (state in HAD_MONEY)
    assert await unwritten(desk) == []


async def test_a_page_that_may_no_longer_be_shown_goes(desk: Desk, pages: Pages, folder: Path) -> None:
    appeal = await stored(desk, AppealState.OPEN)
    await stored(desk, AppealState.OPEN, "R4T6V")
    await pages.write()
    withdrawn = replace(appeal, state=AppealState.WITHDRAWN)
    await desk.app.relay.work(lambda work: appeals.save(work.tx, withdrawn))
    await pages.write()
    assert not (folder / "K7M2Q").exists()
    assert (folder / "R4T6V" / "index.html").exists(), "nobody else's page is touched"


async def test_only_what_changed_is_written(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.OPEN)
    await stored(desk, AppealState.OPEN, "R4T6V")
    await pages.write()
    before = (folder / "R4T6V/ru.html").stat().st_ino
    desk.world.clock.wind(timedelta(minutes=1))
    await desk.app.relay.work(partial(given.written_down, MONEY))
    appeal = await desk.app.relay.work(lambda work: appeals.find_code(work.tx, "K7M2Q"))
    assert appeal is not None
    await desk.app.relay.work(lambda work: appeals.save(work.tx, appeal))
    await pages.write()
    assert "300" in (folder / "K7M2Q/ru.html").read_text("utf-8")
    assert (folder / "R4T6V/ru.html").stat().st_ino == before


async def test_a_new_day_counts_its_days(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.OPEN)
    await pages.write()
    assert "12 days left" in (folder / "K7M2Q/en.html").read_text("utf-8")
    desk.world.clock.wind(timedelta(days=1))
    await pages.write()
    assert "11 days left" in (folder / "K7M2Q/en.html").read_text("utf-8")


async def test_what_was_lost_comes_back_at_the_next_start(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.CLOSED)
    await pages.write()
    (folder / "K7M2Q/kk.html").unlink()
    await Pages(desk.app.relay, folder).write()
    assert (folder / "K7M2Q/kk.html").exists()


async def test_what_changes_while_it_is_written_is_written_again(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    appeal = await stored(desk, AppealState.OPEN)
    pages = Pages(desk.app.relay, folder)
    write = pages._put

    async def meanwhile(*given: object) -> bool:
        frozen = replace(appeal, state=AppealState.FROZEN)
        await desk.app.relay.work(lambda work: appeals.save(work.tx, frozen))
        return await write(*given)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(pages, "_put", meanwhile)
    await pages.write()
    assert await unwritten(desk) == ["K7M2Q"]
    await pages.write()
    assert await unwritten(desk) == []
    assert "Paused" in (folder / "K7M2Q/en.html").read_text("utf-8")


async def test_where_nothing_can_be_written_that_is_said_once(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.OPEN)
    folder.parent.mkdir()
    folder.write_text("a file in the way", encoding="utf-8")  # noqa: ASYNC240 - one small file
    with capture_logs() as logs:
        await pages.write()
        await pages.write()
    assert [line["event"] for line in logs] == ["pages cannot be written"]
    assert await unwritten(desk) == ["K7M2Q"]
    folder.unlink()  # noqa: ASYNC240 - the same
    await pages.write()
    assert (folder / "K7M2Q/index.html").exists()
    assert await unwritten(desk) == []


async def test_one_page_that_cannot_be_written_holds_up_no_other(
    desk: Desk, pages: Pages, folder: Path
) -> None:
    for code in ("K7M2Q", "R4T6V"):
        await stored(desk, AppealState.OPEN, code)
    put(folder, {"K7M2Q": b"a file in the way"})
    with capture_logs() as logs:
        await pages.write()
        await pages.write()
    assert (folder / "R4T6V/index.html").exists()
    assert await unwritten(desk) == ["K7M2Q"]
    assert [line["folder"] for line in logs] == [str(folder / "K7M2Q")]


async def test_a_full_disk_leaves_the_former_page_whole(
    desk: Desk, pages: Pages, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    appeal = await stored(desk, AppealState.OPEN)
    await pages.write()
    shown = (folder / "K7M2Q/en.html").read_bytes()

    def half_written(file: Path, content: bytes) -> int:
        with file.open("wb") as beside:
            beside.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", half_written)
        frozen = replace(appeal, state=AppealState.FROZEN)
        await desk.app.relay.work(lambda work: appeals.save(work.tx, frozen))
        await pages.write()
    assert (folder / "K7M2Q/en.html").read_bytes() == shown
    assert await unwritten(desk) == ["K7M2Q"]
    await pages.write()
    assert "Paused" in (folder / "K7M2Q/en.html").read_text("utf-8")
    assert [name for name in names(folder) if "/." in name] == []


async def test_the_page_of_a_cancelled_appeal_stays_when_its_papers_are_wiped(
    desk: Desk, pages: Pages, folder: Path
) -> None:
    appeal = await stored(desk, AppealState.CANCELLED)
    await desk.app.relay.work(partial(given.written_down, MONEY))
    await pages.write()
    before = names(folder)
    desk.world.clock.wind(timedelta(days=5))
    assert await desk.app.relay.work(appeal_care.wipe) == 1
    await pages.write()
    assert names(folder) == before
    assert "₸300,000" in (folder / f"{appeal.code}/en.html").read_text("utf-8")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    put(tmp_path / "K7M2Q", {"ru.html": b"old"})
    with (tmp_path / "K7M2Q/ru.html").open("rb") as reader:
        put(tmp_path / "K7M2Q", {"ru.html": b"new and longer"})
        assert reader.read() == b"old", "whoever was reading reads on"
    assert (tmp_path / "K7M2Q/ru.html").read_bytes() == b"new and longer"
    assert names(tmp_path) == {"K7M2Q/ru.html"}


def test_what_is_right_stays_untouched(tmp_path: Path) -> None:
    put(tmp_path / "K7M2Q", {"ru.html": b"same"})
    before = (tmp_path / "K7M2Q/ru.html").stat().st_ino
    put(tmp_path / "K7M2Q", {"ru.html": b"same"})
    assert (tmp_path / "K7M2Q/ru.html").stat().st_ino == before


def test_a_receipt_that_is_no_more_shown_goes_and_strangers_stay(tmp_path: Path) -> None:
    put(tmp_path / "K7M2Q", {"ru.html": b"page", "receipts/ab.jpg": b"picture"})
    (tmp_path / "K7M2Q/notes.txt").write_text("the operator's", encoding="utf-8")
    (tmp_path / "K7M2Q/.ru.html").write_text("left by a crash", encoding="utf-8")
    put(tmp_path / "K7M2Q", {"ru.html": b"page"})
    assert names(tmp_path) == {"K7M2Q/ru.html", "K7M2Q/notes.txt"}


def test_a_web_server_of_another_user_may_read(tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        put(tmp_path / "pages" / "K7M2Q", {"receipts/ab.jpg": b"picture"})
    finally:
        os.umask(mask)
    modes = [(tmp_path / "pages" / part).stat().st_mode & 0o777 for part in ("", "K7M2Q", "K7M2Q/receipts")]
    assert modes == [0o755] * 3
    assert (tmp_path / "pages/K7M2Q/receipts/ab.jpg").stat().st_mode & 0o777 == 0o644


async def test_the_sandbox_shows_what_is_written(desk: Desk, pages: Pages, folder: Path) -> None:
    await stored(desk, AppealState.OPEN)
    app = make_app(desk.world, settle=desk.settle, casts={}, pages=folder)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
        assert (await client.get("/appeals/K7M2Q/")).status_code == 404
        await pages.write()
        shown = await client.get("/appeals/K7M2Q/")
    assert shown.content == (folder / "K7M2Q/index.html").read_bytes()
