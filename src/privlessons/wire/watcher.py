"""A small program that learns to guess an answer's topic from sizes or timing, and how often it is right.

After the published attacks on the streamed answers of chatbots (Weiss et al., 2024; McDonald and Bar Or,
2025). Those read real chatbots and use larger programs. This one is naive Bayes on counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from privlessons.wire.streams import Seen

CLUES = {"both": "Sizes and timing", "sizes": "The sizes alone", "timing": "The timing alone"}
SMOOTH = 0.5  # what is added to each count, so that a size never seen before rules nothing out


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a watcher did on answers that it had not learned from.

    ``guesses`` are its topics, one an answer; ``low`` to ``high`` is the range (0 to 1) that fits what was
    counted, in 95 of 100 such trials (Wilson, 1927); ``luck`` the most right answers that blind guessing
    reaches in 97.5 of 100 trials.
    """

    guesses: tuple[str, ...]
    right: int
    asked: int
    low: float
    high: float
    luck: int


def marks(seen: Seen, clue: str) -> dict[str, int]:
    """Return what a watcher counts of an answer: how often each size, pair of sizes and pause comes."""
    found: Counter[str] = Counter()
    if clue != "timing":
        found.update(f"size {size}" for size in seen.sizes)
        found.update(f"sizes {a} {b}" for a, b in zip(seen.sizes, seen.sizes[1:], strict=False))
        found[f"about {len(seen.sizes) // 10}0 pieces"] = 1
    if clue != "sizes":
        found.update(f"pause {round(2 * log2(gap * 1e6 + 1))}" for gap in seen.gaps)
        found[f"in all {round(2 * log2(sum(seen.gaps) * 1e6 + 1))}"] = 1
    return dict(found)


class Watcher:
    """Learns from answers whose topic is known, as somebody does who asks the chatbot such things."""

    def __init__(self, seen: Sequence[Seen], topics: Sequence[str], clue: str = "both"):
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.naive_bayes import MultinomialNB
        from sklearn.pipeline import make_pipeline

        self.clue = clue
        self._model = make_pipeline(DictVectorizer(), MultinomialNB(alpha=SMOOTH))
        self._model.fit([marks(one, clue) for one in seen], list(topics))

    def guess(self, seen: Sequence[Seen]) -> tuple[str, ...]:
        """Return the topic that fits best, for each answer."""
        return tuple(map(str, self._model.predict([marks(one, self.clue) for one in seen])))


def judge(watcher: Watcher, seen: Sequence[Seen], topics: Sequence[str]) -> Verdict:
    """Return how a watcher does on answers that it has not learned from."""
    from scipy.stats import binom, binomtest

    guesses = watcher.guess(seen)
    right = sum(a == b for a, b in zip(guesses, topics, strict=True))
    span = binomtest(right, len(topics)).proportion_ci(method="wilson")
    luck = int(binom.ppf(0.975, len(topics), 1 / len(set(topics))))
    return Verdict(guesses, right, len(topics), float(span.low), float(span.high), luck)
