"""Lesson 02: rate the chats that a machine made nameless, against the clock; then ask who each writer was."""

from __future__ import annotations

import asyncio

import ipywidgets as widgets

from privlessons.activities.machine import Machine
from privlessons.activities.reveal import Reveal
from privlessons.controls import Choice, Live
from privlessons.datasets import load_chats, load_people
from privlessons.kinds import KINDS
from privlessons.lesson import Lesson
from privlessons.nameless import Nameless, take_out
from privlessons.records import PlainError
from privlessons.ui import STOPPED, Activity, activity, button, chat_view, html, predict, progress_bar, row

GUESSES = ("None of them", "One or two", "Three to five", "Six or more")
RATINGS = ("Helpful", "Not helpful", "Could do harm")
FIRST = "mika-secret-game"
TARGET = 45
"""Seconds a chat that the invented company asks for."""
LONGEST = 300
"""Seconds after which the clock stops by itself: a clock on a page that was left would tick for ever."""
MISSED = "<p>If you see a name, the machine missed it. That is real: we left it as it came out.</p>"
NAMES = {"person": "Writer", "assistant": "Pip"}


def guess_how_many(lesson: Lesson) -> Activity:
    """Ask how many of the eight people at the desk can still be found."""
    return predict(
        lesson,
        "how-many-found",
        "A machine took the names out of eight chats. How many of the eight writers can still be found?",
        GUESSES,
    )


@activity
def reviewer_desk(lesson: Lesson) -> Activity:
    """Let the learner work a reviewer's shift on the chats marked for the desk, then attack them."""
    return _Desk(lesson).card


class _Desk:
    """The shift: stages are "before", "loading", "shift" and "reveal"."""

    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        chats = load_chats(lesson.chats)
        self.chats = sorted((c for c in chats if c.desk), key=lambda c: c.chat.id != FIRST)
        if not self.chats:
            raise PlainError("None of these chats is for the desk: write `desk: yes` at the top of some.")
        self.machine = Machine()
        self.queue: list[Nameless] = []
        self.read: list[int] = []
        self.ticking = lesson.clock
        self.watch: asyncio.Task | None = None
        self.start = button("Start my shift", primary=True)
        self.cancel = self.machine.cancel
        self.rate = Choice(legend="Rate Pip's answers in this chat", options=list(RATINGS), row=True)
        self.send = button("Send my rating", primary=True)
        self.skip = button("Skip this chat")
        self.end = button("End my shift")
        self.clock = button("Switch the clock off")
        self.said, self.chat, self.time = Live(), html(""), html("")
        self.reveal = Reveal(lesson, load_people(), self.said)
        self.card = Activity(
            controls={
                "start": self.start,
                "rate": self.rate,
                "send": self.send,
                "skip": self.skip,
                "clock": self.clock,
                "end": self.end,
                **self.reveal.controls,
                "cancel": self.cancel,
            },
            state={"stage": "before", "at": 0, "ratings": {}, "skipped": 0},
        )
        self.reveal.join(self.card)
        acts = {
            self.start: self._begin,
            self.cancel: self.machine.stop,
            self.send: self._sent,
            self.skip: self._skipped,
            self.end: self._ended,
            self.clock: self._switch_clock,
        }
        for control, act in acts.items():
            self.card.on(control, act)
        self.said.html = (
            "<p>You work for a firm that Lumenly hired. The queue holds "
            f"<b>{len(self.chats)} chats</b>. A machine took the names out. "
            "Read each chat. Say if Pip's answers were any good. You may skip every one of them.</p>"
            '<p class="pl-soft">Your ratings are not written down. If you reload the page, your shift starts '
            "anew.</p>"
        )
        self.card.show(self.said, self.start)

    def _stage(self, name: str, *parts: widgets.Widget) -> None:
        self.card.state["stage"] = name
        self.card.show(*parts)

    async def _begin(self) -> None:
        if self.card.state["stage"] != "before":
            return
        self._stage("loading", self.said, self.cancel)
        self.said.held += 1

        def moved(share: float, words: str) -> None:
            self.said.html = progress_bar(share, words)

        found = None
        try:
            found = await self.machine.read((m.text for c in self.chats for m in c.chat.messages), moved)
        finally:
            if found is None:
                self.said.html = STOPPED
                self._stage("before", self.said, self.start)
                self.said.held += 1
        if found is None:
            return
        self.found = [[found[m.text] for m in chat.chat.messages] for chat in self.chats]
        self.queue = [take_out(chat, one) for chat, one in zip(self.chats, self.found, strict=True)]
        self._stage("shift")
        self._next(0)

    def _next(self, at: int) -> None:
        self.card.state["at"] = at
        self.card.tell("")
        if at >= len(self.chats):
            self._turn()
            return
        shown = self.queue[at]
        self.rate.picked = []
        words = f"Chat {at + 1} of {len(self.chats)} in your queue"
        self.said.html = progress_bar(at / len(self.chats), words) + ("" if at else MISSED)
        self.said.here += 1
        self.chat.value = chat_view(shown.messages, names=NAMES)
        clock = [row(self.time, self.clock)] if self.lesson.clock else []
        choices = row(self.send, self.skip, self.end)
        self.card.show(self.said, *clock, self.chat, self.rate, choices)
        self._wind()

    def _wind(self) -> None:
        """Start the clock of this chat, or say that it is off."""
        if self.watch is not None:
            self.watch.cancel()
        self.clock.description = f"Switch the clock {'off' if self.ticking else 'on'}"
        self.time.value = "" if self.ticking else "<p>The clock is off. Take your time.</p>"
        if self.ticking:
            self.watch = asyncio.ensure_future(self._run_clock(self.card.state["at"]))

    async def _run_clock(self, at: int) -> None:
        for second in range(LONGEST + 1):
            state = self.card.state
            if (state["stage"], state["at"]) != ("shift", at):
                return
            late = " You are behind." if second > TARGET else ""
            self.time.value = (
                f"<p>Seconds on this chat: <b>{second}</b>. Lumenly asks for {TARGET}.{late}</p>"
            )
            await asyncio.sleep(1)
        self.time.value = "<p>The clock has stopped. Take your time.</p>"

    def _switch_clock(self) -> None:
        if self.card.state["stage"] == "shift":
            self.ticking = not self.ticking
            self._wind()

    def _sent(self) -> None:
        if self.card.state["stage"] != "shift":
            return
        if self.rate.text is None:
            raise PlainError("Pick one of the three ratings first. Or skip this chat.")
        at = self.card.state["at"]
        self.card.state["ratings"][self.chats[at].chat.id] = self.rate.text
        self.read.append(at)
        self._next(at + 1)

    def _skipped(self) -> None:
        if self.card.state["stage"] == "shift":
            self.card.state["skipped"] += 1
            self._next(self.card.state["at"] + 1)

    def _ended(self) -> None:
        if self.card.state["stage"] != "shift":
            return
        if not self.read:
            raise PlainError("Rate one chat first. Then you may end your shift at any time.")
        self._turn()

    def _turn(self) -> None:
        self.lesson.done("try")
        self.card.state["stage"] = "reveal"
        strict = [take_out(chat, one, KINDS) for chat, one in zip(self.chats, self.found, strict=True)]
        self.reveal.begin([self.queue[i] for i in self.read], self.queue, strict)
