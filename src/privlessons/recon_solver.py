"""One block that fits, found by a real solver: HiGHS (Huangfu and Hall, 2018), through SciPy's `milp`.

Each kind of person is a whole number "how many of them live here"; each total is a line that the numbers must
keep. The solver finds such numbers, or proves that there are none. It finds one block, not all: with
``unlike`` it looks for one more. `recon_count` counts them all, and both must agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from privlessons.blocks import Person, Schema, Total, place
from privlessons.recon_groups import Group, ImpossibleError, read_totals

SECONDS = 1.0


def solve(
    totals: Sequence[Total],
    schema: Schema,
    unlike: Sequence[Sequence[Person]] = (),
    seconds: float = SECONDS,
) -> tuple[tuple[Person, ...] | None, bool]:
    """Return a block that fits and is none of ``unlike``, or None; and whether that answer is proved.

    It is not proved only if ``seconds`` ran out first.
    """
    try:
        groups = read_totals(totals, schema)
    except ImpossibleError:
        return None, True
    return _Model(groups, schema).solve(unlike, seconds)


def model(totals: Sequence[Total], schema: Schema) -> tuple[list[float], list[tuple[dict, float, float]]]:
    """Return the numbers' largest values and the lines they must keep, as another solver could read them."""
    made = _Model(read_totals(totals, schema), schema)
    return made.upper, made.rows


class _Model:
    def __init__(self, groups: list[Group], schema: Schema):
        self.schema = schema
        low, high = schema.ages
        self.kinds = [(cell, age) for cell in range(len(schema.cells)) for age in range(low, high + 1)]
        self.most = max((g.high for g in groups), default=0)
        self.upper = [float(self.most)] * len(self.kinds)
        self.rows: list[tuple[dict[int, float], float, float]] = []
        for g in groups:
            members = self._members(g.cells, *g.ages)
            self.row(dict.fromkeys(members, 1.0), g.low, g.high)
            if g.mean and g.fixed:
                ages = {i: float(self.kinds[i][1]) for i in members}
                self.row(ages, ceil(g.mean[0] * g.low), floor(g.mean[1] * g.low))
            elif g.mean:
                for bound, sign in ((g.mean[0], 1), (g.mean[1], -1)):
                    q = (
                        bound.denominator
                    )  # kept in whole numbers: sum of (q * age - q * bound) over the people
                    terms = {i: float(sign * (q * self.kinds[i][1] - bound.numerator)) for i in members}
                    self.row(terms, 0, float("inf"))
            if g.median:
                self._median(g)

    def _members(self, cells, low: int, high: int) -> list[int]:
        return [i for i, (cell, age) in enumerate(self.kinds) if cell in cells and low <= age <= high]

    def _new(self, upper: float = 1.0) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: dict[int, float], low: float, high: float) -> None:
        self.rows.append((terms, float(low), float(high)))

    def _median(self, g: Group) -> None:
        """Add: one pair of ages in the middle is chosen, and the right numbers of people are on both sides.

        The number n of the group is 2 * half + odd. A chosen pair (a, b) means that fewer than half are below
        a, at least half are up to a, and the same from above for b.
        """
        members = dict.fromkeys(self._members(g.cells, *g.ages), 1.0)
        half, odd = self._new(self.most), self._new()
        self.row({**members, half: -2.0, odd: -1.0}, 0, 0)
        low, high = ceil(2 * g.median[0]), floor(2 * g.median[1])
        young, old = g.ages
        singles = {self._new(): (a, a) for a in range(ceil(g.median[0]), floor(g.median[1]) + 1)}
        pairs = {
            self._new(): (a, b)
            for a in range(young, old + 1)
            for b in range(max(a, low - a), min(old, high - a) + 1)
        }
        self.row({**dict.fromkeys(singles, 1.0), odd: -1.0}, 0, 0)
        self.row({**dict.fromkeys(pairs, 1.0), odd: 1.0}, 1, 1)
        big = 2.0 * self.most + 2
        for chosen, (a, b) in {**singles, **pairs}.items():
            below, upto = self._members(g.cells, young, a - 1), self._members(g.cells, young, a)
            above, from_ = self._members(g.cells, b + 1, old), self._members(g.cells, b, old)
            alone = chosen in singles
            for side, least in ((below, False), (above, False), (upto, True), (from_, True)):
                terms = dict.fromkeys(side, 1.0)
                if least:  # at least half, of an odd number one more
                    self.row({**terms, half: -1.0, chosen: -big}, (1 if alone else 0) - big, float("inf"))
                else:  # at most half, of an even number one less
                    self.row({**terms, half: -1.0, chosen: big}, -float("inf"), (0 if alone else -1) + big)

    def unlike(self, block: Sequence[Person]) -> None:
        """Add: somebody of ``block`` is missing, or there are more people."""
        at = {kind: i for i, kind in enumerate(self.kinds)}
        cells = self.schema.cells
        held: dict[int, int] = {}
        for age, *values in block:
            i = at[cells.index(tuple(values)), age]
            held[i] = held.get(i, 0) + 1
        switches = []
        for i, many in held.items():
            switch = self._new()
            self.row({i: 1.0, switch: float(self.most)}, -float("inf"), many - 1 + self.most)
            switches.append(switch)
        more = self._new()
        everybody = dict.fromkeys(range(len(self.kinds)), 1.0)
        self.row({**everybody, more: -(len(block) + 1.0)}, 0, float("inf"))
        self.row(dict.fromkeys([*switches, more], 1.0), 1, float("inf"))

    def solve(self, unlike: Sequence[Sequence[Person]], seconds: float):
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_matrix

        for block in unlike:
            self.unlike(block)
        at = [(r, i, v) for r, (terms, _, _) in enumerate(self.rows) for i, v in terms.items()]
        rows, columns, values = zip(*at, strict=True) if at else ((), (), ())
        matrix = csr_matrix((values, (rows, columns)), shape=(len(self.rows), len(self.upper)))
        found = milp(
            np.zeros(len(self.upper)),
            integrality=np.ones(len(self.upper)),
            bounds=Bounds(0, np.array(self.upper)),
            constraints=LinearConstraint(matrix, [r[1] for r in self.rows], [r[2] for r in self.rows]),
            options={"time_limit": seconds},
        )
        if found.x is None:
            return None, found.status == 2  # 2: proved that there is none
        cells = self.schema.cells
        people = [
            (age, *cells[cell])
            for (cell, age), many in zip(self.kinds, found.x, strict=False)
            for _ in range(round(many))
        ]
        return tuple(sorted(people, key=lambda p: place(p, self.schema))), True
