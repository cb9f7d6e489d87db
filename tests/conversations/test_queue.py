"""Stories of the queue, the log and the reminders."""

from datetime import timedelta

import pytest

from domain.cases import CaseKind
from relay.moderation import LOGGED, SHOWN
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.moderating import (
    asks_volunteer,
    case_of,
    complains,
    decides,
    log_of,
    proves,
    reads,
    standing,
    three_people,
)
from tests.conversations.steps import words


def last_in(desk: Desk) -> str:
    return desk.to_moderators[-1].text


@pytest.mark.thorough
async def test_the_queue_counts_what_waits_and_shows_the_oldest_anew(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False, new_for=timedelta(0))
    aliya, timur = await acquainted(desk, "Aliya", "kk"), desk.moderator("Timur")
    for number in range(SHOWN + 1):
        await reported(desk, aliya, f"ОМАРОВА ДИНА {'АБВГДЕЖ'[number]}")
    before = len(desk.to_moderators)
    await timur.sends("/queue@tabyldy_bot", chat=desk.moderators.id)
    shown = desk.to_moderators[before:]
    assert len(shown) == SHOWN + 1
    line = words("ru", "queue-line", kind=words("ru", "kind-review"), count=SHOWN + 1)
    [counted] = [message for message in shown if line in message.text]
    oldest, again = desk.to_moderators[0], next(message for message in shown if message is not counted)
    assert (oldest.text, case_of(oldest)) == (again.text, case_of(again))
    await decides(timur, again, "approve")
    assert reads(oldest, "approve")
    assert reads(again, "approve")


@pytest.mark.thorough
async def test_an_empty_queue_says_so(desk: Desk) -> None:
    timur = desk.moderator("Timur")
    await timur.sends("/queue", chat=desk.moderators.id)
    assert last_in(desk) == words("ru", "queue-empty")
    await timur.sends("/audit", chat=desk.moderators.id)
    assert last_in(desk) == words("ru", "audit-empty")
    await timur.sends("/queue@another_bot", chat=desk.moderators.id)
    assert len(desk.to_moderators) == 2


@pytest.mark.thorough
async def test_cases_waiting_for_a_day_are_reminded_of_together_and_once_a_day(desk: Desk) -> None:
    scene = await three_people(desk)
    await asks_volunteer(desk, scene.first, scene.code)
    await asks_volunteer(desk, scene.second, scene.code)
    reminders = {words("ru", "queue-reminder", count=count) for count in (1, 2)}

    async def passes(hours: float) -> int:
        desk.world.clock.wind(timedelta(hours=hours))
        await desk.tick()
        await desk.tick()
        return len([message for message in desk.to_moderators if message.text in reminders])

    assert [await passes(hours) for hours in (23.9, 0.2, 23, 1.1)] == [0, 1, 1, 2]
    assert last_in(desk) == words("ru", "queue-reminder", count=2)
    first, second, *_ = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, first, "refuse")
    assert await passes(25) == 3
    assert last_in(desk) == words("ru", "queue-reminder", count=1)
    await decides(timur, second, "refuse")
    assert await passes(25) == 3


@pytest.mark.thorough
async def test_every_action_leaves_one_line_in_the_log(desk: Desk) -> None:
    scene = await three_people(desk)
    timur = desk.moderator("Timur")
    expected: list[tuple[str, str]] = []

    async def logged(*lines: tuple[str, str]) -> None:
        expected.extend(lines)
        assert await log_of(desk) == expected

    await asks_volunteer(desk, scene.first, scene.code)
    await logged(("opened", "claim"))
    [card] = desk.to_moderators
    await timur.sends("Which cover?", chat=desk.moderators.id, reply_to=card.id)
    await logged(("asked", "claim"))
    await scene.first.taps(f"answer:{case_of(card)}")
    await scene.first.sends("A green one")
    await logged(("answered", "claim"))
    await decides(timur, card, "menu.more")
    await decides(timur, card, "ban.week")
    await decides(timur, card, "ban.lift")
    await logged(("banned", "week"), ("pardoned", "lift"))
    await decides(timur, card, "refuse")
    await decides(timur, card, "undo")
    await decides(timur, card, "connect")
    await logged(("decided", "refuse"), ("undone", "refuse"), ("decided", "connect"))
    await complains(desk, scene.first, CaseKind.MONEY)
    await timur.sends(f"/hide {scene.code}", chat=desk.moderators.id)
    await logged(("opened", "money"), ("opened", "about_me"))
    for verb in ("connect", "burn", "undo.x.y"):
        await decides(timur, desk.to_moderators[-1], verb)
    await scene.second.sends("/help")
    await decides(scene.second, scene.second.messages[-1], "undo", case_of(card))
    await timur.sends(f"/hide {scene.code}", chat=desk.moderators.id)
    await logged()


@pytest.mark.thorough
async def test_the_log_is_read_newest_first_with_names_and_by_code(desk: Desk) -> None:
    scene = await three_people(desk)
    other = await reported(desk, scene.second, "ОМАРОВА ДИНА")
    timur, zarina = desk.moderator("Timur <b>"), desk.moderator("Zarina")
    await asks_volunteer(desk, scene.first, scene.code)
    await decides(timur, desk.to_moderators[-1], "refuse")
    await asks_volunteer(desk, scene.first, other)
    await decides(zarina, desk.to_moderators[-1], "connect")
    await timur.sends("/audit", chat=desk.moderators.id)
    lines = last_in(desk).split("\n")[1:]
    assert [other in line for line in lines] == [True, True, False, False]
    assert "Zarina" in lines[0]
    assert words("ru", "decided-connect") in lines[0]
    assert "Timur <b>" in lines[2]
    assert words("ru", "kind-claim") in lines[3]
    assert "Boris" not in last_in(desk), "people who are no moderators have no name here"
    await timur.sends(f"/audit {scene.code.lower()}", chat=desk.moderators.id)
    assert [scene.code in line for line in last_in(desk).split("\n")[1:]] == [True, True]
    await timur.sends("/audit 22222", chat=desk.moderators.id)
    assert last_in(desk) == words("ru", "audit-empty")


@pytest.mark.thorough
async def test_a_long_log_fits_into_one_message(desk: Desk) -> None:
    scene = await three_people(desk)
    timur = desk.moderator("Т" * 64)
    await asks_volunteer(desk, scene.first, scene.code)
    [card] = desk.to_moderators
    for verb in ("refuse", "undo") * (LOGGED // 2 + 1):
        await decides(timur, card, verb)
    await timur.sends("/audit", chat=desk.moderators.id)
    assert len(last_in(desk).split("\n")) == LOGGED + 1


@pytest.mark.thorough
async def test_a_long_conversation_and_statement_fit_on_a_card(desk: Desk) -> None:
    scene = await three_people(desk)
    timur = desk.moderator("Timur")
    await asks_volunteer(desk, scene.second, scene.code, "<&" * 250)
    await timur.sends("?" * 4000, chat=desk.moderators.id, reply_to=desk.to_moderators[-1].id)
    await proves(desk, scene.first, scene.code)
    await scene.first.sends("/my")
    await scene.first.taps("💬")
    await scene.first.taps("✍️")
    await scene.finder.sends("/my")
    await scene.finder.taps("💬")
    await scene.finder.taps("✍️")
    for _ in range(3):
        await scene.first.sends("Щ" * 4000)
        await scene.finder.sends("&" * 4000)
    await complains(desk, scene.first, CaseKind.MONEY)
    card = desk.to_moderators[-1]
    assert case_of(card)
    assert await decides(timur, card, "end") == ""
    assert reads(card, "end")
    assert (await standing(desk, scene.code)).report == "open"
