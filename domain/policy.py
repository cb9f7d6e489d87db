"""The operator's choices as plain values: what the use cases may ask of the settings."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.documents import PublicName


@dataclass(frozen=True, slots=True)
class Policy:
    """How this page runs. `channel` and `moderators` are recipients, or None where there is none."""

    bot_username: str
    channel: int | str | None
    channel_language: str
    moderators_chat: int | None
    owner_ids: tuple[int, ...]
    zone: ZoneInfo
    public_name: PublicName = PublicName.INITIAL
    auto_approve: bool = True
    searches_per_day: int = 30
    reports_per_day: int = 10
    claims_per_day: int = 5
    open_watches: int = 10

    def deep_link(self, payload: str) -> str:
        """A link that opens the bot and sends it `/start payload` (payload: 1-64 of `A-Za-z0-9_-`)."""
        return f"https://t.me/{self.bot_username}?start={payload}"
