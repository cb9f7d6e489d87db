"""The bot's profile in Telegram: commands, name, descriptions in every language, set only when they changed.

Telegram allows few changes of a bot's name a day, so the texts' fingerprint is kept in the database.
"""

import hashlib

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from domain.errors import StorageUnavailable
from handlers.routes import COMMANDS
from locales.catalog import Catalog
from locales.choice import DEFAULT
from relay.work import Relay
from storage import notes

NOTE = "profile"

log = structlog.get_logger()


async def register(bot: Bot, relay: Relay) -> bool:
    """Give Telegram the profile if it is not what was given last; False when there was nothing to do."""
    fingerprint = _fingerprint(bot, relay.catalog)
    if await relay.database.read(lambda tx: notes.find(tx, NOTE)) == fingerprint:
        return False
    try:
        await _set(bot, relay.catalog, DEFAULT, None)
        for language in relay.catalog.languages:
            await _set(bot, relay.catalog, language, language)
        await relay.database.write(lambda tx: notes.put(tx, NOTE, fingerprint))
    except (TelegramError, StorageUnavailable) as fault:
        log.warning("the profile could not be set, next start tries again", fault=str(fault))
        return False
    return True


def commands(catalog: Catalog, language: str) -> list[BotCommand]:
    """The command menu in a language."""
    return [
        BotCommand(name, catalog.label(language, f"command-{name}")) for name in COMMANDS if name != "start"
    ]


async def _set(bot: Bot, catalog: Catalog, language: str, code: str | None) -> None:
    """Set the profile for clients in the language `code`; None is everybody else."""
    await bot.set_my_commands(commands(catalog, language), language_code=code)
    await bot.set_my_name(catalog.label(language, "profile-name"), language_code=code)
    await bot.set_my_description(catalog.label(language, "profile-description"), language_code=code)
    await bot.set_my_short_description(catalog.label(language, "profile-short"), language_code=code)


def _fingerprint(bot: Bot, catalog: Catalog) -> str:
    parts = [str(bot.id)]
    for language in catalog.languages:
        parts += [f"{command.command}={command.description}" for command in commands(catalog, language)]
        parts += [catalog.label(language, f"profile-{part}") for part in ("name", "short", "description")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
