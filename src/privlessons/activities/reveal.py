"""Lesson 02: clue by clue, the people of the town whom a nameless chat still fits."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from privlessons.activities.clue_views import clue_table, quoted
from privlessons.clues import Step, dots, narrow, read_clues
from privlessons.controls import Dots, Live
from privlessons.lesson import Lesson
from privlessons.nameless import Nameless
from privlessons.ui import Activity, button, chat_view, html, note, replay, row

NAMES = {"person": "Writer", "assistant": "Pip"}
FEW = 3
"""So many people or fewer can be told apart with one more question."""


class Reveal:
    """Parts that show one attack after the other; the desk puts them into its card."""

    def __init__(self, lesson: Lesson, people, head: Live):
        self.lesson, self.people, self.head = lesson, people.reset_index(drop=True), head
        self.next_clue = button("Next clue", primary=True)
        self.all_clues = button("All clues at once")
        self.next_person = button("Next person")
        self.controls = {
            "next clue": self.next_clue,
            "all clues": self.all_clues,
            "next person": self.next_person,
        }
        self.chat, self.table = html(""), html("")
        self.said, self.who = Live(), Live()
        self.dots = Dots(states=bytes(len(people)))
        self.buttons = row(self.next_clue, self.all_clues, self.next_person)
        self.parts = (head, self.said, self.dots, self.buttons, self.who, self.table, self.chat)
        self.queue: list[Nameless] = []
        self.everybody: list[Nameless] = []
        self.strict: list[Nameless] = []
        self.at, self.steps, self.shown = -1, (), 0

    def join(self, card: Activity) -> None:
        """Make the buttons work on this card, and keep the numbers in its state."""
        self.card = card
        card.state |= {"person": 0, "clues": 0, "left": None, "found": None, "found_strict": None}
        card.on(self.next_clue, lambda: self._show(self.shown + 1))
        card.on(self.all_clues, lambda: self._show(len(self.steps)))
        card.on(self.next_person, self._person)

    def begin(
        self, queue: Sequence[Nameless], everybody: Sequence[Nameless], strict: Sequence[Nameless]
    ) -> None:
        """Start with the first of the chats that were read (``queue``).

        At the end all chats are counted: ``everybody`` as they were shown, ``strict`` without every kind that
        the machine knows.
        """
        self.queue, self.everybody, self.strict, self.at = list(queue), list(everybody), list(strict), -1
        self.card.show(*self.parts)
        self._person()

    def _person(self) -> None:
        if not self.everybody:
            return
        self.at += 1
        if self.at >= len(self.queue):
            self._result()
            return
        self.steps = self._attack(self.queue[self.at])
        self.card.state["person"] = self.at + 1
        read = len(self.queue)
        over = note(
            f"You rated {read} {'chat' if read == 1 else 'chats'}. Now look up from the desk and ask "
            "something else. <b>Who was this?</b>",
            word="Shift over.",
        )
        who = f"Person {self.at + 1} of {read}"
        self.head.html = f"{over}<h3>{who}</h3>" if not self.at else heading(who)
        self.head.here += 1
        self.next_person.description = "What came out?" if self.at + 1 == len(self.queue) else "Next person"
        self._show(0)

    def _attack(self, one: Nameless) -> tuple[Step, ...]:
        return narrow(self.people, read_clues(one.chat, one.spans, self.people))

    def _show(self, clues: int) -> None:
        if not 0 <= self.at < len(self.queue):
            return
        self.shown = min(clues, len(self.steps))
        steps, total = self.steps[: self.shown], len(self.people)
        left = steps[-1].left if steps else tuple(range(total))
        over = self.shown == len(self.steps)
        self.card.state |= {"clues": self.shown, "left": len(left)}
        fit = f"{len(left):,} of {total:,} people fit" if len(left) != 1 else f"1 of {total:,} people fits"
        if not steps:
            self.said.html = f'<p class="pl-big">No clue yet. Each dot is one of the {total:,} people.</p>'
        else:
            clue = steps[-1].clue
            told = f"{quoted(clue)}: so the writer {escape(clue.says)}."
            self.said.html = f'<p class="pl-big">{told} <b>{fit}.</b></p>'
        if over and not steps:
            self.said.html = note("Nothing in this chat tells who wrote it. It can happen.", "right")
        self.who.html = self._who(left) if steps and (over or len(left) == 1) else ""
        self.dots.states = dots(total, left)
        self.dots.alt = f"One dot for each of the {total:,} people of Saltmere. {fit} the clues so far."
        self.next_clue.disabled = self.all_clues.disabled = over
        if over and clues:
            self.said.held += 1  # the button that had the focus is shut
        self.table.value = clue_table(steps, "What it says") if steps else ""
        one = self.queue[self.at]
        tag = {span: f"clue {n}" for n, step in enumerate(steps, 1) for span in step.clue.spans}
        marks = [(*one.place(*span), "missed", words) for span, words in tag.items()]
        self.chat.value = chat_view(one.messages, marks, NAMES)

    def _who(self, left: Sequence[int]) -> str:
        if not left:
            return note("Nobody on the list fits all of this. A list can be wrong or old.")
        names = [
            f"<b>{escape(p.first_name)} {escape(p.last_name)}</b>, {p.age}, {escape(p.occupation)}, "
            f"{escape(p.district)}"
            for p in self.people.iloc[list(left[:FEW])].itertuples()
        ]
        if len(left) == 1:
            return note(f"The list of the town says: {names[0]}.", "wrong", "One is left.")
        if len(left) <= FEW:
            return note(f"{'; '.join(names)}. This chat can't tell them apart.", "caution", "A few are left.")
        return note("Too many fit. This writer stays in the crowd.", "right", "Not found.")

    def _count(self, chats: Sequence[Nameless]) -> tuple[int, int]:
        """Of how many writers one person is left, and of how many else a few."""
        ends = [len(steps[-1].left) for steps in map(self._attack, chats) if steps]
        return ends.count(1), sum(1 < end <= FEW for end in ends)

    def _result(self) -> None:
        one, few = self._count(self.everybody)
        strict, _ = self._count(self.strict)
        total = len(self.everybody)
        self.card.state |= {"found": one, "found_strict": strict}
        self.lesson.keep("numbers", "found-at-the-desk", one)
        more = f" {few} more came down to {FEW} people or fewer." if few else ""
        self.head.html = heading("What came out")
        self.head.here += 1
        self.said.html = (
            replay(
                self.lesson,
                "how-many-found",
                f"Of the {total} writers in the queue, {one} came down to a single person of the town.{more}",
            )
            + "<p>The machine hid names, addresses and numbers. If it also hid jobs, places, ages and every "
            f"other kind it knows, {strict} of {total} would still come down to one person. Pip would have "
            "little left to answer.</p>"
            + note(
                "We made this easier than it is. The authors of the chats marked the clues, and a list of "
                "everybody was at hand. A real searcher has to spot the clues and needs such a second list. "
                "To be the only one who fits is not yet the same as to be found.",
                "caution",
                "To be fair:",
            )
        )
        self.card.show(self.head, self.said)


def heading(words: str) -> str:
    """Return HTML for a heading at the top of a card, where a page's room above headings would be a gap."""
    return f'<h3 style="margin-top: 0">{words}</h3>'
