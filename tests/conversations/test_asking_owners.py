"""Stories of owners who wait: asked every month whether they still do, and let go after two silences."""

import pytest

from domain.people import BanKind
from tests.conftest import Desk
from tests.conversations.beforehand import reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.reminding import DAY, HOUR, NAME, WAITS_FOR, banned, is_asked_about_watch, passes
from tests.conversations.steps import (
    LANGUAGES,
    asks,
    data_of,
    label,
    presses,
    sees,
    told_of,
    was_told,
    words,
)
from tests.conversations.traces import hands_in, hands_over, proves, report_id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_owner_is_asked_every_month_and_two_silences_end_it(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    boris = await someone("Boris", language)
    await waiting(desk, boris, WAITS_FOR)
    said = len(boris.messages)
    await passes(desk, 29 * DAY)
    assert len(boris.messages) == said
    await passes(desk, DAY)
    assert is_asked_about_watch(boris)
    assert boris.buttons() == [label(boris, f"button-{what}") for what in ("still-looking", "have-it")]
    await boris.taps(label(boris, "button-still-looking"))
    assert sees(boris, "care-lost-goes-on")
    await passes(desk, 30 * DAY)
    assert is_asked_about_watch(boris)
    asked = (boris.messages[-1], data_of(boris.messages[-1], "looking:"))
    await passes(desk, 30 * DAY)
    assert is_asked_about_watch(boris)
    await passes(desk, 30 * DAY)
    assert is_asked_about_watch(boris, "care-lost-over")
    assert len(boris.messages) == said + 4
    await boris.taps_stale(*asked)
    assert was_told(boris, "care-lost-late")
    await boris.taps(label(boris, "button-lost-again"))
    assert asks(boris, "lost-type")


async def test_who_has_it_back_is_wished_well_and_told_of_no_more_finds(
    desk: Desk, someone: Newcomer
) -> None:
    boris = await someone("Boris", "kk")
    await waiting(desk, boris, WAITS_FOR)
    await passes(desk, 30 * DAY)
    asked, home = boris.messages[-1], data_of(boris.messages[-1], "athome:")
    await boris.taps(label(boris, "button-have-it"))
    assert sees(boris, "care-lost-home")
    assert await boris.taps_stale(asked, home) == words("kk", "my-gone")
    code = await reported(desk, await someone("Aliya", "ru"), NAME)
    assert told_of(boris, code) == []


async def test_an_edit_and_a_not_mine_are_answers_too(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await waiting(desk, boris, WAITS_FOR)
    await passes(desk, 20 * DAY)
    await boris.sends("/my")
    await boris.taps("Исраилов")
    await boris.taps(label(boris, "button-edit"))
    await presses(boris, "change:country")
    await presses(boris, "a:KZ")
    await presses(boris, "send")
    said = len(boris.messages)
    await passes(desk, 20 * DAY)
    assert len(boris.messages) == said
    code = await reported(desk, aliya, NAME)
    await boris.taps(f"decline:{code}")
    await passes(desk, 29 * DAY)
    assert not was_told(boris, "care-lost", type=label(boris, "type-passport"), name=WAITS_FOR)
    await passes(desk, DAY)
    assert is_asked_about_watch(boris)


async def test_a_document_that_came_home_ends_the_watch_that_was_told_of_it(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris, carla = [await someone(name, "ru") for name in ("Aliya", "Boris", "Carla")]
    for owner in (boris, carla):
        await waiting(desk, owner, WAITS_FOR)
    code = await reported(desk, aliya, NAME)
    await hands_over(aliya, boris, await proves(boris, code))
    await boris.sends("/my")
    assert sees(boris, "my-nothing")
    await passes(desk, 30 * DAY)
    assert sees(boris, "my-nothing")
    assert is_asked_about_watch(carla), "who only thought so still waits"


async def test_who_blocked_the_bot_says_nothing_and_is_told_nothing(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "kk")
    await waiting(desk, boris, WAITS_FOR)
    boris.blocks()
    await desk.settle()
    said = len(boris.messages)
    for _ in range(3):
        await passes(desk, 30 * DAY)
    boris.unblocks()
    await boris.sends("/my")
    assert sees(boris, "my-nothing")
    assert len(boris.messages) == said + 1


async def test_an_owner_is_not_woken_and_one_banned_in_silence_is_asked_like_all(
    desk: Desk, someone: Newcomer
) -> None:
    boris = await someone("Boris", "ru")
    await waiting(desk, boris, WAITS_FOR)
    await banned(desk, boris, BanKind.SHADOW)
    said = len(boris.messages)
    await passes(desk, 30 * DAY + 10 * HOUR)
    assert len(boris.messages) == said
    await passes(desk, 8 * HOUR)
    assert is_asked_about_watch(boris)


async def test_nobody_answers_for_somebody_else(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, eve = [await someone(name, "ru") for name in ("Aliya", "Boris", "Eve")]
    code = await reported(desk, aliya, "ОМАРОВА ДИНА")
    await waiting(desk, boris, WAITS_FOR)
    await passes(desk, 28 * DAY)
    await hands_in(aliya, await report_id(desk, code), "отдел у моста")
    await passes(desk, 2 * DAY)
    looking, home = [str(button["callback_data"]) for button in boris.messages[-1].buttons]
    await eve.sends("/my")
    message = eve.messages[-1]
    assert await eve.taps_stale(message, home) == words("ru", "my-gone")
    assert await eve.taps_stale(message, f"renew:{await report_id(desk, code)}") == words("ru", "my-gone")
    await eve.taps_stale(message, looking)
    assert was_told(eve, "care-lost-late")
    await passes(desk, 30 * DAY)
    await passes(desk, 30 * DAY)
    assert is_asked_about_watch(boris, "care-lost-over"), "an answer of others counts for nothing"
