"""Stories of roles: who gives them, who may decide where, and a page without a moderators' chat."""

import pytest

from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.moderating import (
    NAME,
    case_of,
    decides,
    first_person,
    log_of,
    reads,
    standing,
    three_people,
)
from tests.conversations.steps import sees, words

NOBODY = "not-a-moderator"


def last_in(desk: Desk) -> str:
    return desk.to_moderators[-1].text


async def _with_owner(make_desk: MakeDesk, **changes: object) -> Desk:
    """A desk whose first person is the page's owner."""
    return await make_desk(owner_ids=(first_person(),), **changes)


@pytest.mark.thorough
async def test_an_owner_gives_roles_by_a_reply_and_by_an_id(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk, auto_approve=False)
    chief, timur = desk.moderator("Chief"), desk.moderator("Timur")
    aliya = await acquainted(desk, "Aliya", "kk")
    await timur.sends("Good morning", chat=desk.moderators.id)
    greeting = max(desk.moderators.messages)
    await chief.sends("/role courier", chat=desk.moderators.id, reply_to=greeting)
    assert last_in(desk) == words("ru", "role-given", role=words("ru", "role-courier"))
    await chief.sends(f"/role {aliya.id} moderator")
    assert sees(chief, "role-given", role=words("ru", "role-moderator"))
    await chief.sends("/role", chat=desk.moderators.id)
    assert f"{words('ru', 'role-courier')}: Timur" in last_in(desk)
    assert f"{words('ru', 'role-moderator')}: {str(aliya.id)[-4:]}" in last_in(desk)
    code = await reported(desk, await acquainted(desk, "Boris", "uz"), NAME)
    card = desk.to_moderators[-1]
    assert await decides(timur, card, "approve") == words("ru", NOBODY), "a courier decides nothing"
    await aliya.sends("/help")
    assert await decides(aliya, aliya.messages[-1], "approve", case_of(card)) == ""
    assert (await standing(desk, code)).report == "open"
    assert [line for line in await log_of(desk) if line[0] == "role"] == [
        ("role", "courier"),
        ("role", "moderator"),
    ]


@pytest.mark.thorough
async def test_a_role_taken_back_decides_nothing(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk, auto_approve=False)
    chief, aliya = desk.moderator("Chief"), await acquainted(desk, "Aliya", "kk")
    await chief.sends(f"/role {aliya.id} moderator")
    await aliya.sends("/queue")
    assert aliya.screen == words("ru", "queue-empty")
    await chief.sends(f"/role {aliya.id} none")
    assert sees(chief, "role-given", role=words("ru", "role-none"))
    await aliya.sends("/queue")
    assert sees(aliya, NOBODY)


async def test_only_owners_give_roles(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk)
    timur, aliya = desk.moderator("Timur"), await acquainted(desk, "Aliya", "kk")
    outsider = desk.moderator("Zarina")
    for text in (f"/role {aliya.id} moderator", f"/role {outsider.id} owner"):
        await outsider.sends(text, chat=desk.moderators.id)
        assert last_in(desk) == words("ru", "not-an-owner")
    await aliya.sends(f"/role {aliya.id} moderator")
    assert sees(aliya, NOBODY)
    assert timur.messages == []
    assert await log_of(desk) == []


@pytest.mark.thorough
async def test_an_unreadable_role_is_explained(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk)
    chief = desk.moderator("Chief")
    for text in ("king", "12345", "moderator", "12345 king", "x moderator", "1 2 moderator", "-5 courier"):
        await chief.sends(f"/role {text}", chat=desk.moderators.id)
        assert last_in(desk) == words("ru", "role-unreadable")
    assert await log_of(desk) == []


@pytest.mark.thorough
async def test_without_a_moderators_chat_owners_and_moderators_get_every_card(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk, auto_approve=False, moderators_chat=None)
    chief, timur = await acquainted(desk, "Chief", "ru"), await acquainted(desk, "Timur", "uz")
    carrier = await acquainted(desk, "Carrier", "ru")
    await chief.sends(f"/role {timur.id} moderator")
    await chief.sends(f"/role {carrier.id} courier")
    aliya = await acquainted(desk, "Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    cards = [chief.messages[-1], timur.messages[-1]]
    assert all(NAME in card.text for card in cards)
    assert carrier.messages == []
    await timur.replies(cards[1], "Which cover?")
    assert sees(aliya, "moderator-asks", words="Which cover?", code=code)
    assert all(words("ru", "case-asked", words="Which cover?") in card.text for card in cards)
    assert await decides(timur, cards[1], "approve") == ""
    assert all(reads(card, "approve") for card in cards), "the card changes wherever it stands"
    assert await decides(chief, cards[0], "undo") == ""
    assert (await standing(desk, code)).report == "queued"
    await chief.sends("/queue")
    assert chief.told(words("ru", "queue-line", kind=words("ru", "kind-review"), count=1))
    await chief.sends(f"/hide {code}")
    assert sees(chief, "document-gone")


@pytest.mark.thorough
async def test_a_moderator_by_role_decides_from_anywhere(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk, auto_approve=False)
    chief, helper = desk.moderator("Chief"), await acquainted(desk, "Helper", "en")
    code = await reported(desk, await acquainted(desk, "Aliya", "uz"), NAME)
    [card] = desk.to_moderators
    await helper.sends("/help")
    forged = f"case:{case_of(card)}:approve"
    assert await helper.taps_stale(helper.messages[-1], forged) == words("en", NOBODY)
    await chief.sends(f"/role {helper.id} moderator")
    assert await helper.taps_stale(helper.messages[-1], forged) == ""
    assert (await standing(desk, code)).report == "open"
    assert reads(card, "approve")


@pytest.mark.thorough
async def test_a_role_ends_with_its_person(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk)
    chief, helper = desk.moderator("Chief"), await acquainted(desk, "Helper", "en")
    await chief.sends(f"/role {helper.id} moderator")
    await helper.sends("/delete")
    await helper.taps("delete.sure")
    await helper.sends("/start")
    await helper.sends("/queue")
    assert sees(helper, NOBODY)
    await chief.sends("/role")
    assert words("ru", "role-moderator") + ":" not in chief.screen


@pytest.mark.thorough
async def test_who_is_no_moderator_gets_nothing_from_any_command(desk: Desk) -> None:
    scene = await three_people(desk)
    for text in ("/queue", "/audit", f"/audit {scene.code}", "/role", f"/hide {scene.code}"):
        await scene.second.sends(text)
        assert sees(scene.second, NOBODY)
    assert (await standing(desk, scene.code)).report == "open"


@pytest.mark.thorough
async def test_in_other_groups_nothing_is_answered_to_anybody(make_desk: MakeDesk) -> None:
    desk = await _with_owner(make_desk)
    chief, boris = desk.moderator("Chief"), await acquainted(desk, "Boris", "ru")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    accounts = [desk.world.person(one.id) for one in (chief, boris)]
    friends = desk.world.add_group("Friends", accounts)
    for one in (chief, boris):
        for text in ("/queue", "/queue@tabyldy_bot", "/audit", "/role", f"/hide {code}", "/start", "hello"):
            await one.sends(text, chat=friends.id)
    assert [message for message in friends.messages.values() if message.from_bot] == []
    assert (await standing(desk, code)).report == "open"
