"""Lesson 09: a keyboard learns on fifty phones, and no message leaves any of them."""

from __future__ import annotations

import asyncio

from privlessons.activities.phones_views import keyboard, the, the_crowd, typed
from privlessons.activities.stepper import STOPPED, Stepper
from privlessons.collective.crowd import ROUNDS
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, button, html, note, picture, predict, progress_bar, row

KEY = "what-leaks"
GUESSES = (
    "Nothing: the messages stay on the phone",
    "How much she typed, but no words",
    "A few of her words",
    "Nearly every word that she typed",
)
BEGINNINGS = ("see you", "how are", "on my way", "can you pick")
SHOWN = 5
LONE = 1
"""The phone that learns alone, for comparison."""


def guess_what_leaks(lesson: Lesson) -> Activity:
    """Ask what the firm can read out of what one phone sends."""
    return predict(
        lesson,
        KEY,
        "Mika's phone sends no message. It only sends how the numbers of the model changed. What can the "
        "firm read out of that?",
        GUESSES,
    )


@activity
def learn_together(lesson: Lesson) -> Activity:
    """Train a keyboard on fifty phones, with progress and Cancel, and try its suggestions."""
    return _Together(lesson).card


class _Together:
    def __init__(self, lesson: Lesson):
        self.lesson, self.work = lesson, Stepper()
        self.right: list[float] = []
        self.model = self.alone = self.collected = None
        self.start = button("Train on all phones", primary=True)
        self.begin = Choice(legend="Type a beginning", options=list(BEGINNINGS), row=True)
        self.said, self.offer, self.verdict = Live(), html(""), Live()
        self.chats, self.bar, self.figure = html(""), html(""), html("")
        self.card = Activity(
            controls={"start": self.start, "cancel": self.work.cancel, "begin": self.begin},
            state={"right": None, "alone": None, "collected": None, "offered": None},
        )
        self.card.on(self.start, self._train)
        self.card.on(self.work.cancel, self.work.stop)
        self.card.on(self.begin, self._offer)
        crowd = self.crowd = the_crowd()
        mika = crowd.phones[0]
        self.said.html = (
            f"<p>Here are <b>{len(crowd.phones)} phones</b>. One is Mika's. She typed "
            f"{len(mika.messages)} messages this week, to friends and family. Here are {SHOWN} of them. All "
            "of them stay on her phone.</p>"
        )
        self.chats.value = typed("Mika", mika.messages[:SHOWN])
        self.card.show(self.said, self.chats, row(self.start, self.work.cancel), self.bar)

    async def _train(self) -> None:
        if self.work.running or self.model is not None:
            return
        self.card.tell("")
        self.work.start()
        try:
            done = await self._all()
        finally:
            self.work.end()
            self.bar.value = ""
        if not done:
            self.card.tell(STOPPED, "note", held=True)
            return
        self.bar.value = progress_bar(1, "Trained. The picture is being drawn.")
        await asyncio.sleep(0.05)
        self._ready()

    async def _all(self) -> bool:
        crowd = self.crowd
        self.right = [crowd.right(crowd.model)]
        last = [crowd.model]

        def heard(steps):
            for share, model in steps:
                if model is not last[0]:
                    self.right.append(crowd.right(model))
                    last[0] = model
                yield share, model

        def moved(share, model):
            words = (
                f"Round {min(ROUNDS, int(share * ROUNDS) + 1)} of {ROUNDS}. Each phone learns from its own "
                "messages and sends its update. Messages sent: 0"
            )
            self.bar.value = progress_bar(0.8 * share, words) + keyboard(
                BEGINNINGS[0], crowd.suggest(model, BEGINNINGS[0])
            )

        model = await self.work.go(heard(crowd.together()), moved)
        if model is None:
            return False

        def other(words, start):
            return lambda share, _: setattr(self.bar, "value", progress_bar(start + 0.1 * share, words))

        alone = await self.work.go(crowd.alone(LONE), other("For comparison: one phone learns alone", 0.8))
        everything = await self.work.go(
            crowd.collected(), other("For comparison: all messages in one place", 0.9)
        )
        if alone is None or everything is None:
            return False
        self.model, self.alone, self.collected = model, crowd.right(alone), crowd.right(everything)
        return True

    def _ready(self) -> None:
        from privlessons.charts_collective import RoundsPicture, says_rounds

        crowd = self.crowd
        drawing = RoundsPicture(ROUNDS, self.alone, self.collected)
        self.figure.value = picture(
            drawing.svg(self.right), says_rounds(self.right, self.alone, self.collected)
        )
        self.card.state |= {"right": self.right[-1], "alone": self.alone, "collected": self.collected}
        self.lesson.done("try")
        self.lesson.keep("numbers", "right-together", self.right[-1])
        self.bar.value = ""
        self.said.html = (
            f"<p>After {ROUNDS} rounds the next word is among the three suggestions "
            f"<b>{100 * self.right[-1]:.0f} times in 100</b>. This was tested on messages of "
            f"{len(crowd.strangers)} people who took no part. One phone alone gets {100 * self.alone:.0f}. "
            f"With all messages collected in one place, it would be {100 * self.collected:.0f}.</p>"
        )
        numbers = crowd.model.size
        self.verdict.html = note(
            f"{the(ROUNDS * len(crowd.phones), 'update')} of {numbers:,} numbers each. Messages that left a "
            "phone: none. So far the promise is kept.",
            "note",
            "What was sent:",
        )
        self.card.show(self.said, self.figure, self.begin, self.offer, self.verdict)
        self.begin.picked = [0]
        self.said.here += 1

    def _offer(self) -> None:
        if self.model is None or not self.begin.picked:
            return
        begin = self.begin.text
        suggestions = self.crowd.suggest(self.model, begin)
        self.card.state["offered"] = suggestions
        self.offer.value = keyboard(begin, suggestions)
