"""Lesson 12, at home: a letter about one's own data, by when they must answer, and a place on the list."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date
from html import escape

import ipywidgets as widgets

from privlessons.activities import letter_views as views
from privlessons.controls import Choice, Live
from privlessons.facts import load_facts, services
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.rights.letters import Letter, letter
from privlessons.rights.places import OFFERED, PLACES
from privlessons.rights.requests import Request, due, next_step
from privlessons.rights.standing import KINDS
from privlessons.rights.tracker import FILE, Tracker
from privlessons.ui import Activity, activity, button, caution, html, note, row, text_box

ANOTHER = "Another one"
MIKA = {"name": "Mika Tarn", "email": "mika@example.org"}
PRACTICE = "Practice: it is Mika's."
WIDE = {"width": "auto", "max_width": "34rem"}


@activity
def write_a_letter(lesson: Lesson, today: date | None = None) -> Activity:
    """Let the learner write a letter for where they live; in class it is Mika's."""
    return _Desk(lesson, today).card


def tracker_of(lesson: Lesson) -> Tracker:
    """Return the learner's tracker: one file beside the progress file."""
    return Tracker(lesson.progress.path.parent / FILE)


class _Desk:
    def __init__(self, lesson: Lesson, today: date | None):
        self.lesson, self.today = lesson, today
        self.own = lesson.own_data_open
        mine = {"name": "", "email": ""} if self.own else MIKA
        named = [s for s in services(load_facts()) if s != "Your own site"]
        places = [("Pick where you live", ""), *((PLACES[code].name, code) for code in OFFERED)]
        self.place = widgets.Dropdown(description="Where you live", options=places, value="", layout=WIDE)
        self.kind = Choice(legend="What do you want?", options=list(KINDS.values()))
        self.service = widgets.Dropdown(description="Whom you ask", options=[*named, ANOTHER], layout=WIDE)
        self.other = text_box("Its name", layout=WIDE)
        self.name = text_box("Your name", value=mine["name"], disabled=not self.own, layout=WIDE)
        self.email = text_box("Mail of your account", value=mine["email"], disabled=not self.own, layout=WIDE)
        self.details = text_box(
            "In your own words (you may leave it empty)",
            disabled=not self.own,
            rows=3,
            layout=WIDE,
        )
        self.write = button("Write the letter", primary=True)
        self.sent = widgets.DatePicker(description="I sent it on", value=self._now(), layout=WIDE)
        self.keep = button("Put it on my list")
        self.said, self.letter, self.kept, self.diary = Live(), html(""), Live(), html("")
        self.made: Letter | None = None
        self.warm = False
        self.card = Activity(
            controls={
                "place": self.place,
                "kind": self.kind,
                "service": self.service,
                "other": self.other,
                "name": self.name,
                "email": self.email,
                "details": self.details,
                "write": self.write,
                "sent": self.sent,
                "keep": self.keep,
            },
            state={"mark": None, "due": None, "kept": None},
        )
        self.card.on(self.place, self._warm)
        self.card.on(self.service, self._layout)
        self.card.on(self.write, self._written)
        self.card.on(self.keep, self._kept)
        self._layout()

    def _now(self) -> date:
        return self.today or date.today()

    def _warm(self) -> None:
        """Load what a letter needs while the learner still fills in: it costs half a second, once."""
        if self.place.value and not self.warm:
            self.warm = True
            with suppress(RuntimeError):  # without a running loop there is no page that waits
                asyncio.get_running_loop().call_later(0.05, views.warm_up, self.place.value, self._now())

    def _layout(self) -> None:
        other = [self.other] if self.service.value == ANOTHER else []
        where = html(caution(self.lesson) if self.own else _shut(self.lesson))
        after = [self.letter, row(self.sent, self.keep), self.kept, self.diary] if self.made else []
        self.card.show(
            where, self.place, self.kind, self.service, *other, self.name, self.email, self.details,
            self.write, self.said, *after,
        )  # fmt: skip

    def _written(self) -> None:
        self.card.tell("")
        if not self.place.value:
            raise PlainError("First pick where you live: rights differ from place to place.")
        if not self.kind.picked:
            raise PlainError("First pick what you want.")
        service = self.other.value if self.service.value == ANOTHER else self.service.value
        kind = list(KINDS)[self.kind.picked[0]]
        mine = (self.name.value, self.email.value, self.details.value) if self.own else (*MIKA.values(), "")
        name, email, details = mine
        self.made = letter(
            kind, service, self.place.value, name, today=self._now(), email=email, details=details
        )
        counted = due(self._request())
        self.card.state |= {
            "mark": self.made.mark,
            "due": counted.due.isoformat() if counted and not counted.at_once else None,
            "kept": None,
        }
        self.kept.html = self.diary.value = ""
        self.said.html = views.marked(self.made)
        self.letter.value = views.shown(self.made, self._now())
        self._layout()
        self.said.here += 1
        self.lesson.done("letter")

    def _request(self) -> Request:
        made, sent = self.made, self.sent.value or self._now()
        place = made.standing.place.code
        return Request(0, made.standing.kind, made.service, place, made.day, sent=sent, received=sent)

    def _kept(self) -> None:
        self.card.tell("")
        if self.made is None:
            raise PlainError("Write the letter first.")
        new, tracker = self._request(), tracker_of(self.lesson)
        if any(one.id == self.card.state["kept"] for one in tracker.all()):
            raise PlainError(f"It is number {self.card.state['kept']} on your list already.")
        mine = "" if self.own else PRACTICE
        request = tracker.add(
            new.kind, new.service, new.place, new.written, sent=new.sent, received=new.received, note=mine
        )
        self.card.state["kept"] = request.id
        told = "".join(note(escape(sentence), "caution", "The list.") for sentence in tracker.told)
        step = next_step(request, self._now())
        self.kept.html = (
            f"{told}<p>It is number <b>{request.id}</b> on your list. The list is the file "
            f"<code>{escape(str(tracker.path))}</code>. It holds no name and no mail address.</p>"
            f"<p><b>Next.</b> {escape(step.words)}</p>"
        )
        self.diary.value = views.diary(request, self.made)
        self.lesson.done("tracker")


def _shut(lesson: Lesson) -> str:
    why = "in this class" if not lesson.own_data else f"because this runs on {lesson.place.name}"
    words = f"The boxes for your own words are shut {why}. The letter is Mika's. At home it can be yours."
    return note(escape(words), "caution", "Practice:")
