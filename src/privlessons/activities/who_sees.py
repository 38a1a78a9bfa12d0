"""Lesson 10: the board of who can see. Guess five parties at a time, then look, with reason and source."""

from __future__ import annotations

from datetime import date
from html import escape

import ipywidgets as widgets

from privlessons.activities.who_sees_views import WORDS, column, told, whole
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, predict, replay
from privlessons.wire.parties import ANSWERS, load_board, score

KEY = "who-reads"
OPTIONS = (
    "Nobody but Pip",
    "The company behind Pip, and nobody else",
    "The company, and several others with it",
    "Everybody between her and the company",
)
FIRST_WAY = "tls"


@activity
def guess_who_reads(lesson: Lesson) -> Activity:
    """Ask who can read a message behind the browser's lock."""
    return predict(
        lesson,
        KEY,
        "Mika types her client's secret to Pip. The browser shows a lock. Who could read her words?",
        OPTIONS,
    )


@activity
def the_board(lesson: Lesson, today: date | None = None) -> Activity:
    """Let the learner guess the board of parties and ways, five cells at a time; ``today`` is for tests."""
    return _BoardCard(lesson, today or date.today()).card


class _BoardCard:
    def __init__(self, lesson: Lesson, today: date):
        self.lesson, self.today, self.board = lesson, today, load_board()
        self.ways = [way.id for way in self.board.ways]
        self.names = list(self.board.groups)
        self.group = Choice(legend="Who?", options=list(self.board.groups.values()), picked=[0], row=True)
        self.way = Choice(
            legend="How is it sent?",
            options=[way.name for way in self.board.ways],
            picked=[self.ways.index(FIRST_WAY)],
            row=True,
        )
        words = [WORDS[answer].capitalize() for answer in ANSWERS]
        self.asks = [Choice(legend=" ", options=words, row=True) for _ in range(5)]
        self.show = button("Show me", primary=True)
        self.about, self.said, self.map, self.so_far = Live(), Live(), html(""), Live()
        self.opened: dict[tuple[str, str], list[str]] = {}
        asked = widgets.VBox(self.asks)
        asked.add_class("pl-see-asks")
        self.card = Activity(
            controls={"group": self.group, "way": self.way, "show": self.show}
            | {f"ask-{n}": ask for n, ask in enumerate(self.asks)},
            state={"group": self.names[0], "way": FIRST_WAY, "opened": 0, "right": 0, "asked": 0},
        )
        self.card.on(self.group, self._turn)
        self.card.on(self.way, self._turn)
        self.card.on(self.show, self._pressed)
        self._remember()
        lesson.after_erasing(self._erased)
        self.card.show(self.group, self.way, self.about, asked, self.show, self.said, self.map, self.so_far)
        self._turn()

    @property
    def here(self) -> tuple[str, str]:
        """The column that is shown: group and way."""
        return self.names[self.group.picked[0]], self.ways[self.way.picked[0]]

    def _remember(self) -> None:
        for group in self.names:
            for way in self.ways:
                kept = self.lesson.kept("guesses", f"board-{group}-{way}")
                if isinstance(kept, list) and len(kept) == 5 and all(one in ANSWERS for one in kept):
                    self.opened[group, way] = kept

    def _turn(self) -> None:
        """Show another column: to be guessed, or as it was guessed before."""
        if not (self.group.picked and self.way.picked):
            return
        group, way = self.here
        self.card.tell("")
        self.card.state |= {"group": group, "way": way}
        self.about.html = f"<p>{escape(self.board.ways[self.ways.index(way)].about)}</p>"
        guesses = self.opened.get((group, way))
        for n, (ask, party) in enumerate(zip(self.asks, self.board.parties[group], strict=True)):
            ask.legend = party
            ask.picked = [ANSWERS.index(guesses[n])] if guesses else []
            ask.disabled = bool(guesses)
        self._draw()

    def _pressed(self) -> None:
        if self.here in self.opened:
            self._next()
            return
        if not all(ask.picked for ask in self.asks):
            raise PlainError("Guess all five first. A wild guess is fine.")
        group, way = self.here
        self.opened[self.here] = guesses = [ANSWERS[ask.picked[0]] for ask in self.asks]
        self.lesson.keep("guesses", f"board-{group}-{way}", guesses)
        self.lesson.done("try")
        for ask in self.asks:
            ask.disabled = True
        self.card.tell("")
        self._draw()

    def _next(self) -> None:
        """Go to the next column that is still shut, first within the group."""
        group, way = self.here
        turn = self.ways.index(way) + 1
        within = [(group, one) for one in self.ways[turn:] + self.ways[:turn]]
        others = [(one, each) for one in self.names for each in self.ways]
        left = [key for key in within + others if key not in self.opened]
        if not left:
            self.card.tell("The whole board is open. Pick any column to read it again.", "note")
            return
        self.group.picked, self.way.picked = [self.names.index(left[0][0])], [self.ways.index(left[0][1])]

    def _draw(self) -> None:
        group, way = self.here
        guesses = self.opened.get((group, way))
        self.show.description = "Next five" if guesses else "Show me"
        cells = self.board.column(group, way)
        self.said.html = column(cells, guesses, self.today) if guesses else ""
        opened = [one for one in self.ways if (group, one) in self.opened]
        self.map.value = whole(self.board, group, opened) if opened else ""
        all_guesses = {
            (party, one): answer
            for (each, one), column_ in self.opened.items()
            for party, answer in zip(self.board.parties[each], column_, strict=True)
        }
        found = score(all_guesses, self.board)
        self.card.state |= {"opened": len(self.opened), "right": found.right, "asked": found.asked}
        words = told(found.right, found.asked, found.trusting, found.fearful) if found.asked else ""
        if way == FIRST_WAY and guesses:
            words += self._locked()
        self.so_far.html = words

    def _locked(self) -> str:
        """Put the guess of the lesson's start beside what the whole board says of the lock."""
        answers = [cell.answer for (_, way), cell in self.board.cells.items() if way == FIRST_WAY]
        can, depends, cannot = (answers.count(one) for one in ("can", "depends", "cannot"))
        return replay(
            self.lesson,
            KEY,
            f"With the lock, {can} of the {len(answers)} on the whole board can read her words. For "
            f"{depends} it depends. Only {cannot} cannot: those on the way.",
        )

    def _erased(self) -> None:
        self.opened.clear()
        self._turn()
