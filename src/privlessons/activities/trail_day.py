"""Lesson 01: one day of Mika's from six sources, and what a simple program concludes from it."""

from __future__ import annotations

import asyncio

from privlessons.activities.trail_views import (
    FACTS,
    again,
    behind,
    board,
    count,
    judge,
    listed,
    tally,
    wide,
)
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.town_trails import MIKAS_DAY, day_of, mika
from privlessons.trail import conclude
from privlessons.ui import (
    Activity,
    activity,
    button,
    html,
    note,
    picture,
    predict,
    progress_bar,
    replay,
    row,
)

GUESSES = ("None or one", "Two to four", "Five to seven", "Eight or all nine")
ZONE = MIKAS_DAY.tzinfo


def guess_how_many(lesson: Lesson) -> Activity:
    """Ask how many facts about Mika a simple program gets right from one day."""
    return predict(
        lesson,
        "facts-in-a-day",
        f"A simple program reads this one day. On our list are {len(FACTS)} facts about Mika: where "
        "she lives, what she earns, what worries her and more. How many will it get right?",
        GUESSES,
    )


@activity
def one_day(lesson: Lesson) -> Activity:
    """Show Mika's day as a timeline, then the program's conclusions one by one, beside the truth."""
    return _Day(lesson).card


class _Day:
    """Stages are "before", "day" and "result"."""

    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.start = button("Show me Mika's day", primary=True)
        self.next = button("What does the program conclude?", primary=True)
        self.all = button("All at once")
        self.look = Choice(legend="See the records behind a fact", options=list(FACTS.values()), row=True)
        self.said, self.table, self.proof = Live(), html(""), Live()
        self.figure, self.records = html(""), html("")
        # One box for all steps: a button that is drawn anew loses the keyboard's focus.
        self.steps = row(self.next, self.all)
        self.card = Activity(
            controls={"start": self.start, "next": self.next, "all": self.all, "look": self.look},
            state={"stage": "before", "told": 0, "right": None, "looked": "", "lit": 0},
        )
        for control, act in (
            (self.start, self._begin),
            (self.next, self._next),
            (self.all, self._all),
            (self.look, self._look),
        ):
            self.card.on(control, act)
        self.said.html = (
            "<p>A phone, a laptop, a bank card, a chatbot: each of them keeps a little. "
            "Here is what they kept of one day.</p>"
        ) + again(lesson, "try", "The day")
        self.card.show(self.said, self.start)

    async def _begin(self) -> None:
        if self.card.state["stage"] != "before":
            return
        self.card.state["stage"] = "day"
        self.start.description = "One moment …"  # the same button, or the keyboard's focus is lost
        await self._wait(0.1, "The records of the day are put together.")
        self.life = mika().life
        self.events = day_of(mika().events)
        await self._wait(0.4, "The program reads them.")
        facts = judge(conclude(self.events), self.life)
        await self._wait(0.7, "The day is drawn.")
        sources = len({event.source for event in self.events})
        self.records.value = (
            f"<details><summary>Read all {len(self.events)} records</summary>"
            f'<div tabindex="0" role="region" aria-label="All records of the day" '
            f'style="max-height:24rem;overflow-y:auto">{listed(self.events, ZONE)}</div></details>'
        )
        self._draw(())
        self.facts = facts
        self.said.html = (
            f"<p><b>{len(self.events)} records from {sources} sources</b>, Wednesday 6 May 2026. "
            "Most of them look dull. None was meant to tell who Mika is.</p>"
        )
        # The button stands above what it brings, so that it stays in its place.
        self.card.show(self.said, self.figure, self.records, self.steps, self.proof, self.table)
        self.said.here += 1

    async def _wait(self, share: float, words: str) -> None:
        """Say what comes, and let the page hear of it before matplotlib and the like keep us busy."""
        self.said.html = progress_bar(share, f"{words} This takes a moment.")
        await asyncio.sleep(0.1)

    def _draw(self, lit) -> None:
        from privlessons.charts import Picture
        from privlessons.charts_trail import day_figure, says_day

        lit = set(lit)
        self.card.state["lit"] = len(lit)
        made = day_figure(self.events, MIKAS_DAY, lit=lit)
        ringed = f" {len(lit)} records that the program used are marked." if lit else ""
        self.figure.value = wide(picture(Picture(made).svg(), says_day(self.events, MIKAS_DAY) + ringed))

    def _ready(self) -> bool:
        return self.card.state["stage"] == "day" and hasattr(self, "facts")

    def _next(self) -> None:
        if not self._ready():
            return
        told = self.card.state["told"] + 1
        if told > len(self.facts):
            self._result()
            return
        self.card.state["told"] = told
        last = told == len(self.facts)
        self.next.description = "Count them" if last else "Next conclusion"
        self.all.layout.display = "none" if last else None
        self._show(told - 1)
        rings = "Rings mark the records behind it." if self.facts[told - 1].said else "It has none to tell."
        self.said.html = f"<p>Conclusion {told} of {len(self.facts)}. {rings}</p>"

    def _all(self) -> None:
        if self._ready():
            self.card.state["told"] = len(self.facts)
            self._result()

    def _show(self, which: int) -> None:
        fact = self.facts[which]
        self.card.state["looked"] = fact.kind
        self._draw(i for one in fact.said for i in one.evidence)  # first, since it takes the longest
        self.table.value = board(self.facts, self.card.state["told"], fact.kind)
        self.proof.html = behind(fact, self.events, ZONE)

    def _look(self) -> None:
        if self.card.state["stage"] == "result" and self.look.picked:
            self._show(self.look.picked[0])

    def _result(self) -> None:
        """Show the whole board beside the guess; no fact is set off until one is picked."""
        right = count(self.facts, "right")
        self.card.state |= {"stage": "result", "right": right, "looked": ""}
        self.lesson.keep("numbers", "right-from-one-day", right)
        self.lesson.done("try")
        self.said.html = (
            replay(
                self.lesson,
                "facts-in-a-day",
                f"From {len(self.events)} records of one day the program got {right} of {len(self.facts)} "
                "facts right.",
            )
            + f"<p>{tally(self.facts)}</p>"
            + note(
                "It looked up words on a list, and counted hours and places. It can't tell why somebody "
                f"searched, or for whom. {_errors(self.facts)}",
                "caution",
                "A simple program:",
            )
        )
        self.table.value, self.proof.html = board(self.facts), ""
        self._draw(())
        self.card.show(self.said, self.table, self.look, self.figure, self.proof, self.records)
        self.said.here += 1


def _errors(facts) -> str:
    """Say whether this day shows a mistake."""
    if count(facts, "wrong") + count(facts, "partly"):
        return "Who buys such conclusions can't see which ones are wrong."
    return "On this one day it made no mistake. With more records it does: you will see some further down."
