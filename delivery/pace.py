"""The pace over all chats: evenly spaced slots, and what refusals teach about their distance."""

import math
from typing import Final

MARGIN: Final = 0.99
"""The part of the limit that is used. The other hundredth pays for clocks that differ and for what Telegram
counts that we do not; the goal is 0.985 of the limit, so half of it may be lost to a busy machine."""

CATCH_UP: Final = 0.25
"""The seconds of lateness that are made up for; what is later than that is lost.

Telegram is taken for a bucket that holds one second's messages. What leaves late spends a quarter of it and
`HORIZON` a thirtieth, so messages may still overtake each other by 0.7 s on their way before one is refused.
"""

HORIZON: Final = 0.033
"""The seconds whose slots are given out together: 33 turns at once at 1,000 a second, one at 30. Whoever
comes next waits that long, as at 30 a second."""

LOWERED: Final = 0.9
"""What is left of the rate after Telegram refused: below a limit that was missed by little, after two or
three refusals below one that was misjudged by a quarter."""

LOWEST: Final = 0.25
"""The part of the limit that is never given up: a broadcast to 60,000 still ends within the same night."""

RAISED: Final = 0.01
"""The part of the limit that `CALM` brings back."""

CALM: Final = 30.0
"""The seconds without a refusal after which the rate is raised: what one refusal took is back in five
minutes, and a limit that stays lower is tried only so often."""


class Pace:
    """Slots `1 / rate` seconds apart. Moments are monotonic seconds, `per_second` may be infinite.

    Slots follow each other, not the moments at which they are taken: a late timer loses nothing. Nothing is
    saved up while nobody asks.
    """

    def __init__(self, per_second: float) -> None:
        self.limited = math.isfinite(per_second)
        self._top = MARGIN * per_second
        self._rate = self._top
        self._calm_since = -math.inf
        self._next = -math.inf
        # A bucket for fewer than two messages has no room for catching up.
        self._catch_up = min(CATCH_UP, max(0.0, (1 - 1 / per_second) / 2))

    def rate(self, now: float) -> float:
        """Messages a second that are allowed at present."""
        if self._rate < self._top:
            self._recover(now)
        return self._rate

    def slot(self, now: float, since: float) -> float:
        """The next slot for somebody who asks since `since`; it has come if it is not later than `now`."""
        if now - self._next <= self._catch_up:
            return self._next
        return now - self._catch_up if since <= self._next else now

    def take(self, now: float, since: float, most: int) -> int:
        """Take the slots of the next `HORIZON`, at most so many; none when the first is yet to come."""
        first = self.slot(now, since)
        if first > now:
            return 0
        gap = 1 / self.rate(now)
        until = now + max(HORIZON, gap)
        count = min(most, max(1, int((until - first) / gap))) if gap else most
        self._next = first + count * gap
        return count

    def give_back(self, now: float, count: int) -> None:
        """Take back slots that were not used."""
        self._next -= count / self.rate(now)

    def restart(self, now: float) -> None:
        """Begin anew after a silence: nobody was late, they were not allowed."""
        self._next = max(self._next, now)

    def lower(self, now: float) -> None:
        """Telegram refused: go slower from now on."""
        self._rate = max(self.rate(now) * LOWERED, self._top * LOWEST)
        self._calm_since = now

    def _recover(self, now: float) -> None:
        steps = int((now - self._calm_since) / CALM)
        self._rate = min(self._rate + steps * RAISED * self._top, self._top)
        self._calm_since += steps * CALM
