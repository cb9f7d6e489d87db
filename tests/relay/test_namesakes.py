"""Namesakes: what else is known decides where names do not, in the order the module tells."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents import Country, DocumentType
from relay.namesakes import PRACTICALLY, Clues, likeliest_first
from relay.places import Gazetteer

DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GAZETTEER = Gazetteer.load()
POST = "@kzuz_zhibek_zholy"
"""On the border of Kazakhstan and Uzbekistan, within 40 km of Tashkent's places."""


def clues(
    kind: DocumentType | None = DocumentType.PASSPORT,
    country: Country | None = Country.KZ,
    place: str = "",
    days: int = 0,
    older: int = 0,
) -> Clues:
    return Clues(kind, country, place, DAY - timedelta(days), NOON - timedelta(hours=older))


def ordered(sought: Clues, *found: tuple[Clues, float]) -> list[int]:
    """The places in the list that came in, in the order that came out."""
    numbered = [(number, value) for number, (_, value) in enumerate(found)]
    return [
        number for number, _ in likeliest_first(numbered, lambda number: found[number][0], sought, GAZETTEER)
    ]


def place_in(country: str, *, near: bool | None = None) -> str:
    """The stored place of a country that is near the post, or is not."""
    post = GAZETTEER.get(POST.removeprefix("@"))
    assert post is not None
    assert post.lat is not None
    assert post.lon is not None
    around = {each.code for each in GAZETTEER.near(post.lat, post.lon, limit=len(GAZETTEER.all()))}
    return next(
        f"@{place.code}"
        for place in GAZETTEER.all()
        if place.country == country
        and place.neighbour is None
        and (near is None or (place.code in around) == near)
    )


def test_a_clearly_better_name_goes_first_whatever_else_is_known() -> None:
    other = clues(DocumentType.ID_CARD, Country.TJ, "", 300, 300)
    assert ordered(clues(), (clues(), 0.90), (other, 0.90 + 2 * PRACTICALLY)) == [1, 0]


def test_among_names_as_near_the_clues_decide() -> None:
    other = clues(DocumentType.ID_CARD)
    assert ordered(clues(), (other, 0.92), (clues(), 0.90)) == [1, 0]


def test_a_step_after_a_step_does_not_carry_a_name_to_the_top() -> None:
    """Near to the one before it is not enough: it must be near to the best."""
    other, worse = clues(DocumentType.ID_CARD), clues()
    assert ordered(clues(), (other, 1.0), (other, 0.98), (worse, 0.96)) == [0, 1, 2]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (clues(), clues(DocumentType.OTHER)),
        (clues(DocumentType.OTHER), clues(DocumentType.ID_CARD)),
        (clues(country=Country.KZ), clues(country=Country.ELSEWHERE)),
        (clues(country=Country.ELSEWHERE), clues(country=Country.TJ)),
        (clues(country=Country.TJ), clues(DocumentType.ID_CARD, Country.KZ)),
        (clues(place=POST, days=9), clues(place=place_in("UZ", near=True))),
        (clues(place=place_in("UZ", near=True), days=9), clues(place=place_in("UZ", near=False))),
        (clues(place=place_in("KZ", near=False), days=9), clues(place="a shop")),
        (clues(place="", days=9), clues(place=place_in("TR"))),
        (clues(days=2, older=9), clues(days=3)),
        (clues(days=-2, older=9), clues(days=3)),
        (clues(older=1), clues(older=2)),
    ],
)
def test_clues_weigh_in_this_order(better: Clues, worse: Clues) -> None:
    sought = clues(place=POST)
    assert ordered(sought, (worse, 0.9), (better, 0.9)) == [1, 0]
    assert ordered(sought, (better, 0.9), (worse, 0.9)) == [0, 1]


def test_free_words_are_the_same_place_when_they_read_alike() -> None:
    said = clues(place="у магазина Айгуль", days=5)
    assert ordered(clues(place="У магазина Айгуль"), (clues(), 0.9), (said, 0.9)) == [1, 0]


def test_what_nobody_said_leaves_the_newest_first() -> None:
    nothing = clues(None, None)
    found = [(clues(DocumentType.ID_CARD, Country.TJ, place_in("TR"), older=2), 0.9), (clues(older=3), 0.9)]
    assert ordered(nothing, *found) == [0, 1]
    assert ordered(nothing, *reversed(found)) == [1, 0]


def test_a_place_that_is_not_known_any_more_is_unknown() -> None:
    gone = clues(place="@no_such_place")
    assert ordered(clues(place=POST), (gone, 0.9), (clues(place=POST), 0.9)) == [1, 0]


@given(
    st.lists(
        st.tuples(
            st.builds(
                clues,
                st.sampled_from([DocumentType.PASSPORT, DocumentType.OTHER, DocumentType.ID_CARD]),
                st.sampled_from([Country.KZ, Country.TJ, Country.ELSEWHERE]),
                st.sampled_from(["", POST, "a shop"]),
                st.integers(0, 40),
                st.integers(0, 900),
            ),
            st.floats(0, 1),
        ),
        max_size=12,
    )
)
def test_nobody_is_lost_and_no_clearly_better_name_comes_later(found: list[tuple[Clues, float]]) -> None:
    order = ordered(clues(place=POST), *found)
    assert sorted(order) == list(range(len(found)))
    scores = [found[number][1] for number in order]
    best = [max(scores[at:]) for at in range(len(scores))]
    assert all(top - value < PRACTICALLY for value, top in zip(scores, best, strict=True))
