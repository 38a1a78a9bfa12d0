"""Short secrets behind a hash, and how they are found again: try them all.

A hash (SHA-256, FIPS 180-4) has no key and no way back. It needs none: where all possible inputs fit on a
list, hash the list and look. A salt (random bytes kept beside each row) forces one run through the list for
each row. A keyed hash (HMAC, RFC 2104) stops whoever lacks the key, and nobody who has it.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

SALT_BYTES = KEY_BYTES = 16


def hashed(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def salted(text: str, salt: bytes) -> str:
    """Return the SHA-256 of the salt and then the text, as 64 hexadecimal digits."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def keyed(text: str, key: bytes) -> str:
    """Return the HMAC-SHA-256 of a text under a secret key, as 64 hexadecimal digits."""
    return hmac.digest(key, text.encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Tried:
    """How far a search is: how many texts were tried, in how many seconds, and what was found.

    ``found`` maps each hash (hexadecimal) to the text behind it. ``seconds`` counts the hashing and looking
    alone, not the pauses between batches.
    """

    tried: int
    seconds: float
    found: Mapping[str, str]

    @property
    def speed(self) -> float:
        """Texts a second; 0 before the first."""
        return self.tried / self.seconds if self.seconds else 0.0


def try_all(
    batches: Iterable[Sequence[str]], wanted: Iterable[str], *, salt: bytes = b"", key: bytes | None = None
) -> Iterator[Tried]:
    """Hash every text of every batch and look for the ``wanted`` hashes; yields after each batch.

    ``salt`` goes before each text; with a ``key``, the keyed hash is used instead. The whole list is tried,
    also after a find: wait no longer than you like. Speeds are those of this computer, in Python.
    """
    wanted = {bytes.fromhex(one) for one in wanted}
    sha256, digest_of, found, tried, seconds = hashlib.sha256, hmac.digest, {}, 0, 0.0
    for batch in batches:
        start = time.perf_counter()
        if key is None:
            digests = [sha256(salt + text.encode()).digest() for text in batch]
        else:
            digests = [digest_of(key, text.encode(), "sha256") for text in batch]
        for digest in wanted.intersection(digests):
            found[digest.hex()] = batch[digests.index(digest)]
        seconds += time.perf_counter() - start
        tried += len(batch)
        yield Tried(tried, seconds, dict(found))


def how_long(possible: int, speed: float) -> str:
    """Say how long it takes to try ``possible`` texts at so many a second, such as "2.5 hours"."""
    if speed <= 0:
        return "for ever"
    left = possible / speed
    for unit, seconds in (("years", 31_557_600), ("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if left >= 1.95 * seconds:
            return f"{left / seconds:,.{0 if left >= 10 * seconds else 1}f} {unit}"
    return f"{left:.1f} seconds"
