"""Conversations and their lines: what was said is sealed, and so is the handover code."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, and_, delete, exists, or_, select, update

from domain.conversations import Conversation, ConversationState, Line, LineState, Said, Side
from domain.messages import Attachment, AttachmentKind
from storage import outbox
from storage.schema import conversations, deliveries, lines, people
from storage.transaction import Transaction

_GOING = conversations.c.state != ConversationState.ENDED.value


async def add(tx: Transaction, conversation: Conversation) -> None:
    """Store a new conversation."""
    await tx.execute(
        conversations.insert().values(
            id=conversation.id,
            report_id=conversation.report_id or None,
            claim_id=conversation.claim_id or None,
            question_id=conversation.question_id or None,
            answer_id=conversation.answer_id or None,
            finder_id=conversation.finder_id,
            owner_id=conversation.owner_id,
            code=tx.vault.seal(conversation.code, f"conversations.code.{conversation.id}"),
            created_at=conversation.created_at,
            **_columns(conversation),
        )
    )


async def save(tx: Transaction, conversation: Conversation) -> None:
    """Store what may change about a conversation that goes on."""
    which = conversations.c.id == conversation.id
    await tx.execute(update(conversations).where(which).values(**_columns(conversation)))


async def end(tx: Transaction, conversation_id: str, now: datetime) -> None:
    """Close a conversation for good."""
    values = {"state": ConversationState.ENDED.value, "ended_at": now}
    await tx.execute(update(conversations).where(conversations.c.id == conversation_id).values(**values))


async def reopen(tx: Transaction, conversation: Conversation) -> None:
    """Take an end back: it goes on in the state given."""
    values = {**_columns(conversation), "ended_at": None}
    await tx.execute(update(conversations).where(conversations.c.id == conversation.id).values(**values))


async def ended_before(tx: Transaction, moment: datetime, limit: int) -> Sequence[str]:
    """The ids of conversations that ended before `moment` and still hold what was said."""
    said = exists().where(lines.c.conversation_id == conversations.c.id)
    which = and_(conversations.c.ended_at < moment, said)
    return list((await tx.execute(select(conversations.c.id).where(which).limit(limit))).scalars())


async def get(tx: Transaction, conversation_id: str) -> Conversation | None:
    """The conversation of that id, however it stands."""
    return await _first(tx, conversations.c.id == conversation_id)


async def of_report(tx: Transaction, report_id: str) -> Conversation | None:
    """The conversation about a report that goes on."""
    return await _first(tx, and_(conversations.c.report_id == report_id, _GOING))


async def of_person(tx: Transaction, person_id: str) -> Sequence[Conversation]:
    """The conversations of a person that go on, the liveliest first."""
    mine = or_(conversations.c.finder_id == person_id, conversations.c.owner_id == person_id)
    order = conversations.c.last_at.desc()
    rows = await tx.execute(select(conversations).where(mine, _GOING).order_by(order))
    return [_conversation(tx, row) for row in rows]


async def silent_since(tx: Transaction, moment: datetime, limit: int) -> Sequence[Conversation]:
    """Open conversations in which nothing happened since `moment`; a frozen one waits for moderators."""
    which = and_(conversations.c.state == ConversationState.OPEN.value, conversations.c.last_at < moment)
    rows = await tx.execute(select(conversations).where(which).order_by(conversations.c.last_at).limit(limit))
    return [_conversation(tx, row) for row in rows]


async def with_somebody_absent(tx: Transaction, limit: int) -> Sequence[tuple[Conversation, str]]:
    """Conversations one side of which is away, unless the other was told: with the absent person."""
    either = people.c.id.in_([conversations.c.finder_id, conversations.c.owner_id])
    rows = await tx.execute(
        select(conversations, people.c.id.label("absent"))
        .join(people, either)
        .where(_GOING, ~conversations.c.absence_told, ~people.c.reachable)
        .order_by(conversations.c.id)
        .limit(limit)
    )
    return [(_conversation(tx, row), row.absent) for row in rows]


async def mark_present(tx: Transaction, person_id: str) -> None:
    """Somebody is back: if they leave again, the other sides are to be told again."""
    theirs = or_(conversations.c.finder_id == person_id, conversations.c.owner_id == person_id)
    await tx.execute(update(conversations).where(theirs, _GOING).values(absence_told=False))


async def put_line(tx: Transaction, line: Line) -> None:
    """Store a line, or what has become of it."""
    row = {
        "delivery_id": line.delivery,
        "state": line.state.value,
        "said": tx.vault.seal(_written(line.said), f"lines.said.{line.id}"),
    }
    key = {"conversation_id": line.conversation_id, "side": line.side.value, "source": line.source}
    statement = tx.insert(lines).values(id=line.id, created_at=line.created_at, **key, **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[lines.c.id], set_=row))


async def get_line(tx: Transaction, line_id: str) -> Line | None:
    """The line of that id."""
    row = (await tx.execute(select(lines).where(lines.c.id == line_id))).first()
    return _line(tx, row) if row else None


async def line_from(tx: Transaction, conversation_id: str, side: Side, source: int) -> Line | None:
    """What became of a message in its author's chat: the line that was sent, else the newest of it."""
    which = (lines.c.conversation_id == conversation_id, lines.c.side == side.value, lines.c.source == source)
    rows = (await tx.execute(select(lines).where(*which).order_by(lines.c.id.desc()))).all()
    found = [_line(tx, row) for row in rows]
    sent = [line for line in found if line.state is LineState.SENT]
    return next(iter(sent or found), None)


async def line_shown_as(tx: Transaction, person_id: str, message: int) -> Line | None:
    """The line that a person reads as this message of the bot's."""
    which = and_(deliveries.c.recipient == person_id, deliveries.c.telegram_message == message)
    statement = select(lines).join(deliveries, deliveries.c.id == lines.c.delivery_id).where(which)
    row = (await tx.execute(statement.order_by(lines.c.id.desc()))).first()
    return _line(tx, row) if row else None


async def last_lines(tx: Transaction, conversation_id: str, limit: int) -> Sequence[Line]:
    """The newest lines that were sent, oldest of them first."""
    which = (lines.c.conversation_id == conversation_id, lines.c.state == LineState.SENT.value)
    rows = await tx.execute(select(lines).where(*which).order_by(lines.c.id.desc()).limit(limit))
    return [_line(tx, row) for row in reversed(rows.all())]


async def lines_of(tx: Transaction, conversation_id: str, side: Side) -> Sequence[Line]:
    """Everything one side said that is still held, oldest first."""
    which = (lines.c.conversation_id == conversation_id, lines.c.side == side.value)
    rows = await tx.execute(select(lines).where(*which).order_by(lines.c.id))
    return [_line(tx, row) for row in rows]


async def ever_of_person(tx: Transaction, person_id: str) -> Sequence[Conversation]:
    """Every conversation a person takes or took part in, oldest first."""
    mine = or_(conversations.c.finder_id == person_id, conversations.c.owner_id == person_id)
    rows = await tx.execute(select(conversations).where(mine).order_by(conversations.c.id))
    return [_conversation(tx, row) for row in rows]


async def drop_lines(tx: Transaction, conversation_id: str) -> None:
    """Forget everything that was said, and what of it still waits for somebody."""
    await _drop(tx, lines.c.conversation_id == conversation_id)


async def drop_lines_of(tx: Transaction, conversation_id: str, side: Side) -> None:
    """Forget everything that one side said, and what of it still waits for the other."""
    await _drop(tx, and_(lines.c.conversation_id == conversation_id, lines.c.side == side.value))


async def _drop(tx: Transaction, which: ColumnElement[bool]) -> None:
    carried = await tx.execute(select(lines.c.delivery_id).where(which, lines.c.delivery_id.is_not(None)))
    deliveries_ids = list(carried.scalars())
    await tx.execute(delete(lines).where(which))
    await outbox.forget(tx, deliveries_ids)


async def all_of_report(tx: Transaction, report_id: str) -> Sequence[Conversation]:
    """Every conversation there was about a report."""
    rows = await tx.execute(select(conversations).where(conversations.c.report_id == report_id))
    return [_conversation(tx, row) for row in rows]


async def all_of_question(tx: Transaction, question_id: str) -> Sequence[Conversation]:
    """Every conversation there was about the answers to a question."""
    rows = await tx.execute(select(conversations).where(conversations.c.question_id == question_id))
    return [_conversation(tx, row) for row in rows]


async def of_answer(tx: Transaction, answer_id: str) -> Conversation | None:
    """The conversation about an answer that goes on."""
    return await _first(tx, and_(conversations.c.answer_id == answer_id, _GOING))


async def _first(tx: Transaction, which: ColumnElement[bool]) -> Conversation | None:
    row = (await tx.execute(select(conversations).where(which))).first()
    return _conversation(tx, row) if row else None


def _columns(conversation: Conversation) -> dict[str, object]:
    return {
        "state": conversation.state.value,
        "code_tries": conversation.code_tries,
        "given": conversation.given,
        "received": conversation.received,
        "absence_told": conversation.absence_told,
        "last_at": conversation.last_at,
    }


def _conversation(tx: Transaction, row: Row[tuple[object, ...]]) -> Conversation:
    return Conversation(
        id=row.id,
        report_id=row.report_id or "",
        claim_id=row.claim_id or "",
        question_id=row.question_id or "",
        answer_id=row.answer_id or "",
        finder_id=row.finder_id,
        owner_id=row.owner_id,
        state=ConversationState(row.state),
        code=tx.vault.open(row.code, f"conversations.code.{row.id}"),
        code_tries=row.code_tries,
        given=row.given,
        received=row.received,
        absence_told=row.absence_told,
        created_at=row.created_at,
        last_at=row.last_at,
    )


def _written(said: Said) -> str:
    held = said.attachment
    attachment = {"kind": held.kind, "value": held.value, "name": held.name} if held else None
    return json.dumps({"text": said.text, "attachment": attachment}, ensure_ascii=False)


def _line(tx: Transaction, row: Row[tuple[object, ...]]) -> Line:
    said = json.loads(tx.vault.open(row.said, f"lines.said.{row.id}"))
    held = said["attachment"]
    attachment = Attachment(AttachmentKind(held["kind"]), held["value"], held["name"]) if held else None
    return Line(
        id=row.id,
        conversation_id=row.conversation_id,
        side=Side(row.side),
        source=row.source,
        delivery=row.delivery_id,
        state=LineState(row.state),
        said=Said(said["text"], attachment),
        created_at=row.created_at,
    )
