"""A small machine that learns to draw sprites, square by square, from sprites alone.

It guesses the next square from those that it has drawn already: nearby ones, the ones across the middle
line, which colours were used so far, and where it is. A network of two layers gives each of the 33 colours
a chance; one is drawn by lot, and on it goes, from the top left to the bottom right. Drawing pictures this
way, one value after the other with the chances of each given by a network, follows van den Oord,
Kalchbrenner and Kavukcuoglu ("Pixel recurrent neural networks", 2016), at a toy's size. Nobody tells it to
keep a picture, and no picture is stored in it: it holds the same number of weights whatever it learned from.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from privlessons.sprites_canvas import COLOURS, SIDE

SQUARES = SIDE * SIDE
STEPS, BATCH, RATE, HIDDEN, CODE = 700, 1024, 0.01, 128, 10
WARMTH = 0.9  # below 1, unlikely colours are drawn a little less often than the machine believes
_OUTSIDE = SQUARES  # a square that is off the sheet, or not drawn yet
# Which squares it looks at, as (rows up, columns right): nearer rows are seen wider.
_NEAR = (
    *((0, x) for x in range(-4, 0)),
    *((1, x) for x in range(-4, 5)),
    *((2, x) for x in range(-2, 3)),
    *((3, x) for x in range(-1, 2)),
    (4, 0),
)


class Part(NamedTuple):
    """Something that is done in parts: ``share`` (0 to 1) is done; ``made`` is the result, at the end."""

    share: float
    made: object = None


@dataclass(frozen=True)
class Model:
    """What was learned: ``codes`` stand for the colours, ``weights`` are of three layers (numpy float32)."""

    codes: object
    weights: tuple

    @property
    def size(self) -> int:
        """How many numbers it was free to learn."""
        return sum(w.size for w in self.weights)


@cache
def _looks():
    """Return for each square which squares it is guessed from: 256 x 28 places, `_OUTSIDE` for none."""
    import numpy as np

    def place(y, x, here):
        at = y * SIDE + x
        return at if y >= 0 and 0 <= x < SIDE and at < here else _OUTSIDE

    return np.array(
        [
            [place(y - up, x + right, y * SIDE + x) for up, right in _NEAR]
            + [place(y, SIDE - 1 - x + near, y * SIDE + x) for near in (-1, 0, 1)]
            for y in range(SIDE)
            for x in range(SIDE)
        ],
        np.int16,
    )


@cache
def _where():
    """Return for each square its row and its column, each as sixteen noughts and a one (256 x 32)."""
    import numpy as np

    one = np.eye(SIDE, dtype=np.float32)
    return np.hstack([np.repeat(one, SIDE, 0), np.tile(one, (SIDE, 1))])


@contextmanager
def _one_thread():
    """Keep numpy to one thread: on matrices this small, more threads wait for each other."""
    with _threads().limit(limits=1, user_api="blas"):
        yield


@cache
def _threads():
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _seen(codes, squares, at, used):
    """Return what the network is given: the codes of the squares looked at, the place, the colours used."""
    import numpy as np

    return np.concatenate([codes[squares].reshape(len(squares), -1), _where()[at], used], 1)


def _layers(weights, seen):
    import numpy as np

    w1, b1, w2, b2, w3, b3 = weights
    first = np.maximum(seen @ w1 + b1, 0)
    second = np.maximum(first @ w2 + b2, 0)
    return first, second, second @ w3 + b3


def _slopes(weights, seen, right):
    """Return how the mean surprise (cross-entropy) at the ``right`` colours changes with each weight."""
    import numpy as np

    _, _, w2, _, w3, _ = weights
    first, second, score = _layers(weights, seen)
    chance = np.exp(score - score.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    chance[np.arange(len(right)), right] -= 1
    chance /= len(right)
    back = (chance @ w3.T) * (second > 0)
    far = (back @ w2.T) * (first > 0)
    return seen.T @ far, far.sum(0), first.T @ back, back.sum(0), second.T @ chance, chance.sum(0)


def _fresh(rng):
    import numpy as np

    codes = rng.normal(size=(COLOURS + 1, CODE)).astype(np.float32)  # the last one stands for `_OUTSIDE`
    codes *= 1.5 / np.linalg.norm(codes, axis=1, keepdims=True)
    wide = [_looks().shape[1] * CODE + 2 * SIDE + COLOURS, HIDDEN, HIDDEN, COLOURS]
    weights = []
    for before, after in pairwise(wide):
        weights.append((rng.normal(size=(before, after)) * (1.6 / before) ** 0.5).astype(np.float32))
        weights.append(np.zeros(after, np.float32))
    return codes, tuple(weights)


def _move(weight, slope, pull, size, rate: float, step: int) -> None:
    """Move a weight against its slope, in place, by Adam (Kingma and Ba, 2015)."""
    import numpy as np

    pull += 0.1 * (slope - pull)
    size += 0.01 * (slope * slope - size)
    weight -= rate * (pull / (1 - 0.9**step)) / (np.sqrt(size / (1 - 0.99**step)) + 1e-8)


def learning(pictures, often, rng, steps: int = STEPS) -> Iterator[Part]:
    """Learn from pictures in parts, so that a page can show how far it is; the last part holds the `Model`.

    ``pictures`` is a table of n rows x 256 places in `PALETTE`, ``often`` how often each one stands in
    the training set (n numbers, 0 for never), ``rng`` a numpy generator. Every machine gets the same
    number of ``steps``, however many pictures there are.
    """
    import numpy as np

    pictures, often = np.asarray(pictures, np.uint8), np.asarray(often, float)
    codes, weights = _fresh(rng)
    wide = np.hstack([pictures, np.full((len(pictures), 1), COLOURS, np.uint8)])
    painted = np.eye(COLOURS, dtype=np.float32)[pictures]
    used = np.zeros_like(painted)
    used[:, 1:] = np.maximum.accumulate(painted, 1)[:, :-1]
    pull, size = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for step in range(1, steps + 1):
        with _one_thread():
            which = rng.choice(len(pictures), BATCH, p=often / often.sum())
            at = rng.integers(0, SQUARES, BATCH)
            seen = _seen(codes, wide[which[:, None], _looks()[at]], at, used[which, at])
            slopes = _slopes(weights, seen, pictures[which, at])
        rate = RATE * min(1, 2 * (1 - step / steps) + 0.02)
        for moments in zip(weights, slopes, pull, size, strict=True):
            _move(*moments, rate, step)
        if step % 10 == 0 or step == steps:
            yield Part(step / steps, Model(codes, weights) if step == steps else None)


def learn(pictures, often, rng, steps: int = STEPS) -> Model:
    """Learn from pictures in one go (see `learning`)."""
    *_, last = learning(pictures, often, rng, steps)
    return last.made


def drawing(model: Model, count: int, rng) -> Iterator[Part]:
    """Draw ``count`` new sprites, a row of squares at a time; the last part holds them, count x 256."""
    import numpy as np

    wide = np.full((count, SQUARES + 1), COLOURS, np.uint8)
    used = np.zeros((count, COLOURS), np.float32)
    everyone, looks = np.arange(count), _looks()
    for at in range(SQUARES):
        with _one_thread():
            seen = _seen(model.codes, wide[:, looks[at]], np.full(count, at), used)
            score = _layers(model.weights, seen)[2] / WARMTH
        # The highest of score + Gumbel noise is a draw with the chances that the scores stand for.
        drawn = (score + rng.gumbel(size=score.shape)).argmax(1)
        wide[:, at] = drawn
        used[everyone, drawn] = 1
        if at % SIDE == SIDE - 1:
            last = at == SQUARES - 1
            yield Part((at + 1) / SQUARES, wide[:, :SQUARES].copy() if last else None)


def draw(model: Model, count: int, rng):
    """Draw ``count`` new sprites in one go (see `drawing`)."""
    *_, last = drawing(model, count, rng)
    return last.made
