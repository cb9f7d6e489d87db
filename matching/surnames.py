"""Surnames: the endings that give one away, the sex they speak of, and the stem without them."""

import re
from typing import Final

from matching.patronymics import stem
from matching.spelling import fold

# Folded endings. Russian and Russian-style Turkic -ов -ев, in older French papers -off; Russian adjectives,
# Ukrainian and Armenian surnames of the region; Tajik and Uzbek -зода, Persian -пур.
_MASCULINE: Final = re.compile(r"(?<=..)(?:[oe]v|[oe]f|skii?)$")
_FEMININE: Final = re.compile(r"(?<=..)(?:[oe]va|skaia?)$")
_COMMON: Final = re.compile(r"(?<=..)(?:zoda|zode|zade|zada|enko|ian|iants|nejad|pur)$")
_PERSIAN: Final = ("zoda", "zode", "zade", "zada")
_ENDING: Final = re.compile(r"(?<=..)(?:[oe]va?|[oe]f|sk(?:ii?|aia?)|zoda|zode|zade|zada)$")
# Given names that end like surnames.
_GIVEN: Final = frozenset(
    {"lev", "iev", "josef", "iosif", "usef", "asif", "atif", "marian", "ian", "rian", "florian",
     "damian", "vivian", "iakov"}
)  # fmt: skip


def is_surname(word: str) -> bool:
    """Tell whether a word ends as only surnames do (-ов -ева -зода -ский -енко …), in any script."""
    folded = fold(word)
    return folded not in _GIVEN and any(
        ending.search(folded) is not None for ending in (_MASCULINE, _FEMININE, _COMMON)
    )


def is_feminine(folded: str) -> bool | None:
    """Tell the sex a folded surname speaks of; None when its ending has none."""
    if _FEMININE.search(folded):
        return True
    return False if _MASCULINE.search(folded) else None


def unsexed(folded: str) -> str:
    """Give a folded surname in its masculine form: Исраилова and Исраилов are one family."""
    return folded[:-1] if _FEMININE.search(folded) and folded.endswith("va") else folded


def root(folded: str) -> str:
    """Give a folded surname without its ending: Утебаев, Утебай and Утебайзода meet in `uteb`."""
    return stem(_ENDING.sub("", folded))


def is_persian(folded: str) -> bool:
    """Tell whether a folded surname ends in -зода, the form Tajik papers give to a former -ов or -ев."""
    return folded.endswith(_PERSIAN)
