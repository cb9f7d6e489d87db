"""People and the drafts they fill."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError, NoResultFound

from domain.forms import Draft
from storage import drafts, people
from tests.storage.store import START, Store


def draft_of(store: Store, person_id: str) -> Draft:
    return Draft(
        id=store.new_id(),
        person_id=person_id,
        form="found",
        at="place",
        answers={"type": "passport", "name": "Әбдірайым Қожа"},
        revision=4,
        given=("type", "country"),
        subject=None,
        screen=None,
        updated_at=store.now,
        typed="жибек",
    )


async def test_a_person_is_found_by_their_telegram_id(store: Store) -> None:
    anna = await store.person()
    boris = await store.person(language="ru", consented_at=None, intent="found:b_dostyk")
    assert await store.read(lambda tx: people.find(tx, anna.telegram_id, START)) == anna
    assert await store.read(lambda tx: people.find(tx, boris.telegram_id, START)) == boris
    assert await store.read(lambda tx: people.get(tx, boris.id, START)) == boris


async def test_a_stranger_is_not_found(store: Store) -> None:
    await store.person()
    assert await store.read(lambda tx: people.find(tx, 1, START)) is None
    with pytest.raises(NoResultFound):
        await store.read(lambda tx: people.get(tx, "nobody", START))


async def test_what_changes_about_a_person_is_kept(store: Store) -> None:
    anna = await store.person(language_chosen=False, consented_at=None)
    changed = replace(anna, language="uz", language_chosen=True, consented_at=START, intent="lost")
    await store.write(lambda tx: people.save(tx, changed))
    assert await store.read(lambda tx: people.get(tx, anna.id, START)) == changed


async def test_who_stopped_the_bot_is_marked(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    await store.write(lambda tx: people.mark_unreachable(tx, anna.id))
    assert not (await store.read(lambda tx: people.get(tx, anna.id, START))).reachable
    assert (await store.read(lambda tx: people.get(tx, boris.id, START))).reachable


async def test_one_telegram_account_is_one_person(store: Store) -> None:
    anna = await store.person()
    with pytest.raises(IntegrityError):
        await store.person(telegram_id=anna.telegram_id)


async def test_the_largest_telegram_ids_fit(store: Store) -> None:
    anna = await store.person(telegram_id=2**52 - 1)
    assert await store.read(lambda tx: people.find(tx, 2**52 - 1, START)) == anna


async def test_a_draft_is_read_as_it_was_saved(store: Store) -> None:
    anna = await store.person()
    draft = draft_of(store, anna.id)
    await store.write(lambda tx: drafts.save(tx, draft))
    assert await store.read(lambda tx: drafts.find(tx, anna.id)) == draft


async def test_a_new_draft_takes_the_former_ones_place(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    first, second, his = draft_of(store, anna.id), draft_of(store, anna.id), draft_of(store, boris.id)
    second = replace(second, given=(), typed="", subject=store.new_id(), screen=store.new_id())
    await store.write(lambda tx: drafts.save(tx, first))
    await store.write(lambda tx: drafts.save(tx, his))
    await store.write(lambda tx: drafts.save(tx, second))
    assert await store.read(lambda tx: drafts.find(tx, anna.id)) == second
    assert await store.read(lambda tx: drafts.find(tx, boris.id)) == his


async def test_a_dropped_draft_is_gone(store: Store) -> None:
    anna = await store.person()
    await store.write(lambda tx: drafts.save(tx, draft_of(store, anna.id)))
    await store.write(lambda tx: drafts.drop(tx, anna.id))
    assert await store.read(lambda tx: drafts.find(tx, anna.id)) is None


async def test_only_drafts_left_alone_are_forgotten(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    old = draft_of(store, anna.id)
    fresh = replace(draft_of(store, boris.id), updated_at=START + timedelta(days=8))
    await store.write(lambda tx: drafts.save(tx, old))
    await store.write(lambda tx: drafts.save(tx, fresh))
    assert await store.write(lambda tx: drafts.drop_older(tx, START + timedelta(days=1))) == 1
    assert await store.read(lambda tx: drafts.find(tx, anna.id)) is None
    assert await store.read(lambda tx: drafts.find(tx, boris.id)) == fresh
