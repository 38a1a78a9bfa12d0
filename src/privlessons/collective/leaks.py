"""What one update tells: which words were typed, and which came after which.

In a text model each word has a row of its own, and a phone changes only the rows of the words that it saw.
Attacks of this kind recovered typed words and their order from the model of a real keyboard (Suliman and
Leith, 2023). Nothing here looks at the messages; `score` does, for counting.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from privlessons.collective.messages import END, START
from privlessons.collective.phones import WIDE

MARKS = len((START, END))
"""The first rows stand for a message's start and end, which everybody types."""

ALARM = 0.01
"""How often noise alone may make a word look typed."""


@dataclass(frozen=True)
class Score:
    """Words that were named (numbers): rightly (``hits``), wrongly (``alarms``), and the ones not found."""

    hits: frozenset[int]
    alarms: frozenset[int]
    missed: frozenset[int]


def lengths(update):
    """Return how far each word's row moved, an array with a number a word."""
    import numpy as np

    return np.linalg.norm(update[:, :WIDE], axis=1)


def typed_words(update, noise: float = 0.0) -> frozenset[int]:
    """Return the words whose rows moved further than noise alone moves them, 99 times in 100.

    ``noise`` is the spread of the normal noise in each number of the update; with 0 any move tells.
    """
    import numpy as np
    from scipy.stats import chi

    bar = noise * chi.ppf(1 - ALARM, WIDE) if noise else 0.0
    return frozenset(int(word) for word in np.flatnonzero(lengths(update) > bar) if word >= MARKS)


def longest(update, count: int) -> frozenset[int]:
    """Return the ``count`` words whose rows moved furthest: what is left to try where all rows moved."""
    import numpy as np

    order = np.argsort(-lengths(update)[MARKS:], kind="stable") + MARKS
    return frozenset(int(word) for word in order[:count])


def score(named: Collection[int], typed: Collection[int]) -> Score:
    """Return what naming words was worth. ``typed`` is the truth."""
    named, typed = frozenset(named), frozenset(typed)
    return Score(named & typed, named - typed, typed - named)


def luck(named: int, typed: int, words: int) -> float:
    """Return how many of ``named`` words are typed ones if they are drawn blindly from all ``words``."""
    return named * typed / words


def pairs(model, update, found: Collection[int], most: int = 12) -> list[tuple[int, int]]:
    """Return the surest pairs of words (this one, then that one) that the update speaks for.

    For each found word: which found word became much likelier after it than before? Surest first.
    """
    import numpy as np

    words = np.array(sorted(found))

    def raised(numbers):
        return numbers[words, :WIDE] @ numbers[words, 2 * WIDE : 3 * WIDE].T

    gain = raised(model + update) - raised(model)
    best = gain.argmax(1)
    surest = np.argsort(-gain[np.arange(len(words)), best])[:most]
    return [(int(words[i]), int(words[best[i]])) for i in surest]
