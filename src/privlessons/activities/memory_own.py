"""Lesson 05, stretch: train the model on a text of one's own, on one's own computer, and ask it."""

from __future__ import annotations

from privlessons.activities.memory_views import babble
from privlessons.activities.stepper import STOPPED
from privlessons.activities.trainer import Trainer
from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.memory import complete
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, caution, html, progress_bar, row, shut, text_box

LEAST, MOST = 200, 200_000
MADE_UP = (
    "the tide is low and the sand is cold. we swim at seven, before the shop opens.\n"
    "ruth brings tea. ruth always brings tea. i bring the towels and forget the cups.\n"
    "the tide is high and the wind is up. we swim all the same, and we shout.\n"
    "the seal came back today. nobody tells the paper, so that nobody comes.\n"
    "my swim club name is turnip. my swim club name is turnip. do not ask why.\n"
)
BEGIN = "my swim club "


@activity
def teach_it_a_text(lesson: Lesson) -> Activity:
    """Let the learner train the model on a text and ask it to finish a beginning."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson, self.trainer, self.model = lesson, Trainer(), None
        self.box = text_box("Your text", rows=5, placeholder="Type or paste it here.")
        self.begin = text_box("A beginning, for the model to finish", value=BEGIN)
        self.start, self.example = button("Train on my text", primary=True), button("Use a made-up text")
        self.ask, self.forget = button("Finish it", primary=True), button("Forget the text")
        self.said, self.bar, self.answer = Live(), html(""), html("")
        self.first = (
            (html(caution(lesson)), self.box, row(self.start, self.example, self.trainer.cancel), self.bar)
            if lesson.own_data_open
            else (html(shut(lesson)), row(self.example, self.trainer.cancel), self.bar)
        )
        self.card = Activity(
            controls={
                "box": self.box,
                "start": self.start,
                "example": self.example,
                "cancel": self.trainer.cancel,
                "begin": self.begin,
                "ask": self.ask,
                "forget": self.forget,
            },
            state={"trained": False, "says": ""},
        )
        for control, act in (
            (self.start, self._own),
            (self.example, self._made_up),
            (self.trainer.cancel, self.trainer.stop),
            (self.ask, self._ask),
            (self.forget, self._forget),
        ):
            self.card.on(control, act)
        self.card.show(*self.first)

    async def _own(self) -> None:
        await self._train(self.box.value if self.lesson.own_data_open else MADE_UP)

    async def _made_up(self) -> None:
        if self.lesson.own_data_open:
            self.box.value = MADE_UP
        self.begin.value = BEGIN
        await self._train(MADE_UP)

    async def _train(self, text: str) -> None:
        if self.trainer.running:
            return
        if not LEAST <= len(text) <= MOST:
            raise PlainError(
                f"The text has {len(text):,} letters. Use one of at least {LEAST:,} and at most {MOST:,}."
            )
        self.card.tell("")
        self.model = None
        self.trainer.start()

        def moved(step):
            self.bar.value = progress_bar(step.done, "The model learns from the text")

        try:
            self.model = await self.trainer.train(text.splitlines(), 1, moved, keep=False)
        finally:
            self.trainer.end()
            self.bar.value = ""
            if self.model is None:
                self.card.tell(STOPPED, "note", held=True)
        if self.model:
            self.lesson.done("own-text")
            self.card.state["trained"] = True
            self.card.show(*self.first, self.begin, row(self.ask, self.forget), self.answer, self.said)
            self._ask()

    def _ask(self) -> None:
        if self.model is None:
            return
        start = self.begin.value[-100:]
        says = complete(self.model, start, 60)
        self.card.state["says"] = says
        self.answer.value = babble(start, says)
        self.said.html = (
            f"<p>The model read {self.model.letters:,} letters and is now {self.model.numbers:,} numbers. "
            "Can you find words of the text in its answer?</p>"
        )

    def _forget(self) -> None:
        self.model = None
        self.box.value = self.answer.value = self.said.html = ""
        self.card.state |= {"trained": False, "says": ""}
        self.card.show(*self.first)
        gone = "Forgotten. The text is no longer in memory, and neither is its model."
        self.card.tell(gone, "note", held=True)  # the button that had the focus is gone
