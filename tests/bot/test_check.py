# ruff: noqa: ASYNC240 - a test's own files are small
"""`check`: each thing that would keep the bot from working is named, with advice."""

import os
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from bot import check
from config.settings import Settings
from sandbox.chats import Chat, Standing
from sandbox.http import bot_api_routes
from sandbox.world import World
from storage import keyfile
from storage.encryption import new_key
from tests.bot.serving import free_port, served

pytestmark = pytest.mark.thorough

Said = pytest.CaptureFixture[str]
DATABASE = Path("data", "tabyldy.db")
KEYS = Path("keys", "data.key")
ALL_RIGHTS = Standing("administrator", can_post=True, can_edit=True, can_delete=True)


@pytest.fixture
def channel(world: World) -> Chat:
    return world.add_channel("Found", "found_here")


@pytest.fixture
def installed(elsewhere: Path, empty_database: Path) -> dict[str, Any]:
    """Settings beside a database and its key."""
    DATABASE.parent.mkdir()
    shutil.copy(empty_database, DATABASE)
    keyfile.write(KEYS, [new_key(os.urandom)])
    return {"data_key_file": elsewhere / KEYS}


@pytest.fixture
def good(installed: dict[str, Any], world: World, api: str, channel: Chat) -> dict[str, Any]:
    """Settings with which everything is right."""
    return {
        **installed,
        "bot_token": world.token,
        "telegram_api_url": api,
        "channel_id": str(channel.id),
        "moderators_chat_id": world.add_group("Moderators", []).id,
    }


async def test_a_good_installation_is_told_so(good: dict[str, Any], capsys: Said) -> None:
    assert await check.run(Settings(**good)) == 0
    assert capsys.readouterr().out == "ok  settings\nok  database and key\nok  Telegram\n"


async def test_everything_that_is_wrong_is_told_in_one_go(good: dict[str, Any], capsys: Said) -> None:
    KEYS.write_text("too short")
    assert await check.run(Settings(**{**good, "bot_token": "4242:wrong", "channel_id": None})) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0::2] == ["BAD settings", "BAD database and key", "BAD Telegram"]
    starts = ["CHANNEL_ID is not set", "The data key is not valid", "BOT_TOKEN: Telegram does not know this"]
    told = zip(lines[1::2], starts, strict=True)
    assert all(line.startswith(f"    - {start}") for line, start in told), lines


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"bot_token": None}, "BOT_TOKEN is not set"),
        ({"channel_id": None}, "CHANNEL_ID is not set: finds will be searchable, but not posted"),
        ({"owner_ids": ()}, "Set MODERATORS_CHAT_ID or OWNER_IDS"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
async def test_a_setting_that_is_missing_is_named(change: dict[str, Any], named: str) -> None:
    complete = {"bot_token": "4242:sandbox", "channel_id": "@found_here", "owner_ids": (1,)}
    [line] = await check._settings(Settings(**{**complete, **change}))
    assert line.startswith(named)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"bot_token": None}, "not asked: there is no token"),
        ({"channel_id": "-1001"}, "CHANNEL_ID: Chat not found. Add the bot to the channel"),
        ({"channel_id": "@not_there"}, "CHANNEL_ID: Chat not found. Add the bot to the channel"),
        ({"moderators_chat_id": -1001}, "MODERATORS_CHAT_ID: Chat not found. Add the bot to the group"),
        ({"moderators_chat_id": None, "owner_ids": (77,)}, "OWNER_IDS 77: Chat not found. That person must"),
    ],
)
async def test_what_telegram_does_not_know_is_named(
    good: dict[str, Any], change: dict[str, Any], named: str
) -> None:
    [line] = await check._telegram(Settings(**{**good, **change}))
    assert line.startswith(named)


@pytest.mark.parametrize(
    ("standing", "named"),
    [
        (replace(ALL_RIGHTS, can_post=False), "the bot may not post messages there."),
        (replace(ALL_RIGHTS, can_edit=False), "the bot may not edit messages there."),
        (replace(ALL_RIGHTS, can_delete=False), "the bot may not delete messages there."),
        (Standing("member"), "the bot is not an administrator of the channel."),
        (Standing("left"), "Forbidden: bot is not a member of the channel chat. Add the bot to the channel"),
    ],
)
async def test_a_missing_right_is_named(
    good: dict[str, Any], channel: Chat, standing: Standing, named: str
) -> None:
    channel.bot = standing
    [line] = await check._telegram(Settings(**good))
    assert line.startswith(f"CHANNEL_ID: {named}")


async def test_every_channel_is_looked_at(good: dict[str, Any], channel: Chat, world: World) -> None:
    kazakh = world.add_channel("Табылды", "tabyldy_kk")
    more = {"more_channels": (("kk", kazakh.id), ("uz", "@not_there"))}
    channel.bot, kazakh.bot = replace(ALL_RIGHTS, can_post=False), replace(ALL_RIGHTS, can_delete=False)
    own, second, third = await check._telegram(Settings(**{**good, **more}))
    assert own.startswith("CHANNEL_ID: the bot may not post messages there.")
    assert second.startswith("MORE_CHANNELS kk: the bot may not delete messages there.")
    assert third.startswith("MORE_CHANNELS uz: Chat not found. Add the bot to the channel")


@pytest.mark.parametrize(("standing", "named"), [("left", True), ("member", True), ("administrator", False)])
async def test_comments_that_are_not_read_are_named(
    good: dict[str, Any], channel: Chat, world: World, standing: str, *, named: bool
) -> None:
    group = world.add_group("Discussion", [])
    group.bot = Standing(standing)
    world.link(channel, group)
    problem = "CHANNEL_ID: comments are not read. Make the bot an administrator of the discussion group."
    assert await check._telegram(Settings(**good)) == ([problem] if named else [])


async def test_inline_mode_that_is_off_is_named(good: dict[str, Any], world: World) -> None:
    world.inline_mode = False
    [line] = await check._telegram(Settings(**good))
    assert line.startswith("Inline mode is off")
    assert "/setinline" in line


async def test_an_owner_who_said_hello_can_be_told(good: dict[str, Any], world: World) -> None:
    owner = world.add_person("Owner", "ru")
    world.send_text(owner.id, owner.id, "/start")
    chosen = Settings(**{**good, "moderators_chat_id": None, "owner_ids": (owner.id,)})
    assert await check._telegram(chosen) == []


async def test_a_clock_that_is_off_is_named(good: dict[str, Any], world: World) -> None:
    server_time = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    app = Starlette(routes=bot_api_routes(world))
    async with served(app, headers=[("date", server_time)]) as address:
        [line] = await check._telegram(Settings(**{**good, "telegram_api_url": address}))
    assert re.fullmatch(r"This machine's clock is off by 3\d{3} s\. Turn on time synchronisation .*", line)


@pytest.mark.usefixtures("elsewhere")
async def test_a_server_that_does_not_answer_is_named() -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    [line] = await check._telegram(Settings(bot_token="4242:sandbox", telegram_api_url=nobody))
    assert line.startswith("Telegram cannot be reached at TELEGRAM_API_URL")


async def test_a_wrong_key_is_named_and_nothing_is_changed(installed: dict[str, Any]) -> None:
    assert await check._database(Settings(**installed)) == []
    before = DATABASE.read_bytes()
    other = new_key(lambda size: b"7" * size)
    [line] = await check._database(Settings(**installed, data_key=other))
    assert line.startswith("The data key does not open this database.")
    assert DATABASE.read_bytes() == before


async def test_a_lost_key_is_named(installed: dict[str, Any]) -> None:
    KEYS.unlink()
    [line] = await check._database(Settings(**installed))
    assert "Restore the file you saved" in line
    assert not KEYS.exists(), "a new key would hide the loss"


def made_read_only(database: Path) -> None:
    """Mark a SQLite file as written by a later format (byte 18): every SQLite then refuses to write it."""
    content = bytearray(database.read_bytes())
    content[18] = 3
    database.write_bytes(content)


async def test_a_database_that_is_read_only_is_named(installed: dict[str, Any]) -> None:
    assert await check._database(Settings(**installed)) == []
    made_read_only(DATABASE)
    [line] = await check._database(Settings(**installed))
    assert "readonly database" in line


async def test_a_folder_that_cannot_be_made_is_named(installed: dict[str, Any]) -> None:
    shutil.rmtree("data")
    Path("data").write_text("a file stands where the folder should be")
    [line] = await check._database(Settings(**installed))
    assert line.startswith("The folder data cannot be made")
