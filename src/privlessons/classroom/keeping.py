"""Flipped answers are kept within one transaction: the first of each guest, and each full batch counted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from privlessons.classroom.tables import ANSWERS, QUESTIONS, ROOMS, TALLIES
from privlessons.classroom.totals import counted


@dataclass(frozen=True, slots=True)
class Answer:
    """A flipped answer on its way: ``token`` is the guest's random one, which is never stored."""

    room: int
    question: int
    token: str
    yes: bool


def digest(*parts) -> str:
    """Return what is stored in place of a secret."""
    return hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()


def guest(token: str, question: int) -> str:
    """Return who answered, other for each question, so that nobody's answers can be laid side by side."""
    return digest("guest", question, token)


def sent(db, question: int, who: str) -> bool | None:
    """Return what a guest sent first to a question, or None."""
    here = (ANSWERS.c.question_id == question) & (ANSWERS.c.guest == who)
    return db.scalar(select(ANSWERS.c.yes).where(here))


def keep(db, answers: Sequence[Answer]) -> list[bool | None]:
    """Keep answers; return for each what is kept, or None if its question takes none (see `Store.record`)."""
    kept, new = [], set()
    now = {room: _asked_now(db, room) for room in {answer.room for answer in answers}}
    for answer in answers:
        if answer.question != now[answer.room]:
            kept.append(None)
            continue
        who = guest(answer.token, answer.question)
        first = sent(db, answer.question, who)
        if first is None:
            first = answer.yes
            db.execute(insert(ANSWERS).values(question_id=answer.question, guest=who, yes=first))
            new.add(answer.question)
        kept.append(bool(first))
    for question in new:
        _freeze(db, question)
    return kept


def _asked_now(db, room: int) -> int | None:
    """Return the question that takes answers, or None if the room is closed or has none."""
    asked = select(func.max(QUESTIONS.c.id)).select_from(QUESTIONS)
    return db.scalar(
        asked.join(ROOMS, ROOMS.c.id == QUESTIONS.c.room_id).where(ROOMS.c.id == room, ROOMS.c.is_open)
    )


def _freeze(db, question: int) -> None:
    """Count a batch once it is full, within the transaction that filled it."""
    answered = db.scalar(select(func.count()).where(ANSWERS.c.question_id == question))
    before = db.scalar(select(TALLIES.c.people).where(TALLIES.c.question_id == question)) or 0
    if (people := counted(answered)) <= before:
        return
    first = select(ANSWERS.c.yes).where(ANSWERS.c.question_id == question)
    said_yes = sum(map(bool, db.scalars(first.order_by(ANSWERS.c.id).limit(people))))
    db.execute(delete(TALLIES).where(TALLIES.c.question_id == question))
    db.execute(insert(TALLIES).values(question_id=question, people=people, said_yes=said_yes))
