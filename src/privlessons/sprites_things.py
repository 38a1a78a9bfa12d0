"""More that the artists draw: animals, spirits, machines, houses and things (see `sprites_shapes`)."""

from __future__ import annotations

from random import Random

from privlessons.sprites_canvas import BACK, GLOW, INK, MAIN, SECOND, THIRD, WHITE, Canvas

# --- animals ----------------------------------------------------------------------------------------------


def cat(c: Canvas, r: Random) -> None:
    c.blob(7.5, 12, r.choice((3.6, 4.2)), 3.1, MAIN)
    c.blob(7.5, 6.5, r.choice((4.6, 5.1)), 3.6, MAIN)
    c.pattern(r.choice(("m../mm./mmm", "m.../mm../mmmm")), 3, r.choice((1, 2)), {"m": MAIN})
    c.dot(THIRD, (4, 4))
    c.mirror()
    look = r.choice(("open", "shut", "wide"))
    for x in (5, 10):
        c.dot(INK, (x, 6), *(((x, 7),) if look == "open" else ()))
        if look == "wide":
            c.dot(GLOW, (x, 6), (x, 7), (x + (1 if x == 5 else -1), 6), (x + (1 if x == 5 else -1), 7))
            c.dot(INK, (x, 7))
    c.dot(THIRD, (7, 8), (8, 8))
    for x in r.choice(((), (7, 8), (6, 9))):
        c.dot(SECOND, (x, 3), (x, 4))
    tail = r.choice((((12, 14), (13, 13), (13, 12), (13, 11)), ((12, 13), (13, 12), (14, 11), (14, 10))))
    c.dot(MAIN, *tail)
    c.dot(SECOND, tail[-1])
    c.blob(7.5, 12.5, 1.9, 1.7, SECOND)
    if r.random() < 0.5:
        c.flip()


def bird(c: Canvas, r: Random) -> None:
    c.blob(8, 8.5, r.choice((4.2, 4.8)), r.choice((3.5, 4.1)), MAIN)
    c.blob(5, 5, 2.8, 2.7, MAIN)
    c.blob(7, 10, 2.9, 2.3, SECOND)
    c.dot(MAIN, (12, 7), (13, 6), (13, 7), (14, 5), tone=-1)
    c.blob(9.5, r.choice((7.5, 8.5)), 2.4, 1.5, MAIN, -1)
    beak = r.choice((4, 5))
    c.dot(GLOW, (2, beak + 1), (1, beak + 1), (2, beak))
    c.dot(INK, (4, 4))
    c.dot(GLOW, (6, 13), (9, 13), (6, 14), (9, 14))
    if r.random() < 0.5:
        c.dot(THIRD, (5, 2), (6, 1), (6, 2))
    if r.random() < 0.4:
        c.flip()


def owl(c: Canvas, r: Random) -> None:
    c.blob(7.5, 8.2, r.choice((4.5, 5.1)), 5.6, MAIN)
    c.pattern("m../mm./mmm", 3, r.choice((1, 2)), {"m": MAIN})
    c.blob(7.5, 10.5, 2.8, 3, SECOND)
    c.fill((c.part == SECOND) & ((c.x + 2 * c.y) % r.choice((3, 4)) == 0), SECOND, -1)
    c.blob(5.4, 6, 1.9, 1.9, WHITE)
    c.mirror()
    pupil = r.choice((5, 6))
    c.dot(INK, (pupil, 6), (15 - pupil, 6), (pupil, 7 - r.choice((0, 1))), (15 - pupil, 6))
    c.dot(GLOW, (7, 8), (8, 8), (5, 14), (10, 14))
    if r.random() < 0.5:
        c.box(1, 14, 14, 14, THIRD)


def fox(c: Canvas, r: Random) -> None:
    c.blob(7.5, 9, r.choice((5.0, 5.6)), r.choice((3.9, 4.5)), MAIN)
    ear = r.choice((1, 2))
    c.pattern("m.../mm../mmm./mmmm/mmmm", 2, ear, {"m": MAIN})
    c.dot(SECOND, (3, ear + 2), (3, ear + 3), (4, ear + 3))
    c.blob(4.2, 11, 2.4, 2.2, WHITE)
    c.box(6, 11, 7, 13, WHITE)
    c.mirror()
    eye = r.choice((8, 9))
    c.dot(
        INK,
        (5, eye),
        (10, eye),
        (7, 12),
        (8, 12),
        *(((5, eye - 1), (10, eye - 1)) if r.random() < 0.5 else ()),
    )
    if r.random() < 0.5:
        c.dot(THIRD, (7, 6), (8, 6), (7, 7), (8, 7))


def bat(c: Canvas, r: Random) -> None:
    wing = r.choice(
        ("..m..../.mmm.../mmmmm../mmmmmm./m.m.mmm/....m..", "m....../mm...../mmmm.../mmmmmm./.mm.mmm/..m..m.")
    )
    c.pattern(wing, 1, r.choice((4, 5, 6)), {"m": SECOND})
    c.blob(7.5, 8, 2.9, r.choice((3.3, 4.0)), MAIN)
    c.dot(MAIN, (5, 4), (5, 3), (6, 4))
    c.mirror()
    c.dot(GLOW, (6, 7), (9, 7))
    c.dot(WHITE, *r.choice((((6, 10), (9, 10)), ((7, 9), (8, 9)))))


# --- spirits and machines ---------------------------------------------------------------------------------


def ghost(c: Canvas, r: Random) -> None:
    wide, foot = r.choice((4.4, 5.2)), r.choice((13, 14))
    c.blob(7.5, 6.5, wide, 5, MAIN)
    c.fill((c.y >= 7) & (c.y <= foot - 1) & (abs(c.x - 7.5) <= wide), MAIN)
    c.dot(MAIN, *[(x, foot) for x in r.choice(((3, 4, 7), (4, 6, 7), (3, 5, 7)))])
    c.mirror()
    eye, tall = r.choice((5, 6)), r.choice((1, 2))
    for x in (5, 9):
        c.box(x, eye, x + 1, eye + tall, INK)
        c.dot(WHITE, (x, eye))
    mouth = r.choice(
        (((7, 10), (8, 10)), ((7, 9), (8, 9), (7, 10), (8, 10)), ((6, 10), (7, 11), (8, 11), (9, 10)))
    )
    c.dot(INK, *mouth)
    if r.random() < 0.6:
        c.dot(THIRD, (4, 9), (11, 9))
    if r.random() < 0.3:
        c.pattern("s.s.s/sssss", 5, 1, {"s": SECOND})


def slime(c: Canvas, r: Random) -> None:
    top, wide = r.choice((4, 5, 6, 7)), r.choice((5.4, 6.1))
    c.blob(7.5, 12, wide, 12.4 - top, MAIN)
    c.box(0, 14, 15, 15, 0)
    c.blob(7.5, 13, wide - 2, 2, MAIN, -1)
    c.box(0, 14, 15, 15, 0)
    c.dot(WHITE, (4, top + 4), (5, top + 3), (5, top + 4))
    eye = r.choice((9, 10))
    c.dot(INK, (5, eye), (10, eye), (5, eye + 1), (10, eye + 1))
    c.dot(INK, *r.choice((((7, 12), (8, 12)), ((6, 11), (7, 12), (8, 12), (9, 11)))))
    c.dot(THIRD, (4, 11), (11, 11))
    hat = r.choice(("", ".s./sss", "g.g.g/ggggg", "..s/.s."))
    if hat:
        rows = hat.split("/")
        c.pattern(hat, 8 - (len(rows[0]) + 1) // 2, top - len(rows) + 1, {"s": SECOND, "g": GLOW})


def invader(c: Canvas, r: Random) -> None:
    """Squares tossed like coins, one half mirrored: the oldest trick of arcade machines."""
    tall = r.choice((9, 10, 11))
    top = (15 - tall) // 2 + 1
    for y in range(tall):
        for x in range(3, 8):
            edge = abs(y - tall / 2) / tall + (7 - x) / 12
            if r.random() < 1.05 - edge:
                c.dot(MAIN, (x, top + y))
    c.box(5, top + 2, 7, top + tall - 3, MAIN)
    eye = top + r.choice((3, 4))
    c.dot(GLOW, (5, eye), (6, eye))
    c.dot(INK, (6, eye))
    c.dot(SECOND, *[(7, y) for y in range(top + tall - 4, top + tall - 1)])
    feet = r.choice(("ss", "s.s", ".ss"))
    c.pattern(feet, 4, top + tall - 1, {"s": SECOND})
    if r.random() < 0.6:
        c.dot(SECOND, (5, top - 1), (4, top - 2))
    c.mirror()


def robot(c: Canvas, r: Random) -> None:
    c.box(r.choice((3, 4)), 3, 7, 7, MAIN)
    c.box(5, r.choice((4, 5)), 7, 6, INK)
    c.dot(GLOW, (6, 5), *(((6, 6),) if r.random() < 0.5 else ()))
    c.box(4, 9, 7, 12, MAIN)
    c.box(6, 8, 7, 8, SECOND)
    c.dot(SECOND, (7, 2), (7, 1) if r.random() < 0.6 else (6, 2))
    arm = r.choice(((9, 12), (7, 10), (8, 11)))
    c.box(2, arm[0], 3, arm[1], SECOND)
    c.dot(MAIN, (2, arm[1] + 1))
    c.box(5, 13, 6, 14, SECOND)
    c.mirror()
    c.dot(r.choice((GLOW, THIRD)), *r.choice((((6, 10), (8, 10)), ((9, 10), (9, 11)), ((7, 11), (8, 11)))))
    if r.random() < 0.5:
        c.dot(THIRD, (7, 1), (8, 1))


# --- houses -----------------------------------------------------------------------------------------------


def house(c: Canvas, r: Random) -> None:
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


# --- things -----------------------------------------------------------------------------------------------


def cup(c: Canvas, r: Random) -> None:
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
    cx, full = r.choice((9.5, 10.5)), r.random() < 0.3
    c.blob(7, 7.5, 5.3, 5.3, MAIN)
    if not full:
        c.blob(cx, r.choice((6, 6.6)), 4.3, 4.3, 0)
    c.dot(SECOND, *r.sample([(3, 7), (4, 9), (6, 11), (3, 9), (5, 10)], 3))
    if full:
        c.dot(INK, (5, 7), (9, 7), (6, 9), (7, 10), (8, 9))
    c.dot(GLOW, *r.sample([(11, 3), (13, 6), (12, 10), (10, 7), (14, 12), (2, 2)], r.choice((2, 3, 4))))


def cake(c: Canvas, r: Random) -> None:
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


def night_ferry(c: Canvas, r: Random) -> None:
    """Mika's own tile, drawn by hand: a ferry at night. ``r`` is not used."""
    c.box(0, 0, 15, 15, BACK)
    c.pattern(
        "................/..g.........gg../.......g....ggg/.............gg./....g.........../.......ss....g../"
        ".......kk......./....wwwwwww...../....wkwkwkw...../..wwwwwwwwwww.../..wkwkwkwkwkw.../"
        ".sssssssssssssss/..ttttttttttttt./mmmmmmmmmmmmmmmm/mmgmgmmmgmmgmmmm/mmmmgmmmmmmgmmmm",
        0, 0, {"g": GLOW, "k": INK, "w": WHITE, "s": SECOND, "t": THIRD, "m": MAIN},
    )  # fmt: skip
