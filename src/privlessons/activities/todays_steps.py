"""Lesson 12, at home: today's steps at the services that the learner uses, with dates and sources."""

from __future__ import annotations

from datetime import date
from html import escape

from privlessons.activities.fact_views import fact_card
from privlessons.controls import Choice, Live
from privlessons.facts import load_facts, services
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, html, note

GOALS = {
    "Keep my chats out of training": ("training", "training-more"),
    "Chat without leaving a chat behind": ("temporary", "memory"),
    "Get a copy of my data": ("export",),
    "Delete chats, or the account": ("delete", "account", "keeping"),
    "Know who reads, and what ads use": ("review", "ads"),
    "Know the rules for age, work and school": ("age", "work"),
    "Write to them": ("contact",),
}
NOTHING = (
    "We have no dated row on this. Open its settings and look for the words <b>privacy</b> or <b>data</b>."
)


@activity
def todays_steps(lesson: Lesson, today: date | None = None) -> Activity:
    """Show the steps for a goal at each service that the learner ticks, as known on ``today``."""
    facts = load_facts()
    named = [s for s in services(facts) if s != "Your own site"]
    which = Choice(legend="Which of these do you use? Tick one or more.", options=named, many=True, row=True)
    goal = Choice(legend="What do you want to do?", options=list(GOALS))
    said, cards_below = Live(), html("")
    card = Activity(
        [which, goal, said, cards_below],
        controls={"which": which, "goal": goal},
        state={"shown": [], "stale": 0},
    )

    def picked():
        if not which.picked or goal.text is None:
            missing = "what you want to do" if which.picked else "which service you use"
            card.state |= {"shown": [], "stale": 0}
            cards_below.value = ""
            said.html = f"<p>Now pick {missing}.</p>" if which.picked or goal.picked else ""
            return
        on = today or date.today()
        shown, parts = [], []
        for service in (named[i] for i in which.picked):
            rows = [
                f for topic in GOALS[goal.text] for f in facts if (f.service, f.topic) == (service, topic)
            ]
            shown += rows
            cards = "".join(fact_card(fact, on) for fact in rows) or f"<p>{NOTHING}</p>"
            parts.append(f'<section class="pl-service"><h3>{escape(service)}</h3>{cards}</section>')
        card.state |= {"shown": [f.id for f in shown], "stale": sum(f.stale(on) for f in shown)}
        said.html = _how_many(len(shown), card.state["stale"])
        cards_below.value = "".join(parts)
        lesson.done("steps-today")

    card.on(which, picked)
    card.on(goal, picked)
    return card


def _how_many(count: int, stale: int) -> str:
    rows = "one row" if count == 1 else f"{count} rows"
    if not stale:
        return f"<p>We know {rows} on this. Each has its date and its source.</p>"
    old = "One of them may" if stale == 1 else f"{stale} of them may"
    return note(f"We know {rows} on this. {old} be out of date: check first.", "caution", "Dates.")
