"""Stories of bans: who is kept out and told, who is kept out in silence, and what stays everybody's right."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from domain.cases import CaseKind
from domain.people import Ban, BanKind
from sandbox.person import Person
from storage import bans as stored_bans
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import (
    NAME,
    asks_volunteer,
    case_of,
    complains,
    decides,
    first_person,
    hands_over,
    log_of,
    open_kinds,
    proves,
    standing,
    thanks,
    three_people,
)
from tests.conversations.steps import (
    TAIL,
    YEAR,
    code_in,
    label,
    picks,
    presses,
    reports,
    sees,
    told_of,
    waits_for,
    words,
)

if TYPE_CHECKING:
    from sandbox.messages import Message

BAN_UNTIL = "29 ноября"
"""Seven days after the stories begin, as the bot writes a day in Russian."""


async def bans(desk: Desk, person: Person, choice: str) -> "Message":
    """Let a moderator ban somebody, from the card of a claim of theirs; the card."""
    finder = await acquainted(desk, "Somebody", "en")
    await asks_volunteer(desk, person, await reported(desk, finder, "ЛАЗАРЕВА ВЕРА"))
    card, timur = desk.to_moderators[-1], desk.moderator("Timur")
    await decides(timur, card, "menu.more")
    assert await timur.taps(f"case:{case_of(card)}:ban.{choice}", message=card) == words("ru", "ban-done")
    return card


async def test_a_ban_is_told_and_leaves_everybody_their_rights(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await bans(desk, boris, "week")
    told = words("ru", "banned-until", day=BAN_UNTIL)
    assert boris.screen == told
    for text in ("/start", "/found", "/search", "Жанабай Исраилов", "/my", "/queue"):
        await boris.sends(text)
        assert boris.screen == told
    await boris.sends_location(41.3, 69.2)
    await boris.sends_photo()
    await boris.sends_voice()
    assert boris.screen == told
    for data in ("my", "lost", "agree", "language:uz", "claim:22222"):
        assert await boris.taps_stale(boris.messages[-1], data) == words("ru", "banned-toast")
    await boris.sends("/privacy")
    assert boris.screen != told
    await boris.sends("/mydata")
    assert len(boris.documents) == 2
    await boris.sends("/delete")
    await boris.taps("delete.sure")
    assert not boris.told("Исраилов")


@pytest.mark.thorough
async def test_a_ban_ends_by_time(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await bans(desk, boris, "week")
    desk.world.clock.wind(timedelta(days=7) - timedelta(seconds=1))
    await boris.sends("/help")
    assert sees(boris, "banned-until", day=BAN_UNTIL)
    desk.world.clock.wind(timedelta(seconds=1))
    await boris.sends("/help")
    assert sees(boris, "help")


@pytest.mark.thorough
async def test_a_ban_survives_erasing_oneself_and_beginning_anew(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await bans(desk, boris, "forever")
    assert sees(boris, "banned")
    await boris.sends("/delete")
    await boris.taps("delete.sure")
    desk.world.clock.wind(timedelta(days=400))
    await boris.sends("/start")
    assert sees(boris, "banned")


@pytest.mark.thorough
async def test_a_lifted_ban_lets_them_in_and_says_so(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    card = await bans(desk, boris, "forever")
    timur = desk.moderator("Zarina")
    assert await decides(timur, card, "ban.lift") == words("ru", "ban-done")
    assert sees(boris, "ban-lifted")
    await boris.sends("/help")
    assert sees(boris, "help")
    assert await decides(timur, card, "ban.lift") == words("ru", "ban-none")
    assert [line[0] for line in await log_of(desk)] == ["opened", "banned", "pardoned"]


@pytest.mark.thorough
async def test_a_ban_ends_what_was_going_and_nobody_is_connected_with_them_again(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.finder, CaseKind.MONEY)
    [card] = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, card, "ban.forever")
    assert sees(scene.first, "banned")
    assert sees(scene.finder, "conversation-stopped", code=scene.code)
    assert await decides(timur, card, "resume") == words("ru", "case-moved-on")
    assert await decides(timur, card, "end") == ""
    now = await standing(desk, scene.code)
    assert (now.report, now.talks) == ("open", {})


@pytest.mark.thorough
async def test_the_pages_owners_cannot_be_banned(make_desk: MakeDesk) -> None:
    desk = await make_desk(owner_ids=(first_person(),))
    chief = await acquainted(desk, "Chief", "ru")
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    await asks_volunteer(desk, chief, code)
    [card] = desk.to_moderators
    timur = desk.moderator("Timur")
    for choice in ("week", "forever", "shadow", "lift"):
        assert await decides(timur, card, f"ban.{choice}") == words("ru", "ban-nobody")
    await chief.sends("/help")
    assert sees(chief, "help")
    assert ("banned", "week") not in await log_of(desk)


@pytest.mark.thorough
async def test_two_moderators_ban_at_once_and_the_ban_is_one(desk: Desk, someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    await asks_volunteer(desk, boris, code)
    [card] = desk.to_moderators
    case = case_of(card)
    for name in ("Timur", "Zarina"):
        desk.world.tap(desk.moderator(name).id, card.chat_id, card.id, f"case:{case}:ban.forever")
    await desk.settle()
    await decides(desk.moderator("Samat"), card, "ban.lift")
    await boris.sends("/help")
    assert sees(boris, "help")


@pytest.mark.thorough
async def test_a_report_of_who_is_banned_in_silence_reaches_nobody_and_looks_published(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris, dina = (
        await someone("Aliya", "kk"),
        await someone("Boris", "ru"),
        await someone("Dina", "uz"),
    )
    await waiting(desk, dina, "Исраилов Жанабай")
    await bans(desk, boris, "shadow")
    posts, cards = len(desk.posts), len(desk.to_moderators)
    code, seen = await reports(boris, NAME), boris.screen
    other = await reports(aliya, "ОМАРОВА ДИНА")
    assert seen == words("ru", "found-thanks", code=code)
    assert sees(aliya, "found-thanks", code=other)
    assert len(desk.posts) == posts + 1, "Aliya's"
    assert not any(code in post.text for post in desk.posts)
    assert told_of(dina, code) == []
    await dina.sends("Исраилов Жанабай")
    assert code not in dina.screen
    await dina.sends(code)
    assert NAME.split()[0] not in dina.screen
    assert len(desk.to_moderators) == cards
    await boris.sends("/my")
    await boris.taps(NAME)
    assert words("ru", "state-open") in boris.screen


async def test_who_is_banned_in_silence_waits_for_a_yes_like_everybody(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    boris, aliya = await acquainted(desk, "Boris", "ru"), await acquainted(desk, "Aliya", "ru")
    silent = Ban(BanKind.SHADOW, None)
    await desk.app.relay.work(lambda work: stored_bans.put(work.tx, boris.id, silent))
    for finder, name in ((boris, NAME), (aliya, "ОМАРОВА ДИНА")):
        code = await reports(finder, name)
        assert sees(finder, "found-queued", code=code)
        await finder.sends("/my")
        await finder.taps(str(finder.messages[-1].buttons[0]["callback_data"]))
        assert words("ru", "state-queued") in finder.screen
    assert len(desk.to_moderators) == 1, "moderators are shown the other one's alone"


@pytest.mark.thorough
async def test_what_is_banned_in_silence_does_not_come_out_by_being_handed_in_or_changed(
    desk: Desk, someone: Newcomer
) -> None:
    boris = await someone("Boris", "ru")
    await bans(desk, boris, "shadow")
    posts = len(desk.posts)
    code = await reports(boris, NAME)
    await boris.sends("/my")
    await boris.taps(NAME)
    await boris.taps(label(boris, "button-hand-in"))
    await picks(boris, "police")
    await boris.sends("Ташкент, 5-е отделение")
    await presses(boris, "send")
    assert len(desk.posts) == posts
    assert (await standing(desk, code)).report not in {"open", "claimed", "with_authorities"}


@pytest.mark.thorough
async def test_searches_and_watches_of_who_is_banned_in_silence_find_nothing(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris, dina = (
        await someone("Aliya", "kk"),
        await someone("Boris", "ru"),
        await someone("Dina", "ru"),
    )
    await bans(desk, boris, "shadow")
    former = await reported(desk, aliya, NAME)
    await boris.sends("Исраилов Жанабай")
    assert former not in boris.screen
    await waits_for(boris, "Исраилов Жанабай")
    await waits_for(dina, "Исраилов Жанабай")
    assert former not in boris.screen
    assert dina.told(former)
    later = await reported(desk, aliya, NAME)
    assert (told_of(boris, later), len(told_of(dina, later))) == ([], 1)


@pytest.mark.thorough
async def test_a_claim_of_who_is_banned_in_silence_is_never_right_and_reaches_no_volunteer(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    await bans(desk, boris, "shadow")
    code, cards = await reported(desk, aliya, NAME), len(desk.to_moderators)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await boris.sends(TAIL)
    await boris.sends(YEAR)
    assert sees(boris, "claim-wrong", count=2)
    await boris.taps(label(boris, "button-state"))
    await boris.sends("It is green")
    assert sees(boris, "claim-told", code=code)
    assert len(desk.to_moderators) == cards
    assert (await standing(desk, code)).report == "open"
    assert await open_kinds(desk, code) == []


@pytest.mark.thorough
async def test_lines_of_who_is_banned_in_silence_reach_nobody(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.finder, CaseKind.COMPLAINT)
    [card] = desk.to_moderators
    timur = desk.moderator("Timur")
    await decides(timur, card, "ban.shadow")
    heard = len(scene.finder.messages)
    await scene.first.sends("/my")
    await scene.first.taps("💬")
    await scene.first.taps(label(scene.first, "button-write"))
    await scene.first.sends("Pay me")
    assert scene.first.said[-1].reaction, "it looks as if it was passed on"
    await scene.first.edits(scene.first.said[-1], "Pay me now")
    assert len(scene.finder.messages) == heard, "nothing of it came out"
    await scene.finder.sends("/my")
    await scene.finder.taps("💬")
    await scene.finder.taps(label(scene.finder, "button-write"))
    await scene.finder.sends("Where are you?")
    assert any("Where are you?" in message.text for message in scene.first.messages)


@pytest.mark.thorough
async def test_a_contact_of_who_is_banned_in_silence_is_not_shared(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await complains(desk, scene.finder, CaseKind.COMPLAINT)
    await decides(desk.moderator("Timur"), desk.to_moderators[-1], "ban.shadow")
    heard = len(scene.finder.messages)
    await scene.first.sends("/share")
    await scene.first.taps(label(scene.first, "button-share-sure"))
    assert sees(scene.first, "share-done")
    assert len(scene.finder.messages) == heard


@pytest.mark.thorough
async def test_a_hide_of_who_is_banned_in_silence_hides_nothing(desk: Desk) -> None:
    scene = await three_people(desk)
    await bans(desk, scene.first, "shadow")
    other = await reported(desk, scene.finder, "ОМАРОВА ДИНА")
    cards = len(desk.to_moderators)
    await scene.first.sends(other)
    await scene.first.taps(f"aboutme:{other}")
    await scene.first.taps(f"hideme:{other}")
    assert sees(scene.first, "about-me-done", code=other)
    assert (await standing(desk, other)).report == "open"
    assert len(desk.to_moderators) == cards


@pytest.mark.thorough
async def test_a_story_of_who_is_banned_in_silence_waits_for_nobody(desk: Desk) -> None:
    scene = await three_people(desk)
    await proves(desk, scene.first, scene.code)
    await hands_over(desk, scene.finder)
    await bans(desk, scene.first, "shadow")
    cards = len(desk.to_moderators)
    await thanks(desk, scene.first, scene.code, "Home again")
    assert len(desk.to_moderators) == cards


@pytest.mark.thorough
async def test_after_a_silent_ban_is_lifted_nothing_is_said_and_all_works(
    desk: Desk, someone: Newcomer
) -> None:
    boris = await someone("Boris", "ru")
    card = await bans(desk, boris, "shadow")
    said = len(boris.messages)
    await decides(desk.moderator("Zarina"), card, "ban.lift")
    assert len(boris.messages) == said
    code = await reports(boris, NAME)
    assert code_in(boris.screen) == code
    assert (await standing(desk, code)).report == "open"
