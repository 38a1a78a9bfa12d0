"""Noise for what many phones send together, and the accuracy that it costs (McMahan et al., 2018).

Each update is shortened to a fixed length, so that no phone can move the sum further. Then normal noise goes
on top of the sum. Noise of ``strength`` 1 has, in each number, the spread of one whole phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from privlessons.collective import leaks
from privlessons.collective import phones as learning
from privlessons.collective.crowd import ROUNDS, SEED, Crowd

LONGEST = 5.0
"""How long an update may be: the root of the sum of its squares."""
STRENGTHS = (0.0, 0.02, 0.5, 2.0, 5.0, 10.0)
CROWDS = (50, 500, 5000)


@dataclass(frozen=True)
class Trained:
    """A model trained with noise: its share right, and what an attack on the first noisy sum was worth.

    ``mine`` are the words that only Mika typed, as found in the sum; ``alarms`` words that nobody typed.
    """

    strength: float
    crowd: int
    right: float
    mine: int
    of: int
    alarms: int


def shorten(update, longest: float = LONGEST):
    """Return an update that is at most ``longest`` long, in the same direction."""
    import numpy as np

    length = float(np.linalg.norm(update))
    return update * min(1.0, longest / length) if length else update


def noisy_sum(updates: Sequence, strength: float, crowd: int, rng):
    """Return the sum of shortened updates of ``crowd`` phones, with noise.

    The first phone is Mika's and counts once. Each other one stands for as many as it takes to make the
    crowd: a stand-in for phones on which others type much the same.
    """
    short = [shorten(update) for update in updates]
    each = (crowd - 1) / (len(short) - 1)
    total = short[0] + each * sum(short[1:])
    if strength:
        total = total + rng.normal(0, strength * LONGEST, total.shape)
    return total


def train(crowd: Crowd, strength: float, size: int) -> Iterator[tuple[float, Trained | None]]:
    """Yield (share done, None) while it trains, and at last what came of it."""
    import numpy as np

    rng = np.random.default_rng((SEED, round(1000 * strength), size))
    sums = []

    def combine(updates):
        sums.append(noisy_sum(updates, strength, size, rng))
        return (sums[-1] / size).astype(np.float32)

    steps = learning.rounds(crowd.model, crowd.typed, rng, ROUNDS, combine)
    for done, last in steps:
        model = last
        yield done, None
    named = leaks.typed_words(sums[0], strength * LONGEST)
    mine = crowd.only_of(0)
    found = leaks.score(named, crowd.by_anybody())
    yield 1.0, Trained(strength, size, crowd.right(model), len(named & mine), len(mine), len(found.alarms))


def best_guess(strength: float) -> float:
    """Return how often the best guesser tells rightly whether one phone took part, at even odds.

    It knows all other updates and sees all noisy sums (Dong, Roth and Su, 2022).
    """
    from scipy.stats import norm

    return float(norm.cdf(sqrt(ROUNDS) / (2 * strength))) if strength else 1.0
