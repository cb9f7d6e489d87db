"""What leaves the bot: messages, their deliveries, and what stands in the channels."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    false,
)

from storage.schema.tables import ID, table
from storage.types import UtcDateTime, sealed

messages = table(
    "messages",
    Column("id", ID, primary_key=True),
    sealed("content"),
    Column("created_at", UtcDateTime, nullable=False),
)

news = table(
    "news",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("reached", ID, nullable=False),
)

broadcasts = table(
    "broadcasts",
    Column("id", ID, primary_key=True),
    Column("author_id", ID, ForeignKey("people.id")),  # None: the page itself
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

broadcast_texts = table(
    "broadcast_texts",
    Column("broadcast_id", ID, ForeignKey("broadcasts.id"), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("message", ID, ForeignKey("messages.id"), nullable=False, index=True),
)

deliveries = table(
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
    Column("deletes", Boolean, nullable=False, server_default=false()),
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

posts = table(
    "posts",
    Column("subject", ID, primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), nullable=False, index=True),
    Column("next_id", ID, ForeignKey("deliveries.id"), index=True),  # the digest that is to take its place
)

reposts = table(
    "reposts",
    Column("subject", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("shown", Integer, nullable=False),
    Column("turn", SmallInteger, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("shown_at", UtcDateTime),
    Column("due_at", UtcDateTime, nullable=False),
    Index(None, "kind", "turn", "due_at", "subject"),
)

digests = table(
    "digests",
    Column("part_at", UtcDateTime, primary_key=True),
    Column("made_at", UtcDateTime, nullable=False),
)

digest_lines = table(
    "digest_lines",
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True),
    Column("subject", ID, primary_key=True, index=True),
    Column("kind", String(16), nullable=False),
    Column("position", SmallInteger, nullable=False),
)

showings = table(
    "showings",
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subject", ID, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("post", ID, nullable=False),
)

mentions = table(
    "mentions",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

case_cards = table(
    "case_cards",
    Column("case_id", ID, ForeignKey("cases.id"), primary_key=True),
    Column("delivery_id", ID, ForeignKey("deliveries.id"), primary_key=True, index=True),
)

lines = table(
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
