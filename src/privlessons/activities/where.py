"""On your own: where to click, at the service the learner uses, with the date and the source."""

from __future__ import annotations

from datetime import date
from html import escape

from privlessons.controls import Choice, Live
from privlessons.facts import Fact, load_facts
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, note


@activity
def where_to_click(lesson: Lesson, topic: str, today: date | None = None) -> Activity:
    """Show the clicks for one ``topic`` ("export", "training") at the service that the learner picks."""
    facts = load_facts(topic)
    other = "Another one, or none"
    which = Choice(legend="Which one do you use?", options=[*(f.product for f in facts), other], row=True)
    said = Live()
    card = Activity([which, said], controls={"which": which}, state={"shown": None})

    def picked():
        if not which.picked:
            return
        lesson.done("on-your-own")
        if which.text == other:
            card.state["shown"] = other
            said.html = note(
                "Open its settings. Look for the words <b>privacy</b> or <b>data</b>. "
                "Write down what you find, and today's date."
            )
            return
        fact = facts[which.picked[0]]
        card.state["shown"] = fact.id
        said.html = _clicks(fact, today or date.today())

    card.on(which, picked)
    return card


def _clicks(fact: Fact, today: date) -> str:
    steps = "".join(f"<li>{escape(step)}</li>" for step in fact.where)
    kind = (
        "from the company's own pages" if fact.kind == "official" else "reported by users, not by the company"
    )
    dated = f"Source of {_day(fact.source_date)}" if fact.source_date else "Source without a date"
    stale = ""
    if fact.stale(today):
        stale = note(
            "We read this some time ago. Check each step before you rely on it.",
            "caution",
            "May be out of date.",
        )
    return (
        f"<h4>{escape(fact.product)}: {escape(fact.control)}</h4><ol>{steps}</ol>"
        f"<p><b>What it does.</b> {escape(fact.does)}</p>"
        f"<p><b>What it does not do.</b> {escape(fact.does_not)}</p>"
        f'{stale}<p class="pl-soft">{dated}, {kind}, read on {_day(fact.seen)}. '
        f"Region: {escape(fact.region)}. {escape(fact.source)}.</p>"
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
