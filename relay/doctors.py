"""The directory of doctors: found by speciality, place, language and name; grown by answers that helped."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.doctors import Details, Entry, EntryState, standing
from domain.documents import GAZETTEER_PREFIX
from domain.errors import Refusal
from domain.ids import read_code
from domain.medical import Recommended
from domain.people import Person
from domain.places import Place, PlaceKind
from domain.specialities import Speciality
from locales.catalog import clipped
from matching.doctors import Verdict
from matching.scripts import straight
from matching.search import SHOW
from matching.spelling import fold
from relay import caps, codes, exposure, likenesses, names
from relay.caps import Cap
from relay.doctor_cards import Shown
from relay.work import Work
from storage import doctors, endorsements
from storage.names import Indexed

PAGE: Final = 5
"""So many entries stand on one screen; more of them would not fit into a message."""

KNOWN: Final = 3
"""So many are shown to who is about to ask."""

_LONGEST: Final = 80
_FEWEST_LETTERS: Final = 3
"""Shorter beginnings of a word stand in too many clinics' names."""

_PLAIN: Final = str.maketrans(dict.fromkeys("«»\"“”„'’.,;:()№#-–—/", " "))


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, the number of it from 0, of how many pages, and how many entries in all."""

    shown: Sequence[Shown]
    page: int
    pages: int
    total: int


async def known(work: Work, speciality: Speciality, place: str, limit: int = KNOWN) -> Sequence[Shown]:
    """What the directory knows for somebody there, the most recommended first; nothing of other countries.

    Those of the very city come first, then those of the same country. A country as the place means all of its
    cities; a place that nobody knows has no country, and nothing is known for it.
    """
    here = work.cities.stored(place)
    if here is None:
        return []
    entries = await doctors.of(work.tx, speciality, _within(work, here.country))
    ranked = await _ranked(work, entries)
    near = [each for each in ranked if each.entry.place == place]
    return [*near, *(each for each in ranked if each not in near)][:limit]


async def find(
    work: Work, speciality: Speciality, place: str = "", language: str = "", page: int = 0
) -> Found:
    """A page of what is recommended: in a city, in all of a country, or, with no known place, anywhere.

    `language` is a code of ours that is spoken there. A page that is not there is the last one.
    """
    here = work.cities.stored(place)
    entries = await doctors.of(work.tx, speciality, _wanted(work, here), language or None)
    ranked = await _ranked(work, entries)
    pages = max(1, -(-len(ranked) // PAGE))
    number = min(max(page, 0), pages - 1)
    return Found(ranked[number * PAGE : (number + 1) * PAGE], number, pages, len(ranked))


async def places_of(work: Work, speciality: Speciality) -> Sequence[Place]:
    """The cities that have an entry of a speciality, those with most of them first."""
    ranked = await _ranked(work, await doctors.of(work.tx, speciality))
    counted = Counter(each.entry.place for each in ranked)
    found = (
        work.cities.stored(place) for place, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    )
    return [place for place in found if place is not None]


async def by_name(work: Work, text: str) -> Sequence[Shown]:
    """The entries whose doctor may bear this name, in whatever spelling, then the clinics called so."""
    found = await names.find(work, Indexed.DOCTOR, likenesses.bare_name(text[:_LONGEST]), PAGE)
    scores = {each.subject_id: each.score for each in found if each.score >= SHOW}
    named = await doctors.among(work.tx, list(scores))
    people = await _with_standing(work, sorted(named, key=lambda entry: -scores[entry.id]))
    said = _folded(text[:_LONGEST])
    clinics = [
        entry
        for entry in (await doctors.of(work.tx) if said else ())
        if entry.id not in scores and entry.details and _is_called(said, entry.details.clinic)
    ]
    return [*people, *await _ranked(work, clinics)][:PAGE]


async def shown(work: Work, entry: Entry) -> Shown:
    """An entry with what people say of it."""
    [one] = await _with_standing(work, [entry])
    return one


async def of_id(work: Work, entry_id: str) -> Entry | None:
    """The entry of that id, or what it was merged into, in whatever state it is."""
    entry = await doctors.get(work.tx, entry_id)
    return await doctors.current(work.tx, entry) if entry else None


async def public_entry(work: Work, code: str) -> Entry:
    """The entry of a code that everybody may read, or what it was merged into; Refusal when it is gone."""
    typed = read_code(code)
    entry = await doctors.find_code(work.tx, typed) if typed else None
    entry = await doctors.current(work.tx, entry) if entry else None
    if entry is None or not entry.is_shown:
        raise Refusal("entry-gone")
    return entry


async def by_code(work: Work, text: str) -> Entry | None:
    """The same for a code that was typed; None when the text is none of an entry's."""
    try:
        return await public_entry(work, text)
    except Refusal:
        return None


async def enter(work: Work, speciality: Speciality, said: Recommended) -> Entry:
    """The entry of an answer that helped: the one there is, told what it did not know, or a new one.

    Where it is not certain that two are one, a new one is made and moderators are asked. What the answer
    says of it in words is left out when a contact stands in them, or what tells who was ill.
    """
    entry = await _new(work, speciality, said)
    alike = await likenesses.of(work, entry)
    same = next((met.entry for met in alike if met.verdict is Verdict.SAME), None)
    if same is not None:
        return await _told(work, same, entry.details)
    await doctors.add(work.tx, entry)
    await likenesses.index(work, entry)
    await likenesses.propose(work, entry, alike)
    return entry


async def endorse(work: Work, person: Person, entry: Entry, *, paid: bool = False) -> bool:
    """Note a person's word for an entry; False when they gave theirs before, or have erased themselves.

    `paid`: they work there or are paid by them. The word of who is banned in silence counts for nothing.
    """
    if person.is_gone:
        return False
    if person.is_shadowed:
        return True
    kept = await doctors.current(work.tx, entry)
    return await endorsements.endorse(work.tx, kept.id, person.telegram_id, work.now, paid=paid)


async def helped_too(work: Work, person: Person, entry: Entry) -> bool:
    """Somebody says by a button that an entry helped them too; Refusal over the daily cap.

    False when they have said before that they work there or are paid: that stays so, and is not counted.
    """
    await caps.spend(work, person, Cap.ENDORSE)
    return await endorse(work, person, entry) or await has_endorsed(work, person, entry)


async def retract(work: Work, person: Person, entry: Entry) -> bool:
    """Take a person's word for an entry back; False when there was none, or when it is one of who is paid."""
    if person.is_gone:
        return False
    if person.is_shadowed:
        return True
    kept = await doctors.current(work.tx, entry)
    return await endorsements.withdraw(work.tx, kept.id, person.telegram_id)


async def has_endorsed(work: Work, person: Person, entry: Entry) -> bool:
    """Whether a person stands for an entry with a word that they can take back."""
    kept = await doctors.current(work.tx, entry)
    word = await endorsements.find(work.tx, kept.id, person.telegram_id)
    return word is not None and not word.paid


async def _new(work: Work, speciality: Speciality, said: Recommended) -> Entry:
    why = "" if exposure.found(said.why) else clipped(said.why)
    return Entry(
        id=work.new_id(),
        code=await codes.free_code(work),
        state=EntryState.OPEN,
        speciality=speciality,
        place=said.place,
        details=Details(said.doctor, said.clinic, said.phone, said.languages, why),
        into=None,
        created_at=work.now,
        updated_at=work.now,
    )


async def _told(work: Work, entry: Entry, told: Details | None) -> Entry:
    """An entry that was recommended again: what it lacked is filled in, its words are the newest ones.

    A hidden one stays as somebody has found it to be about them.
    """
    whole = likenesses.completed(entry.details, told)
    if whole is None or told is None or not entry.is_shown:
        return entry
    newer = replace(entry, details=replace(whole, why=told.why or whole.why), updated_at=work.now)
    await doctors.save(work.tx, newer)
    await likenesses.index(work, newer)
    return newer


async def _with_standing(work: Work, entries: Iterable[Entry]) -> list[Shown]:
    listed = list(entries)
    words = await endorsements.of_each(work.tx, [entry.id for entry in listed])
    return [Shown(entry, standing(words[entry.id], work.now)) for entry in listed]


async def _ranked(work: Work, entries: Iterable[Entry]) -> list[Shown]:
    """Entries in the order of their lists; those that nobody stands for any more are in none.

    What weighs most comes first, of equals what helped last; at the end those whose every word is paid.
    """
    standing_for = [
        each for each in await _with_standing(work, entries) if each.standing.helped or each.standing.paid
    ]
    return sorted(standing_for, key=_rank)


def _rank(each: Shown) -> tuple[bool, float, float, str]:
    last = each.standing.last_at.timestamp() if each.standing.last_at else 0.0
    return not each.standing.helped, -each.standing.weight, -last, each.entry.id


def _wanted(work: Work, here: Place | None) -> Sequence[str] | None:
    if here is None:
        return None
    if here.kind is PlaceKind.COUNTRY:
        return _within(work, here.country)
    return [f"{GAZETTEER_PREFIX}{here.code}"]


def _within(work: Work, country: str) -> Sequence[str]:
    """A country and all of its cities, as they are stored."""
    return [f"{GAZETTEER_PREFIX}{each.code}" for each in work.cities.all() if each.country == country]


def _is_called(said: Sequence[str], clinic: str) -> bool:
    """Whether each word said begins a word of a clinic's name."""
    own = _folded(clinic)
    return all(any(word.startswith(each) for word in own) for each in said)


def _folded(text: str) -> Sequence[str]:
    """The words of a clinic's name as they sound, and its numbers; without words that are too short."""
    words = straight(text).translate(_PLAIN).split()
    folded = (word if word.isdigit() else fold(word) for word in words)
    return [word for word in folded if word.isdigit() or len(word) >= _FEWEST_LETTERS]
