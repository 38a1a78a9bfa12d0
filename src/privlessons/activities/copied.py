"""Lesson 06: which of three texts holds somebody's own sentences? A guess by feel, then a search."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.passages import KEY, found_in, marked, sort_of
from privlessons.board import Check, load_checks, pip_index
from privlessons.controls import Choice, Live, Slider
from privlessons.copying import SHORTEST, Passage, find_copied
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay

KEPT = "which-was-copied"
UNSURE = "I can't tell"
ANYBODYS = 4
"""So many words in a row, or fewer, are written by anybody."""


@activity
def check_texts(lesson: Lesson) -> Activity:
    """Let the learner guess which text was copied from somebody, then search and set what counts."""
    return _Checking(lesson).card


class _Checking:
    def __init__(self, lesson: Lesson):
        self.lesson, self.checks = lesson, load_checks()
        self.guess = Choice(
            legend="One of these texts holds whole sentences from one person's own page. Which one?",
            options=[*(check.title for check in self.checks), UNSURE],
        )
        self.start = button("Search for copies", primary=True)
        self.least = Slider(
            label="How many words in a row count as a copy?",
            min=3,
            max=20,
            value=SHORTEST,
            shown="{} words",
            low="finds phrases that anybody uses",
            high="finds only long copies",
        )
        self.near = Choice(
            legend="Which copies should it find?",
            options=["Word for word only", "Also where a few words were changed"],
            picked=[1],
            row=True,
        )
        self.texts, self.where = html(""), html("")
        self.intro, self.said, self.end = Live(), Live(), Live()
        self.ready = False
        self.card = Activity(
            controls={"guess": self.guess, "start": self.start, "least": self.least, "near": self.near},
            state={"words": SHORTEST, "rare": {}, "common": {}},
        )
        self.card.on(self.start, self._begin)
        self.card.on(self.least, self._search)
        self.card.on(self.near, self._search)
        self.texts.value = "".join(marked(check.title, check.text, ()) for check in self.checks)
        self.card.show(self.texts, self.guess, self.start, self.said)

    async def _begin(self) -> None:
        if self.ready:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the answers first. Go by your feeling.")
        self.card.tell("")
        self.lesson.keep("guesses", KEPT, self.guess.text)
        self.guess.disabled = True
        self.said.html = "<p>Pip's reading is put in order. That takes a moment.</p>"
        await asyncio.sleep(0.1)
        self.index = pip_index()
        self.ready = True
        self.lesson.done("second-round")
        authors = len({d.author for d in self.index.documents})
        self.intro.html = (
            f"<p>Pip learned from {len(self.index.documents):,} texts by {authors} people and clubs of the "
            "town. The search compares every run of words with all of them.</p>" + KEY
        )
        self.card.show(self.intro, self.least, self.near, self.said, self.texts, self.where, self.end)
        self._search()
        self.intro.here += 1

    def _search(self) -> None:
        if not self.ready:
            return
        least, near = int(self.least.value), self.near.picked != [0]
        found = [find_copied(check.text, self.index, least, near) for check in self.checks]
        self.card.state |= {
            "words": least,
            "rare": {c.id: sum(not p.common for p in ps) for c, ps in zip(self.checks, found, strict=True)},
            "common": {c.id: sum(p.common for p in ps) for c, ps in zip(self.checks, found, strict=True)},
        }
        pairs = list(zip(self.checks, found, strict=True))
        self.texts.value = "".join(marked(check.title, check.text, passages) for check, passages in pairs)
        self.where.value = "".join(
            f"<h4>{escape(check.title)}</h4>{found_in(check.text, passages, self.index)}"
            for check, passages in pairs
            if passages
        )
        counts = " ".join(_counted(c, ps) for c, ps in pairs)
        self.said.html = f"<p>At <b>{least} words</b> in a row: {counts}</p>{_shortest(pairs)}"
        self.end.html = self._end(found)

    def _end(self, found: list[tuple[Passage, ...]]) -> str:
        rare = {
            check.title: sum(p.same for p in passages if not p.common)
            for check, passages in zip(self.checks, found, strict=True)
        }
        most = max(rare, key=rare.get)
        result = (
            f"The search says: {most}, with {rare[most]} words that only one or two authors have."
            if rare[most]
            else "At this setting the search finds no copy of one person's words."
        )
        who = "".join(
            f"<tr><td>{escape(check.title)}</td><td>{escape(check.by)}</td></tr>" for check in self.checks
        )
        return (
            replay(self.lesson, KEPT, result)
            + f'<table class="pl-table"><tr><th>Text</th><th>Who wrote it</th></tr>{who}</table>'
            + note(
                "It found <b>whose words</b> stand in a text. It did not find <b>who typed it</b>, a person "
                "or Pip, nor who wrote the words first. That you know only because we told you. And a copy "
                "need not be a theft: people quote, and many say the same.",
                word="What the search can say.",
            )
        )


def _shortest(pairs) -> str:
    """Say it where so few words count that the search finds what anybody could write."""
    runs = [(p.words, c.text[p.start : p.end]) for c, ps in pairs for p in ps if not p.common]
    if not runs or min(runs)[0] > ANYBODYS:
        return ""
    return note(
        f"Even “{escape(min(runs)[1])}” counts now. Only one person of the town wrote it, and yet anybody "
        "could. A short run proves nothing.",
        "caution",
        "Look at the shortest.",
    )


def _counted(check: Check, passages: tuple[Passage, ...]) -> str:
    sorts = [sort_of(p) for p in passages]
    rare, common = len(sorts) - sorts.count("common"), sorts.count("common")
    parts = []
    if rare:
        parts.append(f"{rare} {'copy' if rare == 1 else 'copies'}")
    if common:
        parts.append(f"{common} common {'phrase' if common == 1 else 'phrases'}")
    return f"<b>{escape(check.title)}</b>: {' and '.join(parts) or 'nothing'}."
