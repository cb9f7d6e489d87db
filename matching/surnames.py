"""Surnames: the endings that give one away, the sex they speak of, and the stem without them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from matching import rules
from matching.patronymics import stem
from matching.spelling import fold

_SHORTEST: Final = 2
_SHORTEST_GROWN: Final = 3  # Баян and Аян are given names, Саркисян is a surname


def _endings(*kinds: str, sex: str | None = None) -> dict[str, str]:
    """Give the folded endings of these kinds, the longest first, with the masculine of each."""
    chosen = {
        fold(rule["ending"].removeprefix("-")): fold(rule["masculine"].removeprefix("-"))
        for rule in rules.SURNAME_ENDINGS
        if rule["kind"] in kinds and sex in {None, rule["sex"]}
    }
    return dict(sorted(chosen.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _pattern(endings: Iterable[str], shortest: int = _SHORTEST) -> re.Pattern[str]:
    return re.compile(rf"(?<={'.' * shortest})(?:{'|'.join(endings)})$")


_MASCULINE_OF: Final = _endings("added", sex="woman")
_MASCULINE: Final = _pattern(_endings("added", sex="man"))
_FEMININE: Final = _pattern(_MASCULINE_OF)
_SHARED: Final = _pattern(
    sorted({fold(rule["ending"]) for rule in rules.SHARED_ENDINGS}, key=len, reverse=True), _SHORTEST_GROWN
)
_PERSIAN: Final = tuple(_endings("persian"))
_ADDED: Final = _pattern(_endings("added", "persian"))
_GROWN: Final = _pattern(_endings("grown"), _SHORTEST_GROWN)
_GIVEN: Final = frozenset(_endings("none"))


def is_surname(word: str) -> bool:
    """Tell whether a word ends as only surnames do (-ов -ева -зода -ский -енко …), in any script."""
    folded = fold(word)
    return folded not in _GIVEN and (_ADDED.search(folded) is not None or _GROWN.search(folded) is not None)


def is_feminine(folded: str) -> bool | None:
    """Tell the sex a folded surname speaks of; None when its ending has none."""
    if _FEMININE.search(folded):
        return True
    return False if _MASCULINE.search(folded) else None


def unsexed(folded: str) -> str:
    """Give a folded surname in its masculine form: Исраилова and Исраилов are one family."""
    found = _FEMININE.search(folded)
    return folded[: found.start()] + _MASCULINE_OF[found[0]] if found else folded


@lru_cache(maxsize=131_072)
def root(folded: str) -> str:
    """Give a folded surname without its ending: Утебаев, Утебай and Утебайзода meet in `uteb`."""
    return stem(_ADDED.sub("", folded))


def is_persian(folded: str) -> bool:
    """Tell whether a folded surname ends in -зода, the form Tajik papers give to a former -ов or -ев."""
    return folded.endswith(_PERSIAN)


def cores(one: str, two: str) -> tuple[str, str]:
    """Give two folded surnames without endings that many families share: Сооронбаев is `soron`.

    They stay whole unless both have such an ending: a typing error in it must not set them apart.
    """
    roots = _ADDED.sub("", one), _ADDED.sub("", two)
    if not all(map(_SHARED.search, roots)):
        return one, two
    return _SHARED.sub("", roots[0]), _SHARED.sub("", roots[1])
