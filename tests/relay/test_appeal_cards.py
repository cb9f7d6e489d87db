"""How much of a name an appeal shows."""

from dataclasses import replace

import pytest

from domain.appeals import Consent
from domain.payees import PayeeKind
from relay import appeal_cards
from tests.bot.given import NEED
from tests.relay.given_appeals import payee


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Сәрсенова Айгүл", "Айгүл С."),
        ("Айгүл", "Айгүл"),
        ("Нұрсұлтан", "Нұрсұлтан"),
        ("Сәрсенова", "С."),
        ("СӘРСЕНОВА", "С."),
        ("Айгүл-Сәрсенова", "А."),
        ("Сәрсенова.Айгүл", "Айгүл С."),
        ("Сәрсенова_Айгүл", "Айгүл С."),
        ("Сәрсенова/Айгүл", "Айгүл С."),
        ("Сәрсенова,Айгүл", "Айгүл С."),
        ("Айгүл (Сәрсенова)", "Айгүл С."),
        ("Айгүл С.", "Айгүл С."),
        ("С.", "С."),
    ],
)
def test_no_surname_is_shown_of_whoever_agreed_to_an_initial(typed: str, shown: str) -> None:
    assert appeal_cards.beneficiary(replace(NEED, beneficiary=typed)) == shown
    assert appeal_cards.payee_name(replace(payee(), name=typed)) == shown


def test_whoever_agreed_to_be_named_is_named_and_so_is_an_organisation() -> None:
    assert appeal_cards.beneficiary(replace(NEED, consent=Consent.FULL)) == NEED.beneficiary
    fund = replace(payee(), name="Қоры «Сәрсенова»", kind=PayeeKind.ORGANISATION)
    assert appeal_cards.payee_name(fund) == "Қоры «Сәрсенова»"
