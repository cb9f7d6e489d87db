"""Queries: what was tapped or typed behind the bot's name, and what the bot said to it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.accounts import Json

#: After this the server answers "query is too old"; clients stop waiting well before.
LIFETIME = timedelta(minutes=1)

#: The same for what is typed inline: clients ask anew with every few letters.
INLINE_LIFETIME = timedelta(seconds=10)


@dataclass(slots=True, frozen=True)
class Toast:
    """What a client shows after a tap: a passing line, or an alert to close; `url` is opened."""

    text: str
    alert: bool = False
    url: str = ""


@dataclass(slots=True)
class Query:
    """One tap and its answer; the first answer is the one the client shows."""

    id: str
    person: int
    asked: datetime
    toast: Toast | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the server still takes an answer."""
        return now - self.asked <= LIFETIME


@dataclass(slots=True, frozen=True)
class Offer:
    """One line of an inline answer, and the message that it becomes."""

    id: str
    title: str
    description: str
    text: str
    entities: list[Json] = field(default_factory=list)
    inline: list[list[Json]] = field(default_factory=list)
    link_preview: Json | None = None


@dataclass(slots=True, frozen=True)
class Offers:
    """What a client shows above the text field; `button` is an InlineQueryResultsButton object or empty."""

    button: Json
    offers: tuple[Offer, ...] = ()


@dataclass(slots=True)
class InlineQuery:
    """What somebody typed behind the bot's name in a chat, and what they are shown."""

    id: str
    person: int
    chat: int
    text: str
    asked: datetime
    answer: Offers | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the server still takes an answer."""
        return self.answer is None and now - self.asked <= INLINE_LIFETIME
