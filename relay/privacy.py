"""Privacy: a person sees all that is held of them, takes their consent back, or erases themselves."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.broadcasts import Broadcast
from domain.cases import Case, CaseKind
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState, Line, Side
from domain.documents import GAZETTEER_PREFIX, LIVE_STATES, Report, ReportState, Watch, WatchState
from domain.people import Person
from domain.subscriptions import Subscriber, Topic
from relay import (
    appeal_privacy,
    caps,
    cards,
    case_cards,
    case_subjects,
    cases,
    conversation_cards,
    conversations,
    endings,
    medical_privacy,
    proofs,
    public_watches,
    retention,
    subscriptions,
    upkeep,
    watches,
)
from relay.documents import as_told
from relay.referrals import GONE
from relay.work import Work
from storage import (
    broadcasts,
    claims,
    counters,
    documents,
    drafts,
    outbox,
    people,
    subscribers,
    volunteers,
)
from storage import cases as stored_cases
from storage import conversations as stored
from storage import watches as stored_watches

Held: TypeAlias = Mapping[str, object]

KEY_BYTES = 32

_TO_BE_DECIDED = (CaseKind.ABOUT_ME, CaseKind.ENTRY, CaseKind.CORRECTION, CaseKind.DUPLICATE, CaseKind.CLONE)
"""What somebody has to decide all the same: is a report or a doctor seen again, was an appeal copied."""


async def everything(work: Work, person: Person) -> Held:
    """All that is held of a person, as plain values with ISO 8601 moments."""
    return {
        "person": await _person(work, person),
        "draft": await _draft(work, person),
        "reports": [
            await _report(work, report) for report in await documents.all_of_finder(work.tx, person.id)
        ],
        "watches": [_watch(watch) for watch in await stored_watches.all_of_owner(work.tx, person.id)],
        "medical_questions": await medical_privacy.questions(work, person),
        "medical_answers": await medical_privacy.answers(work, person),
        "appeals": await appeal_privacy.asked_for(work, person),
        "ledger_lines": await appeal_privacy.proposed(work, person),
        "subscriptions": _subscriber(await subscribers.get(work.tx, person.id)),
        "broadcasts": [await _broadcast(work, one) for one in await broadcasts.of_author(work.tx, person.id)],
        "claims": [await _claim(work, claim) for claim in await claims.of_person(work.tx, person.id)],
        "conversations": [
            await _conversation(work, person, talk)
            for talk in await stored.ever_of_person(work.tx, person.id)
        ],
        "cases": [
            await _case(work, person, case)
            for case in await stored_cases.open_concerning(work.tx, person.id)
            if case.kind is not CaseKind.CLONE  # who may have copied an appeal is not told of the suspicion
        ],
        "names_searched": await _names_searched(work, person),
        "messages": [
            {"at": _iso(at), "text": text} for at, text in await outbox.shown_to(work.tx, person.id)
        ],
    }


def as_json(held: Held) -> str:
    """The same as a JSON file."""
    return json.dumps(held, ensure_ascii=False, indent=2)


async def readable(work: Work, person: Person) -> str:
    """The main things in a person's own words and language, as a plain text."""
    label, language = work.catalog.label, person.language
    reports = await documents.all_of_finder(work.tx, person.id)
    waited = await stored_watches.all_of_owner(work.tx, person.id)
    claimed = await claims.of_person(work.tx, person.id)
    talks = await stored.ever_of_person(work.tx, person.id)
    asked = _subscribed(work, language, await subscribers.get(work.tx, person.id))
    parts = [
        label(language, "mydata-head", since=f"{person.known_since:%Y-%m-%d}"),
        *_section(work, language, "mydata-reports", [_report_line(work, language, one) for one in reports]),
        *_section(work, language, "mydata-watches", [_watch_line(work, language, one) for one in waited]),
        *_section(work, language, "mydata-questions", await medical_privacy.lines(work, person)),
        *_section(work, language, "mydata-appeals", await appeal_privacy.lines(work, person)),
        *_section(work, language, "mydata-subscriptions", asked),
        *_section(work, language, "mydata-claims", [await _code(work, one.report_id) for one in claimed]),
        *_section(work, language, "mydata-conversations", [await _said(work, person, one) for one in talks]),
        label(language, "mydata-foot"),
    ]
    return "\n\n".join(parts) + "\n"


async def take_back_consent(work: Work, person: Person) -> Person:
    """End all that a person has going; nothing new begins before they agree again."""
    await _end_all(work, person)
    unwilling = replace(await work.person(person.id), consented_at=None)
    await people.save(work.tx, unwilling)
    return unwilling


async def erase(work: Work, person: Person) -> None:
    """Forget a person at once. What concerns others (a handover, a decision) stays, without them.

    A report whose document lies with the authorities stays too: its owner may still be looking for it.
    """
    waiting = await stored_cases.open_concerning(work.tx, person.id)
    await _take_words_back(work, person)  # first, so that cards that change now are without them
    await _end_all(work, person)
    for report in await documents.all_of_finder(work.tx, person.id):
        if report.state is not ReportState.WITH_AUTHORITIES:
            await retention.forget(work, report.id)
    for watch in await stored_watches.all_of_owner(work.tx, person.id):
        await public_watches.forget(work, watch.id)
    await medical_privacy.erase(work, person)
    await appeal_privacy.erase(work, person)
    await stored_cases.let_go(work.tx, person.id)
    for case in waiting:
        await _leave_case(work, person, case)
    await caps.forget(work, person)
    await volunteers.drop(work.tx, person.id)
    await broadcasts.let_go(work.tx, person.id)
    await cases.unsign(work, person.id)
    await outbox.erase(work.tx, person.id)
    await people.erase(work.tx, person, work.ids.entropy(KEY_BYTES))


async def _take_words_back(work: Work, person: Person) -> None:
    """Forget what a person wrote to volunteers and to other sides."""
    for claim in await claims.of_person(work.tx, person.id):
        await claims.save(work.tx, replace(claim, statement=""))
    for report in await documents.all_of_finder(work.tx, person.id):
        for claim in await claims.of_report(work.tx, report.id, *ClaimState):
            await claims.save(work.tx, replace(claim, finder_statement=""))
    for talk in await stored.ever_of_person(work.tx, person.id):
        await stored.drop_lines_of(work.tx, talk.id, talk.side_of(person.id) or Side.OWNER)


async def _end_all(work: Work, person: Person) -> None:
    """End a person's conversations, claims, watches and reports; the other sides are told."""
    for talk in await stored.of_person(work.tx, person.id):
        side = talk.side_of(person.id) or Side.OWNER
        await conversations.close(work, talk, conversations.LEFT, tell=(side.other,))
    for case in await stored_cases.open_concerning(work.tx, person.id):
        if case.kind not in _TO_BE_DECIDED:
            await cases.settle(work, case.subject)
    for claim in await claims.of_person(work.tx, person.id):
        await _drop_claim(work, claim)
    for watch in await stored_watches.all_of_owner(work.tx, person.id):
        if watch.state is WatchState.OPEN:
            await watches.finish(work, watch)
    await medical_privacy.end(work, person)
    await appeal_privacy.end(work, person)
    await subscriptions.stop(work, person)
    for report in await documents.all_of_finder(work.tx, person.id):
        await _end_report(work, report)
    await drafts.drop(work.tx, person.id)


async def _drop_claim(work: Work, claim: Claim) -> None:
    """Give a claim up; who was connected before it came in between goes on."""
    if claim.state not in (ClaimState.TRIED, ClaimState.ASKED, ClaimState.DISPUTED):
        return
    await claims.save(work.tx, replace(claim, state=ClaimState.DROPPED))
    going = await stored.of_report(work.tx, claim.report_id)
    if claim.state is not ClaimState.DISPUTED or going is None:
        return
    waiting = await stored_cases.open_of_report(work.tx, claim.report_id)
    rests = any(case.kind in (CaseKind.DISPUTE, CaseKind.MONEY) for case in waiting)
    if going.state is ConversationState.FROZEN and not rests:
        await conversations.thaw(work, going)


async def _end_report(work: Work, report: Report) -> None:
    """Take a report back, unless its owner can fetch the document; one that ran out stays closed."""
    if report.state in LIVE_STATES and report.state is not ReportState.WITH_AUTHORITIES:
        await endings.finish(work, report, ReportState.WITHDRAWN)
    elif report.state is ReportState.EXPIRED:
        await documents.save(work.tx, replace(report, state=ReportState.WITHDRAWN))


async def _leave_case(work: Work, person: Person, former: Case) -> None:
    """Take a person's words out of a case and of all that its cards said; whatever is to be decided stays."""
    case = await stored_cases.get(work.tx, former.id)
    if case is None:
        return
    dropped = _words_in(person, former)
    held = former.details if case.kind is CaseKind.ABOUT_ME else case.details
    left = {key: value for key, value in held.items() if key not in dropped}
    about = None if former.about_id == person.id else former.about_id
    bare = replace(case, about_id=about, details=left)
    await cases.save(work, bare)
    content = await case_cards.card(work, bare)
    for delivery, _ in await stored_cases.cards(work.tx, bare.id):
        await outbox.overwrite(work.tx, delivery, content)


async def _person(work: Work, person: Person) -> Held:
    role = await volunteers.role_of(work.tx, person.id)
    return {
        "telegram_id": person.telegram_id,
        "language": person.language,
        "known_since": _iso(person.known_since),
        "consented_at": _iso(person.consented_at),
        "role": role,
        "banned": person.is_banned,
        "came_for": person.intent,
    }


async def _draft(work: Work, person: Person) -> Held | None:
    draft = await drafts.find(work.tx, person.id)
    if draft is None:
        return None
    return {"form": draft.form, "answers": dict(draft.answers), "at": draft.at, "typed": draft.typed}


async def _report(work: Work, report: Report) -> Held:
    described = await claims.of_report(work.tx, report.id, *ClaimState)
    return {
        "code": report.code,
        "state": as_told(work, report),
        "type": report.type,
        "country": report.country,
        "name": report.name,
        "place": report.place,
        "day": report.day.isoformat(),
        "whereabouts": report.whereabouts,
        "handed_place": report.handed_place,
        "secret_facts_kept_as_fingerprints": sorted(await proofs.kinds(work, report)),
        "described_as": [claim.finder_statement for claim in described if claim.finder_statement],
        "reported_at": _iso(report.created_at),
    }


def _watch(watch: Watch) -> Held:
    return {
        "state": watch.state,
        "type": watch.type,
        "country": watch.country,
        "name": watch.name,
        "place": watch.place,
        "facts": dict(watch.facts),
        "in_the_channel_as": watch.code or None,
        "since": _iso(watch.created_at),
    }


def _subscriber(subscriber: Subscriber | None) -> Held | None:
    if subscriber is None:
        return None
    quiet = subscriber.quiet
    return {
        "topics": sorted(subscriber.topics),
        "places": list(subscriber.places),
        "country": subscriber.country,
        "quiet_hours": [quiet.start, quiet.end] if quiet else None,
        "since": _iso(subscriber.since),
    }


async def _broadcast(work: Work, broadcast: Broadcast) -> Held:
    said = await broadcasts.contents(work.tx, broadcast.id)
    return {
        "state": broadcast.state,
        "starts_at": _iso(broadcast.starts_at),
        "texts": sorted({content.text for content in said.values()}),
    }


async def _claim(work: Work, claim: Claim) -> Held:
    return {
        "report": await _code(work, claim.report_id),
        "state": claim.state,
        "statement": claim.statement,
        "at": _iso(claim.created_at),
    }


async def _conversation(work: Work, person: Person, talk: Conversation) -> Held:
    side = talk.side_of(person.id) or Side.OWNER
    said = await stored.lines_of(work.tx, talk.id, side)
    is_owner = side is Side.OWNER and talk.state is not ConversationState.ENDED
    return {
        "about": await _about(work, talk),
        "side": side,
        "state": talk.state,
        "handover_code": talk.code if is_owner else None,
        "said": [_line(line) for line in said],
    }


def _line(line: Line) -> Held:
    held = line.said.attachment
    attachment = f"{held.kind}: {held.value}" if held else None
    return {"at": _iso(line.created_at), "text": line.said.text, "attachment": attachment}


async def _case(work: Work, person: Person, case: Case) -> Held:
    """A case that waits: what the person is asked and says in it, nothing of what others say."""
    words = {key: case.details[key] for key in _words_in(person, case) if key in case.details}
    return {"kind": case.kind, "about": await case_subjects.code(work, case) or GONE, **words}


def _words_in(person: Person, case: Case) -> tuple[str, ...]:
    """Which details of a case a person wrote or was asked."""
    asked = ("asked", "answered") if case.about_id == person.id else ()
    return ("words", "proposed", *asked) if case.opened_by == person.id else asked


async def _names_searched(work: Work, person: Person) -> list[str]:
    """The names a person looked for that are not forgotten yet."""
    days = [work.today - timedelta(days=ago) for ago in range(upkeep.COUNTERS_KEPT.days + 1)]
    who = _seeker(work, person)
    found = [name for day in days for name in await counters.names_sought(work.tx, who, day)]
    return list(dict.fromkeys(found))


async def _code(work: Work, report_id: str) -> str:
    report = await documents.get(work.tx, report_id)
    return report.code if report else GONE


def _section(work: Work, language: str, text_id: str, lines: Sequence[str]) -> list[str]:
    listed = "\n".join(f"• {line}" for line in lines)
    return [f"{work.catalog.label(language, text_id)}\n{listed}"] if lines else []


def _report_line(work: Work, language: str, report: Report) -> str:
    state = work.catalog.label(language, f"state-{as_told(work, report)}")
    kind = work.catalog.label(language, f"type-{report.type}")
    place = cards.place_in_words(work, language, report.place)
    return f"{report.code} · {kind} · {report.name} · {place} · {report.day.isoformat()} · {state}"


def _watch_line(work: Work, language: str, watch: Watch) -> str:
    kind = work.catalog.label(language, f"type-{watch.type}")
    facts = ", ".join(watch.facts.values())
    told = work.catalog.label(language, "mydata-public-watch", code=watch.code) if watch.code else ""
    return " · ".join(part for part in (kind, watch.name, facts, told) if part)


def _subscribed(work: Work, language: str, subscriber: Subscriber | None) -> list[str]:
    """A line for each topic and each place."""
    if subscriber is None:
        return []
    places = [cards.place_in_words(work, language, f"{GAZETTEER_PREFIX}{code}") for code in subscriber.places]
    topics = [work.catalog.label(language, f"topic-{topic}") for topic in Topic if topic in subscriber.topics]
    return [*topics, *places]


async def _said(work: Work, person: Person, talk: Conversation) -> str:
    said = await stored.lines_of(work.tx, talk.id, talk.side_of(person.id) or Side.OWNER)
    words = " / ".join(line.said.text for line in said if line.said.text)
    about = await _about(work, talk)
    return f"{about}: {words}" if words else about


async def _about(work: Work, talk: Conversation) -> str:
    return (await conversation_cards.item_of(work, talk)).code


def _seeker(work: Work, person: Person) -> str:
    return counters.seeker(work.tx, person.telegram_id)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
