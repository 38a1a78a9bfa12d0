"""Findings counted as they come: by kind, by chat, and which different values there were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from privlessons.masks import mask
from privlessons.records import Finding
from privlessons.whose import ABOUT_PEOPLE, Whose, key

DIFFERENT = 100_000  # different values that are kept apart; more are counted all the same


class Tally:
    """Counts findings; with ``sign=-1`` it takes them back, before a better look at the same text."""

    def __init__(self, owner: Iterable[str] = ()):
        self.counts: Counter[str] = Counter()
        self.chats: Counter[int] = Counter()
        self._whose = Whose(owner)
        self._values: dict[tuple[str, str], list] = {}  # [times, as it was first written]

    def add(self, chat: int, text: str, findings: Iterable[Finding], sign: int = 1) -> None:
        """Count the findings of a text that stands in chat number ``chat``."""
        for finding in findings:
            value = text[finding.start : finding.end]
            self.counts[finding.kind] += sign
            self.chats[chat] += sign
            if sign > 0:
                self._whose.listen(text, finding)
            name = (finding.kind, key(value))
            if name in self._values:
                self._values[name][0] += sign
            elif len(self._values) < DIFFERENT:
                self._values[name] = [sign, value]

    def others(self) -> dict[str, tuple[int, int]]:
        """Return by kind how often, and how many different, details seem to be of somebody else."""
        found = {}
        for kind in ABOUT_PEOPLE:
            theirs = [times for times, value in self._of(kind) if not self._whose.mine(kind, value)]
            if theirs:
                found[kind] = (sum(theirs), len(theirs))
        return found

    def examples(self, how_many: int) -> dict[str, tuple[str, ...]]:
        """Return by kind the most frequent values, masked; those too short to show a letter come last."""
        found = {}
        for kind, _ in self.counts.most_common():
            often = sorted(self._of(kind), key=lambda entry: (len(entry[1]) < 4, -entry[0]))
            masked = dict.fromkeys(mask(value, kind) for _, value in often)
            if masked:
                found[kind] = tuple(masked)[:how_many]
        return found

    def _of(self, kind: str) -> list[tuple[int, str]]:
        return [
            (times, value) for (of, _), (times, value) in self._values.items() if of == kind and times > 0
        ]
