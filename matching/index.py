"""The search keys under which a name is stored: few, tolerant, and fit to be kept as keyed hashes."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from matching import endings, patronymics, surnames
from matching.likeness import skeleton
from matching.names import Name, parse
from matching.spelling import fold

_MOST_KEYS: Final = 40
_SHORTEST_TYPO: Final = 4
_PLAIN_VOWELS: Final = str.maketrans("oeu", "aia")


def keys(text: str) -> frozenset[str]:
    """Give at most 40 search keys; spellings of one name share a key for nearly every word they share.

    A key is a word's consonants in sound classes; words of four classes and more add the keys with one class
    left out, so that a typo still leaves a key in common. A key tells much of a name: store it hashed.
    """
    name = parse(text)
    found = dict.fromkeys(key for word in _words(name) for key in _wholes(word))
    found.update(dict.fromkeys(key for word in _words(name) for key in _with_one_left_out(word)))
    if name.patronymic:
        found.update(dict.fromkeys(_skeletons(_father(name.patronymic))))
    return frozenset(islice(found, _MOST_KEYS))


def _words(name: Name) -> Iterator[str]:
    """Give the folded words of a name without the patronymic, halves of double words apart."""
    if name.surname is None and name.patronymic:
        yield _father(name.patronymic)
    halves = " ".join((name.surname or "", *name.given)).replace("-", " ").split()
    yield from filter(None, (surnames.unsexed(fold(half)) for half in halves))


def _father(patronymic: str) -> str:
    known = patronymics.father(patronymic)
    return known.name if known else fold(patronymic.replace(" ", ""))


def _wholes(word: str) -> Iterator[str]:
    yield from _skeletons(surnames.root(word))
    shorter = endings.without(word)
    if shorter:
        yield from _skeletons(shorter)


def _with_one_left_out(word: str) -> Iterator[str]:
    whole = skeleton(surnames.root(word))
    if len(whole) >= _SHORTEST_TYPO:
        yield from (whole[:place] + whole[place + 1 :] for place in range(len(whole)))


def _skeletons(word: str) -> Iterator[str]:
    yield skeleton(word) or word.translate(_PLAIN_VOWELS)
    if "w" in word:
        yield skeleton(word.replace("w", "š"))
