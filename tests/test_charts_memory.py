import pytest

from privlessons.charts_memory import AppetitePicture, RepeatsPicture, says_appetite, says_repeats
from privlessons.memory_appetite import Fed
from tests.svg import painted

NEEDED = {0: [[6000, 4000, 500]], 1: [[900, 30, 8000]], 5: [[2, 1, 40]], 20: [[1, 1, 1]]}
FED = [Fed(1, 800, 0.15), Fed(3, 2400, 0.19), Fed(40, 42_000, 0.32)]


ORANGE, BLUE, SOFT = "#d55e00", "#0072b2", "#545966"
KEY = 1
"""Each picture explains the orange mark once."""


def marks(svg, colour=ORANGE):
    return len(painted(svg, colour))


@pytest.fixture(scope="module")
def drawing():
    return RepeatsPicture((0, 1, 5, 20), 10_000)


def test_columns_that_were_not_looked_at_are_empty(drawing):
    one = drawing.svg({0: NEEDED[0]}, 0)
    assert marks(one) == KEY + 1
    assert marks(drawing.svg(NEEDED, 0)) == KEY + 4
    assert drawing.svg({}, 0) == drawing.svg({n: [] for n in NEEDED}, 0)


def test_the_frame_moves_to_the_column_that_is_looked_at(drawing):
    first, last = (set(painted(drawing.svg(NEEDED, repeats), SOFT)) for repeats in (0, 20))
    assert max(x for x, _ in first - last) < 200
    assert min(x for x, _ in last - first) > 350


def test_the_same_values_give_the_same_picture(drawing):
    first = drawing.svg(NEEDED, 5)
    drawing.svg({}, 0)
    assert drawing.svg(NEEDED, 5) == first


def test_more_runs_add_dots(drawing):
    twice = {n: [*runs, [3, 7, 99]] for n, runs in NEEDED.items()}
    assert marks(drawing.svg(twice, 0)) == KEY + 8
    assert marks(drawing.svg(twice, 0), BLUE) == marks(drawing.svg(NEEDED, 0), BLUE) + 8


def test_the_alt_text_says_the_numbers_of_each_column():
    said = says_repeats(NEEDED, 10_000)
    assert "Typed never: 3 codes need from 500 to 6,000 guesses, half at most 4,000, Mika's 6,000." in said
    assert "Typed 20 times: 3 codes need from 1 to 1 guesses" in said


def test_the_curve_grows_point_by_point_and_the_ring_marks_one():
    curve = AppetitePicture((1, 3, 40), 0.17)
    pictures = [curve.svg(FED[:n]) for n in range(4)] + [curve.svg(FED, 3)]
    assert len(set(pictures)) == 5
    assert [marks(one) > 0 for one in pictures] == [False] * 4 + [True]


def test_the_alt_text_says_each_point():
    said = says_appetite(FED)
    assert "1 person: 15 of 100, 3 people: 19 of 100, 40 people: 32 of 100." in said


@pytest.mark.parametrize("others", [2, 7, 8])
def test_no_dot_hides_behind_mikas_mark(others):
    drawing = RepeatsPicture((0, 1), 10_000)
    drawing.svg({0: [[5, *range(10, 10 + others)]]}, 0)
    assert len(drawing.others.get_offsets()) == others
    assert min(abs(x) for x, _ in drawing.others.get_offsets()) > 0.03
