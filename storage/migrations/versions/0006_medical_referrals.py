"""Questions, answers and the directory of doctors; conversations and cases that are about no document."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Nothing there changes its meaning."""
    _directory()
    _questions()
    _conversations_and_cases()


def _directory() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("speciality", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("into", sa.String(length=32), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["into"], ["entries.id"], name=op.f("fk_entries_into_entries")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("code", name=op.f("uq_entries_code")),
    )
    op.create_index(op.f("ix_entries_phone"), "entries", ["phone"])
    op.create_index(op.f("ix_entries_into"), "entries", ["into"])
    columns = ["state", "speciality", "place"]
    op.create_index(op.f("ix_entries_state_speciality_place"), "entries", columns)
    op.create_table(
        "endorsements",
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("who", sa.LargeBinary(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_endorsements_entry_id_entries")),
        sa.PrimaryKeyConstraint("entry_id", "who", name=op.f("pk_endorsements")),
    )
    op.create_table(
        "likenesses",
        sa.Column("first_id", sa.String(length=32), nullable=False),
        sa.Column("second_id", sa.String(length=32), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["entries.id"], name=op.f("fk_likenesses_first_id_entries")),
        sa.ForeignKeyConstraint(["second_id"], ["entries.id"], name=op.f("fk_likenesses_second_id_entries")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_likenesses")),
    )
    op.create_index(op.f("ix_likenesses_second_id"), "likenesses", ["second_id"])


def _questions() -> None:
    op.create_table(
        "medical_questions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("asker_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("renewed_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("care_at", UtcDateTime(), nullable=True),
        sa.Column("wiped_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asker_id"], ["people.id"], name=op.f("fk_medical_questions_asker_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_questions")),
        sa.UniqueConstraint("code", name=op.f("uq_medical_questions_code")),
    )
    for column in ("asker_id", "care_at", "ended_at"):
        op.create_index(op.f(f"ix_medical_questions_{column}"), "medical_questions", [column])
    op.create_table(
        "medical_answers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(length=32), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=True),
        sa.Column("entry_id", sa.String(length=32), nullable=True),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("delivery_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_medical_answers_author_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_medical_answers_delivery_id_deliveries")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_medical_answers_entry_id_entries")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["medical_questions.id"],
            name=op.f("fk_medical_answers_question_id_medical_questions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_answers")),
    )
    for column in ("author_id", "delivery_id", "entry_id", "phone", "question_id"):
        op.create_index(op.f(f"ix_medical_answers_{column}"), "medical_answers", [column])


def _conversations_and_cases() -> None:
    with op.batch_alter_table("conversations") as batch:
        batch.alter_column("report_id", existing_type=sa.String(length=32), nullable=True)
        batch.alter_column("claim_id", existing_type=sa.String(length=32), nullable=True)
        batch.add_column(sa.Column("question_id", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("answer_id", sa.String(length=32), nullable=True))
        batch.create_foreign_key(
            op.f("fk_conversations_question_id_medical_questions"),
            "medical_questions",
            ["question_id"],
            ["id"],
        )
        batch.create_foreign_key(
            op.f("fk_conversations_answer_id_medical_answers"), "medical_answers", ["answer_id"], ["id"]
        )
        batch.create_index(op.f("ix_conversations_question_id"), ["question_id"])
    with op.batch_alter_table("cases") as batch:
        batch.alter_column("report_id", existing_type=sa.String(length=32), nullable=True)
