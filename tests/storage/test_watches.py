"""Watches, and what they were told of."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from domain.documents import Country, DocumentType, ProofKind, WatchState
from storage import schema, watches
from tests.storage.store import SECOND, START, Store


async def test_a_watch_is_read_as_it_was_saved(store: Store) -> None:
    watch = await store.watch(await store.person(), place="@b_dostyk")
    assert await store.read(lambda tx: watches.get(tx, watch.id)) == watch
    assert await store.read(lambda tx: watches.get(tx, "nothing")) is None


async def test_what_the_owner_changes_is_kept(store: Store) -> None:
    watch = await store.watch(await store.person())
    changed = replace(
        watch, name="Janaboy Isroilov", place="вокзал", type=DocumentType.ID_CARD, country=Country.UZ
    )
    await store.write(lambda tx: watches.save(tx, changed))
    assert await store.read(lambda tx: watches.get(tx, watch.id)) == changed


async def test_what_the_owner_knows_of_the_document_is_kept_sealed(store: Store) -> None:
    known = {ProofKind.NUMBER_TAIL: "4821", ProofKind.ISSUE_PLACE: "Душанбе"}
    watch = await store.watch(await store.person(), facts=known)
    assert await store.read(lambda tx: watches.get(tx, watch.id)) == watch
    for facts in ({ProofKind.BIRTH_YEAR: "1987"}, {}):
        changed = replace(watch, facts=facts)
        await store.write(partial(watches.save, watch=changed))
        assert await store.read(lambda tx: watches.get(tx, watch.id)) == changed
    lengths = (await store.read(lambda tx: tx.execute(select(schema.watches.c.facts)))).scalars()
    assert all(sealed and b"1987" not in sealed for sealed in lengths)


async def test_a_watch_of_the_first_schema_knows_no_facts(store: Store) -> None:
    watch = await store.watch(await store.person(), facts={ProofKind.BIRTH_YEAR: "1987"})
    await store.write(lambda tx: tx.execute(update(schema.watches).values(facts=None)))
    assert await store.read(lambda tx: watches.get(tx, watch.id)) == replace(watch, facts={})


async def test_a_watch_is_found_by_its_code_in_the_channel(store: Store) -> None:
    owner = await store.person()
    public = await store.watch(owner, code="K7M4Q")
    await store.watch(owner)
    assert await store.read(lambda tx: watches.find_code(tx, "K7M4Q")) == public
    assert await store.read(lambda tx: watches.find_code(tx, "CDFGH")) is None
    assert await store.read(lambda tx: watches.find_code(tx, "")) is None
    await store.write(lambda tx: watches.save(tx, replace(public, code="")))
    assert await store.read(lambda tx: watches.find_code(tx, "K7M4Q")) is None


async def test_no_two_watches_have_the_same_code_and_many_have_none(store: Store) -> None:
    owner = await store.person()
    await store.watch(owner, code="K7M4Q")
    quiet = [await store.watch(owner) for _ in range(2)]
    with pytest.raises(IntegrityError):
        await store.watch(owner, code="K7M4Q")
    with pytest.raises(IntegrityError):
        await store.write(lambda tx: watches.save(tx, replace(quiet[0], code="K7M4Q")))


async def test_an_owner_sees_open_watches_newest_first(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    made = [await store.watch(anna, created_at=START + n * SECOND) for n in range(4)]
    await store.watch(boris)
    await store.write(lambda tx: watches.end(tx, made[3].id, START))
    assert list(await store.read(lambda tx: watches.of_owner(tx, anna.id, 2))) == [made[2], made[1]]
    assert await store.read(lambda tx: watches.count_open(tx, anna.id)) == 3


async def test_an_ended_watch_waits_no_more(store: Store) -> None:
    owner = await store.person()
    ended, waiting = await store.watch(owner), await store.watch(owner)
    await store.write(lambda tx: watches.end(tx, ended.id, START))
    ids = [ended.id, waiting.id]
    assert list(await store.read(lambda tx: watches.open_among(tx, ids))) == [waiting]
    kept = await store.read(lambda tx: watches.get(tx, ended.id))
    assert kept == replace(ended, state=WatchState.WITHDRAWN)


async def test_a_watch_whose_document_is_back_is_known_as_such(store: Store) -> None:
    watch = await store.watch(await store.person(), code="K7M4Q")
    await store.write(lambda tx: watches.end(tx, watch.id, START, WatchState.RETURNED))
    kept = await store.read(lambda tx: watches.get(tx, watch.id))
    assert kept == replace(watch, state=WatchState.RETURNED)
    assert await store.read(watches.count_open) == 0


async def test_a_watch_is_told_of_a_report_once(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, watch, other = await store.report(anna), await store.watch(boris), await store.watch(boris)
    tell = [
        await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START)),
        await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START)),
        await store.write(lambda tx: watches.add_match(tx, report.id, other.id, START)),
    ]
    assert tell == [True, False, True]


async def test_a_match_needs_both_its_sides(store: Store) -> None:
    watch = await store.watch(await store.person())
    with pytest.raises(IntegrityError):
        await store.write(lambda tx: watches.add_match(tx, "nothing", watch.id, START))


async def test_the_watch_that_was_told_is_known(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, watch = await store.report(anna), await store.watch(boris)
    await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START))
    assert await store.read(lambda tx: watches.watch_told_of(tx, report.id, boris.id)) == watch
    assert await store.read(lambda tx: watches.watch_told_of(tx, report.id, anna.id)) is None


async def test_an_ended_watch_was_told_of_nothing(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, watch = await store.report(anna), await store.watch(boris)
    await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START))
    await store.write(lambda tx: watches.end(tx, watch.id, START))
    assert await store.read(lambda tx: watches.watch_told_of(tx, report.id, boris.id)) is None


async def test_a_declined_match_is_not_told_again(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, watch = await store.report(anna), await store.watch(boris)
    await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START))
    await store.write(lambda tx: watches.decline_match(tx, report.id, watch.id, START))
    assert not await store.write(lambda tx: watches.add_match(tx, report.id, watch.id, START))


# what is forgotten


async def test_everything_an_owner_ever_waited_for_is_known(store: Store) -> None:
    anna = await store.person()
    ended, waiting = await store.watch(anna), await store.watch(anna)
    await store.watch(await store.person())
    await store.write(lambda tx: watches.end(tx, ended.id, START))
    every = await store.read(lambda tx: watches.all_of_owner(tx, anna.id))
    assert [watch.id for watch in every] == [ended.id, waiting.id]


async def test_watches_that_ended_before_are_to_be_dropped(store: Store) -> None:
    anna = await store.person()
    late, early, _ = [await store.watch(anna) for _ in range(3)]
    for watch, moment in ((late, START + SECOND), (early, START)):
        await store.write(partial(watches.end, watch_id=watch.id, now=moment))
    assert list(await store.read(lambda tx: watches.ended_before(tx, START, 5))) == []
    assert list(await store.read(lambda tx: watches.ended_before(tx, START + SECOND, 5))) == [early.id]
    after = START + 2 * SECOND
    assert list(await store.read(lambda tx: watches.ended_before(tx, after, 5))) == [early.id, late.id]


async def test_a_dropped_watch_takes_its_matches_along(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    report, watch, kept = await store.report(anna), await store.watch(boris), await store.watch(boris)
    for one in (watch, kept):
        await store.write(partial(watches.add_match, report_id=report.id, watch_id=one.id, now=START))
    await store.write(lambda tx: watches.drop(tx, watch.id))
    assert await store.read(lambda tx: watches.get(tx, watch.id)) is None
    assert await store.read(lambda tx: watches.watch_told_of(tx, report.id, boris.id)) == kept
    await store.write(lambda tx: watches.drop_matches(tx, report.id))
    assert await store.read(lambda tx: watches.watch_told_of(tx, report.id, boris.id)) is None
