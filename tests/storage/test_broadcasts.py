"""Broadcasts at rest: exactly the audience, page by page, each once; how far they are; what is forgotten."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.broadcasts import FILLED, LANGUAGES, Audience, Broadcast, BroadcastState, Progress
from domain.documents import Country
from domain.messages import Button, Content, DeliveryState
from domain.people import Ban, BanKind, Person
from domain.subscriptions import QUIET_AT_NIGHT, Subscriber, Topic
from storage import audiences, bans, broadcasts, dialect, outbox, schema, subscribers
from storage.broadcasts import Part
from storage.transaction import Transaction
from tests.storage.conftest import _clear
from tests.storage.store import SECOND, START, Store, outgoing
from tests.storage.test_plans import plan

SAID = Content("Снег на перевале", ((Button("Где", url="https://example.org"),),))
PLACES = ("kzuz_zhibek_zholy", "uz_chorsu")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Known:
    """Somebody as the tests invent them; `kept_out` is a ban, and how long ago it ended."""

    language: str = "ru"
    topics: frozenset[Topic] = frozenset({Topic.APPEALS})
    places: tuple[str, ...] = ()
    country: Country | None = None
    reachable: bool = True
    late: bool = False
    kept_out: tuple[BanKind, timedelta | None] | None = None


async def _comes(store: Store, known: Known) -> Person:
    person = await store.person(language=known.language, reachable=known.reachable)
    since = store.now + SECOND if known.late else store.now
    if known.topics:
        chosen = Subscriber(person.id, known.topics, known.places, known.country, QUIET_AT_NIGHT, since)
        await store.write(lambda tx: subscribers.save(tx, chosen))
    if known.kept_out is not None:
        kind, left = known.kept_out
        ban = Ban(kind, store.now + left if left is not None else None)
        await store.write(lambda tx: bans.put(tx, person.telegram_id, ban))
    return person


async def _running(store: Store, audience: Audience | None = None) -> Broadcast:
    author = await store.person()
    broadcast = Broadcast(
        id=store.new_id(),
        author_id=author.id,
        state=BroadcastState.RUNNING,
        audience=audience or Audience(),
        starts_at=store.now,
        created_at=store.now,
        started_at=store.now,
    )
    message = store.new_id()

    async def write(tx: Transaction) -> None:
        await broadcasts.add(tx, broadcast)
        await broadcasts.put_text(tx, broadcast, message, SAID, LANGUAGES)

    await store.write(write)
    return broadcast


async def _filled(store: Store, broadcast: Broadcast, size: int = 3) -> Broadcast:
    """Write the audience in pages of so many."""
    while broadcast.reached != FILLED:
        broadcast = await store.write(partial(_page_written, store, broadcast, size))
    return broadcast


async def _page_written(store: Store, broadcast: Broadcast, size: int, tx: Transaction) -> Broadcast:
    page = await audiences.page(tx, broadcast, store.now, size)
    message = (await broadcasts.texts(tx, broadcast.id))["ru"]
    parts = [Part(store.new_id(), reader.person_id, message, store.now) for reader in page]
    reached = page[-1].person_id if len(page) == size else FILLED
    grown = replace(broadcast, reached=reached, recipients=broadcast.recipients + len(page))
    await broadcasts.write(tx, broadcast.id, parts)
    await broadcasts.save(tx, grown)
    return grown


async def _recipients(store: Store, broadcast: Broadcast) -> list[str]:
    async def look(tx: Transaction) -> list[str]:
        of = schema.deliveries.c.broadcast == broadcast.id
        return list((await tx.execute(select(schema.deliveries.c.recipient).where(of))).scalars())

    return await store.read(look)


async def _end(store: Store, broadcast: Broadcast, *states: DeliveryState) -> None:
    """End the first deliveries in these states."""

    async def end(tx: Transaction) -> None:
        due = await broadcasts.next_due(tx, broadcast.id, store.now, len(states))
        for waiting, state in zip(due, states, strict=True):
            await outbox.finish(tx, waiting.delivery, state, store.now, "no rights")

    await store.write(end)


def _is_meant(known: Known, audience: Audience) -> bool:
    """Who is to get a broadcast, said once more and otherwise."""
    if known.late or not known.reachable or not known.topics:
        return False
    if known.kept_out is not None and known.kept_out[0] is BanKind.BAN:
        left = known.kept_out[1]
        if left is None or left > timedelta():
            return False
    if audience.topic is not None and audience.topic not in known.topics:
        return False
    if audience.place and (
        Topic.DOCUMENTS not in known.topics or (known.places and audience.place not in known.places)
    ):
        return False
    fits = known.country is None or audience.country in (None, known.country)
    return fits and audience.language in (None, known.language)


TOPICS = st.frozensets(st.sampled_from(Topic))
BANS = st.tuples(st.sampled_from(BanKind), st.sampled_from([None, -SECOND, DAY]))
PEOPLE = st.builds(
    Known,
    language=st.sampled_from(LANGUAGES),
    topics=TOPICS,
    places=st.sets(st.sampled_from(PLACES)).map(lambda places: tuple(sorted(places))),
    country=st.sampled_from([None, Country.KZ, Country.TR]),
    reachable=st.sampled_from([True, True, True, False]),
    late=st.sampled_from([False, False, False, True]),
    kept_out=st.none() | BANS,
)
AUDIENCES = st.builds(
    Audience,
    topic=st.sampled_from([None, *Topic]),
    place=st.sampled_from(["", *PLACES]),
    country=st.sampled_from([None, Country.KZ, Country.TR]),
    language=st.sampled_from([None, *LANGUAGES]),
).map(lambda each: each if each.topic is Topic.DOCUMENTS else replace(each, place=""))


@pytest.mark.thorough
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PEOPLE, max_size=8), AUDIENCES, st.integers(1, 4))
async def test_the_audience_is_exact_whoever_there_is(
    file_store: Store, known: list[Known], audience: Audience, size: int
) -> None:
    """Nobody twice, nobody from outside it, nobody left out, in pages of any size."""
    await _clear(file_store)
    file_store.now = START
    await _is_exact(file_store, known, audience, size)


@pytest.mark.parametrize(
    "audience",
    [
        Audience(),
        Audience(topic=Topic.APPEALS),
        Audience(topic=Topic.DOCUMENTS, place=PLACES[0]),
        Audience(country=Country.KZ),
        Audience(topic=Topic.MEDICAL, country=Country.TR, language="kk"),
    ],
)
async def test_the_audience_is_exact_on_every_engine(store: Store, audience: Audience) -> None:
    both = frozenset({Topic.DOCUMENTS, Topic.MEDICAL})
    known = [
        Known(),
        Known(topics=frozenset()),
        Known(language="kk", topics=both, places=PLACES),
        Known(language="kk", topics=both, places=PLACES[1:], country=Country.TR),
        Known(topics=both, country=Country.KZ),
        Known(late=True),
        Known(reachable=False),
        *(Known(kept_out=(kind, left)) for kind in BanKind for left in (None, -SECOND, DAY)),
    ]
    await _is_exact(store, known, audience, 2)


async def _is_exact(store: Store, known: list[Known], audience: Audience, size: int) -> None:
    came = [await _comes(store, each) for each in known]
    wanted = [person.id for person, each in zip(came, known, strict=True) if _is_meant(each, audience)]
    broadcast = await _filled(store, await _running(store, audience), size)
    assert sorted(await _recipients(store, broadcast)) == sorted(wanted)
    assert broadcast.recipients == len(wanted)
    in_time = [each for each in known if not each.late]
    if len(in_time) == len(known):  # the count before the start knows of no start
        groups = await store.read(lambda tx: audiences.groups(tx, audience, store.now))
        assert sum(group.count for group in groups) == len(wanted)


async def test_a_page_torn_in_the_middle_is_written_anew_and_nobody_gets_it_twice(store: Store) -> None:
    came = [await _comes(store, Known()) for _ in range(5)]
    broadcast = await _running(store)
    page = await store.read(lambda tx: audiences.page(tx, broadcast, store.now, 3))
    parts = [Part(store.new_id(), each.person_id, (await _message(store, broadcast)), START) for each in page]

    async def torn(tx: Transaction) -> None:
        await broadcasts.write(tx, broadcast.id, parts)
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await store.write(torn)
    filled = await _filled(store, broadcast)
    assert sorted(await _recipients(store, filled)) == sorted(person.id for person in came)


async def test_it_is_read_as_saved(store: Store) -> None:
    audience = Audience(Topic.DOCUMENTS, PLACES[0], Country.UZ, "uz")
    broadcast = await _running(store, audience)
    assert await store.read(lambda tx: broadcasts.get(tx, broadcast.id)) == broadcast
    ended = replace(
        broadcast, state=BroadcastState.DONE, ended_at=START + DAY, reached=FILLED, recipients=7, progress="p"
    )
    await store.write(lambda tx: broadcasts.save(tx, ended))
    assert await store.read(lambda tx: broadcasts.get(tx, broadcast.id)) == ended
    author = broadcast.author_id or ""
    assert await store.read(lambda tx: broadcasts.of_author(tx, author)) == [ended]
    assert await store.read(lambda tx: broadcasts.get(tx, store.new_id())) is None
    await store.write(lambda tx: broadcasts.let_go(tx, author))
    left = await store.read(lambda tx: broadcasts.get(tx, broadcast.id))
    assert left == replace(ended, progress=None)


async def test_every_language_finds_its_message_and_no_word_is_readable(store: Store) -> None:
    broadcast = await _running(store)
    said = await store.read(lambda tx: broadcasts.contents(tx, broadcast.id))
    assert dict(said) == dict.fromkeys(LANGUAGES, SAID)
    sealed = await store.read(lambda tx: tx.execute(select(schema.messages.c.content)))
    assert all(SAID.text.encode() not in content for (content,) in sealed)


async def test_how_far_it_is_is_counted_by_what_became_of_each(store: Store) -> None:
    for _ in range(8):
        await _comes(store, Known())
    broadcast = await _filled(store, await _running(store))
    ends = (
        DeliveryState.SENT,
        DeliveryState.SENT,
        DeliveryState.UNREACHABLE,
        DeliveryState.UNKNOWN,
        DeliveryState.UNDELIVERABLE,
        DeliveryState.CANCELLED,
    )
    await _end(store, broadcast, *ends)
    [next_one, _] = await store.read(lambda tx: broadcasts.next_due(tx, broadcast.id, START, 9))
    await store.write(lambda tx: broadcasts.put_off(tx, {next_one.delivery: START + DAY}))
    counted = await store.read(lambda tx: broadcasts.progress(tx, broadcast, START))
    assert counted == Progress(8, queued=1, later=1, sent=2, blocked=1, unknown=1, failed=1, cancelled=1)
    assert await store.read(lambda tx: broadcasts.first_problem(tx, broadcast.id)) == "no rights"
    assert [each.quiet for each in await _due(store, broadcast)] == [QUIET_AT_NIGHT]


async def test_in_doubt_is_sent_again_to_those_who_still_want_it(store: Store) -> None:
    came = [await _comes(store, Known()) for _ in range(4)]
    broadcast = await _filled(store, await _running(store))
    await _end(store, broadcast, *[DeliveryState.UNKNOWN] * 3, DeliveryState.SENT)
    gone = [person for person in came if person.id in await _in(store, broadcast, DeliveryState.UNKNOWN)]
    await store.write(lambda tx: subscribers.remove(tx, gone[0].id))
    await store.write(lambda tx: bans.put(tx, gone[1].telegram_id, Ban(BanKind.BAN, None)))
    assert await store.write(lambda tx: broadcasts.send_again(tx, broadcast, START)) == 1
    assert await _in(store, broadcast, DeliveryState.QUEUED) == [gone[2].id]
    assert await store.write(lambda tx: broadcasts.send_again(tx, broadcast, START)) == 0


async def test_it_is_cancelled_and_forgotten_page_by_page(store: Store) -> None:
    for _ in range(5):
        await _comes(store, Known())
    broadcast = await _filled(store, await _running(store))
    other = await _filled(store, await _running(store))
    taken = [await store.write(lambda tx: broadcasts.cancel_page(tx, broadcast.id, START, 2)) for _ in "1234"]
    assert taken == [2, 2, 1, 0]
    over = replace(broadcast, state=BroadcastState.CANCELLED, ended_at=START)
    await store.write(lambda tx: broadcasts.save(tx, over))
    assert await store.read(lambda tx: broadcasts.ended_before(tx, START)) is None
    assert await store.read(lambda tx: broadcasts.ended_before(tx, START + SECOND)) == broadcast.id
    gone = [await store.write(lambda tx: broadcasts.forget_page(tx, broadcast.id, 2)) for _ in "12345"]
    assert gone == [2, 2, 1, len(LANGUAGES), 0]
    assert await store.read(lambda tx: broadcasts.ended_before(tx, START + SECOND)) is None
    assert await store.read(lambda tx: broadcasts.contents(tx, broadcast.id)) == {}
    assert len(await _recipients(store, other)) == 5
    assert await store.read(lambda tx: broadcasts.contents(tx, other.id))


async def test_what_a_message_was_last_changed_to_is_known(store: Store) -> None:
    person = await store.person()
    assert await store.read(lambda tx: broadcasts.told(tx, None)) is None
    first = await store.queued(outgoing(person.id, "one"))
    told = await store.read(lambda tx: broadcasts.told(tx, first))
    assert told == broadcasts.Told(first, queued=True, content=Content("one"))
    second = await store.queued(outgoing(person.id, "two", edits=first))
    await store.write(lambda tx: outbox.finish(tx, second, DeliveryState.SENT, START, 7))
    told = await store.read(lambda tx: broadcasts.told(tx, first))
    assert told == broadcasts.Told(second, queued=False, content=Content("two"))


QUESTIONS: dict[str, Callable[[Transaction, Broadcast], Awaitable[object]]] = {
    "page": lambda tx, each: audiences.page(tx, each, START, 500),
    "progress": lambda tx, each: broadcasts.progress(tx, each, START),
    "next": lambda tx, each: broadcasts.next_due(tx, each.id, START, 500),
    "problem": lambda tx, each: broadcasts.first_problem(tx, each.id),
    "told": lambda tx, each: broadcasts.told(tx, each.id),
    "asked": lambda tx, each: broadcasts.asked_at(tx, each.id),
    "again": lambda tx, each: broadcasts.send_again(tx, each, START),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_no_question_of_a_broadcast_walks_through_everything(store: Store, question: str) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    broadcast = await _running(store, Audience(Topic.DOCUMENTS, PLACES[0], Country.KZ, "kk"))
    steps = await plan(store, lambda tx: QUESTIONS[question](tx, broadcast))
    assert [step for step in steps if step.startswith("SCAN")] == [], steps


AUDIENCE_KINDS = [
    Audience(),
    Audience(Topic.APPEALS),
    Audience(Topic.DOCUMENTS),
    Audience(Topic.DOCUMENTS, PLACES[0], Country.KZ, "kk"),
]


@pytest.mark.parametrize("audience", AUDIENCE_KINDS)
async def test_what_somebody_asked_for_is_looked_up_by_the_person(store: Store, audience: Audience) -> None:
    """By the topic it would be everybody who asked for it, once for each of them."""
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    broadcast = await _running(store, audience)
    paged = await plan(store, lambda tx: audiences.page(tx, broadcast, START, 500))
    counted = await plan(store, lambda tx: audiences.groups(tx, audience, START))
    for steps in (paged, counted):
        [asked] = [step for step in steps if "subscriptions" in step]
        assert "person_id=?" in asked
    assert [step for step in paged if step.startswith("SCAN")] == [], paged
    assert len([step for step in counted if step.startswith("SCAN")]) == 1, counted


async def _message(store: Store, broadcast: Broadcast) -> str:
    return (await store.read(lambda tx: broadcasts.texts(tx, broadcast.id)))["ru"]


async def _due(store: Store, broadcast: Broadcast) -> Sequence[broadcasts.Waiting]:
    return await store.read(lambda tx: broadcasts.next_due(tx, broadcast.id, START, 9))


async def _in(store: Store, broadcast: Broadcast, state: DeliveryState) -> list[str]:
    """Whose deliveries of a broadcast are in a state."""

    async def look(tx: Transaction) -> list[str]:
        table = schema.deliveries
        which = (table.c.broadcast == broadcast.id, table.c.state == state.value)
        return list((await tx.execute(select(table.c.recipient).where(*which))).scalars())

    return await store.read(look)
