"""Animals, spirits and machines: subjects in parts on a `Canvas` (see `sprites_sea`)."""

from __future__ import annotations

from random import Random

from privlessons.sprites_canvas import GLOW, INK, MAIN, SECOND, THIRD, WHITE, Canvas


def cat(c: Canvas, r: Random) -> None:
    """Draw a cat."""
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
    """Draw a bird."""
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
    """Draw an owl."""
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
    """Draw a fox's head."""
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
    """Draw a bat."""
    wing = r.choice(
        ("..m..../.mmm.../mmmmm../mmmmmm./m.m.mmm/....m..", "m....../mm...../mmmm.../mmmmmm./.mm.mmm/..m..m.")
    )
    c.pattern(wing, 1, r.choice((4, 5, 6)), {"m": SECOND})
    c.blob(7.5, 8, 2.9, r.choice((3.3, 4.0)), MAIN)
    c.dot(MAIN, (5, 4), (5, 3), (6, 4))
    c.mirror()
    c.dot(GLOW, (6, 7), (9, 7))
    c.dot(WHITE, *r.choice((((6, 10), (9, 10)), ((7, 9), (8, 9)))))


def ghost(c: Canvas, r: Random) -> None:
    """Draw a ghost."""
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
    """Draw a slime, which is a drop with a face."""
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
    """Draw an invader: squares tossed like coins, and one half mirrored."""
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
    """Draw a robot."""
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
