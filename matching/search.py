"""How likely two names are one person's, and which part met which.

`docs/names.md` tells what a score means and where its numbers come from.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from matching import endings, kin, patronymics, surnames
from matching.folded import Folded, Part, Role, folded
from matching.likeness import likeness, sound_class

SHOW: Final = 0.62
"""From this score a name is shown as a search result; a person looks at it and judges."""

ASK: Final = 0.75
"""From this score a waiting owner is asked whether a find may be theirs."""

NOTIFY: Final = 0.9
"""From this score a waiting owner is told without having asked; brothers should stay below."""

SURE: Final = 0.93
"""From this score a search looks no further."""

_GIVEN_STRICTNESS: Final = 1.5
"""Power on a given name's likeness: it is what tells a family's members apart."""
_SHORTENED: Final = 0.92  # a given name against the same without its ending
_ROOT_ONLY: Final = 0.97  # a surname against the same without -ов -ева -зода
_OTHER_ENDING: Final = 0.93  # Ҷӯразода and Джураев: one family, before and after Tajik papers changed endings
_INITIAL: Final = 0.80  # a word against its first letter
_CUT: Final = 0.82  # a word against its beginning: passport lines are cut off
_SHORTEST_CUT: Final = 3
_BARE_FATHER: Final = 0.9  # a father's name without an ending, as MRZ lines and Tajik papers give it
_SAME_FATHER: Final = 0.75
_FATHER_MET: Final = 1.0
_OTHER_FATHER: Final = 0.78
_SWAPPED: Final = 0.8  # given name and father exchanged: a shuffled line, or father and son
_FATHER_UNKNOWN: Final = 0.99
_FATHERS_APART: Final = (_OTHER_FATHER, _FATHER_UNKNOWN)
_OTHER_SEX: Final = 0.85
_OTHER_WORD: Final = 0.5  # each has a word that the other lacks
_OTHER_ROLE: Final = 0.8
_WORD_EXTRA: Final = 0.95
_MORE_EXTRA: Final = 0.9  # each further word that only one name has
_ONE_WORD: Final = 0.78
_ONE_WORD_OF_TWO: Final = 0.5
_NOT_MET: Final = 0.3
_BOTH: Final = 2
_LONG_ENOUGH: Final = 4  # so many consonants for one of them to be wrong


@dataclass(frozen=True, slots=True)
class Met:
    """Two words that were taken for one, folded, and how alike they are (0..1)."""

    one: str
    two: str
    value: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two names gave: the score, the words that met, and those left over on either side."""

    score: float
    met: Sequence[Met]
    left: tuple[Sequence[Part], Sequence[Part]]


def score(a: str, b: str) -> float:
    """Give how likely two names are one person's, 0..1, symmetric; 1 for the same name, 0 without letters."""
    return compare(folded(a), folded(b))


def explain(a: str, b: str) -> Comparison:
    """Give the score of two names with its reasons."""
    return comparison(folded(a), folded(b))


def compare(one: Folded, two: Folded) -> float:
    """Give the score of two names that are folded already."""
    return comparison(one, two).score


def comparison(one: Folded, two: Folded) -> Comparison:
    """Compare two folded names: pair their words, then weigh what met and what did not."""
    met, left_one, left_two = _paired(_core(one), _core(two))
    fathers = _father(one), _father(two)
    if not met:
        return Comparison(0.0, (), (one.parts, two.parts))
    factor = _fathers(*fathers, left_one, left_two)
    value = math.prod(pair.value for pair in met) * factor * _left(left_one, left_two)
    if len(met) == 1:
        unmet = fathers if factor in _FATHERS_APART else ("", "")
        value *= _alone(left_one or unmet[0], left_two or unmet[1])
    value *= _sexes(one, two)
    return Comparison(value, met, (left_one, left_two))


def _core(name: Folded) -> list[Part]:
    return [part for part in name.parts if part.role is not Role.FATHER]


def _father(name: Folded) -> str:
    return next((part.word for part in name.parts if part.role is Role.FATHER), "")


def _paired(one: list[Part], two: list[Part]) -> tuple[list[Met], list[Part], list[Part]]:
    """Pair the words of two names, the most alike first; with what is left of either."""
    strict = _has_family(one) and _has_family(two)
    pairs = [(_met(first, second, strict=strict), first, second) for first in one for second in two]
    pairs.sort(key=lambda pair: (-pair[0], *sorted((pair[1].word, pair[2].word))))
    left_one, left_two, met = list(one), list(two), []
    for value, first, second in pairs:
        if value >= _NOT_MET and first in left_one and second in left_two:
            left_one.remove(first)
            left_two.remove(second)
            met.append(Met(first.word, second.word, value))
    return met, left_one, left_two


def _has_family(parts: list[Part]) -> bool:
    return any(part.role is Role.FAMILY for part in parts)


def _met(one: Part, two: Part, *, strict: bool) -> float:
    """Give how alike two words are; where both surnames are known, a surname is seldom a given name."""
    mixed = strict and one.role is not two.role
    return alike(one, two) * (_OTHER_ROLE if mixed else 1.0)


def _fathers(one: str, two: str, left_one: list[Part], left_two: list[Part]) -> float:
    """Give the factor for the fathers; a bare father's name is taken from the words left."""
    if one and two:
        if _same_father(one, two) >= _SAME_FATHER:
            return _FATHER_MET
        return _swapped(one, two, left_one, left_two)
    if not one and not two:
        return _FATHER_MET
    father, own, others = (one, left_one, left_two) if one else (two, left_two, left_one)
    bare = next((part for part in others if _is_father(part, father)), None)
    if own or bare is None:
        return _FATHER_UNKNOWN
    others.remove(bare)
    return _BARE_FATHER


def _swapped(one: str, two: str, left_one: list[Part], left_two: list[Part]) -> float:
    """Give the factor for two different fathers, unless each is the other's given name: a shuffled line."""
    if not left_one or not left_two:
        return _OTHER_FATHER
    given_one, given_two = left_one[0], left_two[0]
    if not (_is_father(given_one, two) and _is_father(given_two, one)):
        return _OTHER_FATHER
    left_one.remove(given_one)
    left_two.remove(given_two)
    return _SWAPPED


def _is_father(given: Part, father: str) -> bool:
    return _same_father(patronymics.stem(given.word), father) >= _SAME_FATHER


def _left(one: list[Part], two: list[Part]) -> float:
    """Give the factor for words without a counterpart: left out on one side, different on both."""
    differ = min(len(one), len(two))
    extra = max(len(one), len(two)) - differ
    return math.pow(_OTHER_WORD, differ) * (_WORD_EXTRA * math.pow(_MORE_EXTRA, extra - 1) if extra else 1.0)


def _alone(one: str | list[Part], two: str | list[Part]) -> float:
    """Give the factor for a single word that met, by what else either name says and the other does not."""
    if one and two:
        return _ONE_WORD_OF_TWO
    return _ONE_WORD if one or two else 1.0


def _sexes(one: Folded, two: Folded) -> float:
    known = one.woman is not None and two.woman is not None
    return _OTHER_SEX if known and one.woman != two.woman else 1.0


def alike(one: Part, two: Part) -> float:
    """Give how alike two words of names are, 0..1, symmetric."""
    first, second = (one, two) if one.word <= two.word else (two, one)
    return _alike(first.word, second.word, (first.role is Role.FAMILY) + (second.role is Role.FAMILY))


@lru_cache(maxsize=131_072)
def _alike(one: str, two: str, families: int) -> float:
    """Give how alike two words are of which so many are surely surnames."""
    if one == two:
        return 1.0
    if families == _BOTH:
        return max(_family(one, two), _kindred(surnames.root(one), surnames.root(two)))
    known = max(_shortened(one, two), _kindred(one, two))
    if families:
        rooted = _ROOT_ONLY * likeness(surnames.root(one), surnames.root(two))
        return max(known, likeness(one, two), rooted)
    return max(known, _given(one, two))


def _kindred(one: str, two: str) -> float:
    """Give how alike one word is to a name that the other may stand for."""
    return max(_through(one, two), _through(two, one))


def _through(word: str, other: str) -> float:
    known_as = kin.of(word)
    if not known_as:
        return 0.0
    sounds = sound_class(other)
    values = (
        value * math.pow(likeness(known, other), _GIVEN_STRICTNESS)
        for known, value in known_as.items()
        if _sound_alike(sound_class(known), sounds)
    )
    return max(values, default=0.0)


def _sound_alike(one: str, two: str) -> bool:
    """Tell whether two classes of sounds are one, or differ by one sound of at least four."""
    return one == two or (max(len(one), len(two)) >= _LONG_ENOUGH and OSA.distance(one, two) == 1)


def _family(one: str, two: str) -> float:
    """Give how alike two surnames are, also when papers of another kind gave them another ending or none."""
    whole = likeness(one, two)
    whole = min(whole, (whole + likeness(*surnames.cores(one, two))) / 2)
    if surnames.is_persian(one) != surnames.is_persian(two):
        return max(whole, _OTHER_ENDING * likeness(surnames.root(one), surnames.root(two)))
    if surnames.is_surname(one) != surnames.is_surname(two):
        return max(whole, _ROOT_ONLY * likeness(surnames.root(one), surnames.root(two)))
    return whole


def _given(one: str, two: str) -> float:
    """Give how alike two given names are, also when one has an ending that comes and goes."""
    whole = math.pow(likeness(one, two), _GIVEN_STRICTNESS)
    short, long = sorted((one, two), key=len)
    shorter = endings.without(long)
    if shorter is None or endings.without(short) is not None:
        return whole
    return max(whole, _SHORTENED * math.pow(likeness(shorter, short), _GIVEN_STRICTNESS))


def _shortened(one: str, two: str) -> float:
    """Give how alike a word is to its initial or to its beginning."""
    short, long = sorted((one, two), key=len)
    if not long.startswith(short):
        return 0.0
    if len(short) == 1:
        return _INITIAL
    return _CUT if len(short) >= _SHORTEST_CUT else 0.0


def _same_father(one: str, two: str) -> float:
    short, long = sorted((one, two), key=len)
    return 1.0 if long.startswith(short) else likeness(one, two)
