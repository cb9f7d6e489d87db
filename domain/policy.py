"""The operator's choices as plain values: what the use cases may ask of the settings."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.documents import PublicName


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which likeness of two names (0..1) something is done; `show` <= `ask` <= `notify`.

    A search shows, a waiting owner is asked whether it may be theirs, a waiting owner is told.
    """

    show: float
    ask: float
    notify: float


@dataclass(frozen=True, slots=True)
class Policy:
    """How this page runs. `channel` and `moderators` are recipients, or None where there is none.

    `thresholds` are None where the operator keeps to those that the matching of names was measured with.
    Numbers per day are caps of one person; who is `new_for` less than that has half of them. Tries at proofs
    count within 24 hours: of one person at one report, of one person at all, of everybody at one report.
    `messages_per_second` is what Telegram lets one bot send at most (core.telegram.org/bots/faq).
    """

    bot_username: str
    channel: int | str | None
    channel_language: str
    moderators_chat: int | None
    owner_ids: tuple[int, ...]
    zone: ZoneInfo
    public_name: PublicName = PublicName.INITIAL
    auto_approve: bool = True
    thresholds: Thresholds | None = None
    searches_per_day: int = 20
    names_per_day: int = 6
    reports_per_day: int = 10
    claims_per_day: int = 6
    watches_per_day: int = 10
    hides_per_day: int = 2
    open_watches: int = 10
    new_for: timedelta = timedelta(days=1)
    tries_per_report: int = 3
    tries_per_person: int = 9
    tries_at_report: int = 15
    open_for: timedelta = timedelta(days=30)
    wiped_after: timedelta = timedelta(days=3)
    messages_per_second: float = 30.0

    def deep_link(self, payload: str) -> str:
        """A link that opens the bot and sends it `/start payload` (payload: 1-64 of `A-Za-z0-9_-`)."""
        return f"https://t.me/{self.bot_username}?start={payload}"
