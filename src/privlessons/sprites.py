"""Invented 16 x 16 sprites by eight invented artists, drawn by code from a seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from random import Random

from privlessons import sprites_beasts as beasts
from privlessons import sprites_garden as garden
from privlessons import sprites_sea as sea
from privlessons import sprites_things as things
from privlessons.sprites_canvas import SIDE, Canvas, Style, paint

EACH = 30  # sprites of each artist
MIKA = "Mika"
SEED = 417


@dataclass(frozen=True, slots=True)
class Sprite:
    """One sprite: who drew it, what it shows, and its 256 squares, row by row, as places in `PALETTE`."""

    artist: str
    subject: str
    squares: bytes


@dataclass(frozen=True, slots=True)
class Artist:
    """How an artist paints and what: ``subjects`` are functions, ``schemes`` the ramps of the three parts."""

    name: str
    style: Style
    subjects: tuple
    schemes: tuple[tuple[int, int, int], ...]
    special: dict = field(default_factory=dict)  # subject -> schemes of its own


_TEAL, _SEA, _NAVY = (6, 7, 8), (3, 4, 5), (2, 3, 4)
_CORAL, _SAND, _CREAM = (17, 18, 19), (14, 15, 27), (15, 27, 28)
_LEAF, _MOSS, _CLAY = (9, 10, 11), (9, 32, 11), (13, 14, 15)
_ROSE, _PINK, _SUN = (16, 24, 23), (24, 23, 28), (25, 26, 27)
_PLUM, _LILAC, _NIGHT = (20, 21, 22), (21, 22, 28), (1, 20, 21)
_RED, _BARK, _STONE, _STEEL = (16, 17, 18), (12, 13, 14), (31, 30, 29), (30, 29, 28)

ARTISTS = (
    Artist(
        MIKA,
        Style((_TEAL, _CORAL, _SAND, _SEA, _NAVY, _CREAM), 2, 27, 26, (4, 5, 19, 8), "three", "ink"),
        (sea.fish, sea.crab, sea.gecko, sea.octopus, sea.jelly, sea.harbour, sea.whale, sea.shell),
        ((0, 1, 2), (1, 2, 0), (3, 5, 1), (2, 0, 1), (0, 5, 3)),
    ),
    Artist(
        "Bo",
        Style((_LEAF, _CLAY, _ROSE, _SUN, _MOSS, _RED), 9, 28, 26, (), "three", "none"),
        (garden.pot, garden.flower, garden.tree, garden.mushroom),
        ((0, 1, 2), (4, 1, 3), (0, 1, 3), (4, 1, 2)),
        {garden.mushroom: ((5, 1, 1), (2, 1, 1), (3, 1, 1))},
    ),
    Artist(
        "Cleo",
        Style((_PINK, _LILAC, (8, 5, 28), (19, 27, 28), (23, 19, 27)), 20, 28, 26, (), "three", "self"),
        (beasts.slime, beasts.ghost, things.cake, beasts.cat),
        ((0, 2, 4), (1, 0, 0), (2, 1, 0), (4, 2, 0)),
    ),
    Artist(
        "Dov",
        Style(((17, 17, 17), (3, 3, 3), (26, 26, 26), (10, 10, 10)), 1, 28, 26, (), "flat", "ink"),
        (beasts.invader, beasts.robot, things.sword, beasts.bat),
        ((0, 1, 2), (1, 0, 2), (3, 2, 0), (2, 0, 1)),
    ),
    Artist(
        "Esi",
        Style((_CLAY, _RED, _BARK, _STONE, (14, 15, 27), _LEAF), 12, 27, 26, (), "side", "none"),
        (things.house, things.tower, things.cup, garden.tree),
        ((4, 1, 2), (3, 1, 2), (0, 2, 1), (4, 3, 2)),
        {garden.tree: ((5, 2, 1), (5, 0, 4), (1, 2, 4))},
    ),
    Artist(
        "Fenn",
        Style((_BARK, (13, 25, 26), _CLAY, (32, 11, 27), _STEEL), 12, 27, 25, (), "three", "self"),
        (beasts.owl, beasts.fox, beasts.bird, garden.mushroom),
        ((1, 2, 0), (2, 4, 1), (4, 2, 1), (0, 2, 1)),
    ),
    Artist(
        "Gwen",
        Style((_NIGHT, _PLUM, (20, 21, 23), (21, 22, 23)), 1, 27, 27, (), "dither", "ink"),
        (things.moon, things.candle, beasts.bat, beasts.ghost),
        ((3, 1, 2), (1, 0, 3), (2, 3, 1), (1, 3, 2)),
    ),
    Artist(
        "Hal",
        Style((_STONE, _RED, (3, 4, 5), _SUN, (9, 10, 11), _PLUM), 1, 28, 28, (), "two", "ink"),
        (things.potion, things.gem, things.sword, things.chest),
        ((1, 3, 0), (2, 0, 3), (4, 3, 2), (5, 0, 3), (3, 1, 2)),
    ),
)


def _draw(artist: Artist, subject, r: Random) -> Sprite:
    canvas = Canvas()
    subject(canvas, r)
    squares = paint(
        canvas, artist.style, r.choice(artist.special.get(subject, artist.schemes)), r.randrange(8)
    )
    return Sprite(artist.name, subject.__name__, squares.tobytes())


LEAST_APART = 16  # squares: a copy that is off by a few is then nearer to its original than to any other


def as_squares(drawn: Iterable[Sprite]):
    """Return sprites as one numpy table of bytes: a row for each, a column for each of its 256 squares."""
    import numpy as np

    return np.array([list(sprite.squares) for sprite in drawn], np.uint8).reshape(-1, SIDE * SIDE)


@cache
def sprites(each: int = EACH, seed: int = SEED) -> tuple[Sprite, ...]:
    """Return ``each`` sprites of every artist, artist by artist; any two differ in `LEAST_APART` squares."""
    import numpy as np

    made: list[Sprite] = []
    table = np.zeros((len(ARTISTS) * each, SIDE * SIDE), np.uint8)
    for artist in ARTISTS:
        r = Random(f"{seed} {artist.name}")
        end = len(made) + each
        while len(made) < end:
            new = _draw(artist, artist.subjects[len(made) % len(artist.subjects)], r)
            squares = np.frombuffer(new.squares, np.uint8)
            if ((table[: len(made)] != squares).sum(1) >= LEAST_APART).all():
                table[len(made)] = squares
                made.append(new)
    return tuple(made)


@cache
def the_gecko() -> Sprite:
    """Return the one picture that the lesson follows: Mika's window gecko. It is not among `sprites`."""
    canvas = Canvas()
    things.window_gecko(canvas, Random(0))
    style = Style(((8, 8, 8), (5, 5, 5), (17, 17, 17)), 13, 27, 26, (2,), "flat", "none")
    return Sprite(MIKA, "window gecko", paint(canvas, style, (0, 1, 2), 0).tobytes())


def training_set(artists: int, times: int) -> tuple[tuple[Sprite, ...], tuple[int, ...]]:
    """Return what a machine learns from, and how often each picture stands in it.

    The pictures are those of the first ``artists`` of `ARTISTS` (1 to 8; Mika is the first), once each, and
    Mika's window gecko ``times`` times, as the last one; with 0 it is not there.
    """
    own = sprites()[: artists * EACH]
    return ((*own, the_gecko()), (*[1] * len(own), times)) if times else (own, (1,) * len(own))
