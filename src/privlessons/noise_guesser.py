"""Was she in the data? Membership inference as a game: rounds, score, luck, best guesser, bound.

In each round a noisy count is given. The guesser knows the count of everybody else, so the question is only
whether the true count is that or one more. At epsilon 1 nobody can be right more often than 73.1 %; against
Laplace noise the best there is reaches 69.7 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, expm1

from privlessons.noise_checks import check_epsilon
from privlessons.records import PlainError

ROUNDS = 20
BOTH_BASES = (0.5, 0.01)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: whether she was in, and the noisy answer (or the average of ``times`` noisy answers)."""

    inside: bool
    answer: float


@dataclass(frozen=True, slots=True)
class Score:
    """What guesses were worth. ``hits``: said in, and she was. ``alarms``: said in, and she was not."""

    rounds: int
    right: int
    hits: int
    inside: int
    alarms: int
    outside: int


def make_rounds(others: int, epsilon: float, rng, rounds: int = ROUNDS, noise=None) -> list[Round]:
    """Return rounds in which a fair coin decides whether she is in.

    ``others`` is the count without her. ``noise(value)`` gives a noisy value (such as ``randomise`` of
    `dp.laplace`); without it the noise is drawn from numpy at the same scale.
    """
    epsilon = check_epsilon(epsilon)
    if noise is None:

        def noise(value):
            return value + rng.laplace(0, 1 / epsilon)

    return [Round(bool(inside), float(noise(others + bool(inside)))) for inside in rng.integers(0, 2, rounds)]


def best_guess(answer: float, others: int) -> bool:
    """Return what the best guesser says to one answer: in, if it lies nearer to the count with her."""
    return answer > others + 0.5


def score(rounds: Sequence[Round], guesses: Sequence[bool]) -> Score:
    """Return what guesses were worth, one for each round."""
    if len(rounds) != len(guesses):
        raise PlainError("There must be one guess for each round.")
    pairs = [(r.inside, bool(g)) for r, g in zip(rounds, guesses, strict=True)]
    inside = sum(i for i, _ in pairs)
    return Score(
        len(pairs),
        sum(i == g for i, g in pairs),
        sum(i and g for i, g in pairs),
        inside,
        sum(g and not i for i, g in pairs),
        len(pairs) - inside,
    )


def luck_band(rounds: int = ROUNDS, share: float = 0.95) -> tuple[int, int]:
    """Return the fewest and the most right guesses that luck gives in at least ``share`` of games."""
    from scipy.stats import binom

    low, high = binom.interval(share, rounds, 0.5)
    return int(low), int(high)


def best_share(epsilon: float, noise: str = "laplace") -> float:
    """Return how often the best guesser is right, from one answer, at a base rate of one half.

    ``noise`` is "laplace" or "geometric". Geometric noise lets a guesser reach the `bound` exactly.
    """
    epsilon = check_epsilon(epsilon)
    return bound(epsilon) if noise == "geometric" else 0.5 - 0.5 * expm1(-epsilon / 2)


def bound(epsilon: float, times: int = 1) -> float:
    """Return how often anybody can be right at most, whatever the mechanism, after ``times`` answers."""
    return 1 / (1 + exp(-check_epsilon(epsilon) * times))


def best_after(times: int, epsilon: float, rng, games: int = 10_000) -> float:
    """Return the share that the best guesser gets right who hears ``times`` fresh answers each game.

    Simulated: it weighs how likely all answers are with her and without (Neyman and Pearson, 1933).
    """
    epsilon = check_epsilon(epsilon)
    if times < 1:
        raise PlainError("There must be one answer at least.")
    inside = rng.integers(0, 2, games)
    answers = inside[:, None] + rng.laplace(0, 1 / epsilon, (games, times))
    evidence = (abs(answers) - abs(answers - 1)).sum(axis=1)
    return float(((evidence > 0) == inside).mean())


def really_in(hit_rate: float, alarm_rate: float, base: float) -> float:
    """Return the share of those named “in” who are, if a share ``base`` of all people is in.

    ``hit_rate``: how often somebody who is in gets named; ``alarm_rate``: somebody who is not. With nobody
    named the answer is 0.
    """
    named = base * hit_rate + (1 - base) * alarm_rate
    return base * hit_rate / named if named else 0.0


def best_rates(epsilon: float) -> tuple[float, float]:
    """Return how often the best guesser names somebody who is in, and somebody who is not."""
    share = best_share(epsilon)
    return share, 1 - share
