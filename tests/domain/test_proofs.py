"""Which facts are asked for: always some, never one that everybody shares."""

from itertools import product

import pytest

from domain.documents import Country, DocumentType, ProofKind
from domain.proofs import suggested

ALL = (ProofKind.NUMBER_TAIL, ProofKind.BIRTH_YEAR, ProofKind.ISSUE_PLACE)


def test_every_document_of_every_country_has_one_to_three_facts_and_the_number_first() -> None:
    for kind, country in product(DocumentType, Country):
        facts = suggested(kind, country)
        assert 1 <= len(facts) <= 3
        assert len(set(facts)) == len(facts)
        assert facts[0] is ProofKind.NUMBER_TAIL


@pytest.mark.parametrize(
    ("type", "country", "facts"),
    [
        (DocumentType.PASSPORT, Country.UZ, ALL),
        (DocumentType.PASSPORT, Country.ELSEWHERE, ALL),
        (DocumentType.ID_CARD, Country.KG, ALL),
        (DocumentType.BIRTH_CERTIFICATE, Country.KZ, ALL),
        (DocumentType.DRIVER_LICENCE, Country.TJ, ALL),
        (DocumentType.DRIVER_LICENCE, Country.KZ, ALL[:2]),
        (DocumentType.MIGRATION_CARD, Country.RU, ALL[:2]),
        (DocumentType.PENSION_CARD, Country.RU, ALL[:2]),
        (DocumentType.OTHER, Country.ELSEWHERE, ALL[:2]),
    ],
)
def test_what_stands_on_a_document_is_asked(
    type: DocumentType,  # noqa: A002 - the product's word
    country: Country,
    facts: tuple[ProofKind, ...],
) -> None:
    assert suggested(type, country) == facts


@pytest.mark.parametrize(
    ("type", "country"),
    [
        (DocumentType.PASSPORT, Country.KZ),
        (DocumentType.ID_CARD, Country.KZ),
        (DocumentType.ID_CARD, Country.TR),
    ],
)
def test_a_ministry_that_everybody_shares_is_no_secret(
    type: DocumentType,  # noqa: A002 - the product's word
    country: Country,
) -> None:
    assert ProofKind.ISSUE_PLACE not in suggested(type, country)


def test_a_car_has_no_year_of_birth() -> None:
    for country in Country:
        assert ProofKind.BIRTH_YEAR not in suggested(DocumentType.VEHICLE_PAPERS, country)
