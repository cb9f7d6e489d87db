"""The texts of inline mode fit where Telegram shows them."""

import pytest
from telegram import Update

from handlers.boundary import read_inline
from locales.catalog import Catalog
from locales.choice import NAMES

DOORS = (
    "inline-ask",
    "inline-more",
    "inline-nothing",
    "inline-enough",
    "inline-check",
    "inline-check-more",
    "inline-check-enough",
    "banned-toast",
    "button-none-mine",
)
ONE_LINE = 42  # characters over the list on a phone


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("text_id", DOORS)
def test_a_door_is_one_line(language: str, text_id: str) -> None:
    assert 1 <= len(Catalog.load().label(language, text_id)) <= ONE_LINE


def test_a_query_is_read_without_a_chat() -> None:
    person = {"id": 7, "is_bot": False, "first_name": "Anna", "language_code": "kk"}
    query = {"id": "q1", "from": person, "query": "Исраилов", "offset": "", "chat_type": "group"}
    read = read_inline(Update.de_json({"update_id": 5, "inline_query": query}, None))
    assert read is not None
    assert (read.update_id, read.telegram_id, read.client_language) == (5, 7, "kk")
    assert (read.text, read.query_id, read.private) == ("Исраилов", "q1", False)


def test_another_update_is_no_query() -> None:
    assert read_inline(Update(5)) is None
