"""Lesson 01, second round: sources are switched off, old chats go; which conclusions about Mika survive."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.trail_day import ZONE
from privlessons.activities.trail_views import FACTS, again, behind, board, count, judge, tally
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.town_trails import four_weeks, mika
from privlessons.trail import SOURCES, conclude_from, digest
from privlessons.ui import Activity, activity, button, html, note, progress_bar, row

CHATS = SOURCES.index("chats")
REACH = ("All that the chatbot kept", "Only the same four weeks")


@activity
def switch_sources(lesson: Lesson) -> Activity:
    """Let the learner switch sources off and on, over a board of conclusions that stays in place."""
    return _Switches(lesson).card


class _Switches:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.start = button("Take four weeks, and all chats", primary=True)
        self.on = Choice(
            legend="Which sources does the program get?",
            options=list(SOURCES),
            picked=list(range(len(SOURCES))),
            many=True,
            row=True,
        )
        self.reach = Choice(legend="How far back do the chats go?", options=list(REACH), picked=[0], row=True)
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
                "reach": self.reach,
                "look": self.look,
            },
            state={"on": list(SOURCES), "right": None, "verdicts": {}, "looked": "", "old chats": True},
        )
        for control, act in (
            (self.start, self._begin),
            (self.on, self._switch),
            (self.alone, lambda: self._set([CHATS])),
            (self.every, lambda: self._set(list(range(len(SOURCES))))),
            (self.reach, self._switch),
            (self.look, self._look),
        ):
            self.card.on(control, act)
        self.intro.html = (
            "<p>One day was little. Now the program gets four weeks of the same six sources. "
            "Of the chats it gets more: the chatbot kept them all.</p>"
        ) + again(lesson, "second-round", "This round")
        self.card.show(self.intro, self.start)

    async def _begin(self) -> None:
        if self.digests is not None:
            return
        self.start.description = "One moment …"  # the same button, or the keyboard's focus is lost
        self.intro.html = progress_bar(0.3, "The program reads. This takes a moment.")
        await asyncio.sleep(0.1)
        whole = mika().events
        self.trails = (whole, four_weeks(whole))
        self.all_digests = [digest(events) for events in self.trails]
        self.digests = self.all_digests[0]
        self.best = count(judge(conclude_from(self.digests), mika().life), "right")
        self.lesson.done("second-round")
        first = min(event.time for event in whole if event.source == "chats")
        self.intro.html = (
            f"<p>The records are of four weeks in May 2026. The chats go back to {first.day} {first:%B %Y}. "
            "Switch a source off: the program draws its conclusions again, without it.</p>"
        )
        switches = (self.intro, self.on, row(self.alone, self.every), self.reach)
        self.card.show(*switches, self.said, self.table, self.look, self.proof)
        self._switch()
        self.intro.here += 1

    def _set(self, picked: list[int]) -> None:
        self.on.picked = picked

    def _switch(self) -> None:
        if self.digests is None:
            return
        on = [SOURCES[i] for i in sorted(self.on.picked)]
        cut = int(1 in self.reach.picked)
        self.events, self.digests = self.trails[cut], self.all_digests[cut]
        self.facts = judge(conclude_from(self.digests, on), mika().life)
        right = count(self.facts, "right")
        self.card.state |= {
            "on": on,
            "right": right,
            "old chats": not cut,
            "verdicts": {fact.kind: fact.verdict for fact in self.facts},
        }
        records = sum(self.digests[source].count for source in on if source in self.digests)
        self.table.value = board(self.facts)
        names = ", ".join(on) or "none"
        self.said.html = (
            f"<p>{len(on)} of {len(SOURCES)} sources ({names}), {records:,} records. {tally(self.facts)}"
            f"{self._wrong()}</p>" + (self._less(on) if cut and on else self._more(on, right))
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
                f"She typed it herself, to get better answers.{self._pasted()}",
                "wrong",
                "Only the chats are left.",
            )
        if not on:
            return note("No records, no conclusions.", "right", "All is off.")
        return ""

    def _wrong(self) -> str:
        wrong = [FACTS[fact.kind].lower() for fact in self.facts if fact.verdict == "wrong"]
        return f" Wrong: {', '.join(wrong)}. Who buys such conclusions can't see that." if wrong else ""

    def _pasted(self) -> str:
        """Tell of the people who are not hers: another's words, which the program took for her own."""
        people = next(fact for fact in self.facts if fact.kind == "person")
        wrong = [one.value for one, true in zip(people.said, people.true, strict=True) if not true]
        if not wrong:
            return ""
        names = ", ".join(f"“{escape(name)}”" for name in wrong)
        return (
            f" But {names} is not true of her. She pasted a mail from somebody else into a chat, and the "
            "program took his words for hers. Pick <i>People</i> below to read it."
        )

    def _less(self, on: list[str]) -> str:
        """Say which facts are told no more, now that old chats are gone."""
        before = judge(conclude_from(self.all_digests[0], on), mika().life)
        gone = [
            FACTS[old.kind].lower()
            for old, new in zip(before, self.facts, strict=True)
            if old.verdict == "right" and new.verdict != "right"
        ]
        said = f"No longer right: {', '.join(gone)}." if gone else "With these sources it changes no verdict."
        return note(said, "right" if gone else "note", "The old chats are gone.")

    def _look(self) -> None:
        if self.digests is None or not self.look.picked:
            return
        fact = self.facts[self.look.picked[0]]
        self.card.state["looked"] = fact.kind
        self.proof.html = behind(fact, self.events, ZONE)
