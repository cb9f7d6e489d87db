"""Medical referrals: a question about a doctor, the answers it gets, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.specialities import Speciality


class Patient(StrEnum):
    """Whom the doctor is for."""

    ADULT = "adult"
    CHILD = "child"


class Budget(StrEnum):
    """What can be paid: nothing (a state clinic, a quota), little, or whatever it takes."""

    FREE = "free"
    MODEST = "modest"
    ANY = "any"


class Urgency(StrEnum):
    """How soon a doctor is needed."""

    NOW = "now"
    DAYS = "days"
    LATER = "later"


SPOKEN = ("kk", "ru", "uz", "ky", "tg", "tr", "en")
"""The languages that a doctor may speak with patients: those of the communities served."""


class QuestionState(StrEnum):
    """A question's life.

    A queued one waits for moderators, a shadowed one was asked by somebody who is kept out in silence. It
    ends when the asker has found what they need or asks no more, is rejected, or runs out.
    """

    QUEUED = "queued"
    OPEN = "open"
    SHADOWED = "shadowed"
    FOUND = "found"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    EXPIRED = "expired"


LIVE_QUESTIONS = (QuestionState.QUEUED, QuestionState.OPEN, QuestionState.SHADOWED)
"""Questions that have not ended."""


class Source(StrEnum):
    """How an answer came: by the form, as a reply in the discussion group, or as one in private."""

    FORM = "form"
    GROUP = "group"
    PRIVATE = "private"


class AnswerState(StrEnum):
    """A queued answer waits for moderators; a sent one has reached the asker; a rejected one never does.

    A shadowed one was given by somebody who is kept out in silence; a retracted one its author took back.
    """

    QUEUED = "queued"
    SENT = "sent"
    REJECTED = "rejected"
    SHADOWED = "shadowed"
    RETRACTED = "retracted"


class Mark(StrEnum):
    """What the asker says of an answer."""

    HELPED = "helped"
    THANKS = "thanks"
    NOT_USEFUL = "not_useful"


@dataclass(frozen=True, slots=True)
class Asked:
    """What everybody may read of a question: all of it is public, none of it may tell who asks.

    `place` is a code of `relay/cities.tsv` behind `@`, or free text.
    """

    speciality: Speciality
    place: str
    patient: Patient
    budget: Budget
    urgency: Urgency
    words: str


@dataclass(frozen=True, slots=True)
class MedicalQuestion:
    """One question. `asked` is None once it is forgotten. `renewed_at`: expiry counts from there."""

    id: str
    code: str
    asker_id: str
    state: QuestionState
    asked: Asked | None
    created_at: datetime
    renewed_at: datetime
    ended_at: datetime | None = None

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.state is QuestionState.OPEN and self.asked is not None


@dataclass(frozen=True, slots=True)
class Recommended:
    """What an answer says. A reply has `why` alone until its author completes it.

    `place` as in `Asked`; `phone` is the clinic's in E.164 or empty; `languages` are codes of ours;
    `paid`: the author works there or is paid by them.
    """

    doctor: str = ""
    clinic: str = ""
    place: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    why: str = ""
    paid: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether somebody can be found by it: a doctor or a clinic, and where."""
        return bool((self.doctor or self.clinic) and self.place)


@dataclass(frozen=True, slots=True)
class MedicalAnswer:
    """One answer to one question. `said` is None once it is forgotten.

    `mark` is what the asker said of it, None so far; `entry_id` the entry of the directory it helped to.
    """

    id: str
    question_id: str
    author_id: str
    source: Source
    state: AnswerState
    mark: Mark | None
    entry_id: str | None
    said: Recommended | None
    created_at: datetime
