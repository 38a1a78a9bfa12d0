"""Learning on phones in pictures: right suggestions round by round, and against the strength of noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from privlessons.charts import COLOURS, INK, PAPER, SOFT, Picture, figure
from privlessons.collective.membership import Judged

BLUE, ORANGE, GREEN = COLOURS[:3]


class RoundsPicture:
    """Right suggestions after each round; a line for one phone alone and one for all messages collected."""

    def __init__(self, rounds: int, alone: float, collected: float):
        made, axes = figure(6.4, 3.3)
        axes.set_position((0.1, 0.18, 0.87, 0.7))
        axes.set(xlim=(-0.3, rounds + 0.3), ylim=(0, 100))
        axes.set_xticks(range(rounds + 1))
        axes.set_xlabel("Rounds")
        axes.set_title("Next words among the three suggestions, of 100", loc="left")
        for share, words, dash, where in (
            (collected, "all messages collected in one place", "--", "bottom"),
            (alone, "one phone that learns alone", ":", "top"),
        ):
            axes.axhline(100 * share, color=SOFT, linewidth=1.3, linestyle=dash)
            lift = 1.5 if where == "bottom" else -1.5
            at = (rounds + 0.2, 100 * share + lift)
            under = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.5}  # no grid line through the words
            axes.text(*at, words, ha="right", va=where, color=INK, fontsize=9, bbox=under)
        (self.line,) = axes.plot([], [], color=BLUE, linewidth=2, marker="o", markersize=6, clip_on=False)
        self.picture = Picture(made, [self.line])

    def svg(self, right: Sequence[float]) -> str:
        """Return the picture; ``right`` is the share before the first round and after each one."""
        self.line.set_data(range(len(right)), [100 * share for share in right])
        return self.picture.svg()


def says_rounds(right: Sequence[float], alone: float, collected: float) -> str:
    """Return in sentences what the picture shows."""
    told = ", ".join(f"{100 * share:.0f}" for share in right)
    return (
        f"Next words among the three suggestions, of 100. The phones together, before the first round and "
        f"after each: {told}. One phone alone: {100 * alone:.0f}. All messages collected in one place: "
        f"{100 * collected:.0f}."
    )


class NoisePicture:
    """Right suggestions against the strength of noise, a line for each size of crowd."""

    def __init__(self, strengths: Sequence[float], crowds: Sequence[int]):
        self.strengths, self.crowds = list(strengths), list(crowds)
        made, axes = figure(6.4, 3.5)
        axes.set_position((0.1, 0.27, 0.87, 0.62))
        axes.set(xlim=(-0.3, len(self.strengths) - 0.7), ylim=(-4, 100))
        axes.set_xticks(range(len(self.strengths)), ["none", *(f"{s:g}" for s in self.strengths[1:])])
        axes.set_xlabel("Strength of the noise, in whole phones")
        axes.set_title("Next words among the three suggestions, of 100", loc="left")
        self.lines = []
        for size, colour, sign in zip(self.crowds, (BLUE, ORANGE, GREEN), "os^", strict=True):
            style = {"color": colour, "marker": sign, "linewidth": 2, "markersize": 6}
            self.lines += axes.plot([], [], label=f"{size:,} phones", **style)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.21), ncols=3, fontsize=9, frameon=False)
        self.ring = axes.scatter([], [], s=230, facecolor="none", edgecolor=INK, linewidth=2)
        behind = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        self.number = axes.text(0, 0, "", ha="center", fontsize=10, color=INK, bbox=behind)
        self.picture = Picture(made, [*self.lines, self.ring, self.number])

    def svg(self, right: Mapping[int, Sequence[float]], crowd: int, at: int) -> str:
        """Return the picture of ``right``: crowd -> shares, one a strength. The one looked at is ringed."""
        for size, line in zip(self.crowds, self.lines, strict=True):
            shares = right.get(size, ())
            line.set_data(range(len(shares)), [100 * share for share in shares])
        here = 100 * right[crowd][at]
        self.ring.set_offsets([(at, here)])
        self.number.set(x=at, y=here + 8 if here < 80 else here - 13, text=f"{here:.0f}")
        return self.picture.svg()


def says_noise(strengths: Sequence[float], right: Mapping[int, Sequence[float]]) -> str:
    """Return in sentences what the picture shows."""
    parts = []
    for size, shares in right.items():
        told = ", ".join(
            f"{f'strength {s:g}' if s else 'no noise'}: {100 * share:.0f}"
            for s, share in zip(strengths, shares, strict=True)
        )
        parts.append(f"With {size:,} phones, {told}.")
    return "Next words among the three suggestions, of 100. " + " ".join(parts)


class MembersPicture:
    """Right answers and right attacks for each way of training, from the strongest promise to none."""

    def __init__(self, judged: Sequence[Judged]):
        made, axes = figure(6.4, 3.3)
        axes.set_position((0.1, 0.2, 0.87, 0.69))
        axes.set(xlim=(-0.3, len(judged) - 0.7), ylim=(40, 100))
        names = ["plainly" if one.epsilon is None else f"epsilon {one.epsilon:g}" for one in judged]
        axes.set_xticks(range(len(judged)), names)
        axes.set_title("Right, of 100", loc="left")
        axes.axhline(50, color=SOFT, linewidth=1.2, linestyle=":")
        axes.text(0.5, 49, "a coin", ha="center", va="top", color=SOFT, fontsize=9)
        for name, words, colour, sign in (
            ("right", "about people it never saw", BLUE, "o"),
            ("attack", "the attack", ORANGE, "s"),
        ):
            shares = [100 * getattr(one, name) for one in judged]
            axes.plot(range(len(judged)), shares, color=colour, marker=sign, linewidth=2, label=words)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2, fontsize=9, frameon=False)
        self.band = axes.axvspan(-0.25, 0.25, facecolor="none", edgecolor=SOFT, linewidth=1.6)
        self.picture = Picture(made, [self.band])

    def svg(self, at: int) -> str:
        """Return the picture with a frame around the one that is looked at."""
        self.band.set_x(at - 0.25)
        return self.picture.svg()


def says_members(judged: Sequence[Judged]) -> str:
    """Return in sentences what the picture shows."""
    parts = [
        f"{'Plainly' if one.epsilon is None else f'At epsilon {one.epsilon:g}'}: {100 * one.right:.0f} right "
        f"about people it never saw, attack {100 * one.attack:.0f}"
        for one in judged
    ]
    return "Right answers and right attacks, of 100. " + ". ".join(parts) + ". A coin gets 50."
