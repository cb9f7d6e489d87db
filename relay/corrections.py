"""What people say against an entry of the directory: it is untrue, it is about me, it should say this."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.cases import Case, CaseKind, Decision
from domain.doctors import Entry, EntryState
from domain.errors import Refusal
from domain.forms import CORRECTION, Draft
from domain.people import Person
from relay import caps, cases, doctors
from relay.caps import Cap
from relay.doctor_cards import ABOUT_ME, corrected, is_about
from relay.work import Work
from storage import cases as stored_cases
from storage import doctors as stored
from storage import drafts, endorsements

_UNTRUE: Final = "untrue"

_AT_ONCE: Final = 100
_KEPT: Final = timedelta(days=3)
"""Removed entries keep their words for so long, as ended reports do: a decision may turn out to be wrong."""


def answers_of(entry: Entry) -> dict[str, str]:
    """What an entry says as the answers of a correction."""
    details = entry.details
    if details is None:
        raise Refusal("entry-gone")
    return {
        "doctor": details.doctor,
        "clinic": details.clinic,
        "city": entry.place,
        "phone": details.phone,
        "languages": ",".join(details.languages),
    }


async def dispute(work: Work, person: Person, draft: Draft) -> Entry:
    """Take what somebody says against an entry; it is said to be checked until moderators have looked.

    Refusal over the daily cap, and when it is gone meanwhile. Of who is banned in silence nobody hears.
    """
    entry = await _shown(work, draft)
    await caps.spend(work, person, Cap.DISPUTE)
    await drafts.drop(work.tx, person.id)
    if person.is_shadowed:
        return entry
    disputed = replace(entry, state=EntryState.DISPUTED, updated_at=work.now)
    await stored.save(work.tx, disputed)
    await _ask(work, disputed, person, {"why": _UNTRUE, "words": draft.answers["words"]})
    return disputed


async def about_me(work: Work, person: Person, code: str) -> Entry:
    """Hide an entry at once because somebody says that it is about them; moderators look afterwards.

    Refusal over the daily cap, and when moderators have kept it after this person had it hidden.
    """
    entry = await doctors.public_entry(work, code)
    before = await stored_cases.all_about(work.tx, [entry.id])
    if any(_is_kept(case, person) for case in before):
        raise Refusal("case-decided-already")
    await caps.spend(work, person, Cap.DISPUTE)
    if person.is_shadowed:
        return entry
    hidden = replace(entry, state=EntryState.HIDDEN, updated_at=work.now)
    await stored.save(work.tx, hidden)
    await _ask(work, hidden, person, {"why": ABOUT_ME})
    return hidden


async def correct(work: Work, person: Person, draft: Draft) -> Entry:
    """Put what an entry should say before moderators.

    Refusal when it would name nobody, when nothing is different, over the daily cap, and when it is gone.
    """
    entry = await _shown(work, draft)
    said = {question.key: draft.answers.get(question.key, "") for question in CORRECTION.questions}
    if not (said["doctor"] or said["clinic"]):
        raise Refusal("correction-nobody")
    # What the person has not touched may be put right by others meanwhile.
    proposed = {key: value for key, value in said.items() if corrected(entry, {key: value}) != entry}
    if not proposed:
        raise Refusal("correction-same")
    await caps.spend(work, person, Cap.DISPUTE)
    await drafts.drop(work.tx, person.id)
    if not person.is_shadowed:
        await cases.open_case(
            work,
            CaseKind.CORRECTION,
            entry.code,
            subject=entry.id,
            about_id=person.id,
            opened_by=person.id,
            details={"proposed": json.dumps(proposed, ensure_ascii=False)},
        )
    return entry


async def forget(work: Work) -> int:
    """Forget what removed entries said, who stood for them and what was said against them; how many.

    What was joined to them is the same doctor, and forgotten with them.
    """
    over = await stored.removed_before(work.tx, work.now - _KEPT, _AT_ONCE)
    for entry in over:
        for each in (entry, *await stored.parts_of(work.tx, entry.id)):
            await stored.save(work.tx, replace(each, details=None, place="", updated_at=work.now))
            await endorsements.forget(work.tx, each.id)
            await cases.wipe_about(work, [each.id], each.code)
    return len(over)


async def state_asked_for(work: Work, entry: Entry) -> EntryState:
    """How an entry is to stand by the cases about it that wait: hidden, being checked, or neither."""
    waiting = await stored_cases.open_about(work.tx, entry.id, CaseKind.ENTRY)
    if any(is_about(case, entry) for case in waiting):
        return EntryState.HIDDEN
    return EntryState.DISPUTED if waiting else EntryState.OPEN


async def _ask(work: Work, entry: Entry, person: Person, details: dict[str, str]) -> None:
    await cases.open_case(
        work,
        CaseKind.ENTRY,
        entry.code,
        subject=entry.id,
        about_id=person.id,
        opened_by=person.id,
        details=details,
    )


async def _shown(work: Work, draft: Draft) -> Entry:
    """The entry that a draft is about; Refusal when nobody can read it any more."""
    entry = await doctors.of_id(work, draft.subject or "")
    if entry is None or not entry.is_shown:
        raise Refusal("entry-gone")
    return entry


def _is_kept(case: Case, person: Person) -> bool:
    theirs = case.kind is CaseKind.ENTRY and case.opened_by == person.id
    return theirs and case.details.get("why") == ABOUT_ME and case.decision is Decision.KEEP
