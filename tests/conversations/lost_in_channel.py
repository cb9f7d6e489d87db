"""What the stories of lost documents in the channel begin with, and where they look."""

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.people import Ban, BanKind
from sandbox.chats import Chat
from sandbox.person import Person
from storage import bans
from tests.conftest import Desk
from tests.conversations.beforehand import waiting
from tests.conversations.steps import (
    TAIL,
    code_in,
    label,
)

if TYPE_CHECKING:
    from sandbox.messages import Message

NAME = "Исраилов Жаңабай"
SHOWN = "Жаңабай И."
PRINTED = "ISRAILOV ZHANABAI"
PLACE = "чайхана у моста"
KNOWN = timedelta(0)
"""Nobody is new: everybody has the whole of each cap."""

DAY = timedelta(days=1)


def opened_by(post: "Message", letter: str) -> list[str]:
    """The links of a post or a digest that open the bot so."""
    links = [str(button.get("url", "")) for button in post.buttons]
    links += [str(entity.get("url", "")) for entity in post.entities]
    return [link for link in links if f"?start={letter}_" in link]


def telling_of(chat: Chat, code: str) -> "list[Message]":
    """The messages of a channel from which a lost document can be opened."""
    return [m for m in chat.messages.values() if any(one.endswith(f"w_{code}") for one in opened_by(m, "w"))]


def lost_in(desk: Desk) -> "list[Message]":
    """The posts from which any lost document can be opened."""
    return [post for post in desk.posts if opened_by(post, "w")]


async def shows_own(owner: Person, name: str = NAME) -> None:
    """Go to the watch of that name in `/my`."""
    await owner.sends("/my")
    await owner.taps(name)


async def publishes(owner: Person, name: str = NAME) -> str:
    """Let the channel tell of a watch, from `/my`; the code."""
    await shows_own(owner, name)
    await owner.taps(label(owner, "button-tell-channel"))
    await owner.taps(label(owner, "button-publish-lost"))
    return code_in(owner.screen)


async def told_in_the_channel(desk: Desk, owner: Person, **answers: str) -> str:
    """A watch with all its facts that the channel tells of; its code."""
    await waiting(desk, owner, NAME, **{"place": PLACE, "number_tail": TAIL, **answers})
    return await publishes(owner)


async def removes(owner: Person) -> None:
    await shows_own(owner)
    await owner.taps(label(owner, "button-untell"))


async def withdraws(owner: Person) -> None:
    await shows_own(owner)
    for button in ("button-withdraw-w", "button-withdraw-w-sure"):
        await owner.taps(label(owner, button))


async def shadows(desk: Desk, person: Person) -> None:
    """Ban somebody in silence."""
    ban = Ban(BanKind.SHADOW, None)
    await desk.app.relay.work(lambda work: bans.put(work.tx, person.id, ban))


async def later(desk: Desk, span: timedelta) -> None:
    """Let the bot sleep so long; then the clock does what is due, and in its next round what follows."""
    desk.world.clock.wind(span)
    await desk.tick()
    await desk.tick()
