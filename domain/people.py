"""Who a person is to the product: a language, a consent, a standing, and whether the bot can reach them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a volunteer may do; the first owners stand in the settings."""

    OWNER = "owner"
    MODERATOR = "moderator"
    COURIER = "courier"


class BanKind(StrEnum):
    """A ban is told; a shadow ban is not: everything seems to work and nothing reaches anybody."""

    BAN = "ban"
    SHADOW = "shadow"


class BanChoice(StrEnum):
    """What a moderator may choose for somebody."""

    WEEK = "week"
    FOREVER = "forever"
    SHADOW = "shadow"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class Ban:
    """Who is kept out; `until` is None for good."""

    kind: BanKind
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person as stored.

    `telegram_id` is the private chat's id too. `intent` is the deep link or command that waits until the
    person has chosen a language and agreed; None when nothing waits. `talking` is the conversation that
    what they type goes to, until `talking_until`. `ban` is the one in force when they were looked up.
    """

    id: str
    telegram_id: int
    language: str
    language_chosen: bool
    consented_at: datetime | None
    reachable: bool
    intent: str | None
    known_since: datetime
    talking: str | None = None
    talking_until: datetime | None = None
    ban: Ban | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the person has erased themselves: only a row without anybody is left."""
        return self.telegram_id == 0

    @property
    def is_banned(self) -> bool:
        """Whether the person is kept out and knows it."""
        return self.ban is not None and self.ban.kind is BanKind.BAN

    @property
    def is_shadowed(self) -> bool:
        """Whether what the person does reaches nobody."""
        return self.ban is not None and self.ban.kind is BanKind.SHADOW
