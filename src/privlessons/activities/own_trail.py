"""Lesson 01, stretch: the learner's own trail, or a made-up one: counts first, names hidden at first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from privlessons.activities.file_box import FileBox
from privlessons.activities.own_trail_views import counted, people, sources, told, topics
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import Conclusion, Event, PlainError, Trail
from privlessons.samples import NAMES, make
from privlessons.town_trails import MIKAS_DAY
from privlessons.trail import conclude_from, count_topics, digest
from privlessons.ui import Activity, activity, button, html, picture, progress_bar, row

ALSO = "Also conclude about faith, health, debt and whom I love"
EVERYTHING = "Several services at once"
SEVERAL = ("Chrome or Edge", "Google location (Android)", "Instagram", "Claude", "Spotify (all)")
MOST = 500_000
MOST_TEXT = 50_000_000
"""Records and characters that are kept in memory; what comes after them is left out, and the page says so."""
LONGEST = 4000  # characters of a text: what conclusions look at
WIDTHS = {"All the time": None, "A year": 365, "A month": 31, "A week": 7, "A day": 1}


def made_up(name: str) -> object:
    """Return a made-up export by name; ``EVERYTHING`` stands for several files, as from an upload."""
    if name != EVERYTHING:
        return make(name)
    return [{"name": f"{i}.export", "content": make(one)} for i, one in enumerate(SEVERAL)]


@activity
def look_at_a_trail(lesson: Lesson) -> Activity:
    """Let the learner look at an export of their own, or a made-up one, as a data trail."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.box = FileBox(lesson, ALSO, [EVERYTHING, *NAMES], made_up, self._read)
        self.cancel, self.forget = button("Cancel"), button("Forget this")
        self.draw, self.conclude = button("Show pictures"), button("What would a program conclude?")
        self.names = Choice(legend="Names and words", options=["Show them"], many=True, row=True)
        self.width = Choice(legend="How much time is shown?", options=list(WIDTHS), picked=[0], row=True)
        self.at = Slider(label="Which part?", min=0, max=100, low="the first records", high="the last")
        self.said, self.table = Live(), html("")
        self.years, self.week, self.map, self.people, self.words = (html("") for _ in range(5))
        self.working = self.stopped = False
        self._empty()
        self.card = Activity(
            controls={
                **self.box.controls,
                "draw": self.draw,
                "width": self.width,
                "at": self.at,
                "conclude": self.conclude,
                "names": self.names,
                "cancel": self.cancel,
                "forget": self.forget,
            },
            state={"records": None, "sources": {}, "finished": None, "conclusions": None, "drawn": False},
        )
        self.box.join(self.card)
        for control, act in (
            (self.draw, self._draw),
            (self.width, self._zoom),
            (self.at, self._zoom),
            (self.conclude, self._conclude),
            (self.names, self._named),
            (self.cancel, self._stop),
            (self.forget, self._forget),
        ):
            self.card.on(control, act)
        self.box.open()

    def _empty(self) -> None:
        self.events: list[Event] = []
        self.found: tuple[Conclusion, ...] | None = None
        self.topics = ""
        self.times: dict = {}
        self.invented = self.delicate = False

    def _stop(self) -> None:
        self.stopped = True

    async def _read(self, opened: Callable[[], Trail], invented: bool) -> None:
        """Read an export batch by batch, so that the bar moves and Cancel answers."""
        if self.working:
            return
        self._empty()
        self._clear()
        self.stopped, self.working = False, True
        self.card.tell("")
        self.said.html = progress_bar(0, "The file is opened.")
        self.card.show(self.said, self.cancel)
        try:
            await asyncio.sleep(0.1)  # so that the page hears of it first
            trail, more, size = opened(), False, 0
            for event in trail.events:
                if len(self.events) >= MOST or size > MOST_TEXT:
                    more = True
                    break
                if len(event.text) > LONGEST:
                    event = replace(event, text=event.text[:LONGEST])  # noqa: PLW2901
                size += len(event.text)
                self.events.append(event)
                if len(self.events) % 2000 == 1:
                    words = f"{len(self.events):,} records read"
                    self.said.html = progress_bar(trail.progress(), words)
                    await asyncio.sleep(0.01)
                if self.stopped:
                    break
        except Exception:
            self._empty()
            self.box.again()
            raise
        finally:
            self.working = False
            self.box.empty()  # the file's bytes need not stay in memory twice
        if not self.events:
            self.box.again()
            why = "You stopped before" if self.stopped else "None of its records has a time, not even"
            raise PlainError(f"{why} the first one. Nothing was kept.")
        self.invented, self.delicate = invented, invented or self.box.delicate
        self.lesson.done("own-trail")
        table = sources(self.events)
        self.card.state |= {
            "records": len(self.events),
            "sources": {name: one.count for name, one in table.items()},
            "finished": not self.stopped and not more,
        }
        self.said.html = counted(table, stopped=self.stopped, more=more, skipped=trail.skipped)
        self._arrange()
        self.said.here += 1

    def _arrange(self) -> None:
        pictures = [self.width, self.at, self.years, self.week] if self.card.state["drawn"] else [self.draw]
        parts = [self.said, *pictures, self.people, self.conclude, self.words, self.map]
        self.card.show(*parts, row(self.names), self.forget)

    def _clock(self, seconds: float) -> float:
        """Hours by which the clock is ahead of UTC: Mika's, or that of this computer."""
        zone = MIKAS_DAY.tzinfo if self.invented else None
        return datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset().total_seconds() / 3600

    async def _draw(self) -> None:
        if not self.events:
            return
        self.card.tell("The pictures are drawn. This takes a moment.", "note")
        await asyncio.sleep(0.05)
        from privlessons.charts_trail import png, says_week, times_of, week_figure

        self.times = times_of(self.events)
        ahead = self._clock(max(float(times[-1]) for times in self.times.values()))
        self.card.state["drawn"] = True
        self._zoom()
        week = picture(png(week_figure(self.events, ahead)), says_week(self.events, ahead), width=720)
        self.week.value = f"<h4>The hours of the week</h4>{week}"
        self._named()
        self._arrange()
        self.said.here += 1
        self.card.tell("")

    def _zoom(self) -> None:
        if not self.times:
            return
        from privlessons.charts_trail import png, says_years, years_figure

        first = min(float(times[0]) for times in self.times.values())
        last = max(float(times[-1]) for times in self.times.values())
        days = WIDTHS[self.width.text or "All the time"]
        start = end = None
        self.at.disabled = days is None or last - first <= days * 86_400
        self.at.layout.display = "none" if self.at.disabled else None
        if not self.at.disabled:
            span = last - first - days * 86_400
            starts = [datetime.fromtimestamp(first + i / 100 * span, UTC) for i in range(101)]
            self.at.names = {str(i): f"from {one.day} {one:%B %Y}" for i, one in enumerate(starts)}
            start = starts[round(self.at.value)]
            end = start + timedelta(days=days)
        shown = says_years(self.times, start, end)
        drawn = picture(png(years_figure(self.times, start, end)), shown, f"<p>{shown}</p>", width=720)
        self.years.value = f"<h4>Over time</h4>{drawn}"

    async def _conclude(self) -> None:
        if not self.events:
            return
        self.card.tell("The program reads. This takes a moment.", "note")
        await asyncio.sleep(0.05)
        digests = digest(self.events)
        found = conclude_from(digests)
        self.topics = topics(count_topics(digests.values(), sensitive=self.delicate))
        self.found = tuple(one for one in found if self.delicate or not one.sensitive)
        self.card.state["conclusions"] = [one.kind for one in self.found]
        self._named()
        self.card.tell("")

    def _named(self) -> None:
        """Write what has names in it anew, with or without them."""
        names = bool(self.names.picked)
        if self.events and self.card.state["drawn"]:
            self.people.value = people(self.events, names=names)
        if self.found is None:
            return
        zone = MIKAS_DAY.tzinfo if self.invented else None
        conclusions = told(self.found, self.events, zone, names=names, delicate=self.delicate)
        self.words.value = self.topics + conclusions
        self.map.value = ""
        if any(one.latitude is not None for one in self.found):
            from privlessons.charts_trail import png
            from privlessons.charts_trail_map import map_figure, says_map

            drawn = png(map_figure(self.found, names=names))
            self.map.value = f"<h4>Places</h4>{picture(drawn, says_map(self.found, names=names), width=720)}"

    def _clear(self) -> None:
        self.said.html = ""
        for part in (self.years, self.week, self.map, self.people, self.words):
            part.value = ""
        self.names.picked = []
        self.card.state |= {
            "records": None, "sources": {}, "finished": None, "conclusions": None, "drawn": False,
        }  # fmt: skip

    def _forget(self) -> None:
        self.stopped = True
        self._empty()
        self._clear()
        self.box.empty()
        self.box.open()
        self.card.tell("Forgotten. Nothing of the file is in memory any more.", "note")
