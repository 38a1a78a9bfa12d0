"""Made-up exports in the shape of real ones, from the town's chats: to practise on, and to test the readers.

``make_sample()`` is the export of Mika, who lives in Saltmere; ``write_sample`` writes one of any size, chat
by chat, so that a gigabyte needs no memory.
"""

from __future__ import annotations

import dataclasses
import io
import json
import random
import zipfile
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import count
from typing import BinaryIO

from privlessons.datasets import load_chats
from privlessons.records import Chat, Message
from privlessons.sample_shapes import chatgpt, claude, made_id

ABOUT = "I'm Mika, I draw pixel art for a living and run Tarn & Tiles on my own."
MAIL = "mika@example.com"
SERVICES = ("ChatGPT", "Claude")
PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(24)
PAGE = '<html><head><title>ChatGPT Data Export</title></head><script>jsonData = [{"mapping": {}}]</script>'


def sample_chats(messages: int = 0, seed: int = 1, padding: int = 0) -> Iterator[Chat]:
    """Yield Mika's chats, then everybody's over and over, until there are ``messages`` messages.

    With ``messages=0`` only Mika's, once. Some messages were edited or answered again (``taken_back``).
    ``padding`` makes each answer longer by so many characters, as long answers are common in real exports.
    """
    rng = random.Random(seed)
    town = [chat.chat for chat in load_chats()]
    mikas = [chat for chat in town if chat.id.startswith("mika-")]
    filler = " ".join(
        message.text for chat in town for message in chat.messages if message.author == "assistant"
    )
    done = 0
    for turn in count():
        for chat in town if turn else mikas:
            if turn and done >= messages:
                return
            made = _with_second_thoughts(chat, rng)
            if turn or padding:
                made = dataclasses.replace(
                    made,
                    id=f"{chat.id}-{turn}",
                    messages=tuple(_longer(message, filler, padding, turn, rng) for message in made.messages),
                )
            done += len(made.messages)
            yield made


def _with_second_thoughts(chat: Chat, rng: random.Random) -> Chat:
    messages: list[Message] = []
    for message in chat.messages:
        if rng.random() < 0.1:
            start = message.text[: len(message.text) * 2 // 3].rstrip()
            messages.append(dataclasses.replace(message, text=start or message.text, taken_back=True))
        messages.append(message)
    return dataclasses.replace(chat, messages=tuple(messages))


def _longer(message: Message, filler: str, padding: int, turn: int, rng: random.Random) -> Message:
    text = message.text
    if padding and message.author == "assistant":
        start = rng.randrange(max(1, len(filler) - padding))
        text = f"{text}\n\n{filler[start : start + padding].strip()}"
    time = message.time and message.time - timedelta(days=turn % 3000)
    return dataclasses.replace(message, text=text, time=time)


def make_sample(service: str = "ChatGPT", messages: int = 0, seed: int = 1, shards: int = 0) -> bytes:
    """Return a made-up export of Mika's as the bytes of a zip: see ``write_sample``."""
    out = io.BytesIO()
    write_sample(out, sample_chats(messages, seed), service, shards=shards, seed=seed, about=ABOUT)
    return out.getvalue()


def write_sample(
    out: BinaryIO,
    chats: Iterable[Chat],
    service: str = "ChatGPT",
    *,
    shards: int = 0,
    seed: int = 1,
    about: str = "",
) -> None:
    """Write chats as a zip such as ``service`` ("ChatGPT" or "Claude") hands out.

    With ``shards`` (ChatGPT) the chats are spread over files of that many each, as in 2026; else there is one
    file. ``about`` are custom instructions, which ChatGPT puts into each chat. Reading the zip gives the
    same chats again, with ``about`` before the first.
    """
    rng = random.Random(seed)
    entries = (
        json.dumps(entry) for entry in (chatgpt if service == "ChatGPT" else claude)(chats, rng, about)
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        names = _write_chats(archive, entries, shards)
        others = _beside_chatgpt(names) if service == "ChatGPT" else _beside_claude(rng)
        for name, content in others.items():
            text = content if isinstance(content, bytes | str) else json.dumps(content)
            archive.writestr(zipfile.ZipInfo(name), text)  # without today's date: same seed, same bytes


def _write_chats(archive: zipfile.ZipFile, entries: Iterator[str], shards: int) -> list[str]:
    names: list[str] = []
    entry = next(entries, None)
    while entry is not None or not names:
        names.append(f"conversations-{len(names):03}.json" if shards else "conversations.json")
        with archive.open(names[-1], "w", force_zip64=True) as file:
            file.write(b"[")
            written = 0
            while entry is not None and (written < shards or not shards):
                file.write(f"{', ' if written else ''}{entry}".encode())
                written += 1
                entry = next(entries, None)
            file.write(b"]")
    return names


def _beside_chatgpt(names: list[str]) -> dict:
    """Make the files that lie beside the chats; ``conversations.json.index`` looks like one and is none."""
    return {
        "conversations.json.index": '{"0": {"mapping": 0, "offset": 1}',
        "export_manifest.json": {"version": 1, "conversation_files": names},
        "user.json": {"id": "user-invented", "email": MAIL, "chatgpt_plus_user": False, "birth_year": 1997},
        "user_settings.json": {"user_id": "user-invented", "settings": {"training_allowed": True}},
        "message_feedback.json": [],
        "shared_conversations.json": [],
        "chat.html": PAGE,
        "file-a1b2c3-gecko.dat": PIXEL,
    }


def _beside_claude(rng: random.Random) -> dict:
    account = made_id(rng)
    memory = "**Work context**\n\nMika is a freelance pixel artist in Saltmere and runs Tarn & Tiles."
    return {
        "users.json": [{"uuid": account, "full_name": "Mika Tarn", "email_address": MAIL}],
        "projects.json": [],
        "memories.json": [{"conversations_memory": memory, "project_memories": {}, "account_uuid": account}],
    }
