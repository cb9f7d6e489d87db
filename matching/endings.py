"""Endings of given names that come and go in daily use: Ерлан is Ерланбек, Шухрат is Шухратжон."""

import re
from typing import Final

from matching import rules
from matching.spelling import fold

_SHORTEST: Final = 4


def _pattern(endings: set[str]) -> re.Pattern[str]:
    """Give the expression that finds the longest ending; h after s, z or p is folded as k (Наурызхан)."""
    longest_first = sorted(endings, key=lambda ending: (-len(ending), ending))
    found = (re.sub("^h", "(?:h|(?<=[gpsz])k)", ending) for ending in longest_first)
    return re.compile(rf"(?<={'.' * _SHORTEST})(?:{'|'.join(found)})$")


_ENDING: Final = _pattern({fold(rule["ending"]) for rule in rules.NAME_ENDINGS})


def without(folded: str) -> str | None:
    """Give a folded given name without its ending, None when it has none or too little would be left."""
    found = _ENDING.search(folded)
    return folded[: found.start()] if found else None
