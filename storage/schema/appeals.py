"""Appeals for money: what is asked, who approved it, where money goes, and the ledger of what became of it.

The ledger's entries stand in clear: they are published as they are, and nothing of them is ever changed.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)

from storage.schema.tables import ID, table
from storage.types import UtcDateTime, sealed

_HASH = String(64)  # SHA-256 in hex

appeals = table(
    "appeals",
    Column("id", ID, primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("organiser_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False, index=True),
    sealed("need", nullable=True),
    Column("version", Integer, nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("approved_at", UtcDateTime),
    Column("opened_at", UtcDateTime),
    Column("changed_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("drawn_at", UtcDateTime),
    Column("stale", Boolean, nullable=False),
    Column("unwritten", Boolean, nullable=False),  # its page does not tell yet how it stands
    Column("care_at", UtcDateTime, index=True),  # when its organiser next hears of an owed outcome
    Column("wiped_at", UtcDateTime),
    Column("broadcast_id", ID, ForeignKey("broadcasts.id"), index=True),  # by which subscribers hear of it
    sealed("ending", nullable=True),
)

appeal_papers = table(
    "appeal_papers",
    Column("id", ID, primary_key=True),
    Column("appeal_id", ID, ForeignKey("appeals.id"), nullable=False, index=True),
    sealed("file"),
)

paper_copies = table(
    "paper_copies",  # messages that showed papers to moderators: emptied when the papers are wiped
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True),
    Column("appeal_id", ID, ForeignKey("appeals.id"), nullable=False, index=True),
)

payees = table(
    "payees",
    Column("id", ID, primary_key=True),
    Column("appeal_id", ID, ForeignKey("appeals.id"), nullable=False),
    Column("version", Integer, nullable=False),
    sealed("payee", nullable=True),
    Column("key", LargeBinary, nullable=False, index=True),  # a keyed hash: whose card is this?
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("since", UtcDateTime),
    Column("until", UtcDateTime),
    UniqueConstraint("appeal_id", "version"),
)

vouches = table(
    "vouches",
    Column("appeal_id", ID, ForeignKey("appeals.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("checks", String(64), nullable=False),
    Column("approved_at", UtcDateTime),
)

ledger_entries = table(
    "ledger_entries",
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("appeal", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("hundredths", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("day", Date, nullable=False),
    Column("note", Text, nullable=False),
    Column("receipt", _HASH, nullable=False),
    Column("corrects", Integer),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("previous", _HASH, nullable=False),
    Column("before", _HASH, nullable=False),
    Column("hash", _HASH, nullable=False),
    UniqueConstraint("appeal", "number"),
)

ledger_head = table(
    "ledger_head",  # one row, locked by whoever adds an entry: the chain never forks
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("hash", _HASH, nullable=False),
)

receipts = table(
    "receipts",
    Column("id", ID, primary_key=True),
    Column("state", String(16), nullable=False, index=True),  # fetched by the clock, after it was sent
    sealed("file", nullable=True),
    sealed("picture", nullable=True),  # as it was sent: moderators alone see it
    Column("proposed", String(256)),  # cells of its grid that had better be covered
    Column("published", LargeBinary),  # covered, for everybody
    Column("digest", _HASH),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "digest"),
)

proposals = table(
    "proposals",
    Column("id", ID, primary_key=True),
    Column("appeal_id", ID, ForeignKey("appeals.id"), nullable=False, index=True),
    Column("author_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    sealed("said", nullable=True),
    Column("receipt_id", ID, ForeignKey("receipts.id"), index=True),
    Column("covered", String(256)),
    Column("created_at", UtcDateTime, nullable=False),
)

rates = table(
    "rates",
    Column("of", String(3), primary_key=True),
    Column("into", String(3), primary_key=True),
    Column("worth", String(32), nullable=False),
    Column("day", Date, nullable=False),
    Column("source", String(200), nullable=False),
)
