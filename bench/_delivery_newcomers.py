"""People who find the bot during a broadcast: each says /start once and waits for the first answer."""

from collections.abc import Sequence
from typing import Any, Final

from bench._delivery_task import FIRST_NEWCOMER

AT_ONCE: Final = 100
"""How many updates getUpdates gives at most (Bot API, getUpdates, limit)."""

_COMMAND: Final = "/start"


class Newcomers:
    """Their updates, kept until they are confirmed, and how long each waited; times are seconds."""

    def __init__(self) -> None:
        self._updates: dict[int, dict[str, Any]] = {}
        self._came: dict[int | str, float] = {}
        self._answered: dict[int | str, float] = {}

    @property
    def waiting(self) -> int:
        """How many have no answer."""
        return len(self._came) - len(self._answered)

    def come(self, now: float, date: int) -> None:
        """One more person says /start; `date` is the Unix time that their message carries."""
        number = len(self._came) + 1
        chat = FIRST_NEWCOMER + number
        self._came[chat] = now
        self._updates[number] = _update(number, chat, date)

    def updates(self, offset: int) -> Sequence[dict[str, Any]]:
        """Give what is there from `offset` on; what is before it is confirmed and forgotten (getUpdates)."""
        self._updates = {number: update for number, update in self._updates.items() if number >= offset}
        return list(self._updates.values())[:AT_ONCE]

    def answer(self, chat: int | str, now: float) -> None:
        """A message for this chat was accepted; only a newcomer's first one counts."""
        if chat in self._came:
            self._answered.setdefault(chat, now)

    def waits(self, now: float) -> list[float]:
        """The seconds each waited for the first answer; whoever has none, until now."""
        return [self._answered.get(chat, now) - came for chat, came in self._came.items()]


def _update(number: int, chat: int, date: int) -> dict[str, Any]:
    """An update of the Bot API: somebody sends /start."""
    who = {"id": chat, "is_bot": False, "first_name": "Person", "language_code": "ru"}
    message = {
        "message_id": 1,
        "date": date,
        "from": who,
        "chat": {"id": chat, "type": "private", "first_name": "Person"},
        "text": _COMMAND,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(_COMMAND)}],
    }
    return {"update_id": number, "message": message}
