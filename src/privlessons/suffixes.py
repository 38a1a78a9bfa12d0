"""Where runs of words of one text stand in another: a suffix array over words, and its longest matches.

All places of a corpus are sorted by what follows them (Manber and Myers, 1993), by doubling: blocks of 1, 2,
4, … words get ranks that keep their order. Nothing is hashed, so a match is a match, and the time does not
grow with how often something repeats.
"""

from __future__ import annotations

from dataclasses import dataclass

TOP = 10
"""Ranks are kept for blocks of up to 2 ** TOP words; longer matches are put together from such blocks."""


@dataclass(frozen=True)
class Suffixes:
    """A sorted corpus of word numbers.

    ``order`` lists all places by what follows. ``ranks[j]`` is the rank of the block of 2 ** j words at each
    place, and ``keys[j]`` the sorted pairs of ranks that name such blocks (``keys[0]``: the words).
    """

    order: object
    ranks: tuple
    keys: tuple


@dataclass(frozen=True)
class Longest:
    """For each place of a text: the ``length`` of its longest match in words, at ``order[low:high]``."""

    length: object
    low: object
    high: object


def sort_suffixes(words) -> Suffixes:
    """Sort a corpus (numpy integers, 0 or more). Put a number of its own after each document.

    Without such separators a match may run from one document into the next.
    """
    import numpy as np

    words = np.asarray(words, dtype=np.int64)
    names, rank = np.unique(words, return_inverse=True)
    ranks, keys, width, distinct = [_padded(rank, 1)], [names], 1, len(names)
    while distinct < len(words):
        pairs = _pairs(rank, width)
        names, rank = np.unique(pairs, return_inverse=True)
        distinct, width = len(names), 2 * width
        if len(ranks) <= TOP:
            ranks.append(_padded(rank, width))
            keys.append(names)
    order = np.empty(len(words), dtype=np.int64)
    order[rank] = np.arange(len(words))
    return Suffixes(order, tuple(ranks), tuple(keys))


def _padded(rank, width):
    """Add what lies behind the end: lower than all, as far as a block that starts before the end reaches."""
    import numpy as np

    return np.concatenate([rank.astype(np.int32), np.full(max(width, 1), -1, dtype=np.int32)])


def _pairs(rank, width):
    """Return for each place one number for two neighbouring blocks of ``width``; 0 for none behind."""
    import numpy as np

    after = np.zeros(len(rank), dtype=np.int64)
    after[: max(0, len(rank) - width)] = rank[width:] + 1
    return rank.astype(np.int64) * (len(rank) + 1) + after


def longest_matches(words, corpus: Suffixes) -> Longest:
    """Return, for each place of a text, the longest run of its words that stands somewhere in the corpus."""
    import numpy as np

    words = np.asarray(words, dtype=np.int64)
    total = len(corpus.order)
    length = np.zeros(len(words), dtype=np.int64)
    low, high = np.zeros_like(length), np.full_like(length, total)
    if not total or not len(words):
        return Longest(length, low, low.copy())
    names = _names(words, corpus, total)
    for level in reversed(range(len(names))):
        active = np.arange(len(words))
        while len(active):
            active = _extend(active, level, names[level], corpus, length, low, high)
            if level < len(names) - 1:
                break  # a second block of this size would have been a block of twice the size
    high[length == 0] = 0
    return Longest(length, low, high)


def block_places(words, corpus: Suffixes, level: int, longest: Longest):
    """Return (low, high) for each place of a text: ``order[low:high]`` starts with its 2 ** level words."""
    import numpy as np

    words = np.asarray(words, dtype=np.int64)
    if level >= len(corpus.ranks):  # no such block stands twice, so the longest match is the only one
        fits = longest.length >= 2**level
        return np.where(fits, longest.low, 0), np.where(fits, longest.high, 0)
    names = _names(words, corpus, len(corpus.order))
    name = names[level] if level < len(names) else np.full(len(words), -1)
    sorted_ranks = corpus.ranks[level][corpus.order]
    low = np.searchsorted(sorted_ranks, name, "left")
    high = np.searchsorted(sorted_ranks, name, "right")
    return np.where(name < 0, 0, low), np.where(name < 0, 0, high)


def _names(words, corpus, total):
    """Return the corpus's rank of the block of 2 ** j words at each place of a text, -1 for a strange one.

    Blocks that are larger than those of the corpus's ranks are named like the ones that they begin with.
    """
    import numpy as np

    found = [_look_up(words, corpus.keys[0])]
    for level in range(1, len(corpus.keys)):
        before, width = found[-1], 2 ** (level - 1)
        after = np.full(len(words), -1, dtype=np.int64)
        after[: max(0, len(words) - width)] = before[width:]
        name = _look_up(before * (total + 1) + after + 1, corpus.keys[level])
        name[(before < 0) | (after < 0)] = -1
        found.append(name)
        if (name < 0).all():
            return found
    if len(corpus.keys[-1]) == total:  # each block of this size stands once, so a larger one has its rank
        rank = corpus.ranks[-1]
        while len(found) <= TOP and (found[-1] >= 0).any():
            before, width = found[-1], 2 ** (len(found) - 1)
            after = np.full(len(words), -1, dtype=np.int64)
            after[: max(0, len(words) - width)] = before[width:]
            follows = rank[np.minimum(corpus.order[before] + width, len(rank) - 1)]
            found.append(np.where((before >= 0) & (after >= 0) & (follows == after), before, -1))
    return found


def _look_up(values, keys):
    import numpy as np

    at = np.minimum(np.searchsorted(keys, values), len(keys) - 1)
    return np.where(keys[at] == values, at, -1)


def _extend(active, level, names, corpus, length, low, high):
    """Make matches longer by one block of a level where one fits; return the places where it did."""
    rank, order = corpus.ranks[min(level, len(corpus.ranks) - 1)], corpus.order
    at = active + length[active]
    active = active[at < len(names)]
    wanted = names[active + length[active]]
    active, wanted = active[wanted >= 0], wanted[wanted >= 0]
    first = _bisect(rank, order, low[active], high[active], length[active], wanted)
    last = _bisect(rank, order, first, high[active], length[active], wanted + 1)
    fits = last > first
    active = active[fits]
    low[active], high[active] = first[fits], last[fits]
    length[active] += 2**level
    return active


def _bisect(rank, order, low, high, length, wanted):
    """Return the first place of order[low:high] whose block ``length`` words on ranks at least ``wanted``.

    All of order[low:high] share their first ``length`` words, so they are sorted by what comes then.
    """
    import numpy as np

    low, high = low.copy(), high.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        place = order[np.where(open_, middle, 0)] + length
        smaller = open_ & (rank[np.minimum(place, len(rank) - 1)] < wanted)
        low = np.where(smaller, middle + 1, low)
        high = np.where(open_ & ~smaller, middle, high)
    return low
