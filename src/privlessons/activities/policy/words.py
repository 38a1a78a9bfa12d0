"""Lesson 11: what a firm claims, what its own text permits, and each "may" turned into "does"."""

from __future__ import annotations

from html import escape

from privlessons.activities.policy.views import counted, policy_text
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.policy.labels import label_policy
from privlessons.policy.records import Sentence
from privlessons.policy.shelf import load_firms
from privlessons.policy.weasels import ROOM, may_into_does, weasels
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay

KEY = "does-the-text-bear-the-claim"
WRITTEN, DONE = "As it is written", "Each “may” as “does”"


@activity
def may_and_does(lesson: Lesson) -> Activity:
    """Let the learner judge a claim, then read the same text with each "may" turned into "does"."""
    return _Words(lesson).card


class _Words:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.firms = sorted(
            load_firms(), key=lambda firm: firm.id != "glowmoth"
        )  # the richest in "may" first
        first = self.firms[0]
        self.guess = Choice(
            legend=f"{first.name}'s front page says: “{first.claim}” What will its policy be like?",
            options=["It promises just that", "It promises some of it", "It allows nearly the opposite"],
        )
        self.start = button("Read the policy", primary=True)
        self.which = Choice(
            legend="Whose policy?", options=[firm.name for firm in self.firms], picked=[0], row=True
        )
        self.how = Choice(legend="How shall it read?", options=[WRITTEN, DONE], picked=[0], row=True)
        self.only = Choice(
            legend="How much of it?",
            options=["Only sentences with weasel words", "The whole text"],
            picked=[0],
            row=True,
        )
        self.claim, self.said, self.text, self.table = html(""), Live(), html(""), html("")
        self.mind = Live()
        self.ready = False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "which": self.which,
                "how": self.how,
                "only": self.only,
            },
            state={"firm": "", "weasels": 0, "turned": 0},
        )
        self.card.on(self.start, self._begin)
        for control in (self.which, self.how, self.only):
            self.card.on(control, self._show)
        self.card.show(self.guess, self.start, self.said)

    def _begin(self) -> None:
        if self.ready:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the answers first. Go by your feeling.")
        self.card.tell("")
        self.lesson.keep("guesses", KEY, self.guess.text)
        self.lesson.done("words")
        self.ready = True
        self.card.show(
            self.claim, self.said, self.which, self.how, self.only, self.text, self.mind, self.table
        )
        self._show()
        self.said.here += 1

    def _show(self) -> None:
        if not self.ready:
            return
        firm = self.firms[self.which.picked[0] if self.which.picked else 0]
        policy = firm.policy()
        turn = self.how.picked == [1]
        turned = [may_into_does(s.text) for s in policy.sentences]
        count = sum(len(places) for _, places in turned)
        named = label_policy(policy).weasels
        total = sum(times for _, times in named)
        self.card.state |= {"firm": firm.id, "weasels": total, "turned": count if turn else 0}
        self.claim.value = (
            f'<p class="pl-big">{escape(firm.name)} says: “{escape(firm.claim)}”</p>'
            "<p>Below stands what the same firm's policy allows.</p>"
        )
        first = firm is self.firms[0]
        room = counted(total, "place", "places")
        result = f"The text leaves itself room in {room}, {count} of them with “may” or “might”."
        self.said.html = replay(self.lesson, KEY, result) if first else f"<p>{escape(result)}</p>"
        self.mind.html = _mind(count, turn)
        show = _as_done if turn else _as_written
        self.text.value = policy_text(
            f"{firm.name}'s policy{', each “may” as “does”' if turn else ''}",
            policy,
            show,
            only=self.only.picked != [1],
        )
        self.table.value = _table(policy, named)


def _mind(count: int, turn: bool) -> str:
    if not turn:
        return "<p>Now let it read with each “may” as “does”.</p>"
    if not count:
        return "<p>There is nothing to turn: this firm says what it does.</p>"
    return note(
        "You see what the firm allows itself, read as if it were done. Nobody outside can see whether it is. "
        "You would have agreed to all of it.",
        word="Mind:",
    )


def _as_written(sentence: Sentence) -> str | None:
    found = list(weasels(sentence.text))
    if not found:
        return None
    out, at = [], 0
    for w in found:
        out += [
            escape(sentence.text[at : w.start]),
            f'<mark class="pl-false">{escape(sentence.text[w.start : w.end])}</mark>',
        ]
        at = w.end
    return "".join(out) + escape(sentence.text[at:])


def _as_done(sentence: Sentence) -> str | None:
    text, places = may_into_does(sentence.text)
    if not places:
        return _as_written(sentence)
    out, at = [], 0
    for start, end in places:
        out += [escape(text[at:start]), f'<mark class="pl-missed"><b>{escape(text[start:end])}</b></mark>']
        at = end
    return "".join(out) + escape(text[at:])


def _table(policy, named) -> str:
    """Return HTML of the weasel words of a policy: how often, an example, and the room that it leaves."""
    examples: dict[str, str] = {}
    for s in policy.sentences:
        for w in weasels(s.text):
            examples.setdefault(w.name, s.text[w.start : w.end])
    rows = "".join(
        f'<tr><td>“{escape(examples[name])}”</td><td class="pl-num">{times}</td>'
        f"<td>{escape(ROOM[name])}</td></tr>"
        for name, times in named
    )
    if not rows:
        return ""
    return (
        '<table class="pl-table"><caption>Weasel words in this text</caption><tr><th>Such as</th>'
        f'<th class="pl-num">Times</th><th>The room it leaves</th></tr>{rows}</table>'
    )
