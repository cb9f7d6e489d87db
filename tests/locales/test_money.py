"""Sums in words: as people of each language write them, and readable again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Currency, Money
from locales.choice import NAMES
from locales.money import money_in_words, short_in_words
from matching.amounts import read

LANGUAGES = tuple(NAMES)
KZT, UZS, KGS, TJS, RUB, TRY, USD, EUR = Currency
SUMS = st.builds(Money.of_hundredths, st.integers(1, 10**15 - 1), st.sampled_from(Currency))


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", ("₸", "сум", "сом", "сомони", "₽", "₺", "$", "€")),
        ("ru", ("₸", "сум", "сом", "сомони", "₽", "₺", "$", "€")),
        ("uz", ("tenge", "soʻm", "qirgʻiz somi", "somoniy", "rubl", "lira", "$", "€")),
    ],
)
def test_every_currency_has_a_name_that_people_know(language: str, expected: tuple[str, ...]) -> None:
    said = [spaced(money_in_words(language, Money(Decimal(4_250_000), currency))) for currency in Currency]
    assert said == [f"4 250 000 {unit}" for unit in expected]


def test_english_puts_signs_first_and_names_last() -> None:
    said = [spaced(money_in_words("en", Money(Decimal(4_250_000), currency))) for currency in Currency]
    assert said == [
        "₸4,250,000",
        "4,250,000 soʻm",
        "4,250,000 Kyrgyz som",
        "4,250,000 somoni",
        "₽4,250,000",
        "₺4,250,000",
        "$4,250,000",
        "€4,250,000",
    ]


def test_hundredths_are_shown_only_when_there_are_some() -> None:
    assert spaced(money_in_words("ru", Money(Decimal("1500.50"), RUB))) == "1 500,50 ₽"
    assert spaced(money_in_words("ru", Money(Decimal("1500.00"), RUB))) == "1 500 ₽"
    assert money_in_words("en", Money(Decimal("1500.5"), USD)) == "$1,500.50"


def test_what_a_correction_takes_off_has_its_minus_first() -> None:
    assert spaced(money_in_words("ru", Money(Decimal(-1500), KZT))) == "-1 500 ₸"
    assert money_in_words("en", Money(Decimal(-1500), KZT)) == "-₸1,500"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sum_never_breaks_at_the_end_of_a_line(language: str) -> None:
    for currency in Currency:
        for money in (Money(Decimal("4250000.50"), currency), Money(Decimal(-7), currency)):
            assert " " not in money_in_words(language, money) + short_in_words(language, money)


@pytest.mark.parametrize("language", LANGUAGES)
@given(money=SUMS)
def test_a_sum_in_words_is_read_again(language: str, money: Money) -> None:
    usual = USD if money.currency is KZT else KZT
    assert read(money_in_words(language, money), usual) == money


@pytest.mark.parametrize(
    ("language", "expected"),
    [("kk", "4,2 млн ₸"), ("uz", "4,2 mln tenge"), ("ru", "4,2 млн ₸"), ("en", "₸4.2M")],
)
def test_millions_are_short_on_a_picture(language: str, expected: str) -> None:
    assert spaced(short_in_words(language, Money(Decimal(4_299_999), KZT))) == expected


def test_below_a_million_a_sum_on_a_picture_is_whole() -> None:
    assert spaced(short_in_words("ru", Money(Decimal(999_999), UZS))) == "999 999 сум"
    assert spaced(short_in_words("ru", Money(Decimal(1_000_000), UZS))) == "1 млн сум"
    assert spaced(short_in_words("ru", Money(Decimal(12_500_000_000), UZS))) == "12,5 млрд сум"


@given(st.integers(10**6, 10**13 - 1))
def test_a_short_sum_is_never_more_than_there_is(amount: int) -> None:
    number, power = spaced(short_in_words("ru", Money(Decimal(amount), KZT))).split()[:2]
    steps = {"млн": 10**6, "млрд": 10**9, "трлн": 10**12}
    told = Decimal(number.replace(",", ".")) * steps[power]
    assert told <= amount < told + steps[power] // 10
