"""Who somebody is to the page: kept out by a ban, or acting for it as a volunteer."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.people import Ban, BanKind, Person, Role
from storage import bans, people, schema, volunteers
from tests.storage.store import SECOND, START, Store

WEEK = Ban(BanKind.BAN, START + timedelta(days=7))
FOR_GOOD = Ban(BanKind.BAN, None)
SHADOW = Ban(BanKind.SHADOW, None)
NOISE = bytes(range(32))


# bans


async def ban(store: Store, person: Person, kind: Ban) -> None:
    await store.write(lambda tx: bans.put(tx, person.telegram_id, kind))


@pytest.mark.parametrize("kind", [WEEK, FOR_GOOD, SHADOW])
async def test_a_ban_is_known_wherever_the_person_is_looked_up(store: Store, kind: Ban) -> None:
    anna, boris = await store.person(), await store.person()
    await ban(store, anna, kind)
    seen = [
        await store.read(lambda tx: people.find(tx, anna.telegram_id, START)),
        await store.read(lambda tx: people.get(tx, anna.id, START)),
    ]
    assert seen == [replace(anna, ban=kind)] * 2
    assert await store.read(lambda tx: bans.find(tx, anna.telegram_id, START)) == kind
    assert await store.read(lambda tx: bans.find(tx, boris.telegram_id, START)) is None
    assert await store.read(lambda tx: people.get(tx, boris.id, START)) == boris


async def test_a_ban_ends_at_its_moment(store: Store) -> None:
    anna = await store.person()
    await ban(store, anna, WEEK)
    assert WEEK.until is not None
    for moment, kind in [(WEEK.until - SECOND, WEEK), (WEEK.until, None)]:
        assert await store.read(partial(bans.find, telegram_id=anna.telegram_id, now=moment)) == kind
        found = await store.read(partial(people.get, person_id=anna.id, now=moment))
        assert found.ban == kind


async def test_a_new_ban_takes_the_former_ones_place(store: Store) -> None:
    anna = await store.person()
    for kind in (WEEK, SHADOW, FOR_GOOD, WEEK):
        await ban(store, anna, kind)
        assert (await store.read(lambda tx: people.get(tx, anna.id, START))).ban == kind


async def test_whoever_is_let_in_again_is_as_before(store: Store) -> None:
    anna = await store.person()
    await ban(store, anna, SHADOW)
    assert await store.write(lambda tx: bans.lift(tx, anna.telegram_id))
    assert not await store.write(lambda tx: bans.lift(tx, anna.telegram_id))
    assert await store.read(lambda tx: people.get(tx, anna.id, START)) == anna


async def test_saving_a_person_leaves_their_ban_alone(store: Store) -> None:
    anna = await store.person()
    await ban(store, anna, FOR_GOOD)
    await store.write(lambda tx: people.save(tx, anna))
    assert (await store.read(lambda tx: people.get(tx, anna.id, START))).ban == FOR_GOOD


async def test_erasing_oneself_does_not_end_a_ban(store: Store) -> None:
    anna = await store.person()
    await ban(store, anna, FOR_GOOD)
    await store.write(lambda tx: people.erase(tx, anna, NOISE))
    assert await store.read(lambda tx: people.find(tx, anna.telegram_id, START)) is None
    again = await store.person(telegram_id=anna.telegram_id)
    assert again.id != anna.id
    assert (await store.read(lambda tx: people.get(tx, again.id, START))).ban == FOR_GOOD


async def test_somebody_can_be_banned_before_they_ever_come(store: Store) -> None:
    await store.write(lambda tx: bans.put(tx, 42, FOR_GOOD))
    await store.person(telegram_id=42)
    known = await store.read(lambda tx: people.find(tx, 42, START))
    assert known is not None
    assert known.is_banned


# volunteers


async def named(store: Store, person: Person, role: Role | None, name: str) -> None:
    await store.write(lambda tx: volunteers.put(tx, person.id, role, name))


async def test_a_volunteer_has_a_role_and_a_name(store: Store) -> None:
    anna, boris, vera = [await store.person() for _ in range(3)]
    await named(store, anna, Role.MODERATOR, "Айгүл")
    await named(store, boris, Role.COURIER, "Борис")
    await named(store, vera, None, "Вера")
    everybody = [anna.id, boris.id, vera.id, "nobody"]
    roles = [await store.read(partial(volunteers.role_of, person_id=one)) for one in everybody]
    assert roles == [Role.MODERATOR, Role.COURIER, None, None]
    known = await store.read(lambda tx: volunteers.names(tx, everybody))
    assert known == {anna.id: "Айгүл", boris.id: "Борис", vera.id: "Вера"}
    assert await store.read(lambda tx: volunteers.names(tx, [])) == {}
    given = await store.read(volunteers.with_role)
    assert sorted(given) == [(anna.id, Role.MODERATOR, "Айгүл"), (boris.id, Role.COURIER, "Борис")]


async def test_a_volunteer_may_change_role_and_name_or_be_forgotten(store: Store) -> None:
    anna, boris = await store.person(), await store.person()
    await named(store, anna, Role.MODERATOR, "Айгүл")
    await named(store, boris, Role.COURIER, "Борис")
    await named(store, anna, None, "Айгүл Б.")
    assert await store.read(lambda tx: volunteers.role_of(tx, anna.id)) is None
    assert await store.read(lambda tx: volunteers.names(tx, [anna.id])) == {anna.id: "Айгүл Б."}
    await store.write(lambda tx: volunteers.drop(tx, anna.id))
    await store.write(lambda tx: volunteers.drop(tx, anna.id))
    assert await store.read(lambda tx: volunteers.names(tx, [anna.id])) == {}
    assert await store.read(lambda tx: volunteers.role_of(tx, boris.id)) is Role.COURIER


async def test_a_volunteer_is_somebody_known(store: Store) -> None:
    with pytest.raises(IntegrityError):
        await store.write(lambda tx: volunteers.put(tx, "nobody", Role.COURIER, "Вера"))


# the person's own row


async def test_somebody_erased_leaves_a_row_that_is_nobodys(store: Store) -> None:
    anna = await store.person(talking="conversation", talking_until=START, intent="lost")
    await store.write(lambda tx: people.erase(tx, anna, NOISE))
    left = await store.read(lambda tx: people.get(tx, anna.id, START))
    assert left.is_gone
    assert (left.reachable, left.consented_at, left.intent, left.talking) == (False, None, None, None)
    row = (await store.read(lambda tx: tx.execute(select(schema.people)))).one()
    assert row.telegram_key == NOISE


async def test_two_people_may_erase_themselves(store: Store) -> None:
    for noise in (bytes(32), NOISE):
        person = await store.person()
        await store.write(partial(people.erase, person=person, noise=noise))
    assert len((await store.read(lambda tx: tx.execute(select(schema.people)))).all()) == 2


async def test_nobodys_words_go_to_a_conversation_that_is_over(store: Store) -> None:
    until = START + timedelta(hours=1)
    anna, boris, vera = [await store.person() for _ in range(3)]
    for person, talk in ((anna, "one"), (boris, "one"), (vera, "two")):
        talking = replace(person, talking=talk, talking_until=until)
        await store.write(partial(people.save, person=talking))
        assert await store.read(partial(people.get, person_id=person.id, now=START)) == talking
    await store.write(lambda tx: people.stop_talking(tx, "one"))
    after = [
        await store.read(partial(people.get, person_id=one.id, now=START)) for one in (anna, boris, vera)
    ]
    assert after == [anna, boris, replace(vera, talking="two", talking_until=until)]
