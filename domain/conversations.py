"""Conversations: two people talk through the bot, each hidden from the other."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.messages import Attachment


class Side(StrEnum):
    """Which of the two somebody is; who answered a medical question is its finder, who asked it its owner."""

    FINDER = "finder"
    OWNER = "owner"

    @property
    def other(self) -> "Side":
        """The one on the other side."""
        return Side.OWNER if self is Side.FINDER else Side.FINDER


class ConversationState(StrEnum):
    """A frozen conversation carries nothing until moderators have looked."""

    OPEN = "open"
    FROZEN = "frozen"
    ENDED = "ended"


class LineState(StrEnum):
    """A held line waits for its author's second thought; a dropped one reaches nobody."""

    SENT = "sent"
    HELD = "held"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Conversation:
    """The finder of a report and who proved to be its owner, or the author of an answer and who asked.

    Either `report_id` and `claim_id` are given, or `question_id` and `answer_id`; the others are empty.
    `code` is the six digits that the owner says at the handover, `code_tries` how often a wrong one was
    typed. `given` and `received`: what each side has confirmed without the code. `absence_told`: the other
    side knows that one of them cannot be reached.
    """

    id: str
    report_id: str
    claim_id: str
    finder_id: str
    owner_id: str
    state: ConversationState
    code: str
    code_tries: int
    given: bool
    received: bool
    absence_told: bool
    created_at: datetime
    last_at: datetime
    question_id: str = ""
    answer_id: str = ""

    @property
    def is_medical(self) -> bool:
        """Whether it is about an answer to a medical question."""
        return bool(self.question_id)

    def side_of(self, person_id: str) -> Side | None:
        """Which side a person is on; None for a stranger."""
        return {self.finder_id: Side.FINDER, self.owner_id: Side.OWNER}.get(person_id)

    def person_on(self, side: Side) -> str:
        """The id of the person on that side."""
        return self.finder_id if side is Side.FINDER else self.owner_id


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody sends to the other side: words, a photo, a voice or a place."""

    text: str = ""
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a conversation. `source` is its id in its author's chat; `delivery` carries it on."""

    id: str
    conversation_id: str
    side: Side
    source: int
    delivery: str | None
    state: LineState
    said: Said
    created_at: datetime
