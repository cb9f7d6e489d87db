"""Advertisements and warm recommendations, in four languages. The texts and numbers are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.adverts import looks_like_advert
from tests.relay.tables import texts

LEAST_FOUND = 0.9
MOST_FALSE = 0.05


ADVERTS, RECOMMENDATIONS = (texts("advert_texts.tsv", "advert", said) for said in ("yes", "no"))


def test_the_table_is_large_enough_to_judge() -> None:
    assert len(ADVERTS) >= 30
    assert len(RECOMMENDATIONS) >= 40


def test_adverts_are_recognised() -> None:
    missed = [text for text in ADVERTS if not looks_like_advert(text)]
    found = 1 - len(missed) / len(ADVERTS)
    tell(f"adverts: recall {found:.3f} of {len(ADVERTS)}")
    assert found >= LEAST_FOUND, missed


def test_warm_recommendations_are_none() -> None:
    wrong = [text for text in RECOMMENDATIONS if looks_like_advert(text)]
    rate = len(wrong) / len(RECOMMENDATIONS)
    tell(f"adverts: false alarms {rate:.3f} of {len(RECOMMENDATIONS)}")
    assert rate <= MOST_FALSE, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Скидка есть, пишите в директ",
        "Скидка, подробности https://example.com",
        "100% гарантия, скидка 10%",
        "клиника, акция, 8 701 123 45 67, 8 702 123 45 67, 8 705 123 45 67",
        "⭐️⭐️⭐️🔥🔥🔥 приходите",
    ],
)
def test_two_signs_make_an_advert(text: str) -> None:
    assert looks_like_advert(text)


@pytest.mark.parametrize(
    "text",
    ["", "Скидка есть", "https://example.com", "❤️❤️❤️❤️❤️", "8 701 123 45 67, 8 702 123 45 67, 8 705 123 45 67"],
)
def test_one_sign_alone_makes_none(text: str) -> None:
    assert not looks_like_advert(text)


def tell(measured: str) -> None:
    """Print what was measured, for `pytest -rP`."""
    print(measured)  # noqa: T201 - a rate is worth knowing also when it is good enough


@given(st.text(max_size=4_096))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(looks_like_advert(text), bool)
