"""Learning on many phones without collecting their messages: federated averaging (McMahan et al., 2017).

A word is a row of a few numbers; the rows of the last two words, side by side, times a table give a score
for each word that could come next. A phone nudges a copy of the model with its own messages, and sends back
only how its numbers changed: its update. The company adds up the updates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

WIDE, RATE, BATCH, PASSES = 12, 2.0, 16, 2


def new_model(words: int, rng):
    """Return an untrained model, an array (words, 3 x 12 + 1).

    In each row: 12 numbers for what its word means when it was typed, then 25 for what leads to it.
    """
    import numpy as np

    model = rng.normal(0, 0.3, (words, 3 * WIDE + 1)).astype(np.float32)
    model[:, -1] = 0
    return model


def chances(model, before):
    """Return what the model sees of ``before``, (n, 2) words, and each next word's chance, (n, words)."""
    import numpy as np

    seen = model[before, :WIDE].reshape(len(before), -1)
    raw = seen @ model[:, WIDE:-1].T + model[:, -1]
    raw = np.exp(raw - raw.max(1, keepdims=True))
    return seen, raw / raw.sum(1, keepdims=True)


def update(model, typed, rng, passes: int = PASSES):
    """Return how a phone's messages change the model: an array like it. ``typed`` is (n, 3) of words."""
    import numpy as np

    mine = model.copy()
    for _ in range(passes):
        for batch in np.array_split(rng.permutation(typed), max(1, len(typed) // BATCH)):
            seen, wrong = chances(mine, before := batch[:, :2])
            wrong[np.arange(len(batch)), batch[:, 2]] -= 1
            wrong *= RATE / len(batch)
            back = (wrong @ mine[:, WIDE:-1]).reshape(-1, WIDE)
            mine[:, WIDE:-1] -= wrong.T @ seen
            mine[:, -1] -= wrong.sum(0)
            np.subtract.at(mine[:, :WIDE], before.ravel(), back)
    return mine - model


def rounds(model, phones: Sequence, rng, times: int, combine: Callable) -> Iterator:
    """Yield (share done, model) after each phone of each round; ``phones`` are arrays of (n, 3).

    ``combine(updates)`` gives the change that the company makes to its model: at its plainest, their mean.
    """
    for turn in range(times):
        updates = []
        for typed in phones:
            yield (turn + len(updates) / len(phones)) / times, model
            updates.append(update(model, typed, rng))
        model = model + combine(updates)
    yield 1.0, model


def mean(updates: Sequence):
    """Return the plain mean of updates."""
    return sum(updates) / len(updates)


def right(model, typed, tries: int = 3) -> float:
    """Return the share of next words that are among the keyboard's ``tries`` suggestions."""
    import numpy as np

    _, chance = chances(model, typed[:, :2])
    best = np.argpartition(-chance, tries, axis=1)[:, :tries]
    return float((best == typed[:, 2:]).any(1).mean())
