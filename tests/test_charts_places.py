"""The picture of whom moments single out, and the sentence that says the same."""

import pytest

from privlessons import charts_places
from privlessons.places import Singled
from tests.svg import painted

BLUE = "#0072b2"


def blue(svg):
    """How far the blue bars reach, added up."""
    xs = [x for x, _ in painted(svg, BLUE)]
    return sum(x - min(xs) for x in xs) / 2


def test_bars_grow_with_the_share():
    picture = charts_places.PlacesPicture(4, 93, "a study")
    none, some, more = (blue(picture.svg(Singled((share,) * 4, (1.0,) * 4, 9))) for share in (0.0, 0.4, 0.8))
    assert none == 0
    assert more == pytest.approx(2 * some, rel=0.1)


def test_the_bars_are_said():
    said = charts_places.says(Singled((0.02, 0.5, 0.999, 1.0), (9, 3, 2, 1), 9), 93, "a\nstudy")
    assert "1 moment: 2; 2 moments: 50; 3 moments: over 99; 4 moments: 100. a study: 93." in said
