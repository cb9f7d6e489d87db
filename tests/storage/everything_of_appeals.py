"""An appeal with all that hangs on it: what is sealed of it, and what the public may read for good."""

from datetime import date, timedelta
from decimal import Decimal

from domain.appeals import (
    Appeal,
    AppealState,
    Check,
    Consent,
    Ending,
    Need,
    PayeeVersion,
    Purpose,
    Relation,
    Vouch,
)
from domain.chain import GENESIS
from domain.ledger import Entry, EntryKind, Proposal, ProposalState
from domain.messages import Attachment, AttachmentKind, chat
from domain.money import Currency, Money, Rate
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from domain.people import Person
from storage import appeals, ledger
from storage.transaction import Transaction
from tests.storage.store import START, Store, outgoing

BENEFICIARY = "Бекжігіт Айсұлу"
NEED = "Баламыздың ем ақысына жетпей тұр"
HOLDER = "Бекжігіт Сапарғали"
CARD = "4400430112345670"
PAPER = "AgACAgIAAxkBAAIBpaper"
RECEIPT = "BQACAgIAAxkBAAIBcheck"
PICTURE = "a receipt as it was sent"
NOTE = "Дәріханадан алынған дәрілер"
OUTCOME = "Бала сауығып, үйіне оралды"
WHY_OPEN = "Қалғаны оңалтуға кетті"

WORDS = (
    *BENEFICIARY.split(),
    NEED,
    *HOLDER.split(),
    CARD,
    PAPER,
    RECEIPT,
    PICTURE,
    NOTE,
    OUTCOME,
    WHY_OPEN,
)
"""What must not be readable in the file; names and words become public in posts and pages alone."""

COVERED = b"a receipt after it was covered"
"""What everybody may see."""


async def put_appeal(store: Store, organiser: Person, moderator: Person) -> None:
    """Put in an appeal that has ended, with its papers, payee, vouches, ledger and what waits beside it."""
    goal = Money(Decimal("5000000.00"), Currency.KZT)
    days = (date(2026, 11, 22), date(2026, 12, 22))
    need = Need(BENEFICIARY, Consent.INITIAL, Relation.FAMILY, Purpose.TREATMENT, NEED, goal, *days)
    appeal = Appeal(
        store.new_id(), "M2345", organiser.id, AppealState.ENDED, need, START,
        opened_at=START, ended_at=START, ending=Ending(words=OUTCOME, explained=WHY_OPEN),
    )  # fmt: skip
    payee = Payee(PayeeKind.RECIPIENT, HOLDER, Details(DetailsKind.CARD, CARD))
    paper = await store.queued(outgoing(chat(-1005), "paper"))

    async def act(tx: Transaction) -> None:
        await appeals.add(tx, appeal, need)
        version = PayeeVersion(store.new_id(), appeal.id, 1, payee, START, since=START)
        await appeals.propose(tx, version)
        await appeals.add_paper(
            tx, store.new_id(), appeal.id, Attachment(AttachmentKind.PHOTO, PAPER, "bill.jpg")
        )
        await appeals.note_copy(tx, appeal.id, paper)
        await appeals.vouch(tx, appeal.id, 1, Vouch(moderator.id, frozenset(Check), START))
        await _put_ledger(store, tx, appeal, moderator)

    await store.write(act)


async def _put_ledger(store: Store, tx: Transaction, appeal: Appeal, author: Person) -> None:
    money, receipt = Money(Decimal("1200.50"), Currency.KZT), store.new_id()
    day = START.date() - timedelta(days=1)
    await ledger.add_receipt(tx, receipt, Attachment(AttachmentKind.DOCUMENT, RECEIPT, "check.pdf"), START)
    await ledger.keep_picture(tx, receipt, PICTURE.encode(), frozenset({1, 2}))
    await ledger.publish(tx, receipt, COVERED, "c" * 64)
    await ledger.add_proposal(
        tx,
        Proposal(
            store.new_id(), appeal.id, author.id, ProposalState.QUEUED, EntryKind.SPENT, money, day, NOTE,
            None, receipt, frozenset({1}), START,
        ),
    )  # fmt: skip
    await ledger.head(tx, GENESIS)
    await ledger.append(
        tx,
        Entry(
            1, appeal.code, 1, EntryKind.RECEIVED, money, day, "", "c" * 64, None, START, GENESIS, GENESIS,
            "e" * 64,
        ),
    )  # fmt: skip
    await ledger.put_rate(tx, Rate(Currency.USD, Currency.KZT, Decimal("512.4"), day, "a bank"))
