"""Cases: what waits for a moderator, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CaseKind(StrEnum):
    """Why moderators are asked."""

    REVIEW = "review"
    CLAIM = "claim"
    DISPUTE = "dispute"
    MONEY = "money"
    COMPLAINT = "complaint"
    ABSENCE = "absence"
    ABOUT_ME = "about_me"
    STORY = "story"
    QUESTION = "question"
    ANSWER = "answer"
    ENTRY = "entry"
    CORRECTION = "correction"
    DUPLICATE = "duplicate"
    APPEAL = "appeal"
    CHANGE = "change"
    LEDGER = "ledger"
    OUTCOME = "outcome"
    CLONE = "clone"


class Decision(StrEnum):
    """What moderators decide; which of them fit a case is in `DECISIONS`."""

    APPROVE = "approve"
    REJECT = "reject"
    CONNECT = "connect"
    REFUSE = "refuse"
    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"
    RESUME = "resume"
    END = "end"
    SHOW = "show"
    CLOSE = "close"
    PUBLISH = "publish"
    DROP = "drop"
    KEEP = "keep"
    REMOVE = "remove"
    MERGE = "merge"
    APART = "apart"
    FRAUD = "fraud"
    HARMLESS = "harmless"
    SETTLED = "settled"
    """Nothing is left to decide: what the case was about has ended by itself."""


DECISIONS: Mapping[CaseKind, tuple[Decision, ...]] = {
    CaseKind.REVIEW: (Decision.APPROVE, Decision.REJECT),
    CaseKind.CLAIM: (Decision.CONNECT, Decision.REFUSE),
    CaseKind.DISPUTE: (Decision.FIRST, Decision.SECOND, Decision.NEITHER),
    CaseKind.MONEY: (Decision.RESUME, Decision.END),
    CaseKind.COMPLAINT: (Decision.RESUME, Decision.END),
    CaseKind.ABSENCE: (Decision.RESUME, Decision.END),
    CaseKind.ABOUT_ME: (Decision.CLOSE, Decision.SHOW),
    CaseKind.STORY: (Decision.PUBLISH, Decision.DROP),
    CaseKind.QUESTION: (Decision.APPROVE, Decision.REJECT),
    CaseKind.ANSWER: (Decision.APPROVE, Decision.REJECT),
    CaseKind.ENTRY: (Decision.REMOVE, Decision.KEEP),
    CaseKind.CORRECTION: (Decision.APPROVE, Decision.REJECT),
    CaseKind.DUPLICATE: (Decision.MERGE, Decision.APART),
    CaseKind.APPEAL: (Decision.APPROVE, Decision.REJECT),
    CaseKind.CHANGE: (Decision.APPROVE, Decision.REJECT),
    CaseKind.LEDGER: (Decision.APPROVE, Decision.REJECT),
    CaseKind.OUTCOME: (Decision.APPROVE, Decision.REJECT),
    CaseKind.CLONE: (Decision.FRAUD, Decision.HARMLESS),
}
"""The decisions of each kind of case, in the order of their buttons."""


class Reason(StrEnum):
    """Why something was rejected, in words its author reads in their language."""

    UNCLEAR = "unclear"
    NOT_A_DOCUMENT = "not_a_document"
    PERSONAL = "personal"
    DUPLICATE = "duplicate"
    ADVERT = "advert"
    UNPROVEN = "unproven"
    UNWANTED = "unwanted"
    OTHER = "other"


REASONS: Mapping[CaseKind, tuple[Reason, ...]] = {
    CaseKind.REVIEW: (
        Reason.UNCLEAR,
        Reason.NOT_A_DOCUMENT,
        Reason.PERSONAL,
        Reason.DUPLICATE,
        Reason.OTHER,
    ),
    CaseKind.QUESTION: (Reason.UNCLEAR, Reason.PERSONAL, Reason.ADVERT, Reason.DUPLICATE, Reason.OTHER),
    CaseKind.ANSWER: (Reason.UNCLEAR, Reason.PERSONAL, Reason.ADVERT, Reason.OTHER),
    CaseKind.CORRECTION: (Reason.UNCLEAR, Reason.ADVERT, Reason.OTHER),
    CaseKind.APPEAL: (Reason.UNPROVEN, Reason.UNCLEAR, Reason.UNWANTED, Reason.DUPLICATE, Reason.OTHER),
    CaseKind.CHANGE: (Reason.UNPROVEN, Reason.OTHER),
    CaseKind.LEDGER: (Reason.UNPROVEN, Reason.UNCLEAR, Reason.PERSONAL, Reason.DUPLICATE, Reason.OTHER),
    CaseKind.OUTCOME: (Reason.UNPROVEN, Reason.UNCLEAR, Reason.PERSONAL, Reason.OTHER),
}
"""The reasons for a rejection that fit each kind of case, in the order of their buttons."""


class CaseState(StrEnum):
    """A case waits until it is decided; for some minutes the decision can be undone."""

    OPEN = "open"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that waits for moderators, or waited.

    `subject` is the id of what it is about (report, claim, conversation, question, answer, entry,
    appeal or proposed line of a ledger),
    `report_id` the report behind it, empty where there is none. `about_id` is the person whose conduct or
    words are looked at, `opened_by` who asked for it (None: the bot). `details` are words for the card.
    `former` is what an undo has to know.
    """

    id: str
    kind: CaseKind
    subject: str
    report_id: str
    about_id: str | None
    opened_by: str | None
    state: CaseState
    decision: Decision | None
    decided_by: str | None
    decided_at: datetime | None
    details: Mapping[str, str]
    former: Mapping[str, str]
    created_at: datetime


class Action(StrEnum):
    """What the audit log knows."""

    OPENED = "opened"
    DECIDED = "decided"
    UNDONE = "undone"
    ASKED = "asked"
    ANSWERED = "answered"
    BANNED = "banned"
    PARDONED = "pardoned"
    ROLE = "role"
    SENT_AGAIN = "sent_again"
    HIDDEN = "hidden"
    BROADCAST = "broadcast"
    TIMETABLE = "timetable"
    VOUCHED = "vouched"
    ENDED = "ended"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the audit log; nothing in it tells who anybody is.

    `subject` is a report's code or another public mark, `note` a word or the figures of the program's own.
    """

    id: str
    at: datetime
    actor_id: str | None
    action: Action
    subject: str
    note: str
