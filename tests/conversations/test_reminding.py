"""Stories of what finders are asked and advised in time, before their reports run out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.documents import DocumentType, ReportState
from domain.people import BanKind
from domain.subscriptions import Quiet
from storage import subscribers
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.claiming import ends, report_of
from tests.conversations.conftest import Newcomer
from tests.conversations.news import chosen, subscribed
from tests.conversations.reminding import (
    DAY,
    HOUR,
    NAME,
    WAITS_FOR,
    about,
    banned,
    day,
    is_advised,
    is_asked,
    passes,
)
from tests.conversations.steps import (
    LANGUAGES,
    asks,
    label,
    newest,
    presses,
    sees,
    was_told,
    words,
)
from tests.conversations.traces import all_of, hands_over, proves, report_id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_finder_is_advised_asked_twice_and_told_the_end(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    aliya = await someone("Aliya", language)
    code = await reported(desk, aliya, NAME)
    before = len(aliya.messages)
    await passes(desk, 6 * DAY)
    assert len(aliya.messages) == before
    await passes(desk, DAY)
    assert is_advised(aliya, code, 7)
    assert aliya.buttons() == [label(aliya, f"button-{what}") for what in ("hand-in", "still-have")]
    await passes(desk, 16 * DAY)
    assert is_asked(aliya, code, 30)
    verbs = ("keep-open", "settled", "hand-in")
    assert aliya.buttons() == [label(aliya, f"button-{verb}") for verb in verbs]
    await passes(desk, 5 * DAY)
    assert is_asked(aliya, code, 30)
    await passes(desk, 2 * DAY)
    assert sees(aliya, "found-expired", code=code, days=30)
    await passes(desk, 5 * DAY)
    assert len(aliya.messages) == before + 4


@pytest.mark.parametrize("language", ["ru", *all_of("kk")])
async def test_one_tap_keeps_a_report_open_and_a_second_changes_nothing(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    aliya = await someone("Aliya", language)
    code = await reported(desk, aliya, NAME)
    await passes(desk, 23 * DAY)
    asked, said = aliya.messages[-1], len(aliya.messages)
    await aliya.taps(label(aliya, "button-keep-open"))
    assert sees(aliya, "found-renewed", code=code, day=day(aliya, 53))
    assert aliya.messages[-1].buttons == []
    assert await aliya.taps_stale(asked, f"renew:{await report_id(desk, code)}") == ""
    assert sees(aliya, "found-renewed", code=code, day=day(aliya, 53))
    assert len(aliya.messages) == said, "the question itself was answered in place"
    await passes(desk, 7 * DAY)
    assert is_advised(aliya, code, 30)
    await passes(desk, 16 * DAY)
    assert is_asked(aliya, code, 53)
    await aliya.sends("/my")
    await aliya.taps("ИСРАИЛОВ")
    assert sees(aliya, "my-open-until", day=day(aliya, 53))


async def test_who_still_has_it_says_so_under_the_advice(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 7 * DAY)
    await aliya.taps(label(aliya, "button-still-have"))
    assert sees(aliya, "found-renewed", code=code, day=day(aliya, 37))


async def test_who_hands_it_in_is_advised_no_more_but_asked_whether_it_lies_there(
    desk: Desk, someone: Newcomer
) -> None:
    aliya = await someone("Aliya", "ru")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 7 * DAY)
    await aliya.taps(label(aliya, "button-hand-in"))
    assert asks(aliya, "hand_in-handed_to")
    await presses(aliya, "a:police")
    await aliya.sends("отдел у моста")
    await presses(aliya, "send")
    said = len(aliya.messages)
    await passes(desk, 22 * DAY)
    assert len(aliya.messages) == said
    await passes(desk, DAY)
    assert sees(aliya, "care-warning-elsewhere", **about(aliya, code, day=day(aliya, 37)))
    assert aliya.buttons() == [label(aliya, f"button-{verb}") for verb in ("keep-open", "settled")]
    await aliya.taps(label(aliya, "button-keep-open"))
    assert sees(aliya, "found-renewed", code=code, day=day(aliya, 60))


async def test_what_is_back_is_taken_back_from_the_question(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "uz")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 23 * DAY)
    await aliya.taps(label(aliya, "button-settled"))
    assert sees(aliya, "withdraw-r-ask")
    await aliya.taps(label(aliya, "button-withdraw-r-sure"))
    assert sees(aliya, "withdraw-r-done")
    assert (await report_of(desk, code)).state == "withdrawn"


async def test_a_question_answered_late_is_met_kindly(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "ru"), await someone("Boris", "kk")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 23 * DAY)
    asked, keep = newest(aliya, f"renew:{await report_id(desk, code)}")
    conversation = await proves(boris, code)
    await aliya.taps_stale(asked, keep)
    assert was_told(aliya, "renewed-claimed", code=code)
    await hands_over(aliya, boris, conversation)
    await passes(desk, 4 * DAY)
    await aliya.taps_stale(asked, keep)
    assert was_told(aliya, "mention-returned", code=code)


async def test_a_report_that_moderators_look_at_is_not_kept_open(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 23 * DAY)
    asked, keep = newest(aliya, f"renew:{await report_id(desk, code)}")
    await ends(desk, code, ReportState.HIDDEN)
    assert await aliya.taps_stale(asked, keep) == words("kk", "my-hidden")
    said = len(aliya.messages)
    await passes(desk, 6 * DAY)
    assert len(aliya.messages) == said


async def test_a_claimed_report_is_not_asked_about(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    conversation = await proves(boris, code)
    said = len(aliya.messages)
    await passes(desk, 10 * DAY)
    assert len(aliya.messages) == said
    await boris.taps(f"stop:{conversation}")
    await boris.taps(f"sure.stop:{conversation}")
    await desk.tick()
    assert is_advised(aliya, code, 10), "nobody has to remember that the talk is over"


async def test_after_an_outage_each_report_is_spoken_of_once(make_desk: MakeDesk) -> None:
    desk = await make_desk(reports_per_day=100, new_for=timedelta(0), channel=None)
    aliya = await acquainted(desk, "Aliya", "ru")
    codes = [await reported(desk, aliya, f"Сейткали {'А' * (number + 2)}") for number in range(51)]
    said = len(aliya.messages)
    await passes(desk, 25 * DAY)
    new = aliya.messages[said:]
    assert sorted(code for code in codes for message in new if code in message.text) == sorted(codes)
    assert len(new) == len(codes)
    await desk.tick()
    await passes(desk, DAY)
    assert len(aliya.messages) == said + len(codes)


async def test_nobody_is_woken(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    said = len(aliya.messages)
    await passes(desk, 7 * DAY + 9 * HOUR)  # 23:00
    await passes(desk, 8 * HOUR + 59 * HOUR / 60)
    assert len(aliya.messages) == said
    await passes(desk, HOUR / 60)
    assert is_advised(aliya, code, 7)


async def test_who_has_chosen_quiet_hours_is_left_in_peace_in_them(desk: Desk) -> None:
    aliya = await subscribed(desk, "Aliya", "ru", "documents")
    own = replace(await chosen(desk, aliya), quiet=Quiet(9, 20))
    await desk.app.relay.work(lambda work: subscribers.save(work.tx, own))
    code = await reported(desk, aliya, NAME)
    said = len(aliya.messages)
    await passes(desk, 7 * DAY)
    assert len(aliya.messages) == said
    await passes(desk, 6 * HOUR)
    assert is_advised(aliya, code, 7)


async def test_nothing_runs_out_in_the_finders_night(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "ru")
    code = await reported(desk, aliya, NAME)
    await passes(desk, 30 * DAY + 10 * HOUR)
    assert not was_told(aliya, "found-expired", code=code, days=30)
    await passes(desk, 8 * HOUR)
    assert sees(aliya, "found-expired", code=code, days=30)


async def test_each_type_of_document_has_its_own_time(make_desk: MakeDesk) -> None:
    desk = await make_desk(open_for_types={DocumentType.ID_CARD: 3 * DAY})
    aliya = await acquainted(desk, "Aliya", "ru")
    code = await reported(desk, aliya, NAME, type="id_card")
    values = {"type": label(aliya, "type-id_card"), "code": code, "day": day(aliya, 3)}
    await passes(desk, 2 * DAY + 6 * HOUR)
    assert sees(aliya, "care-warning-finder", **values)
    await passes(desk, 18 * HOUR)
    assert sees(aliya, "found-expired", code=code, days=3)
    other = await reported(desk, aliya, "ОМАРОВА ДИНА")
    await passes(desk, 4 * DAY)
    assert (await report_of(desk, other)).state == "open"


async def test_who_blocked_the_bot_finds_no_pile_of_questions(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    aliya.blocks()
    await desk.settle()
    await passes(desk, 29 * DAY)
    aliya.unblocks()
    await aliya.sends("/my")
    assert not aliya.told(words("kk", "care-warning-finder", **about(aliya, code, day="")).split("\n")[0])


async def test_a_silent_ban_is_not_to_be_told_by_silence(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "ru")
    await banned(desk, aliya, BanKind.SHADOW)
    code = await reported(desk, aliya, NAME)
    assert desk.posts == []
    await passes(desk, 7 * DAY)
    assert is_advised(aliya, code, 7)
    await passes(desk, 16 * DAY)
    assert is_asked(aliya, code, 30)
    await aliya.taps(label(aliya, "button-keep-open"))
    assert sees(aliya, "found-renewed", code=code, day=day(aliya, 53))
    assert desk.posts == []


async def test_who_is_banned_is_asked_nothing_they_could_not_answer(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "ru")
    await reported(desk, aliya, NAME)
    await waiting(desk, aliya, WAITS_FOR)
    await banned(desk, aliya, BanKind.BAN)
    said = len(aliya.messages)
    await passes(desk, 29 * DAY)
    assert len(aliya.messages) == said
