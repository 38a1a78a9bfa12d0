"""What grows: subjects in parts on a `Canvas` (see `sprites_sea`)."""

from __future__ import annotations

from random import Random

from privlessons.sprites_canvas import GLOW, INK, MAIN, SECOND, THIRD, WHITE, Canvas


def pot(c: Canvas, r: Random) -> None:
    """Draw a plant in a pot."""
    c.box(4, 11, 7, 14, SECOND)
    c.box(3, 10, 7, 10, SECOND, 1)
    c.dot(0, (4, 14))
    kind = r.choice(("cactus", "leaves", "fern", "bloom"))
    if kind == "cactus":
        c.box(6, r.choice((2, 3, 4)), 7, 9, MAIN)
        c.mirror()
        arm = r.choice((4, 5, 6))
        c.box(3, arm, 3, arm + 2, MAIN)
        c.box(4, arm + 2, 5, arm + 2, MAIN)
        c.box(12, arm - 1, 12, arm + 2, MAIN)
        c.box(10, arm + 2, 11, arm + 2, MAIN)
        c.dot(THIRD, r.choice(((7, 2), (3, arm - 1), (12, arm - 2))), (8, 2))
    elif kind == "leaves":
        c.blob(7.5, 6, r.choice((4.2, 5.1)), r.choice((3.4, 4.2)), MAIN)
        c.fill((c.part == MAIN) & ((c.x * 2 + c.y * 3) % 7 == 0), MAIN, 1)
        c.dot(THIRD, *r.sample([(4, 5), (6, 3), (5, 7), (7, 5), (3, 7)], 3))
        c.mirror()
    elif kind == "fern":
        for x0, top in ((3, 5), (5, 3), (7, 2)):
            for y in range(top + r.randint(0, 1), 10):
                c.dot(MAIN, (x0 + max(0, (y - 5) // 2 if x0 < 7 else 0), y), tone=y % 2)
            c.dot(MAIN, (x0 - 1, top + 1), (x0, top))
        c.mirror()
    else:
        c.box(7, 6, 7, 9, MAIN, -1)
        c.dot(MAIN, (6, 8), (5, 7))
        c.blob(7.5, 4, 3.1, 3.1, THIRD)
        c.mirror()
        c.box(7, 3, 8, 4, GLOW)


def flower(c: Canvas, r: Random) -> None:
    """Draw a flower."""
    top = r.choice((5, 6))
    c.box(7, top, 7, 14, MAIN)
    leaf = r.choice((10, 11))
    c.pattern("mm./.mm", 4, leaf, {"m": MAIN})
    c.pattern(".mm/mm.", 8, leaf - r.choice((0, 1)), {"m": MAIN})
    kind = r.choice(("daisy", "tulip", "sun", "bell"))
    if kind == "daisy":
        for dx, dy in ((-3, 0), (3, 0), (0, -3), (0, 3)):
            c.blob(7 + dx, top + dy, 1.7, 1.7, THIRD)
        c.blob(7, top, 1.5, 1.5, GLOW)
    elif kind == "tulip":
        c.pattern("t..t..t/tt.t.tt/ttttttt/ttttttt/.ttttt./..ttt..", 4, top - 4, {"t": THIRD})
    elif kind == "sun":
        c.blob(7, top, 4.3, 4.3, THIRD)
        c.fill((c.part == THIRD) & ((c.x + c.y) % 4 == 0) & (abs(c.x - 7) + abs(c.y - top) > 3), 0)
        c.blob(7, top, 2.1, 2.1, SECOND)
    else:
        for x, y in ((4, top - 2), (10, top - 1), (7, top - 4)):
            c.blob(x, y + 1, 1.9, 2.2, THIRD)
            c.dot(GLOW, (x, y + 3))
        c.box(5, top + 2, 9, top + 2, MAIN)


def mushroom(c: Canvas, r: Random) -> None:
    """Draw a mushroom."""
    wide = r.choice((4.6, 5.4, 6.0))
    c.box(6, 8, 7, 13, SECOND, 1)
    c.box(5, 12, 7, 14, SECOND, 1)
    c.blob(7.5, 8, wide, r.choice((5.4, 6.2)), MAIN)
    c.fill((c.y >= 9) & (c.part == MAIN), 0)
    c.box(6, 9, 7, 13, SECOND, 1)
    spots = r.sample([(4, 6), (6, 4), (7, 7), (5, 8), (3, 8)], 3)
    c.dot(WHITE, *spots)
    if r.random() < 0.5:
        c.dot(WHITE, *[(x + 1, y) for x, y in spots])
    c.mirror()
    if r.random() < 0.6:
        c.dot(INK, (6, 11), (9, 11))


def tree(c: Canvas, r: Random) -> None:
    """Draw a tree."""
    c.box(7, 10, 8, 14, SECOND)
    c.dot(SECOND, (6, 14), (9, 14))
    if r.random() < 0.4:
        for top in (1, 4, 7):
            c.roof(7.5, top, top + 4, r.choice((1.0, 1.1)), MAIN, 1 if top == 1 else 0)
    else:
        c.blob(7.5, 5.5, r.choice((5, 5.6)), r.choice((4.4, 5)), MAIN)
        c.blob(r.choice((5, 10)), 8, 3.4, 2.6, MAIN)
        c.blob(6, 4, 2.4, 1.6, MAIN, 1)
    c.dot(THIRD, *r.sample([(4, 6), (10, 5), (7, 8), (9, 8), (6, 9), (11, 8)], r.choice((0, 3, 4))))
