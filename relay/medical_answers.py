"""Answers to medical questions: given, looked at where they could harm, passed on, marked by who asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from domain.cases import CaseKind
from domain.conversations import Conversation
from domain.errors import Refusal
from domain.forms import Draft
from domain.medical import (
    AnswerState,
    Mark,
    MedicalAnswer,
    MedicalQuestion,
    QuestionState,
    Recommended,
    Source,
)
from domain.messages import Button, Content
from domain.people import Person
from locales.catalog import clipped
from relay import (
    adverts,
    caps,
    cases,
    contacts,
    conversations,
    doctors,
    medical_cards,
    medical_form,
    remedies,
)
from relay.caps import Cap
from relay.contacts import Contact
from relay.work import Work
from storage import conversations as stored_talks
from storage import drafts, medical

LONGEST_REPLY: Final = 1500
"""So much of a reply is passed on: with a long question above it, it still fits the card of moderators."""

SAME_PHONE: Final = 3
"""A number under so many questions …"""

SAME_PHONE_WITHIN: Final = timedelta(days=30)
"""… within this time is a seller's rather than a patient's; one that many people name is a good clinic's."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given. `dosed`: its words advised medicine and were left out of it."""

    answer: MedicalAnswer
    question: MedicalQuestion
    dosed: bool = False


def recommended(answers: Mapping[str, str]) -> Recommended:
    """What a filled form recommends; Refusal when it names nobody."""
    said = Recommended(
        doctor=answers.get("doctor", ""),
        clinic=answers.get("clinic", ""),
        place=answers.get("city", ""),
        phone=answers.get("phone", ""),
        languages=tuple(code for code in answers.get("languages", "").split(",") if code),
        why=answers.get("why", ""),
        paid=answers.get("paid") == "yes",
    )
    if not (said.doctor or said.clinic):
        raise Refusal("recommend-nobody")
    return said


async def recommend(work: Work, person: Person, draft: Draft) -> Given:
    """Give the answer of a filled form, or complete the reply it is about.

    Refusal when the question has ended, is the person's own, or over the daily cap.
    """
    said = recommended(draft.answers)
    reply = await medical.get_answer(work.tx, draft.subject or "")
    if reply is not None and not _can_be_completed(person, reply):
        raise Refusal("tap-stale")
    question = await _open(work, person, reply.question_id if reply else draft.subject or "")
    await drafts.drop(work.tx, person.id)
    if reply is not None:
        return await _let_through(work, person, question, replace(reply, said=said, entry_id=None))
    await caps.spend(work, person, Cap.ANSWER)
    return await _let_through(work, person, question, _new(work, person, question, Source.FORM, said))


async def reply(
    work: Work, person: Person, question: MedicalQuestion, words: str, source: Source
) -> Given | None:
    """Take somebody's own words as an answer; None when they advise medicine: nothing is passed on then.

    Refusal when the question has ended, is the person's own, when nothing can be read, or over the daily cap.
    """
    question = await _open(work, person, question.id)
    said = Recommended(why=clipped(medical_form.own_words(words), LONGEST_REPLY))
    if not said.why:
        raise Refusal("form-text-wanted")
    await caps.spend(work, person, Cap.ANSWER)
    if remedies.has_dose(words):
        return None
    return await _let_through(work, person, question, _new(work, person, question, source, said))


async def to_complete(work: Work, person: Person, answer_id: str) -> MedicalAnswer:
    """A person's own reply that can be completed; Refusal when it is not theirs or its question has ended.

    One that names somebody and was marked stays as it is: the mark was for what it said.
    """
    answer = await medical.get_answer(work.tx, answer_id)
    if answer is None or not _can_be_completed(person, answer):
        raise Refusal("tap-stale")
    await _open(work, person, answer.question_id)
    return answer


async def approve(work: Work, answer: MedicalAnswer) -> MedicalAnswer:
    """Pass on an answer that waited for moderators; Refusal when its question has ended."""
    question = await medical.get(work.tx, answer.question_id)
    if question is None or not question.is_public:
        raise Refusal("question-gone")
    return await _pass_on(work, question, answer)


async def mark(work: Work, person: Person, answer_id: str, said: Mark) -> MedicalAnswer:
    """Take what the asker says of an answer; the same once more takes it back.

    What helped becomes an entry of the directory, or a word for one; its author hears of thanks.
    """
    answer, question = await received(work, person, answer_id)
    now = None if answer.mark is said else said
    marked = replace(answer, mark=now)
    if answer.mark is Mark.HELPED:
        await _unhelp(work, person, answer)
    if now is Mark.HELPED:
        marked = await _help(work, person, question, marked)
    await medical.put_answer(work.tx, marked)
    is_new = now in (Mark.HELPED, Mark.THANKS) and answer.mark not in (Mark.HELPED, Mark.THANKS)
    if is_new and now and not person.is_shadowed:
        await _thank(work, marked, question, now)
    return marked


async def ask_back(work: Work, person: Person, answer_id: str) -> Conversation:
    """The hidden conversation between who asked and who answered, opened now if it is the first time.

    Refusal when who answered cannot be reached or has agreed to nothing, and when it was ended before: nobody
    who has stopped is to be called again.
    """
    answer, question = await received(work, person, answer_id)
    author = await work.person(answer.author_id)
    if author.is_gone or author.is_banned or not author.reachable or author.consented_at is None:
        raise Refusal("answer-author-away")
    going = await stored_talks.of_answer(work.tx, answer.id)
    if going is not None:
        return going
    talks = await stored_talks.all_of_question(work.tx, question.id)
    if any(talk.answer_id == answer.id for talk in talks):
        raise Refusal("conversation-over")
    return await conversations.start_medical(work, question, answer)


async def received(work: Work, person: Person, answer_id: str) -> tuple[MedicalAnswer, MedicalQuestion]:
    """An answer that reached this person as an asker; Refusal for anybody else."""
    answer = await medical.get_answer(work.tx, answer_id)
    question = await medical.get(work.tx, answer.question_id) if answer else None
    if answer is None or question is None or question.asker_id != person.id:
        raise Refusal("tap-stale")
    if answer.state is not AnswerState.SENT or answer.said is None:
        raise Refusal("answer-gone")
    return answer, question


async def _open(work: Work, person: Person, question_id: str) -> MedicalQuestion:
    question = await medical.get(work.tx, question_id)
    if question is None or not question.is_public:
        raise Refusal("question-gone")
    if question.asker_id == person.id:
        raise Refusal("answer-own")
    return question


def _can_be_completed(person: Person, answer: MedicalAnswer) -> bool:
    if answer.author_id != person.id or answer.said is None:
        return False
    return answer.mark is None or not answer.said.is_complete


def _new(
    work: Work, person: Person, question: MedicalQuestion, source: Source, said: Recommended
) -> MedicalAnswer:
    return MedicalAnswer(
        id=work.new_id(),
        question_id=question.id,
        author_id=person.id,
        source=source,
        state=AnswerState.QUEUED,
        mark=None,
        entry_id=None,
        said=said,
        created_at=work.now,
    )


async def _let_through(work: Work, person: Person, question: MedicalQuestion, answer: MedicalAnswer) -> Given:
    """Pass an answer on, or let moderators look first; of who is banned in silence nobody hears."""
    said = answer.said or Recommended()
    dosed = remedies.has_dose(said.why)
    answer = replace(answer, said=replace(said, why="") if dosed else said)
    if person.is_shadowed:
        kept = replace(answer, state=AnswerState.SHADOWED)
        await medical.put_answer(work.tx, kept)
        return Given(kept, question, dosed)
    reasons = await _reasons(work, answer)
    if not reasons:
        return Given(await _pass_on(work, question, answer), question, dosed)
    waiting = replace(answer, state=AnswerState.QUEUED)
    await medical.put_answer(work.tx, waiting)
    await cases.settle(work, answer.id)
    await cases.open_case(
        work,
        CaseKind.ANSWER,
        question.code,
        subject=answer.id,
        about_id=answer.author_id,
        details={"why": ",".join(reasons)},
    )
    return Given(waiting, question, dosed)


async def _reasons(work: Work, answer: MedicalAnswer) -> list[str]:
    """Why moderators are to look at an answer first; empty when there is no reason."""
    said = answer.said or Recommended()
    reasons = []
    if said.paid:
        reasons.append("paid")
    if {Contact.LINK, Contact.CARD} & contacts.found(said.why):
        reasons.append("link")
    if adverts.looks_like_advert(said.why):
        reasons.append("advert")
    if said.phone and await _is_sellers(work, said.phone):
        reasons.append("phone")
    return reasons


async def _is_sellers(work: Work, phone: str) -> bool:
    """Whether few people put one number under many questions."""
    questions, people = await medical.with_phone(work.tx, phone, work.now - SAME_PHONE_WITHIN)
    return questions >= SAME_PHONE and people < questions


async def _pass_on(work: Work, question: MedicalQuestion, answer: MedicalAnswer) -> MedicalAnswer:
    """Bring an answer to who asked, or change there what it said before."""
    asker = await work.person(question.asker_id)
    sent = replace(answer, state=AnswerState.SENT)
    if sent.mark is Mark.HELPED and sent.entry_id is None:  # it helped before it named anybody
        sent = await _help(work, asker, question, sent)
    former = await medical.delivery_of(work.tx, answer.id)
    await medical.put_answer(work.tx, sent)
    content = medical_cards.answer_notice(work, asker.language, question, sent)
    if former is not None:
        await work.amend(former, asker.id, content)
    else:
        await medical.delivered(work.tx, sent.id, await work.tell(asker.id, content))
    return sent


async def _help(
    work: Work, person: Person, question: MedicalQuestion, answer: MedicalAnswer
) -> MedicalAnswer:
    """Put what helped into the directory, with the asker's word for it and its author's.

    What is in it already by this answer is not entered again.
    """
    said = answer.said or Recommended()
    if not said.is_complete or question.asked is None or person.is_shadowed:
        return answer
    entry = await doctors.of_id(work, answer.entry_id) if answer.entry_id else None
    entry = entry or await doctors.enter(work, question.asked.speciality, said)
    await doctors.endorse(work, person, entry)
    author = await work.person(answer.author_id)
    if not author.is_gone:
        await doctors.endorse(work, author, entry, paid=said.paid)
    return replace(answer, entry_id=entry.id)


async def _unhelp(work: Work, person: Person, answer: MedicalAnswer) -> None:
    """Take the asker's word for an entry back."""
    entry = await doctors.of_id(work, answer.entry_id) if answer.entry_id else None
    if entry is not None:
        await doctors.retract(work, person, entry)


async def _thank(work: Work, answer: MedicalAnswer, question: MedicalQuestion, said: Mark) -> None:
    """Tell an author of thanks; one whose reply helped and names nobody is asked for the name."""
    author = await work.person(answer.author_id)
    if author.is_gone:
        return
    helps = said is Mark.HELPED
    incomplete = helps and not (answer.said or Recommended()).is_complete
    text_id = "answer-helped-complete" if incomplete else "answer-helped" if helps else "answer-thanked"
    text = work.catalog.text(author.language, text_id, code=question.code)
    complete = Button(work.catalog.label(author.language, "button-complete"), tap=f"complete:{answer.id}")
    rows = ((complete,),) if incomplete and question.state is QuestionState.OPEN else ()
    await work.tell(author.id, Content(text, rows))
