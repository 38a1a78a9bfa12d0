"""Lesson 02: black out a chat yourself; then see whom the words that you left still fit."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from html import escape

from privlessons.activities.clue_views import clue_table, quoted
from privlessons.clues import Step, dots, narrow, needless, others_in, read_clues
from privlessons.controls import Blackout, Choice, Dots, Live
from privlessons.datasets import load_chats, load_people
from privlessons.kinds import DIRECT
from privlessons.lesson import Lesson
from privlessons.records import TownChat
from privlessons.ui import Activity, activity, button, html, note, row

NAMES = {"person": "Writer", "assistant": "Pip"}
FIRST = "mika-secret-game"
OFFERED = 5
CROWD = 10
"""People who must still fit for the writer to stay in a crowd."""
KEPT = (
    '<p class="pl-soft">You may change to another chat and back: your black words stay. They are not written '
    "down, so a reload of the page clears them.</p>"
)
PAUSE = 0.7
"""Seconds between two clues of the attack, so that the eye can follow."""


@activity
def black_it_out(lesson: Lesson) -> Activity:
    """Let the learner black out words of a chat, attack what is left, and try again."""
    return _Redaction(lesson).card


class _Work:
    """What the learner did with one chat: it is there again when they come back to the chat."""

    def __init__(self, chat: TownChat):
        self.chat = chat
        self.box = Blackout(
            chat.chat.messages, NAMES, label="Chat: pick the words that you want to black out"
        )
        self.past: list[list[int]] = []
        self.attempts: dict[tuple[int, ...], tuple[int, int]] = {}

    def best(self) -> int | None:
        """Return the fewest black words with which the writer stayed in a crowd, if they ever did."""
        return min((words for words, fit in self.attempts.values() if fit >= CROWD), default=None)


class _Redaction:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.people = load_people().reset_index(drop=True)
        self.works = [_Work(chat) for chat in _offered(load_chats(lesson.chats), self.people)]
        self.which = Choice(
            legend="Which chat do you want to protect?",
            options=[_label(work.chat) for work in self.works],
            picked=[0],
        )
        self.undo, self.over = button("Undo"), button("Start over")
        self.attack = button("Attack it", primary=True)
        self.buttons = row(self.attack, self.undo, self.over)  # one and the same, so that it keeps the focus
        self.said, self.list, self.rest = Live(), html(""), Live()
        self.dots = Dots()
        self.running: asyncio.Task | None = None
        self.undoing = False
        self.card = Activity(state={"chat": "", "hidden": 0, "left": None, "best": None})
        for work in self.works:
            work.box.observe(self._changed, "hidden")
        self.card.on(self.which, self._open)
        self.card.on(self.undo, self._undo)
        self.card.on(self.over, self._start_over)
        self.card.on(self.attack, self._attack)
        self._open()

    def _open(self) -> None:
        self.work = self.works[self.which.picked[0] if self.which.picked else 0]
        self._stop()
        self.list.value = self.rest.html = ""
        self.said.html = KEPT
        self.card.controls = {
            "which": self.which,
            "box": self.work.box,
            "undo": self.undo,
            "attack": self.attack,
            "over": self.over,
        }
        self.card.state |= {
            "chat": self.work.chat.chat.id,
            "hidden": len(self.work.box.hidden),
            "left": None,
            "best": self.work.best(),
        }
        self.card.show(self.which, self.work.box, self.buttons, self.said)

    def _changed(self, change) -> None:
        if not self.undoing:
            now = set(change["old"])
            for word in sorted(now ^ set(change["new"])):  # a busy page sends several words at once
                self.work.past.append(sorted(now))
                now ^= {word}
        self.card.state["hidden"] = len(change["new"])
        if self.card.state["left"] is not None:
            self._outdate()

    def _outdate(self) -> None:
        """Take the result away once the chat is no longer the one that was attacked."""
        self._stop()
        self.card.state["left"] = None
        self.said.html = "<p>The chat has changed since. Press <b>Attack it</b> again.</p>"
        self.list.value = ""
        self.rest.html = self._tries()
        self._dots(range(len(self.people)))

    def _back_to(self, hidden: list[int]) -> None:
        self.undoing = True
        self.work.box.hidden = hidden
        self.undoing = False

    def _undo(self) -> None:
        if self.work.past:
            self._back_to(self.work.past.pop())

    def _start_over(self) -> None:
        self.work.past = []
        self._back_to([])

    def _stop(self) -> None:
        if self.running is not None:
            self.running.cancel()

    def _attack(self) -> None:
        self._stop()
        work = self.work
        hidden = work.box.spans()
        steps = narrow(self.people, read_clues(work.chat, hidden, self.people))
        left = len(steps[-1].left) if steps else len(self.people)
        work.attempts[tuple(sorted(work.box.hidden))] = (len(hidden), left)  # the same words count once
        self.card.state |= {"left": left, "best": work.best()}
        if hidden:
            self.lesson.done("second-round")
        self.running = asyncio.ensure_future(self._play(steps, hidden))

    async def _play(self, steps: Sequence[Step], hidden: list) -> None:
        """Show the clues one after the other, then say what came out."""
        total = len(self.people)
        self.list.value = self.rest.html = ""
        self._dots(range(total))
        parts = (self.which, self.work.box, self.buttons, self.said, self.dots, self.list, self.rest)
        self.card.show(*parts)
        self.said.html = f'<p class="pl-big">{total:,} people live in the town. We read what you left …</p>'
        for number, step in enumerate(steps, 1):
            await asyncio.sleep(PAUSE)
            self._dots(step.left)
            self.list.value = clue_table(steps[:number], "What you left")
        self.said.html = self._outcome(steps)
        self.rest.html = self._rest(hidden) + self._tries()

    def _dots(self, left: Sequence[int]) -> None:
        self.dots.states = dots(len(self.people), left)
        self.dots.alt = f"One dot for each of the {len(self.people):,} people. {len(left):,} still fit."

    def _outcome(self, steps: Sequence[Step]) -> str:
        total = len(self.people)
        if not steps:
            return note(
                f"Nothing is left that tells who wrote it. All {total:,} people fit. "
                "Now read it again: can Pip still help with what is left?",
                "right",
                "In the crowd.",
            )
        left = steps[-1].left
        if len(left) == 1:
            told = next(step for step in steps if len(step.left) == 1).clue
            who = self.people.iloc[left[0]]
            return note(
                f"From {total:,} people to 1: {escape(who.first_name)} {escape(who.last_name)}. "
                f"What gave it away in the end was {quoted(told)}: the writer {escape(told.says)}.",
                "wrong",
                "Found.",
            )
        look, word = ("right", "In the crowd.") if len(left) >= CROWD else ("caution", "Nearly.")
        more = (
            "Can Pip still help with what is left?"
            if len(left) >= CROWD
            else f"One more fact would do. Try for {CROWD} or more."
        )
        return note(f"From {total:,} people to {len(left):,}. {more}", look, word)

    def _rest(self, hidden: list) -> str:
        """Say what was hidden for nothing, and whose details besides the writer's are still there."""
        words = [w.strip(".,!?:;“”\"'()") for w in needless(self.work.chat, hidden)]
        said = ""
        if words:
            some = ", ".join(f"“{escape(w)}”" for w in dict.fromkeys(words[:4]) if w)
            such = ", such as" if len(words) > len(set(words[:4])) else ":"
            said += f"<p>{len(words)} of your black words gave nobody away{such} {some}.</p>"
        others = others_in(self.work.chat, hidden)
        if others:
            rows = "".join(
                f"<li><b>{escape(whom)}</b>: {escape(', '.join(f'“{w}”' for w in words[:5]))}</li>"
                for whom, words in others.items()
            )
            said += f"<p>Not only the writer is in this chat. You can still read about:</p><ul>{rows}</ul>"
        return said

    def _tries(self) -> str:
        rows = "".join(
            f'<tr><td>{n}</td><td class="pl-num">{words}</td><td class="pl-num">{left:,}</td></tr>'
            for n, (words, left) in enumerate(self.work.attempts.values(), 1)
        )
        best = self.card.state["best"]
        aim = (
            f"Your best so far: {best} black words, and {CROWD} or more people still fit. Can you do it with "
            "fewer, so that Pip can still help?"
            if best is not None
            else f"The aim: as few black words as you can, while {CROWD} or more people still fit."
        )
        return (
            '<table class="pl-table"><tr><th>Try</th><th class="pl-num">Words blacked out</th>'
            f'<th class="pl-num">People who still fit</th></tr>{rows}</table><p>{aim}</p>'
        )


def _offered(chats: Sequence[TownChat], people) -> list[TownChat]:
    """Return the chats to choose from, one of a person: first ours, then by clues that are no names."""
    plain = {chat.chat.id: sum(c.kind not in DIRECT for c in read_clues(chat, (), people)) for chat in chats}
    ranked = sorted(chats, key=lambda c: (c.chat.id != FIRST, -plain[c.chat.id], c.chat.id))
    by_person: dict[str, TownChat] = {}
    for chat in ranked:
        by_person.setdefault(chat.person, chat)
    return list(by_person.values())[:OFFERED]


def _label(chat: TownChat) -> str:
    return f"{chat.topic[:1].upper()}{chat.topic[1:]}: “{chat.chat.title}”"
