"""Lesson 03: how many rows of the nameless file are one of a kind, in the file and in the whole town."""

from __future__ import annotations

from html import escape

from privlessons.activities.bars import bars
from privlessons.activities.town_files import SHOWN, Detail, Files, TownFiles, clinic_lines
from privlessons.big_town import TOWN
from privlessons.controls import Live
from privlessons.controls_marks import IN, OUT, RING, TWIN, Marks
from privlessons.lesson import Lesson
from privlessons.meter import ALONE, TWINS, Meter, measure
from privlessons.ui import Activity, activity, button, html, note, predict, replay, row

GUESS = "how-many-alone"
OPTIONS = ("Hardly any", "About a quarter", "About half", "Nearly all")


@activity
def guess_how_many(lesson: Lesson) -> Activity:
    """Ask how many patients are the only person in town with their birth date, sex and postcode."""
    return predict(
        lesson,
        GUESS,
        "The file has 5,000 patients. How many of them share birth date, sex and postcode with nobody else "
        "in the whole town?",
        OPTIONS,
    )


@activity
def how_many_alone(lesson: Lesson, people: int = TOWN) -> Activity:
    """Let the learner say what is known, and see who is one of a kind; ``people`` live in the town."""
    return _Alone(lesson, people).card


class _Alone:
    def __init__(self, lesson: Lesson, people: int):
        self.lesson, self.detail, self.making = lesson, Detail(), TownFiles(people)
        self.start = button("Open the clinic's file", primary=True)
        self.town, self.all = button("Show the whole town", primary=True), button("All three, to the finest")
        self.intro, self.bars, self.said = Live(), html(""), Live()
        self.marks = Marks()
        self.files: Files | None = None
        self.whole = False
        self.card = Activity(
            controls={
                "start": self.start,
                "cancel": self.making.cancel,
                **self.detail.controls,
                "town": self.town,
                "all": self.all,
            },
            state={"in_file": None, "still": None, "in_town": None, "town": False, "alike": None},
        )
        self.card.on(self.start, self._open)
        self.card.on(self.making.cancel, self.making.stop)
        self.card.on(self.town, self._turn)
        self.card.on(self.all, self._all)
        for control in self.detail.parts:
            self.card.on(control, self._measure)
        self.intro.html = "<p>The file lies ready. It has no names in it.</p>"
        self.card.show(self.intro, self.start)

    async def _open(self) -> None:
        if self.files is not None:
            return
        self.files = await self.making.open(self.card, self.intro, self.start)
        if self.files is None:
            return
        self.first = self.files.first
        self.lesson.done("try")
        self.intro.html = clinic_lines(self.files) + (
            f"<p>Each mark below is a row of it; {SHOWN} of the {len(self.files.file):,} are drawn. Now "
            "<b>you</b> choose what somebody knows of a person. Move one slider, then another.</p>"
        )
        self.card.show(
            self.intro, *self.detail.laid_out, row(self.town, self.all), self.bars, self.marks, self.said
        )
        self._measure()
        self.intro.here += 1

    def _turn(self) -> None:
        self._look_at(whole=not self.whole)
        self._measure()

    def _all(self) -> None:
        self._look_at(whole=True)
        self.detail.know_all()
        self._measure()

    def _look_at(self, *, whole: bool) -> None:
        self.whole = whole
        self.town.description = "Back to the file" if whole else "Show the whole town"

    def _measure(self) -> None:
        if self.files is None:
            return
        f = self.files
        found = measure(f.file, f.everybody, f.at, self.detail.columns, f.hers)
        self.card.state |= {
            "in_file": found.in_file,
            "still": found.still,
            "in_town": found.in_town,
            "town": self.whole,
            "alike": list(found.alike),
        }
        self._draw(found)
        self.bars.value = _bars(found, self.whole)
        self.said.html = self._says(found)

    def _draw(self, found: Meter) -> None:
        states = found.states[self.first : self.first + SHOWN]
        alone, twins = states.count(ALONE), states.count(TWINS)
        looks = bytes([OUT, IN, TWIN if self.whole else IN])
        self.marks.states = states.translate(looks + bytes(253))
        self.marks.ringed = self.files.hers - self.first
        key = [[OUT, "shares with others in the file"], [IN, "one of a kind in the file"]]
        alt = f"One mark for each of {SHOWN} rows of the file. {alone + twins} are one of a kind in the file."
        if self.whole:
            key = [key[0], [TWIN, "has a twin in town"], [IN, "one of a kind in the whole town"]]
            alt += f" Of these, {twins} have a twin in town, and {alone} are one of a kind in the whole town."
        self.marks.key = [*key, [RING, "Mika's row"]]
        self.marks.alt = alt

    def _says(self, found: Meter) -> str:
        if not self.detail.columns:
            return f"<p>Nothing is known. So all {found.rows:,} rows look alike, and nobody stands out.</p>"
        said = (
            f"<p>Somebody knows a person's <b>{escape(self.detail.words)}</b>. In the file, "
            f"<b>{found.in_file:,}</b> of {found.rows:,} rows {_are(found.in_file)} one of a kind. "
            f"{_in_file(found.alike[0])}</p>"
        )
        if not found.in_file:
            return said + "<p>No row stands alone, so there is nothing to look up in town.</p>"
        if not self.whole:
            more = "<p>Does that mean they are found? Press <b>Show the whole town</b>.</p>"
            return said + more
        twins = found.in_file - found.still
        said += (
            f"<p>Look at all {found.people:,} people of the town. Of these {found.in_file:,}, "
            f"<b>{twins:,}</b> {'has' if twins == 1 else 'have'} a twin: somebody of whom the same is true. "
            f"<b>{found.still:,}</b> {_are(found.still)} still alone. "
            f"{_in_town(found.alike[1])}</p>{self._why(found)}"
        )
        if self.detail.all_known:
            self.lesson.keep("numbers", "alone-with-all-known", found.still)
            told = f"With all three known, {found.still:,} of {found.rows:,} are alone in the whole town."
            said += note(replay(self.lesson, GUESS, told), "wrong", "As it was given away.")
        return said

    def _why(self, found: Meter) -> str:
        """Say why the two counts differ, with this run's numbers."""
        if 10 * found.still > 9 * found.in_file:
            return (
                "<p>Now the two counts are nearly the same. So much is known that hardly anybody in town "
                "has a twin. Then being alone in the file does mean being alone.</p>"
            )
        return (
            f"<p>Why do the counts differ? Of {round(found.people / found.rows)} people in town, one is in "
            "the file. Your twin may just not have been to the clinic. So <b>one of a kind in the file</b> "
            "is not yet <b>found</b>.</p>"
        )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _in_file(others: int) -> str:
    if not others:
        return "Mika's row is one of them."
    return f"Mika's row looks just like {others:,} other {'row' if others == 1 else 'rows'}."


def _in_town(others: int) -> str:
    if not others:
        return "Mika is one of these."
    return f"Mika has {others:,} {'twin' if others == 1 else 'twins'}."


def _bars(found: Meter, whole: bool) -> str:
    """Return HTML for two bars on one scale: of all rows of the file, how many are one of a kind where."""
    told = "{:,} of {:,} are one of a kind".format
    town = found.still if whole else 0
    return bars(
        (
            ("In the file", found.in_file / found.rows, told(found.in_file, found.rows), ""),
            (
                "In the whole town",
                town / found.rows,
                told(town, found.rows) if whole else "not counted yet",
                "",
            ),
        )
    )
