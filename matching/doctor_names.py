"""A doctor's name in every way it may be meant: with titles, initials, a former surname."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from matching import clinics, scripts
from matching.folded import Folded, Part, Role, folded
from matching.names import parse

_ALL_THREE: Final = 3
_BRACKETS: Final = re.compile(r"\(([^()]*)\)?")
_BEGUN_WITH_I: Final = frozenset("ЮЯ")


@lru_cache(maxsize=16_384)
def readings(doctor: str) -> tuple[Folded, ...]:
    """Give what a doctor's name may be, without titles; nothing when it has no letters, never raises.

    A surname in brackets (before or since a marriage) is another reading, as is Асан уулу Тилек, in which the
    first words are either the father's name or a surname.
    """
    found = dict.fromkeys(name for text in _spellings(doctor) for name in _meant(text))
    return tuple(reading for reading in found if reading.parts)


def _meant(text: str) -> Iterator[Folded]:
    """Give what the words of a name may be: Сериковна is a father's name, Серик уулу may be a surname too."""
    name, whole = parse(text), _with_initials(folded(text))
    without_surname = name.surname is None and name.patronymic and name.given
    if without_surname:
        yield _by_given(folded(text))
    if not without_surname or len((name.patronymic or "").split()) > 1:
        yield whole


def _with_initials(name: Folded) -> Folded:
    """Give a name in which the last of three words is the father's when it is an initial: Ким А.В."""
    initials = [place for place, part in enumerate(name.parts) if len(part.word) == 1]
    if len(name.parts) != _ALL_THREE or not initials:
        return name
    last = initials[-1]
    father = Part(name.parts[last].word, Role.FATHER)
    return Folded((*name.parts[:last], *name.parts[last + 1 :], father), name.woman)


def _by_given(name: Folded) -> Folded:
    """Give a name whose last word is the father's, not a surname: Айгүл Сериковна."""
    last = name.parts[-1]
    return Folded((*name.parts[:-1], Part(last.word, Role.FATHER)), name.woman)


def _spellings(doctor: str) -> Iterator[str]:
    text = scripts.visible(doctor)
    outside = _untitled(_BRACKETS.sub(" ", text))
    inside = [word for found in _BRACKETS.findall(text) for word in _untitled(found)]
    readings = [outside or inside]
    if outside and len(inside) == 1:
        readings.append(inside + outside[1:])
    for words in readings:
        yield " ".join(words)
        yield " ".join(_without_marks(word) for word in words)


def _untitled(text: str) -> list[str]:
    """Give the words of a name without titles, unless nothing else is there; initials one by one."""
    words = [word for chunk in text.split() for word in _taken_apart(chunk)]
    return [word for word in words if not clinics.is_title(word)] or words


def _without_marks(word: str) -> str:
    """Give a word as plain keyboards write it (Ayse for Ayşe), and Y alone as E (Yerlan, Ерлан)."""
    if word in {"Y", "y"}:
        return "E"
    if any(map(scripts.is_cyrillic, word)):
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if unicodedata.category(sign) != "Mn")


def _taken_apart(chunk: str) -> Sequence[str]:
    """Give a chunk between spaces as words: К.М.Н. is one, А.В. are two, проф.Ким are two."""
    bare = chunk.replace(".", "")
    if clinics.is_title(bare):
        return [bare]
    return [_initial(word) for word in chunk.split(".") if word]


def _initial(word: str) -> str:
    """Give a word, and Ю or Я alone as И: folded letters begin Юсуп and Ярослав so."""
    return "И" if word.upper() in _BEGUN_WITH_I else word
