"""From the first schema to the newest: whoever reported, waited or claimed before finds it all again."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Date, Integer, LargeBinary, String, column, select, table
from sqlalchemy import Table as AnyTable

from domain.claims import ClaimState
from domain.documents import (
    Country,
    DocumentType,
    ProofKind,
    Report,
    ReportState,
    Watch,
    WatchState,
    Whereabouts,
)
from domain.messages import chat
from domain.people import Person
from domain.reposts import ItemKind
from relay import indexing
from storage import (
    bans,
    claims,
    counters,
    documents,
    people,
    posts,
    reposts,
    rotation,
    schema,
    upgrade,
    watches,
)
from storage.names import Indexed
from storage.transaction import Database, Transaction
from storage.types import UtcDateTime
from tests.storage.conftest import on, seal_hash_key, store_fixture
from tests.storage.store import KEY, LEASE, SECOND, START, Store, claim_one, vault

pytestmark = pytest.mark.thorough

DAY = date(2026, 11, 22)
BEFORE = START - timedelta(days=12, hours=3, microseconds=5)
TAIL = {ProofKind.NUMBER_TAIL: "4821"}

old_claims = table(
    "claims", column("report_id", String), column("person_id", String), column("created_at", UtcDateTime)
)
old_name_keys = table(
    "name_keys", column("digest", LargeBinary), column("kind", String), column("subject_id", String)
)
old_counters = table(
    "counters",
    column("person_id", String),
    column("action", String),
    column("day", Date),
    column("count", Integer),
)
old_posts = table("posts", column("report_id", String), column("delivery_id", String))


@dataclass
class Before:
    """What stood in the first schema."""

    anna: Person
    boris: Person
    report: Report
    ended: Report
    watch: Watch
    post: str


def person(number: int) -> Person:
    return Person(
        id=f"{number:032x}",
        telegram_id=7_734_512_000 + number,
        language="kk",
        language_chosen=True,
        consented_at=BEFORE,
        reachable=True,
        intent=None,
        known_since=BEFORE,
    )


def report(number: int, finder: Person, state: ReportState, code: str) -> Report:
    return Report(
        id=f"{number:032x}",
        code=code,
        finder_id=finder.id,
        state=state,
        type=DocumentType.PASSPORT,
        country=Country.KZ,
        name="Жаңабай Исраилов",
        place="чайхана у моста",
        day=date(2026, 11, 9),
        whereabouts=Whereabouts.FINDER,
        handed_place="",
        created_at=BEFORE,
        renewed_at=BEFORE,
        ended_at=BEFORE + SECOND if state is ReportState.WITHDRAWN else None,
    )


def _before() -> Before:
    anna, boris = person(1), person(2)
    return Before(
        anna,
        boris,
        report(11, anna, ReportState.OPEN, "K7M4Q"),
        report(12, anna, ReportState.WITHDRAWN, "P2C3D"),
        Watch(
            f"{21:032x}",
            boris.id,
            WatchState.OPEN,
            DocumentType.PASSPORT,
            Country.KZ,
            "Жанабай Исраилов",
            "",
            BEFORE,
        ),
        f"{31:032x}",
    )


async def put(tx: Transaction, held: Before) -> None:
    """Write the rows as the program of the first schema did: no column that came later is named."""
    for one in (held.anna, held.boris):
        await _put_person(tx, one)
    for found in (held.report, held.ended):
        await _put_report(tx, found)
    await _put_watch(tx, held.watch)
    await documents.add_proof(tx, held.report.id, ProofKind.NUMBER_TAIL, "4821", b"salt")
    for kind, subject in (("report", held.report.id), ("watch", held.watch.id)):
        key = {"digest": tx.vault.name_digest("jnb"), "kind": kind, "subject_id": subject}
        await tx.execute(old_name_keys.insert().values(**key))
    await watches.add_match(tx, held.report.id, held.watch.id, BEFORE)
    claim = {"report_id": held.report.id, "person_id": held.boris.id, "created_at": BEFORE}
    await tx.execute(old_claims.insert().values(**claim))
    counter = {"person_id": held.boris.id, "action": "search", "day": DAY, "count": 7}
    await tx.execute(old_counters.insert().values(**counter))
    await _put_post(tx, held)


async def _put(tx: Transaction, table_: AnyTable, **values: object) -> None:
    await tx.execute(table_.insert().values(**values))


async def _put_person(tx: Transaction, one: Person) -> None:
    await _put(
        tx,
        schema.people,
        id=one.id,
        telegram_key=people.telegram_key(tx, one.telegram_id),
        telegram_id=tx.vault.seal(str(one.telegram_id), f"people.telegram_id.{one.id}"),
        language=one.language,
        language_chosen=True,
        consented_at=BEFORE,
        reachable=True,
        intent=None,
        created_at=BEFORE,
    )


async def _put_report(tx: Transaction, one: Report) -> None:
    await _put(
        tx,
        schema.reports,
        id=one.id,
        code=one.code,
        finder_id=one.finder_id,
        state=one.state.value,
        type="passport",
        country="KZ",
        name=tx.vault.seal(one.name, f"reports.name.{one.id}"),
        place=tx.vault.seal(one.place, f"reports.place.{one.id}"),
        day=one.day,
        whereabouts="finder",
        created_at=BEFORE,
        ended_at=one.ended_at,
    )


async def _put_watch(tx: Transaction, one: Watch) -> None:
    await _put(
        tx,
        schema.watches,
        id=one.id,
        person_id=one.person_id,
        state="open",
        type="passport",
        country="KZ",
        name=tx.vault.seal(one.name, f"watches.name.{one.id}"),
        place=tx.vault.seal("", f"watches.place.{one.id}"),
        created_at=BEFORE,
    )


async def _put_post(tx: Transaction, held: Before) -> None:
    """A post that is out, and a notice that still waits."""
    for number, recipient, state in ((31, chat(-1001), "sent"), (32, held.boris.id, "queued")):
        key = f"{number:032x}"
        content = tx.vault.seal('{"text": "Табылды", "buttons": [], "menu": []}', f"messages.content.{key}")
        await _put(tx, schema.messages, id=key, content=content, created_at=BEFORE)
        await _put(
            tx,
            schema.deliveries,
            id=key,
            message=key,
            recipient=recipient,
            lane=1,
            state=state,
            on_doubt="resend",
            due_at=BEFORE,
            attempts=0,
            telegram_message=55 if state == "sent" else None,
        )
    post = {"report_id": held.report.id, "delivery_id": held.post}
    await tx.execute(old_posts.insert().values(**post))


async def filled(url: str) -> Before:
    """Make a database as the program of the first schema left it."""
    held = _before()
    await on(url, upgrade._to("0001"))
    old = Database(url, vault())
    await old.write(seal_hash_key)
    await old.write(lambda tx: put(tx, held))
    await old.close()
    return held


@store_fixture
async def migrated(empty_url: str, tmp_path: Path) -> AsyncIterator[tuple[Store, Before]]:
    """A database that was filled at the first schema and brought to the newest."""
    held = await filled(empty_url)
    assert await upgrade.upgrade(empty_url, tmp_path / "backups", START)
    database = Database(empty_url, vault())
    yield Store(empty_url, database), held
    await database.close()


Migrated = tuple[Store, Before]


async def test_people_reports_and_watches_are_as_before(migrated: Migrated) -> None:
    store, held = migrated
    for one in (held.anna, held.boris):
        assert await _person(store, one) == one
    for report_ in (held.report, held.ended):
        assert await _report(store, report_) == report_
    assert await store.read(lambda tx: watches.get(tx, held.watch.id)) == held.watch
    told = await store.read(lambda tx: watches.watch_told_of(tx, held.report.id, held.boris.id))
    assert told == held.watch
    assert await store.read(lambda tx: documents.proofs_agree(tx, held.report.id, TAIL))


async def _person(store: Store, one: Person) -> Person | None:
    return await store.read(lambda tx: people.find(tx, one.telegram_id, START))


async def _report(store: Store, one: Report) -> Report | None:
    return await store.read(lambda tx: documents.get(tx, one.id))


async def test_names_of_before_are_found_again_after_the_start(migrated: Migrated) -> None:
    store, held = migrated
    for kind in Indexed:
        assert await store.found(kind, "Janaboy Isroilov") == []
    assert await indexing.follow_rules(store.relay, lambda *_: None) == 2
    assert await store.found(Indexed.REPORT, "Janaboy Isroilov") == [held.report.id]
    assert await store.found(Indexed.WATCH, "Janaboy Isroilov") == [held.watch.id]
    assert await indexing.follow_rules(store.relay, lambda *_: None) == 0


async def test_a_claim_of_before_may_be_made_anew(migrated: Migrated) -> None:
    store, held = migrated
    claim = await store.read(lambda tx: claims.find(tx, held.report.id, held.boris.id))
    assert claim is not None
    assert (claim.state, claim.proven, claim.created_at) == (ClaimState.DROPPED, False, BEFORE)
    assert (claim.statement, claim.finder_statement) == ("", "")
    assert len(claim.id) == 32
    assert await store.read(lambda tx: claims.get(tx, claim.id)) == claim
    assert list(await store.read(lambda tx: claims.of_person(tx, held.boris.id))) == [claim]


async def test_reports_of_before_run_out_and_are_wiped_in_their_time(migrated: Migrated) -> None:
    store, held = migrated
    assert await store.read(lambda tx: documents.due(tx, BEFORE, 5)) == [(held.report, None)]
    assert await store.read(lambda tx: documents.due(tx, BEFORE - SECOND, 5)) == []
    assert await store.read(lambda tx: documents.unwiped(tx, START, 5)) == [held.ended.id]


async def test_owners_of_before_are_asked_in_their_time(migrated: Migrated) -> None:
    store, held = migrated
    asked = [watches.Due(held.watch, BEFORE, 0)]
    assert await store.read(lambda tx: watches.due(tx, BEFORE, 5)) == asked
    assert await store.read(lambda tx: watches.due(tx, BEFORE - SECOND, 5)) == []


async def test_posts_and_notices_of_before_go_on(migrated: Migrated) -> None:
    store, held = migrated
    [post] = await store.read(lambda tx: posts.of_item(tx, held.report.id))
    assert post == posts.Post(ItemKind.FIND, held.report.id, chat(-1001), held.post, None)
    item = await store.read(lambda tx: reposts.get(tx, held.report.id))
    assert item is not None
    assert (item.shown, item.turn, item.due_at) == (1, 1, BEFORE + timedelta(days=1))
    assert await store.read(lambda tx: reposts.get(tx, held.ended.id)) is None
    claimed = await store.write(lambda tx: claim_one(tx, START, START + LEASE))
    assert claimed is not None
    assert (claimed.chat_id, claimed.content.text) == (held.boris.telegram_id, "Табылды")
    assert (claimed.content.attachment, claimed.or_delete) == (None, False)


async def test_caps_begin_anew(migrated: Migrated) -> None:
    store, held = migrated

    async def count(tx: Transaction) -> int:
        return await counters.increase(tx, counters.seeker(tx, held.boris.telegram_id), "search", DAY)

    assert await store.write(count) == 1
    assert await store.read(lambda tx: bans.find(tx, held.boris.telegram_id, START)) is None


async def test_an_older_key_still_opens_what_it_sealed_before(migrated: Migrated) -> None:
    """Columns that came later are empty in old rows; rotation passes over them."""
    store, held = migrated
    newer = "A" * 43 + "="
    database = Database(store.url, vault(newer, KEY))
    # the hash key, two people, two reports and a watch (a name and a place each), two messages
    assert await rotation.rotate(database, lambda *_: None) == 1 + 2 + 2 * 2 + 2 + 2
    assert await database.read(lambda tx: documents.get(tx, held.report.id)) == held.report
    await database.close()


async def test_nothing_of_the_former_claims_and_counters_is_left_over(migrated: Migrated) -> None:
    store, _ = migrated
    columns = await on(store.url, _claim_columns)
    assert columns == {column_.name for column_ in schema.claims.columns}
    assert len((await store.read(lambda tx: tx.execute(select(schema.claims)))).all()) == 1
    assert (await store.read(lambda tx: tx.execute(select(schema.counters)))).all() == []


def _claim_columns(connection: Connection) -> set[str]:
    return set(connection.execute(select(schema.claims)).keys())
