"""Medical questions: asked without telling who asks, published, ended with what was found."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.cases import CaseKind
from domain.errors import Refusal
from domain.forms import Answers, Draft
from domain.ids import read_code
from domain.medical import (
    LIVE_QUESTIONS,
    Asked,
    Budget,
    MedicalAnswer,
    MedicalQuestion,
    Patient,
    QuestionState,
    Urgency,
)
from domain.people import Person
from domain.reposts import ItemKind
from domain.specialities import Speciality
from relay import caps, cases, codes, exposure, posts, troubles
from relay.caps import Cap
from relay.exposure import Exposure
from relay.referrals import Referral
from relay.work import Work
from storage import drafts, medical

LISTED = 10

_FOR_GOOD = (QuestionState.FOUND, QuestionState.WITHDRAWN)
"""Ends that nobody takes back: what answers to it wait for is decided by them."""


def asked_in(answers: Answers) -> Asked:
    """What a filled form asks."""
    return Asked(
        speciality_in(answers),
        answers["city"],
        Patient(answers["patient"]),
        Budget(answers["budget"]),
        Urgency(answers["urgency"]),
        answers["words"],
    )


def speciality_in(answers: Answers) -> Speciality:
    """Which doctor a form looks for."""
    return Speciality(answers["speciality"])


async def ask(work: Work, person: Person, draft: Draft) -> MedicalQuestion:
    """Ask what a draft holds; what may tell who is ill waits for a volunteer first.

    Refusal over the daily cap, and while a contact stands in it.
    """
    asked = asked_in(draft.answers)
    if Exposure.CONTACT in exposure.of_question(asked):
        raise Refusal("medical-has-contact")
    await caps.spend(work, person, Cap.QUESTION)
    await drafts.drop(work.tx, person.id)
    question = MedicalQuestion(
        id=work.new_id(),
        code=await codes.free_code(work),
        asker_id=person.id,
        state=QuestionState.SHADOWED if person.is_shadowed else QuestionState.QUEUED,
        asked=asked,
        created_at=work.now,
        renewed_at=work.now,
    )
    await medical.add(work.tx, question)
    return await _let_out(work, question)


async def own(work: Work, person: Person, question_id: str) -> MedicalQuestion:
    """A person's own question that has not ended; Refusal when it is not theirs or is over."""
    question = await medical.get(work.tx, question_id)
    if question is None or question.asker_id != person.id or question.state not in LIVE_QUESTIONS:
        raise Refusal("my-gone")
    return question


async def of_asker(work: Work, person: Person) -> Sequence[MedicalQuestion]:
    """A person's questions that have not ended, newest first."""
    return await medical.of_asker(work.tx, person.id, LISTED)


async def public_question(work: Work, code: str) -> MedicalQuestion:
    """The question of a public code that everybody may see; Refusal when there is none or it has ended."""
    question = await medical.find_code(work.tx, code)
    if question is None or not question.is_public:
        raise Refusal("question-gone")
    return question


async def public(work: Work, question_id: str) -> MedicalQuestion:
    """The same by its id."""
    question = await medical.get(work.tx, question_id)
    if question is None or not question.is_public:
        raise Refusal("question-gone")
    return question


async def of_answer(work: Work, answer: MedicalAnswer) -> MedicalQuestion:
    """The question that an answer is to."""
    question = await medical.get(work.tx, answer.question_id)
    if question is None:
        raise LookupError("an answer without its question")
    return question


async def standing_as(work: Work, names: Collection[str], message: int) -> MedicalQuestion | None:
    """The public question that a channel's message shows by itself; `names` as in `posts.standing_as`."""
    shown = await posts.standing_as(work, names, message)
    if shown is None or shown[0] is not ItemKind.QUESTION:
        return None
    question = await medical.get(work.tx, shown[1])
    return question if question and question.is_public else None


async def readable(work: Work, person: Person, text: str) -> MedicalQuestion | None:
    """The question whose code was typed, when everybody may see it or it is the person's own and not over."""
    code = read_code(text)
    question = await medical.find_code(work.tx, code) if code else None
    if question is None or question.is_public:
        return question
    return question if question.asker_id == person.id and question.state in LIVE_QUESTIONS else None


async def by_code(work: Work, text: str) -> MedicalQuestion | None:
    """The public question whose code was typed; None when the text is no such code."""
    code = read_code(text)
    question = await medical.find_code(work.tx, code) if code else None
    return question if question and question.is_public else None


def as_told(question: MedicalQuestion, work: Work) -> QuestionState:
    """How a question stands, as its asker may know it: a silent ban stays silent."""
    if question.state is not QuestionState.SHADOWED:
        return question.state
    return QuestionState.QUEUED if _waits(work, question) else QuestionState.OPEN


async def publish(work: Work, question: MedicalQuestion) -> MedicalQuestion:
    """Show a question to everybody."""
    shown = replace(question, state=QuestionState.OPEN, renewed_at=work.now)
    await medical.save(work.tx, shown)
    await posts.publish(work, Referral(shown))
    return shown


async def finish(work: Work, question: MedicalQuestion, state: QuestionState) -> MedicalQuestion:
    """End a question: its post says so and nothing of what it asked."""
    ended = replace(question, state=state, ended_at=work.now)
    await medical.save(work.tx, ended)
    await cases.settle(work, question.id)
    if state in _FOR_GOOD:
        for answer in await medical.answers_to(work.tx, question.id):
            await cases.settle(work, answer.id)
    await close_posts(work, ended)
    return ended


async def close_posts(work: Work, question: MedicalQuestion) -> None:
    """Take the words of a question out of the channel."""
    helped = await medical.is_helped(work.tx, question.id)
    if not await posts.close(work, Referral(question, helped)):
        await troubles.ask_removal(work, question.code)


async def hide(work: Work, question: MedicalQuestion, by: Person) -> None:
    """Take a public question out of everybody's sight, until moderators have decided about it."""
    queued = replace(question, state=QuestionState.QUEUED)
    await medical.save(work.tx, queued)
    await close_posts(work, queued)
    await _ask_moderators(work, queued, opened_by=by.id)


async def keep_asking(work: Work, person: Person, question_id: str) -> MedicalQuestion:
    """The asker still looks, or asks again what has run out; Refusal when it is over otherwise."""
    question = await medical.get(work.tx, question_id)
    if question is None or question.asker_id != person.id or question.asked is None:
        raise Refusal("my-gone")
    if question.state in LIVE_QUESTIONS:
        kept = replace(question, renewed_at=work.now)
        await medical.save(work.tx, kept)
        return replace(kept, state=as_told(kept, work))
    if question.state is not QuestionState.EXPIRED:
        raise Refusal("my-gone")
    state = QuestionState.SHADOWED if person.is_shadowed else QuestionState.QUEUED
    again = replace(question, state=state, renewed_at=work.now, ended_at=None)
    await medical.save(work.tx, again)
    return await _let_out(work, again)


def _waits(work: Work, question: MedicalQuestion) -> bool:
    """Whether moderators are to see a question before everybody does."""
    told = exposure.of_question(question.asked) if question.asked else {}
    return bool(told) or not work.policy.auto_approve


async def _let_out(work: Work, question: MedicalQuestion) -> MedicalQuestion:
    """Show a question to everybody, or to moderators first; one asked under a silent ban to nobody."""
    if question.state is QuestionState.SHADOWED:
        return replace(question, state=as_told(question, work))
    if not _waits(work, question):
        return await publish(work, question)
    await _ask_moderators(work, question)
    return question


async def _ask_moderators(work: Work, question: MedicalQuestion, opened_by: str | None = None) -> None:
    await cases.open_case(
        work,
        CaseKind.QUESTION,
        question.code,
        subject=question.id,
        about_id=question.asker_id,
        opened_by=opened_by,
    )
