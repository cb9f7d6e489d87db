"""How the words of a setting become its value, or a sentence that says what is wrong and how it looks right.

Every function takes what stands in the environment; ValueError holds the sentence, without the name of the
setting. A value that is no text was given by a program and is taken as it is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from domain.documents import DocumentType
from domain.subscriptions import Quiet

LANGUAGES = ("kk", "uz", "ru", "en")
MOST_DAYS = 365

_TOKEN = re.compile(r"^\d+:[\w-]+$")
_SECRET = re.compile(r"^[\w-]{1,256}$")  # Bot API, setWebhook
_USERNAME = re.compile(r"^@[A-Za-z]\w{3,31}$")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_SPAN = re.compile(r"(\d{1,2})\s*-\s*(\d{1,2})", re.ASCII)

_CHANNELS_SUCH_AS = "such as kk=@tabyldy_kk, uz=-1001234567890"
_DAYS_SUCH_AS = f"must be whole days from 1 to {MOST_DAYS}, such as 30, or 30, passport=60, student_card=14"


@dataclass(frozen=True, slots=True)
class DaysOpen:
    """How many days a report stays open: `usual` ones, and those of types that have their own."""

    usual: int
    types: Mapping[DocumentType, int] = field(default_factory=dict, hash=False)


def blank_is_none(value: object) -> object:
    """None for an empty text."""
    return None if isinstance(value, str) and not value.strip() else value


def token(value: str | None) -> str | None:
    """A bot's token."""
    if value is not None and not _TOKEN.match(value):
        raise ValueError("does not look like a token; copy it from @BotFather (digits:letters)")
    return value


def channel(value: str | None) -> int | str | None:
    """A channel's number or name."""
    if value is None:
        return None
    if re.fullmatch(r"-\d+", value):
        return int(value)
    if not _USERNAME.match(value):
        raise ValueError("must be a number such as -1001234567890 or a name such as @my_channel")
    return value


def channels(value: object) -> object:
    """Channels by language, as (language, channel): each language and each channel once."""
    if not isinstance(value, str):
        return value
    found: dict[str, int | str | None] = {}
    for words in _listed(value):
        tongue, equals, place = (word.strip() for word in words.partition("="))
        if not equals:
            raise ValueError(f"must be channels by language, {_CHANNELS_SUCH_AS}; “{words}” is none")
        if tongue not in LANGUAGES:
            raise ValueError(f"“{tongue}” must be one of {', '.join(LANGUAGES)}, {_CHANNELS_SUCH_AS}")
        if tongue in found:
            raise ValueError(f"“{tongue}” must have one channel only, {_CHANNELS_SUCH_AS}")
        found[tongue] = channel(place)
    if len(set(found.values())) < len(found):
        raise ValueError(f"every language must have a channel of its own, {_CHANNELS_SUCH_AS}")
    return tuple(found.items())


def ids(value: object) -> object:
    """Telegram ids."""
    if not isinstance(value, str):
        return value
    words = value.replace(",", " ").split()
    if not all(word.isdigit() for word in words):
        raise ValueError("must be Telegram ids separated by commas, such as 1234567,7654321")
    return tuple(int(word) for word in words)


def zone(value: object) -> object:
    """A time zone."""
    if not isinstance(value, str):
        return value
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, OSError) as fault:
        raise ValueError("must be a time zone such as Asia/Tashkent") from fault


def language(value: str) -> str:
    """A language that the channel's texts exist in."""
    if value not in LANGUAGES:
        raise ValueError(f"must be one of {', '.join(LANGUAGES)}")
    return value


def web_address(value: str | None) -> str | None:
    """An address on the web, without a slash at its end."""
    if value is not None and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc):
        raise ValueError("must be an address that starts with https:// (or http://)")
    return value.rstrip("/") if value else value


def secret(value: str | None) -> str | None:
    """A word that Telegram repeats to a webhook."""
    if value is not None and not _SECRET.match(value):
        raise ValueError("must be 1 to 256 letters, digits, _ or -")
    return value


def whole(least: int, most: int, example: int) -> Callable[[object], object]:
    """A reader of whole numbers from `least` to `most`."""

    def read(value: object) -> object:
        if (number := _number(str(value), least, most)) is None:
            raise ValueError(f"must be a whole number from {least} to {most}, such as {example}")
        return number

    return read


def rising(what: str, least: int, most: int, example: str) -> Callable[[object], object]:
    """A reader of whole numbers from `least` to `most`, each greater than the one before; at least one."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        words = _listed(value)
        numbers = [number for word in words if (number := _number(word, least, most)) is not None]
        if not words or len(numbers) < len(words) or not _rises(numbers):
            raise ValueError(f"must be {what} from {least} to {most}, the smallest first, such as {example}")
        return tuple(numbers)

    return read


def part(value: object) -> object:
    """A part of a whole, 0 to 1."""
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError("must be a number from 0 (nothing) to 1 (everything), such as 0.2")
    return number


def quiet_hours(value: object) -> object:
    """Hours of the clock in which nothing is posted, or None for the word `none`."""
    if not isinstance(value, str):
        return value
    if value.strip().lower() == "none":
        return None
    span = _SPAN.fullmatch(value.strip())
    with suppress(ValueError):  # hours that no clock shows
        if span is not None:
            return Quiet(int(span[1]), int(span[2]))
    raise ValueError("must be two different hours from 0 to 23, such as 22-8, or none for no quiet hours")


def days_open(usual: int) -> Callable[[object], object]:
    """A reader of DaysOpen; `usual` is what holds where only types are named."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        found: dict[str, int] = {}
        for words in _listed(value):
            name, equals, days = words.rpartition("=")
            number = _number(days, 1, MOST_DAYS)
            if number is None or bool(equals) != bool(name.strip()) or name.strip() in found:
                raise ValueError(f"{_DAYS_SUCH_AS}; each type once")
            found[name.strip()] = number
        return DaysOpen(found.pop("", usual), {_type(name): number for name, number in found.items()})

    return read


def _type(name: str) -> DocumentType:
    if name not in set(DocumentType):
        raise ValueError(
            f"“{name}” is no type of document; there are {', '.join(DocumentType)}. {_DAYS_SUCH_AS}"
        )
    return DocumentType(name)


def _listed(value: str) -> Sequence[str]:
    """What stands between commas, without what is empty."""
    return [words.strip() for words in value.split(",") if words.strip()]


def _number(words: str, least: int, most: int) -> int | None:
    """A whole number within bounds, else None."""
    words = words.strip()
    return int(words) if _WHOLE.fullmatch(words) and least <= int(words) <= most else None


def _rises(numbers: Sequence[int]) -> bool:
    return all(earlier < later for earlier, later in pairwise(numbers))
