import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from privlessons.charts import COLOURS, Picture, as_png, figure

BLUE = (0, 114, 178, 255)


def test_only_the_moving_parts_change_between_pictures():
    made, axes = figure()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    (bar,) = axes.bar([5], [0], color=COLOURS[0])
    shown = Picture(made, [bar])
    empty = shown.png()
    bar.set_height(8)
    full = shown.png()
    bar.set_height(0)

    before, after = (Image.open(io.BytesIO(png)) for png in (empty, full))
    assert before.size == after.size == (640, 340)
    assert BLUE not in {colour for _, colour in before.getcolors(100000)}
    assert BLUE in {colour for _, colour in after.getcolors(100000)}
    assert shown.png() == empty


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_a_png_holds_the_very_pixels_that_went_in(height, width, seed):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    read = Image.open(io.BytesIO(as_png(pixels)))
    assert read.mode == "RGBA"
    assert np.array_equal(np.asarray(read), pixels)
