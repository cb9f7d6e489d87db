"""Callback queries: what was tapped, and what the bot said to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

#: After this the server answers "query is too old"; clients stop waiting well before.
LIFETIME = timedelta(minutes=1)


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
