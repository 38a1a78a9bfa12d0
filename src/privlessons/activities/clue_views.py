"""Clues as HTML: what was left in a chat, what it tells, and how many people still fit."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from privlessons.clues import BAR, Clue, Step

PARTLY = '<span class="pl-soft">(more than half of it is still there, so we count it)</span>'


def quoted(clue: Clue) -> str:
    """Return a clue's words as they were left, with bars; where there are any, why it still counts."""
    return f"“{escape(clue.words)}”" + (f" {PARTLY}" if BAR in clue.words else "")


def clue_table(steps: Sequence[Step], first: str) -> str:
    """Return one row for each clue; ``first`` is the heading of the words that were left."""
    rows = "".join(
        f"<tr><td>{quoted(s.clue)}</td><td>{escape(s.clue.says)}</td>"
        f'<td class="pl-num">{len(s.left):,}</td></tr>'
        for s in steps
    )
    heads = f'<tr><th>{first}</th><th>So the writer …</th><th class="pl-num">Still fit</th></tr>'
    return f'<table class="pl-table">{heads}{rows}</table>'
