"""Answers streamed over the real line under TLS: what a watcher without a key notes of each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
GOODBYE = 24  # bytes of the record that ends a connection in TLS 1.3: an alarm of 2, a kind, a tag, a head
PIECE, WHOLE = 48, 4096  # bytes of a filled piece and of a filled answer


@dataclass(frozen=True, slots=True)
class Seen:
    """What a watcher notes of one answer: sizes of the locked records in bytes, and the seconds between them.

    Sizes are of whole records: what was sent and 22 bytes more.
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
                raise PlainError(
                    "The small line on this machine broke. Press again to try once more."
                ) from None
            yield noted(made.pieces)


def noted(crossed: Sequence[Piece]) -> Seen:
    """Return sizes and gaps of an answer's records out of all that crossed.

    The answer is what the far end sends behind the request, but for two records that are alike each time: its
    head, which comes first, and the goodbye.
    """
    asked = max((n for n, one in enumerate(crossed) if one.out and len(one.data) > GOODBYE), default=0)
    body = [
        one for one in crossed[asked:] if not one.out and one.data[0] == DATA and len(one.data) != GOODBYE
    ]
    times = [one.at for one in body[1:]]
    gaps = [after - before for before, after in pairwise(times)]
    return Seen(tuple(len(one.data) for one in body[1:]), tuple(gaps))
