"""Noise in pictures: what ten thousand answers look like, and an average that closes in on the truth."""

from __future__ import annotations

from collections.abc import Sequence

from privlessons.charts import COLOURS, INK, PAPER, SOFT, Picture, figure

BLUE, ORANGE, GREEN = COLOURS[:3]
BARS = 61
MOST_SHOWN = 1000
APART = 60
"""So many questions can each have a dot; more would run together."""


class AnswersPicture:
    """Ten thousand noisy answers as a shape, the truth as a line, the answers that were drawn as dots.

    It reaches ``far`` to both sides of the truth; ``whole`` where answers are whole numbers, so that each
    bar holds as many of them as the next.
    """

    def __init__(self, true: float, far: float, *, whole: bool = False):
        import numpy as np

        made, axes = figure(6.4, 2.9)
        axes.set_position((0.06, 0.19, 0.91, 0.66))
        width = max(1, round(2 * far / BARS)) if whole else 2 * far / BARS
        sides = max(1, int(np.ceil(far / width - 0.5))) if whole else BARS // 2
        self.edges = true + (np.arange(-sides, sides + 2) - 0.5) * width
        low, high = self.low, self.high = self.edges[[0, -1]]
        self.shape = axes.stairs(np.zeros(2 * sides + 1), self.edges, fill=True, color=BLUE, alpha=0.45)
        axes.axvline(true, color=INK, linewidth=1.5, linestyle="--")
        look = {"color": ORANGE, "markersize": 8, "markeredgecolor": INK, "clip_on": False}
        (self.dots,), (self.below,), (self.above,) = (axes.plot([], [], sign, **look) for sign in "D<>")
        axes.set(xlim=(low, high), ylim=(0, 1.12))
        axes.set_yticks([])
        axes.grid(visible=False)
        axes.set_xlabel("the noisy answer", fontsize=10)
        axes.set_title(
            "Where ten thousand noisy answers fall   (dashed: the truth, diamonds: yours)",
            loc="left",
            fontsize=10,
        )
        self.picture = Picture(made, [self.shape, self.dots, self.below, self.above])

    def svg(self, answers, drawn: Sequence[float]) -> str:
        """Return the picture for these answers; the tallest bar has always the same height."""
        import numpy as np

        counts, _ = np.histogram(answers, self.edges)
        self.shape.set_data(counts / max(counts.max(), 1))
        drawn = np.asarray(drawn, dtype=float)
        far, beyond = drawn[drawn < self.low], drawn[drawn > self.high]
        near = drawn[(drawn >= self.low) & (drawn <= self.high)]
        for marks, xs in (
            (self.dots, near),
            (self.below, np.full(len(far), self.low)),
            (self.above, np.full(len(beyond), self.high)),
        ):
            marks.set_data(xs, [0.05] * len(xs))
        return self.picture.svg()


def says_answers(true: float, answers, drawn: Sequence[float]) -> str:
    """Return in sentences what the picture shows."""
    import numpy as np

    low, high = np.quantile(answers, (0.05, 0.95))
    yours = ", ".join(f"{x:,.4g}" for x in drawn)
    return (
        f"A heap of ten thousand noisy answers around the truth, {true:,.4g}. "
        f"Nine in ten lie from {low:,.4g} to {high:,.4g}. Yours: {yours}."
    )


class AveragePicture:
    """The average of all answers so far, after each question, between the two counts that are possible."""

    def __init__(self, without: int, answer_spread: float):
        made, axes = figure(6.4, 2.9)
        axes.set_position((0.1, 0.19, 0.87, 0.7))
        axes.axhline(without, color=SOFT, linewidth=1.3, linestyle=":")
        axes.axhline(without + 1, color=GREEN, linewidth=1.3, linestyle="--")
        words = {"color": INK, "fontsize": 9, "ha": "right"}
        words["bbox"] = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}  # no grid line through them
        axes.text(MOST_SHOWN, without + 1.5, "with Mika", va="bottom", **words)
        axes.text(MOST_SHOWN, without - 0.5, "without Mika", va="top", **words)
        (self.line,) = axes.plot([], [], color=BLUE, linewidth=1.8, marker="o", markersize=3)
        axes.set_xscale("log")
        reach = 1 + 2 * answer_spread
        axes.set(xlim=(0.9, MOST_SHOWN * 1.1), ylim=(without + 0.5 - reach, without + 0.5 + reach))
        axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"])
        axes.minorticks_off()
        axes.set_xlabel("questions asked", fontsize=10)
        axes.set_title("The average of all answers so far", loc="left", fontsize=10)
        self.picture = Picture(made, [self.line])

    def svg(self, answers: Sequence[int]) -> str:
        """Return the picture after these answers."""
        import numpy as np

        numbers = np.arange(1, len(answers) + 1)
        self.line.set_data(numbers, np.cumsum(answers) / numbers)
        self.line.set_marker("o" if len(answers) <= APART else "")
        return self.picture.svg()


def says_average(without: int, answers: Sequence[int]) -> str:
    """Return in sentences what the picture shows."""
    told = f"Two lines: {without} without Mika, {without + 1} with her."
    if not answers:
        return f"{told} Nothing was asked yet."
    mean = sum(answers) / len(answers)
    return f"{told} The average of {len(answers):,} answers is {mean:.2f}."
