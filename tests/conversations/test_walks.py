"""Wherever a person wanders by taps and words, the bot neither breaks nor falls silent."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.steps import TAIL, YEAR, words
from tests.conversations.watch import faults, unanswered

pytestmark = pytest.mark.thorough

TYPED = (
    "/start",
    "/found",
    "/lost",
    "/search",
    "/search Омарова",
    "/my",
    "/language",
    "/settings",
    "/cancel",
    "/what",
    "Жанабай Исраилов",
    "Исраилов",
    "Ташкент",
    "Базар у дороги",
    f"N{TAIL}",
    YEAR,
    "21.11",
    "😀",
    words("kk", "menu-found"),
    words("en", "menu-my"),
)
LOOKED_BACK = 3  # messages whose buttons may still be tapped

step = st.tuples(st.booleans(), st.integers(0, 10_000))


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, min_size=8, max_size=16), language=st.sampled_from(["kk", "ru", "uz", "en"]))
async def test_no_walk_breaks_the_bot_or_leaves_a_tap_unanswered(
    desk: Desk, steps: list[tuple[bool, int]], language: str
) -> None:
    wanderer = await acquainted(desk, "Wanderer", language)
    await reported(desk, wanderer, "Исраилов Жанабай")
    for taps, chance in steps:
        said = len(desk.world.calls)
        await _goes_on(wanderer, chance, taps=taps)
        answers = [call.method for call in desk.world.calls[said:]]
        assert {"sendMessage", "editMessageText", "answerCallbackQuery"} & set(answers)
    assert faults(desk) == []
    assert unanswered(desk) == []


async def _goes_on(person: Person, chance: int, *, taps: bool) -> None:
    """Tap one of the buttons in sight, or type something."""
    buttons = [
        (message, str(button["callback_data"]))
        for message in person.messages[-LOOKED_BACK:]
        for button in message.buttons
        if "callback_data" in button
    ]
    if taps and buttons:
        message, data = buttons[chance % len(buttons)]
        await person.taps_stale(message, data)
    else:
        await person.sends(TYPED[chance % len(TYPED)])
