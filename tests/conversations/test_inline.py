"""Stories of somebody who types the bot's name and an owner's in any chat."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from domain.documents import PublicName, ReportState
from domain.people import Ban, BanKind
from relay.people import meet
from relay.work import Work
from sandbox.chats import Chat, Standing
from sandbox.person import Person
from storage import bans, counters, schema
from storage.people import find
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.claiming import ends
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    asks,
    code_in,
    codes_in,
    label,
    offers,
    reports,
    sees,
    words,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
TYPED = "Исраилов Жаңабай"
KNOWN = timedelta(0)
"""`new_for` of a page to which nobody is new."""

NO_NAMES = ("", "   ", "🙂", "🙂 🙂🏽", "12345 6789", "\u202e\u200f", "?! ()")
BEGUN = (
    "И",
    "Исраилов",
    "Исраилов ",
    "Исраилов Ж",
    "И. Ж.",
    "Исраилов Ж.",
    "И" * 256,
    "а " * 128,
    "Исраилов Жаңабай https://t.me/somebody",
    "как дела у вас",
    "N1234 4821",
)
SAME = (
    "  исраилов   жаңабай ",
    "\u202eИсраилов Жаңабай\u202c",
    "Исраилов Жаңабай 🙂",
    "Janaboy Isroilov",
    "ISRAILOV<<JANABAY",
)


def road(desk: Desk, *travellers: Person) -> Chat:
    """A group that the bot is not in."""
    group = desk.world.add_group("Road", [desk.world.person(one.id) for one in travellers])
    group.bot = Standing("left")
    return group


def letters(name: str) -> Iterator[str]:
    """What a client asks for while a name is typed."""
    return (name[:length] for length in range(len(name) + 1))


async def types(person: Person, name: str) -> None:
    for text in letters(name):
        await person.asks_inline(text)


async def spent(desk: Desk, person: Person) -> tuple[int, list[str]]:
    """How many searches were counted for somebody today, and which names."""

    async def look(work: Work) -> tuple[int, list[str]]:
        who = counters.seeker(work.tx, person.id)
        names = await counters.names_sought(work.tx, who, work.today)
        return await counters.count(work.tx, who, "search", work.today), list(names)

    return await desk.app.relay.work(look)


async def keep_out(desk: Desk, person: Person, kind: BanKind) -> None:
    await desk.app.relay.work(lambda work: bans.put(work.tx, person.id, Ban(kind, None)))


async def test_a_find_is_passed_on_in_a_third_chat_and_leads_to_the_claim(desk: Desk) -> None:
    aliya = desk.person("Aliya", "kk")
    await aliya.sends("/start")
    await aliya.taps("language:kk")
    code = await reports(aliya, NAME)
    dilnoza, boris = desk.person("Dilnoza", "uz"), desk.person("Boris", "ru")
    group = road(desk, dilnoza, boris)

    await dilnoza.asks_inline("Janaboy Isroilov", chat=group.id)
    [(title, where)] = dilnoza.offers
    assert "Жаңабай И." in title
    assert code in where
    assert dilnoza.door == label(dilnoza, "button-none-mine")
    picked = await dilnoza.picks(code)

    assert (picked.chat_id, picked.sender, picked.via) == (
        group.id,
        desk.world.person(dilnoza.id),
        desk.world.bot,
    )
    assert "исраилов" not in str(picked).casefold()
    post_card = desk.posts[0].text.partition("\n\n")[2].splitlines()
    assert picked.text.splitlines()[1] == post_card[1] == "👤 Жаңабай И."
    assert code_in(picked.text) == code
    assert not dilnoza.messages, "nothing is written to whoever only types"

    [button] = picked.buttons
    assert button["text"] == label(dilnoza, "button-mine")
    await boris.opens(button["url"])
    await boris.taps("language:ru")
    assert codes_in(boris.screen) == [code]
    assert offers(boris, f"claim:{code}")
    await boris.taps(f"claim:{code}")
    assert offers(boris, "agree") or asks(boris, "claim-number_tail")


async def test_who_was_never_met_is_answered_in_the_clients_language_and_not_made_known(desk: Desk) -> None:
    for language, spoken in (("kk", "kk"), ("uz", "uz"), ("ky", "ru"), ("fr", "en")):
        stranger = desk.person("Stranger", language)
        await stranger.asks_inline(TYPED)
        assert stranger.door == words(spoken, "inline-nothing")

    async def everybody(work: Work) -> int:
        return len((await work.tx.execute(select(schema.people.c.id))).all())

    assert await desk.app.relay.work(everybody) == 0


async def test_who_is_known_is_answered_in_their_own_language(desk: Desk) -> None:
    anna = await acquainted(desk, "Anna", "kk")
    await desk.app.relay.work(lambda work: meet(work, anna.id, "fr"))
    await anna.asks_inline("")
    assert anna.door == words("kk", "inline-ask")


@pytest.mark.parametrize("text", NO_NAMES)
async def test_what_is_no_name_is_answered_with_what_to_type(desk: Desk, text: str) -> None:
    anna = desk.person("Anna", "ru")
    await anna.asks_inline(text)
    assert (anna.offers, anna.door) == ([], words("ru", "inline-ask"))
    assert await spent(desk, anna) == (0, [])
    await anna.takes_door()
    assert anna.told(words("ru", "language-ask"))
    await anna.taps("language:ru")
    await anna.taps("agree")
    assert sees(anna, "home")


@pytest.mark.parametrize("text", BEGUN)
async def test_what_has_only_been_begun_is_not_looked_up(desk: Desk, text: str) -> None:
    await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    anna = desk.person("Anna", "en")
    await anna.asks_inline(text)
    assert (anna.offers, anna.door) == ([], words("en", "inline-more"))
    assert await spent(desk, anna) == (0, [])


@pytest.mark.parametrize("text", SAME)
async def test_spaces_marks_pictures_and_scripts_do_not_matter(desk: Desk, text: str) -> None:
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    anna = desk.person("Anna", "en")
    await anna.asks_inline(text)
    assert [code in where for _, where in anna.offers] == [True]


async def test_nothing_found_opens_the_watch(someone: Newcomer) -> None:
    anna = await someone("Anna", "ru")
    await anna.asks_inline(TYPED)
    assert (anna.offers, anna.door) == ([], label(anna, "inline-nothing"))
    await anna.takes_door()
    assert asks(anna, "lost-type")


async def test_never_more_than_five(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN)
    aliya = await acquainted(desk, "Aliya", "kk")
    for _ in range(7):
        await reported(desk, aliya, NAME)
    anna = desk.person("Anna", "ru")
    await anna.asks_inline(TYPED)
    assert len(anna.offers) == 5


async def test_typing_one_name_costs_one_search_and_one_name(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    anna = await acquainted(desk, "Anna", "ru")
    await types(anna, TYPED)
    assert [code in where for _, where in anna.offers] == [True]
    assert await spent(desk, anna) == (1, [TYPED])
    for text in (TYPED[:-1], TYPED[:-3], TYPED[:-1], TYPED):  # letters taken back and typed again
        await anna.asks_inline(text)
    assert await spent(desk, anna) == (1, [TYPED])
    desk.world.clock.wind(timedelta(minutes=2))
    await types(anna, TYPED)  # the same name later on: another search, no other name
    assert await spent(desk, anna) == (2, [TYPED])
    await anna.sends("Жанабай Исраилов")
    assert await spent(desk, anna) == (3, [TYPED])


@pytest.mark.parametrize("spelling", ["Исраилов Жанабай", "Israilov Janabay"])
async def test_a_name_searched_before_is_not_counted_inline(make_desk: MakeDesk, spelling: str) -> None:
    desk = await make_desk(new_for=KNOWN)
    anna = await acquainted(desk, "Anna", "ru")
    await anna.sends(TYPED)
    await types(anna, spelling)
    assert await spent(desk, anna) == (2, [TYPED])


async def test_guessing_a_surname_letter_by_letter_costs_a_search_for_each_guess(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN)
    anna = desk.person("Anna", "ru")
    for guess in ("Алишер Ка", "Алишер Ке", "Алишер Ки", "Алишер Ко"):
        await anna.asks_inline(guess)
    assert (await spent(desk, anna))[0] == 4


async def test_different_names_end_as_soon_as_in_a_search(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, names_per_day=2)
    code = await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    anna = desk.person("Anna", "ru")
    for name in ("Каримов Алишер", "Ким Наталья"):
        await types(anna, name)
        assert anna.door == words("ru", "inline-nothing")
    for name in (TYPED, "Омарова Дина"):  # the same no, whether or not there is something
        await types(anna, name)
        assert (anna.offers, anna.door) == ([], words("ru", "inline-enough"))
    searches, names = await spent(desk, anna)
    assert (searches, len(names)) == (2, 2), "a no costs nothing"
    await types(anna, "Ким Наталья")
    assert anna.door == words("ru", "inline-nothing"), "a name that was counted goes on"
    assert code not in str(anna.offers)


async def test_searches_of_a_day_end_and_the_watch_is_offered(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, searches_per_day=2)
    anna = await acquainted(desk, "Anna", "ru")
    for _ in range(2):
        await anna.asks_inline(TYPED)
        desk.world.clock.wind(timedelta(minutes=2))
    await anna.asks_inline(TYPED)
    assert anna.door == words("ru", "inline-enough")
    await anna.sends(TYPED)
    assert sees(anna, "search-too-many", limit=2)
    await anna.asks_inline(TYPED)
    await anna.takes_door()
    assert asks(anna, "lost-type")


async def test_a_stranger_has_the_half_of_a_newcomer(desk: Desk) -> None:
    anna = desk.person("Anna", "ru")
    for name in ("Каримов Алишер", "Ким Наталья", "Омарова Дина"):
        await anna.asks_inline(name)
        assert anna.door == words("ru", "inline-nothing")
    await anna.asks_inline(TYPED)
    assert anna.door == words("ru", "inline-enough")


async def test_a_line_shows_no_more_cards_than_one_search(unwatched: MakeDesk) -> None:
    desk = await unwatched(new_for=KNOWN)
    aliya = await acquainted(desk, "Aliya", "kk")
    for name in ("Ким Анна", "Ким Анна Ли", "Ли Анна"):
        for _ in range(3):
            await reported(desk, aliya, name)
    anna = desk.person("Anna", "ru")
    shown = set()
    for text in ("Ким Анна", "Ким Анна Л", "Ким Анна Ли", "Ким Анна Ли Алишер"):
        await anna.asks_inline(text)
        shown |= {code for _, where in anna.offers for code in codes_in(where)}
    searches, _ = await spent(desk, anna)
    assert len(shown) <= 5 * searches
    assert searches > 1


@pytest.mark.thorough
async def test_who_types_name_after_name_learns_no_more_than_by_searching(make_desk: MakeDesk) -> None:
    desk = await make_desk(new_for=KNOWN, names_per_day=3)
    aliya = await acquainted(desk, "Aliya", "kk")
    names = [
        "Каримов Алишер",
        "Тен Наталья",
        "Омарова Дина",
        "Юлдашев Бахтиёр",
        "Сапаров Нурлан",
        "Ахмедова Гулноза",
    ]
    codes = {await reported(desk, aliya, name) for name in names}
    seen: set[str] = set()
    anna = desk.person("Anna", "ru")
    for name in (*names, *reversed(names)):
        for text in letters(name):
            await anna.asks_inline(text)
            seen |= {code for _, where in anna.offers for code in codes_in(where)}
    assert len(seen & codes) == 3
    for name in names:
        await anna.sends(name)
        seen |= set(codes_in(anna.screen))
    assert len(seen & codes) == 3


async def test_what_has_ended_is_offered_no_more(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    anna = desk.person("Anna", "ru")
    await anna.asks_inline(TYPED)
    assert anna.offers
    await ends(desk, code, ReportState.RETURNED)
    await anna.asks_inline(TYPED)
    assert not anna.offers


async def test_who_is_banned_is_told_and_who_is_shadowed_finds_nothing(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    for kind, text_id in ((BanKind.BAN, "banned-toast"), (BanKind.SHADOW, "inline-nothing")):
        for anna in (await someone("Anna", "ru"), desk.person("Stranger", "ru")):
            await keep_out(desk, anna, kind)
            await anna.asks_inline(TYPED)
            assert (anna.offers, anna.door) == ([], words("ru", text_id))


async def test_who_has_blocked_the_bot_may_ask_and_is_not_written_to(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    anna = await someone("Anna", "ru")
    group = road(desk, anna)
    anna.blocks()
    await desk.settle()
    await anna.asks_inline(TYPED, chat=group.id)
    assert [code in where for _, where in anna.offers] == [True]

    async def look(work: Work) -> bool:
        known = await find(work.tx, anna.id, work.now)
        return known is not None and known.reachable

    assert not await desk.app.relay.work(look)


async def test_a_card_picked_in_the_bots_own_chat_is_nobodys_words(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    anna = await someone("Anna", "ru")
    await anna.sends("/found")
    said = len(anna.messages)
    await anna.asks_inline(TYPED)
    await anna.picks("Жаңабай И.")
    assert len(anna.messages) == said
    assert asks(anna, "found-type")


async def test_a_card_picked_among_the_moderators_is_no_answer(desk: Desk, someone: Newcomer) -> None:
    await reported(desk, await someone("Aliya", "kk"), NAME)
    saule = desk.moderator("Saule")
    await saule.asks_inline(TYPED, chat=desk.moderators.id)
    await saule.picks("Жаңабай И.")
    assert not desk.to_moderators


async def test_an_answer_that_comes_too_late_is_no_fault(unwatched: MakeDesk) -> None:
    desk = await unwatched(new_for=KNOWN)
    anna = desk.person("Anna", "ru")
    desk.world.ask_inline(anna.id, anna.id, TYPED)
    desk.world.clock.wind(timedelta(seconds=11))
    with capture_logs() as lines:
        await desk.settle()
    assert [(line["event"], line["log_level"], line["fault"]) for line in lines] == [
        ("an inline query was not answered", "info", "BadRequest")
    ]
    assert "исраилов" not in str(lines).casefold()
    assert await spent(desk, anna) == (1, [TYPED])


async def test_a_query_that_comes_twice_is_counted_once(desk: Desk) -> None:
    anna = desk.person("Anna", "ru")
    desk.world.ask_inline(anna.id, anna.id, TYPED)
    updates = await desk.app.bot.get_updates(timeout=0)
    for update in (*updates, *updates):
        await desk.app.take(update)
    await desk.settle()
    assert await spent(desk, anna) == (1, [TYPED])


async def test_the_operators_choice_of_a_name_holds_inline_too(make_desk: MakeDesk) -> None:
    desk = await make_desk(public_name=PublicName.NONE)
    await reported(desk, await acquainted(desk, "Aliya", "kk"), NAME)
    anna = desk.person("Anna", "ru")
    await anna.asks_inline(TYPED)
    [(title, where)] = anna.offers
    assert words("ru", "document-name-hidden") in title
    assert "аңабай" not in title + where
