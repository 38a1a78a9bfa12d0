"""Guesses needed by how often a code was typed, and the curve of appetite: values -> picture, sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from privlessons.charts import COLOURS, INK, PAPER, SOFT, Picture, figure
from privlessons.memory_appetite import Fed
from privlessons.memory_trial import spread

BLUE, ORANGE = COLOURS[:2]
TIMES = {0: "never", 1: "once", 5: "5 times", 20: "20 times"}
WIDE = 0.6
"""How much of a column the dots take up."""


class RepeatsPicture:
    """A column for each number of repeats: a dot a code, on a scale of guesses needed."""

    def __init__(self, repeats: Sequence[int], candidates: int):
        self.repeats, self.candidates = list(repeats), candidates
        made, axes = figure(6.4, 4.1)
        axes.set_position((0.14, 0.24, 0.84, 0.67))
        axes.set(xlim=(-0.5, len(self.repeats) - 0.5), ylim=(0.6, candidates * 1.8), yscale="log")
        axes.set_xticks(range(len(self.repeats)), [TIMES.get(n, f"{n} times") for n in self.repeats])
        ticks = [10**n for n in range(len(str(candidates)))]
        axes.set_yticks(ticks, ["1st guess", *(f"{n:,}" for n in ticks[1:])])
        axes.minorticks_off()
        axes.set_xlabel("How often somebody typed it")
        axes.set_title("Guesses needed until the code comes", loc="left")
        luck = (candidates + 1) / 2
        axes.axhline(luck, color=SOFT, linewidth=1.2, linestyle=(0, (5, 3)))
        axes.text(
            len(self.repeats) - 0.57, luck * 0.93, "luck alone", ha="right", va="top", color=SOFT, fontsize=9
        )
        # A frame and no wash: it is painted over the still parts, and must not pale their words.
        self.band = axes.axvspan(-0.48, 0.48, facecolor="none", edgecolor=SOFT, linewidth=1.6)
        self.others = axes.scatter([], [], s=42, color=BLUE, alpha=0.75, edgecolor=PAPER, linewidth=0.6)
        self.middles = axes.scatter([], [], s=900, marker="_", color=INK, linewidth=2)
        self.mika = axes.scatter([], [], s=95, marker="D", color=ORANGE, edgecolor=INK, linewidth=0.9)
        axes.legend(
            [self.mika, self.others, self.middles],
            ["Mika's code", "others' codes", "half come by here"],
            loc="upper center",
            bbox_to_anchor=(0.5, -0.19),
            ncols=3,
            fontsize=9,
            frameon=False,
            markerscale=0.7,
        )
        self.picture = Picture(made, (self.band, self.others, self.middles, self.mika))

    def svg(self, needed: Mapping[int, Sequence[Sequence[int]]], looked: int) -> str:
        """Return the picture of ``needed``: repeats -> runs -> guesses for each code, Mika's first.

        ``looked`` is the number of repeats whose column is marked.
        """
        import numpy as np

        others, middles, mika = [], [], []
        for column, repeats in enumerate(self.repeats):
            runs = needed.get(repeats, ())
            if not runs:
                continue
            rest = [guesses for run in runs for guesses in run[1:]]
            # An even number of places: none in the middle, where Mika's mark would hide what stands there.
            places = np.linspace(-WIDE / 2, WIDE / 2, max(2, len(rest) + len(rest) % 2))
            others += [(column + x, y) for x, y in zip(places, rest, strict=False)]
            mika += [(column, run[0]) for run in runs]
            middles.append((column, spread([g for run in runs for g in run], self.candidates).middle))
        for artist, points in ((self.others, others), (self.middles, middles), (self.mika, mika)):
            artist.set_offsets(np.array(points or np.empty((0, 2))))
        self.band.set_x(self.repeats.index(looked) - 0.48)
        return self.picture.svg()


def says_repeats(needed: Mapping[int, Sequence[Sequence[int]]], candidates: int) -> str:
    """Return in sentences what the picture of repeats shows, column by column."""
    parts = []
    for repeats, runs in needed.items():
        codes = spread([guesses for run in runs for guesses in run], candidates)
        parts.append(
            f"Typed {TIMES.get(repeats, f'{repeats} times')}: {codes.count} codes need from "
            f"{codes.lowest:,} to {codes.highest:,} guesses, half at most {codes.middle:,}, "
            f"Mika's {', '.join(f'{run[0]:,}' for run in runs)}"
        )
    return f"Guesses needed, out of {candidates:,} codes. " + ". ".join(parts) + "."


class AppetitePicture:
    """The share of letters guessed right against the number of people whose chats were read."""

    def __init__(self, amounts: Sequence[int], floor: float):
        self.amounts = list(amounts)
        made, axes = figure(6.4, 3.6)
        axes.set_position((0.12, 0.16, 0.85, 0.74))
        axes.set(xlim=(-0.4, len(self.amounts) - 0.4), ylim=(0, 50))
        axes.set_xticks(range(len(self.amounts)), [f"{n}" for n in self.amounts])
        axes.set_xlabel("People whose chats it read")
        axes.set_title("Next letters guessed right, of 100", loc="left")
        axes.axhline(100 * floor, color=SOFT, linewidth=1.2, linestyle=(0, (5, 3)))
        axes.text(
            len(self.amounts) - 0.45,
            100 * floor - 1,
            "always saying the commonest letter",
            ha="right",
            va="top",
            color=SOFT,
            fontsize=9,
        )
        (self.line,) = axes.plot([], [], color=BLUE, linewidth=2, marker="o", markersize=7)
        self.ring = axes.scatter([], [], s=230, facecolor="none", edgecolor=ORANGE, linewidth=2.5)
        behind = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        self.numbers = [
            axes.text(x, 0, "", ha="center", fontsize=10, color=INK, bbox=behind) for x in range(len(amounts))
        ]
        self.picture = Picture(made, (self.line, self.ring, *self.numbers))

    def svg(self, fed: Sequence[Fed], looked: int | None = None) -> str:
        """Return the picture of the models trained so far; the one of ``looked`` people wears a ring."""
        import numpy as np

        self.line.set_data(range(len(fed)), [100 * one.right for one in fed])
        for number, one in zip(self.numbers, fed, strict=False):
            number.set(y=100 * one.right + 4.5, text=f"{100 * one.right:.0f}")
        for number in self.numbers[len(fed) :]:
            number.set_text("")
        ringed = [(x, 100 * one.right) for x, one in enumerate(fed) if one.people == looked]
        self.ring.set_offsets(np.array(ringed or np.empty((0, 2))))
        return self.picture.svg()


def says_appetite(fed: Sequence[Fed]) -> str:
    """Return in sentences what the curve shows, point by point."""
    parts = [f"{one.people} {people(one.people)}: {100 * one.right:.0f} of 100" for one in fed]
    return "Next letters guessed right in chats that no model read. " + ", ".join(parts) + "."


def people(count: int) -> str:
    """Return "person" or "people"."""
    return "person" if count == 1 else "people"
