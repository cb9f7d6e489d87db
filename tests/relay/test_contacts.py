"""Contacts in free text: what is held back, what people must be able to write. The numbers are invented."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay import contacts
from relay.contacts import Contact, fits_in_public, found

LINKS = """
https://example.com/паспорт
HTTP://EXAMPLE.ORG
hxxps://example.xyz
https : // example.com
tg://resolve?domain=boris
смотрите www.example.kz тут
www . example . ru
t.me/boris
т.ме
пишите t . me / boris
t[.]me/boris
t(.)me/boris
t(dot)me/boris
t․me/boris
ｔ．ｍｅ／ｂｏｒｉｓ
t.m\u200be/boris
т.me/boris
т.ме/boris
telegram.me/boris
telegram.dog/boris
wa.me/77000000000
мой ник @boris_k
жазыңыз @aigul
yozing: @sardor77
жаз: ＠boris
write to @boris.
@bоris_k
мой сайт example.com
сайтым example.kz
saytim example.uz
kirgil: pasport24.kg
example[.]tj
example . com
example .ru
пример.рф
сайт.com
exаmple.cоm
vk.cc/boris
instagram.com/boris
почта boris@example.com
boris@example
boris @ mail . ru
xn--e1afmkfd.xn--p1ai
example。com
""".strip().splitlines()

CARDS = [
    "4242 4242 4242 4242",
    "карта 4242424242424242",
    "kartam: 4242-4242-4242-4242",
    "4242.4242.4242.4242",
    "4242\n4242\n4242\n4242",
    "картам 4242 4242 4242 4242, 09/28",
    "карта 4242 4242 4242 4242 0928 123",
    "8600 0000 0000 0000",
    "humo 9860 0000 0000 0001",
    "1234 5678 9012 3456",
    "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
    "42 42 42 42 42 42 42 42",
    "42424242 42424242",
    "3782 822463 10005",
    "４２４２ ４２４２ ４２４２ ４２４２",
    "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢",
    "4️⃣2️⃣4️⃣2️⃣ 4242 4242 4242",
    "4242*4242*4242*4242",
    "4242 — 4242 — 4242 — 4242",
    "42\u200b42 4242 42\u200d42 4242",
    "6212345678900000003",
    "төлөңүз 4222222222222",
    "KZ86 125K ZT50 0410 0100",
    "TR330006100519786457841326",
]

PHONES = [
    "+7 700 000 00 00",
    "8 700 000 00 00",
    "звоните 87000000000",
    "тел. 8(700)000-00-00",
    "менің нөмірім 8 700 000 0000",
    "7000000000",
    "қоңырау шалыңыз: +77000000000",
    "+998 90 000 00 00",
    "menga 90 000 00 00 ga qo'ng'iroq qiling",
    "raqamim 90-123-45-67",
    "90.123.45.67",
    "998.90.123.45.67",
    "00998901234567",
    "998901234567",
    "+996 555 000 000",
    "чалыңыз 0555 00 00 00",
    "0555000000",
    "+992 92 700 00 00",
    "+90 532 000 00 00",
    "0 532 000 00 00",
    "8 900 000-00-00",
    "+7 (900) 000 00 00",
    "8 7 0 0 0 0 0 0 0 0 0",
    "8-7-0-0-0-0-0-0-0-0-0",
    "8\n7\n0\n0\n0\n0\n0\n0\n0\n0\n0",
    "9 0 1 2 3 4 5 6 7",
    "8*700*000*00*00",
    "8_700_000_00_00",
    "8/700/000/00/00",
    "８ ７００ ０００ ００ ００",
    "٨ ٧٠٠ ٠٠٠ ٠٠ ٠٠",
    "8️⃣7️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣",
    "8700\u200b000\u200b0000",
    "+44 20 7946 0000",
    "+7 000 000 00 00",
    "тел. 12-34-56",
    "телефон: 23 45 67",
    "telefonim 123456",
    "whatsapp 12345678",
    "22.11.2026 позвоните 8 700 000 00 00",
]

INNOCENT = [
    "22.11.2026",
    "22.11",
    "22.11.26",
    "2026-11-22",
    "22/11/2026",
    "22-11-2026",
    "30.12.2026 10:00",
    "22.11.2026 14:30",
    "с 22.11.2026 по 25.11.2026",
    "22.11-25.11.2026",
    "01.12.2026 02.12.2026 03.12.2026",
    "в 14:30",
    "10:00-18:00",
    "08:00, 12:30, 17:45",
    "5 000 000 сум",
    "5 000 000 so'm",
    "500 000 000 сум",
    "150000 сум",
    "900000000 сўм",
    "90 000 000 so‘m",
    "4 440 000 сум",
    "200 000 тенге",
    "10 000 тг",
    "25 000 ₸",
    "1 500 рублей",
    "3 000 сом",
    "2 500,00 TL",
    "100$",
    "$100",
    "такси 15 000, отель 250 000",
    "900 000 000",
    "1987 года рождения",
    "1987-жылы туған",
    "2019, 2020, 2021, 2022",
    "2019 2020 2021 2022",
    "паспорт N12345678",
    "паспорт AA1234567",
    "AC 1234567",
    "№ 4510 123456",
    "код K7M4Q",
    "код 123456",
    "K7M4Q-7",
    "2 км от вокзала",
    "5,5 kg",
    "12.5 kg",
    "2.kg",
    "ул. Абая, 12/3, кв. 45",
    "дом 15, подъезд 2, этаж 4, кв. 101",
    "Navoiy ko'chasi 12-uy, 34-xonadon",
    "Абай көшесі 150, 12 пәтер",
    "Чүй проспектиси 115",
    "индекс 100000",
    "050000, Алматы",
    "звоните 102 или 112",
    "автобус 92, маршрутка 15",
    "поезд 001Ж, вагон 12, место 34",
    "Паспорт нашёл на вокзале.Мен Ташкенттемін",
    "Topdim.Kim yo'qotgan?",
    "I can't. Me neither",
    "Please help. Me and my brother wait",
    "не могу. Net, завтра",
    "pul.az qoldi",
    "topdik.biz kutamiz",
    "и т.д. и т.п.",
    "т.е. завтра",
    "г. Ош, ул. Ленина",
    "photo.jpg",
    "паспорт.pdf",
    "встреча @ вокзал",
    "буду в 5 у входа №3",
    "телевизор на 3 этаже",
    "телефона нет, пишите сюда",
    "жду 2 часа",
    "Рахмет, мен ертең сағат 15:00-де Шымкент вокзалында боламын",
    "Rahmat, ertaga soat 9:30 da Chorsu bozorida kutaman",
    "Эртең саат 10до Ош базарында күтөм",
    "I will be at the airport at 7 pm, terminal 2",
    "41.2995, 69.2401",
    "",
]


@pytest.mark.parametrize("text", LINKS)
def test_an_address_or_an_account_is_a_link(text: str) -> None:
    assert Contact.LINK in found(text)


@pytest.mark.parametrize("text", CARDS)
def test_a_card_or_a_bank_account_is_a_card(text: str) -> None:
    assert Contact.CARD in found(text)


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_number_is_a_phone(text: str) -> None:
    assert Contact.PHONE in found(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_days_prices_and_documents_are_no_contacts(text: str) -> None:
    assert found(text) == frozenset()


def test_several_kinds_are_all_told() -> None:
    assert found("@boris 4242 4242 4242 4242 +7 700 000 00 00") == frozenset(Contact)


@pytest.mark.parametrize("text", [*LINKS, *PHONES[:30]])
def test_a_contact_is_found_inside_a_sentence(text: str) -> None:
    assert found(f"Салем, Борис! {text} , рақмет") == found(text) != frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "+998 90 123 45 67",
        "90.123.45.67",
        "Рынок 123456",
        "@ivan",
        "@ab",
        "у @boris",
        "＠kzuz",
        "t.me/x",
        "www.ivan.uz",
        "12345678901234567890",
        "https://example.com/паспорт?a=1&b=<2>",
        "рынок, тел. +998 90 123-45-67",
        "٩٠١٢٣٤",
    ],
)
def test_nobodys_number_stands_in_public(text: str) -> None:
    assert not fits_in_public(text)


@pytest.mark.parametrize(
    "text", ["Кафе у Юры, 5 км", "Рынок, ряд 12, место 345", "12", "Кафе <b>«У Юры»</b> & <i>сын"]
)
def test_words_of_a_place_fit_in_public(text: str) -> None:
    assert fits_in_public(text)


def test_no_sign_that_vanishes_is_taken_for_usual() -> None:
    usual = [sign for sign in map(chr, range(sys.maxunicode + 1)) if not contacts._UNUSUAL.match(sign)]
    assert [sign for sign in usual if unicodedata.category(sign) in {"Cf", "Mn", "Me"}] == []
    assert "".join(sign for sign in usual if sign.isdecimal()) == "0123456789"


@pytest.mark.thorough
@given(st.text(max_size=100))
def test_any_text_is_read(text: str) -> None:
    assert found(text) <= frozenset(Contact)
