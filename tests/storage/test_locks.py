"""The lock opens with its key alone, and not after any change."""

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.records import PlainError
from privlessons.storage.locks import KEY_BYTES, lock, new_key, unlock


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=200), st.data())
def test_a_locked_file_opens_whole_and_refuses_a_changed_bit(data, draw):
    key = new_key()
    locked = lock(data, key)
    assert unlock(locked, key) == data
    at = draw.draw(st.integers(0, 8 * len(locked) - 1))
    changed = bytearray(locked)
    changed[at // 8] ^= 1 << at % 8
    with pytest.raises(PlainError, match="changed"):
        unlock(bytes(changed), key)
    with pytest.raises(PlainError, match="another key"):
        unlock(locked, new_key())


def test_it_is_aes_gcm_as_the_library_builds_it_from_parts():
    key, data = new_key(), b"The boss is a whale"
    locked = lock(data, key)
    gcm = Cipher(algorithms.AES(key), modes.GCM(locked[:12], locked[-16:])).decryptor()
    assert gcm.update(locked[12:-16]) + gcm.finalize() == data
    assert lock(data, key) != locked, "each time with a fresh start number"


@pytest.mark.parametrize(
    ("locked", "key"), [(b"", bytes(KEY_BYTES)), (bytes(27), bytes(KEY_BYTES)), (bytes(40), b"x")]
)
def test_what_is_no_locked_file_is_refused(locked, key):
    with pytest.raises(PlainError, match="fit together"):
        unlock(locked, key)
