"""One of a kind in the file, and in the whole town: two counts of the same people that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from privlessons.linkage import uniqueness

SHARED, ALONE, TWINS = 0, 1, 2
"""What is true of a row: alike to another of the file; one of a kind there; so, but with twins in town."""


@dataclass(frozen=True, slots=True)
class Meter:
    """How many are one of a kind, in a file of ``rows`` people who live in a town of ``people``.

    ``in_file`` rows are so in the file; of these ``still`` are so in the whole town. ``in_town`` of all
    people of the town are. ``alike`` tells of one row how many others are like it, in the file and in town.
    ``states`` holds for each row one of ``SHARED``, ``ALONE`` and ``TWINS``, a byte each.
    """

    rows: int
    people: int
    in_file: int
    still: int
    in_town: int
    alike: tuple[int, int]
    states: bytes


def measure(file, town, at, columns: Sequence[str], row: int) -> Meter:
    """Count who is one of a kind in ``columns``, in the file and in the town.

    ``file`` and ``town`` are tables with these columns (see `detail.encode_all`); ``at`` holds for each row
    of the file the position in the town of the same person; ``row`` is the one that ``alike`` is about.
    """
    import numpy as np

    k, whole = uniqueness(file, columns), uniqueness(town, columns)
    theirs = whole.k[at]
    states = np.where(k.k > 1, SHARED, np.where(theirs == 1, ALONE, TWINS)).astype(np.uint8)
    return Meter(
        rows=k.rows,
        people=whole.rows,
        in_file=k.one_of_a_kind,
        still=int((states == ALONE).sum()),
        in_town=whole.one_of_a_kind,
        alike=(int(k.k[row]) - 1, int(theirs[row]) - 1),
        states=states.tobytes(),
    )
