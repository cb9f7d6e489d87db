"""Fathers' names: how the languages say "son of" and "daughter of", and the father's name inside."""

import re
from dataclasses import dataclass
from typing import Final

from matching import rules
from matching.spelling import fold

_SHORTEST: Final = 3
# Words of their own, whether each speaks of a daughter: уулу, qizi.
_WORDS: Final = {
    fold(rule["written"]): rule["child"] == "daughter" for rule in rules.PATRONYMICS if rule["form"] == "word"
}
# Grown together with the father's name, the longest first: -ович, -ұлы.
_ENDINGS: Final = {
    fold(rule["written"].removeprefix("-")): rule["child"] == "daughter"
    for rule in sorted(rules.PATRONYMICS, key=lambda rule: -len(fold(rule["written"])))
    if rule["form"] == "ending"
}
# Whole patronymics of short fathers, with the father: Ильич.
_NAMES: Final = {
    fold(rule["written"].replace("-", "")): (fold(rule["written"].split("-")[0]), rule["child"] == "daughter")
    for rule in rules.PATRONYMICS
    if rule["form"] == "name"
}
_LAST_VOWELS: Final = re.compile(r"(?<=..)[aeiou]{1,2}$")


@dataclass(frozen=True, slots=True)
class Father:
    """A father's name in folded letters without its ending, and whose child it speaks of."""

    name: str
    daughter: bool


def is_mark(word: str) -> bool:
    """Tell whether a word alone says "son" or "daughter" after a father's name (уулу, qizi)."""
    return fold(word) in _WORDS


def father(patronymic: str) -> Father | None:
    """Give the father in a patronymic of one or two words, None when the words have no such ending."""
    words = [fold(word) for word in patronymic.split()]
    if len(words) > 1 and words[-1] in _WORDS:
        return Father(stem("".join(words[:-1])), _WORDS[words[-1]])
    if not words:
        return None
    return _grown_together(words[0])


def _grown_together(word: str) -> Father | None:
    if word in _NAMES:
        name, daughter = _NAMES[word]
        return Father(stem(name), daughter)
    for ending, daughter in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return Father(stem(word.removesuffix(ending)), daughter)
    return None


def stem(folded: str) -> str:
    """Give a folded word without the vowels that endings swallow: Вали, Валиевич, Валиұлы are all `val`."""
    return _LAST_VOWELS.sub("", folded)
