"""What becomes of a message: its id, its copy in the discussion group, who is told of it."""

from typing import Any

from sandbox.accounts import TELEGRAM
from sandbox.chats import Chat, ChatKind
from sandbox.clock import SandboxClock
from sandbox.detection import commands_in
from sandbox.directory import Directory
from sandbox.messages import Message


class Traffic(Directory):
    """Publishes, edits and removes messages; `privacy_mode` hides ordinary group talk from the bot."""

    def __init__(self, clock: SandboxClock, *, token: str, username: str, seed: int) -> None:
        super().__init__(clock, token=token, username=username, seed=seed)
        self.privacy_mode = False
        self._message_ids = 0

    def new_message(self, chat: Chat, **parts: Any) -> Message:  # noqa: ANN401 - the fields of Message
        """A message with the next id of its chat, not yet published."""
        if chat.kind in {ChatKind.SUPERGROUP, ChatKind.CHANNEL}:
            chat.last_message_id += 1
            number = chat.last_message_id
        else:
            self._message_ids += 1
            number = self._message_ids
        return Message(number, chat.id, self.clock.now(), **parts)

    def publish(self, message: Message) -> Message:
        """Put a message into its chat and the discussion group; tell the bot if it is not its own."""
        chat = self.chats[message.chat_id]
        chat.messages[message.id] = message
        if not message.from_bot and self._bot_sees(chat, message):
            self.updates.put("channel_post" if chat.is_channel else "message", self.objects.message(message))
        if chat.is_channel and chat.linked is not None:
            self._forward(message, self.chats[chat.linked])
        self.changed("chat", chat.id)
        return message

    def show_edit(self, message: Message) -> None:
        """Stamp an edit; the copy of a post in the discussion group follows."""
        message.edited = self.clock.now()
        copy = self.copy_of(message)
        if copy is not None:
            copy.take_content(message)
            copy.edited = message.edited
            self.changed("chat", copy.chat_id)
        self.changed("chat", message.chat_id)

    def tell_edit(self, message: Message) -> None:
        """Stamp an edit of a person; the bot is told if it sees the message."""
        self.show_edit(message)
        if self._bot_sees(self.chats[message.chat_id], message):
            self.updates.put("edited_message", self.objects.message(message))

    def remove(self, message: Message) -> None:
        """Delete a message; the copy of a post in the discussion group goes with it."""
        copy = self.copy_of(message)
        if copy is not None:
            self.remove(copy)
        del self.chats[message.chat_id].messages[message.id]
        self.changed("chat", message.chat_id)

    def copy_of(self, post: Message) -> Message | None:
        """The copy of a channel's post in the discussion group; None without a group, or once it is gone."""
        group = self.chats[post.chat_id].linked
        if group is None or post.copy_in_discussion is None:
            return None
        return self.chats[group].messages.get(post.copy_in_discussion)

    def _bot_sees(self, chat: Chat, message: Message) -> bool:
        if not chat.bot.present:
            return False
        if not chat.is_group or not self.privacy_mode or chat.bot.is_admin:
            return True
        if message.joined or message.via:
            return True
        answered = chat.messages.get(message.reply_to) if message.reply_to else None
        return bool(commands_in(message.text, message.entities)) or bool(answered and answered.from_bot)

    def _forward(self, post: Message, group: Chat) -> None:
        copy = self.new_message(group, sender=TELEGRAM, sender_chat=post.chat_id)
        copy.take_content(post)
        copy.forward_of = (post.chat_id, post.id)
        post.copy_in_discussion = copy.id
        self.publish(copy)
