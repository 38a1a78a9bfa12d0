"""Lesson 12, second round: Mika at Lumenly. Opt out, ask for a copy, ask to be deleted; count the rows."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial

from privlessons.activities import company_views as views
from privlessons.activities.fact_views import day
from privlessons.company.rehearsal import Rehearsal
from privlessons.company.rows import count
from privlessons.company.story import TOLD, code
from privlessons.company.talk import Answer, Reply, rules
from privlessons.company.verdicts import judge
from privlessons.controls import Choice, Live
from privlessons.exports import read_export
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, predict, progress_bar, replay, row

KEY = "places-left"
GUESSES = (
    "In no place: deleted is gone",
    "In one or two, such as a backup",
    "In about half of the places",
    "In most of them",
)
STEPS = (
    "Sign up as Mika",
    "Chat with Pip",
    "Let three weeks pass",
    "Opt out of training",
    "Ask for a copy of everything",
    "Ask them to delete everything",
)
WEEKS = 3
"""The step in which three weeks pass."""
SEND, MONTH, AGAIN = "Send this reply", "Let a month pass", "Start over"
REQUESTS = {
    "access": "Please send me a copy of all that you have about me.",
    "erasure": "Please delete all that you have about me.",
}


def guess_places_left(lesson: Lesson) -> Activity:
    """Ask in how many places something is left once the company says "all deleted"."""
    return predict(
        lesson,
        KEY,
        "Mika asks Lumenly to delete all it has about her. “All deleted”, it answers. In how many places "
        "is something of hers left?",
        GUESSES,
    )


@activity
def rehearse(lesson: Lesson) -> Activity:
    """Sign up, chat, opt out, ask for access, ask for erasure; after each the tables, before and after."""
    return _Card(lesson).card


class _Card:
    """``step`` is how many of `STEPS` were done; ``run`` is the company with Mika in it."""

    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.next, self.wait = button(STEPS[0], primary=True), button(MONTH)
        self.topics = Choice(
            legend="What does Mika tell Pip about? Tick what you like. She tells her locker code anyway.",
            options=list(TOLD.values()),
            many=True,
        )
        self.reply = Choice(legend="What does Mika answer?")
        self.said, self.box, self.asked, self.bar = Live(), html(""), html(""), html("")
        self.card = Activity(
            controls={"next": self.next, "topics": self.topics, "reply": self.reply, "wait": self.wait}
        )
        self.card.on(self.next, self._next)
        self.card.on(self.wait, self._month)
        # All parts stay where they are, some unseen: a button that moves loses the keyboard's focus.
        self.card.show(
            self.said, self.reply, self.topics, row(self.next, self.wait), self.bar, self.box, self.asked
        )
        self._begin()

    def _begin(self) -> None:
        self.run = Rehearsal()
        self.step, self.busy, self.over = 0, False, False
        self.topics.picked, self.reply.picked = [], []
        self.next.description = STEPS[0]
        self.box.value = self.asked.value = self.bar.value = ""
        self.card.state |= {"step": 0, "stage": None, "rows": {}, "left": None, "guesses": None, "day": None}
        self.said.html = (
            f"<p>Lumenly makes Pip. This is a small Lumenly, with {self.run.customers} customers and a real "
            "database. You can look into every table of it. No real firm lets you.</p>"
        )
        self._see()

    def _see(self, reply=False, topics=False, wait=False) -> None:
        """Show these of the parts that come and go; the others are there unseen."""
        for part, seen in ((self.reply, reply), (self.topics, topics), (self.wait, wait)):
            part.layout.display = None if seen else "none"

    async def _next(self) -> None:
        if self.busy:
            return
        self.card.tell("")
        if self.over:
            self._begin()
        elif self.run.talking:
            await self._reply()
        elif self.step < len(STEPS):
            self.step += 1
            self.card.state["step"] = self.step
            if self.step == WEEKS:
                await self._pass(21)
            asks = [partial(self._ask, kind) for kind in REQUESTS]
            [self._sign_up, self._chat, self._weeks, self._opt_out, *asks][self.step - 1]()
        else:
            await self._month()

    def _sign_up(self) -> None:
        self.run.sign_up()
        self._show(
            "chat",
            "<p>Mika has an account. Nobody asked her about training: the switch was on from the start. "
            "Open a line of the list, and you see the rows in it.</p>",
        )

    def _chat(self) -> None:
        chats = self.run.chat([list(TOLD)[i] for i in self.topics.picked])
        self._show(
            "chat",
            f"<p>She has {chats} {'chat' if chats == 1 else 'chats'}. She shares one with a friend, lets a "
            "calendar app in, and gives a thumb up. See how many places know of it.</p>",
        )

    def _weeks(self) -> None:
        self._show(
            "wait",
            "<p>Mika did nothing. Yet there are more of her rows than before. And a model was trained. Below "
            "the list it is asked to finish her sentence.</p>",
        )

    def _opt_out(self) -> None:
        self.run.opt_out()
        changed = sum(c.kind == "changed" for some in self.run.changes().values() for c in some)
        self._show(
            "opt-out",
            views.opted_out(changed),
        )
        self.run.chat_later()

    def _ask(self, kind: str) -> None:
        self.run.ask(kind, REQUESTS[kind])
        self._show(
            "wait",
            f"<p>{day(self.run.today)}. Mika writes to Lumenly.</p>{views.talked(self.run.said)}",
        )
        self.said.here += 1

    async def _reply(self) -> None:
        if not self.reply.picked:
            raise PlainError("Pick one of the replies first.")
        met = self.run.at
        sent = self.run.send(self.reply.picked[0])
        await self._pass(sent.days)
        self._answered(met, sent, self.run.answered(sent))
        self.said.here += 1

    def _answered(self, met: Answer, sent: Reply, raw: bytes) -> None:
        words = (
            views.worth(sent, rules()[sent.law], met.trick, date.today())
            + f"<p>{day(self.run.today)}, {views.later(self.run.days_since_request)} her request:</p>"
            + views.talked(self.run.said[-2:])
        )
        does = self.run.at.does
        if raw:
            words += views.opened(len(list(read_export(raw).chats)), self.run.lacks(raw))
        if does == "whole":
            self.lesson.done("access")
        if does == "close":
            left = len(self.run.left())
            self.lesson.keep("numbers", "places-left", left)
            used = sum(bool(some) for some in self.run.changes().values())
            result = f"Of {used} places that held rows of hers, {left} still do."
            words += replay(self.lesson, KEY, result) + note(
                "And nobody touched the model. Read the list. Then choose a reply, or move the clock.",
                "wrong",
                "Count.",
            )
        if does == "erase":
            words += note(
                "Nearly all is gone. Some copies and the model need time. Move the clock.",
                "right",
                "That worked.",
            )
        self._show(does if does in ("close", "erase") else "wait", words)

    async def _month(self) -> None:
        if self.busy or self.step < len(STEPS) or self.over:
            return
        self.card.tell("")
        await self._pass(30)
        left, model = self.run.left(), self.run.model()
        here = f"<p>{day(self.run.today)}. "
        if self.run.erased and not left and model.guesses > 1:
            self.over = True
            self.lesson.done("second-round")
            here = views.gone(model)
        elif left:
            here += f"Rows of hers are left in {len(left)} {'place' if len(left) == 1 else 'places'}.</p>"
        else:
            here += "No row of hers is left. But the model in use is still the old one.</p>"
        if not self.run.erased:
            here += "<p>Time alone takes little away. You can still choose a reply.</p>"
        self._show("wait", here)

    async def _pass(self, number: int) -> None:
        self.busy = True
        try:
            for one in self.run.pass_days(number):
                if one.share is not None:
                    self.bar.value = progress_bar(one.share, one.words)
                    await asyncio.sleep(0.005)  # the page is drawn
        finally:
            self.busy, self.bar.value = False, ""

    def _show(self, deed: str, words: str) -> None:
        run, model, changes = self.run, self.run.model(), self.run.changes()
        copied = run.copied_after_switch() if self.step > 4 and not run.erased else None
        self.box.value = views.places(changes, judge(deed, changes))
        self.asked.value = f"<h4>The model in use</h4>{views.finished(model, code())}" if model else ""
        self.said.html = words + views.meanwhile(run.happened, copied)
        replies = run.replies()  # they name the places that are left
        waits = run.kind == "erasure" and run.talking and not run.account_open
        run.look()
        self.card.state |= {
            "stage": run.at.name if run.at else None,
            "rows": count(run.seen),
            "left": len(run.left()),
            "guesses": model and model.guesses,
            "day": run.today.isoformat(),
        }
        self.reply.options, self.reply.picked = replies, []
        self.next.description = AGAIN if self.over else SEND if run.talking else [*STEPS, MONTH][self.step]
        self._see(reply=run.talking, topics=self.step == 1, wait=waits)
