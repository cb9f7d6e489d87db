"""Stories of digests when everything goes wrong: each item keeps one live post in its channel."""

import pytest

from domain.errors import StorageUnavailable
from relay import documents
from storage import digests as stored_digests
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted
from tests.conversations.conftest import MakeMachine
from tests.conversations.machine import Machine
from tests.conversations.reposting import (
    ABLE,
    DAY,
    HOUR,
    MUTE,
    SETTLING,
    act,
    advanced,
    asked_of,
    counted,
    dies_while_sending,
    forwarded,
    gone_by,
    telling_of,
    three,
)
from tests.conversations.steps import data_of, words


async def test_two_digests_that_waited_for_the_net_show_nothing_twice(desk: Desk) -> None:
    _, codes = await three(desk)
    desk.world.net_down = True
    await gone_by(desk, 30 * HOUR)
    await gone_by(desk, 2 * DAY)
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [1, 1, 1]
    said = [
        call.params.get("text", "") for call in desk.world.calls if call.ok and call.method == "sendMessage"
    ]
    stub = words("ru", "digest-moved", link=words("ru", "digest-look"))
    assert not [text for text in said if stub[:12] in text], "what nobody needs any more is not sent first"


@pytest.mark.thorough
async def test_an_item_brought_forward_leaves_the_digest_that_still_waits(desk: Desk) -> None:
    _, codes = await three(desk)
    desk.world.net_down = True
    await gone_by(desk, 30 * HOUR)
    await forwarded(desk, codes[0])
    await gone_by(desk, 18 * HOUR)
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [1, 1, 1]


async def test_digests_that_could_not_be_posted_show_nothing_twice_when_sent_again(machine: Machine) -> None:
    timur = machine.moderator("Timur")
    _, codes = await three(machine)
    machine.channel.bot = MUTE
    await gone_by(machine, 30 * HOUR)
    await forwarded(machine, codes[0])
    await machine.tick()
    await gone_by(machine, 20 * HOUR)
    await machine.tick()
    assert counted(machine, codes) == [1, 1, 1], "the former posts stay"
    machine.channel.bot = ABLE
    for asked in asked_of(machine):
        await timur.taps_stale(asked, data_of(asked, "resend:"))
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [1, 1, 1]


@pytest.mark.thorough
async def test_a_week_without_rights_ends_with_one_post_of_each(machine: Machine) -> None:
    _, codes = await three(machine)
    machine.channel.bot = MUTE
    for _ in range(14):
        await gone_by(machine, 12 * HOUR)
    machine.channel.bot = ABLE
    for _ in range(40):
        await gone_by(machine, 12 * HOUR)
    assert counted(machine, codes) == [1, 1, 1]


async def test_a_former_post_that_could_not_go_is_not_forgotten(machine: Machine) -> None:
    """The bot loses its rights between a digest and the end of what it replaces."""
    _, codes = await three(machine)
    machine.world.clock.wind(30 * HOUR)
    await advanced(machine)
    await machine.app.worker.drain()
    machine.channel.bot = MUTE
    await advanced(machine)
    await machine.app.worker.drain()
    machine.channel.bot = ABLE
    assert counted(machine, codes) == [2, 2, 2]
    await gone_by(machine, 3 * DAY)
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [1, 1, 1]


async def test_a_digest_that_was_left_in_doubt_is_followed_by_the_next(machine: Machine) -> None:
    timur = machine.moderator("Timur")
    _, codes = await three(machine)
    machine.world.clock.wind(30 * HOUR)
    await advanced(machine)
    machine.world.answers_lost = True
    await machine.app.worker.drain()
    machine.world.answers_lost = False
    [*_, maybe] = machine.posts
    machine.channel.messages.pop(maybe.id)  # it never came
    await machine.tick()
    [asked] = asked_of(machine)
    again = data_of(asked, "resend:")
    await timur.taps_stale(asked, data_of(asked, "leave:"))
    assert counted(machine, codes) == [1, 1, 1]
    await gone_by(machine, 4 * DAY)
    assert counted(machine, codes) == [1, 1, 1]
    assert len({telling_of(machine.channel, code)[0].id for code in codes}) == 1
    _, overtaken = words("ru", "trouble-overtaken", code="|").split("|")
    assert [overtaken in message.text for message in machine.to_moderators].count(True) == 1
    await timur.taps_stale(asked, again)
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [1, 1, 1]


async def test_an_end_while_the_digest_is_on_its_way_is_said_after_it(machine: Machine) -> None:
    aliya, codes = await three(machine)
    machine.world.clock.wind(30 * HOUR)
    await advanced(machine)
    await dies_while_sending(machine, "sendMessage", act(machine, aliya, codes[0], documents.withdraw))
    await machine.tick()
    timur = machine.moderator("Timur")
    for asked in asked_of(machine):
        await timur.taps_stale(asked, data_of(asked, "resend:"))
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [0, 1, 1]


@pytest.mark.thorough
async def test_a_digest_deleted_by_hand_comes_back_with_the_next(desk: Desk) -> None:
    _, codes = await three(desk)
    await gone_by(desk, 30 * HOUR)
    [digest] = desk.posts
    desk.world.remove(digest)
    await gone_by(desk, 3 * DAY)
    assert counted(desk, codes) == [1, 1, 1]


@pytest.mark.thorough
async def test_a_former_post_deleted_by_hand_is_no_trouble(machine: Machine) -> None:
    _, codes = await three(machine)
    for post in list(machine.posts):
        machine.world.remove(post)
    await gone_by(machine, 30 * HOUR)
    await machine.tick()
    assert counted(machine, codes) == [1, 1, 1]
    assert asked_of(machine) == []


@pytest.mark.thorough
async def test_a_channel_that_comes_and_one_that_goes(make_desk: MakeMachine) -> None:
    desk = await make_desk()
    aliya, codes = await three(desk)
    kazakh = desk.world.add_channel("Kazakh", "tabyldy_kk")
    desk.changes(more_channels=(("kk", kazakh.id),))
    await desk.restart()
    await gone_by(desk, 30 * HOUR)
    assert counted(desk, codes) == [1, 1, 1]
    assert [len(telling_of(kazakh, code)) for code in codes] == [1, 1, 1]
    desk.changes(more_channels=(), channel_language="kk")
    await desk.restart()
    await gone_by(desk, 2 * DAY)
    await act(desk, aliya, codes[0], documents.withdraw)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [0, 1, 1]
    assert [len(telling_of(kazakh, code)) for code in codes] == [0, 1, 1]


@pytest.mark.parametrize("step", ["sendMessage", pytest.param("deleteMessage", marks=pytest.mark.thorough)])
async def test_power_lost_at_any_step_of_a_digest(machine: Machine, step: str) -> None:
    _, codes = await three(machine)
    machine.world.clock.wind(30 * HOUR)
    await advanced(machine)
    if step == "deleteMessage":
        await machine.app.worker.drain()
        await advanced(machine)
    await dies_while_sending(machine, step)
    await machine.tick()
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [1, 1, 1]
    for _ in range(2):
        await gone_by(machine, 2 * DAY)
    assert counted(machine, codes) == [1, 1, 1]


@pytest.mark.parametrize("step", ["add_lines", pytest.param("make", marks=pytest.mark.thorough)])
async def test_a_full_disk_leaves_nothing_half_done(
    machine: Machine, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, codes = await three(machine)
    machine.world.clock.wind(30 * HOUR)

    async def full(*_: object) -> None:
        raise StorageUnavailable("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(stored_digests, step, full)
        with pytest.raises(StorageUnavailable):
            await advanced(machine)
    await machine.app.worker.drain()
    assert counted(machine, codes) == [1, 1, 1]
    assert len(machine.posts) == 3
    await gone_by(machine, SETTLING)
    assert counted(machine, codes) == [1, 1, 1]
    assert len(machine.posts) == 1


@pytest.mark.thorough
async def test_garbage_on_the_buttons_of_the_timetable_is_answered(desk: Desk) -> None:
    _, [code, *_] = await three(desk)
    timur = desk.moderator("Timur")
    await timur.sends("/schedule", chat=desk.moderators.id)
    table = desk.to_moderators[-1]
    for garbage in (
        "",
        ":",
        "item",
        "item:",
        "skip:x.y",
        "forward:" + "я" * 20,
        "pause:question",
        "resume:",
        "list:x",
    ):
        assert await timur.taps_stale(table, f"schedule:{garbage}") is not None
    for argument in ("x" * 4000, "<b>", f"{code} {code}"):
        before = len(desk.to_moderators)
        await timur.sends(f"/schedule {argument}", chat=desk.moderators.id)
        assert len(desk.to_moderators) > before
    aliya = await acquainted(desk, "Boris", "ru")
    await aliya.sends("/schedule")
    assert code not in aliya.screen
