"""The board's tables, in SQL that any database of SQLAlchemy's knows. Neither names nor addresses."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint

META = MetaData()
NUMBERED = {"sqlite_autoincrement": True}  # a number is never given again, also after erasing


def _question(**options):
    return Column("question_id", ForeignKey("questions.id", ondelete="CASCADE"), nullable=False, **options)


SETTINGS = Table(
    "settings",
    META,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)
ROOMS = Table(
    "rooms",
    META,
    Column("id", Integer, primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("teacher", String(64), nullable=False),  # digest of the teacher's secret
    Column("is_open", Boolean, nullable=False),
    **NUMBERED,
)
QUESTIONS = Table(
    "questions",
    META,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", String(200), nullable=False),
    **NUMBERED,
)
ANSWERS = Table(
    "answers",
    META,
    Column("id", Integer, primary_key=True),
    _question(),
    Column("guest", String(64), nullable=False),  # digest of a random token and the question
    Column("yes", Boolean, nullable=False),
    UniqueConstraint("question_id", "guest"),
    **NUMBERED,
)
# The last full batch, frozen: later answers don't change what it says.
TALLIES = Table(
    "tallies",
    META,
    _question(primary_key=True),
    Column("people", Integer, nullable=False),
    Column("said_yes", Integer, nullable=False),
)
