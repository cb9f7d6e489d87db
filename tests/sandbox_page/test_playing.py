import asyncio
from collections.abc import Callable

import pytest

from sandbox.accounts import Json
from sandbox.passing import Passing
from sandbox.playing import Player
from sandbox.refusals import SandboxRefusal
from sandbox.story import ROLES, STORY, Says, Sends, Step, Taps, Winds, cast_people
from sandbox.world import World
from tests.conftest import Desk
from tests.sandbox_page.conftest import EchoBot

STEPS = (
    Step("One.", "owner", (Says("salem"), Taps("token:*"))),
    Step("Two.", "finder", (Sends(41.45, 69.32), Winds(24))),
    Step("Three.", "channel"),
)


@pytest.fixture
def bot(world: World) -> EchoBot:
    return EchoBot(world)


@pytest.fixture
def play(world: World, bot: EchoBot) -> Callable[..., Player]:
    casts = cast_people(world) | {"channel": world.add_channel("Channel", "tabyldy_test").id}

    def make(*steps: Step) -> Player:
        return Player(world, bot.settle, Passing(world), casts, steps or STEPS)

    return make


def seen(player: Player) -> Json:
    view = player.view()
    assert view is not None
    return view


async def test_the_main_story_plays_through_the_real_bot(desk: Desk) -> None:
    casts = cast_people(desk.world) | {"channel": desk.channel.id, "moderators": desk.moderators.id}
    player = Player(desk.world, desk.settle, Passing(desk.world), casts)
    await player.move("start")
    for number, step in enumerate(STORY, start=1):
        view = seen(player)
        assert (view["step"], view["caption"], view["problem"]) == (number, step.caption, None)
        assert view["pane"] == casts[step.who]
        await player.move("next")
    (post,) = desk.posts
    assert "Вернулся" in post.text
    for told in ("Жаңабай", "Исраилов", "4471"):
        assert told not in post.text
    assert "Жаңабай И." in next(iter(desk.world.chats[casts["seeker"]].newest_first)).text
    for role in ("owner", "finder"):
        assert "❤️" in next(iter(desk.world.chats[casts[role]].newest_first)).text


def test_the_story_is_told_in_short_plain_captions() -> None:
    parts = {role.name for role in ROLES} | {"channel", "moderators"}
    for step in STORY:
        assert step.who in parts
        assert 10 < len(step.caption) <= 110
        assert step.caption.endswith(".")


async def test_free_play_shows_no_story(play: Callable[..., Player]) -> None:
    player = play()
    assert player.view() is None
    with pytest.raises(SandboxRefusal, match="Show me"):
        await player.move("next")


async def test_each_move_plays_one_step(play: Callable[..., Player], world: World) -> None:
    player, start = play(), world.clock.now()
    await player.move("start")
    assert (seen(player)["step"], seen(player)["steps"], seen(player)["last"]) == (1, 3, False)
    assert world.last_toast(player.casts["owner"]) is not None
    await player.move("next")
    assert (world.clock.now() - start).days == 1
    await player.move("next")
    assert (seen(player)["pane"], seen(player)["last"]) == (player.casts["channel"], True)
    await player.move("stop")
    assert player.view() is None


async def test_a_used_phone_is_replaced_when_the_story_begins_anew(
    play: Callable[..., Player], world: World
) -> None:
    player = play()
    before = dict(player.casts)
    await player.move("start")
    assert player.casts == before
    await player.move("start")
    assert player.casts["owner"] != before["owner"]
    assert player.casts["seeker"] == before["seeker"]
    assert world.accounts[player.casts["owner"]].first_name == "Жаңабай"


async def test_a_deleted_account_is_replaced_as_well(play: Callable[..., Player], world: World) -> None:
    player = play()
    before = player.casts["owner"]
    world.deactivate(before)
    await player.move("start")
    assert player.casts["owner"] != before


async def test_a_missing_button_is_named_and_the_step_can_be_tried_again(
    play: Callable[..., Player], world: World, bot: EchoBot
) -> None:
    player = play(Step("One.", "owner", (Says("salem"), Taps("token:later"))))
    await player.move("start")
    assert "no button token:later (there are: token:salem)" in seen(player)["problem"]
    assert seen(player)["last"] is False
    owner = player.casts["owner"]
    world.send_text(owner, owner, "later")
    await bot.settle()
    await player.move("next")
    assert (seen(player)["problem"], seen(player)["last"]) == (None, True)


@pytest.mark.parametrize("switch", ["net_down", "flood_seconds"])
async def test_the_story_waits_while_the_bot_cannot_answer(
    play: Callable[..., Player], world: World, switch: str
) -> None:
    player = play()
    setattr(world, switch, 20)
    await player.move("start")
    assert "Net down" in seen(player)["problem"]
    setattr(world, switch, 0)
    await player.move("next")
    assert (seen(player)["step"], seen(player)["problem"]) == (1, None)


async def test_stopping_in_the_middle_of_a_step_ends_it(world: World) -> None:
    gate, told = asyncio.Event(), asyncio.Event()

    async def settle() -> None:
        told.set()
        await gate.wait()

    casts = cast_people(world)
    player = Player(
        world, settle, Passing(world), casts, (Step("One.", "owner", (Says("one"), Says("two"))),)
    )
    playing = asyncio.create_task(player.move("start"))
    await told.wait()
    await player.move("next")  # a second press while the step is being played
    await player.move("stop")
    gate.set()
    await playing
    assert player.view() is None
    assert [message.text for message in world.chats[casts["owner"]].messages.values()] == ["one"]
