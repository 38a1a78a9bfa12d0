"""Lesson 12, try: find the switch in a settings site, against the clock; then the tricks are named."""

from __future__ import annotations

import asyncio
import time
from html import escape

from privlessons.activities.maze_views import clock_words, judged, named, page_of, way
from privlessons.company.maze import WANTED_OFF, enter, load_site, press, shortest
from privlessons.controls import Live
from privlessons.controls_site import SettingsSite
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, button, html, note, predict, replay, row

KEY = "finding-the-switch"
GUESSES = (
    "In less than a minute",
    "In one to three minutes",
    "In more than three minutes",
    "Not at all",
)
LONGEST = 900
"""Seconds after which the clock stops by itself: a clock on a page that was left would tick for ever."""
TASK = (
    "<p><b>Your task.</b> You are Mika. See to it that Lumenly does not learn from your chats, and that "
    "nobody reads them there. Press <b>I'm done</b> when you think so.</p>"
)


def guess_how_long(lesson: Lesson) -> Activity:
    """Ask how long it will take to find the switch."""
    return predict(
        lesson,
        KEY,
        "Somewhere in the settings you can stop Lumenly from learning from your chats. When will you have "
        "found all that it takes?",
        GUESSES,
    )


@activity
def find_the_switch(lesson: Lesson) -> Activity:
    """Hunt for the switch; undo, start over, give up; then see the tricks, the shortest way, a fair page."""
    return _Maze(lesson).card


class _Maze:
    """``stage`` is "before", "hunt" or "named". ``past`` holds the visits before each press, for undo."""

    def __init__(self, lesson: Lesson):
        self.lesson, self.ticking = lesson, lesson.clock
        self.site, self.fair = load_site(), load_site("fair")
        self.open = button("Open Lumenly's settings", primary=True)
        self.done, self.undo = button("I'm done", primary=True), button("Undo")
        self.again, self.show = button("Start over"), button("Show me the way")
        self.clock = button("Switch the clock off")
        self.window, self.other = SettingsSite(), SettingsSite()
        self.other.add_class("pl-small-site")
        self.said, self.time, self.after = Live(), html(""), Live()
        self.watch: asyncio.Task | None = None
        self.card = Activity(
            controls={
                "open": self.open,
                "site": self.window,
                "undo": self.undo,
                "clock": self.clock,
                "done": self.done,
                "again": self.again,
                "show": self.show,
                "fair": self.other,
            },
            state={"stage": "before", "page": None, "presses": 0, "off": 0, "met": {}, "found": None},
        )
        acts = {
            self.open: self._begin,
            self.window: self._pressed,
            self.undo: self._undo,
            self.again: self._begin,
            self.done: self._done,
            self.show: self._give_up,
            self.clock: self._switch_clock,
            self.other: self._fair_pressed,
        }
        for control, act in acts.items():
            self.card.on(control, act)
        self.said.html = TASK + (
            '<p class="pl-soft">There is a clock. You can switch it off. Nothing can go wrong: you can undo '
            "each press, start over, or have the way shown.</p>"
        )
        self.card.show(self.said, self.open)

    def _begin(self) -> None:
        self.visit, self.past = enter(self.site), []
        self.begun = time.monotonic()
        self.card.state |= {"stage": "hunt", "found": None}
        self.said.html, self.after.html = TASK, ""
        self.card.tell("")
        self._draw()
        tools = row(self.done, self.undo, self.again, self.show)
        clock = [row(self.time, self.clock)] if self.lesson.clock else []
        self.card.show(self.said, *clock, self.window, tools, self.after)
        self.said.held += 1
        self._wind()

    def _draw(self) -> None:
        self.window.page = page_of(self.site, self.visit)
        self.card.state |= {
            "page": self.visit.page,
            "presses": self.visit.presses,
            "off": len(self.visit.off),
            "met": dict(self.visit.met),
        }

    def _pressed(self) -> None:
        if self.card.state["stage"] != "hunt":
            return
        later = press(self.site, self.visit, self.window.value.partition(":")[2])
        if later is not self.visit:
            self.past.append(self.visit)
            self.visit = later
            self.after.html = ""
            self._draw()

    def _undo(self) -> None:
        if self.card.state["stage"] == "hunt" and self.past:
            self.visit = self.past.pop()
            self.after.html = ""
            self._draw()

    def _done(self) -> None:
        if self.card.state["stage"] != "hunt":
            return
        if self.visit.off != WANTED_OFF:
            self.after.html = judged(self.visit)
            return
        self._name(found=True)

    def _give_up(self) -> None:
        if self.card.state["stage"] == "hunt":
            self._name(found=False)

    def _name(self, *, found: bool) -> None:
        seconds = round(time.monotonic() - self.begun) if self.ticking else None
        self.card.state |= {"stage": "named", "found": found}
        self.lesson.done("try")
        fewest = shortest(self.site, enter(self.site))
        back = shortest(self.site, enter(self.site, WANTED_OFF), off=False)
        result = clock_words(self.visit.presses, seconds, found)
        self.fair_visit = enter(self.fair)
        self.other.page = page_of(self.fair, self.fair_visit)
        self.after.html = ""
        self.card.show(self.said, self.other, self.after, self.again)
        self.said.html = (
            replay(self.lesson, KEY, result)
            + note(
                f"The shortest way to switch it off takes {len(fewest)} presses. To switch it all "
                f"on again takes {len(back)}: {escape(', '.join(item.label for item in back))}.",
                "caution",
                "Not built alike.",
            )
            + way(fewest)
            + named(dict(self.visit.met))
            + "<p><b>It can be done fairly.</b> Here is the same choice on one page. Try it:</p>"
        )
        self.said.here += 1

    def _fair_pressed(self) -> None:
        if self.card.state["stage"] != "named":
            return
        self.fair_visit = press(self.fair, self.fair_visit, self.other.value.partition(":")[2])
        self.other.page = page_of(self.fair, self.fair_visit)
        if self.fair_visit.off == WANTED_OFF:
            self.after.html = note(
                f"Both are off, after {self.fair_visit.presses} presses. Nothing was hidden, and nobody was "
                "called mean. A site can be built like this.",
                "right",
                "Done.",
            )

    def _wind(self) -> None:
        """Start the clock, or say that it is off."""
        if self.watch is not None:
            self.watch.cancel()
        self.clock.description = f"Switch the clock {'off' if self.ticking else 'on'}"
        self.time.value = "" if self.ticking else "<p>The clock is off. Take your time.</p>"
        if self.ticking:
            self.watch = asyncio.ensure_future(self._run_clock(self.begun))

    async def _run_clock(self, begun: float) -> None:
        for _ in range(LONGEST):
            if self.card.state["stage"] != "hunt" or begun != self.begun:
                return
            seconds = round(time.monotonic() - begun)
            self.time.value = f"<p>Time: <b>{seconds // 60}:{seconds % 60:02}</b></p>"
            await asyncio.sleep(1)
        self.time.value = "<p>The clock has stopped. Take your time.</p>"

    def _switch_clock(self) -> None:
        if self.card.state["stage"] == "hunt":
            self.ticking = not self.ticking
            self._wind()
