"""Stories of broadcasts: on their way in every language, paused, resumed, cancelled, sent again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.people import Role
from domain.subscriptions import Quiet, Topic
from relay import broadcasts as product
from relay import subscriptions
from relay.work import Work
from sandbox.person import Person
from storage import people, volunteers
from storage.schema import deliveries
from tests.conftest import MakeDesk
from tests.conversations.beforehand import acquainted
from tests.conversations.broadcasting import (
    NEWS,
    NEWS_KK,
    after,
    card_of,
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
from tests.conversations.steps import label, presses, sees, words


async def test_a_broadcast_reaches_each_in_their_language_and_ends_with_a_report(
    make_desk: MakeDesk,
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    aliya = await subscribed(desk, "Aliya", "kk")
    dilnoza = await subscribed(desk, "Dilnoza", "uz", Topic.MEDICAL)
    gone = await subscribed(desk, "Gone", "ru")
    stranger = await acquainted(desk, "Stranger", "ru")
    desk.world.block(gone.id)  # what the bot will only learn by writing
    desk.world.updates.confirm(10**9)
    await writes(timur, kk=NEWS_KK)
    assert sees(timur, "broadcast-count", count=4)
    uzbek, russian = words("ru", "broadcast-language-uz"), words("ru", "broadcast-language-ru")
    assert sees(timur, "broadcast-readers-other", name=uzbek, number=1, other=russian)
    assert sees(timur, "broadcast-takes", span=words("ru", "broadcast-moments"), pace="30")
    await timur.taps(label(timur, "button-broadcast-sample"))
    assert [times_got(timur, text) for text in (NEWS, NEWS_KK)] == [1, 1]
    await presses(timur, "send")
    assert sees(timur, "broadcast-ask", count=4)
    assert times_got(boris, NEWS) == 0, "one tap sends nothing"
    await taps_go(timur)
    assert sees(timur, "broadcast-starting")
    await desk.tick()
    await desk.tick()
    assert [times_got(boris, NEWS), times_got(aliya, NEWS_KK), times_got(dilnoza, NEWS)] == [1, 1, 1]
    assert times_got(stranger, NEWS) == 0
    assert numbers_of(timur, "done") == [4, 3, 1, 0, 0]
    told = [message.text for message in desk.to_moderators]
    assert len(told) == 1
    assert words("ru", "broadcast-state-done") in told[0]
    assert [note for action, note in await log_of(desk) if action == "broadcast"] == [
        "scheduled",
        "started",
        "✅3 🚫1 ❓0 ⚠0 ✖0",
    ]
    await desk.tick()
    assert [times_got(boris, NEWS), times_got(aliya, NEWS_KK)] == [1, 1]


async def test_the_same_in_kazakh_paused_resumed_and_cancelled(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "kk")
    crowd = [await subscribed(desk, f"Reader {number}", "kk") for number in range(3)]
    asleep = [await subscribed(desk, f"Sleeper {number}", "kk", quiet=Quiet(13, 16)) for number in range(2)]
    await writes(timur, ru="", kk=NEWS_KK)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    subject = await only_one(desk)
    await timur.taps_stale(timur.messages[-1], f"broadcast:pause:{subject}")
    await after(desk, timedelta(minutes=10))
    assert [times_got(one, NEWS_KK) for one in crowd] == [0] * 3, "nothing leaves while it rests"
    assert numbers_of(timur, "paused", "kk") == [5, 0, 0, 0, 0]
    again = await timur.taps_stale(timur.messages[-1], f"broadcast:pause:{subject}")
    assert again == words("kk", "broadcast-already")
    await timur.sends("/broadcast")
    await timur.taps(label(timur, "button-broadcast-resume"))
    assert [times_got(one, NEWS_KK) for one in crowd] == [1] * 3
    await after(desk)
    assert numbers_of(timur, "running", "kk") == [5, 3, 0, 0, 0]
    assert words("kk", "broadcast-later", count=2) in card_of(timur, "running", "kk")
    await timur.taps(label(timur, "button-broadcast-cancel"))
    assert sees(timur, "broadcast-cancel-ask")
    await timur.taps(label(timur, "button-broadcast-stop"))
    await after(desk)
    assert words("kk", "broadcast-taken-back", count=2) in card_of(timur, "cancelled", "kk")
    assert await held_states(desk) == {"sent": 3, "cancelled": 2}
    stale = await timur.taps_stale(timur.messages[-1], f"broadcast:resume:{subject}")
    assert stale == words("kk", "broadcast-over")
    await after(desk, timedelta(hours=5))
    assert [times_got(one, NEWS_KK) for one in asleep] == [0] * 2
    notes = [note for action, note in await log_of(desk) if action == "broadcast"]
    assert notes == ["scheduled", "started", "paused", "running", "cancelled", "✅3 🚫0 ❓0 ⚠0 ✖2"]


async def test_an_answer_that_was_lost_is_in_doubt_and_sent_again_only_when_asked_twice(
    make_desk: MakeDesk,
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    desk.world.answers_lost = True
    await desk.app.worker.drain()
    desk.world.answers_lost = False
    await after(desk, timedelta(minutes=10))
    assert times_got(boris, NEWS) == 1, "what perhaps arrived is not repeated by itself"
    assert numbers_of(timur, "done") == [1, 0, 0, 1, 0]
    await timur.taps(label(timur, "button-broadcast-again", count=1))
    assert sees(timur, "broadcast-again-ask", count=1)
    assert times_got(boris, NEWS) == 1
    await timur.taps(label(timur, "button-broadcast-resend"))
    await after(desk)
    assert times_got(boris, NEWS) == 2
    assert numbers_of(timur, "done") == [1, 1, 0, 0, 0]
    resend = f"broadcast:resend:{await only_one(desk)}"
    assert await timur.taps_stale(timur.messages[-1], resend) == words("ru", "broadcast-over")


async def test_who_sleeps_gets_it_in_the_morning(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru")
    sleeper = await subscribed(desk, "Sleeper", "ru", quiet=Quiet(13, 16))  # 14:00 in Tashkent
    await writes(timur)
    assert sees(timur, "broadcast-later", count=1)
    await starts(desk, timur)
    assert [times_got(boris, NEWS), times_got(sleeper, NEWS)] == [1, 0]
    await after(desk)
    assert words("ru", "broadcast-later", count=1) in card_of(timur, "running", "ru")
    await after(desk, timedelta(hours=2))
    await after(desk)
    assert times_got(sleeper, NEWS) == 1
    assert numbers_of(timur, "done")[:2] == [2, 2]


async def test_whose_quiet_hours_begin_while_it_rests_is_left_in_peace(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    sleeper = await subscribed(desk, "Sleeper", "ru", quiet=Quiet(22, 8))
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await fills(desk)
    subject = await only_one(desk)
    await timur.taps_stale(timur.messages[-1], f"broadcast:pause:{subject}")
    desk.world.clock.wind(timedelta(hours=9))
    await timur.taps_stale(timur.messages[-1], f"broadcast:resume:{subject}")
    await after(desk)
    assert times_got(sleeper, NEWS) == 0
    await after(desk, timedelta(hours=14))
    assert times_got(sleeper, NEWS) == 1


async def test_a_restart_in_the_middle_loses_nothing_and_repeats_nothing(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    crowd = [await subscribed(desk, f"Reader {number}", "ru") for number in range(4)]
    await writes(timur)
    await desk.restart()
    await presses(timur, "send")
    await taps_go(timur)
    await desk.restart()
    await fills(desk)
    await desk.restart()
    await after(desk)
    await after(desk)
    assert [times_got(one, NEWS) for one in crowd] == [1] * 4
    assert numbers_of(timur, "done")[:2] == [4, 4]


async def test_one_goes_at_a_time_and_the_other_waits(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    boris = await subscribed(desk, "Boris", "ru", quiet=Quiet(13, 16))
    await writes(timur)
    await starts(desk, timur)
    await writes_another(timur)
    await presses(timur, "send")
    await taps_go(timur)
    assert sees(timur, "broadcast-waits")
    await after(desk)
    await timur.sends("/broadcast")
    assert words("ru", "broadcast-state-running") in timur.screen
    await after(desk, timedelta(hours=2))
    await after(desk)
    await after(desk)
    assert times_got(boris, NEWS) == 2


async def test_who_stops_and_who_comes_late_get_nothing(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    leaver = await subscribed(desk, "Leaver", "ru")
    stays = await subscribed(desk, "Stays", "ru")
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    await leaver.sends("/stop")
    desk.world.clock.wind(timedelta(seconds=1))
    await desk.tick()
    late = await subscribed(desk, "Late", "ru", since=desk.world.clock.now() + timedelta(seconds=1))
    await after(desk)
    assert [times_got(one, NEWS) for one in (leaver, stays, late)] == [0, 1, 0]


async def test_three_days_later_who_got_what_is_forgotten(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    await subscribed(desk, "Boris", "ru")
    await writes(timur)
    await starts(desk, timur)
    await after(desk)
    assert await held_states(desk) == {"sent": 1}
    await after(desk, timedelta(days=3, minutes=1))
    assert await held_states(desk) == {}
    assert await only_one(desk), "that there was one, and when, stays"


@pytest.mark.thorough
async def test_an_author_who_erased_themselves_is_shown_nothing_more(make_desk: MakeDesk) -> None:
    desk, _ = await with_owner(make_desk, "ru")
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await subscribed(desk, "Boris", "ru")

    async def promote(work: Work) -> None:
        known = await people.find(work.tx, aliya.id, work.now)
        assert known is not None
        await volunteers.put(work.tx, known.id, Role.MODERATOR, "Aliya")

    await desk.app.relay.work(promote)
    await writes(aliya)
    await presses(aliya, "send")
    await taps_go(aliya)
    await fills(desk)
    await aliya.sends("/delete")
    await aliya.taps("delete.sure")
    seen = len(aliya.messages)
    await after(desk)
    await after(desk)
    assert times_got(boris, NEWS) == 1
    assert len(aliya.messages) == seen
    assert words("ru", "broadcast-state-done") in desk.to_moderators[-1].text


async def test_the_audience_is_written_in_pages_and_never_held_whole(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    for number in range(5):
        await subscribed(desk, f"Reader {number}", "ru")
    await writes(timur)
    await presses(timur, "send")
    await taps_go(timur)
    monkeypatch.setattr(product, "PAGE", 2)
    await desk.app.relay.work(product.advance)  # it starts
    grown = [0]
    while await desk.app.relay.work(product.advance):
        grown.append((await held_states(desk)).get("queued", 0))
    assert grown == [0, 2, 4, 5]


async def test_while_the_net_is_down_its_changes_do_not_pile_up(make_desk: MakeDesk) -> None:
    desk, timur = await with_owner(make_desk, "ru")
    sleepers = [
        await subscribed(desk, f"Sleeper {hour}", "ru", quiet=Quiet(13, hour)) for hour in (16, 17, 18)
    ]
    await writes(timur)
    await starts(desk, timur)
    seen = len(timur.messages)
    desk.world.net_down = True
    for sleeper in sleepers:  # so that every time there is something new to say
        await _stops(desk, sleeper)
        desk.world.clock.wind(timedelta(seconds=6))
        await fills(desk)
    assert await _queued_for(desk, timur) == 2, "one change of the card, and the report"
    desk.world.net_down = False
    await after(desk)
    assert len(timur.messages) == seen + 1
    assert numbers_of(timur, "done")[:2] == [3, 0]
    assert words("ru", "broadcast-taken-back", count=3) in card_of(timur, "done", "ru")


async def _stops(desk: Machine, person: Person) -> None:
    """`/stop`, without an answer."""

    async def stop(work: Work) -> None:
        known = await people.find(work.tx, person.id, work.now)
        assert known is not None
        await subscriptions.stop(work, known)

    await desk.app.relay.work(stop)


async def _queued_for(desk: Machine, person: Person) -> int:
    """How many notices wait to be sent to a person."""

    async def count(work: Work) -> int:
        known = await people.find(work.tx, person.id, work.now)
        assert known is not None
        which = (deliveries.c.recipient == known.id, deliveries.c.state == "queued")
        return len((await work.tx.execute(select(deliveries.c.id).where(*which))).all())

    return await desk.app.relay.work(count)
