"""An "AI detector": it learns how machine texts sound, and says how much a text sounds like them.

It measures what early tools said that they measure: how easily a machine could have guessed each word
(perplexity), and how much that and the length of sentences go up and down (burstiness). A logistic model
puts these together. The detector is a real one, small; whom it accuses is counted, never assumed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from privlessons.records import PlainError

WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE = re.compile(r"[.!?…]+\s+|\n+")
MEASURES = ("surprise", "ups and downs of surprise", "ups and downs of sentence length")


class Expectation:
    """How likely each word is after the one before, counted from texts (a bigram model, interpolated)."""

    def __init__(self, texts: Iterable[str]):
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            words = ["", *_words(text)]
            self.single.update(words[1:])
            self.pairs.update(pairwise(words))
        self.before: Counter[str] = Counter()
        for (first, _), count in self.pairs.items():
            self.before[first] += count
        self.total = sum(self.single.values())

    def surprises(self, text: str) -> list[float]:
        """Return the surprise of each word in bits: 1 for a coin's worth, more for less expected words."""
        words = ["", *_words(text)]
        return [-log2(self._chance(a, b)) for a, b in pairwise(words)]

    def _chance(self, before: str, word: str) -> float:
        single = (self.single[word] + 0.5) / (self.total + 0.5 * (len(self.single) + 1))
        seen = self.before[before]
        return (self.pairs[before, word] + 5 * single) / (seen + 5)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def measure(text: str, expected: Expectation) -> tuple[float, ...]:
    """Return the three `MEASURES` of a text, which must have a word."""
    from statistics import fmean, pstdev

    words = WORD.findall(text)
    if not words:
        raise PlainError("There is no word in this text.")
    surprises = expected.surprises(text)
    lengths = [len(WORD.findall(s)) for s in SENTENCE.split(text) if WORD.search(s)]
    return (
        fmean(surprises),
        pstdev(surprises),
        pstdev(lengths) / fmean(lengths),
    )


@dataclass(frozen=True)
class Detector:
    """A trained detector: ``mean``, ``spread`` and ``weights`` of each measure, and an ``offset``."""

    expected: Expectation
    mean: tuple[float, ...]
    spread: tuple[float, ...]
    weights: tuple[float, ...]
    offset: float

    def score(self, text: str) -> float:
        """Return how much a text sounds like a machine to it, from 0 to 1. It is no proof of anything."""
        from math import exp

        total = self.offset + sum(part for _, part in self.parts(text))
        return 1 / (1 + exp(-max(-60.0, min(60.0, total))))

    def parts(self, text: str) -> list[tuple[str, float]]:
        """Return what each measure adds to the verdict: above 0 it speaks for a machine.

        Beside the measure's name stands whether it is "low" or "high" here, against what was learned from.
        """
        found = measure(text, self.expected)
        return [
            (f"{'low' if value < mean else 'high'} {name}", weight * (value - mean) / spread)
            for name, value, mean, spread, weight in zip(
                MEASURES, found, self.mean, self.spread, self.weights, strict=True
            )
        ]


@dataclass(frozen=True, slots=True)
class Accused:
    """Of ``asked`` texts of a ``group``, how many a detector ``accused`` of being a machine's."""

    group: str
    accused: int
    asked: int


def train_detector(machine: Sequence[str], people: Sequence[str], expected: Expectation) -> Detector:
    """Learn to tell machine texts from people's. Whose texts ``people`` are decides whom it will accuse.

    ``expected`` must come from other texts, or the ones to learn from would seem to hold no surprise.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if not machine or not people:
        raise PlainError("A detector needs texts by machines and texts by people to learn from.")
    rows = np.array([measure(t, expected) for t in (*machine, *people)])
    is_machine = np.arange(len(rows)) < len(machine)
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1
    model = LogisticRegression(class_weight="balanced").fit((rows - mean) / spread, is_machine)
    return Detector(
        expected,
        tuple(mean.tolist()),
        tuple(spread.tolist()),
        tuple(model.coef_[0].tolist()),
        float(model.intercept_[0]),
    )


def accuse(scores: Sequence[tuple[str, float]], sure: float) -> tuple[Accused, ...]:
    """Count by group, in order of appearance, whose texts (group, score) reach ``sure`` (0 to 1)."""
    groups: dict[str, list[float]] = {}
    for group, score in scores:
        groups.setdefault(group, []).append(score)
    return tuple(Accused(g, sum(s >= sure for s in found), len(found)) for g, found in groups.items())
