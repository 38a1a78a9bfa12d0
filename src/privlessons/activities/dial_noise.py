"""Lesson 08: the dial. A question about a table, answered with noise as strong as the learner sets it."""

from __future__ import annotations

import asyncio

import ipywidgets as widgets

from privlessons import dp
from privlessons.activities.bars import bars, often
from privlessons.activities.noise_loader import load
from privlessons.controls import Choice, Live, Slider
from privlessons.datasets import load_people
from privlessons.lesson import Lesson
from privlessons.masks import harmless
from privlessons.noise_releases import (
    ask_average,
    ask_count,
    ask_histogram,
    ask_middle,
    draw,
    odds,
    typical_error,
)
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, picture

EPSILONS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
KINDS = ("How many?", "The average", "The middle", "A histogram")
NAMES = ("count", "average", "middle", "histogram")
STEPS, OFFERED, SHOWN_DRAWS, COMMON = 6, 40, 20, 5
WIDEST = 0.1
"""The picture is as wide as the noise of this epsilon needs."""
NOTHING = [("nothing to choose yet", None)]
TOWN = ("handedness", "age", "children", "pet", "hobby", "occupation", "home", "district", "sex")


@activity
def turn_the_dial(lesson: Lesson) -> Activity:
    """Let the learner ask the town, and set the noise."""
    dial = Dial(lesson)
    dial.use(load_people()[list(TOWN)])
    dial.card.show(*dial.parts)
    return dial.card


class Dial:
    """The dial over one table; `use` gives it another. ``parts`` are what a card shows of it."""

    def __init__(self, lesson: Lesson):
        from numpy.random import default_rng

        self.lesson, self.rng = lesson, default_rng()
        self.kind = Choice(legend="What do you ask?", options=list(KINDS), picked=[0], row=True)
        wide = widgets.Layout(width="30em")
        self.column = widgets.Dropdown(description="Which column?", options=NOTHING, layout=wide)
        self.value = widgets.Dropdown(description="Count the rows that say", options=NOTHING, layout=wide)
        self.low = widgets.Text(description="The lowest value that could ever stand there")
        self.high = widgets.Text(description="The highest value that could ever stand there")
        self.draw = button("Draw a noisy answer", primary=True)
        self.epsilon = Slider(
            label="How much may one person change the answer?",
            max=len(EPSILONS) - 1,
            value=EPSILONS.index(1.0),
            low="more private, less exact",
            high="less private, more exact",
            names={str(i): f"epsilon {e:g}" for i, e in enumerate(EPSILONS)},
        )
        self.said, self.figure = Live(), html("")
        self.asking, self.answering = widgets.VBox([]), widgets.VBox([])
        self.parts = (self.asking, self.draw, self.answering)
        self.question, self.drawn, self.busy = None, [], False
        self.table, self.names, self.values = None, [], []
        self.card = Activity(
            controls={
                "kind": self.kind,
                "column": self.column,
                "value": self.value,
                "low": self.low,
                "high": self.high,
                "draw": self.draw,
                "epsilon": self.epsilon,
            },
            state={"kind": NAMES[0], "epsilon": 1.0, "true": None, "answer": None, "off": None, "draws": 0},
        )
        for control, act in (
            (self.kind, self._changed),
            (self.column, self._picked),
            (self.value, self._changed),
            (self.low, self._changed),
            (self.high, self._changed),
            (self.draw, self._draw),
            (self.epsilon, self._turn),
        ):
            self.card.on(control, act)

    def use(self, table) -> None:
        """Take another table, a pandas DataFrame."""
        self.table = table
        self.names = list(table.columns)[:OFFERED]
        self.column.options = [(harmless(str(n))[:40], i) for i, n in enumerate(self.names)]
        # Of card numbers or dates of birth, there is little to count: begin where a value is common.
        worth = (i for i, n in enumerate(self.names) if table[n].value_counts().max() >= COMMON)
        self.column.value = next(worth, 0) if self.names else None
        self._picked()

    def forget(self) -> None:
        """Let go of the table, and of all that was asked of it."""
        self.table, self.names, self.values = None, [], []
        self.column.options, self.value.options = NOTHING, NOTHING
        self.low.value = self.high.value = ""
        self._changed()

    def _picked(self) -> None:
        if self.column.value is None:
            return
        found = self.table[self.names[self.column.value]].dropna().value_counts().head(OFFERED)
        self.values = list(found.index)
        named = [(harmless(str(v))[:40] or "(nothing)", i) for i, v in enumerate(self.values)]
        self.value.options = named or NOTHING
        if self.values:
            self.value.value = self.values.index("left") if "left" in self.values else 0
        self.low.value = self.high.value = ""
        self._changed()

    def _changed(self) -> None:
        """Another question: what was drawn belongs to the old one."""
        kind = NAMES[self.kind.picked[0] if self.kind.picked else 0]
        self.question, self.drawn = None, []
        self.card.tell("")
        self.card.state |= {"kind": kind, "true": None, "answer": None, "off": None, "draws": 0}
        more = (self.value,) if kind == "count" else (self.low, self.high)
        self.asking.children = (self.kind, self.column, *more)
        self.answering.children = (self.said,)
        self.said.html = ""
        self.draw.description = "Draw a noisy answer"

    def _ask(self):
        column = self.table[self.names[self.column.value]]
        kind, bounds = self.card.state["kind"], (self.low.value, self.high.value)
        if kind == "count":
            return ask_count(self._who())
        if kind == "average":
            return ask_average(column, bounds)
        return ask_middle(column, bounds) if kind == "middle" else ask_histogram(column, bounds, STEPS)

    async def _draw(self) -> None:
        if self.busy:
            return
        if not self.names:
            raise PlainError("This table has no columns to ask about: take another one.")
        self.busy = True
        try:
            question = self.question or self._ask()
            await load(self.said)
            await asyncio.sleep(0)
            if self.question is None:
                self.question = question
                self._begin()
            self.card.tell("")
            self._answer()
        finally:
            self.busy = False

    def _begin(self) -> None:
        """Make the picture: wide enough for an epsilon near the private end."""
        q = self.question
        if q.kind != "histogram":
            from privlessons.charts_noise import AnswersPicture

            self.far = max(typical_error(q, draw(q, WIDEST, self.rng)) * 4, 1e-3)
            self.drawing = AnswersPicture(q.true, self.far, whole=q.kind == "count")
        self.answering.children = (self.epsilon, self.figure, self.said)
        self.lesson.done("second-round")

    def _release(self):
        """Return one answer of diffprivlib's own tool."""
        epsilon, q = EPSILONS[round(self.epsilon.value)], self.question
        if q.kind == "count":
            return dp.count(self._who(), epsilon)
        column = self.table[self.names[self.column.value]]
        bounds = (self.low.value, self.high.value)
        if q.kind == "histogram":
            return dp.histogram(column, epsilon, bounds, STEPS)
        return (dp.mean if q.kind == "average" else dp.median)(column, epsilon, bounds)

    def _who(self):
        """Return which rows are counted, an array of bools; none where the column is empty."""
        if self.value.value is None:
            return [False] * len(self.table)
        return (self.table[self.names[self.column.value]] == self.values[self.value.value]).to_numpy(
            bool, na_value=False
        )

    def _turn(self) -> None:
        """Another epsilon: draw once, from the new noise."""
        self.drawn = []
        if self.question is not None:
            self._answer()

    def _answer(self) -> None:
        epsilon, q = EPSILONS[round(self.epsilon.value)], self.question
        self.drawn = [*self.drawn, self._release()][-SHOWN_DRAWS:]
        answers = draw(q, epsilon, self.rng)
        off = typical_error(q, answers)
        self.draw.description = "Draw again"
        now = self.drawn[-1]
        self.card.state |= {
            "epsilon": epsilon,
            "true": _plain(q.true),
            "answer": _plain(now),
            "off": off,
            "draws": len(self.drawn),
        }
        self.figure.value = self._picture(answers)
        self.said.html = self._says(now, off, odds(q.kind, epsilon))

    def _picture(self, answers) -> str:
        q = self.question
        if q.kind != "histogram":
            from privlessons.charts_noise import says_answers

            return picture(self.drawing.svg(answers, self.drawn), says_answers(q.true, answers, self.drawn))
        most = max(1, *map(int, q.true), *map(int, self.drawn[-1]))
        return bars(
            (f"{low:g} to {high:g}", int(noisy) / most, f"{int(noisy):,} with noise, truly {int(true):,}", "")
            for low, high, true, noisy in zip(q.edges, q.edges[1:], q.true, self.drawn[-1], strict=False)
        )

    def _says(self, now, off: float, told) -> str:
        q = self.question
        first = ""
        if q.kind != "histogram":
            first = f"The truth is {q.true:,.4g}. The noisy answer is <b>{now:,.4g}</b>"
            first += ", where a triangle points. " if abs(now - q.true) > self.far else ". "
        near = f"Half of all answers are within <b>{off:,.3g}</b> of the truth."
        if not off:
            near = "At least half of all answers are the truth itself."
        return f"<p>{first}{near}</p>" + note(
            f"Somebody who knows all others asks: are you in? In 100 runs of this noise they would say “in” "
            f"<b>{often(told.if_in, '' if told.exact else 'at most ')} if you are</b>, and "
            f"<b>{often(told.if_out, '' if told.exact else 'at least ')} if you are not</b>.",
            "note",
            "The odds.",
        )


def _plain(value):
    """Return a number, or the numbers of a histogram, as plain ones: a state must fit into JSON."""
    return value.tolist() if hasattr(value, "tolist") else value
