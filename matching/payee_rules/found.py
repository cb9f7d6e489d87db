"""Payee details that stand in a free text, however they are split."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Final

from domain.payees import Details
from matching.payee_rules import accounts, cards, ibans, phones, table
from matching.payee_rules.typed import Window, plain, windows

Place = tuple[int, int, Details]
"""From where to where in a text stands which."""

_DAY_FIRST: Final = r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d"
_YEAR_FIRST: Final = r"(?:19|20)\d\d[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12]\d|3[01])"
_DATE: Final = re.compile(rf"(?<!\d)(?<!\d[./-])(?:{_DAY_FIRST}|{_YEAR_FIRST})(?!\d)")
_NOTHING: Final = "|"
_ANY_ENDING: Final = "*"


def found_in(text: str) -> tuple[Details, ...]:
    """Give every valid detail in the first 4,096 characters of a text, in their order, each once.

    A number after a word that says it is something else (labels.tsv) is none, nor is what only begins a
    longer number. Cards are found from 16 digits on, telephone numbers with a + or at least ten digits.
    """
    shown = _DATE.sub(_covered, plain(text))
    written = list(ibans.found(shown))
    rest = _without(shown, ((start, end) for start, end, _ in written))
    places = [(start, end, details) for start, end, details in written if details]
    places += _numbers([each for each in windows(rest) if not _is_labelled(each.before)])
    return tuple(dict.fromkeys(details for _, _, details in sorted(places, key=lambda place: place[0])))


def _numbers(looked_at: list[Window]) -> list[Place]:
    """Give the accounts, cards and telephone numbers; what is one of them is not another too."""
    places = list(accounts.found(looked_at))
    taken = {place for start, end, _ in places for place in range(start, end)}
    for reading, window in product((cards.found, phones.found), looked_at):
        where = range(window.start, window.end)
        details = reading(window) if taken.isdisjoint(where) else None
        if details:
            taken.update(where)
            places.append((window.start, window.end, details))
    return places


def _covered(match: re.Match[str]) -> str:
    return _NOTHING * len(match[0])


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Give a text with some places of it covered."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = _NOTHING * (end - start)
    return "".join(kept)


@cache
def _labels() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the whole words of the table, and the beginnings of words."""
    rules = table("labels.tsv", "kind", "language", "words")
    words = [word for rule in rules for word in rule["words"].split(", ")]
    begun = tuple(word.removesuffix(_ANY_ENDING) for word in words if word.endswith(_ANY_ENDING))
    return frozenset(words), begun


def _is_labelled(word: str) -> bool:
    whole, begun = _labels()
    return bool(word) and (word in whole or word.startswith(begun))
