"""The directory: doctors and clinics that helped, and how much the endorsements of people weigh."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.specialities import Speciality

HALVED_AFTER = timedelta(days=365)
"""An endorsement counts half from this age on (the product's rule: doctors move, clinics change hands)."""


class EntryState(StrEnum):
    """An entry's life.

    A disputed one is shown with a word that it is being checked. A hidden one waits for moderators because
    somebody said "this is about me"; a merged one leads to another; a removed one is shown no more.
    """

    OPEN = "open"
    DISPUTED = "disputed"
    HIDDEN = "hidden"
    MERGED = "merged"
    REMOVED = "removed"


SHOWN_ENTRIES = (EntryState.OPEN, EntryState.DISPUTED)
"""What everybody may read."""


@dataclass(frozen=True, slots=True)
class Details:
    """What an entry says: the doctor's name or the clinic's or both, the clinic's phone in E.164 or empty.

    `languages` are codes of ours that are spoken there, `why` is what the last answer that helped said of it.
    """

    doctor: str
    clinic: str
    phone: str
    languages: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A doctor or a clinic of the directory.

    `place` is a code of `relay/cities.tsv` behind `@`, or free text. `into` is the entry that a merged one
    became part of. `details` is None once it is removed and forgotten.
    """

    id: str
    code: str
    state: EntryState
    speciality: Speciality
    place: str
    details: Details | None
    into: str | None
    created_at: datetime
    updated_at: datetime

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it."""
        return self.state in SHOWN_ENTRIES and self.details is not None


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One person's word for one entry; who it was, nobody can read. `paid`: they work there or are paid."""

    entry_id: str
    at: datetime
    paid: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What people say of an entry: how many were helped, of how many who work there, and when last."""

    helped: int
    paid: int
    weight: float
    last_at: datetime | None


def standing(endorsements: Iterable[Endorsement], now: datetime) -> Standing:
    """How an entry stands: paid words are shown and do not count, old ones count half."""
    every = list(endorsements)
    counted = [each for each in every if not each.paid]
    weight = sum(0.5 if now - each.at >= HALVED_AFTER else 1.0 for each in counted)
    last = max((each.at for each in counted), default=None)
    return Standing(len(counted), len(every) - len(counted), weight, last)
