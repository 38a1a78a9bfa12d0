"""Lesson 01, second round: the same program over many people of the town, with its failures."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.trail_views import FACTS, in_words, listed
from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.records import Event
from privlessons.town_trails import MIKAS_DAY, four_weeks, make_trails
from privlessons.trail import conclude
from privlessons.trail_score import Failure, KindScore, find_failures, score_conclusions
from privlessons.ui import STOPPED, Activity, activity, button, html, note, progress_bar, row

PEOPLE = 100
PROOF = 2  # records shown behind a failure
_NONE = {"employer": "no employer", "health": "no worry about health"}


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
        self.failures: list[tuple[Failure, list[Event]]] = []
        self.card = Activity(
            controls={"start": self.start, "cancel": self.cancel, "fail": self.fail},
            state={"people": 0, "right": {}, "invented": {}, "failures": 0, "shown": 0},
        )
        self.card.on(self.start, self._run)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.fail, self._fail)
        self.said.html = "<p>Of each of them the program gets four weeks of the six sources.</p>"
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
        self.said.here += 1  # the button that had the focus is gone
        told, failures = [], []
        try:
            await asyncio.sleep(0.05)
            for trail in make_trails(PEOPLE):
                events = four_weeks(trail.events)
                found = conclude(events)
                told.append((found, trail.life))
                failures += [
                    (one, [events[i] for i in one.said[0].evidence[:PROOF]])
                    for one in find_failures(found, trail.life)
                    if one.kind in FACTS
                ]
                if len(told) % 4 == 0:
                    self.said.html = progress_bar(len(told) / PEOPLE, f"{len(told)} of {PEOPLE} people")
                    await asyncio.sleep(0.01)
                if self.stopped:
                    break
        finally:
            self.working = False
            if not told:
                self.said.html = STOPPED
                self.card.show(self.said, self.start)
                self.said.here += 1
        if told:
            self.failures = _in_turns(failures)
            self._tell(told)

    def _tell(self, told: list) -> None:
        scores = [one for one in score_conclusions(told) if one.kind in FACTS]
        self.card.state |= {
            "people": len(told),
            "right": {one.kind: one.right for one in scores},
            "invented": {one.kind: one.invented for one in scores},
            "failures": len(self.failures),
            "shown": 0,
        }
        asked, right = sum(one.asked for one in scores), sum(one.right for one in scores)
        early = " You stopped early." if self.stopped else ""
        self.said.html = (
            f"<p>{len(told)} people, {asked} facts: <b>{right} right</b>.{early}</p>"
            + _worried(scores, len(told))
            + note(
                "These people are invented, and their days are tidier than yours. This shows how such a "
                "program works. It does not show how often one is right about real people.",
                "caution",
                "To be fair:",
            )
        )
        self.table.value = _table(scores, told)
        self.fail.description = "Show me a failure"
        again = row(self.fail, self.start) if self.stopped else self.fail
        self.card.show(self.said, self.table, again, self.case)
        self.said.here += 1

    def _fail(self) -> None:
        if not self.card.state["people"]:
            return
        if not self.failures:
            self.case.html = note("There is no wrong answer here.", "right")
            return
        number = self.card.state["shown"] % len(self.failures) + 1
        self.card.state["shown"] = number
        self.case.html = _case(*self.failures[number - 1], f"{number} of {len(self.failures)}")
        last = number == len(self.failures)
        self.fail.description = "That was the last. Show the first" if last else "Show me another failure"


def _in_turns(failures: list) -> list:
    """Put failures in such an order that kinds take turns, and each comes once."""
    turns: dict[str, int] = {}
    keyed = []
    for one in failures:
        kind = one[0].kind
        turns[kind] = turns.get(kind, -1) + 1
        keyed.append((turns[kind], list(FACTS).index(kind), one))
    return [one for *_, one in sorted(keyed, key=lambda row: row[:2])]


def _worried(scores: list[KindScore], people: int) -> str:
    """Say how many were given a worry though they have none."""
    health = next(one for one in scores if one.kind == "health")
    without = people - health.asked
    return (
        f"<p>Look at the last row. {without} people have no worry about their health. The program gave a "
        f"worry to <b>{health.invented}</b> of them.</p>"
    )


def _table(scores: list[KindScore], told: list) -> str:
    rows = "".join(
        f'<tr><th scope="row" style="white-space:nowrap">{escape(FACTS[one.kind])}</th>'
        f'<td class="pl-num">{one.asked}</td><td class="pl-num">{one.right}</td>'
        f'<td class="pl-num">{one.asked - one.right - one.silent}</td>'
        f'<td class="pl-num">{one.silent}</td><td class="pl-num">{one.invented or "–"}</td></tr>'
        for one in scores
    )
    heads = ("People who have it", "Right", "Wrong", "Nothing said", "Have none, were given one")
    nights = sum(life.nights for _, life in told)
    rule = (
        "<p class='pl-soft'>Right: at least one answer is true."
        + (f" Hours of sleep: {nights} who work at night are left out." if nights else "")
        + "</p>"
    )
    return (
        '<table class="pl-table"><thead><tr><th scope="col">The fact</th>'
        + "".join(f'<th scope="col" class="pl-num">{head}</th>' for head in heads)
        + f"</tr></thead><tbody>{rows}</tbody></table>{rule}"
    )


def _case(failure: Failure, events: list[Event], number: str) -> str:
    """Show one failure: who, what the program says, the truth, why, and some of the records."""
    name, fact = escape(failure.life.name), escape(FACTS[failure.kind].lower())
    said = escape(" ".join(one.text for one in failure.said))
    truth = escape(in_words(failure.kind, failure.truth))
    if not truth:
        truth = f"{name} has {_NONE.get(failure.kind, 'none')}."
    else:
        truth = f"Those closest are “{truth}”." if failure.kind == "person" else f"The truth is “{truth}”."
    words = f"{name}, {fact}. The program says: “{said}” {truth} {escape(failure.why)}"
    behind, shown = failure.said[0].rests_on, len(events)
    records = f"{shown} of the {behind} records behind it:" if shown < behind else "The record behind it:"
    records = "The records behind it:" if shown == behind > 1 else records
    proof = f'<p class="pl-soft">{records}</p>{listed(events, MIKAS_DAY.tzinfo)}'
    return note(words, "wrong", f"Failure {number}.") + proof
