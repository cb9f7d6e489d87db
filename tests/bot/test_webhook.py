"""The webhook: Telegram hears 200 when the effects are committed."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select
from telegram import Update

from bot.webhook import PATH, make_app
from sandbox.courier import deliver
from storage import schema
from tests.conftest import Desk

SECRET = "s3cret"
ADDRESS = f"https://bot.example{PATH}"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages with one appeal's, and beside it what is nobody's business."""
    folder = tmp_path / "pages"
    (folder / "A12" / "receipts").mkdir(parents=True)
    (folder / "A12" / "index.html").write_text("<!doctype html>the page", encoding="utf-8")
    (folder / "A12" / ".kk.html").write_text("half", encoding="utf-8")
    (folder / "A12" / "ledger.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.db").write_text("sealed", encoding="utf-8")
    return folder


@pytest.fixture
async def client(desk: Desk, pages: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = make_app(desk.app.bot, SECRET, desk.app.take, pages)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as made:
        yield made


async def applied(desk: Desk) -> int:
    """How many updates were applied so far."""
    query = select(func.count()).select_from(schema.inbox)
    result = await desk.app.relay.database.read(lambda tx: tx.execute(query))
    return int(result.scalar_one())


def says(desk: Desk, text: str) -> str:
    """Somebody writes; the update as Telegram would post it."""
    person = desk.world.add_person("Anna", "en")
    desk.world.send_text(person.id, person.id, text)
    return json.dumps(desk.world.updates.pending[-1])


async def test_telegram_delivers_and_the_person_is_answered(desk: Desk, client: httpx.AsyncClient) -> None:
    anna = desk.person("Anna", "en")
    await desk.app.bot.set_webhook(ADDRESS, secret_token=SECRET)
    desk.world.send_text(anna.id, anna.id, "/help")
    assert await deliver(desk.world, client) == 1
    assert "What I can do" in anna.screen


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: "S3cret"}, {HEADER: "ж"}])
async def test_a_wrong_secret_is_refused_and_nothing_happens(
    desk: Desk, client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    raw = {name.encode(): value.encode() for name, value in headers.items()}
    answer = await client.post(ADDRESS, content=says(desk, "/help"), headers=raw)
    assert answer.status_code == 403
    assert await applied(desk) == 0


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"null", b"[]", b"[1]", b'"x"', b"7", b"{}", b"\xff\xfe"),
        *(b'{"update_id": "x"}', b'{"message": 5}', b'{"update_id": 1, "message": 5}'),
        b'{"update_id": 1, "message": {"chat": []}}',
    ],
)
async def test_garbage_is_a_bad_request(desk: Desk, client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post(ADDRESS, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 400
    assert await applied(desk) == 0


async def test_an_update_of_an_unknown_kind_is_taken_and_ignored(
    desk: Desk, client: httpx.AsyncClient
) -> None:
    answer = await client.post(ADDRESS, content=b'{"update_id": 7, "new_kind": {}}', headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert await applied(desk) == 0


async def test_nothing_but_a_post_is_answered_there(client: httpx.AsyncClient) -> None:
    assert (await client.get(ADDRESS)).status_code == 405
    assert (await client.get("https://bot.example/health")).text == "ok"


async def test_telegram_hears_ok_only_after_the_commit(desk: Desk, tmp_path: Path) -> None:
    committed, asked = asyncio.Event(), asyncio.Event()

    async def slow(update: Update) -> None:
        asked.set()
        await committed.wait()
        await desk.app.take(update)

    app = make_app(desk.app.bot, SECRET, slow, tmp_path)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        post = client.post(ADDRESS, content=says(desk, "/help"), headers={HEADER: SECRET})
        request = asyncio.create_task(post)
        await asked.wait()
        assert not request.done()
        committed.set()
        assert (await request).status_code == 200
    assert await applied(desk) == 1


async def test_an_update_that_is_delivered_again_changes_nothing(
    desk: Desk, client: httpx.AsyncClient
) -> None:
    anna = desk.person("Anna", "en")
    desk.world.send_text(anna.id, anna.id, "/help")
    body = json.dumps(desk.world.updates.pending[-1])
    posts = [client.post(ADDRESS, content=body, headers={HEADER: SECRET}) for _ in range(3)]
    answers = await asyncio.gather(*posts)
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len(anna.messages) == 1


@pytest.mark.parametrize("path", ["A12/", "A12/index.html"])
async def test_the_page_of_an_appeal_stands_beside_with_its_headers(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(f"https://bot.example/appeals/{path}")
    assert (answer.status_code, answer.text) == (200, "<!doctype html>the page")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"


async def test_an_export_is_never_read_as_a_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("https://bot.example/appeals/A12/ledger.jsonl")
    assert (answer.text, "html" in answer.headers["content-type"]) == ("{}", False)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        *("", "A12/receipts/", "A13/", "A12/none.html", "A12/.kk.html"),
        *("..%2fsecret.db", "%2e%2e/secret.db", "A12/..%2f..%2fsecret.db", "%2fetc%2fpasswd"),
    ],
)
async def test_nothing_else_is_shown_and_no_folder_is_listed(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(f"https://bot.example/appeals/{path}")
    assert answer.status_code == 404
    assert "sealed" not in answer.text


async def test_pages_are_only_read(client: httpx.AsyncClient) -> None:
    page = "https://bot.example/appeals/A12/index.html"
    assert (await client.head(page)).text == ""
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert (await client.request(method, page)).status_code == 405


async def test_before_the_first_page_there_is_nothing_to_see(desk: Desk, tmp_path: Path) -> None:
    app = make_app(desk.app.bot, SECRET, desk.app.take, tmp_path / "none")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        assert (await client.get("https://bot.example/appeals/A12/")).status_code == 404
