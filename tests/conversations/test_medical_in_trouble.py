"""Stories of questions and answers in which something comes in between."""

from datetime import timedelta

import pytest

from domain.people import Ban, BanKind
from sandbox.person import Person
from storage import bans
from tests.conftest import Desk
from tests.conversations.asking_doctors import (
    CITY,
    DOCTOR,
    WHY,
    WORDS,
    answers_of,
    asked,
    asks_for,
    begins_answering,
    begins_asking,
    fills_answer,
    marks,
    opens,
    question_posts,
    recommends,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.machine import Machine
from tests.conversations.moderating import decides
from tests.conversations.steps import label, newest, picks, presses, sees, was_told, words
from tests.conversations.traces import erases, everything_held

HOURS = timedelta(hours=6)
LONG = "Хороший врач, очень внимательный. " * 120
EMOJI = "Я" + "😀" * 599
MARKUP = "<b>Хороший</b> & <a href='x'>врач</a> &lt;"


async def two(desk: Desk) -> tuple[Person, Person]:
    return await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")


async def closes(person: Person, code: str) -> None:
    """Say that the doctor was found."""
    await opens(person, "q", code)
    await person.taps(label(person, "button-medical-found"))


async def comment(desk: Desk, person: Person, code: str, said: str) -> None:
    [post] = question_posts(desk, code)
    await person.comments(post, said)


def signs(desk: Desk) -> list[bool]:
    """Which of the comments got the bot's sign, in the order they were written."""
    written = [
        each for each in desk.discussion.messages.values() if not each.from_bot and each.forward_of is None
    ]
    return [bool(each.reaction) for each in written]


async def completes(person: Person, doctor: str = DOCTOR, paid: str = "no") -> None:
    """Name the doctor of a reply."""
    await person.taps(label(person, "button-complete"))
    await person.sends(doctor)
    await presses(person, "skip")
    await person.sends(CITY)
    await presses(person, "skip", f"a:{paid}", "send")


# words of any length and kind


@pytest.mark.parametrize("said", [LONG[:4096], "𝐀" * 2000, "Хороший врач & " * 270])
async def test_a_comment_of_any_length_reaches_who_asked(desk: Desk, said: str) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina, EMOJI)
    await comment(desk, omar, code, said)
    assert len(answers_of(dina)) == 1
    await completes(omar)
    assert DOCTOR in answers_of(dina)[0].text
    await marks(dina, "helped")
    await dina.sends("/doctors Серікбаев")
    await dina.taps(DOCTOR)
    assert DOCTOR in dina.screen


async def test_a_long_advert_fits_the_card_of_moderators(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina, EMOJI)
    await comment(desk, omar, code, f"https://example.com {LONG[:4000]}")
    assert len(desk.to_moderators) == 1
    await decides(desk.moderator("Timur"), desk.to_moderators[-1], "approve")
    assert len(answers_of(dina)) == 1


@pytest.mark.parametrize("said", ["👍", "\u200b\u200e\u2066", "…"])
async def test_a_comment_without_words_is_no_answer(desk: Desk, said: str) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    await comment(desk, omar, code, said)
    assert answers_of(dina) == []
    await opens(omar, "q", code)
    await omar.replies(omar.messages[-1], said)
    assert answers_of(dina) == []


async def test_nothing_typed_can_turn_the_rest_of_a_message_around(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    await comment(desk, omar, code, "\u202eХороший врач\u2066 там")
    [answer] = answers_of(dina)
    assert not set(answer.text) & set("\u202e\u2066")


async def test_markup_is_words(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina, MARKUP)
    await recommends(omar, code, doctor=MARKUP[:60], clinic=MARKUP[:50], why=MARKUP)
    assert MARKUP in answers_of(dina)[-1].text
    await comment(desk, omar, code, MARKUP)
    await marks(dina, "helped", answers_of(dina)[0])
    await begins_asking(omar)
    assert MARKUP in omar.screen


async def test_three_long_cards_do_not_hide_the_next_question(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    for number, name in enumerate(("Омарова Дина", "Лазарев Пётр", "Кенжебеков Ерлан")):
        omar = await acquainted(desk, f"Omar {number}", "kk")
        await recommends(
            omar, await asked(dina), doctor=name, clinic="Клиника " + "Ж" * 70, phone="", why=LONG[:600]
        )
        await marks(dina, "helped")
        desk.world.clock.wind(timedelta(days=1))
    zoya = await acquainted(desk, "Zoya", "ru")
    await begins_asking(zoya)
    assert sees(zoya, "medical-patient")
    await picks(zoya, "adult")


# answers and their marks


async def test_who_names_the_doctor_after_it_helped_fills_the_directory(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    await comment(desk, omar, code, "Знаю там отличного хирурга")
    await marks(dina, "helped")
    assert was_told(omar, "answer-helped-complete", code=code)
    await completes(omar)
    await dina.sends("/doctors Серікбаев")
    assert DOCTOR in dina.screen


async def test_what_is_marked_cannot_be_changed_under_the_mark(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    await comment(desk, omar, code, "Знаю там отличного хирурга")
    message, data = newest(omar, next(str(b["callback_data"]) for b in omar.messages[-1].buttons))
    await completes(omar)
    await marks(dina, "helped")
    assert await omar.taps_stale(message, data) == words("kk", "tap-stale")
    assert DOCTOR in answers_of(dina)[0].text


@pytest.mark.parametrize("doctor", ["Ким", "Ли", DOCTOR])
async def test_a_mark_taken_back_and_given_again_makes_one_entry(desk: Desk, doctor: str) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code, doctor=doctor, clinic="", phone="")
    for verb in ("helped", "helped", "helped", "not_useful", "helped"):
        await marks(dina, verb)
    entries = [one for one in await everything_held(desk) if one.place == "entries.code"]
    assert len(entries) == 1
    assert desk.to_moderators == []


async def test_of_an_asker_banned_in_silence_nobody_hears(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code)
    await desk.app.relay.work(lambda work: bans.put(work.tx, dina.id, Ban(BanKind.SHADOW, None)))
    await marks(dina, "helped")
    assert not was_told(omar, "answer-helped", code=code)
    assert [one for one in await everything_held(desk) if one.place == "entries.code"] == []


async def test_marks_after_the_end_and_after_everything_is_forgotten(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code)
    [answer] = answers_of(dina)
    held = [str(b["callback_data"]) for b in answer.buttons]
    await closes(dina, code)
    await marks(dina, "helped")
    assert was_told(omar, "answer-helped", code=code)
    await desk.days(4, HOURS)
    for data in held:
        assert await dina.taps_stale(answer, data) == words("ru", "answer-gone")


async def test_what_waits_is_settled_when_the_question_is_over(desk: Desk) -> None:
    dina, omar = await two(desk)
    timur = desk.moderator("Timur")
    code = await asked(dina)
    await recommends(omar, code, paid="yes")
    card = desk.to_moderators[-1]
    approve = next(
        str(b["callback_data"]) for b in card.buttons if str(b["callback_data"]).endswith("approve")
    )
    await closes(dina, code)
    assert await timur.taps_stale(card, approve) == words("ru", "case-decided-already")
    assert answers_of(dina) == []


# who asks stays unknown


async def test_the_bot_treats_the_askers_comment_like_anybodys(desk: Desk) -> None:
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    for said in ("А сколько это стоит?", "Пейте амоксициллин 500 мг 3 раза в день"):
        await comment(desk, omar, code, said)
        await comment(desk, dina, code, said)
    written = signs(desk)
    assert written[0] == written[1] is True
    said_there = [m.text for m in desk.discussion.messages.values() if m.from_bot]
    assert len([1 for text in said_there if words("kk", "answer-dose") in text]) == 1
    assert len([1 for text in said_there if words("ru", "answer-dose") in text]) == 1
    assert len(answers_of(dina)) == 1


async def test_over_the_cap_the_group_hears_nothing(make_desk: MakeMachine) -> None:
    desk = await make_desk(answers_per_day=2)
    assert desk.discussion
    dina, omar = await two(desk)
    code = await asked(dina)
    for number in range(3):
        await comment(desk, omar, code, f"Хороший врач номер {number}")
    assert [m.text for m in desk.discussion.messages.values() if m.from_bot] == []
    assert was_told(omar, "recommend-too-many", limit=1)


async def test_who_stopped_a_conversation_is_not_asked_back_again(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code)
    ask_back = label(dina, "button-ask-back")
    await dina.taps(ask_back, message=answers_of(dina)[-1])
    await dina.sends("Кезекке қалай жазыламыз?")
    await omar.sends("/my")
    await omar.taps(code)
    await omar.taps(label(omar, "button-stop"))
    await omar.taps(label(omar, "button-stop-sure"))
    toast = await dina.taps(ask_back, message=answers_of(dina)[-1])
    assert toast == words("ru", "conversation-over")


async def test_who_took_the_consent_back_is_not_asked_back(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code)
    await omar.sends("/privacy")
    await omar.taps("unconsent")
    await omar.taps("unconsent.sure")
    toast = await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    assert toast == words("ru", "answer-author-away")


async def test_an_author_who_leaves_takes_their_words_off_decided_cards(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code, paid="yes")
    card = desk.to_moderators[-1]
    await decides(desk.moderator("Timur"), card, "approve")
    desk.world.clock.wind(timedelta(days=1))
    await erases(omar)
    assert WHY not in card.text
    assert [one.place for one in await everything_held(desk) if WHY in one.words] == []


async def test_a_conversation_about_a_wiped_question_is_over(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await recommends(omar, code)
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await dina.sends("Кезекке қалай жазыламыз?")
    line = omar.messages[-1]
    await omar.replies(line, "Позвоните")
    await omar.sends("/my")
    await omar.taps(code)
    await omar.taps(label(omar, "button-money"))
    await omar.taps(label(omar, "button-money-sure"))
    await closes(dina, code)
    await desk.days(4, HOURS)
    for person in (dina, omar):
        await person.sends("/my")
        assert code not in "".join(person.buttons())
        await person.sends("/mydata")
    await omar.replies(line, "Ещё слово")
    assert sees(omar, "conversation-over")


# buttons out of time


async def test_enough_drops_no_other_form(desk: Desk) -> None:
    dina, omar = await two(desk)
    await recommends(omar, await asked(dina))
    await marks(dina, "helped")
    zoya = await acquainted(desk, "Zoya", "ru")
    await begins_asking(zoya)
    stale = zoya.messages[-1]
    await zoya.sends("/cancel")
    await asks_for(zoya, WORDS, city="Ташкент")
    assert await zoya.taps_stale(stale, "enough") == words("ru", "tap-stale")
    await presses(zoya, "send")
    assert len([post for post in desk.posts if WORDS in post.text]) == 2


async def test_a_link_of_somebody_elses_answer_does_not_hold_up_a_newcomer(desk: Desk) -> None:
    assert desk.discussion
    dina, first = await acquainted(desk, "Dina", "kk"), desk.person("Stranger", "ru")
    code = await asked(dina)
    await comment(desk, first, code, "Знаю хорошего врача в Алматы")
    [asks] = [m for m in desk.discussion.messages.values() if m.from_bot]
    second = desk.person("Other", "ru")
    await second.opens(str(asks.buttons[0]["url"]))
    await second.taps("language:ru")
    await second.taps("agree")
    assert sees(second, "tap-stale")
    await begins_asking(second)
    assert sees(second, "medical-patient")


async def test_an_asker_opens_their_own_question_by_its_link(make_desk: MakeMachine) -> None:
    desk = await make_desk(auto_approve=False)
    dina = await acquainted(desk, "Dina", "ru")
    code = await asked(dina)
    await opens(dina, "q", code)
    assert sees(dina, "question-queued")


async def test_a_double_tap_answers_once(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    await begins_answering(omar, code)
    await fills_answer(omar)
    message, send = newest(omar, "send")
    for _ in range(2):
        desk.world.tap(omar.id, omar.id, message.id, send)
    await desk.settle()
    assert len(answers_of(dina)) == 1


async def test_who_blocked_the_bot_gets_the_answer_when_they_are_back(desk: Desk) -> None:
    dina, omar = await two(desk)
    code = await asked(dina)
    dina.blocks()
    await desk.settle()
    await recommends(omar, code)
    dina.unblocks()
    await dina.sends("/my")
    assert len(answers_of(dina)) == 1


async def test_a_restart_in_the_middle_loses_nothing(machine: Machine) -> None:
    dina, omar = await two(machine)
    await begins_asking(dina)
    await machine.restart()
    await picks(dina, "adult", "days", "any")
    await machine.restart()
    await dina.sends(WORDS)
    await machine.restart()
    message, send = newest(dina, "send")
    machine.world.tap(dina.id, dina.id, message.id, send)
    await machine.dies_while_answering("answerCallbackQuery")
    await machine.settle()
    [post] = [post for post in machine.posts if WORDS in post.text]
    code = next(word for word in post.text.split() if word.isalnum() and len(word) == 5 and word.isupper())
    await begins_answering(omar, code)
    await fills_answer(omar)
    await machine.restart()
    await presses(omar, "send")
    await machine.restart()
    await marks(dina, "helped")
    assert was_told(omar, "answer-helped", code=code)
