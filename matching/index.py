"""The search keys of a name: what it is stored under, and what a search looks under, stage by stage."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, product
from typing import Final

from matching.folded import Folded
from matching.likeness import sound_class
from matching.search import CERTAIN, SURE
from matching.vocabulary import Vocabulary

_MOST_PAIRS: Final = 600
_AT_ONCE: Final = 300
_LEAST: Final = 0.45
_KINDRED: Final = 0.8
_CUT: Final = 0.7
_MOST_CUT: Final = 50
_MOST_SINGLE: Final = 12
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
    """Give the keys the name's own words make, with weights: a name that sounds alike stands here."""
    return _pairs([{sound_class(part.word): 1.0} for part in name.parts])


def stages(name: Folded, vocabulary: Vocabulary) -> Iterator[tuple[float, dict[str, float]]]:
    """Give further keys to look under, each with its weight (0..1), in stages from the cheapest on.

    First those of short and long forms; then, some at a time, those of all known words that are spelled
    nearly so or begin so. With each stage comes the score from which it is not worth its while any more.
    """
    words = [part.word for part in name.parts]
    asked = own(name)
    kindred = _without(_pairs([dict.fromkeys(vocabulary.kindred(word), 1.0) for word in words]), asked)
    if kindred:
        yield CERTAIN, kindred
    near = _without(_pairs([_near(word, vocabulary) for word in words]), asked | kindred)
    keys_left = iter(near.items())
    while some := dict(islice(keys_left, _AT_ONCE)):
        yield SURE, some


def single(name: Folded, vocabulary: Vocabulary) -> dict[str, float]:
    """Give the known words nearest to each of the name's, for when nothing agrees with two of them."""
    found: dict[str, float] = {}
    for part in name.parts:
        found |= dict(islice(vocabulary.near(part.word).items(), _MOST_SINGLE))
    return found


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


def _without(keys_found: dict[str, float], asked: Mapping[str, float]) -> dict[str, float]:
    return {key: weight for key, weight in keys_found.items() if key not in asked}


def _together(one: str, two: str) -> str:
    return f"{min(one, two)}|{max(one, two)}"
