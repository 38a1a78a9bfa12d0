"""Lesson 03, second round: the nameless file and the public roll, joined on what the learner chooses."""

from __future__ import annotations

from html import escape

from privlessons.activities.town_files import Detail, Files, TownFiles, clinic_lines
from privlessons.big_town import TOWN
from privlessons.controls import Choice, Live
from privlessons.controls_marks import IN, NOT, ONE, OUT, SOME, Marks
from privlessons.lesson import Lesson
from privlessons.linkage import VERDICTS, Links, link
from privlessons.meter import measure
from privlessons.ui import Activity, activity, button, html, note

LOOKS = {"right": IN, "wrong": NOT, "several": SOME, "none": OUT}
SAID = {
    "right": "one name, the right one",
    "wrong": "one name, a wrong one",
    "several": "several names fit",
    "none": "no name fits",
}


@activity
def join_the_lists(lesson: Lesson, people: int = TOWN) -> Activity:
    """Let the learner look for Mika's row with her line of the roll, then link everybody."""
    return _Join(lesson, people).card


class _Join:
    def __init__(self, lesson: Lesson, people: int):
        self.lesson, self.detail, self.making = lesson, Detail(), TownFiles(people)
        self.start = button("Get both lists", primary=True)
        self.view = Choice(
            legend="Whom do you look for?", options=["Mika", "everybody"], picked=[0], row=True
        )
        self.intro, self.bar, self.said = Live(), html(""), Live()
        self.marks = Marks(across=100)
        self.files: Files | None = None
        self.card = Activity(
            controls={
                "start": self.start,
                "cancel": self.making.cancel,
                **self.detail.controls,
                "view": self.view,
            },
            state={"left": None, "twins": None, "right": None, "wrong": None, "several": None, "none": None},
        )
        self.card.on(self.start, self._open)
        self.card.on(self.making.cancel, self.making.stop)
        for control in (*self.detail.parts, self.view):
            self.card.on(control, self._join)
        self.intro.html = (
            "<p>Anybody can look into the town's <b>public roll</b>. It has names. The clinic's file has "
            "none.</p>"
        )
        self.card.show(self.intro, self.start)

    async def _open(self) -> None:
        if self.files is not None:
            return
        self.files = await self.making.open(self.card, self.intro, self.start)
        if self.files is None:
            return
        self.lesson.done("second-round")
        self.intro.html = _lists(self.files) + (
            "<p>On the roll you found Mika's line. Use what it says of her, bit by bit. Rows of the "
            "clinic's file that don't fit fall away.</p>"
        )
        self.card.show(self.intro, self.view, *self.detail.laid_out, self.bar, self.marks, self.said)
        self._join()
        self.intro.here += 1

    def _join(self) -> None:
        if self.files is None:
            return
        if self.view.text == "everybody":
            self._everybody()
        else:
            self._mika()

    def _mika(self) -> None:
        f, columns, rows = self.files, self.detail.columns, len(self.files.file)
        line = f.listed.iloc[[f.her_line]]
        left = link(line, f.file, columns).candidates(0).tolist() if columns else range(rows)
        alike = measure(f.file, f.everybody, f.at, columns, f.hers).alike[1] if len(left) == 1 else None
        self.card.state |= {"left": len(left), "twins": alike, **dict.fromkeys(SAID)}
        states = bytearray([OUT]) * rows
        for position in left:
            states[position] = ONE if len(left) == 1 else IN
        self.marks.states = bytes(states)
        self.marks.key = [
            [IN, "still fits Mika's line"],
            [ONE, "the only one that fits"],
            [OUT, "does not fit"],
        ]
        self.marks.alt = (
            f"One mark for each of the {rows:,} rows of the clinic's file. {len(left):,} still fit."
        )
        fit = "fits" if len(left) == 1 else "fit"
        self.bar.value = f'<p class="pl-big"><b>{len(left):,}</b> of {rows:,} rows still {fit}.</p>'
        self.said.html = self._found(left, alike)

    def _found(self, left, twins: int | None) -> str:
        if not self.detail.columns:
            return "<p>You have used nothing of her line yet. So every row could be hers.</p>"
        if len(left) > 1:
            return f"<p>You used her <b>{escape(self.detail.words)}</b>. Go on: use a little more.</p>"
        if twins:
            one = twins == 1
            whose = "that person's" if one else "one of theirs"
            return note(
                f"But {twins:,} {'other' if one else 'others'} in town {'shares' if one else 'share'} her "
                f"{escape(self.detail.words)}. The row may be {whose}. "
                "You can't be sure yet. Go on: use a little more.",
                "caution",
                "One row is left.",
            )
        [at] = left
        born, sex, code, diagnosis, visit = self.files.clinic.iloc[at]
        self.lesson.keep("numbers", "columns-that-found-mika", len(self.detail.columns))
        return note(
            f"<b>{escape(born)}, {escape(sex)}, {escape(code)}: {escape(diagnosis)}, seen on "
            f"{escape(visit)}.</b> The file has her illness and no name. The roll has her name and no "
            f"illness. Side by side they have both. Nobody else in town shares her "
            f"{escape(self.detail.words)}. That did it.",
            "wrong",
            "One row is left.",
        ) + (
            "<p>Nobody broke in anywhere. And Mika did nothing wrong: she went to the doctor. But a client "
            "who hears of her wrist may hire somebody else. Now look for <b>everybody</b>.</p>"
        )

    def _everybody(self) -> None:
        f, columns, rows = self.files, self.detail.columns, len(self.files.file)
        if columns:
            found = link(f.file, f.listed, columns, truth=f.truth)
            counts = {word: found.counts[word] for word in SAID}
            looks = bytes(LOOKS.get(word, OUT) for word in VERDICTS)
            self.marks.states = found.verdict.tobytes().translate(looks + bytes(256 - len(looks)))
            self.said.html = self._linked(found)
        else:
            counts = {word: rows if word == "several" else 0 for word in SAID}
            self.marks.states = bytes([SOME]) * rows
            self.said.html = "<p>With nothing known, every name on the roll fits every row.</p>"
        self.card.state |= {"left": None, "twins": None, **counts}
        told = [f"{SAID[word]}: {count:,}" for word, count in counts.items()]
        self.marks.key = [[look, words] for look, words in zip(LOOKS.values(), told, strict=True)]
        self.marks.alt = f"One mark for each of the {rows:,} rows of the clinic's file. {', '.join(told)}."
        self.bar.value = _parts(counts)

    def _linked(self, found: Links) -> str:
        said = (
            f"<p>Joined on <b>{escape(self.detail.words)}</b>. Of {found.rows:,} rows, <b>{found.one:,}</b> "
            f"get exactly one name. <b>{found.right:,}</b> of these names are right and "
            f"<b>{found.wrong:,}</b> are wrong. For {found.several:,} rows several names fit, and for "
            f"{found.none:,} none does.</p>"
        )
        if found.wrong:
            share = max(1, round(100 * found.wrong / found.one))
            said += note(
                f"Of 100 such names, about {share} {'is' if share == 1 else 'are'} wrong. The real person "
                f"{self._why_wrong()}. Then a stranger gets their illness. "
                "Whoever joins the lists can't tell which names are wrong, and neither can the stranger.",
                "caution",
                "Wrong names hurt too.",
            )
        if found.none:
            said += (
                "<p>Who gets no name? Children are not on the roll. Some people keep off it, and some have "
                "moved. They are safe from <b>this</b> list only.</p>"
            )
        if found.one == 0:
            said += note("At this setting nobody gets a name. It can be done.", "right", "Coarse enough.")
        return said

    def _why_wrong(self) -> str:
        """Say how a wrong name comes about, by the facts that are used."""
        levels = self.detail.levels
        known = (levels["postcode"], "at an old address"), (levels["birth_date"], "with a wrong date")
        slips = " or ".join(words for level, words in known if level)
        return "is not on the roll" + (f", or is listed {slips}" if slips else "")


def _parts(counts: dict[str, int]) -> str:
    """Return HTML for one bar of all rows, cut into what became of them."""
    rows = max(1, sum(counts.values()))
    parts = "".join(
        f'<div class="pl-part-{word}" style="width:{100 * count / rows:.2f}%"></div>'
        for word, count in counts.items()
    )
    return f'<div class="pl-bars"><div class="pl-bar pl-bar-parts" aria-hidden="true">{parts}</div></div>'


def _lists(files: Files) -> str:
    """Return HTML for the two lists, shown as files, with Mika's line of the roll marked."""
    roll = files.roll
    start = max(0, files.her_line - 2)
    lines = [",".join(roll.columns), *(",".join(line) for line in roll.iloc[start : start + 4].to_numpy())]
    hers = files.her_line - start + 1
    marked = [f"<mark>{escape(ln)}</mark>" if i == hers else escape(ln) for i, ln in enumerate(lines)]
    return (
        f'<div class="pl-file"><div class="pl-file-name">public-roll.csv ({len(roll):,} names)</div>'
        f"<pre>{chr(10).join(marked)}\n…</pre></div>{clinic_lines(files)}"
    )
