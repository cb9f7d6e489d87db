"""What befalls a call beside the limits: somebody who blocked the bot, a broken server, a lost answer.

Everything is decided by a hash of the seed, the chat and the attempt, so that each strategy meets the same.
"""

import hashlib
from enum import StrEnum
from typing import Final, NamedTuple

from bench._delivery_task import is_recipient

NO_SHARE: Final = 0.0
_WHOLE: Final = 1 << 64


class Fate(StrEnum):
    """What becomes of a call that the limits let through."""

    SENT = "sent"
    BLOCKED = "blocked"
    BROKEN = "broken"
    DROPPED = "dropped"


class Faults(NamedTuple):
    """Shares of 0..1: recipients who blocked the bot, calls that fail, calls accepted without an answer.

    Only recipients meet them: how long somebody new waits tells of the bot, not of Telegram's faults. With
    this seed also the first 300 and 1,800 meet about as many of each as the shares say.
    """

    blocked: float = 0.03
    broken: float = 0.005
    dropped: float = 0.002
    seed: int = 1058

    def fate(self, chat: int | str, attempt: int) -> Fate:
        """What befalls the attempt of that number to reach a chat."""
        if not is_recipient(chat):
            return Fate.SENT
        if self._chance("blocked", chat) < self.blocked:
            return Fate.BLOCKED
        chance = self._chance("attempt", chat, attempt)
        if chance < self.broken:
            return Fate.BROKEN
        return Fate.DROPPED if chance < self.broken + self.dropped else Fate.SENT

    def _chance(self, *what: object) -> float:
        words = " ".join(map(str, (self.seed, *what)))
        digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
        return int.from_bytes(digest) / _WHOLE


NO_FAULTS: Final = Faults(NO_SHARE, NO_SHARE, NO_SHARE)
