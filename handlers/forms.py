"""Forms in chat: what is typed, sent or tapped becomes the next step of the person's draft."""

from dataclasses import replace

from domain.all_forms import FORMS
from domain.appeal_forms import CHECK
from domain.documents import GAZETTEER_PREFIX
from domain.errors import Refusal
from domain.forms import BROADCAST, DOCTORS, LOST, MEDICAL, PREVIEW, SEARCH, Draft, Form
from domain.messages import Button, Content
from domain.people import Person
from handlers import (
    appeals,
    broadcasts,
    checks,
    claims,
    doctors,
    documents,
    handovers,
    ledger,
    medical,
    medical_answers,
    moderation,
    outcomes,
    people,
    public_watches,
    questions,
    search,
    subscriptions,
    watches,
)
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import answers, forms
from relay.search import by_code, is_full_name, is_searchable
from relay.sentences import answers_in, form_meant
from relay.work import Work

_EXPLAINED = "appeal-"
"""Refusals of a choice that take more words than fit over a button: they stand above the question."""

_STEPS = {"skip": forms.skip, "back": forms.back, "keep": forms.keep}


async def tapped(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button of a form; one that belongs to an earlier step does nothing and says so."""
    token, _, rest = incoming.after("q:").partition(":")
    verb, _, value = rest.partition(":")
    draft = await forms.current(work, person)
    if draft is None or draft.token != token:
        raise Refusal("tap-stale")
    if verb == "cancel":
        return await _cancelled(work, person)
    if verb == "drop" and value in FORMS:
        await forms.drop(work, person)
        return await _opened(work, person, FORMS[value])
    if verb == "resume":
        return await _step(work, person, draft)
    if verb == "send" and draft.at == PREVIEW and forms.form_of(draft).preview:
        return await _FINISH[draft.form](work, person, draft)
    danger = medical.emergency(work, person, draft, value) if verb == "a" else None
    try:
        walked = await _walk(work, draft, verb, value)
    except Refusal as refusal:
        if not refusal.text_id.startswith(_EXPLAINED):
            raise
        notice = work.catalog.text(person.language, refusal.text_id, **refusal.values)
        return await _shown(work, person, draft, notice)
    return _beneath(danger, await _step(work, person, walked))


async def typed(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle plain text: the menu, the answer to a question, a code, a name to search, or anything else."""
    choice = people.menu_choice(work, incoming.text)
    if choice is not None:
        return await _MENU[choice](work, person, incoming)
    draft = await _open_draft(work, person)
    if draft is not None:
        return await _answered(work, person, draft, incoming)
    coded = await _by_code(work, person, incoming.text)
    if coded is not None:
        return coded
    form = form_meant(work, incoming.text)
    if form is not None:
        return await _begun(work, person, form, incoming.text)
    if is_searchable(incoming.text):
        return await search.by_name(work, person, incoming.text)
    return await people.home(work, person, incoming)


async def _begun(work: Work, person: Person, form: Form, sentence: str) -> Screen:
    """Start the form a sentence asks for, with what it already answers."""
    given = answers_in(work, form, sentence)
    place = given.get("place", "").removeprefix(GAZETTEER_PREFIX)
    intents = {LOST.key: people.INTENT_LOST, MEDICAL.key: people.INTENT_MEDICAL}
    intent = intents.get(form.key, f"{people.INTENT_FOUND}_{place}")
    screen = await people.gate(work, person, intent) or await people.open_form(work, person, form, given)
    draft = screen.draft
    return _beneath(medical.emergency(work, person, draft, sentence), screen) if draft else screen


async def located(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a location: the answer to "where", or the start of a report from there."""
    draft = await _open_draft(work, person)
    if draft is not None:
        return await _answered(work, person, draft, incoming)
    near = work.gazetteer.near(*(incoming.location or (0.0, 0.0)), limit=1)
    if not near:
        return await people.home(work, person, incoming)
    label = work.catalog.label
    text = work.catalog.text(person.language, "location-near", place=near[0].label(person.language))
    found = Button(label(person.language, "menu-found"), tap=f"found:{near[0].code}")
    lost = Button(label(person.language, "menu-lost"), tap="lost")
    return Screen(Content(text, ((found,), (lost,))))


async def pictured(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a photo or a file: the picture of a broadcast; any other is not kept.

    What asks for money is mostly a post with a picture: whoever checks it passes it on, and its words count.
    """
    draft = await _open_draft(work, person)
    if draft is not None and draft.form == CHECK.key:
        bare = replace(incoming, attachment=None, file=None, unfit=False)
        return await _answered(work, person, draft, bare)
    takes = draft is not None and forms.takes_file(draft, incoming.file)
    if draft is None or not (takes or draft.form == BROADCAST.key):
        return await documents.photo(work, person, incoming)
    return await _answered(work, person, draft, incoming)


async def other(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle what cannot be read (a sticker, a voice, an unknown command): an open question stands."""
    draft = await _open_draft(work, person)
    if draft is None:
        return await people.home(work, person, incoming)
    return await _wanted(work, person, draft)


async def cancel(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/cancel`."""
    if await _open_draft(work, person) is None:
        return await people.home(work, person, incoming)
    return await _cancelled(work, person)


async def _walk(work: Work, draft: Draft, verb: str, value: str) -> Draft:
    if verb == "a":
        return await forms.answer_tap(work, draft, value)
    if verb == "change":
        return await forms.change(work, draft, value)
    if verb in _STEPS:
        return await _STEPS[verb](work, draft)
    raise Refusal("tap-stale")


async def _by_code(work: Work, person: Person, text: str) -> Screen | None:
    """What the channel calls by the code that was typed; None when the text is no such code."""
    report = await by_code(work, text)
    if report is not None:
        return await people.report_card(work, person, report.code)
    for typed_in in (public_watches.typed, medical.typed, doctors.typed, checks.typed):
        found = await typed_in(work, person, text)
        if found is not None:
            return found
    return None


async def _answered(work: Work, person: Person, draft: Draft, incoming: Incoming) -> Screen:
    """Take the answer; when it is none, ask the same question again and say why."""
    danger = medical.emergency(work, person, draft, incoming.text)
    try:
        if incoming.location is not None:
            draft = await forms.answer_location(work, draft, *incoming.location)
        elif incoming.file is not None and forms.takes_file(draft, incoming.file):
            draft = await forms.answer_file(work, draft, incoming.file)
        elif incoming.attachment is not None or incoming.unfit:
            draft = await forms.answer_photo(work, draft, incoming.attachment)
        else:
            draft = await forms.answer_text(work, draft, incoming.text)
    except Refusal as refusal:
        if draft.form == SEARCH.key and is_full_name(incoming.text):
            return await search.by_name(work, person, incoming.text)
        named = await doctors.by_name(work, person, incoming.text) if draft.form == DOCTORS.key else None
        if named is not None:
            return named
        notice = work.catalog.text(person.language, refusal.text_id, **refusal.values)
        return _beneath(danger, await _shown(work, person, draft, notice))
    return _beneath(danger, await _step(work, person, draft))


def _beneath(danger: str | None, screen: Screen) -> Screen:
    """The same screen, with whom to call first above it when somebody is in danger."""
    if danger is None or screen.content is None:
        return screen
    return replace(screen, content=replace(screen.content, text=f"{danger}\n\n{screen.content.text}"))


async def _shown(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen a draft stands at; a form may have more to show there than its questions."""
    own = _SCREENS.get(draft.form)
    if own is not None:
        return await own(work, person, draft, notice)
    return questions.render(work, person, draft, notice)


async def _wanted(work: Work, person: Person, draft: Draft) -> Screen:
    """The same screen once more, after something that is no answer to any question."""
    notice = work.catalog.text(person.language, answers.wanted(forms.question_of(draft)))
    return await _shown(work, person, draft, notice)


async def _opened(work: Work, person: Person, form: Form) -> Screen:
    """Start a form in place of one that was dropped."""
    if form is BROADCAST:
        return await broadcasts.compose(work, person)
    return await people.open_form(work, person, form)


async def _step(work: Work, person: Person, draft: Draft) -> Screen:
    """Show the next question or the preview; where there is no preview the last answer acts."""
    if draft.at != PREVIEW or forms.form_of(draft).preview:
        return await _shown(work, person, draft)
    try:
        return await _FINISH[draft.form](work, person, draft)
    except Refusal as refusal:
        if draft.subject is None:
            raise
        return await _too_late(work, person, refusal)


async def _too_late(work: Work, person: Person, refusal: Refusal) -> Screen:
    """Leave a form whose subject has moved on: nobody is to be held in it by every further word they type."""
    await forms.drop(work, person)
    return people.with_menu(
        work, person, work.catalog.text(person.language, refusal.text_id, **refusal.values)
    )


async def _open_draft(work: Work, person: Person) -> Draft | None:
    """The draft that waits for an answer; a search that has shown its results waits for none."""
    draft = await forms.current(work, person)
    finished = draft is not None and draft.at == PREVIEW and not forms.form_of(draft).preview
    return None if finished else draft


async def _cancelled(work: Work, person: Person) -> Screen:
    await forms.drop(work, person)
    return people.with_menu(work, person, work.catalog.text(person.language, "form-cancelled"))


_SCREENS = {
    "broadcast": broadcasts.screen,
    "medical": medical.screen,
    "appeal": appeals.screen,
    "payee_change": appeals.change_screen,
    "outcome": outcomes.screen,
}
"""The forms that have more to show than their questions."""

_FINISH = {
    "found": documents.finish,
    "lost": watches.finish,
    "search": search.finish,
    "claim": claims.finish,
    "statement": claims.finish_statement,
    "describe": claims.finish_description,
    "handover": handovers.finish,
    "hand_in": handovers.finish_hand_in,
    "story": handovers.finish_story,
    "answer": moderation.finish_answer,
    "near": subscriptions.finish_place,
    "broadcast": broadcasts.confirm,
    "medical": medical.finish,
    "recommend": medical_answers.finish,
    "doctors": doctors.finish,
    "correction": doctors.finish_correction,
    "dispute": doctors.finish_dispute,
    "appeal": appeals.finish,
    "payee_change": appeals.finish_change,
    "cancellation": appeals.finish_cancellation,
    "entry": ledger.finish,
    "entry_correction": ledger.finish_correction,
    "outcome": outcomes.finish,
    "check": checks.finish,
}
"""What happens when a form is filled."""

_MENU = {
    "menu-found": documents.found,
    "menu-lost": watches.lost,
    "menu-search": search.command,
    "menu-medical": medical.command,
    "menu-check": checks.command,
    "menu-my": documents.my,
}
