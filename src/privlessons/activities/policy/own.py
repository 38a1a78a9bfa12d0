"""Lesson 11, stretch: the label of a policy of one's own choice, pasted or loaded."""

from __future__ import annotations

import asyncio
from html import escape

import ipywidgets as widgets

from privlessons.activities.policy.label import marked_kind, marker, speed
from privlessons.activities.policy.views import about, counted, label_card, policy_text
from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.policy.checklist import checklist
from privlessons.policy.labels import Label, label_policy
from privlessons.policy.reading import read_policy
from privlessons.policy.records import WORDS, Policy
from privlessons.policy.shelf import load_firms
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, row, text_box

WHERE = (
    "The text is read on the computer that runs this page, and nothing of it is kept. A policy is no secret, "
    "so you may do this in class, too. Paste the policy only, and no letter or account page of yours."
)


@activity
def label_any_policy(lesson: Lesson) -> Activity:
    """Make the label of a pasted or loaded policy; what can't be read gets one clear sentence."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.box = text_box("The policy", rows=6, placeholder="Paste its text here.")
        self.file = widgets.FileUpload(
            description="Or choose a file", tooltip="Or choose a file", accept=".txt,.md,.html,.htm"
        )
        self.read = button("Make its label", primary=True)
        self.example, self.forget = button("Use an invented one"), button("Forget it")
        self.speed, self.mark = speed(), marker()
        self.said, self.made, self.text = Live(), html(""), html("")
        self.policy: Policy | None = None
        self.label: Label | None = None
        self.card = Activity(
            controls={
                "box": self.box,
                "read": self.read,
                "example": self.example,
                "forget": self.forget,
                "speed": self.speed,
                "mark": self.mark,
            },
            state={"sentences": None, "not_said": []},
        )
        for control, act in (
            (self.read, self._read),
            (self.example, self._example),
            (self.forget, self._forget),
            (self.speed, self._label),
            (self.mark, self._mark),
        ):
            self.card.on(control, act)
        self.first = (
            html(note(WHERE, word="Where it goes:")),
            self.box,
            row(self.file, self.read, self.example),
        )
        self.card.show(*self.first)

    async def _read(self) -> None:
        uploaded = self.file.value
        if self.box.value.strip() or not uploaded:
            await self._take(self.box.value)
            return
        try:
            await self._take(bytes(uploaded[0]["content"]))
        finally:
            self.file.value = ()  # else the same file could not be sent again

    async def _example(self) -> None:
        text = load_firms()[1].text()
        if not self.box.value.strip():
            self.box.value = text
        await self._take(text)

    async def _take(self, text: str | bytes) -> None:
        self.card.tell("")
        self.policy = None
        self.made.value = self.text.value = ""
        self.card.state |= {"sentences": None, "not_said": []}
        self.said.html = "<p>Reading …</p>"
        self.card.show(*self.first, self.said)
        await asyncio.sleep(0.02)
        try:
            policy = read_policy(text)
        except PlainError:
            self.said.html = ""
            raise
        self.policy, self.label = policy, label_policy(policy)
        points = checklist(policy)
        met, silent = sum(p.met is True for p in points), len(self.label.not_said)
        self.card.state |= {"sentences": len(policy.sentences), "not_said": list(self.label.not_said)}
        self.lesson.done("own-policy")
        unknown = counted(sum(not s.kinds for s in policy.sentences), "sentence", "sentences")
        are = "is" if met == 1 else "are"
        self.said.html = (
            f"<p>{counted(len(policy.sentences), 'sentence or list item', 'sentences and list items')}. Our "
            f"rules found no sentence for <b>{silent}</b> "
            f"of the nine questions. {met} of {len(points)} points of the checklist {are} met.</p>"
            + note(
                f"Rules see words, not meanings. {unknown} fitted no rule, and some fit the wrong one. Read "
                "the sentence behind an answer before you believe it.",
                "caution",
                "Mind:",
            )
        )
        parts = (self.said, self.made, self.speed, self.mark, self.text, self.forget)
        self.card.show(*self.first, *parts)
        self._label()
        self._mark()
        self.said.here += 1

    def _label(self) -> None:
        if self.policy:
            self.made.value = label_card("This policy", self.label, self.speed.value)

    def _mark(self) -> None:
        if self.policy:
            kind = marked_kind(self.mark)
            what = "" if kind is None else f" · about {escape(WORDS[kind])}"
            self.text.value = policy_text("The policy", self.policy, about(kind), what, only=True)

    def _forget(self) -> None:
        self.policy = self.label = None
        label_policy.cache_clear()
        self.box.value = self.said.html = self.made.value = self.text.value = ""
        self.file.value = ()
        self.card.state |= {"sentences": None, "not_said": []}
        self.card.show(*self.first)
        self.card.tell("Forgotten. The text is no longer in memory.", "note", held=True)
