"""Checks: what is known of a code, of where money is to go, or of a link; nothing of it is written down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.appeals import LIVE, WAITING, WITH_LEDGER, Appeal, AppealState, PayeeVersion
from domain.ids import read_code
from domain.payees import Details, Payee
from domain.people import Person
from domain.reposts import ItemKind
from matching import payees
from relay import caps, check_links
from relay.caps import Cap
from relay.check_links import Link
from relay.work import Work
from storage import appeals, posts

_CODE: Final = re.compile(r"(?<![^\W_])[A-Za-z0-9]{5}(?![^\W_])")
"""What may be a code among other words, also behind the `_` of a link."""


class Verdict(StrEnum):
    """What whoever asks is told; only at `OPEN` money may be sent. Those before `OPEN` worry most."""

    MISMATCH = "mismatch"
    """Known to nobody, and named together with an appeal that has other details."""

    UNKNOWN = "unknown"
    CHANGED = "changed"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    WAITING = "waiting"
    CLOSED = "closed"
    ENDED = "ended"
    FROZEN = "frozen"
    OPEN = "open"
    UNREADABLE = "unreadable"
    """A digit is wrong or missing."""

    NOTHING = "nothing"
    """Neither a code nor details nor a link that could tell anything."""


class Asked(StrEnum):
    """What was asked about."""

    CODE = "code"
    DETAILS = "details"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer. `details` are the readings of the number that was asked about.

    `payee` is where money may go now: None unless the appeal is open. `until` is when details that were
    changed held good last.
    """

    verdict: Verdict
    asked: Asked = Asked.CODE
    appeal: Appeal | None = None
    payee: Payee | None = None
    details: tuple[Details, ...] = ()
    until: datetime | None = None


_WORST_FIRST: Final = tuple(Verdict)
_BEST_FIRST: Final = (
    Verdict.OPEN,
    Verdict.FROZEN,
    Verdict.PROPOSED,
    Verdict.WAITING,
    Verdict.ENDED,
    Verdict.CLOSED,
    Verdict.CANCELLED,
    Verdict.CHANGED,
    Verdict.REFUSED,
    Verdict.UNKNOWN,
)
"""Of several appeals that used the same details one after another, the living one counts."""

_BY_STATE: Final = {
    **dict.fromkeys(WAITING, Verdict.WAITING),
    AppealState.OPEN: Verdict.OPEN,
    AppealState.FROZEN: Verdict.FROZEN,
    AppealState.ENDED: Verdict.ENDED,
    AppealState.CLOSED: Verdict.CLOSED,
    AppealState.REFUSED: Verdict.REFUSED,
    AppealState.WITHDRAWN: Verdict.WITHDRAWN,
    AppealState.CANCELLED: Verdict.CANCELLED,
}
_APPROVED_ONCE: Final = (*WITH_LEDGER, AppealState.CLOSED)


async def ask(work: Work, person: Person, text: str) -> Checked:
    """Tell what is known of it; Refusal over the day's cap, which slips of the finger do not count for."""
    checked = await look_up(work, text)
    if checked.verdict not in (Verdict.UNREADABLE, Verdict.NOTHING):
        await caps.spend(work, person, Cap.CHECK)
    return checked


async def look_up(work: Work, text: str) -> Checked:
    """The verdict on a code, a number, a link, or words that hold them.

    Where money would go comes before what it is said to be for: a copy names the code of a true appeal.
    """
    code = read_code(text)
    if code is not None:
        return await _of_code(work, code)
    readings = payees.guessed(text)
    if readings:
        best = _first(_BEST_FIRST, [await _of_details(work, each) for each in readings])
        return replace(best, details=readings) if best.verdict is Verdict.UNKNOWN else best
    held = payees.found_in(text)
    if held:
        return await _of_words(work, text, held)
    if payees.looks_like_details(text):
        return Checked(Verdict.UNREADABLE, Asked.DETAILS)
    link = next(check_links.links_in(work.policy, text), None)
    if link is not None:
        return await _of_link(work, link)
    named = await _named(work, text)
    return await _told(work, named, None) if named else Checked(Verdict.NOTHING)


async def is_meant(work: Work, text: str) -> bool:
    """Whether a text is nothing but details, a link of ours or the code of an appeal."""
    if payees.looks_like_details(text):
        return True
    code = read_code(text)
    if code is not None:
        return await appeals.find_code(work.tx, code) is not None
    is_one_word = len(text.split()) == 1
    return is_one_word and any(link.is_ours for link in check_links.links_in(work.policy, text))


def codes_in(text: str) -> Iterator[str]:
    """What may be codes among other words, in their order."""
    for found in _CODE.finditer(text):
        code = read_code(found[0])
        if code is not None:
            yield code


async def _of_code(work: Work, code: str, asked: Asked = Asked.CODE) -> Checked:
    appeal = await appeals.find_code(work.tx, code)
    return await _told(work, appeal, None) if appeal else Checked(Verdict.UNKNOWN, asked)


async def _of_details(work: Work, details: Details) -> Checked:
    known = []
    for version in reversed(await appeals.with_details(work.tx, details)):
        appeal = await appeals.get(work.tx, version.appeal_id)
        if appeal is not None and appeal.state is not AppealState.WITHDRAWN:
            known.append(await _told(work, appeal, version))
    found = _first(_BEST_FIRST, known) if known else Checked(Verdict.UNKNOWN, Asked.DETAILS)
    return replace(found, details=(details,))


async def _of_words(work: Work, text: str, held: Sequence[Details]) -> Checked:
    """The verdict on the details in a text that worry most."""
    worst = _first(_WORST_FIRST, [await _of_details(work, each) for each in held])
    named = await _named(work, text) if worst.verdict is Verdict.UNKNOWN else None
    if named is None or named.state not in WITH_LEDGER:
        return worst
    return Checked(Verdict.MISMATCH, Asked.DETAILS, named, await _payee(work, named), worst.details)


async def _of_link(work: Work, link: Link) -> Checked:
    if link.code is not None:
        return await _of_code(work, link.code, Asked.LINK)
    for post in await posts.standing_as(work.tx, link.channel, link.message) if link.channel else ():
        appeal = await appeals.get(work.tx, post.subject) if post.kind is ItemKind.APPEAL else None
        if appeal is not None:
            return await _told(work, appeal, None)
    return Checked(Verdict.UNKNOWN if link.is_told else Verdict.NOTHING, Asked.LINK)


async def _named(work: Work, text: str) -> Appeal | None:
    """The first appeal that a text names by its code."""
    for code in dict.fromkeys(codes_in(text)):
        appeal = await appeals.find_code(work.tx, code)
        if appeal is not None:
            return appeal
    return None


async def _told(work: Work, appeal: Appeal, version: PayeeVersion | None) -> Checked:
    return Checked(
        _verdict(work, appeal, version),
        Asked.DETAILS if version else Asked.CODE,
        appeal,
        await _payee(work, appeal),
        until=version.until if version else None,
    )


def _verdict(work: Work, appeal: Appeal, version: PayeeVersion | None) -> Verdict:
    """How an appeal stands, or those of its details that were asked about."""
    if version is not None and version.until is not None:
        return Verdict.CHANGED
    if version is not None and version.since is None and appeal.state in _APPROVED_ONCE:
        return Verdict.PROPOSED
    return Verdict.ENDED if _is_late(work, appeal) else _BY_STATE[appeal.state]


def _is_late(work: Work, appeal: Appeal) -> bool:
    """Whether its last day is over, though the clock has not seen it yet."""
    return appeal.state in LIVE and appeal.need is not None and appeal.need.ends < work.today


async def _payee(work: Work, appeal: Appeal) -> Payee | None:
    if appeal.state is not AppealState.OPEN or _is_late(work, appeal):
        return None
    version = await appeals.payee(work.tx, appeal.id)
    return version.payee if version and version.since else None


def _first(order: Sequence[Verdict], every: Sequence[Checked]) -> Checked:
    """The first by an order of verdicts."""
    return min(every, key=lambda each: order.index(each.verdict))
