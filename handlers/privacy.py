"""Privacy in chat: the policy, one's own data as files, the consent taken back, everything erased."""

from datetime import timedelta

from domain.messages import Attachment, AttachmentKind, Button, Content
from domain.people import Person
from handlers.incoming import Incoming
from handlers.screen import Screen
from relay import privacy
from relay.work import Work


async def policy(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/privacy`."""
    label = work.catalog.label
    days = {
        "wiped": work.policy.wiped_after // timedelta(days=1),
        "kept": work.policy.open_longest // timedelta(days=1),
    }
    text = work.catalog.text(person.language, "privacy", public=work.policy.public_name, **days)
    mine = Button(label(person.language, "button-mydata"), tap="mydata")
    unwilling = Button(label(person.language, "button-unconsent"), tap="unconsent")
    erase = Button(label(person.language, "button-delete"), tap="delete")
    rows = ((mine,), (unwilling,), (erase,)) if person.consented_at else ((mine,), (erase,))
    return Screen(Content(text, rows))


async def my_data(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/mydata`: a readable file and a JSON file, at once."""
    words = await privacy.readable(work, person)
    held = privacy.as_json(await privacy.everything(work, person))
    first = Content(
        work.catalog.text(person.language, "mydata"),
        attachment=Attachment(AttachmentKind.FILE, words, "tabyldy.txt"),
    )
    second = Content("", attachment=Attachment(AttachmentKind.FILE, held, "tabyldy.json"))
    return Screen(first, in_place=False, closes=False, more=(second,))


async def ask_delete(work: Work, person: Person, _: Incoming) -> Screen:
    """Handle `/delete`: ask once."""
    return _ask(work, person, "delete")


async def delete(work: Work, person: Person, _: Incoming) -> Screen:
    """Erase the person at once."""
    await privacy.erase(work, person)
    return Screen(Content(work.catalog.text(person.language, "delete-done")))


async def ask_unconsent(work: Work, person: Person, _: Incoming) -> Screen:
    """Ask once before the consent is taken back."""
    return _ask(work, person, "unconsent")


async def unconsent(work: Work, person: Person, _: Incoming) -> Screen:
    """Take the consent back: everything the person has open ends."""
    await privacy.take_back_consent(work, person)
    return Screen(Content(work.catalog.text(person.language, "unconsent-done")))


def _ask(work: Work, person: Person, verb: str) -> Screen:
    yes = Button(work.catalog.label(person.language, f"button-{verb}-sure"), tap=f"{verb}.sure")
    no = Button(work.catalog.label(person.language, "button-back"), tap="privacy")
    return Screen(Content(work.catalog.text(person.language, f"{verb}-ask"), ((yes,), (no,))))
