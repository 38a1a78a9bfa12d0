"""Lesson 03, stretch: a car park's list with "hashed" plates; try every plate, then a salt, then a key."""

from __future__ import annotations

import asyncio
import random
import secrets

from privlessons.activities.hash_views import (
    ABOUT,
    KEY,
    PLAIN,
    SALT,
    WAYS,
    outcome,
    outside,
    plain,
    salt,
    table,
)
from privlessons.activities.hash_views import firm as with_key
from privlessons.controls import Choice, Live
from privlessons.hashes import KEY_BYTES, SALT_BYTES, hashed, keyed, salted, try_all
from privlessons.lesson import Lesson
from privlessons.plates import PLATES, every_plate, parking_list
from privlessons.records import PlainError
from privlessons.ui import STOPPED, Activity, activity, button, html, progress_bar, replay, row

ROWS = 12
SEED = 303
GUESSES = ("A few seconds", "A few hours", "Longer than I live")


@activity
def try_every_plate(lesson: Lesson) -> Activity:
    """Let the learner find hashed number plates by trying all, and see what a salt and a key change."""
    return _Plates(lesson).card


class _Plates:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.lines = parking_list(ROWS, random.Random(SEED))
        self.key = secrets.token_bytes(KEY_BYTES)
        self.salts = [secrets.token_bytes(SALT_BYTES) for _ in self.lines]
        self.guess = Choice(
            legend=f"There are {PLATES:,} plates that a car could have. "
            "How long does this computer need to try them all?",
            options=list(GUESSES),
        )
        self.start, self.cancel = button("Try every plate", primary=True), button("Cancel")
        self.way = Choice(
            legend="How does the firm hide the plates?", options=list(WAYS), picked=[0], row=True
        )
        self.with_key = button("I am the firm: try with the key")
        self.about, self.table, self.said = Live(), html(""), Live()
        self.found: dict[str, str] = {}
        self.tried_once = self.working = self.stopped = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "cancel": self.cancel,
                "way": self.way,
                "with_key": self.with_key,
            },
            state={"way": WAYS[0], "tried": 0, "found": 0},
        )
        self.card.on(self.start, self._run)
        self.card.on(self.with_key, self._as_firm)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.way, self._switch)
        self._switch()

    @property
    def _chosen(self) -> int:
        return self.way.picked[0] if self.way.picked else PLAIN

    def _stop(self) -> None:
        self.stopped = True

    def _switch(self) -> None:
        """Make the list's codes anew, in the chosen way."""
        self.stopped, way = True, self._chosen
        if way == PLAIN:
            self.codes = [hashed(line.plate) for line in self.lines]
        elif way == SALT:
            self.codes = [salted(one.plate, own) for one, own in zip(self.lines, self.salts, strict=True)]
        else:
            self.codes = [keyed(line.plate, self.key) for line in self.lines]
        self.found = {}
        self.card.state |= {"way": WAYS[way], "tried": 0, "found": 0}
        self.about.html = f"<p>{ABOUT[way]}</p>"
        self.said.html = ""
        self._show()

    def _show(self) -> None:
        salts = self.salts if self._chosen == SALT else ()
        self.table.value = table(self.lines, self.codes, self.found, salts)
        if self.working:
            return
        buttons = row(self.start, self.with_key) if self._chosen == KEY else self.start
        if self.tried_once:
            self.card.show(self.way, self.about, self.table, buttons, self.said)
        else:
            self.card.show(self.about, self.table, self.guess, buttons, self.said)

    async def _as_firm(self) -> None:
        await self._run(firm=True)

    async def _run(self, *, firm: bool = False) -> None:
        if self.working:
            return
        if not self.tried_once and not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        self.card.tell("")
        if not self.tried_once:
            self.lesson.keep("guesses", "plates", self.guess.text)
        self.working, self.stopped, self.found = True, False, {}
        way, done = self._chosen, None
        above = (self.way,) if self.tried_once else ()
        self.said.html = progress_bar(0, "The computer begins.")
        self._show()
        self.card.show(*above, self.about, self.table, self.cancel, self.said)
        self.said.held += 1  # the button that had the focus is gone
        try:
            done = await self._try(way, self.key if firm and way == KEY else None)
        finally:
            self.working = False
            self.tried_once = self.tried_once or done is not None
            if done is None and way == self._chosen:
                self.said.html = STOPPED
                self.said.held += 1
            self._show()
        if done is not None:
            found = sum(code in self.found for code in self.codes)
            self.card.state |= {"tried": done[0], "found": found}
            self.said.html = self._tell(way, firm and way == KEY, *done, found)
            self.said.here += 1

    async def _try(self, way: int, key: bytes | None) -> tuple[int, float] | None:
        """Return how many tries it took and how many seconds; None if it was stopped.

        One run serves all rows, but with salts each row needs a run of its own, which ends with a find.
        """
        each = list(zip(self.salts, ([code] for code in self.codes), strict=True))
        jobs = each if way == SALT else [(b"", self.codes)]
        tried, seconds = 0, 0.0
        for number, (own, codes) in enumerate(jobs):
            for step, run in enumerate(try_all(every_plate(), codes, salt=own, key=key)):
                if step % 8 == 0:
                    part = number / len(jobs) if way == SALT else run.tried / PLATES
                    self.said.html = progress_bar(part, f"{tried + run.tried:,} plates tried")
                    await asyncio.sleep(0.01)
                if self.stopped:
                    return None
                if way == SALT and run.found:
                    break
            self.found |= run.found
            tried, seconds = tried + run.tried, seconds + run.seconds
            self._show()
        return tried, seconds

    def _tell(self, way: int, firm: bool, tried: int, seconds: float, found: int) -> str:
        done = outcome(tried, seconds, found, len(self.lines))
        if way == PLAIN:
            return replay(self.lesson, "plates", done) + plain(self.lines, tried / seconds)
        more = salt(PLATES) if way == SALT else with_key() if firm else outside()
        return f"<p>{done}</p>{more}"
