"""Answers streamed over the real line under TLS: what a watcher without a key notes of each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from privlessons.records import PlainError
from privlessons.wire.answers import Said, pieces
from privlessons.wire.loopback import BROKEN, SERVICE, line
from privlessons.wire.seals import make_certificate
from privlessons.wire.tape import Piece
from privlessons.wire.tls_bytes import DATA

PADDINGS = {
    "none": "As it is: each piece is sent as soon as it is there",
    "pieces": "Every piece is filled up to the same size",
    "whole": "No pieces: the whole answer at once, filled up to one size",
}
PIECE, WHOLE = 48, 4096  # bytes of a filled piece and of a filled answer


@dataclass(frozen=True, slots=True)
class Seen:
    """What a watcher notes of one answer: sizes of the locked records in bytes, and the seconds between them.

    Records that come before the answer (greeting, certificate) and the two that frame it are left out.
    """

    sizes: tuple[int, ...]
    gaps: tuple[float, ...]


def event(piece: str, padding: str) -> bytes:
    """Return one piece as it goes out: a line of JSON, as chatbots' programs send it."""
    plain = f"data: {json.dumps({'t': piece})}\n\n".encode()
    if padding == "none":
        return plain
    return plain.ljust(PIECE)


def parcels(said: Said, padding: str) -> list[bytes]:
    """Return what is sent for an answer, a parcel at a time."""
    if padding != "whole":
        return [event(piece, padding) for piece in pieces(said.text)]
    return [f"data: {json.dumps({'t': said.text})}\n\n".encode().ljust(WHOLE)]


async def watch(answers: Sequence[Said], padding: str) -> AsyncIterator[Seen]:
    """Stream each answer over a TLS connection of its own; yield what the tap noted of it.

    A line that breaks is a PlainError.
    """

    async def far_end(path: str, _: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
        for parcel in parcels(answers[int(path)], padding):
            writer.write(parcel)
            await writer.drain()
            await asyncio.sleep(0)  # each piece goes out by itself

    async with line(far_end, make_certificate(SERVICE)) as made:
        for number in range(len(answers)):
            made.pieces.clear()
            try:
                await made.ask(str(number))
            except BROKEN:
                raise PlainError("The small line on this machine broke. Press again to try once more.") from None
            yield noted(made.pieces)


def noted(crossed: Sequence[Piece]) -> Seen:
    """Return sizes and gaps of the answer's records out of all that crossed.

    Going back, the first locked record holds the rest of the greeting, the second the answer's head, the last
    one the goodbye. All that is known to the watcher, too: it is alike in every answer.
    """
    locked = [piece for piece in crossed if not piece.out and piece.data[0] == DATA]
    start = next((n for n, piece in enumerate(locked) if _after_request(piece, crossed)), len(locked))
    body = locked[start + 1 : -1]
    times = [piece.at for piece in body]
    gaps = [after - before for before, after in zip(times, times[1:], strict=False)]
    return Seen(tuple(len(piece.data) for piece in body), tuple(gaps))


def _after_request(piece: Piece, crossed: Sequence[Piece]) -> bool:
    """Whether a record of the far end came after the client's last one, which is the request."""
    last = max((n for n, one in enumerate(crossed) if one.out and one.data[0] == DATA and len(one.data) > 90), default=-1)
    return crossed.index(piece) > last
