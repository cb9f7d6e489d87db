"""Digits as people type them, in any script and between any signs, and the groups they stand in. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

LONGEST: Final = 4_096
"""Characters that are looked at: Telegram's longest message."""

MOST_DIGITS: Final = 20
"""Digits of the longest number here: a Russian account."""

HANDFUL: Final = 6
"""Groups of a number that is written among others; who types single digits types one number alone."""

_NEVER_UNIFIED: Final = str.maketrans("№", " ")  # it would become "No", a word glued to the number
_UNSEEN: Final = frozenset({"Cf", "Mn", "Me"})  # zero width, variation selectors, the key around emoji digits
_MINUS: Final = "−"
_RUN: Final = re.compile(r"(?P<plus>\+ ?)?\d+(?:[ \t._·•()*-]{1,4}\d+)*")
_DIGITS: Final = re.compile(r"\d+")
_GLUED: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,3}$")  # AB123…; who writes karta4400… means a card
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)[\s:.,#=()/-]*$")
_SEEN_BEFORE: Final = 32
_THOUSANDS: Final = 3
_FOUR: Final = 4


def plain(text: str) -> str:
    """Give the first 4,096 characters with ASCII digits, dashes and spaces, and without unseen signs."""
    unified = unicodedata.normalize("NFKC", text[:LONGEST].translate(_NEVER_UNIFIED))
    return unified if unified.isascii() else "".join(map(_plain_sign, unified))


def bare(text: str) -> str:
    """Give a text of `plain` without what may stand between digits."""
    return re.sub(r"[\s._·•*()-]+", "", text)


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind in _UNSEEN:
        return ""
    return "-" if kind == "Pd" or sign == _MINUS else " " if kind == "Zs" else sign


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring groups of digits that may be one number.

    `digits` are theirs together, `sizes` how many each has, `between` the signs that part them; `plus` tells
    of a + in front, `whole` whether nothing else is written in the same run, `before` is the word in front.
    """

    digits: str
    sizes: tuple[int, ...]
    between: frozenset[str]
    start: int
    end: int
    plus: bool
    whole: bool
    before: str

    @property
    def is_single(self) -> bool:
        """Whether the digits stand together."""
        return len(self.sizes) == 1

    @property
    def is_sum(self) -> bool:
        """Whether they are grouped as sums are: 12 500 000."""
        grouped = len(self.between) == 1 and set(self.sizes[1:]) == {_THOUSANDS}
        return grouped and self.sizes[0] <= _THOUSANDS

    @property
    def is_by_fours(self) -> bool:
        """Whether it is written as cards are embossed: 4400 4301 2345 6789."""
        return self.sizes == (_FOUR,) * _FOUR


def windows(text: str) -> Iterator[Window]:
    """Give what may be one number in a text of `plain`, in linear time.

    Of each run of digits: every group, four groups of four, and what begins or ends the run, up to 20 digits.
    Never a part of a group: a number inside a longer one is none.
    """
    for found in _RUN.finditer(text):
        groups = [(each.start(), each.end()) for each in _DIGITS.finditer(text, found.start(), found.end())]
        lead = text[max(0, found.start() - _SEEN_BEFORE) : found.start()]
        plus = found["plus"] is not None
        if not plus and _GLUED.search(lead):
            groups = groups[1:]
        if text[found.end() : found.end() + 1].isascii() and text[found.end() : found.end() + 1].isalpha():
            groups = groups[:-1]
        word = _WORD_BEFORE.search(lead)
        yield from _of_run(text, groups, plus=plus, before=word[1].lower() if word else "")


def _of_run(text: str, groups: Sequence[tuple[int, int]], *, plus: bool, before: str) -> Iterator[Window]:
    sizes = [end - start for start, end in groups]
    for first, last in dict.fromkeys(_cuts(sizes)):
        if sizes[first:last] == [_FOUR] * _FOUR and not _stands_alone(sizes, first):
            continue
        cut = groups[first:last]
        yield Window(
            digits="".join(text[start:end] for start, end in cut),
            sizes=tuple(sizes[first:last]),
            between=frozenset(text[end:start] for (_, end), (start, _) in pairwise(cut)),
            start=cut[0][0],
            end=cut[-1][1],
            plus=plus and first == 0,
            whole=len(cut) == len(groups),
            before=before if first == 0 else "",
        )


def _cuts(sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Give the first group and the one after the last of each window, the longest from an edge first."""
    count = len(sizes)
    begun = [place for place, total in enumerate(accumulate(sizes[:MOST_DIGITS]), 1) if total <= MOST_DIGITS]
    ended = [
        place
        for place, total in enumerate(accumulate(sizes[: -MOST_DIGITS - 1 : -1]), 1)
        if total <= MOST_DIGITS
    ]
    yield from ((0, place) for place in reversed(begun) if place in {1, count} or place <= HANDFUL)
    yield from ((count - place, count) for place in reversed(ended) if place <= HANDFUL)
    for first, size in enumerate(sizes):
        if sizes[first : first + _FOUR] == [_FOUR] * _FOUR:
            yield first, first + _FOUR
        if size <= MOST_DIGITS:
            yield first, first + 1


def _stands_alone(sizes: list[int], first: int) -> bool:
    """Whether no fifth group of four stands beside four of them: that is another number."""
    beside = (sizes[first - 1] if first else 0, *sizes[first + _FOUR : first + _FOUR + 1])
    return _FOUR not in beside
