"""A made-up voice note with notes of its own (RIFF INFO), what they say, and the sound without them.

A WAV file is a row of chunks: four letters, a length, the content. "fmt " and "data" are the sound. "LIST"
with "INFO" holds words (Microsoft and IBM, Multimedia Programming Interface 1.0, 1991). Phones mostly write
M4A files instead, which have room for the same and more.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Iterator
from datetime import datetime

from privlessons.attachments.notes import DEVICE, WHEN, WHERE, WHO, Note
from privlessons.records import PlainError

RATE = 8000
"""Samples a second."""
_FIELDS = {
    b"INAM": ("Title", WHERE),  # phones like to name a note after the place
    b"IART": ("By", WHO),
    b"ICRD": ("Made at", WHEN),
    b"ISFT": ("Program", DEVICE),
    b"ICMT": ("Comment", WHERE),
}
_SOUND = (b"fmt ", b"data")


def make_voice(time: datetime, street: str, latitude: float, longitude: float) -> bytes:
    """Return a WAV of a second and a half (soft tones for a voice) with the notes that a phone might add."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"".join(struct.pack("<h", _wave(n / RATE)) for n in range(RATE * 3 // 2)))
    words = {
        b"INAM": f"{street} 3",
        b"IART": "Mika Tarn",
        b"ICRD": f"{time:%Y-%m-%d %H:%M:%S} UTC",
        b"ISFT": "Pixelphone Voice 8",
        b"ICMT": f"{latitude:.5f}, {longitude:.5f}",
    }
    info = b"INFO" + b"".join(_chunk(name, text.encode() + b"\0") for name, text in words.items())
    body = out.getvalue()[12:] + _chunk(b"LIST", info)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def _wave(seconds: float) -> int:
    pitch = 170 + 40 * math.sin(5 * seconds)
    loud = 2500 * max(0.0, math.sin(9 * seconds)) ** 0.5
    return int(loud * math.sin(2 * math.pi * pitch * seconds))


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _of_wav(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise PlainError("This is no sound in the form WAV, or it is damaged.")
    return _chunks(data[12:])


def notes_in(data: bytes) -> tuple[Note, ...]:
    """Return what a WAV says besides its sound. Raises PlainError for what is no WAV."""
    found = []
    for name, content in _of_wav(data):
        if name == b"LIST" and content[:4] == b"INFO":
            for field, raw in _chunks(content[4:]):
                words = raw.decode("utf-8", "replace").strip("\0 ")[:200]
                label, kind = _FIELDS.get(field, (field.decode("latin-1"), WHO))
                if words:
                    found.append(Note(label, words, kind))
    return tuple(found)


def loudness(data: bytes, parts: int = 80) -> tuple[float, ...]:
    """Return how loud a made-up voice note is in each of ``parts`` equal parts, 0 to 1."""
    with wave.open(io.BytesIO(data)) as sound:
        samples = [abs(n) for (n,) in struct.iter_unpack("<h", sound.readframes(sound.getnframes()))]
    size, most = len(samples) // parts, max(samples)
    return tuple(max(samples[n * size : (n + 1) * size]) / most for n in range(parts))


def without_notes(data: bytes) -> bytes:
    """Return the WAV with nothing but its sound. Raises PlainError for what is no WAV."""
    body = b"".join(_chunk(name, content) for name, content in _of_wav(data) if name in _SOUND)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body
