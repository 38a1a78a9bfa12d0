"""Lesson 10, stretch: the same question answered by a program on this machine, with the network watched."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.local_views import comfort, how, talk, verdict, watched
from privlessons.controls import Choice, Live
from privlessons.datasets import load_chats
from privlessons.lesson import Lesson
from privlessons.local import real
from privlessons.local.helper import answer, read
from privlessons.local.watch import Watch
from privlessons.place import OWN
from privlessons.records import PlainError
from privlessons.ui import STOPPED, Activity, activity, button, html, note, progress_bar, replay, row

KEY = "local"
GUESSES = ("All of it, encrypted", "A few bytes", "Nothing at all")
QUESTIONS = (
    "How do I ask for my money without being rude?",
    "There is damp on my wall and my landlord does nothing",
    "What does my hand need when it goes numb?",
)
NOBODY = "Who made the moon?"


@activity
def ask_at_home(lesson: Lesson) -> Activity:
    """Ask a helper on this machine while the network is watched; and a real model, if one runs here."""
    return _Local(lesson).card


class _Local:
    def __init__(self, lesson: Lesson):
        self.lesson, self.helper, self.models = lesson, None, ()
        self.working = None
        self.guess = Choice(
            legend="A program on this machine answers Mika's question. How much of the question leaves the "
            "program during the answer?",
            options=list(GUESSES),
        )
        self.question = Choice(legend="Mika asks", options=[*QUESTIONS, NOBODY], picked=[0])
        self.ask = button("Ask here, and watch", primary=True)
        self.find = button("Is a real model running here?")
        self.which = Choice(legend="Models on this machine")
        self.ask_real, self.cancel = button("Ask this model, and watch"), button("Cancel")
        self.head, self.said, self.told, self.real = Live(), Live(), Live(), Live()
        self.answer, self.table = html(""), html("")
        self.card = Activity(
            controls={
                "guess": self.guess,
                "question": self.question,
                "ask": self.ask,
                "find": self.find,
                "which": self.which,
                "ask_real": self.ask_real,
                "cancel": self.cancel,
            },
            state={"answered": None, "left": None, "models": None},
        )
        self.card.on(self.ask, self._ask)
        self.card.on(self.find, self._find)
        self.card.on(self.ask_real, self._ask_real)
        self.card.on(self.cancel, self._stop)
        self.card.show(self.guess, self.question, self.ask)

    async def _ask(self) -> None:
        if self.working:
            return
        if self.helper is None and not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        self.card.tell("")
        first = self.helper is None
        if first:
            self.lesson.keep("guesses", KEY, self.guess.text)
            self.told.html = progress_bar(0.3, "The helper reads the town's old questions, once")
            self.card.show(self.guess, self.question, self.ask, self.told)
            await asyncio.sleep(0.05)  # the page must hear of it before scikit-learn keeps us busy
            self.helper = read(town.chat for town in load_chats())
        question = self.question.text or QUESTIONS[0]
        with Watch() as watch:
            found = answer(self.helper, question)
        self.lesson.done("local")
        self._tell(question, found.words or "I know nothing like that.", "Helper", watch)
        self.said.html = how(found, len(self.helper.questions))
        self.told.html = (
            replay(self.lesson, KEY, self._left(watch))
            + verdict(watch.seen)
            + comfort(self.lesson.place.where_text_goes)
        )
        self._lay_out()
        self.head.here += first  # the button has moved, and the focus would be lost

    def _tell(self, question: str, words: str, who: str, watch: Watch) -> None:
        self.head.html = "<p>Answered on this machine:</p>"
        self.answer.value = talk(question, words, who)
        self.table.value = watched(watch.seen)
        self.card.state |= {"answered": words, "left": not watch.seen.nothing_left}

    def _left(self, watch: Watch) -> str:
        return (
            "The watch saw no way out: nothing left this program."
            if watch.seen.nothing_left
            else "The watch saw a way out of this program."
        )

    def _lay_out(self) -> None:
        self.ask.description = "Ask, and watch again"
        models = (self.which, row(self.ask_real, self.cancel)) if self.models else ()
        self.cancel.layout.display = None if self.working else "none"
        self.card.show(
            self.question,
            self.ask,
            self.head,
            self.answer,
            self.said,
            self.table,
            self.told,
            self.find,
            self.real,
            *models,
        )

    async def _find(self) -> None:
        if self.lesson.place != OWN:
            self.real.html = note(
                f"This lesson runs on {self.lesson.place.name}. It looks for a model on your own "
                "computer only, where you opened the workbook yourself.",
                "caution",
                "Not here.",
            )
            return
        if self.working:
            return
        self.real.html = "<p>Looking on this machine …</p>"
        self.models = await real.running()
        self.card.state["models"] = [model.name for model in self.models]
        self.which.options = [f"{model.name} ({model.program})" for model in self.models]
        self.which.picked = [0] if self.models else []
        self.real.html = (
            note("Pick one, and ask it the same question.", "right", "Found.")
            if self.models
            else note(
                "No real model answers on this machine. That is the usual state. The text below says "
                "how to run one. The lesson works without.",
                "note",
                "None.",
            )
        )
        self._lay_out()

    async def _ask_real(self) -> None:
        if self.working or not self.models:
            return
        model = self.models[self.which.picked[0] if self.which.picked else 0]
        question = self.question.text or QUESTIONS[0]
        self.real.html = progress_bar(0.5, f"{model.name} thinks. This may take a minute.")
        with Watch() as watch:
            self.working = asyncio.ensure_future(real.chat(model, question))
            self._lay_out()
            self.real.held += 1
            try:
                words = await self.working
            except asyncio.CancelledError:
                self.real.html = STOPPED
                self.real.held += 1  # the button that had the focus is gone
                return
            except PlainError as error:
                self.real.html = note(escape(str(error)), "caution")
                return
            finally:
                self.working = None
                self._lay_out()
        self._tell(question, words, model.name, watch)
        self.said.html = "<p>A real model wrote this, on this machine. It may be wrong.</p>"
        self.told.html = verdict(watch.seen, model.program) + comfort(self.lesson.place.where_text_goes)
        self.real.html = "<p>The answer and the watch are above.</p>"

    def _stop(self) -> None:
        if self.working:
            self.working.cancel()
