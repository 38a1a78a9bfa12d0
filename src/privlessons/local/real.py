"""A real language model that runs on this machine: Ollama or llama.cpp, found and asked over loopback.

Both answer at the same two addresses below ``/v1``. Only 127.0.0.1 is called, and only when a learner asks
for it. What these programs do in turn, this one cannot know: some of Ollama's models run in its maker's
cloud. Their names end in "cloud", and they are left out.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass

from privlessons.records import PlainError

HERE = "127.0.0.1"
PORTS = {11434: "Ollama", 8080: "llama.cpp"}
LARGEST = 2_000_000
LOOK, ASK = 2.0, 120.0
"""Seconds to wait for a list of models, and for an answer."""
LENGTH = 200
"""Most tokens of an answer."""


@dataclass(frozen=True, slots=True)
class RealModel:
    """A model's ``name``, the ``program`` that runs it and the ``port`` where that listens."""

    name: str
    program: str
    port: int


class _NoAnswerError(Exception):
    """Nobody is there, or somebody who speaks otherwise."""


async def running() -> tuple[RealModel, ...]:
    """Return the models that can be asked here now, without those that run in a cloud; often none."""
    found: list[RealModel] = []
    for port, program in PORTS.items():
        try:
            told = await _call(port, "/v1/models", None, LOOK)
            names = [one["id"] for one in told["data"]]
        except (_NoAnswerError, KeyError, TypeError):
            continue
        found += [
            RealModel(name, program, port)
            for name in names
            if isinstance(name, str) and not name.lower().endswith("cloud")
        ]
    return tuple(found)


async def chat(model: RealModel, question: str) -> str:
    """Return the model's answer. Raises PlainError if none comes."""
    body = {
        "model": model.name,
        "messages": [{"role": "user", "content": question}],
        "max_tokens": LENGTH,
        "stream": False,
    }
    try:
        told = await _call(model.port, "/v1/chat/completions", body, ASK)
        words = told["choices"][0]["message"]["content"]
    except (_NoAnswerError, KeyError, IndexError, TypeError):
        words = None
    if not isinstance(words, str) or not words.strip():  # a model may spend all its tokens on thinking
        raise PlainError(f"{model.program} gave no answer. Ask once more, or take another model.")
    return words.strip()


async def _call(port: int, path: str, body: dict | None, seconds: float):
    """Ask this machine for JSON, as HTTP/1.0 does: one question, one answer, and the line is closed."""
    if port not in PORTS:
        raise _NoAnswerError
    content = b"" if body is None else json.dumps(body).encode()
    head = (
        f"{'GET' if body is None else 'POST'} {path} HTTP/1.0\r\nHost: {HERE}\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    try:
        async with asyncio.timeout(seconds):
            reader, writer = await asyncio.open_connection(HERE, port, limit=LARGEST)
            try:
                writer.write(head.encode() + content)
                await writer.drain()
                told = await _all_of(reader)
            finally:
                writer.close()
        return json.loads(_body(told))
    except (OSError, TimeoutError, ValueError, RecursionError):
        raise _NoAnswerError from None


async def _all_of(reader: asyncio.StreamReader) -> bytes:
    told = b""
    while part := await reader.read(65536):
        told += part
        if len(told) > LARGEST:
            raise ValueError
    return told


def _body(told: bytes) -> bytes:
    """Return an answer's content. Raises ValueError unless it says that all went well."""
    head, _, body = told.partition(b"\r\n\r\n")
    first, *fields = head.lower().split(b"\r\n")
    if not first.startswith(b"http/1.") or first.split()[1:2] != [b"200"]:
        raise ValueError
    if not any(f.replace(b" ", b"") == b"transfer-encoding:chunked" for f in fields):
        return body
    whole = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if not length:
            break
        whole, body = whole + rest[:length], rest[length + 2 :]
    return whole
