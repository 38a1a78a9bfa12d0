"""Concluded places as a map without a map: plain axes with kilometres from home, no tiles from anywhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from matplotlib.figure import Figure

from privlessons.charts import COLOURS, INK, LINE, PAPER
from privlessons.charts_trail import blank
from privlessons.records import Conclusion
from privlessons.trail_places import METRES

_SIGNS = {
    "home": ("p", COLOURS[0]),
    "workplace": ("s", COLOURS[1]),
    "visit": ("o", COLOURS[2]),
    "faith": ("D", COLOURS[3]),
}


def map_figure(conclusions: Sequence[Conclusion], *, names: bool = True) -> Figure:
    """Draw the concluded places with distances from home in kilometres, north at the top.

    ``names``: write the places' names; without, only what they are.
    """
    made, axes = blank(7.2, 4.4, (0.1, 0.13, 0.52, 0.83))
    spots = _spots(conclusions, names=names)
    xs, ys = [0.0, *(x for *_, x, _ in spots)], [0.0, *(y for *_, y in spots)]
    reach = max(0.5, max(xs) - min(xs), max(ys) - min(ys)) * 0.62
    number = 0
    for line, (kind, label, x, y) in enumerate(spots):
        sign, colour = _SIGNS.get(kind, _SIGNS["visit"])
        letter = {"home": "H", "workplace": "W"}.get(kind)
        if letter is None:
            number += 1
            letter = str(number)
        big = 17 if kind == "home" else 14
        axes.plot(x, y, sign, color=PAPER, markersize=big, mec=colour, mew=2)
        axes.text(x, y, letter, fontsize=8.5, color=INK, ha="center", va="center")
        made.text(0.65, 0.92 - 0.06 * line, letter, fontsize=9, color=INK, weight="bold")
        made.text(0.68, 0.92 - 0.06 * line, label[:34], fontsize=9, color=INK, parse_math=False)
    across, up = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    axes.set(xlim=(across - reach, across + reach), ylim=(up - reach, up + reach))
    axes.set(xlabel="km west (-) and east of home", ylabel="km south (-) and north of home")
    axes.set_aspect("equal")
    axes.grid(visible=True, color=LINE, linewidth=0.8)
    return made


def _spots(conclusions: Sequence[Conclusion], *, names: bool) -> list[tuple[str, str, float, float]]:
    """(kind, label, km east, km north of home) of each concluded place."""
    placed = [
        one for one in conclusions if one.latitude is not None and one.kind in _SIGNS and one.value != "home"
    ]
    start = next((one for one in placed if one.kind == "home"), placed[0] if placed else None)
    spots, numbers = [], Counter()
    for one in placed:
        numbers[one.kind] += 1
        word = {"home": "home", "workplace": "work", "faith": "prayer"}.get(one.kind, "visit")
        plain = word if one.kind in {"home", "workplace"} else f"{word} {numbers[one.kind]}"
        named = any(letter.isalpha() for letter in one.value)
        label = f"{word}: {one.value}" if names and named else plain
        north = (one.latitude - start.latitude) * METRES / 1000
        east = (one.longitude - start.longitude) * METRES / 1000 * math.cos(math.radians(start.latitude))
        spots.append((one.kind, label, east, north))
    return spots


def says_map(conclusions: Sequence[Conclusion], *, names: bool = True) -> str:
    """Say where each concluded place lies from home."""
    parts = []
    for kind, label, east, north in _spots(conclusions, names=names):
        if kind == "home":
            parts.append(f"{label} in the middle")
            continue
        up, across = "north" if north >= 0 else "south", "east" if east >= 0 else "west"
        parts.append(f"{label}, {abs(north):.1f} km {up} and {abs(east):.1f} km {across}")
    return f"Places by their distance from home: {'; '.join(parts) or 'none'}."
