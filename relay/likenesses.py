"""Likenesses: the same doctor or clinic in another spelling is met again, or put before moderators."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.cases import CaseKind
from domain.doctors import Details, Entry, EntryState
from matching.clinics import is_title
from matching.doctors import Described, Verdict, keys, likeness, verdict
from relay import cases, names
from relay.work import Work
from storage import cases as stored_cases
from storage import doctors
from storage.doctors import Alike
from storage.names import Indexed
from storage.transaction import Transaction

PROPOSED_AT_ONCE: Final = 2
"""So many likely twins of one entry are put before moderators, the likeliest ones."""


@dataclass(frozen=True, slots=True)
class Met:
    """An entry that may be the same, how likely that is (0..1), and what follows from it."""

    entry: Entry
    score: float
    verdict: Verdict


async def of(work: Work, entry: Entry) -> Sequence[Met]:
    """The live entries that may be this one, likeliest first.

    Only within its speciality, where people look for it; a doctor with the same phone in another one is met
    too, but never for certain. A clinic has many doctors: that it stands in two specialities means nothing.
    """
    if entry.details is None:
        return []
    own, found = _described(entry, entry.details), []
    own_keys = keys(own)
    for other in await doctors.live(work.tx, entry.speciality, entry.details.phone):
        if other.id == entry.id or other.details is None:
            continue
        said = _described(other, other.details)
        if own_keys & keys(said):
            score = likeness(own, said)
            found.append(Met(other, score, _verdict(entry, other, score)))
    alike = [met for met in found if met.verdict is not Verdict.DIFFERENT]
    return sorted(alike, key=lambda met: (-met.score, met.entry.id))


async def propose(work: Work, entry: Entry, alike: Sequence[Met]) -> None:
    """Ask moderators whether an entry is one with others, once for each pair."""
    for met in alike[:PROPOSED_AT_ONCE]:
        if await doctors.propose(work.tx, entry.id, met.entry.id, met.score, work.now):
            details = {"other": met.entry.id}
            await cases.open_case(work, CaseKind.DUPLICATE, entry.code, subject=entry.id, details=details)


async def merge(work: Work, entry: Entry, into: Entry) -> Entry:
    """Make an entry part of another, which learns what it did not know; the other as it stands now."""
    whole = replace(into, details=completed(into.details, entry.details), updated_at=work.now)
    await doctors.save(work.tx, whole)
    await doctors.save(work.tx, replace(entry, state=EntryState.MERGED, into=into.id, updated_at=work.now))
    await names.remove(work, entry.id)
    await doctors.settle(work.tx, entry.id, into.id, Alike.MERGED, work.now)
    await index(work, whole)
    return whole


async def unmerge(work: Work, entry: Entry, state: EntryState, into: Entry) -> None:
    """Take two entries apart as they were; `into` is the other one as it is to be."""
    alone = replace(entry, state=state, into=None, updated_at=work.now)
    for each in (alone, into):
        await doctors.save(work.tx, each)
        await index(work, each)
    await doctors.settle(work.tx, entry.id, into.id, Alike.PROPOSED, work.now)


async def index(work: Work, entry: Entry) -> None:
    """Make a live entry findable by its doctor's name; any other one, and a clinic alone, is not."""
    name = bare_name(entry.details.doctor) if entry.details and entry.state in doctors.LIVE_ENTRIES else ""
    if name:
        await names.put(work, Indexed.DOCTOR, entry.id, name)
    else:
        await names.remove(work, entry.id)


async def settle_cases(work: Work, entry: Entry) -> Sequence[str]:
    """Close the cases about an entry that is gone, and those about another one and it; their ids."""
    waiting = list(await stored_cases.open_about(work.tx, entry.id, *CaseKind))
    for other_id in await doctors.proposed_with(work.tx, entry.id):
        about_other = await stored_cases.open_about(work.tx, other_id, CaseKind.DUPLICATE)
        waiting += [case for case in about_other if case.details.get("other") == entry.id]
    for case in waiting:
        await cases.close(work, case)
    return [case.id for case in waiting]


async def reopen_cases(work: Work, ids: Sequence[str]) -> None:
    """Let cases wait again that were closed with an entry; what moderators decided meanwhile stays."""
    for case_id in ids:
        await cases.open_again(work, case_id)


async def live_names(tx: Transaction, after: str, limit: int) -> Sequence[tuple[str, str]]:
    """The ids of live entries with what each is found by, by id after this one; "" for a clinic alone."""
    named = await doctors.live_names(tx, after, limit)
    return [(entry_id, bare_name(doctor)) for entry_id, doctor in named]


def bare_name(doctor: str) -> str:
    """A doctor's name without titles: nobody looks for them, and they are no part of a person's name."""
    words = doctor.split()
    return " ".join([word for word in words if not is_title(word.replace(".", ""))] or words)


def completed(known: Details | None, told: Details | None) -> Details | None:
    """What is known of an entry, with what is told of it in place of what is not known."""
    if known is None or told is None:
        return known
    return Details(
        doctor=known.doctor or told.doctor,
        clinic=known.clinic or told.clinic,
        phone=known.phone or told.phone,
        languages=known.languages or told.languages,
        why=known.why or told.why,
    )


def _verdict(one: Entry, other: Entry, score: float) -> Verdict:
    found = verdict(score)
    if one.speciality is other.speciality:
        return found
    both_doctors = bool(one.details and one.details.doctor and other.details and other.details.doctor)
    if not both_doctors or found is Verdict.DIFFERENT:
        return Verdict.DIFFERENT
    return Verdict.PERHAPS


def _described(entry: Entry, details: Details) -> Described:
    return Described(details.doctor, details.clinic, entry.place, details.phone, entry.speciality)
