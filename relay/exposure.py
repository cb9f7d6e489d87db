"""Exposure: what a text about an illness must not say in public, with the words that say it."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.documents import GAZETTEER_PREFIX
from domain.medical import Asked
from matching.mentioned import mentioned
from matching.phrases import Found, Phrases, Reading
from relay import contacts

_TABLE: Final = "exposure.tsv"


class Exposure(StrEnum):
    """What was found: a way to reach somebody, somebody's name, an illness beside what tells whose it is."""

    CONTACT = "contact"
    NAME = "name"
    IDENTITY = "identity"


# What people leave no space in: numbers with their separators, words with a sign of an address.
_PIECE: Final = re.compile(r"\+?[\dA-Za-z(](?:[\d\s()./*_|•·=~\-]{5,40}\d)|[^\s,;]{0,64}[@./][^\s,;]{0,64}")

_PERSONAL_NUMBER: Final = re.compile(  # Kazakhstan's and Kyrgyzstan's, Uzbekistan's and Tajikistan's length
    r"(?<!\d)(?:\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}|[1-6]\d{13}|[12](?:0[1-9]|[12]\d|3[01])\d{11})"
    r"(?!\d)"
)
_PAPER: Final = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]{2}\s?(?:№\s?)?\d{7}|[NnН№]\s?\d{8,9}"
    r"|\d{4}\s?№?\s?\d{6}|\d{3}-\d{3}-\d{3}[ -]\d\d)(?!\d)"
)
_NUMBER_OF_PAPER: Final = re.compile(r"\d{6,14}")
_DATE: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-]((?:19|20)?\d\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PAST_FOR_ANYTHING_ELSE: Final = 2000
"""An exact date before this year is a birthday, also when nobody says so."""

_TELLING: Final = frozenset({"birth", "month", "paper", "street", "flat", "home", "office"})
_NEAR: Final = 4
"""Tokens between a paper's name and its number."""


def found(text: str) -> Mapping[Exposure, tuple[str, ...]]:
    """Give what a text, in kk, uz, ru or en, says too much, each with the words that say it, as typed.

    An empty mapping when it may stand in public. IDENTITY needs an illness (or an organ, an operation, a
    physician) somewhere in the text. A doctor's name, a clinic's, a street's or a town's is no exposure; its
    telephone is a CONTACT, because nobody can tell it from the asker's. Words stand in
    `matching/medical/exposure.tsv`. Never raises; the first 4,096 characters count.
    """
    reading = Reading.of(text)
    phrases = Phrases.load(_TABLE).find(reading)
    names = tuple(reading.quoted(span.start, span.stop) for span in mentioned(reading, phrases))
    is_medical = any(each.kind == "illness" for each in phrases)
    who = (*names, *_who(reading, phrases)) if is_medical else ()
    quotes = {Exposure.CONTACT: contacts_in(reading.text), Exposure.NAME: names, Exposure.IDENTITY: who}
    return MappingProxyType({kind: _longest(words) for kind, words in quotes.items() if words})


def of_question(asked: Asked) -> Mapping[Exposure, tuple[str, ...]]:
    """The same for all that a person wrote in a medical question: its words, and a place nobody knows."""
    return found(f"{asked.words}\n{'' if asked.place.startswith(GAZETTEER_PREFIX) else asked.place}")


def contacts_in(text: str) -> tuple[str, ...]:
    """Give the contacts of a text as they are typed; the line or the whole text where they hide in it."""
    if not contacts.found(text):
        return ()
    for pieces in (_PIECE.findall(text), text.splitlines()):
        quoted = tuple(piece.strip() for piece in pieces if contacts.found(piece))
        if quoted:
            return quoted
    return (text.strip(),)


def _longest(quotes: tuple[str, ...]) -> tuple[str, ...]:
    """Give each quote once, without those that stand inside another."""
    once = tuple(dict.fromkeys(quotes))
    return tuple(quote for quote in once if not any(quote in other and quote != other for other in once))


def _who(reading: Reading, phrases: list[Found]) -> Iterator[str]:
    """Give what tells who somebody is, beside a name."""
    yield from (match[0] for match in _PERSONAL_NUMBER.finditer(reading.text))
    yield from (match[0] for match in _PAPER.finditer(reading.text))
    telling = [each for each in phrases if each.kind in _TELLING]
    yield from (reading.quoted(each.first, each.last) for each in telling if each.kind == "office")
    for sentence in reading.sentences():
        here = [each for each in telling if each.first in sentence]
        yield from _birthdays(reading, here, sentence)
        yield from _papers(reading, here)
        yield from _addresses(reading, here, sentence)


def _birthdays(reading: Reading, here: list[Found], sentence: range) -> Iterator[str]:
    """Give exact dates that are said to be of a birth, or are too long ago for anything else."""
    is_birth = any(each.kind == "birth" for each in here)
    for place in (place for place in sentence if reading.tokens[place].is_number):
        date = _DATE.fullmatch(reading.tokens[place].folded)
        if date and (is_birth or _is_long_ago(date[1])):
            yield reading.tokens[place].said
    for month in (each for each in here if each.kind == "month"):
        beside = range(max(month.first - 3, sentence.start), min(month.last + 2, sentence.stop))
        numbers = [place for place in beside if reading.tokens[place].is_number]
        years = [year for place in numbers if _YEAR.fullmatch(year := reading.tokens[place].said)]
        if len(numbers) > len(years) > 0 and (is_birth or _is_long_ago(years[0])):
            yield reading.quoted(min(*numbers, month.first), max(*numbers, month.first) + 1)


def _is_long_ago(year: str) -> bool:
    return _YEAR.fullmatch(year) is not None and int(year) < _PAST_FOR_ANYTHING_ELSE


def _papers(reading: Reading, here: list[Found]) -> Iterator[str]:
    """Give numbers that stand beside the name of a paper."""
    for paper in (each for each in here if each.kind == "paper"):
        beside = reading.tokens[paper.last : paper.last + _NEAR]
        yield from (token.said for token in beside if _NUMBER_OF_PAPER.fullmatch(token.folded))


def _addresses(reading: Reading, here: list[Found], sentence: range) -> Iterator[str]:
    """Give a home's address: a flat's number beside a street, or a house's where somebody lives."""
    kinds = {each.kind for each in here}
    street = next((each for each in here if each.kind == "street"), None)
    if street is None:
        return
    numbers = [place for place in sentence if reading.tokens[place].is_number]
    near = [place for place in numbers if abs(place - street.first) <= _NEAR]
    flat = next((each for each in reversed(here) if each.kind == "flat"), None)
    if flat:
        yield reading.quoted(min(street.first, flat.first), max(street.last, flat.last))
    elif near and "home" in kinds:
        yield reading.quoted(min(street.first, *near), max(street.last - 1, *near) + 1)
