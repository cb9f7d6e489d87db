"""What a person did, as a value: everything a handler may know of a Telegram update."""

from dataclasses import dataclass

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update.

    `tap` is a button's callback data, `message_id` the message that holds it. `text` is what was typed,
    `argument` what followed a command. `location` is (latitude, longitude) in degrees. `stopped`: the
    person has just blocked the bot.
    """

    update_id: int
    telegram_id: int
    chat_id: int
    private: bool
    client_language: str | None
    text: str = ""
    argument: str = ""
    tap: str | None = None
    query_id: str | None = None
    message_id: int | None = None
    location: tuple[float, float] | None = None
    stopped: bool = False

    def after(self, prefix: str) -> str:
        """The rest of the tapped button's data behind `prefix`."""
        return (self.tap or "").removeprefix(prefix)


def read(update: Update) -> Incoming | None:
    """The update as a value; None when no person stands behind it."""
    if update.effective_user is None or update.effective_chat is None:
        return None
    query, message = update.callback_query, update.message
    text = (message.text or "") if message else ""
    spot = message.location if message else None
    return Incoming(
        update_id=update.update_id,
        telegram_id=update.effective_user.id,
        chat_id=update.effective_chat.id,
        private=update.effective_chat.type == ChatType.PRIVATE,
        client_language=update.effective_user.language_code,
        text=text,
        argument=text.partition(" ")[2].strip() if text.startswith("/") else "",
        tap=query.data if query else None,
        query_id=query.id if query else None,
        message_id=query.message.message_id if query and query.message else None,
        stopped=_stopped(update),
        location=(spot.latitude, spot.longitude) if spot else None,
    )


def _stopped(update: Update) -> bool:
    change = update.my_chat_member
    return change is not None and change.new_chat_member.status == ChatMemberStatus.BANNED
