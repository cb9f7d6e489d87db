"""Stories of a finder: from `/found` to the post, changed, taken back."""

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    CHECKPOINT,
    TAIL,
    YEAR,
    asks,
    code_in,
    fills_found,
    label,
    newest,
    offers,
    picks,
    presses,
    reports,
    sees,
    told_of,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

NAMES = {
    "kk": ("ИСРАИЛОВ ЖАҢАБАЙ ӘБДІРАЙЫМҰЛЫ", "Жаңабай И."),
    "ru": ("Исраилов Жанабай", "Жанабай И."),
    "uz": ("Isroilov Janaboy Abdurahim oʻgʻli", "Janaboy I."),
    "en": ("ISSRAILOV<<ZHANABAI", "Zhanabai I."),
}


@pytest.mark.parametrize("language", NAMES)
async def test_a_finder_reports_in_six_steps_and_the_channel_shows_it_masked(
    desk: Desk, language: str
) -> None:
    finder = await acquainted(desk, "Aliya", language)
    name, masked = NAMES[language]
    await finder.sends("/found")
    after_found: list[Callable[[], Awaitable[object]]] = [
        lambda: picks(finder, "passport"),
        lambda: picks(finder, "KZ"),
        lambda: finder.sends(name),
        lambda: picks(finder, CHECKPOINT),
        lambda: finder.sends(f"N 1234 {TAIL}"),
        lambda: presses(finder, "send"),
    ]
    for number, act in enumerate(after_found, 1):
        asked = words(language, "form-step", number=number, total=5)
        assert (asked in finder.screen) == (number < 6)
        await act()
    code = code_in(finder.screen)
    assert sees(finder, "found-thanks", code=code)
    assert finder.keys() == [
        label(finder, f"menu-{key}") for key in ("found", "lost", "search", "medical", "check", "my")
    ]
    [post] = desk.posts
    assert masked in post.text
    assert code in post.text
    assert words("ru", "country-KZ") in post.text
    assert post.photo is None


async def test_the_preview_shows_what_was_answered_and_how_the_name_will_be_seen(someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    await fills_found(aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    assert "ИСРАИЛОВ ЖАҢАБАЙ" in aliya.screen
    assert sees(aliya, "type-passport")
    assert TAIL in aliya.screen
    previewed = words("kk", "found-preview", answers="", name="Жаңабай И.", public="initial")
    assert previewed.split("\n")[-1] in aliya.screen
    assert sees(aliya, "found-whereabouts-finder")


async def test_a_posts_buttons_lead_to_the_bot_and_to_friends(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    mine, share = desk.posts[0].buttons
    assert mine["url"] == f"https://t.me/tabyldy_bot?start=r_{code}"
    assert share["url"].startswith("https://t.me/share/url?")
    boris = await someone("Boris", "ru")
    await boris.opens(mine["url"])
    assert offers(boris, f"claim:{code}")


async def test_from_a_poster_the_place_is_known_and_not_counted(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.opens(f"https://t.me/tabyldy_bot?start=f_{CHECKPOINT}")
    assert words("ru", "form-step", number=1, total=4) in ivan.screen
    await picks(ivan, "id_card", "UZ")
    await ivan.sends("Каримов Алишер")
    assert asks(ivan, "found-number_tail")
    assert words("ru", "form-step", number=4, total=4) in ivan.screen
    await presses(ivan, "skip", "send")
    assert "Жибек Жолы" in desk.posts[0].text


async def test_back_asks_again_and_forgets_the_answer(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    assert not offers(ivan, "back")
    await picks(ivan, "passport", "KZ")
    await presses(ivan, "back")
    assert asks(ivan, "found-country")
    await picks(ivan, "UZ")
    await ivan.sends("Каримов Алишер")
    await picks(ivan, CHECKPOINT)
    await presses(ivan, "skip")
    assert sees(ivan, "country-UZ")
    assert not sees(ivan, "country-KZ")


async def test_a_question_that_is_needed_cannot_be_skipped(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    message, held = newest(ivan, "cancel")
    toast = await ivan.taps_stale(message, held.replace("cancel", "skip"))
    assert toast == words("ru", "form-cannot-skip")
    assert asks(ivan, "found-type")


async def test_every_answer_can_be_changed_in_the_preview(desk: Desk, someone: Newcomer) -> None:
    oybek = await someone("Oybek", "uz")
    await fills_found(oybek, "Karimov Alisher")
    changes = {"type": "id_card", "country": "UZ", "day": "yesterday", "whereabouts": "police"}
    for key, value in changes.items():
        await presses(oybek, f"change:{key}")
        assert offers(oybek, "keep")
        await picks(oybek, value)
    assert asks(oybek, "found-handed_place")
    await oybek.sends("Chinoz tuman IIB")
    await presses(oybek, "change:birth_year")
    await oybek.sends(YEAR)
    assert YEAR in oybek.screen
    await presses(oybek, "change:name", "keep", "send")
    [post] = desk.posts
    ru = ("type-id_card", "country-UZ", "whereabouts-police")
    assert all(words("ru", text_id) in post.text for text_id in ru)
    assert "21 ноября" in post.text
    assert "Chinoz tuman IIB" in post.text


async def test_a_choice_may_be_typed_in_any_language(someone: Newcomer) -> None:
    oybek = await someone("Oybek", "uz")
    await oybek.sends("/found")
    await oybek.sends("паспорт")
    assert asks(oybek, "found-country")
    await oybek.sends("Kazakhstan")
    assert asks(oybek, "found-name")


async def test_a_typed_place_that_means_several_is_asked_about(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await picks(ivan, "passport", "KZ")
    await ivan.sends("Каримов Алишер")
    await ivan.sends("Ташкент")
    assert sees(ivan, "form-place-which")
    assert label(ivan, "button-as-written", text="Ташкент") in ivan.buttons()
    await picks(ivan, "as_written")
    await presses(ivan, "skip", "send")
    assert "Ташкент" in desk.posts[0].text


async def test_a_location_answers_where(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await picks(ivan, "passport", "KZ")
    await ivan.sends("Каримов Алишер")
    await ivan.sends_location(41.45, 69.32)
    await presses(ivan, "skip")
    assert "Жибек Жолы" in ivan.screen


async def test_a_location_out_of_the_blue_offers_to_report_there(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends_location(41.45, 69.32)
    assert "Жибек Жолы" in ivan.screen
    await ivan.taps(f"found:{CHECKPOINT}")
    await picks(ivan, "passport", "KZ")
    await ivan.sends("Каримов Алишер")
    assert asks(ivan, "found-number_tail")


async def test_a_photo_out_of_the_blue_is_not_kept_but_begins_a_report(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends_photo(caption="нашёл паспорт")
    assert sees(ivan, "photo-not-kept")
    await ivan.taps("found:")
    assert asks(ivan, "found-type")


async def test_another_form_asks_before_it_replaces_answers(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await picks(ivan, "passport", "KZ")
    for command in ("/lost", "/search", "/found"):
        await ivan.sends(command)
        assert sees(ivan, "form-unfinished", title=words("ru", "found-title"))
    await presses(ivan, "resume")
    assert asks(ivan, "found-name")


async def test_the_half_filled_form_can_be_dropped_for_another(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await picks(ivan, "passport")
    await ivan.sends("/lost")
    await ivan.taps(label(ivan, "button-drop"))
    assert asks(ivan, "lost-type")


async def test_a_form_without_answers_gives_way_at_once(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await ivan.sends("/lost")
    assert asks(ivan, "lost-type")


async def test_an_edit_changes_the_post_in_place_and_keeps_the_secrets(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    code = await reports(ivan, "Каримов Алишер")
    await ivan.sends("/my")
    await ivan.taps("Каримов Алишер")
    assert sees(ivan, "state-open")
    await ivan.taps(label(ivan, "button-edit"))
    assert sees(ivan, "answer-kept")
    assert TAIL not in ivan.screen
    await presses(ivan, "change:whereabouts")
    await picks(ivan, "police")
    assert asks(ivan, "found-handed_place")
    await picks(ivan, CHECKPOINT)
    await presses(ivan, "send")
    assert sees(ivan, "found-changed", code=code)
    [post] = desk.posts
    assert f"{words('ru', 'whereabouts-police')}: Жибек Жолы" in post.text
    assert code in post.text


async def test_taking_a_report_back_empties_its_post_and_hides_it(desk: Desk, someone: Newcomer) -> None:
    ivan, boris, dana = [await someone(name, "ru") for name in ("Ivan", "Boris", "Dana")]
    code = await reported(desk, ivan, "Каримов Алишер")
    await ivan.sends("/my")
    await ivan.taps("Каримов Алишер")
    await ivan.taps(label(ivan, "button-withdraw-r"))
    assert sees(ivan, "withdraw-r-ask")
    await ivan.taps(label(ivan, "button-withdraw-r-sure"))
    assert sees(ivan, "withdraw-r-done")
    [post] = desk.posts
    assert post.text == words("ru", "post-closed", code=code)
    assert post.buttons == []
    await boris.sends("Алишер Каримов")
    assert code not in boris.screen
    await waiting(desk, dana, "Каримов Алишер")
    await desk.settle()
    assert told_of(dana, code) == []
    await ivan.sends("/my")
    assert sees(ivan, "my-nothing")


async def test_the_question_whether_to_take_it_back_can_be_declined(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await reported(desk, ivan, "Каримов Алишер")
    await ivan.sends("/my")
    await ivan.taps("Каримов Алишер")
    await ivan.taps(label(ivan, "button-withdraw-r"))
    await ivan.taps(label(ivan, "button-back"))
    assert sees(ivan, "state-open")
    await ivan.taps("my")
    assert sees(ivan, "my-title")


@pytest.mark.parametrize(("public", "shown"), [("full", "КАРИМОВ АЛИШЕР"), ("none", "имя скрыто")])
async def test_the_operator_decides_how_much_of_a_name_is_public(
    make_desk: MakeDesk, public: str, shown: str
) -> None:
    desk = await make_desk(public_name=public)
    ivan = await acquainted(desk, "Ivan", "ru")
    await fills_found(ivan, "КАРИМОВ АЛИШЕР")
    previewed = words("ru", "found-preview", answers="", name=shown, public=public)
    assert ivan.screen.split("\n")[-1] == previewed.split("\n")[-1].replace("<b>", "").replace("</b>", "")
    await presses(ivan, "send")
    assert shown in desk.posts[0].text
    assert ("Алишер" in desk.posts[0].text) is False


async def test_without_a_channel_a_report_is_still_found_by_search(make_desk: MakeDesk) -> None:
    desk = await make_desk(channel=None)
    code = await reported(desk, await acquainted(desk, "Ivan", "ru"), "Каримов Алишер")
    boris = await acquainted(desk, "Boris", "ru")
    await boris.sends("Каримов Алишер")
    assert code in boris.screen
    assert desk.posts == []
