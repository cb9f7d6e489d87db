"""How likely two names are one person, and from when that is worth showing or telling."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Final

from matching import endings, patronymics, surnames
from matching.index import keys
from matching.likeness import likeness
from matching.names import parse
from matching.spelling import fold

__all__ = ["NOTIFY", "SHOW", "keys", "score"]

SHOW: Final[float] = 0.62
"""From this score a name is shown as a search result; a person looks at it and judges."""

NOTIFY: Final[float] = 0.86
"""From this score a waiting owner is told without having asked; brothers should stay below."""

_MOST_WORDS: Final = 5
_SHORTENED: Final = 0.88  # a given name against the same without its ending
_ROOT_ONLY: Final = 0.97  # a surname against the same without -ов -ева -зода
_OTHER_ENDING: Final = 0.93  # Ҷӯразода and Джураев: one family, before and after Tajik papers changed endings
_INITIAL: Final = 0.85  # a word against its first letter
_OTHER_SEX: Final = 0.80
_OTHER_FATHER: Final = 0.78
_FATHER_UNKNOWN: Final = 0.99
_SAME_FATHER: Final = 0.75
_WORD_EXTRA: Final = 0.95
_ONE_WORD: Final = 0.78
_HOPELESS: Final = 0.3
_GIVEN_STRICTNESS: Final = 1.6
"""Power on a given name's likeness: it is what tells a family's members apart."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A folded word of a name, the same without its ending, and whether it is surely the surname."""

    folded: str
    root: str
    family: bool


@dataclass(frozen=True, slots=True)
class _Person:
    """A name ready to compare; `father` is "" when unknown, `woman` None when nothing tells."""

    words: tuple[_Word, ...]
    father: str
    woman: bool | None

    @property
    def has_family(self) -> bool:
        """Whether a surname is known for sure."""
        return any(word.family for word in self.words)


def score(a: str, b: str) -> float:
    """Give how likely two names are one person's, 0..1, symmetric; 1 for the same name, 0 without letters.

    Every word of the shorter name must be found in the longer one, a sure surname only as a surname. A
    patronymic on one side only is neutral; two different fathers, or a man and a woman, lower the score.
    """
    one, two = _person(min(a, b)), _person(max(a, b))
    if not one.words or not two.words:
        return 0.0
    if one == two:
        return 1.0
    if len(one.words) > len(two.words):
        one, two = two, one
    strict = one.has_family and two.has_family
    orders = permutations(two.words, len(one.words))
    best, left = max(
        ((_pairing(one.words, order, strict=strict), order) for order in orders), key=lambda it: it[0]
    )
    return best and best * _company(one, two, _rest(two.words, left)) * _sexes(one, two)


@lru_cache(maxsize=65_536)
def _person(text: str) -> _Person:
    name = parse(text)
    known = patronymics.father(name.patronymic) if name.patronymic else None
    father = known.name if known else patronymics.stem(fold(name.patronymic or ""))
    family = [fold(half) for word in (name.surname or "").split() for half in word.split("-")]
    words = [_word(folded, family=True) for folded in family if folded]
    if name.surname is None and father:
        words.append(_Word(father, father, family=False))
        father = ""
    words += [_word(folded, family=False) for folded in map(fold, name.given) if folded]
    return _Person(tuple(words[:_MOST_WORDS]), father, _woman(family, known))


def _word(folded: str, *, family: bool) -> _Word:
    masculine = surnames.unsexed(folded) if family else folded
    return _Word(masculine, surnames.root(masculine), family and surnames.is_surname(folded))


def _woman(family: list[str], father: patronymics.Father | None) -> bool | None:
    told = [sex for sex in map(surnames.is_feminine, family) if sex is not None]
    if told:
        return told[0]
    return father.daughter if father else None


def _pairing(words: tuple[_Word, ...], order: tuple[_Word, ...], *, strict: bool) -> float:
    """Give the product of the words' likenesses; `strict` pairs surnames with surnames only."""
    total = 1.0
    for one, two in zip(words, order, strict=True):
        if strict and one.family != two.family:
            return 0.0
        total *= _alike(one, two)
        if total < _HOPELESS:
            return 0.0
    return total


def _rest(words: tuple[_Word, ...], taken: tuple[_Word, ...]) -> list[_Word]:
    rest = list(words)
    for word in taken:
        rest.remove(word)
    return rest


def _alike(one: _Word, two: _Word) -> float:
    if one.family and two.family:
        whole = likeness(one.folded, two.folded)
        if surnames.is_persian(one.folded) != surnames.is_persian(two.folded):
            return max(whole, _OTHER_ENDING * likeness(one.root, two.root))
        return whole
    if one.family or two.family:
        return max(likeness(one.folded, two.folded), _ROOT_ONLY * likeness(one.root, two.root))
    return _given(one.folded, two.folded)


def _given(one: str, two: str) -> float:
    short, long = sorted((one, two), key=len)
    if len(short) == 1 and long.startswith(short):
        return _INITIAL
    whole = math.pow(likeness(one, two), _GIVEN_STRICTNESS)
    shortened = endings.without(long)
    if shortened and endings.without(short) is None:
        whole = max(whole, _SHORTENED * math.pow(likeness(shortened, short), _GIVEN_STRICTNESS))
    return whole


def _company(one: _Person, two: _Person, extra: list[_Word]) -> float:
    """Give the factor for fathers and for words that only the longer name has."""
    fathers = _fathers(one.father, two.father)
    if one.father and not two.father and any(_same_father(word.folded, one.father) for word in extra):
        extra = extra[1:]
        fathers = 1.0
    alone = _ONE_WORD if len(one.words) == 1 and extra else 1.0
    if (
        alone < 1.0 and one.father and not two.father
    ):  # Оразов Муратұлы shares but a surname with Оразов Серик
        alone *= _ONE_WORD
    return fathers * alone * math.pow(_WORD_EXTRA, len(extra))


def _fathers(one: str, two: str) -> float:
    if not one and not two:
        return 1.0
    if not one or not two:
        return _FATHER_UNKNOWN
    return 1.0 if _same_father(one, two) else _OTHER_FATHER


def _same_father(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return long.startswith(short) or likeness(one, two) >= _SAME_FATHER or _given(one, two) >= _SAME_FATHER


def _sexes(one: _Person, two: _Person) -> float:
    return _OTHER_SEX if one.woman is not None and two.woman is not None and one.woman != two.woman else 1.0
