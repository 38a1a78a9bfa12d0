import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from privlessons.charts_sprites import NAMES, OTHER, difference, png, says
from privlessons.sprites import the_gecko
from privlessons.sprites_canvas import COLOURS, PALETTE

squares = arrays(np.uint8, 256, elements=st.integers(0, COLOURS - 1))


def pixels(data):
    shown = np.array(Image.open(io.BytesIO(data)).convert("RGBA")).reshape(-1, 4)
    return [tuple(int(value) for value in pixel) for pixel in shown]


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


@given(squares)
def test_a_png_has_one_pixel_for_each_square_in_its_colour(drawn):
    for place, pixel in zip(drawn, pixels(png(drawn)), strict=True):
        assert pixel[3] == (255 if place else 0)
        if place:
            assert pixel[:3] == rgb(PALETTE[place])


@given(squares, squares)
def test_the_picture_of_differences_is_dark_where_two_differ(one, other):
    dark = [pixel[:3] == rgb(OTHER) for pixel in pixels(difference(one, other))]
    assert dark == [bool(a != b) for a, b in zip(one, other, strict=True)]


def test_bytes_and_arrays_give_the_same_picture():
    gecko = the_gecko().squares
    assert png(gecko) == png(np.frombuffer(gecko, np.uint8))


def test_the_words_name_the_colours_used_most():
    assert len(NAMES) == COLOURS - 1
    assert says(bytes(256)) == "nothing is painted"
    assert says(bytes([17] * 200 + [2] * 40 + [28] * 16)) == "mostly red, dark blue and white"
    assert says(bytes([17] * 256)) == "mostly red"
