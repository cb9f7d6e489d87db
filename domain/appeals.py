"""Appeals for money: what is asked, by whom it was checked, how it stands. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.cases import CaseKind
from domain.money import Money
from domain.payees import Payee

APPROVALS: Final = 2
"""So many different moderators have to see an appeal, and every change of where its money goes."""

MOST_PAPERS: Final = 10
LONGEST_DAYS: Final = 180
"""An appeal that goes on for longer than half a year is nobody's urgent need any more: it begins anew."""


class AppealState(StrEnum):
    """An appeal's life.

    Queued until two have approved it, then approved until the channel has room, then open. Frozen while
    other details wait for two. Ended when no more is asked for and the outcome is owed; closed with it.
    """

    QUEUED = "queued"
    APPROVED = "approved"
    OPEN = "open"
    FROZEN = "frozen"
    ENDED = "ended"
    CLOSED = "closed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


WAITING: Final = (AppealState.QUEUED, AppealState.APPROVED)
"""In the queue: not everybody's yet."""

LIVE: Final = (AppealState.OPEN, AppealState.FROZEN)
"""In the channel, and not over."""

WORKING: Final = (*WAITING, *LIVE, AppealState.ENDED)
"""Whoever has such a one does not open another."""

OVER: Final = (AppealState.CLOSED, AppealState.REFUSED, AppealState.WITHDRAWN, AppealState.CANCELLED)

WITH_LEDGER: Final = (*LIVE, AppealState.ENDED)
"""What happens to its money is still being written down."""

HAD_MONEY: Final = (*WITH_LEDGER, AppealState.CLOSED, AppealState.CANCELLED)
"""Was public, so that money may have been given; its ledger and page stay."""


class Purpose(StrEnum):
    """What money may be asked for, in the order of the buttons."""

    TREATMENT = "treatment"
    MEDICINE = "medicine"
    DISASTER = "disaster"
    HOME = "home"
    LIVING = "living"
    STUDY = "study"
    BURIAL = "burial"
    COMMUNITY = "community"


class Unwanted(StrEnum):
    """What no money is asked for here (product.md, "Aid" 7)."""

    MILITARY = "military"
    POLITICS = "politics"
    LOAN = "loan"


class Relation(StrEnum):
    """What the organiser is to whom it is for."""

    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    ORGANISATION = "organisation"
    SELF = "self"


class Consent(StrEnum):
    """How whoever it is for, or their guardian, agreed to be named; without any nothing is asked."""

    INITIAL = "initial"
    FULL = "full"


class Check(StrEnum):
    """What a moderator has done themselves before they approve."""

    PAPERS = "papers"
    CALLED = "called"
    PAYEE = "payee"
    PLACE = "place"


CHECKS: Final[Mapping[CaseKind, tuple[Check, ...]]] = {
    CaseKind.APPEAL: tuple(Check),
    CaseKind.CHANGE: (Check.CALLED, Check.PAYEE),
}
"""The checklist of each kind of case that two have to approve."""


@dataclass(frozen=True, slots=True)
class Need:
    """What an appeal asks for: `beneficiary` is a name, shown as the consent says.

    `words` are for everybody. `starts` and `ends` are its first and its last day.
    """

    beneficiary: str
    consent: Consent
    relation: Relation
    purpose: Purpose
    words: str
    goal: Money
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Ending:
    """How an appeal ended: why (refused, cancelled), what became of money given, what came of it all.

    `explained` says why the sums do not close; `picture` is Telegram's file id of a photo or video, with its
    kind before a colon.
    """

    why: str = ""
    money: str = ""
    words: str = ""
    explained: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal. `version` counts its payees: the one in force is the last that two approved.

    `changed_at` is when its payee last changed in public, `drawn_at` when its post last told of its ledger,
    `stale` whether there is more to tell since. `need` and `ending` are None when they are forgotten.
    """

    id: str
    code: str
    organiser_id: str
    state: AppealState
    need: Need | None
    created_at: datetime
    version: int = 1
    approved_at: datetime | None = None
    opened_at: datetime | None = None
    changed_at: datetime | None = None
    ended_at: datetime | None = None
    drawn_at: datetime | None = None
    stale: bool = False
    ending: Ending = Ending()

    @property
    def is_public(self) -> bool:
        """Whether it stands in the channel and is not over."""
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class PayeeVersion:
    """A payee of an appeal: proposed, in force from `since` until `until` (None: still)."""

    id: str
    appeal_id: str
    version: int
    payee: Payee
    proposed_at: datetime
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Vouch:
    """What one moderator has checked of one version of an appeal, and whether they approve it."""

    person_id: str
    checks: frozenset[Check]
    approved_at: datetime | None = None
