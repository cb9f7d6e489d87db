"""Whether two descriptions mean one doctor or one clinic: a score, a verdict, and keys to find candidates by.

People write the same doctor in two alphabets, with initials, with a title, without the father's name; and
brothers, namesakes in other towns and hospitals with other numbers look much the same. What the names, the
clinic, the place, the speciality and the phone say is added up as evidence, and the sum is told as a share.
`python -m bench.likeness` tells how often it is right.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, product
from typing import Final, NamedTuple

from domain.specialities import Speciality
from matching import clinics, scripts
from matching.doctor_names import readings
from matching.folded import Folded, Role
from matching.likeness import likeness as letters_alike
from matching.likeness import sound_class
from matching.search import Met, comparison
from matching.spelling import fold

SAME: Final = 0.95
"""From this score two entries may be joined without asking: nothing speaks against it, and the phone and a
whole name agree, or all the rest does."""

PERHAPS: Final = 0.5
"""From this score two entries are shown to moderators: they mean one more likely than not."""

# How much each thing speaks for (above 0) or against one doctor, as natural logarithms of odds; set on the
# development half of `bench/data/doctors.tsv`.
_DOCTORS_AT_FIRST: Final = -1.3
_NAME: Final = ((0.0, -9.0), (0.5, -6.0), (0.62, -2.5), (0.72, 0.0), (0.8, 0.7), (0.9, 2.0), (1.0, 3.5))
_WORKPLACE: Final = ((0.0, -1.5), (0.4, -1.0), (0.6, 0.5), (0.85, 2.0), (1.0, 2.0))
_SAME_CITY, _OTHER_CITY, _OTHER_WORDS = 0.7, -5.0, -1.0
_SAME_SPECIALITY, _NEAR_SPECIALITY, _OTHER_SPECIALITY = 0.7, -1.2, -3.0
_SAME_PHONE, _OTHER_PHONE = 2.0, -0.3

# The same for clinics.
_CLINICS_AT_FIRST: Final = -1.3
_CLINIC: Final = ((0.0, -6.0), (0.5, -3.5), (0.6, -1.0), (0.7, 0.0), (0.85, 2.0), (1.0, 3.5))
_SAME_CLINIC_PHONE, _OTHER_CLINIC_PHONE = 4.0, -0.3
_ANY_CITY: Final = -3.0  # every city has a hospital №1: without a name the place must be told
_SAME_TRADE, _OTHER_TRADE = 0.3, -0.2

_WHOLE: Final = 0.93  # likeness of two words of a name that are surely one
_WHOLE_WORDS: Final = 2
_SURE_NAME: Final = 0.9
_SURE_CLINIC: Final = 0.95
_SURE_WITH_PHONE: Final = 0.8
_MARRIED: Final = 0.74  # the score of names of which the surname alone differs, of women at one clinic
_BY_GIVEN: Final = 0.73  # of a given name with the father's, and the same with a surname, at one clinic
_BOTH: Final = 2
_OTHER_GIVEN: Final = 0.82  # likeness below which two whole words are two names
_OTHER_GIVEN_COUNTS: Final = 0.75
_PLACE_ALIKE: Final = 0.8  # Стамбул and Istanbul
_CODE: Final = "@"
_CITY: Final = "city_"

_NEAR: Final = tuple(
    frozenset(map(Speciality, group.split()))
    for group in (
        "gynecologist obstetrician fertility ultrasound",
        "surgeon oncologist proctologist vascular_surgeon breast",
        "therapist cardiologist gastroenterologist endocrinologist pulmonologist",
        "neurologist neurosurgeon manual_therapist rehabilitation",
        "gastroenterologist hepatologist infectious",
        "cardiologist heart_surgeon",
        "urologist nephrologist transplant",
        "dentist maxillofacial",
        "oncologist hematologist breast",
        "psychiatrist psychologist addiction",
        "pulmonologist tb_doctor allergist",
        "orthopedist rheumatologist manual_therapist rehabilitation",
        "ultrasound diagnostics",
        "ent hearing",
        "burns plastic_surgeon maxillofacial surgeon",
        "pediatrician therapist",
        "dermatologist allergist",
    )
)
"""Specialities one doctor often has together."""


class Verdict(StrEnum):
    """What is done with two entries: they are joined, moderators are asked, or they stay apart."""

    SAME = "same"
    PERHAPS = "perhaps"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Described:
    """What somebody wrote of a doctor or a clinic; every part may be empty.

    `place` is a city's code behind `@` or free words, `phone` is E.164, `speciality` a value of Speciality.
    """

    doctor: str
    clinic: str
    place: str
    phone: str
    speciality: str


class _Name(NamedTuple):
    """How alike two names are (0..1), and how many of their words are surely the same and written out."""

    score: float
    whole_words: int


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What agrees of two descriptions beside the names; None where one of them does not say it."""

    place: bool | None
    is_surely_elsewhere: bool
    speciality: bool | None
    is_near: bool
    phone: bool | None
    clinic: float | None
    is_in_any_city: bool


def likeness(one: Described, other: Described) -> float:
    """Give how likely two descriptions mean one doctor or one clinic, 0..1, symmetric; never raises.

    A doctor and a clinic without a doctor give 0, as does a description without either.
    """
    doctors = bool(readings(one.doctor)), bool(readings(other.doctor))
    if doctors[0] != doctors[1]:
        return 0.0
    agreement = _agreement(one, other)
    if all(doctors):
        return _doctors(one, other, agreement)
    return 0.0 if agreement.clinic is None else _clinics(agreement.clinic, agreement)


def verdict(score: float) -> Verdict:
    """Give what is done from a score of `likeness`: SAME from 0.95, PERHAPS from 0.5."""
    if score >= SAME:
        return Verdict.SAME
    return Verdict.PERHAPS if score >= PERHAPS else Verdict.DIFFERENT


def keys(one: Described) -> frozenset[str]:
    """Give keys of which two descriptions of one doctor or clinic share one; a doctor and a clinic none.

    A doctor has the sounds of each word of the name and the phone; a clinic its numbers, topics, the sounds
    of its own words and the phone.
    """
    names = readings(one.doctor)
    if names:
        words = {part.word for name in names for part in name.parts if part.role is not Role.FATHER}
        found = {sound_class(word) for word in words if len(word) > 1} or words
        return _marked("doctor", found, one.phone)
    if not _has_letters(one.clinic):
        return frozenset()
    return _marked("clinic", clinics.keys(clinics.read(one.clinic, _cities(one))), one.phone)


def _doctors(one: Described, other: Described, agreement: _Agreement) -> float:
    """Weigh two doctors: names first, then where they work."""
    pairs = list(product(readings(one.doctor), readings(other.doctor)))
    best = max(_name(*pair) for pair in pairs)
    name = best.score
    if agreement.clinic is not None and agreement.clinic >= _SURE_WITH_PHONE:
        name = max(name, *(_half_told(*pair) for pair in pairs))
    evidence = _DOCTORS_AT_FIRST + _between(_NAME, name) + _circumstances(agreement)
    if agreement.clinic is not None:
        evidence += _between(_WORKPLACE, agreement.clinic)
    return _share(evidence, certain=_is_certain_doctor(best, agreement))


def _circumstances(agreement: _Agreement) -> float:
    speciality = _NEAR_SPECIALITY if agreement.is_near else _OTHER_SPECIALITY
    return (
        _place(agreement)
        + _told(agreement.speciality, _SAME_SPECIALITY, speciality)
        + _told(agreement.phone, _SAME_PHONE, _OTHER_PHONE)
    )


def _clinics(name: float, agreement: _Agreement) -> float:
    """Weigh two clinics without doctors."""
    evidence = (
        _CLINICS_AT_FIRST
        + _between(_CLINIC, name)
        + _place(agreement)
        + _told(agreement.phone, _SAME_CLINIC_PHONE, _OTHER_CLINIC_PHONE)
        + _told(agreement.speciality, _SAME_TRADE, _OTHER_TRADE)
    )
    if agreement.is_in_any_city and not agreement.place and not agreement.phone:
        evidence += _ANY_CITY
    return _share(evidence, certain=_is_certain_clinic(name, agreement))


def _place(agreement: _Agreement) -> float:
    return _told(agreement.place, _SAME_CITY, _OTHER_CITY if agreement.is_surely_elsewhere else _OTHER_WORDS)


def _told(agrees: bool | None, much: float, against: float) -> float:  # noqa: FBT001 - three answers, one word
    if agrees is None:
        return 0.0
    return much if agrees else against


def _share(evidence: float, *, certain: bool) -> float:
    """Give the evidence as a share; only what is certain reaches SAME, whatever adds up."""
    share = 1.0 / (1.0 + math.exp(-evidence))
    return max(share, SAME) if certain else min(share, SAME - 0.01)


def _between(points: tuple[tuple[float, float], ...], value: float) -> float:
    """Give the value of a line through points at a place among them."""
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return points[-1][1]


def _is_certain_doctor(best: _Name, agreement: _Agreement) -> bool:
    """Tell whether it is one doctor beyond doubt: two whole words of the name, and nothing against it."""
    if best.whole_words < _WHOLE_WORDS or best.score < _SURE_NAME:
        return False
    if agreement.place is False or agreement.speciality is False:
        return False
    if agreement.phone is not None:
        return agreement.phone
    there = agreement.place and agreement.speciality
    return bool(there) and agreement.clinic is not None and agreement.clinic >= _SURE_CLINIC


def _is_certain_clinic(name: float, agreement: _Agreement) -> bool:
    """Tell whether it is one clinic beyond doubt: the same phone, or the same name in the same city."""
    if agreement.place is False:
        return False
    if agreement.phone is not None:
        return agreement.phone and name >= _SURE_WITH_PHONE
    return bool(agreement.place) and name >= _SURE_CLINIC


def _name(one: Folded, two: Folded) -> _Name:
    """Compare two names; less alike where both write out a word that is another, or initials contradict."""
    found = comparison(one, two)
    others = sum(_is_written_out(pair) and pair.value < _OTHER_GIVEN for pair in found.met)
    fathers = [*_of(one, Role.FATHER), *_of(two, Role.FATHER)]
    if len(fathers) == _BOTH and min(map(len, fathers)) == 1 and fathers[0][0] != fathers[1][0]:
        others += 1
    whole = sum(_is_written_out(pair) and pair.value >= _WHOLE for pair in found.met)
    return _Name(found.score * math.pow(_OTHER_GIVEN_COUNTS, others), whole)


def _is_written_out(pair: Met) -> bool:
    return min(len(pair.one), len(pair.two)) > 1


def _half_told(one: Folded, two: Folded) -> float:
    """Give the score of two names of which each lacks what the other says, at one clinic.

    A woman who married has another surname only; Айгүл Сериковна and Айгүл Ахметова share the given name.
    """
    if not _of(one, Role.GIVEN) or _of(one, Role.GIVEN) != _of(two, Role.GIVEN):
        return 0.0
    families = _of(one, Role.FAMILY), _of(two, Role.FAMILY)
    fathers = _of(one, Role.FATHER), _of(two, Role.FATHER)
    if all(families):
        return _MARRIED if one.woman and two.woman and all(fathers) and fathers[0] == fathers[1] else 0.0
    return _BY_GIVEN if any(families) and any(fathers) and not all(fathers) else 0.0


def _of(name: Folded, role: Role) -> list[str]:
    return [part.word for part in name.parts if part.role is role]


def _agreement(one: Described, other: Described) -> _Agreement:
    place = _same_place(one.place, other.place)
    cities = _cities(one) | _cities(other)
    here, there = _workplace(one, cities), _workplace(other, cities)
    return _Agreement(
        place=place,
        is_surely_elsewhere=all(text.startswith(_CODE) for text in (one.place, other.place)),
        speciality=_equal(one.speciality, other.speciality),
        is_near=any({one.speciality, other.speciality} <= group for group in _NEAR),
        phone=_equal(one.phone, other.phone),
        clinic=clinics.alike(here, there) if here and there else None,
        is_in_any_city=any(clinic is not None and clinic.is_in_every_city for clinic in (here, there)),
    )


def _equal(one: str, other: str) -> bool | None:
    return one == other if one and other else None


def _workplace(one: Described, cities: frozenset[str]) -> clinics.Clinic | None:
    return clinics.read(one.clinic, cities) if _has_letters(one.clinic) else None


def _same_place(one: str, other: str) -> bool | None:
    """Tell whether two places are one city; None when one is not told."""
    if not _has_letters(one) or not _has_letters(other):
        return None
    if one == other:
        return True
    if one.startswith(_CODE) and other.startswith(_CODE):
        return False
    words = _place_words(one), _place_words(other)
    return any(_is_one_city(*pair) for pair in product(*words))


def _is_one_city(one: str, two: str) -> bool:
    return letters_alike(one, two) >= _PLACE_ALIKE or clinics.is_city(one, two) or clinics.is_city(two, one)


def _cities(one: Described) -> frozenset[str]:
    return _place_words(one.place) if one.place.startswith(_CODE) else frozenset()


@lru_cache(maxsize=4_096)
def _place_words(place: str) -> frozenset[str]:
    """Give the folded words of a place without "city" and "district"; of a code those of the name in it."""
    bare = scripts.visible(place).removeprefix(_CODE).removeprefix(_CITY).replace("_", " ")
    names = clinics.read(bare).names
    return frozenset(word for word in (*names, "".join(names) or fold("".join(bare.split()))) if word)


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _marked(kind: str, found: Iterable[str], phone: str) -> frozenset[str]:
    return frozenset(f"{kind}:{key}" for key in (*found, *([phone] if phone else [])))
