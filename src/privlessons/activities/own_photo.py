"""Lesson 10, stretch: what a photo of one's own says besides, on one's own computer; counts first."""

from __future__ import annotations

from collections import Counter
from html import escape

import ipywidgets as widgets

from privlessons.activities.extra_data import SPOT, TAKEN
from privlessons.activities.extra_views import ASKED
from privlessons.attachments import photo
from privlessons.attachments.notes import WHERE, Note
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.masks import harmless
from privlessons.ui import Activity, activity, button, caution, check_own, html, note, row, shut

MINE = "Yes, I took this photo myself"


@activity
def look_into_my_photo(lesson: Lesson) -> Activity:
    """Let the learner see what a photo of theirs says besides, or a made-up one; nothing is kept."""
    return _Own(lesson).card


class _Own:
    def __init__(self, lesson: Lesson):
        self.lesson, self.notes, self.data = lesson, (), b""
        self.sure = Choice(
            legend="Is this photo yours? Others may be in it who did not agree. "
            "Never load a partner's, a child's or a pupil's.",
            options=[MINE],
            many=True,
        )
        self.upload = widgets.FileUpload(
            accept=".jpg,.jpeg", description="Choose the photo", tooltip="Choose the photo", disabled=True
        )
        self.example = button("Take the made-up photo")
        self.show, self.strip, self.forget = (
            button("Show what it says"),
            button("Take the notes away"),
            button("Forget it"),
        )
        self.said, self.table = Live(), html("")
        self.first = (
            (html(caution(lesson)), self.sure, row(self.upload, self.example))
            if lesson.own_data_open
            else (html(shut(lesson)), self.example)
        )
        self.card = Activity(
            controls={
                "sure": self.sure,
                "upload": self.upload,
                "example": self.example,
                "show": self.show,
                "strip": self.strip,
                "forget": self.forget,
            },
            state={"notes": None, "kinds": {}, "shown": False, "bare": None},
        )
        self.card.on(self.sure, self._agreed)
        self.card.on(self.upload, self._uploaded)
        self.card.on(self.example, lambda: self._read(photo.make_photo(TAKEN, *SPOT)))
        self.card.on(self.show, self._show)
        self.card.on(self.strip, self._strip)
        self.card.on(self.forget, self._forget)
        self.card.show(*self.first)

    def _agreed(self) -> None:
        self.upload.disabled = 0 not in self.sure.picked

    def _uploaded(self) -> None:
        files = self.upload.value
        if not files:
            return
        data = bytes(files[0]["content"])
        self.upload.value = ()  # the bytes need not stay in memory twice
        check_own(self.lesson, ticked=0 in self.sure.picked, tick="First tick that the photo is your own.")
        self._read(data)

    def _read(self, data: bytes) -> None:
        self.notes, self.data = photo.notes_in(data), data
        kinds = Counter(one.kind for one in self.notes)
        self.card.state |= {"notes": len(self.notes), "kinds": dict(kinds), "shown": False, "bare": None}
        self.card.tell("")
        self.table.value = ""
        self.said.html = counted(self.notes)
        self.lesson.done("own-photo")
        self.card.show(*self.first, self.said, row(self.show, self.strip, self.forget), self.table)

    def _show(self) -> None:
        if self.data:
            self.card.state["shown"] = True
            self.table.value = listed(self.notes)

    def _strip(self) -> None:
        if not self.data:
            return
        left = photo.notes_in(photo.without_notes(self.data))
        self.card.state["bare"] = len(left)
        self.table.value = listed(left) if left else ""
        self.said.html = note(
            f"A copy without the notes was made in memory, and looked into: <b>{len(left)}</b> notes. Your "
            "own file is as it was. To send one without a place, look for “location” when you share a photo.",
            "wrong" if left else "right",
            "Not all went." if left else "What works.",
        )

    def _forget(self) -> None:
        self.notes, self.data = (), b""
        self.said.html = self.table.value = ""
        self.card.state |= {"notes": None, "kinds": {}, "shown": False, "bare": None}
        self.card.show(*self.first)
        self.card.tell("Forgotten. Nothing of the photo is in memory any more.", "note", held=True)


def counted(notes: tuple[Note, ...]) -> str:
    """Return how many notes there are of each kind, without a word of what they say."""
    if not notes:
        return note(
            "No note that we know was found. Many services take them away from the photos that they pass on.",
            "right",
            "Bare.",
        )
    kinds = Counter(one.kind for one in notes)
    told = "; ".join(f"{words.lower()}: {kinds[kind]}" for kind, words in ASKED.items() if kinds[kind])
    place = "It says where it was taken." if kinds[WHERE] else "It does not say where it was taken."
    many = "1 note" if len(notes) == 1 else f"{len(notes)} notes"
    return note(f"{many}. {told[0].upper()}{told[1:]}. {place}", "note", "Found:")


def listed(notes: tuple[Note, ...]) -> str:
    """Return all notes as a table."""
    rows = "".join(
        f'<tr><th scope="row">{escape(one.field)}</th><td>{escape(harmless(one.value))}</td></tr>'
        for one in notes
    )
    heads = '<tr><th scope="col">Note</th><th scope="col">It says</th></tr>'
    return f'<table class="pl-table"><caption>What the photo says besides</caption>{heads}{rows}</table>'
