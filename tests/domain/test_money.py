"""Money: exact whatever is added, never across currencies, in one of them only by an entered rate."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import CENT, MOST, Currency, Money, Rate, converted, nothing, totals

DAY = date(2026, 11, 21)

hundredths = st.integers(-(10**15), 10**15)
sums = st.lists(st.tuples(hundredths, st.sampled_from(Currency)), max_size=30)


def tenge(amount: str) -> Money:
    return Money(Decimal(amount), Currency.KZT)


@given(sums)
def test_totals_are_exact_in_every_currency(parts: list[tuple[int, Currency]]) -> None:
    held = totals(Money.of_hundredths(count, currency) for count, currency in parts)
    for currency in Currency:
        exact = sum(count for count, each in parts if each is currency)
        assert held.get(currency, nothing(currency)).hundredths == exact


@given(hundredths, st.sampled_from(Currency))
def test_hundredths_there_and_back(count: int, currency: Currency) -> None:
    assert Money.of_hundredths(count, currency).hundredths == count


def test_a_tenth_thrice_is_three_tenths() -> None:
    assert tenge("0.10") + tenge("0.10") + tenge("0.10") == tenge("0.30")


@pytest.mark.parametrize("amount", ["0.001", "NaN", "Infinity", str(MOST), str(-MOST)])
def test_what_is_no_sum_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no sum of money"):
        tenge(amount)


def test_different_currencies_are_not_added() -> None:
    with pytest.raises(ValueError, match="not added"):
        tenge("1") + Money(Decimal(1), Currency.USD)


def test_a_whole_needs_a_rate_for_each_currency() -> None:
    held = totals([tenge("100"), Money(Decimal(3), Currency.USD), Money(Decimal(2), Currency.EUR)])
    dollars = Rate(Currency.USD, Currency.KZT, Decimal("512.405"), DAY, "a bank")
    assert converted(held, Currency.KZT, [dollars]) is None
    euros = Rate(Currency.EUR, Currency.KZT, Decimal(600), DAY, "a bank")
    assert converted(held, Currency.KZT, [dollars, euros]) == tenge("2837.22")


def test_a_rate_holds_in_its_own_direction_alone() -> None:
    held = {Currency.USD: Money(Decimal(1), Currency.USD)}
    assert (
        converted(held, Currency.KZT, [Rate(Currency.KZT, Currency.USD, Decimal("0.002"), DAY, "a bank")])
        is None
    )


@given(st.integers(1, 10**9))
def test_a_conversion_is_off_by_half_a_hundredth_at_most(count: int) -> None:
    rate = Rate(Currency.USD, Currency.KZT, Decimal("512.437"), DAY, "a bank")
    given_sum = Money.of_hundredths(count, Currency.USD)
    whole = converted({Currency.USD: given_sum}, Currency.KZT, [rate])
    assert whole is not None
    assert abs(whole.amount - given_sum.amount * rate.worth) <= CENT / 2
