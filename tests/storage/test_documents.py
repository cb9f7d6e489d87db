"""Reports of found documents and their proofs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from hmac import compare_digest
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.documents import PUBLIC_STATES, Country, DocumentType, ProofKind, Report, ReportState, Whereabouts
from storage import documents
from storage.schema import proofs
from storage.transaction import Transaction
from tests.storage.store import SECOND, START, Store

TAIL, YEAR, PLACE = ProofKind.NUMBER_TAIL, ProofKind.BIRTH_YEAR, ProofKind.ISSUE_PLACE
SALTS = {TAIL: b"salt of the tail", YEAR: b"salt of the year", PLACE: b"salt of the place"}


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
        handed_place="отдел на вокзале",
        renewed_at=START + SECOND,
        ended_at=START + 2 * SECOND,
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
    await store.ended(made[1])
    seen = await store.read(lambda tx: documents.of_finder(tx, anna.id, 2))
    assert list(seen) == [made[3], made[2]]


async def test_an_ended_report_is_neither_open_nor_lost(store: Store) -> None:
    finder = await store.person()
    withdrawn = await store.ended(await store.report(finder))
    await store.report(finder)
    ids = [withdrawn.id]
    assert list(await store.read(lambda tx: documents.public_among(tx, ids))) == []
    kept = await store.read(lambda tx: documents.get(tx, withdrawn.id))
    assert kept == withdrawn
    assert (kept.state, kept.ended_at) == (ReportState.WITHDRAWN, START)


async def test_everybody_may_find_what_is_public_only(store: Store) -> None:
    finder = await store.person()
    made = {state: await store.report(finder, state=state) for state in ReportState}
    ids = [report.id for report in made.values()]
    found = await store.read(lambda tx: documents.public_among(tx, ids))
    assert {report.id for report in found} == {made[state].id for state in PUBLIC_STATES}
    some = ids[:2]
    assert {one.id for one in await store.read(lambda tx: documents.public_among(tx, some))} <= set(some)


async def test_among_no_ids_nothing_is_public(store: Store) -> None:
    await store.report(await store.person())
    assert list(await store.read(lambda tx: documents.public_among(tx, []))) == []


async def test_a_document_taken_back_from_the_police_has_no_place_there(store: Store) -> None:
    report = await store.report(await store.person(), handed_place="отдел на вокзале")
    back = replace(report, whereabouts=Whereabouts.FINDER, handed_place="")
    await store.write(lambda tx: documents.save(tx, back))
    assert await store.read(lambda tx: documents.get(tx, report.id)) == back


async def test_what_is_wiped_keeps_how_it_ended_and_nothing_personal(store: Store) -> None:
    finder = await store.person()
    report = await store.ended(await store.report(finder), state=ReportState.RETURNED, handed_place="отдел")
    await store.write(lambda tx: documents.add_proof(tx, report.id, TAIL, "4821", b"one"))
    assert list(await store.read(lambda tx: documents.all_of_finder(tx, finder.id))) == [report]
    await store.write(lambda tx: documents.wipe(tx, report.id, START))
    kept = await store.read(lambda tx: documents.get(tx, report.id))
    assert kept == replace(report, name="", place="", handed_place="")
    assert await store.read(lambda tx: _proofs(tx, report.id)) == []
    assert list(await store.read(lambda tx: documents.all_of_finder(tx, finder.id))) == []


async def test_only_what_ended_before_and_still_holds_something_is_to_be_wiped(store: Store) -> None:
    finder = await store.person()
    await store.report(finder)
    late, early, wiped = [await store.report(finder) for _ in range(3)]
    await store.ended(late, ended_at=START + 2 * SECOND)
    await store.ended(early, ended_at=START + SECOND)
    await store.ended(wiped, ended_at=START)
    await store.write(lambda tx: documents.wipe(tx, wiped.id, START))
    moments = [START + SECOND, START + 2 * SECOND, START + 3 * SECOND]
    found = [list(await store.read(partial(documents.unwiped, moment=at, limit=5))) for at in moments]
    assert found == [[], [early.id], [early.id, late.id]]


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


# the comparison


GIVEN = {TAIL: "4821", YEAR: "1987"}


async def with_proofs(store: Store, facts: Mapping[ProofKind, str]) -> Report:
    report = await store.report(await store.person())
    for kind, fact in facts.items():
        await store.write(
            partial(documents.add_proof, report_id=report.id, kind=kind, fact=fact, salt=SALTS[kind])
        )
    return report


@pytest.mark.parametrize(
    ("facts", "agree"),
    [
        (GIVEN, True),
        ({**GIVEN, PLACE: "dushanbe"}, True),
        ({TAIL: "4821"}, False),
        ({TAIL: "4821", YEAR: ""}, False),
        ({TAIL: "4821", YEAR: "1988"}, False),
        ({TAIL: "1987", YEAR: "4821"}, False),
        ({}, False),
    ],
)
async def test_only_all_facts_together_agree(
    store: Store, facts: Mapping[ProofKind, str], *, agree: bool
) -> None:
    report = await with_proofs(store, GIVEN)
    assert await store.read(lambda tx: documents.proofs_agree(tx, report.id, facts)) is agree


async def test_where_the_finder_gave_no_facts_none_agree(store: Store) -> None:
    report = await with_proofs(store, {})
    for facts in ({}, GIVEN, {TAIL: ""}):
        assert not await store.read(partial(documents.proofs_agree, report_id=report.id, facts=facts))


@pytest.mark.parametrize("facts", [{}, {TAIL: "0000"}, GIVEN])
async def test_every_fact_is_compared_whatever_the_others_were(
    store: Store, monkeypatch: pytest.MonkeyPatch, facts: Mapping[ProofKind, str]
) -> None:
    report = await with_proofs(store, {**GIVEN, PLACE: "dushanbe"})
    compared: list[tuple[int, int]] = []

    def watched(one: bytes, two: bytes) -> bool:
        compared.append((len(one), len(two)))
        return compare_digest(one, two)

    monkeypatch.setattr("storage.documents.hmac.compare_digest", watched)
    await store.read(lambda tx: documents.proofs_agree(tx, report.id, facts))
    assert compared == [(32, 32)] * 3


async def _proofs(tx: Transaction, report_id: str) -> list[Any]:
    return list(await tx.execute(select(proofs).where(proofs.c.report_id == report_id)))
