"""What people do in the stories, and the words they are to see, whatever the language."""

import html
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from domain.ids import CODE_ALPHABET, CODE_LENGTH
from locales.catalog import Catalog, Value

if TYPE_CHECKING:
    from sandbox.messages import Message
    from sandbox.person import Person

LANGUAGES = ("kk", "ru", "uz", "en")
CHECKPOINT = "kzuz_zhibek_zholy"
"""A border post that is among the likely places of every language."""

TAIL = "S018"
"""The end of every document's number in the stories; no code and no text of the bot holds it."""

YEAR = "1949"
"""The year of birth in every document of the stories."""

_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(rf"\b[{CODE_ALPHABET}]{{{CODE_LENGTH}}}\b")


@cache
def catalog() -> Catalog:
    return Catalog.load()


def words(language: str, text_id: str, **values: Value) -> str:
    """A text as it reads on the screen, its markup gone."""
    return html.unescape(_TAG.sub("", catalog().text(language, text_id, **values)))


def label(person: "Person", text_id: str, **values: Value) -> str:
    return catalog().label(person.language, text_id, **values)


def sees(person: "Person", text_id: str, **values: Value) -> bool:
    """Whether the newest message holds this text in the person's language."""
    return words(person.language, text_id, **values) in person.screen


def asks(person: "Person", text_id: str) -> bool:
    """Whether the newest message asks this question, in whichever of its variants."""
    told = (words(person.language, text_id, public=public) for public in ("initial", "full", "none"))
    return any(text in person.screen for text in told)


def was_told(person: "Person", text_id: str, **values: Value) -> bool:
    return person.told(words(person.language, text_id, **values))


def newest(person: "Person", data: str) -> "tuple[Message, str]":
    """The newest button that answers the present question so (`a:passport`, `back`), or has this data."""
    for message in reversed(person.messages):
        for button in message.buttons:
            held = str(button.get("callback_data", ""))
            if data in {held, held.split(":", 2)[-1] if held.startswith("q:") else held}:
                return message, held
    raise AssertionError(f"no button {data!r}; there are {person.buttons()}")


def data_of(message: "Message", prefix: str) -> str:
    """The callback data of the message's button that begins so."""
    every = [str(button.get("callback_data", "")) for button in message.buttons]
    [data] = [data for data in every if data.startswith(prefix)]
    return data


async def presses(person: "Person", *taps: str) -> str | None:
    """Tap form buttons by what they mean, one after another; the last one's toast."""
    toast = None
    for tap in taps:
        message, held = newest(person, tap)
        toast = await person.taps_stale(message, held)
    return toast


async def picks(person: "Person", *values: str) -> str | None:
    """Answer questions by their buttons."""
    return await presses(person, *(f"a:{value}" for value in values))


def offers(person: "Person", data: str) -> bool:
    """Whether the newest message has such a button."""
    held = [str(button.get("callback_data", "")) for button in person.messages[-1].buttons]
    return any(data in {one, one.split(":", 2)[-1]} for one in held)


async def fills_found(person: "Person", name: str, *, kind: str = "passport", country: str = "KZ") -> None:
    """Walk `/found` up to its preview."""
    await person.sends("/found")
    if offers(person, "agree"):
        await person.taps("agree")
    await picks(person, kind, country)
    await person.sends(name)
    await picks(person, CHECKPOINT)
    await person.sends(f"N{TAIL}")


async def reports(person: "Person", name: str, *, kind: str = "passport", country: str = "KZ") -> str:
    """Report a found document; its code."""
    await fills_found(person, name, kind=kind, country=country)
    await presses(person, "send")
    return code_in(person.screen)


async def waits_for(person: "Person", name: str, *, kind: str = "passport", country: str = "KZ") -> None:
    """Walk `/lost` to its end."""
    await person.sends("/lost")
    if offers(person, "agree"):
        await person.taps("agree")
    await picks(person, kind, country)
    await person.sends(name)
    await presses(person, "skip", "send")


def code_in(text: str) -> str:
    """The report's code in a text of the bot."""
    found = _CODE.search(text)
    assert found, f"no code in {text!r}"
    return found[0]


def codes_in(text: str) -> list[str]:
    """The codes in a text of the bot, in their order, each once."""
    return list(dict.fromkeys(_CODE.findall(text)))


def told_of(person: "Person", code: str, text_id: str = "match-found") -> "list[Message]":
    """The notices that a find may be this person's; with `match-perhaps` those that only ask."""
    notice = words(person.language, text_id, card="").strip()
    return [message for message in person.messages if notice in message.text and code in message.text]


def having(condition: Callable[["Message"], bool], messages: "list[Message]") -> int:
    return sum(1 for message in messages if condition(message))
