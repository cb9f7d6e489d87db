"""Stories of a find whose name is near an owner's, but not near enough to say that it is theirs."""

import pytest

from domain.people import Ban, BanKind
from domain.policy import Thresholds
from matching.search import score
from relay.work import Work
from sandbox.person import Person
from storage import bans
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.claiming import WRONG_TAIL, is_connected
from tests.conversations.steps import (
    CHECKPOINT,
    TAIL,
    YEAR,
    asks,
    code_in,
    codes_in,
    label,
    offers,
    picks,
    presses,
    sees,
    told_of,
    waits_for,
    words,
)

WAITED = "Каримов Алишер Валиевич"
FOUND = "КАРИМОВ АЛИШЕР АНВАРОВИЧ"
NEAR = score(WAITED, FOUND)
ASKING = Thresholds(show=NEAR / 2, ask=NEAR, notify=NEAR + 0.01)
"""The names above are just near enough to ask."""


@pytest.fixture
async def cousins(make_desk: MakeDesk) -> Desk:
    return await make_desk(thresholds=ASKING)


async def _edited(aliya: Person, code: str) -> None:
    """The finder corrects where the document is, so that the find is told anew."""
    await aliya.sends("/my")
    await aliya.taps("КАРИМОВ")
    await aliya.taps(label(aliya, "button-edit"))
    await presses(aliya, "change:whereabouts")
    await picks(aliya, "police")
    await presses(aliya, "skip", "send")
    assert code_in(aliya.screen) == code


@pytest.mark.parametrize("language", ["kk", "uz", "ru", "en"])
async def test_an_owner_is_asked_once_with_the_posts_own_card(cousins: Desk, language: str) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    boris = await acquainted(cousins, "Boris", language)
    await waiting(cousins, boris, WAITED)
    code = await reported(cousins, aliya, FOUND)
    [asked] = told_of(boris, code, "match-perhaps")
    assert "Алишер К." in asked.text
    assert [button["callback_data"] for button in asked.buttons] == [f"claim:{code}", f"decline:{code}"]
    await _edited(aliya, code)
    assert len(told_of(boris, code, "match-perhaps")) == 1
    assert told_of(boris, code) == []
    assert cousins.to_moderators == []


async def test_asking_says_no_more_than_the_post(cousins: Desk) -> None:
    boris = await acquainted(cousins, "Boris", "ru")
    await waiting(cousins, boris, WAITED)
    code = await reported(cousins, await acquainted(cousins, "Aliya", "kk"), FOUND)
    [asked] = told_of(boris, code, "match-perhaps")
    card = cousins.posts[0].text.partition("\n\n")[2].rpartition("\n\n")[0]  # the last line is the post's own
    assert asked.text == words("ru", "match-perhaps", card="#").replace("#", card)


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_not_mine_keeps_the_watch_and_the_next_find_is_asked_about(
    cousins: Desk, language: str
) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    boris = await acquainted(cousins, "Boris", language)
    await waiting(cousins, boris, WAITED)
    first = await reported(cousins, aliya, FOUND)
    await boris.taps(f"decline:{first}")
    assert sees(boris, "match-declined", code=first)
    second = await reported(cousins, aliya, FOUND)
    assert len(told_of(boris, second, "match-perhaps")) == 1


async def test_nobody_is_asked_unless_type_and_country_are_surely_the_same(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    waits = ({"type": "id_card"}, {"country": "RU"}, {"type": "other"}, {"country": "XX"})
    owners = [await acquainted(cousins, f"Owner{number}", "ru") for number in range(len(waits))]
    for owner, other in zip(owners, waits, strict=True):
        await waiting(cousins, owner, WAITED, **other)
    vague = await acquainted(cousins, "Vague", "uz")
    await waiting(cousins, vague, WAITED, type="other", country="XX")
    codes = [
        await reported(cousins, aliya, FOUND),
        await reported(cousins, aliya, FOUND, type="other", country="XX"),
    ]
    asked = [told_of(one, code, "match-perhaps") for one in (*owners, vague) for code in codes]
    assert asked == [[]] * 10


async def test_the_three_likeliest_owners_are_asked_and_no_more_later(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    places = ("", f"@{CHECKPOINT}", f"@{CHECKPOINT}", f"@{CHECKPOINT}", "")
    owners = [await acquainted(cousins, f"Owner{number}", "uz") for number in range(len(places))]
    for owner, place in zip(owners, places, strict=True):
        await waiting(cousins, owner, WAITED, place=place)
    code = await reported(cousins, aliya, FOUND)
    await _edited(aliya, code)
    assert [len(told_of(owner, code, "match-perhaps")) for owner in owners] == [0, 1, 1, 1, 0]


async def test_who_is_shut_out_in_silence_is_not_asked_and_takes_nobodys_place(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    owners = [await acquainted(cousins, f"Owner{number}", "uz") for number in range(6)]
    for owner in owners:
        await waiting(cousins, owner, WAITED, place="" if owner in owners[:3] else f"@{CHECKPOINT}")

    async def shut_out(work: Work) -> None:
        for owner in owners[3:]:
            await bans.put(work.tx, owner.id, Ban(BanKind.SHADOW, None))

    await cousins.app.relay.work(shut_out)
    code = await reported(cousins, aliya, FOUND)
    assert [len(told_of(owner, code, "match-perhaps")) for owner in owners] == [1, 1, 1, 0, 0, 0]


async def test_facts_of_a_watch_that_was_asked_answer_the_claim_and_can_be_put_right(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    dana, boris = await acquainted(cousins, "Dana", "kk"), await acquainted(cousins, "Boris", "ru")
    await waiting(cousins, dana, WAITED, number_tail=TAIL, birth_year=YEAR)
    await waiting(cousins, boris, WAITED, number_tail=WRONG_TAIL, birth_year=YEAR)
    code = await reported(cousins, aliya, FOUND)
    await boris.taps(f"claim:{code}", message=told_of(boris, code, "match-perhaps")[0])
    assert sees(boris, "claim-wrong", count=1)
    await boris.taps(label(boris, "button-try-again"))
    assert asks(boris, "claim-number_tail")
    await dana.taps(f"claim:{code}", message=told_of(dana, code, "match-perhaps")[0])
    assert is_connected(dana)


async def test_who_is_told_is_not_asked_too_and_nobody_is_asked_twice(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    boris, dana = await acquainted(cousins, "Boris", "ru"), await acquainted(cousins, "Dana", "kk")
    for name in (WAITED, FOUND):
        await waiting(cousins, boris, name)
    for name in (WAITED, "Каримов Алишер Салимович"):
        await waiting(cousins, dana, name)
    code = await reported(cousins, aliya, FOUND)
    assert [len(told_of(boris, code, notice)) for notice in ("match-found", "match-perhaps")] == [1, 0]
    assert [len(told_of(dana, code, notice)) for notice in ("match-found", "match-perhaps")] == [0, 1]


@pytest.mark.parametrize("language", ["uz", "ru"])
async def test_a_new_watch_shows_the_sure_ones_first_and_then_those_to_look_at(
    cousins: Desk, language: str
) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    sure = await reported(cousins, aliya, WAITED.upper())
    near = await reported(cousins, aliya, FOUND)
    owner = await acquainted(cousins, "Owner", language)
    await waits_for(owner, WAITED)
    heads = [words(language, head, saved="", cards="").strip() for head in ("lost-already", "lost-perhaps")]
    places = [owner.screen.index(each) for each in (heads[0], sure, heads[1], near)]
    assert places == sorted(places)
    assert [button for button in owner.buttons() if button.startswith("🙋")] == [
        label(owner, "button-mine-code", code=code) for code in (sure, near)
    ]


async def test_a_new_watch_is_asked_about_three_at_most(cousins: Desk) -> None:
    aliya = await acquainted(cousins, "Aliya", "kk")
    codes = {await reported(cousins, aliya, FOUND) for _ in range(4)}
    jasur = await acquainted(cousins, "Jasur", "uz")
    await waits_for(jasur, WAITED)
    assert words("uz", "lost-already", saved="", cards="").strip() not in jasur.screen
    shown = set(codes_in(jasur.screen))
    assert len(shown) == 3
    assert shown < codes
    assert all(offers(jasur, f"claim:{code}") for code in shown)


@pytest.mark.parametrize(
    ("thresholds", "told", "asked"),
    [
        (Thresholds(NEAR / 2, NEAR / 2, NEAR), 1, 0),
        (Thresholds(NEAR / 2, NEAR, NEAR + 0.01), 0, 1),
        (Thresholds(NEAR / 2, NEAR + 0.01, NEAR + 0.01), 0, 0),
    ],
)
async def test_the_operator_says_how_alike_for_telling_and_for_asking(
    make_desk: MakeDesk, thresholds: Thresholds, told: int, asked: int
) -> None:
    desk = await make_desk(thresholds=thresholds)
    boris = await acquainted(desk, "Boris", "ru")
    await waiting(desk, boris, WAITED)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), FOUND)
    assert [len(told_of(boris, code, notice)) for notice in ("match-found", "match-perhaps")] == [told, asked]
