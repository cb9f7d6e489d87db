"""Caps: how often one person may do what could serve to harvest names, guess facts or flood others."""

from enum import StrEnum

from domain.errors import Refusal
from domain.people import Person
from matching.search import NOTIFY, explain
from matching.spelling import fold
from relay.work import Work
from storage import counters


class Cap(StrEnum):
    """What is counted per person and day."""

    SEARCH = "search"
    REPORT = "report"
    CLAIM = "claim"
    WATCH = "watch"
    PUBLIC_WATCH = "public_watch"
    HIDE = "hide"
    QUESTION = "question"
    ANSWER = "answer"
    ENDORSE = "endorse"
    DISPUTE = "dispute"
    APPEAL = "appeal"
    CHECK = "check"


ERASED = "erased"
"""Names that somebody looked for before they erased themselves: how many, not which."""

RESTING = "resting"
"""A volunteer took something of this person's out of the channel."""

_TEXTS = {
    Cap.SEARCH: "search-too-many",
    Cap.REPORT: "found-too-many",
    Cap.CLAIM: "claim-too-many",
    Cap.WATCH: "lost-too-many-today",
    Cap.PUBLIC_WATCH: "lost-public-too-many",
    Cap.HIDE: "about-me-too-many",
    Cap.QUESTION: "medical-too-many",
    Cap.ANSWER: "recommend-too-many",
    Cap.ENDORSE: "doctor-endorse-too-many",
    Cap.DISPUTE: "doctor-dispute-too-many",
    Cap.APPEAL: "appeal-too-many",
    Cap.CHECK: "check-too-many",
}


async def spend(work: Work, person: Person, cap: Cap) -> None:
    """Count one more; Refusal over the cap, whatever the answer would have been."""
    limit = _limit(work, person, _full(work, cap))
    if await counters.increase(work.tx, _seeker(work, person), cap, work.today) > limit:
        raise Refusal(_TEXTS[cap], limit=limit)


async def rest(work: Work, person: Person) -> None:
    """Note that a person is to publish no watch any more today."""
    await counters.increase(work.tx, _seeker(work, person), RESTING, work.today)


async def is_resting(work: Work, person: Person) -> bool:
    """Whether a person is to publish no watch today."""
    return await counters.count(work.tx, _seeker(work, person), RESTING, work.today) > 0


async def seek(work: Work, person: Person, name: str) -> None:
    """Count a name somebody looks for, unless it is another spelling of one before; Refusal over the cap.

    An owner tries many spellings of a few names; a harvester many names.
    """
    who = _seeker(work, person)
    names = await counters.names_sought(work.tx, who, work.today)
    if any(_is_spelling(name, former) for former in names):
        return
    erased = await counters.count(work.tx, who, ERASED, work.today)
    limit = _limit(work, person, work.policy.names_per_day)
    if len(names) + erased >= limit:
        raise Refusal("search-too-many-names", limit=limit)
    await counters.add_sought(work.tx, work.new_id(), who, work.today, name)


async def seek_typed(work: Work, person: Person, name: str, former: str | None) -> None:
    """The same for a name that may still be growing under somebody's fingers.

    The beginning of a name sought today, in any spelling, is no new one. `former` is the text that this
    one goes on with: a name that was counted so far grows and stays one name.
    """
    if former is not None and begins(former, name):  # letters were taken back
        return
    who = _seeker(work, person)
    if former is not None and await counters.regrow_sought(work.tx, who, work.today, former, name):
        return
    names = await counters.names_sought(work.tx, who, work.today)
    if not any(begins(_folded(sought), _folded(name)) for sought in names):
        await seek(work, person, name)


def begins(name: str, typed: str) -> bool:
    """Whether a name begins with what was typed, whatever the case and the spaces; nothing begins no name."""
    beginning = _plain(typed)
    return beginning != "" and _plain(name).startswith(beginning)


async def forget(work: Work, person: Person) -> None:
    """Forget which names a person looked for, but not how many."""
    await counters.blind(work.tx, _seeker(work, person), work.today, ERASED)


def _is_spelling(name: str, former: str) -> bool:
    """Whether a name is another spelling of one that was counted; a word may be left out of it, none added.

    Two names in one ("Ким Алишер Ли Анна") are near to each of them. The measured number stands here,
    whatever the operator's thresholds: a lower one would let more names pass as one.
    """
    compared = explain(name, former)
    added, left_out = compared.left
    return compared.score >= NOTIFY and not added and len(left_out) <= 1


def _folded(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _seeker(work: Work, person: Person) -> str:
    return counters.seeker(work.tx, person.telegram_id)


def _full(work: Work, cap: Cap) -> int:
    policy = work.policy
    return {
        Cap.SEARCH: policy.searches_per_day,
        Cap.REPORT: policy.reports_per_day,
        Cap.CLAIM: policy.claims_per_day,
        Cap.WATCH: policy.watches_per_day,
        Cap.PUBLIC_WATCH: policy.public_watches_per_day,
        Cap.HIDE: policy.hides_per_day,
        Cap.QUESTION: policy.questions_per_day,
        Cap.ANSWER: policy.answers_per_day,
        Cap.ENDORSE: policy.endorsements_per_day,
        Cap.DISPUTE: policy.hides_per_day,
        Cap.APPEAL: policy.appeals_per_day,
        Cap.CHECK: policy.checks_per_day,
    }[cap]


def _limit(work: Work, person: Person, full: int) -> int:
    """All of it for people known for a while, half for new ones."""
    is_new = work.now - person.known_since < work.policy.new_for
    return max(full // 2, 1) if is_new else full
