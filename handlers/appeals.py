"""Appeals for money in chat: asked, looked at, changed, ended; what moderators see of all of them."""

from dataclasses import replace

from domain.appeal_forms import APPEAL, CANCELLATION
from domain.appeals import LIVE, LONGEST_DAYS, WAITING, WITH_LEDGER, Appeal, AppealState, Ending
from domain.errors import Refusal
from domain.forms import PREVIEW, Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from locales.catalog import Html
from relay import (
    appeal_cards,
    appeal_form,
    appeal_pictures,
    appeals,
    forms,
    fundraisers,
    payee_changes,
    roles,
)
from relay.work import Work

NO_CODE = "•••••"
"""What stands for the code that an appeal will have."""

MOST_LISTED = 90
"""Telegram shows a hundred buttons below a message."""

_LISTED = (*WAITING, *LIVE, AppealState.ENDED)


async def command(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/appeal`."""
    refused = await people.gate(work, person, people.INTENT_APPEAL)
    if refused is not None:
        return refused
    return await asked_for(work, person)


async def asked_for(work: Work, person: Person, _: str = "") -> Screen:
    """Open the form of an appeal; Refusal while the person has another one going."""
    await appeals.require_free(work, person)
    return await people.open_form(work, person, APPEAL)


async def screen(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen of an appeal being asked for; its preview is what everybody will read.

    Where its days do not fit (any more) it asks for the last one once more.
    """
    if draft.at == PREVIEW and not appeal_form.days_fit(work, draft.answers):
        draft = await forms.change(work, draft, "ends")
        notice = work.catalog.text(person.language, "appeal-days-wrong", limit=LONGEST_DAYS)
    if draft.at != PREVIEW:
        return _with_papers(work, person, draft, questions.render(work, person, draft, notice))
    need, payee = appeal_form.need_in(work, draft.answers), appeal_form.payee_in(draft.answers)
    shown = Appeal("", NO_CODE, person.id, AppealState.QUEUED, need, work.now)
    card = Html(appeal_cards.card(work, person.language, shown, payee))
    papers = len(appeal_form.files_in(draft.answers["papers"]))
    text = work.catalog.text(person.language, "appeal-preview", card=card, papers=papers)
    parts = [f"⚠️ {notice}", text] if notice else [text]
    rows = questions.preview_rows(work, person.language, draft)
    return Screen(Content("\n\n".join(parts), tuple(rows)), draft=draft)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Put what was previewed into the queue, unless its days are over by now."""
    if not appeal_form.days_fit(work, draft.answers):
        return await screen(work, person, draft)
    appeal = await appeals.ask(work, person, draft)
    place = await appeals.place(work, appeal)
    text = work.catalog.text(person.language, "appeal-queued", code=appeal.code, place=place)
    return people.with_menu(work, person, text)


async def rows(work: Work, person: Person) -> list[tuple[Button, ...]]:
    """A person's appeals as buttons of a list."""
    return [
        (Button(_line(work, person.language, appeal), tap=f"appeal:{appeal.id}"),)
        for appeal in await appeals.of_organiser(work, person)
    ]


async def mine(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show a person's own appeal, how it stands and all that can be done about it."""
    appeal = await appeals.own(work, person, incoming.after("appeal:"))
    item = await fundraisers.of(work, appeal)
    card = appeal_cards.as_html(work, person.language, appeal, item.payee)
    parts = [str(card)]
    if appeal.state in WAITING:
        place = await appeals.place(work, appeal)
        parts.append(work.catalog.text(person.language, "appeal-place", place=place))
    return Screen(Content("\n\n".join(parts), tuple(_own_rows(work, person.language, appeal))))


async def story(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Send the tall picture with a code to scan, for a story elsewhere."""
    appeal = await appeals.known(work, incoming.after("story-of:"))
    if appeal is None or appeal.state not in WITH_LEDGER:
        raise Refusal("appeal-not-going")
    item = await fundraisers.of(work, appeal)
    text = work.catalog.text(person.language, "appeal-story", code=appeal.code)
    held = appeal_pictures.story(work, person.language, appeal, item.raised)
    return Screen(Content(text, attachment=held), in_place=False, closes=False)


async def card(work: Work, person: Person, code: str) -> Screen:
    """An appeal as everybody may see it, with its picture and where the money goes."""
    appeal = await appeals.known(work, code)
    if appeal is None or appeal.state not in WITH_LEDGER:
        return people.with_menu(work, person, work.catalog.text(person.language, "appeal-gone"))
    item = await fundraisers.of(work, appeal)
    shown = item.post(work, person.language) if item.is_public else item.closed(work, person.language)
    label = work.catalog.label(person.language, "button-story-of")
    more = (Button(label, tap=f"story-of:{appeal.code}"),)
    return Screen(replace(shown, buttons=(*shown.buttons, more)), in_place=False, closes=False)


async def ask_withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before an appeal is taken back that is not public yet."""
    appeal = await appeals.own(work, person, incoming.after("unappeal:"))
    return _sure(work, person, appeal, "appeal-unask", "unappealed")


async def withdraw(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Take an appeal back."""
    appeal = await appeals.withdraw(work, person, incoming.after("unappealed:"))
    return Screen(Content(work.catalog.text(person.language, "appeal-unasked", code=appeal.code)))


async def ask_end(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask once before no more money is asked for."""
    appeal = await appeals.own(work, person, incoming.after("endappeal:"))
    return _sure(work, person, appeal, "appeal-end-ask", "endedappeal")


async def end(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Ask for no more money; the outcome is owed from now on."""
    appeal = await appeals.end(work, await appeals.own(work, person, incoming.after("endedappeal:")))
    text = work.catalog.text(person.language, "appeal-ended", code=appeal.code)
    tell = Button(work.catalog.label(person.language, "button-outcome"), tap=f"outcome:{appeal.id}")
    return Screen(Content(text, ((tell,),)))


async def change(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin to give other details."""
    draft = await payee_changes.begin(work, person, incoming.after("newpayee:"))
    return questions.beside(work, person, draft)


async def change_screen(work: Work, person: Person, draft: Draft, notice: str | None = None) -> Screen:
    """The screen of details being changed."""
    return _with_papers(work, person, draft, questions.render(work, person, draft, notice))


async def finish_change(work: Work, person: Person, draft: Draft) -> Screen:
    """Ask for the details that were previewed."""
    appeal = await payee_changes.propose(work, person, draft)
    text = work.catalog.text(person.language, "appeal-change-queued", code=appeal.code)
    return people.with_menu(work, person, text)


async def keep_payee(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Take a change of details back."""
    appeal = await payee_changes.withdraw(work, person, incoming.after("oldpayee:"))
    return Screen(Content(work.catalog.text(person.language, "appeal-change-withdrawn", code=appeal.code)))


async def listed(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/appeals` of moderators: what waits, what is open, whose outcome is owed."""
    await roles.require_moderator(work, person, incoming.chat_id)
    language = work.moderators_language
    going = await appeals.in_states(work, *_LISTED)
    text_id = "appeals-list" if going else "appeals-none"
    buttons = [
        (Button(_line(work, language, appeal), tap=f"manage:{appeal.id}"),)
        for appeal in sorted(going, key=lambda appeal: _LISTED.index(appeal.state))[:MOST_LISTED]
    ]
    return Screen(Content(work.catalog.text(language, text_id), tuple(buttons)))


async def manage(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Show a moderator one appeal, with what only moderators may do."""
    await roles.require_moderator(work, person, incoming.chat_id)
    language, label = work.moderators_language, work.catalog.label
    appeal = await appeals.by_id(work, incoming.after("manage:"))
    item = await fundraisers.of(work, appeal)
    verbs = ("ledgerof", "outcome", "cancelappeal") if appeal.state in WITH_LEDGER else ("cancelappeal",)
    buttons = [(Button(label(language, f"button-{verb}"), tap=f"{verb}:{appeal.id}"),) for verb in verbs]
    shown = appeal_cards.as_html(work, language, appeal, item.payee)
    return Screen(Content(str(shown), tuple(buttons)), in_place=False, closes=False)


async def cancel(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin to say why an appeal is cancelled; the form is filled in private, where it was asked for."""
    await roles.require_moderator(work, person, incoming.chat_id)
    appeal = await appeals.by_id(work, incoming.after("cancelappeal:"))
    if not incoming.private:
        await roles.note_name(work, person, incoming.name)
        link = work.policy.deep_link(f"cancel_{appeal.code}")
        button = Button(work.catalog.label(work.moderators_language, "button-cancelappeal"), url=link)
        text = work.catalog.text(work.moderators_language, "appeal-in-private")
        return Screen(Content(text, ((button,),)), in_place=False, closes=False)
    return await _cancelling(work, person, appeal)


async def cancel_linked(work: Work, person: Person, code: str) -> Screen:
    """The same for a moderator who came from the moderators' chat."""
    appeal = await appeals.known(work, code)
    if appeal is None or not await roles.acts_for_page(work, person):
        raise Refusal("not-a-moderator")
    return await _cancelling(work, person, appeal)


async def finish_cancellation(work: Work, person: Person, draft: Draft) -> Screen:
    """Cancel an appeal with the words that were previewed."""
    if not await roles.acts_for_page(work, person):
        raise Refusal("not-a-moderator")
    appeal = await appeals.by_id(work, draft.subject or "")
    ending = Ending(why=draft.answers["why"], money=draft.answers["money"])
    over = await appeals.cancel(work, person, appeal, ending)
    await forms.drop(work, person)
    return people.with_menu(
        work, person, work.catalog.text(person.language, "appeal-cancelled", code=over.code)
    )


async def _cancelling(work: Work, person: Person, appeal: Appeal) -> Screen:
    draft = await forms.begin_about(work, person, CANCELLATION, appeal.id)
    return questions.beside(work, person, draft)


def _line(work: Work, language: str, appeal: Appeal) -> str:
    state = work.catalog.label(language, f"appeal-line-{appeal.state}")
    title = appeal_cards.title(work, language, appeal)
    return work.catalog.label(language, "my-appeal", title=title, code=appeal.code, state=state)


def _own_rows(work: Work, language: str, appeal: Appeal) -> list[tuple[Button, ...]]:
    verbs = {
        AppealState.QUEUED: ("unappeal",),
        AppealState.APPROVED: ("unappeal",),
        AppealState.OPEN: ("ledgerof", "story-of", "newpayee", "endappeal"),
        AppealState.FROZEN: ("oldpayee", "ledgerof", "endappeal"),
        AppealState.ENDED: ("outcome", "ledgerof"),
    }
    label = work.catalog.label
    subject = {"story-of": appeal.code}
    made = [
        (Button(label(language, f"button-{verb}"), tap=f"{verb}:{subject.get(verb, appeal.id)}"),)
        for verb in verbs.get(appeal.state, ())
    ]
    return [*made, (Button(label(language, "button-back"), tap="my"),)]


def _sure(work: Work, person: Person, appeal: Appeal, text_id: str, verb: str) -> Screen:
    label = work.catalog.label
    yes = Button(label(person.language, f"button-{verb}"), tap=f"{verb}:{appeal.id}")
    no = Button(label(person.language, "button-back"), tap=f"appeal:{appeal.id}")
    return Screen(Content(work.catalog.text(person.language, text_id, code=appeal.code), ((yes,), (no,))))


def _with_papers(work: Work, person: Person, draft: Draft, drawn: Screen) -> Screen:
    """The question for papers with how many came so far, and the button that ends it."""
    held = len(appeal_form.files_in(draft.answers.get("papers", "")))
    if draft.at != "papers" or not held or drawn.content is None:
        return drawn
    language = person.language
    text = f"{drawn.content.text}\n\n{work.catalog.text(language, 'appeal-papers-held', count=held)}"
    done = Button(work.catalog.label(language, "button-papers-done"), tap=questions.tap(draft, "a", "done"))
    rows = ((done,), *drawn.content.buttons)
    return replace(drawn, content=replace(drawn.content, text=text, buttons=rows))
