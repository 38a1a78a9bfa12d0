"""Lesson 05, second round: Mika deletes, opts out, is taken out; after each step the model is asked."""

from __future__ import annotations

from html import escape

from privlessons.activities.memory_views import answered, best, count, place
from privlessons.activities.stepper import STOPPED
from privlessons.activities.trainer import Trainer
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.memory import TextModel, exposure
from privlessons.memory_chats import MIKAS, make_chats, new_code, retyped, start_of
from privlessons.memory_company import Company
from privlessons.memory_trial import Asked, ask, luck
from privlessons.ui import Activity, activity, button, html, note, predict, progress_bar, replay, row

SEED, TYPED = 1, 20
KEY = "after-deleting"
GUESSES = (
    "Her code, as before",
    "Her code, but it is less sure",
    "Some other code: deleted is gone",
)
BUTTONS = (
    "Train the company's model",
    "Delete her chats",
    "Opt out, and change the code",
    "Train the next model",
    "Take her chats out, and train again",
)
MODELS = ("The first model", "The next model", "The model without her chats", "A model that never had them")


def guess_after_deleting(lesson: Lesson) -> Activity:
    """Ask what the model says once the chats are deleted."""
    return predict(
        lesson,
        KEY,
        f"Mika typed her code in {TYPED} chats, and a model was trained on them. Now she deletes all these "
        "chats. Then somebody asks the model. What does it say?",
        GUESSES,
    )


@activity
def try_to_forget(lesson: Lesson) -> Activity:
    """Delete, opt out, take out and train again; after each step ask the model."""
    return _Forget(lesson).card


class _Forget:
    """``step`` is how many of `BUTTONS` were done."""

    def __init__(self, lesson: Lesson):
        self.lesson, self.trainer = lesson, Trainer()
        self.chats = make_chats(SEED, TYPED)
        self.old = self.chats.codes[MIKAS]
        self.new = new_code(SEED, self.chats)
        self.company = Company().receive(self.chats.typed)
        self.models: dict[str, TextModel] = {}
        self.answers: dict[str, Asked] = {}
        self.needs: dict[tuple[int, str], int] = {}
        self.step = 0
        self.next = button(BUTTONS[0], primary=True)
        self.which = Choice(legend="Ask any of the four models", options=list(MODELS), row=True)
        self.said, self.after = Live(), Live()
        self.places, self.answer, self.bar, self.asked = html(""), html(""), html(""), html("")
        self.steps = row(self.next, self.trainer.cancel)
        self.card = Activity(
            controls={"next": self.next, "cancel": self.trainer.cancel, "which": self.which},
            state={"step": 0, "old": None, "new": None, "asked": None},
        )
        self.card.on(self.next, self._next)
        self.card.on(self.trainer.cancel, self.trainer.stop)
        self.card.on(self.which, self._ask)
        listed, copied = self.company.holds("Mika", self.old)
        self.said.html = (
            f"<p>Mika's code {self.old} stands in {listed} of her chats. The company has a copy of all "
            f"chats, to train models on. {copied} of hers are in it.</p>"
        )
        self.card.show(self.said, self.places, self.answer, self.steps, self.bar)

    async def _next(self) -> None:
        if self.trainer.running or self.step >= len(BUTTONS):
            return
        work = (self._first, self._delete, self._opt_out, self._train_next, self._without)[self.step]
        self.card.tell("")
        self.trainer.start()
        done = False
        try:
            done = await work()
        finally:
            self.trainer.end()
            self.bar.value = ""
            if not done:
                self.card.tell(STOPPED, "note", held=True)
        if done:
            self.step += 1
            self.card.state["step"] = self.step
            self._show()

    async def _trained(self, name: str, texts: list[str], seed: int, words: str) -> bool:
        def moved(step):
            self.bar.value = progress_bar(step.done, words)

        model = await self.trainer.train(texts, seed, moved)
        if model is None:
            return False
        self.models[name] = self.model = model
        self.answers[name] = ask(model, self.chats)
        return True

    def _copied(self) -> list[str]:
        return [one.text for one in self.company.copy]

    async def _first(self) -> bool:
        return await self._trained(MODELS[0], self._copied(), SEED, "The company trains its model")

    async def _delete(self) -> bool:
        self.company = self.company.delete("Mika")
        return True

    async def _opt_out(self) -> bool:
        self.company = self.company.opt_out("Mika").receive(retyped(SEED, self.new, TYPED))
        return True

    async def _train_next(self) -> bool:
        words = "The company trains its next model on its copy"
        return await self._trained(MODELS[1], self._copied(), SEED + 1, words)

    async def _without(self) -> bool:
        fewer = self.company.take_out("Mika")
        texts = [one.text for one in fewer.copy]
        words = "A new model is trained on the copy, without her chats"
        if not await self._trained(MODELS[2], texts, SEED + 2, words):
            return False
        never = make_chats(SEED, 0)
        model = self.model
        words = "For comparison: a model that never had any of the repeated chats"
        if not await self._trained(MODELS[3], never.texts, SEED, words):
            return False
        self.company, self.model = fewer, model
        return True

    def _needs(self, model: TextModel, code: str) -> int:
        key = (id(model), code)  # the models live as long as the card
        if key not in self.needs:
            self.needs[key] = exposure(model, start_of(MIKAS), code).guesses
        return self.needs[key]

    def _show(self) -> None:
        asked = self.answers[self._model_name()]
        old, new = (self._needs(self.model, code) for code in (self.old, self.new))
        self.card.state |= {"old": old, "new": new}
        self.places.value = self._table(asked.candidates)
        self.answer.value = answered(asked, self.old)
        self.said.html = self._sentence(asked.candidates, old, new)
        if self.step < len(BUTTONS):
            self.next.description = BUTTONS[self.step]
            return
        self.lesson.done("second-round")
        self.lesson.keep("numbers", "guesses-after-retraining", old)
        self.which.picked = [2]
        self.card.show(self.said, self.places, self.which, self.asked, self.after)
        self.said.here += 1

    def _table(self, candidates: int) -> str:
        """Return where both codes are now; a model once trained stays in it, since it stays in the world."""
        listed, copied = self.company.holds("Mika", self.old)
        new_listed, new_copied = self.company.holds("Mika", self.new)
        rows = [
            ("Her list of chats", _chats(listed), _chats(new_listed)),
            ("The copy for training", _chats(copied), _chats(new_copied)),
            *(
                (
                    escape(name),
                    *(_model(self._needs(model, code), candidates) for code in (self.old, self.new)),
                )
                for name, model in self.models.items()
            ),
        ]
        told = self.step >= 3  # the new code exists from the third step on
        head = f"<th>Old code {self.old}</th>" + (f"<th>New code {self.new}</th>" if told else "")
        body = "".join(
            f"<tr><td>{where}</td><td>{first}</td>{f'<td>{second}</td>' if told else ''}</tr>"
            for where, first, second in rows
        )
        return f'<table class="pl-table"><tr><th>Where</th>{head}</tr>{body}</table>'

    def _model_name(self) -> str:
        return next(name for name, model in self.models.items() if model is self.model)

    def _sentence(self, candidates: int, old: int, new: int) -> str:
        here, fresh = place(old, candidates), place(new, candidates)
        if self.step == 1:
            return f"<p>The model is trained. It is asked for the code. Mika's is <b>{here}</b>.</p>"
        if self.step == 2:
            return replay(
                self.lesson, KEY, f"The list is empty. The model was asked again: her code is {here}."
            ) + note("Deleting changed the list. Nobody touched the model.", "wrong", "Still there.")
        if self.step == 3:
            return (
                f"<p>From today nothing new of hers is copied. She also has a new code, {self.new}, and she "
                f"typed it {TYPED} times. The model in use has not changed. The old code is {here}, the new "
                f"one {fresh}.</p>"
            )
        if self.step == 4:
            return note(
                f"The old code is {here}: it was copied before she opted out. The new code is {fresh}. It "
                "was never copied, so this model cannot know it.",
                "caution",
                "Opting out works for tomorrow.",
            )
        never = self._needs(self.models[MODELS[3]], self.old)
        return note(
            f"The old code is now {here}. A model that never had it needs {count(never)}. Luck alone "
            f"needs about {luck(candidates):,}.",
            "right",
            "Gone." if old > candidates / 100 else "Nearly gone, or good luck.",
        ) + note(
            "And whatever a model remembers, the old code opens nothing any more. Mika saw to that herself.",
            "right",
            "The lock is changed.",
        )

    def _ask(self) -> None:
        if self.step < len(BUTTONS) or not self.which.picked:
            return
        name = MODELS[self.which.picked[0]]
        model = self.models[name]
        asked = self.answers[name]
        self.card.state["asked"] = name
        self.asked.value = answered(asked, self.old, name) + best(asked.best, TYPED)
        old, new = (place(self._needs(model, code), asked.candidates) for code in (self.old, self.new))
        self.after.html = f"<p>{escape(name)}: the old code is {old}. The new code is {new}.</p>"


def _chats(count: int) -> str:
    return f"<b>{count} chats</b>" if count else "none"


def _model(guesses: int, candidates: int) -> str:
    return f"<b>{place(guesses, candidates)}</b>" if guesses == 1 else place(guesses, candidates)
