"""Lesson 07: one answer by the learner's own coin, then two hundred people who flip."""

from __future__ import annotations

from privlessons.charts_coins import answer_bars, in_100
from privlessons.controls import Choice, Live
from privlessons.controls_coins import Crowd, Toss
from privlessons.lesson import Lesson
from privlessons.noise import FAIR, chance_of_yes, estimate, flip, odds, reckon
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, predict

QUESTION = "Have you ever pasted somebody else’s message into a chatbot?"
GUESSES = (
    "Nothing: half of the answers are pure chance",
    "About how many did it, and 20 people are enough",
    "About how many did it, but only if very many people answer",
    "Who did it, if you think about it long enough",
)
PEOPLE, TRUE = 200, 60
MIKA = 0
VIEWS = ("what the librarian gets", "what the coins did", "what is true")


@activity
def guess_what_shows(lesson: Lesson) -> Activity:
    """Ask what can still be learned if a coin answers for half of the people."""
    return predict(
        lesson, "coins", "Each answers by a coin, in secret. What can the librarian learn?", list(GUESSES)
    )


@activity
def flip_a_coin(lesson: Lesson) -> Activity:
    """One case first: the learner answers one mild question by a coin that only their page sees."""
    toss, said = Toss(question=QUESTION), Live()
    rule = html(
        "<p><b>Heads:</b> tell the truth. <b>Tails:</b> flip again, and let that flip answer: heads is yes, "
        "tails is no. Would you rather not? Then answer for Mika: for her the truth is yes.</p>"
    )
    card = Activity([rule, toss, said], controls={"toss": toss}, state={"sent": None})

    def answered():
        if toss.value == "":
            return
        if toss.value not in ("yes", "no"):
            raise PlainError("The answer must be yes or no. Load the page again to answer anew.")
        word = card.state["sent"] = toss.value
        more, sure = odds(FAIR)[word == "no"], chance_of_yes(0.5, 1, 0)
        lesson.done("try")
        said.html = note(
            f"This notebook was sent one word: <b>{word}</b>. It was not told how your coin fell. So it "
            "can’t know whether this is your truth or your coin’s word. The word is not saved.",
            "right",
            "Sent.",
        ) + (
            f"<p>So what does your {word} tell about you?</p>{answer_bars(FAIR, word)}"
            f"<p>A {word} is <b>{more:g} times</b> as likely if it is your truth. So your answer at most "
            f"<b>triples the odds</b>. Think of a snoop who would bet one to one that your truth is {word}. "
            "Now "
            f"the odds are {more:g} to one. That is still no proof: {round(100 * (1 - sure))} of 100 such "
            "bets are "
            "lost.</p>"
        )

    def repeated():
        if card.state["sent"] in ("yes", "no"):
            card.tell(
                f"Your first answer, {card.state['sent']}, was sent once more, unchanged. You will see why.",
                "note",
            )

    card.on(toss, answered)
    toss.observe(lambda _: card.guard(repeated)(), "again")
    return card


@activity
def two_hundred(lesson: Lesson) -> Activity:
    """Let two hundred invented people flip; look at them as the asker does, by coin, and by truth."""
    return _Crowd(lesson).card


class _Crowd:
    def __init__(self, lesson: Lesson):
        import numpy as np

        self.rng, self.lesson = np.random.default_rng(), lesson
        self.truths = np.arange(PEOPLE) < TRUE  # Mika, the first of them, did it
        self.again = button(f"Let {PEOPLE} people flip", primary=True)
        self.view = Choice(legend="Look at", options=list(VIEWS), picked=[0], row=True)
        self.crowd, self.said, self.intro = Crowd(one=MIKA), Live(), Live()
        self.flips = None
        self.card = Activity(
            controls={"flip": self.again, "view": self.view},
            state={"said_yes": None, "honest": None, "view": 0},
        )
        self.card.on(self.again, self._flip)
        self.card.on(self.view, self._look)
        self.intro.html = (
            f"<p>{PEOPLE} people came to the library’s courses. All are made up, so we know their truth. The "
            "librarian does not.</p>"
        )
        self.card.show(self.intro, self.again)

    def _flip(self) -> None:
        first = self.flips is None
        self.flips = flip(self.truths, self.rng)
        if first:
            self.again.description = "Flip all the coins again"
            self.intro.html = (
                "<p>Each dot is one person, always the same. A <b>large, filled dot</b> said yes. The dot "
                "with "
                "a ring is Mika.</p>"
            )
            self.card.show(self.intro, self.view, self.crowd, self.said, self.again)
            self.intro.held += 1  # the button has moved, and the focus would be lost
        self._look()

    def _look(self) -> None:
        if self.flips is None:
            return
        import numpy as np

        view = self.view.picked[0] if self.view.picked else 0
        sent, honest = self.flips.sent, self.flips.honest
        counts = {
            "yes": int(sent.sum()),
            "honest": int(honest.sum()),
            "forced_yes": int((sent & ~honest).sum()),
            "forced_no": int((~sent & ~honest).sum()),
            "true_yes": int((sent & self.truths).sum()),
            "false_yes": int((sent & ~self.truths).sum()),
        }
        groups, labels, words = (self._asker, self._coins, self._truth)[view](counts)
        with self.crowd.hold_sync():
            self.crowd.groups = np.asarray(groups, np.uint8).tobytes()
            self.crowd.yes = sent.astype(np.uint8).tobytes()
            self.crowd.labels = labels
            self.crowd.alt = f"{PEOPLE} people as dots. {'. '.join(labels)}. {counts['yes']} of all say yes."
        self.card.state |= {"said_yes": counts["yes"], "honest": counts["honest"], "view": view}
        self.said.html = f"<p>{words}</p>"

    def _asker(self, n: dict) -> tuple:
        steps, found = reckon(n["yes"], PEOPLE), estimate(n["yes"], PEOPLE)
        return (
            ~self.flips.sent,
            [f"Said yes: {n['yes']}", f"Said no: {PEOPLE - n['yes']}"],
            (
                "The librarian can’t tell whose answer is a coin’s. But she knows coins. For about half of "
                "them, "
                f"{steps.forced:g} people, the second flip answered. It said yes for about "
                f"{steps.forced_yes:g}. "
                f"Take these away: {n['yes']} − {steps.forced_yes:g} = {steps.left:g} yeses are left, from "
                "about "
                f"{steps.honest:g} people who told the truth. So <b>about {in_100(found.raw)}</b> did it. "
                f"The truth is {in_100(TRUE / PEOPLE)}."
            ),
        )

    def _coins(self, n: dict) -> tuple:
        honest = self.flips.honest
        mika = "told the truth" if honest[MIKA] else "had to say what her second flip said"
        return (
            (~honest).astype(int) + (~honest & ~self.flips.sent),
            [
                f"Told the truth: {n['honest']}",
                f"Had to say yes: {n['forced_yes']}",
                f"Had to say no: {n['forced_no']}",
            ],
            (
                f"Nobody but us can see this. {n['honest']} people told the truth. The coin answered for "
                "the other "
                f"{n['forced_yes'] + n['forced_no']}, whatever their truth was. Mika {mika}. If she is "
                "asked about "
                "it, she can say: “That was my coin.” Nobody can show that it was not."
            ),
        )

    def _truth(self, n: dict) -> tuple:
        return (
            ~self.truths,
            [f"The truth is yes: {TRUE}", f"The truth is no: {PEOPLE - TRUE}"],
            (
                f"Of {TRUE} people who did it, {n['true_yes']} said yes. Of {PEOPLE - TRUE} who did not, "
                f"{n['false_yes']} said yes as well. So of all {n['yes']} who said yes, <b>{n['false_yes']} "
                "never did "
                "it</b>. One answer proves nothing."
            ),
        )
