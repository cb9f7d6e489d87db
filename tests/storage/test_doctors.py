"""The directory: its entries, who stands for them without anybody knowing, and which two may be one."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.doctors import SHOWN_ENTRIES, Details, Entry, EntryState
from domain.ids import new_code
from domain.specialities import Speciality
from storage import doctors, endorsements, schema
from storage.doctors import Alike
from tests.storage.store import SECOND, START, Store

ALMATY, TASHKENT = "@city_almaty", "@city_tashkent"
PHONE = "+77272500000"
DETAILS = Details("Ким Алексей", "Сункар", PHONE, ("ru", "kk"), "Поставил на ноги")
ANNA, BORIS = 7_734_512_001, 7_734_512_002


async def entered(store: Store, **changes: object) -> Entry:
    plain = Entry(
        id=store.new_id(),
        code=new_code(store.entropy),
        state=EntryState.OPEN,
        speciality=Speciality.CARDIOLOGIST,
        place=ALMATY,
        details=DETAILS,
        into=None,
        created_at=store.now,
        updated_at=store.now,
    )
    entry = replace(plain, **changes)  # type: ignore[arg-type]  # any field of an entry
    await store.write(lambda tx: doctors.add(tx, entry))
    return entry


async def merged(store: Store, entry: Entry, into: Entry) -> None:
    part = replace(entry, state=EntryState.MERGED, into=into.id)
    await store.write(lambda tx: doctors.save(tx, part))


async def endorsed(store: Store, entry: Entry, who: int, *, paid: bool = False) -> bool:
    return await store.write(lambda tx: endorsements.endorse(tx, entry.id, who, store.now, paid=paid))


async def counted(store: Store, entry: Entry) -> list[bool]:
    """Whether each word for an entry is paid, the oldest first."""
    found = await store.read(lambda tx: endorsements.of_each(tx, [entry.id]))
    return [word.paid for word in found[entry.id]]


# entries


@pytest.mark.parametrize("place", [ALMATY, "совхоз Заря", "@country_kz"])
async def test_an_entry_is_read_as_it_was_saved(store: Store, place: str) -> None:
    entry = await entered(store, place=place)
    assert await store.read(lambda tx: doctors.get(tx, entry.id)) == entry
    assert await store.read(lambda tx: doctors.find_code(tx, entry.code)) == entry
    assert await store.read(lambda tx: doctors.get(tx, "nothing")) is None
    assert await store.read(lambda tx: doctors.find_code(tx, "")) is None


async def test_what_changes_is_kept(store: Store) -> None:
    entry = await entered(store)
    other = await entered(store)
    details = Details("", "Клиника", "", (), "")
    changed = replace(
        entry,
        state=EntryState.MERGED,
        place="Заря",
        details=details,
        into=other.id,
        updated_at=START + SECOND,
    )
    for version in (changed, replace(entry, details=None), entry):
        await store.write(partial(doctors.save, entry=version))
        assert await store.read(lambda tx: doctors.get(tx, entry.id)) == version


async def test_words_of_people_and_free_places_are_sealed(store: Store) -> None:
    entry = await entered(store, place="совхоз Заря")
    [row] = (await store.read(lambda tx: tx.execute(select(schema.entries)))).all()
    held = b" ".join(str(value).encode() if not isinstance(value, bytes) else value for value in row)
    for word in ("Ким", "Сункар", PHONE, "Заря", "ноги"):
        assert word.encode() not in held
    assert row.id == entry.id


async def test_no_two_entries_have_the_same_code(store: Store) -> None:
    entry = await entered(store)
    with pytest.raises(IntegrityError):
        await entered(store, code=entry.code)


async def test_entries_are_found_by_speciality_place_and_language(store: Store) -> None:
    here = await entered(store)
    there = await entered(store, place=TASHKENT)
    mute = await entered(store, details=replace(DETAILS, languages=()))
    await entered(store, speciality=Speciality.DENTIST)
    found = partial(doctors.of, speciality=Speciality.CARDIOLOGIST)
    assert list(await store.read(found)) == [here, there, mute]
    assert list(await store.read(partial(found, places=[ALMATY]))) == [here, mute]
    assert list(await store.read(partial(found, places=[]))) == []
    assert list(await store.read(partial(found, language="kk"))) == [here, there]
    assert list(await store.read(partial(found, places=[TASHKENT], language="uz"))) == []


async def test_only_what_may_be_read_is_shown(store: Store) -> None:
    made = {state: await entered(store, state=state) for state in EntryState}
    await entered(store, details=None)
    shown = [made[state] for state in SHOWN_ENTRIES]
    assert list(await store.read(doctors.of)) == shown
    assert list(await store.read(lambda tx: doctors.page(tx, "", 10))) == shown
    ids = [entry.id for entry in made.values()]
    assert list(await store.read(lambda tx: doctors.among(tx, ids))) == shown


async def test_a_hidden_entry_is_met_again_but_not_one_that_is_gone(store: Store) -> None:
    made = {state: await entered(store, state=state) for state in EntryState}
    live = [made[state] for state in (EntryState.OPEN, EntryState.DISPUTED, EntryState.HIDDEN)]
    met = await store.read(lambda tx: doctors.live(tx, Speciality.CARDIOLOGIST, ""))
    assert list(met) == live
    assert await store.read(doctors.count_live) == len(live)


async def test_the_same_phone_is_met_in_every_speciality(store: Store) -> None:
    dentist = await entered(store, speciality=Speciality.DENTIST)
    await entered(store, speciality=Speciality.SURGEON, details=replace(DETAILS, phone=""))
    met = await store.read(lambda tx: doctors.live(tx, Speciality.CARDIOLOGIST, PHONE))
    assert list(met) == [dentist]
    assert list(await store.read(lambda tx: doctors.live(tx, Speciality.CARDIOLOGIST, ""))) == []


async def test_pages_follow_one_another(store: Store) -> None:
    made = [await entered(store) for _ in range(5)]
    first = await store.read(lambda tx: doctors.page(tx, "", 3))
    second = await store.read(lambda tx: doctors.page(tx, first[-1].id, 3))
    assert [*first, *second] == made


async def test_names_to_index_leave_no_entry_out(store: Store) -> None:
    doctor = await entered(store)
    clinic = await entered(store, details=replace(DETAILS, doctor=""))
    await entered(store, state=EntryState.REMOVED)
    named = await store.read(lambda tx: doctors.live_names(tx, "", 10))
    assert list(named) == [(doctor.id, DETAILS.doctor), (clinic.id, "")]
    assert list(await store.read(lambda tx: doctors.live_names(tx, doctor.id, 10))) == [(clinic.id, "")]


async def test_a_merged_entry_leads_to_what_it_became(store: Store) -> None:
    first, second, third = [await entered(store) for _ in range(3)]
    await merged(store, first, second)
    await merged(store, second, third)
    part = await store.read(lambda tx: doctors.get(tx, first.id))
    assert part is not None
    assert await store.read(lambda tx: doctors.current(tx, part)) == third
    assert await store.read(lambda tx: doctors.current(tx, third)) == third


async def test_removed_entries_are_forgotten_in_their_time(store: Store) -> None:
    removed = await entered(store, state=EntryState.REMOVED)
    await entered(store, state=EntryState.REMOVED, details=None)
    await entered(store)
    assert list(await store.read(lambda tx: doctors.removed_before(tx, START, 10))) == []
    later = START + SECOND
    assert list(await store.read(lambda tx: doctors.removed_before(tx, later, 10))) == [removed]


# words of people


async def test_one_person_stands_for_an_entry_once(store: Store) -> None:
    entry, other = await entered(store), await entered(store)
    assert await endorsed(store, entry, ANNA)
    assert not await endorsed(store, entry, ANNA)
    assert await endorsed(store, entry, BORIS)
    assert await endorsed(store, other, ANNA)
    assert await counted(store, entry) == [False, False]
    assert await counted(store, other) == [False]


async def test_a_second_word_does_not_renew_the_first(store: Store) -> None:
    entry = await entered(store)
    await endorsed(store, entry, ANNA)
    store.now += timedelta(days=400)
    await endorsed(store, entry, ANNA)
    word = await store.read(lambda tx: endorsements.find(tx, entry.id, ANNA))
    assert word is not None
    assert word.at == START


@pytest.mark.parametrize("first", [True, False])
async def test_a_word_that_was_ever_paid_stays_paid(store: Store, first: bool) -> None:  # noqa: FBT001 - a case
    entry = await entered(store)
    await endorsed(store, entry, ANNA, paid=first)
    assert not await endorsed(store, entry, ANNA, paid=not first)
    assert await counted(store, entry) == [True]


async def test_a_word_is_taken_back_and_may_be_given_again(store: Store) -> None:
    entry = await entered(store)
    await endorsed(store, entry, ANNA)
    await endorsed(store, entry, BORIS)
    assert await store.write(lambda tx: endorsements.withdraw(tx, entry.id, ANNA))
    assert not await store.write(lambda tx: endorsements.withdraw(tx, entry.id, ANNA))
    assert await counted(store, entry) == [False]
    assert await endorsed(store, entry, ANNA)


async def test_a_paid_word_cannot_be_washed_by_taking_it_back(store: Store) -> None:
    entry = await entered(store)
    await endorsed(store, entry, ANNA, paid=True)
    assert not await store.write(lambda tx: endorsements.withdraw(tx, entry.id, ANNA))
    assert not await endorsed(store, entry, ANNA)
    assert await counted(store, entry) == [True]


async def test_nobody_can_tell_who_stands_for_an_entry_nor_that_two_words_are_one_persons(
    store: Store,
) -> None:
    one, other = await entered(store), await entered(store)
    for entry in (one, other):
        await endorsed(store, entry, ANNA)
    rows = (await store.read(lambda tx: tx.execute(select(schema.endorsements)))).all()
    assert len({row.who for row in rows}) == 2
    assert all(str(ANNA).encode() not in row.who for row in rows)


async def test_words_for_merged_entries_count_for_what_they_became(store: Store) -> None:
    first, second, third = [await entered(store) for _ in range(3)]
    await endorsed(store, first, ANNA)
    await endorsed(store, second, BORIS, paid=True)
    await merged(store, first, second)
    await merged(store, second, third)
    assert sorted(await counted(store, third)) == [False, True]
    assert not await endorsed(store, third, ANNA)
    assert not await endorsed(store, third, BORIS)
    assert await store.read(lambda tx: endorsements.find(tx, third.id, ANNA)) is not None
    assert await store.write(lambda tx: endorsements.withdraw(tx, third.id, ANNA))
    assert await counted(store, third) == [True]


async def test_what_was_said_for_both_counts_twice_and_is_taken_back_whole(store: Store) -> None:
    """Nobody can see at the merge that it is one person; what they do later finds both words."""
    one, other = await entered(store), await entered(store)
    await endorsed(store, one, ANNA)
    await endorsed(store, other, ANNA)
    await merged(store, one, other)
    assert await counted(store, other) == [False, False]
    assert not await endorsed(store, other, ANNA, paid=True)
    assert await counted(store, other) == [True, True]
    both = await entered(store), await entered(store)
    for entry in both:
        await endorsed(store, entry, BORIS)
    await merged(store, *both)
    assert await store.write(lambda tx: endorsements.withdraw(tx, both[1].id, BORIS))
    assert await counted(store, both[1]) == []


async def test_entries_taken_apart_have_their_own_words_again(store: Store) -> None:
    one, other = await entered(store), await entered(store)
    await endorsed(store, one, ANNA)
    await merged(store, one, other)
    await endorsed(store, other, BORIS)
    await store.write(lambda tx: doctors.save(tx, one))
    assert [len(await counted(store, entry)) for entry in (one, other)] == [1, 1]


async def test_words_of_many_entries_are_read_at_once(store: Store) -> None:
    made = [await entered(store) for _ in range(3)]
    await endorsed(store, made[0], ANNA)
    await endorsed(store, made[2], ANNA)
    await endorsed(store, made[2], BORIS)
    found = await store.read(lambda tx: endorsements.of_each(tx, [entry.id for entry in made]))
    assert [len(found[entry.id]) for entry in made] == [1, 0, 2]
    assert await store.read(lambda tx: endorsements.of_each(tx, [])) == {}


async def test_words_are_forgotten_with_their_entry(store: Store) -> None:
    one, other = await entered(store), await entered(store)
    for entry in (one, other):
        await endorsed(store, entry, ANNA)
    await store.write(lambda tx: endorsements.forget(tx, one.id))
    assert [await counted(store, entry) for entry in (one, other)] == [[], [False]]


# pairs


async def test_a_pair_is_proposed_once_whichever_of_them_is_named_first(store: Store) -> None:
    one, other = await entered(store), await entered(store)
    assert await store.write(lambda tx: doctors.propose(tx, one.id, other.id, 0.7, START))
    assert not await store.write(lambda tx: doctors.propose(tx, other.id, one.id, 0.8, START))
    assert await store.read(lambda tx: doctors.likeness_of(tx, other.id, one.id)) is Alike.PROPOSED
    assert list(await store.read(lambda tx: doctors.proposed_with(tx, one.id))) == [other.id]
    assert list(await store.read(lambda tx: doctors.proposed_with(tx, other.id))) == [one.id]


@pytest.mark.parametrize("state", [Alike.APART, Alike.MERGED])
async def test_a_decided_pair_is_never_proposed_again(store: Store, state: Alike) -> None:
    one, other = await entered(store), await entered(store)
    assert await store.read(lambda tx: doctors.likeness_of(tx, one.id, other.id)) is None
    await store.write(lambda tx: doctors.propose(tx, one.id, other.id, 0.7, START))
    await store.write(lambda tx: doctors.settle(tx, other.id, one.id, state, START))
    assert not await store.write(lambda tx: doctors.propose(tx, one.id, other.id, 0.9, START))
    assert await store.read(lambda tx: doctors.likeness_of(tx, one.id, other.id)) is state
    assert list(await store.read(lambda tx: doctors.proposed_with(tx, one.id))) == []
