"""Answers to medical questions in chat: by the form, as replies here or in the discussion group; marks."""

from domain.errors import Refusal
from domain.forms import RECOMMEND, Draft
from domain.medical import AnswerState, Mark, MedicalQuestion, Recommended, Source
from domain.messages import Button, Content
from domain.people import Person
from handlers import conversations, people, questions
from handlers.boundary import Handler
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import forms, medical, medical_answers, medical_cards, medical_form, remedies
from relay.medical_answers import Given
from relay.work import Work

_RECOMMEND = "recommend:"


async def recommend(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "recommend": open the form about this question."""
    question = await medical.public(work, incoming.after(_RECOMMEND))
    refused = await people.gate(work, person, f"{people.INTENT_RECOMMEND}_{question.code}")
    return refused or await _begun(work, person, question.code)


async def begin(work: Work, person: Person, code: str) -> Screen:
    """Open the form about the question of a code, for who has come by a link and may just have agreed.

    A refusal is a screen of its own: raised, it would undo that they have agreed.
    """
    try:
        return await _begun(work, person, code)
    except Refusal as refusal:
        return _refused(work, person, refusal)


async def _begun(work: Work, person: Person, code: str) -> Screen:
    question = await medical.public_question(work, code)
    if question.asker_id == person.id:
        raise Refusal("answer-own")
    draft = await forms.begin_about(work, person, RECOMMEND, question.id)
    return questions.beside(work, person, draft)


async def complete(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the button that completes a reply."""
    return await _completing(work, person, incoming.after("complete:"))


async def completing(work: Work, person: Person, answer_id: str) -> Screen:
    """The same for who has come by a link and may just have agreed."""
    try:
        return await _completing(work, person, answer_id)
    except Refusal as refusal:
        return _refused(work, person, refusal)


async def _completing(work: Work, person: Person, answer_id: str) -> Screen:
    """Open the form that makes an answer of a person's own reply; its words stand in it already."""
    refused = await people.gate(work, person, f"{people.INTENT_COMPLETE}_{answer_id}")
    if refused is not None:
        return refused
    answer = await medical_answers.to_complete(work, person, answer_id)
    why = (answer.said or Recommended()).why
    given = {"why": why} if why else {}
    draft = await forms.begin_about(work, person, RECOMMEND, answer.id, given)
    return questions.beside(work, person, draft)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Send the answer that was previewed."""
    given = await medical_answers.recommend(work, person, draft)
    return people.with_menu(work, person, _thanks(work, person.language, given))


async def mark(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle what the asker says of an answer."""
    answer_id, _, verb = incoming.after("mark:").partition(":")
    if verb not in tuple(Mark):
        raise Refusal("tap-stale")
    answer = await medical_answers.mark(work, person, answer_id, Mark(verb))
    question = await medical.of_answer(work, answer)
    content = medical_cards.answer_notice(work, person.language, question, answer)
    ended = answer.mark is Mark.HELPED and question.is_public
    return Screen(content, more=(_close_it(work, person, question),) if ended else ())


async def ask_back(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "ask back": from now on what is typed goes to who answered."""
    talk = await medical_answers.ask_back(work, person, incoming.after("askback:"))
    return await conversations.entered(work, person, talk)


def or_reply(handler: Handler) -> Handler:
    """The handler of what a person types, unless it replies to a question that the bot showed them."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        return await _replied(work, person, incoming) or await handler(work, person, incoming)

    return served


def or_comment(handler: Handler) -> Handler:
    """The handler of replies in groups, unless it replies to a question's post in the discussion group."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        post = incoming.replied_post
        question = await medical.standing_as(work, post.channel, post.message) if post else None
        if question is None:
            return await handler(work, person, incoming)
        return await _comment(work, person, incoming, question)

    return served


async def _replied(work: Work, person: Person, incoming: Incoming) -> Screen | None:
    ids = [data.removeprefix(_RECOMMEND) for data in incoming.reply_taps if data.startswith(_RECOMMEND)]
    if not ids or not medical_form.own_words(incoming.text):
        return None
    question = await medical.public(work, ids[0])
    refused = await people.gate(work, person, f"{people.INTENT_RECOMMEND}_{question.code}")
    if refused is not None:
        return refused
    given = await medical_answers.reply(work, person, question, incoming.text, Source.PRIVATE)
    if given is None:
        return Screen(Content(work.catalog.text(person.language, "answer-dose")))
    text = work.catalog.text(person.language, _asked_for_more(given), code=question.code)
    return Screen(Content(text, ((_complete(work, person.language, given),),)))


async def _comment(work: Work, person: Person, incoming: Incoming, question: MedicalQuestion) -> Screen:
    """Take a comment as an answer; its author is asked in private where the bot knows them, else below it.

    To who asked nothing is passed on of their own, but the bot does as with anybody's: otherwise everybody
    could see who they are.
    """
    if person.is_banned or not medical_form.own_words(incoming.text):
        return Screen()
    if question.asker_id == person.id:
        is_dose = remedies.has_dose(incoming.text)
        return _dose(work, person, incoming) if is_dose else Screen(acknowledged=True)
    try:
        given = await medical_answers.reply(work, person, question, incoming.text, Source.GROUP)
    except Refusal as refusal:  # the cap is nobody else's business
        return await _told_alone(work, person, refusal)
    language = person.language
    if given is None:
        return _dose(work, person, incoming)
    text = work.catalog.text(language, _asked_for_more(given), code=question.code)
    if person.language_chosen and person.reachable:
        await work.tell(person.id, Content(text, ((_complete(work, language, given),),)))
        return Screen(acknowledged=True)
    link = work.policy.deep_link(f"{people.INTENT_COMPLETE}_{given.answer.id}")
    button = Button(work.catalog.label(language, "button-complete"), url=link)
    return Screen(Content(text, ((button,),), answers=incoming.source), in_place=False)


def _dose(work: Work, person: Person, incoming: Incoming) -> Screen:
    text = work.catalog.text(person.language, "answer-dose")
    return Screen(Content(text, answers=incoming.source), in_place=False)


async def _told_alone(work: Work, person: Person, refusal: Refusal) -> Screen:
    """Say no in private; who never wrote to the bot there hears nothing."""
    if person.language_chosen and person.reachable:
        text = work.catalog.text(person.language, refusal.text_id, **refusal.values)
        await work.tell(person.id, Content(text))
    return Screen()


def _refused(work: Work, person: Person, refusal: Refusal) -> Screen:
    text = work.catalog.text(person.language, refusal.text_id, **refusal.values)
    return people.with_menu(work, person, text)


def _asked_for_more(given: Given) -> str:
    return "answer-queued-more" if given.answer.state is AnswerState.QUEUED else "answer-more"


def _complete(work: Work, language: str, given: Given) -> Button:
    return Button(work.catalog.label(language, "button-complete"), tap=f"complete:{given.answer.id}")


def _thanks(work: Work, language: str, given: Given) -> str:
    """What an author hears; that words on medicine were left out is said gently."""
    text_id = "recommend-queued" if given.answer.state is AnswerState.QUEUED else "recommend-thanks"
    text = work.catalog.text(language, text_id, code=given.question.code)
    return f"{text}\n\n{work.catalog.text(language, 'recommend-dose')}" if given.dosed else text


def _close_it(work: Work, person: Person, question: MedicalQuestion) -> Content:
    label = work.catalog.label
    found = Button(label(person.language, "button-medical-found"), tap=f"foundit:{question.id}")
    still = Button(label(person.language, "button-medical-still"), tap=f"still:{question.id}")
    text = work.catalog.text(person.language, "medical-close", code=question.code)
    return Content(text, ((found,), (still,)))
