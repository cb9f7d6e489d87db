"""A post in each channel, the timetable of what comes back, digests; reminders of reports and watches."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_PUBLIC = ("open", "claimed", "with_authorities")
_FIRST_GAP = timedelta(days=1)


def upgrade() -> None:
    """What stands in the channel already comes back too; who reported or waits is asked in time."""
    op.add_column("deliveries", sa.Column("deletes", sa.Boolean(), server_default=sa.false(), nullable=False))
    _care()
    _posts()
    _timetable()
    _fill_timetable()


def _care() -> None:
    for name in ("care_at", "cared_at"):
        op.add_column("reports", sa.Column(name, UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_reports_care_at"), "reports", ["care_at"])
    op.add_column("watches", sa.Column("code", sa.String(length=8), nullable=True))
    op.add_column("watches", sa.Column("care_at", UtcDateTime(), nullable=True))
    silences = sa.Column("silences", sa.SmallInteger(), server_default=sa.text("0"), nullable=False)
    op.add_column("watches", silences)
    op.create_index(op.f("ix_watches_code"), "watches", ["code"], unique=True)
    op.create_index(op.f("ix_watches_care_at"), "watches", ["care_at"])
    op.execute("UPDATE reports SET care_at = COALESCE(renewed_at, created_at) WHERE ended_at IS NULL")
    op.execute("UPDATE watches SET care_at = created_at WHERE ended_at IS NULL")


def _posts() -> None:
    """One row for a report and its one channel becomes one for an item and each channel."""
    former = op.get_bind().execute(
        sa.text(
            "SELECT posts.report_id AS subject, deliveries.recipient AS channel, 'find' AS kind,"
            " posts.delivery_id FROM posts JOIN deliveries ON deliveries.id = posts.delivery_id"
        )
    )
    rows = [dict(row) for row in former.mappings()]
    op.drop_table("posts")
    posts = op.create_table(
        "posts",
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("delivery_id", sa.String(length=32), nullable=False),
        sa.Column("next_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_posts_delivery_id_deliveries")
        ),
        sa.ForeignKeyConstraint(["next_id"], ["deliveries.id"], name=op.f("fk_posts_next_id_deliveries")),
        sa.PrimaryKeyConstraint("subject", "channel", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_delivery_id"), "posts", ["delivery_id"])
    op.create_index(op.f("ix_posts_next_id"), "posts", ["next_id"])
    if rows:
        op.bulk_insert(posts, rows)


def _timetable() -> None:
    op.create_table(
        "reposts",
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("turn", sa.SmallInteger(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("shown_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_reposts")),
    )
    columns = ["kind", "turn", "due_at", "subject"]
    op.create_index(op.f("ix_reposts_kind_turn_due_at_subject"), "reposts", columns)
    op.create_table(
        "digests",
        sa.Column("part_at", UtcDateTime(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("part_at", name=op.f("pk_digests")),
    )
    op.create_table(
        "digest_lines",
        sa.Column("delivery_id", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_digest_lines_delivery_id_deliveries")
        ),
        sa.PrimaryKeyConstraint("delivery_id", "subject", name=op.f("pk_digest_lines")),
    )
    op.create_index(op.f("ix_digest_lines_subject"), "digest_lines", ["subject"])
    op.create_table(
        "showings",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_showings")),
    )
    op.create_index(op.f("ix_showings_at"), "showings", ["at"])


def _fill_timetable() -> None:
    """Each find that stands in the channel was shown once and is due a day after it was reported."""
    reports = sa.table(
        "reports",
        sa.column("id", sa.String),
        sa.column("state", sa.String),
        sa.column("created_at", UtcDateTime()),
    )
    public = op.get_bind().execute(
        sa.select(reports.c.id, reports.c.created_at).where(reports.c.state.in_(_PUBLIC))
    )
    rows = [
        {
            "subject": row.id,
            "kind": "find",
            "shown": 1,
            "turn": 1,
            "since": row.created_at,
            "shown_at": row.created_at,
            "due_at": row.created_at + _FIRST_GAP,
        }
        for row in public
    ]
    table = sa.table(
        "reposts",
        sa.column("subject", sa.String),
        sa.column("kind", sa.String),
        sa.column("shown", sa.Integer),
        sa.column("turn", sa.SmallInteger),
        sa.column("since", UtcDateTime()),
        sa.column("shown_at", UtcDateTime()),
        sa.column("due_at", UtcDateTime()),
    )
    if rows:
        op.bulk_insert(table, rows)
