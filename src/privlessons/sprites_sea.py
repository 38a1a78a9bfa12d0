"""What Mika draws: life in the sea, and harbour tiles.

Every function takes an empty `Canvas` and a random generator of the standard library, and draws its subject
in parts, a little different every time. Parts keep one square away from the edge, so that a line around
them has room.
"""

from __future__ import annotations

from random import Random

from privlessons.sprites_canvas import BACK, GLOW, INK, MAIN, SECOND, THIRD, WHITE, Canvas


def fish(c: Canvas, r: Random) -> None:
    """Draw a fish."""
    rx, ry, cy = r.choice((4.6, 5.2, 5.6)), r.choice((3.1, 3.6, 4.4)), r.choice((7, 8))
    tail = r.choice((2, 3, 4))
    c.fill((c.x >= 11) & (c.x <= 14) & (abs(c.y - cy) <= (c.x - 10) * tail / 3), SECOND)
    c.fill((abs(c.x - 7) <= 2) & (c.y >= cy - ry - 2) & (c.y < cy), SECOND)
    c.blob(6.5, cy, rx, ry, MAIN)
    for x in r.choice(((), (8,), (7, 10), (6, 8, 10))):
        c.fill((c.x == x) & (c.part == MAIN), THIRD)
    c.dot(SECOND, (8, cy + 1), (9, cy + 1), (9, cy + 2))
    c.dot(WHITE, (3, cy - 1), (4, cy - 1), (3, cy), (4, cy))
    c.dot(INK, (3, cy - r.choice((0, 1))))
    if r.random() < 0.5:
        c.dot(GLOW, (1, cy - 4), (2, cy - 6))


def crab(c: Canvas, r: Random) -> None:
    """Draw a crab."""
    up, wide = r.choice((0, 1, 2)), r.choice((4.1, 4.7))
    c.blob(7.5, 10, wide, r.choice((2.7, 3.3)), MAIN)
    c.dot(MAIN, (2, 12), (1, 13), (4, 13), (3, 14), tone=-1)
    c.pattern(r.choice(("m.m/mmm/.m.", "mm./m../mmm", ".m./m.m/mmm")), 1, 4 + up, {"m": SECOND})
    c.dot(SECOND, (2, 7 + up), (3, 8 + up))
    c.dot(MAIN, (5, 7))
    c.box(5, 5, 6, 6, WHITE)
    c.mirror()
    c.dot(INK, (6, 6), (9, 6))
    if r.random() < 0.6:
        c.dot(INK, (7, 11), (8, 11))
    else:
        c.dot(THIRD, (5, 9), (10, 9), (7, 8))


def jelly(c: Canvas, r: Random) -> None:
    """Draw a jellyfish."""
    rx, top = r.choice((4.7, 5.4)), r.choice((5, 6))
    c.blob(7.5, top + 1, rx, top - 0.4, MAIN)
    c.box(0, top + 2, 15, 15, 0)
    c.dot(THIRD, (5, 3 + r.randint(0, 1)), (7, 2), (4, 5))
    for x in (3, 5, 7):
        swing, long = r.choice((-1, 0, 1)), r.randint(3, 6)
        for y in range(long):
            c.dot(SECOND, (x + (swing if y % 4 > 1 else 0), top + 2 + y), tone=-(y % 2))
    c.mirror()
    eye = top if r.random() < 0.7 else top - 1
    c.dot(INK, (5, eye), (10, eye))
    if r.random() < 0.5:
        c.dot(INK, (7, eye + 1), (8, eye + 1))


def octopus(c: Canvas, r: Random) -> None:
    """Draw an octopus."""
    c.blob(7.5, 5, r.choice((3.9, 4.6)), r.choice((4.0, 4.4)), MAIN)
    c.box(4, 8, 11, 10, MAIN)
    outer = r.choice((((3, 10), (2, 11), (1, 11), (1, 10)), ((3, 10), (2, 11), (2, 12), (1, 13)),
                      ((3, 9), (2, 9), (1, 8), (1, 7))))  # fmt: skip
    c.dot(MAIN, *outer)
    c.dot(SECOND, outer[-1])
    for x, long in ((4, r.choice((13, 14))), (7, r.choice((12, 13, 14)))):
        c.box(x, 11, x, long, MAIN)
        c.dot(SECOND, (x, long), (x, 12))
    c.mirror()
    for x in (5, 9):
        c.box(x, 5, x + 1, 6, WHITE)
        c.dot(INK, (x + r.choice((0, 1)), 6))
    c.dot(THIRD, *r.sample([(5, 2), (8, 2), (10, 3), (4, 3), (7, 3)], 3))
    if r.random() < 0.5:
        c.dot(INK, (7, 8), (8, 8))


def whale(c: Canvas, r: Random) -> None:
    """Draw a whale."""
    c.blob(6.5, 9.5, 5.6, r.choice((3.6, 4.3)), MAIN)
    c.fill((c.part == MAIN) & (c.y >= r.choice((11, 12))), SECOND)
    c.pattern("m.m/mmm/.mm/mm.", 11, r.choice((4, 5)), {"m": MAIN})
    c.dot(MAIN, (12, 8), (12, 9), (11, 9))
    c.dot(INK, (3, 9))
    c.dot(MAIN, (7, 12), (8, 13), (7, 13), tone=-1)
    spout = r.choice(("g.g/.g.", "g..g/.gg./.g..", ".g./g.g/.g."))
    c.pattern(spout, 4, 5 - spout.count("/") - r.choice((0, 1)), {"g": GLOW})
    if r.random() < 0.5:
        c.dot(THIRD, (6, 7), (8, 7), (9, 8))


def gecko(c: Canvas, r: Random) -> None:
    """Draw a gecko from above."""
    wide = r.choice((1, 2))
    c.box(6, 1, 8, 4, MAIN)
    c.box(5, 2, 9, 3, MAIN)
    c.box(7 - wide, 5, 7 + wide, 10, MAIN)
    c.box(6, 11, 8, 11, MAIN)
    front, back = r.choice((5, 6)), r.choice((9, 10))
    for side in (-1, 1):
        step = r.choice((-1, 0))
        for x in range(2, 5):
            c.dot(MAIN, (7 + side * x, front + step), (7 + side * x, back + step + 1))
        c.dot(SECOND, (7 + side * 5, front + step - 1), (7 + side * 5, back + step + 2))
        c.dot(MAIN, (7 + side * 5, front + step), (7 + side * 5, back + step + 1))
    curl = r.choice((((7, 12), (7, 13), (8, 14), (9, 14), (10, 14)), ((7, 12), (6, 13), (6, 14)),
                     ((7, 12), (8, 13), (9, 13), (10, 14), (11, 14))))  # fmt: skip
    c.dot(MAIN, *curl)
    c.dot(SECOND, *[(7, y) for y in range(r.choice((4, 5)), 12, r.choice((1, 2)))])
    if wide == 2:
        c.dot(THIRD, *r.sample([(6, 6), (8, 7), (6, 8), (8, 9), (6, 10), (8, 5)], 3))
    c.dot(WHITE, (5, 2), (9, 2))
    c.dot(INK, (5, 1), (9, 1))
    if r.random() < 0.5:
        c.flip()


def shell(c: Canvas, r: Random) -> None:
    """Draw a shell."""
    base, ridges = r.choice((11, 12)), r.choice((7, 9, 11))
    c.blob(7.5, 7.5, r.choice((5.4, 6.0)), 5.4, MAIN)
    c.fill((c.y >= 8) & (abs(c.x - 7.5) > (base + 1 - c.y) * 1.5), 0)
    slope = (c.x - 7.5) / (base + 2 - c.y).clip(1)
    c.fill((c.part == MAIN) & ((abs(slope) * ridges).astype(int) % 3 == 1), THIRD)
    c.fill(c.y > base, 0)
    c.box(6, base, 7, base, SECOND)
    c.box(5, base + 1, 7, base + 1, SECOND)
    c.mirror()
    if r.random() < 0.5:
        c.dot(INK, (5, 7), (10, 7), (7, 9), (8, 9))


def harbour(c: Canvas, r: Random) -> None:
    """Draw a whole tile without a free square: sky, sea, and a thing between them."""
    line = r.choice((8, 9, 10))
    c.box(0, 0, 15, 15, BACK)
    x = r.choice((3, 11, 12))
    c.blob(x, r.choice((2, 3)), 1.6, 1.6, GLOW)
    if r.random() < 0.6:
        left = r.randint(1, 9)
        c.box(left, 4, left + 3, 4, WHITE)
        c.box(left + 1, 3, left + 2, 3, WHITE)
    c.box(0, line, 15, 15, MAIN)
    for y in range(line + 1, 16, 2):
        left = r.randint(0, 11)
        c.box(left, y, left + r.randint(1, 4), y, MAIN, 1)
        c.box((left + 8) % 13, y + 1, (left + 8) % 13 + 1, y + 1, MAIN, -1)
    kind = r.choice(("sail", "pier", "light", "tug"))
    if kind == "sail":
        at = r.randint(5, 9)
        c.roof(at, line - 7, line - 2, 0.55, WHITE)
        c.box(at, line - 7, at, line - 1, INK)
        c.box(at - 3, line - 1, at + 3, line, SECOND)
    elif kind == "pier":
        c.box(0, line - 2, 9, line - 2, SECOND)
        for post in (1, 4, 7):
            c.box(post, line - 1, post, line + 3, SECOND, -1)
        c.box(8, line - 5, 8, line - 3, INK)
        c.dot(GLOW, (8, line - 6))
    elif kind == "light":
        c.box(5, line - 6, 7, line, WHITE)
        c.box(5, line - 4, 7, line - 4, THIRD)
        c.box(5, line - 1, 7, line - 1, THIRD)
        c.dot(GLOW, (6, line - 7), (5, line - 7), (7, line - 7))
        c.box(3, line, 9, line + 1, SECOND)
    else:
        at = r.randint(3, 7)
        c.box(at - 2, line - 2, at + 6, line, THIRD)
        c.box(at, line - 5, at + 3, line - 3, WHITE)
        c.dot(INK, (at + 1, line - 4), (at + 3, line - 4))
        c.box(at + 1, line - 7, at + 1, line - 6, SECOND)
