"""Lesson 08, stretch: the dial on a table of one's own, or on a made-up one."""

from __future__ import annotations

import asyncio
from html import escape

import ipywidgets as widgets

from privlessons.activities.dial_noise import Dial
from privlessons.activities.own_table import ASK, LARGEST, MINE
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.masks import harmless
from privlessons.records import PlainError
from privlessons.sample_table import SAMPLE, make_sample_table
from privlessons.tables import reading
from privlessons.ui import Activity, activity, button, caution, html, progress_bar, shut


@activity
def dial_on_a_table(lesson: Lesson) -> Activity:
    """Let the learner turn the dial on a table of their own; it stays in memory until it is forgotten."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson, self.dial = lesson, Dial(lesson)
        self.sure = Choice(legend=ASK, options=[MINE], many=True)
        words = "Choose the table"  # the style sheet shows the tooltip
        self.upload = widgets.FileUpload(description=words, tooltip=words, multiple=False)
        self.sample, self.cancel = button("Take the made-up table"), button("Cancel")
        self.forget = button("Forget it")
        self.intro = Live()
        self.stopped = self.working = False
        self.card = self.dial.card
        self.card.controls |= {
            "sure": self.sure,
            "upload": self.upload,
            "sample": self.sample,
            "cancel": self.cancel,
            "forget": self.forget,
        }
        self.card.state["rows"] = None
        for control, act in (
            (self.sure, self._agreed),
            (self.upload, self._uploaded),
            (self.sample, self._sampled),
            (self.cancel, self._stop),
            (self.forget, self._forgotten),
        ):
            self.card.on(control, act)
        self._first()

    def _first(self) -> None:
        if not self.lesson.own_data_open:
            self.card.show(html(shut(self.lesson)), self.sample)
            return
        self._agreed()
        self.card.show(html(caution(self.lesson)), self.sure, self.upload, self.sample)

    def _agreed(self) -> None:
        self.upload.disabled = 0 not in self.sure.picked

    def _stop(self) -> None:
        self.stopped = True

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        if not self.lesson.own_data_open:
            raise PlainError("The box for your own table is shut here. Take the made-up table.")
        if 0 not in self.sure.picked:
            raise PlainError("First tick that you may use this file.")
        if files[0]["size"] > LARGEST:
            self.upload.value = ()
            raise PlainError("This is too large for the box: take a smaller table.")
        await self._read(files, harmless(files[0]["name"]))

    async def _sampled(self) -> None:
        await self._read(make_sample_table(), SAMPLE)

    async def _read(self, source, called: str) -> None:
        if self.working:
            return
        self.stopped, self.working, table = False, True, None
        self.card.tell("")
        self.intro.html = progress_bar(0, "The table is opened.")
        self.card.show(self.intro, self.cancel)
        try:
            steps = reading(source)
            while not self.stopped:
                await asyncio.sleep(0.01)
                try:
                    self.intro.html = progress_bar(next(steps), "The table is read.")
                except StopIteration as done:
                    table = done.value
                    break
        finally:
            self.working = False
            self.upload.value = ()  # the file's bytes need not stay in memory twice
            if table is None:
                self._first()
        if table is None:
            self.card.tell("Stopped. Nothing was kept.", "note")
            return
        if table.empty:
            self._first()
            raise PlainError("This table names its columns but has no rows: there is nobody to count.")
        self.card.state["rows"] = len(table)
        self.intro.html = f"<p><b>{escape(called)}</b>: {len(table):,} rows. What do you ask it?</p>"
        self.dial.use(table)
        self.card.show(self.intro, *self.dial.parts, self.forget)
        self.intro.here += 1

    def _forgotten(self) -> None:
        self.stopped = True
        self.dial.forget()
        self.upload.value = ()
        self.card.state["rows"] = None
        self._first()
        self.card.tell("Forgotten. Nothing of the table is in memory any more.", "note")
