"""Lesson 11: find the sentence that answers, or find that none does."""

from __future__ import annotations

from html import escape

from privlessons.activities.policy.views import policy_text, quoted, reasons, whole
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.policy.puzzle import ASKED, puzzle
from privlessons.policy.records import QUESTIONS
from privlessons.policy.shelf import load_firms
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, predict

KEY = "how-many-open"
NOBODY = "The text does not say"


@activity
def guess_what_is_left_out(lesson: Lesson) -> Activity:
    """Ask how many of nine plain questions the short policy leaves without an answer."""
    name = load_firms()[0].name
    return predict(
        lesson,
        KEY,
        f"Nine plain questions. How many of them does {name}'s policy leave without any answer?",
        ["None. A policy must say it all", "One or two", "Three or four", "Five or more"],
    )


@activity
def find_the_sentence(lesson: Lesson) -> Activity:
    """Ask four questions of a policy: the learner finds the sentence, or that there is none."""
    return _Puzzle(lesson).card


class _Puzzle:
    def __init__(self, lesson: Lesson):
        self.lesson, self.firms = lesson, load_firms()
        self.which = Choice(
            legend="Whose policy?", options=[firm.name for firm in self.firms], picked=[0], row=True
        )
        self.ask = Choice(legend="", options=[])
        self.check = button("Check", primary=True)
        self.text, self.said, self.score = html(""), Live(), Live()
        self.answered: dict[tuple[str, str], bool] = {}
        self.card = Activity(
            controls={"which": self.which, "ask": self.ask, "check": self.check},
            state={"firm": "", "question": "", "answered": 0, "right": 0},
        )
        self.card.on(self.which, self._open)
        self.card.on(self.check, self._check)
        self._open()
        self.card.show(self.which, self.text, self.ask, self.check, self.said, self.score)

    def _open(self) -> None:
        self.firm = self.firms[self.which.picked[0] if self.which.picked else 0]
        self.text.value = policy_text(f"{self.firm.name}'s policy", self.firm.policy(), None)
        self._ask(0)

    def _ask(self, number: int) -> None:
        self.number, self.settled = number, False
        self.now = puzzle(self.firm.policy(), ASKED[number])
        self.ask.picked, self.ask.disabled = [], False
        self.ask.legend = f"Question {number + 1} of {len(ASKED)}. {QUESTIONS[self.now.kind]}"
        self.ask.options = [*(f"“{whole(s)}”" for s in self.now.sentences), NOBODY]
        self.check.description, self.said.html = "Check", ""
        self.card.state |= {"firm": self.firm.id, "question": self.now.kind}

    def _check(self) -> None:
        if self.settled:
            self._ask((self.number + 1) % len(ASKED))
            return
        if not self.ask.picked:
            raise PlainError("Pick one of the answers first. You may read in the text above.")
        self.card.tell("")
        right = len(self.now.sentences) if self.now.right is None else self.now.right
        good = self.ask.picked[0] == right
        self.settled, self.ask.disabled = True, True
        self.answered[(self.firm.id, self.now.kind)] = good
        self.card.state |= {"answered": len(self.answered), "right": sum(self.answered.values())}
        last = self.number == len(ASKED) - 1
        self.check.description = "Ask the four again" if last else "Next question"
        self.said.html = self._told(good)
        self.score.html = (
            f'<p class="pl-soft">Right so far: {sum(self.answered.values())} of {len(self.answered)}.'
            + (" Try another policy, or go on to the labels below." if last else "")
            + "</p>"
        )
        self.lesson.done("try")

    def _told(self, good: bool) -> str:
        if self.now.right is None:
            body = (
                "No sentence of this policy says it. That is an answer, too: nothing was promised. "
                "What is not said may still be done."
            )
            return note(
                body, "right" if good else "wrong", "Not said. Well seen." if good else "It is not said."
            )
        sentence = self.now.sentences[self.now.right]
        body = f"{quoted(whole(sentence))} Our rules saw: {reasons(sentence, self.now.kind)}."
        if good:
            return note(body, "right", "Found.")
        picked = self.ask.picked[0]
        if picked < len(self.now.sentences):
            other = self.now.sentences[picked]
            body = (
                f"Yours answers another question: “{escape(QUESTIONS[other.kinds[0]])}” This one does: {body}"
            )
        return note(body, "wrong", "Not that one.")
