"""The operator's choices as plain values: what the use cases may ask of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.documents import DocumentType, PublicName
from domain.messages import chat
from domain.reposts import Rules


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which likeness of two names (0..1) something is done; `show` <= `ask` <= `notify`.

    A search shows, a waiting owner is asked whether it may be theirs, a waiting owner is told.
    """

    show: float
    ask: float
    notify: float


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: how the outbox names it, and the language of its posts."""

    recipient: str
    language: str


@dataclass(frozen=True, slots=True)
class Policy:
    """How this page runs. `channel` and `moderators` are recipients, or None where there is none.

    `more_channels` are those of other languages: (language, channel). `reposts` is the timetable of what
    comes back to them. A report runs out `open_for` after it was last renewed, or what its type has of its
    own; an owner who waits is asked `asked_every` so long whether they still do.

    `thresholds` are None where the operator keeps to those that the matching of names was measured with.
    Numbers per day are caps of one person; who is `new_for` less than that has half of them. Tries at proofs
    count within 24 hours: of one person at one report, of one person at all, of everybody at one report.
    `pages_url` is the address of the appeals' public pages, without a slash at its end; None: they are not
    served. `messages_per_second` is what Telegram lets one bot send at most (core.telegram.org/bots/faq).
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
    public_watches_per_day: int = 3
    hides_per_day: int = 2
    questions_per_day: int = 3
    answers_per_day: int = 10
    endorsements_per_day: int = 10
    appeals_per_day: int = 4
    checks_per_day: int = 40
    open_watches: int = 10
    new_for: timedelta = timedelta(days=1)
    tries_per_report: int = 3
    tries_per_person: int = 9
    tries_at_report: int = 15
    open_for: timedelta = timedelta(days=30)
    open_for_types: Mapping[DocumentType, timedelta] = field(default_factory=dict, hash=False)
    asked_every: timedelta = timedelta(days=30)
    wiped_after: timedelta = timedelta(days=3)
    messages_per_second: float = 30.0
    more_channels: tuple[tuple[str, int | str], ...] = ()
    reposts: Rules = field(default_factory=Rules)
    pages_url: str | None = None

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Every channel there is, the page's own first."""
        own = ((self.channel_language, self.channel),) if self.channel is not None else ()
        return tuple(Channel(chat(each), language) for language, each in (*own, *self.more_channels))

    def language_of(self, recipient: str) -> str:
        """The language of a channel; of one that the settings name no more, the page's own."""
        languages = {channel.recipient: channel.language for channel in self.channels}
        return languages.get(recipient, self.channel_language)

    def open_for_type(self, document: DocumentType) -> timedelta:
        """How long a report of such a document stays open when nobody renews it."""
        return self.open_for_types.get(document, self.open_for)

    @property
    def open_longest(self) -> timedelta:
        """How long a report of whatever document stays open at most without being renewed."""
        return max(self.open_for, *self.open_for_types.values(), timedelta())

    @property
    def bot_link(self) -> str:
        """A link that opens the bot."""
        return f"https://t.me/{self.bot_username}"

    def deep_link(self, payload: str) -> str:
        """A link that opens the bot and sends it `/start payload` (payload: 1-64 of `A-Za-z0-9_-`)."""
        return f"https://t.me/{self.bot_username}?start={payload}"

    def page_link(self, code: str, language: str = "") -> str | None:
        """The address of an appeal's public page, in the channel's language or in that one; None without."""
        if self.pages_url is None:
            return None
        return f"{self.pages_url}/{code}/{f'{language}.html' if language else ''}"
