"""Emergencies: what must be helped at once in four languages, what only sounds so. The texts are invented."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.phrases import Phrases, Reading
from matching.rules import RuleError
from relay.emergencies import EmergencyNumbers, is_emergency, numbers
from tests.relay.tables import rows

EXPOSURE_KINDS = (
    "intro named ask kin age doctor house after place word illness birth month paper street flat home office"
)
LEAST_FOUND = 0.97
MOST_FALSE = 0.03


def texts(expected: str) -> list[tuple[str, str]]:
    """Give the texts of the table with their languages."""
    every = rows("emergency_texts.tsv")
    return [(row["language"], row["text"]) for row in every if row["emergency"] == expected]


EMERGENCIES, QUESTIONS = texts("yes"), texts("no")


def test_the_table_is_large_enough_to_judge() -> None:
    assert len(EMERGENCIES) >= 60
    assert len(QUESTIONS) >= 60
    assert {language for language, _ in EMERGENCIES} == {language for language, _ in QUESTIONS}


def test_emergencies_are_recognised() -> None:
    missed = [text for _, text in EMERGENCIES if not is_emergency(text)]
    found = 1 - len(missed) / len(EMERGENCIES)
    tell(f"emergencies: recall {found:.3f} of {len(EMERGENCIES)}")
    assert found >= LEAST_FOUND, missed


def test_ordinary_questions_are_none() -> None:
    wrong = [text for _, text in QUESTIONS if is_emergency(text)]
    rate = len(wrong) / len(QUESTIONS)
    tell(f"emergencies: false alarms {rate:.3f} of {len(QUESTIONS)}")
    assert rate <= MOST_FALSE, wrong


@pytest.mark.parametrize(
    "text",
    [
        "СЫН НЕ ДЫШИТ",
        "Подскажите кардиолога. Мама потеряла сознание!",
        "два года назад был инсульт. Сейчас не может говорить и отнялась рука",
        "не дышит нос, а вчера потерял сознание",
        "onam xushidan ketdi",
        "журек токтап калды",
    ],
)
def test_it_is_heard_beside_other_words_and_in_any_letters(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize(
    ("said", "taken_back"),
    [
        ("не дышит", "не дышит нос"),
        ("у папы инсульт", "у папы был инсульт год назад"),
        ("судороги у ребёнка", "судороги в ногах"),
        ("потерял сознание", "не терял сознание, но кружится голова"),
        ("he had a stroke now", "he had a stroke"),
    ],
)
def test_what_only_sounds_so_is_taken_back(said: str, taken_back: str) -> None:
    assert is_emergency(said)
    assert not is_emergency(taken_back)


@pytest.mark.parametrize("country", ["KZ", "UZ", "KG", "TJ", "RU", "kz"])
def test_the_ambulance_is_103_where_it_is(country: str) -> None:
    assert numbers(country) == EmergencyNumbers(ambulance="103", all="112")


@pytest.mark.parametrize("country", ["TR", "DE", "other", ""])
def test_elsewhere_it_is_112(country: str) -> None:
    assert numbers(country) == EmergencyNumbers(ambulance="112", all="112")


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("emergencies.tsv", "danger illness harmless past now"),
        ("remedies.tsv", "amount often take drug inject course else other"),
        ("adverts.tsv", "call discount promise harmless"),
        ("exposure.tsv", EXPOSURE_KINDS),
    ],
)
def test_a_table_has_only_the_kinds_that_it_explains(table: str, kinds: str) -> None:
    text = (files("matching") / "medical" / table).read_text(encoding="utf-8")
    lines = [line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert set(lines[1:]) == set(kinds.split())
    assert all(f"{kind} " in text.partition("\nkind\t")[0] for kind in kinds.split())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("danger\tru", "t.tsv:2: 2 cells"),
        ("danger\tru\t~ рука", "t.tsv:2: a phrase begins"),
        ("danger\tru\tрука;", "t.tsv:2: a phrase begins"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(line: str, fault: str) -> None:
    with pytest.raises(RuleError, match=fault):
        Phrases.parse("t.tsv", f"kind\tlanguage\tphrases\n{line}\n")


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("отнял* ~ рука|нога", "У него отнялась правая рука вчера", "отнялась правая рука"),
        ("# мг", "по 500 мг", "500 мг"),
        ("*циллин", "пил Амоксициллин.", "Амоксициллин"),
        ("oʻlib qol*", "otam olib qoldi", "olib qoldi"),
        ("ес түссіз", "Ес-тусcіз жатыр", "Ес-тусcіз"),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, quote: str) -> None:
    phrases = Phrases.parse("t.tsv", f"kind\tlanguage\tphrases\nany\tru\t{phrase}\n")
    reading = Reading.of(text)
    assert [reading.quoted(found.first, found.last) for found in phrases.find(reading)] == [quote]


def test_a_phrase_ends_with_its_sentence() -> None:
    phrases = Phrases.parse("t.tsv", "kind\tlanguage\tphrases\nany\tru\tкровь ~ рука\n")
    assert phrases.find(Reading.of("сдал кровь. Болит рука")) == []
    assert phrases.find(Reading.of("сдал кровь, болит рука")) != []


def tell(measured: str) -> None:
    """Print what was measured, for `pytest -rP`."""
    print(measured)  # noqa: T201 - a rate is worth knowing also when it is good enough


@given(st.text(max_size=4_096))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(is_emergency(text), bool)
