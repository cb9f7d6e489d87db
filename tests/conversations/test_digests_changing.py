"""Stories of what stands in a digest and changes, ends or moves on: nothing is shown twice, nothing stays."""

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from domain.broadcasts import utf16_length
from domain.documents import PublicName, ReportState
from domain.reposts import Rules
from relay import digests, documents, people, privacy
from relay.items import Find, Item
from relay.work import Work
from sandbox.entities import parse_html
from storage import documents as stored
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine
from tests.conversations.reposting import (
    DAY,
    HOUR,
    NAMES,
    SETTLING,
    SHOWN,
    act,
    changed,
    counted,
    forwarded,
    gone_by,
    hidden,
    kept,
    shown_again,
    telling_of,
    three,
)
from tests.conversations.steps import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence


async def test_former_words_of_a_digest_are_forgotten_when_an_item_moves_on(desk: Desk) -> None:
    aliya, codes = await three(desk)
    await gone_by(desk, 30 * HOUR)
    await forwarded(desk, codes[0])
    await gone_by(desk, 14 * HOUR)
    assert counted(desk, codes) == [1, 1, 1]
    [elsewhere], [together] = (telling_of(desk.channel, code) for code in codes[:2])
    assert elsewhere.id != together.id
    assert len(await kept(desk, SHOWN[0])) == 1
    await act(desk, aliya, codes[0], documents.withdraw)
    await gone_by(desk, SETTLING)
    await desk.tick()
    desk.world.clock.wind(4 * DAY)
    await desk.tick()
    assert await kept(desk, SHOWN[0], codes[0]) == []


async def test_an_own_post_that_moved_on_is_forgotten(desk: Desk) -> None:
    _, codes = await three(desk)
    assert len(await kept(desk, SHOWN[0])) == 1
    await gone_by(desk, 30 * HOUR)
    held = await kept(desk, SHOWN[0])
    assert len(held) == 1
    assert SHOWN[1] in held[0], "the digest alone"
    assert counted(desk, codes) == [1, 1, 1]


async def test_somebodys_words_for_a_place_go_with_what_has_ended(desk: Desk) -> None:
    aliya = await acquainted(desk, "Aliya", "kk")
    first = await reported(desk, aliya, NAMES[0], place="у тёти Гули")
    await reported(desk, aliya, NAMES[1])
    await gone_by(desk, 30 * HOUR)
    await act(desk, aliya, first, documents.withdraw)
    await gone_by(desk, SETTLING)
    [digest] = desk.posts
    assert "Гули" not in digest.text
    assert "strikethrough" in json.dumps(digest.entities)
    desk.world.clock.wind(4 * DAY)
    await desk.tick()
    assert await kept(desk, "Гули", SHOWN[0]) == []


async def test_three_ends_within_a_second_become_one_digest(desk: Desk) -> None:
    aliya, codes = await three(desk)
    await gone_by(desk, 30 * HOUR)
    for code in codes:
        await act(desk, aliya, code, documents.withdraw)
    before = len([call for call in desk.world.calls if call.method == "editMessageText"])
    await gone_by(desk, SETTLING)
    after = len([call for call in desk.world.calls if call.method == "editMessageText"])
    assert after - before == 1
    assert counted(desk, codes) == [0, 0, 0]


async def test_erased_with_a_digest_that_waits(desk: Desk) -> None:
    aliya, codes = await three(desk)
    desk.world.net_down = True
    await gone_by(desk, 30 * HOUR)

    async def erased(work: Work) -> None:
        await privacy.erase(work, await people.meet(work, aliya.id, None))

    await desk.app.relay.work(erased)
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [0, 0, 0]
    assert await kept(desk, *SHOWN[:3], *(f"r_{code}" for code in codes)) == []
    assert [any(name in post.text for name in SHOWN) for post in desk.posts] == [False] * len(desk.posts)


@pytest.mark.parametrize("waits", [True, pytest.param(False, marks=pytest.mark.thorough)])
async def test_a_name_changed_in_a_digest_is_the_only_one_shown(desk: Desk, *, waits: bool) -> None:
    _, codes = await three(desk)
    desk.world.net_down = waits
    await gone_by(desk, 30 * HOUR)
    await changed(desk, codes[0], name="ИСРАИЛОВ ЕРЛАН")
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    await gone_by(desk, SETTLING)
    [digest] = desk.posts
    assert [SHOWN[0] in digest.text, SHOWN[3] in digest.text] == [False, True]
    assert counted(desk, codes) == [1, 1, 1]


async def test_a_place_changed_in_a_digest_heads_its_lines_once(desk: Desk) -> None:
    aliya = await acquainted(desk, "Aliya", "kk")
    places = ("Ангрен", "Бухара", "Бухара", "Хива")
    codes = [
        await reported(desk, aliya, name, place=place) for name, place in zip(NAMES, places, strict=True)
    ]
    await gone_by(desk, 30 * HOUR)
    await changed(desk, codes[0], place="Хива")
    await gone_by(desk, SETTLING)
    [digest] = desk.posts
    assert [digest.text.count(place) for place in ("Ангрен", "Бухара", "Хива")] == [0, 1, 1]
    assert [telling_of(desk.channel, code) for code in codes] == [[digest]] * 4


@pytest.mark.parametrize("waits", [True, pytest.param(False, marks=pytest.mark.thorough)])
async def test_hidden_and_shown_again_there_is_one_post(desk: Desk, *, waits: bool) -> None:
    _, codes = await three(desk)
    desk.world.net_down = waits
    await gone_by(desk, 30 * HOUR)
    for code in codes:
        await hidden(desk, code)
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    assert counted(desk, codes) == [0, 0, 0]
    for code in codes[:2]:
        await shown_again(desk, code)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [1, 1, 0]
    for _ in range(2):
        await gone_by(desk, DAY)
    assert counted(desk, codes) == [1, 1, 0]
    assert [SHOWN[2] in post.text for post in desk.posts] == [False] * len(desk.posts)


async def test_claimed_in_a_digest_it_stays_while_the_others_move_on(desk: Desk) -> None:
    _, codes = await three(desk)
    await gone_by(desk, 30 * HOUR)
    await changed(desk, codes[0], state=ReportState.CLAIMED)
    await gone_by(desk, 2 * DAY)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [1, 1, 1]
    await changed(desk, codes[0], state=ReportState.OPEN)
    for _ in range(2):
        await gone_by(desk, DAY)
    assert counted(desk, codes) == [1, 1, 1]
    assert len(await kept(desk, SHOWN[0])) == 1


LONG = ("<b>", "&amp;", "a&b<i", "🙌", "محمد", "Ж" * 40, "x", "👨‍👩‍👧", '"', "о" * 500)


async def torn(
    desk: Desk, code: str, seed: int, count: int
) -> "tuple[list[Item], Sequence[digests.Message]]":
    """Many finds whose names and places are as bad as can be, and the digest of them."""
    chance = random.Random(seed)

    def words() -> str:
        return " ".join(chance.choice(LONG) for _ in range(chance.randrange(1, 4)))[
            : chance.randrange(1, 501)
        ]

    async def write(work: Work) -> "tuple[list[Item], Sequence[digests.Message]]":
        report = await stored.find_code(work.tx, code)
        assert report is not None
        shown: list[Item] = [
            Find(replace(report, id=work.new_id(), name=words(), place=words())) for _ in range(count)
        ]
        return shown, digests.written(work, chance.choice(LANGUAGES), shown)

    return await desk.app.relay.work(write)


async def test_a_long_digest_is_torn_between_items_alone(make_desk: MakeMachine) -> None:
    desk = await make_desk(public_name=PublicName.FULL, reposts=Rules(lines=30))
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAMES[0])
    pieces = 0
    for seed in range(3):
        shown, messages = await torn(desk, code, seed, 30)
        told = [item.subject for message in messages for item in message.items]
        assert sorted(told) == sorted(item.subject for item in shown)
        pieces += len(messages)
        for message in messages:
            read, _ = parse_html(message.content.text)
            assert utf16_length(read) <= 4096
            assert message.content.text.count(f"r_{code}") == len(message.items)
    assert pieces > 3


@pytest.mark.thorough
async def test_a_day_with_room_for_one_message_shows_what_goes_first(make_desk: MakeMachine) -> None:
    rules = Rules(lines=30, posts_per_day=1)
    desk = await make_desk(public_name=PublicName.FULL, reposts=rules, reports_per_day=1000)
    aliya = await acquainted(desk, "Aliya", "kk")
    codes = []
    for number in range(30):
        place = f"{chr(ord('Я') - number)}{'о' * 70}"  # what was reported first would stand last
        codes.append(await reported(desk, aliya, f"КАРИМОВА {'Д' * 60}", place=place))
    assert counted(desk, codes) == [0] * 30
    await gone_by(desk, 6 * HOUR)
    shown = counted(desk, codes)
    assert 10 < sum(shown) < 30
    assert shown == sorted(shown, reverse=True), "none is passed over"
    await gone_by(desk, DAY)
    assert counted(desk, codes)[sum(shown)] == 1, "whose turn it was is next"


async def test_an_end_while_the_digest_waits_changes_what_it_says(desk: Desk) -> None:
    aliya, codes = await three(desk)
    desk.world.net_down = True
    await gone_by(desk, 30 * HOUR)
    await act(desk, aliya, codes[0], documents.withdraw)
    desk.world.net_down = False
    await gone_by(desk, HOUR)
    await gone_by(desk, SETTLING)
    assert counted(desk, codes) == [0, 1, 1]
    assert [SHOWN[0] in post.text for post in desk.posts] == [False] * len(desk.posts)
