"""How SQLite reaches rows: without statistics it may take a poor index for a good one."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine

from domain.broadcasts import BroadcastState
from domain.documents import ReportState, WatchState
from storage import dialect, documents, sending, watches
from storage.schema import broadcasts
from storage.transaction import Transaction
from tests.storage.store import Store

SOME = [f"{number:032x}" for number in range(40)]


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of any database meanwhile, with the parameters."""
    heard: list[tuple[str, Any]] = []

    def hear(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        heard.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def plan(store: Store, question: Callable[[Transaction], Awaitable[object]]) -> list[str]:
    """Each step of the way SQLite takes to the answer."""

    async def explain(tx: Transaction) -> list[str]:
        with statements() as asked:
            await question(tx)
        steps = []
        for statement, parameters in asked:
            rows = await tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps += [row.detail for row in rows]
        return steps

    return await store.read(explain)


@pytest.mark.parametrize("table", ["reports", "watches"])
async def test_what_a_search_found_is_fetched_by_id(store: Store, table: str) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    questions: dict[str, Callable[[Transaction], Awaitable[object]]] = {
        "reports": lambda tx: documents.public_among(tx, SOME),
        "watches": lambda tx: watches.open_among(tx, SOME),
    }
    assert await plan(store, questions[table]) == [
        f"SEARCH {table} USING INDEX sqlite_autoindex_{table}_1 (id=?)"
    ]


async def test_what_is_next_to_be_sent_is_found_without_walking_through_the_outbox(store: Store) -> None:
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    running = {
        "id": SOME[0],
        "author_id": (await store.person()).id,
        "state": BroadcastState.RUNNING.value,
        "recipients": 60_000,
        "created_at": store.now,
    }
    await store.write(lambda tx: tx.execute(broadcasts.insert().values(**running)))
    steps = await plan(store, lambda tx: sending.claim(tx, store.now, store.now, 20))
    steps += await plan(store, sending.next_due)
    assert len([step for step in steps if step.startswith("SEARCH deliveries USING")]) >= 4
    assert not [step for step in steps if step.startswith("SCAN deliveries")]
    assert not [step for step in steps if "B-TREE" in step], "nothing is sorted"


async def test_only_what_is_public_or_open_is_among_them(store: Store) -> None:
    person = await store.person()
    public = await store.report(person)
    hidden = await store.report(person, state=ReportState.HIDDEN)
    waiting = await store.watch(person)
    over = await store.watch(person, state=WatchState.WITHDRAWN)
    found = await store.read(lambda tx: documents.public_among(tx, [public.id, hidden.id]))
    assert list(found) == [public]
    still = await store.read(lambda tx: watches.open_among(tx, [waiting.id, over.id]))
    assert [watch.id for watch in still] == [waiting.id]


async def test_a_plan_through_an_index_of_states_is_told_apart(store: Store) -> None:
    """The check above can fail: this question is answered by walking through a state."""
    if not dialect.is_sqlite(store.url):
        pytest.skip("PostgreSQL keeps statistics")
    by_state = text("SELECT * FROM reports WHERE state = 'open'")
    (step,) = await plan(store, lambda tx: tx.connection.execute(by_state))
    assert "(state=?)" in step
