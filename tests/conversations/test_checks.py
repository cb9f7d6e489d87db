"""Stories of people who are asked for money and ask the bot first."""

import pytest
from sqlalchemy import select

from domain.appeals import Appeal, AppealState
from domain.people import Ban, BanKind
from relay.work import Work
from sandbox.chats import Standing
from sandbox.person import Person
from storage import bans, schema
from tests.conftest import Desk, MakeDesk
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import asks, label, offers, presses, sees, words
from tests.relay.given_appeals import CARD, OTHER_CARD, given

CODE = "K7M4Q"
MISTYPED = "4400 4301 2345 6788"
COVERED = "4400 •••• •••• 6789"


async def opened(desk: Desk, state: AppealState = AppealState.OPEN) -> Appeal:
    return await desk.app.relay.work(lambda work: given(work, CODE, state))


def tells(person: Person, verdict: str, asked: str = "code") -> bool:
    """Whether the newest message begins with this verdict in the person's language."""
    return sees(person, f"checked-{verdict}", asked=asked, code=CODE, day="—", why="—", money="—")


async def everything(desk: Desk) -> str:
    """All that is in the database, as far as it is not sealed."""

    async def look(work: Work) -> str:
        tables = schema.metadata.sorted_tables
        return str([list(await work.tx.execute(select(table))) for table in tables])

    return await desk.app.relay.work(look)


@pytest.mark.parametrize("language", ["kk", "uz"])
async def test_a_stranger_comes_by_a_posts_link_and_needs_to_agree_to_nothing(
    desk: Desk, language: str
) -> None:
    await opened(desk)
    dina = desk.person("Dina", language)
    await dina.opens(f"https://t.me/{desk.world.bot.username}?start=check_{CODE}")
    await dina.taps(f"language:{language}")
    assert tells(dina, "open")
    assert COVERED in dina.screen
    assert label(dina, "button-copy-card") in dina.buttons()
    await dina.taps(label(dina, "button-check-again"))
    assert asks(dina, "check-looked_up")
    assert dina.told(COVERED)


@pytest.mark.parametrize("language", ["ru", "uz"])
async def test_the_form_answers_and_keeps_nothing(desk: Desk, someone: Newcomer, language: str) -> None:
    await opened(desk)
    boris = await someone("Boris", language)
    await boris.sends("/check")
    assert asks(boris, "check-looked_up")
    await boris.sends("8600 1234 5678 9012")
    assert tells(boris, "unknown", "details")
    assert "8600 •••• •••• 9012" in boris.screen
    for secret in (OTHER_CARD.value, "8600 1234"):
        assert secret not in await everything(desk)
    await boris.sends(CARD.value)
    assert tells(boris, "open", "details")


async def test_a_code_or_a_number_is_answered_without_any_form(desk: Desk, someone: Newcomer) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    for text in (CODE, f"/check {CODE}", f"t.me/{desk.world.bot.username}?start=check_{CODE}"):
        await boris.sends(text)
        assert tells(boris, "open")
    await boris.sends(MISTYPED)
    assert tells(boris, "unreadable", "details")
    await boris.sends("/check как дела?")
    assert tells(boris, "nothing")


async def test_a_post_of_the_channel_is_asked_about_by_a_menu_and_its_link(
    desk: Desk, someone: Newcomer
) -> None:
    await opened(desk, AppealState.FROZEN)
    boris = await someone("Boris", "ru")
    await boris.sends(label(boris, "menu-check"))
    await boris.sends(f"https://t.me/{desk.world.bot.username}?start=p_{CODE}")
    assert tells(boris, "frozen")
    assert COVERED not in boris.screen


async def test_a_half_filled_form_stays_when_something_is_checked(desk: Desk, someone: Newcomer) -> None:
    await opened(desk)
    boris = await someone("Boris", "ru")
    await boris.sends("/found")
    await presses(boris, "a:passport")
    await boris.sends(f"/check {CODE}")
    assert tells(boris, "open")
    await boris.sends("/check")
    assert sees(boris, "form-unfinished", title=words("ru", "found-title"))


async def test_over_the_cap_nobody_is_held_in_the_form(make_desk: MakeDesk) -> None:
    desk = await make_desk(checks_per_day=2)
    await opened(desk)
    boris = desk.person("Boris", "ru")
    await boris.sends("/start")
    await boris.taps("language:ru")
    await boris.taps("agree")
    await boris.sends(CODE)
    assert tells(boris, "open")
    await boris.sends("/check")
    await boris.sends(CODE)
    assert sees(boris, "check-too-many", limit=1)
    await boris.sends("/help")
    assert sees(boris, "help")


@pytest.mark.parametrize(
    ("typed", "language"), [(CODE, "kk"), ("k7m 4q", "ru"), ("4400 4301 2345 6789", "uz"), (CARD.value, "en")]
)
async def test_a_verdict_is_passed_on_in_a_third_chat(desk: Desk, typed: str, language: str) -> None:
    await opened(desk)
    dina, boris = desk.person("Dina", language), desk.person("Boris", "ru")
    group = desk.world.add_group("Neighbours", [desk.world.person(one.id) for one in (dina, boris)])
    group.bot = Standing("left")
    await dina.asks_inline(typed, chat=group.id)
    [(title, _)] = dina.offers
    assert title == words(language, "check-short-good")
    assert dina.door == words(language, "inline-check")
    picked = await dina.picks(title)
    assert COVERED in picked.text
    assert CARD.value not in str(picked).replace(" ", "")
    assert not dina.messages
    await boris.opens(picked.buttons[0]["url"])
    await boris.taps("language:ru")
    assert tells(boris, "open")


async def test_an_unknown_number_is_passed_on_covered(desk: Desk) -> None:
    dina = desk.person("Dina", "ru")
    await dina.asks_inline("8600123456789012")
    [(title, about)] = dina.offers
    assert title == words("ru", "check-short-unknown")
    assert "8600 •••• •••• 9012" in about
    picked = await dina.picks(title)
    assert "9012" in picked.text
    assert OTHER_CARD.value not in str(picked).replace(" ", "")


async def test_a_number_that_is_still_being_typed_has_no_verdict(make_desk: MakeDesk) -> None:
    desk = await make_desk(checks_per_day=4)
    await opened(desk)
    dina = desk.person("Dina", "ru")
    await dina.asks_inline(MISTYPED)
    assert (dina.offers, dina.door) == ([], words("ru", "inline-check-more"))
    for _ in range(2):
        await dina.asks_inline(CODE)
        assert dina.offers
    await dina.asks_inline(CODE)
    assert (dina.offers, dina.door) == ([], words("ru", "inline-check-enough"))


async def test_who_is_banned_checks_nothing_inline(desk: Desk) -> None:
    await opened(desk)
    dina = desk.person("Dina", "ru")
    await desk.app.relay.work(lambda work: bans.put(work.tx, dina.id, Ban(BanKind.BAN, None)))
    await dina.asks_inline(CODE)
    assert (dina.offers, dina.door) == ([], words("ru", "banned-toast"))


async def test_other_codes_go_where_they_went(someone: Newcomer) -> None:
    boris = await someone("Boris", "ru")
    await boris.sends("22222")
    assert not offers(boris, "check")
    assert sees(boris, "home")
