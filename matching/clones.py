"""Copies of an appeal's words: fraudsters take them as they are and put another card below."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from matching import rules, scripts
from matching.appeals import seen
from matching.spelling import fold

LONGEST: Final = 4_096
"""Characters of a text that are looked at: Telegram's longest message."""

CLONE: Final = 0.3
"""From here on a text is taken for a copy; set on the dev half of tests/matching/clone_texts.tsv."""

_SHINGLE: Final = 12
"""Letters in a row: two words of usual length, so that words alone are no likeness."""

_ENOUGH: Final = 220
"""So many shingles of an appeal, about 250 characters, are all that has to be copied of a longer one."""

_DISTINCT: Final = 14
"""So many different words of `_TELLING` letters tell an appeal from all others; half as many tell nothing."""

_TELLING: Final = 5
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_DIGITS: Final = re.compile(r"\d")
_COUNTED: Final = re.compile(r"^(?:\d+$|\d\d+|[125-9])")
"""A number, and what is counted at the front of a word: 12-го as 12го, 5летний."""

_DOUBLED: Final = re.compile(r"(.)\1+")
_TO_CYRILLIC: Final = str.maketrans(
    {rule["latin"]: rule["cyrillic"] for rule in rules.LOOK_ALIKES if rule["read"] != "as Latin"}
)
_DRAWN: Final = str.maketrans("034", "озч")
"""Digits inside a word, drawn as letters: п0мощь."""


class Alike(NamedTuple):
    """The open appeal a text is most like: its key, and 0..1 as `likeness` gives it."""

    key: str
    likeness: float


class _Shingled(NamedTuple):
    """An appeal's words prepared: its shingles, and what each weighs in 0..1."""

    shingles: frozenset[str]
    weight: float


def likeness(words: str, text: str) -> float:
    """Give how much of an appeal's words (1 to 600 characters) stands in a text, 0..1.

    Compared are letters in the folded alphabet, twelve in a row: case, signs, emoji, digits, spaces, signs
    that nobody sees and letters that look the same do not matter, sentences may stand in any order among any
    others, and a changed word costs itself and its neighbour. Cyrillic and Latin meet as far as
    `matching.spelling.fold` makes them meet. Half of the longest appeal is as good as all of it. An appeal of
    few words has no likeness: thousands ask for an operation with the same five. Never raises; of the text
    the first 4,096 characters count.
    """
    shingled = _shingled(words)
    return _weighed(len(shingled.shingles & _shingles(_letters(text))), shingled)


class Known:
    """The words of open appeals, prepared once: one text is looked up in all of them together."""

    def __init__(self, appeals: Mapping[str, str]) -> None:
        """Prepare words by their keys; about a millisecond for each whose words were never met before."""
        self._shingled = {key: _shingled(words) for key, words in appeals.items()}
        self._keys: dict[str, list[str]] = defaultdict(list)
        for key, shingled in self._shingled.items():
            for shingle in shingled.shingles if shingled.weight else ():
                self._keys[shingle].append(key)

    def most_like(self, text: str) -> Alike | None:
        """Give the appeal a text is most like, the first of equals; None when it shares nothing with any.

        Whether it is a copy is told by `CLONE`.
        """
        known = self._keys
        shared = Counter(key for each in _shingles(_letters(text)) if each in known for key in known[each])
        if not shared:
            return None
        weighed = {key: _weighed(shared[key], each) for key, each in self._shingled.items()}
        best = max(weighed, key=weighed.__getitem__)
        return Alike(best, weighed[best])


def _shingled(words: str) -> _Shingled:
    folded = _folded(words)
    distinct = len({word for word in folded if len(word) >= _TELLING})
    short = max(0, _DISTINCT - distinct) / _DISTINCT
    return _Shingled(frozenset(_shingles(_joined(folded))), max(0.0, 1.0 - 2.0 * short))


def _weighed(shared: int, shingled: _Shingled) -> float:
    of = min(len(shingled.shingles), _ENOUGH)
    return shingled.weight * min(1.0, shared / of) if of else 0.0


def _shingles(letters: str) -> set[str]:
    return {letters[first : first + _SHINGLE] for first in range(len(letters) - _SHINGLE + 1)}


def _letters(text: str) -> str:
    return _joined(_folded(text))


def _joined(folded: list[str]) -> str:
    """Give words in a row as they would be folded together: a word may be typed with spaces inside."""
    return _DOUBLED.sub(r"\1", "".join(folded))


def _folded(text: str) -> list[str]:
    """Give the folded words of a text in their order, without numbers."""
    return [_word(word) for word in _WORD.findall(seen(text[: 2 * LONGEST])[:LONGEST])]


@lru_cache(maxsize=16_384)
def _word(word: str) -> str:
    """Fold one word: ё as е, digits inside as the letters they are drawn for; a number gives nothing.

    A Cyrillic word with any number of Latin look-alikes is Cyrillic: chance puts in few, a copyist all.
    """
    drawn = _COUNTED.sub("", word).translate(_DRAWN)
    if any(map(scripts.is_cyrillic, word)):
        cyrillic = drawn.translate(_TO_CYRILLIC)
        drawn = drawn if any(map(scripts.is_latin, cyrillic)) else cyrillic
    return fold(_DIGITS.sub("", drawn.lower().replace("ё", "е")))
