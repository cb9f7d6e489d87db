"""Found and lost documents, and all that happens between a find and its return."""

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

reports = table(
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
    Column("care_at", UtcDateTime, index=True),  # when its finder next hears from us; None at the end
    Column("cared_at", UtcDateTime),
    Index(None, "state", "created_at"),
    Index(None, "ended_at"),
)

proofs = table(
    "proofs",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

watches = table(
    "watches",
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("type", String(32), nullable=False),
    Column("country", String(2), nullable=False),
    sealed("name"),
    sealed("place"),
    sealed("facts", nullable=True),
    Column("code", String(8)),  # of the public post; None where the owner asked for none
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("care_at", UtcDateTime, index=True),  # when its owner is next asked; None at the end
    Column("silences", SmallInteger, nullable=False, server_default="0"),
    Index(None, "code", unique=True),
)

names = table(
    "names",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("subject_id", ID, nullable=False, unique=True),
    Column("parts", LargeBinary, nullable=False),
)

name_keys = table(
    "name_keys",
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("name_id", Integer, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

name_words = table(
    "name_words",
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("order", Integer, nullable=False, unique=True),
    sealed("word"),
)

matches = table(
    "matches",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("watch_id", ID, ForeignKey("watches.id"), primary_key=True, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("declined_at", UtcDateTime),
)

claims = table(
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

conversations = table(
    "conversations",
    Column("id", ID, primary_key=True),
    Column("report_id", ID, ForeignKey("reports.id"), index=True),  # this and the claim, or the next two
    Column("claim_id", ID, ForeignKey("claims.id")),
    Column("question_id", ID, ForeignKey("medical_questions.id"), index=True),
    Column("answer_id", ID, ForeignKey("medical_answers.id")),
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

handovers = table(
    "handovers",
    Column("report_id", ID, ForeignKey("reports.id"), primary_key=True),
    Column("way", String(16), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

cases = table(
    "cases",
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subject", ID, nullable=False, index=True),
    Column("report_id", ID, ForeignKey("reports.id"), index=True),
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
