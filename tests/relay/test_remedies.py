"""Doses in answers, in four languages, and the numbers that are none. The texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.remedies import has_dose
from tests.relay.tables import texts

LEAST_FOUND = 0.95
MOST_FALSE = 0.05


DOSES, RECOMMENDATIONS = (texts("remedy_texts.tsv", "dose", said) for said in ("yes", "no"))


def test_the_table_is_large_enough_to_judge() -> None:
    assert len(DOSES) >= 50
    assert len(RECOMMENDATIONS) >= 50


def test_doses_are_recognised() -> None:
    missed = [text for text in DOSES if not has_dose(text)]
    found = 1 - len(missed) / len(DOSES)
    tell(f"doses: recall {found:.3f} of {len(DOSES)}")
    assert found >= LEAST_FOUND, missed


def test_ordinary_recommendations_have_none() -> None:
    wrong = [text for text in RECOMMENDATIONS if has_dose(text)]
    rate = len(wrong) / len(RECOMMENDATIONS)
    tell(f"doses: false alarms {rate:.3f} of {len(RECOMMENDATIONS)}")
    assert rate <= MOST_FALSE, wrong


@pytest.mark.parametrize(
    ("dose", "none"),
    [
        ("Амоксициллин 500 мг", "Амоксициллин 500 мг стоит 2000 тенге"),
        ("пейте по 2 таблетки", "куплю 2 таблетки"),
        ("Пейте 3 раза в день парацетамол", "Массаж 3 раза в день"),
        ("Уколы цефтриаксона. 10 дней уколы цефтриаксона", "Уколы. Цефтриаксон. 10 дней"),
        ("дайте 5 мл", "билирубин 5 мг/дл по анализу"),
    ],
)
def test_a_dose_needs_its_words_in_one_sentence(dose: str, none: str) -> None:
    assert has_dose(dose)
    assert not has_dose(none)


def tell(measured: str) -> None:
    """Print what was measured, for `pytest -rP`."""
    print(measured)  # noqa: T201 - a rate is worth knowing also when it is good enough


@given(st.text(max_size=4_096))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(has_dose(text), bool)
