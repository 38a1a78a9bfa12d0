"""On your own: where to click, at the service the learner uses, with the date and the source."""

from __future__ import annotations

from datetime import date

from privlessons.activities.fact_views import fact_card
from privlessons.controls import Choice, Live
from privlessons.facts import load_facts
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
        said.html = fact_card(fact, today or date.today())

    card.on(which, picked)
    return card
