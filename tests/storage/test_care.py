"""Care in the database: what is to be looked at, by an index of its own, whatever changed before."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from domain.documents import LIVE_STATES, ReportState, WatchState, Whereabouts
from storage import dialect, documents, watches
from storage.transaction import Database, Transaction
from tests.storage.store import SECOND, START, Store, vault
from tests.storage.test_plans import plan, statements

LATER = START + SECOND


async def due(store: Store, limit: int = 50) -> list[str]:
    """The ids of the reports that are to be looked at."""
    found = await store.write(lambda tx: documents.due(tx, store.now, limit))
    return [report.id for report, _ in found]


async def due_watches(store: Store) -> list[watches.Due]:
    return list(await store.write(lambda tx: watches.due(tx, store.now, 50)))


async def looked_at(store: Store, *ids: str) -> None:
    """Let these reports rest for now."""
    for report_id in ids:
        await store.write(partial(documents.look_again, report_id=report_id, care_at=LATER, cared_at=START))


# reports


async def test_every_live_report_is_looked_at_and_none_that_has_ended(store: Store) -> None:
    finder = await store.person()
    made = {state: await store.report(finder, state=state) for state in ReportState}
    assert sorted(await due(store)) == sorted(made[state].id for state in LIVE_STATES)


async def test_what_is_due_longest_comes_first_and_no_more_than_a_page(store: Store) -> None:
    finder = await store.person()
    made = [await store.report(finder, renewed_at=START - n * SECOND) for n in (1, 3, 2)]
    assert await due(store, 2) == [made[1].id, made[2].id]


async def test_what_was_looked_at_rests_until_its_moment(store: Store) -> None:
    report = await store.report(await store.person())
    await looked_at(store, report.id)
    assert await due(store) == []
    store.now = LATER
    found = await store.write(lambda tx: documents.due(tx, store.now, 5))
    assert list(found) == [(report, START)], "and when the finder last heard is known"


@pytest.mark.parametrize(
    "change",
    [
        {"state": ReportState.CLAIMED},
        {"state": ReportState.WITH_AUTHORITIES, "whereabouts": Whereabouts.POLICE},
        {"name": "ОМАРОВА ДИНА"},
    ],
)
async def test_whatever_changes_in_a_report_it_is_looked_at_again(
    store: Store, change: dict[str, Any]
) -> None:
    report = await store.report(await store.person())
    await looked_at(store, report.id)
    await store.write(lambda tx: documents.save(tx, replace(report, **change)))
    assert await due(store) == [report.id]


async def test_what_ended_is_let_alone_until_it_is_brought_back(store: Store) -> None:
    report = await store.report(await store.person())
    over = await store.ended(report)
    assert await due(store) == []
    back = replace(over, state=ReportState.OPEN, ended_at=None)
    await store.write(lambda tx: documents.save(tx, back))
    assert await due(store) == [report.id]


async def test_changes_keep_when_the_finder_last_heard(store: Store) -> None:
    report = await store.report(await store.person())
    await looked_at(store, report.id)
    await store.write(lambda tx: documents.save(tx, replace(report, name="ОМАРОВА ДИНА")))
    [(_, cared_at)] = await store.write(lambda tx: documents.due(tx, START, 5))
    assert cared_at == START


# watches


async def test_an_open_watch_is_looked_at_and_rests_until_its_moment(store: Store) -> None:
    owner = await store.person()
    watch = await store.watch(owner)
    await store.watch(owner, state=WatchState.WITHDRAWN)
    assert await due_watches(store) == [watches.Due(watch, START, 0)]
    await store.write(lambda tx: watches.look_again(tx, watch.id, LATER, 1))
    assert await due_watches(store) == []
    store.now = LATER
    assert await due_watches(store) == [watches.Due(watch, LATER, 1)]
    await store.write(lambda tx: watches.end(tx, watch.id, LATER))
    assert await due_watches(store) == []


async def test_every_open_watch_that_was_told_of_a_report_is_known(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, other = await store.report(anna), await store.watch(anna)
    own = [await store.watch(boris) for _ in range(3)]
    for watch in (other, *own):
        await store.write(partial(watches.add_match, report_id=report.id, watch_id=watch.id, now=START))
    await store.write(lambda tx: watches.end(tx, own[1].id, START))
    told = await store.read(lambda tx: watches.told_of(tx, report.id, boris.id))
    assert [watch.id for watch in told] == [own[0].id, own[2].id]


# how both are reached

QUESTIONS: dict[str, Callable[[Transaction], Awaitable[object]]] = {
    "reports": lambda tx: documents.due(tx, START, 50),
    "watches": lambda tx: watches.due(tx, START, 50),
}


@pytest.mark.parametrize("table", QUESTIONS)
async def test_what_is_due_is_found_without_walking_through_all(store: Store, table: str) -> None:
    if dialect.is_sqlite(store.url):
        steps = await plan(store, QUESTIONS[table])
        assert steps == [f"SEARCH {table} USING INDEX ix_{table}_care_at (care_at<?)"]
        return
    steps = await _plan_on_server(store, QUESTIONS[table])
    assert any(f"Index Scan using ix_{table}_care_at on {table}" in step for step in steps)
    assert not any("Sort" in step for step in steps), "nothing is sorted"


async def _plan_on_server(store: Store, question: Callable[[Transaction], Awaitable[object]]) -> list[str]:
    """The way of PostgreSQL where it may not walk through a table, as it would rather with a few rows."""

    async def explain(tx: Transaction) -> list[str]:
        await tx.connection.execute(text("SET LOCAL enable_seqscan = off"))
        await tx.connection.execute(text("SET LOCAL enable_bitmapscan = off"))
        with statements() as asked:
            await question(tx)
        [(statement, parameters)] = asked
        rows = await tx.connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
        return [row[0] for row in rows]

    return await store.write(explain)


@pytest.mark.thorough
async def test_one_process_looks_after_a_report_at_a_time(server: Store) -> None:
    reports = [await server.report(await server.person()) for _ in range(2)]
    other = Store(server.url, Database(server.url, vault()))

    async def both(tx: Transaction) -> tuple[list[str], list[str]]:
        mine = [report.id for report, _ in await documents.due(tx, START, 1)]
        return mine, await due(other)

    mine, theirs = await server.write(both)
    await other.database.close()
    assert sorted([*mine, *theirs]) == sorted(report.id for report in reports)
