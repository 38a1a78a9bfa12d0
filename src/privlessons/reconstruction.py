"""From published totals back to the people: every block that fits them (a database reconstruction attack).

The idea is Dinur and Nissim's (PODS 2003): answer enough questions about totals exactly enough, and the rows
can be worked out. The US Census Bureau did it to its own tables of 2010 (Abowd et al., 2023). A block that
fits is a guess about people until it is the only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from privlessons.blocks import Person, Schema, Total, place
from privlessons.publishing import Publication
from privlessons.recon_count import Count, OutOfTries
from privlessons.recon_groups import Impossible, read_totals
from privlessons.recon_people import Known, known_from_blocks, known_from_counts
from privlessons.recon_solver import solve

TRIES = 150_000
"""How much work to spend: about a second on one core of 2024."""
LISTED = 1_000
"""Up to this many blocks are listed one by one."""


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """All blocks that fit.

    ``count`` says how many there are; where ``exact`` is False there are that many or more, and the work
    allowed was used up. ``blocks`` lists them where ``complete``, else it holds one example, or none if there
    is none. ``people`` says what is the same in all of them, person by person.
    """

    count: int
    exact: bool
    blocks: tuple[tuple[Person, ...], ...]
    complete: bool
    people: tuple[Known, ...]

    def __str__(self) -> str:
        return f"{self.count:,} blocks fit" if self.exact else f"{self.count:,} blocks or more fit"


def reconstruct(
    totals: Publication | Iterable[Total],
    schema: Schema | None = None,
    *,
    tries: int = TRIES,
    listed: int = LISTED,
) -> Reconstruction:
    """Return all blocks of people that fit ``totals``: a `Publication`, or `Total` records.

    ``schema`` says which people there could be (that of the publication, or ages from 0 to 99, two sexes, and
    born abroad or not). Two blocks are the same if they hold the same people in another order. Rounded and
    hidden numbers are intervals; nothing else changes. ``tries`` bounds the work, ``listed`` how many blocks
    are returned. Raises ``PlainError`` if the totals don't limit how many people there are.
    """
    if isinstance(totals, Publication):
        schema, totals = schema or totals.schema, totals.totals
    schema, totals = schema or Schema(), tuple(totals)
    try:
        count = Count(read_totals(totals, schema), schema, tries)
        many = count.total()
    except Impossible:
        return Reconstruction(0, True, (), True, ())
    blocks: tuple = ()
    complete = count.exact and many <= listed
    if many:
        count.tries = max(count.tries, tries)
        blocks = _list(count, many if complete else 1)
        complete = complete and len(blocks) == many
    elif not count.exact:  # nothing found so far: a solver is better at finding one
        block, proved = solve(totals, schema)
        if block is None and proved:
            return Reconstruction(0, True, (), True, ())
        blocks, many = ((), 0) if block is None else ((block,), 1)
    people = known_from_blocks(blocks, schema) if complete else _from_counts(totals, schema, tries)
    return Reconstruction(many, count.exact, blocks, complete, people)


def _list(count: Count, most: int) -> tuple[tuple[Person, ...], ...]:
    found: list[tuple[Person, ...]] = []
    try:
        for block in count.blocks():
            found.append(tuple(sorted(block, key=lambda p: place(p, count.schema))))
            if len(found) == most:
                break
    except OutOfTries:
        pass
    return tuple(sorted(found, key=lambda block: [place(p, count.schema) for p in block]))


def _from_counts(totals: tuple[Total, ...], schema: Schema, tries: int) -> tuple[Known, ...]:
    """Return what the counts alone fix; means and medians could only fix more."""
    counts = Count(read_totals([t for t in totals if t.what == "count"], schema), schema, tries)
    counts.total()
    return known_from_counts(counts) if counts.exact else ()
