"""Emergencies: a question that must wait for nobody's answer, and the numbers that bring help."""

from dataclasses import dataclass
from typing import Final

from matching.phrases import Found, Phrases, Reading

_TABLE: Final = "emergencies.tsv"


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """What to dial in a country: the ambulance, and the one number for every kind of help."""

    ambulance: str
    all: str


_ELSEWHERE: Final = EmergencyNumbers("112", "112")
_NUMBERS: Final = {
    **dict.fromkeys(("KZ", "UZ", "KG", "TJ", "RU"), EmergencyNumbers("103", "112")),
    "TR": EmergencyNumbers("112", "112"),
}


def is_emergency(text: str) -> bool:
    """Tell whether a text, in kk, uz, ru or en, says that somebody may die or be maimed within hours.

    Generous: a stroke that is not said to be over counts. A sentence is judged by itself, so that an
    illness of years ago does not hide what happens now. Words and what takes them back stand in
    `matching/medical/emergencies.tsv`. Never raises; the first 4,096 characters count.
    """
    reading = Reading.of(text)
    found = Phrases.load(_TABLE).find(reading)
    return any(_is_one(_within(found, sentence)) for sentence in reading.sentences())


def numbers(country: str) -> EmergencyNumbers:
    """Give the numbers of a country by its code (ISO 3166-1 alpha-2, as domain.documents.Country).

    KZ: egov.kz, "Emergency number 112" (103 the ambulance, 112 all). RU: the 101 to 104 of 2014 and 112, as
    minzdrav.tatarstan.ru tells them. TR: the ministry of the interior, 2021, joined all numbers in 112. UZ,
    KG and TJ number their services like the first two (general knowledge). Elsewhere 112, which a mobile
    telephone dials in every country even without a card (3GPP TS 22.101).
    """
    return _NUMBERS.get(country.upper(), _ELSEWHERE)


def _within(found: list[Found], sentence: range) -> list[Found]:
    return [each for each in found if each.first in sentence]


def _is_one(found: list[Found]) -> bool:
    """Judge the phrases of one sentence."""
    harmless = [each for each in found if each.kind == "harmless"]
    said = {each.kind for each in found if not any(map(each.overlaps, harmless))}
    return "danger" in said or ("illness" in said and ("now" in said or "past" not in said))
