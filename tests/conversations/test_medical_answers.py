"""Stories of people who know a good doctor: by the form, below the post, as a reply; what comes of it."""

import pytest

from domain.people import Ban, BanKind
from storage import bans
from tests.conftest import Desk
from tests.conversations.asking_doctors import (
    CLINIC,
    DOCTOR,
    PHONE,
    WHY,
    WORDS,
    answers_of,
    asked,
    begins_answering,
    fills_answer,
    marks,
    opens,
    question_posts,
    recommends,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.steps import LANGUAGES, label, presses, sees, was_told, words

DOSE = "Пейте амоксициллин 500 мг 3 раза в день, всё пройдёт"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_reaches_who_asked_and_neither_learns_who_the_other_is(
    desk: Desk, language: str
) -> None:
    dina, omar = await acquainted(desk, "Dina", language), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    await recommends(omar, code)
    assert sees(omar, "recommend-thanks", code=code)
    [answer] = answers_of(dina)
    for part in (DOCTOR, CLINIC, WHY, "+7 7272 50 00 00"):
        assert part in answer.text
    assert "Omar" not in answer.text
    await marks(dina, "thanks")
    assert was_told(omar, "answer-thanked", code=code)


async def test_what_helped_thanks_its_author_and_enters_the_directory(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "uz"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    await marks(dina, "helped")
    assert was_told(omar, "answer-helped", code=code)
    assert sees(dina, "medical-close", code=code)
    await dina.taps(label(dina, "button-medical-found"))
    assert sees(dina, "medical-found", code=code)


async def test_a_mark_can_be_taken_back_and_thanks_only_once(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    for verb in ("helped", "helped", "not_useful"):
        await marks(dina, verb)
    told = [m for m in omar.messages if words("kk", "answer-helped", code=code) in m.text]
    assert len(told) == 1
    [answer] = answers_of(dina)
    chosen = [b["text"] for b in answer.buttons if str(b["text"]).startswith("✅")]
    assert chosen == [f"✅ {label(dina, 'button-answer-not_useful')}"]


async def test_an_answer_needs_a_name(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await begins_answering(omar, code)
    await fills_answer(omar, doctor="", clinic="")
    assert await presses(omar, "send") == words("kk", "recommend-nobody")
    assert answers_of(dina) == []
    await presses(omar, "change:doctor")
    await omar.sends(DOCTOR)
    await presses(omar, "send")
    assert len(answers_of(dina)) == 1


@pytest.mark.parametrize("phone", ["8 (727) 250-00-00", "+7 727 250 00 00", "87272500000"])
async def test_a_phone_may_be_written_as_people_do(desk: Desk, phone: str) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    await recommends(omar, await asked(dina), phone=phone)
    assert "+7 7272 50 00 00" in answers_of(dina)[0].text


async def test_a_mistyped_phone_is_asked_again(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await begins_answering(omar, code)
    await omar.sends(DOCTOR)
    await presses(omar, "skip")
    await omar.sends("Алматы")
    await omar.sends("727 25")
    assert sees(omar, "form-phone-unreadable")
    assert sees(omar, "recommend-phone")


async def test_nobody_answers_themselves(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    code = await asked(dina)
    await opens(dina, "q", code)
    assert sees(dina, "question-open")
    assert not [b for b in dina.messages[-1].buttons if "recommend" in str(b.get("callback_data", ""))]


async def test_a_comment_below_the_post_is_passed_on_and_can_be_completed(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    [post] = question_posts(desk, code)
    await omar.comments(post, "Идите в кардиоцентр, там отличный хирург")
    [answer] = answers_of(dina)
    assert "отличный хирург" in answer.text
    assert was_told(omar, "answer-more", code=code)
    await omar.taps(label(omar, "button-complete"))
    await omar.sends(DOCTOR)
    await presses(omar, "skip")
    await omar.sends("Алматы")
    await presses(omar, "skip", "a:no", "send")
    [answer] = answers_of(dina)
    assert DOCTOR in answer.text
    assert "отличный хирург" in answer.text


async def test_a_stranger_below_the_post_is_asked_there_by_a_link(desk: Desk) -> None:
    assert desk.discussion
    dina, stranger = await acquainted(desk, "Dina", "kk"), desk.person("Stranger", "ru")
    code = await asked(dina)
    [post] = question_posts(desk, code)
    await stranger.comments(post, "Знаю хорошего врача в Алматы")
    assert len(answers_of(dina)) == 1
    [asks] = [m for m in desk.discussion.messages.values() if m.from_bot]
    assert code in asks.text
    [button] = asks.buttons
    payload = str(button["url"]).partition("?start=")[2]
    await stranger.sends(f"/start {payload}")
    await stranger.taps("language:ru")
    await stranger.taps("agree")
    await stranger.sends(DOCTOR)
    await presses(stranger, "skip")
    await stranger.sends("Алматы")
    await presses(stranger, "skip", "a:no", "send")
    assert DOCTOR in answers_of(dina)[0].text


async def test_comments_are_known_also_where_the_settings_name_the_channel(make_desk: MakeMachine) -> None:
    desk = await make_desk(channel="@Tabyldy_Test")
    assert desk.discussion
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    [post] = question_posts(desk, await asked(dina))
    await omar.comments(post, "Знаю хорошего врача в Алматы")
    assert len(answers_of(dina)) == 1


async def test_who_keeps_the_bot_out_is_asked_below_the_post(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    omar.blocks()
    await desk.settle()
    await omar.comments(question_posts(desk, code)[0], "Знаю хорошего врача в Алматы")
    [asks] = [message for message in desk.discussion.messages.values() if message.from_bot]
    assert words("ru", "answer-more", code=code) in asks.text


async def test_a_reply_to_a_question_never_goes_to_the_other_side_of_a_talk(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code, other = await asked(dina), await asked(omar)
    await recommends(omar, code)
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await opens(dina, "q", other)
    card = dina.messages[-1]
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await dina.replies(card, "Кардиоорталыққа барыңыз")
    assert "Кардиоорталыққа барыңыз" in answers_of(omar)[-1].text
    assert not was_told(omar, "medical-line-from-owner", code=code)


async def test_a_reply_in_private_is_an_answer_too(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "uz")
    code = await asked(dina)
    await opens(omar, "q", code)
    await omar.replies(omar.messages[-1], "Respublika kardiologiya markazi yaxshi")
    assert sees(omar, "answer-more", code=code)
    assert "Respublika kardiologiya markazi" in answers_of(dina)[0].text


async def test_doses_are_not_passed_on(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    await recommends(omar, code, why=DOSE)
    assert words("ru", "recommend-dose") in omar.screen
    [answer] = answers_of(dina)
    assert DOCTOR in answer.text
    assert "амоксициллин" not in answer.text
    [post] = question_posts(desk, code)
    await omar.comments(post, DOSE)
    assert len(answers_of(dina)) == 1
    assert any(words("ru", "answer-dose") in m.text for m in desk.discussion.messages.values())


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"paid": "yes"}, "paid"),
        ({"why": "Скидка 50%! Акция! Пишите в директ, 100% гарантия!!!"}, "advert"),
        ({"why": "Подробности тут: https://example.com/doctor"}, "link"),
    ],
)
async def test_what_may_be_an_advert_waits_for_a_volunteer(
    desk: Desk, said: dict[str, str], why: str
) -> None:
    dina, omar, timur = (
        await acquainted(desk, "Dina", "kk"),
        await acquainted(desk, "Omar", "ru"),
        desk.moderator("T"),
    )
    code = await asked(dina)
    await recommends(omar, code, **said)
    assert sees(omar, "recommend-queued", code=code)
    assert answers_of(dina) == []
    card = desk.to_moderators[-1]
    assert words("ru", f"answer-why-{why}") in card.text
    case = card.buttons[0]["callback_data"].split(":")[1]
    await timur.taps(f"case:{case}:approve", message=card)
    assert len(answers_of(dina)) == 1
    assert was_told(omar, "answer-approved", code=code)
    await timur.taps(f"case:{case}:undo", message=card)
    assert answers_of(dina) == []
    await timur.taps(f"case:{case}:menu.reject", message=card)
    await timur.taps(f"case:{case}:reject.advert", message=card)
    assert was_told(omar, "answer-rejected", code=code, reason=words("ru", "rejected-advert"))


async def test_one_number_under_many_questions_waits(make_desk: MakeMachine) -> None:
    desk = await make_desk(questions_per_day=20, answers_per_day=20)
    seller = await acquainted(desk, "Seller", "ru")
    askers = [await acquainted(desk, f"Asker {number}", "kk") for number in range(4)]
    for asker in askers:
        await recommends(seller, await asked(asker))
    assert [len(answers_of(asker)) for asker in askers] == [1, 1, 1, 0]


async def test_asking_back_goes_through_the_bot(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    await recommends(omar, code)
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await dina.sends("Кезекке қалай жазыламыз?")
    assert "Кезекке қалай жазыламыз?" in omar.screen
    assert words("ru", "medical-line-from-owner", code=code) in omar.screen
    await omar.replies(omar.messages[-1], "Позвоните утром, запишут")
    assert "Позвоните утром" in dina.screen
    for one, other in ((dina, "Omar"), (omar, "Dina")):
        assert all(other not in message.text for message in one.messages)


async def test_in_silence_banned_people_seem_to_help(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "kk"), await acquainted(desk, "Omar", "ru")
    code = await asked(dina)
    await desk.app.relay.work(lambda work: bans.put(work.tx, omar.id, Ban(BanKind.SHADOW, None)))
    await recommends(omar, code)
    assert sees(omar, "recommend-thanks", code=code)
    assert answers_of(dina) == []
    assert desk.to_moderators == []
    own = await asked(omar)
    assert question_posts(desk, own) == []
    assert WORDS not in "".join(post.text for post in desk.posts if own in post.text)
    assert PHONE not in str(desk.posts)
