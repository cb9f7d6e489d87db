"""How alike two folded words are: an edit distance in which letters that spellings exchange cost little."""

from functools import lru_cache
from itertools import accumulate
from typing import Final

from rapidfuzz.distance import OSA

# What one letter costs in place of another. Up to 0.25: the alphabets' own doubts (Uzbek o is Kazakh
# and Russian a, ө and ү are written o and u); up to 0.45: usual in passports and chats; other pairs cost 1.
_EXCHANGES: Final = (
    (0.15, "oa ou wš wv wu"),
    (0.25, "ei kh"),
    (0.35, "ae eo iu jč"),
    (0.45, "uv kg gh bp pf td sz čš sš ji"),
    (0.80, "ai au eu oi bv vf jz"),
)
_COST: Final = {
    pair: cost
    for cost, pairs in _EXCHANGES
    for both in pairs.split()
    for pair in ((both[0], both[1]), (both[1], both[0]))
}
# What one letter costs when it is there on one side only: й and и come and go, then other vowels, then h.
_ALONE: Final = {"i": 0.3, "a": 0.5, "e": 0.5, "o": 0.5, "u": 0.5, "h": 0.4}
_SWAP: Final = 0.8
_BEGINNING: Final = 1.4
"""A wrong first letter weighs more: people and keyboards seldom miss it, other names often differ in it."""
_SURE: Final = 0.5
_HOPELESS: Final = 0.45
_SKELETON: Final = str.maketrans(
    dict.fromkeys("aeiouwv", "")
    | dict.fromkeys("kg", "h")
    | dict.fromkeys("bf", "p")
    | dict.fromkeys("jč", "š")
    | {"d": "t", "z": "s"}
)


def skeleton(folded: str) -> str:
    """Give the consonants of a folded word in seven classes, without в: what no spelling changes."""
    return folded.translate(_SKELETON)


@lru_cache(maxsize=131_072)
def likeness(one: str, two: str) -> float:
    """Give how alike two folded words are, 0..1, symmetric; one wrong letter in six gives 0.83."""
    if one == two:
        return 1.0
    if not one or not two:
        return 0.0
    if OSA.normalized_similarity(skeleton(one), skeleton(two)) < _HOPELESS:
        return 0.0
    longer = max(len(one), len(two), 4)
    return max(0.0, 1.0 - _distance(min(one, two), max(one, two)) / longer)


def _distance(one: str, two: str) -> float:
    """Give the weighted distance with swaps of neighbours (optimal string alignment)."""
    costs_two = [_ALONE.get(letter, 1.0) for letter in two]
    before: list[float] = []
    above = [0.0, *accumulate(costs_two)]
    last = ""
    for letter in one:
        before, above = above, _line(letter, last, two, costs_two, before, above)
        last = letter
    return above[-1]


def _line(  # noqa: PLR0913, PLR0917 - one row of the table needs its letters and the two rows above
    letter: str, last: str, two: str, costs_two: list[float], before: list[float], above: list[float]
) -> list[float]:
    """Give one row of the distance table: the costs of turning a beginning of `one` into those of `two`."""
    alone = _ALONE.get(letter, 1.0)
    row = [above[0] + alone]
    previous = ""
    for column, other in enumerate(two):
        exchange = 0.0 if letter == other else _COST.get((letter, other), 1.0)
        heavier = exchange >= _SURE and not last and not previous
        exchanged = above[column] + exchange * (_BEGINNING if heavier else 1.0)
        best = min(exchanged, above[column + 1] + alone, row[column] + costs_two[column])
        if last and letter == previous and other == last:
            best = min(best, before[column - 1] + _SWAP)
        row.append(best)
        previous = other
    return row
