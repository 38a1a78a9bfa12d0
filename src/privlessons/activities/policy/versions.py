"""Lesson 11, stretch: two versions of one policy, and what changed, word by word."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.policy.views import counted, kinds_in_words
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.policy.compare import Change, compare_versions
from privlessons.policy.labels import label_policy
from privlessons.policy.reading import read_policy
from privlessons.policy.records import CLASSES, QUESTIONS, WORDS
from privlessons.policy.shelf import load_firms
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay, row, text_box

KEY = "what-did-the-update-do"
MOST = 120
"""Changes that are shown."""
HEADS = {"came": "Came", "went": "Went", "changed": "Changed"}


@activity
def what_changed(lesson: Lesson) -> Activity:
    """Hold two versions of a policy side by side: Glowmoth's, or two pasted ones."""
    return _Versions(lesson).card


class _Versions:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.firm = next(firm for firm in load_firms() if len(firm.versions) > 1)
        self.guess = Choice(
            legend=f"A banner at {self.firm.name} said: “We have updated our notice to serve you better.” "
            "What did the update do, most of all?",
            options=["It explained things better", "It gave people more rights", "It took back promises"],
        )
        self.start = button("Show what changed", primary=True)
        self.only = Choice(
            legend="Show the changes about …",
            options=["everything", *(WORDS[k] for k in CLASSES)],
            picked=[0],
            row=True,
        )
        self.old = text_box("The older version", rows=4, placeholder="Paste it here.")
        self.new = text_box("The newer version", rows=4, placeholder="Paste it here.")
        self.compare = button("Compare these two")
        self.said, self.list = Live(), html("")
        self.changes: tuple[Change, ...] = ()
        self.ready = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "only": self.only,
                "old": self.old,
                "new": self.new,
                "compare": self.compare,
            },
            state={"came": 0, "went": 0, "changed": 0, "shown": 0},
        )
        self.card.on(self.start, self._begin)
        self.card.on(self.only, self._show)
        self.card.on(self.compare, self._compare)
        self.card.show(self.guess, self.start, self.said)

    def _begin(self) -> None:
        if self.ready:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the answers first. A wild guess is fine.")
        self.card.tell("")
        self.lesson.keep("guesses", KEY, self.guess.text)
        self.lesson.done("versions")
        self.ready = True
        old, new = (self.firm.policy(version) for version in self.firm.versions[-2:])
        self._take(old, new)
        lost = [k for k in label_policy(new).not_said if k not in label_policy(old).not_said]
        result = f"From {self.firm.versions[-2]} to {self.firm.versions[-1]}: {self._counted()}. " + " ".join(
            f"“{QUESTIONS[k]}” is no longer answered." for k in lost
        )
        self.said.html = replay(self.lesson, KEY, result) + (
            "<p>Look at training, and at how long chats are kept. A firm's banner won't tell you. A "
            "comparison does.</p>"
        )
        own = (
            html("<p>Have you got two versions of a real one? Compare them here.</p>"),
            row(self.old, self.new),
        )
        self.card.show(self.said, self.only, self.list, *own, self.compare)
        self.said.here += 1

    async def _compare(self) -> None:
        if not self.ready:
            return
        texts = {"older": self.old.value, "newer": self.new.value}
        for name, text in texts.items():
            if not text.strip():
                raise PlainError(f"The box for the {name} version is empty. Paste its text there.")
        self.card.tell("")
        await asyncio.sleep(0.02)
        self._take(*(read_policy(text) for text in texts.values()))
        self.said.html = note(escape(f"Your two versions: {self._counted()}."))
        self.said.here += 1

    def _take(self, old, new) -> None:
        self.changes = compare_versions(old, new)
        self._show()

    def _counted(self) -> str:
        parts = [
            f"{counted(self.card.state[what], 'sentence', 'sentences')} {what}"
            for what in ("came", "went", "changed")
        ]
        return ", ".join(parts) if self.changes else "not a word changed"

    def _show(self) -> None:
        if not self.ready:
            return
        at = self.only.picked[0] if self.only.picked else 0
        kind = CLASSES[at - 1] if at else None
        shown = [c for c in self.changes if kind is None or kind in c.kinds]
        counts = {what: sum(c.what == what for c in self.changes) for what in HEADS}
        self.card.state |= {**counts, "shown": len(shown)}
        rows = "".join(
            f"<tr><td>{HEADS[c.what]}</td><td>{_words(c)}</td><td>{escape(kinds_in_words(c.kinds))}</td></tr>"
            for c in shown[:MOST]
        )
        more = f'<p class="pl-soft">Only the first {MOST} are shown.</p>' if len(shown) > MOST else ""
        heads = "<tr><th>What</th><th>Words</th><th>About</th></tr>"
        self.list.value = (
            '<div class="pl-key"><span><ins>new words</ins></span><span><del>words that '
            "went</del></span></div>"
            '<div class="pl-policy pl-tall" tabindex="0" role="region" aria-label="The changes">'
            f'<table class="pl-table pl-label pl-versions">{heads}{rows}</table>{more}</div>'
            if shown
            else "<p>Nothing changed about this.</p>"
        )


def _words(change: Change) -> str:
    if change.what == "came":
        return f"<ins>{escape(change.new.text)}</ins>"
    if change.what == "went":
        return f"<del>{escape(change.old.text)}</del>"
    tags = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}
    return " ".join(tags[what].format(escape(words)) for what, words in change.pieces)
