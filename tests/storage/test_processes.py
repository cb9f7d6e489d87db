"""Several processes on one PostgreSQL: what one does in the midst of another's work."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from sqlalchemy import text

from domain.cases import CaseState, Decision
from domain.claims import Claim, ClaimState
from domain.documents import Report, ReportState, Watch
from domain.errors import StorageUnavailable
from domain.messages import Content, DeliveryState, chat
from relay import indexing
from storage import cases, conversations, counters, documents, names, outbox, sending, watches
from storage.names import Entry, Indexed
from storage.transaction import TRIES, Database, Transaction
from tests.storage.conftest import store_fixture
from tests.storage.store import LEASE, START, Store, claim_one, outgoing, vault

pytestmark = pytest.mark.thorough

DAY = date(2026, 11, 22)


@store_fixture
async def other(server: Store) -> AsyncIterator[Database]:
    """A second process."""
    database = Database(server.url, vault())
    yield database
    await database.close()


class Once:
    """Runs something the first time it is asked."""

    def __init__(self, action: Callable[[], Awaitable[object]]) -> None:
        self._action = action
        self.asked = 0

    async def __call__(self) -> None:
        self.asked += 1
        if self.asked == 1:
            await self._action()


async def test_two_senders_never_take_the_same_message(server: Store, other: Database) -> None:
    first, second = [await server.queued(outgoing(chat(n), "Found")) for n in (1, 2)]

    async def take(tx: Transaction) -> str | None:
        claimed = await claim_one(tx, START, START + LEASE)
        return claimed.id if claimed else None

    taken: list[str | None] = []

    async def other_takes() -> None:
        taken.append(await other.write(take))

    in_the_midst = Once(other_takes)

    async def take_too(tx: Transaction) -> str | None:
        mine = await take(tx)
        await in_the_midst()
        return mine

    taken.append(await server.write(take_too))
    assert sorted(filter(None, taken)) == [first, second]
    assert await server.write(take) is None


async def test_two_senders_keep_the_order_of_one_chat(server: Store, other: Database) -> None:
    await server.queued(outgoing(chat(1), "one"))
    await server.queued(outgoing(chat(1), "two"))

    async def take_in_the_midst(tx: Transaction) -> bool:
        assert await claim_one(tx, START, START + LEASE)
        return await other.write(lambda tx2: claim_one(tx2, START, START + LEASE)) is None

    assert await server.write(take_in_the_midst)


async def test_a_find_and_a_watch_made_at_once_do_not_miss_each_other(server: Store, other: Database) -> None:
    anna, boris = await server.person(), await server.person()
    report, watch = await server.report(anna), await server.watch(boris)
    watch_arrives = Once(lambda: other.write(lambda tx: index_watch(tx, watch)))

    async def confirm(tx: Transaction) -> list[str]:
        seen = await borne(tx, Indexed.WATCH)
        await watch_arrives()
        await index_report(tx, report)
        return seen

    assert await server.write(confirm) == [watch.id]
    assert watch_arrives.asked == 2


async def borne(tx: Transaction, kind: Indexed) -> list[str]:
    """Who is indexed under the word."""
    found = await names.under(tx, kind, {"janabai": 1.0}, 10)
    return [each.subject_id for _, each in found]


def entry(subject_id: str, *words: str) -> Entry:
    return Entry(subject_id, 0, [(0, word) for word in words], [])


async def index_watch(tx: Transaction, watch: Watch) -> None:
    assert await borne(tx, Indexed.REPORT) == []
    await names.put(tx, Indexed.WATCH, [entry(watch.id, "janabai")])


async def index_report(tx: Transaction, report: Report) -> None:
    await names.put(tx, Indexed.REPORT, [entry(report.id, "janabai")])


@pytest.mark.parametrize("words", [("janabai",), ("dina", "omarov")])
async def test_two_names_indexed_at_once_both_stand(
    server: Store, other: Database, words: tuple[str, ...]
) -> None:
    """Both get the next free number and their words the next free places, the same word or others."""
    meanwhile = Once(lambda: other.write(lambda tx: names.put(tx, Indexed.REPORT, [entry("a", "janabai")])))

    async def put(tx: Transaction) -> None:
        await names.under(tx, Indexed.REPORT, dict.fromkeys(words, 1.0), 10)
        await meanwhile()
        await names.put(tx, Indexed.REPORT, [entry("b", *words)])

    await server.write(put)
    assert meanwhile.asked == 2
    keys = dict.fromkeys({"janabai", *words}, 1.0)
    stored = await server.read(lambda tx: names.under(tx, Indexed.REPORT, keys, 10))
    assert {each.subject_id for _, each in stored} == {"a", "b"}
    known = await server.read(lambda tx: names.words_from(tx, 0))
    assert {word.word for word in known} == {"janabai", *words}


async def test_a_word_that_one_drops_while_another_takes_it_is_not_lost(
    server: Store, other: Database
) -> None:
    await server.write(lambda tx: names.put(tx, Indexed.REPORT, [entry("a", "janabai")]))
    goes = Once(lambda: other.write(lambda tx: names.remove(tx, ["a"])))

    async def put(tx: Transaction) -> None:
        await names.words_from(tx, 0)
        await goes()
        await names.put(tx, Indexed.REPORT, [entry("b", "janabai")])

    await server.write(put)
    known = await server.read(lambda tx: names.words_from(tx, 0))
    assert [word.word for word in known] == ["janabai"]


async def test_the_index_is_made_anew_while_another_process_works(server: Store, other: Database) -> None:
    anna = await server.person()
    reports = [await server.report(anna, name=name) for name in ("Жаңабай Исраилов", "Дина Омарова")]
    running = Store(server.url, other)
    late: list[str] = []

    async def reports_more() -> None:
        report = await running.report(anna, name="Фархад Умаров")
        await running.index(Indexed.REPORT, report.id, report.name)
        late.append(report.id)

    rebuilding = asyncio.create_task(indexing.rebuild(server.relay, lambda *_: None))
    await reports_more()
    await rebuilding
    names_ = ("Janaboy Isroilov", "Dina Omarova", "Farhod Umarov")
    found = [await running.found(Indexed.REPORT, name) for name in names_]
    assert found == [[reports[0].id], [reports[1].id], late]


async def test_the_index_is_made_anew_in_smaller_steps_where_others_write_all_the_time(
    server: Store, other: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await server.person()
    reports = [await server.report(anna, name=name) for name in ("Жаңабай Исраилов", "Дина Омарова")]
    tried: list[int] = []

    async def crossed(tx: Transaction, after: str, limit: int) -> Sequence[tuple[str, str]]:
        tried.append(limit)
        named = await documents.live_names(tx, after, limit)
        if limit > 8:
            word = f"word{len(tried)}"
            await other.write(lambda tx2: names.put(tx2, Indexed.WATCH, [entry(word, word)]))
        return named

    monkeypatch.setattr(indexing, "_FINDABLE", [(Indexed.REPORT, crossed)])
    assert await indexing.rebuild(server.relay, lambda *_: None) == len(reports)
    first = tried[: tried.index(8) + 1]
    assert (first.count(200), first.count(40)) == (TRIES, TRIES)
    assert await server.found(Indexed.REPORT, "Dina Omarova") == [reports[1].id]
    assert await server.found(Indexed.REPORT, "Janaboy Isroilov") == [reports[0].id]


async def test_words_changed_while_they_leave_are_not_lost(server: Store, other: Database) -> None:
    delivery = await server.queued(outgoing(chat(1), "old"))
    leaves = Once(lambda: other.write(lambda tx: claim_one(tx, START, START + LEASE)))

    async def change(tx: Transaction) -> DeliveryState:
        state = await outbox.state_of(tx, delivery)
        await leaves()
        if state is DeliveryState.QUEUED:
            await outbox.rewrite(tx, delivery, Content("new"))
        return state

    assert await server.write(change) is DeliveryState.SENDING


async def test_a_cap_holds_across_processes(server: Store, other: Database) -> None:
    elsewhere = Once(lambda: other.write(lambda tx: counters.increase(tx, "anna", "search", DAY)))

    async def count(tx: Transaction) -> int:
        await counters.count(tx, "anna", "search", DAY)
        await elsewhere()
        return await counters.increase(tx, "anna", "search", DAY)

    assert await server.write(count) == 2


async def test_nobody_gets_a_try_more_by_asking_two_processes_at_once(server: Store, other: Database) -> None:
    report = await server.report(await server.person())

    async def try_once(tx: Transaction) -> bool:
        if await counters.tries_since(tx, START - LEASE, who="boris", report_id=report.id) >= 1:
            return False
        await in_the_midst()
        await counters.add_try(tx, server.new_id(), "boris", report.id, START)
        return True

    in_the_midst = Once(lambda: other.write(try_once))
    assert not await server.write(try_once)
    assert await server.read(lambda tx: counters.tries_since(tx, START - LEASE, who="boris")) == 1


async def test_two_claims_accepted_at_once_give_one_conversation(server: Store, other: Database) -> None:
    report = await server.report(await server.person())
    owners = [await server.person() for _ in range(2)]
    made = [await server.claim(report, owner, state=ClaimState.ASKED) for owner in owners]
    pattern = await server.conversation(await server.report(owners[0]), owners[1])

    async def connect(tx: Transaction, claim: Claim) -> bool:
        if await conversations.of_report(tx, report.id) is not None:
            return False
        await at_the_same_time()
        mine = replace(pattern, id=server.new_id(), claim_id=claim.id, owner_id=claim.person_id)
        await conversations.add(tx, replace(mine, report_id=report.id))
        return True

    at_the_same_time = Once(lambda: other.write(partial(connect, claim=made[1])))
    assert not await server.write(partial(connect, claim=made[0]))
    (going,) = await server.read(lambda tx: conversations.all_of_report(tx, report.id))
    assert going.owner_id == owners[1].id


async def test_two_moderators_of_two_processes_decide_a_case_once(server: Store, other: Database) -> None:
    case = await server.case(await server.report(await server.person()))
    decisions: list[Decision] = []

    async def decide(tx: Transaction, decision: Decision) -> Decision | None:
        await cases.oldest_open(tx, 5)
        await both_look()
        found = await cases.get(tx, case.id)
        if found is None or found.state is CaseState.DECIDED:
            return found.decision if found else None
        await cases.save(tx, replace(found, state=CaseState.DECIDED, decision=decision))
        decisions.append(decision)
        return decision

    both_look = Once(lambda: other.write(partial(decide, decision=Decision.REJECT)))
    assert await server.write(partial(decide, decision=Decision.APPROVE)) is Decision.REJECT
    assert decisions == [Decision.REJECT]


async def test_a_decision_is_made_once(server: Store, other: Database) -> None:
    report = await server.report(await server.person(), state=ReportState.QUEUED)

    async def reject(tx: Transaction) -> None:
        await documents.save(tx, replace(report, state=ReportState.REJECTED, ended_at=START))

    decided = Once(lambda: other.write(reject))

    async def decide(tx: Transaction) -> ReportState | None:
        found = await documents.get(tx, report.id)
        await decided()
        if found and found.state is ReportState.QUEUED:
            await documents.save(tx, replace(found, state=ReportState.WITHDRAWN, ended_at=START))
        return found.state if found else None

    assert await server.write(decide) is ReportState.REJECTED


async def test_a_connection_that_breaks_is_named_and_made_anew(server: Store, other: Database) -> None:
    watch = await server.watch(await server.person())

    async def breaks(tx: Transaction) -> None:
        await watches.end(tx, watch.id, START)
        process = (await tx.execute(text("SELECT pg_backend_pid()"))).scalar_one()
        await other.write(lambda tx2: tx2.execute(text(f"SELECT pg_terminate_backend({process}, 5000)")))
        await watches.get(tx, watch.id)

    with pytest.raises(StorageUnavailable):
        await server.write(breaks)
    assert await server.read(lambda tx: watches.get(tx, watch.id)) == watch


async def test_a_server_that_is_away_is_named(server: Store) -> None:
    nobody_there = Database("postgresql+asyncpg://postgres@127.0.0.1:1/test", vault())
    with pytest.raises(StorageUnavailable):
        await nobody_there.write(sending.next_due)
    await nobody_there.close()
    assert await server.read(sending.next_due) is None


async def test_a_server_that_allows_reading_only_is_named(server: Store) -> None:
    async def write(tx: Transaction) -> None:
        await tx.execute(text("SET TRANSACTION READ ONLY"))
        await names.put(tx, Indexed.REPORT, [entry("a", "janabai")])

    with pytest.raises(StorageUnavailable, match="read-only"):
        await server.write(write)
