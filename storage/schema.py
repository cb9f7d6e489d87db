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
    SmallInteger,
    String,
    Table,
    false,
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
    Column("talking", ID),
    Column("talking_until", UtcDateTime),
)

bans = Table(
    "bans",
    metadata,
    Column("telegram_key", LargeBinary, primary_key=True),  # outlives the person's own deletion
    Column("kind", String(8), nullable=False),
    Column("until", UtcDateTime),
)

volunteers = Table(
    "volunteers",
    metadata,
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("role", String(16)),
    sealed("name"),
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
    sealed("handed_place", nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("renewed_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("wiped_at", UtcDateTime),
    Index(None, "state", "created_at"),
    Index(None, "ended_at"),
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
    sealed("facts", nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

names = Table(
    "names",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("subject_id", ID, nullable=False, unique=True),
    Column("parts", LargeBinary, nullable=False),
)

name_keys = Table(
    "name_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("name_id", Integer, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

name_words = Table(
    "name_words",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("order", Integer, nullable=False, unique=True),
    sealed("word"),
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
    Column("id", ID, primary_key=True),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False),
    Column("person_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("proven", Boolean, nullable=False),
    sealed("statement", nullable=True),
    sealed("finder_statement", nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "report_id", "person_id", unique=True),
)

# Whoever erases themselves and comes back must find their caps where they left them: these two know a
# person by a keyed hash of the Telegram id, for a few days.
tries = Table(
    "tries",
    metadata,
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Index(None, "seeker", "created_at"),
    Index(None, "report_id", "created_at"),
)

counters = Table(
    "counters",
    metadata,
    Column("seeker", ID, primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

sought = Table(
    "sought",
    metadata,
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("day", Date, nullable=False, index=True),
    sealed("name"),
    Index(None, "seeker", "day"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", ID, primary_key=True),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("claim_id", ID, ForeignKey("claims.id"), nullable=False),
    Column("finder_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("owner_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    sealed("code"),
    Column("code_tries", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("received", Boolean, nullable=False),
    Column("absence_told", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(None, "state", "last_at"),
)

handovers = Table(
    "handovers",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("way", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subject", ID, nullable=False, index=True),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("about_id", ID, ForeignKey("people.id")),
    Column("opened_by", ID, ForeignKey("people.id")),
    Column("state", String(16), nullable=False),
    Column("decision", String(16)),
    Column("decided_by", ID, ForeignKey("people.id")),
    Column("decided_at", UtcDateTime),
    sealed("details", nullable=True),
    sealed("former", nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("reminded_at", UtcDateTime, nullable=False),
    Index(None, "state", "created_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", ID, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", ID),
    Column("action", String(16), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("note", String(64), nullable=False),
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
    Column("edits", ID, ForeignKey("deliveries.id"), index=True),
    Column("or_delete", Boolean, nullable=False, server_default=false()),
    Column("telegram_message", BigInteger),
    Column("problem", String(255)),
    Column("reported_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index(None, "state", "lane", "due_at"),
    Index(None, "recipient", "state"),
    Index(None, "recipient", "telegram_message"),
)

posts = Table(
    "posts",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), nullable=False, index=True),
)

mentions = Table(
    "mentions",
    metadata,
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

case_cards = Table(
    "case_cards",
    metadata,
    Column("case_id", ID, ForeignKey("cases.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

lines = Table(
    "lines",
    metadata,
    Column("id", ID, primary_key=True),
    Column("conversation_id", ID, ForeignKey("conversations.id"), nullable=False),
    Column("side", String(8), nullable=False),
    Column("source", BigInteger, nullable=False),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), index=True),
    Column("state", String(8), nullable=False),
    sealed("said"),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "conversation_id", "created_at"),
    Index(None, "conversation_id", "source"),
)
