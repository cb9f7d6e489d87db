"""Invented names in any number: a few words that many bear and many that few do, as in life.

Words are put together from syllables; the word of rank r is borne by about one person in r. Half of the
people are written in Cyrillic, half in Latin letters. There are about as many different words as among real
people of the region: some 15,000 for 10,000 names, 150,000 for a million.
"""

import random
from typing import Final

_SYLLABLES: Final = """ба ba|ка ka|ра ra|са sa|на na|ма ma|ли li|ди di|ри ri|ши shi|бе be|ке ke|те te|не ne|
ме me|жа zha|до do|то to|ну nu|ру ru|лан lan|бек bek|тай tai|жан zhan|гул gul|дар dar|нур nur|мир mir|
хон khon|сул sul"""
_IN_SCRIPT: Final = tuple(
    zip(*(pair.split() for pair in _SYLLABLES.replace("\n", "").split("|")), strict=True)
)
_GIVEN_NAMES: Final = 20_000
_SURNAMES: Final = 200_000
_FEWEST_SYLLABLES: Final = 2
_WITH_FATHER: Final = 0.4
_SEED: Final = 11


def names(count: int) -> list[str]:
    """Give so many names, always the same ones; some are namesakes."""
    chance = random.Random(_SEED)  # noqa: S311 - a run that can be repeated, nothing to keep secret
    return [_name(chance, script=number % 2) for number in range(count)]


def _name(chance: random.Random, *, script: int) -> str:
    surname = _word(_rank(_SURNAMES, chance), script) + ("ов", "ov")[script]
    given = _word(_rank(_GIVEN_NAMES, chance), script)
    words = [surname, given]
    if chance.random() < _WITH_FATHER:
        words.append(_word(_rank(_GIVEN_NAMES, chance), script) + ("ұлы", "uly")[script])
    return " ".join(word.capitalize() for word in words)


def _rank(most: int, chance: random.Random) -> int:
    """A rank below `most`, each about as likely as one by itself (Zipf)."""
    return int(most ** chance.random())


def _word(rank: int, script: int) -> str:
    """The word of a rank: its digits in the number system of the syllables."""
    syllables = _IN_SCRIPT[script]
    digits: list[str] = []
    while rank or len(digits) < _FEWEST_SYLLABLES:
        rank, digit = divmod(rank, len(syllables))
        digits.append(syllables[digit])
    return "".join(digits)
