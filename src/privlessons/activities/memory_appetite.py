"""Lesson 05, stretch: one model reads few people's chats, the next one more: how well each guesses."""

from __future__ import annotations

from privlessons.activities.memory_views import babble
from privlessons.activities.trainer import Trainer
from privlessons.controls import Choice, Live
from privlessons.datasets import load_chats
from privlessons.lesson import Lesson
from privlessons.memory import complete, guessed_right
from privlessons.memory_appetite import AMOUNTS, BATCHES, Fed, commonest_share, portions
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, picture, predict, progress_bar, replay, row

SEED = 1
KEY = "appetite"
START = "can you "
GUESSES = (
    "The chats of one person are enough",
    "It stops getting better at about ten people",
    "It is still getting better at the end",
)


def guess_the_curve(lesson: Lesson) -> Activity:
    """Ask how a model's skill grows with the number of people whose chats it reads."""
    return predict(
        lesson,
        KEY,
        f"The same small model reads the chats of {AMOUNTS[0]} person, then of {AMOUNTS[1]}, and so on up "
        f"to {AMOUNTS[-1]}. Each time it guesses the next letter in chats of others. What will you see?",
        GUESSES,
    )


@activity
def feed_the_model(lesson: Lesson) -> Activity:
    """Train one model after the other on more and more people's chats; each adds a point to the curve."""
    return _Appetite(lesson).card


class _Appetite:
    def __init__(self, lesson: Lesson):
        self.lesson, self.trainer = lesson, Trainer()
        self.portions = portions(load_chats(), SEED)
        self.floor = commonest_share(self.portions.test)
        self.fed: list[Fed] = []
        self.by_heart = 0.0
        self.says: list[str] = []
        self.drawing = None
        self.start = button("Feed the model", primary=True)
        self.look = Choice(legend="How many people's chats?", options=[str(n) for n in AMOUNTS], row=True)
        self.said, self.after = Live(), Live()
        self.bar, self.figure, self.talk = html(""), html(""), html("")
        self.steps = row(self.start, self.trainer.cancel)
        self.card = Activity(
            controls={"start": self.start, "cancel": self.trainer.cancel, "look": self.look},
            state={"trained": 0, "right": [], "looked": None},
        )
        self.card.on(self.start, self._feed)
        self.card.on(self.trainer.cancel, self.trainer.stop)
        self.card.on(self.look, self._look)
        self.said.html = (
            f"<p>This trains {len(AMOUNTS)} models on the town's chats, one after the other. Each is then "
            f"tested on {len(self.portions.test)} messages of people whom no model has read.</p>"
        )
        self.card.show(self.said, self.steps, self.bar, self.figure)

    async def _feed(self) -> None:
        if self.trainer.running or len(self.fed) == len(AMOUNTS):
            return
        if self.lesson.kept("guesses", KEY) is None:
            raise PlainError("Make your guess first, in the box above. A wild guess is fine.")
        self.card.tell("")
        self.trainer.start()
        try:
            await self._all()
        finally:
            self.trainer.end()
            whole = len(self.fed) == len(AMOUNTS)
            self.bar.value = ""
            if not whole:
                self.card.tell("Stopped. Press again to go on from here.", "note", held=True)
        if whole:
            self._result()

    async def _all(self) -> None:
        from privlessons.charts_memory import AppetitePicture, people, says_appetite

        self.drawing = self.drawing or AppetitePicture(AMOUNTS, self.floor)
        for amount in AMOUNTS[len(self.fed) :]:
            texts = self.portions.texts[amount]

            def moved(step, amount=amount):
                who = f"{amount} {people(amount)}"
                words = f"Model {len(self.fed) + 1} of {len(AMOUNTS)} reads the chats of {who}"
                share = (len(self.fed) + step.done) / len(AMOUNTS)
                self.bar.value = progress_bar(share, words) + babble(START, complete(step.model, START))

            model = await self.trainer.train(texts, SEED, moved, batches=BATCHES)
            if model is None:
                return
            if not self.fed:
                self.by_heart = guessed_right(model, texts)
            self.fed.append(Fed(amount, model.letters, guessed_right(model, self.portions.test)))
            self.says.append(complete(model, START))
            self.card.state |= {"trained": len(self.fed), "right": [one.right for one in self.fed]}
            self.figure.value = picture(self.drawing.svg(self.fed), says_appetite(self.fed))

    def _result(self) -> None:
        few, most = self.fed[0], self.fed[-1]
        before = self.fed[-2]
        self.said.html = replay(
            self.lesson,
            KEY,
            f"From {few.people} to {most.people} people the model went from {100 * few.right:.0f} to "
            f"{100 * most.right:.0f} right of 100. The last step alone, from {before.people} to "
            f"{most.people} people, took it from {100 * before.right:.0f} to {100 * most.right:.0f}.",
        )
        self.after.html = self._below_the_line(few) + note(
            "Each step up asks for three or four times as many people as the one before. That is one reason "
            "why your chats are wanted.",
            "caution",
            "The appetite:",
        )
        self.card.show(self.said, self.figure, self.look, self.talk, self.after)
        self.look.picked = [len(AMOUNTS) - 1]
        self.said.here += 1

    def _below_the_line(self, few: Fed) -> str:
        """Say why the model that read least is worse than a guesser who learned nothing, if it is."""
        if few.right >= self.floor:
            return ""
        return (
            f"<p>Why is the first point below the dashed line? That model read one person's chats again and "
            f"again: in these it guesses {100 * self.by_heart:.0f} of 100 letters right. It expects the same "
            f"words from everybody. Whoever always says the commonest letter gets {100 * self.floor:.0f}.</p>"
        )

    def _look(self) -> None:
        if len(self.fed) < len(AMOUNTS) or not self.look.picked:
            return
        from privlessons.charts_memory import people, says_appetite

        at = self.look.picked[0]
        one = self.fed[at]
        self.card.state["looked"] = one.people
        self.figure.value = picture(self.drawing.svg(self.fed, one.people), says_appetite(self.fed))
        self.talk.value = (
            f"<p>After {one.letters:,} letters by {one.people} {people(one.people)} it guesses "
            f"{100 * one.right:.0f} of 100 right. It goes on like this:</p>" + babble(START, self.says[at])
        )
