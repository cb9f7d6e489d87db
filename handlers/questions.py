"""Questions on the screen: a draft's present question or its preview, with the buttons that answer it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from domain import forms as walk
from domain.forms import KEPT, PREVIEW, SKIPPED, Draft, Form, Kind, Question
from domain.messages import Button, Content
from domain.people import Person
from handlers.screen import Screen
from locales.catalog import Html, clipped, escaped
from locales.dates import day_in_words, moment_in_words
from relay import answers, appeal_form, cards, forms, medical_form
from relay.work import Work

Rows = list[tuple[Button, ...]]

QUOTED = 160
"""So much of a long text a preview shows; four such and all else fit into a message."""


def render(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen a draft stands at; `notice` says above it what was wrong with the last answer."""
    question = forms.question_of(draft)
    if question is None:
        text, buttons = _preview(work, person.language, draft)
    else:
        text, buttons = _question(work, person.language, draft, question)
    if notice:
        text = f"⚠️ {notice}\n\n{text}"
    return Screen(Content(text, tuple(buttons)), draft=draft)


def beside(work: Work, person: Person, draft: Draft) -> Screen:
    """The screen a draft stands at as a message of its own: what was tapped stays, and can be used again."""
    return replace(render(work, person, draft), in_place=False, closes=False)


def again(work: Work, person: Person, draft: Draft) -> Screen:
    """The same screen once more, after something that is no answer to any question."""
    notice = work.catalog.text(person.language, answers.wanted(forms.question_of(draft)))
    return render(work, person, draft, notice)


def _question(work: Work, language: str, draft: Draft, question: Question) -> tuple[str, Rows]:
    form = forms.form_of(draft)
    text_id = _which(question) if draft.typed else f"{form.key}-{question.key}"
    asked = work.catalog.text(language, text_id, public=work.policy.public_name)
    title = work.catalog.text(language, f"{form.key}-title")
    step = _step(work, language, form, draft, question)
    rows = _choices(work, language, draft, question)
    rows += _footer(work, language, draft, question)
    return f"<b>{title}</b>{step}\n\n{asked}", rows


def _step(work: Work, language: str, form: Form, draft: Draft, question: Question) -> str:
    """Where this question stands on the way; nothing when it is being changed from the preview."""
    steps = walk.steps_of(form, draft)
    if question not in steps or _changing(form, draft) or len(steps) == 1:
        return ""
    number = steps.index(question) + 1
    return " · " + work.catalog.text(language, "form-step", number=number, total=len(steps))


def _changing(form: Form, draft: Draft) -> bool:
    """Whether every question has its answer, so that this one is only being changed."""
    return walk.first_open(form, draft.answers) == PREVIEW


def _choices(work: Work, language: str, draft: Draft, question: Question) -> Rows:
    match question.kind:
        case Kind.SPECIALITY:
            columns = 1 if draft.typed else question.columns  # the rarer ones have long names
            return _grid(draft, _specialities(work, language, draft, question), columns)
        case Kind.LANGUAGES:
            labels = work.catalog.label
            return _grid(draft, [(labels(language, f"spoken-{each}"), each) for each in question.choices], 2)
        case Kind.PLACE | Kind.CITY:
            return _grid(draft, _places(work, language, draft, question), columns=1)
        case Kind.CHOICE | Kind.DAY | Kind.MOMENT | Kind.DEADLINE:
            buttons = [
                (_label(work, language, draft, f"{question.key}-{value}"), value)
                for value in question.choices
            ]
            return _grid(draft, buttons, question.columns)
        case _:  # typed or sent
            return []


def _label(work: Work, language: str, draft: Draft, text_id: str) -> str:
    """A choice in words; a form may have its own for it ("with me" for "with the finder")."""
    own = f"{draft.form}-{text_id}"
    return work.catalog.label(language, own if work.catalog.has(own) else text_id)


def _places(work: Work, language: str, draft: Draft, question: Question) -> list[tuple[str, str]]:
    """The likely places; or, after words that mean several, those and the words themselves."""
    which = answers.which_places(work, question, draft.typed) if draft.typed else ()
    likely = which or answers.atlas(work, question).likely(language)
    buttons = [(place.label(language), place.code) for place in likely]
    if which and not question.known:
        as_written = work.catalog.label(language, "button-as-written", text=draft.typed[:40])
        buttons.append((as_written, answers.AS_WRITTEN))
    return buttons


def _specialities(work: Work, language: str, draft: Draft, question: Question) -> list[tuple[str, str]]:
    """The usual specialities; or, after words that mean several, those; and a way to all of them."""
    which = answers.which_specialities(question, draft.typed) if draft.typed else ()
    shown = which or question.choices[: medical_form.USUAL]
    buttons = [(work.catalog.label(language, f"speciality-{each}"), str(each)) for each in shown]
    if draft.typed != medical_form.ALL:
        buttons.append((work.catalog.label(language, "button-all-specialities"), medical_form.ALL))
    return buttons


def _which(question: Question) -> str:
    return "form-speciality-which" if question.kind is Kind.SPECIALITY else "form-place-which"


def _grid(draft: Draft, buttons: list[tuple[str, str]], columns: int) -> Rows:
    made = [Button(label, tap=tap(draft, "a", value)) for label, value in buttons]
    return [tuple(made[start : start + columns]) for start in range(0, len(made), columns)]


def _footer(work: Work, language: str, draft: Draft, question: Question) -> Rows:
    """The ways around an answer; cancel stands alone, so that no label is cut on a small phone."""
    form = forms.form_of(draft)
    verbs = []
    if _changing(form, draft):
        verbs.append("keep")
    elif walk.steps_of(form, draft)[0] != question:
        verbs.append("back")
    if question.optional:
        verbs.append("skip")
    label = work.catalog.label
    around = tuple(Button(label(language, f"button-{verb}"), tap=tap(draft, verb)) for verb in verbs)
    rows = [around] if around else []
    if form.way_out:
        way_out = f"{form.way_out}:{draft.subject}"
        rows.append((Button(label(language, f"button-{form.way_out}"), tap=way_out),))
    return [*rows, (Button(label(language, "button-cancel"), tap=tap(draft, "cancel")),)]


def tap(draft: Draft, verb: str, value: str = "") -> str:
    """A button's callback data: `q:<token>:<verb>[:<value>]`, at most 64 bytes."""
    return f"q:{draft.token}:{verb}:{value}" if value else f"q:{draft.token}:{verb}"


def _preview(work: Work, language: str, draft: Draft) -> tuple[str, Rows]:
    form = forms.form_of(draft)
    lines = "\n".join(_lines(work, language, draft))
    public = cards.public_name(work, language, draft.answers.get("name", ""))
    shown = {"answers": Html(lines), "name": public, "public": work.policy.public_name}
    return work.catalog.text(language, f"{form.key}-preview", **shown), preview_rows(work, language, draft)


def preview_rows(work: Work, language: str, draft: Draft) -> Rows:
    """The buttons of a preview: send it, change an answer, cancel."""
    form = forms.form_of(draft)
    label = work.catalog.label
    change = [
        Button(
            label(language, "button-change", what=label(language, f"label-{question.key}")),
            tap=tap(draft, "change", question.key),
        )
        for question in form.shown(draft.answers)
    ]
    rows = [tuple(change[start : start + 2]) for start in range(0, len(change), 2)]
    send = "button-save" if draft.subject and form.edits else f"button-send-{form.key}"
    rows.insert(0, (Button(label(language, send), tap=tap(draft, "send")),))
    rows.append((Button(label(language, "button-cancel"), tap=tap(draft, "cancel")),))
    return rows


def _lines(work: Work, language: str, draft: Draft) -> Iterator[str]:
    for question in forms.form_of(draft).shown(draft.answers):
        value = draft.answers.get(question.key, SKIPPED)
        words = _in_words(work, language, draft, question, value)
        name = work.catalog.label(language, f"label-{question.key}")
        yield work.catalog.text(language, "form-answer", question=name, answer=words)


def _in_words(work: Work, language: str, draft: Draft, question: Question, value: str) -> str:
    match question.kind:
        case _ if value in (SKIPPED, KEPT):
            return work.catalog.label(language, "answer-kept" if value == KEPT else "answer-none")
        case Kind.CHOICE | Kind.SPECIALITY:
            return _label(work, language, draft, f"{question.key}-{value}")
        case Kind.PLACE | Kind.CITY:
            return cards.place_in_words(work, language, value)
        case Kind.DAY:
            return day_in_words(language, date.fromisoformat(value))
        case Kind.NAME:
            return Html(f"<code>{escaped(value)}</code>")
        case _:
            return _own_words(work, language, draft, question, value)


def _own_words(work: Work, language: str, draft: Draft, question: Question, value: str) -> str:
    """What was typed or sent freely."""
    match question.kind:
        case Kind.TEXT | Kind.LINKS:
            return clipped(value, QUOTED)
        case Kind.LANGUAGES:
            return medical_form.languages_in_words(work, language, value)
        case Kind.PHONE:
            return medical_form.phone_in_words(value)
        case Kind.PHOTO:
            return work.catalog.label(language, "answer-picture")
        case Kind.MOMENT:
            return _moment(work, language, draft, question, value)
        case _:
            return appeal_form.in_words(work, language, draft, question, value)


def _moment(work: Work, language: str, draft: Draft, question: Question, value: str) -> str:
    if value in question.choices:
        return _label(work, language, draft, f"{question.key}-{value}")
    return moment_in_words(language, datetime.fromisoformat(value).astimezone(work.policy.zone))
