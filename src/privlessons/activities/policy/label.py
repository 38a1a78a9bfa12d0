"""Lesson 11: the label that fits on a card, how long the text takes to read, and where each answer stands."""

from __future__ import annotations

from privlessons.activities.policy.puzzle import KEY
from privlessons.activities.policy.views import about, label_card, policy_text
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.policy.labels import label_policy
from privlessons.policy.readability import FAST, SLOW, WORDS_A_MINUTE
from privlessons.policy.records import CLASSES, QUESTIONS, WORDS
from privlessons.policy.shelf import load_firms
from privlessons.ui import Activity, activity, button, html, note, replay

EVERYTHING = "everything"


def speed() -> Slider:
    """Return the slider for how fast somebody reads."""
    return Slider(
        label="How fast do you read?",
        min=SLOW,
        max=FAST,
        step=1,
        value=WORDS_A_MINUTE,
        shown="{} words a minute",
        low="slow and careful",
        high="fast",
    )


def marker() -> Choice:
    """Return the choice of the class whose sentences are shown."""
    return Choice(
        legend="Show what the text says about …",
        options=[*(WORDS[kind] for kind in CLASSES), EVERYTHING],
        picked=[len(CLASSES)],
        row=True,
    )


def marked_kind(choice: Choice) -> str | None:
    """Return the class that is picked in a `marker`, None for everything."""
    at = choice.picked[0] if choice.picked else len(CLASSES)
    return CLASSES[at] if at < len(CLASSES) else None


@activity
def make_the_label(lesson: Lesson) -> Activity:
    """Show a policy's label, with the guess beside it, the minutes it takes, and the text with marks."""
    return _Labels(lesson).card


class _Labels:
    def __init__(self, lesson: Lesson):
        self.lesson, self.firms = lesson, load_firms()
        self.start = button("Make the label", primary=True)
        self.which = Choice(
            legend="Whose policy?", options=[firm.name for firm in self.firms], picked=[0], row=True
        )
        self.speed, self.mark = speed(), marker()
        self.made, self.said, self.text = html(""), Live(), html("")
        self.card = Activity(
            controls={"start": self.start, "which": self.which, "speed": self.speed, "mark": self.mark},
            state={"firm": "", "not_said": [], "marked": None},
        )
        self.ready = False
        self.card.on(self.start, self._begin)
        self.card.on(self.which, self._show)
        self.card.on(self.speed, self._label)
        self.card.on(self.mark, self._mark)
        self.card.show(
            html(
                "<p>A package of food has a label. Here is one for a policy. A program reads the text by "
                "rules and looks for nine answers.</p>"
            ),
            self.start,
            self.said,
        )

    def _begin(self) -> None:
        if self.ready:
            return
        self.ready = True
        self.lesson.done("label")
        self.card.show(self.which, self.said, self.made, self.speed, self.mark, self.text)
        self._show()
        self.said.here += 1

    def _show(self) -> None:
        if not self.ready:
            return
        self.firm = self.firms[self.which.picked[0] if self.which.picked else 0]
        self.policy = self.firm.policy()
        self.label = label_policy(self.policy)
        left_out = self.label.not_said
        which = "It is" if len(left_out) == 1 else "They are"
        self.card.state |= {"firm": self.firm.id, "not_said": list(left_out)}
        result = f"{self.firm.name}'s policy leaves {len(left_out)} of the nine questions without an answer."
        if left_out:
            result += f" {which}: " + " ".join(QUESTIONS[kind] for kind in left_out)
        first = self.firm is self.firms[0]
        self.said.html = replay(self.lesson, KEY, result) if first else note(result)
        self._label()
        self._mark()

    def _label(self) -> None:
        if self.ready:
            self.made.value = label_card(self.firm.name, self.label, self.speed.value)

    def _mark(self) -> None:
        if not self.ready:
            return
        kind = marked_kind(self.mark)
        self.card.state["marked"] = kind
        count = sum(kind in s.kinds for s in self.policy.sentences)
        what = "" if kind is None else f" · {count} about {WORDS[kind]}"
        self.text.value = policy_text(f"{self.firm.name}'s policy", self.policy, about(kind), what, only=True)
