"""Lesson 04, stretch: a block of the learner's own making, printed as totals and solved back."""

from __future__ import annotations

from html import escape

from privlessons.activities.rebuild import BLOCK, HEADS_FOR_PEOPLE, NAMES, Office
from privlessons.blocks import read_block
from privlessons.controls import Live
from privlessons.controls_people import People
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, note, row

MOST = 12
"""So many people at most: a block of this size is still solved while one waits."""


@activity
def own_block(lesson: Lesson) -> Activity:
    """Let the learner make up a block of up to twelve people, and see what the office's tables give away."""
    office = Office(lesson, step="own-block", guess="")
    intro = Live()
    intro.html = note(
        "Make the people up. Please don’t enter your own home, or one that you know. Nothing is kept.",
        "caution",
        "Invent them.",
    )
    editor = People(
        label="The people of your block",
        value=[],
        choices=HEADS_FOR_PEOPLE,
        fresh=[30, "f", "no"],
        most=MOST,
    )
    told = Live()  # beside the buttons: the card's own place for words is far below, once there are tables
    undo, example, clear = button("Undo"), button("Take Mika’s block"), button("Clear")
    go = button("Print and solve it", primary=True)
    card = Activity(
        controls={"people": editor, "undo": undo, "example": example, "clear": clear, "go": go},
        state={**office.state, "people": 0},
    )
    past: list[list] = []
    undoing = [False]

    def say(sentence: str, kind: str = "caution") -> None:
        told.html = note(escape(sentence), kind) if sentence else ""

    def changed(change) -> None:
        if not undoing[0]:
            past.append(change["old"])
        card.state["people"] = len(change["new"])
        shown = "more" in card.controls
        say("You changed the people. Press “Print and solve it” once more." if shown else "", "note")

    def back() -> None:
        if not past:
            say("There is nothing to undo. Add a person first.")
            return
        undoing[0] = True
        editor.value = past.pop()
        undoing[0] = False

    async def solve_it() -> None:
        if not editor.value:
            say("Nobody lives here yet. Add a person, or take Mika’s block.")
            return
        try:
            people = read_block(map(tuple, editor.value))
        except PlainError as error:
            say(str(error))
            return
        say("")
        if "more" not in card.controls:
            office.tables.picked = list(range(len(NAMES)))
            office.more.remove_class("pl-primary")
            card.controls |= office.controls
            card.show(*first, *office.parts)
        await office.set_people(people)

    first = (intro, editor, row(go, undo, example, clear), told)
    editor.observe(card.guard(changed), "value")
    office.join(card)
    card.on(undo, back)
    card.on(example, lambda: setattr(editor, "value", [list(person) for person in BLOCK]))
    card.on(clear, lambda: setattr(editor, "value", []))
    card.on(go, solve_it)
    card.show(*first)
    return card
