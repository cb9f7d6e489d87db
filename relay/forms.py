"""The engine that walks a person through a form: every step is one change of one stored draft."""

from collections.abc import Mapping
from dataclasses import replace

from domain import forms
from domain.all_forms import FORMS
from domain.appeal_forms import DONE
from domain.errors import Refusal
from domain.forms import PREVIEW, Draft, Form, Kind, Question
from domain.messages import Attachment
from domain.people import Person
from relay import answers, appeal_form, conversations, medical_form
from relay.work import Work
from storage import drafts, outbox


def form_of(draft: Draft) -> Form:
    """The form a draft fills."""
    return FORMS[draft.form]


def question_of(draft: Draft) -> Question | None:
    """The question a draft stands at; None at the preview."""
    return None if draft.at == PREVIEW else form_of(draft).question(draft.at)


async def current(work: Work, person: Person) -> Draft | None:
    """The draft a person is filling."""
    return await drafts.find(work.tx, person.id)


async def unfinished(work: Work, person: Person) -> Draft | None:
    """A draft that holds answers of the person's own and that another form must not silently replace."""
    draft = await current(work, person)
    if draft is None or not form_of(draft).preview or draft.subject:
        return None
    own = [key for key in draft.answers if key not in draft.given and form_of(draft).question(key).asked]
    return draft if own else None


async def begin(
    work: Work,
    person: Person,
    form: Form,
    given: Mapping[str, str] | None = None,
    subject: str | None = None,
) -> Draft:
    """Start a form in place of any other; `given` answers are not asked again.

    With all of them given (what is edited) it opens at its preview. Whoever fills a form talks to the bot,
    not to the other side of a conversation.
    """
    await conversations.leave(work, person)
    given = given or {}
    filled = {**form.defaults(), **given}
    draft = Draft(
        id=work.new_id(),
        person_id=person.id,
        form=form.key,
        at=forms.first_open(form, filled),
        answers=filled,
        revision=1,
        given=tuple(given),
        subject=subject,
        screen=None,
        updated_at=work.now,
    )
    day = draft.answers.get("day")
    if day in answers.DAYS_AGO:
        today = answers.pick(work, draft, form.question("day"), day)
        draft = replace(draft, answers={**draft.answers, "day": today})
    await drafts.save(work.tx, draft)
    return draft


async def begin_about(
    work: Work, person: Person, form: Form, subject: str, given: Mapping[str, str] | None = None
) -> Draft:
    """Start a form about something that is there; Refusal while a half-filled one would be lost by it."""
    if await unfinished(work, person) is not None:
        raise Refusal("form-finish-first")
    return await begin(work, person, form, given, subject)


async def begin_watch(work: Work, person: Person) -> Draft:
    """Start a watch for what was just searched: nothing of it need be typed again."""
    searched = await current(work, person)
    given = searched.answers if searched and searched.form == forms.SEARCH.key else {}
    return await begin(work, person, forms.LOST, given)


async def answer_text(work: Work, draft: Draft, text: str) -> Draft:
    """Take what a person typed as the current answer; Refusal with advice when it is none."""
    question = question_of(draft)
    if question is None:
        raise Refusal("form-use-buttons")
    if answers.which_places(work, question, text) or answers.which_specialities(question, text):
        return await _saved(work, draft, forms.asked_which(draft, text))
    if question.kind in appeal_form.KINDS:
        value = appeal_form.read(work, draft, question, text)
    else:
        value = answers.read(work, question, text)
    return await _taken(work, draft, question, value)


async def answer_location(work: Work, draft: Draft, latitude: float, longitude: float) -> Draft:
    """Take a location as the current answer; Refusal when none is asked or no known place is near."""
    question = question_of(draft)
    if question is None:
        raise Refusal("form-use-buttons")
    value = answers.read_location(work, question, latitude, longitude)
    return await _saved(work, draft, forms.answered(form_of(draft), draft, value))


async def answer_photo(work: Work, draft: Draft, attachment: Attachment | None) -> Draft:
    """Take a picture as the current answer; Refusal when none is asked or it is none."""
    question = question_of(draft)
    if question is None:
        raise Refusal("form-use-buttons")
    value = answers.read_photo(question, attachment)
    return await _saved(work, draft, forms.answered(form_of(draft), draft, value))


def takes_file(draft: Draft, file: Attachment | None) -> bool:
    """Whether a file is an answer to the present question."""
    return appeal_form.takes(question_of(draft), file)


async def answer_file(work: Work, draft: Draft, file: Attachment) -> Draft:
    """Take a file as the current answer; of several the next may follow. Refusal when none is asked."""
    question = question_of(draft)
    if question is None or not appeal_form.takes(question, file):
        raise Refusal(answers.wanted(question))
    several = question.kind is Kind.PAPERS
    value = appeal_form.with_file(draft.answers if several else {}, question.key, file)
    after = forms.gathered(draft, value) if several else forms.answered(form_of(draft), draft, value)
    return await _saved(work, draft, after)


async def answer_tap(work: Work, draft: Draft, value: str) -> Draft:
    """Take a tapped button as the current answer; Refusal when it is not one of the question's."""
    question = question_of(draft)
    if question is None:
        raise Refusal("tap-stale")
    if question.kind is Kind.SPECIALITY and value == medical_form.ALL:
        return await _saved(work, draft, forms.asked_which(draft, value))
    if question.kind is Kind.PAPERS:
        return await _all_sent(work, draft, question, value)
    if question.kind is Kind.DEADLINE:
        return await _taken(work, draft, question, appeal_form.pick(work, question, value))
    return await _taken(work, draft, question, answers.pick(work, draft, question, value))


async def skip(work: Work, draft: Draft) -> Draft:
    """Pass over the current question; Refusal when it may not be."""
    if question_of(draft) is None:
        raise Refusal("tap-stale")
    return await _saved(work, draft, forms.skipped(form_of(draft), draft))


async def back(work: Work, draft: Draft) -> Draft:
    """Go one question back."""
    return await _saved(work, draft, forms.back(form_of(draft), draft))


async def change(work: Work, draft: Draft, key: str) -> Draft:
    """Go from the preview to one question."""
    if key not in {question.key for question in form_of(draft).shown(draft.answers)}:
        raise Refusal("tap-stale")
    return await _saved(work, draft, forms.changing(form_of(draft), draft, key))


async def keep(work: Work, draft: Draft) -> Draft:
    """Return to the preview without a change; Refusal while questions are open."""
    if forms.first_open(form_of(draft), draft.answers) != PREVIEW:
        raise Refusal("tap-stale")
    return await _saved(work, draft, forms.kept(draft))


async def drop(work: Work, person: Person) -> None:
    """Forget the person's draft."""
    await drafts.drop(work.tx, person.id)


async def shown(work: Work, draft: Draft, delivery: str) -> None:
    """Remember which delivery shows the current question."""
    await drafts.set_screen(work.tx, draft.id, delivery)


async def screen_message(work: Work, draft: Draft) -> int | None:
    """The Telegram message that shows the current question, when it was sent."""
    if draft.screen is None:
        return None
    return await outbox.message_of(work.tx, draft.screen)


async def _all_sent(work: Work, draft: Draft, question: Question, value: str) -> Draft:
    """Go on when all papers are sent; Refusal while there is none."""
    held = draft.answers.get(question.key, "")
    if value != DONE or not held:
        raise Refusal("appeal-papers-none")
    return await _taken(work, draft, question, held)


async def _taken(work: Work, draft: Draft, question: Question, value: str) -> Draft:
    """Go on with an answer; Refusal when nothing can be asked with it."""
    if form_of(draft).key in appeal_form.FORMS:
        appeal_form.require_allowed(draft, question.key, value)
    return await _saved(work, draft, forms.answered(form_of(draft), draft, value))


async def _saved(work: Work, before: Draft, after: Draft) -> Draft:
    after = replace(after, updated_at=work.now, screen=before.screen)
    await drafts.save(work.tx, after)
    return after
