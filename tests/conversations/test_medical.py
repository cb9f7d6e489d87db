"""Stories of people who ask for a good doctor without telling who they are."""

import json

import pytest

from tests.conftest import Desk
from tests.conversations.asking_doctors import (
    CITY,
    WORDS,
    asked,
    asks_for,
    begins_asking,
    marks,
    opens,
    question_posts,
    recommends,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.steps import LANGUAGES, code_in, label, offers, picks, presses, sees, was_told, words


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_published_as_it_was_shown_and_tells_nothing_of_who_asks(
    make_desk: MakeMachine, language: str
) -> None:
    desk = await make_desk(channel_language=language)
    dina = await acquainted(desk, "Dina", language)
    desk.world.accounts[dina.id].username = "dina_1980"
    await asks_for(dina)
    shown = dina.screen
    assert desk.posts == []
    await presses(dina, "send")
    code = code_in(dina.screen)
    assert sees(dina, "medical-asked", code=code)
    [post] = question_posts(desk, code)
    assert WORDS in shown
    for line in (WORDS, words(language, "speciality-cardiologist"), words(language, "patient-adult")):
        assert line in post.text
    everything = json.dumps([post.text, post.entities, post.inline], ensure_ascii=False)
    for secret in ("Dina", "dina_1980", str(dina.id)):
        assert secret not in everything


async def test_the_speciality_may_be_said_in_anybodys_words(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    await dina.sends("/medical")
    await dina.sends("врач по сердцу")
    await dina.sends(CITY)
    await picks(dina, "adult", "later", "free")
    await dina.sends(WORDS)
    assert words("ru", "speciality-cardiologist") in dina.screen


async def test_all_specialities_can_be_seen(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "kk")
    await dina.sends("/medical")
    assert not offers(dina, "a:burns")
    await picks(dina, "all")
    await picks(dina, "burns")
    assert sees(dina, "medical-city")


async def test_words_that_mean_no_doctor_are_asked_again(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "uz")
    await dina.sends("/medical")
    await dina.sends("qwzx plmk")
    assert sees(dina, "form-speciality-unknown")
    assert sees(dina, "medical-speciality")


async def test_a_sentence_begins_the_question(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    await dina.sends("Посоветуйте хорошего врача, кардиолога")
    assert sees(dina, "medical-city")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_danger_shows_whom_to_call_and_goes_on(desk: Desk, language: str) -> None:
    dina = await acquainted(desk, "Dina", language)
    await begins_asking(dina)
    await picks(dina, "adult", "now")
    assert sees(dina, "medical-emergency", ambulance=103, all=112)
    assert sees(dina, "medical-budget")
    await picks(dina, "any")
    assert not sees(dina, "medical-emergency", ambulance=103, all=112)


async def test_danger_in_the_words_shows_the_number_of_the_country(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    await dina.sends("/medical")
    await picks(dina, "cardiologist")
    await dina.sends("Стамбул")
    await picks(dina, "adult", "days", "any")
    await dina.sends("Отец потерял сознание и не дышит, куда везти?")
    assert sees(dina, "medical-emergency", ambulance=112, all=112)
    assert offers(dina, "send")


async def test_a_contact_has_to_go_before_it_is_published(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    await asks_for(dina, "Нужен кардиолог, звоните +7 701 234 56 78")
    assert words("ru", "medical-exposes-contact", words="").split(":")[0] in dina.screen
    assert not offers(dina, "send")
    await presses(dina, "change:words")
    await dina.sends(WORDS)
    await presses(dina, "send")
    assert len(question_posts(desk, code_in(dina.screen))) == 1


async def test_a_name_is_warned_of_and_waits_for_a_volunteer(desk: Desk) -> None:
    dina, timur = await acquainted(desk, "Dina", "ru"), desk.moderator("Timur")
    await asks_for(dina, "Моему отцу Исраилову Жанабаю нужен кардиолог")
    assert words("ru", "medical-exposes-name", words="").split(":")[0] in dina.screen
    await presses(dina, "send")
    code = code_in(dina.screen)
    assert sees(dina, "medical-queued", code=code)
    assert question_posts(desk, code) == []
    card = desk.to_moderators[-1]
    await timur.taps(
        next(b["callback_data"] for b in card.buttons if b["callback_data"].endswith("approve")), message=card
    )
    assert was_told(dina, "medical-approved", code=code)
    assert len(question_posts(desk, code)) == 1


async def test_a_rejected_question_says_why_and_can_be_brought_back(desk: Desk) -> None:
    dina, timur = await acquainted(desk, "Dina", "uz"), desk.moderator("Timur")
    await asks_for(dina, "Otam Israilov Janabay uchun kardiolog kerak")
    await presses(dina, "send")
    code = code_in(dina.screen)
    card = desk.to_moderators[-1]
    case = card.buttons[0]["callback_data"].split(":")[1]
    await timur.taps(f"case:{case}:menu.reject", message=card)
    await timur.taps(f"case:{case}:reject.personal", message=card)
    assert was_told(dina, "medical-rejected", code=code, reason=words("uz", "rejected-personal"))
    await timur.taps(f"case:{case}:undo", message=card)
    await timur.taps(f"case:{case}:approve", message=card)
    assert len(question_posts(desk, code)) == 1


async def test_a_volunteer_hides_a_question_and_decides(desk: Desk) -> None:
    dina, timur = await acquainted(desk, "Dina", "ru"), desk.moderator("Timur")
    code = await asked(dina)
    await timur.sends(f"/hide {code}", chat=desk.moderators.id)
    assert question_posts(desk, code) == []
    card = desk.to_moderators[-1]
    case = card.buttons[0]["callback_data"].split(":")[1]
    await timur.taps(f"case:{case}:approve", message=card)
    [post] = [post for post in desk.posts if WORDS in post.text]
    assert code in post.text


async def test_who_is_volunteers_first_sees_every_question(make_desk: MakeMachine) -> None:
    desk = await make_desk(auto_approve=False)
    dina = await acquainted(desk, "Dina", "en")
    code = await asked(dina)
    assert sees(dina, "medical-queued", code=code)
    assert question_posts(desk, code) == []


async def test_no_more_than_so_many_questions_a_day(make_desk: MakeMachine) -> None:
    desk = await make_desk(questions_per_day=2)
    dina = await acquainted(desk, "Dina", "ru")
    await asked(dina)
    await asks_for(dina)
    assert await presses(dina, "send") == words("ru", "medical-too-many", limit=1), (
        "half of it for who is new"
    )
    assert len([post for post in desk.posts if WORDS in post.text]) == 1


async def test_own_questions_stand_in_my_and_can_be_taken_back(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "kk")
    code = await asked(dina)
    await dina.sends("/my")
    await dina.taps(code)
    assert WORDS in dina.screen
    await dina.taps(label(dina, "button-unask"))
    await dina.taps(label(dina, "button-unask-sure"))
    assert sees(dina, "medical-unasked", code=code)
    assert all(WORDS not in post.text for post in desk.posts)
    await dina.sends("/my")
    assert sees(dina, "my-nothing")


async def test_a_question_ends_happily(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    code = await asked(dina)
    await dina.sends("/my")
    await dina.taps(code)
    await dina.taps(label(dina, "button-medical-found"))
    assert sees(dina, "medical-found", code=code)
    assert any(words("ru", "post-question-found") == post.text for post in desk.posts) or any(
        words(desk.app.relay.policy.channel_language, "post-question-found") == post.text
        for post in desk.posts
    )


async def test_a_closed_question_can_neither_be_opened_nor_answered(desk: Desk) -> None:
    dina, helper = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await opens(helper, "q", code)
    assert WORDS in helper.screen
    before = helper.messages[-1]
    await dina.sends("/my")
    await dina.taps(code)
    await dina.taps(label(dina, "button-medical-found"))
    toast = await helper.taps_stale(
        before, next(b["callback_data"] for b in before.buttons if "recommend" in str(b.get("callback_data")))
    )
    assert toast == words("kk", "question-gone")
    await opens(helper, "q", code)
    assert sees(helper, "question-gone")


async def test_the_directory_comes_first(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    await marks(dina, "helped")
    next_one = await acquainted(desk, "Botagoz", "uz")
    await begins_asking(next_one)
    assert words("uz", "medical-known", cards="").split("\n")[0] in next_one.screen
    assert "Серікбаев" in next_one.screen
    await next_one.taps(label(next_one, "button-medical-enough"))
    assert sees(next_one, "medical-enough")
    assert len(question_posts(desk, code)) == 1
    await next_one.sends("/cancel")
    assert not offers(next_one, "a:adult")
