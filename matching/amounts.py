"""Sums of money as people type them: grouped, shortened, with or without a currency. Pure and exact."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Final

from domain.money import CENT, MOST_AT_ONCE, Currency, Money
from matching import scripts
from matching.payee_rules import table
from matching.payee_rules.typed import plain


class Fault(StrEnum):
    """The kinds of slip, each with another advice."""

    NUMBER = "number"
    """No number, an unknown word, or signs that group no thousands: 1.5000, 1,500 млн."""

    NOTHING = "nothing"
    """Nought or less."""

    TOO_MUCH = "too-much"
    """More than there is: `domain.money.MOST_AT_ONCE` and above."""

    TWO = "two"
    """Two sums, or two currencies."""


class Unreadable(ValueError):  # noqa: N818 - named by what is wrong with a text, not by its class
    """A text that is no sum; `why` tells which slip it is."""

    def __init__(self, why: Fault) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class _Part:
    """One number with what it is multiplied by: 5 млн; a power of 0 stands alone."""

    number: Decimal
    power: int

    @property
    def worth(self) -> Decimal:
        return self.number.scaleb(self.power)


_LONGEST: Final = 64
_NUMBER: Final = re.compile(r"\d+(?:(?: +|[.,'])\d+)*")
_TOKEN: Final = re.compile(rf"(?P<number>{_NUMBER.pattern})|(?P<word>us\$|[$€₸₽₺⃀]|[^\W\d_]+(?:'[^\W\d_]+)*)")
_NEGATIVE: Final = re.compile(r"^\W*-\s*\W?\s*\d")
_RANGE: Final = re.compile(r"\d\s*-\s*\d")
_SIGNS: Final = str.maketrans({"٬": "'", "٫": ",", "،": ",", "_": "'", "\t": " ", "\n": " "})  # Arabic too
_SEPARATORS: Final = re.compile(r"[ .,']+")
_BETWEEN: Final = re.compile(r"[\s.,;:!+()-]*")
_ANY_ENDING: Final = "*"
_LEAST_OF_MORE: Final = 100
"""A last number without a word of its own continues one with: 5 млн 200 000, but 5 млн 3 are two."""

_SOM: Final = "som"
_THOUSANDS: Final = 3


def read(text: str, usual: Currency) -> Money:
    """Give the sum that is typed; a word or sign of a currency counts more than the usual one.

    Digits may be of any script. 1.500 and 1,500 are thousands, 12,50 has decimals; 1 млн 500 тыс is one sum.
    Unreadable with `why`.
    """
    if len(text) > _LONGEST:
        raise Unreadable(Fault.NUMBER)
    said = scripts.straight(plain(scripts.straight(text))).translate(_SIGNS).lower().strip()
    if _NEGATIVE.match(said):
        raise Unreadable(Fault.NOTHING)
    if _RANGE.search(said):
        raise Unreadable(Fault.TWO)
    numbers, words = _tokens(said)
    amount = _sum(_parts(numbers, words))
    currency = _currency(words, usual)
    if amount <= 0:
        raise Unreadable(Fault.NOTHING)
    if amount >= MOST_AT_ONCE:
        raise Unreadable(Fault.TOO_MUCH)
    if amount % CENT:
        raise Unreadable(Fault.NUMBER)
    return Money(amount, currency)


def _tokens(said: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Give the numbers and the words of a text, each with its place; Unreadable for any other sign."""
    if _BETWEEN.sub("", _TOKEN.sub("", said)):
        raise Unreadable(Fault.NUMBER)
    numbers: list[tuple[int, str]] = []
    words: list[tuple[int, str]] = []
    for place, found in enumerate(_TOKEN.finditer(said)):
        (numbers if found["number"] else words).append((place, found[0]))
    if not numbers:
        raise Unreadable(Fault.NUMBER)
    return numbers, words


def _parts(numbers: list[tuple[int, str]], words: list[tuple[int, str]]) -> list[_Part]:
    """Give the numbers with the power of ten that the word behind each says."""
    powers = {place: power for place, word in words if (power := _power(word))}
    if len(powers) != len([place for place in powers if place - 1 in dict(numbers)]):
        raise Unreadable(Fault.NUMBER)
    return [
        _Part(_number(digits, shortened=place + 1 in powers), powers.get(place + 1, 0))
        for place, digits in numbers
    ]


def _sum(parts: list[_Part]) -> Decimal:
    """Give what numbers are together when each continues the one before: 1 млн 500 тыс; else TWO."""
    for before, after in pairwise(parts):
        continues = after.worth < Decimal(1).scaleb(before.power)
        if not continues or not (after.power or after.worth >= _LEAST_OF_MORE):
            raise Unreadable(Fault.TWO)
    return sum((part.worth for part in parts), Decimal(0))


def _number(digits: str, *, shortened: bool) -> Decimal:
    """Give one number; Unreadable NUMBER or TWO when its groups make none.

    What stands before млн is a fraction as often as thousands: with three digits after a point it is neither.
    """
    separators = [" " if each.isspace() else each for each in _SEPARATORS.findall(digits)]
    groups = _SEPARATORS.split(digits)
    decimals = ""
    if separators and separators[-1] in ".," and len(groups[-1]) < _THOUSANDS:
        mark, decimals = separators.pop(), groups.pop()
        if mark in separators:
            raise Unreadable(Fault.NUMBER)
    if not _are_thousands(groups, separators):
        raise Unreadable(Fault.TWO if set(separators) == {" "} else Fault.NUMBER)
    if shortened and separators and separators[0] in ".,":
        raise Unreadable(Fault.NUMBER)
    return Decimal("".join(groups) + (f".{decimals}" if decimals else ""))


def _are_thousands(groups: list[str], separators: list[str]) -> bool:
    """Whether groups are one whole number: all after the first of three digits, and parted alike."""
    if len(groups) == 1:
        return True
    first = len(groups[0]) <= _THOUSANDS and not groups[0].startswith("0")
    return first and len(set(separators)) == 1 and all(len(group) == _THOUSANDS for group in groups[1:])


def _currency(words: list[tuple[int, str]], usual: Currency) -> Currency:
    """Give the currency that words name; Unreadable for an unknown word or for two currencies.

    A lone som in Latin letters is Uzbek, as it is typed without its apostrophe, unless Kyrgyz money is usual.
    """
    units = [word for _, word in words if not _power(word)]
    meant = {_said(word) for word in units if word != _SOM}
    if None in meant:
        raise Unreadable(Fault.NUMBER)
    if len(meant) > 1:
        raise Unreadable(Fault.TWO)
    if not meant and units:
        return Currency.KGS if usual is Currency.KGS else Currency.UZS
    return Currency(meant.pop() or usual) if meant else usual


def _power(word: str) -> int:
    """Give the power of ten that a word multiplies by, 0 for any other."""
    said = _said(word)
    return int(said) if said and said.isdecimal() else 0


def _said(word: str) -> str | None:
    """Give the meaning of a word in amount_words.tsv."""
    whole, begun = _words()
    if word in whole:
        return whole[word]
    return next((meaning for beginning, meaning in begun if word.startswith(beginning)), None)


@cache
def _words() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Give the whole words of the table, and the beginnings of words, longest first."""
    rules = table("amount_words.tsv", "meaning", "words", "source")
    listed = [(word, rule["meaning"]) for rule in rules for word in rule["words"].split(", ")]
    begun = [(word.removesuffix(_ANY_ENDING), meaning) for word, meaning in listed if _ANY_ENDING in word]
    whole = {word: meaning for word, meaning in listed if _ANY_ENDING not in word}
    return whole, tuple(sorted(begun, key=lambda each: -len(each[0])))
