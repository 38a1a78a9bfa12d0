"""Values -> picture: a matplotlib Figure that is made once, and one sentence that says what it shows.

A new figure costs a third of a second, a whole redraw 50 to 90 ms. So a `Picture` draws its still parts
once and keeps them; for each new value only the artists that changed are drawn again, on top. It is an SVG
inside the page: sharp on a projector and at any zoom, nothing to pack, nothing for the browser to unpack
(from a slider's key to the new picture: 14 ms, and 21 with the same picture as PNG).
Never pyplot: it would keep every figure alive.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import count

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure

INK, SOFT, PAPER, LINE = "#1d1f26", "#545966", "#ffffff", "#d9d4c7"
# Okabe and Ito (2008), told apart with every common colour vision: blue, orange, green, purple.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")


# What a page has no use for: the words once more, as comments, and names of groups that many pictures share.
_LEFT_OUT = re.compile(r"<!--.*?-->|(?<=<g) id=\"[^\"]*\"|\n\s*", re.DOTALL)
_NUMBERS = count()


def figure(width: float = 6.4, height: float = 3.4) -> tuple[Figure, object]:
    """Return a figure in the house style and its axes; ``width`` and ``height`` in inches."""
    made = Figure(figsize=(width, height), facecolor=PAPER, layout="none")
    axes = made.add_axes((0.11, 0.17, 0.86, 0.74), facecolor=PAPER)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(SOFT)
    axes.tick_params(colors=INK, labelsize=10, length=3)
    axes.grid(visible=True, axis="y", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    for label in (axes.xaxis.label, axes.yaxis.label, axes.title):
        label.set(color=INK, fontsize=11)
    return made, axes


class Picture:
    """A figure of which only the ``moving`` artists change between pictures."""

    def __init__(self, made: Figure, moving: Sequence[Artist] = ()):
        made.set_dpi(72)  # matplotlib counts an SVG in points
        self.size = made.bbox.size
        self.moving = tuple(moving)
        for artist in self.moving:
            artist.set_animated(True)  # left out of the still drawing
        # Names of clips and marks: the same at each drawing, and no other picture's on the page.
        self.salt = f"picture {next(_NUMBERS)}"
        self.still = self._drawn([made])

    def svg(self) -> str:
        """Return the picture as it is now, as an SVG element for a page; `ui.picture` gives it its words."""
        width, height = self.size
        return f'<svg viewBox="0 0 {width:g} {height:g}">{self.still}{self._drawn(self.moving)}</svg>'

    def _drawn(self, artists: Sequence[Artist]) -> str:
        out = io.StringIO()
        with rc_context({"svg.hashsalt": self.salt}):
            renderer = RendererSVG(*self.size, out)
            for artist in artists:
                artist.draw(renderer)
            renderer.finalize()
        # A file's head goes, and with it a style for all elements, which would be one for the whole page.
        inside = out.getvalue().partition("</style>")[2].partition("</defs>")[2].rpartition("</svg>")[0]
        return _LEFT_OUT.sub("", inside)
