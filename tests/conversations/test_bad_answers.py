"""Stories of answers that are none: each gets a clear word, and nothing that was answered is lost."""

import pytest

from sandbox.accounts import Json
from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    CHECKPOINT,
    TAIL,
    YEAR,
    asks,
    fills_found,
    newest,
    picks,
    presses,
    sees,
    was_told,
    words,
)

EMOJI = "😀🙏🏽👨‍👩‍👧"
MARKS = "\u200f\u202e\u2066\u200b"
MARKUP = "<b>Иван <a href='x'>&amp;"
LONG = "ж" * 4000
DIGITS = "12345678901234567890"
LINK = "https://example.com/паспорт?a=1&b=<2>"
COMMAND = "/nosuchcommand Исраилов"

STICKER: Json = {
    "sticker": {
        "file_id": "s1",
        "file_unique_id": "s1",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
}
VOICE: Json = {"voice": {"file_id": "v1", "file_unique_id": "v1", "duration": 3}}
DOCUMENT: Json = {"document": {"file_id": "d1", "file_unique_id": "d1", "file_name": "паспорт.pdf"}}
THINGS = (STICKER, VOICE, DOCUMENT)


async def sends_thing(desk: Desk, person: Person, thing: Json) -> None:
    """Sends what is neither text nor picture nor location."""
    world = desk.world
    message = world.objects.message(
        world.new_message(world.chats[person.id], sender=world.person(person.id), text="x")
    )
    del message["text"]
    world.updates.put("message", {**message, **thing})
    await desk.settle()


async def at_question(person: Person, key: str) -> None:
    """Begin a report and walk to one of its questions."""
    if key in {"day", "birth_year", "issue_place"}:
        await fills_found(person, "Каримов Алишер", country="UZ")
        await presses(person, f"change:{key}")
        return
    await person.sends("/found")
    if key == "type":
        return
    await picks(person, "passport", "KZ")
    if key == "name":
        return
    await person.sends("Каримов Алишер")
    if key == "number_tail":
        await picks(person, CHECKPOINT)


BAD = {
    "type": ("form-pick-a-button", (EMOJI, MARKS, MARKUP, LONG, DIGITS, LINK)),
    "name": ("form-name-unreadable", (EMOJI, MARKS, MARKUP, LONG, DIGITS, LINK, "@boris", "Иван 2")),
    "number_tail": ("form-tail-unreadable", (EMOJI, MARKS, "<b>&", LONG, LINK, "Иван", "12")),
    "day": (
        "form-day-unreadable",
        (EMOJI, MARKS, MARKUP, LONG, DIGITS, LINK, "23.11.2026", "31.02", "1.1.1926"),
    ),
    "birth_year": (
        "form-year-unreadable",
        (EMOJI, MARKS, MARKUP, LONG, DIGITS, LINK, "1850", "2031", "19٤9"),
    ),
}


@pytest.mark.parametrize(("key", "language"), list(zip(BAD, ("kk", "ru", "uz", "en", "ru"), strict=True)))
async def test_an_unreadable_answer_is_asked_again(
    desk: Desk, someone: Newcomer, key: str, language: str
) -> None:
    person = await someone("Ivan", language)
    await at_question(person, key)
    text_id, inputs = BAD[key]
    for text in inputs:
        await person.sends(text)
        assert sees(person, text_id), text
        assert asks(person, f"found-{key}"), text
    await person.sends(COMMAND)
    assert asks(person, f"found-{key}")
    wanted = "form-pick-a-button" if key == "type" else "form-text-wanted"
    await person.sends_photo(caption="вот")
    assert sees(person, wanted)
    for thing in THINGS:
        await sends_thing(desk, person, thing)
        assert sees(person, wanted)
    await person.sends_location(41.45, 69.32)
    assert sees(person, wanted)
    assert asks(person, f"found-{key}")


async def test_a_place_is_words_and_never_a_contact(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await at_question(ivan, "place")
    refused = {
        "form-place-no-contacts": (
            "рынок, тел. +998 90 123-45-67",
            "998.90.123.45.67",
            "у @boris",
            LINK,
            DIGITS,
        ),
        "form-text-too-long": (EMOJI, MARKS, "12", LONG),
    }
    for text_id, inputs in refused.items():
        for text in inputs:
            await ivan.sends(text)
            assert sees(ivan, text_id, limit=80), text
            assert asks(ivan, "found-place"), text
    await ivan.sends_location(0.0, -150.0)
    assert sees(ivan, "form-no-place-near")
    await sends_thing(desk, ivan, VOICE)
    assert asks(ivan, "found-place")
    await ivan.sends("Кафе <b>«У Юры»</b> & <i>сын\u202e")
    await presses(ivan, "skip")
    assert "Кафе <b>«У Юры»</b> & <i>сын" in ivan.screen
    await presses(ivan, "send")
    [post] = desk.posts
    assert "Кафе <b>«У Юры»</b> & <i>сын" in post.text
    assert "\u202e" not in post.text


async def test_words_of_a_place_that_mean_several_are_checked_as_well(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await at_question(ivan, "place")
    await ivan.sends("Ташкент")
    assert sees(ivan, "form-place-which")
    await ivan.sends("Ташкент")
    assert sees(ivan, "form-place-which")
    await presses(ivan, "back")
    assert asks(ivan, "found-name")
    await ivan.sends("Каримов Алишер")
    assert asks(ivan, "found-place")


async def test_a_secret_place_of_issue_is_taken_as_written(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await at_question(ivan, "issue_place")
    for text in (EMOJI, MARKS, LONG):
        await ivan.sends(text)
        assert sees(ivan, "form-text-too-long", limit=80), text
    for office in ("МВД", "IIB tomonidan berilgan", "ministry of internal affairs"):
        await ivan.sends(office)
        assert sees(ivan, "form-issue-place-unreadable"), office
    await ivan.sends("<Чиназ> & 12")
    assert "<Чиназ> & 12" in ivan.screen


async def test_marks_and_pictures_in_a_name_are_dropped(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await at_question(ivan, "name")
    await ivan.sends("\u202eКаримов\u200b 😀 Алишер\u2066")
    await picks(ivan, CHECKPOINT)
    await presses(ivan, "skip")
    assert "Каримов Алишер" in ivan.screen
    await presses(ivan, "send")
    assert "Алишер К." in desk.posts[0].text


async def test_at_the_preview_only_its_buttons_count(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await fills_found(ivan, "Каримов Алишер")
    for text in (EMOJI, MARKUP, LONG, "Каримов", COMMAND):
        await ivan.sends(text)
        assert sees(ivan, "form-use-buttons"), text
    await ivan.sends_photo()
    assert sees(ivan, "form-use-buttons")
    await ivan.sends_location(41.45, 69.32)
    assert sees(ivan, "form-use-buttons")
    await sends_thing(desk, ivan, STICKER)
    assert sees(ivan, "form-use-buttons")
    assert TAIL in ivan.screen
    await presses(ivan, "send")
    assert len(desk.posts) == 1


async def test_commands_inside_a_form_are_obeyed_and_the_form_stays(someone: Newcomer) -> None:
    dana = await someone("Dana", "en")
    await at_question(dana, "name")
    for command, answer in (("/help", "help"), ("/start", "home"), ("/my", "my-nothing")):
        await dana.sends(command)
        assert sees(dana, answer)
    await dana.sends("Karimov Alisher")
    assert asks(dana, "found-place")


async def test_a_search_asks_again_for_a_name(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "uz")
    await dana.sends("/search")
    for text in (EMOJI, MARKS, MARKUP, LONG, DIGITS, LINK):
        await dana.sends(text)
        assert sees(dana, "form-name-unreadable"), text
        assert asks(dana, "search-name"), text
    await sends_thing(desk, dana, VOICE)
    assert sees(dana, "form-text-wanted")
    await dana.sends("Каримов\u202e Алишер & 😀")
    assert sees(dana, "form-name-unreadable")
    await dana.sends("Karimov Alisher 😀")
    assert sees(dana, "search-nothing", name="Karimov Alisher")


async def test_outside_of_forms_what_is_no_name_leads_home(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "kk")
    for text in (EMOJI, MARKS, MARKUP, LONG, LINK, COMMAND, "/search@", "22222"):
        await dana.sends(text)
        assert sees(dana, "home"), text
    await dana.sends(DIGITS)
    assert sees(dana, "checked-unreadable")
    for thing in (STICKER, VOICE):
        await sends_thing(desk, dana, thing)
        assert sees(dana, "home")
    await dana.sends_location(0.0, -150.0)
    assert sees(dana, "home")
    await sends_thing(desk, dana, DOCUMENT)
    assert sees(dana, "photo-not-kept")


async def test_odd_arguments_of_start_do_no_harm(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    for argument in (EMOJI, MARKUP, "r_<b>", "f_" + "x" * 62, "r_" + "x" * 200, "w", "f_\u202e"):
        await dana.sends(f"/start {argument}")
        assert dana.messages
        await dana.sends("/cancel")
    assert not was_told(dana, "fault")
    assert desk.posts == []


async def test_a_year_or_a_day_may_be_written_as_people_do(someone: Newcomer) -> None:
    dana = await someone("Dana", "ru")
    await at_question(dana, "birth_year")
    await dana.sends(f" {YEAR} ")
    assert YEAR in dana.screen
    for written in ("21.11", "21/11/26", "21-11-2026", "2026-11-21"):
        await presses(dana, "change:day")
        await dana.sends(written)
        assert "21 ноября" in dana.screen, written
    message, held = newest(dana, "send")
    assert await dana.taps_stale(message, held.replace("send", "a:yesterday")) == words("ru", "tap-stale")
