"""Check digits: every slip that the arithmetic of a number can catch is caught, and which it cannot."""

import random
import string

import pytest
from stdnum import iban, luhn, numdb

from domain.payees import Details
from matching.payee_rules import accounts, ibans
from matching.payees import Fault, read
from tests.matching.payee_numbers import (
    ACCOUNT,
    ACCOUNTS,
    CARD,
    CARDS,
    DIGITS,
    IBAN,
    IBANS,
    fault_of,
    mistyped,
    swapped,
)


@pytest.mark.parametrize("number", CARDS)
def test_every_wrong_digit_of_a_card_is_caught(number: str) -> None:
    assert all(fault_of(CARD, wrong) for _, _, wrong in mistyped(number, DIGITS))


@pytest.mark.parametrize("number", CARDS)
def test_every_swap_in_a_card_is_caught_but_of_nought_and_nine(number: str) -> None:
    """Luhn's formula doubles 09 and 90 to the same sum."""
    caught = {pair: luhn.is_valid(wrong) or fault_of(CARD, wrong) for pair, wrong in swapped(number)}
    assert all(caught.values())
    missed = {pair for pair, wrong in swapped(number) if not fault_of(CARD, wrong)}
    assert missed <= {"09", "90"}


@pytest.mark.parametrize("number", IBANS)
def test_an_iban_is_read_and_every_like_sign_is_checked(number: str) -> None:
    assert read(IBAN, number) == Details(IBAN, number)
    wrong = list(mistyped(number, DIGITS + string.ascii_uppercase))
    alike = [text for was, now, text in wrong if was.isdigit() == now.isdigit()]
    assert all(fault_of(IBAN, text) for text in alike)


def test_a_letter_for_a_digit_passes_only_where_the_remainder_is_one_by_chance() -> None:
    """A letter counts as two digits and shifts the rest: mod 97 then misses at most one in 97."""
    wrong = [each for number in IBANS for each in mistyped(number, DIGITS + string.ascii_uppercase)]
    unlike = [text for was, now, text in wrong if was.isdigit() != now.isdigit()]
    missed = [text for text in unlike if not fault_of(IBAN, text)]
    assert len(missed) / len(unlike) < 1 / 97


@pytest.mark.parametrize("number", IBANS)
def test_every_swap_in_an_iban_is_caught(number: str) -> None:
    """But of B and 1, M and 2, X and 3: as digits 11 1, 22 2 and 33 3 are the same either way."""
    same = {"B1", "1B", "M2", "2M", "X3", "3X"}
    assert all(fault_of(IBAN, wrong) for pair, wrong in swapped(number) if pair not in same)


def countries() -> list[str]:
    letters = string.ascii_uppercase
    return [first + second for first in letters for second in letters if ibans.length(first + second)]


def invented_iban(country: str, seed: int) -> str:
    """A number of the country's form, with right check digits, not yet with a right national check."""
    chance = random.Random(seed)
    form = numdb.get("iban").info(country)[0][1]["bban"].split("!")
    kinds = {"n": DIGITS, "a": string.ascii_uppercase, "c": DIGITS + string.ascii_uppercase}
    sizes = [int("".join(filter(str.isdigit, each))) for each in form[:-1]]
    account = "".join(
        chance.choice(kinds[kind[0]]) for size, kind in zip(sizes, form[1:], strict=True) for _ in range(size)
    )
    return country + iban.calc_check_digits(f"{country}00{account}") + account


def test_the_registry_knows_the_countries_people_send_from() -> None:
    assert {"KZ", "TR", "DE", "AE", "AZ", "BY", "GE", "PL", "UA", "GB"} <= set(countries())
    assert len(countries()) > 80


@pytest.mark.parametrize("country", countries())
def test_the_check_digits_of_every_country_are_checked(country: str) -> None:
    """Whether or not its national digits are: only a few countries' are known."""
    number = next(
        invented
        for invented in (invented_iban(country, seed) for seed in range(20_000))
        if iban.is_valid(invented)
    )
    assert read(IBAN, number).value == number
    wrong = [each for was, now, each in mistyped(number[2:], DIGITS) if was.isdigit() and now.isdigit()]
    assert all(fault_of(IBAN, country + each) for each in wrong)
    others = {f"{check:02}" for check in range(2, 99)} - {number[2:4]}
    assert all(fault_of(IBAN, country + each + number[4:]) is Fault.CHECK for each in others)


@pytest.mark.parametrize(("number", "bank"), ACCOUNTS)
def test_every_wrong_digit_of_an_account_is_caught(number: str, bank: str) -> None:
    """The weights 7, 1 and 3 have no divisor in common with ten."""
    assert all(fault_of(ACCOUNT, f"{wrong} {bank}") for _, _, wrong in mistyped(number, DIGITS))


@pytest.mark.parametrize(("number", "bank"), ACCOUNTS)
def test_every_wrong_digit_of_a_bik_that_the_key_sees_is_caught(number: str, bank: str) -> None:
    """The key sees a bank's last three digits; of a division of the Bank of Russia the fifth and sixth."""
    seen = range(4, 6) if bank.endswith("000") else range(6, 9)
    for place in seen:
        wrong = [bank[:place] + digit + bank[place + 1 :] for digit in DIGITS.replace(bank[place], "")]
        assert all(fault_of(ACCOUNT, f"{number} {each}") is Fault.CHECK for each in wrong)


@pytest.mark.parametrize(("number", "bank"), ACCOUNTS)
def test_every_swap_in_an_account_is_caught_but_of_digits_five_apart(number: str, bank: str) -> None:
    """Neighbouring weights differ by 2, 4 or 6: times five that is a multiple of ten."""
    for pair, wrong in swapped(number):
        five_apart = abs(int(pair[0]) - int(pair[1])) == 5
        assert (fault_of(ACCOUNT, f"{wrong} {bank}") is None) == five_apart, pair


def test_the_key_of_a_correspondent_account_keeps_to_its_own_rule() -> None:
    """The examples of the Bank of Russia's order No. 515, and a number every bank publishes."""
    assert accounts.agrees("30101810800000000746", "049805000")
    assert accounts.agrees("30101810145250000974", "044525974")
    assert not accounts.agrees("30101810245250000974", "044525974")
