"""Who a person is to the product: a language, a consent, and whether the bot can still reach them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """One person as stored.

    `telegram_id` is the private chat's id too. `intent` is the deep link or command that waits until the
    person has chosen a language and agreed; None when nothing waits.
    """

    id: str
    telegram_id: int
    language: str
    language_chosen: bool
    consented_at: datetime | None
    reachable: bool
    intent: str | None
