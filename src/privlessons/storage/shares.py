"""A secret cut into shares, of which any few rebuild it and fewer tell nothing (Shamir, CACM 1979).

Each byte of the secret is the height at 0 of a curve drawn by chance, and each share is the height at a
place of its own. ``needed`` points fix such a curve; one point less fits a curve through any height at 0.
Heights are bytes: sums and products are those of the field with 256 numbers that AES uses too.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from privlessons.records import PlainError

MOST = 255


@dataclass(frozen=True, slots=True)
class Share:
    """One host's share: its ``place`` on the curves (1 to 255), and a height a byte of the secret."""

    place: int
    heights: bytes


@cache
def _tables() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the powers of 3 in the field, twice in a row, and their logarithms."""
    powers, logs, value = [], [0] * 256, 1
    for power in range(255):
        powers.append(value)
        logs[value] = power
        double = value << 1 ^ (0x11B if value & 0x80 else 0)
        value ^= double
    return tuple(powers * 2), tuple(logs)


def times(a: int, b: int) -> int:
    """Return the product of two numbers of the field, 0 to 255."""
    powers, logs = _tables()
    return powers[logs[a] + logs[b]] if a and b else 0


def over(a: int, b: int) -> int:
    """Return ``a`` divided by ``b`` in the field; ``b`` is not 0."""
    powers, logs = _tables()
    return powers[logs[a] - logs[b] + 255] if a else 0


def cut(
    secret: bytes, needed: int, hosts: int, draw: Callable[[int], bytes] = secrets.token_bytes
) -> tuple[Share, ...]:
    """Cut ``secret`` into shares for ``hosts`` hosts, of which any ``needed`` rebuild it.

    ``draw(n)`` gives n bytes by chance. Raises PlainError unless 1 <= needed <= hosts <= 255.
    """
    if not 1 <= needed <= hosts <= MOST:
        raise PlainError("There must be at least as many hosts as shares needed, at least 1, at most 255.")
    curves = [secret, *(draw(len(secret)) for _ in range(needed - 1))]
    shares = []
    for place in range(1, hosts + 1):
        heights = bytes(len(secret))
        for part in reversed(curves):  # Horner's rule
            heights = bytes(times(h, place) ^ p for h, p in zip(heights, part, strict=True))
        shares.append(Share(place, heights))
    return tuple(shares)


def rebuild(shares: Sequence[Share]) -> bytes:
    """Return the secret that these shares fix. With fewer than were needed it is noise of the same length."""
    return height_at(0, shares)


def height_at(place: int, shares: Sequence[Share]) -> bytes:
    """Return the heights at ``place`` of the flattest curves through all shares (Lagrange).

    Raises PlainError without shares, for two at one place and for shares of different lengths.
    """
    if len({s.place for s in shares}) != len(shares) or len({len(s.heights) for s in shares}) != 1:
        raise PlainError("Shares of one secret are needed, equally long, each of another host.")
    total = bytes(len(shares[0].heights))
    for one in shares:
        weight = 1
        for other in shares:
            if other is not one:
                weight = times(weight, over(place ^ other.place, one.place ^ other.place))
        total = bytes(t ^ times(h, weight) for t, h in zip(total, one.heights, strict=True))
    return total


def share_that_makes(secret: bytes, known: Sequence[Share], place: int) -> Share:
    """Return the share at ``place`` with which the ``known`` ones would rebuild ``secret``.

    There is exactly one for every secret of that length. So the known shares speak for none of them.
    """
    return Share(place, height_at(place, (Share(0, secret), *known)))
