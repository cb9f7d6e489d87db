"""Namesakes: what else is known puts in order those whose names are practically as near.

Type, country, place and day are clues. The year of birth is none: owners and finders give it as a secret
fact, and an order that followed it would let anybody guess it by searching. `relay.watches` compares it
in counted tries.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Final, TypeVar

from domain.documents import Country, DocumentType
from domain.places import Place
from relay.places import Gazetteer

PRACTICALLY: Final = 0.03
"""Scores (0..1) nearer than this are one: less than a letter that two alphabets write differently costs."""

T = TypeVar("T")
Scored = tuple[T, float]


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a document beside its name; None and "" for what is not.

    `place` is as in a report. `day` is when it was found, or since when somebody looks for it, since nobody
    is asked when they lost it. `since` is when the bot heard of it.
    """

    type: DocumentType | None
    country: Country | None
    place: str
    day: date
    since: datetime


class _Nearness(IntEnum):
    SAME = 0
    NEAR = 1
    SAME_COUNTRY = 2
    UNKNOWN = 3
    FAR = 4


def likeliest_first(
    found: Iterable[Scored[T]], clues: Callable[[T], Clues], sought: Clues, gazetteer: Gazetteer
) -> list[Scored[T]]:
    """Order what was found by the name's score, and where scores are practically one by what else is known.

    In this order: same type, same country, place (same, within 40 km, in the same country, unknown), days
    between, newest. A clue that nobody gave speaks neither for nor against.
    """
    nearness = _nearness(gazetteer, sought.place)

    def differences(pair: Scored[T]) -> tuple[int, int, int, int, float]:
        known = clues(pair[0])
        return (
            _difference(known.type, sought.type, DocumentType.OTHER),
            _difference(known.country, sought.country, Country.ELSEWHERE),
            nearness(known.place),
            abs((known.day - sought.day).days),
            -known.since.timestamp(),
        )

    return [pair for group in _groups(found) for pair in sorted(group, key=differences)]


def _groups(found: Iterable[Scored[T]]) -> Iterator[list[Scored[T]]]:
    """Those whose scores are practically that of the best among them, best first."""
    group: list[Scored[T]] = []
    for pair in sorted(found, key=lambda pair: -pair[1]):
        if group and group[0][1] - pair[1] >= PRACTICALLY:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _difference(one: str | None, other: str | None, vague: str) -> int:
    """0 for the same, 2 for another, 1 when one of them is unknown or says "another one"."""
    if one == other:
        return 0
    return 1 if {one, other} & {None, vague} else 2


def _nearness(gazetteer: Gazetteer, sought: str) -> Callable[[str], _Nearness]:
    """How near a place is to the one sought, both as stored."""
    here = gazetteer.stored(sought)
    around = gazetteer.around(here) if here else frozenset()

    def nearness(known: str) -> _Nearness:
        if known and known.casefold() == sought.casefold():
            return _Nearness.SAME
        there = gazetteer.stored(known)
        if here is None or there is None:
            return _Nearness.UNKNOWN
        if there.code in around:
            return _Nearness.NEAR
        return _Nearness.SAME_COUNTRY if _countries(here) & _countries(there) else _Nearness.FAR

    return nearness


def _countries(place: Place) -> set[str]:
    """A border post lies in both countries."""
    return {place.country, place.neighbour} - {None}  # type: ignore[return-value] # None is taken out
