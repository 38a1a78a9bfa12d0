"""Lesson 12, at home: what was asked, how it stands, and what to do next; copies, and erasing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape

import ipywidgets as widgets

from privlessons.activities.download import download, downloads
from privlessons.activities.letter_desk import tracker_of
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.rights.calendar import calendar_file, entries
from privlessons.rights.places import find_place
from privlessons.rights.requests import OUTCOMES, Request, next_step
from privlessons.rights.sample import mikas_requests
from privlessons.rights.standing import KINDS
from privlessons.ui import Activity, activity, button, html, note, row

NEWS = {
    **{words[0].upper() + words[1:]: {"outcome": how} for how, words in OUTCOMES.items()},
    "They say that they need more time": {"longer": True},
    "It is settled for me": {"done": True},
}
EMPTY = "<p>Your list is empty. Write a letter above and put it on the list. Or look at Mika's.</p>"


@activity
def my_requests(lesson: Lesson, today: date | None = None) -> Activity:
    """Show the learner's requests with the next sensible step; note answers; give copies; erase."""
    return _List(lesson, today).card


class _List:
    def __init__(self, lesson: Lesson, today: date | None):
        self.lesson, self.today = lesson, today
        self.look, self.sample = button("Show my list", primary=True), button("Show Mika's list")
        self.which = widgets.Dropdown(
            description="Which request?", options=[("None yet", 0)], layout={"width": "auto"}
        )
        self.news = Choice(legend="What happened?", options=list(NEWS), row=True)
        self.on = widgets.DatePicker(description="On which day?", value=self._now(), layout={"width": "auto"})
        self.note = button("Write it down")
        self.erase, self.sure, self.stop = (
            button("Erase my list"),
            button("Yes, erase it"),
            button("No, keep it"),
        )
        self.said, self.table, self.ask = Live(), html(""), Live()
        self.card = Activity(
            controls={
                "look": self.look,
                "sample": self.sample,
                "which": self.which,
                "news": self.news,
                "on": self.on,
                "note": self.note,
                "erase": self.erase,
                "sure": self.sure,
                "stop": self.stop,
            },
            state={"requests": [], "whose": None},
        )
        for control, act in (
            (self.look, self._looked),
            (self.sample, self._mikas),
            (self.note, self._noted),
            (self.erase, self._asked),
            (self.sure, self._erased),
            (self.stop, self._stopped),
        ):
            self.card.on(control, act)
        self.looks = row(self.look, self.sample)  # made once: buttons in a new row lose the focus
        self.card.show(self.looks, self.said, self.table)

    def _now(self) -> date:
        return self.today or date.today()

    def _looked(self) -> None:
        self.card.tell("")
        tracker = tracker_of(self.lesson)
        self._show(tracker.all(), "mine", tracker)

    def _mikas(self) -> None:
        self.card.tell("")
        self._show(mikas_requests(self._now()), "mika")

    def _show(self, requests: tuple[Request, ...], whose: str, tracker=None, words: str = "") -> None:
        steps = [next_step(r, self._now()) for r in requests]
        self.card.state |= {
            "requests": [[r.id, s.status] for r, s in zip(requests, steps, strict=True)],
            "whose": whose,
        }
        told = "".join(note(escape(t), "caution", "The list.") for t in (tracker.told if tracker else ()))
        self.said.html = words + told + (_how_many(steps) if requests else EMPTY)
        self.table.value = _table(requests, steps, whose) if requests else ""
        self.ask.html = ""
        buttons = self.looks
        if whose == "mine" and requests:
            self.table.value += _copies(tracker, requests, self._now())
            chosen = self.which.value
            self.which.options = [(f"{r.id}: {KINDS[r.kind]}, {r.service}"[:60], r.id) for r in requests]
            if chosen in [r.id for r in requests]:
                self.which.value = chosen
            self.card.show(
                buttons,
                self.said,
                self.table,
                self.which,
                self.news,
                self.on,
                row(self.note, self.erase),
                self.ask,
            )
        else:
            self.card.show(buttons, self.said, self.table)
        self.lesson.done("requests")

    def _noted(self) -> None:
        self.card.tell("")
        if self.card.state["whose"] != "mine" or not self.which.value:
            raise PlainError("First show your list.")
        if self.news.text is None:
            raise PlainError("First pick what happened.")
        on, change = self.on.value or self._now(), dict(NEWS[self.news.text])
        if "outcome" in change:
            change["answered"] = on
        if "longer" in change:
            change["longer"] = on
        tracker = tracker_of(self.lesson)
        request = tracker.change(self.which.value, **change)
        step = next_step(request, self._now())
        self.news.picked = []
        words = f"<p>Number {request.id} is written down. <b>Next.</b> {escape(step.words)}</p>"
        self._show(tracker.all(), "mine", tracker, words)

    def _asked(self) -> None:
        self.ask.html = note(
            "This erases the whole list, and what was set aside of it. Nobody can bring it back. "
            "Letters that you saved stay where they are.",
            "caution",
            "Are you sure?",
        )
        self.card.show(
            *[c for c in self.card.children[:-1] if c is not self.ask], self.ask, row(self.sure, self.stop)
        )
        self.ask.here += 1

    def _erased(self) -> None:
        gone = tracker_of(self.lesson).erase()
        requests = "One request is" if gone == 1 else f"{gone} requests are"
        self._show(
            (),
            "mine",
            words=note(f"{requests} erased. Press <b>Show my list</b> and look.", "right", "Erased."),
        )
        self.said.held += 1

    def _stopped(self) -> None:
        self._looked()
        self.said.held += 1


def _how_many(steps) -> str:
    counts = {
        status: sum(s.status == status for s in steps) for status in dict.fromkeys(s.status for s in steps)
    }
    told = " ".join(f"{escape(status[0].upper() + status[1:])}: {count}." for status, count in counts.items())
    return f"<p>{'One request' if len(steps) == 1 else f'{len(steps)} requests'}. {told}</p>"


def _table(requests, steps, whose: str) -> str:
    rows = "".join(
        f'<tr><td>{r.id}</td><td>{escape(KINDS[r.kind])}</td><td dir="auto">{escape(r.service)}</td>'
        f"<td>{escape(find_place(r.place).name)}</td><td><b>{escape(s.status)}</b></td><td>{escape(s.words)}</td></tr>"
        for r, s in zip(requests, steps, strict=True)
    )
    caption = "Mika's list (invented)" if whose == "mika" else "Your list"
    return (
        f'<div class="pl-scroll"><table class="pl-table"><caption>{caption}</caption><tr><th>No.</th>'
        "<th>What was asked</th><th>Whom</th><th>Law of</th><th>It is</th><th>Next sensible step</th></tr>"
        f"{rows}</table></div>"
        '<p class="pl-soft">Days are counted by the rules that we know. This is not legal advice.</p>'
    )


def _copies(tracker, requests, today: date) -> str:
    days = [entry for r in requests if not (r.done or r.answered) for entry in entries(r)]
    links = [
        download("my-requests.json", "application/json", tracker.export(), "A copy of my list"),
        download(
            "my-requests.csv",
            "text/csv;charset=utf-8",
            tracker.as_csv(today).encode("utf-8-sig"),
            "As a table",
        ),
    ]
    if days:
        content = calendar_file(days, datetime.now(UTC))
        links.append(download("my-requests.ics", "text/calendar", content, "All days for my calendar"))
    return downloads(*links)
