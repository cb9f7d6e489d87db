"""The catalog: a text by its id, in a language, with its variables filled."""

import html
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from fluent.runtime import FluentBundle, FluentResource

from locales.choice import NAMES

if TYPE_CHECKING:
    from fluent.runtime.types import FluentType

Value = str | int

ROOM: Final = 600
"""So much of somebody's words a card shows: five such fit into a message; no text takes more than 2500."""

_MARKUP: Final = re.compile(r"<[^>]+>")


class Html(str):
    """Markup that is ready to stand in a text; a plain `str` is escaped."""

    __slots__ = ()


class Catalog:
    """All texts of all languages, read once from `locales/<language>/*.ftl`."""

    def __init__(self, bundles: dict[str, FluentBundle], ids: dict[str, frozenset[str]]) -> None:
        self._bundles = bundles
        self._ids = ids

    @classmethod
    @cache
    def load(cls) -> "Catalog":
        """Read the files shipped with the program, once."""
        bundles = {}
        ids = {}
        for language in NAMES:
            resources = [FluentResource(text) for text in sources_of(language).values()]
            bundles[language] = FluentBundle([language], use_isolating=False)
            for resource in resources:
                bundles[language].add_resource(resource)
            entries = [entry for resource in resources for entry in resource.body]
            ids[language] = frozenset(entry.id.name for entry in entries if hasattr(entry, "id"))
        return cls(bundles, ids)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are."""
        return tuple(self._bundles)

    def text(self, language: str, text_id: str, **values: Value) -> str:
        """A message's text: Telegram HTML, string values escaped unless they are `Html`."""
        return self._format(
            language,
            text_id,
            {name: escaped(value) if isinstance(value, str) else value for name, value in values.items()},
        )

    def label(self, language: str, text_id: str, **values: Value) -> str:
        """Plain text, for a button, a toast or a profile."""
        return self._format(language, text_id, dict(values))

    def has(self, text_id: str) -> bool:
        """Whether there is such a text."""
        return all(text_id in ids for ids in self._ids.values())

    def _format(self, language: str, text_id: str, values: dict[str, Value]) -> str:
        bundle = self._bundles[language]
        pattern = bundle.get_message(text_id).value
        if pattern is None:
            raise LookupError(f"the text {text_id} has no value in {language}")
        arguments: dict[str, FluentType | str | int] = dict(values)
        text, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"the text {text_id} in {language}: {errors[0]}")
        return str(text)


@cache
def sources_of(language: str) -> dict[str, str]:
    """The Fluent sources of a language by file name."""
    folder = files("locales") / language
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".ftl")
    }


def escaped(text: str) -> str:
    """A string as it may stand in Telegram HTML."""
    return text if isinstance(text, Html) else html.escape(text, quote=False)


def clipped(words: str, room: int = ROOM) -> str:
    """The beginning of somebody's words that takes at most `room` characters as HTML and as UTF-16."""
    taken = 0
    for position, sign in enumerate(words):
        taken += max(len(escaped(sign)), len(sign.encode("utf-16-le")) // 2)
        if taken > room:
            return f"{words[: max(0, position - 1)]}…"
    return words


def plain(text: str) -> str:
    """What people read of Telegram HTML."""
    return html.unescape(_MARKUP.sub("", text))
