"""Lesson 09's stretch: two programs that make people up, and which of them copies."""

from __future__ import annotations

from html import escape

from privlessons.activities.bars import bars
from privlessons.activities.noise_loader import load
from privlessons.collective.synthetic import by_copying, from_counts, nearest, off, table, values
from privlessons.controls import Choice, Live, Slider
from privlessons.datasets import load_people
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, row

NUMBER, HALF, SHOWN = 500, 1000, 5
EPSILONS = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0)
HEADS = ("age", "sex", "district", "home", "work", "hobby", "pet", "hand")
NAMES = ("Table A", "Table B")
COPIES = 1
"""The table whose rows are copies with one thing changed."""


@activity
def spot_the_copies(lesson: Lesson, rng=None) -> Activity:
    """Show two made-up tables, ask which one copies, and measure the distance to the nearest real row."""
    return _Fakes(rng).card


class _Fakes:
    def __init__(self, rng):
        from numpy.random import default_rng

        self.rng = default_rng(rng)
        self.start = button("Make people up", primary=True)
        self.which = Choice(legend="Which table copies real people?", options=list(NAMES), row=True)
        self.measure = button("Measure", primary=True)
        self.dial = Slider(
            label="How strong is the promise of table A?",
            max=len(EPSILONS) - 1,
            value=3,
            low="more private, less exact",
            high="less private, more exact",
            names={str(i): f"epsilon {e:g}" for i, e in enumerate(EPSILONS)},
        )
        self.said, self.tables, self.bars, self.after = Live(), html(""), html(""), Live()
        self.busy, self.found, self.guess = False, {}, ""
        self.card = Activity(
            controls={
                "start": self.start,
                "which": self.which,
                "measure": self.measure,
                "dial": self.dial,
            },
            state={"made": 0, "close": None, "held": None, "off": None},
        )
        self.card.on(self.start, self._make)
        self.card.on(self.measure, self._measure)
        self.card.on(self.dial, self._turn)
        self.said.html = (
            f"<p>Both programs see {HALF:,} real people of the town, and make up {NUMBER} each.</p>"
        )
        self.card.show(self.said, self.start)

    async def _make(self) -> None:
        if self.busy or self.card.state["made"]:
            return
        self.busy = True
        try:
            await load(self.said)
            rows = table(load_people())
            order = self.rng.permutation(len(rows))
            self.real, self.held = rows[order[:HALF]], rows[order[HALF:]][:NUMBER]
            self.possible = values(rows)
            self.copied = by_copying(self.real, self.possible, NUMBER, self.rng)
            self.private = self._private(EPSILONS[round(self.dial.value)])
        finally:
            self.busy = False
        self.card.state["made"] = NUMBER
        self.said.html = "<p>Here is the beginning of each. Can you tell? Guess, then measure.</p>"
        self._rows(self.private)
        self.card.show(self.said, self.tables, self.which, row(self.measure), self.bars, self.after)
        self.said.here += 1

    def _rows(self, private) -> None:
        both = zip(NAMES, (private, self.copied), strict=True)
        self.tables.value = "".join(_table(name, made) for name, made in both)

    def _private(self, epsilon: float):
        return from_counts(self.real, self.possible, epsilon, NUMBER, self.rng)

    def _measure(self) -> None:
        if not self.card.state["made"]:
            return
        if not self.which.picked:
            raise PlainError("Pick table A or table B first. A wild guess is fine.")
        self.card.tell("")
        self.copies = nearest(self.copied, self.real, self.held)
        right = self.which.picked == [COPIES]
        self.guess = "Right: table B copies." if right else "It is table B that copies."
        self.card.show(self.said, self.dial, self.bars, self.after, self.tables)
        self._turn()
        self.said.here += 1

    def _turn(self) -> None:
        if not hasattr(self, "copies"):
            return
        epsilon = EPSILONS[round(self.dial.value)]
        if epsilon not in self.found:
            made = self._private(epsilon) if self.found else self.private  # the first is the one shown
            self.found[epsilon] = made, nearest(made, self.real, self.held), off(made, self.real)
        made, private, gap = self.found[epsilon]
        self._rows(made)
        close, copied = private.close(private.made), self.copies.close(self.copies.made)
        usual = private.close(private.held)
        self.card.state |= {"close": close, "held": usual, "off": gap, "copied": copied}
        self.bars.value = bars(
            [
                (
                    f"Table A, from noisy counts at epsilon {epsilon:g}",
                    close / NUMBER,
                    f"{close} of {NUMBER}",
                    "",
                ),
                (
                    "Table B, real people with one thing changed",
                    copied / NUMBER,
                    f"{copied} of {NUMBER}",
                    "bad",
                ),
                (
                    "Real people whom no program saw",
                    usual / NUMBER,
                    f"{usual} of {NUMBER}",
                    "soft",
                ),
            ]
        )
        self.said.html = (
            f"<p>{self.guess} How many rows differ from some real person in one thing at most? In table B "
            f"<b>{copied}</b>, in table A <b>{close}</b>. Among real people whom no program saw, {usual} do: "
            "some people are alike by chance.</p>"
        )
        self.after.html = note(
            f"Shares, such as how many of 100 are left-handed, are off by {100 * gap:.1f} points on "
            "average. Stronger promises cost more. Only things that were counted together stay together: "
            "here, each column and the age.",
            "note",
            "What table A pays:",
        )


def _table(name: str, made) -> str:
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell)) or '–'}</td>" for cell in line) + "</tr>"
        for line in made[:SHOWN]
    )
    return (
        f'<h4>{name}</h4><div class="pl-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="pl-table"><tr>{heads}</tr>{lines}</table></div>'
    )
