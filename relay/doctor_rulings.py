"""Rulings about the directory: what a decision does about an entry, and how it is taken back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace

from domain.cases import Case, CaseKind, Decision, Reason
from domain.doctors import Details, Entry, EntryState
from domain.errors import Refusal
from domain.messages import Content
from relay import corrections, likenesses
from relay.decisions import Former, Ruling
from relay.doctor_cards import corrected, title
from relay.work import Work
from storage import cases as stored_cases
from storage import doctors
from storage.doctors import LIVE_ENTRIES, Alike

_CASES = "cases"
"""Under this an undo finds the cases that were closed along with an entry, by their ids."""


# Entries that somebody calls untrue, or says to be about them


async def _remove(work: Work, case: Case, _: Reason | None) -> Former:
    entry = await _live(work, case.subject)
    former = await _end(work, replace(entry, state=EntryState.REMOVED, updated_at=work.now))
    return {"state": entry.state, **former, **await _tell(work, case, entry, "entry-removed-told")}


async def _unremove(work: Work, case: Case) -> None:
    entry = await doctors.get(work.tx, case.subject)
    if entry is None or entry.state is not EntryState.REMOVED or entry.details is None:
        raise Refusal("undo-impossible")
    await _bring_back(work, case, entry)
    await _take_back(work, case, entry)


async def _keep(work: Work, case: Case, _: Reason | None) -> Former:
    entry = await _live(work, case.subject)
    state = await corrections.state_asked_for(work, entry)
    await doctors.save(work.tx, replace(entry, state=state, updated_at=work.now))
    return {"state": entry.state, **await _tell(work, case, entry, "entry-kept-told")}


async def _unkeep(work: Work, case: Case) -> None:
    """Let an entry stand again as it did; hidden, if somebody has had it hidden meanwhile."""
    entry = await _live(work, case.subject)
    if entry.state is not EntryState.HIDDEN:
        state = EntryState(_former(case, "state"))
        await doctors.save(work.tx, replace(entry, state=state, updated_at=work.now))
    await _take_back(work, case, entry)


# Corrections


async def _correct(work: Work, case: Case, _: Reason | None) -> Former:
    entry = await _live(work, case.subject)
    written = case.details.get("proposed")
    if written is None:  # whoever proposed it has erased themselves
        raise Refusal("case-moved-on")
    better = replace(corrected(entry, json.loads(written)), updated_at=work.now)
    if not title(better):  # two corrections, each of which takes one of its names away
        raise Refusal("case-moved-on")
    await _save(work, better)
    await likenesses.propose(work, better, await likenesses.of(work, better))
    told = await _tell(work, case, better, "correction-approved-told")
    return {**_as_it_was(entry), **told}


async def _uncorrect(work: Work, case: Case) -> None:
    """Let an entry say again what it said in place of what was corrected, unless that was changed since."""
    entry = await _live(work, case.subject)
    proposed = json.loads(case.details.get("proposed", "{}"))
    details, place = _before(case)
    said = corrections.answers_of(replace(entry, details=details, place=place))
    if corrected(entry, proposed) != entry:
        raise Refusal("undo-impossible")
    former = corrected(entry, {key: said[key] for key in proposed})
    await _save(work, replace(former, updated_at=work.now))
    await _take_back(work, case, entry)


async def _turn_down(work: Work, case: Case, reason: Reason | None) -> Former:
    entry = await _any(work, case.subject)
    return await _tell(work, case, entry, "correction-rejected-told", reason or Reason.OTHER)


async def _take_up(work: Work, case: Case) -> None:
    await _take_back(work, case, await _live(work, case.subject))


# Two entries that may be one


async def _merge(work: Work, case: Case, _: Reason | None) -> Former:
    entry = await _live(work, case.subject)
    into = await _live(work, case.details.get("other", ""))
    for each in (entry, into):
        if await stored_cases.open_about(work.tx, each.id, CaseKind.ENTRY):
            raise Refusal("duplicate-decide-first")
    await likenesses.merge(work, entry, into)
    closed = await likenesses.settle_cases(work, entry)
    return {"state": entry.state, **_as_it_was(into), _CASES: " ".join(closed)}


async def _unmerge(work: Work, case: Case) -> None:
    entry = await doctors.get(work.tx, case.subject)
    into = await doctors.get(work.tx, entry.into or "") if entry else None
    if entry is None or into is None or entry.state is not EntryState.MERGED:
        raise Refusal("undo-impossible")
    details, _ = _before(case)
    untouched = into.details == likenesses.completed(details, entry.details)
    kept = replace(into, details=details) if untouched else into
    await likenesses.unmerge(work, entry, EntryState(_former(case, "state")), kept)
    await likenesses.reopen_cases(work, _former(case, _CASES).split())


async def _apart(work: Work, case: Case, _: Reason | None) -> Former:
    await doctors.settle(work.tx, case.subject, case.details.get("other", ""), Alike.APART, work.now)
    return {}


async def _unapart(work: Work, case: Case) -> None:
    await doctors.settle(work.tx, case.subject, case.details.get("other", ""), Alike.PROPOSED, work.now)


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.ENTRY, Decision.REMOVE): Ruling(_remove, _unremove),
    (CaseKind.ENTRY, Decision.KEEP): Ruling(_keep, _unkeep),
    (CaseKind.CORRECTION, Decision.APPROVE): Ruling(_correct, _uncorrect),
    (CaseKind.CORRECTION, Decision.REJECT): Ruling(_turn_down, _take_up),
    (CaseKind.DUPLICATE, Decision.MERGE): Ruling(_merge, _unmerge),
    (CaseKind.DUPLICATE, Decision.APART): Ruling(_apart, _unapart),
}


async def _end(work: Work, entry: Entry) -> Former:
    """Let an entry be gone, with the cases that wait about it."""
    await _save(work, entry)
    return {_CASES: " ".join(await likenesses.settle_cases(work, entry))}


async def _bring_back(work: Work, case: Case, entry: Entry) -> None:
    await _save(work, replace(entry, state=EntryState(_former(case, "state")), updated_at=work.now))
    await likenesses.reopen_cases(work, _former(case, _CASES).split())


async def _save(work: Work, entry: Entry) -> None:
    await doctors.save(work.tx, entry)
    await likenesses.index(work, entry)


async def _live(work: Work, entry_id: str) -> Entry:
    entry = await doctors.get(work.tx, entry_id)
    if entry is None or entry.state not in LIVE_ENTRIES or entry.details is None:
        raise Refusal("case-moved-on")
    return entry


async def _any(work: Work, entry_id: str) -> Entry:
    entry = await doctors.get(work.tx, entry_id)
    if entry is None:
        raise Refusal("case-moved-on")
    return entry


def _as_it_was(entry: Entry) -> Former:
    details = asdict(entry.details) if entry.details else {}
    return {"details": json.dumps(details, ensure_ascii=False), "place": entry.place}


def _before(case: Case) -> tuple[Details, str]:
    """What an entry said and where it was before a decision."""
    held = json.loads(_former(case, "details"))
    return Details(**{**held, "languages": tuple(held["languages"])}), _former(case, "place")


def _former(case: Case, key: str) -> str:
    """What was noted for an undo; Refusal when whoever opened the case has erased themselves."""
    if key not in case.former:
        raise Refusal("undo-impossible")
    return case.former[key]


async def _tell(work: Work, case: Case, entry: Entry, text_id: str, reason: Reason | None = None) -> Former:
    """Tell whoever opened a case what was decided, unless they have erased themselves."""
    person = await work.person(case.opened_by) if case.opened_by else None
    if person is None or person.is_gone:
        return {}
    values = {"reason": work.catalog.label(person.language, f"rejected-{reason}")} if reason else {}
    text = work.catalog.text(person.language, text_id, name=title(entry), code=entry.code, **values)
    return {"notice": await work.tell(person.id, Content(text))}


async def _take_back(work: Work, case: Case, entry: Entry) -> None:
    """Say in place of a decision that it was taken back."""
    if case.opened_by is None or "notice" not in case.former:
        return
    person = await work.person(case.opened_by)
    content = Content(work.catalog.text(person.language, "decision-undone", code=entry.code))
    await work.amend(case.former["notice"], person.id, content)
