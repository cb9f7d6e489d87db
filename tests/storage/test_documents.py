"""Reports of found documents and their proofs."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.documents import Country, DocumentType, ProofKind, ReportState, Whereabouts
from storage import documents
from storage.schema import proofs
from storage.transaction import Transaction
from tests.storage.store import SECOND, START, Store

TAIL, YEAR = ProofKind.NUMBER_TAIL, ProofKind.BIRTH_YEAR
SALTS = {TAIL: b"salt of the tail", YEAR: b"salt of the year"}


async def test_a_report_is_found_by_its_id_and_by_its_code(store: Store) -> None:
    report = await store.report(await store.person())
    assert await store.read(lambda tx: documents.get(tx, report.id)) == report
    assert await store.read(lambda tx: documents.find_code(tx, report.code)) == report


async def test_an_unknown_report_is_none(store: Store) -> None:
    assert await store.read(lambda tx: documents.get(tx, "nothing")) is None
    assert await store.read(lambda tx: documents.find_code(tx, "XXXXX")) is None


async def test_what_the_finder_changes_is_kept(store: Store) -> None:
    report = await store.report(await store.person())
    changed = replace(
        report,
        type=DocumentType.ID_CARD,
        country=Country.TJ,
        name="O‘g‘iloy Yo‘ldosheva",
        place="@b_dostyk",
        day=date(2026, 2, 28),
        whereabouts=Whereabouts.POLICE,
        state=ReportState.QUEUED,
    )
    await store.write(lambda tx: documents.save(tx, changed))
    assert await store.read(lambda tx: documents.get(tx, report.id)) == changed


async def test_two_reports_never_share_a_code(store: Store) -> None:
    finder = await store.person()
    report = await store.report(finder)
    with pytest.raises(IntegrityError):
        await store.report(finder, code=report.code)


async def test_a_report_needs_its_finder(store: Store) -> None:
    finder = await store.person()
    with pytest.raises(IntegrityError):
        await store.report(replace(finder, id="nobody"))


async def test_a_finder_sees_unfinished_reports_newest_first(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    made = [await store.report(anna, created_at=START + n * SECOND) for n in range(4)]
    await store.report(boris)
    await store.write(lambda tx: documents.end(tx, made[1].id, ReportState.WITHDRAWN, START))
    seen = await store.read(lambda tx: documents.of_finder(tx, anna.id, 2))
    assert list(seen) == [made[3], made[2]]


async def test_an_ended_report_is_neither_open_nor_lost(store: Store) -> None:
    finder = await store.person()
    withdrawn, waiting, still_open = [await store.report(finder) for _ in range(3)]
    await store.write(lambda tx: documents.end(tx, withdrawn.id, ReportState.WITHDRAWN, START))
    await store.write(lambda tx: documents.save(tx, replace(waiting, state=ReportState.QUEUED)))
    ids = [withdrawn.id, waiting.id, still_open.id]
    assert list(await store.read(lambda tx: documents.open_among(tx, ids))) == [still_open]
    kept = await store.read(lambda tx: documents.get(tx, withdrawn.id))
    assert kept == replace(withdrawn, state=ReportState.WITHDRAWN)


async def test_among_no_ids_nothing_is_open(store: Store) -> None:
    await store.report(await store.person())
    assert list(await store.read(lambda tx: documents.open_among(tx, []))) == []


async def test_reports_are_counted_from_a_moment_on(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    for hours in (0, 5, 30):
        await store.report(anna, created_at=START - timedelta(hours=hours))
    await store.report(boris)
    day_ago = START - timedelta(hours=24)
    assert await store.read(lambda tx: documents.count_of_finder(tx, anna.id, day_ago)) == 2
    assert await store.read(lambda tx: documents.count_of_finder(tx, anna.id, START)) == 1


async def test_proofs_are_kept_by_kind_and_only_as_hashes(store: Store) -> None:
    report = await store.report(await store.person())
    await store.write(lambda tx: documents.add_proof(tx, report.id, TAIL, "4821", b"one"))
    await store.write(lambda tx: documents.add_proof(tx, report.id, YEAR, "1987", b"two"))
    assert await store.read(lambda tx: documents.proof_kinds(tx, report.id)) == {TAIL, YEAR}
    digests = [row.digest for row in await store.read(lambda tx: _proofs(tx, report.id))]
    assert {len(digest) for digest in digests} == {32}
    assert len(set(digests)) == 2


async def test_facts_are_forgotten_but_those_kept(store: Store) -> None:
    report = await store.report(await store.person())
    await store.write(lambda tx: documents.add_proof(tx, report.id, TAIL, "4821", b"one"))
    await store.write(lambda tx: documents.add_proof(tx, report.id, YEAR, "1987", b"two"))
    before = {row.kind: row.digest for row in await store.read(lambda tx: _proofs(tx, report.id))}
    await store.write(lambda tx: documents.drop_proofs(tx, report.id, [YEAR]))
    assert await store.read(lambda tx: documents.proof_kinds(tx, report.id)) == {YEAR}
    await store.write(lambda tx: documents.add_proof(tx, report.id, TAIL, "0007", b"salt"))
    after = {row.kind: row.digest for row in await store.read(lambda tx: _proofs(tx, report.id))}
    assert after["birth_year"] == before["birth_year"]
    assert after["number_tail"] != before["number_tail"]


async def test_the_same_fact_looks_different_in_two_reports(store: Store) -> None:
    finder = await store.person()
    one, two = await store.report(finder), await store.report(finder)
    await store.write(lambda tx: documents.add_proof(tx, one.id, TAIL, "4821", b"one"))
    await store.write(lambda tx: documents.add_proof(tx, two.id, TAIL, "4821", b"two"))
    (first,) = await store.read(lambda tx: _proofs(tx, one.id))
    (second,) = await store.read(lambda tx: _proofs(tx, two.id))
    assert first.digest != second.digest


async def _proofs(tx: Transaction, report_id: str) -> list[Any]:
    return list(await tx.execute(select(proofs).where(proofs.c.report_id == report_id)))
