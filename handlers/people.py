"""People in chat: language, consent, help, settings, and what several areas show: menu, forms, a report."""

from domain.errors import Refusal
from domain.forms import LOST, Draft, Form
from domain.messages import Button, Content
from domain.people import Person
from handlers import questions
from handlers.boundary import Handler
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.choice import NAMES
from relay import cards, conversations, documents, forms, people
from relay.work import Work

MENU = (("menu-found", "menu-lost"), ("menu-search", "menu-medical"), ("menu-check", "menu-my"))
"""The lasting menu below the keyboard: text ids, row by row."""

INTENT_FOUND = "f"
INTENT_LOST = "l"
INTENT_REPORT = "r"
INTENT_WATCH = "w"
INTENT_CLAIM = "c"
INTENT_SEEN = "s"
INTENT_TOPIC = "topic"
INTENT_MEDICAL = "medical"
INTENT_QUESTION = "q"
INTENT_RECOMMEND = "a"
INTENT_COMPLETE = "m"
INTENT_DOCTOR = "d"
INTENT_APPEAL = "appeal"
INTENT_SEE_APPEAL = "p"
INTENT_CHECK = "check"
INTENT_OUTCOME = "outcome"
INTENT_CANCEL = "cancel"
INTENT_LEDGER = "ledger"
INTENTS = (
    INTENT_FOUND,
    INTENT_LOST,
    INTENT_REPORT,
    INTENT_WATCH,
    INTENT_TOPIC,
    INTENT_MEDICAL,
    INTENT_QUESTION,
    INTENT_COMPLETE,
    INTENT_DOCTOR,
    INTENT_APPEAL,
    INTENT_SEE_APPEAL,
    INTENT_CHECK,
    INTENT_OUTCOME,
    INTENT_CANCEL,
    INTENT_LEDGER,
)
"""What a deep link may ask for; the others only wait for a consent."""


async def language(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/language`."""
    return languages(work, person)


async def settings(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/settings`."""
    label = work.catalog.label
    text = work.catalog.text(person.language, "settings", current=NAMES[person.language])
    change = Button(label(person.language, "button-language"), tap="languages")
    mine = Button(label(person.language, "menu-my"), tap="my")
    news = Button(label(person.language, "button-news"), tap="news")
    private = Button(label(person.language, "button-privacy"), tap="privacy")
    return Screen(Content(text, ((change,), (mine,), (news,), (private,))))


async def show_help(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/help`."""
    return with_menu(work, person, work.catalog.text(person.language, "help"))


async def home(work: Work, person: Person, _: Incoming) -> Screen:
    """Answer what is neither a name nor an answer: say what can be done here."""
    return with_menu(work, person, work.catalog.text(person.language, "home"))


async def membership(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Remember that a person stopped the bot; one who lets it in again was met, and that is enough."""
    if incoming.stopped and incoming.private:
        await people.blocked(work, person)
        await conversations.tell_absence(work)
    return Screen()


def in_private(handler: Handler) -> Handler:
    """The same handler for private chats only: what it shows is nobody else's business."""

    async def served(work: Work, person: Person, incoming: Incoming) -> Screen:
        if not incoming.private:
            raise Refusal("tap-stale")
        return await handler(work, person, incoming)

    return served


async def stale(_: Work, __: Person, ___: Incoming) -> Screen:
    """Answer a button that nobody knows any more."""
    raise Refusal("tap-stale")


async def seen(_: Work, __: Person, ___: Incoming) -> Screen:
    """Answer nothing to what is said in a group and is no words for us: it was only looked at for copies."""
    return Screen()


async def gate(work: Work, person: Person, intent: str) -> Screen | None:
    """The consent, asked once before the first report; None when it was given."""
    if person.consented_at is not None:
        return None
    await people.intend(work, person, intent)
    return _consent(work, person)


async def open_form(work: Work, person: Person, form: Form, given: dict[str, str] | None = None) -> Screen:
    """Start a form, unless a half-filled one would be lost: then ask first."""
    pending = await forms.unfinished(work, person)
    if pending is not None:
        return _ask_about(work, person, pending, form)
    return questions.render(work, person, await forms.begin(work, person, form, given))


async def open_watch(work: Work, person: Person) -> Screen:
    """Start a watch for what was just searched, unless a half-filled form would be lost: then ask first."""
    pending = await forms.unfinished(work, person)
    if pending is not None:
        return _ask_about(work, person, pending, LOST)
    return questions.render(work, person, await forms.begin_watch(work, person))


async def report_card(work: Work, person: Person, code: str) -> Screen:
    """One report as anybody may see it, with the button to say "mine"."""
    try:
        report = await documents.public_report(work, code)
    except Refusal as refusal:
        return with_menu(work, person, work.catalog.text(person.language, refusal.text_id))
    if report.finder_id == person.id:
        mine = Button(work.catalog.label(person.language, "button-edit"), tap=f"my:r:{report.id}")
    else:
        mine = Button(work.catalog.label(person.language, "button-mine"), tap=f"claim:{report.code}")
    share = cards.share_button(work, person.language, report)
    about_me = Button(work.catalog.label(person.language, "button-about-me"), tap=f"aboutme:{report.code}")
    rows = ((mine,), (share,)) if report.finder_id == person.id else ((mine,), (share,), (about_me,))
    return Screen(Content(cards.card(work, person.language, report), rows))


def menu(work: Work, language: str) -> tuple[tuple[str, ...], ...]:
    """The lasting menu in a language."""
    return tuple(tuple(work.catalog.label(language, text_id) for text_id in row) for row in MENU)


def with_menu(work: Work, person: Person, text: str) -> Screen:
    """A new message that brings the lasting menu along."""
    return Screen(Content(text, menu=menu(work, person.language)), in_place=False)


def menu_choice(work: Work, text: str) -> str | None:
    """The menu button that was tapped, in whatever language it stood; None when the text is no button."""
    said = text.strip()
    for text_id in (text_id for row in MENU for text_id in row):
        if any(work.catalog.label(language, text_id) == said for language in work.catalog.languages):
            return text_id
    return None


def languages(work: Work, person: Person) -> Screen:
    """The picker of languages."""
    buttons = [Button(name, tap=f"language:{code}") for code, name in NAMES.items()]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Screen(Content(work.catalog.text(person.language, "language-ask"), rows))


def _consent(work: Work, person: Person) -> Screen:
    text = work.catalog.text(person.language, "consent", public=work.policy.public_name)
    agree_button = Button(work.catalog.label(person.language, "button-agree"), tap="agree")
    change = Button(work.catalog.label(person.language, "button-language"), tap="languages")
    return Screen(Content(text, ((agree_button,), (change,))))


def _ask_about(work: Work, person: Person, pending: Draft, wanted: Form) -> Screen:
    """Ask whether to go on with the half-filled form or to drop it for the one that is wanted now."""
    label = work.catalog.label
    title = work.catalog.label(person.language, f"{pending.form}-title")
    text = work.catalog.text(person.language, "form-unfinished", title=title)
    go_on = Button(label(person.language, "button-go-on"), tap=questions.tap(pending, "resume"))
    forget = Button(label(person.language, "button-drop"), tap=questions.tap(pending, "drop", wanted.key))
    return Screen(Content(text, ((go_on,), (forget,))))
