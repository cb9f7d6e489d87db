"""Stories of the first minutes: language, consent, links, and the small commands."""

import pytest

from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    CHECKPOINT,
    LANGUAGES,
    asks,
    label,
    offers,
    picks,
    presses,
    sees,
    was_told,
    words,
)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_newcomer_picks_a_language_agrees_once_and_is_at_home(desk: Desk, language: str) -> None:
    madina = desk.person("Madina", language)
    await madina.sends("/start")
    assert madina.buttons() == ["Қазақша", "Oʻzbekcha", "Русский", "English"]
    await madina.taps(f"language:{language}")
    assert sees(madina, "consent", public="initial")
    await madina.taps("agree")
    assert sees(madina, "home")
    assert madina.keys() == [
        label(madina, f"menu-{key}") for key in ("found", "lost", "search", "medical", "check", "my")
    ]


async def test_a_language_other_than_the_clients_is_kept(desk: Desk) -> None:
    tim = desk.person("Tim", "en")
    await tim.sends("/start")
    await tim.taps("language:kk")
    await tim.taps("agree")
    assert tim.screen == words("kk", "home")
    await tim.sends("/help")
    assert tim.screen == words("kk", "help")


async def test_the_second_start_asks_for_nothing_again(someone: Newcomer) -> None:
    ruslan = await someone("Ruslan", "ru")
    await ruslan.sends("/start")
    assert sees(ruslan, "home")


async def test_consent_given_in_a_form_is_not_asked_for_another(desk: Desk) -> None:
    aigul = desk.person("Aigul", "kk")
    await aigul.sends("/found")
    await aigul.taps("agree")
    assert asks(aigul, "found-type")
    await presses(aigul, "cancel")
    await aigul.sends("/lost")
    assert asks(aigul, "lost-type")


async def test_an_unknown_link_leads_home(desk: Desk) -> None:
    oybek = desk.person("Oybek", "uz")
    await oybek.opens("https://t.me/tabyldy_bot?start=zz_9")
    await oybek.taps("language:uz")
    await oybek.taps("agree")
    assert sees(oybek, "home")


async def test_a_poster_of_an_unknown_place_opens_the_report_and_asks_for_the_place(desk: Desk) -> None:
    ivan = desk.person("Ivan", "ru")
    await ivan.opens("https://t.me/tabyldy_bot?start=f_nowhere")
    await ivan.taps("language:ru")
    await ivan.taps("agree")
    assert asks(ivan, "found-type")
    assert words("ru", "form-step", number=1, total=5) in ivan.screen


async def test_a_link_waits_for_language_and_consent(desk: Desk) -> None:
    aliya = desk.person("Aliya", "kk")
    await aliya.opens(f"https://t.me/tabyldy_bot?start=f_{CHECKPOINT}")
    await aliya.taps("language:kk")
    assert not asks(aliya, "found-type")
    await aliya.taps("agree")
    assert asks(aliya, "found-type")
    assert words("kk", "form-step", number=1, total=4) in aliya.screen


async def test_a_lost_link_leads_to_the_watch(someone: Newcomer) -> None:
    jasur = await someone("Jasur", "uz")
    await jasur.opens("https://t.me/tabyldy_bot?start=l")
    assert asks(jasur, "lost-type")


async def test_a_posts_link_shows_the_report_without_asking_for_consent(desk: Desk) -> None:
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    boris = desk.person("Boris", "ru")
    await boris.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await boris.taps("language:ru")
    assert code in boris.screen
    assert "Жаңабай И." in boris.screen
    assert offers(boris, f"claim:{code}")


async def test_a_posts_link_that_is_over_says_so(someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await boris.opens("https://t.me/tabyldy_bot?start=r_22222")
    assert sees(boris, "document-gone")


async def test_the_language_can_be_changed_before_agreeing_and_the_errand_goes_on(desk: Desk) -> None:
    guzal = desk.person("Guzal", "ru")
    await guzal.sends("/found")
    await guzal.taps("languages")
    await guzal.taps("language:uz")
    assert guzal.screen == words("uz", "consent", public="initial")
    await guzal.taps("agree")
    assert words("uz", "found-type") in guzal.screen


async def test_the_language_can_be_changed_before_agreeing_once_it_was_chosen(desk: Desk) -> None:
    guzal = desk.person("Guzal", "ru")
    await guzal.opens(f"https://t.me/tabyldy_bot?start=f_{CHECKPOINT}")
    await guzal.taps("language:ru")
    await guzal.taps("languages")
    await guzal.taps("language:uz")
    assert guzal.screen == words("uz", "consent", public="initial")
    await guzal.taps("agree")
    assert words("uz", "found-type") in guzal.screen


async def test_settings_show_the_language_and_change_it(someone: Newcomer) -> None:
    dana = await someone("Dana", "kk")
    await dana.sends("/settings")
    assert sees(dana, "settings", current="Қазақша")
    for language, name in (("uz", "Oʻzbekcha"), ("en", "English")):
        await dana.taps("languages")
        await dana.taps(f"language:{language}")
        assert dana.screen == words(language, "language-changed")
        assert dana.keys() == [
            words(language, f"menu-{key}") for key in ("found", "lost", "search", "medical", "check", "my")
        ]
        await dana.sends("/settings")
        assert dana.screen == words(language, "settings", current=name)


async def test_settings_lead_to_my_reports(someone: Newcomer) -> None:
    dana = await someone("Dana", "en")
    await dana.sends("/settings")
    await dana.taps("my")
    assert sees(dana, "my-nothing")


async def test_the_language_command_changes_the_language(someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await dana.sends("/language")
    await dana.taps("language:kk")
    assert dana.screen == words("kk", "language-changed")


async def test_changing_the_language_in_a_form_loses_nothing(someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await dana.sends("/found")
    await picks(dana, "passport", "KZ")
    await dana.sends("/language")
    await dana.taps("language:en")
    await dana.sends("Исраилов Жанабай")
    assert words("en", "found-place") in dana.screen


async def test_help_lists_what_can_be_done_in_each_language(desk: Desk) -> None:
    for language in LANGUAGES:
        person = desk.person("Dana", language)
        await person.sends("/help")
        assert sees(person, "help")
        assert all(f"/{name}" in person.screen for name in ("found", "lost", "search", "my", "language"))


async def test_cancel_with_nothing_begun_leads_home(someone: Newcomer) -> None:
    dana = await someone("Dana", "kk")
    await dana.sends("/cancel")
    assert sees(dana, "home")


async def test_cancel_leaves_a_form_and_shows_the_menu(desk: Desk) -> None:
    dana = desk.person("Dana", "uz")
    await dana.sends("/found")
    await dana.taps("agree")
    await picks(dana, "passport")
    await dana.sends("/cancel")
    assert sees(dana, "form-cancelled")
    menu = dana.keys()
    assert label(dana, "menu-found") in menu
    await dana.sends("/lost")
    assert asks(dana, "lost-type")


async def test_a_menu_button_of_another_language_still_works(someone: Newcomer) -> None:
    dana = await someone("Dana", "en")
    answers = {"menu-search": "search-name", "menu-lost": "lost-type", "menu-found": "found-type"}
    for key, answer in answers.items():
        await dana.sends(words("kk", key))
        assert asks(dana, answer)


async def test_the_menu_shows_what_is_mine(someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await dana.sends("/start")
    await dana.taps(label(dana, "menu-my"))
    assert sees(dana, "my-nothing")


async def test_the_consent_tells_how_much_of_a_name_is_seen(make_desk: MakeDesk) -> None:
    desk = await make_desk(public_name="full")
    dana = desk.person("Dana", "ru")
    await dana.sends("/found")
    assert sees(dana, "consent", public="full")


async def test_a_question_of_the_form_tells_it_too(make_desk: MakeDesk) -> None:
    desk = await make_desk(public_name="none")
    dana = await acquainted(desk, "Dana", "en")
    await dana.sends("/found")
    await picks(dana, "passport", "KZ")
    assert was_told(dana, "found-name", public="none")
