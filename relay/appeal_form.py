"""Reading answers about appeals: sums, days ahead, where money goes, papers; and what is not allowed."""

import contextlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain import appeal_forms
from domain.appeal_forms import NO_CONSENT, OWN_ACCOUNT, TODAY
from domain.appeals import LONGEST_DAYS, MOST_PAPERS, Consent, Need, Purpose, Relation
from domain.errors import Refusal
from domain.forms import Answers, Draft, Kind, Question
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from locales.dates import day_in_words
from locales.money import money_in_words
from matching import amounts, payees
from matching.unwanted import unwanted
from relay import contacts
from relay.work import Work

_CENTURY: Final = 100
NOTHING: Final = "0"
_DAY: Final = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?$")
KINDS: Final = (Kind.AMOUNT, Kind.DEADLINE, Kind.DETAILS, Kind.LOOKUP)
"""What is read here, with what was answered before at hand."""

FORMS: Final = (
    appeal_forms.APPEAL.key,
    appeal_forms.PAYEE_CHANGE.key,
    appeal_forms.ENTRY.key,
    appeal_forms.ENTRY_CORRECTION.key,
    appeal_forms.OUTCOME.key,
    appeal_forms.CANCELLATION.key,
)
"""The forms whose answers are looked at before they are taken."""

_SENT: Final[dict[Kind, tuple[AttachmentKind, ...]]] = {
    Kind.PAPERS: (AttachmentKind.PHOTO, AttachmentKind.DOCUMENT),
    Kind.FILE: (AttachmentKind.PHOTO, AttachmentKind.DOCUMENT, AttachmentKind.VIDEO),
}
"""What may be sent as an answer to each kind of question."""

_WHOSE: Final = ("relation", "payee")
"""Answers that say together whose account it is, whichever of them is given last."""

_OPEN_TO_ALL: Final = ("words", "beneficiary", "payee_name", "note", "explained", "why", "money")
"""Answers that everybody will read."""


def read(work: Work, draft: Draft, question: Question, text: str) -> str:
    """The answer in `text`, in the form it is stored; Refusal with advice when it is none."""
    match question.kind:
        case Kind.AMOUNT:
            return _amount(draft, text)
        case Kind.DEADLINE:
            return _deadline(work, text)
        case Kind.DETAILS:
            return _details(draft, text)
        case _:
            return _lookup(text)


def pick(work: Work, question: Question, value: str) -> str:
    """The day a button of an appeal stands for; Refusal when the question has no such button."""
    if value not in question.choices:
        raise Refusal("tap-stale")
    return value if value == TODAY else (work.today + timedelta(days=int(value))).isoformat()


def takes(question: Question | None, file: Attachment | None) -> bool:
    """Whether a file is an answer to a question."""
    return question is not None and file is not None and file.kind in _SENT.get(question.kind, ())


def with_file(answers: Answers, key: str, file: Attachment) -> str:
    """The answer with one more file; Refusal when there are enough."""
    held = files_in(answers.get(key, ""))
    if len(held) >= MOST_PAPERS:
        raise Refusal("appeal-papers-enough", limit=MOST_PAPERS)
    return "\n".join(json.dumps(asdict(each)) for each in (*held, file))


def files_in(answer: str) -> Sequence[Attachment]:
    """The files an answer holds, in the order they came."""
    held = [json.loads(line) for line in answer.splitlines()]
    return [Attachment(AttachmentKind(each["kind"]), each["value"], each["name"]) for each in held]


def require_allowed(draft: Draft, key: str, value: str) -> None:
    """Refusal for answers with which nothing can be asked here, in words that say what to do instead."""
    answers = draft.answers
    if key == "consent" and value == NO_CONSENT:
        raise Refusal("appeal-needs-consent")
    own = key == "payee" and value == OWN_ACCOUNT
    said = {**answers, key: value}
    for_self = said.get("relation") == Relation.SELF and said.get("payee") == PayeeKind.RECIPIENT
    if own or (key in _WHOSE and for_self):
        raise Refusal("appeal-not-own-account")
    if key in _OPEN_TO_ALL:
        _require_public(value)


def in_words(work: Work, language: str, draft: Draft, question: Question, value: str) -> str:
    """A stored answer for reading."""
    match question.kind:
        case Kind.AMOUNT if " " in value or draft.answers.get("currency"):
            return money_in_words(language, money_in({**draft.answers, "amount": value}))
        case Kind.DEADLINE if value != TODAY:
            return day_in_words(language, date.fromisoformat(value))
        case Kind.DEADLINE:
            return work.catalog.label(language, f"{question.key}-{value}")
        case Kind.DETAILS:
            return payees.grouped(payee_in(draft.answers).details)
        case Kind.PAPERS | Kind.FILE:
            return work.catalog.label(language, "answer-files", count=len(files_in(value)))
        case _:
            return value


def need_in(work: Work, answers: Answers) -> Need:
    """What a filled form asks for; Refusal when its days are over by now."""
    if not days_fit(work, answers):
        raise Refusal("appeal-days-wrong", limit=LONGEST_DAYS)
    starts, ends = _days_in(work, answers)
    return Need(
        beneficiary=answers["beneficiary"],
        consent=Consent(answers.get("consent") or Consent.FULL),
        relation=Relation(answers["relation"]),
        purpose=Purpose(answers["purpose"]),
        words=answers["words"],
        goal=money_in(answers),
        starts=starts,
        ends=ends,
    )


def days_fit(work: Work, answers: Answers) -> bool:
    """Whether the days of a filled form still follow one another: a form may lie about for weeks."""
    starts, ends = _days_in(work, answers)
    return max(starts, work.today) <= ends and (ends - starts).days <= LONGEST_DAYS


def money_in(answers: Answers, usual: Currency = Currency.KZT) -> Money:
    """The sum a form holds, in the currency that was typed or picked."""
    amount, _, told = answers["amount"].partition(" ")
    return Money(Decimal(amount), Currency(told or answers.get("currency") or usual))


def payee_in(answers: Answers) -> Payee:
    """Whom a filled form names as the one the money goes to."""
    kind, bank, value = answers["details"].split(":")
    return Payee(PayeeKind(answers["payee"]), answers["payee_name"], Details(DetailsKind(kind), value, bank))


def _days_in(work: Work, answers: Answers) -> tuple[date, date]:
    starts = work.today if answers["starts"] == TODAY else date.fromisoformat(answers["starts"])
    return starts, date.fromisoformat(answers["ends"])


def _amount(draft: Draft, text: str) -> str:
    """`1200.00`, with its currency behind it where one was typed; "som" alone may be either of two.

    Only a correction may say that it was nothing.
    """
    if draft.form == appeal_forms.ENTRY_CORRECTION.key and text.strip() == NOTHING:
        return f"{Decimal(NOTHING):.2f}"
    try:
        read_as = [amounts.read(text, usual) for usual in (Currency.KZT, Currency.KGS)]
    except amounts.Unreadable as fault:
        raise Refusal(f"form-amount-{fault.why}") from fault
    told = read_as[0].currency is read_as[1].currency
    amount = f"{read_as[0].amount:.2f}"
    return f"{amount} {read_as[0].currency}" if told else amount


def _deadline(work: Work, text: str) -> str:
    """A day from today on, at most half a year ahead; the year may be left out."""
    written = _DAY.match(text.strip())
    days = [day for day in _days(work, written) if day >= work.today] if written else []
    if not days or (days[0] - work.today).days > LONGEST_DAYS:
        raise Refusal("form-deadline-unreadable", limit=LONGEST_DAYS)
    return days[0].isoformat()


def _days(work: Work, written: re.Match[str]) -> Sequence[date]:
    """The days that are meant: of the year that was written, else of this one or the next."""
    day, month, told = written.groups()
    this = work.today.year
    years = [int(told) % _CENTURY + this // _CENTURY * _CENTURY] if told else [this, this + 1]
    found = []
    for year in years:
        with contextlib.suppress(ValueError):  # there is no 31 June
            found.append(date(year, int(month), int(day)))
    return found


def _details(draft: Draft, text: str) -> str:
    """`card::4400…`, `account:BIK:40817…`; a Refusal names the kind of slip."""
    kind = DetailsKind(draft.answers["how"])
    try:
        details = payees.read(kind, text)
    except payees.Unreadable as fault:
        raise Refusal(f"form-details-{kind}-{fault.why}") from fault
    return f"{details.kind}:{details.bank}:{details.value}"


def _lookup(text: str) -> str:
    """What is to be checked, of any length: people paste a whole post that asks them for money."""
    said = " ".join(text.split())
    if not said:
        raise Refusal("form-lookup-unreadable")
    return said


def _require_public(value: str) -> None:
    """Refusal for words that no appeal may say: what is not asked for here, a contact, a card."""
    refused = unwanted(value)
    if refused is not None:
        raise Refusal(f"appeal-unwanted-{refused}")
    if payees.found_in(value) or not contacts.fits_in_public(value):
        raise Refusal("appeal-no-contacts")
