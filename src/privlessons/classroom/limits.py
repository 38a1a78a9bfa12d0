"""How often one address may be wrong: a guest who tries codes is stopped, a class that mistypes is not."""

from __future__ import annotations

import hashlib
import secrets

WRONG, SECONDS = 30, 60.0
MOST_KEYS = 10_000


class Wrongs:
    """Counts wrong codes by address, in memory alone, for a minute.

    Addresses are held as salted digests, and the salt dies with the process.
    """

    def __init__(self, most: int = WRONG, seconds: float = SECONDS):
        self.most, self.seconds = most, seconds
        self._salt, self._seen = secrets.token_bytes(16), {}

    def _key(self, address: str) -> bytes:
        return hashlib.blake2b(address.encode(), key=self._salt, digest_size=12).digest()

    def too_many(self, address: str, now: float) -> bool:
        """Say whether this address must wait; ``now`` is in seconds of any steady clock."""
        times = [t for t in self._seen.get(self._key(address), ()) if now - t < self.seconds]
        return len(times) >= self.most

    def wrong(self, address: str, now: float) -> None:
        """Note a wrong code."""
        key = self._key(address)
        recent = [t for t in self._seen.pop(key, ()) if now - t < self.seconds]
        self._seen[key] = [*recent, now][-self.most :]
        while len(self._seen) > MOST_KEYS:  # the oldest first: a flood of addresses must not fill the memory
            self._seen.pop(next(iter(self._seen)))
