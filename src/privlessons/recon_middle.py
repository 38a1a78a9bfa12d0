"""The two people in the middle: what must be remembered of a group's ages until its median is settled."""

from __future__ import annotations

from privlessons.recon_groups import Group

SETTLED = 999
"""In place of the number of people below the middle: the median has come out right already."""


def shorten(g: Group, later: int, below: int, inside: tuple[int, ...], young: int) -> tuple | None:
    """Return what must still be remembered of a group's ages, or None where its median can't come out.

    ``later`` people are still to come, none of them younger than ``young``. Ages that are surely below the
    two in the middle only count; ages that are surely above them are forgotten.
    """
    first = g.low // 2 - 1 - below
    if first < 0:
        return None
    inside = inside[: first + 2]
    while first > 0 and inside and (inside[0] <= young or later < first):
        inside, first, below = inside[1:], first - 1, below + 1
    if first == 0 and inside and inside[0] <= young:  # the lower one is settled
        least, most = g.twice[0] - inside[0], g.twice[1] - inside[0]
        if len(inside) > 1:
            if inside[1] < least:
                return None
            if inside[1] <= young:
                return (SETTLED, ()) if inside[1] <= most else None
        if young > most and (len(inside) < 2 or inside[1] > most):
            return None
    return below, inside


def in_the_middle(g: Group, many: int, below: int, inside: tuple[int, ...]) -> bool:
    """Whether the median of a finished group is one that was published."""
    one, two = (many - 1) // 2 - below, many // 2 - below
    if many == 0 or one < 0 or two >= len(inside):
        return False
    return g.twice[0] <= inside[one] + inside[two] <= g.twice[1]
