"""Payee details in free text: found however they are split, and not where none are."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.payees import Details
from matching.payees import found_in
from tests.matching.payee_numbers import ALL, BANK, CARD, HUMO, KAZAKH, MOBILE, RUSSIAN, TURKISH, VISA


def values(text: str) -> list[str]:
    return [details.value for details in found_in(text)]


KEYCAPS = "".join(f"{digit}\ufe0f\u20e3" for digit in VISA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Балама ота керек, көмектесіңіздер! Kaspi: {VISA}, рақмет", [VISA]),
        ("Жинақ: 4400.2415.9206.6110 (Айгүл С.) немесе 8 701 234 56 67", [VISA, MOBILE]),
        ("Yordam bering, karta 9860 1770 2346 1433 egasi Dilnoza", [HUMO]),
        (f"karta{HUMO}", [HUMO]),
        ("Помогите Алие! Каспи 4400-2415-9206-6110, тел. +7 (701) 234-56-67", [VISA, MOBILE]),
        ("номер 4 4 0 0 2 4 1 5 9 2 0 6 6 1 1 0", [VISA]),
        ("Сбор №4400241592066110", [VISA]),
        (f"СРОЧНО {KEYCAPS} СРОЧНО", [VISA]),
        ("Visa ４４００ ２４１５ ９２０６ ６１１０", [VISA]),
        ("4400\u200b2415\u200b9206\u200b6110", [VISA]),
        ("4400 2415 9206 6110 12/27", [VISA]),
        ("till 05.12.2027: 4400 2415 9206 6110", [VISA]),
        ("4400 2415 9206 6110 8 701 234 56 67", [VISA, MOBILE]),
        ("Please send to IBAN KZ22 125K ZT20 0410 0190 today", [KAZAKH]),
        ("счёт кz22125кzт2004100190 в банке", [KAZAKH]),
        (f"{TURKISH} alıcı: Ayşe", [TURKISH]),
        (f"Реквизиты: БИК {BANK}, р/с {RUSSIAN}", [RUSSIAN]),
        (f"р/с {RUSSIAN}\nк/с 30101810145250000974\nБИК {BANK}\nИНН 7710140679", [RUSSIAN]),
        (f"{VISA} и снова 4400 2415 9206 6110", [VISA]),
        ("WhatsApp 998 90 123 45 67", ["+998901234567"]),
        ("мбанк 0555 123 456", ["+996555123456"]),
        ("Papara 0532 123 45 67", ["+905321234567"]),
    ],
)
def test_details_are_found_in_noisy_words(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "с 22.04.2024 по 12.03.2025 собрали 4 500 000 000 000 000",
        "2024-01-15 2024-12-31 22:04:19",
        "уже 9 000 000 000 сум, цель 9000000000",
        "паспорт 9204 123456, серия 92 04 123456, паспорт № 9204123456",
        "ИИН 900101300123, ЖСН 630412300125, PINFL 32001015500017, ИНН 9102012345",
        "паспорт N12345678, AB1234567, C01234567",
        "трек RR123456785KZ, заказ 4400241592066110, track 5169429104339301",
        "код 8 727, город 3172, звоните 150, 112, 8 800",
        f"1{VISA}", f"{VISA}1", f"{VISA}00000000",
        f"1111 {VISA[:4]} {VISA[4:8]} {VISA[8:12]} {VISA[12:]}",
        "4400 2415 9206 6111", "KZ23125KZT2004100190", "KZ22 125K ZT20 0410 01900",
        f"{RUSSIAN}", f"{RUSSIAN} БИК 044525975", f"к/с 30101810145250000974 БИК {BANK}",
        "90 123 45 67", "+7 701 234 56", "палата 12, этаж 4, 1 2 3 4 5 6 7 8 9 0",
        "f4400241592066110a", "AB4400241592066110", "3,14159265358979323846",
        "",
    ],
)  # fmt: skip
def test_dates_sums_papers_and_parcels_are_not_found(text: str) -> None:
    assert values(text) == []


WORDS = (
    "Көмек керек",
    "Yordam kerak",
    "Нужна помощь",
    "Please help",
    "💔🙏",
    "12.03.2024",
    "5 000 000 тг",
    "№ 7",
)


@given(
    st.sampled_from(ALL), st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(("\n", ", ", ": "))
)
def test_every_number_is_found_between_any_words(details: Details, before: str, after: str, by: str) -> None:
    if details.kind is CARD and len(details.value) < 16:
        return
    text = f"{before}{by}{details.value} {details.bank}".rstrip() + f"{by}{after}"
    assert details in found_in(text)


@given(st.integers(0, 2**32))
def test_a_wall_of_digits_holds_nothing(seed: int) -> None:
    chance = random.Random(seed)
    assert found_in("".join(chance.choice("0123456789") for _ in range(4_096))) == ()
    assert found_in(" ".join(chance.choice("0123456789") for _ in range(2_048))) == ()


def test_only_the_longest_message_of_telegram_is_looked_at() -> None:
    assert values("а" * 4_000 + f" {VISA}") == [VISA]
    assert values("а" * 4_096 + f" {VISA}") == []
