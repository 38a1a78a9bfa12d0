"""Lesson 03, stretch: make the clinic file coarser until k rows look alike; the cost, and where it fails."""

from __future__ import annotations

import asyncio

from privlessons.activities.k_views import GUESSES, cost, dearer, group, guessed, intro, telling
from privlessons.big_town import grow_town, load_town
from privlessons.clinic import Clinic, load_clinic
from privlessons.clinic_release import Release, release
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, picture, progress_bar, replay

KS = (1, 2, 3, 5, 10, 20, 50, 100)
FIRST_K = 5
MOST_DIFFERENT = 4


@activity
def coarsen_until_k(lesson: Lesson) -> Activity:
    """Let the learner set k for the clinic file, see the cost, and find the group that tells all the same."""
    return _Coarsen(lesson).card


class _Coarsen:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.guess = Choice(
            legend=f"Each row is to look like at least {FIRST_K - 1} others. How exact can a birth date be?",
            options=list(GUESSES),
        )
        self.start, self.cancel = button("Make the file coarser", primary=True), button("Cancel")
        self.k = Slider(
            label="How many rows must look alike?",
            max=len(KS) - 1,
            value=KS.index(FIRST_K),
            low="exact, easy to single out",
            high="coarse, lost in a crowd",
            names={
                str(i): "each row as it is" if k == 1 else f"{k} rows (k = {k})" for i, k in enumerate(KS)
            },
        )
        self.different = Slider(
            label="How many different diagnoses must each group have?",
            min=1,
            max=MOST_DIFFERENT,
            value=1,
            low="does not matter",
            high="more kinds",
            names={
                str(n): "1: k alone" if n == 1 else f"{n} (l = {n})" for n in range(1, MOST_DIFFERENT + 1)
            },
        )
        self.look = button("Which group tells most?", primary=True)
        self.said, self.figure, self.rows = Live(), html(""), Live()
        self.clinic: Clinic | None = None
        self.made: dict[tuple[int, int], Release] = {}  # by k and how many different diagnoses
        self.working = self.stopped = self.worst = self.found = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "cancel": self.cancel,
                "k": self.k,
                "different": self.different,
                "look": self.look,
            },
            state={"k": FIRST_K, "different": 1, "smallest": None, "years": None, "group": 0, "same": None},
        )
        for control, act in (
            (self.start, self._make),
            (self.cancel, self._stop),
            (self.k, self._turn),
            (self.different, self._turn),
            (self.look, self._look),
        ):
            self.card.on(control, act)
        self.said.html = intro()
        self.card.show(self.said, self.guess, self.start)

    def _stop(self) -> None:
        self.stopped = True

    async def _make(self) -> None:
        if self.working or self.clinic is not None:
            return
        if not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        self.card.tell("")
        self.lesson.keep("guesses", "birth-date", self.guess.text)
        self.working, self.stopped, done = True, False, False
        self.card.show(self.said, self.cancel)
        self.said.held += 1  # the button that had the focus is gone
        try:
            done = await self._prepare()
        finally:
            self.working = False
            if not done:
                self.said.html = intro()
                self.card.show(self.said, self.guess, self.start)
                self.said.held += 1
        if done:
            self.card.show(self.k, self.said, self.figure, self.look, self.rows)
            self._turn()
            self.said.here += 1

    async def _prepare(self) -> bool:
        """Make the town, draw the file, coarsen it for each setting; False if it was stopped."""
        for share in grow_town():
            self.said.html = progress_bar(0.7 * share, "The town's people are being made.")
            await asyncio.sleep(0.01)
            if self.stopped:
                return False
        clinic = load_clinic()
        settings = [(k, n) for k in KS for n in range(1, MOST_DIFFERENT + 1)]
        for number, (k, different) in enumerate(settings):
            share = 0.7 + 0.3 * number / len(settings)
            self.said.html = progress_bar(share, f"The file is made coarser, so that {k} rows look alike.")
            await asyncio.sleep(0.01)
            if self.stopped:
                return False
            self.made[k, different] = release(clinic, k, different)
        from privlessons.charts_k import CostPicture  # matplotlib takes a second to load

        self.years = [self.made[k, 1].years for k in KS]
        self.drawing = CostPicture(KS, self.years)
        self.names = load_town().set_index("person_id")
        self.clinic = clinic
        return True

    def _turn(self) -> None:
        if self.clinic is None:
            return
        from privlessons.charts_k import says

        k, different = KS[round(self.k.value)], round(self.different.value)
        now = self.made[k, different]
        self.card.state |= {
            "k": k,
            "different": different,
            "smallest": now.file.smallest,
            "years": now.years,
            "same": now.same,
        }
        self.figure.value = picture(self.drawing.svg(k, now.years), says(KS, self.years, k, now.years))
        result = guessed(self.made[FIRST_K, 1])
        self.said.html = cost(now) + replay(self.lesson, "birth-date", result)
        self._draw(now)

    def _draw(self, now: Release) -> None:
        rows = now.telling if self.worst else now.hers
        self.card.state["group"] = len(rows)
        more = dearer(now, self.made[now.k, 1])
        if self.worst:
            who = self.names.loc[self.clinic.person_id[rows[0]]]
            self.rows.html = more + telling(now, f"{who.first_name} {who.last_name}")
        else:
            self.rows.html = more + group(now, rows)

    def _look(self) -> None:
        """Show the group that tells most, or Mika's again; the second slider comes with the first look."""
        if self.clinic is None:
            return
        self.worst = not self.worst
        self.look.description = "Back to Mika's group" if self.worst else "Which group tells most?"
        if not self.found:
            self.found = True
            self.card.show(self.k, self.said, self.figure, self.look, self.different, self.rows)
        self._turn()
