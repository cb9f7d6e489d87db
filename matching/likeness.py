"""How alike two folded words are: an edit distance in which letters that spellings exchange cost little."""

import math
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import OSA, Postfix, Prefix

from matching import rules, surnames


def _costs() -> dict[str, dict[str, float]]:
    """Give what one letter costs in place of another, by both."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for rule in rules.EXCHANGES:
        one, two = tuple(rule["letters"])
        found[one][two] = found[two][one] = rule.number("cost")
    return found


_COST: Final = _costs()
_ALONE: Final = {rule["letter"]: rule.number("cost") for rule in rules.ALONE}
_SWAP: Final = 0.8
_BEGINNING: Final = 1.4
"""A wrong first letter weighs more: people and keyboards seldom miss it, other names often differ in it."""
_SURE: Final = 0.5
_SEVERAL: Final = 0.5
"""Power for each letter that is wrong beyond the first: one slip is usual, two are another word."""
_TWO_LETTERS: Final = 0.95
_HOPELESS: Final = 0.5
_HOPELESS_SOUNDS: Final = 0.45
_INSIDE: Final = "-"
_SKELETON: Final = str.maketrans(
    dict.fromkeys("aeiouwv", "")
    | dict.fromkeys("kg", "h")
    | dict.fromkeys("bf", "p")
    | dict.fromkeys("jč", "š")
    | {"d": "t", "z": "s"}
)
_PLAIN_VOWELS: Final = str.maketrans("oeu", "aia")


def skeleton(folded: str) -> str:
    """Give the consonants of a folded word in seven classes, without в: what no spelling changes."""
    return folded.translate(_SKELETON)


@lru_cache(maxsize=131_072)
def sound_class(folded: str) -> str:
    """Give the class a folded word is indexed under: the skeleton of its root, or its plain vowels."""
    base = surnames.root(folded)
    return skeleton(base) or base.translate(_PLAIN_VOWELS) or folded


def other_readings(folded: str) -> list[str]:
    """Give what else a folded word may say: w is ш in Uzbek chats, sh may be two letters (Ashat, Асхат)."""
    return [folded.replace(sign, sound) for sign, sound in (("w", "š"), ("š", "sk")) if sign in folded]


@lru_cache(maxsize=262_144)
def likeness(one: str, two: str) -> float:
    """Give how alike two folded words are, 0..1, symmetric; one wrong letter in six gives 0.83."""
    if one == two:
        return 1.0
    if "š" in one and "sk" in two:
        return max(_likeness(one, two), _TWO_LETTERS * _likeness(one.replace("š", "sk"), two))
    if "š" in two and "sk" in one:
        return max(_likeness(one, two), _TWO_LETTERS * _likeness(one, two.replace("š", "sk")))
    return _likeness(one, two)


def _likeness(one: str, two: str) -> float:
    if one == two:
        return 1.0
    if not one or not two or OSA.normalized_similarity(one, two) < _HOPELESS:
        return 0.0
    if OSA.normalized_similarity(skeleton(one), skeleton(two)) < _HOPELESS_SOUNDS:
        return 0.0
    longer = max(len(one), len(two), 4)
    distance = _distance(min(one, two), max(one, two))
    return math.pow(max(0.0, 1.0 - distance / longer), 1.0 + _SEVERAL * max(0.0, distance - 1.0))


def _distance(one: str, two: str) -> float:
    """Give the weighted distance with swaps of neighbours (optimal string alignment) of different words.

    What both begin and end with is left aside: nearly all words compared share most of their letters.
    """
    begin = int(Prefix.similarity(one, two))
    end = int(Postfix.similarity(one[begin:], two[begin:]))
    one, two = one[begin : len(one) - end], two[begin : len(two) - end]
    costs_two = [_ALONE.get(letter, 1.0) for letter in two]
    before: list[float] = []
    above = [0.0, *accumulate(costs_two)]
    last = "" if begin == 0 else _INSIDE
    for letter in one:
        before, above = above, _line(letter, last, two, costs_two, before, above)
        last = letter
    return above[-1]


def _line(  # noqa: PLR0913, PLR0917 - one row of the table needs its letters and the two rows above
    letter: str, last: str, two: str, costs_two: list[float], before: list[float], above: list[float]
) -> list[float]:
    """Give one row of the distance table: the costs of turning a beginning of `one` into those of `two`."""
    alone = _ALONE.get(letter, 1.0)
    costs = _COST.get(letter, {})
    row = [above[0] + alone]
    previous = ""
    for column, other in enumerate(two):
        exchange = 0.0 if letter == other else costs.get(other, 1.0)
        if exchange >= _SURE and not last and not previous:
            exchange *= _BEGINNING
        best = min(above[column] + exchange, above[column + 1] + alone, row[column] + costs_two[column])
        if letter == previous and other == last and best > before[column - 1] + _SWAP:
            best = before[column - 1] + _SWAP
        row.append(best)
        previous = other
    return row
