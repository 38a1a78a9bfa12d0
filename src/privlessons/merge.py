"""Overlapping findings into a sorted list without overlaps."""

from __future__ import annotations

from collections.abc import Iterable

from privlessons.records import Finding


def merge(text: str, patterns: Iterable[Finding], claims: Iterable[Finding] = ()) -> list[Finding]:
    """Return sorted findings of ``text`` that do not overlap.

    Overlapping findings of one kind become one that covers both, with the higher score. Of two kinds the more
    certain one stays, then the longer, then the earlier; what the other covers besides is kept if it is a
    name, a place or an organisation and still holds three letters. Nothing counts inside a street, mail or
    web address, an organisation, a handle or a secret that the patterns found. Neighbours are never joined.
    """
    by_shape = list(patterns)
    whole = [f for f in by_shape if f.kind in _WHOLE]
    free = [f for f in (*by_shape, *claims) if not any(_within(f, around) for around in whole)]
    left = sorted(_join_same_kind(free), key=lambda f: (-f.score, f.start - f.end, f.start, f.kind))
    taken: list[Finding] = []
    for finding in left:
        taken.extend(_uncovered(text, finding, taken))
    return sorted(taken, key=lambda f: (f.start, f.end))


# What is found inside one of these is part of it: the saint in a school's name is no person.
_WHOLE = frozenset({"ORGANIZATION", "STREET_ADDRESS", "EMAIL_ADDRESS", "URL", "HANDLE", "SECRET"})


def _within(finding, whole):
    return (
        finding.kind != whole.kind
        and whole.start <= finding.start
        and finding.end <= whole.end
        and whole.end - whole.start > finding.end - finding.start
    )


def _join_same_kind(findings):
    by_kind: dict[str, list[Finding]] = {}
    for f in sorted(findings, key=lambda f: (f.kind, f.start, f.end)):
        same = by_kind.setdefault(f.kind, [])
        if same and f.start < same[-1].end:
            last = same.pop()
            f = Finding(f.kind, last.start, max(last.end, f.end), max(last.score, f.score))  # noqa: PLW2901
        same.append(f)
    return [f for same in by_kind.values() for f in same]


def _uncovered(text, finding, taken):
    """Return the parts of ``finding`` that nothing taken covers, without loose punctuation."""
    overlapping = sorted(
        (t for t in taken if t.start < finding.end and t.end > finding.start), key=lambda t: t.start
    )
    if not overlapping:
        return [finding]
    parts, start = [], finding.start
    for other in overlapping:
        parts.append((start, other.start))
        start = max(start, other.end)
    parts.append((start, finding.end))
    kept = []
    for start, end in parts:
        while start < end and not text[start].isalnum():
            start += 1  # noqa: PLW2901
        while start < end and not text[end - 1].isalnum():
            end -= 1  # noqa: PLW2901
        if (
            finding.kind in {"PERSON", "LOCATION", "ORGANIZATION"}
            and sum(map(str.isalpha, text[start:end])) >= 3
        ):
            kept.append(Finding(finding.kind, start, end, finding.score))
    return kept
