"""What is held of a person about doctors, and how they leave it: their questions and answers."""

from collections.abc import Mapping, Sequence

from domain.medical import LIVE_QUESTIONS, AnswerState, MedicalAnswer, MedicalQuestion, QuestionState
from domain.people import Person
from relay import cases, medical, medical_care, medical_rulings
from relay.work import Work
from storage import medical as stored

Held = Mapping[str, object]


async def questions(work: Work, person: Person) -> list[Held]:
    """Every question of a person that is held, as plain values with ISO 8601 moments."""
    return [_question(work, one) for one in await stored.all_of_asker(work.tx, person.id)]


async def answers(work: Work, person: Person) -> list[Held]:
    """Every answer of a person that is held."""
    return [await _answer(work, one) for one in await stored.answers_by(work.tx, person.id)]


async def lines(work: Work, person: Person) -> Sequence[str]:
    """A person's questions in a line each, for reading."""
    every = await stored.all_of_asker(work.tx, person.id)
    return [_line(work, person.language, one) for one in every]


async def end(work: Work, person: Person) -> None:
    """Take a person's questions back."""
    for question in await stored.all_of_asker(work.tx, person.id):
        if question.state in LIVE_QUESTIONS:
            await medical.finish(work, question, QuestionState.WITHDRAWN)


async def erase(work: Work, person: Person) -> None:
    """Forget what a person asked and answered; entries that came of it stay, and tell nothing of them."""
    for question in await stored.all_of_asker(work.tx, person.id):
        await medical_care.forget(work, question.id)
    for answer in await stored.answers_by(work.tx, person.id):
        await medical_rulings.withdraw_notice(work, answer)
        await stored.forget_answer(work.tx, answer.id)
        question = await medical.of_answer(work, answer)
        await cases.wipe_about(work, [answer.id], question.code)


def _question(work: Work, question: MedicalQuestion) -> Held:
    asked = question.asked
    return {
        "code": question.code,
        "state": medical.as_told(question, work),
        "speciality": asked.speciality if asked else None,
        "place": asked.place if asked else None,
        "patient": asked.patient if asked else None,
        "budget": asked.budget if asked else None,
        "urgency": asked.urgency if asked else None,
        "words": asked.words if asked else None,
        "asked_at": question.created_at.isoformat(),
    }


async def _answer(work: Work, answer: MedicalAnswer) -> Held:
    said = answer.said
    question = await medical.of_answer(work, answer)
    return {
        "question": question.code,
        "state": AnswerState.SENT if answer.state is AnswerState.SHADOWED else answer.state,
        "doctor": said.doctor if said else None,
        "clinic": said.clinic if said else None,
        "place": said.place if said else None,
        "phone": said.phone if said else None,
        "languages": list(said.languages) if said else None,
        "why": said.why if said else None,
        "works_there_or_is_paid": said.paid if said else None,
        "answered_at": answer.created_at.isoformat(),
    }


def _line(work: Work, language: str, question: MedicalQuestion) -> str:
    if question.asked is None:
        return question.code
    speciality = work.catalog.label(language, f"speciality-{question.asked.speciality}")
    return f"{question.code} · {speciality} · {question.asked.words}"
