"""Claude: ``conversations.json`` or ``conversations.jsonl``, with ``memories.json`` and ``projects.json``.

The shape as seen in exports of 2024 to 2026: a list of chats whose ``chat_messages`` are in order; where
messages name a ``parent_message_uuid``, they are a tree, as edits and new answers make it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.branches import thread
from privlessons.exports.plain import entries, plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import when
from privlessons.records import Chat, Message

SERVICE = "Claude"
ROOT = "00000000-0000-4000-8000-000000000000"  # what first messages name as their parent
CHATS = {"item.chat_messages", "chat_messages", "conversations.item.chat_messages"}
MEMORIES = {"item.conversations_memory", "conversations_memory"}
PROJECTS = {"item.prompt_template", "prompt_template"}
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic")


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` holds chats, memories or projects of Claude."""
    return bool((CHATS | MEMORIES | PROJECTS) & shape(head))


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read the chats one by one; memories and projects come out as chats of their own."""
    for file in files:
        keys = shape(file.head)
        if keys & CHATS:
            under = "conversations" if "conversations.item.chat_messages" in keys else ""
            found, make = items(file, note, has="chat_messages", under=under), _chat
        elif keys & MEMORIES:
            found, make = items(file, note, has="conversations_memory"), _memories
        else:
            found, make = items(file, note, has="prompt_template"), _project
        for number, entry in enumerate(found, start=1):
            chat = make(entry, f"{file.name}-{number}", note)
            if chat and chat.messages:
                yield chat


def _chat(entry: dict, name: str, note: Callable[[str], None]) -> Chat | None:
    title = plain(entry.get("name")) or "Untitled"
    listed = entry.get("chat_messages")
    if not isinstance(listed, list):
        note(f"The chat “{title}” has no readable messages and was left out.")
        return None
    if broken := sum(1 for message in listed if not isinstance(message, dict)):
        note(f"In the chat “{title}”, damaged parts were left out ({broken}).")
    messages = tuple(_messages(entries(listed), plain(entry.get("current_leaf_message_uuid"))))
    return Chat(plain(entry.get("uuid")) or name, title, messages, SERVICE)


def _messages(listed: list[dict], leaf: str) -> Iterator[Message]:
    nodes = {plain(message.get("uuid")) or f"number {i}": message for i, message in enumerate(listed)}
    parents = {name: plain(message.get("parent_message_uuid")) for name, message in nodes.items()}
    if len(nodes) == len(listed) and any(parent in nodes or parent == ROOT for parent in parents.values()):
        order = [(nodes[name], back) for name, back in thread(parents, leaf or next(reversed(nodes)))]
    else:
        order = [(message, False) for message in listed]
    for message, taken_back in order:
        author = {"human": "person", "assistant": "assistant"}.get(plain(message.get("sender")))
        text = _text(message)
        if author and text.strip():
            yield Message(author, text, when(message.get("created_at")), taken_back)


def _text(message: dict) -> str:
    blocks = [block for block in entries(message.get("content")) if block.get("type") == "text"]
    # Where a tool was used, the text has sentences of the program between what Claude said.
    pieces = [text for block in blocks if (text := plain(block.get("text")))] or [plain(message.get("text"))]
    for file in entries(message.get("attachments")):
        pieces += [f"[file: {plain(file.get('file_name'))}]", plain(file.get("extracted_content"))]
    for file in entries(message.get("files")):
        name = plain(file.get("file_name"))
        pieces.append("[picture]" if name.lower().endswith(PICTURES) else f"[file: {name}]")
    return "\n".join(piece for piece in pieces if piece.strip())


def _memories(entry: dict, name: str, note: Callable[[str], None]) -> Chat:
    projects = entry.get("project_memories")
    texts = [entry.get("conversations_memory"), *(projects.values() if isinstance(projects, dict) else ())]
    messages = tuple(Message("assistant", plain(text)) for text in texts if plain(text).strip())
    return Chat(name, "What Claude remembers", messages, SERVICE)


def _project(entry: dict, name: str, note: Callable[[str], None]) -> Chat | None:
    if entry.get("is_starter_project"):
        return None
    texts = [entry.get("description"), entry.get("prompt_template")]
    texts += [
        f"[file: {plain(file.get('filename'))}]\n{plain(file.get('content'))}"
        for file in entries(entry.get("docs"))
    ]
    time = when(entry.get("created_at"))
    messages = tuple(Message("person", plain(text), time) for text in texts if plain(text).strip())
    return Chat(plain(entry.get("uuid")) or name, f"Project: {plain(entry.get('name'))}", messages, SERVICE)
