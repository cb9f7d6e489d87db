"""Which secret facts to ask for: what stands on a document and tells its owner from other people."""

from collections.abc import Mapping
from typing import Final

from domain.documents import Country, DocumentType, ProofKind

_NUMBER: Final = ProofKind.NUMBER_TAIL
_YEAR: Final = ProofKind.BIRTH_YEAR
_PLACE: Final = ProofKind.ISSUE_PLACE

# The number comes first everywhere: it is printed largest and tells people apart best.
_USUALLY: Final[Mapping[DocumentType, tuple[ProofKind, ...]]] = {
    # ICAO 9303 part 4: number, date of birth and issuing authority stand in every passport.
    DocumentType.PASSPORT: (_NUMBER, _YEAR, _PLACE),
    # ICAO 9303 part 5: the same on a card, the authority on its back.
    DocumentType.ID_CARD: (_NUMBER, _YEAR, _PLACE),
    # ISO/IEC 18013-1: number (5) and birth (3) are on every licence; 4c may be the whole ministry.
    DocumentType.DRIVER_LICENCE: (_NUMBER, _YEAR),
    # They describe a car: its owner's birth is not on them.
    DocumentType.VEHICLE_PAPERS: (_NUMBER, _PLACE),
    # The registry office is printed in full and is known by heart.
    DocumentType.BIRTH_CERTIFICATE: (_NUMBER, _YEAR, _PLACE),
    # Filled in by the traveller; the stamp is the border's, which the public post may name.
    DocumentType.MIGRATION_CARD: (_NUMBER, _YEAR),
    # The school is on its face, and a finder would name it in the post; there is no other office.
    DocumentType.STUDENT_CARD: (_NUMBER, _YEAR),
    # One pension fund issues them all.
    DocumentType.PENSION_CARD: (_NUMBER, _YEAR),
    # Nothing is known of it but that people's papers carry a number and a birth date.
    DocumentType.OTHER: (_NUMBER, _YEAR),
}

_BUT: Final[Mapping[tuple[DocumentType, Country], tuple[ProofKind, ...]]] = {
    # Kazakhstan prints the same ministry on every passport and card.
    (DocumentType.PASSPORT, Country.KZ): (_NUMBER, _YEAR),
    (DocumentType.ID_CARD, Country.KZ): (_NUMBER, _YEAR),
    # The Turkish identity card (since 2017) names the Ministry of the Interior only.
    (DocumentType.ID_CARD, Country.TR): (_NUMBER, _YEAR),
    # ICAO 9303 part 5 leaves the authority of a card to the state: elsewhere it may be missing.
    (DocumentType.ID_CARD, Country.ELSEWHERE): (_NUMBER, _YEAR),
    # Four countries print the city's or region's traffic police on the licence.
    (DocumentType.DRIVER_LICENCE, Country.UZ): (_NUMBER, _YEAR, _PLACE),
    (DocumentType.DRIVER_LICENCE, Country.RU): (_NUMBER, _YEAR, _PLACE),
    (DocumentType.DRIVER_LICENCE, Country.KG): (_NUMBER, _YEAR, _PLACE),
    (DocumentType.DRIVER_LICENCE, Country.TJ): (_NUMBER, _YEAR, _PLACE),
}


def suggested(type: DocumentType, country: Country) -> tuple[ProofKind, ...]:  # noqa: A002 - the product's word
    """Give the facts to ask about such a document: 1 to 3 different ones, in the order to ask."""
    return _BUT.get((type, country), _USUALLY[type])
