"""Moderation in chat: cards decided by a tap, questions by a reply, the queue, roles and the log."""

from enum import StrEnum
from typing import TypeVar

from domain.appeals import Check
from domain.cases import Action, Case, CaseKind, Decision, Reason, Record
from domain.errors import Refusal
from domain.forms import ANSWER, Draft
from domain.ids import read_code
from domain.messages import Button, Content
from domain.people import BanChoice, Person, Role
from domain.reposts import ItemKind
from handlers import people, questions
from handlers.boundary import Handler
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import escaped
from locales.dates import moment_in_words
from relay import (
    appeal_cases,
    bans,
    case_cards,
    cases,
    documents,
    forms,
    medical,
    moderation,
    public_watches,
    roles,
    troubles,
    vouches,
)
from relay.work import Work

T = TypeVar("T", bound=StrEnum)

_NOTES = {
    Action.OPENED: "kind",
    Action.DECIDED: "decided",
    Action.UNDONE: "decided",
    Action.ASKED: "kind",
    Action.ANSWERED: "kind",
    Action.BANNED: "button-ban",
    Action.PARDONED: "button-ban",
    Action.ROLE: "role",
    Action.BROADCAST: "broadcast-note",
    Action.HIDDEN: "type",
    Action.TIMETABLE: "schedule-note",
    Action.VOUCHED: "kind",
    Action.ENDED: "appeal-line",
}
"""What the note of each kind of line in the log is a word for."""


def or_question(handler: Handler) -> Handler:
    """The handler of what a person types, unless a moderator answers a case's card with it."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        return await _asked(work, person, incoming) or await handler(work, person, incoming)

    return served


async def in_group(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a reply in a group: a question to an author if it answers a card, else nothing of ours."""
    return await _asked(work, person, incoming) or Screen()


async def case(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of a case's card."""
    await roles.require_moderator(work, person, incoming.chat_id)
    case_id, _, what = incoming.after("case:").partition(":")
    verb, _, value = what.partition(".")
    if verb == "menu":
        found = await moderation.open_one(work, case_id)
        return Screen(await case_cards.card(work, found, value))
    await roles.note_name(work, person, incoming.name)
    if verb in _ON_CARDS:
        return await _ON_CARDS[verb](work, person, await moderation.open_one(work, case_id), value, incoming)
    if verb == "undo":
        await moderation.undo(work, person, case_id)
    elif verb == "hide":
        await moderation.hide_subject(work, person, case_id)
    else:
        await moderation.decide(work, person, case_id, _read(Decision, verb), _reason(value))
    return Screen()


async def _ban(work: Work, person: Person, found: Case, choice: str, _: Incoming) -> Screen:
    await bans.choose(work, person, found, _read(BanChoice, choice))
    return Screen(toast=work.catalog.label(work.moderators_language, "ban-done"))


async def _tick(work: Work, person: Person, found: Case, check: str, _: Incoming) -> Screen:
    await vouches.tick(work, person, found, _read(Check, check))
    return Screen()


async def _unvouch(work: Work, person: Person, found: Case, _: str, __: Incoming) -> Screen:
    await vouches.take_back(work, person, found)
    return Screen()


async def _papers(work: Work, person: Person, found: Case, _: str, incoming: Incoming) -> Screen:
    recipient = cases.moderators_recipient(incoming.chat_id, person.id, private=incoming.private)
    if not await appeal_cases.send_papers(work, found, recipient):
        raise Refusal("case-no-papers")
    return Screen()


_ON_CARDS = {"ban": _ban, "tick": _tick, "unvouch": _unvouch, "papers": _papers}
"""What moderators do on the card of an open case before they decide."""


async def send_again(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Send a post in doubt once more."""
    await roles.require_moderator(work, person, incoming.chat_id)
    await troubles.send_again(work, person, incoming.after("resend:"))
    return Screen(Content(work.catalog.text(work.moderators_language, "trouble-resent")))


async def leave(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Leave a post in doubt as it is."""
    await roles.require_moderator(work, person, incoming.chat_id)
    return Screen(Content(work.catalog.text(work.moderators_language, "trouble-left")))


async def queue(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/queue`: how much waits, and the oldest cards anew."""
    await roles.require_moderator(work, person, incoming.chat_id)
    waiting = await moderation.queue(work)
    language = work.moderators_language
    lines = [
        work.catalog.text(language, "queue-line", kind=_kind(work, kind), count=count)
        for kind, count in waiting.items()
    ]
    text_id = "queue" if lines else "queue-empty"
    return Screen(Content("\n".join([work.catalog.text(language, text_id), *lines])))


async def audit(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/audit` and `/audit CODE`: the last things that were done, newest first."""
    await roles.require_moderator(work, person, incoming.chat_id)
    code = read_code(incoming.argument) if incoming.argument else None
    lines = [_logged(work, record, name) for record, name in await moderation.log(work, code)]
    text = work.catalog.text(work.moderators_language, "audit" if lines else "audit-empty")
    return Screen(Content("\n".join([text, *lines])))


async def role(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/role`: who has which, or, by an owner, `/role moderator` in reply or `/role 12345 courier`."""
    await roles.require_moderator(work, person, incoming.chat_id)
    language = work.moderators_language
    if not incoming.argument:
        given_out = await roles.everybody(work)
        listed = [
            f"{work.catalog.label(language, f'role-{one}')}: {escaped(name)}" for one, name in given_out
        ]
        return Screen(Content("\n".join([work.catalog.text(language, "role-help"), *listed])))
    telegram_id, wanted, name = _meant(incoming)
    await roles.give(work, person, telegram_id, wanted, name)
    given = work.catalog.label(language, f"role-{wanted or 'none'}")
    return Screen(Content(work.catalog.text(language, "role-given", role=given)))


async def hide(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/hide CODE`: take a report or a question out of sight, its card follows; or a lost document."""
    await roles.require_moderator(work, person, incoming.chat_id)
    lost = await public_watches.by_code(work, person, incoming.argument)
    if lost is not None:
        await roles.note_name(work, person, incoming.name)
        await public_watches.hide(work, person, lost)
        text = work.catalog.text(work.moderators_language, "lost-public-hidden-done", code=lost.code)
        return Screen(Content(text))
    question = await medical.by_code(work, incoming.argument)
    if question is not None:
        await roles.note_name(work, person, incoming.name)
        await medical.hide(work, question, person)
        return Screen(acknowledged=True)
    report = await documents.public_report(work, read_code(incoming.argument) or "")
    await roles.note_name(work, person, incoming.name)
    await moderation.hide(work, report, person, report.finder_id)
    return Screen(acknowledged=True)


async def answer(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle an author's "answer" under a moderator's question."""
    asked = await moderation.asked_of(work, person, incoming.after("answer:"))
    draft = await forms.begin_about(work, person, ANSWER, asked.id)
    return questions.beside(work, person, draft)


async def finish_answer(work: Work, person: Person, draft: Draft) -> Screen:
    """Put the author's answer on the card."""
    await moderation.answer(work, person, draft)
    return people.with_menu(work, person, work.catalog.text(person.language, "answer-done"))


async def ask_about_me(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before a report is hidden because somebody says that it is about them."""
    report = await documents.public_report(work, incoming.after("aboutme:"))
    label = work.catalog.label
    yes = Button(label(person.language, "button-about-me-sure"), tap=f"hideme:{report.code}")
    mine = Button(label(person.language, "button-mine"), tap=f"claim:{report.code}")
    text = work.catalog.text(person.language, "about-me-ask", code=report.code)
    return Screen(Content(text, ((yes,), (mine,))), in_place=False, closes=False)


async def about_me(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Hide a report at once; moderators look afterwards."""
    code = incoming.after("hideme:")
    refused = await people.gate(work, person, f"{people.INTENT_REPORT}_{code}")
    if refused is not None:
        return refused
    report = await moderation.about_me(work, person, code)
    return Screen(Content(work.catalog.text(person.language, "about-me-done", code=report.code)))


async def _asked(work: Work, person: Person, incoming: Incoming) -> Screen | None:
    """Ask a case's author what a moderator typed in reply to its card."""
    if incoming.reply_to is None or not incoming.text or incoming.is_command:
        return None
    recipient = cases.moderators_recipient(incoming.chat_id, person.id, private=incoming.private)
    found = await moderation.by_message(work, recipient, incoming.reply_to)
    if found is None:
        return None
    await roles.require_moderator(work, person, incoming.chat_id)
    await roles.note_name(work, person, incoming.name)
    await moderation.ask(work, person, found, incoming.text)
    return Screen(acknowledged=True)


def _meant(incoming: Incoming) -> tuple[int, Role | None, str]:
    """Whom and what `/role` means: who is replied to, or an id in front of the role."""
    *ids, word = incoming.argument.split()
    if word not in (*Role, "none"):
        raise Refusal("role-unreadable")
    wanted = None if word == "none" else Role(word)
    if incoming.replied_id is not None and not ids:
        return incoming.replied_id, wanted, incoming.replied_name
    if len(ids) == 1 and ids[0].isascii() and ids[0].isdigit():
        return int(ids[0]), wanted, ids[0][-4:]
    raise Refusal("role-unreadable")


def _read(words: type[T], value: str) -> T:
    try:
        return words(value)
    except ValueError as fault:
        raise Refusal("tap-stale") from fault


def _reason(value: str) -> Reason | None:
    return Reason(value) if value in tuple(Reason) else None


def _kind(work: Work, kind: CaseKind) -> str:
    return work.catalog.label(work.moderators_language, f"kind-{kind}")


def _logged(work: Work, record: Record, name: str) -> str:
    language = work.moderators_language
    prefix = _NOTES.get(record.action, "")
    text_id = f"{prefix}-{record.note}"
    note = work.catalog.label(language, text_id) if work.catalog.has(text_id) else record.note
    moment = moment_in_words(language, record.at.astimezone(work.policy.zone))
    done = work.catalog.label(language, f"audit-{record.action}")
    code = record.subject
    if code in tuple(ItemKind):  # a whole kind was paused
        code = work.catalog.label(language, "schedule-kind", kind=code)
    return work.catalog.text(language, "audit-line", time=moment, name=name, done=done, note=note, code=code)
