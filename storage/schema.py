"""The tables. Columns made by `sealed` are encrypted and bound to their row; the rest stand in clear."""

from typing import Any

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
from sqlalchemy.schema import SchemaItem

from storage.types import NAMES_OF_CONSTRAINTS, UtcDateTime, sealed

metadata = MetaData(naming_convention=NAMES_OF_CONSTRAINTS)

ID = String(32)


def _table(name: str, *items: SchemaItem, **options: Any) -> Table:  # noqa: ANN401 - as Table takes them
    return Table(name, metadata, *items, **options)


secrets = _table(
    "secrets",
    Column("name", String(32), primary_key=True),
    sealed("value"),
)

notes = _table(
    "notes",
    Column("name", String(32), primary_key=True),
    Column("value", String(255), nullable=False),
)

people = _table(
    "people",
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

subscribers = _table(
    "subscribers",
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("country", String(2)),
    Column("quiet_from", SmallInteger),
    Column("quiet_until", SmallInteger),
    Column("since", UtcDateTime, nullable=False),
)

subscriptions = _table(
    "subscriptions",
    Column("topic", String(16), primary_key=True),
    Column("place", String(64), primary_key=True),  # a gazetteer code; "" is everywhere
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True, index=True),
)

bans = _table(
    "bans",
    Column("telegram_key", LargeBinary, primary_key=True),  # outlives the person's own deletion
    Column("kind", String(8), nullable=False),
    Column("until", UtcDateTime),
)

volunteers = _table(
    "volunteers",
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("role", String(16)),
    sealed("name"),
)

drafts = _table(
    "drafts",
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

reports = _table(
    "reports",
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

proofs = _table(
    "proofs",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

watches = _table(
    "watches",
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

names = _table(
    "names",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("subject_id", ID, nullable=False, unique=True),
    Column("parts", LargeBinary, nullable=False),
)

name_keys = _table(
    "name_keys",
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("name_id", Integer, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

name_words = _table(
    "name_words",
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("order", Integer, nullable=False, unique=True),
    sealed("word"),
)

matches = _table(
    "matches",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("watch_id", ID, ForeignKey("watches.id"), primary_key=True, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("declined_at", UtcDateTime),
)

claims = _table(
    "claims",
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
tries = _table(
    "tries",
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Index(None, "seeker", "created_at"),
    Index(None, "report_id", "created_at"),
)

counters = _table(
    "counters",
    Column("seeker", ID, primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

sought = _table(
    "sought",
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("day", Date, nullable=False, index=True),
    sealed("name"),
    Index(None, "seeker", "day"),
)

conversations = _table(
    "conversations",
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

handovers = _table(
    "handovers",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("way", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

cases = _table(
    "cases",
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

audit = _table(
    "audit",
    Column("id", ID, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", ID),
    Column("action", String(16), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("note", String(64), nullable=False),
)

inbox = _table(
    "inbox",
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", UtcDateTime, nullable=False, index=True),
)

messages = _table(
    "messages",
    Column("id", ID, primary_key=True),
    sealed("content"),
    Column("created_at", UtcDateTime, nullable=False),
)

news = _table(
    "news",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("reached", ID, nullable=False),
)

broadcasts = _table(
    "broadcasts",
    Column("id", ID, primary_key=True),
    Column("author_id", ID, ForeignKey("people.id"), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("topic", String(16)),
    Column("place", String(64)),
    Column("country", String(2)),
    Column("language", String(8)),
    Column("starts_at", UtcDateTime),
    Column("started_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("reached", ID),  # the person up to whom the audience is written; the id after all others when done
    Column("recipients", Integer, nullable=False),
    Column("progress", ID),
    Column("told_at", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
)

broadcast_texts = _table(
    "broadcast_texts",
    Column("broadcast_id", ID, ForeignKey("broadcasts.id"), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("message", ID, ForeignKey("messages.id"), nullable=False, index=True),
)

leases = _table(
    "leases",
    Column("name", String(32), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

deliveries = _table(
    "deliveries",
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
    Column("broadcast", ID, ForeignKey("broadcasts.id")),
    Column("telegram_message", BigInteger),
    Column("problem", String(255)),
    Column("reported_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Index(None, "state", "broadcast", "lane", "due_at", "id"),
    Index(None, "broadcast", "state", "due_at", "id"),
    Index(None, "recipient", "state"),
    Index(None, "recipient", "telegram_message"),
)

posts = _table(
    "posts",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), nullable=False, index=True),
)

mentions = _table(
    "mentions",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

case_cards = _table(
    "case_cards",
    Column("case_id", ID, ForeignKey("cases.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

lines = _table(
    "lines",
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
