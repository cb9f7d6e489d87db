"""HTML of the Bot API: text and entities out of markup, with the real server's error texts.

The grammar and the messages follow the HTML style of the Bot API documentation; offsets and
lengths of entities are in UTF-16 code units, positions in error messages in UTF-8 bytes.
"""

import re
from dataclasses import dataclass, field

from sandbox.accounts import Json
from sandbox.links import checked_link

#: Supported tag -> entity type; `a` and `span` take theirs from their attribute.
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#x([0-9a-fA-F]{1,7})|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(
    r"\s*(?P<name>[^\s=>]*)(?:\s*(?P<equals>=)\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<token>[\w.-]*)))?"
)
_LAST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


class ParseError(ValueError):
    """The markup is wrong; the text is what follows `can't parse entities: `."""


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 code units, the Bot API's measure."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    argument: str


@dataclass(slots=True)
class _Reader:
    source: str
    position: int = 0
    out: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def at(self, position: int) -> int:
        """The UTF-8 byte offset of a character position."""
        return len(self.source[:position].encode())

    def write(self, text: str) -> None:
        self.out.append(text)
        self.offset += utf16_length(text)

    def read(self) -> None:
        while self.position < len(self.source):
            char = self.source[self.position]
            if char == "<" and self.source.startswith("</", self.position):
                self._end_tag()
            elif char == "<":
                self._start_tag()
            else:
                self._text(char)
        if self.stack:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def _text(self, char: str) -> None:
        match = _REFERENCE.match(self.source, self.position) if char == "&" else None
        plain = decode_reference(match) if match else None
        if match is None or plain is None:
            self.write(char)
            self.position += 1
            return
        self.write(plain)
        self.position = match.end()

    def _start_tag(self) -> None:
        begin = self.position
        name = re.compile(r"<([^\s>]*)").match(self.source, begin)
        if name is None or name.end() == len(self.source):
            raise ParseError(f"Unclosed start tag at byte offset {self.at(begin)}")
        tag = name[1].lower()
        if tag not in TAGS:
            raise ParseError(f'Unsupported start tag "{tag}" at byte offset {self.at(begin)}')
        self.position = name.end()
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise ParseError(f'Tag "span" must have class "tg-spoiler" at byte offset {self.at(begin)}')
        self.stack.append(_Open(tag, self.offset, argument))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while not (closing := re.compile(r"\s*>").match(self.source, self.position)):
            if not self.source[self.position :].strip():
                raise ParseError(f'Unclosed start tag "{tag}" at byte offset {self.at(begin)}')
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        self.position = closing.end()
        return argument

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        match = _ATTRIBUTE.match(self.source, self.position)
        if match is None or not match["name"]:
            raise ParseError(f'Empty attribute name in the tag "{tag}" at byte offset {self.at(begin)}')
        self.position = match.end()
        if not match["equals"]:
            return match["name"].lower(), ""
        rest = self.source[self.position :]
        if match["token"] is None:
            return match["name"].lower(), decode_references(match["double"] or match["single"] or "")
        if not rest.strip() and not match["token"]:
            raise ParseError(f'Unclosed start tag "{tag}" at byte offset {self.at(begin)}')
        if rest[:1] in {'"', "'"}:
            raise ParseError(f"Unclosed start tag at byte offset {self.at(begin)}")
        if not rest or not (rest[0].isspace() or rest[0] == ">"):
            raise ParseError(f"Unexpected end of name token at byte offset {self.at(match.start('token'))}")
        return match["name"].lower(), match["token"].lower()

    def _end_tag(self) -> None:
        begin = self.position
        if not self.stack:
            raise ParseError(f"Unexpected end tag at byte offset {self.at(begin)}")
        match = re.compile(r"</([^\s>]*)\s*(>?)").match(self.source, begin)
        if match is None or not match[2]:
            raise ParseError(f"Unclosed end tag at byte offset {self.at(begin)}")
        opened = self.stack.pop()
        found = match[1].lower()
        if found and found != opened.tag:
            raise ParseError(
                f"Unmatched end tag at byte offset {self.at(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        self.position = match.end()
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        entity: Json = {"type": TAGS[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            shown = "".join(self.out).encode("utf-16-le")[opened.offset * 2 :].decode("utf-16-le")
            entity["url"] = checked_link(opened.argument or shown)
        if opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        if opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        if length and entity.get("url", "kept") is not None:
            self.entities.append(entity)


def _argument(tag: str, name: str, value: str) -> str:
    if (tag, name) == ("a", "href"):
        return value
    if (tag, name) == ("code", "class"):
        return value.removeprefix("language-") if value.startswith("language-") else ""
    if (tag, name) == ("span", "class"):
        return value.removeprefix("tg-") if value.startswith("tg-") else ""
    return "1" if (tag, name) == ("blockquote", "expandable") else ""


def decode_reference(match: re.Match[str]) -> str | None:
    """The character of `&lt;`, `&#1178;` or `&#x49A;`; None when there is no such character."""
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    if code in _SURROGATES:
        raise ParseError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code) if 0 < code <= _LAST_CODE_POINT else None


def decode_references(text: str) -> str:
    """A text with all character references replaced."""
    return _REFERENCE.sub(lambda match: decode_reference(match) or match[0], text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of HTML markup, untrimmed; raises ParseError."""
    reader = _Reader(source)
    reader.read()
    return "".join(reader.out), _tidy(reader.entities)


def _tidy(entities: list[Json]) -> list[Json]:
    """Outer before inner; code and pre hold no other entities; pre takes the language of its code."""
    ordered = sorted(
        entities, key=lambda entity: (entity["offset"], -entity["length"], entity["type"] != "pre")
    )
    kept: list[Json] = []
    for entity in ordered:
        holder = next(
            (outer for outer in kept if outer["type"] in {"pre", "code"} and _within(entity, outer)), None
        )
        if holder is None:
            kept.append(entity)
        elif holder["type"] == "pre" and "language" in entity and entity["length"] == holder["length"]:
            holder["language"] = entity["language"]
    for entity in kept:
        if entity["type"] == "code":
            entity.pop("language", None)
    return kept


def _within(inner: Json, outer: Json) -> bool:
    start, end = outer["offset"], outer["offset"] + outer["length"]
    return bool(start <= inner["offset"] and inner["offset"] + inner["length"] <= end)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Text without white space around it, entities moved and cut to fit, as the server keeps it."""
    body = text.strip()
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(body)
    kept: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return body, kept
