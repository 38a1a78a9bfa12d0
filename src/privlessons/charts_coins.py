"""Lesson 07's pictures, as HTML that follows the page's colours: polls on a line, odds, how sure one is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import isinf

from privlessons.noise import FAIR, Coin, odds

EDGE = 0.2
"""The line of results goes so far below 0 and above 1: results there are impossible as shares."""
GOLDEN = 0.618034
"""Each dot of a line lies so much of its height below the one before, so that no two lanes coincide."""


def in_100(share: float) -> str:
    """Return a share in words: 0.3 is "30 in 100". Below none and above all stay as they are."""
    return f"{round(100 * share)} in 100".replace("-", "−")


def says_results(label: str, results: Sequence[float], truth: float, margin: float | None) -> str:
    """Return what a line of polls shows, in one or two sentences."""
    many = f"{len(results)} {'poll' if len(results) == 1 else 'polls'} of {label}. "
    if not len(results):
        return f"No poll of {label} yet. The truth is {in_100(truth)}."
    low, high = in_100(min(results)), in_100(max(results))
    found = f"The result is {low}. " if low == high else f"The results go from {low} to {high}. "
    band = ""
    if margin is not None:
        inside = within(results, truth, margin)
        band = f" {inside} of {len(results)} lie within {round(100 * margin)} points of it."
    return f"{many}{found}The truth is {in_100(truth)}.{band}"


def within(results: Sequence[float], truth: float, margin: float) -> int:
    """Return how many results lie within ``margin`` of the truth."""
    return sum(bool(abs(one - truth) <= margin) for one in results)


def poll_line(label: str, results: Sequence[float], truth: float, margin: float | None = None) -> str:
    """Return HTML for one line from below 0 to above 100, with a dot a poll and the truth as a dashed line.

    The band around the truth is ``margin`` wide to each side, or left out. A dot outside it is a ring. What
    lies beyond the line's ends is drawn at its end.
    """
    words = says_results(label, results, truth, margin)
    band = ""
    if margin is not None:
        left, right = _at(max(-EDGE, truth - margin)), _at(min(1 + EDGE, truth + margin))
        band = f'<div class="pl-polls-band" style="left:{left:.1f}%;width:{right - left:.1f}%"></div>'
    dots = []
    for place, result in enumerate(results):
        look = "pl-polls-dot"
        if margin is not None and abs(result - truth) > margin:
            look += " pl-far"
        x = _at(min(1 + EDGE - 0.02, max(-EDGE + 0.02, result)))
        lane = 10 + 80 * ((place + 0.8) * GOLDEN % 1)
        dots.append(f'<i class="{look}" style="left:{x:.1f}%;top:{lane:.1f}%"></i>')
    scale = "".join(
        f'<span style="left:{_at(mark):.1f}%">{round(100 * mark)}</span>' for mark in (0, 0.25, 0.5, 0.75, 1)
    )
    return (
        f'<div class="pl-polls" role="img" aria-label="{escape(words, quote=True)}">'
        f'<div class="pl-polls-head"><b>{escape(label)}</b>'
        f"<span>┆ the truth: {in_100(truth)}</span></div>"
        '<div class="pl-polls-line">'
        f'<div class="pl-polls-real" style="left:{_at(0):.1f}%;width:{_at(1) - _at(0):.1f}%"></div>'
        f'{band}<div class="pl-polls-truth" style="left:{_at(truth):.1f}%"></div>{"".join(dots)}</div>'
        f'<div class="pl-polls-scale">{scale}</div></div>'
    )


def key(banded: bool) -> str:
    """Return HTML that explains the signs of a line of polls."""
    inside = ' <i class="pl-polls-dot"></i> one poll'
    ring = ' <i class="pl-polls-dot pl-far"></i> a poll outside the band' if banded else ""
    band = " The pale band holds 95 in 100 polls." if banded else ""
    return (
        f'<p class="pl-soft pl-polls-key">{inside}{ring}. The line counts how many in 100 did it. '
        f"Striped: fewer than nobody, or more than everybody.{band}</p>"
    )


def _at(share: float) -> float:
    return 100 * (share + EDGE) / (1 + 2 * EDGE)


def bars(rows: Sequence[tuple[str, float, str]], words: str) -> str:
    """Return HTML for labelled bars: (label, share from 0 to 1, what stands at its end) each."""
    made = "".join(
        f'<span>{escape(label)}</span><span class="pl-bar"><i style="width:{100 * share:.1f}%"></i></span>'
        f'<span class="pl-num">{escape(end)}</span>'
        for label, share, end in rows
    )
    return f'<div class="pl-scales" role="img" aria-label="{escape(words, quote=True)}">{made}</div>'


def answer_bars(coin: Coin = FAIR, answer: str = "yes") -> str:
    """Return HTML that sets side by side who sends this ``answer``: those it is true of, and the others."""
    if_same, if_other = coin.yes_if_true, coin.yes_if_false
    if answer == "no":
        if_same, if_other = 1 - if_other, 1 - if_same
    other = {"yes": "no", "no": "yes"}[answer]
    rows = [
        (f"If the truth is {answer}", if_same, f"{in_100(if_same)} say {answer}"),
        (f"If the truth is {other}", if_other, f"{in_100(if_other)} say {answer}"),
    ]
    return bars(rows, f"{rows[0][0]}, {rows[0][2]}. {rows[1][0]}, {rows[1][2]}.")


def says_odds(coin: Coin = FAIR) -> str:
    """Return in one or two sentences what a yes and a no give away under this coin."""
    yes, no = odds(coin)
    if isinf(yes) and isinf(no):
        return "Each answer is proof: nobody is hidden."
    if isinf(yes):
        return f"A yes is proof: no coin ever says it. A no {_raises(no)}."
    if isinf(no):
        return f"A no is proof: no coin ever says it. A yes {_raises(yes)}."
    if max(yes, no) == 1:
        return "One answer tells nothing about its sender."
    if _short(yes) == _short(no):
        return f"One answer at most {_raises(yes, ' about its sender')}."
    return f"A yes {_raises(yes)}, a no {_raises(no)}."


def _short(number: float) -> str:
    return f"{number:.2f}" if number < 1.15 else f"{number:.1f}".removesuffix(".0")


def _raises(number: float, whom: str = "") -> str:
    short = _short(number)
    plain = {"2": f"doubles the odds{whom}", "3": f"triples the odds{whom}"}
    return plain.get(short, f"multiplies the odds{whom} by {short}")
