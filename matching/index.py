"""The search keys of a name: what it is stored under, and what a search looks under, stage by stage."""

from collections.abc import Mapping, Sequence
from itertools import combinations, islice, product
from typing import Final

from matching import kin
from matching.folded import Folded, Role
from matching.likeness import sound_class
from matching.vocabulary import Vocabulary

_MOST_PAIRS: Final = 300
_LEAST: Final = 0.45
_KINDRED: Final = 0.8
_CUT: Final = 0.7
_MOST_CUT: Final = 50
_MOST_SINGLE: Final = 6
_MOST_KINDRED: Final = 3
WEAK: Final = 0.6
"""Below this best score single words are looked for too."""


def keys(name: Folded) -> frozenset[str]:
    """Give the keys a name is stored under beside its words: each two words' classes of sounds, in any order.

    Two words together are so rare that few names share them, even among a million.
    """
    classes = (sound_class(part.word) for part in name.parts)
    return frozenset(_together(*pair) for pair in combinations(classes, 2))


def own(name: Folded) -> dict[str, float]:
    """Give the keys of the name's own words and of their short and long forms, with weights (0..1)."""
    return _pairs([_own(part.word) for part in name.parts])


def near(name: Folded, vocabulary: Vocabulary) -> dict[str, float]:
    """Give the keys of all known words that are spelled nearly as the name's or begin so, its own left out.

    Those of endings that come and go are among them; at most 300, the heaviest.
    """
    asked = own(name)
    pairs = _pairs([_near(part.word, vocabulary) for part in name.parts])
    return {key: weight for key, weight in pairs.items() if key not in asked}


def single(name: Folded, vocabulary: Vocabulary) -> dict[str, float]:
    """Give the known words nearest to the name's (its surnames, if sure), for when no two words agree."""
    families = [part.word for part in name.parts if part.role is Role.FAMILY]
    words = families or [part.word for part in name.parts]
    return {
        known: value for word in words for known, value in islice(vocabulary.near(word).items(), _MOST_SINGLE)
    }


def resembling(name: Folded, vocabulary: Vocabulary) -> Mapping[str, float]:
    """Give the known words that resemble one of the name's, each with its likeness (0..1)."""
    found: dict[str, float] = {}
    for part in name.parts:
        for words in (kin.of(part.word), vocabulary.near(part.word)):
            found.update((word, value) for word, value in words.items() if value > found.get(word, 0.0))
    return found


def _own(word: str) -> dict[str, float]:
    return {sound_class(other): value for other, value in kin.of(word).items()} | {sound_class(word): 1.0}


def _near(word: str, vocabulary: Vocabulary) -> dict[str, float]:
    found: dict[str, float] = {}
    near = vocabulary.near(word)
    for known, value in near.items():
        found.setdefault(sound_class(known), value)
    for known in islice(near, _MOST_KINDRED):
        for sounds in vocabulary.kindred(known):
            found.setdefault(sounds, near[known] * _KINDRED)
    for known in vocabulary.begun(word, _MOST_CUT):
        found.setdefault(sound_class(known), _CUT)
    return dict.fromkeys(vocabulary.kindred(word), _KINDRED) | found


def _pairs(classes: Sequence[Mapping[str, float]]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for one, two in combinations(classes, 2):
        for (first, much), (second, more) in product(one.items(), two.items()):
            key = _together(first, second)
            weights[key] = max(weights.get(key, 0.0), much * more)
    heaviest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_PAIRS]
    return {key: weight for key, weight in heaviest if weight >= _LEAST}


def _together(one: str, two: str) -> str:
    return f"{min(one, two)}|{max(one, two)}"
