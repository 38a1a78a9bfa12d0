"""Lesson 04, second round: published tables of a small block, solved back to its people."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from privlessons.activities import rebuild_views as views
from privlessons.blocks import Person, Schema, read_block
from privlessons.charts_totals import blocks_bar, people_cards, printed
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.publishing import STANDARD, publish
from privlessons.recon_solver import solve
from privlessons.reconstruction import Reconstruction, reconstructing
from privlessons.ui import Activity, activity, button, html, note, predict, replay, row

BLOCK: tuple[Person, ...] = (
    (29, "f", "no"),
    (32, "f", "no"),
    (48, "f", "no"),
    (52, "f", "yes"),
    (5, "m", "no"),
    (27, "m", "yes"),
    (46, "m", "yes"),
    (69, "m", "yes"),
)
"""Mika's block: eight people of her postcode, as in the town's table."""
MIKAS = read_block(BLOCK)
NAMES = [table.name for table in STANDARD]
AS_THEY_ARE = "as they are"
PRINTS = {
    AS_THEY_ARE: {},
    "1 and 2 hidden": {"hide_below": 3},
    "rounded to 3s": {"rounding": 3},
    "rounded to 5s": {"rounding": 5},
}
HEADS_FOR_PEOPLE = [
    ["Sex", [["f", "woman"], ["m", "man"]]],
    ["Born", [["no", "here"], ["yes", "abroad"]]],
]
"""What can be chosen for a person, in words."""
GUESSES = ("Three or fewer", "Four to seven", "Eight to ten", "All eleven", "Never: totals name nobody")
SOON, OFTEN = 0.4, 0.1
"""Seconds after which a count shows the button that stops it, and between two pictures of it."""
_known: dict[tuple, Reconstruction] = {}
_proved: dict[tuple, bool] = {}
"""Answers of this kernel, the counts' and the solver's, so that coming back to a setting costs nothing."""


@activity
def guess_how_many(lesson: Lesson) -> Activity:
    """Ask how many tables it takes until one possible block is left."""
    asked = f"The office has {len(NAMES)} tables ready. After how many is only one block left?"
    return predict(lesson, "tables", asked, list(GUESSES))


@activity
def rebuild_the_block(lesson: Lesson) -> Activity:
    """Publish one table after the other of Mika's block, and see how many blocks are still possible."""
    office = Office(lesson, step="second-round")
    intro = Live()
    intro.html = (
        f"<p>{len(BLOCK)} people live on Mika’s block. Each has an age, a sex and a place of birth. The "
        "office has them in its files. It will print totals only. You hold the tables, nothing else. "
        f"Any {len(BLOCK)} people who would give the same tables are a <i>possible block</i>: they fit.</p>"
    )
    first = button("Print the first table", primary=True)
    card = Activity(controls={"first": first}, state=office.state)

    async def begin():
        if "more" in card.controls:
            return
        card.controls |= office.controls
        card.show(intro, *office.parts)
        intro.here += 1
        await office.set_people(BLOCK)

    office.join(card)
    card.on(first, begin)
    card.show(intro, first)
    return card


class Office:
    """Tables that a learner publishes one by one, and what they leave open. The card shows ``parts``."""

    def __init__(self, lesson: Lesson, step: str, guess: str = "tables"):
        self.lesson, self.step, self.guess = lesson, step, guess
        self.schema, self.people = Schema(), ()
        self.more, self.all, self.over = (
            button("Print one more table", primary=True),
            button("Print all"),
            button("Start over"),
        )
        self.stop = button("Stop")
        self.stop.tooltip = "Stop counting"
        self.stop.layout.display = "none"  # there is nothing to stop yet
        self.tables = Choice(legend="Tables that are printed", options=NAMES, picked=[0], many=True, row=True)
        self.prints = Choice(legend="How are the numbers printed?", options=[*PRINTS], picked=[0], row=True)
        self.verdict, self.full, self.checked = Live(), Live(), Live()
        self.said, self.bar, self.cards = Live(), html(""), html("")
        self.tried, self.paper = html(""), html("")
        self.controls = {
            "more": self.more, "all": self.all, "over": self.over, "stop": self.stop,
            "tables": self.tables, "prints": self.prints,
        }  # fmt: skip
        self.state = {"tables": 0, "count": None, "exact": None, "known": 0}
        self.parts = (
            row(self.more, self.all, self.over, self.stop),
            self.full, self.said, self.bar, self.cards, self.verdict, self.checked, self.tables,
            self.prints, self.tried, self.paper,
        )  # fmt: skip
        self.running: asyncio.Task | None = None
        self.rows: dict[tuple, str] = {}

    def join(self, card: Activity) -> None:
        """Take part in a card: its state and its way to say errors become this one's."""
        self.card, self.state = card, card.state
        for control, act in (
            (self.more, self._more),
            (self.all, lambda: self._set(range(len(NAMES)))),
            (self.over, self._start_over),
            (self.stop, self._stop_pressed),
            (self.tables, self._turn),
            (self.prints, self._turn),
        ):
            card.on(control, act)

    async def set_people(self, people: Sequence[Person]) -> None:
        """Start with other people."""
        self.people = read_block(people, self.schema)
        self.rows = {}
        self._turn()

    def _set(self, picked) -> None:
        self.tables.picked = list(picked)

    def _more(self) -> None:
        missing = [i for i in range(len(NAMES)) if i not in self.tables.picked]
        if missing:
            self._set(sorted([*self.tables.picked, missing[0]]))
            return
        self.card.tell("")
        self.full.html = note(
            f"All {len(NAMES)} tables are printed. Now change how the numbers are printed, further down."
        )

    def _start_over(self) -> None:
        self.rows = {}
        self.prints.picked = [0]
        self._set([0])
        self._turn()

    def _stop(self) -> None:
        if self.running is not None:
            self.running.cancel()

    def _stop_pressed(self) -> None:
        self.said.held += 1  # the button goes away, and the focus with it
        self._stop()

    def _turn(self) -> None:
        if not self.people:
            return
        self._stop()
        self.running = self.card.guard(self._count)()

    async def _count(self) -> None:
        """Count the blocks that fit, in small steps, so that the next click is heard."""
        picked = tuple(sorted(self.tables.picked))
        words = list(PRINTS)[self.prints.picked[0] if self.prints.picked else 0]
        self.card.tell("")
        self.verdict.html = self.full.html = self.checked.html = ""
        if not picked:
            self.said.html = "<p>Nothing is printed, so nothing is known. Print a table.</p>"
            self.bar.value = self.cards.value = self.paper.value = self.verdict.html = ""
            self.state |= {"tables": 0, "count": None, "exact": None, "known": 0}
            return
        if 0 not in picked:  # every other table tells how many people there are, some only together
            picked = (0, *picked)
        publication = publish(self.people, [NAMES[i] for i in picked], schema=self.schema, **PRINTS[words])
        self.paper.value = (
            f"<h4>What the office printed: {views.numbers(publication.numbers)}</h4>" + printed(publication)
        )
        key = (self.people, picked, words)
        answer = _known.get(key)
        if answer is None:
            clock = asyncio.get_running_loop().time
            began, shown = clock(), None
            try:
                for answer in reconstructing(publication, known=self.people):
                    if shown is None or clock() - shown > OFTEN:
                        self._show(publication, answer, "" if answer.exact else "Still counting. ")
                        shown = clock()
                    if clock() - began > SOON:
                        self.stop.layout.display = None
                    await asyncio.sleep(0)
                _known[key] = answer
            except asyncio.CancelledError:
                self._show(publication, answer, "Stopped. ")
                raise
            finally:
                self.stop.layout.display = "none"
        self._show(publication, answer, "")
        self._note_down(key, answer)
        await asyncio.sleep(0)
        plain = _known.get((self.people, picked, AS_THEY_ARE)) if words != AS_THEY_ARE else None
        shown = publication.tables[0][1][0].shown
        self.verdict.html = views.changed(words, answer, plain, shown, len(self.people)) if plain else ""
        if answer.exact and answer.count == 1:
            self.lesson.done(self.step)
            many = views.numbers(publication.numbers)
            result = f"After {len(publication.tables)} tables and {many} one block was left."
            told = replay(self.lesson, self.guess, result) if self.guess else ""
            self.verdict.html += told + views.only_one(len(self.people), self.people == MIKAS)
            if words == AS_THEY_ARE:  # rounded tables are hard for the solver
                await self._solve(key, publication, answer)

    async def _solve(self, key: tuple, publication, answer: Reconstruction) -> None:
        """Have another block looked for, on a thread of its own: it takes up to two seconds."""
        if key not in _proved:
            self.checked.html = views.asked(None)
            other, proved = await asyncio.to_thread(solve, publication.totals, self.schema, answer.blocks)
            _proved[key] = other is None and proved
        self.checked.html = views.asked(_proved[key])

    def _show(self, publication, answer: Reconstruction, so_far: str) -> None:
        known = sum(sum(k.facts) for k in answer.people) if answer.people else self.state["known"]
        facts = len(self.people) * (1 + len(self.schema.attributes))
        self.state |= {
            "tables": len(publication.tables),
            "count": answer.count,
            "exact": answer.exact,
            "known": known,
        }
        of = f"{len(publication.tables)} of {len(NAMES)} tables, {views.numbers(publication.numbers)}."
        self.said.html = views.how_many_fit(answer, so_far) + f"<p>{of} {views.same_in_all(known, facts)}</p>"
        self.bar.value = blocks_bar(answer.count, answer.exact)
        if answer.people:  # in the very first moment nothing is known yet: what stood there stays
            self.cards.value = people_cards(answer.people, self.schema)

    def _note_down(self, key: tuple, answer: Reconstruction) -> None:
        """Add this setting to the list of what was tried, each once."""
        _, picked, words = key
        last = NAMES[picked[-1]] if picked == tuple(range(len(picked))) else "a choice of your own"
        self.rows.pop(key, None)
        self.rows[key] = views.tried_row(len(picked), last, words, answer)
        self.tried.value = views.tried(list(self.rows.values()))
