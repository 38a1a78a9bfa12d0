"""Microsoft Copilot: the table ``copilot-activity-history.csv``, newest row first, with titles but no ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.tables import header, rows
from privlessons.exports.values import NO_TIME, left_out, when
from privlessons.records import Chat, Message

SERVICE = "Copilot"
COLUMNS = ["conversation", "time", "author", "message"]
MOST = 50_000  # messages of one chat


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a table."""
    return header(head)[:4] == COLUMNS


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read the chats: rows of the same title that stand together, oldest first."""
    for file in files:
        title, said, number = "", [], 0
        with left_out(file.name, note) as leave:
            for row in rows(file, note):
                if (row["conversation"] != title or len(said) >= MOST) and said:
                    number += 1
                    yield _chat(f"{file.name}-{number}", title, said)
                    said = []
                title = row["conversation"]
                author = (
                    "person" if row["author"].strip().lower() in {"human", "user", "you"} else "assistant"
                )
                time = when(row["time"].strip())
                if time is None:
                    leave(f"{NO_TIME} (their words are kept, their times)")
                if row["message"].strip():
                    said.append(Message(author, row["message"], time))
        if said:
            yield _chat(f"{file.name}-{number + 1}", title, said)


def _chat(name: str, title: str, said: list[Message]) -> Chat:
    times = [message.time for message in said if message.time]
    if times and times[0] >= times[-1]:
        said.reverse()
    # The two sides of an exchange may carry the same time, in either order.
    order = {"person": 0, "assistant": 1}
    if all(message.time for message in said):
        said = sorted(said, key=lambda message: (message.time, order[message.author]))
    return Chat(name, title.strip() or "Untitled", tuple(said), SERVICE)
