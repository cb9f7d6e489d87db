"""Letters before spelling: apostrophes, invisible signs, and letters of another script that look the same."""

import unicodedata
from typing import Final

from matching import rules

LONGEST: Final = 120
"""Characters of a name that are looked at; papers print at most 39 (ICAO 9303 part 4), chats some more."""

# Every sign seen in place of the Uzbek turned comma (oʻ gʻ) and of the glottal stop (maʼruf).
APOSTROPHES: Final = "'`´ʹʻʼʽʾʿˈ‘’‛′ʿ＇ʺ“”"
_APOSTROPHE_TABLE: Final = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_TO_CYRILLIC: Final = str.maketrans(
    {rule["latin"]: rule["cyrillic"] for rule in rules.LOOK_ALIKES if rule["read"] != "as Latin"}
)
_TO_LATIN: Final = str.maketrans(
    {rule["cyrillic"]: rule["latin"] for rule in rules.LOOK_ALIKES if rule["read"] != "as Cyrillic"}
)
_CYRILLIC: Final = ("Ѐ", "ԯ")


def is_cyrillic(letter: str) -> bool:
    """Tell whether one letter belongs to the Cyrillic alphabets of Unicode's two main blocks."""
    return _CYRILLIC[0] <= letter <= _CYRILLIC[1]


def is_latin(letter: str) -> bool:
    """Tell whether one letter belongs to a Latin alphabet, with or without marks."""
    return letter.isalpha() and (letter < "Ͱ" or "Ḁ" <= letter <= "ỿ")


def straight(text: str) -> str:
    """Give every shape of the apostrophe as the plain one."""
    return text.translate(_APOSTROPHE_TABLE)


def one_script(word: str) -> str:
    """Give a word with its few letters of the other script replaced by those that look the same.

    The script with more letters wins; a tie goes to Cyrillic, whose keyboards are the ones that get switched.
    """
    if word.isascii():
        return word
    cyrillic = sum(map(is_cyrillic, word))
    if cyrillic in {0, len(word)}:
        return word
    latin = sum(map(is_latin, word))
    if not latin:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


def visible(text: str) -> str:
    """Give at most LONGEST characters with compatibility forms unified and invisible signs removed.

    Control characters become spaces; direction marks, joiners and variation selectors vanish; at most two
    marks stay on a letter.
    """
    unified = unicodedata.normalize("NFKC", straight(text[: 4 * LONGEST]))
    kept: list[str] = []
    marks = 0
    for sign in unified:
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind == "Mn" else 0
        if kind in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif kind not in {"Cf", "Cs", "Co", "Cn", "Me"} and not _is_selector(sign) and marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)[:LONGEST]


_MOST_MARKS: Final = 2


def _is_selector(sign: str) -> bool:
    return "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
