"""What leaves the bot: contents with buttons, and the way each one is to be delivered."""

from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: one of `tap` (callback data, 1-64 bytes), `url`, `copy` (1-256 characters)."""

    text: str
    tap: str | None = None
    url: str | None = None
    copy: str | None = None


class AttachmentKind(StrEnum):
    """What a message may carry beside words."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    VOICE = "voice"
    LOCATION = "location"
    FILE = "file"
    DRAWING = "drawing"
    PICTURE_FILE = "picture_file"


@dataclass(frozen=True, slots=True)
class Attachment:
    """What hangs on a message.

    `value` is Telegram's file id of a photo, video, voice or document (any file a person sent, such as a
    PDF), `latitude,longitude` in degrees of a location, the whole text of a file that the bot has written,
    base64 of the PNG or JPEG of a drawing or a picture file. Both are pictures that the bot itself has made:
    a drawing is sent as a photo, a picture file as a document, which Telegram does not make smaller. `name`
    is the file's name.
    """

    kind: AttachmentKind
    value: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """One message: Telegram HTML, inline buttons or a lasting menu of reply buttons.

    The text has 1-4096 characters; with an attachment it is its caption of 0-1024, and stays unseen under a
    location, which has none. `answers` is the message of that chat under which it stands as a reply; it is
    sent all the same when that one is gone.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    menu: tuple[tuple[str, ...], ...] = ()
    attachment: Attachment | None = None
    answers: int | None = None

    def to_json(self) -> dict[str, Any]:
        """A plain form for storage; `from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Content":
        """Read what `to_json` wrote."""
        buttons = tuple(tuple(Button(**button) for button in row) for row in data["buttons"])
        held = data.get("attachment")
        attachment = Attachment(AttachmentKind(held["kind"]), held["value"], held["name"]) if held else None
        menu = tuple(tuple(row) for row in data["menu"])
        return cls(data["text"], buttons, menu, attachment, data.get("answers"))


class Lane(IntEnum):
    """Who goes first when many messages wait: a smaller number is served earlier."""

    REPLY = 0
    NOTICE = 1
    POST = 2
    BROADCAST = 3


class OnDoubt(StrEnum):
    """What happens to a message that was perhaps sent, when the process dies or the answer is lost."""

    RESEND = "resend"
    PARK = "park"


class DeliveryState(StrEnum):
    """A delivery's life: queued, sending, then one of the ends."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    UNDELIVERABLE = "undeliverable"


PUBLIC_CHAT = "chat:"


def chat(chat_id: int | str) -> str:
    """The recipient that is a channel or group rather than a person: `chat:-1001`."""
    return f"{PUBLIC_CHAT}{chat_id}"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message for the outbox.

    `recipient` is a person's id or `chat(...)`. `edits` is the delivery whose message is to be replaced in
    place; `edits_message` names the message itself when it is known (the menu a person tapped). With
    `or_delete` a message that can no longer be edited is deleted, instead of being sent anew. With `deletes`
    the message goes away, and only where Telegram does not allow that it is changed into the content.
    """

    recipient: str
    content: Content
    lane: Lane
    on_doubt: OnDoubt
    edits: str | None = None
    edits_message: int | None = None
    or_delete: bool = False
    deletes: bool = False


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery taken by this process, ready to be sent to `chat_id` (or edited as `message_id`).

    `edits` is the delivery that `message_id` came from, as in `Outgoing`.
    """

    id: str
    recipient: str
    chat_id: int | str
    content: Content
    lane: Lane
    on_doubt: OnDoubt
    attempts: int
    message_id: int | None
    or_delete: bool = False
    deletes: bool = False
    edits: str | None = None
