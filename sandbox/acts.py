"""What the page may ask for: each act as a checked JSON object, and its effect on the world."""

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sandbox.accounts import Json
from sandbox.files import Upload
from sandbox.refusals import SandboxRefusal
from sandbox.world import World

FLOOD_SECONDS = 20
"""The wait that a flooded bot is told (Telegram names anything from a second to minutes)."""

_LONGEST_WIND = 400 * 24 * 3600
_SAMPLES = Path(__file__).parent / "page" / "samples"


class Act(BaseModel):
    """One thing done on the page; `perform` answers what the page needs to know, if anything."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def perform(self, world: World) -> Json:
        """Do it; raises SandboxRefusal with words for the person at the page."""
        raise NotImplementedError


class Send(Act):
    """A person writes."""

    do: Literal["send"]
    person: int
    chat: int
    text: str
    reply_to: int | None = None

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.send_text(self.person, self.chat, self.text, reply_to=self.reply_to).id}


class SendPhoto(Act):
    """A person sends a picture: `image` is base64 of a PNG or JPEG, `sample` the name of a bundled one."""

    do: Literal["photo"]
    person: int
    chat: int
    image: str | None = None
    sample: str | None = None
    caption: str = ""

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.send_photo(self.person, self.chat, self._bytes(), self.caption).id}

    def _bytes(self) -> bytes:
        return sample(self.sample) if self.sample is not None else _decoded(self.image, "photo")


class SendDocument(Act):
    """A person sends a file: `content` is base64, `sample` asks for the bundled one of that name."""

    do: Literal["document"]
    person: int
    chat: int
    name: str = Field(min_length=1, max_length=255)
    content: str | None = None
    sample: bool = False
    caption: str = ""

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        content = _bundled(self.name) if self.sample else _decoded(self.content, "file")
        upload = Upload(content, self.name)
        return {"message": world.send_document(self.person, self.chat, upload, self.caption).id}


class SendVideo(Act):
    """A person sends a video, in seconds."""

    do: Literal["video"]
    person: int
    chat: int
    seconds: int = 5
    caption: str = ""

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.send_video(self.person, self.chat, self.seconds, self.caption).id}


class SendLocation(Act):
    """A person sends a point, in degrees."""

    do: Literal["location"]
    person: int
    chat: int
    latitude: float
    longitude: float

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.send_location(self.person, self.chat, self.latitude, self.longitude).id}


class SendVoice(Act):
    """A person records a voice message, in seconds."""

    do: Literal["voice"]
    person: int
    chat: int
    seconds: int = 3

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.send_voice(self.person, self.chat, self.seconds).id}


class Edit(Act):
    """A person changes the words of their own message."""

    do: Literal["edit"]
    person: int
    chat: int
    message: int
    text: str

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.edit_text(self.person, self.chat, self.message, self.text).id}


class Tap(Act):
    """A person taps an inline button that carries callback data."""

    do: Literal["tap"]
    person: int
    chat: int
    message: int
    data: str = Field(min_length=1, max_length=64)

    def perform(self, world: World) -> Json:
        """Answers the query's id."""
        return {"query": world.tap(self.person, self.chat, self.message, self.data)}


class Ask(Act):
    """A person types behind the bot's name; what the bot offers comes as an event."""

    do: Literal["ask"]
    person: int
    chat: int
    text: str

    def perform(self, world: World) -> Json:
        """Answers the query's id."""
        return {"query": world.ask_inline(self.person, self.chat, self.text)}


class Pick(Act):
    """A person taps one of the cards that the bot offers."""

    do: Literal["pick"]
    person: int
    query: str
    result: str

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.pick(self.person, self.query, self.result).id}


class OpenLink(Act):
    """A person opens an address that leads to the bot."""

    do: Literal["open"]
    person: int
    url: str

    def perform(self, world: World) -> Json:
        """Answers the message's id."""
        return {"message": world.open_link(self.person, self.url).id}


class Block(Act):
    """A person blocks the bot or lets it in again."""

    do: Literal["block", "unblock"]
    person: int

    def perform(self, world: World) -> Json:
        """Answers nothing."""
        (world.block if self.do == "block" else world.unblock)(self.person)
        return {}


class DeleteAccount(Act):
    """A person leaves Telegram for ever."""

    do: Literal["delete_account"]
    person: int

    def perform(self, world: World) -> Json:
        """Answers nothing."""
        world.deactivate(self.person)
        return {}


class Wind(Act):
    """Time passes, at most some 13 months at once; the server's own clock does it (see `sandbox.passing`)."""

    do: Literal["wind"]
    seconds: int = Field(gt=0, le=_LONGEST_WIND)


class StopClock(Act):
    """No more time is wound; what has passed stays."""

    do: Literal["stop_clock"]


class Switch(Act):
    """The bot's network goes down or comes back; Telegram starts or stops answering 429."""

    do: Literal["switch"]
    name: Literal["net_down", "flood"]
    on: bool

    def perform(self, world: World) -> Json:
        """Answers nothing."""
        if self.name == "net_down":
            world.net_down = self.on
        else:
            world.flood_seconds = FLOOD_SECONDS if self.on else 0
        world.changed("world")
        return {}


class AddPerson(Act):
    """A new phone on the desk."""

    do: Literal["add_person"]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
    language: Literal["kk", "ru", "uz", "ky", "tg", "tr", "en"]

    def perform(self, world: World) -> Json:
        """Answers the person's id."""
        return {"person": world.add_person(self.name, self.language).id}


class TellStory(Act):
    """The guided story begins, goes on or ends; the server's own player does it (see `sandbox.playing`)."""

    do: Literal["story"]
    move: Literal["start", "next", "stop"]


AnyAct = Annotated[
    Send
    | SendPhoto
    | SendDocument
    | SendVideo
    | SendLocation
    | SendVoice
    | Edit
    | Tap
    | Ask
    | Pick
    | OpenLink
    | Block
    | DeleteAccount
    | Wind
    | StopClock
    | Switch
    | AddPerson
    | TellStory,
    Field(discriminator="do"),
]


def sample(name: str) -> bytes:
    """A bundled picture of nobody's document; raises SandboxRefusal for an unknown name."""
    return _chosen("photo", name, {path.stem: path for path in _SAMPLES.glob("*.jpg")})


def _bundled(name: str) -> bytes:
    return _chosen("file", name, {path.name: path for path in _SAMPLES.iterdir()})


def _chosen(kind: str, name: str, known: Mapping[str, Path]) -> bytes:
    if name not in known:
        raise SandboxRefusal(f"there is no sample {kind} “{name}”; there are: {', '.join(sorted(known))}")
    return known[name].read_bytes()


def _decoded(content: str | None, kind: str) -> bytes:
    try:
        return base64.b64decode(content or "", validate=True)
    except binascii.Error as error:
        raise SandboxRefusal(f"the {kind} did not arrive whole: try again") from error
