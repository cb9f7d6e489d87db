"""The tables. Columns made by `sealed` are encrypted and bound to their row; the rest stand in clear."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from storage.types import UtcDateTime, sealed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(32)

secrets = Table(
    "secrets",
    metadata,
    Column("name", String(32), primary_key=True),
    sealed("value"),
)

notes = Table(
    "notes",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(255), nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", ID, primary_key=True),
    Column("telegram_key", LargeBinary, nullable=False, unique=True),
    sealed("telegram_id"),
    Column("language", String(8), nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("consented_at", UtcDateTime),
    Column("reachable", Boolean, nullable=False),
    Column("intent", String(64)),
    Column("created_at", UtcDateTime, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey("people.id"), nullable=False, unique=True),
    Column("form", String(32), nullable=False),
    Column("at", String(32), nullable=False),
    sealed("answers"),
    Column("revision", Integer, nullable=False),
    Column("given", String(255), nullable=False),
    Column("subject", ID),
    Column("screen", ID),
    Column("updated_at", UtcDateTime, nullable=False, index=True),
)

reports = Table(
    "reports",
    metadata,
    Column("id", ID, primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("finder_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("type", String(32), nullable=False),
    Column("country", String(2), nullable=False),
    sealed("name"),
    sealed("place"),
    Column("day", Date, nullable=False),
    Column("whereabouts", String(32), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(None, "state", "created_at"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("type", String(32), nullable=False),
    Column("country", String(2), nullable=False),
    sealed("name"),
    sealed("place"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

name_keys = Table(
    "name_keys",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("subject_id", ID, primary_key=True, index=True),
)

matches = Table(
    "matches",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("watch_id", ID, ForeignKey("watches.id"), primary_key=True, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("declined_at", UtcDateTime),
)

claims = Table(
    "claims",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", UtcDateTime, nullable=False, index=True),
)

messages = Table(
    "messages",
    metadata,
    Column("id", ID, primary_key=True),
    sealed("content"),
    Column("created_at", UtcDateTime, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", ID, primary_key=True),
    Column("message", ID, ForeignKey("messages.id"), nullable=False, index=True),
    Column("recipient", String(64), nullable=False),
    Column("lane", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("on_doubt", String(8), nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("edits", ID, ForeignKey("deliveries.id")),
    Column("telegram_message", BigInteger),
    Column("problem", String(255)),
    Column("reported_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index(None, "state", "lane", "due_at"),
    Index(None, "recipient", "state"),
)

posts = Table(
    "posts",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), nullable=False, index=True),
)
