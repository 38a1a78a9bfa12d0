"""The locks of lesson 10: a certificate made on the spot, and a box that only one key opens.

The only room of the wire that knows the library ``cryptography``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from privlessons.records import PlainError

NONCE, KEY = 12, 32
PURPOSE = b"privlessons lesson 10: message to a friend"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and its private key, both as PEM; made for one run and signed by itself."""

    certificate: bytes
    key: bytes


def make_certificate(name: str) -> Certificate:
    """Return a fresh certificate for a host name, valid for an hour. Takes a millisecond or two."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    hidden = serialization.PrivateFormat.PKCS8
    return Certificate(made.public_bytes(pem), key.private_bytes(pem, hidden, serialization.NoEncryption()))


@dataclass(frozen=True, slots=True)
class Keys:
    """A pair for X25519 (RFC 7748), 32 bytes each: ``public`` is for everybody, ``private`` stays home."""

    public: bytes
    private: bytes


def make_keys() -> Keys:
    """Return a fresh pair of keys."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    key = X25519PrivateKey.generate()
    return Keys(key.public_key().public_bytes_raw(), key.private_bytes_raw())


def seal(text: bytes, to: bytes) -> bytes:
    """Return a box that only the owner of the public key ``to`` can open.

    One fresh key for each message: X25519 (RFC 7748), HKDF (RFC 5869), ChaCha20-Poly1305 (RFC 8439). The box
    is the fresh public key (32 bytes), a nonce (12), the locked text and a tag (16) that shows any change.
    """
    import secrets

    fresh = make_keys()
    nonce = secrets.token_bytes(NONCE)
    key = _shared(fresh.private, to, fresh.public)
    return fresh.public + nonce + _cipher(key).encrypt(nonce, text, fresh.public)


def unseal(box: bytes, private: bytes) -> bytes:
    """Return the text of a box; a box that was changed, or is for somebody else, is refused (PlainError)."""
    from cryptography.exceptions import InvalidTag

    fresh, nonce, locked = box[:KEY], box[KEY : KEY + NONCE], box[KEY + NONCE :]
    try:
        return _cipher(_shared(private, fresh, fresh)).decrypt(nonce, locked, fresh)
    except (InvalidTag, ValueError):
        raise PlainError("The box was changed on the way, or is not for this key. It was refused.") from None


def _shared(private: bytes, public: bytes, fresh: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    secret = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
    return HKDF(hashes.SHA256(), KEY, salt=fresh, info=PURPOSE).derive(secret)


def _cipher(key: bytes):
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)
