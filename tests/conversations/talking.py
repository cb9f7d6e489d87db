"""Finder and owner who may talk, and what a story about them has to look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.conversations import Side
from domain.people import Role
from relay import claims, conversation_cards, people
from relay.work import Work
from sandbox.accounts import Json
from sandbox.person import Person
from storage import claims as stored_claims
from storage import volunteers
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.steps import label, words

if TYPE_CHECKING:
    from sandbox.messages import Message

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
ACCOUNT = "quiet_dombra"
"""A username in the stories; no text of the bot holds it."""

_DIGITS = re.compile(r"\b\d{6}\b")
_COPIES = frozenset({"forwardMessage", "forwardMessages", "copyMessage", "copyMessages"})
_VIDEO = {"file_id": "v1", "file_unique_id": "v1", "width": 2, "height": 2, "duration": 1}
_STICKER = {
    "file_id": "s1",
    "file_unique_id": "s1",
    "type": "regular",
    "width": 2,
    "height": 2,
    "is_animated": False,
    "is_video": False,
}
UNFIT: dict[str, Json] = {
    "sticker": {"sticker": _STICKER},
    "video": {"video": _VIDEO},
    "document": {"document": {"file_id": "d1", "file_unique_id": "d1", "file_name": "scan.pdf"}},
    "contact": {"contact": {"phone_number": "+998901234567", "first_name": "Boris"}},
}
"""What people send and the bot does not pass on, as parts of a Bot API `Message`."""


@dataclass(frozen=True)
class Talk:
    """A conversation that goes on: its id, its report's code, and who takes part in it."""

    id: str
    code: str
    finder: Person
    owner: Person

    def other(self, person: Person) -> Person:
        return self.owner if person is self.finder else self.finder

    def side(self, person: Person) -> Side:
        return Side.FINDER if person is self.finder else Side.OWNER


async def connected(desk: Desk, finder: Person, owner: Person, name: str = NAME) -> Talk:
    """A document reported by one and proven by the other; both see the conversation's card."""
    code = await reported(desk, finder, name)

    async def connect(work: Work) -> str:
        known = await people.meet(work, owner.id, None)
        report, _ = await claims.way(work, known, code)
        claim = await stored_claims.find(work.tx, report.id, known.id)
        assert claim is not None
        talk = await claims.connect(work, report, claim)
        card = await conversation_cards.card(work, talk, Side.OWNER, known.language, "conversation-opened")
        await work.tell(known.id, card)
        return talk.id

    talk = Talk(await desk.app.relay.work(connect), code, finder, owner)
    await desk.settle()
    return talk


async def two(desk: Desk, *languages: str) -> Talk:
    """A finder and an owner who speak these languages (kk and ru by default), connected."""
    first, second = languages or ("kk", "ru")
    finder, owner = await acquainted(desk, "Aliya", first), await acquainted(desk, "Boris", second)
    return await connected(desk, finder, owner)


async def enters(person: Person, talk: Talk) -> None:
    """Tap "write": what is typed now goes to the other side."""
    await person.taps(f"talk:{talk.id}")


async def both_enter(talk: Talk) -> None:
    await enters(talk.finder, talk)
    await enters(talk.owner, talk)


def heard(talk: Talk, reader: Person, text: str) -> "list[Message]":
    """The messages by which a reader sees these words of the other side's, under the line that says whose."""
    head = words(reader.language, f"line-from-{talk.side(talk.other(reader))}", code=talk.code)
    return [message for message in reader.messages if message.text == f"{head}\n\n{text}"]


def shown(reader: Person, text: str) -> "list[Message]":
    """The bot's messages to a reader that hold these words, however they do."""
    return [message for message in reader.messages if text in message.text]


def signed(person: Person) -> bool:
    """Whether the person's newest message got the sign that it was passed on."""
    return bool(person.said[-1].reaction)


def names(desk: Desk, person: Person, username: str = ACCOUNT) -> None:
    """Give a person's account a username."""
    desk.world.accounts[person.id].username = username


async def sends_unfit(desk: Desk, person: Person, what: str, caption: str = "") -> None:
    """Send what cannot be passed on, perhaps with words under it."""
    world = desk.world
    chat = world.private_chat(world.person(person.id))
    message = world.objects.message(world.new_message(chat, sender=world.person(person.id)))
    words_under = {"caption": caption} if caption else {}
    world.updates.put("message", {**message, **UNFIT[what], **words_under})
    await desk.settle()


def exposed(desk: Desk, *people_: Person) -> list[str]:
    """Each call of the bot's that tells one of these people's name, username or id to another of them."""
    return [
        f"{fact} in {call.method} to {call.params.get('chat_id')}"
        for call in desk.world.calls
        for fact in _tells(desk, call.params, people_)
    ] + [call.method for call in desk.world.calls if call.method in _COPIES]


def _tells(desk: Desk, params: Json, people_: tuple[Person, ...]) -> Iterator[str]:
    said = str({key: value for key, value in params.items() if key != "chat_id"})
    for person in people_:
        account = desk.world.accounts[person.id]
        facts = (str(account.id), account.first_name, account.username)
        if str(params.get("chat_id")) in {str(other.id) for other in people_ if other is not person}:
            yield from (fact for fact in facts if fact and fact in said)


def cards(desk: Desk, text_id: str, **values: str) -> "list[Message]":
    """The cards of a kind in the moderators' chat, found by the first line of their text."""
    head = words("ru", text_id, **values).split("\n", 1)[0]
    return [message for message in desk.to_moderators if message.text.startswith(head)]


async def decides(desk: Desk, moderator: Person, verb: str) -> str | None:
    """Tap a decision on the newest card that offers it."""
    for message in reversed(desk.to_moderators):
        for button in message.buttons:
            held = str(button.get("callback_data", ""))
            if held.startswith("case:") and held.endswith(f":{verb}"):
                return await moderator.taps_stale(message, held)
    raise AssertionError(f"no card offers {verb!r}")


async def asks_for_it(person: Person, verb: str, subject: str) -> None:
    """Tap a button that is asked about once, and be sure (`stop`, `share`, `money`, `complain`)."""
    await person.taps(f"{verb}:{subject}")
    await person.taps(label(person, f"button-{verb}-sure"))


async def digits_of(talk: Talk) -> str:
    """The handover code, as the owner reads it from the screen."""
    await talk.owner.taps(f"code:{talk.id}")
    found = _DIGITS.search(talk.owner.screen)
    assert found, f"no code in {talk.owner.screen!r}"
    return found[0]


async def types_code(talk: Talk, digits: str) -> None:
    """The finder says "I am handing it over" and types what the owner says."""
    await talk.finder.taps_stale(talk.finder.messages[-1], f"handed:{talk.id}")
    await talk.finder.sends(digits)


async def returned(talk: Talk) -> None:
    """The document comes home, proven by the code."""
    await types_code(talk, await digits_of(talk))


def wrong(digits: str) -> str:
    """Another code of six digits."""
    return f"{(int(digits) + 1) % 10**6:06d}"


async def carries(desk: Desk, person: Person) -> None:
    """Make a person a courier of the page."""

    async def give(work: Work) -> None:
        known = await people.meet(work, person.id, None)
        await volunteers.put(work.tx, known.id, Role.COURIER, "Karim")

    await desk.app.relay.work(give)
