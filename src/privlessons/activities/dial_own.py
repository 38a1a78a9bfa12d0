"""Lesson 08, stretch: the dial on a table of one's own, or on a made-up one."""

from __future__ import annotations

from html import escape

from privlessons.activities.dial_noise import Dial
from privlessons.activities.table_box import TableBox
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity


@activity
def dial_on_a_table(lesson: Lesson) -> Activity:
    """Let the learner turn the dial on a table of their own; it stays in memory until it is forgotten."""
    dial = Dial(lesson)
    card = dial.card
    card.state["rows"] = None

    def opened(table, called: str) -> None:
        card.state["rows"] = len(table)
        box.intro.html = f"<p><b>{escape(called)}</b>: {len(table):,} rows. What do you ask it?</p>"
        dial.use(table)
        card.show(box.intro, *dial.parts, box.forget)

    def forgotten() -> None:
        dial.forget()
        card.state["rows"] = None

    box = TableBox(lesson, card, opened, forgotten)
    return card
