"""Houses and things: subjects in parts on a `Canvas` (see `sprites_sea`)."""

from __future__ import annotations

from random import Random

from privlessons.sprites_canvas import BACK, GLOW, INK, MAIN, SECOND, THIRD, WHITE, Canvas


def house(c: Canvas, r: Random) -> None:
    """Draw a house."""
    left, top = r.choice((2, 3)), r.choice((7, 8))
    c.box(left, top, 15 - left, 14, MAIN)
    if r.random() < 0.7:
        c.box(r.choice((10, 4)), 2, r.choice((11, 11)), 6, THIRD, -1) if r.random() < 0.5 else None
        c.roof(7.5, top - 5, top, r.choice((1.15, 1.3)), SECOND)
    else:
        c.box(left - 1, top - 3, 16 - left, top - 1, SECOND)
        c.box(left + 1, top - 4, 14 - left, top - 4, SECOND, 1)
    door = r.choice((4, 7, 9))
    c.box(door, 11, door + 2, 14, THIRD)
    c.dot(GLOW, (door + 2, 13))
    panes = [x for x in (3, 4, 8, 11) if abs(x - door) > 2 and x > left and x + 1 < 15 - left]
    for x in panes:
        c.box(x, 10, x + 1, 11, GLOW if r.random() < 0.8 else INK)
    if r.random() < 0.5:
        c.dot(GLOW, (7, top - 2), (8, top - 2))


def tower(c: Canvas, r: Random) -> None:
    """Draw a tower, some with a lamp."""
    half = r.choice((2, 3))
    c.box(7 - half, 5, 8 + half, 14, MAIN)
    kind = r.choice(("lamp", "keep", "hat"))
    if kind == "lamp":
        for y in r.choice(((7, 8, 11, 12), (6, 9, 12), (8, 9, 13, 14))):
            c.fill((c.part == MAIN) & (c.y == y), SECOND)
        c.box(6 - (half > 2), 2, 9 + (half > 2), 4, GLOW)
        c.dot(INK, (7, 3))
        c.box(7, 1, 8, 1, SECOND)
    elif kind == "keep":
        c.box(6 - half, 3, 9 + half, 5, MAIN, 1)
        for x in range(6 - half, 10 + half, 2):
            c.dot(MAIN, (x, 2), tone=1)
        c.box(7, 1, 7, 2, INK)
        c.dot(THIRD, (8, 1), (9, 1))
    else:
        c.roof(7.5, 1, 5, r.choice((0.9, 1.1)), SECOND)
    c.box(7, 12, 8, 14, THIRD)
    for y in r.sample((6, 8, 10), 2):
        c.dot(GLOW, (r.choice((6, 7, 9)), y))


def cup(c: Canvas, r: Random) -> None:
    """Draw a cup of something hot."""
    top = r.choice((6, 7))
    c.box(3, top, 10, 13, MAIN)
    c.box(4, 14, 9, 14, MAIN, -1)
    c.pattern("mmm/..m/..m/mm.", 11, top + 1, {"m": MAIN})
    c.box(4, top, 9, top, THIRD)
    mark = r.choice(("s.s/sss/.s.", "sss/s.s/sss", "s..s/..../s..s", ".s./sss/.s."))
    c.pattern(mark, 5, top + 3, {"s": SECOND})
    for x in r.sample((4, 6, 8), r.choice((1, 2, 3))):
        c.dot(WHITE, (x, top - 2), (x + 1, top - 3), (x, top - 4))


def potion(c: Canvas, r: Random) -> None:
    """Draw a bottle with a potion."""
    c.box(6, 3, 9, 6, WHITE)
    c.box(6, r.choice((1, 2)), 9, 2, SECOND)
    wide = r.choice((4.2, 5.0))
    c.blob(7.5, 10, wide, 4.4, WHITE)
    level = r.choice((8, 9, 10, 11))
    c.blob(7.5, 10, wide - 0.9, 3.6, MAIN)
    c.fill((c.part == MAIN) & (c.y < level), WHITE)
    c.dot(GLOW, *r.sample([(6, 11), (8, 12), (9, 10), (7, 10), (5, 11)], 2))
    if r.random() < 0.5:
        c.dot(THIRD, (4, 4), (11, 5), (5, 1 if level % 2 else 2))


def gem(c: Canvas, r: Random) -> None:
    """Draw a gem."""
    wide, top = r.choice((4, 5)), r.choice((3, 4))
    c.fill((abs(c.x - 7.5) <= wide) & (c.y >= top) & (c.y < top + 3), MAIN)
    c.dot(0, (int(7.5 - wide) + (wide == 4), top), (15 - int(7.5 - wide) - (wide == 4), top))
    c.fill((abs(c.x - 7.5) <= wide - (c.y - top - 2) * 0.62) & (c.y >= top + 3) & (c.y < 14), MAIN)
    c.fill((c.part == MAIN) & (c.x > 8), MAIN, -1)
    c.fill((c.part == MAIN) & (c.y < top + 3), MAIN, 1)
    c.dot(WHITE, (5, top + 1), (6, top + 1), (5, top + 2))
    if r.random() < 0.6:
        c.dot(GLOW, *r.choice((((13, 2), (14, 3), (12, 3), (13, 4)), ((2, 11), (1, 12), (3, 12), (2, 13)))))


def sword(c: Canvas, r: Random) -> None:
    """Draw a sword."""
    for i in range(r.choice((7, 8))):
        c.dot(WHITE, (13 - i, 2 + i))
        c.dot(MAIN, (12 - i, 2 + i), (13 - i, 3 + i))
    x, y = 5, 10
    c.dot(SECOND, (x, y - 2), (x - 1, y - 2), (x, y - 1), (x + 1, y), (x + 2, y + 1), (x + 2, y))
    c.dot(THIRD, (4, 11), (3, 12), (4, 12), (5, 11))
    c.dot(GLOW, (2, 13), (2, 14) if r.random() < 0.5 else (1, 13))
    if r.random() < 0.5:
        c.flip()


def candle(c: Canvas, r: Random) -> None:
    """Draw a candle."""
    top = r.choice((6, 7, 8))
    c.box(6, top, 9, 12, MAIN)
    c.dot(MAIN, (5, top + 1), (5, top + 2), (10, top + 1), tone=1)
    c.box(r.choice((3, 4)), 13, r.choice((11, 12)), 14, SECOND)
    c.dot(INK, (7, top - 1))
    c.blob(7.5, top - 3, 1.6, r.choice((2.2, 2.6)), GLOW)
    c.dot(WHITE, (7, top - 2))
    if r.random() < 0.7:
        c.dot(THIRD, *r.sample([(3, 4), (12, 3), (2, 8), (13, 7), (12, 10)], 3))
    if r.random() < 0.5:
        c.pattern("s./.s/s.", 12, 11, {"s": SECOND})


def chest(c: Canvas, r: Random) -> None:
    """Draw a treasure chest."""
    top = r.choice((5, 6))
    c.box(2, top + 3, 13, 13, MAIN)
    c.box(3, top, 12, top + 2, MAIN, 1)
    c.box(2, top + 1, 13, top + 2, MAIN)
    for x in r.choice(((2, 13), (4, 11), (2, 7, 8, 13))):
        c.box(x, top + 1, x, 13, SECOND)
    c.box(2, top + 3, 13, top + 3, SECOND)
    c.box(7, top + 3, 8, top + 5, GLOW)
    c.dot(INK, (7 + r.choice((0, 1)), top + 4))
    if r.random() < 0.6:
        c.dot(THIRD, *r.sample([(4, top - 1), (6, top - 2), (8, top - 1), (10, top - 2), (11, top - 1)], 3))
        c.box(3, top, 12, top, THIRD)


def moon(c: Canvas, r: Random) -> None:
    """Draw a moon with stars."""
    cx, full = r.choice((9.5, 10.5)), r.random() < 0.3
    c.blob(7, 7.5, 5.3, 5.3, MAIN)
    if not full:
        c.blob(cx, r.choice((6, 6.6)), 4.3, 4.3, 0)
    c.dot(SECOND, *r.sample([(3, 7), (4, 9), (6, 11), (3, 9), (5, 10)], 3))
    if full:
        c.dot(INK, (5, 7), (9, 7), (6, 9), (7, 10), (8, 9))
    c.dot(GLOW, *r.sample([(11, 3), (13, 6), (12, 10), (10, 7), (14, 12), (2, 2)], r.choice((2, 3, 4))))


def cake(c: Canvas, r: Random) -> None:
    """Draw a small cake."""
    c.fill((c.y >= 9) & (c.y <= 14) & (abs(c.x - 7.5) <= 4.6 - (c.y - 9) * 0.35), SECOND)
    c.fill((c.part == SECOND) & (c.x % 2 == 0), SECOND, -1)
    c.blob(7.5, 8, r.choice((5.0, 5.6)), 2.6, MAIN)
    c.blob(7.5, 5.4, r.choice((3.2, 3.8)), 2.4, MAIN)
    top = r.choice(("cherry", "candle", "swirl"))
    if top == "cherry":
        c.blob(7.5, 3, 1.2, 1.2, THIRD)
    elif top == "candle":
        c.box(7, 2, 7, 4, WHITE)
        c.dot(GLOW, (7, 1))
    else:
        c.dot(MAIN, (7, 3), (8, 3), (8, 2))
    c.dot(GLOW, *r.sample([(4, 8), (6, 6), (9, 7), (11, 8), (8, 5), (6, 9)], 3))
    if r.random() < 0.5:
        c.dot(INK, (6, 11), (9, 11))
        c.dot(THIRD, (7, 12), (8, 12))


def window_gecko(c: Canvas, r: Random) -> None:
    """Draw Mika's gecko in a window at night, by hand. It is the same every time: ``r`` is not used."""
    c.box(0, 0, 15, 15, BACK)
    c.pattern(
        "ffffffffffffffff/f......ff......f/f.y...gggg..yy.f/f....egggge.yy.f/f.....gllg.....f/f.l....gg...l..f/"
        "f..gg.gllg.gg..f/ffffgggclgggffff/f.....glcg.....f/f.....gclg..y..f/f..gggglcgggg..f/f.l....gg....l.f/"
        "f......gg......f/f.y....fgg.....f/f......ffggl...f/ffffffffffffffff",
        0, 0, {"f": INK, "y": GLOW, "g": MAIN, "l": SECOND, "c": THIRD, "e": WHITE},
    )  # fmt: skip
