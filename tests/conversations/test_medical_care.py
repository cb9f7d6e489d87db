"""Stories of questions as time goes by: asked about, come back, run out with what was found, forgotten."""

from datetime import timedelta

from tests.conftest import Desk
from tests.conversations.asking_doctors import (
    DOCTOR,
    WHY,
    WORDS,
    answers_of,
    asked,
    marks,
    question_posts,
    recommends,
)
from tests.conversations.beforehand import acquainted
from tests.conversations.lost_in_channel import opened_by
from tests.conversations.steps import label, sees, was_told, words
from tests.conversations.traces import everything_held

HOURS = timedelta(hours=12)


async def test_a_question_without_help_comes_back_and_one_with_help_does_not(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    waits, helped = await asked(dina), await asked(omar, "Балаға дәрігер керек", speciality="ophthalmologist")
    await recommends(dina, helped)
    await marks(omar, "helped")
    await desk.days(3, HOURS)
    digests = [post.text for post in desk.posts if words("ru", "digest-title-question") in post.text]
    assert any(words("ru", "speciality-cardiologist") in text for text in digests)
    assert all(words("ru", "speciality-ophthalmologist") not in text for text in digests)
    assert len(question_posts(desk, helped)) == 1
    assert question_posts(desk, waits) == []


async def test_the_asker_is_asked_after_a_week_and_may_go_on(desk: Desk) -> None:
    dina = await acquainted(desk, "Dina", "kk")
    code = await asked(dina)
    await desk.days(8, HOURS)
    title = words("kk", "speciality-cardiologist")
    assert was_told(dina, "medical-still-looking", title=title, code=code)
    await dina.taps(label(dina, "button-medical-still"))
    assert sees(dina, "medical-kept", code=code)
    await desk.days(28, HOURS)
    assert not was_told(dina, "medical-expired", code=code, count=0, helped=0)


async def test_what_runs_out_ends_with_what_was_found_and_can_be_asked_again(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    first = await asked(omar)
    code = await asked(dina)
    await recommends(dina, first)
    await marks(omar, "helped")
    await omar.taps(label(omar, "button-medical-found"))
    await desk.days(31, HOURS)
    assert was_told(dina, "medical-expired", code=code, count=0, helped=0)
    assert DOCTOR in next(
        m.text
        for m in dina.messages
        if words("ru", "medical-expired", code=code, count=0, helped=0) in m.text
    )
    assert all(WORDS not in post.text for post in desk.posts)
    await dina.taps(label(dina, "button-ask-again"))
    assert sees(dina, "medical-kept", code=code)
    await desk.days(1, HOURS)
    assert any(link.endswith(f"q_{code}") for post in desk.posts for link in opened_by(post, "q"))


async def test_sundays_summary_counts_the_questions_that_got_an_answer(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await asked(omar, "Балаға дәрігер керек", speciality="ophthalmologist")
    await recommends(omar, code)
    await desk.days(8, HOURS)
    assert [post for post in desk.posts if words("ru", "summary-answered", count=1) in post.text]


async def test_three_days_after_its_end_nothing_is_left_but_the_directory(desk: Desk) -> None:
    dina, omar = await acquainted(desk, "Dina", "uz"), await acquainted(desk, "Omar", "kk")
    code = await asked(dina)
    await recommends(omar, code)
    await marks(dina, "helped")
    await dina.taps(label(dina, "button-ask-back"), message=answers_of(dina)[-1])
    await dina.sends("Navbatga qanday yoziladi, ayting iltimos")
    await dina.sends("/my")
    await dina.taps(code)
    await dina.taps(label(dina, "button-medical-found"))
    await desk.days(20, HOURS)
    held = [one for one in await everything_held(desk) if not one.place.startswith("entries.")]
    for secret in (WORDS, WHY, DOCTOR, "Navbatga"):
        assert [one.place for one in held if secret in one.words] == []
    await omar.sends(f"/start q_{code}")
    assert sees(omar, "question-gone")
