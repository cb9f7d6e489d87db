"""Reading answers about doctors: a speciality in anybody's words, a city, a clinic's phone, languages."""

import unicodedata
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from domain.errors import Refusal
from domain.forms import Question
from domain.medical import SPOKEN
from domain.specialities import Speciality
from matching import specialities
from matching.spelling import fold
from relay import contacts
from relay.work import Work

ALL: Final = "all"
"""The button that shows every speciality there is, and what a draft then holds as typed."""

USUAL: Final = 12
"""So many specialities are buttons at once; the others are typed or behind one more tap."""

MEANT: Final = 3
LONGEST: Final = 200
_REGIONS: Final = ("KZ", "UZ", "KG", "TJ", "RU", "TR")
"""Whose national numbers are understood without a country code, in the order in which they are tried."""

_LONGEST_PHONE: Final = 40
_UNSEEN: Final = ("Cc", "Cf")
_LINE_AND_JOINER: Final = "\n\u200d"
"""Of what cannot be seen, these hold lines and emoji together."""

_ENDINGS: Final = 3
"""Letters that an ending may add to the name of a language: русском, қазақша, oʻzbekcha."""


def specialities_meant(text: str) -> tuple[Speciality, ...]:
    """The specialities that typed words may mean, likeliest first."""
    return specialities.find(text[:LONGEST], MEANT)


def speciality(_: Work, __: Question, text: str) -> str:
    """The speciality that is meant; Refusal when none is."""
    meant = specialities_meant(text)
    if not meant:
        raise Refusal("form-speciality-unknown")
    return meant[0]


def phone(_: Work, __: Question, text: str) -> str:
    """A telephone number as E.164 (ITU-T), also a national one of the six countries; else Refusal."""
    said = text.strip()
    if len(said) > _LONGEST_PHONE:
        raise Refusal("form-phone-unreadable")
    for region in (None,) if said.startswith("+") else _REGIONS:
        try:
            number = phonenumbers.parse(said, region)
        except NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    raise Refusal("form-phone-unreadable")


def phone_in_words(number: str) -> str:
    """A stored number as it is read aloud: +7 727 250 00 00."""
    return phonenumbers.format_number(phonenumbers.parse(number), PhoneNumberFormat.INTERNATIONAL)


def label(_: Work, question: Question, text: str) -> str:
    """The name of a doctor or a clinic; Refusal when it has no letters, is too long or holds a contact."""
    said = " ".join("".join(sign for sign in text if unicodedata.category(sign) != "Cf").split())
    if not contacts.fits_in_public(said):
        raise Refusal("form-label-no-contacts")
    if len(said) > question.longest or not any(sign.isalpha() for sign in said):
        raise Refusal("form-label-unreadable", limit=question.longest)
    return said


def own_words(text: str) -> str:
    """Somebody's words as they typed them, without signs that nobody sees; "" when nothing can be read."""
    seen = "".join(
        sign for sign in text if sign in _LINE_AND_JOINER or unicodedata.category(sign) not in _UNSEEN
    )
    return seen.strip() if any(sign.isalnum() for sign in seen) else ""


def languages(work: Work, _: Question, text: str) -> str:
    """The languages that are named, as codes with commas between; Refusal when there is none."""
    said = [fold(word) for word in text[:LONGEST].replace(",", " ").split()]
    named = [code for code in SPOKEN if any(_names(work, code, word) for word in said)]
    if not named:
        raise Refusal("form-languages-unknown")
    return ",".join(named)


def languages_in_words(work: Work, language: str, codes: str) -> str:
    """The same for reading."""
    return ", ".join(work.catalog.label(language, f"spoken-{code}") for code in codes.split(",") if code)


def _names(work: Work, code: str, word: str) -> bool:
    """Whether a word is a language's name in one of ours, with whatever ending it has."""
    names = (fold(work.catalog.label(each, f"spoken-{code}")) for each in work.catalog.languages)
    return any(word[: len(name) - 2] == name[:-2] and len(word) <= len(name) + _ENDINGS for name in names)
