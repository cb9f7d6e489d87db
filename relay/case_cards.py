"""Cards of cases: what moderators read, and the buttons they decide with."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from domain.cases import DECISIONS, REASONS, Case, CaseKind, CaseState, Decision
from domain.claims import Claim
from domain.conversations import Conversation, Line
from domain.messages import Button, Content
from domain.people import BanChoice
from locales.catalog import clipped
from locales.dates import time_in_words
from relay import (
    appeal_cases,
    case_subjects,
    clone_cards,
    conversation_cards,
    doctor_cards,
    ledger_cards,
    medical_cards,
    outcome_cards,
)
from relay.work import Work
from storage import claims, conversations, volunteers

UNDO_WITHIN = timedelta(minutes=5)
QUOTE_ROOM = 180
QUOTED = 5
"""So many lines of a conversation are shown when somebody complains of it."""


async def card(work: Work, case: Case, menu: str = "") -> Content:
    """A case as it stands; `menu` is the set of buttons to show: the decisions, `reject` or `more`."""
    parts = [await _body(work, case), *_talk(work, case)]
    if case.state is CaseState.DECIDED:
        parts.append(await _verdict(work, case))
    elif case.about_id is not None:
        parts.append(work.catalog.text(work.moderators_language, "case-hint"))
    rows = list(_rows(work, case, menu))
    if case.state is CaseState.OPEN and not menu and case.kind in _OWN_ROWS:
        rows = [*await _OWN_ROWS[case.kind](work, case), *rows]
    return Content("\n\n".join(parts), tuple(rows))


def without_words(work: Work, case: Case, code: str) -> Content:
    """What is left of a case when all that is personal in it is forgotten."""
    language = work.moderators_language
    kind = work.catalog.label(language, f"kind-{case.kind}")
    decision = work.catalog.label(language, f"decided-{case.decision or Decision.SETTLED}")
    return Content(work.catalog.text(language, "case-past", kind=kind, code=code, decision=decision))


async def _body(work: Work, case: Case) -> str:
    subject = await case_subjects.of(work, case)
    values = {
        "card": subject.card,
        "name": subject.name,
        "code": subject.code,
        **await _values(work, case),
    }
    return work.catalog.text(work.moderators_language, f"case-{case.kind}", **values)


async def _values(work: Work, case: Case) -> Mapping[str, str]:
    """What the text of each kind needs beside its subject."""
    return await _VALUES[case.kind](work, case)


async def _own_words(_: Work, case: Case) -> Mapping[str, str]:
    return {"words": case.details.get("words", "")}


async def _of_claim(work: Work, case: Case) -> Mapping[str, str]:
    return await _claim_values(work, case.subject)


async def _claim_values(work: Work, claim_id: str) -> dict[str, str]:
    claim = await claims.get(work.tx, claim_id)
    return _said(work, claim) if claim else {"facts": "—", "claimant": "—", "finder": "—"}


def _said(work: Work, claim: Claim) -> dict[str, str]:
    proven = work.catalog.label(work.moderators_language, "facts-fit" if claim.proven else "facts-unproven")
    return {
        "facts": proven,
        "claimant": clipped(claim.statement) or "—",
        "finder": clipped(claim.finder_statement) or "—",
    }


async def _dispute_values(work: Work, case: Case) -> dict[str, str]:
    """Both claimants side by side: the one who talks with the finder, and the one who came later."""
    second = await _claim_values(work, case.subject)
    going = await conversations.of_report(work.tx, case.report_id)
    first = await _claim_values(work, going.claim_id if going else case.details.get("first", ""))
    return {
        "first": first["claimant"],
        "first_facts": first["facts"],
        "second": second["claimant"],
        "second_facts": second["facts"],
        "finder": second["finder"],
    }


async def _talk_values(work: Work, case: Case) -> dict[str, str]:
    talk = await conversations.get(work.tx, case.subject)
    if talk is None:
        raise LookupError("a case without its conversation")
    said = await conversations.last_lines(work.tx, talk.id, QUOTED)
    quoted = [clipped(_quote(work, talk, line), QUOTE_ROOM) for line in said]
    line = await conversations.get_line(work.tx, case.details.get("line", ""))
    return {
        "who": _side(work, talk, case.details.get("side", "owner")),
        "line": clipped(_quote(work, talk, line)) if line else "—",
        "lines": "\n".join(quoted) or "—",
    }


def _side(work: Work, talk: Conversation, side: str) -> str:
    text_id = conversation_cards.wording(work, talk, f"side-{side}")
    return work.catalog.label(work.moderators_language, text_id)


def _quote(work: Work, talk: Conversation, line: Line) -> str:
    """A line as moderators read it: who, and what."""
    language = work.moderators_language
    held = line.said.attachment
    kind = work.catalog.label(language, f"attachment-{held.kind}") if held else ""
    words = " ".join(part for part in (kind, line.said.text) if part)
    return f"{_side(work, talk, line.side)}: {words}"


def _talk(work: Work, case: Case) -> Iterator[str]:
    """What a moderator asked of the author, and the answer."""
    for part in ("asked", "answered"):
        if part in case.details:
            words = clipped(case.details[part])
            yield work.catalog.text(work.moderators_language, f"case-{part}", words=words)


async def _verdict(work: Work, case: Case) -> str:
    language = work.moderators_language
    known = await volunteers.names(work.tx, [case.decided_by] if case.decided_by else [])
    moment = (case.decided_at or work.now).astimezone(work.policy.zone)
    return work.catalog.text(
        language,
        "case-decided",
        decision=work.catalog.label(language, f"decided-{case.decision}"),
        name=known.get(case.decided_by or "", "—"),
        time=time_in_words(language, moment),
    )


def _rows(work: Work, case: Case, menu: str) -> Iterator[tuple[Button, ...]]:
    def button(text_id: str, verb: str) -> Button:
        label = work.catalog.label(work.moderators_language, text_id)
        return Button(label, tap=f"case:{case.id}:{verb}")

    if case.state is CaseState.DECIDED:
        if case.decision is not Decision.SETTLED and _undoable(work, case):
            yield (button("button-undo", "undo"),)
    elif menu == "reject":
        for reason in REASONS[case.kind]:
            yield (button(f"reason-{reason}", f"reject.{reason}"),)
        yield (button("button-back", "menu."),)
    elif menu == "more":
        if case.report_id:
            yield (button("button-hide", "hide"),)
        for choice in BanChoice:
            yield (button(f"button-ban-{choice}", f"ban.{choice}"),)
        yield (button("button-back", "menu."),)
    else:
        for decision in DECISIONS[case.kind]:
            verb = "menu.reject" if decision is Decision.REJECT else str(decision)
            yield (button(f"button-case-{decision}", verb),)
        yield (button("button-more", "menu.more"),)


def _undoable(work: Work, case: Case) -> bool:
    return case.decided_at is not None and work.now - case.decided_at <= UNDO_WITHIN


_VALUES: Final[Mapping[CaseKind, Callable[[Work, Case], Awaitable[Mapping[str, str]]]]] = {
    CaseKind.REVIEW: _own_words,
    CaseKind.ABOUT_ME: _own_words,
    CaseKind.STORY: _own_words,
    CaseKind.CLAIM: _of_claim,
    CaseKind.DISPUTE: _dispute_values,
    CaseKind.MONEY: _talk_values,
    CaseKind.COMPLAINT: _talk_values,
    CaseKind.ABSENCE: _talk_values,
    CaseKind.QUESTION: medical_cards.case_values,
    CaseKind.ANSWER: medical_cards.case_values,
    CaseKind.ENTRY: doctor_cards.case_values,
    CaseKind.CORRECTION: doctor_cards.case_values,
    CaseKind.DUPLICATE: doctor_cards.case_values,
    CaseKind.APPEAL: appeal_cases.values,
    CaseKind.CHANGE: appeal_cases.values,
    CaseKind.LEDGER: ledger_cards.case_values,
    CaseKind.OUTCOME: outcome_cards.case_values,
    CaseKind.CLONE: clone_cards.case_values,
}

_OWN_ROWS: Final[Mapping[CaseKind, Callable[[Work, Case], Awaitable[Sequence[tuple[Button, ...]]]]]] = {
    CaseKind.APPEAL: appeal_cases.rows,
    CaseKind.CHANGE: appeal_cases.rows,
    CaseKind.LEDGER: ledger_cards.extra_rows,
}
"""The kinds whose cards have more to tap than a decision, above it."""
