"""Grok: ``prod-grok-backend.json``, an object whose ``conversations`` pair a chat with its responses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.branches import thread
from privlessons.exports.plain import entries, of, plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import when
from privlessons.records import Chat, Message

SERVICE = "Grok"
CHATS = {"conversations.item.responses", "item.responses"}
PERSON = {"human", "user"}


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` holds chats of Grok."""
    keys = shape(head)
    return bool(CHATS & keys) and bool(keys & {"conversations.item.conversation", "item.conversation"})


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read the chats one by one."""
    for file in files:
        under = "conversations" if "conversations.item.responses" in shape(file.head) else ""
        for number, entry in enumerate(items(file, note, has="responses", under=under), start=1):
            about = entry.get("conversation")
            title = plain(of(about, "title")) or "Untitled"
            listed = entry.get("responses")
            if not isinstance(listed, list):
                note(f"The chat “{title}” has no readable messages and was left out.")
                continue
            messages = tuple(_messages([of(one, "response") or one for one in entries(listed)], about))
            if messages:
                known = plain(of(about, "id")) or plain(of(about, "conversation_id"))
                yield Chat(known or f"{file.name}-{number}", title, messages, SERVICE)


def _messages(listed: list, about: object) -> Iterator[Message]:
    listed = entries(listed)
    names = [plain(one.get("_id")) or plain(one.get("response_id")) or f"{i}" for i, one in enumerate(listed)]
    order = [(one, False) for one in listed]
    if len(set(names)) == len(names):
        parents = {
            name: plain(one.get("parent_response_id")) for name, one in zip(names, listed, strict=True)
        }
        if any(parent in parents for parent in parents.values()):
            nodes = dict(zip(names, listed, strict=True))
            leaf = plain(of(about, "leaf_response_id")) or names[-1]
            order = [(nodes[name], back) for name, back in thread(parents, leaf)]
    for one, back in order:
        text = plain(one.get("message"))
        author = "person" if plain(one.get("sender")).lower() in PERSON else "assistant"
        if text.strip():
            yield Message(author, text, _time(one.get("create_time")), back)


def _time(value: object):
    """Read a time: ISO 8601, or milliseconds in the way a database writes them out."""
    date = of(value, "$date")
    if date is not None:
        return when(of(date, "$numberLong") or date, 1000)
    return when(value)
