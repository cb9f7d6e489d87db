"""Conversations: two people talk through the bot; words go to the other side, accounts do not."""

from dataclasses import replace
from datetime import timedelta

from domain.cases import CaseKind
from domain.claims import Claim, ClaimState
from domain.conversations import Conversation, ConversationState, Line, LineState, Said, Side
from domain.documents import Report, ReportState
from domain.errors import Refusal
from domain.ids import new_digits
from domain.medical import MedicalAnswer, MedicalQuestion
from domain.messages import Button, Content
from domain.people import Person
from locales.catalog import Html
from relay import cases, conversation_cards, posts
from relay.items import Find, Item
from relay.work import Work
from storage import claims, conversations, documents, people

TALKING_FOR = timedelta(minutes=30)
"""Who has written nothing for so long means the bot again, not the other side."""

SILENT_FOR = timedelta(days=14)
AT_ONCE = 50
NO_MESSAGE = 0
LEFT = "conversation-left"
CODE_LENGTH = 6


async def start(work: Work, report: Report, claim: Claim) -> Conversation:
    """Open the conversation between a report's finder and its proven owner; the finder is told."""
    conversation = Conversation(
        id=work.new_id(),
        report_id=report.id,
        claim_id=claim.id,
        finder_id=report.finder_id,
        owner_id=claim.person_id,
        state=ConversationState.OPEN,
        code=new_digits(work.ids.entropy, CODE_LENGTH),
        code_tries=0,
        given=False,
        received=False,
        absence_told=False,
        created_at=work.now,
        last_at=work.now,
    )
    await conversations.add(work.tx, conversation)
    await _tell(work, conversation, Side.FINDER, "conversation-opened")
    return conversation


async def start_medical(work: Work, question: MedicalQuestion, answer: MedicalAnswer) -> Conversation:
    """Open the conversation between who asked and who answered; nobody is told before something is said."""
    conversation = Conversation(
        id=work.new_id(),
        report_id="",
        claim_id="",
        finder_id=answer.author_id,
        owner_id=question.asker_id,
        state=ConversationState.OPEN,
        code="",
        code_tries=0,
        given=False,
        received=False,
        absence_told=False,
        created_at=work.now,
        last_at=work.now,
        question_id=question.id,
        answer_id=answer.id,
    )
    await conversations.add(work.tx, conversation)
    return conversation


async def own(work: Work, person: Person, conversation_id: str) -> Conversation:
    """A person's own conversation that goes on; Refusal when it is not theirs or is over."""
    found = await conversations.get(work.tx, conversation_id)
    if found is None or found.side_of(person.id) is None:
        raise Refusal("conversation-gone")
    if found.state is ConversationState.ENDED:
        raise Refusal("conversation-over")
    return found


async def of_person(work: Work, person: Person) -> list[tuple[Conversation, Item]]:
    """The conversations of a person that go on, each with what it is about."""
    return [
        (conversation, await conversation_cards.item_of(work, conversation))
        for conversation in await conversations.of_person(work.tx, person.id)
    ]


async def report_of(work: Work, conversation: Conversation) -> Report:
    """The report that a conversation between a finder and an owner is about."""
    report = await documents.get(work.tx, conversation.report_id)
    if report is None:
        raise LookupError("a conversation without its report")
    return report


async def enter(work: Work, person: Person, conversation: Conversation) -> Person:
    """From now on what the person types goes to the other side; Refusal while it is frozen."""
    if conversation.state is ConversationState.FROZEN:
        raise Refusal("conversation-frozen")
    person = replace(person, talking=conversation.id, talking_until=work.now + TALKING_FOR)
    await people.save(work.tx, person)
    return person


async def leave(work: Work, person: Person) -> Person:
    """What the person types means the bot again."""
    if person.talking is None:
        return person
    person = replace(person, talking=None, talking_until=None)
    await people.save(work.tx, person)
    return person


async def present(work: Work, person: Person) -> Conversation | None:
    """The conversation that what a person types goes to now."""
    if person.talking is None or person.talking_until is None or person.talking_until < work.now:
        return None
    found = await conversations.get(work.tx, person.talking)
    return found if found and found.state is not ConversationState.ENDED else None


async def answered(work: Work, person: Person, message: int) -> Conversation | None:
    """The conversation of the line that a person replies to, the other side's or their own.

    Refusal when it is over: what is meant for one must never reach another.
    """
    line = await conversations.line_shown_as(work.tx, person.id, message)
    if line is not None:
        return await own(work, person, line.conversation_id)
    for talk in await conversations.ever_of_person(work.tx, person.id):
        if await conversations.line_from(work.tx, talk.id, _side(talk, person), message) is not None:
            return await own(work, person, talk.id)
    return None


async def line(work: Work, person: Person, line_id: str) -> Line | None:
    """A line that this person was sent; None when it is no such thing."""
    found = await conversations.get_line(work.tx, line_id)
    if found is None:
        return None
    conversation = await own(work, person, found.conversation_id)
    return found if conversation.side_of(person.id) is found.side.other else None


async def stop(work: Work, person: Person, conversation: Conversation) -> None:
    """End a conversation because one side wants no more of it; the other is told, and may ask a volunteer.

    A finder who has stopped is not bothered by the same claim again, unless a volunteer connects them.
    """
    side = _side(conversation, person)
    claim = ClaimState.STOPPED if side is Side.FINDER else ClaimState.DROPPED
    await close(work, conversation, "conversation-stopped", tell=(side.other,), claim=claim)


async def call_volunteer(work: Work, person: Person, conversation_id: str) -> None:
    """Call moderators to a conversation whose other side is gone, even when it is over."""
    conversation = await conversations.get(work.tx, conversation_id)
    side = conversation.side_of(person.id) if conversation else None
    item = await conversation_cards.item_of(work, conversation) if conversation else None
    if conversation is None or side is None or item is None or not item.is_public:
        raise Refusal("conversation-gone")
    if await cases.is_open(work, conversation.id, CaseKind.ABSENCE):
        raise Refusal("complaint-again")
    await cases.open_case(
        work,
        CaseKind.ABSENCE,
        item.code,
        report_id=conversation.report_id,
        subject=conversation.id,
        about_id=conversation.person_on(side.other),
        opened_by=person.id,
        details={"side": side.value},
    )


async def freeze(work: Work, conversation: Conversation) -> None:
    """Carry nothing more until moderators have looked; both are told."""
    if conversation.state is not ConversationState.OPEN:
        return
    frozen = replace(conversation, state=ConversationState.FROZEN)
    await conversations.save(work.tx, frozen)
    await people.stop_talking(work.tx, conversation.id)
    for side in Side:
        await _tell_line(work, conversation, side, "conversation-frozen-notice")


async def thaw(work: Work, conversation: Conversation) -> None:
    """Let a conversation go on; both are told."""
    if conversation.state is ConversationState.ENDED:
        raise Refusal("conversation-over")
    going = replace(conversation, state=ConversationState.OPEN, last_at=work.now)
    await conversations.save(work.tx, going)
    for side in Side:
        await _tell(work, going, side, "conversation-resumed")


async def complain(
    work: Work, person: Person, conversation: Conversation, kind: CaseKind, line: Line | None
) -> None:
    """Call moderators to a conversation; asked for money, it is frozen. Once for each reason."""
    side = _side(conversation, person)
    if kind is CaseKind.MONEY:
        await freeze(work, conversation)
    if await cases.is_open(work, conversation.id, kind):
        raise Refusal("complaint-again")
    details = {"side": side.value, "line": line.id if line else ""}
    await cases.open_case(
        work,
        kind,
        (await conversation_cards.item_of(work, conversation)).code,
        report_id=conversation.report_id,
        subject=conversation.id,
        about_id=conversation.person_on(side.other),
        opened_by=person.id,
        details=details,
    )


async def close(
    work: Work,
    conversation: Conversation,
    text_id: str,
    *,
    tell: tuple[Side, ...] = tuple(Side),
    claim: ClaimState = ClaimState.DROPPED,
) -> None:
    """End a conversation and its claim; a report that was claimed by it is open again."""
    await hang_up(work, conversation)
    await release(work, conversation, claim)
    for side in tell:
        await _tell_line(work, conversation, side, text_id, _after_end(work, conversation, side, text_id))


async def hang_up(work: Work, conversation: Conversation) -> None:
    """End a conversation, whatever becomes of its report; what moderators were asked about it is settled.

    A complaint is not: whoever is complained of could settle it by leaving.
    """
    await conversations.end(work.tx, conversation.id, work.now)
    await people.stop_talking(work.tx, conversation.id)
    if not await cases.is_open(work, conversation.id, CaseKind.MONEY, CaseKind.COMPLAINT):
        await cases.settle(work, conversation.id)


async def release(work: Work, conversation: Conversation, state: ClaimState = ClaimState.DROPPED) -> None:
    """End the claim behind a conversation, if there is one: its report can be claimed by others."""
    if conversation.is_medical:
        return
    claim = await claims.get(work.tx, conversation.claim_id)
    if claim is not None and claim.state is ClaimState.ACCEPTED:
        await claims.save(work.tx, replace(claim, state=state))
    report = await report_of(work, conversation)
    if report.state is ReportState.CLAIMED:
        report = replace(report, state=ReportState.OPEN)
        await documents.save(work.tx, report)
        await posts.refresh(work, Find(report))


async def end_silent(work: Work) -> int:
    """End conversations in which nothing happened for 14 days; how many."""
    silent = await conversations.silent_since(work.tx, work.now - SILENT_FOR, AT_ONCE)
    for conversation in silent:
        await close(work, conversation, "conversation-silent")
    return len(silent)


async def tell_absence(work: Work) -> int:
    """Tell the other side of everybody who cannot be reached any more, once; how many were told."""
    absent = await conversations.with_somebody_absent(work.tx, AT_ONCE)
    for conversation, person_id in absent:
        side = conversation.side_of(person_id)
        if side is not None:
            await _tell_line(work, conversation, side.other, "conversation-absent", _ask(work, conversation))
        await conversations.save(work.tx, replace(conversation, absence_told=True))
    return len(absent)


async def touch(work: Work, conversation: Conversation) -> None:
    """Note that something happened in it."""
    await conversations.save(work.tx, replace(conversation, last_at=work.now))


async def share(work: Work, person: Person, conversation: Conversation, username: str | None) -> None:
    """Give the other side this person's account, by their own choice."""
    if conversation.state is ConversationState.FROZEN:
        raise Refusal("conversation-frozen")
    side = _side(conversation, person)
    if person.is_shadowed:
        return
    other = await work.person(conversation.person_on(side.other))
    address = f"https://t.me/{username}" if username else f"tg://user?id={person.telegram_id}"
    who = conversation_cards.wording(work, conversation, f"side-{side}")
    label = f"@{username}" if username else work.catalog.label(other.language, who)
    item = await conversation_cards.item_of(work, conversation)
    contact = Html(f'<a href="{address}">{label}</a>')
    text = work.catalog.text(other.language, "share-received", contact=contact, code=item.code)
    delivery = await work.tell(
        other.id, Content(text, (conversation_cards.write_button(work, other.language, conversation),))
    )
    await conversations.put_line(work.tx, _shared(work, conversation, side, delivery))


def _shared(work: Work, conversation: Conversation, side: Side, delivery: str) -> Line:
    """A contact that was given counts as a line, so that it is forgotten with all that was said."""
    return Line(
        id=work.new_id(),
        conversation_id=conversation.id,
        side=side,
        source=NO_MESSAGE,
        delivery=delivery,
        state=LineState.SENT,
        said=Said("📱"),
        created_at=work.now,
    )


def _side(conversation: Conversation, person: Person) -> Side:
    side = conversation.side_of(person.id)
    if side is None:
        raise Refusal("conversation-gone")
    return side


async def _tell(work: Work, conversation: Conversation, side: Side, text_id: str) -> None:
    person = await work.person(conversation.person_on(side))
    content = await conversation_cards.card(work, conversation, side, person.language, text_id)
    delivery = await work.tell(person.id, content)
    if not conversation.is_medical:
        await posts.mention(work, await report_of(work, conversation), delivery)


async def _tell_line(
    work: Work,
    conversation: Conversation,
    side: Side,
    text_id: str,
    button: tuple[str, str] | None = None,
) -> None:
    person = await work.person(conversation.person_on(side))
    item = await conversation_cards.item_of(work, conversation)
    text = work.catalog.text(
        person.language, conversation_cards.wording(work, conversation, text_id), code=item.code
    )
    label, data = button or ("", "")
    rows = ((Button(work.catalog.label(person.language, label), tap=data),),) if button else ()
    await work.tell(person.id, Content(text, rows))


def _ask(_: Work, conversation: Conversation) -> tuple[str, str]:
    return "button-ask-volunteer", f"absent:{conversation.id}"


def _after_end(work: Work, conversation: Conversation, side: Side, text_id: str) -> tuple[str, str]:
    """What is left to do: the owner may call a volunteer, the finder look at their reports.

    A finder who has left for good took the report along: its owner can only wait for another find.
    """
    if side is Side.FINDER or conversation.is_medical:
        return "menu-my", "my"
    return ("button-watch", "lost") if text_id == LEFT else _ask(work, conversation)
