"""The ledger of an appeal in chat: looked at by everybody, written by its organiser and by volunteers."""

from domain.appeals import HAD_MONEY, WITH_LEDGER, Appeal
from domain.errors import Refusal
from domain.forms import Draft
from domain.messages import Button, Content
from domain.people import Person
from handlers import people, questions
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import appeals, ledger, ledger_cards, roles
from relay.work import Work


async def command(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle `/ledger`, of one's own appeal, and `/ledger CODE` of any."""
    code = incoming.argument
    refused = await people.gate(work, person, f"{people.INTENT_LEDGER}_{code}".rstrip("_"))
    return refused or await linked(work, person, code)


async def linked(work: Work, person: Person, code: str) -> Screen:
    """Show the ledger of a code, or of a person's own appeal; Refusal when there is none."""
    if code:
        appeal = await appeals.known(work, code)
    else:
        mine = await appeals.of_organiser(work, person)
        appeal = next((one for one in mine if one.state in WITH_LEDGER), None)
    if appeal is None:
        return people.with_menu(work, person, work.catalog.text(person.language, "ledger-which"))
    return await _shown(work, person, appeal, 0, private=True)


async def of(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Handle a button that leads to the ledger of an appeal, or to another page of it."""
    appeal_id, _, page = incoming.after("ledgerof:").partition(":")
    if page and not page.isdecimal():
        raise Refusal("tap-stale")
    appeal = await appeals.by_id(work, appeal_id)
    if not incoming.private and await roles.may_moderate(work, person, incoming.chat_id):
        await roles.note_name(work, person, incoming.name)  # so that they may write in private
    screen = await _shown(work, person, appeal, int(page or 0), private=incoming.private)
    return Screen(screen.content, in_place=bool(page), closes=False)


async def begin(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin a line."""
    draft = await ledger.begin(work, person, incoming.after("entry:"))
    return questions.beside(work, person, draft)


async def begin_again(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin a line anew whose receipt could not be read: all but the receipt is there already."""
    draft = await ledger.begin_again(work, person, incoming.after("reentry:"))
    return questions.beside(work, person, draft)


async def begin_correction(work: Work, person: Person, incoming: Incoming) -> Screen:
    """Begin to say the right sum of an entry."""
    appeal_id, _, number = incoming.after("fix:").partition(":")
    if not number.isdecimal():
        raise Refusal("tap-stale")
    draft = await ledger.begin_correction(work, person, appeal_id, int(number))
    return questions.beside(work, person, draft)


async def finish(work: Work, person: Person, draft: Draft) -> Screen:
    """Send the line that was previewed."""
    proposal = await ledger.propose(work, person, draft)
    return _sent(work, person, "ledger-sent-with-receipt" if proposal.receipt_id else "ledger-sent")


async def finish_correction(work: Work, person: Person, draft: Draft) -> Screen:
    """Send the right sum that was previewed."""
    await ledger.correct(work, person, draft)
    return _sent(work, person, "ledger-sent")


def _sent(work: Work, person: Person, text_id: str) -> Screen:
    return people.with_menu(work, person, work.catalog.text(person.language, text_id))


async def _shown(work: Work, person: Person, appeal: Appeal, number: int, *, private: bool) -> Screen:
    """A page of a ledger; in a group its only way on leads to the private chat."""
    if appeal.state not in HAD_MONEY:
        raise Refusal("ledger-none-yet")
    language = person.language if private else work.moderators_language
    page = await ledger_cards.page_of(work, appeal, number)
    writes = private and await ledger.may_write(work, person, appeal)
    rows = ledger_cards.rows(work, language, page, writes=writes)
    if not private:
        link = work.policy.deep_link(f"{people.INTENT_LEDGER}_{appeal.code}")
        rows.append((Button(work.catalog.label(language, "button-ledger-add"), url=link),))
    return Screen(Content(ledger_cards.overview(work, language, page), tuple(rows)), in_place=False)
