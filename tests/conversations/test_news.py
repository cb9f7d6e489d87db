"""Stories of finds near a place: who follows it is told once, without a name, at a time that suits them."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from domain.messages import DeliveryState
from domain.people import Ban, BanKind
from relay.news import MOST_A_DAY
from relay.work import Work
from sandbox.person import Person
from storage import bans, schema
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.moderating import decides
from tests.conversations.news import LINK, opens_news, subscribed
from tests.conversations.steps import (
    CHECKPOINT,
    LANGUAGES,
    label,
    presses,
    told_of,
    words,
)
from tests.conversations.traces import places_of, tidied

if TYPE_CHECKING:
    from sandbox.messages import Message

HERE = f"documents_{CHECKPOINT}"
NEAR = "tashkent_chorsu"
FAR = "kzcn_dostyk"
NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
UNTIL_NIGHT = timedelta(hours=12)  # from 14:00 in Almaty, where the page lives
UNTIL_MORNING = timedelta(hours=6)


def head(language: str) -> str:
    """The first line of what tells of a find, its sign left out."""
    values = dict.fromkeys(("type", "country", "place", "day", "code"), "")
    return words(language, "news-find", **values).partition("\n")[0].removeprefix("🔔 ")


def news_of(person: Person, code: str) -> "list[Message]":
    """The messages that tell a person of a find near a place of theirs."""
    begun = head(person.language)
    return [message for message in person.messages if begun in message.text and code in message.text]


async def found(desk: Desk, finder: Person, name: str = NAME, place: str = CHECKPOINT) -> str:
    """A find at a place of the gazetteer, and all that the clock makes of it; its code."""
    code = await reported(desk, finder, name, place=f"@{place}")
    await desk.tick()
    return code


async def withdraws(desk: Desk, finder: Person, code: str) -> None:
    await finder.sends("/my")
    data = str(finder.messages[-1].buttons[0]["callback_data"]).removeprefix("my:")
    await finder.taps_stale(finder.messages[-1], f"gone:{data}")
    assert desk.posts[-1].text == words("ru", "post-closed", code=code)


async def queued(desk: Desk, person: Person) -> int:
    """How many messages wait to be sent to a person."""

    async def look(work: Work) -> int:
        waits = select(schema.deliveries).where(schema.deliveries.c.state == DeliveryState.QUEUED.value)
        return len((await work.tx.execute(waits)).all())

    assert person.messages
    return await desk.app.relay.work(look)


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_who_follows_a_place_by_a_posts_link_is_told_of_the_next_find_without_a_name(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    anna, boris = await someone("Anna", "kk"), await someone("Boris", language)
    first = await found(desk, anna, "ОМАРОВА ДИНА")
    await boris.opens(f"{LINK}{HERE}")
    code = await found(desk, anna)
    [news] = news_of(boris, code)
    place = desk.app.relay.gazetteer.get(CHECKPOINT)
    assert place is not None
    assert place.label(language) in news.text
    assert label(boris, "type-passport") in news.text
    assert label(boris, "country-KZ") in news.text
    for part in (*NAME.split(), "Жаңабай"):
        assert part.casefold() not in news.text.casefold()
    assert boris.buttons() == [label(boris, "button-look"), label(boris, "button-change-news")]
    await desk.tick()
    assert len(news_of(boris, code)) == 1
    assert news_of(boris, first) == [], "what was found before is no news"
    await boris.taps(label(boris, "button-look"))
    assert label(boris, "button-mine") in boris.buttons()
    await boris.taps(label(boris, "button-change-news"), message=news)
    assert words(language, "news-chosen") in news.text


async def test_a_find_that_is_changed_handed_in_or_opened_again_is_no_news(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris = await someone("Anna", "ru"), await subscribed(desk, "Boris", "ru", HERE)
    code = await found(desk, anna)
    await anna.sends("/my")
    await anna.taps(NAME)
    await anna.taps(label(anna, "button-edit"))
    await presses(anna, "change:country", "a:UZ", "send")
    await desk.tick()
    assert words("ru", "country-UZ") in desk.posts[0].text
    desk.world.clock.wind(timedelta(days=30, hours=1))
    await desk.tick()
    await anna.taps(label(anna, "button-renew"))
    await desk.tick()
    assert any(words("ru", "country-UZ") in post.text for post in desk.posts)
    vera = await subscribed(desk, "Vera", "ru", HERE)
    await desk.tick()
    assert len(news_of(boris, code)) == 1
    assert news_of(vera, code) == []


async def test_near_counts_far_and_unknown_do_not(desk: Desk, someone: Newcomer) -> None:
    anna, boris = (
        await someone("Anna", "ru"),
        await subscribed(desk, "Boris", "kk", HERE, f"documents_{NEAR}"),
    )
    everywhere = await subscribed(desk, "Vera", "ru", "documents")
    other = await subscribed(desk, "Dina", "uz", f"documents_{FAR}", "appeals")
    near = await found(desk, anna, place=NEAR)
    assert len(news_of(boris, near)) == 1, "two places of theirs are near it, that is one find"
    far = await found(desk, anna, place=FAR)
    unknown = await reported(desk, anna, NAME, place="чайхана у моста")
    await desk.tick()
    assert [news_of(boris, code) for code in (far, unknown)] == [[], []]
    assert [len(news_of(other, code)) for code in (near, far, unknown)] == [0, 1, 0]
    assert [news_of(everywhere, code) for code in (near, far, unknown)] == [[], [], []]


async def test_the_country_that_a_subscriber_chose_leaves_no_find_out(desk: Desk, someone: Newcomer) -> None:
    anna, boris = await someone("Anna", "ru"), await subscribed(desk, "Boris", "ru", HERE)
    await opens_news(boris)
    await boris.taps("news:country")
    await boris.taps("news:country:UZ")
    assert len(news_of(boris, await found(desk, anna))) == 1


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_at_night_it_waits_for_the_morning_and_holds_nothing_else_up(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    anna, boris = await someone("Anna", "kk"), await subscribed(desk, "Boris", language, HERE)
    await waiting(desk, boris, "Омарова Дина")
    desk.world.clock.wind(UNTIL_NIGHT)
    news = await found(desk, anna)
    assert news_of(boris, news) == []
    match = await found(desk, anna, "ОМАРОВА ДИНА")
    assert len(told_of(boris, match)) == 1, "who waits for their own document is told at night too"
    desk.world.clock.wind(UNTIL_MORNING)
    await desk.tick()
    assert len(news_of(boris, news)) == 1
    assert news_of(boris, match) == [], "who was told that it may be theirs is not told again"


async def test_what_waited_for_the_bot_until_the_night_waits_for_the_next_morning(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris = await someone("Anna", "kk"), await subscribed(desk, "Boris", "ru", HERE)
    desk.world.clock.wind(UNTIL_NIGHT)
    code = await found(desk, anna)
    desk.world.clock.wind(timedelta(hours=21))  # 23:00: the bot was down all day
    await desk.tick()
    assert news_of(boris, code) == []
    desk.world.clock.wind(timedelta(hours=9))
    await desk.tick()
    assert len(news_of(boris, code)) == 1


async def test_the_sixth_find_of_a_day_is_not_told_and_the_next_day_begins_anew(make_desk: MakeDesk) -> None:
    desk = await make_desk(reports_per_day=40)
    anna, boris = await acquainted(desk, "Anna", "ru"), await subscribed(desk, "Boris", "kk", HERE)
    codes = [await found(desk, anna) for _ in range(MOST_A_DAY + 1)]
    assert [len(news_of(boris, code)) for code in codes] == [1] * MOST_A_DAY + [0]
    desk.world.clock.wind(timedelta(days=1))
    assert len(news_of(boris, await found(desk, anna))) == 1


async def test_what_is_read_in_the_morning_counts_for_that_day(make_desk: MakeDesk) -> None:
    desk = await make_desk(reports_per_day=40)
    anna, boris = await acquainted(desk, "Anna", "ru"), await subscribed(desk, "Boris", "ru", HERE)
    desk.world.clock.wind(timedelta(hours=9))  # 23:00
    late = [await found(desk, anna) for _ in range(4)]
    desk.world.clock.wind(timedelta(hours=9, minutes=1))
    early = [await found(desk, anna) for _ in range(2)]
    assert [len(news_of(boris, code)) for code in (*late, *early)] == [1, 1, 1, 1, 1, 0]


async def test_who_found_it_is_out_of_reach_or_kept_out_is_not_told(desk: Desk) -> None:
    anna, boris = [await subscribed(desk, name, "ru", HERE) for name in ("Anna", "Boris")]
    vera, dina, emil = [await subscribed(desk, name, "kk", HERE) for name in ("Vera", "Dina", "Emil")]
    vera.blocks()
    await desk.settle()
    for person, kind in ((dina, BanKind.BAN), (emil, BanKind.SHADOW)):
        ban = Ban(kind, None)
        await desk.app.relay.work(lambda work, who=person, ban=ban: bans.put(work.tx, who.id, ban))  # type: ignore[misc] # a lambda with defaults
    code = await found(desk, anna)
    told = [len(news_of(person, code)) for person in (anna, boris, vera, dina, emil)]
    assert told == [0, 1, 0, 0, 1], "who is kept out in silence must not notice it"
    vera.unblocks()
    await vera.sends("/start")
    await desk.tick()
    assert news_of(vera, code) == []
    assert news_of(boris, await found(desk, emil)) == [], "what they find reaches nobody"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stop_ends_it_also_for_what_waits_for_the_morning(
    desk: Desk, someone: Newcomer, language: str
) -> None:
    anna, boris = await someone("Anna", "kk"), await subscribed(desk, "Boris", language, HERE)
    desk.world.clock.wind(UNTIL_NIGHT)
    night = await found(desk, anna)
    assert await queued(desk, boris) == 1
    await boris.sends("/stop")
    assert await queued(desk, boris) == 0
    desk.world.clock.wind(UNTIL_MORNING)
    assert [news_of(boris, code) for code in (await found(desk, anna), night)] == [[], []]


@pytest.mark.parametrize(("topic", "left"), [("documents", 0), ("medical", 1)])
async def test_only_who_leaves_documents_gets_no_more_finds(desk: Desk, topic: str, left: int) -> None:
    anna = await acquainted(desk, "Anna", "ru")
    boris = await subscribed(desk, "Boris", "ru", HERE, "medical")
    desk.world.clock.wind(UNTIL_NIGHT)
    await found(desk, anna)
    await opens_news(boris)
    await boris.taps(f"news:off:{topic}")
    assert await queued(desk, boris) == left


async def test_what_is_taken_back_is_told_to_nobody_neither_now_nor_in_the_morning(
    desk: Desk, someone: Newcomer
) -> None:
    anna, boris = await someone("Anna", "ru"), await subscribed(desk, "Boris", "ru", HERE)
    at_once = await reported(desk, anna, NAME)
    await withdraws(desk, anna, at_once)
    await desk.tick()
    desk.world.clock.wind(UNTIL_NIGHT)
    night = await found(desk, anna)
    await withdraws(desk, anna, night)
    desk.world.clock.wind(UNTIL_MORNING)
    await desk.tick()
    assert [news_of(boris, code) for code in (at_once, night)] == [[], []]


async def test_what_is_hidden_is_told_once_it_is_shown_again(desk: Desk, someone: Newcomer) -> None:
    anna, boris, zoya = (
        await someone("Anna", "kk"),
        await subscribed(desk, "Boris", "kk", HERE),
        await someone("Zoya", "ru"),
    )
    code = await reported(desk, anna, NAME)
    await zoya.sends(code)
    await zoya.taps(f"aboutme:{code}")
    await zoya.taps(f"hideme:{code}")
    await desk.tick()
    assert news_of(boris, code) == []
    await decides(desk.moderator("Timur"), desk.to_moderators[-1], "show")
    await desk.tick()
    assert len(news_of(boris, code)) == 1


async def test_a_find_that_waits_for_moderators_is_news_when_they_agree(make_desk: MakeDesk) -> None:
    desk = await make_desk(auto_approve=False)
    anna, boris = await acquainted(desk, "Anna", "kk"), await subscribed(desk, "Boris", "ru", HERE)
    code = await found(desk, anna)
    assert news_of(boris, code) == []
    timur = desk.moderator("Timur")
    await decides(timur, desk.to_moderators[-1], "approve")
    await desk.tick()
    assert len(news_of(boris, code)) == 1


async def test_a_page_without_a_channel_tells_too(make_desk: MakeDesk) -> None:
    desk = await make_desk(channel=None)
    anna, boris = await acquainted(desk, "Anna", "kk"), await subscribed(desk, "Boris", "ru", HERE)
    assert len(news_of(boris, await found(desk, anna))) == 1
    assert desk.posts == []


async def test_what_was_told_is_forgotten_in_its_time_and_at_once_by_who_erases_themselves(
    desk: Desk, someone: Newcomer
) -> None:
    anna = await someone("Anna", "kk")
    boris, vera = await subscribed(desk, "Boris", "ru", HERE), await subscribed(desk, "Vera", "en", HERE)
    code = await found(desk, anna)
    assert [len(news_of(person, code)) for person in (boris, vera)] == [1, 1]
    assert await places_of(desk, head("ru")) == [f"messages.content: {head('ru')}"]
    await boris.sends("/privacy")
    await boris.taps("delete")
    await boris.taps("delete.sure")
    assert await places_of(desk, head("ru")) == []
    assert await places_of(desk, head("en")) == [f"messages.content: {head('en')}"]
    desk.world.clock.wind(timedelta(days=3))
    await tidied(desk)
    assert await places_of(desk, head("en")) == []


async def test_nothing_is_left_of_how_far_a_find_was_told_once_it_is_wiped(
    desk: Desk, someone: Newcomer
) -> None:
    anna = await someone("Anna", "kk")
    await subscribed(desk, "Boris", "ru", HERE)
    await withdraws(desk, anna, await found(desk, anna))
    assert len(await _rows(desk)) == 1
    desk.world.clock.wind(timedelta(days=3, minutes=1))
    await desk.tick()
    assert await _rows(desk) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screens_promise_as_many_as_are_told(language: str) -> None:
    for text_id in ("news-places", "news-everywhere"):
        assert f" {MOST_A_DAY} " in words(language, text_id, count=1, limit=9)


async def _rows(desk: Desk) -> list[str]:
    async def look(work: Work) -> list[str]:
        return list((await work.tx.execute(select(schema.news.c.report_id))).scalars())

    return await desk.app.relay.work(look)
