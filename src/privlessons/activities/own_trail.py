"""Lesson 01, stretch: the learner's own trail, or a made-up one: counts first, names hidden at first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo

from dateutil.tz import tzlocal

from privlessons.activities.file_box import FileBox
from privlessons.activities.own_trail_views import counted, mapped, people, sources, told, topics, weekly
from privlessons.activities.trail_zoom import Zoom
from privlessons.controls import Choice, Live
from privlessons.exports.whatsapp import UNKNOWN
from privlessons.lesson import Lesson
from privlessons.records import Conclusion, Event, PlainError, Trail
from privlessons.samples import NAMES, make
from privlessons.town_trails import MIKAS_DAY
from privlessons.trail import conclude_from, count_topics, digest
from privlessons.trail_owner import owned_by, possible_owners
from privlessons.ui import Activity, activity, button, html, progress_bar, row

ALSO = "Also conclude about faith, health, debt and whom I love (of the made-up export it always does)"
EVERYTHING = "Several services at once"
SEVERAL = ("Chrome or Edge", "Google location (Android)", "Instagram", "Claude", "Spotify (all)")
MOST = 500_000
MOST_TEXT = 50_000_000
"""Records and characters that are kept in memory; what comes after them is left out, and the page says so."""
LONGEST = 4000  # characters of a text: what conclusions look at


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
        self.me = Choice(legend="The file does not say which name is its owner's. Which one is it?", row=True)
        self.zoom, self.said = Zoom(), Live()
        self.week, self.map, self.people, self.words = (html("") for _ in range(4))
        self.working = self.stopped = False
        self._empty()
        self.card = Activity(
            controls={
                **self.box.controls,
                "me": self.me,
                "draw": self.draw,
                "width": self.zoom.width,
                "at": self.zoom.at,
                "conclude": self.conclude,
                "names": self.names,
                "cancel": self.cancel,
                "forget": self.forget,
            },
        )
        self._clear()
        self.box.join(self.card)
        for control, act in (
            (self.me, self._own),
            (self.draw, self._draw),
            (self.zoom.width, self.zoom.cut),
            (self.zoom.at, self.zoom.draw),
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
        self.as_read: list[Event] = []
        self.topics = ""
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
        self.said.here += 1
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
            self.card.status.held += 1  # where the sentence on what went wrong will stand
            raise
        finally:
            self.working = False
            self.box.empty()  # the file's bytes need not stay in memory twice
        if not self.events:
            self.box.again()
            self.card.status.held += 1
            why = "You stopped before" if self.stopped else "None of its records has a time, not even"
            raise PlainError(f"{why} the first one. Nothing was kept.")
        self.invented, self.delicate = invented, invented or self.box.delicate
        self.lesson.done("own-trail")
        self.as_read = self.events
        table = sources(self.events)
        self.me.options = list(possible_owners(self.events))
        skipped = [line for line in trail.skipped if not (self.me.options and line.endswith(UNKNOWN))]
        self.card.state |= {
            "records": len(self.events),
            "sources": {name: one.count for name, one in table.items()},
            "finished": not self.stopped and not more,
        }
        self.said.html = counted(table, made_up=invented, stopped=self.stopped, more=more, skipped=skipped)
        self._arrange()
        self.said.here += 1

    def _arrange(self) -> None:
        """Show what there is so far, with the next step set off."""
        drawn, told = self.card.state["drawn"], self.found is not None
        for control, next_one in ((self.draw, not drawn), (self.conclude, drawn and not told)):
            (control.add_class if next_one else control.remove_class)("pl-primary")
        zoom = self.zoom
        pictures = [zoom.width, zoom.at, zoom.years, self.week] if drawn else [self.draw]
        asked = [self.me] if self.me.options else []
        names = [row(self.names)] if drawn or told else []
        parts = [self.said, *asked, *pictures, self.people, self.conclude, *names, self.words, self.map]
        self.card.show(*parts, self.forget)

    def _zone(self) -> tzinfo:
        """Return whose clock counts: Mika's, or that of this computer."""
        return MIKAS_DAY.tzinfo if self.invented else tzlocal()

    async def _own(self) -> None:
        """Take the messages of the name that was picked as the learner's own, and do again what was done."""
        if not (self.events and self.me.options and self.me.picked):
            return
        self.events = owned_by(self.as_read, self.me.text)
        self.card.state["me"] = True
        if self.card.state["drawn"]:
            await self._paint()
        if self.found is not None:
            await self._conclude()

    async def _draw(self) -> None:
        if not self.events:
            return
        await self._paint()
        self._arrange()
        self.said.here += 1

    async def _paint(self) -> None:
        self.card.tell("The pictures are drawn. This takes a moment.", "note")
        await asyncio.sleep(0.05)
        from privlessons.charts_trail import times_of

        self.card.state["drawn"] = True
        self.zoom.show(times_of(self.events), self._zone())
        self.week.value = weekly(self.events, self._zone(), known=self._known())
        self._named()
        self.card.tell("")

    async def _conclude(self) -> None:
        if not self.events:
            return
        self.card.tell("The program reads. This takes a moment.", "note")
        await asyncio.sleep(0.05)
        digests = digest(self.events)
        found = conclude_from(digests)
        self.topics = topics(count_topics(digests.values(), sensitive=self.delicate))
        self.found = tuple(
            one
            for one in found
            if (self.delicate or not one.sensitive) and (one.kind != "person" or self._known())
        )
        self.card.state["conclusions"] = [one.kind for one in self.found]
        self._arrange()  # first: who goes on as soon as the words stand there must not lose the focus
        self._named()
        self.card.tell("")

    def _known(self) -> bool:
        """Whether it is known which messages are the learner's own, who else would be one of their people."""
        return not self.me.options or bool(self.me.picked)

    def _named(self) -> None:
        """Write what has names in it anew, with or without them."""
        names = bool(self.names.picked)
        if self.events and self.card.state["drawn"]:
            self.people.value = people(self.events, names=names, known=self._known())
        if self.found is None:
            return
        self.words.value = self.topics + told(
            self.found, self.events, self._zone(), names=names, delicate=self.delicate
        )
        self.map.value = mapped(self.found, names=names)

    def _clear(self) -> None:
        self.said.html = ""
        self.zoom.clear()
        for part in (self.week, self.map, self.people, self.words):
            part.value = ""
        self.names.picked = self.me.picked = []
        self.me.options = []
        self.card.state |= {
            "records": None, "sources": {}, "finished": None, "conclusions": None, "drawn": False, "me": None,
        }  # fmt: skip

    def _forget(self) -> None:
        self.stopped = True
        self._empty()
        self._clear()
        self.box.empty()
        self.box.open()
        self.card.tell("Forgotten. Nothing of the file is in memory any more.", "note", held=True)
