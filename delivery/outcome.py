"""What became of one attempt to send: every error of Telegram's and the network's, as a value."""

from dataclasses import dataclass
from typing import TypeAlias

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it; `message_id` is its id there."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Later:
    """It surely was not sent; try again, after `seconds` if Telegram said so."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class InDoubt:
    """The answer was lost: it was sent or it was not."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person has stopped the bot or never started it."""


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """Telegram refuses this message for good."""

    problem: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group lives under another id now."""

    chat_id: int


Outcome: TypeAlias = Sent | Later | InDoubt | Unreachable | Undeliverable | Migrated

_NOT_SENT = (
    aiohttp.ClientConnectorError,  # no such address, refused, unreachable, no TLS
    aiohttp.ConnectionTimeoutError,  # no connection in time: neither a new one nor one of the pool's
    aiohttp.ClientHttpProxyError,  # the proxy let nobody through
    ConnectionRefusedError,
)
"""Faults before the first byte left: the connection was never made."""

_NOT_MODIFIED = "message is not modified"
_GONE = ("message to edit not found", "message to delete not found")
_CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message_edit_time_expired",
    "in the message to edit",  # "there is no text ...", "no caption ...": the message is of another kind
)
_UNKNOWN_FILE = ("file identifier", "file_id", "file_reference")
"""Words of all refusals of a file id: one of another bot, mangled, or of a file that is no longer kept."""

_TOO_LARGE = ("file is too big",)
_CANNOT_DELETE = "message_delete_forbidden"
"""The one 403 that speaks of the message and not of the person or the chat."""


def of_error(error: TelegramError) -> Outcome:
    """What an error means for the message that met it."""
    match error:
        case RetryAfter():
            return Later(seconds_of(error))
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case Forbidden():
            fixed = _CANNOT_DELETE in error.message.lower()
            return Undeliverable(error.message) if fixed else Unreachable()
        case InvalidToken():  # the operator renews the token; the message is not at fault and keeps waiting
            return Later()
        case NetworkError() if not isinstance(error, BadRequest):  # PTB derives the one from the other
            return _of_network(error)
        case _:
            unchanged = _NOT_MODIFIED in error.message.lower()
            return Sent(None) if unchanged else Undeliverable(error.message)


def cannot_edit(error: TelegramError) -> bool:
    """Whether the message that should be changed in place cannot be, now or ever: it is gone or fixed."""
    return _says(error, _CANNOT_EDIT)


def is_gone(error: TelegramError) -> bool:
    """Whether the message that should be changed or deleted is not there any more."""
    return _says(error, _GONE)


def is_unknown_file(error: TelegramError) -> bool:
    """Whether Telegram does not know the file id that was named."""
    return _says(error, _UNKNOWN_FILE)


def is_too_large(error: TelegramError) -> bool:
    """Whether a file is larger than a bot may fetch."""
    return _says(error, _TOO_LARGE)


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    return isinstance(error, BadRequest) and any(phrase in error.message.lower() for phrase in phrases)


def _of_network(error: NetworkError) -> Later | InDoubt:
    return Later() if isinstance(error.__cause__, _NOT_SENT) else InDoubt()


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants quiet."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
