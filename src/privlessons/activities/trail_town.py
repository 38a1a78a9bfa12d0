"""Lesson 01, second round: the same program over many people of the town, with its failures."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.trail_views import FACTS
from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.town_trails import make_trails
from privlessons.trail import conclude
from privlessons.trail_score import score_conclusions
from privlessons.ui import Activity, activity, button, html, note, progress_bar, row

PEOPLE = 100


@activity
def many_people(lesson: Lesson) -> Activity:
    """Let the program conclude about many people, and count what is right, wrong and made up."""
    return _Many(lesson).card


class _Many:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.start = button(f"Try {PEOPLE} people", primary=True)
        self.cancel = button("Cancel")
        self.fail = button("Show me a failure")
        self.said, self.table, self.case = Live(), html(""), Live()
        self.working = self.stopped = False
        self.failures: list = []
        self.shown = 0
        self.card = Activity(
            controls={"start": self.start, "cancel": self.cancel, "fail": self.fail},
            state={"people": 0, "right": {}, "invented": {}, "shown": 0},
        )
        self.card.on(self.start, self._run)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.fail, self._fail)
        self.said.html = "<p>Each of them has four weeks of records from the six sources.</p>"
        self.card.show(self.said, self.start)

    def _stop(self) -> None:
        self.stopped = True

    async def _run(self) -> None:
        if self.working:
            return
        self.working, self.stopped = True, False
        self.table.value = self.case.html = ""
        self.said.html = progress_bar(0, "The town's records are made.")
        self.card.show(self.said, self.cancel)
        told = []
        try:
            await asyncio.sleep(0.05)
            for trail in make_trails(PEOPLE):
                told.append((conclude(trail.events), trail.life))
                if len(told) % 4 == 0:
                    self.said.html = progress_bar(len(told) / PEOPLE, f"{len(told)} of {PEOPLE} people")
                    await asyncio.sleep(0.01)
                if self.stopped:
                    break
        finally:
            self.working = False
            if not told:
                self.said.html = "<p>Stopped. You can start again whenever you like.</p>"
                self.card.show(self.said, self.start)
        if told:
            self._tell(told)

    def _tell(self, told: list) -> None:
        scores = [one for one in score_conclusions(told) if one.kind in FACTS]
        self.failures = [(one.kind, miss) for one in scores for miss in one.misses if miss.said]
        self.shown = 0
        self.card.state |= {
            "people": len(told),
            "right": {one.kind: one.right for one in scores},
            "invented": {one.kind: one.invented for one in scores},
        }
        rows = "".join(
            f'<tr><th scope="row">{escape(FACTS[one.kind])}</th><td class="pl-num">{one.asked}</td>'
            f'<td class="pl-num">{one.right}</td><td class="pl-num">{one.asked - one.right - one.silent}</td>'
            f'<td class="pl-num">{one.silent}</td><td class="pl-num">{one.invented}</td></tr>'
            for one in scores
        )
        heads = ("True of", "Right", "Wrong", "Nothing said", "Made up")
        self.table.value = (
            '<table class="pl-table"><thead><tr><th scope="col">The fact</th>'
            + "".join(f'<th scope="col" class="pl-num">{head}</th>' for head in heads)
            + f"</tr></thead><tbody>{rows}</tbody></table>"
        )
        asked, right = sum(one.asked for one in scores), sum(one.right for one in scores)
        worried = next(one.invented for one in scores if one.kind == "health")
        early = " You stopped early." if self.stopped else ""
        self.said.html = (
            f"<p>{len(told)} people, {asked} facts: <b>{right} right</b>.{early} “Made up” counts people of "
            f"whom no such thing is true. {worried} were given a worry about health that isn't theirs.</p>"
            + note(
                "These people are invented, and their days are tidier than yours. This shows how such a "
                "program works. It does not show how often one is right about real people.",
                "caution",
                "To be fair:",
            )
        )
        again = row(self.fail, self.start) if self.stopped else self.fail
        self.card.show(self.said, self.table, again, self.case)
        self.said.here += 1

    def _fail(self) -> None:
        if not self.card.state["people"]:
            return
        if not self.failures:
            self.case.html = note("There is no wrong answer here.", "right")
            return
        # Kinds take turns, so that the second failure is not the first one again.
        kinds = list(dict.fromkeys(kind for kind, _ in self.failures))
        turn, kind = divmod(self.shown, len(kinds))
        misses = [miss for other, miss in self.failures if other == kinds[kind]]
        miss = misses[turn % len(misses)]
        self.shown += 1
        self.card.state["shown"] = self.shown
        self.case.html = note(
            f"{escape(FACTS[kinds[kind]])}: the program says “{escape(miss.said)}”. "
            f"The truth is “{escape(miss.truth)}”.",
            "wrong",
            "Wrong.",
        )
