"""Bars on one scale, each with its words and its number above it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def times(number: int) -> str:
    """Return how often in words: never, once, or "3 times"."""
    return {0: "never", 1: "once"}.get(number, f"{number:,} times")


def often(share: float, bound: str = "") -> str:
    """Return how many of 100 runs a ``share`` is, never as certain; ``bound`` is "at most " or the like."""
    if share > 0.995:
        return "nearly always"
    if share < 0.005:
        return "hardly ever"
    return bound + times(round(100 * share))


def bars(rows: Iterable[tuple[str, float, str, str]]) -> str:
    """Return HTML for bars: (what it is, its share from 0 to 1, the number in words, a look or "").

    A look is "bad" or "soft". The words say all that the bars show.
    """
    drawn = "".join(
        f'<div><div class="pl-bar-words"><b>{escape(words)}</b><span>{escape(told)}</span></div>'
        f'<div class="pl-bar {f"pl-bar-{look}" if look else ""}" aria-hidden="true">'
        f'<div style="width:{100 * share:.2f}%"></div></div></div>'
        for words, share, told, look in rows
    )
    return f'<div class="pl-bars">{drawn}</div>'
