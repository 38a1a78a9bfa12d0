"""What is the same in every block that fits: one record for each person, in a fixed order.

The order is that of `blocks.place`: by the first attribute, then by age. So "the second woman from the
youngest" means the same in every block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from privlessons.blocks import Person, Schema, place
from privlessons.recon_count import Count


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about one person: the ages from ``ages[0]`` to ``ages[1]`` and the values left.

    ``values`` holds a tuple for each attribute. ``sure`` is False for a person who is not in every block.
    """

    ages: tuple[int, int]
    values: tuple[tuple[str, ...], ...]
    sure: bool = True

    @property
    def facts(self) -> tuple[bool, ...]:
        """Whether the age is known, then each attribute."""
        return self.ages[0] == self.ages[1], *(len(v) == 1 for v in self.values)


def known_from_blocks(blocks: Sequence[Sequence[Person]], schema: Schema) -> tuple[Known, ...]:
    """Return what all ``blocks`` agree on; they must be all that fit."""
    ordered = [sorted(block, key=lambda p: place(p, schema)) for block in blocks]
    found = []
    for i in range(max(map(len, ordered), default=0)):
        here = [block[i] for block in ordered if i < len(block)]
        ages = [person[0] for person in here]
        values = tuple(
            tuple(v for v in allowed if any(person[n] == v for person in here))
            for n, allowed in enumerate(schema.attributes.values(), 1)
        )
        found.append(Known((min(ages), max(ages)), values, len(here) == len(ordered)))
    return tuple(found)


def known_from_counts(count: Count) -> tuple[Known, ...]:
    """Return what all blocks agree on as far as the counts tell, without listing them.

    Every block that fits lies within what is said here; it may say less than could be known. ``count`` must
    be finished and know of no means and medians.
    """
    schema, boxes = count.schema, count.boxes
    first = next(iter(schema.attributes.values()), ("",))
    ranks = [first.index(cell[0]) if cell else 0 for cell in schema.cells]
    bands = sorted({(box.low, box.high) for box in boxes})
    where = [(ranks[b.cell], bands.index((b.low, b.high))) for b in boxes]
    least, most, box_most = _extremes(count, where, len(bands))
    found = []
    for i in range(most[-1][-1]):
        ages, values = [], [set() for _ in schema.attributes]
        for rank in range(len(first)):
            before = (least[-1][rank - 1], most[-1][rank - 1]) if rank else (0, 0)
            young, old = i - before[1], i - before[0]  # this person's place among those of the same value
            if old >= 0 and most[rank][-1] > max(0, young):
                low = next(s for s, n in enumerate(most[rank]) if n > max(0, young))
                high = next((s for s, n in enumerate(least[rank]) if n > old), len(bands) - 1)
                here = [
                    schema.cells[b.cell]
                    for b, n in zip(boxes, box_most, strict=True)
                    if n and ranks[b.cell] == rank and bands[low][0] <= b.low <= bands[high][0]
                ]
                ages += [bands[low][0], bands[high][1]]
                for cell in here:
                    for n, value in enumerate(cell):
                        values[n].add(value)
        left = (
            tuple(v for v in vs if v in some)
            for vs, some in zip(schema.attributes.values(), values, strict=True)
        )
        if ages:
            found.append(Known((min(ages), max(ages)), tuple(left), i < least[-1][-1]))
    return tuple(found)


def _extremes(count: Count, where: list[tuple[int, int]], bands: int) -> tuple[list, list, list]:
    """Return the fewest and the most people over all blocks that fit, and the most that each box ever holds.

    The first two hold a row for each first value, with its people up to each band, and one more row with the
    people of all values up to each. ``where`` gives for each box its first value and its band.
    """
    ranks = max(rank for rank, _ in where) + 1
    counted = ranks * bands
    width = counted + ranks + len(where)
    touched = [
        [
            *range(rank * bands + band, (rank + 1) * bands),
            *range(counted + rank, counted + ranks),
            counted + ranks + b,
        ]
        for b, (rank, band) in enumerate(where)
    ]
    memo: dict[tuple, tuple[list, list] | None] = {}

    def walk(state: tuple):
        if state[0] == len(where):
            return [0] * width, [0] * width
        if state not in memo:
            best = None
            for _, after, put in count.steps(state):
                if (rest := walk(after)) is None:
                    continue
                low, high = list(rest[0]), list(rest[1])
                for at in touched[state[0]]:
                    low[at] += put.many
                    high[at] += put.many
                best = (
                    (low, high) if best is None else ([*map(min, best[0], low)], [*map(max, best[1], high)])
                )
            memo[state] = best
        return memo[state]

    low, high = walk(count.start()) or ([0] * width, [0] * width)
    cut = [slice(rank * bands, (rank + 1) * bands) for rank in range(ranks)]
    cut.append(slice(counted, counted + ranks))
    return [low[c] for c in cut], [high[c] for c in cut], high[counted + ranks :]
