"""Two versions of a policy: which sentences came, went and changed, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from privlessons.policy.records import Policy, Sentence

ALIKE = 0.5
"""Share of words that two sentences must have in common to be one sentence that changed."""
MOST_PAIRS = 40_000
"""Pairs of sentences in one changed stretch up to which each is held against each."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``old`` is None for a sentence that came, ``new`` is None for one that went.

    ``pieces`` spell out a changed sentence: ("same" | "gone" | "new", words) in order.
    """

    old: Sentence | None
    new: Sentence | None
    pieces: tuple[tuple[str, str], ...] = ()

    @property
    def what(self) -> str:
        """Return "came", "went" or "changed"."""
        return "came" if self.old is None else "went" if self.new is None else "changed"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes that the change is about."""
        both = [*(self.new.kinds if self.new else ()), *(self.old.kinds if self.old else ())]
        return tuple(dict.fromkeys(both))


def compare_versions(old: Policy, new: Policy) -> tuple[Change, ...]:
    """Return what changed from one version to the next, in the order of the new one.

    Sentences are the same when their words are, whatever their spaces, quotes and capitals.
    """
    a, b = old.sentences, new.sentences
    matcher = SequenceMatcher(None, [_key(s) for s in a], [_key(s) for s in b], autojunk=False)
    changes: list[Change] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            changes += _stretch(a[i:j], b[k:m])
    moved = {_key(c.old) for c in changes if c.what == "went"} & {
        _key(c.new) for c in changes if c.what == "came"
    }
    return tuple(c for c in changes if c.what == "changed" or _key(c.old or c.new) not in moved)


def _key(sentence: Sentence) -> str:
    return " ".join(re.findall(r"\w+", sentence.text.lower()))


def _stretch(old: tuple[Sentence, ...], new: tuple[Sentence, ...]) -> Iterator[Change]:
    """Yield the changes of a stretch: the most alike sentences are pairs, the rest came or went."""
    pairs: dict[int, int] = {}
    if len(old) * len(new) <= MOST_PAIRS:
        words_old, words_new = [s.text.lower().split() for s in old], [s.text.lower().split() for s in new]
        scores = []
        for i, a in enumerate(words_old):
            for k, b in enumerate(words_new):
                shared = len(set(a) & set(b))
                if 2 * shared < ALIKE * (len(set(a)) + len(set(b))):
                    continue
                score = SequenceMatcher(None, a, b, autojunk=False).ratio()
                if score >= ALIKE:
                    scores.append((score, i, k))
        taken = set()
        for _, i, k in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
            if i not in taken and k not in pairs:
                pairs[k] = i
                taken.add(i)
    paired = set(pairs.values())
    yield from (Change(s, None) for i, s in enumerate(old) if i not in paired)
    for k, sentence in enumerate(new):
        if k in pairs:
            before = old[pairs[k]]
            yield Change(before, sentence, tuple(_pieces(before.text.split(), sentence.text.split())))
        else:
            yield Change(None, sentence)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", " ".join(old[i:j])
            continue
        if i < j:
            yield "gone", " ".join(old[i:j])
        if k < m:
            yield "new", " ".join(new[k:m])
