"""Lost and found documents: types, countries, states, and the values a report and a watch are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class DocumentType(StrEnum):
    """What was found, in the order people meet them."""

    PASSPORT = "passport"
    ID_CARD = "id_card"
    DRIVER_LICENCE = "driver_licence"
    VEHICLE_PAPERS = "vehicle_papers"
    BIRTH_CERTIFICATE = "birth_certificate"
    MIGRATION_CARD = "migration_card"
    STUDENT_CARD = "student_card"
    PENSION_CARD = "pension_card"
    OTHER = "other"


class Country(StrEnum):
    """Who issued it: ISO 3166-1 alpha-2 for the six countries served, `XX` for the rest."""

    UZ = "UZ"
    KZ = "KZ"
    KG = "KG"
    TJ = "TJ"
    RU = "RU"
    TR = "TR"
    ELSEWHERE = "XX"


class Whereabouts(StrEnum):
    """Where the document is now."""

    FINDER = "finder"
    POLICE = "police"
    BORDER_SERVICE = "border_service"
    CONSULATE = "consulate"
    POST_OFFICE = "post_office"
    OTHER = "other_place"


AUTHORITIES = (
    Whereabouts.POLICE,
    Whereabouts.BORDER_SERVICE,
    Whereabouts.CONSULATE,
    Whereabouts.POST_OFFICE,
)
"""Where an owner gets a document back by showing who they are: nothing is left to prove to the finder."""


class ReportState(StrEnum):
    """A report's life.

    A hidden one waits for moderators because somebody said "this is about me". A shadowed one was made by
    somebody who is kept out in silence: to them it looks published.
    """

    QUEUED = "queued"
    OPEN = "open"
    CLAIMED = "claimed"
    WITH_AUTHORITIES = "with_authorities"
    HIDDEN = "hidden"
    SHADOWED = "shadowed"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


PUBLIC_STATES = (ReportState.OPEN, ReportState.CLAIMED, ReportState.WITH_AUTHORITIES)
"""What stands in the channel and can be found. A claimed report too: its true owner may still be looking."""

LIVE_STATES = (ReportState.QUEUED, *PUBLIC_STATES, ReportState.HIDDEN, ReportState.SHADOWED)
"""Everything that has not ended."""


class WatchState(StrEnum):
    """A watch waits until its owner has the document back, gives up, or answers no more."""

    OPEN = "open"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class ProofKind(StrEnum):
    """Secret facts a finder can read on the document."""

    NUMBER_TAIL = "number_tail"
    BIRTH_YEAR = "birth_year"
    ISSUE_PLACE = "issue_place"


class PublicName(StrEnum):
    """How much of a name a post shows: the operator's choice."""

    INITIAL = "initial"
    FULL = "full"
    NONE = "none"


GAZETTEER_PREFIX = "@"
"""A place that starts with this is a gazetteer code; anything else is what the person wrote."""


@dataclass(frozen=True, slots=True)
class Report:
    """A found document. `name` is as printed, `place` a gazetteer code behind `@` or free text.

    `handed_place` is where it was handed in, empty while it is with the finder. `renewed_at` is when the
    finder last said that it still holds: expiry counts from there.
    """

    id: str
    code: str
    finder_id: str
    state: ReportState
    type: DocumentType
    country: Country
    name: str
    place: str
    day: date
    whereabouts: Whereabouts
    handed_place: str
    created_at: datetime
    renewed_at: datetime
    ended_at: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether everybody may find it."""
        return self.state in PUBLIC_STATES


@dataclass(frozen=True, slots=True)
class Watch:
    """An owner's standing alert. `place` may be empty: they do not know where they lost it.

    `facts` are what the owner knows of the document's secret facts; nobody else ever reads them. `code` is
    what it is called in the channel, empty while the owner wants nothing told there.
    """

    id: str
    person_id: str
    state: WatchState
    type: DocumentType
    country: Country
    name: str
    place: str
    created_at: datetime
    facts: Mapping[ProofKind, str] = field(default_factory=dict)
    code: str = ""
