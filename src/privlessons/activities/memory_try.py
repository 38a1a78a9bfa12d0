"""Lesson 05: train four models, in which Mika types her code never, once, 5 and 20 times, and ask them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from privlessons.activities.memory_views import TIMES, answered, babble, best, bubbles, count, place
from privlessons.activities.stepper import STOPPED
from privlessons.activities.trainer import Trainer
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.memory import complete
from privlessons.memory_chats import MIKAS, make_chats, of, start_of, without
from privlessons.memory_trial import REPEATS, ask, spread
from privlessons.ui import (
    Activity,
    activity,
    button,
    html,
    note,
    picture,
    predict,
    progress_bar,
    replay,
    row,
)

SEED = 1
KEY = "when-first"
GUESSES = (
    "Once is enough",
    "5 times",
    "20 times",
    "Never: a model learns patterns and keeps no words",
)


def guess_when(lesson: Lesson) -> Activity:
    """Ask how often a code must be typed until it is the model's first guess."""
    return predict(
        lesson,
        KEY,
        "The model is asked to finish Mika's sentence. Somebody tries the codes in the order that the model "
        "finds most likely. How often must Mika have typed her code, so that it comes first?",
        GUESSES,
    )


def mikas_first(needed: Mapping[int, int]) -> str:
    """Return from how many repeats on Mika's code came first; ``needed`` is repeats -> guesses."""
    first = [repeats for repeats, guesses in needed.items() if guesses == 1]
    if not first:
        return f"Here Mika's own code never came first, not even typed {TIMES[max(needed)].lower()}."
    if min(first) == min(needed):
        return f"Here Mika's own code came first when typed {TIMES[min(first)].lower()}."
    before = max(repeats for repeats in needed if repeats < min(first))
    return (
        f"Here Mika's own code came first when typed {TIMES[min(first)].lower()}, and not yet when typed "
        f"{TIMES[before].lower()}."
    )


@activity
def train_and_ask(lesson: Lesson) -> Activity:
    """Train four models on the spot, then ask each for Mika's code."""
    return _Try(lesson).card


class _Try:
    def __init__(self, lesson: Lesson):
        self.lesson, self.trainer = lesson, Trainer()
        self.seed = SEED
        self.needed: dict[int, list[list[int]]] = {n: [] for n in REPEATS}
        self.asked: dict[int, tuple] = {}
        self.seen: set[int] = set()
        self.start = button("Train four models", primary=True)
        self.look = Choice(
            legend="How often did Mika type her code?", options=[TIMES[n] for n in REPEATS], row=True
        )
        self.intro, self.said, self.verdict = Live(), Live(), Live()
        self.chats, self.bar, self.answer, self.figure = html(""), html(""), html(""), html("")
        self.steps = row(self.start, self.trainer.cancel)
        self.drawing = None
        self.card = Activity(
            controls={"start": self.start, "cancel": self.trainer.cancel, "look": self.look},
            state={"runs": 0, "looked": None, "needed": None, "says": "", "first": {}},
        )
        self.card.on(self.start, self._train)
        self.card.on(self.trainer.cancel, self.trainer.stop)
        self.card.on(self.look, self._look)
        self._introduce()
        self.card.show(self.intro, self.chats, self.steps, self.bar)

    def _introduce(self) -> None:
        chats = make_chats(SEED, 1)
        others = [one for one in without("Mika", chats.typed) if one.thing == MIKAS]
        mikas = of("Mika", chats.typed)
        self.intro.html = (
            f"<p>Here are <b>{len(chats.typed)} chats</b> in which people in town tell Pip a code. In "
            f"{len(others)} of them the code opens a locker, like Mika's. All codes are drawn by chance.</p>"
        )
        self.chats.value = bubbles(others[:2], "Somebody in town") + bubbles(mikas, "Mika", "caught")

    async def _train(self) -> None:
        if self.trainer.running:
            return
        self.card.tell("")
        self.trainer.start()
        done = False
        try:
            done = await self._all_four()
        finally:
            self.trainer.end()
            if not done:
                self.bar.value = ""
                self.card.tell(STOPPED, "note", held=True)
        if done:
            self.seed += 1
            self.bar.value = progress_bar(1, "Trained. The picture is being drawn.")
            await asyncio.sleep(0.05)  # the page must hear of it before matplotlib keeps us busy
            self._ready()

    async def _all_four(self) -> bool:
        fresh = {}
        for number, repeats in enumerate(REPEATS):
            chats = make_chats(self.seed, repeats)

            def moved(step, number=number, repeats=repeats):
                words = f"Model {number + 1} of {len(REPEATS)}. Mika types her code: {TIMES[repeats].lower()}"
                self.bar.value = progress_bar((number + step.done) / len(REPEATS), words) + babble(
                    start_of(MIKAS), complete(step.model, start_of(MIKAS))
                )

            model = await self.trainer.train(chats.texts, self.seed, moved)
            if model is None:
                return False
            fresh[repeats] = (ask(model, chats), chats.codes[MIKAS], model.numbers)
        self.asked = fresh
        for repeats, (asked, *_) in fresh.items():
            self.needed[repeats].append(list(asked.needed.values()))
        self.card.state["runs"] += 1
        return True

    def _ready(self) -> None:
        from privlessons.charts_memory import RepeatsPicture

        first_time = self.drawing is None
        if first_time:
            self.drawing = RepeatsPicture(REPEATS, self.asked[0][0].candidates)
        self.bar.value = ""
        self.start.description = "Draw new codes, train again"
        self.start.remove_class("pl-primary")
        self.lesson.done("try")
        if not self.look.picked:
            self.look.picked = [REPEATS.index(1)]
        else:
            self._look()
        if first_time:
            self.intro.html = "<p>Four models are trained. Pick one, and it finishes the sentence.</p>"
            parts = (self.look, self.said, self.answer, self.figure, self.verdict, self.steps, self.bar)
            self.card.show(self.intro, *parts)
            self.intro.here += 1

    def _look(self) -> None:
        if not self.asked or not self.look.picked:
            return
        from privlessons.charts_memory import says_repeats

        repeats = REPEATS[self.look.picked[0]]
        self.seen.add(repeats)
        asked, code, _ = self.asked[repeats]
        mine = asked.needed[MIKAS]
        self.card.state |= {"looked": repeats, "needed": mine, "says": asked.says}
        shown = {n: self.needed[n] for n in REPEATS if n in self.seen}
        self.said.html = (
            f"<p>Mika's code is {code}. {self._typed(repeats)} For this model it is "
            f"<b>{place(mine, asked.candidates)}</b>. {self._middle(repeats, asked.candidates)}</p>"
        )
        self.answer.value = answered(asked, code) + best(asked.best, repeats)
        self.figure.value = picture(
            self.drawing.svg(shown, repeats),
            says_repeats(shown, asked.candidates),
            "Each dot is one code. Each step up on the left means ten times as many guesses.",
        )
        self.verdict.html = self._verdict()

    def _typed(self, repeats: int) -> str:
        return {0: "Nobody ever typed it here.", 1: "She typed it once."}.get(
            repeats, f"She typed it {repeats} times."
        )

    def _all(self, repeats: int) -> list[int]:
        return [guesses for run in self.needed[repeats] for guesses in run]

    def _middle(self, repeats: int, candidates: int) -> str:
        codes = spread(self._all(repeats), candidates)
        if repeats == 0:
            return (
                f"This is the control: what luck alone gives. Of {codes.count} codes that nobody typed, half "
                f"come within {count(codes.middle)}."
            )
        so_many = f"Of {codes.count} codes that were typed so often,"
        if codes.first == codes.count:
            return f"{so_many} all come first."
        first = {0: "none comes", 1: "1 comes"}.get(codes.first, f"{codes.first} come")
        half = f"Half come within {count(codes.middle)}. " if codes.middle > 1 else ""
        return f"{so_many} {first} first. {half}The last one needs {count(codes.highest)}."

    def _verdict(self) -> str:
        if not {1, 5, 20} <= self.seen:
            return "<p>Now look at the others. Watch the sentence, the table and the dots.</p>"
        asked, _, numbers = self.asked[1]
        first = {n: spread(self._all(n), asked.candidates) for n in (1, 5, 20)}
        self.card.state["first"] = {str(n): one.first for n, one in first.items()}
        self.lesson.keep("numbers", "first-guesses", self.card.state["first"])
        result = (
            f"Typed once, {first[1].first} of {first[1].count} codes came first. Typed 5 times, "
            f"{first[5].first} of {first[5].count}. Typed 20 times, {first[20].first} of {first[20].count}."
        )
        mikas = {n: self.asked[n][0].needed[MIKAS] for n in (1, 5, 20)}
        made_up = sum(guess.typed_by == "nobody" for guess in asked.best)
        return (
            replay(self.lesson, KEY, f"{mikas_first(mikas)} And all the codes? {result}")
            + note(
                f"The model is a list of {numbers:,} numbers. You would look in vain for a sentence in it. "
                f"Typed once, a code melts into the others: of the model's {len(asked.best)} best guesses, "
                f"{made_up} are codes that nobody typed.",
                "note",
                "Not a store of sentences.",
            )
            + note(
                "The pattern stays, and so does what was typed often: it comes out of these numbers whole.",
                "wrong",
                "But not nothing, either.",
            )
        )
