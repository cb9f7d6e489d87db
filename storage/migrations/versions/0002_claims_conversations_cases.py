"""Claims with proofs, conversations, handovers, cases, volunteers, bans, the audit log."""

import uuid
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Claims with proofs, conversations, handovers, cases, volunteers, bans, the audit log."""
    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("actor_id", sa.String(length=32), nullable=True),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("note", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "bans",
        sa.Column("telegram_key", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("until", UtcDateTime, nullable=True),
        sa.PrimaryKeyConstraint("telegram_key", name=op.f("pk_bans")),
    )
    op.create_table(
        "sought",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("seeker", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sought")),
    )
    with op.batch_alter_table("sought", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sought_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_sought_seeker_day"), ["seeker", "day"], unique=False)

    op.create_table(
        "volunteers",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_volunteers_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_volunteers")),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("about_id", sa.String(length=32), nullable=True),
        sa.Column("opened_by", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=True),
        sa.Column("decided_by", sa.String(length=32), nullable=True),
        sa.Column("decided_at", UtcDateTime, nullable=True),
        sa.Column("details", sa.LargeBinary(), nullable=True),
        sa.Column("former", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("reminded_at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(["about_id"], ["people.id"], name=op.f("fk_cases_about_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_cases_decided_by")),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_cases_opened_by")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_cases_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_report_id"), ["report_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_state_created_at"), ["state", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_subject"), ["subject"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_handovers_report_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_handovers")),
    )
    op.create_table(
        "mentions",
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("delivery_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_mentions_delivery_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_mentions_report_id")),
        sa.PrimaryKeyConstraint("report_id", "delivery_id", name=op.f("pk_mentions")),
    )
    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentions_delivery_id"), ["delivery_id"], unique=False)

    op.create_table(
        "tries",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("seeker", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_tries_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tries")),
    )
    with op.batch_alter_table("tries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tries_created_at"), ["created_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_tries_report_id_created_at"), ["report_id", "created_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_tries_seeker_created_at"), ["seeker", "created_at"], unique=False
        )

    op.create_table(
        "case_cards",
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("delivery_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_cards_case_id")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_case_cards_delivery_id")),
        sa.PrimaryKeyConstraint("case_id", "delivery_id", name=op.f("pk_case_cards")),
    )
    with op.batch_alter_table("case_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_cards_delivery_id"), ["delivery_id"], unique=False)

    _claims_get_states()
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("finder_id", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=False),
        sa.Column("code_tries", sa.Integer(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("received", sa.Boolean(), nullable=False),
        sa.Column("absence_told", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("last_at", UtcDateTime, nullable=False),
        sa.Column("ended_at", UtcDateTime, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_conversations_claim_id")),
        sa.ForeignKeyConstraint(["finder_id"], ["people.id"], name=op.f("fk_conversations_finder_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_conversations_owner_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_conversations_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversations_finder_id"), ["finder_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversations_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversations_report_id"), ["report_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_conversations_state_last_at"), ["state", "last_at"], unique=False
        )

    op.create_table(
        "lines",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("conversation_id", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("source", sa.BigInteger(), nullable=False),
        sa.Column("delivery_id", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_lines_conversation_id")
        ),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_lines_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lines")),
    )
    with op.batch_alter_table("lines", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lines_conversation_id_created_at"), ["conversation_id", "created_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_lines_conversation_id_source"), ["conversation_id", "source"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_lines_delivery_id"), ["delivery_id"], unique=False)

    op.drop_table("counters")  # a day's numbers, known by the person until now
    op.create_table(
        "counters",
        sa.Column("seeker", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seeker", "action", "day", name=op.f("pk_counters")),
    )
    _known_tables_grow()
    op.execute("UPDATE reports SET renewed_at = created_at")


def _known_tables_grow() -> None:
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        # A plain "0": for a default that is an expression Alembic would make SQLite's table anew, which rows
        # that point at it forbid.
        batch_op.add_column(sa.Column("or_delete", sa.Boolean(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_deliveries_edits"), ["edits"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_deliveries_recipient_telegram_message"),
            ["recipient", "telegram_message"],
            unique=False,
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("talking", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("talking_until", UtcDateTime, nullable=True))

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("handed_place", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("renewed_at", UtcDateTime, nullable=True))
        batch_op.add_column(sa.Column("wiped_at", UtcDateTime, nullable=True))
        batch_op.create_index(batch_op.f("ix_reports_ended_at"), ["ended_at"], unique=False)

    with op.batch_alter_table("watches", schema=None) as batch_op:
        batch_op.add_column(sa.Column("facts", sa.LargeBinary(), nullable=True))


def _claims_get_states() -> None:
    """Whoever had said "this is mine" may say so anew: until now there was nothing to prove it with."""
    connection = op.get_bind()
    former = sa.table("claims", *(sa.column(name) for name in ("report_id", "person_id", "created_at")))
    said = [dict(row) for row in connection.execute(sa.select(former)).mappings()]
    op.drop_table("claims")
    op.create_table(
        "claims",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=True),
        sa.Column("finder_statement", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_claims_person_id")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_claims_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_claims_report_id_person_id"), ["report_id", "person_id"], unique=True
        )
    for row in said:
        _put_claim(connection, row)


def _put_claim(connection: sa.Connection, row: dict[str, object]) -> None:
    connection.execute(
        sa.text(
            "INSERT INTO claims (id, report_id, person_id, state, proven, created_at)"
            " VALUES (:id, :report_id, :person_id, 'dropped', :proven, :created_at)"
        ),
        {**row, "id": uuid.uuid4().hex, "proven": False},
    )
