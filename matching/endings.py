"""Endings of given names that come and go in daily use: Ерлан is Ерланбек, Шухрат is Шухратжон."""

from typing import Final

# Turkic and Persian titles, Arabic halves of double names, and the women's -биби -гүл -ниса -ой, folded.
_ENDINGS: Final = ("bibi", "hoja", "huja", "niso", "zoda", "bek", "bai", "boi", "jan", "jon", "ali", "han",
                   "hon", "gul", "din", "ula", "ulo", "mat", "mir", "šoh", "šo", "oi")  # fmt: skip
_SHORTEST: Final = 4


def without(folded: str) -> str | None:
    """Give a folded given name without its ending, None when it has none or too little would be left."""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            return folded.removesuffix(ending)
    return None
