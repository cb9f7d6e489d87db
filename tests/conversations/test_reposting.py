"""Stories of what comes back to the channel: in digests, at good hours, and never twice at once."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot import jobs
from domain.reposts import Rules
from relay.work import Work
from sandbox.chats import Chat, Standing
from storage import schema
from tests.conftest import START, Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import data_of, label, words

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.person import Person

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
OTHERS = ("КАРИМОВА ДИЛНОЗА", "ЮСУПОВ РУСТАМ", "ОМАРОВ ЕРЛАН")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


async def later(desk: Desk, span: timedelta) -> None:
    """Let the bot sleep so long; then the clock does what is due, and in its next round what follows."""
    desk.world.clock.wind(span)
    await desk.tick()
    await desk.tick()


async def parts(desk: Desk, count: int) -> AsyncIterator[None]:
    """Let days go by from the afternoon on, looking into each part of them a little after it has begun."""
    for _ in range(count):
        for hours in (5, 14, 5):
            await later(desk, hours * HOUR + timedelta(minutes=5 if hours == 5 else -10))
            yield


def posts(desk: Desk) -> "list[Message]":
    """What the channel has of single items: the weekly summary is a picture."""
    return [message for message in desk.posts if message.photo is None]


def standing(chat: Chat) -> "list[Message]":
    return [message for message in chat.messages.values() if message.from_bot]


def telling_of(chat: Chat, code: str) -> "list[Message]":
    """The messages of a channel from which a report can be opened."""
    return [m for m in standing(chat) if f"r_{code}" in json.dumps([m.entities, m.inline])]


def pointer() -> str:
    """What stays where a post was that is too old to be deleted."""
    return words("ru", "digest-moved", link=words("ru", "digest-look"))


async def taken_back(finder: "Person", name: str) -> None:
    await finder.sends("/my")
    for button in (name, label(finder, "button-withdraw-r"), label(finder, "button-withdraw-r-sure")):
        await finder.taps(button)


async def test_a_find_comes_back_the_next_evening_and_its_first_post_goes(
    desk: Desk, someone: Newcomer
) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    [first] = posts(desk)
    await later(desk, timedelta(hours=28))  # 18:00 of the next day: less than a day by noon's digest
    assert posts(desk) == [first]
    await later(desk, timedelta(hours=1, minutes=5))
    [digest] = posts(desk)
    assert digest is not first
    assert words("ru", "digest-title-find") in digest.text
    assert [digest] == telling_of(desk.channel, code)
    await desk.tick()
    assert posts(desk) == [digest]


async def test_a_first_post_too_old_to_be_deleted_points_on(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    await later(desk, 3 * DAY)
    first, digest = posts(desk)
    assert first.text == pointer()
    assert words("ru", "digest-title-find") in digest.text
    assert first.inline == []


async def test_finds_of_one_place_stand_together(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    for name, place in zip(OTHERS, ("Чорсу", "@kzuz_zhibek_zholy", "Чорсу"), strict=True):
        await reported(desk, aliya, name, place=place)
    await later(desk, timedelta(hours=30))
    [digest] = posts(desk)
    assert [digest.text.count(place) for place in ("Чорсу", "Жибек Жолы")] == [1, 1]
    assert [name.split()[0] in digest.text.upper() for name in OTHERS] == [False] * 3


async def test_what_has_ended_is_struck_through_in_its_digest(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    other = await reported(desk, aliya, OTHERS[0])
    await later(desk, timedelta(hours=30))
    await taken_back(aliya, NAME)
    [digest] = posts(desk)
    assert telling_of(desk.channel, code) == []
    assert telling_of(desk.channel, other) == [digest]
    assert "strikethrough" in json.dumps(digest.entities)
    assert "Жаңабай" not in digest.text
    async for _ in parts(desk, 4):
        assert telling_of(desk.channel, code) == []


@pytest.mark.thorough
async def test_an_item_has_one_live_post_all_month_long(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    seen: set[int] = set()
    async for _ in parts(desk, 28):
        [post] = telling_of(desk.channel, code)
        seen.add(post.id)
    assert len(seen) == 5  # its own, then after 1, 3, 7 and 14 days
    left = [post.text for post in posts(desk) if post.id != max(seen)]
    assert set(left) <= {pointer()}


async def test_each_channel_has_digests_in_its_language(make_desk: MakeMachine) -> None:
    desk = await make_desk()
    kazakh = desk.world.add_channel("Kazakh", "tabyldy_kk")
    desk.changes(more_channels=(("kk", kazakh.id),))
    await desk.restart()
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    assert [len(telling_of(chat, code)) for chat in (desk.channel, kazakh)] == [1, 1]
    await later(desk, timedelta(hours=30))
    [russian], [own] = telling_of(desk.channel, code), telling_of(kazakh, code)
    assert words("ru", "digest-title-find") in russian.text
    assert words("kk", "digest-title-find") in own.text
    await taken_back(aliya, NAME)
    assert telling_of(desk.channel, code) + telling_of(kazakh, code) == []


async def test_after_an_outage_there_is_one_digest(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    codes = [await reported(desk, aliya, name) for name in OTHERS]
    await later(desk, 6 * DAY)
    before = {post.id for post in posts(desk)}
    await later(desk, timedelta(minutes=20))
    assert {post.id for post in posts(desk)} == before
    [digest] = {post.id for code in codes for post in telling_of(desk.channel, code)}
    assert digest in before


@pytest.mark.parametrize(
    ("oclock", "comes"),
    [(15, False), (18, False), (19, True), (22, False), (28, False), (32, False), (33, True)],
)
async def test_digests_come_by_day(desk: Desk, someone: Newcomer, oclock: int, *, comes: bool) -> None:
    """A find of 14:00, looked at `oclock` hours after midnight: 33 is nine in the morning."""
    await reported(desk, await someone("Aliya", "kk"), NAME)
    [first] = posts(desk)
    await later(desk, (10 + oclock) * HOUR)
    assert (first not in posts(desk)) is comes


async def test_a_full_day_keeps_new_finds_for_the_digest(make_desk: MakeMachine) -> None:
    desk = await make_desk(reposts=Rules(posts_per_day=4), reports_per_day=20)
    aliya = await acquainted(desk, "Aliya", "kk")
    codes = [await reported(desk, aliya, name) for name in (*OTHERS, NAME)]
    out = [len(telling_of(desk.channel, code)) for code in codes]
    assert out == [1, 1, 0, 0]  # the digests of noon and evening keep their places
    await later(desk, timedelta(hours=5, minutes=10))
    assert [len(telling_of(desk.channel, code)) for code in codes] == [1, 1, 1, 1]


async def test_a_digest_in_doubt_keeps_the_former_posts_until_it_is_out(machine: Machine) -> None:
    aliya, timur = await acquainted(machine, "Aliya", "kk"), machine.moderator("Timur")
    code = await reported(machine, aliya, NAME)
    machine.world.clock.wind(timedelta(hours=30))
    await jobs.until_done(machine.app, jobs.ROUNDS["reposts"])
    machine.world.answers_lost = True
    await machine.app.worker.drain()
    machine.world.answers_lost = False
    first, maybe = posts(machine)
    machine.world.clock.wind(timedelta(minutes=10))
    await machine.settle()
    await machine.tick()
    assert posts(machine) == [first, maybe]
    asked = next(message for message in machine.to_moderators if code in message.text)
    await timur.taps_stale(asked, data_of(asked, "resend:"))
    await later(machine, HOUR)
    assert first not in posts(machine)
    assert len(posts(machine)) == 2


async def test_a_channel_that_lets_nobody_delete_keeps_a_pointer(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    desk.channel.bot = Standing("administrator", can_post=False, can_edit=True)
    await later(desk, timedelta(hours=30))
    assert len(posts(desk)) == 1
    desk.channel.bot = Standing("administrator", can_post=True, can_edit=True)


async def test_nothing_of_what_ended_is_kept_in_the_digests(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    await reported(desk, aliya, NAME)
    await reported(desk, aliya, OTHERS[0])
    await later(desk, timedelta(hours=30))
    await taken_back(aliya, NAME)
    await later(desk, 4 * DAY)

    async def contents(work: Work) -> list[str]:
        rows = await work.tx.execute(select(schema.messages.c.id, schema.messages.c.content))
        return [work.tx.vault.open(row.content, f"messages.content.{row.id}") for row in rows]

    held = await desk.app.relay.work(contents)
    assert [text for text in held if "Жаңабай" in text] == []


async def test_a_restart_in_the_middle_changes_nothing(make_desk: MakeMachine) -> None:
    desk = await make_desk()
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    for _ in range(10):
        await desk.restart()
        await later(desk, 4 * HOUR)
        assert len(telling_of(desk.channel, code)) == 1
    assert len(posts(desk)) == 1


async def test_a_digest_that_an_outage_kept_waits_for_the_morning(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    desk.world.net_down = True
    await silent(desk, 30 * HOUR)  # the evening's digest is written and cannot leave
    await silent(desk, 4 * HOUR)  # it is midnight
    desk.world.net_down = False
    await later(desk, HOUR)
    [first] = telling_of(desk.channel, code)
    assert first.date == START
    await later(desk, 7 * HOUR)
    [digest] = telling_of(desk.channel, code)
    assert digest is not first
    assert digest.date.astimezone(desk.app.relay.policy.zone).hour == 8


async def silent(desk: Desk, span: timedelta) -> None:
    """The clock does what it does while the net is down: nothing can be fetched from Telegram."""
    desk.world.clock.wind(span)
    await jobs.until_done(desk.app, jobs.ROUNDS["reposts"])
    await desk.app.worker.drain()
