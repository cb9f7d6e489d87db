"""Care for medical questions: askers are asked in time, what runs out ends with what was found."""

from datetime import datetime, timedelta
from typing import Final

from domain.conversations import ConversationState
from domain.medical import AnswerState, Mark, MedicalQuestion, QuestionState
from domain.messages import Button, Content
from locales.catalog import Html
from relay import cases, conversations, doctor_cards, doctors, medical, posts
from relay.referrals import Referral
from relay.work import Work
from storage import conversations as stored_talks
from storage import medical as stored
from storage import outbox

ASKED_AFTER: Final = (timedelta(days=7), timedelta(days=21))
"""So long after asking, or after the last "still looking", the asker is asked whether it still holds."""

AT_ONCE: Final = 50
SHOWN: Final = 3


async def look_after(work: Work) -> int:
    """Ask the askers of questions that are due, and end what ran out; how many were looked at."""
    due = await stored.due(work.tx, work.now, AT_ONCE)
    for question in due:
        await _look_after(work, question)
    return len(due)


async def wipe(work: Work) -> int:
    """Forget everything personal in questions that ended 3 days ago; how many."""
    old = await stored.unwiped(work.tx, work.now - work.policy.wiped_after, AT_ONCE)
    for question_id in old:
        await forget(work, question_id)
    return len(old)


async def forget(work: Work, question_id: str) -> None:
    """Wipe a question that has ended, its answers, and all that was said about them."""
    question = await stored.get(work.tx, question_id)
    if question is None:
        return
    answers = await stored.answers_to(work.tx, question_id)
    shown = [await stored.delivery_of(work.tx, answer.id) for answer in answers]
    past = Content(work.catalog.text((await work.person(question.asker_id)).language, "answer-past"))
    for delivery in filter(None, shown):
        await outbox.overwrite(work.tx, delivery, past)
    talks = await stored_talks.all_of_question(work.tx, question_id)
    for talk in talks:
        if talk.state is not ConversationState.ENDED:
            await conversations.hang_up(work, talk)
        await stored_talks.drop_lines(work.tx, talk.id)
    subjects = [question_id, *(answer.id for answer in answers), *(talk.id for talk in talks)]
    await cases.wipe_about(work, subjects, question.code)
    await stored.wipe(work.tx, question_id, work.now)
    await posts.forget(work, Referral(question))


async def _look_after(work: Work, question: MedicalQuestion) -> None:
    end = question.renewed_at + work.policy.open_for
    if end <= work.now:
        await expire(work, question)
        return
    asked = [question.renewed_at + after for after in ASKED_AFTER]
    if any(at <= work.now for at in asked) and question.state is QuestionState.OPEN:
        await _ask(work, question)
    await stored.look_again(work.tx, question.id, _next(asked, end, work.now))


def _next(asked: list[datetime], end: datetime, now: datetime) -> datetime:
    return min([at for at in asked if at > now], default=end)


async def expire(work: Work, question: MedicalQuestion) -> None:
    """End a question that nobody has renewed; its asker hears what could be found."""
    await medical.finish(work, question, QuestionState.EXPIRED)
    asker = await work.person(question.asker_id)
    if asker.is_gone or question.asked is None:
        return
    known = await doctors.known(work, question.asked.speciality, question.asked.place, SHOWN)
    cards = doctor_cards.fitting(work, asker.language, known)
    answers = await stored.answers_to(work.tx, question.id)
    sent = [answer for answer in answers if answer.state is AnswerState.SENT]
    text = work.catalog.text(
        asker.language,
        "medical-expired",
        code=question.code,
        count=len(sent),
        helped=sum(answer.mark is Mark.HELPED for answer in sent),
    )
    if cards:
        text = f"{text}\n\n{work.catalog.text(asker.language, 'medical-expired-known', cards=Html(cards))}"
    again = Button(work.catalog.label(asker.language, "button-ask-again"), tap=f"still:{question.id}")
    await work.tell(asker.id, Content(text, ((again,),)))


async def _ask(work: Work, question: MedicalQuestion) -> None:
    """Ask whether a doctor is still looked for."""
    asker = await work.person(question.asker_id)
    label = work.catalog.label
    title = Referral(question).title(work, asker.language)
    text = work.catalog.text(asker.language, "medical-still-looking", title=title, code=question.code)
    found = Button(label(asker.language, "button-medical-found"), tap=f"foundit:{question.id}")
    still = Button(label(asker.language, "button-medical-still"), tap=f"still:{question.id}")
    await work.tell(asker.id, Content(text, ((found,), (still,))))
