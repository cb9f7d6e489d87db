"""Lines: one message of a conversation on its way to the other side, held back when it could harm."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from domain.conversations import Conversation, ConversationState, Line, LineState, Said, Side
from domain.errors import Refusal
from domain.messages import AttachmentKind, Button, Content
from domain.people import Person
from locales.catalog import escaped
from relay import contacts, conversation_cards, conversations
from relay.work import Work
from storage import conversations as stored

UNANSWERED = 3
"""So many messages may wait for an answer …"""

UNANSWERED_WITHIN = timedelta(minutes=10)
"""… within this time: nobody is flooded by a stranger."""

LONGEST = 4096  # UTF-16 units in a message, core.telegram.org/bots/api#sendmessage
LONGEST_CAPTION = 1024  # the same, #sendphoto
LOOKED_AT = 20


class Passed(StrEnum):
    """What became of a message."""

    SENT = "sent"
    HELD = "held"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message, and the line that keeps it."""

    passed: Passed
    line: Line | None = None


async def say(work: Work, person: Person, conversation: Conversation, said: Said, source: int) -> Outcome:
    """Pass a message on, or hold it back for its author's second thought.

    Refusal when the conversation is frozen or over, or too many messages wait for an answer.
    """
    side = await _may_speak(work, person, conversation)
    await _not_too_many(work, conversation, side)
    line = Line(
        id=work.new_id(),
        conversation_id=conversation.id,
        side=side,
        source=source,
        delivery=None,
        state=LineState.HELD,
        said=said,
        created_at=work.now,
    )
    if contacts.found(said.text):
        await stored.put_line(work.tx, line)
        return Outcome(Passed.HELD, line)
    return Outcome(Passed.SENT, await _pass_on(work, person, conversation, line))


async def mend(work: Work, person: Person, conversation: Conversation, said: Said, source: int) -> Outcome:
    """Mirror an edit of a message; one that was not passed on before is not passed on by it.

    Refusal when it was passed on and nothing may be said now.
    """
    side = conversation.side_of(person.id) or Side.OWNER
    line = await stored.line_from(work.tx, conversation.id, side, source)
    if line is None or line.state is LineState.DROPPED:
        return Outcome(Passed.IGNORED)
    waiting = line if line.state is LineState.HELD else await _waiting(work, line)
    if said == (waiting or line).said:
        return Outcome(Passed.IGNORED)
    await _may_speak(work, person, conversation)
    if line.state is LineState.HELD or contacts.found(said.text) - contacts.found(line.said.text):
        blank = replace(line, id=work.new_id(), delivery=None, created_at=work.now)
        held = replace(waiting or blank, said=said, state=LineState.HELD)
        await stored.put_line(work.tx, held)
        return Outcome(Passed.HELD, held)
    if waiting is not None:  # these words are gone from the author's message: nobody may send them any more
        await stored.put_line(work.tx, replace(waiting, state=LineState.DROPPED))
    if line.said == said:
        return Outcome(Passed.IGNORED)
    return Outcome(Passed.SENT, await _pass_on(work, person, conversation, replace(line, said=said)))


async def release(work: Work, person: Person, line_id: str) -> Conversation:
    """Pass a held message on after all, as one that is said now.

    Refusal when it is not this person's or was settled, or too many messages wait for an answer.
    """
    line, conversation = await _held(work, person, line_id)
    side = await _may_speak(work, person, conversation)
    former = await stored.line_from(work.tx, conversation.id, side, line.source)
    await stored.put_line(work.tx, replace(line, state=LineState.DROPPED, said=Said()))
    if former is not None and former.state is LineState.SENT:
        fresh = replace(former, said=line.said)
    else:
        await _not_too_many(work, conversation, side)
        fresh = replace(line, id=work.new_id(), created_at=work.now)
    await _pass_on(work, person, conversation, fresh)
    return conversation


async def drop(work: Work, person: Person, line_id: str) -> None:
    """Let a held message go nowhere."""
    line, _ = await _held(work, person, line_id)
    await stored.put_line(work.tx, replace(line, state=LineState.DROPPED))


async def _may_speak(work: Work, person: Person, conversation: Conversation) -> Side:
    """Which side the person is on; Refusal when nothing may be said now."""
    going = await conversations.own(work, person, conversation.id)
    if going.state is ConversationState.FROZEN:
        raise Refusal("conversation-frozen")
    side = going.side_of(person.id)
    if side is None:
        raise Refusal("conversation-gone")
    return side


async def _waiting(work: Work, line: Line) -> Line | None:
    """A change of this line's message that is held back."""
    every = await stored.lines_of(work.tx, line.conversation_id, line.side)
    changes = (one for one in every if one.source == line.source and one.state is LineState.HELD)
    return next(changes, None)


async def _not_too_many(work: Work, conversation: Conversation, side: Side) -> None:
    """Refusal when the last messages of the time were all this side's and are as many as may wait."""
    waiting = 0
    for line in reversed(await stored.last_lines(work.tx, conversation.id, LOOKED_AT)):
        if line.side is not side or line.created_at <= work.now - UNANSWERED_WITHIN:
            break
        waiting += 1
    if waiting >= UNANSWERED:
        raise Refusal("conversation-wait", minutes=int(UNANSWERED_WITHIN.total_seconds() // 60))


async def _held(work: Work, person: Person, line_id: str) -> tuple[Line, Conversation]:
    line = await stored.get_line(work.tx, line_id)
    if line is None or line.state is not LineState.HELD:
        raise Refusal("tap-stale")
    conversation = await conversations.own(work, person, line.conversation_id)
    if conversation.side_of(person.id) is not line.side:
        raise Refusal("tap-stale")
    return line, conversation


async def _pass_on(work: Work, person: Person, conversation: Conversation, line: Line) -> Line:
    """Send a line to the other side, or change there what it said before."""
    sent = replace(line, state=LineState.SENT)
    if not person.is_shadowed:
        sent = replace(sent, delivery=await _delivered(work, conversation, line))
    await stored.put_line(work.tx, sent)
    await conversations.touch(work, conversation)
    return sent


async def _delivered(work: Work, conversation: Conversation, line: Line) -> str:
    other = await work.person(conversation.person_on(line.side.other))
    warns = bool(contacts.found(line.said.text))
    head = await _head(work, other.language, conversation, line, warns=warns)
    buttons = _buttons(work, other.language, conversation, line)
    held = line.said.attachment
    fits = _fits(head, line.said)
    if not fits and (line.delivery is None or warns):  # its buttons lead to the same conversation
        await work.tell(other.id, Content(head, buttons[:1]))
    content = Content(_text(head if fits else "", line.said), buttons, attachment=held)
    if line.delivery is None:
        return await work.tell(other.id, content)
    await work.amend(line.delivery, other.id, content)
    return line.delivery


async def _head(work: Work, language: str, conversation: Conversation, line: Line, *, warns: bool) -> str:
    """What says whose the words are, with a warning where there is a contact in them."""
    item = await conversation_cards.item_of(work, conversation)
    who = conversation_cards.wording(work, conversation, f"line-from-{line.side}")
    head = work.catalog.text(language, who, code=item.code)
    return f"{head}\n{work.catalog.text(language, 'line-warning')}" if warns else head


def _fits(head: str, said: Said) -> bool:
    """Whether one message has room for both; where it has not, the head is a message of its own before it."""
    if said.attachment is not None and said.attachment.kind is AttachmentKind.LOCATION:
        return False
    room = LONGEST_CAPTION if said.attachment else LONGEST
    return len(f"{head}\n\n{said.text}".encode("utf-16-le")) // 2 <= room


def _text(head: str, said: Said) -> str:
    return "\n\n".join(part for part in (head, escaped(said.text)) if part)


def _buttons(
    work: Work, language: str, conversation: Conversation, line: Line
) -> tuple[tuple[Button, ...], ...]:
    def button(text_id: str, verb: str, value: str) -> Button:
        return Button(work.catalog.label(language, text_id), tap=f"{verb}:{value}")

    return (
        (button("button-answer", "talk", conversation.id),),
        (button("button-money", "money", line.id),),
        (
            button("button-complain", "complain", line.id),
            button("button-stop", "stop", conversation.id),
        ),
    )
