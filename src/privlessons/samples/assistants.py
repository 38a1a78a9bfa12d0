"""Made-up exports of chats with assistants, beside those of ``privlessons.sample_export``."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count

from privlessons.records import Chat, Event
from privlessons.sample_export import make_sample, sample_chats


def chatgpt(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of ChatGPT in shards; of the chats of lesson 02, whatever ``events`` are."""
    return _unpacked(make_sample("ChatGPT", shards=4))


def claude(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Claude; of the chats of lesson 02, whatever ``events`` are."""
    return _unpacked(make_sample("Claude"))


def _unpacked(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _chats() -> Iterator[Chat]:
    return (chat for chat in sample_chats() if all(message.time for message in chat.messages))


def grok(events: Iterable[Event]) -> dict[str, bytes]:
    """Make an export of Grok: one time as text, the others in milliseconds as a database writes them."""
    listed = []
    numbers = count(1)
    for chat in _chats():
        responses, parent = [], None
        for message in chat.messages:
            name = f"00000000-0000-4000-8000-{next(numbers):012}"
            time = {"$date": {"$numberLong": str(int(message.time.timestamp() * 1000))}}
            response = {
                "_id": name,
                "conversation_id": chat.id,
                "message": message.text,
                "sender": "human" if message.author == "person" else "ASSISTANT",
                "create_time": _iso(message.time) if parent is None else time,
                "model": "grok-4",
            }
            response |= {"parent_response_id": parent} if parent else {}
            responses.append({"response": response, "share_link": None})
            parent = name if not message.taken_back else parent
        about = {"id": chat.id, "user_id": "invented", "title": chat.title, "starred": False}
        about |= {"create_time": _iso(chat.messages[0].time), "leaf_response_id": parent}
        listed.append({"conversation": about, "responses": responses})
    whole = {"conversations": listed, "projects": [], "tasks": [], "media_posts": []}
    return {"ttl/30d/export_data/invented/prod-grok-backend.json": json.dumps(whole).encode()}


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="microseconds").replace("+00:00", "Z")


def copilot(events: Iterable[Event]) -> dict[str, bytes]:
    """Make the table of Copilot: newest row first, one time for both sides, a mark before all."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(["Conversation", "Time", "Author", "Message"])
    for chat in sorted(_chats(), key=lambda chat: chat.messages[0].time, reverse=True):
        for message in reversed(chat.messages):
            author = "Human" if message.author == "person" else "AI"
            table.writerow([chat.title, f"{message.time:%Y-%m-%dT%H:%M:%S}", author, message.text])
    return {"copilot-activity-history.csv": out.getvalue().encode("utf-8-sig")}
