"""Appeals, who vouches for them, the ledger of what became of their money; broadcasts by the page itself."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Nothing there changes its meaning."""
    _appeals()
    _payees()
    _ledger()
    _proposals()
    with op.batch_alter_table("broadcasts") as batch:
        batch.alter_column("author_id", existing_type=sa.String(length=32), nullable=True)


def _appeals() -> None:
    op.create_table(
        "appeals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("organiser_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("need", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("approved_at", UtcDateTime(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("drawn_at", UtcDateTime(), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("unwritten", sa.Boolean(), nullable=False),
        sa.Column("care_at", UtcDateTime(), nullable=True),
        sa.Column("wiped_at", UtcDateTime(), nullable=True),
        sa.Column("broadcast_id", sa.String(length=32), nullable=True),
        sa.Column("ending", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["broadcast_id"], ["broadcasts.id"], name=op.f("fk_appeals_broadcast_id")),
        sa.ForeignKeyConstraint(["organiser_id"], ["people.id"], name=op.f("fk_appeals_organiser_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("code", name=op.f("uq_appeals_code")),
    )
    op.create_index(op.f("ix_appeals_broadcast_id"), "appeals", ["broadcast_id"])
    op.create_index(op.f("ix_appeals_care_at"), "appeals", ["care_at"])
    op.create_index(op.f("ix_appeals_organiser_id"), "appeals", ["organiser_id"])
    op.create_index(op.f("ix_appeals_state"), "appeals", ["state"])
    op.create_table(
        "appeal_papers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("appeal_id", sa.String(length=32), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["appeal_id"], ["appeals.id"], name=op.f("fk_appeal_papers_appeal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal_papers")),
    )
    op.create_index(op.f("ix_appeal_papers_appeal_id"), "appeal_papers", ["appeal_id"])
    op.create_table(
        "paper_copies",
        sa.Column("delivery_id", sa.String(length=32), nullable=False),
        sa.Column("appeal_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["appeal_id"], ["appeals.id"], name=op.f("fk_paper_copies_appeal_id")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_paper_copies_delivery_id")),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_paper_copies")),
    )
    op.create_index(op.f("ix_paper_copies_appeal_id"), "paper_copies", ["appeal_id"])


def _payees() -> None:
    op.create_table(
        "payees",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("appeal_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("payee", sa.LargeBinary(), nullable=True),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("proposed_at", UtcDateTime(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=True),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["appeal_id"], ["appeals.id"], name=op.f("fk_payees_appeal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payees")),
        sa.UniqueConstraint("appeal_id", "version", name=op.f("uq_payees_appeal_id_version")),
    )
    op.create_index(op.f("ix_payees_key"), "payees", ["key"])
    op.create_table(
        "vouches",
        sa.Column("appeal_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("checks", sa.String(length=64), nullable=False),
        sa.Column("approved_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["appeal_id"], ["appeals.id"], name=op.f("fk_vouches_appeal_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_vouches_person_id")),
        sa.PrimaryKeyConstraint("appeal_id", "version", "person_id", name=op.f("pk_vouches")),
    )


def _ledger() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("appeal", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("hundredths", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("receipt", sa.String(length=64), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("appeal", "number", name=op.f("uq_ledger_entries_appeal_number")),
    )
    op.create_table(
        "ledger_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_head")),
    )
    op.create_table(
        "rates",
        sa.Column("of", sa.String(length=3), nullable=False),
        sa.Column("into", sa.String(length=3), nullable=False),
        sa.Column("worth", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("of", "into", name=op.f("pk_rates")),
    )


def _proposals() -> None:
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("proposed", sa.String(length=256), nullable=True),
        sa.Column("published", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
    )
    op.create_index(op.f("ix_receipts_digest"), "receipts", ["digest"])
    op.create_index(op.f("ix_receipts_state"), "receipts", ["state"])
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("appeal_id", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.Column("receipt_id", sa.String(length=32), nullable=True),
        sa.Column("covered", sa.String(length=256), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["appeal_id"], ["appeals.id"], name=op.f("fk_proposals_appeal_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_proposals_author_id")),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipts.id"], name=op.f("fk_proposals_receipt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index(op.f("ix_proposals_appeal_id"), "proposals", ["appeal_id"])
    op.create_index(op.f("ix_proposals_author_id"), "proposals", ["author_id"])
    op.create_index(op.f("ix_proposals_receipt_id"), "proposals", ["receipt_id"])
