"""A small neural network that guesses the next letter: numpy, one hidden layer, trained by Adam.

Each of the last letters becomes a few numbers (its embedding); together they go through one hidden layer to
a chance for every possible next letter (Bengio et al., 2003). Training nudges all numbers a little towards
what came next in the text (Adam: Kingma and Ba, 2015).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

EMBED, HIDDEN = 10, 128
RATE = 5e-3
"""Size of the first nudges; they shrink to nothing towards the end of the training."""


@cache
def _threads():
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread():
    """Return a context in which numpy multiplies on one thread.

    On matrices this small several threads wait for each other; and one thread adds up in one order, so
    that the same seed gives the same model.
    """
    return _threads().limit(limits=1, user_api="blas")


@dataclass(eq=False)
class Net:
    """The network's numbers, float32. ``window`` is how many letters it looks back.

    ``embed`` is (letters, 10), ``hidden`` (window x 10, 128), ``out`` (128, letters).
    """

    window: int
    embed: object
    hidden: object
    hidden_bias: object
    out: object
    out_bias: object
    moments: list = field(default_factory=list, repr=False)
    nudges: int = 0

    @property
    def parts(self) -> tuple:
        """All arrays that are trained."""
        return self.embed, self.hidden, self.hidden_bias, self.out, self.out_bias

    def copy(self) -> Net:
        """Return the network as it is now; training the original leaves the copy alone."""
        return Net(self.window, *(part.copy() for part in self.parts))

    def log_chances(self, before):
        """Return the log chance of each next letter, (n, letters), after ``before``, (n, window) of ints."""
        _, _, raw = self._forward(before)
        return _log_softmax(raw)

    def _forward(self, before):
        import numpy as np

        seen = self.embed[before].reshape(len(before), -1)
        inner = np.tanh(seen @ self.hidden + self.hidden_bias)
        return seen, inner, inner @ self.out + self.out_bias

    def nudge(self, before, after, rate: float) -> float:
        """Train on one batch: ``after`` (n,) are the letters that came next. Return the mean loss in nats."""
        loss, slopes = self.slopes(before, after)
        self._adam(slopes, rate)
        return loss

    def slopes(self, before, after) -> tuple[float, tuple]:
        """Return the mean loss (nats a letter), and how it changes with each number of `parts`."""
        import numpy as np

        seen, inner, raw = self._forward(before)
        logs = _log_softmax(raw)
        rows = np.arange(len(after))
        wrong = np.exp(logs)
        wrong[rows, after] -= 1
        wrong /= len(after)
        back = (wrong @ self.out.T) * (1 - inner * inner)
        to_embed = (back @ self.hidden.T).reshape(-1, self.embed.shape[1])
        letters = before.ravel()
        embed = np.stack(
            [np.bincount(letters, to_embed[:, k], len(self.embed)) for k in range(to_embed.shape[1])], axis=1
        )
        slopes = (
            embed.astype(self.embed.dtype),
            seen.T @ back,
            back.sum(0),
            inner.T @ wrong,
            wrong.sum(0),
        )
        return -float(logs[rows, after].mean()), slopes

    def _adam(self, slopes, rate: float) -> None:
        import numpy as np

        if not self.moments:
            self.moments = [(np.zeros_like(part), np.zeros_like(part)) for part in self.parts]
        self.nudges += 1
        fresh, fresh_squares = 1 - 0.9**self.nudges, 1 - 0.999**self.nudges
        for part, slope, (mean, square) in zip(self.parts, slopes, self.moments, strict=True):
            mean[...] += 0.1 * (slope - mean)
            square[...] += 0.001 * (slope * slope - square)
            part[...] -= rate * (mean / fresh) / (np.sqrt(square / fresh_squares) + 1e-8)


def new_net(letters: int, window: int, rng) -> Net:
    """Return an untrained network with small random numbers from ``rng`` (numpy's Generator)."""
    import numpy as np

    def small(rows, columns, scale):
        return (rng.normal(0, scale, (rows, columns))).astype(np.float32)

    inputs = window * EMBED
    return Net(
        window,
        small(letters, EMBED, 0.5),
        small(inputs, HIDDEN, 1.6 / inputs**0.5),  # the inner values start spread out, and not yet at ±1
        np.zeros(HIDDEN, np.float32),
        small(HIDDEN, letters, 0.5 / HIDDEN**0.5),
        np.zeros(letters, np.float32),
    )


def _log_softmax(raw):
    import numpy as np

    raw = raw - raw.max(1, keepdims=True)
    return raw - np.log(np.exp(raw).sum(1, keepdims=True))
