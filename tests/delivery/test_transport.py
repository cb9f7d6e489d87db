"""PTB over aiohttp against servers of this machine that behave, and that do not."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, InputFile, InputMediaDocument, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from delivery.outcome import InDoubt, Later, Migrated, Outcome, Undeliverable, Unreachable, of_error
from delivery.transport import AiohttpRequest
from tests.delivery.wire import SENT, TOKEN, Act, Server, bot_of, failed, raw, refusal, result, says, silence

SOON = 0.1  # seconds: a time-out that is to strike
AT_ONCE: dict[str, Any] = dict.fromkeys(
    ("read_timeout", "write_timeout", "connect_timeout", "pool_timeout"), SOON
)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server().open() as opened:
        yield opened


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(4) as opened:
        yield opened


@pytest.fixture
def bot(server: Server, request_: AiohttpRequest) -> Bot:
    return bot_of(server.address, request_)


async def test_a_message_travels_as_json(bot: Bot, server: Server) -> None:
    preview = LinkPreviewOptions(is_disabled=True)
    message = await bot.send_message(1, "Құжат табылды! 🎉", link_preview_options=preview)
    assert message.message_id == 7
    [asked] = server.asked
    assert asked.line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
    assert asked.form.values["text"] == "Құжат табылды! 🎉"
    assert asked.form.values["chat_id"] == 1
    assert asked.form.values["link_preview_options"] == {"is_disabled": True}
    assert "python-telegram-bot" in asked.headers["user-agent"]


async def test_a_call_without_parameters(bot: Bot, server: Server) -> None:
    server.acts.append(result({"id": 42, "is_bot": True, "first_name": "Tabyldy", "username": "tabyldy_bot"}))
    assert (await bot.get_me()).username == "tabyldy_bot"


async def test_files_travel_beside_their_fields(bot: Bot, server: Server, tmp_path: Path) -> None:
    server.acts.append(result([SENT, SENT]))
    on_disk = tmp_path / "рұқсат.txt"
    on_disk.write_bytes(b"on disk")
    with on_disk.open("rb") as opened:
        media = [
            InputMediaDocument(b"\x00in memory\r\n", caption="Мәтін", filename="құжат.bin"),
            InputMediaDocument(InputFile(opened, attach=True, read_file_handle=False)),
        ]
        assert len(await bot.send_media_group(1, media)) == 2
    form = server.asked[0].form
    described = json.loads(form.values["media"])
    assert form.values["chat_id"] == "1"
    assert described[0]["caption"] == "Мәтін"
    first, second = (form.files[each["media"].removeprefix("attach://")] for each in described)
    assert (first.content, first.name) == (b"\x00in memory\r\n", "құжат.bin")
    assert (second.content, second.name) == (b"on disk", "рұқсат.txt")
    assert 'filename="құжат.bin"'.encode() in server.asked[0].body, "Telegram takes a quoted name literally"
    assert b"Content-Type: text/plain" in server.asked[0].body


async def test_a_large_file_travels_whole(bot: Bot, server: Server) -> None:
    content = bytes(range(256)) * 10_000  # 2.5 MB: more than aiohttp takes in one piece
    await bot.send_document(1, content, filename="архив.bin")
    upload = server.asked[0].form.files["document"]
    assert (upload.name, upload.content) == ("архив.bin", content)
    assert server.asked[0].headers["content-length"] == str(len(server.asked[0].body))


async def test_a_file_is_fetched(bot: Bot, server: Server) -> None:
    server.acts += [
        result({"file_id": "A", "file_unique_id": "a", "file_path": "photos/1.jpg"}),
        says(200, b"\xff\xd8picture"),
    ]
    file = await bot.get_file("A")
    assert await file.download_as_bytearray() == b"\xff\xd8picture"
    assert server.asked[1].line == f"GET /file/bot{TOKEN}/photos/1.jpg HTTP/1.1"


@pytest.mark.parametrize(
    ("act", "kind", "outcome"),
    [
        (refusal(403, "Forbidden: bot was blocked by the user"), Forbidden, Unreachable()),
        (refusal(400, "Bad Request: chat not found"), BadRequest, Undeliverable("Chat not found")),
        (refusal(400, "moved", migrate_to_chat_id=-100), ChatMigrated, Migrated(-100)),
        (refusal(429, "Too Many Requests", retry_after=9), RetryAfter, Later(9.0)),
        (refusal(500, "Internal Server Error"), NetworkError, InDoubt()),
        (says(502, b"<html>Bad Gateway</html>"), NetworkError, InDoubt()),
        (says(302, b"", "Location: http://127.0.0.1:1/elsewhere"), NetworkError, InDoubt()),
        (says(200, b"<html>Sign in to this network</html>"), NetworkError, InDoubt()),
        (says(200, b"[]"), NetworkError, InDoubt()),
        (says(200, b"{}"), NetworkError, InDoubt()),
        (says(200, b"\xff\xfe"), NetworkError, InDoubt()),
        (raw(b"SSH-2.0-OpenSSH_9.9\r\n"), NetworkError, InDoubt()),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), NetworkError, InDoubt()),
        (raw(b""), NetworkError, InDoubt()),
    ],
)
async def test_what_an_answer_means(
    bot: Bot, server: Server, act: Act, kind: type[TelegramError], outcome: Outcome
) -> None:
    server.acts.append(act)
    error = await failed(bot.send_message(1, "a"))
    assert type(error) is kind
    assert of_error(error) == outcome
    assert len(server.asked) == 1, "what may have arrived is not repeated here"


async def test_an_answer_that_does_not_come_leaves_it_open(bot: Bot, server: Server) -> None:
    server.acts.append(silence)
    error = await failed(bot.send_message(1, "a", read_timeout=SOON))
    assert isinstance(error, TimedOut)
    assert of_error(error) == InDoubt()
    await bot.send_message(1, "b")
    assert server.connections == 2, "a late answer must not be taken for the next one's"


async def test_the_pools_own_time_for_reading_holds(server: Server) -> None:
    server.acts.append(silence)
    async with AiohttpRequest(1, read_timeout=SOON) as request:
        assert request.read_timeout == SOON
        assert isinstance(await failed(bot_of(server.address, request).send_message(1, "a")), TimedOut)


async def test_an_upload_that_nobody_takes_ends(request_: AiohttpRequest) -> None:
    done = asyncio.Event()

    async def deaf(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await done.wait()
        writer.close()

    listening = await asyncio.start_server(deaf, "127.0.0.1")
    address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    more_than_buffers_hold = bytes(30_000_000)
    error = await failed(bot_of(address, request_).send_document(1, more_than_buffers_hold, **AT_ONCE))
    assert isinstance(error, TimedOut)
    assert of_error(error) == InDoubt()
    done.set()
    listening.close()


async def test_a_refused_connection_is_tried_again(request_: AiohttpRequest) -> None:
    async with Server().open() as closed:
        pass
    error = await failed(bot_of(closed.address, request_).send_message(1, "a"))
    assert type(error) is NetworkError
    assert "Cannot connect to host 127.0.0.1" in error.message
    assert of_error(error) == Later()


async def test_calls_share_a_connection(bot: Bot, server: Server) -> None:
    for number in range(5):
        await bot.send_message(1, str(number))
    assert server.connections == 1


async def test_a_connection_closed_while_idle_is_not_used(bot: Bot, server: Server) -> None:
    async def answer_and_leave(writer: asyncio.StreamWriter) -> None:
        await result(SENT)(writer)
        writer.close()

    server.acts.append(answer_and_leave)
    await bot.send_message(1, "a")
    async with Server().open() as other, AiohttpRequest(1) as request:  # while the end of the line arrives
        await bot_of(other.address, request).send_message(1, "meanwhile")
    await bot.send_message(1, "b")
    assert (server.connections, len(server.asked)) == (2, 2)


async def test_a_connection_that_ends_under_a_request_leaves_it_open(bot: Bot, server: Server) -> None:
    server.acts += [result(SENT), raw(b"")]
    await bot.send_message(1, "a")
    assert of_error(await failed(bot.send_message(1, "b"))) == InDoubt()
    assert len(server.asked) == 2, "a post is never repeated unasked"


async def test_a_pool_with_nothing_free_sends_nothing(server: Server) -> None:
    server.acts.append(silence)
    async with AiohttpRequest(1) as request:
        bot = bot_of(server.address, request)
        hanging = asyncio.create_task(bot.send_message(1, "a"))
        await server.got_one.wait()
        error = await failed(bot.send_message(1, "b", pool_timeout=SOON, connect_timeout=SOON))
        assert isinstance(error, TimedOut)
        assert of_error(error) == Later()
        assert len(server.asked) == 1

        hanging.cancel()
        with suppress(asyncio.CancelledError):
            await hanging
        await bot.send_message(1, "c")  # a call that was given up leaves its place


async def test_a_long_poll_holds_nobody_up(server: Server) -> None:
    server.acts.append(silence)
    async with AiohttpRequest(1) as people, AiohttpRequest(1) as updates:
        bot = bot_of(server.address, people, updates)
        polling = asyncio.create_task(bot.get_updates(timeout=30))
        await server.got_one.wait()
        assert (await bot.send_message(1, "a")).message_id == 7
        assert not polling.done()
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling


async def test_closing_ends_the_connections_and_opening_makes_new_ones(server: Server) -> None:
    request = AiohttpRequest(1)
    bot = bot_of(server.address, request)
    await request.initialize()
    await request.initialize()
    await bot.send_message(1, "a")
    await request.shutdown()
    await request.shutdown()
    await server.left.wait()
    assert isinstance((await failed(bot.send_message(1, "b"))).__cause__, RuntimeError)
    await request.initialize()
    await bot.send_message(1, "c")
    await request.shutdown()
    assert [asked.form.values["text"] for asked in server.asked] == ["a", "c"]
