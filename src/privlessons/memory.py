"""Texts -> a small neural text model, and how well it remembers: train, complete, exposure.

`exposure` is Carlini et al. (USENIX Security 2019): put all possible secrets in the order in which the
model finds them likely; the secret's place in that order is how many guesses somebody needs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from privlessons.memory_net import RATE, Net, new_net, one_thread
from privlessons.records import PlainError

END, OTHER = "\n", "\ufffd"
WINDOW = 24
"""Letters that the model looks back. It cannot connect words that stand further apart."""
BATCH = 256
PASSES = 8
"""How often each letter of the texts is learned from, within the limits of `LEAST` and `MOST` batches."""
LEAST, MOST = 400, 4000
LETTERS = 200
"""Most different letters; rarer ones all count as one."""


@dataclass(frozen=True, eq=False)
class TextModel:
    """A trained model. ``alphabet`` holds its letters; the first ends a text, the second means any other.

    ``letters`` is how many letters of text it was trained on.
    """

    alphabet: str
    net: Net
    letters: int

    @property
    def numbers(self) -> int:
        """How many numbers the model consists of. No text is in it, only these."""
        return sum(part.size for part in self.net.parts)


@dataclass(frozen=True)
class Step:
    """How far a training has come: ``done`` from 0 to 1, the last ``loss`` (nats a letter), the model now."""

    done: float
    loss: float
    model: TextModel


@dataclass(frozen=True)
class Exposure:
    """How many ``guesses`` (1 is best) the model needs for ``secret``, out of ``candidates``.

    ``chance`` is what the model gives the whole secret, 0 to 1. ``bits`` is log2(candidates / guesses):
    0 if it would come last, and 1.44 on average if the order were random.
    """

    secret: str
    guesses: int
    candidates: int
    chance: float

    @property
    def bits(self) -> float:
        """The exposure of Carlini et al. (2019)."""
        return math.log2(self.candidates / self.guesses)


def train(texts: Iterable[str], rng=1, *, batches: int | None = None) -> TextModel:
    """Train a model on ``texts``, each a text of its own, and return it. It reads small letters only.

    ``rng`` is numpy's Generator or a whole number; the same one gives the same model. ``batches`` of 256
    letters each are learned from, by default 8 times the texts, at least 400 and at most 4,000 (seconds).
    Raises PlainError where there is no text to learn from.
    """
    for step in train_in_steps(texts, rng, batches=batches, every=MOST):
        model = step.model
    return model


def train_in_steps(
    texts: Iterable[str], rng=1, *, batches: int | None = None, every: int = 20
) -> Iterator[Step]:
    """Train as `train` does, and yield a `Step` after each ``every`` batches; the last one has ``done`` 1."""
    import numpy as np

    texts = _texts(texts)
    rng = np.random.default_rng(rng)
    alphabet = _alphabet(texts)
    coded, after = _lay_out(texts, alphabet)
    if batches is None:
        batches = min(MOST, max(LEAST, PASSES * len(after) // BATCH))
    net = new_net(len(alphabet), WINDOW, rng)
    back = np.arange(-WINDOW, 0)
    order = rng.permutation(after)
    at = 0
    for number in range(1, batches + 1):
        if at >= len(order):
            order, at = rng.permutation(after), 0
        places = order[at : at + BATCH]
        at += BATCH
        with one_thread():
            loss = net.nudge(
                coded[places[:, None] + back], coded[places], RATE * (1 - (number - 1) / batches)
            )
        if number % every == 0 or number == batches:
            yield Step(number / batches, loss, TextModel(alphabet, net.copy(), len(after)))


def complete(model: TextModel, start: str, length: int = 40) -> str:
    """Return how the model goes on after ``start``: its likeliest letter each time, up to ``length``."""
    ended = ""
    while len(ended) < length:
        read = _code(_before(start + ended), model.alphabet)
        letter = model.alphabet[int(_after(model, read[None])[0].argmax())]
        if letter == END:
            break
        ended += letter
    return ended


def log_chances(model: TextModel, start: str, candidates: Sequence[str]):
    """Return the log of the chance that the model gives each candidate right after ``start``, exactly.

    Beginnings that candidates share are looked at once: 1,111 looks for 10,000 codes of four digits.
    Raises PlainError unless all candidates are equally long, since a longer one is always less likely.
    """
    import numpy as np

    candidates = [candidate.lower() for candidate in candidates]
    lengths = {len(c) for c in candidates}
    if len(lengths) != 1 or 0 in lengths:
        raise PlainError("The possible secrets must all have the same number of letters, and at least one.")
    letters = _code("".join(candidates), model.alphabet).reshape(len(candidates), -1)
    begin = _code(_before(start), model.alphabet)
    total = np.zeros(len(candidates))
    group = np.zeros(len(candidates), np.int64)  # candidates that begin alike, so far
    for at in range(letters.shape[1]):
        _, first, group = np.unique(group, return_index=True, return_inverse=True)
        logs = _after(model, np.concatenate([np.tile(begin, (len(first), 1)), letters[first, :at]], axis=1))
        total += logs[group, letters[:, at]]
        group = group * len(model.alphabet) + letters[:, at]
    return total


def exposure(model: TextModel, start: str, secret: str, candidates: Sequence[str] | None = None) -> Exposure:
    """Return how many guesses the model needs until ``secret`` comes as the end of ``start``.

    ``candidates`` are all possible secrets, by default all numbers with as many digits. Where the model
    finds several equally likely, the secret counts as the last of them. Raises PlainError if the secret is
    not among the candidates.
    """
    if candidates is None:
        if not (secret.isascii() and secret.isdigit() and len(secret) <= 6):
            raise PlainError(
                "For a secret that is not a number of up to 6 digits, name all possible secrets."
            )
        candidates = every_code(len(secret))
    if secret not in candidates:
        raise PlainError(f"The secret {secret!r} is not among the possible secrets.")
    logs = log_chances(model, start, candidates)
    mine = logs[candidates.index(secret)]
    return Exposure(secret, int((logs >= mine).sum()), len(candidates), math.exp(mine))


@cache
def every_code(digits: int = 4) -> tuple[str, ...]:
    """Return all numbers of so many digits, from 0…0 to 9…9."""
    return tuple(f"{n:0{digits}}" for n in range(10**digits))


def guessed_right(model: TextModel, texts: Iterable[str]) -> float:
    """Return the share of letters in ``texts`` (0 to 1) that the model's first guess gets right."""
    import numpy as np

    coded, after = _lay_out(_texts(texts), model.alphabet)
    back, right = np.arange(-WINDOW, 0), 0
    for at in range(0, len(after), 4096):
        places = after[at : at + 4096]
        with one_thread():
            guesses = model.net.log_chances(coded[places[:, None] + back]).argmax(1)
        right += int(((guesses == coded[places]) & (coded[places] != 1)).sum())
    return right / len(after)


def _texts(texts) -> list[str]:
    if isinstance(texts, str):
        raise PlainError("The model learns from a list of texts. Put a single text into a list: [text].")
    texts = list(texts)
    if not all(isinstance(text, str) for text in texts):
        raise PlainError("The model learns from texts only, and one of these is not a text.")
    texts = [text.lower().strip().replace("\n", " ") for text in texts]
    texts = [text for text in texts if text]
    if not texts:
        raise PlainError("There is no text to learn from: give at least one that is not empty.")
    return texts


def _alphabet(texts: list[str]) -> str:
    from collections import Counter

    often = Counter("".join(texts))
    for special in (END, OTHER):
        often.pop(special, None)
    return END + OTHER + "".join(sorted(letter for letter, _ in often.most_common(LETTERS)))


def _code(text: str, alphabet: str):
    """Return a text as places in the alphabet, (letters,) of ints."""
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    known = np.array([ord(letter) for letter in alphabet], np.uint32)
    order = np.argsort(known)
    at = order[np.searchsorted(known, points, sorter=order).clip(max=len(known) - 1)]
    return np.where(known[at] == points, at, 1)


def _lay_out(texts: list[str], alphabet: str):
    """Return all texts in one row, each after a window of end marks, and the places to be guessed."""
    import numpy as np

    row = END * WINDOW + (END + END * WINDOW).join(texts) + END
    coded = _code(row, alphabet)
    lengths = np.array([len(text) + 1 for text in texts])
    begins = np.cumsum(lengths + WINDOW) - lengths
    after = np.repeat(begins - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    return coded, after


def _before(start: str) -> str:
    """Return what the model sees before the next letter: its window, filled up with end marks."""
    return (END * WINDOW + start.lower())[-WINDOW:]


def _after(model: TextModel, coded):
    """Return the log chances of the next letter after each row of ``coded``, (rows, letters)."""
    with one_thread():
        return model.net.log_chances(coded[:, -WINDOW:])
