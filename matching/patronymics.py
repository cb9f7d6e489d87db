"""Fathers' names: how the languages say "son of" and "daughter of", and the father's name inside."""

import re
from dataclasses import dataclass
from typing import Final

from matching.spelling import fold

# All endings are in the folded alphabet of `spelling` (letters once, oʻgʻli = ugli, қызы = qizi = kizi).
# Words of their own: Kyrgyz уулу / кызы, Uzbek oʻgʻli / qizi, Azerbaijani oğlu / qızı, and what a
# machine-readable line leaves of them when it is cut (OGL, QIZ).
_SON_WORDS: Final = frozenset({"ulu", "uli", "ugli", "ogli", "ugl", "ogl", "oglu", "uglu", "ogla"})
_DAUGHTER_WORDS: Final = frozenset({"kizi", "kiz", "kizz", "kezi"})
# Grown together with the father's name: Russian -ович -евич -ьич, Kazakh -ұлы, Uzbek passports -ogli.
# Not -улу: Айсулу and Нурсулу are women.
_SON_ENDING: Final = re.compile(r"(?<=...)(?:[oe]vič|vič|ugli|ogli|oglu|uli)$")
_DAUGHTER_ENDING: Final = re.compile(r"(?<=...)(?:[oe]vna|inična|ična|kizi)$")
_SHORT_SONS: Final = frozenset({"ilič", "kuzmič", "lukič", "fomič", "nikitič", "savič"})
_LAST_VOWELS: Final = re.compile(r"(?<=..)[aeiou]+$")


@dataclass(frozen=True, slots=True)
class Father:
    """A father's name in folded letters without its ending, and whose child it speaks of."""

    name: str
    daughter: bool


def is_mark(word: str) -> bool:
    """Tell whether a word alone says "son" or "daughter" after a father's name (уулу, qizi)."""
    folded = fold(word)
    return folded in _SON_WORDS or folded in _DAUGHTER_WORDS


def father(patronymic: str) -> Father | None:
    """Give the father in a patronymic of one or two words, None when the words have no such ending."""
    words = [fold(word) for word in patronymic.split()]
    if len(words) > 1 and (words[-1] in _SON_WORDS or words[-1] in _DAUGHTER_WORDS):
        return Father(stem("".join(words[:-1])), words[-1] in _DAUGHTER_WORDS)
    if not words:
        return None
    return _grown_together(words[0])


def _grown_together(word: str) -> Father | None:
    if word in _SHORT_SONS:
        return Father(stem(word.removesuffix("ič")), daughter=False)
    for ending, daughter in ((_DAUGHTER_ENDING, True), (_SON_ENDING, False)):
        found = ending.search(word)
        if found:
            return Father(stem(word[: found.start()]), daughter)
    return None


def stem(folded: str) -> str:
    """Give a folded word without the vowels that endings swallow: Вали, Валиевич, Валиұлы are all `val`."""
    return _LAST_VOWELS.sub("", folded)
