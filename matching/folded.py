"""A name ready to be compared: its words in folded letters, each with the place it has in a name."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from matching import patronymics, rules, surnames
from matching.names import parse
from matching.spelling import fold

MOST_PARTS: Final = 6

VERSION: Final = 1
"""To be raised when the code, not a table, begins to give names other words, roles or keys than before.

The index of names, which the former code made, is then made anew at the next start.
"""


class Role(IntEnum):
    """Which part of a name a word is, as far as the word itself tells."""

    GIVEN = 0
    """A given name, or a surname without a surname's ending."""
    FAMILY = 1
    FATHER = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A folded word: surnames in their masculine form, fathers without the ending of a patronymic."""

    word: str
    role: Role


@dataclass(frozen=True, slots=True)
class Folded:
    """A name's parts, and whether it is a woman's (None when nothing tells)."""

    parts: tuple[Part, ...]
    woman: bool | None


@lru_cache(maxsize=16_384)
def folded(text: str) -> Folded:
    """Take a name apart and fold its words; no parts when the text has no letters."""
    name = parse(text)
    known = patronymics.father(name.patronymic) if name.patronymic else None
    family = [fold(half) for word in (name.surname or "").split() for half in word.split("-")]
    parts = [_part(word) for word in family if word]
    parts += [_part(word) for half in name.given for word in map(fold, half.split("-")) if word]
    father = known.name if known else patronymics.stem(fold(name.patronymic or ""))
    if father:  # Асан уулу Тилек: with no other surname, the father's name stands in its place
        parts.append(Part(father, Role.FATHER if name.surname else Role.FAMILY))
    return Folded(tuple(parts[:MOST_PARTS]), _woman(family, known))


@cache
def fingerprint() -> str:
    """Give 64 hexadecimal digits that are others after every change of a table or of VERSION."""
    tables = sorted((table.name, table) for table in files(rules).iterdir() if table.name.endswith(".tsv"))
    read = sha256(str(VERSION).encode())
    for name, table in tables:
        read.update(f"\0{name}\0".encode() + table.read_bytes())
    return read.hexdigest()


def _part(word: str) -> Part:
    if surnames.is_surname(word):
        return Part(surnames.unsexed(word), Role.FAMILY)
    return Part(word, Role.GIVEN)


def _woman(family: list[str], father: patronymics.Father | None) -> bool | None:
    told = [sex for sex in map(surnames.is_feminine, family) if sex is not None]
    if told:
        return told[0]
    return father.daughter if father else None
