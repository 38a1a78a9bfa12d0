"""How many people a few moments single out, as bars, beside a published figure."""

from __future__ import annotations

from matplotlib.figure import Figure

from privlessons.charts import COLOURS, INK, LINE, PAPER, SOFT, Picture
from privlessons.places import Singled, in_100

BLUE, ORANGE = COLOURS[:2]


class PlacesPicture:
    """One figure for all settings: a bar for each number of moments, and a fixed one for the study."""

    def __init__(self, points: int, study: float, study_name: str):
        rows = range(points)
        made = Figure(figsize=(6.4, 2.9), facecolor=PAPER, layout="none")
        axes = made.add_axes((0.285, 0.17, 0.66, 0.81), facecolor=PAPER)
        self.bars = axes.barh(rows, [0] * points, 0.66, color=BLUE)
        self.numbers = [axes.text(0, y, "", va="center", fontsize=10, color=INK) for y in rows]
        axes.barh([points + 0.4], [study], 0.66, color=PAPER, edgecolor=ORANGE, hatch="////", linewidth=1.2)
        axes.text(study, points + 0.4, f" {study:.0f}", va="center", fontsize=10, color=INK)
        names = [f"{n} moment{'s' * (n > 1)}" for n in range(1, points + 1)]
        axes.set_yticks([*rows, points + 0.4], [*names, study_name])
        axes.set(xlim=(0, 109), ylim=(points + 0.95, -0.55), xlabel="singled out, of each 100 people")
        axes.set_xticks(range(0, 101, 20))
        axes.xaxis.label.set(color=INK, fontsize=10)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(SOFT)
        axes.tick_params(colors=INK, labelsize=10, length=0)
        axes.grid(visible=True, axis="x", color=LINE, linewidth=0.8)
        axes.set_axisbelow(True)
        self.picture = Picture(made, [*self.bars, *self.numbers])

    def svg(self, singled: Singled) -> str:
        """Return the picture of one setting."""
        for bar, number, share in zip(self.bars, self.numbers, singled.shares, strict=True):
            bar.set_width(100 * share)
            number.set(x=100 * share, text=f" {in_100(share)}")
        return self.picture.svg()


def says(singled: Singled, study: float, study_name: str) -> str:
    """Return in sentences what the picture shows."""
    parts = [f"{n} moment{'s' * (n > 1)}: {in_100(share)}" for n, share in enumerate(singled.shares, 1)]
    name = study_name.replace("\n", " ")
    return f"Bars: singled out of each 100 people. {'; '.join(parts)}. {name}: {study:.0f}."
