"""The forms of appeals: asked for, changed, written about in the ledger, ended with what came of them."""

from typing import Final

from domain.appeals import Consent, Purpose, Relation
from domain.forms import Answers, Form, Kind, Question
from domain.ledger import EntryKind
from domain.money import Currency
from domain.payees import DetailsKind, PayeeKind

NO_CONSENT: Final = "none"
OWN_ACCOUNT: Final = "mine"
"""Answers that are buttons so that people read why they will not do."""

TODAY: Final = "today"
DONE: Final = "done"
"""The button that ends the sending of papers."""

DAYS_AHEAD: Final = ("14", "30", "60", "90")
"""How many days from now an appeal may end, as buttons; any other day is typed."""

_OF_MANY: Final = (Purpose.DISASTER, Purpose.COMMUNITY)
"""For a village nobody's name is at stake."""


def _is_for_a_person(answers: Answers) -> bool:
    return answers.get("purpose") not in _OF_MANY


def _currency_untold(answers: Answers) -> bool:
    """Whether an amount was typed without its currency."""
    return "amount" in answers and " " not in answers["amount"]


def _does_not_close(answers: Answers) -> bool:
    return answers.get("closes") == "no"


_AMOUNT = Question("amount", Kind.AMOUNT)
_CURRENCY = Question("currency", Kind.CHOICE, tuple(Currency), columns=4, when=_currency_untold)
_PAYEE = (
    Question("payee", Kind.CHOICE, (*PayeeKind, OWN_ACCOUNT), columns=1),
    Question("payee_name", Kind.LABEL, longest=80),
    Question("how", Kind.CHOICE, tuple(DetailsKind)),
    Question("details", Kind.DETAILS),
)

APPEAL = Form(
    "appeal",
    (
        Question("purpose", Kind.CHOICE, tuple(Purpose)),
        Question("beneficiary", Kind.LABEL, longest=60),
        Question("consent", Kind.CHOICE, (*Consent, NO_CONSENT), columns=1, when=_is_for_a_person),
        Question("relation", Kind.CHOICE, tuple(Relation), columns=1),
        Question("words", Kind.WORDS, longest=600),
        _AMOUNT,
        _CURRENCY,
        Question("ends", Kind.DEADLINE, DAYS_AHEAD),
        *_PAYEE,
        Question("papers", Kind.PAPERS),
        Question("starts", Kind.DEADLINE, (TODAY,), asked=False, default=TODAY),
    ),
)
"""What money is asked for, for whom, and where it goes."""

PAYEE_CHANGE = Form("payee_change", (*_PAYEE, Question("papers", Kind.PAPERS)), edits=False)
"""Other details for an appeal."""

ENTRY = Form(
    "entry",
    (
        Question("what", Kind.CHOICE, tuple(EntryKind), columns=1),
        _AMOUNT,
        _CURRENCY,
        Question("note", Kind.WORDS, longest=200),
        Question("receipt", Kind.FILE, optional=True),
        Question("day", Kind.DAY, ("today", "yesterday"), asked=False, default="today"),
    ),
    edits=False,
)
"""A line for an appeal's ledger."""

ENTRY_CORRECTION = Form("entry_correction", (_AMOUNT, Question("note", Kind.WORDS, longest=200)), edits=False)
"""The right sum of an entry; its subject is the appeal's id, a colon and the entry's number."""

OUTCOME = Form(
    "outcome",
    (
        Question("words", Kind.WORDS, longest=600),
        Question("explained", Kind.WORDS, longest=400, when=_does_not_close),
        Question("picture", Kind.FILE, optional=True),
    ),
    edits=False,
)
"""What came of an appeal; `closes` is given beforehand and says whether its sums do."""

CANCELLATION = Form(
    "cancellation",
    (Question("why", Kind.WORDS, longest=300), Question("money", Kind.WORDS, longest=300)),
    edits=False,
)
"""Why moderators end an appeal, and what becomes of money that was given."""

CHECK = Form("check", (Question("looked_up", Kind.LOOKUP),), preview=False)
"""A code, a card, an account or a link that somebody wants to be sure of."""
