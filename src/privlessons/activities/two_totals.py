"""Lesson 04: a guild prints an average before and after Mika joins; subtract. Then try to stop it."""

from __future__ import annotations

import random
from fractions import Fraction

from privlessons.charts_totals import known_bar, says_known
from privlessons.controls import Choice, Live, Slider
from privlessons.differencing import MEMBERS, MIKA, MOST, Average, average, difference, members
from privlessons.lesson import Lesson
from privlessons.ui import Activity, activity, button, html, note, predict, replay

GUESSES = (
    "Nothing: an average is about everybody",
    "Whether she earned more or less than most",
    "Roughly how much, to some hundred pounds",
    "Exactly how much",
)
SORE = 4
"""Members whose wrist hurts, before Mika joins."""
SIZES = (11, 30, 100, 500, 2_000)
STEPS = {"to the penny": "0.01", "to 1 pound": "1", "to 10 pounds": "10", "to 100 pounds": "100"}
SEED = 20_26
CLOSE = 50
"""Whoever knows an income to within so many pounds knows it."""


@activity
def guess_what_leaks(lesson: Lesson) -> Activity:
    """Ask what two averages give away about the one person who came in between."""
    return predict(
        lesson, "average", "What can a reader of both lines find out about Mika’s April?", list(GUESSES)
    )


def pounds(amount, pennies: bool = True) -> str:
    """Return an amount as people write it."""
    return f"£{float(amount):,.2f}" if pennies else f"£{round(amount):,}"


def line(when: str, of: Average, sore: int | None, pennies: bool = True) -> str:
    """Return one printed line of the guild's news as HTML."""
    more = f" Of them, <b>{sore}</b> have a sore wrist." if sore is not None else ""
    return (
        f'<div class="pl-print"><span class="pl-soft">{when}</span><br>Our <b>{of.people:,}</b> members '
        f"earned <b>{pounds(of.shown, pennies)}</b> each in April, on average.{more}</div>"
    )


@activity
def subtract(lesson: Lesson) -> Activity:
    """One case first: two printed lines, and the sum that everybody can do. Then the controls."""
    return _Totals(lesson).card


class _Totals:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.start = button("Subtract", primary=True)
        self.size = Slider(
            label="Members before Mika",
            min=0,
            max=len(SIZES) - 1,
            low="a small guild",
            high="a large one",
            names={str(i): f"{n:,}" for i, n in enumerate(SIZES)},
        )
        self.others = Slider(
            label="Others who join in the same month",
            max=9,
            low="Mika alone",
            high="nine more",
            names={"0": "nobody"},
        )
        self.rounded = Choice(legend="How is the average printed?", options=[*STEPS], picked=[0], row=True)
        self.intro, self.said, self.bar, self.lines = Live(), Live(), html(""), html("")
        self.taught = Live()
        self.card = Activity(
            controls={
                "start": self.start,
                "size": self.size,
                "others": self.others,
                "rounded": self.rounded,
            },
            state={"low": None, "high": None, "people": None},
        )
        self.shown = False
        for control, act in (
            (self.start, self._first),
            (self.size, self._turn),
            (self.others, self._turn),
            (self.rounded, self._turn),
        ):
            self.card.on(control, act)
        self.pool = members(SIZES[-1], random.Random(SEED))
        newcomers = members(len(MEMBERS) + 9, random.Random(SEED + 1))[len(MEMBERS) :]
        self.newcomers = (MIKA, *newcomers)
        before, after = average(MEMBERS), average((*MEMBERS, MIKA))
        self.intro.html = (
            "<p>The Saltmere Makers’ Guild prints a line of news each month. Nobody is named.</p>"
            + line("News of 1 May", before, SORE)
            + line("News of 1 June. A warm welcome to our new member!", after, SORE + 1)
        )
        self.card.show(self.intro, self.start)

    def _first(self) -> None:
        if self.shown:
            return
        self.shown = True
        before, after = average(MEMBERS), average((*MEMBERS, MIKA))
        found = difference(before, after)
        all_after, all_before = after.people * after.shown, before.people * before.shown
        same = pounds(found.one_low, False) == pounds(found.one_high, False)
        exact = pounds(all_after - all_before)
        earned = pounds(all_after - all_before, pennies=not same)
        self.lesson.keep("numbers", "mika-from-two-averages", round(all_after - all_before))
        self.lesson.done("try")
        self.intro.html += (
            '<table class="pl-table"><tr><th>June</th>'
            f"<td>{after.people} members × {pounds(after.shown)}</td>"
            f'<td class="pl-num">{pounds(all_after)}</td></tr>'
            f"<tr><th>May</th><td>{before.people} members × {pounds(before.shown)}</td>"
            f'<td class="pl-num">{pounds(all_before)}</td></tr>'
            f'<tr><th>The one who joined</th><td>June − May</td><td class="pl-num"><b>{exact}</b></td></tr>'
            f"<tr><th>Sore wrists</th><td>{SORE + 1} now, {SORE} before</td>"
            '<td class="pl-num"><b>1 more: hers</b></td></tr></table>'
            + note(
                replay(
                    self.lesson,
                    "average",
                    f"Two averages tell that Mika earned {earned}"
                    + (", to the pound. " if same else ", give or take a little. ")
                    + "And two counts tell that her wrist hurts. Neither line is about her. "
                    "Their difference is.",
                ),
                "wrong",
                "Subtracted.",
            )
            + "<p>Now try to hide her. Make the guild larger. Print the average less exactly. Let others "
            "join in the same month.</p>"
        )
        self.card.show(
            self.intro, self.said, self.bar, self.size, self.rounded, self.others, self.taught, self.lines
        )
        self._turn()
        self.intro.here += 1

    def _turn(self) -> None:
        if not self.shown:
            return
        many, others = SIZES[int(self.size.value)], int(self.others.value)
        words = list(STEPS)[self.rounded.picked[0] if self.rounded.picked else 0]
        step, pennies = Fraction(STEPS[words]), words == "to the penny"
        old, new = self.pool[:many], self.newcomers[: others + 1]
        before, after = average(old, step), average((*old, *new), step)
        found = difference(before, after)
        low, high = float(found.one_low), float(found.one_high)
        self.card.state |= {"low": low, "high": high, "people": found.people}
        self.bar.value = known_bar(low, high, MIKA, MOST)
        self.lines.value = line("Before", before, None, pennies) + line("After", after, None, pennies)
        self.said.html = f'<p class="pl-big">{says_known(found, MOST)}</p>'
        self.taught.html = self._lesson(found, many, others)

    def _lesson(self, found, many: int, others: int) -> str:
        """Say what this setting teaches, where it teaches something of its own."""
        width = float(found.one_high - found.one_low)
        if others:
            return note(
                f"The sum of {found.people} newcomers is known. Whose share is whose stays open. But if the "
                f"other {others} compare notes, they can subtract once more, and Mika is left.",
                "caution",
                "In a small crowd.",
            )
        if width < CLOSE and many > SIZES[0]:
            return note(
                f"With {many:,} members a reader still knows it to within {pounds(width, width < 1)}. "
                "A large crowd does not hide the one who joins, as long as the numbers are exact.",
                "wrong",
                "Still found.",
            )
        if width < CLOSE:
            return ""
        if width >= MOST * 0.9:
            return note(
                "Now the two lines tell next to nothing about Mika. They tell less about the guild, too.",
                "right",
                "Hidden.",
            )
        return note(
            f"A reader knows it to within {pounds(width, False)}. Rounding blurs the difference, and a "
            "larger guild makes the blur wider: each member adds a little of it.",
            "caution",
            "Blurred.",
        )
