"""Medical questions in chat: asked, found in the directory first, taken back, looked at by a code."""

from dataclasses import replace

from domain.errors import Refusal
from domain.forms import MEDICAL, PREVIEW, SKIPPED, Draft
from domain.medical import MedicalQuestion, QuestionState, Urgency
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import doctor_cards, doctors, emergencies, exposure, forms, medical, referrals
from relay.exposure import Exposure
from relay.referrals import Referral
from relay.work import Work

KNOWN = 3
"""So many entries of the directory are shown before the question goes on."""

NO_CODE = "•••••"
"""What stands for the code that a question will have."""

_AFTER_PLACE = "patient"
"""The question that comes when it is known which doctor is looked for, and where."""


async def command(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/medical`."""
    refused = await people.gate(work, person, people.INTENT_MEDICAL)
    return refused or await people.open_form(work, person, MEDICAL)


async def screen(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen of a question being asked: the directory's answer first, at the end what all will read."""
    if draft.at == PREVIEW:
        return Screen(_preview(work, person.language, draft, notice), draft=draft)
    drawn = questions.render(work, person, draft, notice)
    if draft.at == _AFTER_PLACE and drawn.content is not None:
        return replace(drawn, content=await _known_first(work, person.language, draft, drawn.content))
    return drawn


def emergency(work: Work, person: Person, draft: Draft, said: str) -> str | None:
    """The numbers to call first, when what was said sounds like danger; None when it does not."""
    if draft.form != MEDICAL.key or not (said == Urgency.NOW or emergencies.is_emergency(said)):
        return None
    place = work.cities.stored(draft.answers.get("city", ""))
    numbers = emergencies.numbers(place.country if place else "")
    return work.catalog.text(
        person.language, "medical-emergency", ambulance=int(numbers.ambulance), all=int(numbers.all)
    )


async def enough(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle "that is enough": the directory had it, nothing need be asked.

    Refusal when another form, or a later question, would be lost by it.
    """
    draft = await forms.current(work, person)
    if draft is None or draft.form != MEDICAL.key or draft.at != _AFTER_PLACE:
        raise Refusal("tap-stale")
    await forms.drop(work, person)
    return people.with_menu(work, person, work.catalog.text(person.language, "medical-enough"))


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Ask what was previewed."""
    question = await medical.ask(work, person, draft)
    text_id = "medical-queued" if question.state is QuestionState.QUEUED else "medical-asked"
    return people.with_menu(work, person, work.catalog.text(person.language, text_id, code=question.code))


async def card(work: Work, person: Person, code: str) -> Screen:
    """A question as everybody may read it, with the button to recommend somebody."""
    question = await medical.readable(work, person, code)
    if question is None:
        return people.with_menu(work, person, work.catalog.text(person.language, "question-gone"))
    return _card(work, person, question)


async def typed(work: Work, person: Person, text: str) -> Screen | None:
    """The same for a code that was typed; None when it is none of a question."""
    question = await medical.readable(work, person, text)
    return _card(work, person, question) if question else None


async def mine(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show a person's own question with all that can be done about it."""
    question = await medical.own(work, person, incoming.after("asked:"))
    return Screen(Content(_own_text(work, person, question), _own_rows(work, person, question)))


async def ask_withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before a question is taken back."""
    question = await medical.own(work, person, incoming.after("unask:"))
    label = work.catalog.label
    yes = Button(label(person.language, "button-unask-sure"), tap=f"unasked:{question.id}")
    no = Button(label(person.language, "button-back"), tap=f"asked:{question.id}")
    return Screen(Content(work.catalog.text(person.language, "medical-unask"), ((yes,), (no,))))


async def withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Take a question back."""
    question = await medical.own(work, person, incoming.after("unasked:"))
    await medical.finish(work, question, QuestionState.WITHDRAWN)
    return Screen(Content(work.catalog.text(person.language, "medical-unasked", code=question.code)))


async def found_it(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "I found what I need": the question ends happily."""
    question = await medical.own(work, person, incoming.after("foundit:"))
    await medical.finish(work, question, QuestionState.FOUND)
    return Screen(Content(work.catalog.text(person.language, "medical-found", code=question.code)))


async def still(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle "still looking" and "ask again"."""
    refused = await people.gate(work, person, "")
    if refused is not None:
        return refused
    question = await medical.keep_asking(work, person, incoming.after("still:"))
    text_id = "medical-queued" if question.state is QuestionState.QUEUED else "medical-kept"
    return Screen(Content(work.catalog.text(person.language, text_id, code=question.code)))


async def rows(work: Work, person: Person) -> list[tuple[Button, ...]]:
    """A person's questions as buttons of a list."""
    return [
        (Button(_line(work, person, question), tap=f"asked:{question.id}"),)
        for question in await medical.of_asker(work, person)
    ]


def _line(work: Work, person: Person, question: MedicalQuestion) -> str:
    title = Referral(question).title(work, person.language)
    return work.catalog.label(person.language, "my-question", title=title, code=question.code)


def _card(work: Work, person: Person, question: MedicalQuestion) -> Screen:
    if question.asker_id == person.id:
        return Screen(Content(_own_text(work, person, question), _own_rows(work, person, question)))
    text = work.catalog.text(
        person.language, "question-asked", card=Html(Referral(question).card(work, person.language))
    )
    recommend = Button(
        work.catalog.label(person.language, "button-recommend"), tap=f"recommend:{question.id}"
    )
    return Screen(Content(text, ((recommend,), (referrals.share_button(work, person.language, question),))))


def _own_text(work: Work, person: Person, question: MedicalQuestion) -> str:
    state = work.catalog.label(person.language, f"question-{medical.as_told(question, work)}")
    shown = Html(Referral(question).card(work, person.language))
    return work.catalog.text(person.language, "my-question-card", card=shown, state=state)


def _own_rows(work: Work, person: Person, question: MedicalQuestion) -> tuple[tuple[Button, ...], ...]:
    label = work.catalog.label
    found = Button(label(person.language, "button-medical-found"), tap=f"foundit:{question.id}")
    share = referrals.share_button(work, person.language, question)
    unask = Button(label(person.language, "button-unask"), tap=f"unask:{question.id}")
    back = Button(label(person.language, "button-back"), tap="my")
    public = medical.as_told(question, work) is QuestionState.OPEN
    return ((found,), (share,), (unask,), (back,)) if public else ((unask,), (back,))


def _preview(work: Work, language: str, draft: Draft, notice: str | None) -> Content:
    """What everybody will read, and what had better not stand in it; a contact has to go first."""
    asked = medical.asked_in(draft.answers)
    told = exposure.of_question(asked)
    text = work.catalog.text(
        language, "medical-preview", card=Html(referrals.asked_card(work, language, asked, NO_CODE))
    )
    parts = [f"⚠️ {notice}"] if notice else []
    parts += [text, *(_warning(work, language, each, told[each]) for each in Exposure if each in told)]
    rows = questions.preview_rows(work, language, draft)
    return Content("\n\n".join(parts), tuple(rows[1:] if Exposure.CONTACT in told else rows))


def _warning(work: Work, language: str, what: Exposure, words: tuple[str, ...]) -> str:
    return work.catalog.text(language, f"medical-exposes-{what}", words=", ".join(words))


async def _known_first(work: Work, language: str, draft: Draft, drawn: Content) -> Content:
    """What the directory knows for this doctor and place, above the next question."""
    answers = draft.answers
    speciality = medical.speciality_in(answers)
    known = await doctors.known(work, speciality, answers.get("city", SKIPPED), KNOWN)
    if not known:
        return drawn
    shown = Html(doctor_cards.fitting(work, language, known))
    text = work.catalog.text(language, "medical-known", cards=shown)
    found = Button(work.catalog.label(language, "button-medical-enough"), tap="enough")
    return replace(drawn, text=f"{text}\n\n{drawn.text}", buttons=((found,), *drawn.buttons))
