"""Opens what the settings name: the data key, the database at its newest schema, the Telegram bot."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from config.settings import Settings
from delivery.limiter import Limiter, Limits
from delivery.line import Line
from delivery.transport import AiohttpRequest
from domain.errors import StartRefused
from domain.policy import Policy, Thresholds
from domain.reposts import Rules
from storage import dialect, opening
from storage.encryption import Keyring, Vault
from storage.keyfile import keyring
from storage.transaction import Database
from storage.upgrade import is_newest, upgrade

BACKUPS = "backups"
CONNECTIONS = 100  # to Telegram at once; at 0.1 s a call this is a thousand calls a second


def backups_folder(settings: Settings) -> Path:
    """Where copies of the database go."""
    return settings.data_folder / BACKUPS


def open_keyring(settings: Settings, *, make: bool) -> Keyring:
    """The data keys; with `make` a missing key file is created."""
    return keyring(settings.data_key, settings.data_key_file, secrets.token_bytes, make=make)


async def open_database(settings: Settings, now: datetime) -> Database:
    """The database at its newest schema.

    SQLite is migrated here, after a backup; a server's database is migrated by command, since other
    processes may be using it.
    """
    exists = opening.prepare_folder(settings.database_url)
    ring = open_keyring(settings, make=not exists or not dialect.is_sqlite(settings.database_url))
    if dialect.is_sqlite(settings.database_url):
        await upgrade(settings.database_url, backups_folder(settings), now)
    elif not await is_newest(settings.database_url):
        raise StartRefused("The database is not at this version's schema. Run: python -m bot migrate")
    return await opening.open_database(settings.database_url, ring, secrets.token_bytes)


def make_line(settings: Settings, time: Callable[[], float]) -> Line:
    """The two bots of the token and their limiter, not yet initialised; StartRefused without a token.

    `time` tells the monotonic seconds of the loop that they run in.
    """
    limiter = Limiter(time, limits_of(settings))
    paid = settings.messages_per_second > Limits().per_second
    return Line(make_bot(settings, limiter), make_bot(settings, limiter), limiter, paid)


def limits_of(settings: Settings) -> Limits:
    """How much Telegram takes, as the operator knows it."""
    return Limits(
        settings.messages_per_second, settings.messages_per_chat_burst, settings.messages_per_group_minute
    )


def make_bot(settings: Settings, limiter: Limiter | None = None) -> ExtBot[Any]:
    """A bot of the token with connections of its own, not yet initialised; StartRefused without a token."""
    if settings.bot_token is None:
        raise StartRefused(
            "BOT_TOKEN is not set. Get one from @BotFather (README, “Going live”), "
            "or run the sandbox, which needs none: python3 dev.py run"
        )
    address = settings.telegram_api_url
    return ExtBot(
        settings.bot_token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=AiohttpRequest(CONNECTIONS),
        get_updates_request=AiohttpRequest(1),  # of its own: a long poll must not hold up an answer
        rate_limiter=limiter,
    )


async def say_hello(*bots: ExtBot[Any]) -> None:
    """Initialise bots; StartRefused with the reason when Telegram does not know them."""
    try:
        for bot in bots:
            await bot.initialize()
    except InvalidToken as fault:
        raise StartRefused(
            "BOT_TOKEN: Telegram does not know this token. Copy it again from @BotFather."
        ) from fault
    except TelegramError as fault:
        raise StartRefused(f"Telegram cannot be reached at TELEGRAM_API_URL: {fault.message}") from fault


def policy_of(settings: Settings, bot_username: str) -> Policy:
    """The operator's choices for the use cases; StartRefused when nobody could be told of anything."""
    if settings.moderators_chat_id is None and not settings.owner_ids:
        raise StartRefused(
            "Set MODERATORS_CHAT_ID or OWNER_IDS: without them nobody is told when an owner turns up."
        )
    opened = settings.expire_days
    return Policy(
        bot_username=bot_username,
        channel=settings.channel_id,
        messages_per_second=settings.messages_per_second,
        channel_language=settings.channel_language,
        moderators_chat=settings.moderators_chat_id,
        owner_ids=settings.owner_ids,
        zone=settings.time_zone,
        public_name=settings.public_name,
        auto_approve=settings.auto_approve,
        thresholds=Thresholds(settings.search_show, settings.search_ask, settings.search_notify),
        open_for=timedelta(days=opened.usual),
        open_for_types={kind: timedelta(days=days) for kind, days in opened.types.items()},
        asked_every=timedelta(days=settings.ask_owners_days),
        more_channels=settings.more_channels,
        reposts=reposts_of(settings),
        pages_url=settings.pages_address,
    )


def reposts_of(settings: Settings) -> Rules:
    """The numbers of the channel's timetable."""
    return Rules(
        after=settings.repost_after_days,
        quiet=settings.channel_quiet_hours,
        parts=settings.digest_hours,
        lines=settings.digest_lines,
        posts_per_day=settings.posts_per_day,
        appeals_per_week=settings.appeals_per_week,
        appeal_share=settings.appeal_share,
        rest_hours=settings.digest_rest_hours,
    )


async def open_for_reading(settings: Settings) -> Database:
    """The database as it is, for reading alone; StartRefused when it is not there or not at this schema."""
    url = settings.database_url
    _look_for(url)
    if not await is_newest(url):
        raise StartRefused("The database is not at this version's schema. Run: python -m bot migrate")
    return Database(url, Vault(open_keyring(settings, make=False), secrets.token_bytes))


def _look_for(url: str) -> None:
    """StartRefused where a SQLite file would have to be made first."""
    if dialect.is_sqlite(url) and not Path(dialect.sqlite_file(url)).exists():
        file = dialect.sqlite_file(url)
        raise StartRefused(f"There is no database at {file} yet. The first start makes it: python -m bot")
