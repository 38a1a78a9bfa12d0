"""An audit: run a mechanism on two neighbouring tables many times, hold what is seen against the promise.

Epsilon promises: no result is more than e^epsilon times as likely on one table as on its neighbour. The
runs are split. On the first half the result that tells the tables apart best is picked; on the second half
its two chances are bounded (Clopper and Pearson, 1934). Only if even the cautious ratio of the two is above
the promise, the mechanism is said to break it. So a sound one fails at most once in 1 / ``ERROR`` audits. The
idea is that of Ding et al. (2018) and Jagielski et al. (2020). It can catch a broken promise; it can never
prove a kept one, since a result that was not looked at may be worse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import exp, log

from privlessons import dp
from privlessons.noise_checks import check_epsilon
from privlessons.noise_releases import Question, ask_middle, draw
from privlessons.records import PlainError

RUNS, ERROR = 100_000, 0.001
BATCH = 5_000
PLAIN = tuple(range(30, 50))
"""Ages of twenty people. In the neighbouring table one of them is another person, of `OTHER` years."""
OTHER, AGES = 90, (0.0, 120.0)


@dataclass(frozen=True, slots=True)
class Audit:
    """What was seen. ``at_least`` is the cautious epsilon; ``event`` says which result it rests on.

    ``in_first`` and ``in_second`` are how often that result came, of ``runs`` in each table.
    """

    claimed: float
    at_least: float
    event: str
    in_first: int
    in_second: int
    runs: int
    error: float = ERROR

    @property
    def broken(self) -> bool:
        """Whether the promise is broken for certain, but for one audit in 1 / ``error``."""
        return self.at_least > self.claimed

    @property
    def ratio(self) -> float:
        """How many times as often it was seen on one table as on the other; no end if never on the other."""
        few, many = sorted((self.in_first, self.in_second))
        return many / few if few else float("inf")

    @property
    def promised(self) -> float:
        """The most that the ratio may be."""
        return exp(self.claimed)


def judge(first, second, claimed: float, error: float = ERROR) -> Audit:
    """Audit the results of equally many runs on two neighbouring tables, two arrays of numbers."""
    import numpy as np

    claimed = check_epsilon(claimed)
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if len(first) != len(second) or len(first) < 100:
        raise PlainError("An audit needs equally many runs on both tables, 100 at least.")
    half = len(first) // 2
    edges = np.unique(np.quantile(np.concatenate((first[:half], second[:half])), np.linspace(0, 1, 101)))
    best, event = -1.0, None
    for above in (False, True):
        for edge in edges:
            counts = [_seen(side[:half], edge, above=above) for side in (first, second)]
            found = _cautious(max(counts), min(counts), half, error)
            if found > best:
                best, event = found, (edge, above, counts[0] >= counts[1])
    edge, above, first_more = event
    one, two = (_seen(side[half:], edge, above=above) for side in (first, second))
    more, less = (one, two) if first_more else (two, one)
    rest = len(first) - half
    words = f"{'at least' if above else 'at most'} {edge:.4g}"
    return Audit(claimed, max(0.0, _cautious(more, less, rest, error)), words, one, two, rest, error)


def _seen(results, edge: float, *, above: bool) -> int:
    return int(((results >= edge) if above else (results <= edge)).sum())


def _cautious(more: int, less: int, runs: int, error: float) -> float:
    """Return a cautious epsilon from two counts of ``runs``: the true one is lower once in 1 / ``error``."""
    from scipy.stats import beta

    if not more:
        return 0.0
    low = beta.ppf(error / 2, more, runs - more + 1)
    high = 1.0 if less == runs else beta.ppf(1 - error / 2, less + 1, runs - less)
    return log(low / high)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism that claims ``epsilon``. ``make(table, rng)`` gives a function that draws n results."""

    name: str
    words: str
    epsilon: float
    make: Callable
    fault: str = ""


def run(
    mechanism: Mechanism, rng, runs: int = RUNS, batch: int = BATCH
) -> Iterator[tuple[float, Audit | None]]:
    """Audit a mechanism in steps: yields the share done and None, at the end 1 and the audit."""
    import numpy as np

    asked = [mechanism.make(table, rng) for table in (0, 1)]
    seen: list[list] = [[], []]
    for at in range(0, runs, batch):
        for side, ask in zip(seen, asked, strict=True):
            side.append(ask(min(batch, runs - at)))
        yield min(1.0, (at + batch) / runs) * 0.99, None
    yield 1.0, judge(*map(np.concatenate, seen), mechanism.epsilon)


def _table(which: int) -> tuple[int, ...]:
    return (*PLAIN[:-1], OTHER) if which else PLAIN


def _ask(noisy, value):
    """Ask one mechanism of diffprivlib, made once, again and again."""
    import numpy as np

    return lambda n: np.array([noisy.randomise(value) for _ in range(n)], dtype=float)


def _counts(epsilon: float):
    return lambda which, rng: _ask(dp.geometric(epsilon, rng), len(PLAIN) + which)


def _laplace_counts(epsilon: float):
    return lambda which, rng: _ask(dp.laplace(epsilon, 1, rng), len(PLAIN) + which)


def _averages(epsilon: float):
    def make(which, rng):
        ages = _table(which)
        return _ask(dp.averager(epsilon, len(ages), AGES, rng), sum(ages) / len(ages))

    return make


def _middles(epsilon: float):
    def make(which, rng):
        question = ask_middle(_table(which), AGES)
        return lambda n: draw(question, epsilon, rng, n)

    return make


def _same_seed(epsilon: float):
    """Draw the noise once and use it for ever, as a program does whose seed never changes."""

    def make(which, rng):
        import numpy as np

        noise = dp.laplace(epsilon, 1, np.random.default_rng(7)).randomise(0)
        return lambda n: np.full(n, len(PLAIN) + which + noise)

    return make


def _own_range(epsilon: float):
    """Take the bounds from the rows themselves, as a program does that was not given any."""

    def make(which, rng):
        ages = _table(which)
        question = Question("average", sum(ages) / len(ages), len(ages), min(ages), max(ages))
        return lambda n: draw(question, epsilon, rng, n)

    return make


def sound(epsilon: float = 1.0) -> tuple[Mechanism, ...]:
    """Return the mechanisms that this lesson uses, each with the promise it makes."""
    return (
        Mechanism("count", "A noisy count", epsilon, _counts(epsilon)),
        Mechanism("laplace", "A noisy count, with Laplace noise", epsilon, _laplace_counts(epsilon)),
        Mechanism("average", "A noisy average", epsilon, _averages(epsilon)),
        Mechanism("middle", "A noisy middle", epsilon, _middles(epsilon)),
    )


def broken(epsilon: float = 1.0) -> tuple[Mechanism, ...]:
    """Return three that break their promise, with what is wrong in them."""
    return (
        Mechanism("small", "Noisy count A", epsilon, _counts(2 * epsilon), "Its noise is too small by half."),
        Mechanism(
            "seed", "Noisy count B", epsilon, _same_seed(epsilon), "It uses the same noise every time."
        ),
        Mechanism(
            "range",
            "Noisy average C",
            epsilon,
            _own_range(epsilon),
            "It takes the lowest and the highest value from the rows themselves.",
        ),
    )
