"""Stories of broadcasts that meet clumsy hands and bad days: texts cut in two, outages, others' decisions."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.broadcasts import LANGUAGES
from domain.people import Ban, BanKind, Role
from domain.subscriptions import Quiet, Topic
from handlers.broadcasts import LISTED
from relay import broadcasts as product
from relay.work import Work
from sandbox.person import Person
from storage import bans, broadcasts, people, volunteers
from storage import schema as tables
from tests.conftest import MakeDesk
from tests.conversations.beforehand import acquainted
from tests.conversations.broadcasting import (
    NEWS,
    after,
    fills,
    held_states,
    numbers_of,
    only_one,
    starts,
    subscribed,
    taps_go,
    times_got,
    with_owner,
    writes,
    writes_another,
)
from tests.conversations.machine import Machine
from tests.conversations.moderating import log_of
from tests.conversations.steps import asks, label, offers, picks, presses, sees, was_told, words

FULL = "Снег! " * 680
"""What a client makes of the first half of a text that is too long for one message."""

REST = "на перевале. Дорога закрыта."
WHILE = timedelta(minutes=1)
LIMIT = 4096


async def test_a_text_that_came_in_two_messages_is_asked_for_again(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "kk")
    await timur.sends("/broadcast")
    await timur.sends(FULL)
    desk.world.clock.wind(timedelta(seconds=1))
    await timur.sends(REST)
    assert sees(timur, "broadcast-text-torn", limit=LIMIT)
    assert asks(timur, "broadcast-text_kk")
    await timur.sends(FULL)
    desk.world.clock.wind(WHILE)
    await timur.sends(REST)
    assert asks(timur, "broadcast-text_ru"), "whoever takes a minute has written another text"
    await presses(timur, "skip", "skip")
    await picks(timur, "everybody")
    await starts(desk, timur)
    assert times_got(boris, FULL.strip()) == 1


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_second_half_of_the_last_text_and_of_a_changed_one_is_explained(
    make_desk: MakeDesk, language: str
) -> None:
    desk, timur = await with_owner(make_desk, language)
    await timur.sends("/broadcast")
    await presses(timur, "skip", "skip", "skip")
    await timur.sends(FULL)
    await timur.sends(REST)
    assert sees(timur, "form-pick-a-button")
    assert sees(timur, "broadcast-text-perhaps-torn", limit=LIMIT)
    await picks(timur, "everybody")
    await presses(timur, "change:text_ru")
    await timur.sends(FULL)
    await timur.sends(REST)
    assert sees(timur, "broadcast-text-perhaps-torn", limit=LIMIT)
    desk.world.clock.wind(WHILE)
    await timur.sends(REST)
    assert sees(timur, "form-use-buttons")
    assert not sees(timur, "broadcast-text-perhaps-torn", limit=LIMIT)


async def test_emoji_count_twice_under_a_picture(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur, ru="Снег" + "🏔" * 511)
    await presses(timur, "change:picture")
    await timur.sends_photo(caption="<b>no & words</b>")
    name = words("ru", "broadcast-language-ru")
    assert words("ru", "broadcast-too-long", name=name, total=1026, limit=1024) in timur.screen
    await presses(timur, "change:text_ru")
    await timur.sends("Снег" + "🏔" * 510)
    await timur.sends_photo()  # the rest of an album
    assert sees(timur, "form-use-buttons")
    await starts(desk, timur)
    assert times_got(boris, "Снег" + "🏔" * 510) == 1
    assert boris.messages[-1].photo


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_what_was_missed_while_the_bot_was_down_asks_before_it_goes(
    make_desk: MakeDesk, language: str
) -> None:
    desk, timur = await with_owner(make_desk, language)
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "change:moment")
    await picks(timur, "tonight")
    await presses(timur, "send")
    await taps_go(timur)
    desk.world.clock.wind(timedelta(days=1))
    await desk.restart()
    await after(desk)
    assert times_got(boris, NEWS) == 0
    assert words(language, "broadcast-missed", moment="22.11 19:00") in timur.messages[-2].text
    assert "%" not in timur.screen, "nobody is written yet: that is not all of nobody"
    await timur.taps(label(timur, "button-broadcast-resume"))
    await after(desk)
    assert times_got(boris, NEWS) == 1
    notes = [note for action, note in await log_of(desk) if action == "broadcast"]
    assert notes[:3] == ["scheduled", "paused", "running"]


async def test_two_that_were_missed_both_ask(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "change:moment")
    await picks(timur, "tonight")
    await presses(timur, "send")
    await taps_go(timur)
    await writes_another(timur)
    await presses(timur, "change:moment")
    await timur.sends("22.11 19:30")
    await presses(timur, "send")
    await taps_go(timur)
    desk.world.clock.wind(timedelta(days=1))
    await desk.restart()
    await after(desk)
    await timur.taps(label(timur, "button-broadcast-cancel"))
    await timur.taps(label(timur, "button-broadcast-stop"))
    await after(desk)
    assert was_told(timur, "broadcast-missed", moment="22.11 19:30")
    assert times_got(boris, NEWS) == 0


async def test_what_waited_for_another_one_goes_without_a_question(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    sleeper = await subscribed(desk, "Sleeper", "ru", quiet=Quiet(13, 17))  # until three hours from now
    await writes(timur)
    await starts(desk, timur)
    for _ in range(2):
        await writes_another(timur)
        await presses(timur, "send")
        await taps_go(timur)
    for wait in (timedelta(hours=3), *[timedelta(seconds=6)] * 6):
        await after(desk, wait)
    assert [times_got(boris, NEWS), times_got(sleeper, NEWS)] == [3, 3]


async def test_a_short_outage_only_delays_it(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    desk.world.clock.wind(product.PUNCTUAL)
    await desk.restart()
    await after(desk, timedelta())
    assert times_got(boris, NEWS) == 1


@pytest.mark.parametrize("kind", BanKind)
async def test_who_is_banned_meanwhile_starts_nothing(make_desk: MakeDesk, kind: BanKind) -> None:
    desk, _ = await with_owner(make_desk, "ru")
    aliya, boris = await _moderator(desk, "Aliya", "kk"), await subscribed(desk, "Boris", "ru")
    await writes(aliya)
    await presses(aliya, "send")
    await taps_go(aliya)
    await desk.app.relay.work(lambda work: bans.put(work.tx, aliya.id, Ban(kind, None)))
    await after(desk)
    assert times_got(boris, NEWS) == 0
    assert desk.to_moderators[-1].text.startswith(words("ru", "broadcast-dropped"))


async def test_an_author_learns_that_another_took_back_what_they_planned(make_desk: MakeDesk) -> None:
    desk, chief = await with_owner(make_desk, "ru")
    aliya = await _moderator(desk, "Aliya", "kk")
    await subscribed(desk, "Boris", "ru")
    await writes(aliya)
    await presses(aliya, "change:moment")
    await picks(aliya, "tomorrow")
    await starts(desk, aliya)
    seen = len(aliya.messages)
    await chief.sends("/broadcast")
    await chief.taps(label(chief, "button-broadcast-cancel"))
    await chief.taps(label(chief, "button-broadcast-stop"))
    assert len(aliya.messages) == seen + 1
    assert words("kk", "broadcast-state-cancelled") in aliya.screen


async def test_two_moderators_pause_and_resume_at_once(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    aliya = await _moderator(desk, "Aliya", "kk")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    await aliya.sends("/broadcast")
    subject = await only_one(desk)
    for verb in ("pause", "resume"):
        queries = [
            desk.world.tap(one.id, one.id, one.messages[-1].id, f"broadcast:{verb}:{subject}")
            for one in (timur, aliya)
        ]
        await desk.settle()
        toasts = [desk.world.toast(query) for query in queries]
        done = {words(language, "broadcast-already") for language in ("ru", "kk")}
        assert len(done.intersection(toasts)) == 1, verb
    await after(desk)
    assert times_got(boris, NEWS) == 1


async def test_very_many_that_wait_fit_the_screen(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru")
    await writes(timur, ru="Снег & <дождь> " * 200)
    await presses(timur, "change:moment")
    await picks(timur, "tomorrow")
    await starts(desk, timur)
    await desk.app.relay.work(lambda work: _again_and_again(work, LISTED + 60))
    await timur.sends("/broadcast")
    assert sees(timur, "broadcast-more", count=60)
    assert offers(timur, "broadcast:new")


async def test_one_that_rests_for_days_keeps_nothing_of_the_former_ones(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await starts(desk, timur)
    await after(desk)
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    [running] = await desk.app.relay.work(product.going_on)
    await timur.taps_stale(timur.messages[-1], f"broadcast:pause:{running.id}")
    await after(desk, timedelta(days=4))
    assert await held_states(desk) == {"queued": 1}


async def test_in_doubt_is_not_sent_again_to_who_left_the_topic(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    stays = await subscribed(desk, "Stays", "ru", Topic.APPEALS)
    leaver = await subscribed(desk, "Leaver", "ru", Topic.APPEALS, Topic.MEDICAL)
    await writes(timur, topic="appeals")
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    desk.world.answers_lost = True
    await desk.app.worker.drain()
    desk.world.answers_lost = False
    await after(desk, timedelta(minutes=10))
    await leaver.sends("/settings")
    await leaver.taps("news")
    await leaver.taps("news:off:appeals")
    await timur.taps(label(timur, "button-broadcast-again", count=2))
    await timur.taps(label(timur, "button-broadcast-resend"))
    await after(desk)
    assert [times_got(stays, NEWS), times_got(leaver, NEWS)] == [2, 1]


async def test_power_lost_between_any_two_pages_repeats_and_skips_nobody(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    crowd = [await subscribed(desk, f"Reader {number}", "ru") for number in range(5)]
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    monkeypatch.setattr(product, "PAGE", 2)
    while await desk.app.relay.work(product.advance):
        await desk.restart()
    await after(desk)
    await after(desk)
    assert [times_got(one, NEWS) for one in crowd] == [1] * 5
    assert numbers_of(timur, "done")[:2] == [5, 5]


async def test_who_blocks_leaves_or_erases_themselves_in_the_middle_gets_nothing_more(
    make_desk: MakeDesk,
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    stays, blocks, stops, gone = [await subscribed(desk, name, "kk") for name in ("A", "B", "C", "D")]
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    subject = await only_one(desk)
    await timur.taps_stale(timur.messages[-1], f"broadcast:pause:{subject}")
    blocks.blocks()
    await stops.sends("/stop")
    await gone.sends("/delete")
    await gone.taps("delete.sure")
    await stays.sends("/language")
    await stays.taps("language:en")
    await timur.taps_stale(timur.messages[-1], f"broadcast:resume:{subject}")
    await after(desk)
    await after(desk)
    assert [times_got(one, NEWS) for one in (stays, blocks, stops, gone)] == [1, 0, 0, 0]
    assert numbers_of(timur, "done")[1:] == [1, 1, 0, 0]
    assert await held_states(desk) == {"sent": 1, "unreachable": 1, "cancelled": 1}


async def test_cancelled_while_its_pages_are_written(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    crowd = [await subscribed(desk, f"Reader {number}", "ru") for number in range(5)]
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    monkeypatch.setattr(product, "PAGE", 2)
    for _ in range(3):  # it starts, and two pages
        await desk.app.relay.work(product.advance)
    stop = f"broadcast:stop:{await only_one(desk)}"
    query = desk.world.tap(timur.id, timur.id, timur.messages[-1].id, stop)
    await desk.takes_all()
    assert desk.world.toast(query) == ""
    await after(desk)
    got = sum(times_got(one, NEWS) for one in crowd)
    states = await held_states(desk)
    assert got + states.get("cancelled", 0) == 4
    assert "queued" not in states


async def test_nothing_of_a_broadcast_stands_in_clear(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru", quiet=Quiet(13, 16))
    await writes(timur)
    await starts(desk, timur)

    async def rows(work: Work) -> str:
        every = [await work.tx.execute(select(table)) for table in tables.metadata.sorted_tables]
        return " ".join(str(row) for found in every for row in found)

    held = await desk.app.relay.work(rows)
    assert "Снег" not in held
    assert str(timur.id) not in held


async def _moderator(desk: Machine, name: str, language: str) -> Person:
    person = await acquainted(desk, name, language)

    async def promote(work: Work) -> None:
        known = await people.find(work.tx, person.id, work.now)
        assert known is not None
        await volunteers.put(work.tx, known.id, Role.MODERATOR, name)

    await desk.app.relay.work(promote)
    return person


async def _again_and_again(work: Work, times: int) -> None:
    """The only broadcast there is, planned so many times more."""
    [planned] = await product.going_on(work)
    said = await broadcasts.contents(work.tx, planned.id)
    for _ in range(times):
        twin = replace(planned, id=work.new_id())
        await broadcasts.add(work.tx, twin)
        await broadcasts.put_text(work.tx, twin, work.new_id(), said["ru"], LANGUAGES)
