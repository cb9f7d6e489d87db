"""Text ids of appeals and of their money that the code puts together."""

from domain.appeal_forms import DAYS_AHEAD
from domain.appeals import CHECKS, OVER, AppealState, Check, Consent, Purpose, Relation, Unwanted
from domain.cases import REASONS, CaseKind
from domain.ledger import EntryKind
from domain.money import Currency
from domain.payees import DetailsKind, PayeeKind
from matching import amounts
from relay.checks import Verdict


def ids_of_appeals() -> set[str]:
    """Choices of an appeal, how it stands, what is refused and why, what can be done with it."""
    ids: set[str] = set()
    for key, values in (("consent", Consent), ("relation", Relation)):
        ids |= {f"{key}-{value}" for value in values} | {f"appeal-{key}-{value}" for value in values}
    ids |= {f"purpose-{value}" for value in Purpose} | {f"ends-{days}" for days in DAYS_AHEAD}
    ids |= {"appeal-consent-none", "starts-today"} | {f"payee-{value}" for value in (*PayeeKind, "mine")}
    ids |= {f"appeal-unwanted-{value}" for value in Unwanted}
    ids |= {f"appeal-refused-{reason}" for kind in CHECKS for reason in REASONS[kind]}
    ids |= {f"appeal-state-{state}" for state in AppealState}
    ids |= {f"appeal-line-{state}" for state in AppealState if state is not AppealState.WITHDRAWN}
    stamped = (*OVER, AppealState.FROZEN, AppealState.ENDED)
    ids |= {f"picture-{state}" for state in stamped}
    ends = (AppealState.CANCELLED, AppealState.REFUSED)
    ids |= {f"appeal-why-{state}" for state in ends} | {f"appeal-{state}-organiser" for state in ends}
    ids |= {f"check-{check}" for check in Check} | {f"button-check-{check}" for check in Check}
    verbs = ("unappeal", "unappealed", "endappeal", "endedappeal", "newpayee", "oldpayee", "story-of")
    ids |= {f"button-{verb}" for verb in (*verbs, "outcome", "ledgerof", "cancelappeal")}
    ids |= {f"checked-{verdict}" for verdict in Verdict}
    return ids | {f"clone-where-{where}" for where in ("comment", "private", "appeal")}


def ids_of_money() -> set[str]:
    """Ways to pay and what may be mistyped in them, currencies, what happened to money."""
    ids = {f"how-{kind}" for kind in DetailsKind} | {f"button-copy-{kind}" for kind in DetailsKind}
    slips = {
        DetailsKind.CARD: ("letters", "length", "check", "system"),
        DetailsKind.IBAN: ("letters", "country", "length", "check"),
        DetailsKind.ACCOUNT: ("letters", "length", "correspondent", "bank", "check"),
        DetailsKind.PHONE: ("phone", "country"),
    }
    ids |= {f"form-details-{kind}-{slip}" for kind, known in slips.items() for slip in known}
    ids |= {f"form-amount-{slip}" for slip in amounts.Fault} | {f"currency-{each}" for each in Currency}
    ids |= {f"{where}-{kind}" for where in ("what", "entry-what") for kind in EntryKind}
    ids |= {f"ledger-refused-{reason}" for reason in REASONS[CaseKind.LEDGER]}
    ids |= {f"outcome-refused-{reason}" for reason in REASONS[CaseKind.OUTCOME]}
    ids |= {f"ledger-receipt-{state}" for state in ("none", "waiting", "ready", "unreadable", "covered")}
    buttons = ("found", "all", "clear", "show", "publish", "withhold", "bare", "back")
    ids |= {f"button-receipt-{button}" for button in buttons}
    return ids | {f"button-ledger-{way}" for way in ("older", "newer")}
