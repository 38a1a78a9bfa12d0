"""Values -> picture: a matplotlib Figure that is made once, and one sentence that says what it shows.

A new figure costs a third of a second, a whole redraw 50 to 90 ms. So a `Picture` draws its still parts
once, keeps that as pixels, and for each new value paints only the artists that changed over it (blitting).
Never pyplot: it would keep every figure alive.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

INK, SOFT, PAPER, LINE = "#1d1f26", "#545966", "#ffffff", "#d9d4c7"
# Okabe and Ito (2008), told apart with every common colour vision: blue, orange, green, purple.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")


def figure(width: float = 6.4, height: float = 3.4) -> tuple[Figure, object]:
    """Return a figure in the house style and its axes; ``width`` and ``height`` in inches.

    100 pixels an inch: one of the picture for one of the page. At 150, packing and unpacking the picture
    cost a frame more, and a slider felt it (42 against 27 ms).
    """
    made = Figure(figsize=(width, height), dpi=100, facecolor=PAPER, layout="none")
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

    def __init__(self, made: Figure, moving: Sequence[Artist]):
        self.canvas = FigureCanvasAgg(made)
        self.moving = tuple(moving)
        for artist in self.moving:
            artist.set_animated(True)  # left out of the still drawing
        self.canvas.draw()
        self.still = self.canvas.copy_from_bbox(made.bbox)

    def png(self) -> bytes:
        """Return the picture as it is now."""
        from PIL import Image

        self.canvas.restore_region(self.still)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        # Level 1: the picture crosses one loopback socket, so speed matters and size does not.
        out = io.BytesIO()
        pixels = Image.frombuffer(
            "RGBA", self.canvas.get_width_height(), self.canvas.buffer_rgba(), "raw", "RGBA", 0, 1
        )
        pixels.convert("RGB").save(out, "PNG", compress_level=1)
        return out.getvalue()
