"""What looking alike costs: how wide a birth date's range gets, by how many rows must look alike."""

from __future__ import annotations

from collections.abc import Sequence

from privlessons.charts import COLOURS, INK, PAPER, Picture, figure

BLUE, ORANGE = COLOURS[:2]


class CostPicture:
    """A still line over all k, and a dot for the one that is set."""

    def __init__(self, ks: Sequence[int], years: Sequence[float]):
        made, axes = figure(6.4, 2.9)
        axes.set_position((0.11, 0.19, 0.86, 0.71))
        self.ks = list(ks)
        places = range(len(ks))
        axes.plot(places, years, color=BLUE, linewidth=2, marker="o", markersize=4, clip_on=False)
        (self.dot,) = axes.plot(
            [0], [0], "o", color=ORANGE, markersize=11, markeredgecolor=INK, clip_on=False
        )
        behind = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}  # the line may run under the words
        self.label = axes.text(0, 0, "", fontsize=10, color=INK, ha="right", va="bottom", bbox=behind)
        axes.set_xticks(list(places), [str(k) for k in ks])
        axes.set(xlim=(-0.3, len(ks) - 0.7), ylim=(0, max(*years, 1) * 1.18))
        axes.set_xlabel("rows that must look alike (k)", fontsize=10)
        axes.set_title("Years that a birth date's range covers, on average", loc="left", fontsize=10)
        self.picture = Picture(made, [self.dot, self.label])

    def svg(self, k: int, years: float) -> str:
        """Return the picture with the dot at one k."""
        x = self.ks.index(k)
        self.dot.set_data([x], [years])
        above = 0.07 * self.dot.axes.get_ylim()[1]
        align = "left" if x < 2 else "right" if x > len(self.ks) - 2 else "center"
        self.label.set(position=(x, years + above), text=f"{years:.1f} years", ha=align)
        return self.picture.svg()


def says(ks: Sequence[int], years: Sequence[float], k: int, now: float) -> str:
    """Return in sentences what the picture shows."""
    line = ", ".join(f"k {one}: {year:.1f}" for one, year in zip(ks, years, strict=True))
    start = "A line that rises: years that a birth date's range covers"
    return f"{start}. {line}. The dot is at k {k}: {now:.1f} years."
