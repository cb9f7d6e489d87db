"""Claims: one of each person and report, their statements, their ends."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.claims import ClaimState
from storage import claims, schema
from tests.storage.store import SECOND, START, Store

WORDS = "Утерян на вокзале, в синей обложке"


async def test_a_claim_is_found_by_its_id_and_by_its_sides(store: Store) -> None:
    finder, owner = await store.person(), await store.person()
    report, other = await store.report(finder), await store.report(finder)
    claim = await store.claim(report, owner, statement=WORDS)
    assert await store.read(lambda tx: claims.get(tx, claim.id)) == claim
    assert await store.read(lambda tx: claims.find(tx, report.id, owner.id)) == claim
    assert await store.read(lambda tx: claims.find(tx, other.id, owner.id)) is None
    assert await store.read(lambda tx: claims.find(tx, report.id, finder.id)) is None
    assert await store.read(lambda tx: claims.get(tx, "nothing")) is None


async def test_a_person_claims_a_report_once(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report = await store.report(await store.person())
    await store.claim(report, anna)
    await store.claim(report, boris)
    with pytest.raises(IntegrityError):
        await store.claim(report, anna)


async def test_a_claim_needs_both_its_sides(store: Store) -> None:
    person = await store.person()
    report = await store.report(person)
    for changes in ({"report_id": "nothing"}, {"person_id": "nobody"}):
        with pytest.raises(IntegrityError):
            await store.claim(report, person, **changes)


async def test_what_becomes_of_a_claim_is_kept(store: Store) -> None:
    claim = await store.claim(await store.report(await store.person()), await store.person())
    for state in ClaimState:
        changed = replace(claim, state=state, proven=True, statement=WORDS, finder_statement="Обложка синяя")
        await store.write(partial(claims.save, claim=changed))
        assert await store.read(lambda tx: claims.get(tx, claim.id)) == changed
    await store.write(lambda tx: claims.save(tx, claim))
    assert await store.read(lambda tx: claims.get(tx, claim.id)) == claim


async def test_no_statement_is_no_sealed_value(store: Store) -> None:
    await store.claim(await store.report(await store.person()), await store.person())
    row = (await store.read(lambda tx: tx.execute(select(schema.claims)))).one()
    assert (row.statement, row.finder_statement) == (None, None)


async def test_claims_of_a_report_come_by_state_oldest_first(store: Store) -> None:
    report, other = [await store.report(await store.person()) for _ in range(2)]
    late = await store.claim(report, await store.person(), created_at=START + SECOND, state=ClaimState.ASKED)
    early = await store.claim(report, await store.person(), state=ClaimState.DISPUTED)
    await store.claim(report, await store.person(), state=ClaimState.DROPPED)
    await store.claim(other, await store.person(), state=ClaimState.ASKED)
    wanted = (ClaimState.ASKED, ClaimState.DISPUTED)
    assert list(await store.read(lambda tx: claims.of_report(tx, report.id, *wanted))) == [early, late]
    assert list(await store.read(lambda tx: claims.of_report(tx, report.id))) == []


async def test_a_persons_claims_come_oldest_first(store: Store) -> None:
    finder, owner = await store.person(), await store.person()
    late = await store.claim(await store.report(finder), owner, created_at=START + SECOND)
    early = await store.claim(await store.report(finder), owner)
    await store.claim(await store.report(finder), finder)
    assert list(await store.read(lambda tx: claims.of_person(tx, owner.id))) == [early, late]


async def test_what_both_sides_wrote_about_a_report_is_forgotten(store: Store) -> None:
    said = {"statement": WORDS, "finder_statement": "Обложка синяя"}
    report, other = [await store.report(await store.person()) for _ in range(2)]
    claim = await store.claim(report, await store.person(), **said, proven=True, state=ClaimState.ACCEPTED)
    kept = await store.claim(other, await store.person(), **said)
    await store.write(lambda tx: claims.forget_statements(tx, report.id))
    blank = replace(claim, statement="", finder_statement="")
    assert await store.read(lambda tx: claims.get(tx, claim.id)) == blank
    assert await store.read(lambda tx: claims.get(tx, kept.id)) == kept


async def test_a_dropped_claim_can_be_made_anew(store: Store) -> None:
    report, owner = await store.report(await store.person()), await store.person()
    claim = await store.claim(report, owner)
    await store.write(lambda tx: claims.drop(tx, claim.id))
    assert await store.read(lambda tx: claims.find(tx, report.id, owner.id)) is None
    await store.claim(report, owner)
