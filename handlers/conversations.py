"""Conversations in chat: what a person writes goes to the other side, hidden behind the bot."""

from domain.cases import CaseKind
from domain.conversations import Conversation, Line, Said, Side
from domain.documents import Report
from domain.errors import Refusal
from domain.messages import Button, Content
from domain.people import Person
from handlers import people
from handlers.boundary import Handler
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import conversation_cards, conversations, lines
from relay.lines import Outcome, Passed
from relay.work import Work

SURE = "sure."
TALK = "talk:"
UNTALK = "untalk:"


def or_pass_on(handler: Handler) -> Handler:
    """The handler of what a person sends, unless it is meant for the other side of a conversation."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        return await _passed_on(work, person, incoming) or await handler(work, person, incoming)

    return served


async def mended(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle an edit of an earlier message: it is mirrored where the message was passed on."""
    for conversation, _ in await conversations.of_person(work, person):
        outcome = await lines.mend(work, person, conversation, _said(incoming), incoming.source or 0)
        if outcome.passed is not Passed.IGNORED:
            return _after(work, person, outcome)
    return Screen()


async def talk(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "write": from now on what is typed goes to the other side."""
    return await entered(work, person, await conversations.own(work, person, incoming.after(TALK)))


async def entered(work: Work, person: Person, conversation: Conversation) -> Screen:
    """Let what is typed from now on go to the other side, and say so."""
    await conversations.enter(work, person, conversation)
    item = await conversation_cards.item_of(work, conversation)
    side = conversation.side_of(person.id) or Side.OWNER
    text_id = conversation_cards.wording(work, conversation, f"talk-{side}")
    text = work.catalog.text(person.language, text_id, code=item.code)
    done = Button(work.catalog.label(person.language, "button-done"), tap=f"{UNTALK}{conversation.id}")
    return Screen(Content(text, ((done,),)), in_place=False, closes=False)


async def untalk(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle "done": what is typed means the bot again."""
    await conversations.leave(work, person)
    return people.with_menu(work, person, work.catalog.text(person.language, "talk-left"))


async def show(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show a conversation and all that can be done in it."""
    conversation = await conversations.own(work, person, incoming.after("talks:"))
    return await _card(work, person, conversation, "conversation-card")


async def of_claim(work: Work, person: Person, report: Report) -> Screen:
    """The conversation that an accepted claim has opened."""
    for conversation, _ in await conversations.of_person(work, person):
        if conversation.report_id == report.id:
            return await _card(work, person, conversation, "conversation-card")
    raise Refusal("conversation-over")


async def opened(work: Work, person: Person, conversation: Conversation) -> Screen:
    """What an owner sees who has just proven to be it."""
    screen = await _card(work, person, conversation, "conversation-opened")
    return Screen(screen.content, in_place=False)


async def share_command(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/share`: ask in which conversation, or at once where there is one."""
    going = await conversations.of_person(work, person)
    if not going:
        raise Refusal("share-nobody")
    if len(going) == 1:
        return await _ask_sure(work, person, going[0][0].id, "share")
    rows = tuple(
        (Button(_line(work, person, conversation, item.code), tap=f"share:{conversation.id}"),)
        for conversation, item in going
    )
    return Screen(Content(work.catalog.text(person.language, "share-which"), rows))


async def ask(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before something that changes a conversation: share, stop, complain, money."""
    verb, _, subject = (incoming.tap or "").partition(":")
    return await _ask_sure(work, person, subject, verb)


async def sure(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Do what was asked about."""
    verb, _, subject = incoming.after(SURE).partition(":")
    conversation, line = await _subject(work, person, subject)
    if verb == "share":
        await conversations.share(work, person, conversation, incoming.username)
    elif verb == "stop":
        await conversations.stop(work, person, conversation)
    elif verb in _COMPLAINTS:
        await conversations.complain(work, person, conversation, _COMPLAINTS[verb], line)
    else:
        raise Refusal("tap-stale")
    return Screen(Content(work.catalog.text(person.language, f"{verb}-done")))


async def absent(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "ask a volunteer" where the other side is gone."""
    await conversations.call_volunteer(work, person, incoming.after("absent:"))
    return Screen(Content(work.catalog.text(person.language, "complain-done")))


async def release(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "send it anyway" under a message that was held back."""
    await lines.release(work, person, incoming.after("anyway:"))
    return Screen(Content(work.catalog.text(person.language, "held-sent")))


async def drop(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "do not send" under a message that was held back."""
    await lines.drop(work, person, incoming.after("unsent:"))
    return Screen(Content(work.catalog.text(person.language, "held-dropped")))


async def rows(work: Work, person: Person) -> list[tuple[Button, ...]]:
    """A person's conversations as buttons of a list."""
    return [
        (Button(_line(work, person, conversation, item.code), tap=f"talks:{conversation.id}"),)
        for conversation, item in await conversations.of_person(work, person)
    ]


async def _passed_on(work: Work, person: Person, incoming: Incoming) -> Screen | None:
    """Pass a message on when it answers a line of a conversation, or the person is writing in one."""
    if people.menu_choice(work, incoming.text) is not None:
        await conversations.leave(work, person)
        return None
    present = await conversations.present(work, person)
    conversation = await _answered(work, person, incoming) or present
    if conversation is None:
        return None
    said = _said(incoming)
    if incoming.unfit or (not said.text and said.attachment is None):
        raise Refusal("conversation-only")
    outcome = await lines.say(work, person, conversation, said, incoming.source or 0)
    if present is not None and present.id == conversation.id:
        await conversations.enter(work, person, conversation)
    return _after(work, person, outcome)


async def _answered(work: Work, person: Person, incoming: Incoming) -> Conversation | None:
    """The conversation that a reply belongs to: by the line it answers, or by the card's button."""
    if incoming.reply_to is None:
        return None
    for data in incoming.reply_taps:
        if data.startswith((TALK, UNTALK)):
            return await conversations.own(work, person, data.removeprefix(UNTALK).removeprefix(TALK))
    return await conversations.answered(work, person, incoming.reply_to)


def _said(incoming: Incoming) -> Said:
    return Said(incoming.text, incoming.attachment)


def _after(work: Work, person: Person, outcome: Outcome) -> Screen:
    """A small sign when it was passed on; a question when it was held back."""
    if outcome.passed is not Passed.HELD or outcome.line is None:
        return Screen(acknowledged=outcome.passed is Passed.SENT)
    return _ask_held(work, person, outcome.line)


def _ask_held(work: Work, person: Person, line: Line) -> Screen:
    label = work.catalog.label
    anyway = Button(label(person.language, "button-anyway"), tap=f"anyway:{line.id}")
    unsent = Button(label(person.language, "button-unsent"), tap=f"unsent:{line.id}")
    text = work.catalog.text(person.language, "held-ask")
    return Screen(Content(text, ((unsent,), (anyway,))))


async def _ask_sure(work: Work, person: Person, subject: str, verb: str) -> Screen:
    conversation, _ = await _subject(work, person, subject)
    item = await conversation_cards.item_of(work, conversation)
    text = work.catalog.text(person.language, f"{verb}-ask", code=item.code)
    yes = Button(work.catalog.label(person.language, f"button-{verb}-sure"), tap=f"{SURE}{verb}:{subject}")
    no = Button(work.catalog.label(person.language, "button-back"), tap=f"talks:{conversation.id}")
    return Screen(Content(text, ((yes,), (no,))), in_place=False, closes=False)


async def _subject(work: Work, person: Person, subject: str) -> tuple[Conversation, Line | None]:
    """The conversation that a button names, by itself or by one of its lines."""
    line = await conversations.line(work, person, subject)
    found = await conversations.own(work, person, line.conversation_id if line else subject)
    return found, line


async def _card(work: Work, person: Person, conversation: Conversation, text_id: str) -> Screen:
    side = conversation.side_of(person.id) or Side.OWNER
    return Screen(await conversation_cards.card(work, conversation, side, person.language, text_id))


def _line(work: Work, person: Person, conversation: Conversation, code: str) -> str:
    side = (conversation.side_of(person.id) or Side.OWNER).other
    text_id = conversation_cards.wording(work, conversation, f"side-{side}")
    who = work.catalog.label(person.language, text_id)
    return work.catalog.label(person.language, "my-conversation", who=who, code=code)


_COMPLAINTS = {"money": CaseKind.MONEY, "complain": CaseKind.COMPLAINT}
