"""Appeals as they stand in the database, for tests of their pages: invented people, an invented card."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from PIL import Image

from domain import chain
from domain.appeals import HAD_MONEY, Appeal, AppealState, Consent, Need, PayeeVersion, Purpose, Relation
from domain.ledger import Entry, EntryKind
from domain.messages import Attachment, AttachmentKind
from domain.money import Currency, Money
from domain.payees import Details, DetailsKind, Payee, PayeeKind
from relay import people
from relay.work import Work
from storage import appeals, ledger

CARD = "4400430012345677"
RECIPIENT = "Гүлнар Төлегенова"
NEED = Need(
    beneficiary="Айгүл Төлегенова",
    consent=Consent.INITIAL,
    relation=Relation.FRIEND,
    purpose=Purpose.TREATMENT,
    words="Операция в декабре.\nНужны <деньги> на дорогу.",
    goal=Money(Decimal(1_000_000), Currency.KZT),
    starts=date(2026, 11, 20),
    ends=date(2026, 12, 3),
)
ORGANISER = 700_700


def of(state: AppealState, code: str = "K7M2Q", need: Need | None = NEED) -> Appeal:
    """An appeal in a state, opened on 20 November 2026 where it was ever public."""
    opened = datetime(2026, 11, 20, 9).astimezone() if state in HAD_MONEY else None
    ended = None if state in {AppealState.OPEN, AppealState.FROZEN} else opened
    return Appeal(
        id=f"{code:0>26}",
        code=code,
        organiser_id="",
        state=state,
        need=need,
        created_at=datetime(2026, 11, 19, 9).astimezone(),
        approved_at=opened,
        opened_at=opened,
        ended_at=ended,
    )


async def stored(appeal: Appeal, work: Work) -> Appeal:
    """The same, asked for by an organiser, with a payee in force."""
    organiser = await people.meet(work, ORGANISER, "ru")
    appeal = replace(appeal, organiser_id=organiser.id)
    await appeals.add(work.tx, appeal, appeal.need or NEED)
    payee = Payee(PayeeKind.RECIPIENT, RECIPIENT, Details(DetailsKind.CARD, CARD))
    version = PayeeVersion(work.new_id(), appeal.id, 1, payee, appeal.created_at, appeal.created_at)
    await appeals.propose(work.tx, version)
    return appeal


def receipt(shade: int = 200) -> bytes:
    """A covered receipt."""
    file = io.BytesIO()
    Image.new("RGB", (60, 90), (shade, shade, shade)).save(file, "JPEG")
    return file.getvalue()


async def published(picture: bytes, work: Work) -> str:
    """A receipt that everybody may see, beside what moderators alone do; its SHA-256."""
    key, digest = work.new_id(), hashlib.sha256(picture).hexdigest()
    await ledger.add_receipt(work.tx, key, Attachment(AttachmentKind.PHOTO, "file", ""), work.now)
    await ledger.keep_picture(work.tx, key, b"uncovered", None)
    await ledger.publish(work.tx, key, picture, digest)
    return digest


def entries(
    said: Sequence[tuple[EntryKind, Money]],
    work: Work,
    *,
    code: str = "K7M2Q",
    digest: str = "",
    after: int = 0,
) -> Sequence[Entry]:
    """Entries of an appeal, one a day, chained; the first has the receipt, `after` so many were before."""
    made: list[Entry] = []
    for number, (kind, money) in enumerate(said, after + 1):
        hash_ = made[-1].hash if made else chain.GENESIS
        entry = Entry(
            seq=number,
            appeal=code,
            number=number,
            kind=kind,
            money=money,
            day=NEED.starts + timedelta(days=(number - 1) % 3),
            note=f"note {number}",
            receipt=digest if number == 1 else "",
            corrects=None,
            recorded_at=work.now,
            previous=hash_,
            before=hash_,
            hash="",
        )
        made.append(chain.chained(entry))
    return made


async def written_down(said: Sequence[tuple[EntryKind, Money]], work: Work, digest: str = "") -> None:
    """Add entries to the ledger of K7M2Q."""
    for entry in entries(said, work, digest=digest):
        await ledger.append(work.tx, entry)


def tenge(amount: int) -> Money:
    """So many tenge."""
    return Money(Decimal(amount), Currency.KZT)
