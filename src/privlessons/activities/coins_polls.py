"""Lesson 07: poll the same twenty people ten times, then two thousand; then set how many answer."""

from __future__ import annotations

from privlessons.charts_coins import in_100, key, poll_line, within
from privlessons.controls import Live, Slider
from privlessons.lesson import Lesson
from privlessons.noise import margin, polls
from privlessons.ui import Activity, activity, button, html, note, replay

SHARE = 0.3
FEW, MANY, TEN = 20, 2_000, 10
SIZES = (20, 60, 100, 200, 400, 1_000, 2_000)
DRAWN = 100
STEPS = (
    f"Poll the {FEW} people",
    f"Poll the same {FEW} nine times more",
    f"Now poll {MANY:,} people, ten times",
    "Poll all of them again",
)


@activity
def poll_the_same_people(lesson: Lesson) -> Activity:
    """Show how far off a small class is: first the same people over and over, then many."""
    return _Polls(lesson).card


def how_good(error: float) -> str:
    """Return in words what one may do with a poll that is off by up to ``error`` (a share)."""
    if error > 0.25:
        return "We can’t tell. It may be few of them, or most."
    if error > 0.12:
        return "That is rough. It tells few from most, and little more."
    if error > 0.06:
        return "That is good enough to plan a course by."
    return "That is close."


class _Polls:
    def __init__(self, lesson: Lesson):
        import numpy as np

        self.rng, self.lesson, self.step = np.random.default_rng(), lesson, 0
        self.next, self.redraw = button(STEPS[0], primary=True), button("Draw again")
        self.size = Slider(
            label="People in each poll",
            max=len(SIZES) - 1,
            low="few, less exact",
            high="many, more exact",
            names={str(i): f"{n:,}" for i, n in enumerate(SIZES)},
        )
        self.intro, self.said, self.few, self.many = Live(), Live(), html(""), html("")
        self.key, self.drawn, self.told = html(key(banded=False)), html(""), Live()
        self.few_results, self.many_results = [], []
        self.card = Activity(
            controls={"next": self.next, "size": self.size, "redraw": self.redraw},
            state={"polls": 0, "few": None, "many": None, "margin": None, "within": None},
        )
        self.card.on(self.next, self._next)
        self.card.on(self.size, self._draw)
        self.card.on(self.redraw, self._draw)
        self.intro.html = (
            f"<p>Back to the course. <b>{FEW} people</b> sit there. {round(SHARE * FEW)} of them did it: "
            f"{in_100(SHARE)}. Nobody told the librarian. She asks all of them, by coin, and reckons.</p>"
        )
        self.few.value = poll_line(f"The same {FEW} people", [], SHARE)
        self.card.show(self.intro, self.few, self.key, self.next, self.said)

    def _next(self) -> None:
        same = {"rng": self.rng, "same_people": True}
        if self.step == 3:
            self.few_results, self.many_results = [], []
        if self.step in (0, 1, 3):
            more = 1 if self.step == 0 else TEN - len(self.few_results)
            self.few_results += [float(x) for x in polls(SHARE, FEW, more, **same)]
        if self.step >= 2:
            self.many_results = [float(x) for x in polls(SHARE, MANY, TEN, **same)]
        self.step = min(3, self.step + 1)
        self.next.description = STEPS[self.step]
        few, many = self._range(self.few_results), self._range(self.many_results)
        self.card.state |= {"polls": len(self.few_results), "few": few, "many": many}
        self.few.value = poll_line(f"The same {FEW} people", self.few_results, SHARE)
        if self.step == 1:
            self.said.html = (
                f"<p>The librarian reckons: <b>{in_100(few[0])}</b> did it. Ask the same people again. "
                "Nobody changes their mind, and nobody did anything since. Only the coins fall anew.</p>"
            )
        elif self.step == 2:
            odd = " Fewer than nobody can’t be. That is how far off 20 people are." if few[0] < 0 else ""
            self.said.html = (
                f"<p>The same {FEW} people, the same truth. Ten polls say anything from "
                f"<b>{in_100(few[0])}</b> "
                f"to <b>{in_100(few[1])}</b>.{odd} From one such poll we learn next to nothing. In a small "
                "group the coins drown the truth.</p>"
            )
        else:
            self._both(few, many)

    def _both(self, few, many) -> None:
        self.lesson.keep("numbers", "few-and-many", [round(100 * x) for x in (*few, *many)])
        self.many.value = poll_line(f"The same {MANY:,} people", self.many_results, SHARE)
        result = (
            f"Ten polls of {FEW} people went from {in_100(few[0])} to {in_100(few[1])}. Ten polls of "
            f"{MANY:,} "
            f"went from {in_100(many[0])} to {in_100(many[1])}. The truth is {in_100(SHARE)} for both. Among "
            "many, the coins even out. And still nobody’s answer proves anything."
        )
        self.said.html = note(replay(self.lesson, "coins", result), "right", "Many answers.")
        if self.told in self.card.children:
            return
        self.lesson.done("try-polls")
        more = html(
            f"<p>How many does it take? Now each poll asks <b>other people</b>, in a country where "
            f"{in_100(SHARE)} did it. That is what a survey does. Here are {DRAWN} such polls. A "
            "<b>point</b> is one in 100. The sign ± means: up to so many above or below.</p>"
        )
        self.key.value = key(banded=True)
        self.card.show(
            self.intro, self.few, self.many, self.next, self.said,
            more, self.size, self.told, self.drawn, self.key, self.redraw,
        )  # fmt: skip
        self._draw()
        self.said.held += 1  # the button was laid out anew, and the focus would be lost

    def _draw(self) -> None:
        if self.step < 3:
            return
        people = SIZES[int(self.size.value)]
        off = margin(SHARE, people)
        results = polls(SHARE, people, DRAWN, self.rng)
        inside = within(results, SHARE, off)
        self.card.state |= {"margin": round(100 * off), "within": inside}
        self.drawn.value = poll_line(f"{people:,} people, others each time", results, SHARE, off)
        self.told.html = (
            f"<p>With {people:,} people, 95 in 100 polls land within <b>± {round(100 * off)} points</b> of "
            "the "
            f"truth. In this run it was {inside} of {DRAWN}. {how_good(off)}</p>"
        )

    @staticmethod
    def _range(results) -> list[float] | None:
        return [min(results), max(results)] if results else None
