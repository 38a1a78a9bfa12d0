"""The company's model: lesson 05's, really trained on a snapshot's texts, and kept as numbers in a table."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from privlessons.memory import TextModel, complete, exposure, train_in_steps
from privlessons.memory_net import Net

BATCHES = 400


@dataclass(frozen=True, slots=True)
class Finished:
    """How a model ends a sentence: ``start`` and what it ``says``, and the ``guesses`` it needs for a code.

    1 guess means that the code comes first. ``made`` is the day it was trained.
    """

    start: str
    says: str
    guesses: int
    candidates: int
    made: str


def train_on(db: sqlite3.Connection, snapshot: int, today: date) -> Iterator[float]:
    """Train a model on a snapshot and put it into use; the one before is thrown away. Yields the share done.

    A snapshot without texts trains nothing.
    """
    texts = [t for (t,) in db.execute("SELECT text FROM snapshot_texts WHERE snapshot = ?", (snapshot,))]
    if not any(text.strip() for text in texts):
        return
    for step in train_in_steps(texts, snapshot, batches=BATCHES):
        yield step.done
    model = step.model
    with db:
        db.execute("DELETE FROM models")
        db.execute(
            "INSERT INTO models (snapshot, made, alphabet, weights, letters) VALUES (?, ?, ?, ?, ?)",
            (snapshot, today.isoformat(), model.alphabet, _pack(model.net), model.letters),
        )


def model_in_use(db: sqlite3.Connection) -> tuple[TextModel, str] | None:
    """Return the company's model and the day it was made, or None before the first training."""
    row = db.execute("SELECT alphabet, weights, letters, made FROM models").fetchone()
    return row and (TextModel(row[0], _unpack(row[1]), row[2]), row[3])


def finish(db: sqlite3.Connection, start: str, code: str) -> Finished | None:
    """Ask the model to finish a sentence, and how many guesses it needs for ``code``; or None."""
    used = model_in_use(db)
    if used is None:
        return None
    model, made = used
    told = exposure(model, start, code)
    return Finished(start, complete(model, start), told.guesses, told.candidates, made)


def _pack(net: Net) -> bytes:
    import numpy as np

    out = io.BytesIO()
    np.savez(out, window=net.window, **{f"part{n}": part for n, part in enumerate(net.parts)})
    return out.getvalue()


def _unpack(data: bytes) -> Net:
    import numpy as np

    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        return Net(int(kept["window"]), *(kept[f"part{n}"] for n in range(5)))
