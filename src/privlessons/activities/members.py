"""Lesson 09's stretch: a classifier with and without noise, and what its sureness gives away."""

from __future__ import annotations

from privlessons.activities.bars import bars
from privlessons.activities.noise_loader import load
from privlessons.activities.stepper import STOPPED, Stepper
from privlessons.collective.membership import EACH, EPSILONS, OVER, REPEATS, Judged, encode, judge_all
from privlessons.controls import Live, Slider
from privlessons.datasets import load_people
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, button, html, note, picture, progress_bar, row


@activity
def train_with_and_without(lesson: Lesson, rng=None) -> Activity:
    """Train a classifier plainly and at several epsilons; show accuracy and attack on one picture."""
    return _Members(rng).card


class _Members:
    def __init__(self, rng):
        from numpy.random import default_rng

        self.rng = default_rng(rng)
        self.work = Stepper()
        self.judged: tuple[Judged, ...] = ()
        self.start = button("Train and attack", primary=True)
        self.dial = Slider(
            label="How is it trained?",
            max=len(EPSILONS),
            value=len(EPSILONS),
            low="more private, less exact",
            high="less private",
            names={
                **{str(i): f"epsilon {e:g}" for i, e in enumerate(EPSILONS)},
                str(len(EPSILONS)): "plainly",
            },
        )
        self.said, self.bar, self.figure = Live(), html(""), html("")
        self.bars, self.after = html(""), Live()
        self.card = Activity(
            controls={"start": self.start, "cancel": self.work.cancel, "dial": self.dial},
            state={"epsilon": None, "known": None, "right": None, "attack": None},
        )
        self.card.on(self.start, self._train)
        self.card.on(self.work.cancel, self.work.stop)
        self.card.on(self.dial, self._turn)
        self.said.html = (
            f"<p>The program learns from {EACH} people to tell from work, home and hobby who is {OVER} or "
            f"older. Then the attack gets {EACH} people who were in and {EACH} who were not. It is done "
            f"{REPEATS} times with other people, and the mean counts.</p>"
        )
        self.card.show(self.said, row(self.start, self.work.cancel), self.bar)

    async def _train(self) -> None:
        if self.work.running or self.judged:
            return
        self.card.tell("")
        self.work.start()
        try:
            told = self.said.html
            await load(self.said)
            self.said.html = told
            steps = judge_all(*encode(load_people()), self.rng)
            judged = await self.work.go(
                steps,
                lambda share, _: setattr(self.bar, "value", progress_bar(share, "Training and attacking")),
            )
        finally:
            self.work.end()
            self.bar.value = ""
        if judged is None:
            self.card.tell(STOPPED, "note", held=True)
            return
        from privlessons.charts_collective import MembersPicture

        plain, *noisy = judged
        self.judged = (*noisy, plain)
        self.drawing = MembersPicture(self.judged)
        self.card.show(self.dial, self.said, self.bars, self.figure, self.after)
        self._turn()
        self.said.here += 1

    def _turn(self) -> None:
        if not self.judged:
            return
        from privlessons.charts_collective import says_members

        at = round(self.dial.value)
        one, plain = self.judged[at], self.judged[-1]
        self.card.state |= {
            "epsilon": one.epsilon,
            "known": one.known,
            "right": one.right,
            "attack": one.attack,
        }
        self.figure.value = picture(self.drawing.svg(at), says_members(self.judged))
        self.bars.value = bars(
            [
                ("Right about people it learned from", one.known, f"{100 * one.known:.0f} of 100", "soft"),
                ("Right about people it never saw", one.right, f"{100 * one.right:.0f} of 100", ""),
                ("The attack: was she in?", one.attack, f"{100 * one.attack:.0f} of 100", "bad"),
            ]
        )
        how = "Trained plainly" if one.epsilon is None else f"At epsilon {one.epsilon:g}"
        self.said.html = (
            f"<p>{how}, it is right about <b>{100 * one.right:.0f} of 100</b> people whom it never saw. The "
            f"attack is right <b>{100 * one.attack:.0f} times in 100</b>. A coin gets 50.</p>"
        )
        self.after.html = self._verdict(one, plain)

    def _verdict(self, one: Judged, plain: Judged) -> str:
        if one.epsilon is None:
            return note(
                f"It is right about {100 * plain.known:.0f} of 100 people it learned from. With new ones it "
                f"is right about {100 * plain.right:.0f}. It learned its people by heart, and that "
                "shows.",
                "wrong",
                "Surer about those who were in.",
            )
        return note(
            "This attack is one of many, and chance moves it by some points. The promise of a small epsilon "
            "holds against all of them. A large one promises little, even where this attack fails. And few "
            "people make it dear: noise that hides one of a few hundred costs much.",
            "note",
            "Read it with care.",
        )
