"""The line to Telegram: a bot that talks to people, one for what goes to many, and their one limiter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from delivery.limiter import Limiter
from delivery.telegram import AnyBot
from delivery.uploads import Uploads
from domain.messages import Claimed, Lane

MOST_KNOWN = 1_000
"""Recipients remembered by chat: many more than can rest at a time."""


@dataclass(frozen=True)
class Line:
    """Both bots have one token and one limiter, and connections of their own: bulk never takes a reply's.

    `uploads` remembers the file ids of that token. `paid`: the operator pays Telegram for broadcasts at more
    than 30 messages a second.
    """

    people: AnyBot
    bulk: AnyBot
    limiter: Limiter
    paid: bool = False
    uploads: Uploads = field(default_factory=Uploads)
    _recipients: dict[int | str, str] = field(default_factory=dict)

    async def close(self) -> None:
        """Give all connections back."""
        await self.people.shutdown()
        await self.bulk.shutdown()

    def bot_for(self, lane: Lane) -> AnyBot:
        """The bot whose connections a lane uses."""
        return self.bulk if lane in {Lane.POST, Lane.BROADCAST} else self.people

    def know(self, claimed: Claimed) -> None:
        """Remember whose chat a delivery goes to, as long as it may matter."""
        if len(self._recipients) >= MOST_KNOWN:
            resting = self._resting()
            self._recipients.clear()
            self._recipients.update(resting)
        self._recipients[claimed.chat_id] = claimed.recipient

    def took(self, claimed: Claimed) -> None:
        """Count a turn that was taken for a claimed delivery."""
        self.know(claimed)
        self.limiter.took(claimed.chat_id)

    def resting(self) -> Sequence[str]:
        """The recipients that may not get anything just now: others need not wait behind them."""
        return list(self._resting().values())

    def _resting(self) -> dict[int | str, str]:
        known = self._recipients
        return {chat: known[chat] for chat in self.limiter.resting() if chat in known}
