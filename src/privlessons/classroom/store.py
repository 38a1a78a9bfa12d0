"""Where rooms, questions and flipped answers are kept: SQLAlchemy, by default over SQLite in WAL mode.

The address of the database is one setting. Answers are kept in batches, one transaction each; what
`Store.record` returned is on the disk (SQLite with ``synchronous=FULL``).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import create_engine, delete, event, func, insert, select, update
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from privlessons.classroom.keeping import Answer, digest, guest, keep, sent
from privlessons.classroom.questions import checked
from privlessons.classroom.tables import ANSWERS, META, QUESTIONS, ROOMS, SETTINGS, TALLIES
from privlessons.classroom.totals import Tally
from privlessons.records import PlainError

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
CODE = 6


class NotStoredError(Exception):
    """The database did not take it (disk full, gone, locked): nothing of the batch was acknowledged."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room by its number, its join code, and whether it takes answers."""

    id: int
    code: str
    is_open: bool


class Store:
    """One database. All methods block; use them from one thread at a time."""

    def __init__(self, address: str):
        try:
            self.engine = create_engine(address)
            if self.engine.dialect.name == "sqlite":
                event.listen(self.engine, "connect", _careful)
            META.create_all(self.engine)
        except (ArgumentError, SQLAlchemyError, ImportError) as error:
            raise PlainError(
                f"The board's store can't be opened ({type(error).__name__}): check the address after "
                "--store, and that its folder is there and can be written to."
            ) from None

    def end(self) -> None:
        """Close the database's files."""
        self.engine.dispose()

    def cookie_secret(self) -> str:
        """Return what the guests' cookies are signed with: made once, so that they outlive a restart."""
        with self.engine.begin() as db:
            kept = db.scalar(select(SETTINGS.c.value).where(SETTINGS.c.name == "cookies"))
            if kept is None:
                kept = secrets.token_urlsafe(32)
                db.execute(insert(SETTINGS).values(name="cookies", value=kept))
        return kept

    # --- rooms ---------------------------------------------------------------------------------------------

    def new_room(self) -> Room:
        """Open a room under a join code that no other room has."""
        while True:
            code = "".join(secrets.choice(LETTERS) for _ in range(CODE))
            try:
                with self.engine.begin() as db:
                    made = db.execute(insert(ROOMS).values(code=code, teacher="", is_open=True))
                    return Room(made.inserted_primary_key[0], code, is_open=True)
            except IntegrityError:
                continue

    def room(self, code: str) -> Room | None:
        """Return the room with a join code, in whatever case it was typed."""
        return self._room(ROOMS.c.code == code.strip().upper())

    def last_room(self) -> Room | None:
        """Return the room that was opened last and not erased."""
        return self._room(ROOMS.c.id == select(func.max(ROOMS.c.id)).scalar_subquery())

    def teachers_room(self, secret: str) -> Room | None:
        """Return the room whose teacher's secret this is."""
        return self._room(ROOMS.c.teacher == digest("teacher", secret))

    def _room(self, where) -> Room | None:
        with self.engine.connect() as db:
            row = db.execute(select(ROOMS.c.id, ROOMS.c.code, ROOMS.c.is_open).where(where)).first()
        return Room(row.id, row.code, bool(row.is_open)) if row else None

    def new_secret(self, room: int) -> str:
        """Return a new teacher's secret for a room; the old one no longer opens it. Only a digest is kept."""
        secret = secrets.token_urlsafe(24)
        with self.engine.begin() as db:
            db.execute(update(ROOMS).where(ROOMS.c.id == room).values(teacher=digest("teacher", secret)))
        return secret

    def close(self, room: int) -> None:
        """Take no more answers in a room."""
        with self.engine.begin() as db:
            db.execute(update(ROOMS).where(ROOMS.c.id == room).values(is_open=False))

    def erase(self, room: int) -> None:
        """Remove a room with all that was kept of it, from the files too."""
        asked = select(QUESTIONS.c.id).where(QUESTIONS.c.room_id == room)
        with self.engine.begin() as db:
            db.execute(delete(TALLIES).where(TALLIES.c.question_id.in_(asked)))
            db.execute(delete(ANSWERS).where(ANSWERS.c.question_id.in_(asked)))
            db.execute(delete(QUESTIONS).where(QUESTIONS.c.room_id == room))
            db.execute(delete(ROOMS).where(ROOMS.c.id == room))
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as db:
                db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- questions and answers -----------------------------------------------------------------------------

    def ask(self, room: int, text: str) -> int:
        """Ask a question in an open room, which ends the one before; return its number.

        The one that is asked now, once more (a double click), stays as it is. An earlier one is refused:
        the same people would answer it with fresh coins, which add up against them.
        """
        text = checked(text)
        before = {tally.text.casefold(): tally.question for tally in self.tallies(room)}
        if (same := before.get(text.casefold())) is not None:
            if same == max(before.values()):
                return same
            raise PlainError(
                "This question was asked before in this room. Asked again, fresh coins would add up against "
                "those who answer twice: choose another one."
            )
        with self.engine.begin() as db:
            if not db.scalar(select(ROOMS.c.is_open).where(ROOMS.c.id == room)):
                raise PlainError("This room is closed: start a new one with: privlessons class --new")
            return db.execute(insert(QUESTIONS).values(room_id=room, text=text)).inserted_primary_key[0]

    def tallies(self, room: int) -> list[Tally]:
        """Return a room's questions in the order asked; the last one is the one that takes answers."""
        answered = (
            select(func.count()).where(ANSWERS.c.question_id == QUESTIONS.c.id).scalar_subquery().label("n")
        )
        query = (
            select(QUESTIONS.c.id, QUESTIONS.c.text, answered, TALLIES.c.people, TALLIES.c.said_yes)
            .select_from(QUESTIONS.outerjoin(TALLIES, TALLIES.c.question_id == QUESTIONS.c.id))
            .where(QUESTIONS.c.room_id == room)
            .order_by(QUESTIONS.c.id)
        )
        with self.engine.connect() as db:
            return [Tally(r.id, r.text, r.n, r.people or 0, r.said_yes or 0) for r in db.execute(query)]

    def sent(self, question: int, token: str) -> bool | None:
        """Return what a guest sent first to a question, or None."""
        with self.engine.connect() as db:
            return sent(db, question, guest(token, question))

    def record(self, answers: Sequence[Answer]) -> list[bool | None]:
        """Keep answers in one transaction; return for each what is kept: the *first* that its guest sent.

        None: the question is over, its room is closed, or it is not of that room. Raises `NotStoredError` if
        the database took nothing.
        """
        try:
            try:
                return self._record(answers)
            except IntegrityError:  # another process was first: now its answers are seen
                return self._record(answers)
        except SQLAlchemyError as error:
            raise NotStoredError(type(error).__name__) from error

    def _record(self, answers: Sequence[Answer]) -> list[bool | None]:
        with self.engine.begin() as db:
            return keep(db, answers)


def _careful(connection, _) -> None:
    """Set what SQLite does not do by itself: WAL, a sync at every commit, and overwriting what is erased."""
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "busy_timeout=5000",
    ):
        connection.execute(f"PRAGMA {pragma}")
