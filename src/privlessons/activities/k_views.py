"""Lesson 03, stretch: how a coarsened clinic file is shown, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from privlessons.clinic import QUASI_IDENTIFIERS
from privlessons.clinic_release import TOLD, Release
from privlessons.ui import note

GUESSES = ("To the day", "To a few months", "To a few years", "To twenty years or more")
_SHOWN = 12
_HEADS = {"birth_date": "Birth date", "sex": "Sex", "postcode": "Postcode", TOLD: "Diagnosis"}


def intro() -> str:
    """Say what is to be done, before the guess."""
    return (
        "<p>The clinic wants to help research. It will give away its file of visits: birth date, sex, "
        "postcode and diagnosis. The names are gone.</p><p>But most rows are one of a kind. So it will "
        "blur the dates and postcodes until no row stands alone. A program looks for the blur that "
        "costs least.</p>"
    )


def cost(now: Release) -> str:
    """Say what one setting does, and what it costs."""
    if now.k == 1 and now.file.smallest == 1:
        return (
            f"<p><b>Each row is as it was.</b> There are {len(now.file.sizes):,} kinds of rows. The "
            f"average age of those with wrist pain is {now.true_age:.1f} years.</p>"
        )
    return (
        f"<p>Each row looks like <b>at least {now.file.smallest - 1} "
        f"other{'s' * (now.file.smallest > 2)}</b>. {len(now.file.sizes):,} groups are left.</p><p><b>What "
        f"it costs:</b> a birth date is now a range of {_years(now.years)}, a postcode is one of "
        f"{now.codes:.0f}. The average age of those with wrist pain was {now.true_age:.1f} years. "
        f"From the blurred file it seems to be {now.coarse_age:.1f}.</p>"
    )


def dearer(now: Release, alone: Release) -> str:
    """Say why the dot leaves the line, where different diagnoses cost more than ``alone``, the k alone."""
    if now.years <= 1.01 * alone.years:
        return ""
    seen = " So the dot has left the line." if now.years > 1.25 * alone.years else ""
    return (
        f"<p>The line in the picture is for k alone: {_years(alone.years)}. Different diagnoses cost more: "
        f"{_years(now.years)}.{seen}</p>"
    )


def guessed(at_first: Release) -> str:
    """Say what became of a birth date, for the learner's guess."""
    return (
        f"With {at_first.k} rows alike, a birth date became a range of {_years(at_first.years)} on average."
    )


def group(now: Release, rows: Sequence[int]) -> str:
    """Return HTML for the rows that look like Mika's."""
    alone = len(rows) == 1
    head = (
        "This is Mika's row. No other looks like it."
        if alone
        else f"These {len(rows)} rows look alike. One is Mika's."
    )
    return f"<p>{head}</p>{_table(now, rows)}"


def telling(now: Release, name: str) -> str:
    """Return HTML for the group that tells most, and what it tells about somebody who is in it."""
    rows, size = now.telling, len(now.telling)
    table = _table(now, rows)
    if now.k == 1 and size == 1:
        return table + note(
            "Each row stands alone. Who finds your row, finds your diagnosis.", "wrong", "Nothing is blurred."
        )
    if now.same == size:
        said = note(
            f"Say a neighbour knows that {escape(name)} went to the clinic. Which of the {size} rows is "
            f"it? The neighbour can't tell, and doesn't have to. All {size} say “{escape(now.says)}”.",
            "wrong",
            "They hide in the group, and the secret shows.",
        )
        ask = "Now use the second slider: ask for different diagnoses in each group."
        return table + said + (f"<p>{ask}</p>" if now.different == 1 else "")
    return table + note(
        f"{now.same} of the {size} have “{escape(now.says)}”. A neighbour who knows that {escape(name)} is "
        "in this group can't be sure, but can guess well.",
        "caution",
        "This is the worst group now.",
    )


def _years(years: float) -> str:
    return f"{years:.1f} years" if years >= 1 else f"{12 * years:.0f} months"


def _table(now: Release, rows: Sequence[int]) -> str:
    shown = now.file.table.iloc[list(rows[:_SHOWN])]
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS.values())
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value in row) + "</tr>"
        for row in shown[[*QUASI_IDENTIFIERS, TOLD]].itertuples(index=False)
    )
    more = f'<p class="pl-soft">… and {len(rows) - _SHOWN:,} more.</p>' if len(rows) > _SHOWN else ""
    return f'<table class="pl-table"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>{more}'
