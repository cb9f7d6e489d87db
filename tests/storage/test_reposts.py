"""The timetable: what is due comes in its order and by an index, and a part of a day has one digest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from domain.reposts import FIRST, Item, ItemKind, Showing
from storage import dialect, digests, reposts
from storage.digests import Line
from storage.transaction import Transaction
from tests.storage.store import START, Store, outgoing
from tests.storage.test_plans import plan, statements

HOUR = timedelta(hours=1)
MANY = 2_000
CHANNEL = "chat:-1001"


def item(number: int, **changes: Any) -> Item:
    plain = Item(ItemKind.FIND, f"{number:032x}", 1, 1, START, START, START)
    return replace(plain, **changes)


async def put(store: Store, *items: Item) -> None:
    async def act(tx: Transaction) -> None:
        for one in items:
            assert await reposts.begin(tx, one)

    await store.write(act)


async def due(store: Store, *kinds: ItemKind, most: int = 9) -> Sequence[Item]:
    return await store.write(lambda tx: reposts.due(tx, kinds, 6, START, most))


async def test_of_each_turn_what_is_due_longest_comes_first(store: Store) -> None:
    late, early = item(1), item(2, due_at=START - HOUR)
    seen, fresh = item(3, turn=5, due_at=START - 9 * HOUR), item(4, turn=FIRST, shown=0, shown_at=None)
    ahead = item(5, due_at=START + HOUR)
    watch = item(6, kind=ItemKind.WATCH)
    await put(store, late, early, seen, fresh, ahead, watch)
    assert await due(store, ItemKind.FIND) == [fresh, early, late, seen]
    assert await due(store, ItemKind.FIND, most=1) == [fresh, early, seen]
    assert await due(store, ItemKind.WATCH) == [watch]
    assert await due(store, *ItemKind) == [fresh, early, late, seen, watch]
    read = await store.read(lambda tx: reposts.ahead(tx, [ItemKind.FIND], 6, START + HOUR, 9))
    assert set(read) == {fresh, early, late, seen, ahead}


async def test_an_item_is_on_the_timetable_once(store: Store) -> None:
    first, again = item(1), item(1, due_at=START + HOUR)
    await put(store, first)
    assert not await store.write(lambda tx: reposts.begin(tx, again))
    assert await store.read(lambda tx: reposts.get(tx, first.subject)) == first
    turned = replace(first, shown=2, turn=2, shown_at=START + HOUR, due_at=START + 9 * HOUR)
    await store.write(lambda tx: reposts.save(tx, [turned]))
    await store.write(lambda tx: reposts.put_off(tx, first.subject, START + 10 * HOUR))
    waits = replace(turned, due_at=START + 10 * HOUR)
    assert await store.read(lambda tx: reposts.get(tx, first.subject)) == waits
    await store.write(lambda tx: reposts.end(tx, first.subject))
    assert await store.read(lambda tx: reposts.get(tx, first.subject)) is None


async def test_what_was_shown_is_remembered_for_a_while(store: Store) -> None:
    shown = [Showing(ItemKind.APPEAL, f"{n:032x}", START + n * HOUR, "post") for n in range(3)]
    await store.write(lambda tx: reposts.note(tx, [store.new_id() for _ in shown], shown))
    await store.write(lambda tx: reposts.note(tx, [], []))
    assert await store.read(lambda tx: reposts.shown_since(tx, START + HOUR)) == shown[1:]
    assert await store.write(lambda tx: reposts.forget_older(tx, START + HOUR)) == 1
    assert await store.read(lambda tx: reposts.shown_since(tx, START)) == shown[1:]


async def test_a_part_of_a_day_has_one_digest(store: Store) -> None:
    assert await store.read(digests.last) is None
    assert await store.write(lambda tx: digests.make(tx, START, START + HOUR))
    assert not await store.write(lambda tx: digests.make(tx, START, START + 2 * HOUR))
    assert await store.read(digests.last) == (START, START + HOUR)
    earlier = START - 5 * HOUR
    assert await store.write(lambda tx: digests.make(tx, earlier, START + 2 * HOUR))
    assert await store.read(digests.last) == (START, START + HOUR)
    assert await store.write(lambda tx: digests.forget_older(tx, START)) == 1
    assert await store.write(lambda tx: digests.make(tx, earlier, START))


async def test_a_line_goes_and_the_others_stay(store: Store) -> None:
    digest = await store.queued(outgoing(CHANNEL, "Digest"))
    lines = [Line(ItemKind.WATCH, "b"), Line(ItemKind.FIND, "a")]
    await store.write(lambda tx: digests.add_lines(tx, digest, lines))
    assert await store.read(lambda tx: digests.lines(tx, digest)) == lines
    await store.write(lambda tx: digests.drop_line(tx, digest, "a"))
    assert await store.read(lambda tx: digests.lines(tx, digest)) == lines[:1]
    assert await store.read(lambda tx: digests.has_lines(tx, digest))
    await store.write(lambda tx: digests.drop_line(tx, digest, "b"))
    assert not await store.read(lambda tx: digests.has_lines(tx, digest))


async def test_what_is_due_is_found_by_an_index_in_order(store: Store) -> None:
    rows = [item(n, due_at=START + n * HOUR) for n in range(MANY)]
    await put(store, *rows)
    if dialect.is_sqlite(store.url):
        steps = await plan(store, lambda tx: reposts.ahead(tx, [ItemKind.FIND], 1, START, 9))
        assert [step for step in steps if "kind=? AND turn=? AND due_at<?" in step] == steps
        return
    steps = await postgres_plan(store)
    assert [step for step in steps if "Index" in step and "ix_reposts_kind_turn_due_at_subject" in step]
    assert not [step for step in steps if "Seq Scan" in step or "Sort" in step]


async def postgres_plan(store: Store) -> list[str]:
    """The way PostgreSQL takes to the claim of one turn, once it has counted its rows."""

    async def explain(tx: Transaction) -> list[str]:
        await tx.connection.execute(text("ANALYZE reposts"))
        with statements() as asked:
            await reposts.due(tx, [ItemKind.FIND], 1, START, 9)
        [(statement, given)] = asked
        rows = await tx.connection.exec_driver_sql(f"EXPLAIN {statement}", given)
        return [str(row[0]) for row in rows]

    return await store.write(explain)
