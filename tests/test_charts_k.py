"""The picture of what k costs, and the sentence that says the same."""

import io

import numpy as np
from PIL import Image

from privlessons import charts_k

KS, YEARS = (1, 2, 5, 100), (0.0, 1.4, 3.2, 22.0)
ORANGE = (213, 94, 0)


def places_of(png, colour):
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return [tuple(map(int, place)) for place in np.argwhere((pixels == colour).all(axis=2))]


def test_the_dot_moves_right_and_up_with_k():
    picture = charts_k.CostPicture(KS, YEARS)
    low = places_of(picture.png(2, 1.4), ORANGE)
    high = places_of(picture.png(100, 22.0), ORANGE)
    assert max(x for _, x in low) < min(x for _, x in high)
    assert min(y for y, _ in low) > max(y for y, _ in high)
    assert picture.png(2, 1.4) == picture.png(2, 1.4)


def test_the_sentence_names_every_point_and_the_one_that_is_set():
    said = charts_k.says(KS, YEARS, 5, 3.3)
    assert "k 1: 0.0, k 2: 1.4, k 5: 3.2, k 100: 22.0" in said
    assert said.endswith("The dot is at k 5: 3.3 years.")
