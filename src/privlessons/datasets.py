"""The town's tables and chats, read and checked: a name or a path goes in, a table or records come out.

A chat is one text file that its author wrote by hand, and the truth stands in the text itself::

    id: mika-gecko
    title: gecko wont eat
    person: P0417
    topic: pets
    time: 2026-05-14 21:40
    desk: yes

    me: hi im [[PERSON|mika]], my [[DESCRIPTION pet=gecko|gecko]] wont eat. ask [[PERSON whom=client|Ida]]?

    pip: Sorry to hear that!

``time`` (UTC; messages are set one minute apart) and ``desk`` may be left out. A turn starts at ``me:`` or
``pip:`` and goes on to the next one. A mark is ``[[KIND|words]]``, with ``whom=`` where the words give away
somebody else than the writer, then ``column=value`` where they tell something about a row of the people
table (``town.fits`` says what fits). Marks never hold marks.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from privlessons.home import home
from privlessons.kinds import KINDS
from privlessons.records import Chat, Message, PlainError, Planted, TownChat
from privlessons.town import COLUMNS

_NUMBERS = ("age", "children")
_TURN = re.compile(r"^(me|pip):[ \t]?", re.MULTILINE)
_MARK = re.compile(r"\[\[([^\[\]|]*)\|(.+?)\]\]", re.DOTALL)
_HEAD = re.compile(r"([A-Z_]+)(?: whom=([\w-]+))?(?: ([a-z_]+)=(.+))?")
_NEEDED = ("id", "title", "person", "topic")
_KNOWN = (*_NEEDED, "time", "desk")


def _read(path: Path) -> str:
    """Read a UTF-8 file, with plain newlines."""
    try:
        text = path.read_bytes()
    except OSError as error:
        raise PlainError(
            f"The file {path.name} cannot be read: check its name, its place and its permissions."
        ) from error
    try:
        return text.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = text[: error.start].count(b"\n") + 1
        raise PlainError(
            f"{path.name}, line {line}: this is not UTF-8 text; save the file again as UTF-8."
        ) from error


def load_people(path: str | Path | None = None):
    """Read the people table as a pandas DataFrame, one row a person: the town's, or a CSV file of your own.

    ``age`` and ``children`` are whole numbers (``int64``), everything else is text (``str`` objects, empty
    where nothing is known). The columns are ``town.COLUMNS``; further ones of your own are kept as text.
    Raises ``PlainError`` with file, line and column for what cannot be used.
    """
    import pandas as pd

    path = Path(path or home() / "data/town/people.csv")
    rows = csv.reader(io.StringIO(_read(path), newline=""))
    names = next(rows, [])
    if not names:
        raise PlainError(f"{path.name} is empty: its first line should name the columns.")
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise PlainError(f"{path.name}, line 1: these columns are missing: {', '.join(missing)}.")
    table: dict[str, list] = {name: [] for name in names}
    try:
        for row in rows:
            if not row:
                continue
            if len(row) != len(names):
                raise PlainError(
                    f"{path.name}, line {rows.line_num}: {len(row)} values for {len(names)} columns."
                )
            for name, value in zip(names, row, strict=True):
                table[name].append(_checked(name, value, path, rows.line_num))
    except csv.Error as error:
        raise PlainError(
            f"{path.name}, line {rows.line_num}: this line is no table row ({error})."
        ) from error
    if not table["person_id"]:
        raise PlainError(f"{path.name} names its columns but has no people: add one line for each person.")
    return pd.DataFrame(table).astype({name: "int64" if name in _NUMBERS else object for name in names})


def _checked(name: str, value: str, path: Path, line: int):
    """Turn one value of the table into what its column holds."""
    where = f"{path.name}, line {line}, column {name}: "
    if name in _NUMBERS:
        if not re.fullmatch(r"[0-9]{1,3}", value):
            raise PlainError(f"{where}{value!r} should be a whole number, such as 29.")
        return int(value)
    if name == "birth_date":
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise PlainError(f"{where}{value!r} should be a date such as 1997-03-14.") from error
    return value


def load_chats(path: str | Path | None = None) -> tuple[TownChat, ...]:
    """Read the chats with their planted truth, by file name: the town's, or those of a folder of your own.

    Raises ``PlainError`` with file and line for what does not follow the format at the top of this module.
    """
    folder = Path(path or home() / "data/town/chats")
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise PlainError(
            f"There are no chats in the folder {folder.name}: it should hold one .txt file for each."
        )
    return tuple(_chat(_read(file), file.name) for file in files)


def _chat(text: str, name: str) -> TownChat:
    head, header = _TURN.split(text, maxsplit=1)[0], {}
    for number, line in enumerate(head.split("\n"), 1):
        key, colon, value = line.partition(":")
        if line.strip() and (not colon or key not in _KNOWN or not value.strip()):
            raise PlainError(f"{name}, line {number}: before the first `me:` stand only {', '.join(_KNOWN)}.")
        header[key] = value.strip()
    for key in _NEEDED:
        if key not in header:
            raise PlainError(f"{name}, line 1: the line `{key}: …` is missing at the top.")
    start = None
    if "time" in header:
        try:
            start = datetime.fromisoformat(header["time"]).replace(tzinfo=UTC)
        except ValueError as error:
            raise PlainError(f"{name}: the time should look like 2026-05-14 21:40.") from error
    turns = list(_TURN.finditer(text))
    if not turns:
        raise PlainError(f"{name}: there is no message; each starts with `me:` or `pip:`.")
    messages, planted = [], []
    for index, turn in enumerate(turns):
        end = turns[index + 1].start() if index + 1 < len(turns) else len(text)
        line = text.count("\n", 0, turn.start()) + 1
        plain, marks = _unmark(text[turn.end() : end].strip(), index, f"{name}, line {line}: ")
        author = "person" if turn[1] == "me" else "assistant"
        messages.append(Message(author, plain, start and start + timedelta(minutes=index)))
        planted += marks
    chat = Chat(header["id"], header["title"], tuple(messages), "town")
    return TownChat(chat, header["person"], header["topic"], tuple(planted), header.get("desk") == "yes")


def _unmark(text: str, message: int, where: str) -> tuple[str, list[Planted]]:
    """Take the marks out of a message, and give them as spans of what is left."""
    plain, planted, done = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[done : mark.start()]
        done = mark.end()
        head = _HEAD.fullmatch(mark[1])
        if not head or head[1] not in KINDS or (head[3] and head[3] not in COLUMNS):
            raise PlainError(f"{where}the mark [[{mark[1]}|…]] has an unknown kind or column.")
        clue = (head[3], head[4]) if head[3] else None
        planted.append(
            Planted(message, len(plain), len(plain) + len(mark[2]), head[1], head[2] or "self", clue)
        )
        plain += mark[2]
    plain += text[done:]
    if "[[" in plain or "]]" in plain:
        raise PlainError(f"{where}a mark is not closed; marks look like [[KIND|words]].")
    return plain, planted
