"""Lesson 02: run the machine over every chat of the town, and turn its dial."""

from __future__ import annotations

from html import escape

from privlessons.activities.machine import Machine
from privlessons.controls import Choice, Live, Slider
from privlessons.datasets import load_chats
from privlessons.detect import what_it_cannot_see
from privlessons.dial import GROUPS, Alarm, Miss, Outcome, a, about_others, in_small_letters, kept, turn, why
from privlessons.kinds import KINDS
from privlessons.lesson import Lesson
from privlessons.nameless import SURE
from privlessons.ui import (
    STOPPED,
    Activity,
    activity,
    button,
    chat_view,
    html,
    note,
    picture,
    progress_bar,
    row,
)

CHOICES = tuple(GROUPS)[:-1]  # nothing finds the last group, so there is nothing to switch
NAMES = {"person": "Writer", "assistant": "Pip"}


@activity
def turn_the_dial(lesson: Lesson) -> Activity:
    """Let the machine read all chats, then set how sure it must be and what it hides."""
    return _Dial(lesson).card


class _Dial:
    def __init__(self, lesson: Lesson):
        self.lesson, self.chats, self.machine = lesson, load_chats(lesson.chats), Machine()
        self.start, self.cancel = button("Let the machine read", primary=True), self.machine.cancel
        self.sure = Slider(
            label="How sure must it be before it hides something?",
            min=0.3,  # the machine's scores go from 0.3 to 0.98
            max=0.95,
            step=0.05,
            value=SURE,
            low="hides more, also by mistake",
            high="misses more",
            names={f"{n / 20:g}": f"{5 * n} in 100 sure" for n in range(6, 20)},
        )
        self.hide = Choice(
            legend="What should it hide?",
            options=list(CHOICES),
            picked=list(range(len(CHOICES))),
            many=True,
            row=True,
        )
        self.miss, self.alarm = button("Show me a miss"), button("Show me a false alarm")
        self.said, self.figure, self.case = Live(), html(""), Live()
        self.found: list | None = None
        self.outcome: Outcome | None = None
        self.turned = {"miss": 0, "alarm": 0}
        self.card = Activity(
            controls={
                "start": self.start,
                "cancel": self.cancel,
                "sure": self.sure,
                "hide": self.hide,
                "miss": self.miss,
                "alarm": self.alarm,
            },
            state={"caught": None, "missed": None, "alarms": None, "shown": ""},
        )
        self.card.on(self.start, self._read)
        self.card.on(self.cancel, self.machine.stop)
        self.card.on(self.sure, self._turn)
        self.card.on(self.hide, self._turn)
        self.card.on(self.miss, self._show_miss)
        self.card.on(self.alarm, self._show_alarm)
        messages = sum(len(chat.chat.messages) for chat in self.chats)
        self.said.html = f"<p>{len(self.chats)} chats with {messages} messages lie ready.</p>"
        self.card.show(self.said, self.start)

    async def _read(self) -> None:
        if self.found is not None:
            return

        def moved(share: float, words: str) -> None:
            self.said.html = progress_bar(share, words)

        self.card.show(self.said, self.cancel)
        self.said.held += 1
        found = None
        try:
            found = await self.machine.read((m.text for c in self.chats for m in c.chat.messages), moved)
        finally:
            if found is None:
                self.said.html = STOPPED
                self.card.show(self.said, self.start)
                self.said.held += 1
        if found is None:
            return
        from privlessons.charts_detect import DialPicture  # matplotlib takes a second to load

        self.found = [[found[m.text] for m in chat.chat.messages] for chat in self.chats]
        self.drawing = DialPicture(turn(self.chats, self.found, self.sure.min, KINDS))
        self.lesson.done("dial")
        limits = html(
            '<p class="pl-soft">“Telling words” are plain words that fit one person, and secrets that were '
            "promised to somebody. The machine does not look for these. It hits a few by luck. "
            f"{escape(what_it_cannot_see())}</p>"
        )
        self.card.show(
            self.sure, self.said, self.figure, self.hide, row(self.miss, self.alarm), self.case, limits
        )
        self._turn()
        self.said.held += 1

    def _kinds(self) -> set[str]:
        return {kind for i in self.hide.picked for kind in GROUPS[CHOICES[i]]}

    def _turn(self) -> None:
        if self.found is None:
            return
        from privlessons.charts_detect import says

        self.outcome = turn(self.chats, self.found, self.sure.value, self._kinds())
        caught, missed, alarms = (
            sum(counts.values()) for counts in (self.outcome.caught, self.outcome.missed, self.outcome.alarms)
        )
        self.card.state |= {"caught": caught, "missed": missed, "alarms": alarms}
        self.turned = {"miss": 0, "alarm": 0}
        self.case.html = ""
        self.figure.value = picture(self.drawing.svg(self.outcome), says(self.outcome))
        self.said.html = (
            f"<p>Of {caught + missed} things that give somebody away, the machine <b>caught {caught}</b> and "
            f"<b>missed {missed}</b>. It hid <b>{alarms}</b> harmless "
            f"{'thing' if alarms == 1 else 'things'} by mistake.</p>"
            f"<p>Of the misses, {about_others(self.outcome)} tell about somebody else than the writer, and "
            f"{in_small_letters(self.outcome)} are names in small letters.</p>"
        )

    def _next(self, what: str, cases: tuple):
        if not cases:
            self.case.html = note("There is none at this setting.", "right") if self.outcome else ""
            return None
        case = cases[self.turned[what] % len(cases)]
        self.turned[what] += 1
        return case

    def _show_miss(self) -> None:
        miss: Miss | None = self._next("miss", self.outcome.misses if self.outcome else ())
        if miss is None:
            return
        p = miss.planted
        words = miss.chat.chat.messages[p.message].text[p.start : p.end]
        whose = "the writer" if p.whom == "self" else f"somebody else (the {p.whom})"
        self._show(miss.chat, p.message, words)
        self.case.html += note(
            f"“{escape(words)}” is {escape(a(KINDS[p.kind].word))} and tells about {escape(whose)}. "
            f"{escape(why(miss, self.sure.value, self._kinds()))}",
            "wrong",
            "Missed.",
        )

    def _show_alarm(self) -> None:
        alarm: Alarm | None = self._next("alarm", self.outcome.false_alarms if self.outcome else ())
        if alarm is None:
            return
        f = alarm.finding
        words = alarm.chat.chat.messages[alarm.message].text[f.start : f.end]
        self._show(alarm.chat, alarm.message, words)
        self.case.html += note(
            f"It took “{escape(words)}” for {escape(a(KINDS[f.kind].word))}. It gives nobody away.",
            "caution",
            "False alarm.",
        )

    def _show(self, chat, message: int, words: str) -> None:
        """Show one message with all that was caught, missed and hidden for nothing in it."""
        at = next(i for i, one in enumerate(self.chats) if one is chat)
        found = kept(self.found[at][message], self.sure.value, self._kinds())
        planted = [p for p in chat.planted if p.message == message]
        marks, end = [], 0
        spans = [
            (
                p.start,
                p.end,
                "caught" if any(f.start < p.end and p.start < f.end for f in found) else "missed",
            )
            for p in planted
        ]
        spans += [
            (f.start, f.end, "false")
            for f in found
            if not any(f.start < p.end and p.start < f.end for p in planted)
        ]
        for start, stop, look in sorted(spans):
            if start >= end:
                marks.append((0, start, stop, look, {"false": "false alarm"}.get(look, look)))
                end = stop
        self.card.state["shown"] = words
        self.case.html = chat_view([chat.chat.messages[message]], marks, NAMES)
