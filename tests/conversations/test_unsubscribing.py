"""Stories of who has had enough of news: `/stop`, a topic left, a bot blocked, everything erased."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Table, func, select

from domain.messages import DeliveryState
from domain.people import Ban, BanKind
from domain.subscriptions import Topic
from relay.work import Work
from storage import bans, schema
from tests.conftest import Desk
from tests.conversations.beforehand import reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.news import (
    NEWS,
    NIGHT,
    audience,
    awaits,
    chosen,
    opens_news,
    state_of,
    subscribed,
    subscription,
)
from tests.conversations.steps import CHECKPOINT, LANGUAGES, sees, told_of, words


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stop_ends_everything_at_once_and_tells_the_way_back(desk: Desk, language: str) -> None:
    dana = await subscribed(desk, "Dana", language, "documents", "medical", "appeals")
    night = [await awaits(desk, dana, topic) for topic in (*Topic, None)]
    for _ in range(2):
        await dana.sends("/stop")
        assert sees(dana, "news-stopped")
        assert await subscription(desk, dana) is None
        assert {await state_of(desk, delivery) for delivery in night} == {DeliveryState.CANCELLED}
    desk.world.clock.wind(NIGHT + timedelta(hours=1))
    await desk.tick()
    assert not dana.told(NEWS)
    await dana.taps("my")
    assert sees(dana, "my-nothing")
    await dana.sends("/stop")
    await dana.taps("news")
    await dana.taps("news:on:medical")
    assert (await chosen(desk, dana)).topics == {Topic.MEDICAL}


async def test_who_does_not_stop_gets_what_waited_for_the_morning(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "medical")
    await awaits(desk, dana, Topic.MEDICAL)
    await desk.tick()
    assert not dana.told(NEWS)
    desk.world.clock.wind(NIGHT + timedelta(hours=1))
    await desk.tick()
    assert dana.told(NEWS)


async def test_stop_asks_nobody_to_be_a_subscriber_first(desk: Desk) -> None:
    stranger = desk.person("Stranger", "en")
    await stranger.sends("/stop")
    assert sees(stranger, "news-stopped")


async def test_all_can_be_stopped_on_the_screen_too(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "uz", "documents")
    await opens_news(dana)
    await dana.taps("news.stop")
    assert sees(dana, "news-stopped")
    assert await subscription(desk, dana) is None


async def test_a_place_that_is_asked_for_is_forgotten_by_stop(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents")
    await opens_news(dana)
    await dana.taps("news:places")
    await dana.taps("news:add")
    await dana.sends("/stop")
    await dana.sends("Жибек Жолы")
    assert await subscription(desk, dana) is None, "what is typed later subscribes nobody anew"


async def test_who_leaves_a_topic_gets_no_more_of_it(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents", "medical")
    medical, rest = await awaits(desk, dana, Topic.MEDICAL), await awaits(desk, dana, Topic.DOCUMENTS)
    await opens_news(dana)
    await dana.taps("news:off:medical")
    assert await state_of(desk, medical) is DeliveryState.CANCELLED
    assert await state_of(desk, rest) is DeliveryState.QUEUED


async def test_after_stop_the_answers_one_waits_for_still_come(desk: Desk, someone: Newcomer) -> None:
    boris = await subscribed(desk, "Boris", "ru", "documents")
    await waiting(desk, boris, "Исраилов Жанабай")
    await boris.sends("/stop")
    code = await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ")
    await desk.settle()
    assert told_of(boris, code)


async def test_who_blocks_the_bot_is_no_audience_and_finds_it_all_again_on_return(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "kk", f"documents_{CHECKPOINT}", "appeals")
    before = await chosen(desk, dana)
    assert await audience(desk) == 1
    dana.blocks()
    await desk.settle()
    assert await audience(desk) == 0
    dana.unblocks()
    await dana.sends("/start")
    assert await audience(desk) == 1
    assert await chosen(desk, dana) == before


async def test_who_is_banned_can_stop_what_they_get(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "medical")
    await desk.app.relay.work(lambda work: bans.put(work.tx, dana.id, Ban(BanKind.BAN, None)))
    await dana.sends("/stop")
    assert sees(dana, "news-stopped")
    assert await audience(desk) == 0


async def test_the_data_show_what_was_asked_for(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "en", f"documents_{CHECKPOINT}", "medical")
    await dana.sends("/mydata")
    (_, readable), (_, data) = dana.documents[-2:]
    assert json.loads(data)["subscriptions"] == {
        "topics": ["documents", "medical"],
        "places": [CHECKPOINT],
        "country": None,
        "quiet_hours": [22, 8],
        "since": desk.world.clock.now().isoformat(),
    }
    place = desk.app.relay.gazetteer.get(CHECKPOINT)
    assert place is not None
    lines = [
        words("en", "mydata-subscriptions"),
        *(f"• {words('en', f'topic-{t}')}" for t in list(Topic)[:2]),
    ]
    assert "\n".join([*lines, f"• {place.label('en')}"]) in readable.decode()


@pytest.mark.parametrize("verb", ["delete", "unconsent"])
async def test_who_erases_themselves_or_takes_their_consent_back_hears_no_more(desk: Desk, verb: str) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents", "appeals")
    await awaits(desk, dana, None)
    await dana.sends("/privacy")
    await dana.taps(verb)
    await dana.taps(f"{verb}.sure")
    left = [await desk.app.relay.work(rows) for rows in (_subscribers, _subscriptions)]
    assert left == [0, 0]
    desk.world.clock.wind(NIGHT + timedelta(hours=1))
    await desk.tick()
    assert not dana.told(NEWS)


async def _subscribers(work: Work) -> int:
    return await _rows(work, schema.subscribers)


async def _subscriptions(work: Work) -> int:
    return await _rows(work, schema.subscriptions)


async def _rows(work: Work, table: Table) -> int:
    return int((await work.tx.execute(select(func.count()).select_from(table))).scalar_one())
