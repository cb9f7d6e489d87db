"""What a text about an illness must not say in public, and what people must be able to ask.

The texts, people and numbers are invented.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.exposure import Exposure, contacts_in, found

LEAST_FOUND = 0.9
MOST_FALSE = 0.05


def texts(*, exposing: bool) -> list[tuple[str, str, str]]:
    """Give what the texts of the table expose, their languages, and the texts."""
    file = Path(__file__).with_name("exposure_texts.tsv")
    with file.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (row["exposes"], row["language"], row["text"])
            for row in rows
            if (row["exposes"] != "no") == exposing
        ]


EXPOSING, QUESTIONS = texts(exposing=True), texts(exposing=False)


def test_the_table_is_large_enough_to_judge() -> None:
    assert len(EXPOSING) >= 40
    assert len(QUESTIONS) >= 60
    assert {language for _, language, _ in EXPOSING} == {language for _, language, _ in QUESTIONS}


def test_what_exposes_is_found() -> None:
    missed = [(kind, text) for kind, _, text in EXPOSING if kind not in found(text)]
    rate = 1 - len(missed) / len(EXPOSING)
    tell(f"exposure: recall {rate:.3f} of {len(EXPOSING)}")
    assert rate >= LEAST_FOUND, missed


def test_ordinary_questions_expose_nothing() -> None:
    wrong = [(text, dict(found(text))) for _, _, text in QUESTIONS if found(text)]
    rate = len(wrong) / len(QUESTIONS)
    tell(f"exposure: false alarms {rate:.3f} of {len(QUESTIONS)}")
    assert rate <= MOST_FALSE, wrong


@pytest.mark.parametrize(
    ("text", "kind", "quotes"),
    [
        ("Ищем врача. Айгерим Касымова, 34 года", Exposure.NAME, ("Айгерим Касымова",)),
        ("Касымова Айгерим Болатовна, диабет", Exposure.NAME, ("Касымова Айгерим Болатовна",)),
        ("звоните +7 701 123 45 67, жду", Exposure.CONTACT, ("+7 701 123 45 67",)),
        ("пишите @aigul_test или на test@example.com", Exposure.CONTACT, ("@aigul_test", "test@example.com")),
        ("рак, ИИН 570312401234.", Exposure.IDENTITY, ("570312401234",)),
        ("рак, паспорт N12345678", Exposure.IDENTITY, ("N12345678",)),
        ("рак, родился 12.03.1957", Exposure.IDENTITY, ("12.03.1957",)),
        ("рак, родился 5 мая 1961 года", Exposure.IDENTITY, ("5 мая 1961",)),
        ("рак, живём: ул. Абая 12, кв 5", Exposure.IDENTITY, ("ул. Абая 12, кв 5",)),
        ("рак, учится в школе №15", Exposure.IDENTITY, ("учится в школе №15",)),
        ("сын Азамат и дочь Амина, астма", Exposure.IDENTITY, ("Азамат", "Амина")),
    ],
)
def test_the_words_are_quoted_as_typed(text: str, kind: Exposure, quotes: tuple[str, ...]) -> None:
    assert found(text)[kind] == quotes


@pytest.mark.parametrize(
    "text",
    ["ИИН 570312401234", "родился 12.03.1957", "ул. Абая 12, кв 5", "учится в школе №15"],
)
def test_identity_needs_an_illness(text: str) -> None:
    assert Exposure.IDENTITY not in found(text)
    assert Exposure.IDENTITY in found(f"{text}, диабет")


@pytest.mark.parametrize(
    ("exposing", "harmless"),
    [
        ("сын Азамат", "доктор Азамат"),
        ("моя мама Айгерим Касымова", "врач Айгерим Касымова"),
        ("Айгерим, 5 лет, клиника нужна", "клиника Айгерим"),
        ("меня зовут Азамат", "врача зовут Азамат"),
        ("Мұрат Асқарұлы, обыр", "Мұрат Асқарұлы атындағы аурухана"),
        ("родился 12.03.2019, порок сердца", "операция 12.03.2019, порок сердца"),
    ],
)
def test_names_of_doctors_and_clinics_are_none(exposing: str, harmless: str) -> None:
    assert found(exposing)
    assert not found(harmless)


@pytest.mark.parametrize("text", ["", " ", ".", "ҚАЗАҚ", "1", "\ud800", "зовут", "аты", "кв", "«Айгерим»"])
def test_little_is_nothing(text: str) -> None:
    assert not found(text)


def test_contacts_hidden_across_words_quote_their_line() -> None:
    assert contacts_in("жду\n8 7 0 0\t0 0 0 0 0 0 0") != ()
    assert contacts_in("нужен врач") == ()


def tell(measured: str) -> None:
    """Print what was measured, for `pytest -rP`."""
    print(measured)  # noqa: T201 - a rate is worth knowing also when it is good enough


@given(st.text(max_size=4_096))
def test_any_text_is_read(text: str) -> None:
    assert set(found(text)) <= set(Exposure)
