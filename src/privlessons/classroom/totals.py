"""What may be shown of a question, and when: nothing below 20 answers, then in batches of 10."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from privlessons.noise import estimate

FIRST, BATCH = 20, 10


def counted(answered: int) -> int:
    """Return how many of ``answered`` answers may be counted: 0, or `FIRST` and then whole batches.

    Who watches a total grow by one can subtract. So a batch is shown only when it is full, also at the end.
    """
    return answered // BATCH * BATCH if answered >= FIRST else 0


@dataclass(frozen=True, slots=True)
class Tally:
    """One question of a room: how many answered, and the frozen count of the first ``people`` of them.

    ``said_yes`` are the sent yeses among those, coins and all.
    """

    question: int
    text: str
    answered: int
    people: int
    said_yes: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a question. Shares are from 0 to 1, or None while nothing may be shown."""

    question: int
    text: str
    answered: int
    people: int
    share: float | None
    low: float | None
    high: float | None
    says: str


def shown(tally: Tally, ended: bool = False) -> Shown:
    """Return what may be shown of a question, with the sentence that says it.

    A question that has ``ended`` takes no more answers, so its sentence promises no further result.
    """
    start = (tally.question, tally.text, tally.answered, tally.people)
    if not tally.people:
        says = f"The result shows when {FIRST} people have answered."
        if ended:
            says = f"Too few to show a result: it takes {FIRST} answers."
        return Shown(*start, None, None, None, says)
    found = estimate(tally.said_yes, tally.people)
    share, low, high = (round(100 * x) for x in (found.share, found.low, found.high))
    says = (
        f"For about {share} in 100, yes is the truth. In 95 of 100 polls like this one the truth lies within "
        f"the range, here from {low} to {high} in 100. "
        f"This counts the first {tally.people} answers."
    )
    if not ended:
        says += f" The next result comes at {tally.people + BATCH}."
    return Shown(*start, found.share, found.low, found.high, says)


def as_csv(tallies: Sequence[Tally]) -> str:
    """Return the totals as CSV: shown results only, so no more than the pages told."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow(
        ["question", "answered", "counted", "said_yes", "estimate_percent", "low_percent", "high_percent"]
    )
    for tally in tallies:
        one = shown(tally)
        # A spreadsheet runs what begins like a formula.
        text = "'" + one.text if one.text[0] in "=+-@" else one.text
        numbers = [] if one.share is None else [round(100 * x, 1) for x in (one.share, one.low, one.high)]
        write.writerow(
            [text, one.answered, one.people, *([tally.said_yes, *numbers] if numbers else [""] * 4)]
        )
    return out.getvalue()
