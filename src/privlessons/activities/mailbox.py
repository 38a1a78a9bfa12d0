"""Lesson 10, stretch: a mailbox is connected to a toy assistant, and one mail holds a hidden order."""

from __future__ import annotations

from privlessons.activities.mailbox_views import WORDS, letters, outcome, ran, tried, verdict
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.mailbox.assistant import sum_up
from privlessons.mailbox.mails import ATTACKS, inbox
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay, row

KEY = "mailbox"
GUESSES = (
    "Nothing: Pip was only told to sum up",
    "Pip sums up the hidden text, too",
    "Pip does what the hidden text says",
    "Pip warns Mika of it",
)
TOY = (
    "Pip is a toy here, with a few fixed rules. A real assistant is a model and has no such rules. It can "
    "make the same mistake: to it, a letter and an order are both text. How often a real one does, this "
    "can't show."
)


@activity
def connect_a_mailbox(lesson: Lesson) -> Activity:
    """Let a toy assistant read mail with a hidden order, and the learner turn on defences against it."""
    return _Mailbox(lesson).card


class _Mailbox:
    def __init__(self, lesson: Lesson):
        self.lesson, self.begun, self.shown, self.allowed = lesson, False, False, None
        self.guess = Choice(
            legend="Mika lets Pip read her mail and says: “Sum up my new mail.” One mail holds text that she "
            "can't see: white letters on white. What happens?",
            options=list(GUESSES),
        )
        self.start = button("Let Pip read the mail", primary=True)
        self.attack = Choice(
            legend="What the hidden text tries", options=[a.name for a in ATTACKS], picked=[0]
        )
        self.defences = Choice(legend="Turn on", options=list(WORDS.values()), many=True)
        self.show = button("Show the hidden text")
        self.allow, self.refuse = button("Allow it"), button("Don't send")
        self.ask = row(self.allow, self.refuse)
        self.mails = html(letters(inbox(ATTACKS[0]), hidden=False))
        self.acts, self.table = html(""), html("")
        self.said, self.end = Live(), Live()
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "attack": self.attack,
                "defences": self.defences,
                "show": self.show,
                "allow": self.allow,
                "refuse": self.refuse,
            },
            state={"leaked": None, "lied": None, "asked": None, "leaks": None},
        )
        self.card.on(self.start, self._begin)
        self.card.on(self.attack, self._turn)
        self.card.on(self.defences, self._turn)
        self.card.on(self.show, self._show)
        self.card.on(self.allow, lambda: self._answer(allowed=True))
        self.card.on(self.refuse, lambda: self._answer(allowed=False))
        self.card.show(self.mails, self.guess, self.start)

    def _begin(self) -> None:
        if not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        if self.begun:
            return
        self.lesson.keep("guesses", KEY, self.guess.text)
        self.lesson.done("mailbox")
        self.begun = True
        self.card.tell("")
        self.ask.layout.display = "none"
        self.card.show(
            self.attack,
            self.defences,
            self.said,
            self.acts,
            self.ask,
            self.show,
            self.mails,
            self.table,
            self.end,
        )
        self._turn()
        self.said.here += 1

    def _turn(self) -> None:
        self.allowed = None
        self._run()

    def _answer(self, *, allowed: bool) -> None:
        if not self.begun or not self.card.state["asked"]:
            return
        self.allowed = allowed
        self._run()
        self.said.held += 1  # the two buttons are gone

    def _show(self) -> None:
        self.shown = not self.shown
        self.show.description = "Hide it again" if self.shown else "Show the hidden text"
        self._mails()

    @property
    def _attack(self) -> int:
        return self.attack.picked[0] if self.attack.picked else 0

    def _mails(self) -> None:
        self.mails.value = letters(inbox(ATTACKS[self._attack]), hidden=self.shown)

    def _run(self) -> None:
        if not self.begun:
            return
        defences = {list(WORDS)[n] for n in self.defences.picked}
        runs = [sum_up(inbox(attack), defences) for attack in ATTACKS]
        attack = ATTACKS[self._attack]
        run = sum_up(inbox(attack), defences, allowed=self.allowed)
        self.card.state |= {
            "leaked": run.leaked,
            "lied": run.lied,
            "asked": bool(run.asked),
            "leaks": sum(one.leaked for one in runs),
        }
        self._mails()
        self.said.html = outcome(run, attack, allowed=bool(self.allowed))
        self.acts.value = ran(run)
        self.ask.layout.display = None if run.asked else "none"
        self.table.value = tried(ATTACKS, runs, self._attack)
        first = sum_up(inbox(ATTACKS[0]))
        result = "Pip obeyed the mail." if first.leaked else "Pip did not obey."
        self.end.html = (
            verdict(runs, defences)
            + replay(self.lesson, KEY, f"With no defence on: {result}")
            + note(TOY, "note", "A toy.")
        )
