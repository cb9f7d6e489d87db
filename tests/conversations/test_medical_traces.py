"""Nothing of who asks for a doctor stands in public, in a log or in a plain column; and they can leave."""

import io
import json

import pytest

from storage.schema import metadata
from tests.conftest import Desk
from tests.conversations.asking_doctors import (
    CLINIC,
    DOCTOR,
    PHONE,
    WHY,
    WORDS,
    answers_of,
    asked,
    asks_for,
    marks,
    question_posts,
    recommends,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.steps import LANGUAGES, label, presses, words
from tests.conversations.traces import erases, everything_held

TALK = "Кезекке қалай жазыламыз, айтыңызшы"
SECRETS = (WORDS, "Дина Мәлікқызы", "dina_1980", TALK, WHY, DOCTOR, CLINIC, PHONE)


async def _whole_story(desk: Desk, language: str) -> tuple[str, int, int]:
    """A question asked, answered in every way, helped and talked about; its code and both accounts."""
    assert desk.discussion
    dina, omar = await acquainted(desk, "Дина Мәлікқызы", language), await acquainted(desk, "Omar", "ru")
    desk.world.accounts[dina.id].username = "dina_1980"
    code = await asked(dina)
    [post] = question_posts(desk, code)
    await omar.comments(post, "Знаю там отличного хирурга")
    await recommends(omar, code)
    await marks(dina, "helped")
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await dina.sends(TALK)
    return code, dina.id, omar.id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_of_the_asker_is_in_public_in_the_log_or_in_a_plain_column(
    desk: Desk, written: io.StringIO, language: str
) -> None:
    _, asker, _ = await _whole_story(desk, language)
    public = [*desk.posts, *desk.discussion.messages.values()]
    said = json.dumps([[m.text, m.entities, m.inline] for m in public if m.from_bot], ensure_ascii=False)
    for secret in ("Дина Мәлікқызы", "dina_1980", str(asker), TALK):
        assert secret not in said
    log = written.getvalue()
    assert [secret for secret in (*SECRETS, str(asker)) if secret in log] == []
    sealed = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if column.info.get("sealed")
    }
    plain = [one for one in await everything_held(desk) if one.place not in sealed]
    told = (*SECRETS, str(asker), "cardiologist")
    found = {one.place for one in plain for secret in told if secret in one.words}
    assert found == {"entries.speciality"}, "the directory alone, which says nothing of who asked"
    everything = [one.words for one in await everything_held(desk)]
    assert any(WORDS in words_ for words_ in everything), "it is held, but sealed"


async def test_an_asker_who_leaves_takes_the_question_and_its_answers_along(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    await marks(dina, "helped")
    await erases(dina)
    held = [one for one in await everything_held(desk) if not one.place.startswith(("entries.", "messages."))]
    assert [one.place for one in held if WORDS in one.words or DOCTOR in one.words] == []
    assert all(WORDS not in post.text for post in desk.posts)
    entries = [one.words for one in await everything_held(desk) if one.place == "entries.details"]
    assert any(DOCTOR in words_ for words_ in entries), "others still find the doctor"


async def test_an_author_who_leaves_takes_their_words_back(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    assert len(answers_of(dina)) == 1
    await erases(omar)
    assert answers_of(dina) == []
    assert any(words("ru", "answer-withdrawn", code=code) in m.text for m in dina.messages)
    assert [one.place for one in await everything_held(desk) if WHY in one.words] == []


async def test_mydata_holds_what_was_asked_and_answered(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    for person in (dina, omar):
        await person.sends("/mydata")
    asker, author = (json.loads(one.documents[-1][1]) for one in (dina, omar))
    [question] = asker["medical_questions"]
    assert (question["code"], question["words"], question["speciality"]) == (code, WORDS, "cardiologist")
    [answer] = author["medical_answers"]
    assert (answer["question"], answer["doctor"], answer["why"]) == (code, DOCTOR, WHY)
    assert author["medical_questions"] == []


async def test_who_is_told_off_by_a_contact_keeps_what_was_typed(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "ru")
    await asks_for(dina, f"{WORDS}, звоните +7 701 234 56 78")
    await presses(dina, "change:words")
    await dina.sends(WORDS)
    await presses(dina, "send")
    assert len([post for post in desk.posts if WORDS in post.text]) == 1
