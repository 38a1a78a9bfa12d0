"""Noisy answers by the thousand: a question about a column, drawn again and again at any epsilon.

diffprivlib gives the answer that counts (`dp`). For a picture of what chance can do, thousands are drawn
from numpy at the same scale, which is far faster; a test holds the two distributions against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from privlessons.noise_checks import check_bounds, check_epsilon, numbers
from privlessons.records import PlainError

KINDS = ("count", "average", "middle", "histogram")
DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a column. ``true`` is the answer without noise: a number, or one for each bin.

    ``low`` and ``high`` are what an answer lies between: 0 and all rows for counts, else the bounds.
    ``held`` is what the draws need: the sorted values, cut off at the bounds, for the middle; else None.
    """

    kind: str
    true: object
    rows: int
    low: float
    high: float
    edges: tuple[float, ...] = ()
    held: object = None


@dataclass(frozen=True, slots=True)
class Odds:
    """Of how many runs a guesser who knows everybody else would say “in”, from 0 to 1.

    ``exact`` is False where these are the most that epsilon allows, not what this mechanism does.
    """

    if_in: float
    if_out: float
    exact: bool = True


def ask_count(answers) -> Question:
    """Ask how many entries are true. The answer lies between 0 and all rows; empty groups can be counted."""
    import numpy as np

    found = np.asarray(answers, dtype=bool)
    return Question("count", int(found.sum()), len(found), 0, len(found))


def ask_average(values, bounds) -> Question:
    """Ask for the average of a column whose values lie between the ``bounds`` (low, high)."""
    import numpy as np

    found = numbers(values)  # of words no bounds could be asked for
    low, high = check_bounds(*bounds)
    held = np.clip(found, low, high)
    return Question("average", float(held.mean()), len(held), low, high)


def ask_middle(values, bounds) -> Question:
    """Ask for the middle (median) of a column whose values lie between the ``bounds``."""
    import numpy as np

    found = numbers(values)  # of words no bounds could be asked for
    low, high = check_bounds(*bounds)
    held = np.sort(np.clip(found, low, high))
    return Question("middle", float(np.median(held)), len(held), low, high, held=held)


def ask_histogram(values, bounds, bins: int = 10) -> Question:
    """Ask how many values lie in each of ``bins`` equal steps between the ``bounds``."""
    import numpy as np

    found = numbers(values)
    low, high = check_bounds(*bounds)
    if not 1 <= bins <= 100:
        raise PlainError("A histogram has from 1 to 100 steps.")
    counts, edges = np.histogram(found, bins=bins, range=(low, high))
    return Question("histogram", counts, len(found), 0, float("inf"), tuple(map(float, edges)))


def two_sided(epsilon: float, rng, size):
    """Draw whole-number noise of the geometric mechanism at sensitivity 1: an array of ``size``."""
    import numpy as np

    chance = -np.expm1(-epsilon)
    return rng.geometric(chance, size) - rng.geometric(chance, size)


def draw(question: Question, epsilon: float, rng, draws: int = DRAWS):
    """Return ``draws`` noisy answers, each as diffprivlib's tool would give it, as an array.

    For a histogram the array has a row for each draw and a column for each bin.
    """
    import numpy as np

    epsilon = check_epsilon(epsilon)
    if question.kind in ("count", "histogram"):
        true = np.asarray(question.true)
        noisy = true + two_sided(epsilon, rng, (draws, *true.shape))
        return np.clip(noisy, question.low, None if question.high == float("inf") else int(question.high))
    if question.kind == "average":
        scale = (question.high - question.low) / question.rows / epsilon
        return np.clip(question.true + rng.laplace(0, scale, draws), question.low, question.high)
    return _middles(question, epsilon, rng, draws)


def _middles(question: Question, epsilon: float, rng, draws: int):
    """Draw by the exponential mechanism: a gap between two sorted values, then a place in it."""
    import numpy as np

    ends = np.concatenate(([question.low], question.held, [question.high]))
    widths = np.diff(ends)
    off = np.abs(np.arange(len(widths)) - 0.5 * question.rows)  # how many rows from the middle
    weights = np.exp(-epsilon / 2 * (off - off.min())) * widths
    if not weights.sum():  # all that is near the middle has no width: take logarithms
        logs = np.where(widths > 0, -epsilon / 2 * off + np.log(np.where(widths > 0, widths, 1)), -np.inf)
        weights = np.exp(logs - logs.max())
    sums = np.cumsum(weights)
    at = np.minimum(np.searchsorted(sums, rng.random(draws) * sums[-1]), len(widths) - 1)
    return ends[at] + rng.random(draws) * widths[at]


def odds(kind: str, epsilon: float) -> Odds:
    """Return how often a guesser says “in” if a person is in the data, and if not.

    The guesser knows everybody else, and the two possible true answers are as far apart as one person can
    move them. So this is the worst case, from the mechanism's own chances; told as counts of runs it
    is what people understand best (Nanayakkara et al., 2023).
    """
    epsilon = check_epsilon(epsilon)
    if kind == "average":
        return Odds(1 - exp(-epsilon / 2) / 2, exp(-epsilon / 2) / 2)
    if kind in ("count", "histogram"):
        return Odds(1 / (1 + exp(-epsilon)), 1 / (1 + exp(epsilon)))
    return Odds(1 / (1 + exp(-epsilon)), 1 / (1 + exp(epsilon)), exact=False)


def typical_error(question: Question, answers) -> float:
    """Return how far half of the noisy answers stay within, in the question's own units."""
    import numpy as np

    return float(np.median(np.abs(np.asarray(answers) - np.asarray(question.true))))
