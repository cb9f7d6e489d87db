"""Stories of the week in numbers: on Sunday evening, once, in every channel's language, and nobody's name."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.appeals import AppealState
from domain.ledger import EntryKind
from domain.summaries import ELSEWHERE, Place, Summary, Week
from media.charts import HEIGHT, WIDTH
from relay import summaries
from relay.work import Work
from sandbox.chats import Chat
from sandbox.clock import SandboxClock
from storage import ledger, notes
from tests.bot.given import entries, tenge
from tests.conftest import Desk
from tests.conversations.asking_help import asks_for_help, opened
from tests.conversations.beforehand import reported, waiting
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import CHECKPOINT, label, words
from tests.conversations.talking import NAME, Talk, asks_for_it, connected, returned, two
from tests.relay.given_appeals import given

if TYPE_CHECKING:
    from sandbox.messages import Message

OTHER = "ОМАРОВА ДИНА"
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
TO_SUNDAY = timedelta(days=7, hours=4)  # from Sunday 14:00 in Almaty, where the page lives, to 18:00
TO_TUESDAY = timedelta(days=2, hours=8)  # to 22:00, when the week before is passed over
WEEK = timedelta(days=7)


async def later(desk: Desk, span: timedelta) -> None:
    """Let the bot sleep so long; then the clock does what is due."""
    desk.world.clock.wind(span)
    await desk.tick()


def drawn(desk: Desk, chat: Chat | None = None) -> "list[Message]":
    """The pictures in a channel."""
    every = (chat or desk.channel).messages.values()
    return [message for message in every if message.from_bot and message.photo]


def told(desk: Desk) -> list[str]:
    """What moderators were told of what is stuck."""
    heads = (words("ru", "stuck-title"), words("ru", "stuck-nothing"))
    return [message.text for message in desk.to_moderators if message.text.startswith(heads)]


def lines(message: "Message") -> list[str]:
    return [line for line in message.text.splitlines() if line]


async def summary_of(desk: Desk, week: Week) -> Summary:
    """What is counted for a week."""
    relay = desk.app.relay
    return await relay.database.read(lambda tx: summaries._summary(relay, week, tx))


async def both_said_so(talk: Talk) -> None:
    """The document comes home, but nobody typed a code."""
    await talk.finder.taps_stale(talk.finder.messages[-1], f"given:{talk.id}")
    await talk.owner.taps(label(talk.owner, "button-received"))


async def test_on_sunday_evening_the_channel_sees_the_week_in_numbers_once(
    desk: Desk, someone: Newcomer
) -> None:
    talk = await two(desk)
    await returned(talk)
    await reported(desk, talk.finder, OTHER)
    await waiting(desk, await someone("Dina", "uz"), "Юсупов Рустам")
    await later(desk, TO_TUESDAY)
    await later(desk, TO_SUNDAY - TO_TUESDAY - MINUTE)
    assert drawn(desk) == []
    await later(desk, MINUTE)
    [picture] = drawn(desk)
    assert picture.photo is not None
    assert (picture.photo.width, picture.photo.height) == (WIDTH, HEIGHT)
    assert lines(picture) == [
        words("ru", "summary-title", first="22 ноября", last="28 ноября"),
        words("ru", "summary-returned", count=1),
        words("ru", "summary-found", count=2),
        words("ru", "summary-waiting", count=1),
        words("ru", "summary-owners", count=1),
        words("ru", "summary-thanks"),
    ]
    for part in (*NAME.split(), *OTHER.split(), talk.code):
        assert part.casefold() not in picture.text.casefold()
    await desk.tick()
    await later(desk, HOUR)
    await later(desk, DAY)
    assert drawn(desk) == [picture]
    assert len(told(desk)) == 1


@pytest.mark.thorough
async def test_the_next_week_is_told_a_week_later_with_its_own_numbers(desk: Desk) -> None:
    talk = await two(desk)
    await returned(talk)
    for _ in range(2):
        await returned(await connected(desk, talk.finder, talk.owner))
    await reported(desk, talk.finder, OTHER)
    await later(desk, TO_SUNDAY)
    await later(desk, WEEK)
    first, second = drawn(desk)
    assert words("ru", "summary-returned", count=3) in first.text
    assert words("ru", "summary-title", first="29 ноября", last="5 декабря") in second.text
    assert words("ru", "summary-returned", count=0) in second.text
    assert words("ru", "summary-waiting", count=1) in second.text
    assert words("ru", "summary-days", days=0) in second.text, "of the last 90 days, where a week has too few"


@pytest.mark.thorough
async def test_where_it_was_found_is_known_although_the_report_has_forgotten_it(desk: Desk) -> None:
    talk = await two(desk)
    await returned(talk)
    await both_said_so(await connected(desk, talk.finder, talk.owner, OTHER))
    await reported(desk, talk.finder, "ЮСУПОВ РУСТАМ", place="чайхана у моста")
    await reported(desk, talk.finder, "КАРИМОВ АЛИ")
    await later(desk, TO_TUESDAY)
    await later(desk, TO_SUNDAY - TO_TUESDAY)
    week = Week(desk.app.relay.clock.now().date())
    assert await summary_of(desk, week) == Summary(
        returned=1,
        found=4,
        waiting=2,
        owners=0,
        days=None,
        places=[Place(CHECKPOINT, 1, 1), Place(ELSEWHERE, 0, 1)],
    )


@pytest.mark.thorough
async def test_after_an_outage_it_is_told_late(desk: Desk) -> None:
    await returned(await two(desk))
    await later(desk, TO_SUNDAY + DAY)
    assert len(drawn(desk)) == len(told(desk)) == 1


@pytest.mark.thorough
async def test_what_is_missed_by_more_is_passed_over(desk: Desk) -> None:
    await returned(await two(desk))
    await later(desk, TO_SUNDAY + timedelta(days=2, hours=3))
    assert drawn(desk) == []
    assert told(desk) == []


@pytest.mark.thorough
async def test_in_quiet_hours_it_waits_for_their_end(desk: Desk) -> None:
    await returned(await two(desk))
    await later(desk, TO_SUNDAY + 4 * HOUR)
    assert drawn(desk) == [], "it is 22:00"
    await later(desk, 10 * HOUR - MINUTE)
    assert drawn(desk) == []
    await later(desk, MINUTE)
    assert len(drawn(desk)) == 1


async def test_after_three_weeks_of_sleep_only_one_is_told(desk: Desk) -> None:
    talk = await two(desk)
    await returned(talk)
    await reported(desk, talk.finder, OTHER)
    await later(desk, TO_SUNDAY + 2 * WEEK)
    await later(desk, HOUR)
    [picture] = drawn(desk)
    assert words("ru", "summary-title", first="6 декабря", last="12 декабря") in picture.text


@pytest.mark.thorough
async def test_it_survives_a_restart_and_a_clock_that_jumps_back(machine: Machine) -> None:
    talk = await two(machine)
    await returned(talk)
    await reported(machine, talk.finder, OTHER)
    await later(machine, TO_SUNDAY)
    await machine.restart()
    await machine.tick()
    await later(machine, WEEK)
    assert len(drawn(machine)) == 2
    for back in (WEEK, WEEK + HOUR, HOUR, timedelta()):
        earlier = SandboxClock(machine.world.clock.now() - back)
        assert await summaries.tell(replace(machine.app.relay, clock=earlier)) == 0
    assert len(drawn(machine)) == 2


@pytest.mark.thorough
async def test_of_processes_that_tell_it_at_the_same_moment_one_does(desk: Desk) -> None:
    await returned(await two(desk))
    desk.world.clock.wind(TO_SUNDAY)
    did = await asyncio.gather(*(summaries.tell(desk.app.relay) for _ in range(3)))
    await desk.settle()
    assert sum(did) == len(drawn(desk)) == 1


@pytest.mark.thorough
async def test_every_channel_reads_it_in_its_language(desk: Machine) -> None:
    kazakh = desk.world.add_channel("Kazakh", "tabyldy_kk")
    desk.changes(more_channels=(("kk", kazakh.id),))
    await desk.restart()
    await returned(await two(desk))
    await later(desk, TO_SUNDAY)
    [russian], [other] = drawn(desk), drawn(desk, kazakh)
    assert words("ru", "summary-returned", count=1) in russian.text
    assert words("kk", "summary-returned", count=1) in other.text
    assert words("kk", "summary-title", first="22 қараша", last="28 қараша") in other.text
    assert russian.photo != other.photo, "the words on it are in that language too"


async def test_open_appeals_are_told_with_how_many_showed_receipts(desk: Desk, someone: Newcomer) -> None:
    code = await opened(desk, await someone("Ернар", "kk"))

    async def write(work: Work) -> None:
        for entry in entries([(EntryKind.SPENT, tenge(7))], work, code=code, digest="ab" * 32):
            await ledger.append(work.tx, entry)

    await later(desk, TO_TUESDAY)
    await desk.app.relay.work(write)
    await later(desk, TO_SUNDAY - TO_TUESDAY)
    [picture] = [each for each in drawn(desk) if words("ru", "summary-thanks") in each.text]
    assert words("ru", "summary-appeals", count=1) in picture.text
    assert words("ru", "summary-proven", count=1) in picture.text


async def test_where_nothing_was_and_nobody_waits_the_channel_is_left_in_peace(desk: Desk) -> None:
    await later(desk, TO_SUNDAY)
    assert drawn(desk) == []
    assert told(desk) == [words("ru", "stuck-nothing")]


@pytest.mark.thorough
async def test_without_a_channel_the_moderators_are_told_all_the_same(make_desk: MakeMachine) -> None:
    desk = await make_desk(channel=None)
    await later(desk, TO_SUNDAY)
    assert told(desk) == [words("ru", "stuck-nothing")]


async def test_moderators_read_what_is_stuck_and_what_to_do(desk: Desk, someone: Newcomer) -> None:
    silent = await two(desk)
    await reported(desk, silent.finder, OTHER)
    angry = await connected(desk, await someone("Dina", "ru"), await someone("Karim", "uz"), "КАРИМОВ АЛИ")
    await asks_for_it(angry.owner, "money", angry.id)
    await desk.app.relay.work(lambda work: notes.put(work.tx, "paused", "watch"))
    await later(desk, TO_SUNDAY)
    [text] = told(desk)
    kinds = f"{words('ru', 'kind-money')}: 1"
    assert text.splitlines()[0] == words("ru", "stuck-title")
    for expected in (
        words("ru", "stuck-cases", count=1, kinds=kinds),
        words("ru", "stuck-talks", count=1),
        words("ru", "stuck-paused", kinds=words("ru", "stuck-paused-watch")),
    ):
        assert expected in text
    assert words("ru", "stuck-claims", count=1) not in text
    await later(desk, WEEK)
    assert words("ru", "stuck-unclaimed", count=1) in told(desk)[-1]


async def test_moderators_read_of_appeals_that_nobody_checks_and_outcomes_that_nobody_tells(
    desk: Desk, someone: Newcomer
) -> None:
    waits = await someone("Ернар", "kk")
    await asks_for_help(waits)

    async def put(work: Work) -> None:
        await given(work, "K7M4Q", AppealState.ENDED)

    await desk.app.relay.work(put)
    await later(desk, TO_SUNDAY)
    [text] = told(desk)
    assert words("ru", "stuck-appeals", count=1) in text
    assert words("ru", "stuck-outcomes", count=1) in text
    assert words("ru", "kind-appeal") not in text, "it is not told twice"
