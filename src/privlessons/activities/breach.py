"""Lesson 10, stretch: a thief copies the file with Mika's chats. Lock it, and see where the key lies."""

from __future__ import annotations

from privlessons.activities.breach_views import (
    ABOUT,
    APART,
    BESIDE,
    LOGIN,
    OPEN,
    READS,
    WAYS,
    hex_panel,
    messages,
    says,
    verdict,
)
from privlessons.controls import Choice, Live
from privlessons.datasets import load_chats
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.storage.chat_file import look, places_of, read_chats, write_chats
from privlessons.storage.locks import lock, new_key, unlock
from privlessons.ui import Activity, activity, button, html, note

MIKA = "P0417"
KEY = "breach"
WORDS = ("Lantern Tide", "asthma", "999 123 4560")
"""What the thief may look for: a client's secret, a health word and a health number, all of them invented."""


@activity
def steal_the_file(lesson: Lesson) -> Activity:
    """Let the learner guess which of four ways to keep a file stops a thief, then try each on a real file."""
    return _Breach(lesson).card


class _Breach:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.key = new_key()
        self.file = write_chats(town.chat for town in load_chats() if town.person == MIKA)
        self.locked = lock(self.file, self.key)
        self.guess = Choice(
            legend="A thief gets in. In which of these cases can the thief read Mika's chats? "
            "Tick all that you think.",
            options=list(WAYS),
            many=True,
        )
        self.start = button("This is my guess", primary=True)
        self.way = Choice(legend="How is the file kept?", options=list(WAYS))
        self.words = Choice(legend="The thief looks for", options=list(WORDS), picked=[0], row=True)
        self.about, self.said, self.end = Live(), Live(), Live()
        self.panel, self.rows = html(""), html("")
        self.seen: set[int] = set()
        self.card = Activity(
            controls={"guess": self.guess, "start": self.start, "way": self.way, "words": self.words},
            state={"way": None, "found": None, "read": None, "right": None},
        )
        self.card.on(self.start, self._begin)
        self.card.on(self.way, self._steal)
        self.card.on(self.words, self._steal)
        self.card.show(self.guess, self.start)

    def _begin(self) -> None:
        if not self.guess.picked:
            raise PlainError("Tick at least one first. A wild guess is fine.")
        self.guessed = set(self.guess.picked)
        self.lesson.keep("guesses", KEY, "; ".join(WAYS[way] for way in sorted(self.guessed)))
        self.lesson.done("breach")
        self.card.tell("")
        self.about.html = "<p>Now try each of the four. Pick one: the thief takes what is there.</p>"
        self.card.show(self.way, self.words, self.about, self.panel, self.rows, self.said, self.end)
        self.about.here += 1

    def _steal(self) -> None:
        if not self.way.picked or not hasattr(self, "guessed"):
            return
        way, words = self.way.picked[0], WORDS[self.words.picked[0] if self.words.picked else 0]
        loot, read = self._loot(way)
        found = len(places_of(read or loot, words))
        self.seen.add(way)
        self.card.state |= {"way": WAYS[way], "found": found, "read": read is not None}
        self.about.html = f"<p>{ABOUT[way]}</p>"
        at = next(iter(places_of(loot, words)), 0)
        name = "chats.db" if way == OPEN else "chats.db.locked"
        panel = hex_panel(name, look(loot, at, words=words), len(loot))
        if way == BESIDE:
            panel += hex_panel("key.txt", look(self.key), len(self.key))
        self.panel.value = "" if way == LOGIN else panel
        self.rows.value = messages(read_chats(read), words) if read else ""
        self.said.html = says(way, found, words, len(loot))
        self._sum_up()

    def _loot(self, way: int) -> tuple[bytes, bytes | None]:
        """Return what the thief copies, and the file that he can read, if he can."""
        if way == OPEN:
            return self.file, self.file
        if way == APART:
            return self.locked, None
        return self.locked, unlock(self.locked, self.key)

    def _sum_up(self) -> None:
        left = len(WAYS) - len(self.seen)
        if left:
            words = "one other case" if left == 1 else f"{left} other cases"
            self.end.html = note(f"You have {words} to try.")
            return
        right = sum((way in self.guessed) == READS[way] for way in READS)
        self.card.state["right"] = right
        self.lesson.keep("numbers", "breach-right", right)
        self.end.html = verdict(right)
