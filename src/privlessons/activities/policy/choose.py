"""Lesson 11: two policies side by side, and a checklist for choosing that their texts can answer."""

from __future__ import annotations

from html import escape

from privlessons.activities.policy.views import badge, facts, quoted
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.policy.checklist import Point, checklist
from privlessons.policy.labels import label_policy
from privlessons.policy.readability import WORDS_A_MINUTE
from privlessons.policy.records import QUESTIONS
from privlessons.policy.shelf import Firm, load_firms
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay, row

KEY = "whom-for-mika"
ANSWERS = {True: ("yes", "yes"), False: ("no", "not"), None: ("not said", "not")}


@activity
def choose_for_mika(lesson: Lesson) -> Activity:
    """Let the learner choose by the front pages, then by two policies side by side and a checklist."""
    return _Choosing(lesson).card


class _Choosing:
    def __init__(self, lesson: Lesson):
        self.lesson, self.firms = lesson, load_firms()
        names = [firm.name for firm in self.firms]
        self.guess = Choice(
            legend="You know their front pages. Which one should Mika take for her clients' secrets?",
            options=[f"{firm.name}: “{firm.claim}”" for firm in self.firms],
        )
        self.start = button("Put them side by side", primary=True)
        self.left = Choice(legend="On the left", options=names, picked=[0], row=True)
        self.right = Choice(legend="On the right", options=names, picked=[1], row=True)
        self.check = button("Go through the checklist", primary=True)
        self.said, self.pair, self.list = Live(), html(""), Live()
        self.ready = self.checked = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "left": self.left,
                "right": self.right,
                "check": self.check,
            },
            state={"pair": [], "met": {}},
        )
        self.card.on(self.start, self._begin)
        self.card.on(self.check, self._check)
        self.card.on(self.left, self._show)
        self.card.on(self.right, self._show)
        self.card.show(self.guess, self.start, self.said)

    def _begin(self) -> None:
        if self.ready:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the three first. You may change your mind later.")
        self.card.tell("")
        self.lesson.keep("guesses", KEY, self.firms[self.guess.picked[0]].name)
        self.ready = True
        self.card.show(self.said, row(self.left, self.right), self.pair, self.check, self.list)
        self._show()
        self.said.here += 1

    def _pair(self) -> tuple[Firm, Firm]:
        return tuple(self.firms[c.picked[0] if c.picked else 0] for c in (self.left, self.right))

    def _show(self) -> None:
        if not self.ready:
            return
        pair = self._pair()
        self.card.state["pair"] = [firm.id for firm in pair]
        if pair[0] is pair[1]:
            self.said.html = note("You see the same policy twice. Pick another one on one side.", "caution")
        else:
            cards = [label_policy(firm.policy()) for firm in pair]
            told = [
                f"<b>{escape(firm.name)}</b> leaves {len(card.not_said)} of nine questions open."
                for firm, card in zip(pair, cards, strict=True)
            ]
            self.said.html = f"<p>{' '.join(told)} Read across, one question at a time.</p>"
        self.pair.value = _side_by_side(pair)
        if self.checked:
            self._list()

    def _check(self) -> None:
        self.checked = True
        self.lesson.done("second-round")
        self._list()
        self.list.here += 1

    def _list(self) -> None:
        pair = self._pair()
        lists = {firm.id: checklist(firm.policy()) for firm in self.firms}
        self.card.state["met"] = {name: sum(p.met is True for p in points) for name, points in lists.items()}
        met = self.card.state["met"]
        best = max(self.firms, key=lambda firm: met[firm.id])
        counts = ", ".join(f"{firm.name} {met[firm.id]}" for firm in self.firms)
        of = len(lists[best.id])
        result = f"By the checklist, {best.name} does best. Points met, of {of}: {counts}."
        self.list.html = (
            replay(self.lesson, KEY, result)
            + _points(pair, [lists[firm.id] for firm in pair])
            + note(
                "A text can promise. It cannot prove. But who promises little in writing has already told "
                "you something.",
                word="What a checklist can do.",
            )
        )


def _side_by_side(pair: tuple[Firm, Firm]) -> str:
    cards = [label_policy(firm.policy()) for firm in pair]
    rows = ""
    for one, other in zip(cards[0].rows, cards[1].rows, strict=True):
        cells = "".join(
            f"<td>{badge(r)}<br>{quoted(r.sentence.text, 130) if r.sentence else ''}</td>"
            for r in (one, other)
        )
        rows += f'<tr><th scope="row">{QUESTIONS[one.kind]}</th>{cells}</tr>'
    heads = "".join(
        f"<th>{escape(f.name)}<br><span class='pl-soft'>{facts(c, WORDS_A_MINUTE)}</span></th>"
        for f, c in zip(pair, cards, strict=True)
    )
    return f'<table class="pl-table pl-label pl-pair"><tr><th>Question</th>{heads}</tr>{rows}</table>'


def _points(pair: tuple[Firm, Firm], lists: list[tuple[Point, ...]]) -> str:
    rows = ""
    for points in zip(*lists, strict=True):
        cells = ""
        for point in points:
            word, look = ANSWERS[point.met]
            why = quoted(point.sentence.text, 130) if point.sentence else ""
            cells += f'<td><span class="pl-said pl-said-{look}">{word}</span><br>{why}</td>'
        rows += f'<tr><th scope="row">{escape(points[0].words)}</th>{cells}</tr>'
    heads = "".join(f"<th>{escape(firm.name)}</th>" for firm in pair)
    return f'<table class="pl-table pl-label pl-pair"><tr><th>Point</th>{heads}</tr>{rows}</table>'
