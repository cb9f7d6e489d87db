"""Bans: keeping somebody out, told or in silence, and letting them in again."""

from datetime import timedelta

from domain.cases import Action, Case
from domain.conversations import Side
from domain.documents import ReportState
from domain.errors import Refusal
from domain.messages import Content
from domain.people import Ban, BanChoice, BanKind, Person
from locales.dates import day_in_words
from relay import (
    appeal_privacy,
    case_subjects,
    cases,
    conversations,
    endings,
    medical_privacy,
    public_watches,
    roles,
)
from relay.lost_items import Lost
from relay.work import Work
from storage import bans, documents, watches
from storage import conversations as stored

REPORTS = 1000
_THEIRS = (ReportState.QUEUED, ReportState.OPEN, ReportState.CLAIMED)
"""Reports whose owners would wait in vain for an answer of a banned finder."""

_BANS = {
    BanChoice.WEEK: (BanKind.BAN, timedelta(days=7)),
    BanChoice.FOREVER: (BanKind.BAN, None),
    BanChoice.SHADOW: (BanKind.SHADOW, None),
}


async def choose(work: Work, moderator: Person, case: Case, choice: BanChoice) -> None:
    """Ban the person a case is about, or let them in again.

    Refusal when there is nobody to ban (erased, or one of the page's owners).
    """
    if case.about_id is None:
        raise Refusal("ban-nobody")
    person = await work.person(case.about_id)
    if person.is_gone or await roles.is_owner(work, person):
        raise Refusal("ban-nobody")
    code = await case_subjects.code(work, case)
    if choice is BanChoice.LIFT:
        await _lift(work, person)
        await cases.record(work, moderator.id, Action.PARDONED, code, choice)
        return
    kind, length = _BANS[choice]
    ban = Ban(kind, work.now + length if length else None)
    await bans.put(work.tx, person.telegram_id, ban)
    await cases.record(work, moderator.id, Action.BANNED, code, choice)
    if kind is BanKind.BAN:
        await _shut_out(work, person, ban)


async def _lift(work: Work, person: Person) -> None:
    former = await bans.find(work.tx, person.telegram_id, work.now)
    if not await bans.lift(work.tx, person.telegram_id):
        raise Refusal("ban-none")
    if former is not None and former.kind is BanKind.BAN:
        await work.tell(person.id, Content(work.catalog.text(person.language, "ban-lifted")))


async def _shut_out(work: Work, person: Person, ban: Ban) -> None:
    """End what the person has going with others, and tell them."""
    for conversation in await stored.of_person(work.tx, person.id):
        side = conversation.side_of(person.id) or Side.OWNER
        await conversations.close(work, conversation, "conversation-stopped", tell=(side.other,))
    for report in await documents.of_finder(work.tx, person.id, REPORTS):
        if report.state in _THEIRS:
            await endings.finish(work, report, ReportState.WITHDRAWN)
    for watch in await watches.all_of_owner(work.tx, person.id):
        if Lost(watch).is_public:
            await public_watches.remove(work, watch)
    await medical_privacy.end(work, person)
    await appeal_privacy.end(work, person)
    await work.tell(person.id, Content(_words(work, person, ban)))


def notice(work: Work, person: Person) -> str:
    """What somebody reads who is kept out."""
    return _words(work, person, person.ban or Ban(BanKind.BAN, None))


def _words(work: Work, person: Person, ban: Ban) -> str:
    if ban.until is None:
        return work.catalog.text(person.language, "banned")
    day = day_in_words(person.language, ban.until.astimezone(work.policy.zone).date())
    return work.catalog.text(person.language, "banned-until", day=day)
