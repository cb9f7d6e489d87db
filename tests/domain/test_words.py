"""The small words of the product: contents, chats, places' labels, links, local days."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import SystemClock, local_day
from domain.errors import Refusal
from domain.messages import Button, Content, Lane, chat
from domain.places import Place, PlaceKind
from domain.policy import Policy

TASHKENT = ZoneInfo("Asia/Tashkent")

text = st.text(max_size=20)
button = st.builds(Button, text, st.none() | text, st.none() | text, st.none() | text)
rows = st.lists(st.lists(button, max_size=3).map(tuple), max_size=3).map(tuple)
menus = st.lists(st.lists(text, max_size=3).map(tuple), max_size=3).map(tuple)


@given(st.builds(Content, text, rows, menus))
def test_a_content_survives_being_stored(content: Content) -> None:
    assert Content.from_json(json.loads(json.dumps(content.to_json()))) == content


def test_replies_go_before_notices_and_notices_before_posts() -> None:
    assert sorted([Lane.POST, Lane.REPLY, Lane.NOTICE]) == [Lane.REPLY, Lane.NOTICE, Lane.POST]


@pytest.mark.parametrize(("of", "recipient"), [(-1001, "chat:-1001"), ("@tabyldy", "chat:@tabyldy")])
def test_a_chat_is_told_apart_from_a_person(of: int | str, recipient: str) -> None:
    assert chat(of) == recipient


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 22, 18, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 19, 0, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_the_day_turns_where_people_live(moment: datetime, day: date) -> None:
    assert local_day(moment, TASHKENT) == day


def test_the_clock_tells_its_zone() -> None:
    assert SystemClock().now().tzinfo is UTC


@pytest.mark.parametrize(
    ("language", "label"),
    [("ru", "Рынок"), ("kk", "Рынок"), ("uz", "Bozor"), ("tr", "Bazaar"), ("en", "Bazaar")],
)
def test_a_place_is_called_by_a_name_its_reader_knows(language: str, label: str) -> None:
    names = {"en": "Bazaar", "ru": "Рынок", "uz": "Bozor"}
    place = Place("uz_chorsu", PlaceKind.BAZAAR, "UZ", None, None, None, names, ())
    assert place.label(language) == label


def test_a_place_without_names_shows_its_code() -> None:
    place = Place("uz_chorsu", PlaceKind.BAZAAR, "UZ", None, None, None, {}, ())
    assert place.label("kk") == "uz_chorsu"


def test_a_deep_link_opens_the_bot_with_its_payload() -> None:
    policy = Policy("tabyldy_bot", None, "ru", None, (), TASHKENT)
    assert policy.deep_link("d_K7M4Q") == "https://t.me/tabyldy_bot?start=d_K7M4Q"


def test_a_refusal_carries_its_text_and_values() -> None:
    refusal = Refusal("search-too-many", limit=30)
    assert (refusal.text_id, refusal.values) == ("search-too-many", {"limit": 30})
