"""Lesson 06: a nameless post; who wrote it, from style alone? Then a disguise to try."""

from __future__ import annotations

import asyncio
from html import escape
from random import Random

from privlessons.activities.passages import bars, post
from privlessons.board import load_board, load_nameless
from privlessons.controls import Choice, Live
from privlessons.disguise import DISGUISES, disguise
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.style import Authorship, Hits, Trial, learn_in_steps
from privlessons.ui import STOPPED, Activity, activity, button, html, note, progress_bar, row, text_box
from privlessons.writers import MIKA

OFFERED = 5
SIZES = ((5, 16), (10, 8), (20, 4), (40, 2))
"""So many authors, drawn so many times."""
LONGEST = 3_000


@activity
def whose_post(lesson: Lesson) -> Activity:
    """Let the learner guess a nameless post's author, see a program do it, and disguise the post."""
    return _Nameless(lesson).card


class _Nameless:
    def __init__(self, lesson: Lesson):
        self.lesson, self.board, self.posts = lesson, load_board(), load_nameless()
        self.at = 0
        self.guess = Choice(legend="Whose is it?", options=self._offer())
        self.start = button("Ask the program", primary=True)
        self.cancel = button("Cancel")
        self.habits = Choice(
            legend="Disguise it: which habits should go?", options=list(DISGUISES), many=True, row=True
        )
        self.box = text_box("Change the words, too, if you like", rows=6)
        self.try_it, self.next = button("Whose is it now?", primary=True), button("Another nameless post")
        self.question, self.said, self.count, self.told, self.tries = Live(), Live(), html(""), Live(), Live()
        self.model: Authorship | None = None
        self.stopped, self.places = False, []
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "cancel": self.cancel,
                "habits": self.habits,
                "box": self.box,
                "try": self.try_it,
                "next": self.next,
            },
            state={"post": "", "place": None, "hits": {}},
        )
        for control, act in (
            (self.start, self._learn),
            (self.cancel, self._stop),
            (self.habits, self._dress),
            (self.try_it, self._rank),
            (self.next, self._another),
        ):
            self.card.on(control, act)
        self._ask()
        self.card.show(self.question, self.guess, self.start, self.said)

    def _offer(self) -> list[str]:
        """Return handles to choose from, always the same: the right one and others of the board."""
        rng = Random(3)
        free = [w.handle for w in self.board.writers if w.group == "free" and w.handle != MIKA.handle]
        offered = [MIKA.handle, *rng.sample(free, OFFERED - 1)]
        rng.shuffle(offered)
        return offered

    def _ask(self) -> None:
        one = self.posts[self.at]
        self.card.state |= {"post": one.id, "place": None}
        samples = "".join(
            post(next(p.text for p in self.board.first if p.handle == handle), handle)
            for handle in self.guess.options
        )
        self.question.html = (
            "<h4>A post without a name</h4>"
            + post(one.text)
            + "<h4>Five who write on this board</h4><p>They write about the same thing here. Look at "
            f"<i>how</i> they write it.</p>{samples}"
        )

    def _stop(self) -> None:
        self.stopped = True

    async def _learn(self) -> None:
        if self.model is not None:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the five first. A wild guess is fine.")
        self.card.tell("")
        self.lesson.keep("guesses", "whose-post", self.guess.text)
        self.guess.disabled, self.stopped = True, False
        self.card.show(self.question, self.said, self.cancel)
        model, hits = None, []
        try:
            self.said.html = progress_bar(0, "The program wakes up")
            await asyncio.sleep(0.1)
            model = await self._steps(learn_in_steps(self.board.known), 0, 0.3)
            trial, rng = Trial(model, self.board.known, self.board.nameless), Random(6)
            for number, (authors, draws) in enumerate(SIZES):
                found = []
                for draw in range(draws):
                    share = 0.3 + 0.7 * (number + draw / draws) / len(SIZES)
                    steps = trial.hits(authors, rng)
                    found.append(await self._steps(steps, share, 0.7 / len(SIZES) / draws))
                hits.append(Hits(authors, sum(h.right for h in found), sum(h.asked for h in found)))
        except asyncio.CancelledError:
            self.said.html = STOPPED
            self.guess.disabled = False
            self.card.show(self.question, self.guess, self.start, self.said)
            return
        self.model = model
        self.card.state["hits"] = {h.authors: h.right for h in hits}
        self.lesson.done("nameless")
        self._told(hits)

    async def _steps(self, steps, begun: float, part: float):
        """Go through steps with a progress bar; stop if Cancel was pressed."""
        while True:
            try:
                share = next(steps)
            except StopIteration as done:
                return done.value
            self.said.html = progress_bar(begun + part * share, "It learns how each author writes")
            await asyncio.sleep(0.01)
            if self.stopped:
                raise asyncio.CancelledError

    def _told(self, hits: list[Hits]) -> None:
        one, everybody = self.posts[self.at], len(self.model.authors)
        place = self.model.place(one.text, one.author)
        self.card.state["place"] = place
        self.places = []
        told = ", ".join(
            f"<b>“{escape(one.text[c.start : c.end])}”</b>" for c in self.model.clues(one.text, one.author)
        )
        guessed = escape(self.guess.text or "")
        self.said.html = (
            f"<p>You said: <b>{guessed}</b>. The program compared the post with {everybody} people, not "
            f"five. It puts <b>{escape(self.model.rank(one.text)[0][0])}</b> first. "
            f"The writer is <b>{escape(one.author)}</b>, Mika's handle: place {place} of {everybody}.</p>"
            f"<p>{escape(one.why)} What told most: {told}. Nothing of it is about her. It is only how she "
            "types.</p>"
        )
        self.count.value = (
            "<h4>Is it always right?</h4>"
            + bars(
                [(f"Among {h.authors} people", h.share, f"{h.right} of {h.asked} right", "") for h in hits],
                ("Posts it never saw", "Given to the right one (the line: blind guessing)", ""),
                tick=lambda n: hits[n].chance,
            )
            + f"<p>Among {hits[0].authors} people it is right {round(100 * hits[0].share)} times in 100, "
            f"among {hits[-1].authors} people {round(100 * hits[-1].share)} times. Blind guessing would get "
            f"{100 * hits[0].chance:g} and {100 * hits[-1].chance:g}. A first place is a hint, never a "
            "proof.</p>"
        )
        self.box.value = one.text
        self.told.html = ""
        self.card.show(
            self.question,
            self.said,
            self.count,
            html(
                "<h4>Now disguise it</h4><p>Make the program lose her. The post must still say the same.</p>"
            ),
            self.habits,
            self.box,
            row(self.try_it, self.next),
            self.told,
            self.tries,
        )
        self.said.here += 1

    def _dress(self) -> None:
        if self.model is not None:
            names = [list(DISGUISES)[i] for i in self.habits.picked]
            self.box.value = disguise(self.posts[self.at].text, names)
            self._rank()

    def _rank(self) -> None:
        if self.model is None:
            return
        text = self.box.value
        if not text.strip():
            raise PlainError(
                "The box is empty. Press “Another nameless post”, or tick a habit, to fill it again."
            )
        if len(text) > LONGEST:
            raise PlainError(f"This is too long for a post. Use at most {LONGEST:,} characters.")
        self.card.tell("")
        one, everybody = self.posts[self.at], len(self.model.authors)
        place = self.model.place(text, one.author)
        self.card.state["place"] = place
        if not self.places or self.places[-1] != place:
            self.places.append(place)
        clues = self.model.clues(text, one.author)
        still = ", ".join(f"<b>“{escape(text[c.start : c.end])}”</b>" for c in clues)
        word, look = (
            ("Still found.", "wrong")
            if place == 1
            else ("Less sure.", "caution")
            if place <= 5
            else ("Hidden from it.", "right")
        )
        first = self.model.rank(text)[0][0]
        other = (
            ""
            if place == 1
            else f" It now takes {escape(first)} for the writer, who has nothing to do with it."
        )
        self.told.html = note(
            f"Mika is in place <b>{place}</b> of {everybody}.{other} What still points to her: "
            f"{still or 'nothing'}.",
            look,
            word,
        )
        self.tries.html = (
            f'<p class="pl-soft">Her places so far: {", ".join(map(str, self.places))}. A better program, or '
            "one "
            "with more of her posts, may still find her. What you type stays on this page and is not "
            "kept.</p>"
        )

    def _another(self) -> None:
        if self.model is None:
            return
        self.at = (self.at + 1) % len(self.posts)
        one = self.posts[self.at]
        self._ask()
        self.habits.picked, self.places = [], []
        self.box.value = one.text
        self.tries.html = ""
        self._rank()
