"""What anybody on the way can read off TLS bytes without a key: records, their sizes, the service's name."""

from __future__ import annotations

from collections.abc import Iterator

HEAD = 5  # bytes before each record: type, version, length (RFC 8446, section 5.1)
HANDSHAKE, DATA = 22, 23


def cut(stream: bytes) -> tuple[list[bytes], bytes]:
    """Return the whole records at the start of a stream, heads included, and what is left over."""
    found, at = [], 0
    while len(stream) >= at + HEAD:
        end = at + HEAD + int.from_bytes(stream[at + 3 : at + HEAD], "big")
        if len(stream) < end:
            break
        found.append(stream[at:end])
        at = end
    return found, stream[at:]


def service_name(stream: bytes) -> str | None:
    """Return the host name that a client's greeting says in the clear (SNI, RFC 6066), or None.

    ``stream`` is what the client sent first. Damaged or foreign bytes give None.
    """
    try:
        records, _ = cut(stream)
        hello = b"".join(r[HEAD:] for r in records if r[0] == HANDSHAKE)
        if hello[:1] != b"\x01":  # a ClientHello
            return None
        return _name(hello)
    except (IndexError, ValueError):
        return None


def _name(hello: bytes) -> str | None:
    at = 4 + 2 + 32  # kind and length, version, random
    at += 1 + hello[at]  # session
    at += 2 + _number(hello, at)  # ciphers
    at += 1 + hello[at]  # compression
    for kind, body in _extensions(hello, at + 2):
        if kind == 0:  # server_name: a list of (type 0, length, name)
            length = _number(body, 3)
            name = body[5 : 5 + length]
            return name.decode("ascii") if len(name) == length and length else None
    return None


def _extensions(hello: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(hello):
        size = _number(hello, at + 2)
        yield _number(hello, at), hello[at + 4 : at + 4 + size]
        at += 4 + size


def _number(data: bytes, at: int) -> int:
    two = data[at : at + 2]
    if len(two) < 2:
        raise ValueError("the bytes end too soon")
    return int.from_bytes(two, "big")
