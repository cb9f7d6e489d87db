"""Found documents in chat: reporting one, and the list of one's own reports and watches."""

from domain.documents import GAZETTEER_PREFIX, Report, ReportState, Watch
from domain.errors import Refusal
from domain.forms import FOUND, KEPT, LOST, Draft, Form
from domain.messages import Button, Content
from domain.people import Person
from handlers import appeals, conversations, medical, people, public_watches, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from locales.dates import day_in_words
from relay import cards, documents, forms, proofs, watches
from relay.work import Work

_INSTEAD_OF_RENEWED = {
    ReportState.RETURNED: "mention-returned",
    ReportState.CLAIMED: "renewed-claimed",
    ReportState.QUEUED: "found-queued",
}
_RUNNING_OUT = (ReportState.OPEN, ReportState.WITH_AUTHORITIES)
"""What everybody sees until a day that its finder can put off."""


async def found(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/found`."""
    refused = await people.gate(work, person, people.INTENT_FOUND)
    return refused or await people.open_form(work, person, FOUND)


async def found_here(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle the button under a location: a document was found there."""
    place = incoming.after("found:")
    refused = await people.gate(work, person, f"{people.INTENT_FOUND}_{place}")
    given = {"place": f"{GAZETTEER_PREFIX}{place}"} if work.gazetteer.get(place) else None
    return refused or await people.open_form(work, person, FOUND, given)


async def photo(work: Work, person: Person, _: Incoming) -> Screen:
    """Answer a photo: it is not kept, and the words on it are asked instead."""
    draft = await forms.current(work, person)
    if draft is not None and forms.form_of(draft).preview:
        return questions.again(work, person, draft)
    text = work.catalog.text(person.language, "photo-not-kept")
    begin = Button(work.catalog.label(person.language, "menu-found"), tap="found:")
    return Screen(Content(text, ((begin,),)))


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Send the report that was previewed and thank the finder."""
    report = await documents.save_report(work, person, draft)
    changed, waits = draft.subject is not None, report.state is ReportState.QUEUED
    text_id = "found-queued" if waits else "found-changed" if changed else "found-thanks"
    text = work.catalog.text(person.language, text_id, code=report.code)
    return Screen(Content(text, menu=people.menu(work, person.language)), in_place=False)


async def my(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/my`: everything a person has open, each with its button."""
    rows = await conversations.rows(work, person)
    rows += [
        (Button(_line(work, person, "my-report", report), tap=f"my:r:{report.id}"),)
        for report in await documents.of_finder(work, person)
    ]
    rows += [
        (Button(_line(work, person, "my-watch", watch), tap=f"my:w:{watch.id}"),)
        for watch in await watches.of_owner(work, person)
    ]
    rows += await medical.rows(work, person)
    rows += await appeals.rows(work, person)
    if not rows:
        return _nothing(work, person)
    return Screen(Content(work.catalog.text(person.language, "my-title"), tuple(rows)))


async def item(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show one of a person's own reports or watches."""
    kind, _, item_id = incoming.after("my:").partition(":")
    subject = await _own(work, person, kind, item_id)
    label = work.catalog.label
    edit = Button(label(person.language, "button-edit"), tap=f"edit:{kind}:{item_id}")
    end = Button(label(person.language, f"button-withdraw-{kind}"), tap=f"withdraw:{kind}:{item_id}")
    back = Button(label(person.language, "button-back"), tap="my")
    if isinstance(subject, Report):
        hand_in = Button(label(person.language, "button-hand-in"), tap=f"handin:{item_id}")
        return Screen(Content(_report_text(work, person, subject), ((edit, end), (hand_in,), (back,))))
    channel = public_watches.rows(work, person.language, subject)
    return Screen(Content(_watch_text(work, person, subject), ((edit, end), *channel, (back,))))


async def edit(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Open the form of an own report or watch at its preview."""
    refused = await people.gate(work, person, "")
    if refused is not None:
        return refused
    kind, _, item_id = incoming.after("edit:").partition(":")
    subject = await _own(work, person, kind, item_id)
    if isinstance(subject, Report):
        await documents.editable(work, person, subject.id)
        kept = {fact.value: KEPT for fact in await proofs.kinds(work, subject)}
        return await _open_again(work, person, FOUND, subject, kept)
    return await _open_again(work, person, LOST, subject, {fact.value: KEPT for fact in subject.facts})


async def ask_withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before something is taken back."""
    target = incoming.after("withdraw:")
    kind, _, item_id = target.partition(":")
    await _own(work, person, kind, item_id)
    label = work.catalog.label
    yes = Button(label(person.language, f"button-withdraw-{kind}-sure"), tap=f"gone:{target}")
    no = Button(label(person.language, "button-back"), tap=f"my:{target}")
    return Screen(Content(work.catalog.text(person.language, f"withdraw-{kind}-ask"), ((yes,), (no,))))


async def withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Take back an own report or watch."""
    kind, _, item_id = incoming.after("gone:").partition(":")
    if kind == "r":
        await documents.withdraw(work, person, item_id)
    else:
        await watches.withdraw(work, person, item_id)
    return Screen(Content(work.catalog.text(person.language, f"withdraw-{kind}-done")))


async def renew(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Keep a report open, or open one again that ran out; say until when, or what has come of it."""
    refused = await people.gate(work, person, "")
    if refused is not None:
        return refused
    report = await documents.renew(work, person, incoming.after("renew:"))
    text_id = _INSTEAD_OF_RENEWED.get(report.state, "found-renewed")
    day = day_in_words(person.language, documents.open_until(work, report))
    return Screen(Content(work.catalog.text(person.language, text_id, code=report.code, day=day)))


async def _own(work: Work, person: Person, kind: str, item_id: str) -> Report | Watch:
    """The person's own report (`r`) or watch (`w`) of that id; Refusal when it is not theirs or is over."""
    if kind == "r":
        return await documents.own(work, person, item_id)
    if kind == "w":
        return await watches.own(work, person, item_id)
    raise Refusal("my-gone")


async def _open_again(
    work: Work, person: Person, form: Form, subject: Report | Watch, kept: dict[str, str]
) -> Screen:
    answers = {question.key: str(getattr(subject, question.key, "")) for question in form.questions} | kept
    apply = {question.key for question in form.shown(answers)}  # what does not is asked when it comes to
    known = {key: answer for key, answer in answers.items() if key in apply}
    draft = await forms.begin_about(work, person, form, subject.id, known)
    return questions.render(work, person, draft)


def _nothing(work: Work, person: Person) -> Screen:
    text = work.catalog.text(person.language, "my-nothing")
    return Screen(Content(text, menu=people.menu(work, person.language)), in_place=False)


def _line(work: Work, person: Person, text_id: str, subject: Report | Watch) -> str:
    kind = work.catalog.label(person.language, f"type-{subject.type}")
    return work.catalog.label(person.language, text_id, type=kind, name=subject.name)


def _report_text(work: Work, person: Person, report: Report) -> str:
    card = Html(cards.card(work, person.language, report))
    told = documents.as_told(work, report)
    state = work.catalog.label(person.language, f"state-{told}")
    text = work.catalog.text(person.language, "my-report-card", card=card, name=report.name, state=state)
    if told not in _RUNNING_OUT:
        return text
    day = day_in_words(person.language, documents.open_until(work, report))
    return f"{text}\n{work.catalog.text(person.language, 'my-open-until', day=day)}"


def _watch_text(work: Work, person: Person, watch: Watch) -> str:
    text = work.catalog.text(
        person.language,
        "my-watch-card",
        type=work.catalog.label(person.language, f"type-{watch.type}"),
        country=work.catalog.label(person.language, f"country-{watch.country}"),
        name=watch.name,
        place=cards.place_in_words(work, person.language, watch.place),
    )
    if not watch.code:
        return text
    return f"{text}\n\n{work.catalog.text(person.language, 'lost-public-now', code=watch.code)}"
