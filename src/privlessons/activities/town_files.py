"""Lesson 03: the clinic's file, the public roll and the town, made once; and what is known of people."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from privlessons.big_town import TOWN, grow_town, load_town
from privlessons.clinic import MIKA, make_clinic
from privlessons.controls import Choice, Live, Slider
from privlessons.detail import chosen, encode_all
from privlessons.roll import make_roll
from privlessons.ui import STOPPED, Activity, button, progress_bar, row

SHOWN = 600
"""How many rows of the file are drawn, Mika's among them."""
_made: dict[int, Files] = {}


@dataclass(frozen=True, slots=True)
class Files:
    """The tables with the truth about them.

    ``file``, ``everybody`` and ``listed`` are the tables of numbers that `detail.encode_all` makes of the
    clinic's file, the town and the roll. ``at`` holds for each row of the file the position of the same
    person in the town; ``truth`` the same for the rows of the file and of the roll.
    ``hers`` and ``her_line`` are Mika's positions in the file and on the roll.
    """

    clinic: object
    roll: object
    file: object
    everybody: object
    listed: object
    at: object
    truth: tuple[object, object]
    hers: int
    her_line: int

    @property
    def first(self) -> int:
        """The position of the first row that is drawn."""
        return max(0, min(self.hers - SHOWN // 2 + 25, len(self.file) - SHOWN))


def clinic_lines(files: Files) -> str:
    """Return HTML for some lines of the clinic's file, shown as a file; the same lines on each card."""
    table, first = files.clinic, files.first
    lines = [",".join(line) for line in table.iloc[first : first + 3].to_numpy()]
    lines = [",".join(table.columns), *(["…"] if first else []), *lines, "…"]
    return (
        f'<div class="pl-file"><div class="pl-file-name">clinic-visits-2026.csv ({len(table):,} rows, '
        f"no names)</div><pre>{escape(chr(10).join(lines))}</pre></div>"
    )


class TownFiles:
    """Makes the tables of a town of so many people, one reading at a time; ``cancel`` is for the card."""

    def __init__(self, people: int = TOWN):
        self.people, self.stopped = people, False
        self.cancel = button("Cancel")

    def stop(self) -> None:
        """End the work within the step that it is at."""
        self.stopped = True

    async def make(self, moved: Callable[[float, str], None]) -> Files | None:
        """Return the tables; None if it was stopped. ``moved`` is told the share done, and that in words."""
        self.stopped = False
        for share, words in self._steps():
            moved(share, words)
            await asyncio.sleep(0.01)
            if self.stopped:
                return None
        return _made[self.people]

    async def open(self, card: Activity, intro: Live, start) -> Files | None:
        """Make the tables on a card, with progress in ``intro``; ``start`` is back if it was stopped."""
        card.show(intro, self.cancel)
        intro.held += 1  # the button that had the focus is gone
        files = None
        try:
            files = await self.make(lambda share, words: setattr(intro, "html", progress_bar(share, words)))
        finally:
            if files is None:
                intro.html = STOPPED
                card.show(intro, start)
                intro.held += 1
        return files

    def _steps(self) -> Iterator[tuple[float, str]]:
        import pandas as pd

        if self.people in _made:
            return
        for share in grow_town(self.people):
            people = round(share * self.people)
            yield 0.5 * share, f"{people:,} of {self.people:,} people have moved into town"
        town = load_town(self.people)
        clinic = make_clinic(town)
        yield 0.55, "The clinic takes the names out of its file"
        roll = make_roll(town)
        yield 0.65, "The public roll is printed"
        work = encode_all([clinic.table, town, roll.table])
        while True:
            try:
                yield 0.65 + 0.34 * next(work), "The lists are sorted"
            except StopIteration as done:
                file, everybody, listed = done.value
                break
        places = pd.Index(town["person_id"])
        at, line = places.get_indexer(clinic.person_id), places.get_indexer(roll.person_id)
        mika = places.get_loc(MIKA)
        _made[self.people] = Files(
            clinic.table,
            roll.table,
            file,
            everybody,
            listed,
            at,
            (at, line),
            int((at == mika).argmax()),
            int((line == mika).argmax()),
        )


class Detail:
    """Three controls: how much is known of birth date, sex and postcode. At first nothing is."""

    def __init__(self):
        self.birth = Slider(
            label="Birth date",
            max=4,
            low="not known",
            high="to the day",
            names=dict(
                zip("01234", ("not known", "ten years", "year", "month and year", "day"), strict=True)
            ),
        )
        self.postcode = Slider(
            label="Postcode",
            max=3,
            low="not known",
            high="all of it",
            names=dict(
                zip("0123", ("not known", "ZQ3 (district)", "ZQ3 4 (sector)", "ZQ3 4PJ"), strict=True)
            ),
        )
        self.sex = Choice(legend="Sex", options=["not known", "known"], picked=[0], row=True)
        self.parts = (self.birth, self.postcode, self.sex)
        sliders = row(self.birth, self.postcode)
        sliders.add_class("pl-abreast")
        self.laid_out = (sliders, self.sex)
        self.controls = {"birth": self.birth, "postcode": self.postcode, "sex": self.sex}

    @property
    def levels(self) -> dict[str, int]:
        """How much is known of each column, as an index into `detail.LEVELS`."""
        return {
            "birth_date": int(self.birth.value),
            "sex": self.sex.picked[0] if self.sex.picked else 0,
            "postcode": int(self.postcode.value),
        }

    @property
    def columns(self) -> list[str]:
        """The names of the columns that are known, for the tables of numbers."""
        return chosen(self.levels)

    @property
    def all_known(self) -> bool:
        """Whether everything is known, as in the file that was given away."""
        return self.levels == {"birth_date": 4, "sex": 1, "postcode": 3}

    def know_all(self) -> None:
        """Set all three to the finest."""
        self.birth.value, self.postcode.value, self.sex.picked = 4, 3, [1]

    @property
    def words(self) -> str:
        """What is known, as a list in words that go after "her" or "a person's"."""
        birth = ("", "ten years of birth", "year of birth", "month and year of birth", "birth date")
        code = ("", "district", "part of the postcode", "full postcode")
        levels = self.levels
        known = [birth[levels["birth_date"]], ("", "sex")[levels["sex"]], code[levels["postcode"]]]
        known = [words for words in known if words]
        return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)
