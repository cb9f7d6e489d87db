"""A fake Telegram without a network: it judges each call by limits and faults, and keeps the ledger."""

from collections import Counter
from collections.abc import Mapping
from itertools import count
from typing import Any, Final, NamedTuple

from bench._delivery_faults import Fate, Faults
from bench._delivery_ledger import Counts, Ledger
from bench._delivery_limits import Limits
from bench._delivery_newcomers import Newcomers
from bench._delivery_task import BOT_ID, USERNAME

BOT: Final = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "Tabyldy",
    "username": USERNAME,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
_COUNTED: Final = ("send", "edit", "copy", "forward")
_NOT_COUNTED: Final = "sendchataction"
_PHOTO: Final = {"file_id": "bench-photo", "file_unique_id": "bench", "width": 1, "height": 1}


class Reply(NamedTuple):
    """An HTTP answer; `dropped` means that the connection is closed instead of giving it."""

    status: int
    body: Mapping[str, Any]
    dropped: bool = False


class Telegram:
    """The Bot API as one bot sees it. `now` is seconds that only grow, `date` is Unix time."""

    def __init__(self, limits: Limits, faults: Faults) -> None:
        self.newcomers = Newcomers()
        self._limits = limits
        self._faults = faults
        self._ledger = Ledger()
        self._attempts: Counter[int | str] = Counter()
        self._message_ids = count(1)

    @property
    def has_begun(self) -> bool:
        """Whether a recipient was written to."""
        return self._ledger.has_begun

    def call(self, method: str, params: Mapping[str, Any], now: float, date: int) -> Reply:
        """Answer any method but getUpdates; one that is not known here succeeds."""
        wanted = method.lower()
        if wanted == "getme":
            return _ok(BOT)
        chat = chat_of(params)
        if chat is None or wanted == _NOT_COUNTED or not wanted.startswith(_COUNTED):
            return _ok(result=True)
        wait = self._limits.ask(chat, now)
        self._ledger.called(chat, now, refused=wait is not None)
        if wait is not None:
            return _refused(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        self._attempts[chat] += 1
        fate = self._faults.fate(chat, self._attempts[chat])
        if fate is Fate.BLOCKED:
            self._ledger.blocked(chat)
            return _refused(403, "Forbidden: bot was blocked by the user")
        if fate is Fate.BROKEN:
            return _refused(500, "Internal Server Error")
        message = self._message(chat, params, date)
        self._ledger.accepted(chat, message.get("text") or message["caption"])
        self.newcomers.answer(chat, now)
        return Reply(200, {"ok": True, "result": message}, dropped=fate is Fate.DROPPED)

    def counts(self, now: float) -> Counts:
        """Everything so far."""
        return self._ledger.counts(self.newcomers.waits(now), self.newcomers.waiting)

    def _message(self, chat: int | str, params: Mapping[str, Any], date: int) -> dict[str, Any]:
        """The message that a call puts or changes, as the Bot API tells it."""
        kind = "channel" if isinstance(chat, str) else "supergroup" if chat < 0 else "private"
        title = {"first_name": "Person"} if kind == "private" else {"title": "Group"}
        number = int(params.get("message_id") or next(self._message_ids))
        message = {"message_id": number, "date": date, "chat": {"id": chat, "type": kind, **title}}
        message["from"] = BOT
        if "text" in params:
            return message | {"text": params["text"]}
        return message | {"photo": [_PHOTO], "caption": str(params.get("caption", ""))}


def chat_of(params: Mapping[str, Any]) -> int | str | None:
    """The chat a call is for; None when it is for none. Forms carry numbers as text."""
    chat = params.get("chat_id")
    if chat is None:
        return None
    text = str(chat)
    return int(text) if text.lstrip("-").isdigit() else text


def _ok(result: object) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def _refused(status: int, description: str, parameters: Mapping[str, int] | None = None) -> Reply:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return Reply(status, body | ({"parameters": parameters} if parameters else {}))
