"""What people do in the stories about appeals: they ask, send papers, two volunteers check, donors look."""

from typing import TYPE_CHECKING

from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.moderating import case_of, decides
from tests.conversations.steps import code_in, label, offers, picks, presses

if TYPE_CHECKING:
    from sandbox.messages import Message

CARD = "4400430112345670"
OTHER_CARD = "5169495000001113"
"""Invented numbers whose check digits are right."""

BENEFICIARY = "Сәрсенова Айгүл"
WORDS = "Айгүлге алты жаста, жүрегіне ота керек. Отаның ақысын аурухана есептеп берді, жартысын жинадық."
PAPER = b"%PDF-1.4 invented"
CHECKS = ("papers", "called", "payee", "place")


async def begins_appeal(person: Person) -> None:
    """Send `/appeal` and agree to what has to be agreed to."""
    await person.sends("/appeal")
    if offers(person, "agree"):
        await person.taps("agree")


async def fills_appeal(  # noqa: PLR0913 - a form has so many questions
    person: Person,
    *,
    beneficiary: str = BENEFICIARY,
    words: str = WORDS,
    amount: str = "5 000 000 тенге",
    card: str = CARD,
    consent: str = "initial",
    ends: str = "30",
) -> None:
    """Go through `/appeal` to its preview."""
    await begins_appeal(person)
    await picks(person, "treatment")
    await person.sends(beneficiary)
    await picks(person, consent, "family")
    await person.sends(words)
    await person.sends(amount)
    await picks(person, ends, "recipient")
    await person.sends(beneficiary)
    await picks(person, "card")
    await person.sends(card)
    await person.sends_photo()
    await person.sends_document("bill.pdf", PAPER)
    await picks(person, "done")


async def asks_for_help(person: Person, **answers: str) -> str:
    """Ask and send for checking; the appeal's code."""
    await fills_appeal(person, **answers)
    await presses(person, "send")
    return code_in(person.screen)


def appeal_card(desk: Desk, code: str) -> "Message":
    """The newest card with buttons about an appeal in the moderators' chat."""
    cards = [message for message in desk.to_moderators if code in message.text and message.buttons]
    return cards[-1]


async def ticks_all(moderator: Person, card: "Message", checks: tuple[str, ...] = CHECKS) -> None:
    """Tick the whole checklist."""
    case = case_of(card)
    for check in checks:
        await decides(moderator, card, f"tick.{check}", case)


async def vouches(moderator: Person, card: "Message", checks: tuple[str, ...] = CHECKS) -> str | None:
    """Tick the whole checklist and say yes; the toast."""
    await ticks_all(moderator, card, checks)
    return await decides(moderator, card, "approve")


async def opened(desk: Desk, organiser: Person, **answers: str) -> str:
    """An appeal in the channel: asked, checked by two new volunteers, published; its code."""
    code = await asks_for_help(organiser, **answers)
    card = appeal_card(desk, code)
    for name in ("Damir", "Elena"):
        await vouches(desk.moderator(name), card)
    await desk.tick()
    return code


def appeal_posts(desk: Desk, code: str) -> "list[Message]":
    """The channel's posts that show an appeal."""
    return [post for post in desk.posts if code in post.text and post.photo]


def copies(message: "Message") -> list[str]:
    """What the copy buttons of a message copy."""
    return [button["copy_text"]["text"] for button in message.buttons if "copy_text" in button]


def shares(message: "Message") -> bool:
    """Whether a message can be passed on by a button."""
    return any("t.me/share" in str(button.get("url", "")) for button in message.buttons)


async def opens_own(person: Person) -> None:
    """Open one's only appeal under `/my`."""
    await person.sends("/my")
    [data] = [
        str(button["callback_data"])
        for button in person.messages[-1].buttons
        if str(button.get("callback_data", "")).startswith("appeal:")
    ]
    await person.taps(data)


async def changes_payee(person: Person, card: str = OTHER_CARD) -> None:
    """Ask for another card."""
    await opens_own(person)
    await person.taps(label(person, "button-newpayee"))
    await picks(person, "recipient")
    await person.sends(BENEFICIARY)
    await picks(person, "card")
    await person.sends(card)
    await person.sends_photo()
    await picks(person, "done")
    await presses(person, "send")
