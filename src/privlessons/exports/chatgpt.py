"""ChatGPT: ``conversations.json``, or the shards ``conversations-000.json`` and so on.

The shape as seen in exports of 2023 to 2026: a list of chats, or an object that has it under
``conversations``. A chat's ``mapping`` is a tree of messages; ``current_node`` is the end of what the
screen shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.branches import thread
from privlessons.exports.plain import entries, of, plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import when
from privlessons.records import Chat, Message

SERVICE = "ChatGPT"
SHAPES = {"item.mapping", "mapping", "conversations.item.mapping"}
UNSEEN = {"thoughts", "reasoning_recap", "tether_browsing_display", "execution_output", "system_error"}
CONTEXTS = {"user_editable_context", "model_editable_context"}
KEPT = {"user_profile": "person", "user_instructions": "person", "model_set_context": "assistant"}
POINTERS = {"image": "[picture]", "video": "[video]", "audio": "[sound]"}


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` holds chats of ChatGPT."""
    return bool(SHAPES & shape(head))


def read(files: Iterable, note: Callable[[str], None]) -> Iterator[Chat]:
    """Read the chats one by one. Custom instructions open the chat that first has them."""
    instructions: set[str] = set()
    for file in files:
        under = "conversations" if "conversations.item.mapping" in shape(file.head) else ""
        for number, chat in enumerate(items(file, note, has="mapping", under=under), start=1):
            title = plain(chat.get("title")) or "Untitled"
            mapping = chat.get("mapping")
            if not isinstance(mapping, dict):
                note(f"The chat “{title}” has no readable messages and was left out.")
                continue
            messages, broken = _messages(mapping, chat.get("current_node"), instructions)
            if broken:
                note(f"In the chat “{title}”, damaged parts were left out ({broken}).")
            if messages:
                known = plain(chat.get("conversation_id")) or plain(chat.get("id"))
                yield Chat(known or f"{file.name}-{number}", title, tuple(messages), SERVICE)


def _messages(mapping: dict, leaf: object, instructions: set[str]) -> tuple[list[Message], int]:
    """Return what a chat says, in order, and how many of its parts are damaged."""
    nodes = {name: node for name, node in mapping.items() if isinstance(node, dict)}
    parents = {name: plain(node.get("parent")) for name, node in nodes.items()}
    said: list[Message] = []
    broken = len(mapping) - len(nodes)
    for name, taken_back in thread(parents, plain(leaf)):
        message = nodes[name].get("message")
        if message is None:
            continue
        content = of(message, "content")
        if not isinstance(content, dict):
            broken += 1
        elif plain(content.get("content_type")) in CONTEXTS:
            said += _instructions(content, instructions)
        elif author := _author(message, content):
            text = _text(message, content)
            if text and not text.isspace():
                said.append(Message(author, text, when(message.get("create_time")), taken_back))
    return said, broken


def _author(message: dict, content: dict) -> str:
    """Say who speaks; empty for what the screen never shows."""
    role, metadata = of(message.get("author"), "role"), message.get("metadata")
    kind = plain(content.get("content_type"))
    if of(metadata, "is_visually_hidden_from_conversation") or kind in UNSEEN:
        return ""
    if role == "user" or (role == "system" and of(metadata, "is_user_system_message")):
        return "person"
    if role == "assistant" and (message.get("recipient") or "all") == "all":
        return "assistant"
    return "assistant" if role == "tool" and kind == "multimodal_text" else ""


def _instructions(content: dict, known: set[str]) -> Iterator[Message]:
    """Give what the person told ChatGPT about themselves, and what it noted, once: it stands in each chat."""
    for key, author in KEPT.items():
        text = plain(content.get(key))
        if text.strip() and text not in known:
            known.add(text)
            yield Message(author, text)


def _text(message: dict, content: dict) -> str:
    parts = content.get("parts")
    pieces = [_part(part) for part in parts] if isinstance(parts, list) else []
    if not any(pieces):
        pieces = [plain(content.get("text")) or plain(content.get("result"))]
    for file in entries(of(message.get("metadata"), "attachments")):
        if not plain(file.get("mime_type")).startswith("image/"):
            pieces.append(f"[file: {plain(file.get('name'))}]")
    return "\n".join(piece for piece in pieces if piece)


def _part(part: object) -> str:
    if not isinstance(part, dict):
        return plain(part)
    if text := plain(part.get("text")):  # what was said aloud, written down
        return text
    kind = plain(part.get("content_type"))
    return next((name for start, name in POINTERS.items() if kind.startswith(start)), "[file]")
