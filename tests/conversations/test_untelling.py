"""Stories of lost documents in the channel that are changed, taken away, tapped too late, or hidden."""

import json
from datetime import timedelta

from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.lost_in_channel import (
    DAY,
    KNOWN,
    NAME,
    PLACE,
    PRINTED,
    SHOWN,
    later,
    lost_in,
    publishes,
    removes,
    shadows,
    shows_own,
    telling_of,
    told_in_the_channel,
    withdraws,
)
from tests.conversations.moderating import asks_volunteer, decides, log_of
from tests.conversations.steps import (
    code_in,
    data_of,
    label,
    presses,
    sees,
    told_of,
    waits_for,
    words,
)

# taking it back, changing it


async def test_a_post_can_be_taken_away_while_the_owner_waits_on(desk: Desk, someone: Newcomer) -> None:
    owner, finder = await someone("Boris", "kk"), await someone("Aliya", "ru")
    code = await told_in_the_channel(desk, owner)
    await removes(owner)
    assert sees(owner, "lost-public-removed")
    [post] = desk.posts
    assert post.text == words("ru", "post-lost-over")
    await finder.sends(code)
    assert SHOWN not in finder.screen
    find = await reported(desk, finder, PRINTED)
    assert len(told_of(owner, find)) == 1
    await later(desk, 2 * DAY)
    assert telling_of(desk.channel, code) == []


async def test_what_was_taken_away_can_be_told_again(make_desk: MakeMachine) -> None:
    desk = await make_desk(new_for=KNOWN)
    owner = await acquainted(desk, "Boris", "ru")
    first = await told_in_the_channel(desk, owner)
    await removes(owner)
    second = await publishes(owner)
    assert [len(telling_of(desk.channel, code)) for code in (first, second)] == [0, 1]
    await later(desk, timedelta(hours=30))
    assert len(telling_of(desk.channel, second)) == 1


async def test_a_change_reaches_the_post(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    code = await told_in_the_channel(desk, owner)
    await shows_own(owner)
    await owner.taps(label(owner, "button-edit"))
    await presses(owner, "change:place")
    await owner.sends("вокзал")
    await presses(owner, "send")
    assert sees(owner, "lost-public-changed")
    [post] = telling_of(desk.channel, code)
    assert "вокзал" in post.text
    assert PLACE not in post.text


async def test_each_channel_tells_it_in_its_language(make_desk: MakeMachine) -> None:
    desk = await make_desk()
    kazakh = desk.world.add_channel("Kazakh", "tabyldy_kk")
    desk.changes(more_channels=(("kk", kazakh.id),))
    await desk.restart()
    owner = await acquainted(desk, "Boris", "kk")
    await waits_for(owner, NAME)
    await owner.taps(label(owner, "button-tell-channel"))
    shown = owner.screen
    await owner.taps(label(owner, "button-publish-lost"))
    code = code_in(owner.screen)
    [russian], [own] = telling_of(desk.channel, code), telling_of(kazakh, code)
    assert own.text in shown
    assert words("ru", "post-lost", card="").split("\n")[0] in russian.text
    await withdraws(owner)
    assert russian.text == words("ru", "post-lost-over")
    assert own.text == words("kk", "post-lost-over")


# taps that come late, or too often


async def test_a_second_tap_changes_nothing(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    await waits_for(owner, NAME)
    saved = owner.messages[-1]
    tell = data_of(saved, "tell:")
    await owner.taps(tell)
    preview = owner.messages[-1]
    agreed = data_of(preview, "public:")
    await owner.taps(agreed)
    for message, data in ((preview, agreed), (saved, tell)):
        assert await owner.taps_stale(message, data) == words("ru", "lost-public-already")
    assert len(desk.posts) == 1
    await removes(owner)
    untell = tell.replace("tell:", "untell:")
    assert await owner.taps_stale(saved, untell) == words("ru", "tap-stale")


async def test_what_was_changed_since_the_preview_is_not_published(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    await waiting(desk, owner, NAME, place=PLACE)
    await shows_own(owner)
    await owner.taps(label(owner, "button-tell-channel"))
    preview = owner.messages[-1]
    await shows_own(owner)
    await owner.taps(label(owner, "button-edit"))
    await presses(owner, "change:place")
    await owner.sends("вокзал")
    await presses(owner, "send")
    assert await owner.taps_stale(preview, data_of(preview, "public:")) == words("ru", "tap-stale")
    assert desk.posts == []


async def test_an_ended_or_foreign_watch_is_not_published(desk: Desk, someone: Newcomer) -> None:
    owner, stranger = await someone("Boris", "ru"), await someone("Aliya", "kk")
    await waits_for(owner, NAME)
    await owner.taps(label(owner, "button-tell-channel"))
    preview = owner.messages[-1]
    agreed = data_of(preview, "public:")
    await stranger.sends("/my")
    assert await stranger.taps_stale(stranger.messages[-1], agreed) == words("kk", "my-gone")
    await withdraws(owner)
    assert await owner.taps_stale(preview, agreed) == words("ru", "my-gone")
    assert desk.posts == []


async def test_a_code_that_is_taken_is_not_given_twice(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    taken = await reported(desk, await someone("Aliya", "kk"), "ОМАРОВА ДИНА")
    await waits_for(owner, NAME)
    await owner.taps(label(owner, "button-tell-channel"))
    preview = owner.messages[-1]
    agreed = data_of(preview, "public:")
    assert taken not in agreed
    _, watch, _, seal = agreed.split(":")
    assert await owner.taps_stale(preview, f"public:{watch}:{taken}:{seal}") == words("ru", "tap-stale")
    assert len(desk.posts) == 1


async def test_the_channel_hears_of_so_many_of_one_person_a_day(make_desk: MakeMachine) -> None:
    desk = await make_desk(new_for=KNOWN, public_watches_per_day=2)
    owner = await acquainted(desk, "Boris", "ru")
    names = (NAME, "Омарова Дина", "Каримов Алишер")
    for name in names:
        await waiting(desk, owner, name)
    for name in names[:2]:
        await publishes(owner, name)
    await shows_own(owner, names[2])
    await owner.taps(label(owner, "button-tell-channel"))
    toast = await owner.taps(label(owner, "button-publish-lost"))
    assert toast == words("ru", "lost-public-too-many", limit=2)
    assert len(desk.posts) == 2
    desk.world.clock.wind(DAY)
    await publishes(owner, names[2])
    assert len(desk.posts) == 3


# moderators


async def test_moderators_take_it_out_and_the_owner_is_told(make_desk: MakeMachine) -> None:
    desk = await make_desk(new_for=KNOWN)
    owner, timur = await acquainted(desk, "Boris", "kk"), desk.moderator("Timur")
    code = await told_in_the_channel(desk, owner)
    await timur.sends(f"/hide {code}", chat=desk.moderators.id)
    assert words("ru", "lost-public-hidden-done", code=code) in desk.to_moderators[-1].text
    assert [post.text for post in desk.posts] == [words("ru", "post-lost-over")]
    assert sees(owner, "lost-public-hidden", code=code)
    assert ("hidden", "passport") in await log_of(desk)
    await timur.sends(f"/audit {code}", chat=desk.moderators.id)
    assert words("ru", "audit-hidden") in desk.to_moderators[-1].text
    await shows_own(owner)
    toast = await owner.taps(label(owner, "button-tell-channel"))
    assert toast == words("kk", "lost-public-rest")
    find = await reported(desk, await acquainted(desk, "Aliya", "ru"), PRINTED)
    assert len(told_of(owner, find)) == 1
    desk.world.clock.wind(DAY)
    await publishes(owner)


async def test_only_moderators_hide(desk: Desk, someone: Newcomer) -> None:
    code = await told_in_the_channel(desk, await someone("Boris", "ru"))
    stranger = await someone("Aliya", "kk")
    await stranger.sends(f"/hide {code}")
    assert sees(stranger, "not-a-moderator")
    assert len(telling_of(desk.channel, code)) == 1


async def test_who_is_banned_leaves_the_channel(desk: Desk, someone: Newcomer) -> None:
    owner, timur = await someone("Boris", "ru"), desk.moderator("Timur")
    code = await told_in_the_channel(desk, owner)
    await asks_volunteer(desk, owner, await reported(desk, await someone("Aliya", "kk"), "ОМАРОВА ДИНА"))
    card = desk.to_moderators[-1]
    for verb in ("menu.more", "ban.week"):
        await decides(timur, card, verb)
    assert telling_of(desk.channel, code) == []
    assert words("ru", "post-lost-over") in [post.text for post in desk.posts]


async def test_who_is_banned_in_silence_sees_the_same_and_nobody_else_does(
    desk: Desk, someone: Newcomer
) -> None:
    owner, finder = await someone("Boris", "ru"), await someone("Aliya", "kk")
    await waiting(desk, owner, NAME)
    await shadows(desk, owner)
    code = await publishes(owner)
    assert sees(owner, "lost-public-done", code=code)
    assert desk.posts == []
    link = desk.app.relay.policy.deep_link(f"w_{code}")
    await finder.opens(link)
    assert sees(finder, "lost-gone")
    await owner.opens(link)
    assert SHOWN in owner.screen
    await later(desk, 2 * DAY)
    assert lost_in(desk) == []
    await removes(owner)
    assert sees(owner, "lost-public-removed")


async def test_what_is_written_under_a_silent_ban_reaches_no_post(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    await told_in_the_channel(desk, owner)
    await shadows(desk, owner)
    await shows_own(owner)
    await owner.taps(label(owner, "button-edit"))
    await presses(owner, "change:place")
    await owner.sends("вокзал")
    await presses(owner, "send")
    assert sees(owner, "lost-public-changed")
    await later(desk, 2 * DAY)
    assert not any("вокзал" in post.text for post in desk.posts)


# what is held


async def test_ones_own_data_tell_that_it_is_public(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    code = await told_in_the_channel(desk, owner)
    await owner.sends("/mydata")
    readable, data = (held.decode() for _, held in owner.documents[-2:])
    assert words("ru", "mydata-public-watch", code=code) in readable
    [watch] = json.loads(data)["watches"]
    assert watch["in_the_channel_as"] == code
