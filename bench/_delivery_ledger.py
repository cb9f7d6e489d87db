"""What a fake Telegram saw of one run, and how it travels to the bench."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bench._delivery_task import is_recipient


class Counts(NamedTuple):
    """One run as Telegram saw it.

    `too_many` are calls refused with 429. `handled` are the calls let through, everybody's, between the first
    call to a recipient and the last (which may have been refused), `seconds` the time between the two.
    `accepted` tells for each recipient how often their most repeated text was accepted, `blocked` who was
    found to have blocked the bot. `waits` are the seconds that newcomers waited for an answer, `waiting` how
    many have none.
    """

    too_many: int
    handled: int
    seconds: float
    accepted: Mapping[int, int]
    blocked: Sequence[int]
    waits: Sequence[float]
    waiting: int

    @property
    def per_second(self) -> float:
        """Calls let through a second; 0 when there was no time between them."""
        return max(self.handled - 1, 0) / self.seconds if self.seconds else 0.0

    @property
    def reached(self) -> int:
        """How many recipients have the text or are known to have blocked the bot."""
        return len(self.accepted) + len(self.blocked)

    def to_json(self) -> dict[str, Any]:
        """A plain form; `from_json` reads it back."""
        return self._asdict()

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Counts":
        """Read what `to_json` wrote."""
        return cls(**data | {"accepted": {int(chat): count for chat, count in data["accepted"].items()}})


class Ledger:
    """Records calls as they are judged."""

    def __init__(self) -> None:
        self._too_many = 0
        self._passed: list[float] = []
        self._to_recipients: list[float] = []
        self._accepted: Counter[tuple[int | str, str]] = Counter()
        self._blocked: set[int | str] = set()

    @property
    def has_begun(self) -> bool:
        """Whether a recipient was written to."""
        return bool(self._to_recipients)

    def called(self, chat: int | str, now: float, *, refused: bool) -> None:
        """Record a call that the limits refused or let through, whatever became of it then."""
        if is_recipient(chat):
            self._to_recipients.append(now)
        if refused:
            self._too_many += 1
        else:
            self._passed.append(now)

    def accepted(self, chat: int | str, text: str) -> None:
        """Record a message that Telegram has."""
        if is_recipient(chat):
            self._accepted[chat, text] += 1

    def blocked(self, chat: int | str) -> None:
        """Record that the bot was told of somebody who blocked it."""
        self._blocked.add(chat)

    def counts(self, waits: Sequence[float], waiting: int) -> Counts:
        """Everything so far, with how long newcomers waited."""
        most: dict[int, int] = {}
        for (chat, _), count in self._accepted.items():
            most[int(chat)] = max(count, most.get(int(chat), 0))
        blocked = sorted(map(int, self._blocked))
        return Counts(self._too_many, *self._span(), most, blocked, waits, waiting)

    def _span(self) -> tuple[int, float]:
        """The calls let through between the first and the last to a recipient, and the seconds between."""
        if not self._to_recipients:
            return 0, 0.0
        first, last = self._to_recipients[0], self._to_recipients[-1]
        return bisect_right(self._passed, last) - bisect_left(self._passed, first), last - first
