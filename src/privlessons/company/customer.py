"""What a customer does: sign up, chat, share, connect, rate, opt out. Each writes the rows it would write."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from privlessons.home import home
from privlessons.records import Message, PlainError

ADDRESS = "192.0.2.17"
"""An internet address from a range kept for examples."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs up. ``id`` is the account's, and the workbook's mark on every row of theirs."""

    id: str
    name: str
    mail: str
    born: str = ""


def sign_up(db: sqlite3.Connection, person: Person, today: date) -> None:
    """Open an account. Training is on, as nobody asked. Raises PlainError if there is one already."""
    try:
        with db:
            db.execute(
                "INSERT INTO accounts (id, whose, name, mail, born, opened) VALUES (?, ?, ?, ?, ?, ?)",
                (person.id, person.id, person.name, person.mail, person.born, today.isoformat()),
            )
            _log(db, person.id, "signed up", today)
    except sqlite3.IntegrityError:
        raise PlainError("There is an account with this number already. Take another one.") from None


def say(
    db: sqlite3.Connection, account: str, chat: str, title: str, messages: Sequence[Message], today: date
) -> None:
    """Have a chat. What the person says is also mined: for Pip's memory, and for the advert profile."""
    day = today.isoformat()
    with db:
        db.execute(
            "INSERT INTO chats (id, account, whose, title, started) VALUES (?, ?, ?, ?, ?)",
            (chat, account, account, title, day),
        )
        db.executemany(
            "INSERT INTO messages (chat, whose, author, text, sent) VALUES (?, ?, ?, ?, ?)",
            [(chat, account, message.author, message.text, day) for message in messages],
        )
        said = " ".join(message.text for message in messages if message.author == "person")
        for rule in mined(said):
            db.execute(
                "INSERT INTO memories (account, whose, note, noted) VALUES (?, ?, ?, ?)",
                (account, account, rule["memory"], day),
            )
            db.execute(
                "INSERT INTO advert_profile (account, whose, interest, because, since) "
                "VALUES (?, ?, ?, ?, ?)",
                (account, account, rule["interest"], f"said “{rule['word']}” to Pip", day),
            )
        _log(db, account, f"chatted: {title}", today)


def mined(text: str) -> list[dict]:
    """Return the company's rules that fit a text: each has a ``word``, a ``memory`` and an ``interest``."""
    return [rule for rule in _rules() if re.search(rf"\b{re.escape(rule['word'])}\b", text, re.IGNORECASE)]


@cache
def _rules() -> list[dict]:
    return json.loads((home() / "data" / "company" / "mined.json").read_text("utf-8"))


def share(db: sqlite3.Connection, account: str, chat: str, today: date) -> None:
    """Make a share link. The page behind it is a copy of the chat, made now."""
    with db:
        number = db.execute("SELECT count(*) FROM share_links").fetchone()[0] + 1
        title = db.execute("SELECT title FROM chats WHERE id = ?", (chat,)).fetchone()[0]
        db.execute(
            "INSERT INTO share_links (account, whose, address, title, copy, made) VALUES (?, ?, ?, ?, ?, ?)",
            (
                account,
                account,
                f"https://lumenly.example/s/{number:06}",
                title,
                _copy(db, chat),
                today.isoformat(),
            ),
        )
        _log(db, account, "shared a chat", today)


def connect(db: sqlite3.Connection, account: str, app: str, may_read: str, today: date) -> None:
    """Let an app in: it may read ``may_read`` from now on."""
    with db:
        db.execute(
            "INSERT INTO connected_apps (account, whose, app, may_read, since) VALUES (?, ?, ?, ?, ?)",
            (account, account, app, may_read, today.isoformat()),
        )
        _log(db, account, f"connected {app}", today)


def rate(db: sqlite3.Connection, account: str, chat: str, thumb: str, today: date) -> None:
    """Give a thumb up or down. The whole chat goes with it, and into the review queue without the name."""
    copy, day = _copy(db, chat), today.isoformat()
    with db:
        db.execute(
            "INSERT INTO feedback (account, whose, thumb, copy, sent) VALUES (?, ?, ?, ?, ?)",
            (account, account, thumb, copy, day),
        )
        [(name,)] = db.execute("SELECT name FROM accounts WHERE id = ?", (account,))
        db.execute(
            "INSERT INTO review_queue (account, whose, copy, queued) VALUES (NULL, ?, ?, ?)",
            (account, without_name(copy, name), day),
        )


def without_name(text: str, name: str) -> str:
    """Take a name's parts out of a text. That is all this company does before a reviewer reads it."""
    for part in (name or "").split():
        text = re.sub(rf"\b{re.escape(part)}\b", "[NAME]", text, flags=re.IGNORECASE)
    return text


def opt_out(db: sqlite3.Connection, account: str, today: date) -> None:
    """Switch training off. It changes one value: copies that were made stay."""
    with db:
        db.execute("UPDATE accounts SET training = 0 WHERE id = ?", (account,))
        _log(db, account, "switched training off", today)


def send_passport(db: sqlite3.Connection, account: str, today: date) -> None:
    """Send a copy of a passport, because somebody asked for it."""
    with db:
        db.execute(
            "INSERT INTO id_copies (account, whose, what, sent) VALUES (?, ?, ?, ?)",
            (account, account, "passport, both sides", today.isoformat()),
        )


def _copy(db: sqlite3.Connection, chat: str) -> str:
    texts = db.execute("SELECT author, text FROM messages WHERE chat = ? ORDER BY id", (chat,))
    return "\n".join(f"{'Pip' if author == 'assistant' else 'me'}: {text}" for author, text in texts)


def _log(db: sqlite3.Connection, account: str, what: str, today: date) -> None:
    db.execute(
        "INSERT INTO logs (account, whose, what, address, at) VALUES (?, ?, ?, ?, ?)",
        (account, account, what, ADDRESS, today.isoformat()),
    )
