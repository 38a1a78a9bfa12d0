"""Sprites -> PNG, one pixel for each square, and a sentence that says what is to be seen.

The page enlarges them with hard edges. No matplotlib here: a sprite is a picture already.
"""

from __future__ import annotations

import io

from privlessons.sprites_canvas import PALETTE, SIDE

# Plain names of the palette's colours, from place 1 on; neighbours on a ramp share one.
NAMES = (
    "black", "dark blue", "blue", "light blue", "pale blue", "dark teal", "teal", "mint", "dark green",
    "green", "light green", "dark brown", "brown", "tan", "sand", "dark red", "red", "coral", "peach",
    "dark purple", "purple", "lilac", "pink", "bright pink", "orange", "yellow", "cream", "white",
    "light grey", "grey", "dark grey", "olive",
)  # fmt: skip
SAME, OTHER = "#e6e1d3", "#1b1728"  # in the picture of differences


def _png(places, colours: list[str], *, clear: bool) -> bytes:
    from PIL import Image

    made = Image.frombytes("P", (SIDE, SIDE), bytes(places))
    made.putpalette([int(c[i : i + 2] or "0", 16) for c in colours for i in (1, 3, 5)])
    out = io.BytesIO()
    made.save(out, "PNG", **({"transparency": 0} if clear else {}))
    return out.getvalue()


def png(squares) -> bytes:
    """Return a sprite (256 places in `PALETTE`) as a PNG of 16 x 16 pixels; no paint is see-through."""
    return _png(squares, list(PALETTE), clear=True)


def difference(one, other) -> bytes:
    """Return a PNG that is dark where two sprites differ and pale where they are the same."""
    return _png([int(a != b) for a, b in zip(one, other, strict=True)], [SAME, OTHER], clear=False)


def says(squares) -> str:
    """Return in a few words which colours a sprite mostly has, such as "mostly teal, coral and sand"."""
    places = [int(place) for place in squares if place]
    if not places:
        return "nothing is painted"
    counts = {}
    for place in places:
        name = NAMES[place - 1]
        counts[name] = counts.get(name, 0) + 1
    first = sorted(counts, key=counts.get, reverse=True)[:3]
    words = first[0] if len(first) == 1 else f"{', '.join(first[:-1])} and {first[-1]}"
    return f"mostly {words}"
