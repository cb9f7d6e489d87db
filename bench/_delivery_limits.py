"""Telegram's limits as a bot meets them: a bucket for all chats, one for each chat, windows of refusals.

The numbers are those of core.telegram.org/bots/faq ("My bot is hitting limits"): about 30 messages a second
to different chats, one a second to one chat with short bursts, 20 a minute to one group. How Telegram refuses
is not documented: two models stand for the ways that people report.
"""

import math
from collections import deque
from typing import Final, Protocol

CHAT_PER_SECOND: Final = 1.0
CHAT_BURST: Final = 3
GROUP_PER_MINUTE: Final = 20
WINDOWS: Final = tuple(range(1, 36, 2))
"""Seconds for which everything is refused: after the first refusal, after the second, and so on."""

RELAX_SECONDS: Final = 10.0
"""After so long without a refusal the next window is one step shorter."""

_MINUTE: Final = 60.0


class Bucket:
    """Tokens that come back at `rate` a second until there are `capacity`; it starts full."""

    def __init__(self, rate: float, capacity: float) -> None:
        self._rate = rate
        self._capacity = capacity
        self._tokens = capacity
        self._at = -math.inf

    def missing(self, now: float) -> float:
        """The seconds until one token is there; 0 when it is."""
        return max(0.0, (1.0 - self._filled(now)) / self._rate)

    def take(self, now: float) -> None:
        """Use a token."""
        self._tokens = self._filled(now) - 1.0
        self._at = now

    def _filled(self, now: float) -> float:
        return min(self._capacity, self._tokens + (now - self._at) * self._rate)


class Recent:
    """At most `most` calls within the last `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._seconds = seconds
        self._times: deque[float] = deque(maxlen=most)

    def missing(self, now: float) -> float:
        """The seconds until one more is allowed; 0 when it is."""
        if len(self._times) != self._times.maxlen:
            return 0.0
        return max(0.0, self._times[0] + self._seconds - now)

    def take(self, now: float) -> None:
        """Count a call."""
        self._times.append(now)


class Flood(Protocol):
    """What Telegram does about a bot that sends too much."""

    def closed(self, now: float) -> bool:
        """Whether everything is refused at this moment."""

    def refuse(self, now: float, wait: float) -> int:
        """Refuse a call for which a limit lacks `wait` seconds; the whole seconds told to the bot."""

    def passed(self, now: float) -> None:
        """Note a call that was let through."""


class SoftFlood:
    """Refuses only while a limit lacks something."""

    def closed(self, now: float) -> bool:
        """Never."""
        del now
        return False

    def refuse(self, now: float, wait: float) -> int:
        """Tell what is lacking, a second at least."""
        del now
        return max(1, math.ceil(wait))

    def passed(self, now: float) -> None:
        """Nothing is remembered."""


class WindowFlood:
    """A refusal closes everything for a while; each one, also meanwhile, makes the next while longer."""

    def __init__(self) -> None:
        self._level = 0
        self._until = -math.inf
        self._calm_since = -math.inf

    def closed(self, now: float) -> bool:
        """Whether a window is open."""
        return now < self._until

    def refuse(self, now: float, wait: float) -> int:
        """Open a window unless one is open; what a limit lacks may last longer."""
        if not self.closed(now):
            self._until = self._calm_since = now + WINDOWS[self._level]
        self._level = min(self._level + 1, len(WINDOWS) - 1)
        return max(1, math.ceil(max(self._until - now, wait)))

    def passed(self, now: float) -> None:
        """Forgive slowly."""
        if self._level and now - self._calm_since >= RELAX_SECONDS:
            self._level -= 1
            self._calm_since = now


class Limits:
    """All limits of one bot; `per_second` counts over all chats, with one second's worth at once."""

    def __init__(self, per_second: float, flood: Flood) -> None:
        self._all = Bucket(per_second, per_second)
        self._flood = flood
        self._chats: dict[int | str, Bucket] = {}
        self._groups: dict[int | str, Recent] = {}

    def ask(self, chat: int | str, now: float) -> int | None:
        """Let a call to a chat through (None), or refuse it: the whole seconds it is told to wait."""
        limits = self._of(chat)
        wait = max(limit.missing(now) for limit in limits)
        if wait > 0 or self._flood.closed(now):
            return self._flood.refuse(now, wait)
        for limit in limits:
            limit.take(now)
        self._flood.passed(now)
        return None

    def _of(self, chat: int | str) -> list[Bucket | Recent]:
        """The limits that a chat falls under; a group or channel has a negative id or a name."""
        limits: list[Bucket | Recent] = [
            self._all,
            self._chats.setdefault(chat, Bucket(CHAT_PER_SECOND, CHAT_BURST)),
        ]
        if isinstance(chat, str) or chat < 0:
            limits.append(self._groups.setdefault(chat, Recent(GROUP_PER_MINUTE, _MINUTE)))
        return limits
