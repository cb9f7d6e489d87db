"""Chats: who is in them, what was said, and what the bot may do there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.accounts import Json
from sandbox.messages import Message


class ChatKind(StrEnum):
    """The four kinds, spelled as the Bot API spells them."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(slots=True)
class Standing:
    """The bot's place in a chat: `status` as in ChatMember, and its administrator rights.

    In a private chat `kicked` means that the person blocked the bot.
    """

    status: str = "member"
    can_post: bool = False
    can_edit: bool = False
    can_delete: bool = False

    @property
    def present(self) -> bool:
        """Whether the bot is in the chat at all."""
        return self.status in {"member", "administrator"}

    @property
    def is_admin(self) -> bool:
        """Whether the bot is an administrator."""
        return self.status == "administrator"


@dataclass(slots=True)
class Chat:
    """A chat with its live messages by id; deleted messages are gone.

    `linked` is a channel's discussion group, or a discussion group's channel.
    """

    id: int
    kind: ChatKind
    title: str = ""
    username: str = ""
    members: set[int] = field(default_factory=set)
    bot: Standing = field(default_factory=Standing)
    linked: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    first_name: str = ""

    @property
    def is_private(self) -> bool:
        """Whether it is a chat of one person with the bot."""
        return self.kind is ChatKind.PRIVATE

    @property
    def is_channel(self) -> bool:
        """Whether only posts appear here."""
        return self.kind is ChatKind.CHANNEL

    @property
    def is_group(self) -> bool:
        """Whether several people talk here."""
        return self.kind in {ChatKind.GROUP, ChatKind.SUPERGROUP}

    @property
    def is_open(self) -> bool:
        """Whether people write here without joining, as under the posts of a public channel."""
        return self.is_group and self.linked is not None

    @property
    def newest_first(self) -> Iterable[Message]:
        """The live messages from the newest to the oldest."""
        return (self.messages[key] for key in sorted(self.messages, reverse=True))

    def is_written_by(self, person: int) -> bool:
        """Whether something of this person stands here."""
        senders = (message.sender for message in self.messages.values())
        return any(sender is not None and sender.id == person for sender in senders)

    @property
    def as_json(self) -> Json:
        """The chat as a Bot API `Chat`."""
        chat: Json = {"id": self.id, "type": str(self.kind)}
        pairs = (("title", self.title), ("username", self.username), ("first_name", self.first_name))
        chat.update({name: value for name, value in pairs if value})
        return chat
