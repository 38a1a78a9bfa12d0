"""Lesson 03: where the published figures come from, by one line of arithmetic with one's own assumptions."""

from __future__ import annotations

from html import escape

from privlessons.activities.bars import bars
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.published import DATES, load_figures, people_for, share_alone
from privlessons.ui import Activity, activity, html, note

PEOPLE = (20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 6_800, 10_000, 17_000, 30_000, 50_000)
KNOWN = {"day": "day, month and year", "month": "month and year", "year": "only the year"}


@activity
def where_a_figure_comes_from(lesson: Lesson) -> Activity:
    """Let the learner move the two assumptions, beside the figures that were published."""
    people = Slider(
        label="How many people share your postcode area and your sex?",
        max=len(PEOPLE) - 1,
        value=PEOPLE.index(1_000),
        low="a street",
        high="a whole town",
        names={str(at): f"{many:,}" for at, many in enumerate(PEOPLE)},
    )
    known = Choice(
        legend="How much of the birth date is known?", options=list(KNOWN.values()), picked=[0], row=True
    )
    bars, said = html(""), Live()
    card = Activity(
        [people, known, bars, said],
        controls={"people": people, "known": known},
        state={"people": None, "dates": None, "share": None},
    )
    figures = load_figures()

    def count() -> None:
        many = PEOPLE[int(people.value)]
        how = list(KNOWN)[known.picked[0] if known.picked else 0]
        dates = DATES[how]
        share = share_alone(many, dates)
        card.state |= {"people": many, "dates": dates, "share": round(share, 4)}
        bars.value = _bars(share, figures)
        said.html = _says(many, dates, share, figures)
        if many != 1_000 or how != "day":
            lesson.done("figures")

    card.on(people, count)
    card.on(known, count)
    count()
    return card


def _bars(share: float, figures) -> str:
    rows = [("Your assumptions", share, f"{_percent(share)} one of a kind", "")]
    rows += [(f.says, f.share / 100, f"{f.share} in 100 one of a kind", "soft") for f in figures]
    return bars(rows)


def _percent(share: float) -> str:
    percent = 100 * share
    if 0 < percent < 1:
        return "less than 1 in 100"
    return f"{percent:.1f} in 100" if 99 < percent < 100 else f"{percent:.0f} in 100"


def _says(people: int, dates: int, share: float, figures) -> str:
    said = (
        f"<p><b>{people:,}</b> people share your postcode area and your sex. Their birth dates are spread "
        f"over <b>{dates:,}</b> possible ones. The chance that none of the {people - 1:,} others has yours "
        f"is <b>{_percent(share)}</b>.</p>"
    )
    near = [figure for figure in figures if abs(100 * share - figure.share) < 0.6]
    said += "".join(
        note(
            f"This is the figure of {escape(figure.says)}. It is about {escape(figure.of)}. "
            f"{escape(figure.caution)}",
            "right",
            f"{figure.share} in 100.",
        )
        for figure in near
    )
    if not near:
        needs = [f"{people_for(f.share / 100, dates):,} for {f.share} in 100" for f in figures]
        each = f"{', '.join(needs[:-1])} and {needs[-1]}"
        said += f"<p>How many such people does each figure take, with these birth dates? {each}.</p>"
    return said
