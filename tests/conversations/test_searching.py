"""Stories of somebody who looks for a name."""

from datetime import timedelta

import pytest

from domain.policy import Thresholds
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    asks,
    codes_in,
    label,
    offers,
    picks,
    presses,
    sees,
    words,
)

SPELLINGS = (
    "Жаңабай Исраилов",
    "Жанабай Исраилов",
    "Janaboy Isroilov",
    "Жанабой Исроилов",
    "ZHANABAI ISSRAILOV",
    "ISRAILOV<<JANABAY",
    "Исраилов Жанабай Абдраимович",
)


async def test_a_name_is_found_in_every_spelling(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ")
    boris = await someone("Boris", "ru")
    for spelling in SPELLINGS:
        await boris.sends(spelling)
        assert codes_in(boris.screen) == [code], spelling
        assert offers(boris, f"claim:{code}")


async def test_a_result_is_the_posts_own_card_and_not_a_word_more(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = await someone("Boris", "ru")
    await boris.sends("Жанабай Исраилов")
    card = desk.posts[0].text.partition("\n\n")[2].rpartition("\n\n")[0]  # the last line is the post's own
    assert "Жаңабай И." in card
    assert boris.screen == words("ru", "search-found", count=1, cards="#").replace("#", card)


async def test_a_search_for_somebody_else_shows_nothing(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = await someone("Boris", "uz")
    await boris.sends("Karimova Gulnora")
    assert sees(boris, "search-nothing", name="Karimova Gulnora")


async def test_several_names_in_one_search_show_nobody(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    for name in ("Каримов Алишер", "Юсупова Анна"):
        await reported(desk, aliya, name)
    boris = await someone("Boris", "ru")
    await boris.sends("Каримов Алишер Юсупова Анна")
    assert sees(boris, "search-nothing", name="Каримов Алишер Юсупова Анна")
    await boris.sends("Каримов Алишер Валиевич")
    assert len(codes_in(boris.screen)) == 1


async def test_one_word_asks_for_the_type_and_the_country(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ", type="id_card")
    boris = await someone("Boris", "ru")
    await boris.sends("Исраилов")
    assert asks(boris, "search-type")
    await picks(boris, "passport")
    assert asks(boris, "search-country")
    await picks(boris, "KZ")
    assert codes_in(boris.screen) == [code]


async def test_a_search_can_go_back_and_be_cancelled(someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await boris.sends("/search")
    assert asks(boris, "search-name")
    await boris.sends("Исраилов")
    await picks(boris, "passport")
    await presses(boris, "back", "back")
    assert asks(boris, "search-name")
    await presses(boris, "cancel")
    assert sees(boris, "form-cancelled")


async def test_the_command_takes_the_name_along(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    jasur = await someone("Jasur", "uz")
    await jasur.sends("/search Janaboy Isroilov")
    assert codes_in(jasur.screen) == [code]


async def test_the_command_with_no_name_in_it_says_so(someone: Newcomer) -> None:
    jasur = await someone("Jasur", "uz")
    await jasur.sends("/search 12345")
    assert sees(jasur, "form-name-unreadable")
    await jasur.sends("Janaboy Isroilov")
    assert sees(jasur, "search-nothing", name="Janaboy Isroilov")


async def test_a_newcomer_searches_without_agreeing_to_anything(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    passerby = desk.person("Nur", "ky")
    await passerby.sends("Жанабай Исраилов")
    assert code in passerby.screen


async def test_a_typed_code_shows_the_report(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = await someone("Boris", "ru")
    await boris.sends(f"{code[:3].lower()}-{code[3:].lower()}")
    assert code in boris.screen
    assert offers(boris, f"claim:{code}")


async def test_at_most_five_cards_are_shown(make_desk: MakeDesk) -> None:
    desk = await make_desk(channel=None, new_for=timedelta(0))
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    for _ in range(7):
        await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    await boris.sends("Жанабай Исраилов")
    assert len(codes_in(boris.screen)) == 5
    assert words("ru", "search-found", count=5, cards="").strip() in boris.screen
    assert len([text for text in boris.buttons() if text.startswith("🙋")]) == 5


async def test_searches_are_counted_by_the_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(searches_per_day=2, new_for=timedelta(0))
    boris = await acquainted(desk, "Boris", "ru")
    for _ in range(2):
        await boris.sends("Жанабай Исраилов")
        assert sees(boris, "search-nothing", name="Жанабай Исраилов")
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-too-many", limit=2)
    dana = await acquainted(desk, "Dana", "ru")
    await dana.sends("Жанабай Исраилов")
    assert sees(dana, "search-nothing", name="Жанабай Исраилов")


async def test_the_next_day_searches_are_free_again(make_desk: MakeDesk) -> None:
    desk = await make_desk(searches_per_day=1, new_for=timedelta(0))
    boris = await acquainted(desk, "Boris", "ru")
    await boris.sends("Жанабай Исраилов")
    await boris.sends("Жанабай Исраилов")
    desk.world.clock.wind(timedelta(days=1))
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-nothing", name="Жанабай Исраилов")


@pytest.mark.parametrize("language", ["kk", "uz"])
async def test_namesakes_are_newest_first_or_as_the_askers_own_watch_tells(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", language)
    passport = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    desk.world.clock.wind(timedelta(hours=1))
    card = await reported(desk, aliya, "Исраилов Жанабай", type="id_card")
    await boris.sends("Жанабай Исраилов")
    assert codes_in(boris.screen) == [card, passport]
    await waiting(desk, boris, "Жанабай Исраилов", place="")
    await boris.sends("Жанабай Исраилов")
    assert codes_in(boris.screen) == [passport, card]


async def test_a_year_of_birth_in_a_watch_moves_nothing_in_a_search(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    boris, dana = await someone("Boris", "ru"), await someone("Dana", "ru")
    await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ", birth_year="1951", number_tail="")
    await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ", birth_year="1962", number_tail="")
    seen = []
    for owner, year in ((boris, "1951"), (dana, "1962")):
        await waiting(desk, owner, "Жанабай Исраилов", birth_year=year)
        await owner.sends("Жанабай Исраилов")
        seen.append(codes_in(owner.screen))
    assert len(seen[0]) == 2
    assert seen[0] == seen[1]


async def test_the_operator_says_how_alike_a_result_must_be(make_desk: MakeDesk) -> None:
    strict = Thresholds(show=1.0, ask=1.0, notify=1.0)
    desk = await make_desk(thresholds=strict)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = await acquainted(desk, "Boris", "uz")
    await boris.sends("Isroilov Janaboy Valiyevich")
    assert sees(boris, "search-nothing", name="Isroilov Janaboy Valiyevich")
    await boris.sends("Исраилов Жаңабай")
    assert codes_in(boris.screen) == [code]


@pytest.mark.parametrize("public", ["full", "none"])
async def test_a_result_shows_as_much_of_the_name_as_the_operator_allows(
    make_desk: MakeDesk, public: str
) -> None:
    desk = await make_desk(public_name=public)
    await reported(desk, await acquainted(desk, "Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = await acquainted(desk, "Boris", "ru")
    await boris.sends("Janaboy Isroilov")
    assert ("ИСРАИЛОВ ЖАҢАБАЙ" in boris.screen) == (public == "full")
    assert ("Жаңабай" in boris.screen) is False


async def test_an_empty_search_offers_to_wait_with_the_name_carried_over(someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await boris.sends("Жанабай Исраилов")
    await boris.taps(label(boris, "button-watch"))
    assert asks(boris, "lost-type")
    await picks(boris, "passport", "KZ")
    assert asks(boris, "lost-place")
    await presses(boris, "skip")
    assert "Жанабай Исраилов" in boris.screen
    await presses(boris, "send")
    assert sees(boris, "lost-saved", name="Жанабай Исраилов")


async def test_the_name_is_carried_through_the_consent_too(desk: Desk) -> None:
    jasur = desk.person("Jasur", "uz")
    await jasur.sends("Isroilov")
    await picks(jasur, "passport", "KZ")
    await jasur.taps("watch")
    assert sees(jasur, "consent", public="initial")
    await jasur.taps("agree")
    assert asks(jasur, "lost-place")
    await presses(jasur, "skip", "send")
    assert sees(jasur, "lost-saved", name="Isroilov")


async def test_waiting_does_not_throw_away_a_half_filled_form(someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await boris.sends("Жанабай Исраилов")
    offer = boris.messages[-1]
    await boris.sends("/found")
    await picks(boris, "passport", "KZ")
    await boris.taps("watch", message=offer)
    assert offer.text == words("ru", "form-unfinished", title=words("ru", "found-title"))
    await presses(boris, "resume")
    assert words("ru", "found-name", public="initial") in offer.text
