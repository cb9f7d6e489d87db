"""One message: what is in it, its buttons, and whether an edit would change it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from sandbox.accounts import Account, Json


@dataclass(slots=True, frozen=True)
class Photo:
    """A stored picture; width and height in pixels, size in bytes."""

    file_id: str
    unique_id: str
    width: int
    height: int
    size: int

    @property
    def sizes(self) -> list[Json]:
        """The picture as the Bot API's array of `PhotoSize` (one size is kept)."""
        return [
            {
                "file_id": self.file_id,
                "file_unique_id": self.unique_id,
                "width": self.width,
                "height": self.height,
                "file_size": self.size,
            }
        ]


@dataclass(slots=True, frozen=True)
class Voice:
    """A stored voice message; duration in seconds, size in bytes."""

    file_id: str
    unique_id: str
    duration: int
    size: int

    @property
    def as_json(self) -> Json:
        """The voice as a Bot API `Voice`."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "duration": self.duration,
            "mime_type": "audio/ogg",
            "file_size": self.size,
        }


@dataclass(slots=True, frozen=True)
class Video:
    """A stored video; duration in seconds, width and height in pixels, size in bytes."""

    file_id: str
    unique_id: str
    duration: int
    width: int
    height: int
    size: int

    @property
    def as_json(self) -> Json:
        """The video as a Bot API `Video`."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "width": self.width,
            "height": self.height,
            "duration": self.duration,
            "mime_type": "video/mp4",
            "file_size": self.size,
        }


@dataclass(slots=True, frozen=True)
class Document:
    """A stored file of any kind; size in bytes."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    size: int

    @property
    def as_json(self) -> Json:
        """The file as a Bot API `Document`."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": self.size,
        }


Media: TypeAlias = Photo | Video | Voice | Document


@dataclass(slots=True)
class Message:
    """A message in a chat.

    `text` is the text, or the caption of any media; `entities` carry UTF-16 offsets; `inline` is a list
    of rows of InlineKeyboardButton objects; `keyboard` is a ReplyKeyboardMarkup, ReplyKeyboardRemove or
    ForceReply object; `reaction` is the emoji the bot put under it, if any; `via` is the bot
    whose inline answer it was picked from.
    """

    id: int
    chat_id: int
    date: datetime
    sender: Account | None = None
    sender_chat: int | None = None
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    photo: Photo | None = None
    video: Video | None = None
    voice: Voice | None = None
    document: Document | None = None
    location: Json | None = None
    inline: list[list[Json]] = field(default_factory=list)
    keyboard: Json | None = None
    edited: datetime | None = None
    reply_to: int | None = None
    thread: int | None = None
    forward_of: tuple[int, int] | None = None
    copy_in_discussion: int | None = None
    joined: list[Account] = field(default_factory=list)
    link_preview: Json | None = None
    protected: bool = False
    reaction: str = ""
    via: Account | None = None

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it (in a channel: posted it)."""
        return self.sender is not None and self.sender.is_bot

    @property
    def inline_id(self) -> str:
        """What the bot knows a message by that was sent via it (`inline_message_id`)."""
        return f"inline{self.chat_id}_{self.id}"

    @property
    def media(self) -> Media | None:
        """The file it shows, which gives it a caption instead of a text."""
        return self.photo or self.video or self.voice or self.document

    @media.setter
    def media(self, file: Media | None) -> None:
        self.photo = file if isinstance(file, Photo) else None
        self.video = file if isinstance(file, Video) else None
        self.voice = file if isinstance(file, Voice) else None
        self.document = file if isinstance(file, Document) else None

    @property
    def buttons(self) -> list[Json]:
        """Its inline buttons, row after row."""
        return [button for row in self.inline for button in row]

    @property
    def service(self) -> str | None:
        """The line a client shows for a service message, or None for an ordinary one."""
        if not self.joined:
            return None
        return ", ".join(member.first_name for member in self.joined) + " joined the group"

    def take_content(self, other: "Message") -> None:
        """Show what another message shows, without its buttons."""
        self.text, self.entities, self.location = other.text, other.entities, other.location
        self.media = other.media

    def shows(self, text: str, entities: list[Json], inline: list[list[Json]]) -> bool:
        """Whether the message already shows exactly this."""
        return (self.text, self.entities, self.inline) == (text, entities, inline)
