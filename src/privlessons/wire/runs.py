"""One message over the real line in each of three ways, and what each end made of it."""

from __future__ import annotations

import asyncio

from privlessons.records import PlainError
from privlessons.wire.loopback import BROKEN, MESSENGER, SERVICE, Flip, line
from privlessons.wire.seals import KEY, NONCE, make_certificate, make_keys, seal, unseal
from privlessons.wire.tape import Tape, Way

LONGEST = 500
STOPPED = {
    "plain": "The request no longer made sense, and the server gave up.",
    "tls": "The lock noticed the change. The connection broke off, and nothing of the message was read.",
}


def checked(text: str) -> str:
    """Return a message that can be sent; an empty or a long one is a PlainError."""
    text = text.strip()
    if not text:
        raise PlainError("There is no message yet. Type one, or pick one of Mika's.")
    if len(text) > LONGEST:
        raise PlainError(f"This message is too long for the small line. Use at most {LONGEST} characters.")
    return text


async def send(way: Way, text: str, flip: int | None = None) -> Tape:
    """Send ``text`` over a line that is made for it, and return what crossed.

    "plain" and "tls" go to the assistant's company. "sealed" goes to a friend: the text is locked for the
    friend's key, and the messenger's company only passes the box on. ``flip`` is the byte of the message (of
    its UTF-8 form) in which one bit is turned on the way; of what is locked, the same place is turned.
    """
    body = checked(text).encode()
    friend = make_keys()
    got: list[bytes] = []
    if way == "sealed":
        body = seal(body, friend.public)

    async def answer(path: str, came: bytes, writer: asyncio.StreamWriter) -> None:
        if path == "message":
            got.append(came)
        # A friend's phone fetches what waits for it; anybody else hears what was read.
        said = got[-1] if path == "fetch" else b"Read."
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(said) + said)

    certificate = make_certificate(SERVICE) if way == "tls" else None
    turn = None if flip is None else Flip(flip)
    host = MESSENGER if way == "sealed" else SERVICE
    async with line(answer, certificate, turn, host) as made:
        if turn:
            # The flip falls into the message itself, behind the head and a box's fresh key and nonce.
            turn.left += len(made.head("message", body)) + (KEY + NONCE if way == "sealed" else 0)
        broke = ""
        try:
            back = await made.ask("message", body)
            if not back.startswith(b"HTTP/1.1 200"):
                broke = STOPPED.get(way, STOPPED["plain"])
            elif way == "sealed":
                back = await made.ask("fetch")
        except BROKEN:
            broke = STOPPED.get(way, STOPPED["plain"])
        flipped = bool(turn and turn.done)
        pieces = tuple(made.pieces)
    if way != "sealed":
        return Tape(way, pieces, _text(got), None, broke, flipped)
    return _opened(pieces, back if not broke else b"", friend.private, broke, flipped)


def _text(got: list[bytes]) -> str | None:
    return got[-1].decode("utf-8", "replace") if got else None


def _opened(pieces, back: bytes, private: bytes, broke: str, flipped: bool) -> Tape:
    """Return the tape of a sealed message, opened at the friend's end or refused there."""
    if broke:
        return Tape("sealed", pieces, None, None, broke, flipped)
    try:
        read = unseal(back.partition(b"\r\n\r\n")[2], private).decode("utf-8", "replace")
    except PlainError as error:
        return Tape("sealed", pieces, None, None, str(error), flipped)
    return Tape("sealed", pieces, None, read, "", flipped)
