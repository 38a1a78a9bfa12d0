"""Differential privacy through IBM's diffprivlib: the one module that imports it.

Importing it takes two seconds and 160 MB, so it happens inside functions, after a click with a sign of
waiting. Chance comes from the operating system unless a numpy ``rng`` is given, which is for tests and for
runs that must repeat. A mechanism that is made once and asked often is fast (10 µs an answer); the tools
make theirs anew each time (100 µs and more). Bounds are never left to the library: it would read them
off the data.
"""

from __future__ import annotations

import sys

from privlessons.noise_checks import check_bounds, check_epsilon, numbers
from privlessons.records import PlainError


def loaded() -> bool:
    """Return whether the library is in memory already, so that nothing has to be waited for."""
    return "diffprivlib" in sys.modules


def _state(rng):
    """Turn a numpy Generator into what the library takes; None stays None: secure chance."""
    import numpy as np

    return None if rng is None else np.random.RandomState(int(rng.integers(2**32)))


def _keeper(accountant):
    """Return the accountant, or a fresh one without a limit: else the library keeps one for everybody."""
    from diffprivlib import BudgetAccountant

    return BudgetAccountant() if accountant is None else accountant


def laplace(epsilon: float, sensitivity: float = 1.0, rng=None):
    """Return the Laplace mechanism (Dwork et al., 2006): ``randomise(value)`` adds noise.

    ``sensitivity`` is how far one person can move the value.
    """
    from diffprivlib.mechanisms import Laplace

    return Laplace(epsilon=check_epsilon(epsilon), sensitivity=sensitivity, random_state=_state(rng))


def geometric(epsilon: float, rng=None):
    """Return the geometric mechanism (Ghosh et al., 2009): whole-number noise for counts."""
    from diffprivlib.mechanisms import Geometric

    return Geometric(epsilon=check_epsilon(epsilon), sensitivity=1, random_state=_state(rng))


def averager(epsilon: float, rows: int, bounds: tuple[float, float], rng=None):
    """Return the mechanism that `mean` uses for ``rows`` values, to be asked often: noise, then cut off."""
    from diffprivlib.mechanisms import LaplaceTruncated

    low, high = check_bounds(*bounds)
    return LaplaceTruncated(
        epsilon=check_epsilon(epsilon),
        sensitivity=(high - low) / rows,
        lower=low,
        upper=high,
        random_state=_state(rng),
    )


def count(answers, epsilon: float, rng=None, accountant=None) -> int:
    """Return a noisy count of the true entries, from 0 to all. Neighbours differ in one row."""
    from diffprivlib.tools import count_nonzero

    options = {"random_state": _state(rng), "accountant": _keeper(accountant)}
    return int(count_nonzero(answers, epsilon=check_epsilon(epsilon), **options))


def mean(values, epsilon: float, bounds: tuple[float, float], rng=None, accountant=None) -> float:
    """Return a noisy average, with values outside the ``bounds`` cut off. Neighbours differ in one row."""
    from diffprivlib.tools import mean as noisy

    options = {"random_state": _state(rng), "accountant": _keeper(accountant)}
    return float(
        noisy(numbers(values), epsilon=check_epsilon(epsilon), bounds=check_bounds(*bounds), **options)
    )


def median(values, epsilon: float, bounds: tuple[float, float], rng=None, accountant=None) -> float:
    """Return a noisy middle by the exponential mechanism (Smith, 2011), between the ``bounds``."""
    from diffprivlib.tools import median as noisy

    options = {"random_state": _state(rng), "accountant": _keeper(accountant)}
    return float(
        noisy(numbers(values), epsilon=check_epsilon(epsilon), bounds=check_bounds(*bounds), **options)
    )


def histogram(values, epsilon: float, bounds: tuple[float, float], bins: int = 10, rng=None, accountant=None):
    """Return noisy counts of values in ``bins`` equal steps between the ``bounds``, as an array.

    Neighbours differ by one row more or less. Values outside the bounds are left out.
    """
    from diffprivlib.tools import histogram as noisy

    options = {"random_state": _state(rng), "accountant": _keeper(accountant)}
    ends = check_bounds(*bounds)
    return noisy(numbers(values), epsilon=check_epsilon(epsilon), bins=bins, range=ends, **options)[0]


def accountant(epsilon: float, delta: float = 0.0, slack: float = 0.0):
    """Return a budget of ``epsilon`` for all answers together; pass it to each of them.

    With a ``slack`` above 0 (at most ``delta``), sums are counted by advanced composition (Kairouz, Oh and
    Viswanath, 2015). It is never made the default: that would count in everything that follows.
    """
    from diffprivlib import BudgetAccountant

    return BudgetAccountant(epsilon=check_epsilon(epsilon), delta=delta, slack=slack)


def can_spend(accountant, epsilon: float) -> bool:
    """Return whether an answer at ``epsilon`` still fits into the budget."""
    from diffprivlib.utils import BudgetError

    try:
        return bool(accountant.check(check_epsilon(epsilon), 0))
    except BudgetError:
        return False


def total(epsilons, slack: float = 0.0) -> tuple[float, float]:
    """Return (epsilon, delta) of all answers together: added up, or with slack by advanced composition."""
    from diffprivlib import BudgetAccountant

    spent = [(check_epsilon(e), 0) for e in epsilons]
    if not 0 <= slack < 1:
        raise PlainError("The slack is a chance, so it lies between 0 and 1.")
    found = BudgetAccountant(slack=slack).total(spent_budget=spent, slack=slack)
    return float(found[0]), float(found[1])


def classifier(epsilon: float, norm: float, rng=None, accountant=None):
    """Return a logistic regression that is trained privately (Chaudhuri et al., 2011).

    ``norm`` is the longest that a row of features may be; longer rows are shortened to it.
    """
    from diffprivlib.models import LogisticRegression

    options = {"random_state": _state(rng), "accountant": _keeper(accountant)}
    return LogisticRegression(epsilon=check_epsilon(epsilon), data_norm=norm, **options)
