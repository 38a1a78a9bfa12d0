"""Masks that cancel: a company gets the sum of all updates, and no single one (Bonawitz et al., 2017).

Each pair of phones shares a secret seed. From it both make the same random numbers; one adds them to its
update, the other takes them away. In the sum they are gone. All is counted in whole numbers that start again
at zero after 2^32, as on a clock: so a masked number may be any number, whatever is under it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

SCALE = 2**20
"""Whole steps to one. Updates of many phones must sum to less than 2^31 of these."""


@dataclass(frozen=True)
class Sent:
    """What arrives at the company: a phone's number -> its masked update, and who did not send any more."""

    masked: Mapping[int, object]
    gone: frozenset[int]


def whole(update):
    """Return an update in whole steps on the clock of 2^32 numbers (uint32)."""
    import numpy as np

    return np.round(np.asarray(update, np.float64) * SCALE).astype(np.int64).astype(np.uint32)


def plain(steps):
    """Return what whole steps on the clock stand for, as numbers around zero."""
    import numpy as np

    return np.asarray(steps, np.uint32).astype(np.int32) / SCALE


def agree(phones: int, rng) -> dict[tuple[int, int], int]:
    """Return a secret seed for each pair of phones. Here the page draws them.

    Real phones agree on theirs so that the company, which passes the letters on, can't read them.
    """
    return {(a, b): int(rng.integers(2**63)) for b in range(phones) for a in range(b)}


def noise(seed: int, shape):
    """Return the random numbers that two phones make from their seed, on the clock."""
    import numpy as np

    return np.random.default_rng(seed).integers(0, 2**32, shape, dtype=np.uint32)


def send(updates, seeds: Mapping[tuple[int, int], int]) -> Sent:
    """Return what arrives if all phones mask their updates."""
    steps = [whole(update) for update in updates]
    for (first, second), seed in seeds.items():
        shared = noise(seed, steps[first].shape)
        steps[first] += shared
        steps[second] -= shared
    return Sent(dict(enumerate(steps)), frozenset())


def lose(sent: Sent, gone: Collection[int]) -> Sent:
    """Return what arrives if the phones in ``gone`` lose the connection before they send."""
    return Sent({n: steps for n, steps in sent.masked.items() if n not in gone}, frozenset(gone))


def add_up(sent: Sent, revealed: Mapping[tuple[int, int], int] | None = None):
    """Return the sum of what arrived, as plain numbers.

    ``revealed`` are the seeds of pairs with a phone that is gone, which the others tell the company: without
    them its masks stay in the sum, and the sum is rubbish.
    """
    import numpy as np

    total = np.zeros_like(next(iter(sent.masked.values())))
    for steps in sent.masked.values():
        total += steps
    for (first, second), seed in (revealed or {}).items():
        shared = noise(seed, total.shape)
        if first in sent.gone and second in sent.masked:
            total += shared
        elif second in sent.gone and first in sent.masked:
            total -= shared
    return plain(total)


def seeds_with(gone: Collection[int], seeds: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Return the seeds that phones which are still there share with those that are gone."""
    return {pair: seed for pair, seed in seeds.items() if (pair[0] in gone) != (pair[1] in gone)}
