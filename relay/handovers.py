"""Handovers: the document is in its owner's hands, proven by a code or said by both."""

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.conversations import Conversation, ConversationState, Side
from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Button, Content
from domain.people import Person
from relay import conversations, endings, watches
from relay.work import Work
from storage import conversations as stored
from storage import documents, drafts, handovers

CODE_TRIES = 5


class Way(StrEnum):
    """How a handover was proven."""

    CODE = "code"
    COURIER = "courier"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Returned:
    """The document came home; `count` is how many have by now."""

    report: Report
    count: int


@dataclass(frozen=True, slots=True)
class WrongCode:
    """Not the owner's code; `left` more tries."""

    left: int


async def code_of(work: Work, person: Person, conversation_id: str) -> Conversation:
    """The conversation whose code its owner may see; Refusal for anybody else, or while it is frozen."""
    conversation = await conversations.own(work, person, conversation_id)
    if conversation.side_of(person.id) is not Side.OWNER:
        raise Refusal("conversation-gone")
    return _going(conversation)


async def of_finder(work: Work, person: Person, conversation_id: str) -> Conversation:
    """The conversation whose finder is about to hand the document over."""
    conversation = await conversations.own(work, person, conversation_id)
    if conversation.side_of(person.id) is not Side.FINDER:
        raise Refusal("conversation-gone")
    return _going(conversation)


async def by_code(work: Work, person: Person, draft: Draft) -> Returned | WrongCode:
    """The finder types what the owner says; Refusal when no tries are left."""
    conversation = await of_finder(work, person, draft.subject or "")
    await drafts.drop(work.tx, person.id)
    return await _with_code(work, conversation, draft.answers["code"], Way.CODE)


async def by_courier(work: Work, report_code: str, code: str) -> Returned | WrongCode:
    """A courier who brought the document types what the owner says."""
    report = await documents.find_code(work.tx, report_code)
    conversation = await stored.of_report(work.tx, report.id) if report else None
    if conversation is None:
        raise Refusal("conversation-over")
    return await _with_code(work, _going(conversation), code, Way.COURIER)


async def confirm(work: Work, person: Person, conversation_id: str) -> Returned | None:
    """One side says, without the code, that it was handed over; None until the other says so too."""
    conversation = _going(await conversations.own(work, person, conversation_id))
    side = conversation.side_of(person.id)
    said = replace(conversation, given=True) if side is Side.FINDER else replace(conversation, received=True)
    await stored.save(work.tx, said)
    if said.given and said.received:
        return await _returned(work, said, Way.BOTH)
    if said != conversation and side is not None:
        await _ask_other(work, said, side.other)
    return None


async def _with_code(work: Work, conversation: Conversation, typed: str, way: Way) -> Returned | WrongCode:
    if conversation.code_tries >= CODE_TRIES:
        raise Refusal("handover-no-tries")
    if typed == conversation.code:
        return await _returned(work, conversation, way)
    tried = replace(conversation, code_tries=conversation.code_tries + 1)
    await stored.save(work.tx, tried)
    return WrongCode(CODE_TRIES - tried.code_tries)


async def _returned(work: Work, conversation: Conversation, way: Way) -> Returned:
    report = await conversations.report_of(work, conversation)
    await handovers.add(work.tx, report.id, way, work.now)
    ended = await endings.finish(work, report, ReportState.RETURNED)
    await watches.came_home(work, ended, conversation.owner_id)
    count = await handovers.count(work.tx)
    for side in Side:
        await _thank(work, conversation, side, ended, count)
    return Returned(ended, count)


async def _thank(work: Work, conversation: Conversation, side: Side, report: Report, count: int) -> None:
    person = await work.person(conversation.person_on(side))
    text = work.catalog.text(person.language, f"thanks-{side}", code=report.code, count=count)
    button = Button(work.catalog.label(person.language, "button-story"), tap=f"story:{report.id}")
    await work.tell(person.id, Content(text, ((button,),)))


async def _ask_other(work: Work, conversation: Conversation, side: Side) -> None:
    person = await work.person(conversation.person_on(side))
    report = await conversations.report_of(work, conversation)
    text = work.catalog.text(person.language, f"confirm-{side}", code=report.code)
    verb = "given" if side is Side.FINDER else "received"
    yes = Button(work.catalog.label(person.language, f"button-{verb}"), tap=f"{verb}:{conversation.id}")
    no = Button(work.catalog.label(person.language, "button-complain"), tap=f"complain:{conversation.id}")
    await work.tell(person.id, Content(text, ((yes,), (no,))))


def _going(conversation: Conversation) -> Conversation:
    if conversation.state is ConversationState.FROZEN:
        raise Refusal("conversation-frozen")
    return conversation
