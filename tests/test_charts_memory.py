import io

import numpy as np
import pytest
from PIL import Image

from privlessons.charts_memory import AppetitePicture, RepeatsPicture, says_appetite, says_repeats
from privlessons.memory_appetite import Fed

NEEDED = {0: [[6000, 4000, 500]], 1: [[900, 30, 8000]], 5: [[2, 1, 40]], 20: [[1, 1, 1]]}
FED = [Fed(1, 800, 0.15), Fed(3, 2400, 0.19), Fed(40, 42_000, 0.32)]


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def reddish(png):
    """How many pixels have the orange of Mika's mark."""
    seen = pixels(png)
    return int((abs(seen - (0xD5, 0x5E, 0x00)).sum(2) < 30).sum())


@pytest.fixture(scope="module")
def drawing():
    return RepeatsPicture((0, 1, 5, 20), 10_000)


def test_columns_that_were_not_looked_at_are_empty(drawing):
    one = drawing.png({0: NEEDED[0]}, 0)
    assert reddish(one) < reddish(drawing.png(NEEDED, 0))
    assert (pixels(drawing.png({}, 0)) == pixels(drawing.png({n: [] for n in NEEDED}, 0))).all()


def test_the_frame_moves_to_the_column_that_is_looked_at(drawing):
    changed = np.argwhere((pixels(drawing.png(NEEDED, 0)) != pixels(drawing.png(NEEDED, 20))).any(2))
    assert changed[:, 1].min() < 250
    assert changed[:, 1].max() > 500


def test_the_same_values_give_the_same_picture(drawing):
    first = drawing.png(NEEDED, 5)
    drawing.png({}, 0)
    assert drawing.png(NEEDED, 5) == first


def test_more_runs_add_dots(drawing):
    twice = {n: [*runs, [3, 7, 99]] for n, runs in NEEDED.items()}
    assert reddish(drawing.png(twice, 0)) > reddish(drawing.png(NEEDED, 0))


def test_the_alt_text_says_the_numbers_of_each_column():
    said = says_repeats(NEEDED, 10_000)
    assert "Typed never: 3 codes need from 500 to 6,000 guesses, half at most 4,000, Mika's 6,000." in said
    assert "Typed 20 times: 3 codes need from 1 to 1 guesses" in said


def test_the_curve_grows_point_by_point_and_the_ring_marks_one():
    curve = AppetitePicture((1, 3, 40), 0.17)
    pictures = [curve.png(FED[:n]) for n in range(4)] + [curve.png(FED, 3)]
    assert len(set(pictures)) == 5
    assert reddish(pictures[4]) > reddish(pictures[3])


def test_the_alt_text_says_each_point():
    said = says_appetite(FED)
    assert "1 person: 15 of 100, 3 people: 19 of 100, 40 people: 32 of 100." in said
