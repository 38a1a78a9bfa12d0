"""Take findings out of a text, and score findings against planted truth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from privlessons.kinds import KINDS
from privlessons.records import Finding, PlainError, Planted

REMOVED = "█████"


def redact(
    text: str,
    findings: Iterable[Finding | Planted],
    how: str = "remove",
    *,
    numbers: dict[tuple[str, str], int] | None = None,
) -> str:
    """Return ``text`` without the words that ``findings`` point at.

    ``how="remove"`` puts five black boxes, whatever the length; ``how="replace"`` puts what kind of thing it
    was and a number, "[name 1]", the same for the same words. Hand the same ``numbers`` dict to each message
    of a chat, and the same name gets the same number throughout. Overlapping findings are taken as one.
    Raises PlainError for another ``how`` or for a finding that lies outside the text.
    """
    if how not in {"remove", "replace"}:
        raise PlainError(f'redact knows how="remove" and how="replace", not {how!r}.')
    numbers = {} if numbers is None else numbers
    pieces, at = [], 0
    for start, end, kind in _together(text, findings):
        pieces.append(text[at:start])
        pieces.append(REMOVED if how == "remove" else _stand_in(kind, text[start:end], numbers))
        at = end
    return "".join([*pieces, text[at:]])


def _together(text, findings):
    """Return (start, end, kind) of the findings, sorted, overlapping ones as one of the first one's kind."""
    spans: list[tuple[int, int, str]] = []
    for f in sorted(findings, key=lambda f: (f.start, -f.end)):
        if not 0 <= f.start < f.end <= len(text):
            raise PlainError(
                f"A finding from {f.start} to {f.end} lies outside a text of {len(text)} characters:"
                " look for it in this text."
            )
        if spans and f.start < spans[-1][1]:
            start, end, kind = spans.pop()
            spans.append((start, max(end, f.end), kind))
        else:
            spans.append((f.start, f.end, f.kind))
    return spans


def _stand_in(kind, words, numbers):
    name = KINDS[kind].word if kind in KINDS else "detail"
    key = (kind, " ".join(words.casefold().split()))
    if key not in numbers:
        numbers[key] = 1 + sum(1 for other, _ in numbers if other == kind)
    return f"[{name} {numbers[key]}]"


@dataclass(frozen=True, slots=True)
class Tally:
    """Planted spans ``caught`` and ``missed``, ``false_alarms`` among ``claims`` findings, and rates."""

    caught: int
    missed: int
    false_alarms: int
    claims: int

    @property
    def recall(self) -> float:
        """The share of planted spans that were caught (1 if nothing was planted)."""
        planted = self.caught + self.missed
        return self.caught / planted if planted else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that touch a planted span (1 if nothing was claimed)."""
        return (self.claims - self.false_alarms) / self.claims if self.claims else 1.0

    @property
    def f2(self) -> float:
        """Recall and precision in one, recall weighted twice (van Rijsbergen's F with beta 2, 1979)."""
        low = 4 * self.precision + self.recall
        return 5 * self.precision * self.recall / low if low else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """How findings compare with planted truth. A match is any overlap, be it of one character.

    ``anywhere`` does not ask for the kind; ``right_kind`` does; ``by_kind`` holds, for each planted or
    claimed kind, the counts with the kind asked for. ``missed`` and ``false_alarms`` (kind not asked for)
    are pairs (index of the text, planted span or finding).
    """

    anywhere: Tally
    right_kind: Tally
    by_kind: dict[str, Tally]
    missed: tuple[tuple[int, Planted], ...]
    false_alarms: tuple[tuple[int, Finding], ...]


def _tally(pairs, match):
    caught = missed = claims = wrong = 0
    for findings, planted in pairs:
        hit = sum(any(match(f, p) for f in findings) for p in planted)
        caught, missed = caught + hit, missed + len(planted) - hit
        claims += len(findings)
        wrong += sum(not any(match(f, p) for p in planted) for f in findings)
    return Tally(caught, missed, wrong, claims)


def _overlap(f, p):
    return f.start < p.end and p.start < f.end


def _same_kind(f, p):
    return f.kind == p.kind and _overlap(f, p)


def score(findings: Sequence[Sequence[Finding]], planted: Sequence[Sequence[Planted]]) -> Score:
    """Compare the findings of each text with the spans planted in it (both lists in the same order)."""
    if len(findings) != len(planted):
        raise PlainError(
            f"There are findings for {len(findings)} texts but truth for {len(planted)}: give both for each."
        )
    pairs = list(zip(findings, planted, strict=True))
    kinds = sorted({item.kind for pair in pairs for side in pair for item in side})
    by_kind = {
        kind: _tally(
            [([f for f in fs if f.kind == kind], [p for p in ps if p.kind == kind]) for fs, ps in pairs],
            _overlap,
        )
        for kind in kinds
    }
    return Score(
        anywhere=_tally(pairs, _overlap),
        right_kind=_tally(pairs, _same_kind),
        by_kind=by_kind,
        missed=tuple(
            (i, p) for i, (fs, ps) in enumerate(pairs) for p in ps if not any(_overlap(f, p) for f in fs)
        ),
        false_alarms=tuple(
            (i, f) for i, (fs, ps) in enumerate(pairs) for f in fs if not any(_overlap(f, p) for p in ps)
        ),
    )
