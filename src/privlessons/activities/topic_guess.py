"""Lesson 10: guess the topic of a locked answer from sizes and timing; then fill up the sizes."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.listener import Listener
from privlessons.activities.topic_views import accuracy, answer, past, sizes
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, predict, progress_bar, replay, row
from privlessons.wire.answers import topics
from privlessons.wire.recorded import LEARN, TEST
from privlessons.wire.streams import PADDINGS
from privlessons.wire.watcher import CLUES

KEY = "topic-by-size"
OPTIONS = (
    "About 25 in 100, as if by luck",
    "About 50 in 100",
    "About 75 in 100",
    "More than 90 in 100",
)
ROUNDS = 5


@activity
def guess_how_often(lesson: Lesson) -> Activity:
    """Ask how often a program can tell the topic of a locked answer."""
    return predict(
        lesson,
        KEY,
        f"Pip answers on one of {len(topics())} topics, under TLS. A program on the way sees only how big "
        "each locked piece is, and when it comes. How often will it name the right topic?",
        OPTIONS,
    )


@activity
def guess_the_topic(lesson: Lesson, rng=None, learn: int = LEARN, test: int = TEST) -> Activity:
    """Stream made-up answers under TLS, train a watcher on their sizes, and let the learner play against it.

    ``rng`` is for tests, else chance is the computer's own; ``learn`` and ``test`` count answers a topic.
    """
    return _Watching(lesson, rng, learn, test).card


class _Watching:
    def __init__(self, lesson: Lesson, rng, learn: int, test: int):
        from numpy.random import default_rng

        self.lesson = lesson
        self.rng = default_rng() if rng is None else rng
        self.line = Listener(lesson.place, self.rng, learn, test)
        self.names = topics()
        self.rounds: list[tuple[str, str, str]] = []
        self.start = button("Listen to the line", primary=True)
        self.guess = Choice(legend="What is this answer about?", options=list(self.names.values()), row=True)
        self.lock = button("This is my guess", primary=True)
        self.padding = Choice(legend="How does Pip send its answers?", options=list(PADDINGS.values()))
        self.clue = Choice(
            legend="What may the program use?", options=list(CLUES.values()), picked=[0], row=True
        )
        self.fill = button("Send all answers again this way", primary=True)
        self.said, self.samples, self.riddle = Live(), html(""), html("")
        self.last, self.past, self.result, self.bars, self.after = Live(), html(""), Live(), html(""), Live()
        self.card = Activity(
            controls={
                "start": self.start,
                "cancel": self.line.cancel,
                "guess": self.guess,
                "lock": self.lock,
                "padding": self.padding,
                "clue": self.clue,
                "fill": self.fill,
            },
            state={
                "answers": 0,
                "round": 0,
                "mine": 0,
                "its": 0,
                "right": None,
                "asked": None,
                "padding": None,
            },
        )
        for control, act in (
            (self.start, self._start),
            (self.line.cancel, self.line.stop),
            (self.lock, self._lock),
            (self.fill, self._fill),
            (self.clue, self._show),
        ):
            self.card.on(control, act)
        count = (learn + test) * len(self.names)
        self.said.html = (
            f"<p>{count} made-up answers of Pip go over a real TLS connection inside this machine. A small "
            f"program notes sizes and times. It learns from {learn} answers a topic. Then it is tested on "
            f"{test} others, made of sentences that it has never seen.</p>"
        )
        self.card.show(self.said, row(self.start, self.line.cancel), self.line.bar)

    async def _start(self) -> None:
        if self.line.running:
            return
        if self.lesson.kept("guesses", KEY) is None:
            raise PlainError("Make your guess first, in the box above. A wild guess is fine.")
        self.card.tell("")
        if not await self.line.listen("none"):
            self.card.tell("Stopped. Press again to start anew.", "note", held=True)
            return
        self.line.bar.value = progress_bar(1, "The program learns. The first time takes some seconds.")
        await asyncio.sleep(0.1)  # the page must hear of it before the library keeps us busy
        self.line.judge("none", "both")
        self.line.bar.value = ""
        self.rounds = []
        self.order = self.rng.permutation(list(self.line.tested))[:ROUNDS]
        first = {one.topic: n for n, one in reversed(list(enumerate(self.line.answers)))}
        self.samples.value = "<p>One answer of each topic, as sizes:</p>" + "".join(
            sizes(name, self.line.seen["none"][first[topic]]) for topic, name in self.names.items()
        )
        where = "recorded on another machine" if self.line.recorded else "over the line"
        self.card.state["answers"] = len(self.line.answers)
        self.said.html = (
            f"<p>{len(self.line.answers)} answers came, {where}. The program has learned. Now play against "
            "it: each bar is one locked piece, and taller means bigger.</p>"
        )
        self.last.html = self.past.value = ""
        self._riddle()
        self.card.show(self.said, self.samples, self.riddle, self.guess, self.lock, self.last, self.past)
        self.said.here += 1

    def _riddle(self) -> None:
        at = self.order[len(self.rounds)]
        name = f"Round {len(self.rounds) + 1} of {len(self.order)}: what is this about?"
        self.lock.description = f"This is my guess for round {len(self.rounds) + 1}"
        self.riddle.value = sizes(name, self.line.seen["none"][at])
        self.guess.picked = []

    def _lock(self) -> None:
        if not self.line.seen or len(self.rounds) >= len(self.order):
            return
        if not self.guess.picked:
            raise PlainError("Pick a topic first. A wild guess is fine.")
        self.card.tell("")
        at = self.order[len(self.rounds)]
        truth = self.line.answers[at]
        mine = list(self.names)[self.guess.picked[0]]
        its = self.line.judge("none", "both").guesses[self.line.tested.index(at)]
        self.rounds.append((truth.topic, mine, its))
        self.card.state |= {
            "round": len(self.rounds),
            "mine": sum(one[0] == one[1] for one in self.rounds),
            "its": sum(one[0] == one[2] for one in self.rounds),
        }
        self.last.html = answer(len(self.rounds), self.names[truth.topic], truth.text)
        self.past.value = past(self.rounds, self.names)
        if len(self.rounds) < len(self.order):
            self._riddle()
        else:
            self._end()

    def _end(self) -> None:
        self.lesson.done("second-round")
        mine, its = self.card.state["mine"], self.card.state["its"]
        whole = self.line.judge("none", "both")
        self.lesson.keep("numbers", "topics-named-of-100", round(100 * whole.right / whole.asked))
        share = 100 * whole.right / whole.asked
        where = " that were recorded on another machine" if self.line.recorded else " of its test"
        self.result.html = (
            f"<p>You named {mine} of {len(self.rounds)}, the program {its}. It had seen many more answers "
            "than you.</p>"
            + replay(
                self.lesson,
                KEY,
                f"On all {whole.asked} answers{where} the program named {whole.right}: {share:.0f} in 100. "
                f"It never opened a lock. Blind guessing gets {100 / len(self.names):.0f} in 100.",
            )
            + note(
                "Four topics with words of their own are easier to tell apart than life is. And our Pip "
                "does not think between two pieces, so its timing says little. Real timing says more.",
                "caution",
                "Mind:",
            )
            + "<p><b>What works?</b> Choose how Pip shall send its answers, and try the program again.</p>"
        )
        self._show()
        self.card.show(
            *(self.last, self.past, self.result, self.padding, self.fill, self.line.bar, self.line.cancel),
            *(self.clue, self.bars, self.after),
        )
        self.result.here += 1

    async def _fill(self) -> None:
        if self.line.running or len(self.rounds) < ROUNDS:
            return
        if not self.padding.picked:
            raise PlainError("Choose first how Pip shall send its answers.")
        self.card.tell("")
        padding = list(PADDINGS)[self.padding.picked[0]]
        if not await self.line.listen(padding):
            self.card.tell("Stopped. Press again to start anew.", "note", held=True)
            return
        self.card.state["padding"] = padding
        self._show()

    def _show(self) -> None:
        if len(self.rounds) < ROUNDS or not self.clue.picked:
            return
        clue = list(CLUES)[self.clue.picked[0]]
        rows = [
            (PADDINGS[one].partition(":")[0], self.line.judge(one, clue))
            for one in PADDINGS
            if one in self.line.seen
        ]
        self.bars.value = accuracy(rows, len(self.names))
        newest = self.line.verdicts[self.card.state["padding"] or "none", clue]
        self.card.state |= {"right": newest.right, "asked": newest.asked}
        if padding := self.card.state["padding"]:
            name = "The last answer of your game, sent this way"
            self.after.html = self._told(padding) + sizes(name, self.line.seen[padding][self.order[-1]])

    def _told(self, padding: str) -> str:
        one = self.line.judge(padding, list(CLUES)[self.clue.picked[0]])
        low = one.right <= one.luck
        timing = list(CLUES)[self.clue.picked[0]] == "timing"
        what = (
            "That is what blind guessing can reach, too."
            if low
            else "That is still more than blind guessing."
        )
        why = {
            "none": "Each piece is as long as its word, and words tell.",
            "pieces": "The sizes are all alike now. But how many pieces come, and when, still shows.",
            "whole": "Nothing is left to see but that an answer came. The price: you wait for the whole of "
            "it, and more bytes cross.",
        }[padding]
        return note(
            escape(f"The program named {one.right} of {one.asked}. {what} {'' if timing else why}"),
            "right" if low else "note",
        )
