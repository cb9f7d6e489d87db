"""Medical questions and their answers: every word of them sealed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select, update

from domain.medical import (
    LIVE_QUESTIONS,
    AnswerState,
    Asked,
    Budget,
    Mark,
    MedicalAnswer,
    MedicalQuestion,
    Patient,
    QuestionState,
    Recommended,
    Source,
    Urgency,
)
from domain.specialities import Speciality
from storage.schema import deliveries, medical_answers, medical_questions
from storage.transaction import Transaction

_LIVE = medical_questions.c.state.in_([state.value for state in LIVE_QUESTIONS])


async def add(tx: Transaction, question: MedicalQuestion) -> None:
    """Store a new question."""
    key = {"id": question.id, "code": question.code, "asker_id": question.asker_id}
    row = {**key, "created_at": question.created_at, **_columns(tx, question)}
    await tx.execute(medical_questions.insert().values(**row))


async def save(tx: Transaction, question: MedicalQuestion) -> None:
    """Store what has become of a question; the clock looks at it again."""
    which = medical_questions.c.id == question.id
    await tx.execute(update(medical_questions).where(which).values(**_columns(tx, question)))


async def get(tx: Transaction, question_id: str) -> MedicalQuestion | None:
    """The question of that id."""
    return await _first(tx, medical_questions.c.id == question_id)


async def find_code(tx: Transaction, code: str) -> MedicalQuestion | None:
    """The question that is called so in public."""
    return await _first(tx, medical_questions.c.code == code)


async def of_asker(tx: Transaction, person_id: str, limit: int) -> Sequence[MedicalQuestion]:
    """A person's questions that have not ended, newest first."""
    order = medical_questions.c.created_at.desc()
    which = and_(medical_questions.c.asker_id == person_id, _LIVE)
    rows = await tx.execute(select(medical_questions).where(which).order_by(order).limit(limit))
    return [_question(tx, row) for row in rows]


async def all_of_asker(tx: Transaction, person_id: str) -> Sequence[MedicalQuestion]:
    """Every question a person ever asked, oldest first."""
    which = medical_questions.c.asker_id == person_id
    rows = await tx.execute(select(medical_questions).where(which).order_by(medical_questions.c.id))
    return [_question(tx, row) for row in rows]


async def due(tx: Transaction, now: datetime, limit: int) -> Sequence[MedicalQuestion]:
    """Questions that are to be looked at by now, longest due first, locked."""
    rows = await tx.execute(
        select(medical_questions)
        .where(medical_questions.c.care_at <= now)
        .order_by(medical_questions.c.care_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [_question(tx, row) for row in rows]


async def look_again(tx: Transaction, question_id: str, care_at: datetime) -> None:
    """Note when the clock is to look at a question next."""
    which = medical_questions.c.id == question_id
    await tx.execute(update(medical_questions).where(which).values(care_at=care_at))


async def unwiped(tx: Transaction, moment: datetime, limit: int) -> Sequence[str]:
    """The ids of questions that ended before `moment` and still say something."""
    which = and_(medical_questions.c.ended_at < moment, medical_questions.c.wiped_at.is_(None))
    order = medical_questions.c.ended_at
    rows = await tx.execute(select(medical_questions.c.id).where(which).order_by(order).limit(limit))
    return list(rows.scalars())


async def wipe(tx: Transaction, question_id: str, now: datetime) -> None:
    """Forget the words of a question and of all its answers."""
    mine = medical_questions.c.id == question_id
    await tx.execute(update(medical_questions).where(mine).values(asked=None, wiped_at=now, care_at=None))
    theirs = medical_answers.c.question_id == question_id
    await tx.execute(update(medical_answers).where(theirs).values(said=None, phone=None, delivery_id=None))


async def put_answer(tx: Transaction, answer: MedicalAnswer) -> None:
    """Store an answer, or what has become of it."""
    row = {
        "source": answer.source.value,
        "state": answer.state.value,
        "mark": answer.mark.value if answer.mark else None,
        "entry_id": answer.entry_id,
        "said": _sealed_answer(tx, answer),
        "phone": _phone(tx, answer),
    }
    key = {"id": answer.id, "question_id": answer.question_id, "author_id": answer.author_id}
    statement = tx.insert(medical_answers).values(**key, created_at=answer.created_at, **row)
    await tx.execute(statement.on_conflict_do_update(index_elements=[medical_answers.c.id], set_=row))


async def delivered(tx: Transaction, answer_id: str, delivery: str) -> None:
    """Note the delivery by which an answer reaches the asker."""
    which = medical_answers.c.id == answer_id
    await tx.execute(update(medical_answers).where(which).values(delivery_id=delivery))


async def delivery_of(tx: Transaction, answer_id: str) -> str | None:
    """The delivery by which an answer reached the asker."""
    which = medical_answers.c.id == answer_id
    return (await tx.execute(select(medical_answers.c.delivery_id).where(which))).scalar()


async def forget_answer(tx: Transaction, answer_id: str) -> None:
    """Forget the words of an answer; one that waited or was passed on is taken back."""
    values = {"state": AnswerState.RETRACTED.value, "said": None, "phone": None, "delivery_id": None}
    await tx.execute(update(medical_answers).where(medical_answers.c.id == answer_id).values(**values))


async def get_answer(tx: Transaction, answer_id: str) -> MedicalAnswer | None:
    """The answer of that id."""
    return await _first_answer(tx, medical_answers.c.id == answer_id)


async def shown_as(tx: Transaction, person_id: str, message: int) -> MedicalAnswer | None:
    """The answer that a person reads as this message of the bot's."""
    shown = and_(deliveries.c.recipient == person_id, deliveries.c.telegram_message == message)
    statement = select(medical_answers).join(deliveries, deliveries.c.id == medical_answers.c.delivery_id)
    row = (await tx.execute(statement.where(shown))).first()
    return _answer(tx, row) if row else None


async def answers_to(tx: Transaction, question_id: str) -> Sequence[MedicalAnswer]:
    """Every answer to a question, oldest first."""
    return await _answers(tx, medical_answers.c.question_id == question_id)


async def answers_by(tx: Transaction, person_id: str) -> Sequence[MedicalAnswer]:
    """Every answer a person ever gave, oldest first."""
    return await _answers(tx, medical_answers.c.author_id == person_id)


async def is_helped(tx: Transaction, question_id: str) -> bool:
    """Whether one of the answers helped."""
    which = (medical_answers.c.question_id == question_id, medical_answers.c.mark == Mark.HELPED.value)
    return (await tx.execute(select(medical_answers.c.id).where(*which).limit(1))).first() is not None


async def with_phone(tx: Transaction, phone: str, since: datetime) -> tuple[int, int]:
    """How many questions got an answer with this number since then, and from how many people."""
    row = (
        await tx.execute(
            select(
                func.count(medical_answers.c.question_id.distinct()).label("questions"),
                func.count(medical_answers.c.author_id.distinct()).label("people"),
            ).where(medical_answers.c.phone == _hashed(tx, phone), medical_answers.c.created_at >= since)
        )
    ).one()
    return int(row.questions), int(row.people)


async def count_answered(tx: Transaction, since: datetime, until: datetime) -> int:
    """How many questions got an answer that reached the asker, from `since` until before `until`."""
    counted = select(func.count(medical_answers.c.question_id.distinct())).where(
        medical_answers.c.state == AnswerState.SENT.value,
        medical_answers.c.created_at >= since,
        medical_answers.c.created_at < until,
    )
    return int((await tx.execute(counted)).scalar_one())


async def _first(tx: Transaction, which: ColumnElement[bool]) -> MedicalQuestion | None:
    row = (await tx.execute(select(medical_questions).where(which))).first()
    return _question(tx, row) if row else None


async def _first_answer(tx: Transaction, which: ColumnElement[bool]) -> MedicalAnswer | None:
    row = (await tx.execute(select(medical_answers).where(which))).first()
    return _answer(tx, row) if row else None


async def _answers(tx: Transaction, which: ColumnElement[bool]) -> Sequence[MedicalAnswer]:
    rows = await tx.execute(select(medical_answers).where(which).order_by(medical_answers.c.id))
    return [_answer(tx, row) for row in rows]


def _columns(tx: Transaction, question: MedicalQuestion) -> dict[str, Any]:
    return {
        "state": question.state.value,
        "asked": _sealed_question(tx, question),
        "renewed_at": question.renewed_at,
        "ended_at": question.ended_at,
        "care_at": question.renewed_at if question.state in LIVE_QUESTIONS else None,
    }


def _sealed_question(tx: Transaction, question: MedicalQuestion) -> bytes | None:
    asked = question.asked
    if asked is None:
        return None
    written = {
        "speciality": asked.speciality.value,
        "place": asked.place,
        "patient": asked.patient.value,
        "budget": asked.budget.value,
        "urgency": asked.urgency.value,
        "words": asked.words,
    }
    return tx.vault.seal(json.dumps(written, ensure_ascii=False), f"medical_questions.asked.{question.id}")


def _question(tx: Transaction, row: Row[tuple[object, ...]]) -> MedicalQuestion:
    return MedicalQuestion(
        id=row.id,
        code=row.code,
        asker_id=row.asker_id,
        state=QuestionState(row.state),
        asked=_asked(json.loads(tx.vault.open(row.asked, f"medical_questions.asked.{row.id}")))
        if row.asked
        else None,
        created_at=row.created_at,
        renewed_at=row.renewed_at,
        ended_at=row.ended_at,
    )


def _asked(written: Mapping[str, str]) -> Asked:
    return Asked(
        Speciality(written["speciality"]),
        written["place"],
        Patient(written["patient"]),
        Budget(written["budget"]),
        Urgency(written["urgency"]),
        written["words"],
    )


def _sealed_answer(tx: Transaction, answer: MedicalAnswer) -> bytes | None:
    said = answer.said
    if said is None:
        return None
    written = {
        "doctor": said.doctor,
        "clinic": said.clinic,
        "place": said.place,
        "phone": said.phone,
        "languages": list(said.languages),
        "why": said.why,
        "paid": said.paid,
    }
    return tx.vault.seal(json.dumps(written, ensure_ascii=False), f"medical_answers.said.{answer.id}")


def _phone(tx: Transaction, answer: MedicalAnswer) -> bytes | None:
    return _hashed(tx, answer.said.phone) if answer.said and answer.said.phone else None


def _hashed(tx: Transaction, phone: str) -> bytes:
    return tx.vault.digest("clinic phone", phone)


def _answer(tx: Transaction, row: Row[tuple[object, ...]]) -> MedicalAnswer:
    return MedicalAnswer(
        id=row.id,
        question_id=row.question_id,
        author_id=row.author_id,
        source=Source(row.source),
        state=AnswerState(row.state),
        mark=Mark(row.mark) if row.mark else None,
        entry_id=row.entry_id,
        said=_said(json.loads(tx.vault.open(row.said, f"medical_answers.said.{row.id}")))
        if row.said
        else None,
        created_at=row.created_at,
    )


def _said(written: dict[str, Any]) -> Recommended:
    return Recommended(**{**written, "languages": tuple(written["languages"])})
