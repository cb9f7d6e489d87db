"""News of finds at rest: every follower once, whatever stops a page, and only as much read as is needed."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine

from domain.documents import Report, ReportState
from domain.ids import Ids
from domain.messages import DeliveryState, Lane, OnDoubt, chat
from domain.people import Person
from domain.policy import Policy
from domain.reposts import ItemKind
from domain.subscriptions import QUIET_AT_NIGHT, Quiet, Subscriber, Topic
from locales.catalog import Catalog
from relay import news as product
from relay.places import Gazetteer
from relay.work import Relay, Work
from sandbox.clock import SandboxClock
from storage import counters, dialect, news, outbox, posts, schema, subscribers
from storage.transaction import Transaction
from tests.storage.store import START, Store, outgoing
from tests.storage.test_plans import plan

PLACE = "kzuz_zhibek_zholy"
AROUND = ("tashkent_chorsu", "tas_airport", PLACE)
PAGE = 3


class PowerCutError(Exception):
    """The process is gone."""


@contextmanager
def power_cut(after: int) -> Iterator[None]:
    """Let the process go when this many statements have run."""
    ran = count()

    def cut(*_: object) -> None:
        if next(ran) == after:
            raise PowerCutError

    event.listen(Engine, "before_cursor_execute", cut)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", cut)


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(product, "PAGE", PAGE)


def product_on(store: Store) -> Relay:
    """A process that has just started."""
    policy = Policy(
        bot_username="tabyldy_bot",
        channel=None,
        channel_language="ru",
        moderators_chat=None,
        owner_ids=(),
        zone=ZoneInfo("Asia/Almaty"),
    )
    clock, ids = SandboxClock(START), Ids(store.entropy)
    return Relay(store.database, clock, policy, Catalog.load(), Gazetteer.load(), ids)


async def follower(
    store: Store, *places: str, language: str = "kk", quiet: Quiet | None = QUIET_AT_NIGHT
) -> Person:
    person = await store.person(language=language)
    chosen = Subscriber(person.id, frozenset({Topic.DOCUMENTS}), tuple(places), None, quiet, START)
    await store.write(lambda tx: subscribers.save(tx, chosen))
    return person


async def found(store: Store, finder: Person, **changes: object) -> Report:
    report = await store.report(finder, place=f"@{PLACE}", **changes)
    await store.write(lambda tx: news.begin(tx, report.id))
    return report


async def told(store: Store) -> Counter[str]:
    """How many deliveries each person has."""
    rows = await store.read(lambda tx: tx.execute(select(schema.deliveries.c.recipient)))
    return Counter(rows.scalars())


async def reached(store: Store) -> list[str]:
    rows = await store.read(lambda tx: tx.execute(select(schema.news.c.reached)))
    return list(rows.scalars())


async def until_done(store: Store) -> int:
    """How many pages a new process goes on with."""
    relay = product_on(store)
    pages = 0
    while await relay.work(product.tell):
        pages += 1
    return pages


@pytest.mark.parametrize(("people", "pages"), [(0, 1), (2, 1), (PAGE, 2), (PAGE + 1, 2), (3 * PAGE, 4)])
async def test_every_follower_is_told_once_with_one_message_a_language(
    store: Store, people: int, pages: int
) -> None:
    anna = await store.person()
    followers = [
        await follower(store, *AROUND[: number % 3 + 1], language=("kk", "ru")[number % 2])
        for number in range(people)
    ]
    await follower(store, "kzcn_dostyk")
    await follower(store)
    await found(store, anna)
    assert await until_done(store) == pages
    assert await told(store) == dict.fromkeys((one.id for one in followers), 1)
    messages = (await store.read(lambda tx: tx.execute(select(schema.messages.c.id)))).scalars().all()
    assert len(messages) == min(people, 2)
    assert await until_done(store) == 0
    assert await reached(store) == [news.EVERYBODY]


async def test_a_process_that_dies_anywhere_in_a_page_loses_and_repeats_nothing(store: Store) -> None:
    anna = await store.person()
    followers = [await follower(store, PLACE) for _ in range(PAGE + 1)]
    await found(store, anna)
    relay, cuts = product_on(store), 0
    for statement in count():
        with power_cut(statement):
            try:
                assert await relay.work(product.tell) == 1
            except PowerCutError:
                cuts += 1
                assert (await told(store), await reached(store)) == ({}, [""])
                continue
        break
    assert cuts >= 7, "every statement of the page was the last one once"
    assert sorted(await told(store)) == [one.id for one in followers[:PAGE]]
    assert await reached(store) == [followers[PAGE - 1].id]
    assert await until_done(store) == 1
    assert await told(store) == dict.fromkeys((one.id for one in followers), 1)
    counts = await store.read(lambda tx: tx.execute(select(schema.counters.c.count)))
    assert list(counts.scalars()) == [1] * len(followers)


async def test_finds_are_told_one_after_another_the_oldest_first(store: Store) -> None:
    anna, boris = await store.person(), await follower(store, PLACE, quiet=None)
    older = await found(store, anna)
    newer = await found(store, anna)
    assert await store.write(news.next_one) == (older.id, "")
    assert await product_on(store).work(product.tell) == 1
    assert await store.write(news.next_one) == (newer.id, "")
    assert await until_done(store) == 1
    assert await told(store) == {boris.id: 2}


async def test_what_was_noted_before_is_not_told_anew(store: Store) -> None:
    report = await found(store, await store.person())
    await follower(store, PLACE)
    assert await until_done(store) == 1
    for _ in range(2):
        await store.write(lambda tx: news.begin(tx, report.id))
    assert await until_done(store) == 0
    await store.write(lambda tx: news.forget(tx, report.id))
    assert await reached(store) == []


async def test_a_find_that_is_not_public_rests_where_it_is(store: Store) -> None:
    for state in ReportState:
        await store.write(lambda tx: tx.execute(schema.news.delete()))
        report = await found(store, await store.person(), state=state)
        left = await store.write(news.next_one)
        assert left == ((report.id, "") if report.is_public else None)


async def test_it_leaves_as_a_post_that_is_sent_again_in_doubt_when_quiet_hours_are_over(
    store: Store,
) -> None:
    asleep = await follower(store, PLACE, quiet=Quiet(13, 16))
    await found(store, await store.person())
    await until_done(store)
    rows = await store.read(lambda tx: tx.execute(select(schema.deliveries)))
    [row] = rows.all()
    assert (row.recipient, row.lane, row.on_doubt) == (asleep.id, Lane.POST.value, OnDoubt.RESEND.value)
    assert (row.state, row.due_at) == (DeliveryState.QUEUED.value, START + timedelta(hours=2))


async def test_nothing_queued_of_other_finds_is_taken_back(store: Store) -> None:
    boris = await follower(store, PLACE)
    anna = await store.person()
    withdrawn, stays = await found(store, anna), await found(store, anna)
    await until_done(store)
    await product_on(store).work(_taking_back(withdrawn))
    assert await told(store) == {boris.id: 2}
    states = await store.read(lambda tx: tx.execute(select(schema.deliveries.c.state)))
    assert sorted(states.scalars()) == [DeliveryState.CANCELLED.value, DeliveryState.QUEUED.value]
    await product_on(store).work(_taking_back(stays))
    states = await store.read(lambda tx: tx.execute(select(schema.deliveries.c.state)))
    assert set(states.scalars()) == {DeliveryState.CANCELLED.value}


def _taking_back(report: Report) -> Callable[[Work], Awaitable[None]]:
    async def act(work: Work) -> None:
        await product.take_back(work, report)

    return act


async def test_stop_takes_back_what_waits_of_finds_and_leaves_posts_and_notices(store: Store) -> None:
    boris, vera = await follower(store, PLACE), await follower(store, PLACE)
    await found(store, await store.person())
    await until_done(store)
    await store.queued(outgoing(boris.id, "Құжатыңыз табылды"))
    await store.queued(outgoing(chat(-1001), "Табылды", lane=Lane.POST))
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, boris.id, START, Topic.MEDICAL)) == 0
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, boris.id, START, Topic.DOCUMENTS)) == 1
    assert await store.write(lambda tx: subscribers.cancel_queued(tx, vera.id, START)) == 1


async def test_what_was_sent_to_people_is_forgotten_and_posts_stay(store: Store) -> None:
    boris = await follower(store, PLACE)
    report = await found(store, await store.person())
    await until_done(store)
    post = await store.queued(outgoing(chat(-1001), "Табылды", lane=Lane.POST))
    await store.write(lambda tx: posts.put(tx, ItemKind.FIND, report.id, chat(-1001), post))
    sent = {"state": DeliveryState.SENT.value, "ended_at": START}
    await store.write(lambda tx: tx.execute(update(schema.deliveries).values(sent)))
    assert await told(store) == {boris.id: 1, chat(-1001): 1}
    later = START + timedelta(seconds=1)
    assert await store.write(lambda tx: outbox.drop_older(tx, START)) == 0
    assert await store.write(lambda tx: outbox.drop_older(tx, later)) == 1
    assert await told(store) == {chat(-1001): 1}
    messages = (await store.read(lambda tx: tx.execute(select(schema.messages.c.id)))).scalars().all()
    assert len(messages) == 1


SOMEBODY = f"{7:032x}"
QUESTIONS: dict[str, Callable[[Transaction], Awaitable[object]]] = {
    "following": lambda tx: news.following(tx, AROUND, SOMEBODY, 200),
    "followers": lambda tx: news.followers(tx, SOMEBODY, [SOMEBODY] * 200, START),
    "count": lambda tx: counters.counts(tx, "news", {SOMEBODY: START.date(), SOMEBODY[::-1]: START.date()}),
    "take back": lambda tx: news.take_back(tx, [SOMEBODY, SOMEBODY[::-1]], START),
    "next": lambda tx: news.next_due(tx, START, 200),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_no_question_of_news_walks_through_everything(store: Store, question: str) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    steps = await plan(store, QUESTIONS[question])
    assert [step for step in steps if step.startswith("SCAN") and "CONSTANT" not in step] == [], steps


async def test_a_page_of_followers_is_read_from_the_index_of_topic_place_and_person(store: Store) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    first, *_ = await plan(store, QUESTIONS["following"])
    assert first == (
        "SEARCH subscriptions USING COVERING INDEX sqlite_autoindex_subscriptions_1"
        " (topic=? AND place=? AND person_id>?)"
    )
