"""Rulings about medical questions and answers: what a decision does, and how it is taken back."""

from collections.abc import Mapping
from dataclasses import replace

from domain.cases import Case, CaseKind, Decision, Reason
from domain.errors import Refusal
from domain.medical import AnswerState, MedicalAnswer, MedicalQuestion, QuestionState
from domain.messages import Content
from relay import medical, medical_answers
from relay.decisions import Former, Ruling
from relay.work import Work
from storage import medical as stored
from storage import outbox


async def _publish(work: Work, case: Case, _: Reason | None) -> Former:
    question = await _question(work, case, QuestionState.QUEUED)
    await medical.publish(work, question)
    return await _tell(work, question.asker_id, "medical-approved", code=question.code)


async def _unpublish(work: Work, case: Case) -> None:
    question = await _question(work, case, QuestionState.OPEN)
    queued = replace(question, state=QuestionState.QUEUED)
    await stored.save(work.tx, queued)
    await medical.close_posts(work, queued)
    await _take_back(work, case, question.asker_id, question.code)


async def _reject(work: Work, case: Case, reason: Reason | None) -> Former:
    question = await _question(work, case, QuestionState.QUEUED)
    await medical.finish(work, question, QuestionState.REJECTED)
    return await _tell_reason(work, question.asker_id, "medical-rejected", question.code, reason)


async def _unreject(work: Work, case: Case) -> None:
    question = await _question(work, case, QuestionState.REJECTED)
    if question.asked is None:
        raise Refusal("undo-impossible")
    await stored.save(work.tx, replace(question, state=QuestionState.QUEUED, ended_at=None))
    await _take_back(work, case, question.asker_id, question.code)


async def _pass_on(work: Work, case: Case, _: Reason | None) -> Former:
    answer = await _answer(work, case, AnswerState.QUEUED)
    await medical_answers.approve(work, answer)
    return await _tell(work, answer.author_id, "answer-approved", code=await _code(work, answer))


async def _call_back(work: Work, case: Case) -> None:
    """Take an answer away from who asked; one they have marked has done its work."""
    answer = await _answer(work, case, AnswerState.SENT)
    if answer.mark is not None:
        raise Refusal("undo-impossible")
    await stored.put_answer(work.tx, replace(answer, state=AnswerState.QUEUED))
    await withdraw_notice(work, answer)
    await _take_back(work, case, answer.author_id, await _code(work, answer))


async def _turn_down(work: Work, case: Case, reason: Reason | None) -> Former:
    answer = await _answer(work, case, AnswerState.QUEUED)
    await stored.put_answer(work.tx, replace(answer, state=AnswerState.REJECTED))
    return await _tell_reason(work, answer.author_id, "answer-rejected", await _code(work, answer), reason)


async def _take_up(work: Work, case: Case) -> None:
    answer = await _answer(work, case, AnswerState.REJECTED)
    if answer.said is None:
        raise Refusal("undo-impossible")
    await stored.put_answer(work.tx, replace(answer, state=AnswerState.QUEUED))
    await _take_back(work, case, answer.author_id, await _code(work, answer))


RULINGS: Mapping[tuple[CaseKind, Decision], Ruling] = {
    (CaseKind.QUESTION, Decision.APPROVE): Ruling(_publish, _unpublish),
    (CaseKind.QUESTION, Decision.REJECT): Ruling(_reject, _unreject),
    (CaseKind.ANSWER, Decision.APPROVE): Ruling(_pass_on, _call_back),
    (CaseKind.ANSWER, Decision.REJECT): Ruling(_turn_down, _take_up),
}


async def withdraw_notice(work: Work, answer: MedicalAnswer) -> None:
    """Say to who asked that an answer was taken back, in its place."""
    delivery = await stored.delivery_of(work.tx, answer.id)
    question = await stored.get(work.tx, answer.question_id)
    if delivery is None or question is None:
        return
    asker = await work.person(question.asker_id)
    content = Content(work.catalog.text(asker.language, "answer-withdrawn", code=question.code))
    await work.amend(delivery, asker.id, content, or_delete=True)
    await outbox.overwrite(work.tx, delivery, content)


async def _question(work: Work, case: Case, state: QuestionState) -> MedicalQuestion:
    question = await stored.get(work.tx, case.subject)
    if question is None or question.state is not state:
        raise Refusal("case-moved-on")
    return question


async def _answer(work: Work, case: Case, state: AnswerState) -> MedicalAnswer:
    answer = await stored.get_answer(work.tx, case.subject)
    if answer is None or answer.state is not state:
        raise Refusal("case-moved-on")
    return answer


async def _code(work: Work, answer: MedicalAnswer) -> str:
    question = await stored.get(work.tx, answer.question_id)
    return question.code if question else "—"


async def _tell(work: Work, person_id: str, text_id: str, **values: str) -> Former:
    """Tell somebody what was decided, unless they have erased themselves."""
    person = await work.person(person_id)
    if person.is_gone:
        return {}
    text = work.catalog.text(person.language, text_id, **values)
    return {"notice": await work.tell(person.id, Content(text))}


async def _tell_reason(work: Work, person_id: str, text_id: str, code: str, reason: Reason | None) -> Former:
    person = await work.person(person_id)
    said = work.catalog.label(person.language, f"rejected-{reason or Reason.OTHER}")
    return await _tell(work, person_id, text_id, code=code, reason=said)


async def _take_back(work: Work, case: Case, person_id: str, code: str) -> None:
    """Say in place of a decision that it was taken back."""
    if "notice" not in case.former:
        return
    person = await work.person(person_id)
    content = Content(work.catalog.text(person.language, "decision-undone", code=code))
    await work.amend(case.former["notice"], person.id, content)
