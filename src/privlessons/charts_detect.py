"""The detector's dial as a picture: caught, missed and hidden for nothing, a row for each group of kinds."""

from __future__ import annotations

from matplotlib.figure import Figure

from privlessons.charts import COLOURS, INK, LINE, PAPER, SOFT, Picture
from privlessons.dial import Outcome

BLUE, ORANGE, _, PURPLE = COLOURS


class DialPicture:
    """One figure for all settings: only bars and numbers move."""

    def __init__(self, outcome: Outcome):
        self.groups = list(outcome.caught)
        most = max(outcome.caught[g] + outcome.missed[g] for g in self.groups)
        made = Figure(figsize=(6.8, 4.1), facecolor=PAPER, layout="none")
        left = made.add_axes((0.255, 0.12, 0.49, 0.76), facecolor=PAPER)
        right = made.add_axes((0.80, 0.12, 0.185, 0.76), facecolor=PAPER, sharey=left)
        rows = range(len(self.groups))
        self.caught = left.barh(rows, [0] * len(rows), 0.68, color=BLUE)
        self.missed = left.barh(
            rows, [0] * len(rows), 0.68, color=PAPER, edgecolor=ORANGE, hatch="////", linewidth=1.2
        )
        self.false = right.barh(rows, [0] * len(rows), 0.68, color=PURPLE, edgecolor=INK, linewidth=0.5)
        self.numbers = [left.text(0, y, "", va="center", ha="left", fontsize=9, color=INK) for y in rows]
        self.counts = [right.text(0, y, "", va="center", ha="left", fontsize=9, color=INK) for y in rows]
        for axes in (left, right):
            axes.spines[["top", "right"]].set_visible(False)
            axes.spines[["left", "bottom"]].set_color(SOFT)
            axes.tick_params(colors=INK, labelsize=9, length=0)
            axes.grid(visible=True, axis="x", color=LINE, linewidth=0.8)
            axes.set_axisbelow(True)
        left.set(xlim=(0, most * 1.32), ylim=(len(rows) - 0.5, -0.5))
        left.set_yticks(list(rows), self.groups)
        left.set_title("What gives somebody away", loc="left", fontsize=10, color=INK)
        left.legend(
            [self.caught[0], self.missed[0]],
            ["caught", "missed"],
            loc="upper center",
            bbox_to_anchor=(0.42, -0.05),
            ncols=2,
            fontsize=9,
            frameon=False,
        )
        right.tick_params(labelleft=False)
        right.set_xlim(0, max(10, sum(outcome.alarms.values())) * 0.75)
        right.set_title("False alarms", loc="left", fontsize=10, color=INK)
        bars = (*self.caught, *self.missed, *self.false)
        self.picture = Picture(made, (*bars, *self.numbers, *self.counts))

    def svg(self, outcome: Outcome) -> str:
        """Return the picture of one outcome."""
        for y, group in enumerate(self.groups):
            caught, missed, false = outcome.caught[group], outcome.missed[group], outcome.alarms[group]
            self.caught[y].set_width(caught)
            self.missed[y].set(x=caught, width=missed)
            self.false[y].set_width(min(false, self.counts[y].axes.get_xlim()[1]))
            self.numbers[y].set(x=caught + missed, text=f"  {caught} of {caught + missed}")
            self.counts[y].set(x=self.false[y].get_width(), text=f"  {false}")
        return self.picture.svg()


def says(outcome: Outcome) -> str:
    """Return in sentences what the picture shows, group by group."""
    parts = [
        f"{group}: {outcome.caught[group]} of {outcome.caught[group] + outcome.missed[group]} caught, "
        f"{outcome.alarms[group]} false alarms"
        for group in outcome.caught
    ]
    return "Bars for each group of kinds. " + ". ".join(parts) + "."
