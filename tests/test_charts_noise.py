"""The pictures of noise, and the sentences that say the same."""

import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from privlessons.charts_noise import AnswersPicture, AveragePicture, says_answers, says_average

ORANGE, BLUE = (213, 94, 0), (0, 114, 178)


def places_of(png, colour):
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return np.argwhere((pixels == colour).all(axis=2))


def test_the_drawn_answer_moves_right_with_its_value_and_stays_in_the_picture():
    picture = AnswersPicture(10, 5)
    columns = [places_of(picture.png([10], [x]), ORANGE)[:, 1] for x in (-1e9, 8, 10, 12, 1e9)]
    assert [c.mean() for c in columns] == sorted(c.mean() for c in columns)
    assert all(c.min() > 0 and c.max() < 639 for c in columns)
    assert picture.png([10], [8]) == picture.png([10], [8])


@pytest.mark.parametrize("far", [1, 3, 17.5, 200])
def test_each_bar_holds_equally_many_whole_numbers_and_the_middle_one_the_truth(far):
    edges = AnswersPicture(220, far, whole=True).edges
    everything = np.arange(-500, 900)
    inside = [int(((low < everything) & (everything < high)).sum()) for low, high in pairwise(edges)]
    whole = np.diff(edges)
    assert np.allclose(whole, whole[0])
    assert whole[0] == round(whole[0])
    assert max(inside) - min(inside) <= 1
    assert edges[0] < 220 - far + whole[0]


def test_the_sentence_names_the_truth_the_span_and_the_drawn_ones():
    said = says_answers(220, np.arange(200, 241), [219.0, 223.0])
    assert "the truth, 220." in said
    assert "from 202 to 238" in said
    assert said.endswith("Yours: 219, 223.")


def test_the_line_of_averages_grows_to_the_right():
    picture = AveragePicture(40, 2.7)
    few, many = (places_of(picture.png([41] * n), BLUE)[:, 1].max() for n in (5, 500))
    assert few < many
    assert says_average(40, []).endswith("Nothing was asked yet.")
    assert says_average(40, [40, 43]).endswith("The average of 2 answers is 41.50.")
