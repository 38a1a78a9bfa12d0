"""Personal data shown without being told: the middle of each value is hidden."""

from __future__ import annotations

from collections.abc import Iterable

from privlessons.records import Finding

DOTS = "••••"  # always four, so that the length is not told either
GUARDED = {"SECRET", "CREDIT_CARD", "IBAN_CODE", "ID_NUMBER"}


def mask(value: str, kind: str = "") -> str:
    """Hide the middle of a value: ``ma••••rn``.

    At most half of it stays: two characters at each end, one of a short value, none of three letters; of
    passwords and official numbers the first one alone. Characters that could steer a screen are U+FFFD.
    """
    value = harmless(value.strip())
    if kind in GUARDED:
        return value[: 1 if len(value) > 5 else 0] + DOTS
    ends = min(2, len(value) // 4)
    return value[:ends] + DOTS + value[len(value) - ends :]


def mask_all(text: str, findings: Iterable[Finding]) -> str:
    """Return a text in which each finding is masked."""
    pieces, done = [], 0
    for found in sorted(findings, key=lambda found: found.start):
        if found.start >= done:
            pieces += [harmless(text[done : found.start]), mask(text[found.start : found.end], found.kind)]
            done = found.end
    return "".join(pieces) + harmless(text[done:])


def harmless(text: str) -> str:
    """Return a text that can be printed on a terminal: what is no visible character is U+FFFD, or a space."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
