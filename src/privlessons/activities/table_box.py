"""A box for a table of one's own, or a made-up one: read in steps, with a way back, in memory only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.masks import harmless
from privlessons.records import PlainError
from privlessons.sample_table import SAMPLE, make_sample_table
from privlessons.tables import reading
from privlessons.ui import Activity, button, caution, check_own, html, progress_bar, shut, text_box

ASK = (
    "Whose data is in this file? Real people did not agree to this lesson. Never load a class list, "
    "patients, clients or colleagues."
)
MINE = "I may use this file, and I am on my own computer"
LARGEST = 300_000_000
EXAMPLE = "such as ~/Documents/members.csv"


class TableBox:
    """Take a table into a card. ``opened(table, name)`` is called with it, ``forgotten()`` to let it go.

    The card gets the box's controls; while a table is open, it shows what ``opened`` shows, ``intro`` and
    ``forget`` among it. Where boxes for own data are shut, only the made-up table can be taken.
    """

    def __init__(self, lesson: Lesson, card: Activity, opened: Callable, forgotten: Callable):
        self.lesson, self.card, self.opened, self.forgotten = lesson, card, opened, forgotten
        self.sure = Choice(legend=ASK, options=[MINE], many=True)
        words = "Choose the table"  # the style sheet shows the tooltip
        self.upload = widgets.FileUpload(description=words, tooltip=words, multiple=False)
        self.path = text_box(
            "Is it large? Type where it is on this computer, with its name", placeholder=EXAMPLE
        )
        self.open = button("Read the file from there")
        self.sample = button("Take the made-up table")
        self.cancel, self.forget = button("Cancel"), button("Forget it")
        self.intro = Live()
        self.stopped = self.working = False
        acts = {
            "sure": self._agreed,
            "upload": self._uploaded,
            "open": self._opened,
            "sample": self._sampled,
            "cancel": self._stop,
            "forget": self._forgotten,
        }
        card.controls |= {name: getattr(self, name) for name in acts} | {"path": self.path}
        for name, act in acts.items():
            card.on(card.controls[name], act)
        self._first()

    def _first(self) -> None:
        if not self.lesson.own_data_open:
            self.card.show(html(shut(self.lesson)), self.sample)
            return
        self._agreed()
        self.card.show(html(caution(self.lesson)), self.sure, self.upload, self.path, self.open, self.sample)

    def _agreed(self) -> None:
        self.upload.disabled = self.path.disabled = self.open.disabled = 0 not in self.sure.picked

    def _ours(self) -> None:
        check_own(self.lesson, ticked=0 in self.sure.picked, tick="First tick that you may use this file.")

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        self._ours()
        if files[0]["size"] > LARGEST:
            self.upload.value = ()
            raise PlainError("This is too large for the box: type where the file is instead.")
        await self._read(files, harmless(files[0]["name"]))

    async def _opened(self) -> None:
        self._ours()
        if not self.path.value.strip():
            raise PlainError("First type into the box where your table is, with its name.")
        await self._read(self.path.value, harmless(Path(self.path.value.strip().strip("\"'")).name))

    async def _sampled(self) -> None:
        await self._read(make_sample_table(), SAMPLE)

    def _stop(self) -> None:
        self.stopped = True

    async def _read(self, source, called: str) -> None:
        if self.working:
            return
        self.stopped, self.working = False, True
        self.card.tell("")
        self.intro.html = progress_bar(0, "The table is opened.")
        self.card.show(self.intro, self.cancel)
        self.intro.held += 1  # the button that had the focus is gone
        table = None
        try:
            steps = reading(source)
            while not self.stopped:
                await asyncio.sleep(0.01)
                try:
                    self.intro.html = progress_bar(next(steps), "The table is read.")
                except StopIteration as done:
                    table = done.value
                    break
        except PlainError as error:  # with the name, one file's fault is not taken for another's
            raise PlainError(f"“{called}”: {error}") from error
        finally:
            self.working = False
            self.upload.value = ()  # the file's bytes need not stay in memory twice
            if table is None:
                self._first()
                self.card.status.held += 1  # where the sentence on what went wrong will stand
        if table is None:
            self.card.tell("Stopped. Nothing was kept.", "note")
            return
        if table.empty:
            self._first()
            self.card.status.held += 1
            raise PlainError(f"“{called}” names its columns but has no rows: there is nobody to count.")
        self.opened(table, called)
        self.intro.held += 1

    def _forgotten(self) -> None:
        self.stopped = True
        self.forgotten()
        self.upload.value, self.path.value, self.intro.html = (), "", ""
        self._first()
        self.card.tell("Forgotten. Nothing of the table is in memory any more.", "note", held=True)
