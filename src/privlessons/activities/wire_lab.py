"""Lesson 10: a small server and client run here, and the learner reads, searches and changes what crosses."""

from __future__ import annotations

from html import escape

from privlessons.activities.wire_views import (
    NAMES,
    bytes_panel,
    ends,
    flipped,
    runs,
    searched,
    still_shows,
)
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.place import BROWSER
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, caution, html, row, shut, text_box
from privlessons.wire.messages import HIDDEN, MESSAGES, byte_of, letter_at
from privlessons.wire.recorded import recorded_tape
from privlessons.wire.runs import checked, send
from privlessons.wire.tape import WAYS, Tape, times_found

ABOUT = {
    "plain": "To Pip, no encryption",
    "tls": "To Pip, with TLS: the lock in the browser",
    "sealed": "To her friend Ruth, end to end",
}
OPTIONS = ("Yes, in plain words", "No, not in the bytes")


@activity
def watch_the_wire(lesson: Lesson) -> Activity:
    """Send a message over a real line inside this machine, in three ways, and look at what crossed."""
    return _Wire(lesson).card


class _Wire:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.done: dict[str, tuple[Tape, Tape | None]] = {}
        self.at: tuple[str, str, int | None] | None = None  # way, message, its number among Mika's
        self.working = False
        self.which = Choice(legend="Which message does Mika send?", options=list(MESSAGES), picked=[0])
        self.box = text_box("Or type one of your own, made up. It is sent instead")
        self.secret = text_box("The secret in it", value=HIDDEN)
        self.way = Choice(legend="How does she send it?", options=list(ABOUT.values()), picked=[0])
        self.find = Choice(
            legend="Guess: somebody on the way searches the bytes for the secret. Is it there?",
            options=list(OPTIONS),
            row=True,
        )
        self.send = button("Send it", primary=True)
        self.words = text_box("Search the bytes for", value=HIDDEN)
        self.search = button("Search")
        self.byte = Slider(label="Which byte of the message?", low="its first", high="its last")
        self.turn = button("Change one bit of it and send again")
        self.said, self.bytes, self.ends, self.shows = Live(), html(""), html(""), html("")
        self.found, self.turned, self.table = Live(), Live(), html("")
        self.card = Activity(
            controls={
                "which": self.which,
                "way": self.way,
                "find": self.find,
                "send": self.send,
                "words": self.words,
                "search": self.search,
                "byte": self.byte,
                "turn": self.turn,
            },
            state={
                "way": None,
                "found": None,
                "company": None,
                "friend": None,
                "broke": None,
                "recorded": None,
            },
        )
        self.first = [self.which]
        if lesson.own_data_open:
            self.card.controls |= {"box": self.box, "secret": self.secret}
            self.first += [self.box, self.secret, html(caution(lesson))]
        else:
            self.first.append(html(shut(lesson)))
        self.first += [self.way, self.find, self.send]
        for control, act in (
            (self.send, self._send),
            (self.search, self._search),
            (self.turn, self._turn),
        ):
            self.card.on(control, act)
        self.card.show(*self.first)

    @property
    def hidden(self) -> str:
        """The words that nobody on the way should find."""
        return self.secret.value.strip() if self.lesson.own_data_open else HIDDEN

    def _message(self) -> tuple[str, int | None]:
        """Return the message and its number among Mika's, or None for the learner's own."""
        own = self.box.value.strip() if self.lesson.own_data_open else ""
        if own:
            return checked(own), None
        number = self.which.picked[0] if self.which.picked else 0
        return MESSAGES[number], number

    async def _run(self, way: str, message: str, number: int | None, flip: int | None) -> Tape:
        """Send over the real line; where there can be none, return what was recorded."""
        if self.lesson.place is not BROWSER:
            try:
                return await send(way, message, flip)
            except OSError:  # a system that lets nobody listen
                pass
        if number is None or flip not in (None, byte_of(message)):
            raise PlainError(
                "No line can be opened here, so only recorded runs can be shown: pick one of Mika's "
                "messages, and leave the slider where it is."
            )
        return recorded_tape(number, way, flipped=flip is not None)

    async def _send(self) -> None:
        if self.working:
            return
        if not self.way.picked or not self.find.picked:
            raise PlainError("Pick a way and guess first: is the secret in the bytes?")
        message, number = self._message()
        if not self.hidden or self.hidden.lower() not in message.lower():
            raise PlainError("The secret is not in this message. Type words into its box that are.")
        self.words.value = self.hidden
        self.working = True
        try:
            way = WAYS[self.way.picked[0]]
            tape = await self._run(way, message, number, None)
        finally:
            self.working = False
        self.at, self.done[way] = (way, message, number), (tape, None)
        self.lesson.done("try-wire")
        self.card.tell("")
        self.turned.html = ""
        names = {str(n): f"{n + 1}: “{letter_at(message, n)}”" for n in range(len(message.encode()))}
        self.byte.names, self.byte.max = names, len(names) - 1
        self.byte.value = byte_of(message)
        self.byte.disabled = tape.recorded
        self._draw(tape)
        self.card.show(
            *self.first,
            self.said,
            self.bytes,
            self.ends,
            self.shows,
            row(self.words, self.search),
            self.found,
            self.byte,
            self.turn,
            self.turned,
            self.table,
        )
        self.find.picked = []  # the next way wants a guess of its own
        self.said.here += 1

    def _draw(self, tape: Tape) -> None:
        there = times_found(tape.crossed(), self.hidden)
        guess = OPTIONS[self.find.picked[0]]
        right = (guess == OPTIONS[0]) == bool(there)
        result = "it is there" if there else "it is not there"
        self.said.html = (
            f"<h4>{escape(NAMES[tape.way])}</h4><p>You said: <b>{escape(guess)}</b>. "
            f"{'Right' if right else 'Look again'}: {result}.</p>"
        )
        self.bytes.value = bytes_panel(tape, self.words.value)
        self.ends.value = ends(tape)
        self.shows.value = still_shows(tape)
        self.found.html = ""
        self.table.value = runs(self.done, self.hidden)
        self.card.state |= {
            "way": tape.way,
            "found": there,
            "company": tape.company,
            "friend": tape.friend,
            "broke": tape.broke,
            "recorded": tape.recorded,
        }

    def _search(self) -> None:
        if self.at is None:
            return
        if not self.words.value.strip():
            raise PlainError("Type a word to search for first.")
        self.card.tell("")
        tape = self.done[self.at[0]][0]
        self.bytes.value = bytes_panel(tape, self.words.value)
        self.found.html = searched(tape, self.words.value)

    async def _turn(self) -> None:
        if self.working or self.at is None:
            return
        way, message, number = self.at
        self.working = True
        try:
            after = await self._run(way, message, number, int(self.byte.value))
        finally:
            self.working = False
        self.card.tell("")
        before = self.done[way][0]
        self.done[way] = (before, after)
        self.turned.html = flipped(before, after)
        self.table.value = runs(self.done, self.hidden)
        self.card.state |= {"company": after.company, "friend": after.friend, "broke": after.broke}
