"""Near copies: runs of the same words that follow each other in one document with few changed words between.

Runs of at least SEED words start a chain; the next run joins it if at most GAP words were changed, put in or
left out before it, here and there. This is how copies are found behind small edits in plagiarism search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from privlessons.suffixes import Longest, Suffixes, block_places

SEED, GAP = 4, 3
MOST_PLACES = 50
"""A run that stands in more places than this joins nothing: it is everybody's."""
ALIKE = 0.8
"""A document holds a near copy, too, if it has so much of its runs of SEED words."""
MOST_RUNS, EVERYWHERE = 200, 20_000
"""To count who holds a near copy, so many of its runs are looked up; runs in more places tell nothing."""


@dataclass(slots=True)
class Chain:
    """Words ``here`` (start, end) of the text, ``there`` in the corpus; ``same`` of them, in ``runs``."""

    here: tuple[int, int]
    there: tuple[int, int]
    same: int
    runs: int
    document: int


class Chains:
    """All chains of a text. ``seeds`` are the words at which longest matches start, in order."""

    def __init__(self, seeds: Sequence[int], longest: Longest, suffixes: Suffixes, firsts):
        self.all: list[Chain] = []
        growing: dict[int, list[Chain]] = {}
        for i in seeds:
            low, high, length = int(longest.low[i]), int(longest.high[i]), int(longest.length[i])
            if high - low > MOST_PLACES:
                continue
            places = suffixes.order[low:high].copy()
            places.sort()
            documents = (firsts.searchsorted(places, "right") - 1).tolist()
            for place, document in zip(places.tolist(), documents, strict=True):
                open_ = [c for c in growing.get(document, ()) if i - c.here[1] <= GAP]
                before = max((c for c in open_ if _follows(c, i, place)), key=lambda c: c.same, default=None)
                if before is None:
                    made = Chain((i, i + length), (place, place + length), length, 1, document)
                    open_.append(made)
                    self.all.append(made)
                else:
                    overlap = max(0, before.here[1] - i, before.there[1] - place)
                    before.here = before.here[0], i + length
                    before.there = before.there[0], place + length
                    before.same += length - overlap
                    before.runs += 1
                growing[document] = open_[-MOST_PLACES:]

    def joined(self, shortest: int) -> Iterator[Chain]:
        """Yield chains of runs with ``shortest`` same words or more, the best one for each stretch."""
        best: dict[tuple[int, int], Chain] = {}
        for chain in self.all:
            if chain.runs > 1 and chain.same >= shortest:
                known = best.setdefault(chain.here, chain)
                if (chain.same, -chain.document) > (known.same, -known.document):
                    best[chain.here] = chain
        yield from best.values()


class Holders:
    """Tells which documents hold nearly a stretch of a text: most of its runs of SEED words."""

    def __init__(self, words, longest: Longest, suffixes: Suffixes, firsts):
        self.low, self.high = block_places(words, suffixes, SEED.bit_length() - 1, longest)
        self.order, self.firsts = suffixes.order, firsts

    def of(self, start: int, end: int) -> list[int]:
        """Return the documents that hold at least ALIKE as many of its runs as the one that holds most."""
        counts: Counter[int] = Counter()
        runs = range(start, end - SEED + 1)
        for i in runs[:: 1 + len(runs) // MOST_RUNS]:
            low, high = int(self.low[i]), int(self.high[i])
            if high - low <= EVERYWHERE:
                counts.update(set((self.firsts.searchsorted(self.order[low:high], "right") - 1).tolist()))
        least = ALIKE * max(counts.values(), default=0)
        return sorted(d for d, count in counts.items() if count >= least)


def _follows(chain: Chain, i: int, place: int) -> bool:
    """Whether a run at word ``i``, there at ``place``, goes on with a chain; a word or two may overlap."""
    return -SEED < i - chain.here[1] <= GAP and -SEED < place - chain.there[1] <= GAP
