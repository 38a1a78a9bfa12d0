"""What crossed a line, piece by piece, as somebody in the middle sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from privlessons.wire.tls_bytes import service_name

Way = Literal["plain", "tls", "sealed"]
WAYS: tuple[Way, ...] = ("plain", "tls", "sealed")


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that crossed at once: ``at`` seconds after the start; ``out`` if they left the learner's side."""

    at: float
    out: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Tape:
    """One run over the line: what crossed and what each end made of it.

    ``company`` is what the server in the middle or at the end could read, ``friend`` what a friend's phone
    read behind it; None where nothing readable came. ``broke`` says in one sentence what stopped it, or "".
    ``flipped`` is whether one bit was turned on the way.
    """

    way: Way
    pieces: tuple[Piece, ...]
    company: str | None = None
    friend: str | None = None
    broke: str = ""
    flipped: bool = False
    recorded: bool = False

    def sent(self) -> bytes:
        """All bytes that left the learner's side."""
        return b"".join(piece.data for piece in self.pieces if piece.out)

    def crossed(self) -> bytes:
        """All bytes of both directions, in the order in which they crossed."""
        return b"".join(piece.data for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Visible:
    """What shows without any key: the service's name, bytes out and back, pieces, seconds."""

    service: str | None
    out: int
    back: int
    pieces: int
    seconds: float


def visible(tape: Tape) -> Visible:
    """Return what anybody on the way can tell of a tape, whatever the lock."""
    out = sum(len(piece.data) for piece in tape.pieces if piece.out)
    back = sum(len(piece.data) for piece in tape.pieces if not piece.out)
    times = [piece.at for piece in tape.pieces]
    name = service_name(tape.sent()) if tape.way == "tls" else _host(tape.sent())
    return Visible(name, out, back, len(tape.pieces), max(times, default=0.0) - min(times, default=0.0))


def _host(sent: bytes) -> str | None:
    for line in sent.split(b"\r\n\r\n", 1)[0].split(b"\r\n"):
        if line.lower().startswith(b"host:"):
            return line[5:].strip().decode("ascii", "replace")
    return None


def times_found(data: bytes, words: str) -> int:
    """Return how often words stand in bytes, as UTF-8 or as UTF-16, capitals and small letters alike."""
    words = words.strip()
    if not words:
        return 0
    lower = data.lower()
    return max(lower.count(words.lower().encode(code)) for code in ("utf-8", "utf-16-le"))


def dump(data: bytes, width: int = 16, most: int = 1600) -> list[tuple[int, str, str]]:
    """Return rows (offset, hex, text) of bytes; what is no plain letter shows as a middle dot.

    Text is ASCII, so that each byte keeps its column. At most ``most`` bytes are shown.
    """
    rows = []
    for at in range(0, min(len(data), most), width):
        part = data[at : at + width]
        text = "".join(chr(b) if 32 <= b < 127 else "·" for b in part)
        rows.append((at, part.hex(" "), text))
    return rows
