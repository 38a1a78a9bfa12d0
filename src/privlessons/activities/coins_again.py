"""Lesson 07, second round: ask the same person again and again, with fresh coins or with the first answer."""

from __future__ import annotations

from privlessons.charts_coins import bars
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.noise import chance_of_yes, flip
from privlessons.ui import Activity, activity, button, html, note, row

RULES = ("she flips a fresh coin each time", "she sends her first answer again")
BEFORE = 0.5
MOST = 60


@activity
def ask_again(lesson: Lesson) -> Activity:
    """Ask Mika once, then again; see how sure a snoop may be, and what re-sending changes."""
    return _Again(lesson).card


def sure_words(chance: float) -> str:
    """Return how sure somebody may be, never as certain: no coin makes that."""
    if chance > 0.995:
        return "over 99 in 100"
    if chance < 0.005:
        return "under 1 in 100"
    return f"{round(100 * chance)} in 100"


class _Again:
    def __init__(self, lesson: Lesson):
        import numpy as np

        self.rng, self.lesson, self.answers = np.random.default_rng(), lesson, []
        self.one, self.ten = button("Ask Mika", primary=True), button("Ask ten times more")
        self.rule = Choice(legend="If Mika is asked again,", options=list(RULES), picked=[0], row=True)
        self.list, self.bar, self.said = html(""), html(""), Live()
        self.card = Activity(
            controls={"one": self.one, "ten": self.ten, "rule": self.rule},
            state={"asked": 0, "yeses": 0, "sure": BEFORE},
        )
        self.card.on(self.one, lambda: self._ask(1))
        self.card.on(self.ten, lambda: self._ask(10))
        self.card.on(self.rule, self._anew)
        self.card.show(self.rule, row(self.one, self.ten), self.list, self.bar, self.said)
        self._show()

    def _fresh(self) -> bool:
        return not self.rule.picked or self.rule.picked[0] == 0

    def _anew(self) -> None:
        self.answers = []
        self._show()

    def _ask(self, times: int) -> None:
        times = min(times, MOST - len(self.answers))
        if self._fresh() or not self.answers:
            new = [bool(x) for x in flip([True] * times, self.rng).sent]
            self.answers += new if self._fresh() else new[:1] * times
        else:
            self.answers += self.answers[:1] * times
        self.lesson.done("second-round-again")
        self._show()

    def _show(self) -> None:
        asked, yeses = len(self.answers), sum(self.answers)
        told = (yeses, asked - yeses)
        if not self._fresh() and asked:  # a copy of an answer tells nothing new
            told = (int(self.answers[0]), int(not self.answers[0]))
        sure = chance_of_yes(BEFORE, *told)
        self.card.state |= {"asked": asked, "yeses": yeses, "sure": sure}
        self.one.description = "Ask Mika again" if asked else "Ask Mika"
        said = ["yes" if answer else "no" for answer in self.answers]
        pills = "".join(f'<li class="pl-{word}">{word}</li>' for word in said)
        self.list.value = f'<ol class="pl-asks" aria-label="Mika’s answers">{pills}</ol>'
        words = sure_words(sure)
        self.bar.value = bars(
            [("How sure may a snoop be that she did it?", sure, words)], f"A snoop may be {words} sure."
        )
        self.said.html = self._words(asked, yeses, sure)

    def _words(self, asked: int, yeses: int, sure: float) -> str:
        if not asked:
            return "<p>Mika did it, but the snoop does not know. As yet, the odds are one to one.</p>"
        first = "yes" if self.answers[0] else "no"
        if asked == 1:
            way = "triples the odds" if self.answers[0] else "divides the odds by three"
            return f"<p>Mika sent {first}. That {way}. It proves nothing. Ask her again.</p>"
        noes = asked - yeses
        end = " Ask her no more: start anew with the other rule." if asked >= MOST else ""
        if not self._fresh():
            return note(
                f"She was asked {asked} times and sent the same {first}. The snoop knows what was clear "
                "after "
                "the "
                "first answer, and no more." + end,
                "right",
                "Re-sent.",
            )
        counted = f"Asked {asked} times, she sent {yeses} yes and {noes} no. "
        if max(sure, 1 - sure) > 0.995 and sure > 0.5:
            return note(
                counted + "Each yes triples the odds, each no divides them by three. In the long run "
                "the yeses win. The coins have worn off, and the snoop is as good as certain." + end,
                "wrong",
                "Found out.",
            )
        return f"<p>{counted}Each yes triples the odds, each no divides them by three.{end}</p>"
