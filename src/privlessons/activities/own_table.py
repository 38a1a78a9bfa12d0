"""Lesson 03, stretch: how many rows of a table of one's own are one of a kind; only counts are shown."""

from __future__ import annotations

import asyncio
from html import escape
from pathlib import Path

import ipywidgets as widgets

from privlessons.activities.bars import bars
from privlessons.controls import Choice, Live, Slider
from privlessons.ladder import STEPS, coded, factors, ladder
from privlessons.lesson import Lesson
from privlessons.linkage import uniqueness
from privlessons.masks import harmless
from privlessons.records import PlainError
from privlessons.sample_table import SAMPLE, make_sample_table
from privlessons.tables import reading
from privlessons.ui import Activity, activity, button, caution, html, note, progress_bar, shut

ASK = (
    "Whose data is in this file? Real people did not agree to this lesson. Never load a class list, "
    "patients, clients or colleagues."
)
MINE = "I may use this file, and I am on my own computer"
LARGEST = 300_000_000
EXAMPLE = "such as ~/Documents/members.csv"
OFFERED = 40
"""Columns that may be ticked; a wider table offers its first ones."""
FEW = 5


@activity
def look_at_a_table(lesson: Lesson) -> Activity:
    """Let the learner tick columns of a table and make them coarser; nothing of it is shown but counts."""
    return _Table(lesson).card


class _Table:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.sure = Choice(legend=ASK, options=[MINE], many=True)
        self.upload = widgets.FileUpload(
            description="Choose the table", tooltip="Choose the table", multiple=False
        )
        self.path = widgets.Text(
            description="Is it large? Type where it is on this computer, with its name", placeholder=EXAMPLE
        )
        self.open = button("Read the file from there")
        self.sample = button("Take the made-up table")
        self.cancel, self.forget = button("Cancel"), button("Forget it")
        self.columns = Choice(legend="Which columns does somebody know?", many=True, row=True)
        self.coarse = Slider(
            label="How coarse?",
            max=STEPS - 1,
            low="as it is written",
            high="very coarse",
            names=dict(
                zip("0123", ("as it is written", "coarser", "coarser still", "very coarse"), strict=True)
            ),
        )
        self.intro, self.bars, self.said = Live(), html(""), Live()
        self.table = None
        self.codes: dict = {}
        self.factors: dict = {}
        self.stopped = self.working = False
        self.card = Activity(
            controls={
                "sure": self.sure,
                "upload": self.upload,
                "path": self.path,
                "open": self.open,
                "sample": self.sample,
                "cancel": self.cancel,
                "columns": self.columns,
                "coarse": self.coarse,
                "forget": self.forget,
            },
            state={"rows": None, "columns": [], "alone": None, "few": None, "smallest": None},
        )
        for control, act in (
            (self.sure, self._agreed),
            (self.upload, self._uploaded),
            (self.open, self._opened),
            (self.sample, self._sampled),
            (self.cancel, self._stop),
            (self.columns, self._count),
            (self.coarse, self._count),
            (self.forget, self._forgotten),
        ):
            self.card.on(control, act)
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
        """Refuse where own files may not be opened, whatever the page sends."""
        if not self.lesson.own_data_open:
            raise PlainError("The box for your own table is shut here. Take the made-up table.")
        if 0 not in self.sure.picked:
            raise PlainError("First tick that you may use this file.")

    async def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        self._ours()
        if files[0]["size"] > LARGEST:
            self.upload.value = ()
            raise PlainError("This is too large for the box: type where the file is instead.")
        name = harmless(files[0]["name"])
        await self._read(files, name)

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
        self.stopped, self.working, self.table = False, True, None
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
        self._opened_as(table, called)

    def _opened_as(self, table, called: str) -> None:
        self.table, self.codes, self.factors = table, {}, {}
        self.names = list(table.columns)[:OFFERED]
        self.ladders = {name: ladder(table[name]) for name in self.names}
        wider = f" The first {OFFERED} are offered." if len(table.columns) > OFFERED else ""
        self.intro.html = (
            f"<p><b>{escape(called)}</b>: {len(table):,} rows, {len(table.columns):,} columns.{wider} Its "
            "values are not shown. Tick what somebody else may know, too.</p>"
        )
        self.columns.picked = []
        self.columns.options = [harmless(str(name))[:40] for name in self.names]
        self.coarse.value = 0
        self.lesson.done("own-table")
        self.card.show(self.intro, self.columns, self.coarse, self.bars, self.said, self.forget)
        self._count()
        self.intro.held += 1

    def _count(self) -> None:
        if self.table is None:
            return
        picked = [self.names[i] for i in self.columns.picked if i < len(self.names)]
        step = int(self.coarse.value)
        for name in picked:
            if name not in self.factors:
                self.factors[name] = factors(self.table[name])
            if (name, step) not in self.codes:
                self.codes[name, step] = coded(*self.factors[name], self.ladders[name][step][0])
        known = {name: self.codes[name, step] for name in picked}
        found = uniqueness(known or self.table, picked)
        few = sum(size * groups for size, groups in found.sizes.items() if size < FEW)
        self.card.state |= {
            "rows": found.rows,
            "columns": [str(name) for name in picked],
            "alone": found.one_of_a_kind,
            "few": few,
            "smallest": found.smallest,
        }
        self.bars.value = bars(
            (words, count / found.rows, f"{count:,} of {found.rows:,} rows", look)
            for words, count, look in (
                ("One of a kind", found.one_of_a_kind, "bad"),
                (f"In a group of fewer than {FEW}", few, ""),
            )
        )
        told = ", ".join(
            f"<b>{escape(harmless(str(name)))}</b> ({self.ladders[name][step][1]})" for name in picked
        )
        self.said.html = (
            f"<p>Known: {told}. {found.one_of_a_kind:,} of {found.rows:,} rows are one of a kind. The "
            f"smallest group of rows that look alike has {_rows(found.smallest)}. That number is called "
            "<b>k</b>.</p>" + (_more(found.one_of_a_kind))
            if picked
            else "<p>Nothing is ticked, so all rows look alike.</p>"
        )

    def _forgotten(self) -> None:
        self.stopped = True
        self.table, self.codes, self.factors = None, {}, {}
        self.upload.value, self.path.value = (), ""
        self.columns.picked, self.columns.options = [], []
        self.intro.html = self.said.html = self.bars.value = ""
        self.card.state |= {"rows": None, "columns": [], "alone": None, "few": None, "smallest": None}
        self._first()
        self.card.tell("Forgotten. Nothing of the table is in memory any more.", "note", held=True)


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _more(alone: int) -> str:
    if alone:
        return (
            "<p>This counts within the table only. Whether somebody can be found depends on a second list, "
            "and on who else is out there. Before you share a table, leave columns out or make them "
            "coarser.</p>"
        )
    return note("Nobody in it is one of a kind by these columns.", "right", "No single rows.")
