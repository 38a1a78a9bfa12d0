"""Is it a copy? The nearest training picture of a sprite, and whose colours it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from privlessons.sprites_canvas import COLOURS

NEAR = 0.95  # from this share of equal squares on, a sprite is called "nearly a copy"


@dataclass(frozen=True, slots=True)
class Match:
    """The training picture that is nearest to a sprite.

    ``index`` is its row among the training pictures, ``same`` how many of the ``of`` squares are equal.
    Where several are equally near, it is the first.
    """

    index: int
    same: int
    of: int

    @property
    def exact(self) -> bool:
        """Whether it is a copy, square for square."""
        return self.same == self.of

    @property
    def near(self) -> bool:
        """Whether it is nearly a copy, or one."""
        return self.same >= NEAR * self.of


def nearest(drawn, pictures) -> tuple[Match, ...]:
    """Return for each drawn sprite its nearest training picture: the one with the most equal squares.

    ``drawn`` (m x 256) and ``pictures`` (n x 256) hold places in `PALETTE`. A square without paint counts
    as equal to another one without paint.
    """
    import numpy as np

    drawn, pictures = np.atleast_2d(drawn), np.atleast_2d(pictures)
    same = np.array([(pictures == one).sum(1) for one in drawn])
    best = same.argmax(1)
    return tuple(
        Match(int(index), int(row[index]), drawn.shape[1]) for row, index in zip(same, best, strict=True)
    )


class StyleJudge:
    """Tell by its colours alone whose style a sprite has: naive Bayes on how often each colour is used.

    The simplest judge that there is (Maron, 1961): it knows no shapes, and has no answer "nobody's".
    """

    def __init__(self, pictures, artists: Sequence[str]):
        self.names = tuple(dict.fromkeys(artists))
        self._artists = tuple(artists)
        self._uses = _uses(pictures)

    def whose(self, drawn) -> tuple[str, ...]:
        """Return for each drawn sprite the artist whose colours fit best."""
        import numpy as np

        totals = np.array([self._total(name) for name in self.names])
        scores = _uses(drawn) @ _logs(totals).T
        return tuple(self.names[i] for i in scores.argmax(1))

    def right(self) -> int:
        """Return for how many of the pictures it names the artist without having seen that picture."""
        import numpy as np

        totals = np.array([self._total(name) for name in self.names])
        found = 0
        for uses, artist in zip(self._uses, self._artists, strict=True):
            without = totals.copy()
            without[self.names.index(artist)] -= uses
            found += self.names[int((_logs(without) @ uses).argmax())] == artist
        return found

    def _total(self, name: str):
        import numpy as np

        return self._uses[np.array([artist == name for artist in self._artists])].sum(0)


def _uses(pictures):
    """Return how often each colour is used in each picture (n x 32); squares without paint are left out."""
    import numpy as np

    return np.array([np.bincount(one, minlength=COLOURS)[1:] for one in np.atleast_2d(pictures)], float)


def _logs(totals):
    """Return the logarithm of each colour's share, as if each had been used once more than it was."""
    import numpy as np

    return np.log((totals + 1) / (totals + 1).sum(1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Tally:
    """Of ``of`` new sprites: how many are copies, how many more are nearly copies, and how many are the one.

    ``styles`` says of the others (neither copies nor nearly) how many have whose colours, most first.
    """

    of: int
    copies: int
    nearly: int
    the_one: int
    styles: tuple[tuple[str, int], ...]


def count_up(drawn, matches: Sequence[Match], one: bytes, judge: StyleJudge) -> Tally:
    """Count the copies among sprites, and whose colours the others have.

    ``one`` is the picture to look out for, whether it was learned from or not.
    """
    others = [squares for squares, match in zip(drawn, matches, strict=True) if not match.near]
    names = judge.whose(others) if others else ()
    styles = sorted(((names.count(name), name) for name in set(names)), key=lambda s: (-s[0], s[1]))
    return Tally(
        len(matches),
        sum(match.exact for match in matches),
        sum(match.near and not match.exact for match in matches),
        sum(squares.tobytes() == one for squares in drawn),
        tuple((name, count) for count, name in styles),
    )
