"""Lesson 06: ask a machine for new sprites, and look whether they are new."""

from __future__ import annotations

import asyncio

import ipywidgets as widgets

from privlessons.activities import sprite_views as views
from privlessons.activities import sprite_words as words
from privlessons.activities.sprite_setting import Setting
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.sprites import MIKA, the_gecko, training_set
from privlessons.sprites_copies import NEAR, count_up, nearest
from privlessons.ui import Activity, activity, button, html, predict, progress_bar, replay, row

KEY = "copies-in-a-hundred"
GUESSES = ("None or almost none", "About ten", "About half", "More than half")
ARTISTS, TIMES = (1, 2, 4, 8), (0, 1, 5, 20)
HUNDRED = 100


def guess_copies(lesson: Lesson) -> Activity:
    """Ask how many of a hundred new sprites will be copies, before any is drawn."""
    pictures, _ = training_set(1, 1)
    return predict(
        lesson,
        KEY,
        f"A small machine studies {len(pictures)} pictures by {MIKA} for a few seconds. Then they are put "
        "away, and it is asked for a hundred new ones. How many will be the same as one of hers, square for "
        "square?",
        GUESSES,
    )


@activity
def ask_for_a_sprite(lesson: Lesson, seed: int | None = None) -> Activity:
    """Let a machine learn from sprites, ask it for new ones, and change what it learns from.

    With a ``seed``, the same clicks draw the same sprites.
    """
    return _Asking(lesson, seed).card


class _Asking:
    """Stages are "before", "ask" (one machine, made from Mika's pictures alone) and "change"."""

    def __init__(self, lesson: Lesson, seed: int | None):
        self.lesson, self.seed, self.rng = lesson, seed, None
        self.settings: dict[tuple[int, int], Setting] = {}
        self.last: Setting | None = None  # whose hundred was shown last
        self.learning = self.stopped = False
        self.learn = button("Let the machine learn", primary=True)
        self.one, self.many = button("Ask for a new sprite", primary=True), button("Ask for a hundred")
        self.artists = Choice(
            legend="How many artists does it learn from?",
            options=[f"only {MIKA}", *(f"{n} artists" for n in ARTISTS[1:])],
            picked=[0],
            row=True,
        )
        self.times = Choice(
            legend=f"How often is {MIKA}'s window gecko among the pictures?",
            options=[words.how_often(n) for n in TIMES],
            picked=[1],
            row=True,
        )
        self.said, self.told = Live(), Live()
        self.shown, self.tried = html(""), html("")
        # Boxes that stay while what is in them changes: a button drawn anew loses the keyboard's focus.
        self.change, self.buttons = widgets.VBox([self.learn]), row()
        self.card = Activity(
            [self.said, self.change, self.buttons, self.told, self.shown, self.tried],
            controls={
                "learn": self.learn,
                "one": self.one,
                "many": self.many,
                "artists": self.artists,
                "times": self.times,
            },
            state={
                "stage": "before", "learned": [], "same": None, "asked": 0,
                "copies": None, "nearly": None, "gecko": None,
            },
        )  # fmt: skip
        for control, act in (
            (self.learn, self._learn),
            (self.one, self._one),
            (self.many, self._many),
            (self.artists, self._turn),
            (self.times, self._turn),
        ):
            self.card.on(control, act)
        self.said.html = (
            f"<p>These {self.now.count} pictures are by {MIKA}. The first is the gecko that hangs in the "
            "laundrette's window. The machine has not seen any of them yet.</p>"
        )
        one = the_gecko()
        self.shown.value = views.image(one.squares, words.title(one), 96) + self.now.shown

    @property
    def now(self) -> Setting:
        """The setting that the controls stand at."""
        at = ARTISTS[self.artists.picked[0]], TIMES[self.times.picked[0]]
        if at not in self.settings:
            self.settings[at] = Setting(*at)
        return self.settings[at]

    # --- learning -----------------------------------------------------------------------------------------

    async def _learn(self) -> None:
        if self.learning:
            self.stopped = True
            return
        if self.lesson.kept("guesses", KEY) is None:
            raise PlainError("Make your guess first, in the box above. A wild guess is fine.")
        self.card.tell("")
        setting = self.now
        if setting.model is not None:
            self.card.tell(
                "It has learned from these. Ask it for sprites, or change what it learns from.", "note"
            )
            return
        self.learning, self.stopped, self.learn.description = True, False, "Cancel"
        try:
            await self._study(setting)
        finally:
            self.learning = False
        if setting.model is None:
            self._turn()
            self.card.tell("Stopped. Nothing was learned. You can start again whenever you like.", "note")
        elif self.card.state["stage"] == "before":
            self.card.state["stage"] = "ask"
            self.change.children, self.buttons.children = (), (self.one, self.many)
            self._turn()
            self.said.here += 1
        else:
            self._turn()
            if setting is self.now:
                self._many()  # the number is what this setting was chosen for

    async def _study(self, setting: Setting) -> None:
        import numpy as np

        from privlessons.sprites_model import learning

        self.rng = self.rng or np.random.default_rng(self.seed)
        says = f"It studies {setting.count} pictures."
        self.said.html = progress_bar(0, says)
        await asyncio.sleep(0.05)
        for part in learning(setting.table, setting.often, self.rng):
            self.said.html = progress_bar(part.share, says)
            await asyncio.sleep(0.005)
            if self.stopped:
                return
        setting.model = part.made
        self.card.state["learned"] = [*self.card.state["learned"], [setting.artists, setting.times]]

    # --- asking -------------------------------------------------------------------------------------------

    def _ready(self) -> Setting:
        if self.learning:
            raise PlainError("It is still learning. Wait a moment, or cancel.")
        if self.now.model is None:
            raise PlainError("The machine has not learned from these pictures yet. Let it learn first.")
        self.card.tell("")
        return self.now

    def _one(self) -> None:
        from privlessons.sprites_model import draw

        setting = self._ready()
        [drawn] = draw(setting.model, 1, self.rng)
        [match] = nearest(drawn, setting.table)
        setting.asked += 1
        setting.copies += match.exact
        self.card.state |= {"same": match.same, "asked": setting.asked}
        picture = setting.pictures[match.index]
        whose = setting.judge.whose([drawn])[0] if setting.artists > 1 else None
        self.told.html = words.of_one(match, picture, whose, setting.asked, setting.copies)
        self.shown.value = views.pair(drawn, match, picture)

    def _many(self) -> None:
        from privlessons.sprites_model import draw

        setting = self._ready()
        setting.drawn = draw(setting.model, HUNDRED, self.rng)
        setting.matches = nearest(setting.drawn, setting.table)
        setting.tally = count_up(setting.drawn, setting.matches, the_gecko().squares, setting.judge)
        first = self.card.state["stage"] == "ask"
        if first:
            self.card.state["stage"] = "change"
            self.lesson.done("try")
            self.lesson.keep("numbers", "copies-in-a-hundred", setting.tally.copies)
            self.change.children = (self.artists, self.times, self.learn)
        self._show_many(setting)
        if first:
            self.said.here += 1  # from here down, what can be changed and what came out are in sight

    def _show_many(self, setting: Setting) -> None:
        tally, before = setting.tally, self.last
        self.card.state |= {"copies": tally.copies, "nearly": tally.nearly, "gecko": tally.the_one}
        said = words.of_many(tally)
        if before is None:
            said += replay(self.lesson, KEY, f"It was {tally.copies} of {tally.of}.") + words.NEXT
        elif before is not setting:
            said += words.compared(before.tried, setting.tried)
        if setting.artists > 1:
            said += words.whose_style(tally, setting.rightly_named, len(setting.pictures))
        self.last = setting
        squares = setting.table.shape[1]
        self.told.html = said
        self.shown.value = views.sheet(
            setting.drawn, setting.matches, words.of_sheet(tally, setting.artists)
        ) + words.LEGEND.format(int(squares * (1 - NEAR)), squares)
        self.tried.value = views.board(self._tries(), ARTISTS, TIMES, (setting.artists, setting.times))

    def _tries(self) -> list[words.Tried]:
        return [setting.tried for setting in self.settings.values() if setting.tally]

    def _turn(self) -> None:
        """Show what there is at the setting of the controls."""
        setting = self.now
        if self.learning:
            return
        self.card.tell("")
        self._lead_on(setting)
        if setting.model is None:
            self.said.html = words.stands_ready(setting.artists, setting.times, setting.count)
        else:
            self.said.html = words.has_learned(setting.count, setting.model.size)
        if setting.tally:
            self._show_many(setting)
            return
        self.told.html = ""
        self.shown.value = views.put_away(setting.shown) if setting.model else setting.shown
        if self.last:
            at = setting.artists, setting.times
            self.tried.value = views.board(self._tries(), ARTISTS, TIMES, at)

    def _lead_on(self, setting: Setting) -> None:
        """Put the button in colour that leads on from here, and say on the other what it would do."""
        learned = setting.model is not None
        self.learn.description = "It has learned from these" if learned else "Let the machine learn"
        for control, leads in ((self.learn, not learned), (self.one, learned)):
            control.add_class("pl-primary") if leads else control.remove_class("pl-primary")
