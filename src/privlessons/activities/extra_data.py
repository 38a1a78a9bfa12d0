"""Lesson 10, stretch: what a photo and a voice note say besides picture and sound, and taking it away."""

from __future__ import annotations

from datetime import UTC, datetime

from privlessons.activities import extra_views as views
from privlessons.attachments import photo, voice
from privlessons.attachments.door import door_of
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.town_map import Place, metres_between
from privlessons.ui import Activity, activity, button, html, note

MIKA, STREET = "P0417", "Weir Street"
TAKEN, SPOKEN = datetime(2026, 1, 8, 18, 5, 30, tzinfo=UTC), datetime(2026, 1, 8, 18, 9, tzinfo=UTC)
OFF = 0.00006
"""How far a phone's fix is off, in degrees: some 7 m."""
SPOT = (54.71, 2.22)
"""Somewhere in town, in degrees, for a photo that is nobody's."""
KEY = "extra-data"
PHOTO, VOICE = range(2)


@activity
def look_into_a_file(lesson: Lesson) -> Activity:
    """Let the learner guess what a photo says besides, read its notes, take them away, and look again."""
    return _Extra(lesson).card


class _Extra:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.door = door_of(MIKA)
        spot = self.door.latitude + OFF, self.door.longitude + OFF
        self.files = {PHOTO: photo.make_photo(TAKEN, *spot), VOICE: voice.make_voice(SPOKEN, STREET, *spot)}
        self.guess = Choice(
            legend="Mika sends this photo to Pip. What does the file say besides the picture? Tick all.",
            options=[*views.ASKED.values(), "Nothing"],
            many=True,
        )
        self.which = Choice(legend="The file", options=["The photo", "The voice note"], picked=[0], row=True)
        self.look, self.strip = button("Look into the file", primary=True), button("Take the notes away")
        self.file, self.table = html(views.photo(self.files[PHOTO])), html("")
        self.head, self.said = Live(), Live()
        self.looked = False
        self.card = Activity(
            controls={"guess": self.guess, "look": self.look, "which": self.which, "strip": self.strip},
            state={"notes": None, "bare": None, "metres": None},
        )
        self.card.on(self.look, self._look)
        self.card.on(self.which, self._turn)
        self.card.on(self.strip, self._strip)
        self.card.show(self.file, self.guess, self.look)

    @property
    def _kind(self) -> int:
        return self.which.picked[0] if self.which.picked else PHOTO

    @property
    def _room(self):
        return photo if self._kind == PHOTO else voice

    def _look(self) -> None:
        if not self.guess.picked:
            raise PlainError("Tick at least one first. A wild guess is fine.")
        if not self.looked:
            self.lesson.keep("guesses", KEY, "; ".join(self.guess.options[n] for n in self.guess.picked))
            self.lesson.done("extra-data")
            self.looked = True
            self.guessed = {kind for n, kind in enumerate(views.ASKED) if n in self.guess.picked}
            self.card.tell("")
            self.card.show(self.which, self.head, self.file, self.table, self.strip, self.said)
            self._turn()
            self.head.here += 1

    def _turn(self) -> None:
        if not self.looked:
            return
        data = self.files[self._kind]
        notes = self._room.notes_in(data)
        away = metres_between(self.door, self._position(data))
        self.card.state |= {"notes": len(notes), "bare": None, "metres": round(away)}
        self.head.html = f"<p>{len(notes)} notes were read out of this file.</p>"
        self.file.value = self._drawn(data)
        self.table.value = views.table(notes, self.guessed)
        self.said.html = views.found(notes, self.guessed, away)

    def _drawn(self, data: bytes) -> str:
        return views.photo(data) if self._kind == PHOTO else views.voice(voice.loudness(data))

    def _position(self, data: bytes) -> Place:
        if self._kind == PHOTO:
            return Place("photo", "", *photo.place_of(data))
        said = next(one.value for one in voice.notes_in(data) if one.field == "Comment")
        return Place("voice", "", *map(float, said.split(", ")))

    def _strip(self) -> None:
        if not self.looked:
            return
        data = self.files[self._kind]
        clean = self._room.without_notes(data)
        left = self._room.notes_in(clean)
        kind = "photo" if self._kind == PHOTO else "voice"
        self.card.state["bare"] = len(left)
        self.head.html = f"<p>{len(left)} notes were read out of the new file.</p>"
        self.file.value = self._drawn(clean)
        self.table.value = views.table(left, self.guessed) if left else ""
        self.said.html = views.bare(kind, len(data), len(clean)) + note(
            "Some services take such notes away when you send a file, some keep them. Which does what, we "
            "don't know. So take them away yourself: phones can leave the place out when you share a photo.",
            "note",
            "Before you send:",
        )
