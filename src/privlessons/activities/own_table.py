"""Lesson 03, stretch: how many rows of a table of one's own are one of a kind; only counts are shown."""

from __future__ import annotations

from html import escape

from privlessons.activities.bars import bars
from privlessons.activities.table_box import TableBox
from privlessons.controls import Choice, Live, Slider
from privlessons.ladder import STEPS, coded, factors, ladder
from privlessons.lesson import Lesson
from privlessons.linkage import uniqueness
from privlessons.masks import harmless
from privlessons.ui import Activity, activity, html, note

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
        self.bars, self.said = html(""), Live()
        self.table = None
        self.codes: dict = {}
        self.factors: dict = {}
        self.card = Activity(
            controls={"columns": self.columns, "coarse": self.coarse},
            state={"rows": None, "columns": [], "alone": None, "few": None, "smallest": None},
        )
        self.card.on(self.columns, self._count)
        self.card.on(self.coarse, self._count)
        self.box = TableBox(lesson, self.card, self._opened, self._forgotten)

    def _opened(self, table, called: str) -> None:
        self.table, self.codes, self.factors = table, {}, {}
        self.names = list(table.columns)[:OFFERED]
        self.ladders = {name: ladder(table[name]) for name in self.names}
        wider = f" The first {OFFERED} are offered." if len(table.columns) > OFFERED else ""
        self.box.intro.html = (
            f"<p><b>{escape(called)}</b>: {len(table):,} rows, {len(table.columns):,} columns.{wider} Its "
            "values are not shown. Tick what somebody else may know, too.</p>"
        )
        self.columns.picked = []
        self.columns.options = [harmless(str(name))[:40] for name in self.names]
        self.coarse.value = 0
        self.lesson.done("own-table")
        self.card.show(self.box.intro, self.columns, self.coarse, self.bars, self.said, self.box.forget)
        self._count()

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
        self.table, self.codes, self.factors = None, {}, {}
        self.columns.picked, self.columns.options = [], []
        self.said.html = self.bars.value = ""
        self.card.state |= {"rows": None, "columns": [], "alone": None, "few": None, "smallest": None}


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
