"""Lesson 01, second round: four weeks of Mika's; switch sources off, and see which conclusions survive."""

from __future__ import annotations

import asyncio

from privlessons.activities.trail_day import ZONE
from privlessons.activities.trail_views import FACTS, behind, board, count, judge, tally
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.town_trails import mika
from privlessons.trail import SOURCES, conclude_from, digest
from privlessons.ui import Activity, activity, button, html, note, row

CHATS = SOURCES.index("chats")


@activity
def switch_sources(lesson: Lesson) -> Activity:
    """Let the learner switch sources off and on, over a board of conclusions that stays in place."""
    return _Switches(lesson).card


class _Switches:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.start = button("Take four weeks", primary=True)
        self.on = Choice(
            legend="Which sources does the program get?",
            options=list(SOURCES),
            picked=list(range(len(SOURCES))),
            many=True,
            row=True,
        )
        self.alone, self.every = button("Only the chats"), button("All six sources")
        self.look = Choice(legend="See the records behind a fact", options=list(FACTS.values()), row=True)
        self.intro, self.said, self.table, self.proof = Live(), Live(), html(""), Live()
        self.digests = None
        self.best: int | None = None
        self.card = Activity(
            controls={
                "start": self.start,
                "on": self.on,
                "alone": self.alone,
                "every": self.every,
                "look": self.look,
            },
            state={"on": list(SOURCES), "right": None, "verdicts": {}, "looked": ""},
        )
        for control, act in (
            (self.start, self._begin),
            (self.on, self._switch),
            (self.alone, lambda: self._set([CHATS])),
            (self.every, lambda: self._set(list(range(len(SOURCES))))),
            (self.look, self._look),
        ):
            self.card.on(control, act)
        self.intro.html = (
            "<p>One day was little. Now the program gets four weeks of the same six sources.</p>"
        )
        self.card.show(self.intro, self.start)

    async def _begin(self) -> None:
        if self.digests is not None:
            return
        self.intro.html = "<p>The program reads four weeks. This takes a moment.</p>"
        await asyncio.sleep(0.1)
        self.events = mika().events
        self.digests = digest(self.events)
        self.best = count(judge(conclude_from(self.digests), mika().life), "right")
        self.lesson.done("second-round")
        self.intro.html = "<p>Switch a source off: the program draws its conclusions again, without it.</p>"
        switches = (self.intro, self.on, row(self.alone, self.every))
        self.card.show(*switches, self.said, self.table, self.look, self.proof)
        self._switch()
        self.intro.here += 1

    def _set(self, picked: list[int]) -> None:
        self.on.picked = picked

    def _switch(self) -> None:
        if self.digests is None:
            return
        on = [SOURCES[i] for i in sorted(self.on.picked)]
        self.facts = judge(conclude_from(self.digests, on), mika().life)
        right = count(self.facts, "right")
        self.card.state |= {
            "on": on,
            "right": right,
            "verdicts": {fact.kind: fact.verdict for fact in self.facts},
        }
        records = sum(self.digests[source].count for source in on if source in self.digests)
        self.table.value = board(self.facts)
        names = ", ".join(on) or "none"
        self.said.html = (
            f"<p>{len(on)} of {len(SOURCES)} sources ({names}), {records:,} records. {tally(self.facts)}</p>"
            + self._more(on, right)
        )
        self._look()

    def _more(self, on: list[str], right: int) -> str:
        """Say what this choice shows, where it shows something of its own."""
        if on == ["chats"]:
            self.lesson.keep("numbers", "right-from-chats-alone", right)
            told = ", ".join(FACTS[f.kind].lower() for f in self.facts if f.verdict == "right")
            return note(
                f"No phone told where she was. No bank told what she paid. And the chats alone still tell "
                f"{right} of the {self.best} facts that all six sources tell together: {told}. "
                "She typed it herself, to get better answers.",
                "wrong",
                "Only the chats are left.",
            )
        if not on:
            return note("No records, no conclusions.", "right", "All is off.")
        return ""

    def _look(self) -> None:
        if self.digests is None or not self.look.picked:
            return
        fact = self.facts[self.look.picked[0]]
        self.card.state["looked"] = fact.kind
        self.proof.html = behind(fact, self.events, ZONE)
