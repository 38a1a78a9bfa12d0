"""The budget: the same question again and again, what the answers add up to, and who pays for the noise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, sqrt

from privlessons import dp
from privlessons.noise_checks import check_epsilon
from privlessons.noise_releases import DRAWS, ask_count, draw


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row of questions gave so far. ``mean`` and ``margin`` are of all answers; None before the first.

    In about 95 of 100 such rows the true value lies within ``margin`` of ``mean``, as far as the noise goes.
    ``refused`` counts questions that the accountant did not let through.
    """

    answers: tuple[int, ...]
    spent: float
    budget: float | None
    mean: float | None
    margin: float | None
    refused: int

    def rules_out(self, value: float) -> bool:
        """Return whether a value lies outside the margin, so that the answers speak against it."""
        return self.mean is not None and abs(self.mean - value) > self.margin


@dataclass
class Budget:
    """A question about one table that can be asked again, with or without an accountant.

    ``answers`` is an array of bools: who counts. Each answer costs ``epsilon``; ``budget`` is what all may
    cost together, or None for no accountant.
    """

    who: object
    epsilon: float
    budget: float | None = None
    rng: object = None
    given: list[int] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self):
        self.epsilon = check_epsilon(self.epsilon)
        self._mechanism = dp.geometric(self.epsilon, self.rng)
        self._true = int(sum(map(bool, self.who)))
        self._keeper = None if self.budget is None else dp.accountant(self.budget)

    def ask(self, times: int = 1) -> Asked:
        """Ask ``times`` more, as long as the accountant allows, and return what is known now."""
        for _ in range(times):
            if self._keeper is not None:
                if not dp.can_spend(self._keeper, self.epsilon):
                    self.refused += 1
                    continue
                self._keeper.spend(self.epsilon, 0)
            self.given.append(int(self._mechanism.randomise(self._true)))
        return self.known

    @property
    def known(self) -> Asked:
        """What all answers so far tell together."""
        import numpy as np

        asked = len(self.given)
        mean = float(np.mean(self.given)) if asked else None
        margin = 1.96 * spread(self.epsilon) / asked**0.5 if asked else None
        return Asked(tuple(self.given), asked * self.epsilon, self.budget, mean, margin, self.refused)


def spread(epsilon: float) -> float:
    """Return the standard deviation of geometric noise at sensitivity 1."""
    kept = exp(-check_epsilon(epsilon))
    return sqrt(2 * kept) / (1 - kept)


@dataclass(frozen=True, slots=True)
class Sum:
    """What ``times`` answers at ``each`` cost: added up, and by advanced composition with a slack."""

    times: int
    each: float
    added: float
    advanced: float
    slack: float


def sums(each: float, times: int, slack: float = 1e-6) -> Sum:
    """Return both totals, as diffprivlib's accountant counts them."""
    spent = [check_epsilon(each)] * times
    return Sum(times, each, dp.total(spent)[0], dp.total(spent, slack)[0], slack)


@dataclass(frozen=True, slots=True)
class GroupError:
    """How exact a noisy count of one group is: half of the answers are within ``off`` of ``true``."""

    name: str
    people: int
    true: int
    off: float
    wild: float

    @property
    def share(self) -> float:
        """``wild`` as a share of the true count; no end if nobody is counted."""
        return self.wild / self.true if self.true else float("inf")


def group_errors(
    groups: Mapping[str, object], epsilon: float, rng, draws: int = DRAWS
) -> tuple[GroupError, ...]:
    """Return the error of a noisy count for each group, given as an array of bools: who is counted.

    ``wild`` is how far off the answer is in one of ten runs, at least. Drawn from numpy at the same scale.
    """
    import numpy as np

    found = []
    for name, answers in groups.items():
        question = ask_count(answers)
        off = np.abs(draw(question, epsilon, rng, draws) - question.true)
        found.append(
            GroupError(
                name, question.rows, question.true, float(np.median(off)), float(np.quantile(off, 0.9))
            )
        )
    return tuple(found)
