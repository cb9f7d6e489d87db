"""Sums of money as people type them: one exact sum, or a refusal that says why."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Currency, Money
from matching.amounts import Fault, Unreadable, read

KZT, UZS, KGS, TJS, RUB, TRY, USD, EUR = Currency


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("5000000", "5000000", KZT),
        ("5 000 000", "5000000", KZT),
        ("5\u00a0000\u202f000", "5000000", KZT),
        ("5.000.000", "5000000", KZT),
        ("5,000,000.50", "5000000.50", KZT),
        ("1.234.567,89", "1234567.89", KZT),
        ("5'000'000", "5000000", KZT),
        ("12 500,75", "12500.75", KZT),
        ("1.500", "1500", KZT),
        ("1,500", "1500", KZT),
        ("12,50", "12.50", KZT),
        ("12.5", "12.5", KZT),
        ("500.", "500", KZT),
        ("5 млн", "5000000", KZT),
        ("5 mln", "5000000", KZT),
        ("1,5 миллиона", "1500000", KZT),
        ("0,5 млн", "500000", KZT),
        ("2 миллиард", "2000000000", KZT),
        ("50 тыс", "50000", KZT),
        ("50 тыс. тг.", "50000", KZT),
        ("50 ming", "50000", KZT),
        ("50 мың", "50000", KZT),
        ("50 bin TL", "50000", TRY),
        ("50k", "50000", KZT),
        ("50к", "50000", KZT),
        ("1 млн 500 тыс", "1500000", KZT),
        ("1 млн 200 000", "1200000", KZT),
        ("$500", "500", USD),
        ("500 usd", "500", USD),
        ("US$ 500", "500", USD),
        ("500 долларов", "500", USD),
        ("2 млн тг", "2000000", KZT),
        ("2 млн теңге", "2000000", KZT),
        ("500 000₸", "500000", KZT),
        ("10 000 сум", "10000", UZS),
        ("10 000 so'm", "10000", UZS),
        ("10 000 soʻm", "10000", UZS),
        ("10 000 so`m", "10000", UZS),
        ("10 000 сўм", "10000", UZS),
        ("10 000 сом", "10000", KGS),
        ("10 000 сомони", "10000", TJS),
        ("10 000 руб", "10000", RUB),
        ("10 000 рублей", "10000", RUB),
        ("10000₽", "10000", RUB),
        ("10 000₺", "10000", TRY),
        ("10.000 lira", "10000", TRY),
        ("10 000 лир", "10000", TRY),
        ("1 000 €", "1000", EUR),
        ("٥٠٠٠", "5000", KZT),
        ("٥٬٠٠٠٬٠٠٠٫٥٠", "5000000.50", KZT),
        ("５０００００", "500000", KZT),
        ("5\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e3", "500", KZT),
        ("9 999 999 999 999", "9999999999999", KZT),
    ],
)
def test_a_sum_is_read_as_it_is_typed(text: str, amount: str, currency: Currency) -> None:
    assert read(text, KZT) == Money(Decimal(amount), currency)


def test_a_typed_currency_counts_more_than_the_usual_one() -> None:
    for usual in Currency:
        assert read("5 000", usual).currency is usual
        assert read("5 000 $", usual).currency is USD


def test_som_in_latin_letters_is_the_usual_one_of_two() -> None:
    assert read("10 000 som", KGS).currency is KGS
    assert read("10 000 som", UZS).currency is UZS
    assert read("10 000 som", KZT).currency is UZS


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.NUMBER),
        ("много", Fault.NUMBER),
        ("500 юаней", Fault.NUMBER),
        ("млн", Fault.NUMBER),
        ("1.5000", Fault.NUMBER),
        ("12.50.00", Fault.NUMBER),
        ("1.234,567", Fault.NUMBER),
        ("0,500", Fault.NUMBER),
        ("1,500 млн", Fault.NUMBER),
        ("0,001", Fault.NUMBER),
        ("5 000 000 / 2", Fault.NUMBER),
        ("5" * 65, Fault.NUMBER),
        ("0", Fault.NOTHING),
        ("0,00", Fault.NOTHING),
        ("-500", Fault.NOTHING),
        ("−500", Fault.NOTHING),
        ("- $500", Fault.NOTHING),
        ("10 000 000 000 000", Fault.TOO_MUCH),
        ("99999 млрд", Fault.TOO_MUCH),
        ("10 12", Fault.TWO),
        ("5000 6000", Fault.TWO),
        ("500-600", Fault.TWO),
        ("500–600 тыс", Fault.TWO),
        ("5 млн 3", Fault.TWO),
        ("5 тыс 2 млн", Fault.TWO),
        ("500 $ 400 €", Fault.TWO),
        ("500 тг $", Fault.TWO),
    ],
)
def test_what_is_no_single_sum_is_refused_with_the_kind_of_slip(text: str, fault: Fault) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text, KZT)
    assert refused.value.why is fault


@given(st.text(max_size=70), st.sampled_from(Currency))
def test_any_text_is_a_sum_above_nothing_or_refused(text: str, usual: Currency) -> None:
    try:
        money = read(text, usual)
    except Unreadable:
        return
    assert money.hundredths > 0


@given(st.text(alphabet="0123456789 .,'-кkтысмлн$₸", max_size=20))
def test_digits_in_any_disorder_are_a_sum_above_nothing_or_refused(text: str) -> None:
    try:
        money = read(text, KZT)
    except Unreadable:
        return
    assert money.hundredths > 0


@given(st.integers(1, 10**15 - 1), st.sampled_from(" .,'"), st.sampled_from(".,"))
def test_grouped_hundredths_are_read_exactly(hundredths: int, by: str, point: str) -> None:
    whole, part = divmod(hundredths, 100)
    text = f"{whole:,}".replace(",", by) + f"{point}{part:02}"
    if by != point:
        assert read(text, KZT).hundredths == hundredths
