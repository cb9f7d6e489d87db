"""Stories of claims that moderators decide: nobody can prove them, or two can."""

from typing import TYPE_CHECKING

import pytest

from domain.documents import ReportState
from tests.conftest import Desk
from tests.conversations.beforehand import reported
from tests.conversations.claiming import asks_volunteer, fails, is_connected, says_mine, state_of, tries
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import TAIL, data_of, sees, was_told, words

if TYPE_CHECKING:
    from sandbox.messages import Message

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


@pytest.mark.thorough
async def test_without_proofs_a_volunteer_decides_by_both_sides_words(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    code = await reported(desk, aliya, NAME, number_tail="", birth_year="")
    await says_mine(boris, code)
    assert sees(boris, "claim-needs-volunteer", code=code)
    await asks_volunteer(boris, "Muqovasi yirtilgan")
    assert sees(boris, "claim-told", code=code)
    [request] = desk.to_moderators
    assert NAME in request.text
    assert "Muqovasi yirtilgan" in request.text
    assert words("ru", "facts-unproven") in request.text
    assert sees(aliya, "claim-ask-finder", code=code)
    describe = data_of(aliya.messages[-1], "describe:")
    await aliya.taps(describe)
    await aliya.sends("Көк мұқаба, ішінде сурет")
    assert sees(aliya, "claim-described", code=code)
    assert "Көк мұқаба, ішінде сурет" in request.text
    assert await says_mine(boris, code) == words("uz", "claim-asked")
    assert await boris.taps_stale(boris.messages[-1], describe) == words("uz", "tap-stale")
    assert len(desk.to_moderators) == 1
    timur = desk.moderator("Timur")
    await timur.taps_stale(request, _verdict(request, "connect"))
    assert is_connected(boris)
    assert is_connected(aliya)


@pytest.mark.thorough
async def test_who_cannot_answer_asks_a_volunteer_and_no_proof_reaches_them(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await says_mine(boris, code)
    await boris.sends(TAIL)
    await asks_volunteer(boris, "Паспорт в синей обложке")
    assert sees(boris, "claim-told", code=code)
    [request] = desk.to_moderators
    assert "Паспорт в синей обложке" in request.text
    timur = desk.moderator("Timur")
    await timur.taps_stale(request, _verdict(request, "refuse"))
    assert sees(boris, "claim-refused-notice", code=code)
    assert await says_mine(boris, code) == words("ru", "claim-refused")
    assert await state_of(desk, code) is ReportState.OPEN


async def test_a_second_who_proves_it_stops_everything_until_moderators_decide(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris, dina = (
        await someone("Aliya", "kk"),
        await someone("Boris", "uz"),
        await someone("Dina", "ru"),
    )
    code = await reported(desk, aliya, NAME)
    await tries(boris, code)
    talk = data_of(boris.messages[-1], "talk:")
    await tries(dina, code)
    assert sees(dina, "claim-disputed", code=code)
    assert not is_connected(dina)
    assert sees(boris, "conversation-frozen-notice", code=code)
    assert was_told(aliya, "conversation-frozen-notice", code=code)
    for side in (aliya, boris):
        assert await side.taps_stale(side.messages[0], talk) == words(side.language, "conversation-frozen")
    [dispute] = desk.to_moderators
    assert dispute.text.count(words("ru", "facts-fit")) == 2
    assert await says_mine(dina, code) == words("ru", "claim-asked")
    timur = desk.moderator("Timur")
    await timur.taps_stale(dispute, _verdict(dispute, "second"))
    assert is_connected(dina)
    assert sees(boris, "claim-refused-notice", code=code)
    assert await boris.taps_stale(boris.messages[0], talk) == words("uz", "conversation-over")


@pytest.mark.thorough
async def test_a_second_who_proves_nothing_stops_nothing(desk: Desk, someone: Newcomer) -> None:
    aliya, boris, dina = (
        await someone("Aliya", "kk"),
        await someone("Boris", "uz"),
        await someone("Dina", "ru"),
    )
    code = await reported(desk, aliya, NAME)
    await tries(boris, code)
    await fails(dina, code, times=3)
    await asks_volunteer(dina, "Это мой паспорт")
    assert sees(dina, "claim-told", code=code)
    [dispute] = desk.to_moderators
    assert words("ru", "facts-fit") in dispute.text
    assert words("ru", "facts-unproven") in dispute.text
    await boris.taps(data_of(boris.messages[-1], "talk:"))
    await boris.sends("Rahmat")
    assert "Rahmat" in aliya.screen
    assert not was_told(aliya, "conversation-frozen-notice", code=code)


def _verdict(card: "Message", decision: str) -> str:
    """The data of a card's button that decides so."""
    held = [str(button.get("callback_data", "")) for button in card.buttons]
    return next(data for data in held if data.endswith(f":{decision}"))
