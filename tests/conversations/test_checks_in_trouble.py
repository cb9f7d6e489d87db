"""Checks by whoever types anything at all: nothing breaks, nothing is let out, nobody is misled."""

import pytest

from domain.people import Ban, BanKind
from sandbox.person import Person
from storage import bans
from tests.conftest import Desk, MakeDesk
from tests.conversations.asking_doctors import asked
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import asks, sees
from tests.conversations.test_checks import CODE, COVERED, opened, tells
from tests.relay.given_appeals import CARD, OTHER_CARD, WORDS

IBAN = "КZ86 125К ZТ50 0410 0100"  # its first letter and two more are Cyrillic
NOTHING = ("🙂", "🙂" * 2000, "ا" * 4000, "-" * 4096, "?! ()", "/" * 4096, "\u202e\u200f")
NOT_OURS = (
    "https://t.me/{bot}@evil.example?start=check_K7M4Q",
    "https://t.me.evil.example/{bot}?start=check_K7M4Q",
    "https://t.me@evil.example/{bot}?start=check_K7M4Q",
    "https://evil.example/t.me/{bot}?start=check_K7M4Q",
    "https://t.m\u0435/{bot}?start=check_K7M4Q",
    "https://t.me/other_{bot}?start=check_K7M4Q",
    "https://[t.me/x",
    "https://t.me:abc/x",
    "t.me/" * 800,
)


async def fills_check(person: Person, text: str) -> None:
    await person.sends("/check")
    await person.sends(text)


@pytest.mark.parametrize("text", NOTHING)
async def test_what_is_nothing_is_answered_and_costs_nothing(make_desk: MakeDesk, text: str) -> None:
    desk = await make_desk(checks_per_day=2)
    await opened(desk)
    boris = await acquainted(desk, "Boris", "ru")
    for _ in range(3):
        await fills_check(boris, text)
        assert not tells(boris, "open")
    await fills_check(boris, CODE)
    assert tells(boris, "open")


@pytest.mark.parametrize("link", NOT_OURS)
async def test_a_link_that_only_looks_like_ours_leads_to_no_appeal(
    desk: Desk, someone: Newcomer, link: str
) -> None:
    await opened(desk)
    boris = await someone("Boris", "uz")
    await fills_check(boris, link.format(bot=desk.world.bot.username))
    assert tells(boris, "unknown", "link")
    assert COVERED not in boris.screen


@pytest.mark.parametrize("language", ["kk", "uz"])
async def test_a_whole_post_with_another_card_is_checked_as_it_was_pasted(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    await opened(desk)
    dina = await someone("Dina", language)
    await fills_check(dina, f"{WORDS}\n\n{WORDS}\n\n{CODE}\n{OTHER_CARD.value}")
    assert tells(dina, "mismatch", "details")
    assert "8600 •••• •••• 9012" in dina.screen


@pytest.mark.parametrize("language", ["kk", "uz"])
async def test_a_post_with_its_picture_is_checked_by_its_words(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    await opened(desk)
    dina = await someone("Dina", language)
    await dina.sends("/check")
    await dina.sends_photo()
    assert asks(dina, "check-looked_up")
    assert sees(dina, "form-lookup-unreadable")
    await dina.sends_photo(caption=f"{WORDS[:700]} {CODE} {OTHER_CARD.value}")
    assert tells(dina, "mismatch", "details")
    await dina.sends("/check")
    await dina.sends_video(caption=f"🔑 {CODE}")
    assert tells(dina, "open")


async def test_in_a_wall_of_numbers_the_one_that_worries_most_counts(desk: Desk, someone: Newcomer) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    await fills_check(boris, f"{'4400 4301 2345 6789; ' * 190}{OTHER_CARD.value}")
    assert tells(boris, "unknown", "details")
    assert "9012" in boris.screen


@pytest.mark.parametrize("typed", [IBAN, IBAN.lower(), IBAN.replace(" ", "")])
async def test_letters_that_look_alike_are_read_as_what_they_look_like(someone: Newcomer, typed: str) -> None:
    boris = await someone("Boris", "ru")
    await boris.sends(typed)
    assert tells(boris, "unknown", "details")
    assert "KZ86 •••• 0100" in boris.screen


@pytest.mark.parametrize("typed", ["k7m4q", "#K7M4Q", "k7m 4q", "k7m-4q", f"\u202e{CARD.value}\u202c"])
async def test_it_may_be_written_in_any_way(desk: Desk, someone: Newcomer, typed: str) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    await boris.sends(typed)
    assert COVERED in boris.screen


async def test_codes_of_other_things_are_no_appeals_and_tell_nothing(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    found = await reported(desk, aliya, "ИСРАИЛОВ ЖАҢАБАЙ")
    question = await asked(await someone("Dina", "ru"))
    for code in (found, question, found.lower()):
        await fills_check(boris, code)
        assert tells(boris, "unknown")
        assert "Жаңабай" not in boris.screen
        await boris.asks_inline(code)
        assert boris.offers == []


async def test_who_is_banned_checks_nothing(desk: Desk, someone: Newcomer) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    await desk.app.relay.work(lambda work: bans.put(work.tx, boris.id, Ban(BanKind.BAN, None)))
    for typed in (CODE, f"/check {CODE}", CARD.value):
        await boris.sends(typed)
        assert sees(boris, "banned")
    await boris.opens(f"https://t.me/{desk.world.bot.username}?start=check_{CODE}")
    assert sees(boris, "banned")


async def test_in_a_group_nobody_is_answered(desk: Desk, someone: Newcomer) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    group = desk.world.add_group("Neighbours", [desk.world.person(boris.id)])
    for typed in (f"/check {CODE}", f"/check@{desk.world.bot.username} {CODE}", CODE, CARD.value, "/check"):
        await boris.sends(typed, chat=group.id)
    assert [one for one in group.messages.values() if one.from_bot] == []
    assert boris.messages == []
