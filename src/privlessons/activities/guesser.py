"""Lesson 08: was Mika in the data? Twenty rounds against noise; luck, the best guesser, and the bound."""

from __future__ import annotations

from privlessons import dp
from privlessons.activities.bars import bars, times
from privlessons.activities.noise_loader import load
from privlessons.controls import Live, Slider
from privlessons.lesson import Lesson
from privlessons.noise_guesser import (
    BOTH_BASES,
    ROUNDS,
    best_guess,
    best_rates,
    best_share,
    bound,
    luck_band,
    make_rounds,
    really_in,
    score,
)
from privlessons.ui import Activity, activity, button, html, note, predict, replay, row

KEY = "perfect-guesser"
OPTIONS = (
    "About 50 in 100, as if by luck",
    "About 70 in 100",
    "About 90 in 100",
    "100 in 100: perfect is perfect",
)
OTHERS, EPSILON = 40, 1.0
EPSILONS = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0)


@activity
def guess_the_perfect(lesson: Lesson) -> Activity:
    """Ask how often a perfect guesser can be right."""
    return predict(
        lesson,
        KEY,
        "A guesser knows everybody else in the data, and makes no mistake in thinking. From one noisy "
        "count, how often is the answer to “is Mika in?” right?",
        OPTIONS,
    )


@activity
def was_mika_in(lesson: Lesson, rng=None) -> Activity:
    """Let the learner guess in twenty rounds; ``rng`` is for tests, else chance is the computer's own."""
    return _Game(lesson, rng).card


class _Game:
    def __init__(self, lesson: Lesson, rng):
        from numpy.random import default_rng

        self.lesson = lesson
        self.rng = default_rng() if rng is None else rng
        self.seeded = rng is not None
        self.start = button("Start the game", primary=True)
        self.yes, self.no = button("She is in"), button("She is not in")
        self.again = button("Play again")
        self.said, self.marks, self.last = Live(), html(""), Live()
        self.result, self.bars, self.named = Live(), html(""), Live()
        self.epsilon = Slider(
            label="How strong is the promise?",
            max=len(EPSILONS) - 1,
            value=EPSILONS.index(EPSILON),
            low="more private, less exact",
            high="less private, more exact",
            names={str(i): f"epsilon {e:g}" for i, e in enumerate(EPSILONS)},
        )
        self.rounds, self.guesses = [], []
        self.working = False
        self.card = Activity(
            controls={
                "start": self.start,
                "yes": self.yes,
                "no": self.no,
                "again": self.again,
                "epsilon": self.epsilon,
            },
            state={"round": 0, "right": None, "hits": None, "alarms": None, "best": None, "long_run": None},
        )
        for control, act in (
            (self.start, self._start),
            (self.again, self._start),
            (self.yes, lambda: self._guess(True)),
            (self.no, lambda: self._guess(False)),
            (self.epsilon, self._turn),
        ):
            self.card.on(control, act)
        self.said.html = (
            f"<p>{OTHERS} people are in the study for sure. If Mika is in too, the true count is "
            f"{OTHERS + 1}. You see a noisy count only.</p>"
        )
        self.card.show(self.said, self.start)

    async def _start(self) -> None:
        if self.working:
            return
        self.working = True
        try:
            await load(self.said)
            noise = dp.laplace(EPSILON, 1, self.rng if self.seeded else None)
            self.rounds = make_rounds(OTHERS, EPSILON, self.rng, ROUNDS, noise.randomise)
            self.guesses = []
            self.last.html = "<p>Is the count nearer to the one with her, or the one without?</p>"
            self.card.show(self.said, row(self.yes, self.no), self.marks, self.last)
            self._ask()
            self.said.here += 1
        finally:
            self.working = False

    def _ask(self) -> None:
        at = len(self.guesses)
        self.card.state["round"] = at
        self.marks.value = self._past()
        self.said.html = (
            f"<p>Round {at + 1} of {ROUNDS}. Without Mika the true count is {OTHERS}, with her {OTHERS + 1}. "
            f'The noisy count is</p><p class="pl-big"><b>{self.rounds[at].answer:.1f}</b></p>'
        )

    def _past(self) -> str:
        right = [r.inside == g for r, g in zip(self.rounds, self.guesses, strict=False)]
        signs = " ".join("✓" if one else "✗" for one in right) + " ·" * (ROUNDS - len(right))
        told = f"{sum(right)} of {len(right)} right so far" if right else "no round played yet"
        return f'<p><span role="img" aria-label="{told}">{signs}</span><br>{told[0].upper()}{told[1:]}.</p>'

    def _guess(self, inside: bool) -> None:
        if not self.rounds or len(self.guesses) >= ROUNDS:
            return
        here = self.rounds[len(self.guesses)]
        self.guesses.append(inside)
        was = "She was in." if here.inside else "She was not in."
        right = here.inside == inside
        self.last.html = note(
            f"{was} {'You were right.' if right else 'You were wrong.'}",
            "right" if right else "wrong",
            f"Round {len(self.guesses)}:",
        )
        if len(self.guesses) < ROUNDS:
            self._ask()
        else:
            self._end()

    def _end(self) -> None:
        self.mine = score(self.rounds, self.guesses)
        self.best = score(self.rounds, [best_guess(r.answer, OTHERS) for r in self.rounds])
        low, high = luck_band()
        mine = self.mine
        self.card.state |= {
            "round": ROUNDS,
            "right": mine.right,
            "hits": mine.hits,
            "alarms": mine.alarms,
            "best": self.best.right,
        }
        self.lesson.done("try")
        self.lesson.keep("numbers", "right-of-twenty", mine.right)
        luck = (
            "Luck alone can do that." if low <= mine.right <= high else "That is more than luck usually does."
        )
        if mine.right < low:
            luck = "That is fewer than luck usually gives."
        told = (
            f"In the long run, the best guesser there can be against this noise is right "
            f"{100 * best_share(EPSILON):.1f} times in 100. With other kinds of noise it may be more, but "
            f"never more than {100 * bound(EPSILON):.1f}: that is what epsilon {EPSILON:g} promises. In a "
            "short game, luck can lift anybody above it."
        )
        self.result.html = (
            f"<p>You were right in <b>{mine.right} of {ROUNDS}</b> rounds. Flipping a coin gives {low} to "
            f"{high} in 95 of 100 games. {luck}</p>"
            f"<p>She was in {times(mine.inside)}. In {mine.hits} of these rounds you named her: "
            f"<b>hits</b>. She was out {times(mine.outside)}. In {mine.alarms} of these rounds you named her "
            f"all the same: <b>false alarms</b>.</p>{replay(self.lesson, KEY, told)}"
            "<p><b>Epsilon</b> is the number for how strong the promise is: the smaller, the more noise. "
            "Turn it below.</p>"
        )
        self.card.show(self.result, self.bars, self.epsilon, self.named, self.again)
        self._turn()
        self.result.here += 1

    def _turn(self) -> None:
        if len(self.guesses) < ROUNDS:
            return
        epsilon = EPSILONS[round(self.epsilon.value)]
        self.card.state["long_run"] = best_share(epsilon)
        rows = [
            ("A coin, in the long run", 0.5, "50 in 100", "soft"),
            ("You, in this game", self.mine.right / ROUNDS, f"{self.mine.right} of {ROUNDS}", ""),
            (
                "The best guesser, in your game",
                self.best.right / ROUNDS,
                f"{self.best.right} of {ROUNDS}",
                "",
            ),
            (
                f"The best guesser, in the long run at epsilon {epsilon:g}",
                best_share(epsilon),
                f"{100 * best_share(epsilon):.1f} in 100",
                "bad",
            ),
            (
                f"The bound, in the long run at epsilon {epsilon:g}",
                bound(epsilon),
                f"{100 * bound(epsilon):.1f} in 100" if bound(epsilon) < 0.999 else "over 99.9 in 100",
                "soft",
            ),
        ]
        self.bars.value = bars(rows)
        half, rare = (100 * really_in(*best_rates(epsilon), base) for base in BOTH_BASES)
        self.named.html = (
            f"<p>Now the best guesser at epsilon {epsilon:g} names 100 people. If half of all people are "
            f"in the study, about <b>{half:.0f}</b> of the 100 are really in it. If one in a hundred is in, "
            f"only about <b>{rare:.0f}</b> {'is' if round(rare) == 1 else 'are'}. The others are named by "
            "mistake.</p>"
        )
