"""What people type: a name made fit to show, and whether a text is a name at all."""

import re
import unicodedata
from typing import Final

from matching import scripts
from matching.talk import is_talk

_MOST_WORDS: Final = 6
_WEAK: Final = frozenset("-'.")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['.-]+[^\W\d_]+)*['.]?")
_INNER_DOT: Final = re.compile(r"[^\W\d_]{2}\.[^\W\d_]")


def clean(text: str) -> str:
    """Give what a person typed as a name fit to show, at most 120 characters; "" when nothing is left.

    Apostrophes become the Uzbek ʻ after o and g and ʼ elsewhere; the filler `<` of machine-readable lines
    (ICAO 9303 part 3) becomes a space, as do pictures and every other sign that names do not have.
    """
    shown = "".join(sign if _belongs(sign) else " " for sign in scripts.visible(text))
    words = (_tidy(word) for word in shown.split())
    return " ".join(word for word in words if word)


def is_name(text: str) -> bool:
    """Tell whether a text looks typed to search a name: 1..6 words of letters; no digits, links or talk."""
    if len(text) > scripts.LONGEST or ">" in text:
        return False
    shown = "".join(_searched(sign) for sign in scripts.visible(text))
    words = shown.split()
    return (
        1 <= len(words) <= _MOST_WORDS
        and sum(map(str.isalpha, shown)) > 1
        and all(_WORD.fullmatch(word) for word in words)
        and not _INNER_DOT.search(shown)
        and not any(map(is_talk, words))
    )


def _belongs(sign: str) -> bool:
    return sign in _WEAK or unicodedata.category(sign)[0] in "LNM"


def _searched(sign: str) -> str:
    """Give a sign as the test for names sees it: pictures and the filler are spaces, marks go."""
    kind = unicodedata.category(sign)
    if sign == "<" or kind in {"So", "Sk"}:
        return " "
    return "" if kind[0] == "M" else sign


def _tidy(word: str) -> str:
    trimmed = word.lstrip("'-.").rstrip("-")
    while trimmed and unicodedata.category(trimmed[0])[0] == "M":
        trimmed = trimmed[1:].lstrip("'-.")
    if trimmed.endswith("'") and trimmed.rstrip("'")[-1:] not in set("oOgG"):
        trimmed = trimmed.rstrip("'")
    turned = re.sub("(?<=[oOgG])'+", "ʻ", trimmed)
    return re.sub("'+", "ʼ", turned)
