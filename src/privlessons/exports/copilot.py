"""Microsoft Copilot: the table ``copilot-activity-history.csv``, newest row first, with titles but no ids.

Beside it may lie ``copilot-chat-activity.csv``, with other names for the same columns, and a table of what
was asked in Windows, without answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from privlessons.exports.dates import made
from privlessons.exports.tables import header, rows
from privlessons.exports.values import NO_TIME, left_out, when, zoned
from privlessons.records import Chat, Message

SERVICE = "Copilot"
FORMS = (  # the columns of the title, the time, who says it and what is said
    ("conversation", "time", "author", "message"),
    ("chatname", "createdat", "author", "messagecontent"),
    ("clientapp", "timestamp", "", "prompt"),
)
AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)\s*([+-]\d\d:\d\d)?")
MOST = 50_000  # messages of one chat


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a table."""
    return bool(_form(head))


def _form(head: bytes) -> tuple[str, ...]:
    names = header(head)
    return next((form for form in FORMS if {*names[:4]} == {*filter(None, form)}), ())


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read the chats: rows of the same title that stand together, oldest first."""
    for file in files:
        about, at, who, what = _form(file.head)
        title, said, number = "", [], 0
        with left_out(file.name, note) as leave:
            for row in rows(file, note):
                if (row[about] != title or len(said) >= MOST) and said:
                    number += 1
                    yield _chat(f"{file.name}-{number}", title, said)
                    said = []
                title = row[about]
                person = not who or row[who].strip().lower() in {"human", "user", "you"}
                time = _time(row[at].strip())
                if time is None:
                    leave(f"{NO_TIME} (their words are kept, their times)")
                if row[what].strip():
                    said.append(Message("person" if person else "assistant", row[what], time))
        if said:
            yield _chat(f"{file.name}-{number + 1}", title, said)


def _time(text: str) -> datetime | None:
    found = AMERICAN.fullmatch(text)
    if not found:
        return when(text)
    time = made(
        (int(found[1]), int(found[2]), int(found[3])), first_is_day=int(found[1]) > 12, clock=found[4]
    )
    return zoned(time, found[5] or "UTC") if time else None


def _chat(name: str, title: str, said: list[Message]) -> Chat:
    times = [message.time for message in said if message.time]
    if times and times[0] >= times[-1]:
        said.reverse()
    # The two sides of an exchange may carry the same time, in either order.
    order = {"person": 0, "assistant": 1}
    if all(message.time for message in said):
        said = sorted(said, key=lambda message: (message.time, order[message.author]))
    return Chat(name, title.strip() or "Untitled", tuple(said), SERVICE)
