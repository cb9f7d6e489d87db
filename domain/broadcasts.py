"""Broadcasts: one message to many subscribers, how far it has come and how long it will take. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.documents import Country
from domain.subscriptions import EVERYWHERE, Topic

LANGUAGES: Final = ("kk", "uz", "ru", "en")
"""The languages a broadcast can be written in: those of the texts, in the order of the picker."""

TEXT_LENGTH: Final = 4096
CAPTION_LENGTH: Final = 1024
"""UTF-16 units of a message and of the words under a picture, core.telegram.org/bots/api."""

FILLED: Final = "f" * 32
"""The id after all others: up to it the audience is written."""

_BAR: Final = 12
_MINUTE: Final = timedelta(minutes=1)


class BroadcastState(StrEnum):
    """A broadcast's life."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is to get a broadcast, among the subscribers.

    `topic` None is everybody who subscribed to anything, `country` and `language` None leave out nobody.
    A `place` (gazetteer code) leaves out who hears of documents at other places only, a `country` who chose
    another one.
    """

    topic: Topic | None = None
    place: str = EVERYWHERE
    country: Country | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast as stored. `author_id` is None for what the page itself tells, an appeal.

    `reached` is the person up to whom the audience is written (FILLED: all of it), `recipients` how many that
    were. `progress` is the delivery of the message that shows how far it is; `told_at` is when that changed
    last, None before the start and after the end report.
    """

    id: str
    author_id: str | None
    state: BroadcastState
    audience: Audience
    starts_at: datetime
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    reached: str = ""
    recipients: int = 0
    progress: str | None = None
    told_at: datetime | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and can be paused, resumed or cancelled."""
        return self.state in (BroadcastState.RUNNING, BroadcastState.PAUSED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many deliveries of a broadcast stand where; `later` waits for the end of somebody's quiet hours."""

    recipients: int
    queued: int = 0
    later: int = 0
    sent: int = 0
    blocked: int = 0
    unknown: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def left(self) -> int:
        """How many are still to be sent."""
        return self.queued + self.later

    @property
    def percent(self) -> int:
        """The part that is over, in whole percent; 100 only when nothing is left."""
        if not self.recipients:
            return 0 if self.left else 100
        return max(0, self.recipients - self.left) * 100 // self.recipients

    @property
    def bar(self) -> str:
        """The same as a line of blocks."""
        full = self.percent * _BAR // 100
        return "▓" * full + "░" * (_BAR - full)


def takes(count: int, per_second: float) -> timedelta:
    """How long so many messages take; ValueError when none may be sent at all."""
    if per_second <= 0:
        message = f"no pace: {per_second} messages per second"
        raise ValueError(message)
    return timedelta(seconds=count / per_second)


def in_minutes(span: timedelta) -> int:
    """A span in minutes, to the nearest; 0 is less than half a minute."""
    return round(span / _MINUTE)


def utf16_length(text: str) -> int:
    """How long Telegram takes a text for."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
