"""Lesson 06: who may learn from it, who owns what comes out, and who says so: dated rows."""

from __future__ import annotations

from datetime import date
from html import escape

from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.ownership import QUESTIONS, Ruling, load_rulings
from privlessons.ui import Activity, activity, note


@activity
def who_says_so(lesson: Lesson, today: date | None = None) -> Activity:
    """Show, for one question at a time, what courts, offices and terms have said, and what is open."""
    which = Choice(legend="What do you want to know?", options=list(QUESTIONS.values()))
    said = Live()
    card = Activity([which, said], controls={"which": which}, state={"shown": None})

    def picked():
        if not which.picked:
            return
        key = list(QUESTIONS)[which.picked[0]]
        card.state["shown"] = key
        lesson.done("owners")
        rows = sorted(load_rulings(key), key=lambda r: (r.date is None, r.date))
        said.html = "".join(_told(r, today or date.today()) for r in rows)

    card.on(which, picked)
    return card


def _told(ruling: Ruling, today: date) -> str:
    stale = ""
    if ruling.stale(today):
        stale = note(
            "We read this some time ago. Look whether it still holds.", "caution", "May be out of date."
        )
    when = _day(ruling.date) if ruling.date else "without a date"
    how = " Read in somebody's summary, not in the original." if "secondary" in ruling.kind else ""
    return (
        f"<h4>{escape(ruling.who)}</h4>"
        f"<p><b>It says.</b> {escape(ruling.says)}</p><p><b>Not settled.</b> {escape(ruling.open)}</p>{stale}"
        f'<p class="pl-soft">{when}. {escape(ruling.region)}. {escape(ruling.source)}. '
        f"Read on {_day(ruling.seen)}.{how}</p>"
    )


def _day(day: date) -> str:
    # The law of 1988 has a year that people cite, not a day.
    return f"{day.year}" if day.year < 2000 else f"{day.day} {day:%B %Y}"
