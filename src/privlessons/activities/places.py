"""Lesson 03, stretch: a few moments of Mika's, then of everybody's, as coarse as the learner likes."""

from __future__ import annotations

import asyncio

from privlessons.activities.place_views import STUDY, STUDY_NAME, fair, needed, table, tell, verdict
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.places import Walks, draw_moments, follow, make_walks, single_out
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, picture, progress_bar, replay

PEOPLE = (100, 300, 1000)
METRES = (125, 250, 500, 1000, 2000, 4000)  # each a multiple of the one before: squares lie inside squares
HOURS = (1, 3, 6, 12, 24, 168)
POINTS, DRAWS, SEED = 4, 4000, 28
GUESSES = ("One", "Two", "Three", "Ten or more")


@activity
def four_places(lesson: Lesson) -> Activity:
    """Let the learner single out Mika's phone by a few moments, then everybody's, and blur place and time."""
    return _Places(lesson).card


class _Places:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.guess = Choice(
            legend="How many such moments does it take to single out more than half of the phones?",
            options=list(GUESSES),
            row=True,
        )
        self.start, self.cancel = button("Look for Mika's phone", primary=True), button("Cancel")
        self.next = button("Next moment", primary=True)
        self.again = button("Other moments of Mika's")
        self.metres = Slider(
            label="How exact is the place?",
            max=len(METRES) - 1,
            value=1,
            low="to the street",
            high="to the part of town",
            names={str(i): f"a square of {metres:,} m" for i, metres in enumerate(METRES)},
        )
        self.hours = Slider(
            label="How exact is the time?",
            max=len(HOURS) - 1,
            value=0,
            low="to the hour",
            high="to the week",
            names=dict(
                zip("012345", ("1 hour", "3 hours", "6 hours", "12 hours", "1 day", "1 week"), strict=True)
            ),
        )
        self.people = Choice(
            legend="How many phones are on the list?",
            options=[f"{people:,} phones" for people in PEOPLE],
            picked=[len(PEOPLE) - 1],
            row=True,
        )
        self.said, self.figure, self.case = Live(), html(""), Live()
        self.walks: Walks | None = None
        self.moments: dict = {}
        self.shown = self.turn = 0
        self.working = self.stopped = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "cancel": self.cancel,
                "next": self.next,
                "metres": self.metres,
                "hours": self.hours,
                "people": self.people,
                "again": self.again,
            },
            state={"shares": [], "left": [], "people": PEOPLE[-1], "metres": METRES[1], "hours": HOURS[0]},
        )
        for control, act in (
            (self.start, self._make),
            (self.cancel, self._stop),
            (self.next, self._next),
            (self.metres, self._blur),
            (self.hours, self._blur),
            (self.people, self._blur),
            (self.again, self._other),
        ):
            self.card.on(control, act)
        self.said.html = (
            f"<p>A firm has a list of where {PEOPLE[-1]:,} phones in Saltmere were, hour by hour, for "
            "four weeks. There are no names on it. Each phone has a number.</p><p>You know Mika. You know "
            "where she was at some moments: from a photo, a chat, a meeting. You also know "
            "that her phone is on the list.</p>"
        )
        self.card.show(self.said, self.guess, self.start)

    def _stop(self) -> None:
        self.stopped = True

    async def _make(self) -> None:
        if self.working or self.walks is not None:
            return
        if not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        self.card.tell("")
        self.lesson.keep("guesses", "moments", self.guess.text)
        self.working, self.stopped = True, False
        before, walks = self.said.html, None
        self.card.show(self.said, self.cancel)
        self.said.held += 1  # the button that had the focus is gone
        try:
            for made, walks in make_walks(PEOPLE[-1]):  # noqa: B007 - the last one is kept
                self.said.html = progress_bar(made / PEOPLE[-1], f"{made:,} of {PEOPLE[-1]:,} trails made")
                await asyncio.sleep(0.01)
                if self.stopped:
                    break
        finally:
            self.working = False
            if walks is None:
                self.said.html = before
                self.card.show(self.said, self.guess, self.start)
                self.said.held += 1
        if walks is None:
            return
        import numpy as np

        for people in PEOPLE:
            few = walks.first(people)
            moments = draw_moments(few, np.random.default_rng(SEED), POINTS, DRAWS // people)
            self.moments[people] = few, moments
        self.walks = walks
        self.said.html = f"<p>{len(walks.names):,} phones. Which one is Mika's?</p>"
        self.card.show(self.said, self.case, self.next)
        self._next()
        self.said.here += 1

    def _next(self) -> None:
        """Show one more moment of Mika's, until all are there; then everybody's."""
        if self.walks is None:
            return
        if self.shown < POINTS:
            self.shown += 1
            self._mika()
            # The same button leads on, so that the keyboard's focus stays.
            self.next.description = "And all the others?" if self.shown == POINTS else "Next moment"
        else:
            self._everybody()

    def _other(self) -> None:
        if self.walks is not None:
            self.turn += 1
            self.shown = POINTS
            self._mika()

    def _everybody(self) -> None:
        from privlessons.charts_places import PlacesPicture  # matplotlib takes a second to load

        self.drawing = PlacesPicture(POINTS, STUDY, STUDY_NAME)
        self.shown = POINTS
        self.card.show(
            self.metres, self.hours, self.people, self.said, self.figure, html(fair()), self.again, self.case
        )
        self._blur()
        self.said.here += 1

    def _setting(self) -> tuple[int, int, int]:
        people = PEOPLE[self.people.picked[0]] if self.people.picked else PEOPLE[-1]
        return people, METRES[round(self.metres.value)], HOURS[round(self.hours.value)]

    def _blur(self) -> None:
        if self.walks is None or not hasattr(self, "drawing"):
            return
        from privlessons.charts_places import says

        people, metres, hours = self._setting()
        singled = single_out(*self.moments[people], metres, hours)
        self.card.state |= {
            "shares": list(singled.shares),
            "people": people,
            "metres": metres,
            "hours": hours,
        }
        alt = says(singled, STUDY, STUDY_NAME)
        self.figure.value = picture(self.drawing.svg(singled), alt)
        self.said.html = tell(singled, people) + replay(self.lesson, "moments", needed(singled))
        self._mika()

    def _mika(self) -> None:
        people, metres, hours = self._setting()
        walks, moments = self.moments[people]
        seen = follow(walks, moments.of(0, self.turn)[: self.shown], metres, hours)
        left = [len(one.left) for one in seen]
        self.card.state["left"] = left
        self.case.html = table(seen, hours) + (verdict(left[-1]) if self.shown == POINTS else "")
