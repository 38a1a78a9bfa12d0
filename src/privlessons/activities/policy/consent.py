"""Lesson 11: a consent page with five dark patterns to find, and the same page without them."""

from __future__ import annotations

from html import escape

from privlessons.controls import Live
from privlessons.controls_consent import ConsentPage
from privlessons.lesson import Lesson
from privlessons.policy.shelf import Part, load_consent
from privlessons.ui import Activity, activity, button, html, note, row

FAIR = (
    {"id": "f1", "look": "heading", "words": "Before you start"},
    {"id": "f2", "look": "text", "words": "We set one cookie, so that you stay signed in."},
    {"id": "f3", "look": "tick-off", "words": "Use my chats to improve Glowmoth"},
    {"id": "f4", "look": "tick-off", "words": "Share my data with partners (see the list)"},
    {"id": "f5", "look": "tick-off", "words": "Call me about offers"},
    {"id": "f6", "look": "plain", "words": "Yes to what I ticked"},
    {"id": "f7", "look": "plain", "words": "No to all"},
    {"id": "f8", "look": "text", "words": "You can change all of this later under Settings, My data."},
)


@activity
def find_the_tricks(lesson: Lesson) -> Activity:
    """Let the learner press what is a trick on a consent page; each one is named when it is found."""
    return _Tricks(lesson).card


class _Tricks:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.parts = {part.id: part for part in load_consent()}
        self.tricks = [part.id for part in self.parts.values() if part.trick]
        shown = [{"id": p.id, "look": p.look, "words": p.words} for p in self.parts.values()]
        self.page = ConsentPage(parts=shown)
        self.fair = ConsentPage(parts=list(FAIR), still=True, label="The same page without tricks")
        self.rest, self.again = button("Show the ones I missed"), button("Start over")
        self.said, self.found, self.after = Live(), html(""), Live()
        self.named: list[str] = []
        self.helped = False
        self.card = Activity(
            controls={"page": self.page, "rest": self.rest, "again": self.again},
            state={"found": [], "fair": [], "helped": False},
        )
        self.card.on(self.page, self._pressed)
        self.card.on(self.rest, self._rest)
        self.card.on(self.again, self._again)
        self._begin()

    def _begin(self) -> None:
        intro = html(
            f"<p>Glowmoth shows this page at the first start. <b>{len(self.tricks)} tricks</b> are in it. "
            "Press each part that you think is one. Nothing is agreed to here.</p>"
        )
        self.intro = intro
        self.buttons = row(self.rest, self.again)
        self.card.show(intro, self.page, self.said, self.found, self.buttons)

    def _pressed(self) -> None:
        part = self.parts.get(self.page.value)
        if part is None:
            return
        name = part.pair or part.id
        if name in self.tricks:
            self._name(name)
            one = self.parts[name]
            self.said.html = note(escape(one.why), "right", f"{one.trick}.")
        else:
            self.page.marks = {**self.page.marks, part.id: "fair"}
            self.said.html = note(escape(part.why), "caution", "No trick here.")
        self._told()

    def _name(self, name: str) -> None:
        if name not in self.named:
            self.named.append(name)
        both = [name, *(p.id for p in self.parts.values() if p.pair == name)]
        self.page.marks = {**self.page.marks, **dict.fromkeys(both, "trick")}

    def _told(self) -> None:
        marks = self.page.marks
        self.card.state |= {
            "found": list(self.named),
            "fair": [name for name, mark in marks.items() if mark == "fair"],
            "helped": self.helped,
        }
        left = len(self.tricks) - len(self.named)
        self.found.value = _list([self.parts[name] for name in self.named], left)
        if left:
            return
        self.lesson.done("tricks")
        self.after.html = (
            "<p>Such tricks have a name: <b>dark patterns</b>. They don't lie. They make one answer easy and "
            "the other one hard. Here is the same page without them. It asks one thing at a time, and No is "
            "as big as Yes.</p>"
        )
        self.card.show(self.intro, self.page, self.said, self.found, self.buttons, self.after, self.fair)

    def _rest(self) -> None:
        missed = [name for name in self.tricks if name not in self.named]
        self.helped = self.helped or bool(missed)
        for name in missed:
            self._name(name)
        self.said.html = note(
            "All five are marked. Read what each of them does."
            if missed
            else "You found all of them yourself."
        )
        self._told()

    def _again(self) -> None:
        self.named, self.helped = [], False
        self.page.marks, self.page.value = {}, ""
        self.said.html = note("All is as at first. Which parts are tricks?")
        self.card.show(self.intro, self.page, self.said, self.found, self.buttons)
        self._told()


def _list(found: list[Part], left: int) -> str:
    rows = "".join(
        f"<tr><td><b>{escape(p.trick)}</b></td><td>“{escape(p.words)}”</td><td>{escape(p.why)}</td></tr>"
        for p in found
    )
    more = f"<p>{left} still to find.</p>" if left else "<p>You have all of them.</p>"
    if not rows:
        return more
    heads = "<tr><th>Trick</th><th>On the page</th><th>What it does</th></tr>"
    return f'<table class="pl-table">{heads}{rows}</table>{more}'
