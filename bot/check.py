"""`python -m bot check`: says what would keep the bot from working, before anybody depends on it."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TypeAlias

import httpx
from telegram import ChatMemberAdministrator
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot import opening
from config.settings import Settings
from domain.clock import SystemClock
from domain.errors import StartRefused, StorageUnavailable
from storage import notes

CLOCK_TOLERANCE = timedelta(seconds=30)
NOTE = "check"

Problems: TypeAlias = Sequence[str]


async def run(settings: Settings) -> int:
    """Print what is right and what is wrong; 1 when anything is wrong."""
    problems: list[str] = []
    for name, examine in (("settings", _settings), ("database and key", _database), ("Telegram", _telegram)):
        found = await examine(settings)
        sys.stdout.write(f"{'ok ' if not found else 'BAD'} {name}\n")
        for problem in found:
            sys.stdout.write(f"    - {problem}\n")
        problems += found
    return 1 if problems else 0


async def _settings(settings: Settings) -> Problems:
    try:
        opening.policy_of(settings, "")
        opening.make_bot(settings)
    except StartRefused as refusal:
        return [str(refusal)]
    if settings.channel_id is None:
        return ["CHANNEL_ID is not set: finds will be searchable, but not posted anywhere."]
    return []


async def _database(settings: Settings) -> Problems:
    try:
        now = SystemClock().now()
        database = await opening.open_database(settings, now)
    except (StartRefused, StorageUnavailable) as fault:
        return [str(fault)]
    try:
        await database.write(lambda tx: notes.put(tx, NOTE, now.isoformat()))  # to lock is not to write
    except StorageUnavailable as fault:
        return [f"The database cannot be written: {fault}"]
    finally:
        await database.close()
    return []


async def _telegram(settings: Settings) -> Problems:
    if settings.bot_token is None:
        return ["not asked: there is no token"]
    bot = opening.make_bot(settings)
    try:
        await opening.say_hello(bot)
        return [
            *await _clock(settings),
            *_inline(bot),
            *await _channels(bot, settings),
            *await _moderators(bot, settings),
        ]
    except StartRefused as refusal:
        return [str(refusal)]
    finally:
        await bot.shutdown()


async def _clock(settings: Settings) -> Problems:
    """Compare with the Date header (RFC 9110) of the Bot API server."""
    try:
        async with httpx.AsyncClient() as client:
            answer = await client.get(settings.telegram_api_url)
    except httpx.HTTPError as fault:
        return [f"The clock could not be compared with Telegram's: {type(fault).__name__}."]
    stamp = answer.headers.get("date")
    if stamp is None:
        return []
    off = abs(SystemClock().now() - parsedate_to_datetime(stamp))
    if off <= CLOCK_TOLERANCE:
        return []
    return [
        f"This machine's clock is off by {off.total_seconds():.0f} s. Turn on time synchronisation (NTP)."
    ]


def _inline(bot: ExtBot[None]) -> Problems:
    """Whether people may type the bot's name and an owner's in any chat (getMe, supports_inline_queries)."""
    if bot.supports_inline_queries:
        return []
    return [
        "Inline mode is off: nobody can look for a name in another chat. Turn it on: @BotFather, /setinline."
    ]


async def _channels(bot: ExtBot[None], settings: Settings) -> Problems:
    """Whether the bot may do its work in each channel."""
    found: list[str] = []
    if settings.channel_id is not None:
        found += await _channel(bot, "CHANNEL_ID", settings.channel_id)
    for language, channel in settings.more_channels:
        found += await _channel(bot, f"MORE_CHANNELS {language}", channel)
    return found


async def _channel(bot: ExtBot[None], name: str, channel: int | str) -> Problems:
    try:
        member = await bot.get_chat_member(channel, bot.id)
    except TelegramError as fault:
        return [f"{name}: {fault.message}. Add the bot to the channel as an administrator."]
    if not isinstance(member, ChatMemberAdministrator):
        return [f"{name}: the bot is not an administrator of the channel."]
    missing = [
        words
        for words, has in (
            ("post messages", member.can_post_messages),
            ("edit messages", member.can_edit_messages),
            ("delete messages", member.can_delete_messages),
        )
        if not has
    ]
    lacking = [f"{name}: the bot may not {words} there. Give it that right." for words in missing]
    return [*lacking, *await _discussion(bot, name, channel)]


async def _discussion(bot: ExtBot[None], name: str, channel: int | str) -> Problems:
    """Whether the bot reads the comments below the posts, where there is a group for them."""
    group = (await bot.get_chat(channel)).linked_chat_id
    if group is None:
        return []
    try:
        member = await bot.get_chat_member(group, bot.id)
    except TelegramError:
        member = None
    if isinstance(member, ChatMemberAdministrator):
        return []
    return [f"{name}: comments are not read. Make the bot an administrator of the discussion group."]


async def _moderators(bot: ExtBot[None], settings: Settings) -> Problems:
    """Whether those who must be told can be: the moderators' group, or each owner who has said /start."""
    if settings.moderators_chat_id is not None:
        advice = "Add the bot to the group, then take the id anew."
        return await _unreachable(bot, "MODERATORS_CHAT_ID", settings.moderators_chat_id, advice)
    found: list[str] = []
    for owner in settings.owner_ids:
        found += await _unreachable(bot, f"OWNER_IDS {owner}", owner, "That person must send the bot /start.")
    return found


async def _unreachable(bot: ExtBot[None], name: str, chat_id: int, advice: str) -> Problems:
    try:
        await bot.get_chat(chat_id)
    except TelegramError as fault:
        return [f"{name}: {fault.message}. {advice}"]
    return []
