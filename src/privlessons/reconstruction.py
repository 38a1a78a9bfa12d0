"""From published totals back to the people: every block that fits them (a database reconstruction attack).

The idea is Dinur and Nissim's (PODS 2003): answer enough questions about totals exactly enough, and the rows
can be worked out. The US Census Bureau did it to its own tables of 2010 (Abowd et al., 2023). A block that
fits is a guess about people until it is the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from privlessons.blocks import MOST_PEOPLE, Person, Schema, Total, place
from privlessons.publishing import Publication
from privlessons.recon_count import Count, OutOfTriesError
from privlessons.recon_groups import ImpossibleError, read_totals
from privlessons.recon_near import fits_all, grow
from privlessons.recon_people import Known, known_from_blocks, known_from_counts
from privlessons.recon_solver import solve

TRIES = 300_000
"""How much work to spend: about a second on one core of 2024."""
MOST_SIZES, MOST_WAYS = 100_000, 500
"""How many ways to spread people over the cells are looked at, and at most counted one by one."""
FIRST, STEP = 2_000, 8_000
"""So much work is done before the first look at the clock by whoever waits, and between two later ones. A
step begins again at the top with what was remembered, so small ones would waste much."""
SURE_TRIES = 60_000
"""How much of it may go into what is the same in all blocks."""
FEW = 5_000
"""If fewer were found than this and work ran out, more are looked for near one that fits."""
SOLVED = 4
"""How many ways to spread people over the cells the solver is asked about, where nothing was found."""
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
    known: Sequence[Person] | None = None,
) -> Reconstruction:
    """Return all blocks of people that fit ``totals``: a `Publication`, or `Total` records.

    ``schema`` says which people there could be (that of the publication, or ages from 0 to 99, two sexes, and
    born abroad or not). Two blocks are the same if they hold the same people in another order. Rounded and
    hidden numbers are intervals; nothing else changes. ``tries`` bounds the work, ``listed`` how many blocks
    are returned. Who published the totals knows a block that fits; as ``known`` it is where more are looked
    for when the work allowed is used up, and it changes nothing else. Raises ``PlainError`` if the totals
    don't limit how many people there are.
    """
    *_, answer = reconstructing(totals, schema, tries=tries, listed=listed, known=known)
    return answer


def reconstructing(
    totals: Publication | Iterable[Total],
    schema: Schema | None = None,
    *,
    tries: int = TRIES,
    listed: int = LISTED,
    known: Sequence[Person] | None = None,
) -> Iterator[Reconstruction]:
    """Do the same in small steps: yield how many were found so far, many times a second.

    The last one is the answer; those before it have no ``blocks``, and of ``people`` what counts fix, or
    nothing yet.
    """
    if isinstance(totals, Publication):
        schema, totals = schema or totals.schema, totals.totals
    schema, totals = schema or Schema(), tuple(totals)
    people: tuple[Known, ...] | None = None  # until it was worked out
    ways = list(_sizes(totals, schema))
    share, counts, work, told = max(300, tries // max(1, len(ways))), [], 0, False
    for sized in ways:
        try:
            count = Count(read_totals(sized, schema), schema)
        except ImpossibleError:
            continue
        counts.append(count)
        left = share
        while left > 0:
            step = min(left, STEP if told else FIRST)
            done = count.more(step)
            left -= step
            work += step - max(0, count.tries)
            if work >= STEP or not told:
                told = True
                yield Reconstruction(sum(c.found for c in counts), False, (), False, people or ())
                work = 0
                if people is None:
                    people = _from_counts(totals, schema)
            if done:
                break
    many, exact = sum(c.found for c in counts), all(c.exact for c in counts)
    if people is None:
        yield Reconstruction(many, exact, (), False, ())
        people = _from_counts(totals, schema)
    complete, blocks = exact and many <= listed, []
    for count in counts:
        if count.found and (complete or not blocks):
            blocks += _list(count, count.found if complete else 1)
    complete = complete and len(blocks) == many
    if not exact and many < FEW:
        yield Reconstruction(many, False, (), False, people)
        groups = read_totals(totals, schema)
        start = [known] if known and fits_all(known, groups, schema) else blocks
        if not many and not start:
            blocks, none = _ask_the_solver(totals, schema, ways)
            if none:
                yield Reconstruction(0, True, (), True, ())
                return
        many = max(many, grow(start or blocks, groups, schema))
    if complete:
        blocks.sort(key=lambda block: [place(p, schema) for p in block])
        people = known_from_blocks(blocks, schema)
    yield Reconstruction(many, exact, tuple(blocks), complete, people)


def _ask_the_solver(totals, schema: Schema, ways: list) -> tuple[list, bool]:
    """Return a block that HiGHS finds, in a list, and whether it proved that there is none."""
    if len(ways) > 1:  # with the number of people in each cell given, it is quick
        for sized in [ways[len(ways) * k // (SOLVED + 1)] for k in range(1, SOLVED + 1)]:
            block, _ = solve(sized, schema, seconds=0.3)
            if block is not None:
                return [block], False
    block, proved = solve(totals, schema)
    return ([], proved) if block is None else ([block], False)


def _sizes(totals: tuple[Total, ...], schema: Schema) -> Iterator[tuple[Total, ...]]:
    """Yield the totals once for each way in which people can be spread over the cells, if medians need it.

    A median says little while it is unknown of how many people it is; with known numbers it says a lot. The
    ways have no block in common.
    """
    try:
        groups = read_totals(totals, schema)
    except ImpossibleError:
        return
    if not any(g.median and not g.fixed for g in groups):
        yield totals
        return
    names = list(schema.attributes)
    whos = [dict(zip(names, cell, strict=True)) for cell in schema.cells]
    whole = [g for g in groups if g.ages == schema.ages]
    ranges = []
    for i in range(len(whos)):
        around = [g for g in whole if i in g.cells]
        alone = [g.low for g in around if len(g.cells) == 1]
        ranges.append(range(max(alone, default=0), min((g.high for g in around), default=MOST_PEOPLE) + 1))
    fits = [
        sizes
        for sizes in islice(product(*ranges), MOST_SIZES)
        if all(g.low <= sum(sizes[i] for i in g.cells) <= g.high for g in whole)
    ]
    if len(fits) > MOST_WAYS:
        yield totals
        return
    for sizes in fits:
        yield (*totals, *(Total("count", who, n) for who, n in zip(whos, sizes, strict=True)))


def _list(count: Count, most: int) -> list[tuple[Person, ...]]:
    found: list[tuple[Person, ...]] = []
    count.tries = TRIES
    try:
        for block in count.blocks():
            found.append(tuple(sorted(block, key=lambda p: place(p, count.schema))))
            if len(found) == most:
                break
    except OutOfTriesError:
        pass
    return found


def _from_counts(totals: tuple[Total, ...], schema: Schema) -> tuple[Known, ...]:
    """Return what the counts alone fix; means and medians could only fix more."""
    try:
        counts = Count(read_totals([t for t in totals if t.what == "count"], schema), schema)
    except ImpossibleError:
        return ()
    return known_from_counts(counts) if counts.more(SURE_TRIES) and counts.found else ()
