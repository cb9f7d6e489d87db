"""What Telegram finds in a text by itself: commands, mentions, hashtags, addresses."""

import re
from collections.abc import Iterable, Iterator

from sandbox.accounts import Json
from sandbox.entities import utf16_length

_PATTERNS = (
    ("url", re.compile(r"(?i)\b(?:https?://|t\.me/)[^\s<>\"]*[^\s<>\".,;:!?'()\[\]]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w+")),
)
_CLOSED = {"code", "pre", "text_link", "text_mention"}


def with_detected(text: str, entities: Iterable[Json]) -> list[Json]:
    """The given entities and those found in the text, ordered; nothing is found inside code or links."""
    found = list(entities)
    taken = [_span(entity) for entity in found if entity["type"] in _CLOSED]
    for entity in _candidates(text):
        start, stop = _span(entity)
        if not any(start < end and begin < stop for begin, end in taken):
            taken.append((start, stop))
            found.append(entity)
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _candidates(text: str) -> Iterator[Json]:
    """Everything the patterns match, the stronger kinds first."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            yield {"type": kind, "offset": start, "length": utf16_length(match[0])}


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def commands_in(text: str, entities: Iterable[Json]) -> list[str]:
    """The commands of a text, such as `/start@tabyldy_bot`."""
    raw = text.encode("utf-16-le")
    return [
        raw[start * 2 : end * 2].decode("utf-16-le")
        for start, end in (_span(entity) for entity in entities if entity["type"] == "bot_command")
    ]
