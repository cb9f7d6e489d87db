"""Claims: a person says that a found document is theirs and proves it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ClaimState(StrEnum):
    """A claim's life: tried by the claimant, asked of the moderators, disputed with another, then an end.

    Stopped: the finder wanted no more of the conversation. Dropped: it may be claimed anew.
    """

    TRIED = "tried"
    ASKED = "asked"
    DISPUTED = "disputed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    STOPPED = "stopped"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Claim:
    """One person's claim of one report.

    `proven`: the secret facts were answered rightly. The statements are what both sides told the
    moderators, empty until they did.
    """

    id: str
    report_id: str
    person_id: str
    state: ClaimState
    proven: bool
    statement: str
    finder_statement: str
    created_at: datetime
