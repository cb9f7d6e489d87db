"""A personal name taken apart, and masked for the public."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from matching import patronymics, scripts
from matching.spelling import fold
from matching.surnames import is_surname
from matching.talk import is_address
from matching.typed import clean, is_name

__all__ = ["Name", "clean", "is_name", "masked", "parse"]

_MOST_WORDS: Final = 6
_SHORTEST_WITH_MARK: Final = 3  # a father, "son of", a child
_GIVEN_AND_FATHER: Final = 2
# Between the surname and the rest: << in a machine-readable line (ICAO 9303 part 3), a comma in registers.
_DIVIDER: Final = re.compile(r"<<|,")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name taken apart; every part is written as its owner wrote it, cleaned.

    `surname` and `patronymic` are None when unknown; a patronymic may be two words ("Rahimjon qizi");
    `words` has all words in their order.
    """

    surname: str | None
    given: tuple[str, ...]
    patronymic: str | None
    words: tuple[str, ...]


@lru_cache(maxsize=16_384)
def parse(text: str) -> Name:
    """Take a name apart; never raises.

    The surname is the word or words with a surname's ending, wherever they stand; without one, the word after
    a patronymic in the middle (Зарина Ивановна Ким), else the first word, because documents print it first.
    """
    words = tuple(clean(text).split())
    patronymic, rest = _split_patronymic(_without_addresses(words))
    surname, given = _split_surname(rest, patronymic, _before_divider(text))
    shuffled = patronymic is None and any(map(patronymics.is_mark, words))
    if patronymic is None and surname and not shuffled and _is_bare_father(rest, surname, given):
        return Name(surname, given[:1], given[1], words)
    return Name(surname, given, patronymic[0] if patronymic else None, words)


def masked(text: str) -> str:
    """Give a name as the public sees it: the given name and the initial of the surname, "Жаңабай И.".

    A single word gives "И."; no surname and no given name gives "". The full surname is never shown.
    """
    name = parse(text)
    hidden = name.surname or name.patronymic or ""
    shown = next((word for word in name.given if not is_surname(word)), "")
    unsure = name.surname is None and len(name.given) > 1
    if unsure or not shown or _shares_word(shown, hidden):
        return _initial(hidden)
    return f"{_titled(shown)} {_initial(hidden)}"


def _without_addresses(words: tuple[str, ...]) -> list[str]:
    """Give the first words without forms of address, unless nothing else is there."""
    kept = [word for word in words if not is_address(word)]
    return (kept or list(words))[:_MOST_WORDS]


def _split_patronymic(words: list[str]) -> tuple[tuple[str, int] | None, list[str]]:
    """Give the patronymic with its place among the words, and the other words."""
    for place, word in enumerate(words):
        if len(words) < _SHORTEST_WITH_MARK or not patronymics.is_mark(word):
            continue
        if place == 0 or is_surname(words[place - 1]):  # shuffled words: nobody knows whose child this is
            return None, words[:place] + words[place + 1 :]
        return (f"{words[place - 1]} {word}", place - 1), words[: place - 1] + words[place + 1 :]
    for place in reversed(range(len(words))):
        if len(words) > 1 and patronymics.father(words[place]):
            return (words[place], place), words[:place] + words[place + 1 :]
    return None, words


def _split_surname(
    words: list[str], patronymic: tuple[str, int] | None, before: int
) -> tuple[str | None, tuple[str, ...]]:
    """Give the surname, of one word or more, and the given names among words without the patronymic."""
    if not words:
        return (patronymic[0], ()) if patronymic else (None, ())
    if 0 < before < len(words):
        return " ".join(words[:before]), tuple(words[before:])
    sure = [word for word in words if is_surname(word)]
    if sure:
        return " ".join(sure), tuple(word for word in words if word not in sure)
    if patronymic and (len(words) == 1 or patronymic[1] == 0):
        return None, tuple(words)
    if patronymic and 0 < patronymic[1] < len(words):
        after = words[patronymic[1]]
        return after, tuple(words[: patronymic[1]] + words[patronymic[1] + 1 :])
    return words[0], tuple(words[1:])


def _before_divider(text: str) -> int:
    """Give how many words stand before << or a comma, 0 when there is neither."""
    head = _DIVIDER.split(text[: scripts.LONGEST], maxsplit=1)
    return len(clean(head[0]).split()) if len(head) > 1 else 0


def _is_bare_father(words: list[str], surname: str, given: tuple[str, ...]) -> bool:
    """Tell the order of papers, surname - given name - father's bare name (MRZ lines, Tajik papers)."""
    return (
        len(given) == _GIVEN_AND_FATHER and words[0] == surname and is_surname(surname) and len(given[1]) > 1
    )


def _shares_word(shown: str, hidden: str) -> bool:
    """Tell whether showing the first would show a word of the second."""
    return not {fold(part) for part in re.split(r"[\W_]+", shown)}.isdisjoint(
        fold(part) for part in re.split(r"[\W_]+", hidden)
    )


def _initial(word: str) -> str:
    return f"{word[0].upper()[0]}." if word else ""


def _titled(word: str) -> str:
    parts = (part[:1].upper() + part[1:].lower().replace("i̇", "i") for part in word.split("-"))
    return "-".join(parts)
