"""Who uses the bot, what is counted of them, and what the process itself keeps."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
)

from storage.schema.tables import ID, table
from storage.types import UtcDateTime, sealed

secrets = table(
    "secrets",
    Column("name", String(32), primary_key=True),
    sealed("value"),
)

notes = table(
    "notes",
    Column("name", String(32), primary_key=True),
    Column("value", String(255), nullable=False),
)

people = table(
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

subscribers = table(
    "subscribers",
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("country", String(2)),
    Column("quiet_from", SmallInteger),
    Column("quiet_until", SmallInteger),
    Column("since", UtcDateTime, nullable=False),
)

subscriptions = table(
    "subscriptions",
    Column("topic", String(16), primary_key=True),
    Column("place", String(64), primary_key=True),  # a gazetteer code; "" is everywhere
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True, index=True),
)

bans = table(
    "bans",
    Column("telegram_key", LargeBinary, primary_key=True),  # outlives the person's own deletion
    Column("kind", String(8), nullable=False),
    Column("until", UtcDateTime),
)

volunteers = table(
    "volunteers",
    Column("person_id", ID, ForeignKey("people.id"), primary_key=True),
    Column("role", String(16)),
    sealed("name"),
)

drafts = table(
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

# Whoever erases themselves and comes back must find their caps where they left them: these two know a
# person by a keyed hash of the Telegram id, for a few days.
tries = table(
    "tries",
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("report_id", ID, ForeignKey("reports.id"), nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Index(None, "seeker", "created_at"),
    Index(None, "report_id", "created_at"),
)

counters = table(
    "counters",
    Column("seeker", ID, primary_key=True),
    Column("action", String(16), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

sought = table(
    "sought",
    Column("id", ID, primary_key=True),
    Column("seeker", ID, nullable=False),
    Column("day", Date, nullable=False, index=True),
    sealed("name"),
    Index(None, "seeker", "day"),
)

audit = table(
    "audit",
    Column("id", ID, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", ID),
    Column("action", String(16), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("note", String(64), nullable=False),
)

inbox = table(
    "inbox",
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", UtcDateTime, nullable=False, index=True),
)

leases = table(
    "leases",
    Column("name", String(32), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)
