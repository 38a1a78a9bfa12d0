"""Lesson 08: ask the same thing again and again; the accountant; and who pays for the noise."""

from __future__ import annotations

from functools import partial

from privlessons.activities.bars import bars
from privlessons.activities.noise_loader import load
from privlessons.controls import Choice, Live, Slider
from privlessons.datasets import load_people
from privlessons.lesson import Lesson
from privlessons.noise_budget import Asked, Budget, GroupError, group_errors, spread
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, picture, predict, replay, row

KEY = "ask-again"
OPTIONS = (
    "Nothing changes: each answer has its own noise",
    "The average of the answers gives the truth away",
    "The noise adds up, so it gets harder",
)
OTHERS, EACH, LIMIT, MOST = 40, 0.5, 2.0, 1000
KEEPERS = ("Nobody counts the questions", "An accountant counts them")
EPSILONS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


@activity
def guess_ask_again(lesson: Lesson) -> Activity:
    """Ask what happens when the same question is asked many times."""
    return predict(
        lesson, KEY, "You may ask for a fresh noisy count as often as you like. What then?", OPTIONS
    )


@activity
def ask_again(lesson: Lesson, rng=None) -> Activity:
    """Let the learner ask again and again, with and without an accountant. ``rng`` is for tests."""
    return _Again(lesson, rng).card


class _Again:
    def __init__(self, lesson: Lesson, rng):
        self.lesson, self.rng = lesson, rng
        self.once, self.often = button("Ask once", primary=True), button("Ask 100 times")
        self.over = button("Start over")
        self.keeper = Choice(legend="Who watches?", options=list(KEEPERS), picked=[0], row=True)
        self.said, self.figure, self.spent = Live(), html(""), html("")
        self.budget: Budget | None = None
        self.busy = False
        self.card = Activity(
            controls={"keeper": self.keeper, "once": self.once, "often": self.often, "over": self.over},
            state={"asked": 0, "mean": None, "spent": 0.0, "refused": 0},
        )
        self.card.on(self.once, partial(self._asking, 1))
        self.card.on(self.often, partial(self._asking, 100))
        for control in (self.keeper, self.over):
            self.card.on(control, self._over)
        buttons = row(self.once, self.often, self.over)
        self.card.show(self.keeper, buttons, self.figure, self.spent, self.said)
        self._over()

    def _over(self) -> None:
        self.budget = None
        self.card.tell("")
        self.card.state |= {"asked": 0, "mean": None, "spent": 0.0, "refused": 0}
        self.figure.value = self.spent.value = ""
        self.said.html = (
            f"<p>Mika is in the study. So the true count is {OTHERS + 1}, but you don't know that. You see "
            f"noisy counts, each at epsilon {EACH:g}.</p>"
        )

    async def _asking(self, times: int) -> None:
        if self.busy:
            return
        self.busy = True
        try:
            await load(self.said)
            if self.budget is None:
                from privlessons.charts_noise import AveragePicture

                limit = LIMIT if 1 in self.keeper.picked else None
                self.budget = Budget([True] * (OTHERS + 1), EACH, limit, self.rng)
                self.drawing = AveragePicture(OTHERS, spread(EACH))
            left = MOST - len(self.budget.given)
            if not left:
                raise PlainError(f"That was {MOST:,} questions, which will do: press Start over.")
            self._show(self.budget.ask(min(times, left)))
        finally:
            self.busy = False

    def _show(self, known: Asked) -> None:
        from privlessons.charts_noise import says_average

        asked = len(known.answers)
        self.card.state |= {
            "asked": asked,
            "mean": known.mean,
            "spent": known.spent,
            "refused": known.refused,
        }
        shown = known.answers[:MOST]
        self.figure.value = picture(self.drawing.svg(shown), says_average(OTHERS, shown))
        told = f"epsilon {known.spent:g}" + (f" of {LIMIT:g}" if known.budget else ", and no limit")
        whole = known.budget or MOST * EACH
        self.spent.value = bars([("Spent so far", min(1, known.spent / whole), told, "bad")])
        self.said.html = self._says(known, asked)

    def _says(self, known: Asked, asked: int) -> str:
        said = (
            f"<p>{asked:,} {'answer' if asked == 1 else 'answers'}. Their average is "
            f"<b>{known.mean:.2f}</b>, give or take {known.margin:.2f}. "
            f"The question was: {OTHERS} or {OTHERS + 1}?</p>"
        )
        if known.refused:
            return said + note(
                f"{asked} times epsilon {EACH:g} makes {known.spent:g}, and that was all there was. "
                f"{known.refused:,} {'question' if known.refused == 1 else 'questions'} got no "
                "answer. What you know now is as much as anybody will get from this table.",
                "right",
                "The accountant says stop.",
            )
        if known.margin < 0.5 and known.rules_out(OTHERS) and not known.rules_out(OTHERS + 1):
            result = "The average of many answers is nearly free of noise. The promises add up, too."
            return said + note(replay(self.lesson, KEY, result), "wrong", "The secret is out.")
        return said


def says_errors(small: GroupError, large: GroupError) -> str:
    """Return in sentences what the same noise does to a small group and to a large one."""
    if not small.wild and not large.wild:
        return (
            "At this end there is hardly any noise: nine answers in ten are exact, for both. "
            "That serves all, and hides nobody."
        )
    held = (
        " No count falls below 0, so where few are counted it can’t be as far off."
        if small.wild < large.wild and large.wild >= small.true
        else ""
    )
    return (
        "The noise is the same for both. One answer in ten is off by so much, or more: "
        f"{small.wild:.0f} in the village, {large.wild:.0f} in the town.{held} The bars show what that is of "
        f"the true count: <b>{100 * small.share:.0f}\u00a0%</b> in the village, "
        f"<b>{100 * large.share:.1f}\u00a0%</b> in the town. "
        "Noise hides small groups best, and serves them worst."
    )


@activity
def who_pays(lesson: Lesson) -> Activity:
    """Show what the same noise does to a village and to the whole town."""
    from numpy.random import default_rng

    people, rng = load_people(), default_rng(8)
    left = (people["handedness"] == "left").to_numpy()
    village = people["district"].value_counts().index[-1]
    groups = {
        f"The village, {village}": left[(people["district"] == village).to_numpy()],
        "The whole town": left,
    }
    slider = Slider(
        label="How strong is the promise?",
        max=len(EPSILONS) - 1,
        value=2,
        low="more private, less exact",
        high="less private, more exact",
        names={str(i): f"epsilon {e:g}" for i, e in enumerate(EPSILONS)},
    )
    drawn, said = html(""), Live()
    card = Activity(
        [slider, drawn, said], controls={"epsilon": slider}, state={"village": None, "town": None}
    )

    def turn():
        epsilon = EPSILONS[round(slider.value)]
        small, large = group_errors(groups, epsilon, rng)
        card.state |= {"village": small.share, "town": large.share}
        drawn.value = bars(
            (
                one.name,
                min(1, one.share),
                f"{one.true:,} left-handed of {one.people:,}; off by {one.wild:.0f}",
                look,
            )
            for one, look in ((small, "bad"), (large, ""))
        )
        said.html = f"<p>{says_errors(small, large)}</p>"

    card.on(slider, turn)
    turn()
    return card
