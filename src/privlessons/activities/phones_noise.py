"""Lesson 09: noise on the sum, for crowds of several sizes, and the accuracy that it costs."""

from __future__ import annotations

import asyncio

from privlessons.activities.bars import bars
from privlessons.activities.phones_views import the, the_crowd
from privlessons.activities.stepper import STOPPED, Stepper
from privlessons.collective.noisy import CROWDS, STRENGTHS, Trained, best_guess, train
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, button, html, note, picture, progress_bar, row

_known: dict[tuple[int, float], Trained] = {}  # on made-up messages only, so that nothing is trained twice


@activity
def noise_on_the_sum(lesson: Lesson) -> Activity:
    """Train with noise of six strengths for a crowd of the learner's choice, then turn the dial."""
    return _Noise(lesson).card


class _Noise:
    def __init__(self, lesson: Lesson):
        self.lesson, self.work = lesson, Stepper()
        self.trained: dict[int, list[Trained]] = {}
        self.drawing = self.plain = None
        self.crowd = Choice(
            legend="How many phones take part?", options=[f"{n:,}" for n in CROWDS], picked=[0], row=True
        )
        self.start = button("Train with noise", primary=True)
        self.dial = Slider(
            label="How strong is the noise?",
            max=len(STRENGTHS) - 1,
            value=0,
            low="more exact, less private",
            high="more private, less exact",
            names={str(i): f"{s:g}" if s else "none" for i, s in enumerate(STRENGTHS)},
        )
        self.said, self.figure, self.bars, self.after = Live(), html(""), html(""), Live()
        self.bar = html("")
        self.card = Activity(
            controls={
                "crowd": self.crowd,
                "start": self.start,
                "cancel": self.work.cancel,
                "dial": self.dial,
            },
            state={"crowd": None, "strength": None, "right": None, "mine": None, "best": None},
        )
        self.card.on(self.start, self._train)
        self.card.on(self.work.cancel, self.work.stop)
        self.card.on(self.crowd, self._turn)
        self.card.on(self.dial, self._turn)
        self.said.html = (
            "<p>Each update is cut to the same length, so that no phone counts for more. Then noise goes on "
            "the sum. Strength 1 means: in each number as much noise as one whole phone could add.</p>"
        )
        self.card.show(self.said, self.crowd, row(self.start, self.work.cancel), self.bar)

    @property
    def size(self) -> int:
        return CROWDS[self.crowd.picked[0]] if self.crowd.picked else CROWDS[0]

    async def _train(self) -> None:
        size = self.size
        if self.work.running:
            return
        if size in self.trained:
            self.card.tell(f"The model for {size:,} phones is trained already. Pick another crowd.", "note")
            return
        self.card.tell("")
        self.work.start()
        try:
            done = await self._all(size)
        finally:
            self.work.end()
            self.bar.value = ""
        if done is None:
            self.card.tell(STOPPED, "note", held=True)
            return
        first = not self.trained
        self.trained[size] = done
        self.lesson.done("second-round-noise")
        await asyncio.sleep(0.05)
        if first:
            from privlessons.charts_collective import NoisePicture

            self.drawing = NoisePicture(STRENGTHS, CROWDS)
            buttons = row(self.start, self.work.cancel)
            self.card.show(
                self.dial, self.said, self.bars, self.figure, self.after, self.crowd, buttons, self.bar
            )
            self.start.description = "Train with noise for this crowd"
            self.start.remove_class("pl-primary")
        self._turn()
        if first:
            self.said.here += 1

    async def _all(self, size: int) -> list[Trained] | None:
        found = []
        if self.plain is None:
            words = "First without a cut and without noise, for comparison"
            model = await self.work.go(
                the_crowd().together(), lambda *_: setattr(self.bar, "value", progress_bar(0, words))
            )
            if model is None:
                return None
            self.plain = the_crowd().right(model)
        for number, strength in enumerate(STRENGTHS):

            def moved(share, _, number=number, strength=strength):
                words = f"{size:,} phones, noise {strength:g}. Training {number + 1} of {len(STRENGTHS)}"
                self.bar.value = progress_bar((number + share) / len(STRENGTHS), words)

            one = _known.get((size, strength)) or await self.work.go(
                train(the_crowd(), strength, size), moved
            )
            if one is None:
                return None
            _known[size, strength] = one
            found.append(one)
        return found

    def _turn(self) -> None:
        if not self.trained:
            return
        if self.size not in self.trained:
            self.card.tell(f"For {self.size:,} phones nothing is trained yet. Press the button.", "note")
            return
        from privlessons.charts_collective import says_noise

        self.card.tell("")
        at = round(self.dial.value)
        one = self.trained[self.size][at]
        best = best_guess(one.strength)
        self.card.state |= {
            "crowd": one.crowd,
            "strength": one.strength,
            "right": one.right,
            "mine": one.mine,
            "best": best,
        }
        right = {size: [one.right for one in self.trained[size]] for size in CROWDS if size in self.trained}
        self.figure.value = picture(
            self.drawing.svg(right, one.crowd, at),
            says_noise(STRENGTHS, right),
            ""
            if one.crowd == CROWDS[0]
            else "Larger crowds are a stand-in: each phone but Mika's counts several times.",
        )
        without = self.trained[self.size][0].right
        self.bars.value = bars(
            [
                ("Right suggestions", one.right, f"{100 * one.right:.0f} of 100", ""),
                (
                    "Words of Mika alone, found in the sum",
                    one.mine / one.of,
                    f"{one.mine} of {one.of}",
                    "bad",
                ),
                ("Best guess: did her phone take part?", best, f"{100 * best:.0f} of 100 right", "bad"),
            ]
        )
        noise = f"Noise of strength {one.strength:g}" if one.strength else "No noise"
        self.said.html = (
            f"<p>{noise}, {one.crowd:,} phones: <b>{100 * one.right:.0f} of 100</b> suggestions are right"
            + (f", against {100 * without:.0f} without noise. " if one.strength else ". ")
            + f"With no cut and no noise, {CROWDS[0]} phones get {100 * self.plain:.0f}. "
            + f"Of {the(one.of, 'word')} that only Mika typed, the firm finds {one.mine} in the sum. It "
            f"names {the(one.alarms, 'word')} that nobody typed.</p>"
        )
        self.after.html = self._verdict(one, best)

    def _verdict(self, one: Trained, best: float) -> str:
        if not one.strength:
            return note("Whatever one phone typed shows in the sum.", "wrong", "Exact, and open.")
        if best > 0.9:
            return note(
                "This attack finds little by now. But a guesser who knows all the others' updates can still "
                f"tell if her phone took part, {100 * best:.0f} times in 100. A promise counts against every "
                "attack.",
                "caution",
                "Don't trust one failed attack.",
            )
        if one.right < 0.6:
            return note(
                f"{one.crowd:,} phones are too few to hide one of them and still learn. Try more phones.",
                "caution",
                "Half private, half useful." if best > 0.6 else "Private, and useless.",
            )
        return note(
            f"The best guesser is right {100 * best:.0f} times in 100, and a coin 50. The keyboard still "
            "learned. Noise of a fixed size weighs less, the more phones take part.",
            "right",
            "Private, and useful.",
        )
