"""Lesson 12, at home: a letter about one's own data, by when they must answer, and a place on the list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape

import ipywidgets as widgets

from privlessons.activities.download import download, downloads, paper
from privlessons.activities.fact_views import day, disagreement, sourced, stale_note, weaker
from privlessons.controls import Choice, Live
from privlessons.facts import load_facts, services
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.rights import outputs
from privlessons.rights.calendar import calendar_file, entries
from privlessons.rights.letters import Letter, letter
from privlessons.rights.places import OFFERED, PLACES
from privlessons.rights.requests import Request, due, next_step
from privlessons.rights.standing import KINDS
from privlessons.rights.tracker import FILE, Tracker
from privlessons.ui import Activity, activity, button, caution, html, note, row

ANOTHER = "Another one"
MIKA = {"name": "Mika Tarn", "email": "mika@example.org"}
PRACTICE = "Practice: it is Mika's."
NOT_ADVICE = (
    "We are no lawyers, and this is not legal advice. Read it before you send it. Change what is not so."
)
SOURCES = {"official": "from the law's own text", "secondary": "from others who wrote about the law"}
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
        self.other = widgets.Text(description="Its name", layout=WIDE)
        self.name = widgets.Text(
            description="Your name", value=mine["name"], disabled=not self.own, layout=WIDE
        )
        self.email = widgets.Text(
            description="Mail of your account", value=mine["email"], disabled=not self.own, layout=WIDE
        )
        self.details = widgets.Textarea(
            description="In your own words (you may leave it empty)",
            disabled=not self.own,
            rows=3,
            layout=WIDE,
        )
        self.write = button("Write the letter", primary=True)
        self.sent = widgets.DatePicker(description="I sent it on", value=self._now(), layout=WIDE)
        self.keep = button("Put it on my list")
        self.said, self.kept = Live(), Live()
        self.made: Letter | None = None
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
        self.card.on(self.service, self._layout)
        self.card.on(self.write, self._written)
        self.card.on(self.keep, self._kept)
        self._layout()

    def _now(self) -> date:
        return self.today or date.today()

    def _layout(self) -> None:
        other = [self.other] if self.service.value == ANOTHER else []
        where = html(caution(self.lesson) if self.own else _shut(self.lesson))
        after = [row(self.sent, self.keep), self.kept] if self.made else []
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
        self.kept.html = ""
        self.said.html = _shown(self.made, self._now())
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
        mine = "" if self.own else PRACTICE
        request = tracker.add(
            new.kind, new.service, new.place, new.written, sent=new.sent, received=new.received, note=mine
        )
        self.card.state["kept"] = request.id
        told = "".join(note(escape(sentence), "caution", "The list.") for sentence in tracker.told)
        where = (
            f"<p>It is number <b>{request.id}</b> on your list. The list is the file "
            f"<code>{escape(str(tracker.path))}</code>. It holds no name and no mail address.</p>"
        )
        self.kept.html = (
            told + where + _until(request, self._now()) + downloads(_calendar(request, self.made))
        )
        self.lesson.done("tracker")


def _shut(lesson: Lesson) -> str:
    why = "in this class" if not lesson.own_data else f"because this runs on {lesson.place.name}"
    words = f"The boxes for your own words are shut {why}. The letter is Mika's. At home it can be yours."
    return note(escape(words), "caution", "Practice:")


def _shown(made: Letter, today: date) -> str:
    stem, how = outputs.file_stem(made), made.standing
    kind = "right" if how.is_right else "caution"
    parts = [
        note(escape(how.why), kind, f"{how.mark[0].upper()}{how.mark[1:]}."),
        f"<p><b>How long they have.</b> {escape(how.clock)}</p>" if how.clock else "",
        f"<p><b>When they may say no.</b> {escape(how.may_refuse)}</p>" if how.may_refuse else "",
    ]
    if how.right:
        parts += [disagreement(how.right.conflict), stale_note(how.right, today)]
        parts.append(
            f'<p class="pl-soft">{sourced(how.right.source_date, SOURCES[how.right.kind], how.right.seen)} '
            f"{escape(how.right.source)}.{weaker(how.right.weak_parts)}</p>"
        )
    to = made.address or "we know no mail address: look for “contact” or “privacy” on its pages"
    parts += [
        paper(f"To {made.to}: {to}", outputs.as_text(made), letter=True),
        downloads(
            download(f"{stem}.txt", "text/plain;charset=utf-8", outputs.as_text(made).encode(), "As text"),
            download(f"{stem}.eml", "message/rfc822", outputs.as_eml(made), "As a draft for a mail program"),
            download(f"{stem}.html", "text/html", outputs.as_page(made).encode(), "As a page to print"),
        ),
        note(escape(NOT_ADVICE), "caution", "Not legal advice."),
        "<p>Nothing was sent. When you have sent it, put it on your list. It says what to do next.</p>",
    ]
    return "".join(parts)


def _until(request: Request, today: date) -> str:
    step = next_step(request, today)
    counted = due(request)
    ways = ""
    if counted and counted.ambiguous:
        ways = "".join(f"<li>{day(a.day)}: {escape(a.why)}</li>" for a in counted.answers)
        ways = f"<p>Not everybody counts alike:</p><ul>{ways}</ul>"
    return f"<p><b>Next.</b> {escape(step.words)}</p>{ways}"


def _calendar(request: Request, made: Letter) -> str:
    content = calendar_file(entries(request, made.name), datetime.now(UTC))
    return download(f"{outputs.file_stem(made)}.ics", "text/calendar", content, "The days for my calendar")
