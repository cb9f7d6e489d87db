"""What people do in the stories about doctors: they ask, recommend, comment, and mark what they were told."""

from typing import TYPE_CHECKING

from sandbox.person import Person
from tests.conftest import Desk
from tests.conversations.steps import code_in, label, offers, picks, presses

if TYPE_CHECKING:
    from sandbox.messages import Message

WORDS = "Анама журек операциясы керек, тәжірибелі маман іздейміз"
"""A question that tells nobody's name; no text of the bot holds it."""

CITY = "Алматы"
DOCTOR, CLINIC = "Серікбаев Нұрлан", "Жүрек орталығы"
PHONE = "+77272500000"
WHY = "Әкемді емдеді, асықпай түсіндіреді"


async def begins_asking(person: Person, *, speciality: str = "cardiologist", city: str = CITY) -> None:
    """Go through `/medical` to the question that comes after the place."""
    await person.sends("/medical")
    if offers(person, "agree"):
        await person.taps("agree")
    await picks(person, speciality)
    await person.sends(city)


async def asks_for(
    person: Person,
    said: str = WORDS,
    *,
    speciality: str = "cardiologist",
    city: str = CITY,
    urgency: str = "days",
) -> None:
    """Go through `/medical` to its preview."""
    await begins_asking(person, speciality=speciality, city=city)
    await picks(person, "adult", urgency, "any")
    await person.sends(said)


async def asked(person: Person, said: str = WORDS, **answers: str) -> str:
    """Ask and publish; the question's code."""
    await asks_for(person, said, **answers)
    await presses(person, "send")
    return code_in(person.screen)


async def opens(person: Person, letter: str, code: str) -> None:
    """Come by the link of a post."""
    await person.sends(f"/start {letter}_{code}")


async def fills_answer(person: Person, **said: str) -> None:
    """Fill the form of an answer up to its preview; what is empty is passed over."""
    usual = {"doctor": DOCTOR, "clinic": CLINIC, "city": CITY, "phone": PHONE, "why": WHY, "paid": "no"}
    answers = {**usual, **said}
    for key in ("doctor", "clinic", "city", "phone", "why"):
        await (person.sends(answers[key]) if answers[key] else presses(person, "skip"))
    await picks(person, answers["paid"])


async def begins_answering(person: Person, code: str) -> None:
    """Open the form about the question of a code."""
    await opens(person, "q", code)
    await person.taps(label(person, "button-recommend"))
    if offers(person, "agree"):
        await person.taps("agree")


async def recommends(person: Person, code: str, **said: str) -> None:
    """Answer the question of a code by the form."""
    await begins_answering(person, code)
    await fills_answer(person, **said)
    await presses(person, "send")


def answers_of(person: Person) -> "list[Message]":
    """The answers that stand in a person's chat, with buttons to mark them."""
    return [each for each in person.messages if any(_data(each, "mark:"))]


async def marks(person: Person, verb: str, answer: "Message | None" = None) -> None:
    """Say something of an answer, the newest one unless another is given."""
    answer = answer or answers_of(person)[-1]
    [data] = [held for held in _data(answer, "mark:") if held.endswith(verb)]
    await person.taps(data, message=answer)


def question_posts(desk: Desk, code: str) -> "list[Message]":
    """The channel's posts from which a question can be opened."""
    link = desk.app.relay.policy.deep_link(f"q_{code}")
    return [post for post in desk.posts if any(button.get("url") == link for button in post.buttons)]


def _data(message: "Message", prefix: str) -> list[str]:
    held = [str(button.get("callback_data", "")) for button in message.buttons]
    return [data for data in held if data.startswith(prefix)]
