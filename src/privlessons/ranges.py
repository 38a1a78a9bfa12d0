"""Groups of rows -> for one column the range that each group spans, in words, and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass

from privlessons.ranks import Ranks, pairs

LISTED = 12
"""A text column with at most so many different values is listed ("f or m"); others are given from … to …."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """What a column became.

    ``texts`` (objects, one a row) say the range of the row's group. ``width`` is how wide a row's range is on
    average, in the column's own unit: days for dates, the number's unit, for text the number of different
    values. ``middles`` (float, one a row) are the ranges' middles as numbers (days since 1970 for dates), NaN
    for text and where all is missing. ``loss`` is the mean width as a share of the whole column, 0 to 1.
    """

    texts: object
    width: float
    middles: object
    loss: float


def ranges(ranks: Ranks, groups, count: int) -> Ranges:
    """Give each of ``count`` groups (``groups``: its number, one a row) its range of one column."""
    import numpy as np

    rows = len(groups)
    if not rows:
        return Ranges(np.zeros(0, dtype=object), 0.0, np.zeros(0), 0.0)
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], np.arange(count))
    codes = ranks.codes[order]
    gone = ranks.missing
    low = np.minimum.reduceat(codes, starts)
    high = np.maximum.reduceat(np.where(codes == gone, -1, codes), starts)
    with_gaps = np.logical_or.reduceat(codes == gone, starts)  # never, where nothing is missing: gone is -1
    high = np.where(high < 0, low, high)  # all is missing
    nothing = low == gone

    share = np.where(with_gaps & ~nothing, 1.0, ranks.positions[high] - ranks.positions[low])
    middles = np.full(count, np.nan) if ranks.kind == "text" else (ranks.places[low] + ranks.places[high]) / 2
    sizes = np.bincount(groups, minlength=count)
    if ranks.kind == "text":
        owner, _, _ = pairs(groups, ranks.codes, ranks.count)
        wide = np.bincount(owner, minlength=count).astype(float)
    else:
        wide = np.where(nothing, np.nan, ranks.places[high] - ranks.places[low])
    known = ~np.isnan(wide)
    width = float(np.average(wide[known], weights=sizes[known])) if known.any() else 0.0

    if ranks.kind == "text" and ranks.count <= LISTED:
        masks, back = np.unique(np.bitwise_or.reduceat(np.left_shift(1, codes), starts), return_inverse=True)
        every = ranks.words(range(ranks.count))
        said = [_listed(every, int(mask)) for mask in masks]
    else:
        gaps = with_gaps & ~nothing
        keys, back = np.unique((low * (ranks.count + 1) + high) * 2 + gaps, return_inverse=True)
        both = keys // 2
        ends = zip(ranks.words(both // (ranks.count + 1)), ranks.words(both % (ranks.count + 1)), strict=True)
        said = [_from_to(*two, gap=bool(key % 2)) for two, key in zip(ends, keys, strict=True)]
    texts = np.array(said, dtype=object)[back]
    return Ranges(texts[groups], width, middles[groups], float(np.average(share, weights=sizes)))


def _listed(words: list[str], mask: int) -> str:
    *others, last = [_seen(word) for i, word in enumerate(words) if mask >> i & 1]
    return f"{', '.join(others)} or {last}" if others else last


def _from_to(low: str, high: str, *, gap: bool) -> str:
    low, high = _seen(low), _seen(high)
    return (low if low == high else f"{low} to {high}") + (" or missing" if gap else "")


def _seen(word: str) -> str:
    return word or "(empty)"
