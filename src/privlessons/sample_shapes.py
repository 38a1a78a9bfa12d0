"""Chats in the shapes in which ChatGPT and Claude write them into exports: ``exports`` read backwards."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from uuid import UUID

from privlessons.records import Chat, Message

MANNER = "Be brief. Call me Mika."
ROOT = "00000000-0000-4000-8000-000000000000"  # what Claude names as the parent of a first message
PICTURE = "[picture]"


def made_id(rng: random.Random) -> str:
    """Return an invented identifier such as exports are full of."""
    return str(UUID(int=rng.getrandbits(128), version=4))


def _parents(messages: Iterable[Message], root: str, rng: random.Random) -> tuple[list[tuple[str, str]], str]:
    """Give each message an id and a parent, what was taken back on branches; and the end of what is shown."""
    nodes, tip, branch = [], root, ""
    for message in messages:
        nodes.append((made_id(rng), branch or tip if message.taken_back else tip))
        if message.taken_back:
            branch = nodes[-1][0]
        else:
            tip, branch = nodes[-1][0], ""
    return nodes, tip


def chatgpt(chats: Iterable[Chat], rng: random.Random, about: str = "") -> Iterator[dict]:
    """Yield each chat as ChatGPT writes it: a tree, with what the screen hides; ``about`` stands in each."""
    for chat in chats:
        root, hidden = made_id(rng), made_id(rng)
        context = {
            "content_type": "user_editable_context",
            "user_profile": about,
            "user_instructions": MANNER,
        }
        system = {"content_type": "text", "parts": [""]}
        unseen = {"is_visually_hidden_from_conversation": True}
        mapping = {root: {"id": root, "message": None, "parent": None, "children": []}}
        said = [(hidden, root, _said(hidden, "system", system, None, unseen))]
        if about:
            profile = made_id(rng)
            said.append((profile, hidden, _said(profile, "user", context, None, unseen)))
        nodes, tip = _parents(chat.messages, said[-1][0], rng)
        for (name, parent), message in zip(nodes, chat.messages, strict=True):
            role = "user" if message.author == "person" else "assistant"
            time = message.time and message.time.timestamp()
            said.append((name, parent, _said(name, role, _content(message.text), time, {})))
        if rng.random() < 0.2:  # what the model thinks to itself is in the file and not on the screen
            thought, parent = made_id(rng), tip
            tip = thought
            content = {"content_type": "thoughts", "thoughts": [{"summary": "Thinking", "content": "Hm."}]}
            said.append((thought, parent, _said(thought, "assistant", content, None, {})))
        for name, parent, message in said:
            mapping[name] = {"id": name, "message": message, "parent": parent, "children": []}
            mapping[parent]["children"].append(name)
        times = [message.time.timestamp() for message in chat.messages if message.time] or [None]
        yield {
            "title": chat.title,
            "create_time": times[0],
            "update_time": times[-1],
            "mapping": mapping,
            "moderation_results": [],
            "current_node": tip,
            "conversation_id": chat.id,
            "gizmo_id": None,
            "is_archived": False,
            "default_model_slug": "auto",
            "memory_scope": "global_enabled",
            "voice": None,
            "id": chat.id,
        }


def _said(name: str, role: str, content: dict, time: float | None, metadata: dict) -> dict:
    return {
        "id": name,
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": time,
        "update_time": None,
        "content": content,
        "status": "finished_successfully",
        "end_turn": True,
        "weight": 1.0,
        "metadata": metadata,
        "recipient": "all",
        "channel": None,
    }


def _content(text: str) -> dict:
    if not text.startswith(f"{PICTURE}\n"):
        return {"content_type": "text", "parts": [text]}
    pointer = {
        "content_type": "image_asset_pointer",
        "asset_pointer": "sediment://file_0a1b",
        "size_bytes": 2048,
    }
    return {"content_type": "multimodal_text", "parts": [pointer, text.removeprefix(f"{PICTURE}\n")]}


def claude(chats: Iterable[Chat], rng: random.Random, _about: str = "") -> Iterator[dict]:
    """Yield each chat as Claude writes it: a list of messages that name their parents."""
    account = made_id(rng)
    for chat in chats:
        nodes, tip = _parents(chat.messages, ROOT, rng)
        messages = []
        for (name, parent), message in zip(nodes, chat.messages, strict=True):
            time = message.time and message.time.isoformat(timespec="microseconds").replace("+00:00", "Z")
            picture = message.text.startswith(f"{PICTURE}\n")
            block = {"type": "text", "text": message.text, "citations": []}
            thinking = {"type": "thinking", "thinking": "Hm.", "summaries": []}
            messages.append(
                {
                    "uuid": name,
                    "text": message.text if rng.random() < 0.5 else "",
                    "content": [block] if message.author == "person" else [thinking, block],
                    "sender": "human" if message.author == "person" else "assistant",
                    "created_at": time,
                    "updated_at": time,
                    "attachments": [],
                    "files": [{"file_name": "sketch.png"}] if picture else [],
                    "parent_message_uuid": parent,
                }
            )
        times = [message["created_at"] for message in messages if message["created_at"]] or [None]
        yield {
            "uuid": chat.id,
            "name": chat.title,
            "summary": "",
            "created_at": times[0],
            "updated_at": times[-1],
            "account": {"uuid": account},
            "current_leaf_message_uuid": tip,
            "chat_messages": messages,
        }
