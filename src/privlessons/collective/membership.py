"""A classifier trained with and without noise, and the attack that asks how sure it is of somebody.

The attack says "was in the training data" where the model is surer of the true answer than a bar that was
set on other people (Yeom et al., 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

EPSILONS = (0.5, 2.0, 10.0, 50.0)
FEATURES = ("sex", "district", "occupation", "home", "hobby", "pet", "household_role")
OVER = 45
REPEATS = 5
EACH = 300
"""People who are in, as many who are not, and as many to test accuracy on."""
PLAIN = 1e3
"""How freely the classifier may fit its people (scikit-learn's C); large: with hardly any restraint."""


@dataclass(frozen=True)
class Judged:
    """A classifier: ``epsilon`` (None for plain), shares of right answers, and of right attacks at even odds.

    ``known`` is the share right on the people it learned from, ``right`` on people whom it never saw.
    """

    epsilon: float | None
    known: float
    right: float
    attack: float


@dataclass(frozen=True)
class People:
    """Features (n, k) and answers (n,) of three groups: in the training data, outside, and for the exam."""

    inside: tuple
    outside: tuple
    exam: tuple


def encode(people):
    """Return features of adults, each row of length one (zeros and equal numbers), and who is over 45."""
    import numpy as np

    adults = people[people["age"] >= 18]
    parts = []
    for name in FEATURES:
        words = adults[name].to_numpy(dtype=str)
        parts.append((words[:, None] == np.unique(words)).astype(float))
    rows = np.column_stack(parts)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True), (adults["age"] >= OVER).to_numpy()


def divide(rows, answers, rng, each: int = EACH) -> People:
    """Return people drawn into three groups of ``each``."""
    order = rng.permutation(len(rows))
    groups = [order[n * each : (n + 1) * each] for n in range(3)]
    return People(*((rows[group], answers[group]) for group in groups))


def judge(people: People, epsilon: float | None, rng) -> Judged:
    """Return how well a classifier does that learned from those inside, and the attack on it."""
    from sklearn.linear_model import LogisticRegression

    from privlessons import dp

    if epsilon is None:
        model = LogisticRegression(C=PLAIN, max_iter=2000)
    else:
        model = dp.classifier(epsilon, 1.0, rng)
    model.fit(*people.inside)
    return Judged(
        epsilon,
        float(model.score(*people.inside)),
        float(model.score(*people.exam)),
        attack(sureness(model, *people.inside), sureness(model, *people.outside), rng),
    )


def judge_all(rows, answers, rng) -> Iterator[tuple[float, tuple[Judged, ...] | None]]:
    """Yield (share done, None), and at last the plain classifier and one for each epsilon.

    Each is the mean of several drawings of who is in, since one attack alone is much up to chance.
    """
    kinds = (None, *EPSILONS)
    found = {epsilon: [] for epsilon in kinds}
    for repeat in range(REPEATS):
        people = divide(rows, answers, rng)
        for number, epsilon in enumerate(kinds):
            found[epsilon].append(judge(people, epsilon, rng))
            yield (repeat + number / len(kinds)) / REPEATS, None
    yield 1.0, tuple(average(runs) for runs in found.values())


def average(runs: Sequence[Judged]) -> Judged:
    """Return the mean of several runs of one kind."""
    shares = [sum(getattr(one, name) for one in runs) / len(runs) for name in ("known", "right", "attack")]
    return Judged(runs[0].epsilon, *shares)


def sureness(model, rows, answers):
    """Return the chance that a model gives to each true answer."""
    import numpy as np

    chance = model.predict_proba(rows)
    return chance[np.arange(len(rows)), np.searchsorted(model.classes_, answers)]


def attack(inside, outside, rng) -> float:
    """Return how often "surer than the bar" tells rightly who was in, at even odds.

    The bar is the best one for half of the people, drawn by ``rng``; the other half counts.
    """
    import numpy as np

    inside, outside = rng.permutation(inside), rng.permutation(outside)
    half = len(inside) // 2
    bars = np.concatenate([inside[:half], outside[:half], [2.0]])
    gain = [(inside[:half] >= bar).mean() + (outside[:half] < bar).mean() for bar in bars]
    bar = bars[int(np.argmax(gain))]
    return float(((inside[half:] >= bar).mean() + (outside[half:] < bar).mean()) / 2)
