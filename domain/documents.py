"""Lost and found documents: types, countries, states, and the values a report and a watch are made of."""

from dataclasses import dataclass
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


class ReportState(StrEnum):
    """A report's life; `claimed`, `returned` and the later states come with the claim."""

    QUEUED = "queued"
    OPEN = "open"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class WatchState(StrEnum):
    """A watch waits until its owner ends it."""

    OPEN = "open"
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
    """A found document. `name` is as printed, `place` a gazetteer code behind `@` or free text."""

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
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """An owner's standing alert. `place` may be empty: they do not know where they lost it."""

    id: str
    person_id: str
    state: WatchState
    type: DocumentType
    country: Country
    name: str
    place: str
    created_at: datetime
