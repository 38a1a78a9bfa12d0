"""Mika at Lumenly: who she is, what she can tell Pip, and the other customers beside her."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import cache

from privlessons.company.customer import Person
from privlessons.company.schema import open_company
from privlessons.datasets import load_chats
from privlessons.memory_chats import MIKAS, TypedChats, make_chats, owner, start_of
from privlessons.records import Chat, Message

MIKA = Person("P0417", "Mika Tarn", "hello@tarn-and-tiles.example.com", "1997-03-14")
SIGNED_UP = date(2026, 1, 12)
TYPED = 20
SEED = 12
START = start_of(MIKAS)
TOLD = {
    "mika-wrist": "her numb hand",
    "mika-secret-game": "the secret game",
    "mika-slow-payer": "a client who doesn't pay",
    "mika-landlord-damp": "the damp flat",
}
"""Chats of hers that the learner can pick from, in short words."""
LATER = "mika-heartbreak"
"""The chat that she has after opting out."""
AGREED = "Ok. I say it back to you when you need it."


@cache
def _chats() -> dict[str, Chat]:
    return {chat.chat.id: chat.chat for chat in load_chats() if chat.person == MIKA.id}


def chat_named(name: str) -> Chat:
    """Return one of Mika's chats of the town, without its times: it is said when the learner says it."""
    chat = _chats()[name]
    return Chat(chat.id, chat.title, tuple(Message(m.author, m.text) for m in chat.messages))


@cache
def codes() -> TypedChats:
    """Return the locker chats of everybody, Mika's among them."""
    return make_chats(SEED, TYPED)


def code() -> str:
    """Return Mika's locker code. It opens nothing."""
    return codes().codes[MIKAS]


def locker_chat() -> Chat:
    """Return the chat in which Mika tells Pip her locker code again and again."""
    typed = [one.text for one in codes().typed if one.who == owner(MIKAS)]
    said = [part for text in typed for part in (Message("person", text), Message("assistant", AGREED))]
    return Chat("mika-locker", "my locker, again", tuple(said))


def company_with(others: int | None = None, today: date = SIGNED_UP) -> sqlite3.Connection:
    """Return Lumenly with its other customers, each of whom told Pip a locker code of their own.

    By default there are 40; any other number is filled up with the same chats.
    """
    texts = [one.text for one in codes().typed if one.thing == MIKAS and one.who != owner(MIKAS)]
    db = open_company()
    fill(db, others if others is not None else len(texts), texts, today)
    return db


def fill(db: sqlite3.Connection, number: int, texts: list[str], today: date) -> None:
    """Add so many customers at once, each with a chat, a memory, a thumb, an advert row and a log row."""
    day = today.isoformat()
    who = [f"C{n:06}" for n in range(1, number + 1)]

    def add(table: str, columns: str, rows: Iterable[tuple]) -> None:
        marks = ", ".join("?" * len(columns.split(",")))
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608 -- ours

    with db:
        add(
            "accounts",
            "id, whose, name, mail, opened",
            ((w, w, f"Customer {w}", f"{w.lower()}@example.com", day) for w in who),
        )
        add("chats", "id, account, whose, title, started", ((f"{w}-1", w, w, "my locker", day) for w in who))
        add(
            "messages",
            "chat, whose, author, text, sent",
            ((f"{w}-1", w, "person", texts[n % len(texts)], day) for n, w in enumerate(who)),
        )
        for table, columns, words in (
            ("memories", "account, whose, note, noted", "Keeps a locker"),
            ("advert_profile", "account, whose, interest, since", "swimwear"),
            ("feedback", "account, whose, copy, sent", "me: thanks"),
            ("logs", "account, whose, what, at", "chatted: my locker"),
        ):
            add(table, columns, ((w, w, words, day) for w in who))
