"""Medical referrals: questions, answers, and the directory of doctors that helped."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, LargeBinary, String

from storage.schema.tables import ID, table
from storage.types import UtcDateTime, sealed

medical_questions = table(
    "medical_questions",
    Column("id", ID, primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("asker_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    sealed("asked", nullable=True),  # all of it: an illness beside anything of a person stays closed
    Column("created_at", UtcDateTime, nullable=False),
    Column("renewed_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("care_at", UtcDateTime, index=True),  # when its asker next hears from us; None at the end
    Column("wiped_at", UtcDateTime),
    Index(None, "ended_at"),
)

medical_answers = table(
    "medical_answers",
    Column("id", ID, primary_key=True),
    Column("question_id", ID, ForeignKey("medical_questions.id"), nullable=False, index=True),
    Column("author_id", ID, ForeignKey("people.id"), nullable=False, index=True),
    Column("source", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("mark", String(16)),
    Column("entry_id", ID, ForeignKey("entries.id"), index=True),
    sealed("said", nullable=True),
    Column("phone", LargeBinary, index=True),  # a keyed hash: who puts one number under many questions
    Column("delivery_id", ID, ForeignKey("deliveries.id"), index=True),  # how it reached the asker
    Column("created_at", UtcDateTime, nullable=False),
)

entries = table(
    "entries",
    Column("id", ID, primary_key=True),
    Column("code", String(8), nullable=False, unique=True),
    Column("state", String(16), nullable=False),
    Column("speciality", String(32), nullable=False),
    Column(
        "place", String(64), nullable=False
    ),  # a city's code behind @, or "" where `details` has the words
    sealed("details", nullable=True),
    Column("phone", LargeBinary, index=True),  # a keyed hash, to meet the same clinic again
    Column("into", ID, ForeignKey("entries.id"), index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Index(None, "state", "speciality", "place"),
)

endorsements = table(
    "endorsements",
    Column("entry_id", ID, ForeignKey("entries.id"), primary_key=True),
    Column(
        "who", LargeBinary, primary_key=True
    ),  # a keyed hash of the person and this entry: it ties nothing
    Column("at", UtcDateTime, nullable=False),
    Column("paid", Boolean, nullable=False),
)

likenesses = table(
    "likenesses",
    Column("first_id", ID, ForeignKey("entries.id"), primary_key=True),
    Column("second_id", ID, ForeignKey("entries.id"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("state", String(16), nullable=False),  # proposed, merged, apart
    Column("at", UtcDateTime, nullable=False),
)
