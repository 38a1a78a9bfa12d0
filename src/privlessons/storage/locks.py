"""A lock for a file: AES-GCM with a key of 256 bits, from `cryptography`.

AES-GCM (NIST SP 800-38D) hides what is inside and notices when a byte was changed. It does not hide how
long the file is.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from privlessons.records import PlainError

KEY_BYTES, NONCE_BYTES, TAG_BYTES = 32, 12, 16


def new_key(draw: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Return a fresh key; ``draw(n)`` gives n bytes by chance."""
    return draw(KEY_BYTES)


def lock(data: bytes, key: bytes, draw: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Return ``data`` locked with ``key``: a fresh start number, then the locked bytes and their seal."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = draw(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def unlock(locked: bytes, key: bytes) -> bytes:
    """Return what was locked. Raises PlainError for another key, and if as much as one bit was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(key) != KEY_BYTES or len(locked) < NONCE_BYTES + TAG_BYTES:
        raise PlainError("This is no key and no locked file that fit together. Check that both are whole.")
    try:
        return AESGCM(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], None)
    except InvalidTag:
        raise PlainError("The lock does not open: it is another key, or the file was changed.") from None
