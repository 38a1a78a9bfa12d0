"""What the breach of lesson 10 shows: bytes of a file, its rows, and sentences about who could read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from privlessons.storage.chat_file import Row, Stored
from privlessons.ui import note

OPEN, APART, BESIDE, LOGIN = range(4)
WAYS = (
    "Open, as it is",
    "Locked, and the key is kept elsewhere",
    "Locked, and the key lies in the same folder",
    "Locked, but the thief has a worker's password",
)
ABOUT = {
    OPEN: "The file is kept as it is. The thief copies it from the disk.",
    APART: "The file is locked before it goes to the disk. The key is kept on another machine. "
    "The thief copies the file from the disk.",
    BESIDE: "The file is locked before it goes to the disk. Somebody saved the key in the same folder, as it "
    "was handy. The thief copies the whole folder.",
    LOGIN: "The file is locked, and the key is kept elsewhere. The thief takes nothing from the disk. He "
    "signs in as a worker and asks the company's own program for the chats. It fetches the key, as it does "
    "all day.",
}
READS = {OPEN: True, APART: False, BESIDE: True, LOGIN: True}
"""Tests hold each of these against what really happens to the file."""


def hex_panel(name: str, rows: Sequence[Row], length: int) -> str:
    """Return HTML for a look into a file: place, bytes, and the same bytes as letters."""
    shown = "\n".join(_line(row) for row in rows)
    size = f"{length:,} bytes in all"
    return (
        f'<div class="pl-file"><div class="pl-file-name">{escape(name)} · {size}</div>'
        f'<pre class="pl-hex">{shown}</pre></div>'
    )


def _line(row: Row) -> str:
    pairs = " ".join(_marked(f"{byte:02x}", n in row.hits) for n, byte in enumerate(row.data))
    fill = "   " * (16 - len(row.data))
    letters = "".join(_marked(escape(_letter(byte)), n in row.hits) for n, byte in enumerate(row.data))
    return f"{row.at:06x}  {pairs}{fill}  {letters}"


def _marked(text: str, hit: bool) -> str:
    return f'<mark class="pl-missed">{text}</mark>' if hit else text


def _letter(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 else "·"


def messages(rows: Iterable[Stored], words: str, most: int = 3) -> str:
    """Return HTML for the first messages that hold ``words``, as a table."""
    hits = [row for row in rows if words.lower() in row.text.lower()][:most]
    who = {"person": "Mika", "assistant": "Pip"}
    body = "".join(
        f"<tr><td>{escape(row.chat)}</td><td>{who[row.author]}</td>"
        f"<td>{escape(_around(row.text, words))}</td></tr>"
        for row in hits
    )
    return (
        '<table class="pl-table"><caption>What the thief reads</caption>'
        f'<tr><th scope="col">Chat</th><th scope="col">Who</th><th scope="col">Words</th></tr>{body}</table>'
    )


def _around(text: str, words: str, room: int = 60) -> str:
    at = text.lower().find(words.lower())
    start, end = max(0, at - room), min(len(text), at + len(words) + room)
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def says(way: int, found: int, words: str, length: int) -> str:
    """Return what became of the theft: ``found`` is how often ``words`` stood in what the thief got."""
    quoted, often = escape(words), "once" if found == 1 else f"{found} times"
    if way == OPEN:
        return note(f"“{quoted}” stands in the file {often}. Any program can search it.", "wrong", "Read.")
    if way == APART:
        return note(
            f"“{quoted}” stands in the stolen file {found} times. Without the key it is noise. It still "
            f"tells one thing: its length, {length:,} bytes. So the thief knows about how much was said.",
            "right",
            "Safe.",
        )
    if way == BESIDE:
        return note(
            f"“{quoted}” does not stand in the locked file. The thief takes the key from the folder, "
            f"opens the file, and finds it {often}. A lock with its key beside it is no lock.",
            "wrong",
            "Read.",
        )
    return note(
        f"The program opened the file for the thief, and “{quoted}” stands there {often}. A lock on the disk "
        "guards against stolen disks. It does not guard against whoever may sign in.",
        "wrong",
        "Read.",
    )


def verdict(right: int) -> str:
    """Return what the four ways teach, after all were seen; ``right`` is how many were guessed right."""
    return note(f"You were right about {right} of {len(WAYS)}.", "note", "Your guess.") + note(
        "Firms say: “Your data is <b>encrypted at rest</b>.” That means a locked file. It is good, and it "
        "helps against a stolen disk. Ask one more thing: who has the key? The company itself has it. It "
        "opens the file to answer you, for its reviewers, and for a court.",
        "caution",
        "What it means.",
    )
