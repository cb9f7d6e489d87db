"""Entities back to HTML for the page: escaped, nested properly, safe links only."""

from html import escape

from sandbox.accounts import Json
from sandbox.links import checked_link

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "spoiler": "tg-spoiler",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
#: Every entity type that a request may carry or the server finds by itself.
KNOWN_TYPES = {*_TAGS, "text_link", "text_mention", "url", "email", "mention", "hashtag", "bot_command"}


def html_of(text: str, entities: list[Json]) -> str:
    """The text with the tags b i u s code pre tg-spoiler blockquote a; line breaks stay as they are."""
    ordered = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    raw = text.encode("utf-16-le")
    return _render(raw, ordered, 0, len(raw) // 2)


def _render(raw: bytes, entities: list[Json], start: int, end: int) -> str:
    """One stretch: plain text, then the first entity with all that begins inside it, then the rest."""
    pieces: list[str] = []
    rest = entities
    while rest:
        entity, *rest = rest
        begin = max(entity["offset"], start)
        stop = min(entity["offset"] + entity["length"], end)
        pieces.append(_plain(raw, start, begin))
        inner = [other for other in rest if other["offset"] < stop]
        rest = [other for other in rest if other["offset"] >= stop]
        pieces.append(_wrapped(entity, _render(raw, inner, begin, stop), _slice(raw, begin, stop)))
        start = stop
    pieces.append(_plain(raw, start, end))
    return "".join(pieces)


def _wrapped(entity: Json, inner: str, shown: str) -> str:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
    link = checked_link(entity.get("url", shown)) if kind in {"text_link", "url"} else None
    return f'<a href="{escape(link)}">{inner}</a>' if link else inner


def _slice(raw: bytes, start: int, end: int) -> str:
    return raw[start * 2 : end * 2].decode("utf-16-le")


def _plain(raw: bytes, start: int, end: int) -> str:
    return escape(_slice(raw, start, end), quote=False)
