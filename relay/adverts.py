"""Advertisements among answers: sellers write otherwise than people whom somebody has helped."""

import re
from collections import Counter
from typing import Final

from matching.phrases import Phrases, Reading
from relay import contacts
from relay.contacts import Contact

_TABLE: Final = "adverts.tsv"
_HARMLESS: Final = "harmless"

# What each thing adds; from two on a text is taken for an advertisement. One alone is met in warm words too:
# a page of the clinic, a discount for pensioners, five hearts.
_SIGNS: Final = frozenset({"call", "discount", "promise"})
_ENOUGH: Final = 2
_OF_EACH: Final = 2
"""So often one kind counts at most."""

_MANY_PHONES: Final = 3
_SAME_PICTURES: Final = 3
_MANY_PICTURES: Final = 6
# Pictures as such: Unicode's blocks of emoji, symbols, dingbats and arrows, without skin colours.
_PICTURE: Final = re.compile(
    "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"
)
_PHONE: Final = re.compile(r"\+?\d(?:[\s()-]{0,2}\d){8,13}")


def looks_like_advert(text: str) -> bool:
    """Tell whether a text, in kk, uz, ru or en, looks like a seller's.

    Discounts, promises of a cure, calls to order, links, rows of pictures and several telephones count
    together; a clinic's telephone and a price are no sign. Words stand in `matching/medical/adverts.tsv`. A
    moderator judges, so that a miss is no harm. Never raises; the first 4,096 characters count.
    """
    reading = Reading.of(text)
    score = _said(reading) + _pictures(reading.text) + _phones(reading.text)
    if score != _ENOUGH - 1:
        return score >= _ENOUGH
    return Contact.LINK in contacts.found(reading.text)


def _said(reading: Reading) -> int:
    """Weigh what the words say: each kind by how many different places say it."""
    found = Phrases.load(_TABLE).find(reading)
    harmless = [each for each in found if each.kind == _HARMLESS]
    places = {
        (each.kind, each.first)
        for each in found
        if each.kind in _SIGNS and not any(map(each.overlaps, harmless))
    }
    counted = Counter(kind for kind, _ in places)
    return sum(min(times, _OF_EACH) for times in counted.values())


def _pictures(text: str) -> int:
    """Weigh rows of emoji: many, or one of them again and again."""
    counted = Counter(_PICTURE.findall(text))
    many = counted.total() >= _MANY_PICTURES
    same = any(times >= _SAME_PICTURES for times in counted.values())
    return int(many) + int(many and same)


def _phones(text: str) -> int:
    """Weigh several telephones: a clinic has one or two."""
    numbers = {re.sub(r"\D", "", match)[-9:] for match in _PHONE.findall(text)}
    return int(len(numbers) >= _MANY_PHONES)
