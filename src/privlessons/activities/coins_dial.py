"""Lesson 07, second round: set the coin. What hides people better tells the total less well."""

from __future__ import annotations

from privlessons.activities.coins_polls import DRAWN, SHARE, SIZES, how_good
from privlessons.charts_coins import answer_bars, in_100, key, poll_line, says_odds
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.noise import FAIR, Coin, epsilon, margin, odds, polls
from privlessons.ui import Activity, activity, button, html, note

FORCED = {"yes or no, by a second flip": 0.5, "always yes": 1.0, "always no": 0.0}
GOAL = 0.10
"""The second round's task: within so much of the truth, with odds that are at most tripled."""
MOST = max(odds(FAIR))
TOTAL = (
    "<h4>What the total tells</h4>"
    f"<p>Each poll asks <b>other people</b>, in a country where {in_100(SHARE)} did it.</p>"
)


@activity
def set_the_coin(lesson: Lesson) -> Activity:
    """Set how often the coin lets people tell the truth, what it says else, and how many answer."""
    return _Dial(lesson).card


class _Dial:
    def __init__(self, lesson: Lesson):
        self.lesson, self.seed = lesson, 1
        self.start = button("Show me what this coin does", primary=True)
        self.truth = Slider(
            label="The coin says: tell the truth",
            min=5,
            max=100,
            step=5,
            value=50,
            low="more private, less exact",
            high="less private, more exact",
            shown="{} in 100 times",
        )
        self.people = Slider(
            label="People who answer",
            max=len(SIZES) - 1,
            low="few, less exact",
            high="many, more exact",
            names={str(i): f"{n:,}" for i, n in enumerate(SIZES)},
        )
        self.forced = Choice(legend="Otherwise the coin answers", options=list(FORCED), picked=[0], row=True)
        self.private, self.yes, self.no, self.exact = Live(), html(""), html(""), Live()
        self.line, self.verdict = html(""), Live()
        self.verdict.add_class("pl-steady")
        self.shown = False
        self.card = Activity(
            controls={
                "start": self.start, "truth": self.truth, "people": self.people, "forced": self.forced,
            },
            state={"margin": None, "odds": None, "epsilon": None, "reached": False},
        )  # fmt: skip
        self.card.on(self.start, self._start)
        for control in (self.truth, self.people, self.forced):
            self.card.on(control, self._turn)
        self.card.show(self.truth, self.people, self.forced, self.start)

    def _start(self) -> None:
        first = not self.shown
        self.seed += 1  # a click draws new polls; the sliders keep this chance, so that only they move dots
        if not self.shown:
            self.shown = True
            self.start.description = "Draw again"
            self.lesson.done("second-round")
            self.card.show(
                self.truth, self.people, self.forced, self.verdict,
                html("<h4>What one answer gives away</h4>"), self.private, self.yes, self.no,
                html(TOTAL), self.exact, self.line, html(key(banded=True)),
                self.start,
            )  # fmt: skip
        self._turn()
        self.verdict.held += first  # the button has moved, and the focus would be lost

    def _turn(self) -> None:
        if not self.shown:
            return
        import numpy as np

        words = list(FORCED)[self.forced.picked[0] if self.forced.picked else 0]
        coin = Coin(self.truth.value / 100, FORCED[words])
        people = SIZES[int(self.people.value)]
        off, most = margin(SHARE, people, coin), max(odds(coin))
        reached = off <= GOAL and most <= MOST
        proof = most == float("inf")
        self.card.state |= {
            "margin": off,
            "odds": None if proof else most,
            "epsilon": None if proof else epsilon(coin),
            "reached": reached,
        }
        self.private.html = f'<p class="pl-big">{says_odds(coin)}</p>'
        self.yes.value, self.no.value = answer_bars(coin, "yes"), answer_bars(coin, "no")
        results = polls(SHARE, people, DRAWN, np.random.default_rng(self.seed), coin)
        self.line.value = poll_line(f"{DRAWN} polls of {people:,} people", results, SHARE, off)
        if off > 1:
            self.exact.html = '<p class="pl-big">Off by more than everybody. The total tells nothing.</p>'
        else:
            within = f"95 in 100 polls land within ± {round(100 * off)} points."
            self.exact.html = f'<p class="pl-big">{within} {how_good(off)}</p>'
        self.verdict.html = self._verdict(proof, reached, off, most, people)

    def _verdict(self, proof: bool, reached: bool, off: float, most: float, people: int) -> str:
        if proof and self.truth.value == 100:
            return note("This is no coin any more. Everybody just says the truth.", "wrong", "Bare.")
        if proof:
            return note(
                "This coin lies one way only. Whoever gives the other answer is caught. A good coin can lie "
                "both "
                "ways.",
                "wrong",
                "Not safe.",
            )
        if reached:
            return note(
                "One answer at most triples the odds, and the total lands within "
                f"{round(100 * off)} points. You have both.",
                "right",
                "Task done.",
            )
        if most <= MOST:
            return note(
                f"People are hidden, but the total is too rough. {self._way_out(people)}",
                "caution",
                "Half way.",
            )
        if off <= GOAL:
            return note(
                "The total is exact enough. But one answer gives away too much.", "caution", "Half way."
            )
        return note("Neither is good enough yet.", "caution", "Not yet.")

    def _way_out(self, people: int) -> str:
        """Return what would make the total exact enough, with people hidden as well as the task asks."""
        bare, best = margin(SHARE, people, Coin(1.0)), margin(SHARE, people, FAIR)
        if bare > GOAL:
            return (
                "No coin can mend that. With no coin at all, so few may be "
                f"{round(100 * bare)} points off, by chance."
            )
        if best > GOAL:
            return "With so few people, no coin gets you both. Get more people."
        if margin(SHARE, SIZES[-1], Coin(self.truth.value / 100)) > GOAL:
            return "More people alone won’t do. Let the coin say “tell the truth” more often."
        more = "Get more people, or let" if people < SIZES[-1] else "Let"
        return f"{more} the coin say “tell the truth” more often."
