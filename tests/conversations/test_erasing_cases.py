"""Stories of who erases themselves while moderators look at something: their words go, decisions stay."""

import pytest

from domain.people import Role
from relay import roles
from relay.people import meet
from relay.work import Work
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    TAIL,
    YEAR,
    catalog,
    label,
    sees,
    was_told,
    words,
)
from tests.conversations.traces import (
    decides,
    decision,
    erases,
    places_of,
    proves,
    report_id,
    states,
    writes,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


@pytest.mark.thorough
async def test_what_a_moderator_decided_stays_without_them(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    dina, emil = desk.moderator("Dina"), desk.moderator("Emil")
    code = await reported(desk, aliya, NAME)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await states(boris, await report_id(desk, code), "это моё")
    await decides(desk, dina, "refuse")
    await dina.sends("/start")
    await erases(dina)
    assert await places_of(desk, str(dina.id), "Dina") == []
    assert await boris.taps_stale(boris.messages[-1], f"claim:{code}") == words("ru", "claim-refused")
    await emil.sends(f"/audit {code}", chat=desk.moderators.id)
    assert catalog().label("ru", "decided-refuse") in desk.to_moderators[-1].text
    assert words("ru", "audit-decided") in desk.to_moderators[-1].text
    assert await decides(desk, emil, "undo") == ""


@pytest.mark.thorough
async def test_a_role_goes_with_its_holder(make_desk: MakeDesk) -> None:
    desk = await make_desk(moderators_chat=None, owner_ids=(1,))
    dina, aliya = await acquainted(desk, "Dina", "ru"), await acquainted(desk, "Aliya", "kk")

    async def appoint(work: Work) -> None:
        await roles.give(work, await meet(work, 1, "ru"), dina.id, Role.MODERATOR, "Dina")

    await desk.app.relay.work(appoint)
    await dina.sends("/queue")
    assert sees(dina, "queue-empty")
    await erases(dina)
    await dina.sends("/queue")
    assert sees(dina, "not-a-moderator")
    code = await reported(desk, aliya, NAME)
    await aliya.sends(code)
    assert await places_of(desk, "Dina") == []


@pytest.mark.thorough
async def test_who_called_a_volunteer_and_left_leaves_an_empty_card(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    dina = desk.moderator("Dina")
    code = await reported(desk, aliya, NAME)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await states(boris, await report_id(desk, code), "там штамп Оша")
    [card] = desk.to_moderators
    assert "там штамп Оша" in card.text
    connect = decision(desk, "connect")
    await erases(boris)
    assert "там штамп Оша" not in card.text
    assert catalog().label("ru", "decided-settled") in card.text
    assert await dina.taps_stale(card, connect) == words("ru", "case-decided-already")


@pytest.mark.thorough
async def test_an_answer_to_a_complaint_of_the_other_side_is_gone(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    dina = desk.moderator("Dina")
    conversation = await proves(boris, await reported(desk, aliya, NAME))
    await aliya.taps(f"complain:{conversation}")
    await aliya.taps(f"sure.complain:{conversation}")
    await dina.sends("Что случилось?", chat=desk.moderators.id, reply_to=desk.to_moderators[-1].id)
    await boris.taps(label(boris, "button-answer"))
    await boris.sends("он просил сто долларов")
    assert "он просил сто долларов" in desk.to_moderators[-1].text
    await erases(boris)
    assert await places_of(desk, "сто долларов") == []
    assert "сто долларов" not in desk.to_moderators[-1].text


@pytest.mark.thorough
async def test_who_was_connected_first_goes_on_when_the_second_leaves(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    carla = await someone("Carla", "uz")
    code = await reported(desk, aliya, NAME)
    conversation = await proves(boris, code)
    await carla.sends(code)
    await carla.taps(f"claim:{code}")
    await carla.sends(TAIL)
    await carla.sends(YEAR)
    assert sees(carla, "claim-disputed", code=code)
    assert was_told(boris, "conversation-frozen-notice", code=code)
    await erases(carla)
    await writes(boris, conversation, "я ещё здесь")
    assert aliya.told("я ещё здесь")


@pytest.mark.thorough
async def test_who_hid_a_report_and_left_leaves_it_to_the_moderators(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    dina = desk.moderator("Dina")
    code = await reported(desk, aliya, NAME)
    await boris.sends(code)
    await boris.taps(f"aboutme:{code}")
    await boris.taps(f"hideme:{code}")
    await erases(boris)
    assert await places_of(desk, str(boris.id), "Boris") == []
    await decides(desk, dina, "show")
    carla = await someone("Carla", "uz")
    await carla.sends("Janaboy Isroilov")
    assert code in carla.screen
