"""Lesson 10, stretch: a secret cut into shares across hosts. Take hosts down, let a thief have some."""

from __future__ import annotations

from privlessons.activities.shares_views import HOSTS, hosts, mika_reads, setting, thief_reads
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.storage.shares import cut
from privlessons.ui import Activity, activity, button, html, note, replay

TEXT = "The boss is a whale"
KEY = "shares"
GUESSES = ("Two thirds of the letters", "Enough to guess the rest", "All of it", "Nothing but its length")
TASK = 3
"""The task: so many hosts may be down, and a thief may have as many shares."""


@activity
def cut_a_secret(lesson: Lesson) -> Activity:
    """Cut a secret into shares: the learner sets how many there are and how many rebuild it."""
    return _Shares(lesson).card


class _Shares:
    def __init__(self, lesson: Lesson):
        self.lesson, self.begun = lesson, False
        self.guess = Choice(
            legend="Mika cuts a secret into shares for five hosts. Any three shares rebuild it. "
            "A thief copies two. How much does he know?",
            options=list(GUESSES),
        )
        self.start = button("Cut it", primary=True)
        self.count = Slider(label="Hosts", min=2, max=len(HOSTS), value=5, low="few", high="many")
        self.needed = Slider(
            label="Shares that rebuild it", min=1, max=5, value=3, low="easy to steal", high="easy to lose"
        )
        self.down = Choice(legend="Which hosts are down?", many=True, row=True)
        self.stolen = Choice(legend="Which hosts did the thief get into?", many=True, row=True)
        self.setting, self.mika, self.thief, self.verdict = Live(), Live(), Live(), Live()
        self.figure = html("")
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "count": self.count,
                "needed": self.needed,
                "down": self.down,
                "stolen": self.stolen,
            },
            state={"mika": None, "thief": None, "reached": False},
        )
        self._cut()
        self.card.on(self.start, self._press)
        self.card.on(self.count, self._resize)
        self.card.on(self.needed, self._recut)
        self.card.on(self.down, self._show)
        self.card.on(self.stolen, self._show)
        self.card.show(self.guess, self.start)

    def _press(self) -> None:
        if not self.begun:
            self._begin()
        else:
            self._recut()

    def _begin(self) -> None:
        if not self.guess.picked:
            raise PlainError("Pick a guess first. A wild one is fine.")
        self.lesson.keep("guesses", KEY, self.guess.text)
        self.lesson.done("shares")
        self.begun = True
        self.card.tell("")
        self.start.description = "Cut it anew"
        self.start.remove_class("pl-primary")
        self._name_hosts()
        self.stolen.picked = [0, 1]
        self.card.show(
            self.count,
            self.needed,
            self.setting,
            self.figure,
            self.down,
            self.mika,
            self.stolen,
            self.thief,
            self.verdict,
            self.start,
        )
        self._show()
        self.setting.here += 1

    def _cut(self) -> None:
        self.shares = cut(TEXT.encode(), int(self.needed.value), int(self.count.value))

    def _recut(self) -> None:
        if not self.begun:
            return
        self._cut()
        self._show()

    def _resize(self) -> None:
        if not self.begun:
            return
        count = int(self.count.value)
        self.needed.max = count
        self.needed.value = min(self.needed.value, count)
        self._cut()
        self._name_hosts()
        for choice in (self.down, self.stolen):
            choice.picked = [n for n in choice.picked if n < count]
        self._show()

    def _name_hosts(self) -> None:
        for choice in (self.down, self.stolen):
            choice.options = list(HOSTS[: len(self.shares)])

    def _show(self) -> None:
        if not self.begun:
            return
        needed, count = int(self.needed.value), len(self.shares)
        standing = [one for n, one in enumerate(self.shares) if n not in self.down.picked]
        stolen = [one for n, one in enumerate(self.shares) if n in self.stolen.picked]
        spare = next((n for n in range(1, count + 1) if n - 1 not in self.stolen.picked), 1)
        reached = count - needed >= TASK and needed > TASK
        self.card.state |= {
            "mika": len(standing) >= needed,
            "thief": len(stolen) >= needed,
            "reached": reached,
        }
        self.setting.html = f'<p class="pl-big">{setting(needed, count)}</p>'
        self.figure.value = hosts(self.shares, self.down.picked, self.stolen.picked)
        self.mika.html = mika_reads(standing, needed)
        self.thief.html = thief_reads(stolen, needed, len(TEXT), spare)
        self.verdict.html = self._verdict(reached)

    def _verdict(self, reached: bool) -> str:
        first = replay(
            self.lesson,
            KEY,
            "Two shares, where three are needed, give away nothing but the length. "
            "Shares are no pieces of a jigsaw.",
        )
        task = (
            note(
                f"{TASK} hosts may fail and {TASK} may be robbed. Nothing is lost, nothing is told.",
                "right",
                "Task done.",
            )
            if reached
            else note(
                f"Set the sliders so that {TASK} hosts may go down and {TASK} may be robbed, with no harm.",
                "note",
                "Your task:",
            )
        )
        return (
            first
            + task
            + note(
                "Shares help only if the hosts belong to different people. And they suit things that you "
                "keep. A chatbot must read your chat to answer it. There it lies whole.",
                "caution",
                "What it does not do.",
            )
        )
