"""Telegram's sending limits, off until switched on.

Source of the numbers: "My bot is hitting limits" of the Bot FAQ: about one message a second in a
chat with bursts allowed, 20 a minute in a group or channel, 30 a second over all.
"""

import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from sandbox.chats import Chat

_OVERALL = (30, 1.0)
_PRIVATE = (5, 5.0)
_GROUP = (20, 60.0)


@dataclass(slots=True)
class SendLimits:
    """Sliding windows over the times of what was sent, in seconds."""

    on: bool = False
    _sent: dict[int, deque[float]] = field(default_factory=dict)

    def wait(self, chat: Chat, now: datetime) -> int:
        """Seconds until the next message may go, 0 for at once; a message that may go is counted."""
        if not self.on:
            return 0
        moment = now.timestamp()
        windows = ((0, _OVERALL), (chat.id, _PRIVATE if chat.is_private else _GROUP))
        left = max(self._left(key, limit, moment) for key, limit in windows)
        if left > 0:
            return math.ceil(left)
        for key, _ in windows:
            self._sent[key].append(moment)
        return 0

    def _left(self, key: int, limit: tuple[int, float], moment: float) -> float:
        count, seconds = limit
        times = self._sent.setdefault(key, deque())
        while times and times[0] <= moment - seconds:
            times.popleft()
        return times[0] + seconds - moment if len(times) >= count else 0.0
