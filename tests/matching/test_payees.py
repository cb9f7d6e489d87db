"""Numbers that money is sent to: read as people type them, refused for a slip, shown and hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.payees import Details, DetailsKind
from matching.payees import (
    Fault,
    copied,
    found_in,
    grouped,
    guessed,
    looks_like_details,
    masked,
    read,
    system,
)
from tests.matching.payee_numbers import (
    ACCOUNT,
    ACCOUNTS,
    ALL,
    BANK,
    CARD,
    CARDS,
    HUMO,
    IBAN,
    KAZAKH,
    MOBILE,
    PHONE,
    RUSSIAN,
    VISA,
    fault_of,
)


@pytest.mark.parametrize("number", CARDS)
def test_a_card_is_read_and_named(number: str) -> None:
    assert read(CARD, number) == Details(CARD, number)
    assert system(read(CARD, number)) == CARDS[number]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("4400 2415 9206 6111", Fault.CHECK),
        ("4400 2415 9206 611", Fault.LENGTH),
        ("44002415920", Fault.LENGTH),
        ("44002415920661104400", Fault.LENGTH),
        ("4400 2415 92O6 6110", Fault.LETTERS),
        ("", Fault.LETTERS),
        ("7000 0000 0000 0005", Fault.SYSTEM),
    ],
)
def test_a_card_is_refused_with_the_kind_of_slip(text: str, fault: Fault) -> None:
    assert fault_of(CARD, text) is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("KZ23125KZT2004100190", Fault.CHECK),
        ("KZ22125KZT200410019", Fault.LENGTH),
        ("QQ22125KZT2004100190", Fault.COUNTRY),
        ("125KZT2004100190", Fault.COUNTRY),
        ("KZ22125KZT20041001*0!", Fault.LETTERS),
        ("KZK2125KZT2004100190", Fault.LETTERS),
        ("", Fault.LETTERS),
    ],
)
def test_an_iban_is_refused_with_the_kind_of_slip(text: str, fault: Fault) -> None:
    assert fault_of(IBAN, text) is fault


@pytest.mark.parametrize(
    "text",
    [
        "kz22 125k zt20 0410 0190",
        "IBAN: KZ22-125KZT-2004100190",
        "КZ22125КZТ2004100190",
    ],
)
def test_an_iban_is_read_however_it_is_typed(text: str) -> None:
    assert read(IBAN, text).value == KAZAKH


@pytest.mark.parametrize(("number", "bank"), ACCOUNTS)
def test_a_russian_account_is_read_in_any_order(number: str, bank: str) -> None:
    expected = Details(ACCOUNT, number, bank)
    typed = grouped(expected)
    for text in (
        f"{number} {bank}",
        f"БИК {bank}\nр/с {number}",
        f"{bank}, {number}",
        typed,
        copied(expected),
    ):
        assert read(ACCOUNT, text) == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{RUSSIAN[:-1]} {BANK}", Fault.LENGTH),
        (f"{RUSSIAN}1 {BANK}", Fault.LENGTH),
        (RUSSIAN, Fault.BANK),
        (f"{RUSSIAN} {BANK[:-1]}", Fault.BANK),
        (f"{RUSSIAN} 944525974", Fault.BANK),
        (f"{RUSSIAN} 044525975", Fault.CHECK),
        (f"к/с 30101810145250000974 БИК {BANK}", Fault.CORRESPONDENT),
        ("счёт", Fault.LETTERS),
    ],
)
def test_an_account_is_refused_with_the_kind_of_slip(text: str, fault: Fault) -> None:
    assert fault_of(ACCOUNT, text) is fault


def test_all_lines_of_a_banks_sheet_may_be_sent_at_once() -> None:
    sheet = f"ИНН 7710140679\nКПП 771301001\nБИК {BANK}\nК/с 30101810145250000974\nСчёт {RUSSIAN}"
    assert read(ACCOUNT, sheet) == Details(ACCOUNT, RUSSIAN, BANK)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8 701 234 56 67", MOBILE),
        ("+7 (701) 234-56-67", MOBILE),
        ("7012345667", MOBILE),
        ("8 916 123-45-67", "+79161234567"),
        ("998 90 123 45 67", "+998901234567"),
        ("0555 123 456", "+996555123456"),
        ("992931234567", "+992931234567"),
        ("0532 123 45 67", "+905321234567"),
        ("+49 1512 3456789", "+4915123456789"),
        ("٨٧٠١٢٣٤٥٦٦٧", MOBILE),
    ],
)
def test_a_mobile_number_is_read_as_it_is_dialled(text: str, number: str) -> None:
    assert read(PHONE, text) == Details(PHONE, number)


@pytest.mark.parametrize("text", ["+7 727 250 00 00", "12345", "8 701 234", "мама", "", "+7 701 234 56 67 a"])
def test_what_is_no_mobile_number_is_refused(text: str) -> None:
    assert fault_of(PHONE, text) is Fault.PHONE


@pytest.mark.parametrize("details", ALL, ids=lambda details: details.key)
def test_what_is_shown_and_copied_is_read_again(details: Details) -> None:
    assert read(details.kind, grouped(details)) == details
    assert read(details.kind, copied(details)) == details
    assert details in guessed(copied(details))
    assert len(copied(details)) <= 256
    assert "\n" not in copied(details)


@pytest.mark.parametrize("details", ALL, ids=lambda details: details.key)
def test_what_everybody_sees_hides_enough(details: Details) -> None:
    """At least five signs of any number, and never a number that can be read or found."""
    shown = masked(details)
    assert len([sign for sign in shown if sign.isalnum()]) <= len(details.value) - 4
    assert shown.replace(" ", "").endswith(details.value[-2:])
    assert not found_in(shown)
    assert fault_of(details.kind, shown)


def test_masks_look_as_people_expect() -> None:
    assert masked(Details(CARD, VISA)) == "4400 •••• •••• 6110"
    assert masked(Details(IBAN, KAZAKH)) == "KZ22 •••• 0190"
    assert masked(Details(ACCOUNT, RUSSIAN, BANK)) == "40817 ••• 8182"
    assert masked(Details(PHONE, MOBILE)) == "+7 7•• ••• •• 67"
    assert grouped(Details(CARD, VISA)) == "4400 2415 9206 6110"
    assert grouped(Details(ACCOUNT, RUSSIAN, BANK)) == f"40817 810 6 0027 1828182 · {BANK}"


@given(st.text(alphabet=" .-\u200b\u00a0\u2013", max_size=2), st.sampled_from("0٠０𝟎"), st.integers(1, 16))
def test_a_card_is_read_in_any_digits_with_any_signs_between(between: str, zero: str, size: int) -> None:
    digits = VISA.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})
    typed = between.join(digits[first : first + size] for first in range(0, len(digits), size))
    assert read(CARD, typed).value == VISA


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind in DetailsKind:
        fault_of(kind, text)
    assert all(read(each.kind, copied(each)) == each for each in (*found_in(text), *guessed(text)))
    looks_like_details(text)


def test_a_number_typed_without_its_kind_is_understood() -> None:
    assert guessed("4400 2415 9206 6110") == (Details(CARD, VISA),)
    assert guessed(f"{RUSSIAN} БИК {BANK}") == (Details(ACCOUNT, RUSSIAN, BANK),)
    assert guessed("8 701 234 56 67") == (Details(PHONE, MOBILE),)
    assert guessed("потеряла паспорт") == ()


@pytest.mark.parametrize(
    "text",
    [
        *map(copied, ALL[:10]),
        *map(grouped, ALL[22:42]),
        "4400 2415 9206 6111",
        "1400241592066110",
        "KZ23 125K ZT20 0410 0190",
        "8 701 234 56 67",
        "+998 90 123 45 67",
        f"БИК {BANK} счёт {RUSSIAN}",
        RUSSIAN,
    ],
)
def test_nothing_but_a_number_looks_like_details_also_mistyped(text: str) -> None:
    assert looks_like_details(text)


@pytest.mark.parametrize(
    "text",
    ["", "N12345678", "900101300123", "9204 123456", "123456789", "Айгуль", "5 000 000", "12.03.2024",
     "Помогите 4400 2415 9206 6110", "32001015500017", "KZ12", "AB1234567"],
)  # fmt: skip
def test_papers_and_words_do_not_look_like_details(text: str) -> None:
    assert not looks_like_details(text)


def test_only_cards_have_a_system() -> None:
    assert system(Details(PHONE, MOBILE)) == ""
    assert system(Details(CARD, HUMO)) == "Humo"


def test_a_number_that_may_be_in_two_countries_is_asked_for_again() -> None:
    assert fault_of(PHONE, "93 123 45 67") is Fault.COUNTRY
    assert fault_of(PHONE, "8 701 234 56") is Fault.COUNTRY, "two digits short at home is whole abroad"
    assert {each.value for each in guessed("93 123 45 67")} == {"+998931234567", "+992931234567"}
