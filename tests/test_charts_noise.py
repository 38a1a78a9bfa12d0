"""The pictures of noise, and the sentences that say the same."""

from itertools import pairwise

import numpy as np
import pytest

from privlessons.charts_noise import AnswersPicture, AveragePicture, says_answers, says_average
from tests.svg import across, painted

ORANGE, BLUE = "#d55e00", "#0072b2"


def test_the_drawn_answer_moves_right_with_its_value_and_stays_in_the_picture():
    picture = AnswersPicture(10, 5)
    dots = [painted(picture.svg([10], [x]), ORANGE) for x in (-1e9, 8, 10, 12, 1e9)]
    assert [len(one) for one in dots] == [1] * 5
    columns = [x for ((x, _),) in dots]
    assert columns == sorted(set(columns))
    assert all(4 < x < 460.8 - 4 for x in columns), "a mark is 8 points wide"
    assert picture.svg([10], [8]) == picture.svg([10], [8])


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
    (_, few), (_, many) = (across(picture.svg([41] * n), BLUE) for n in (5, 500))
    assert few < many


def test_a_long_line_of_averages_has_no_dots():
    picture = AveragePicture(40, 2.7)
    assert picture.svg([41] * 60).count("<use") - picture.svg([41] * 61).count("<use") == 60
    assert len(picture.svg([41, 40] * 500)) < 1.3 * len(picture.svg([41]))


def test_the_sentence_about_averages_names_the_last_one():
    assert says_average(40, []).endswith("Nothing was asked yet.")
    assert says_average(40, [40, 43]).endswith("The average of 2 answers is 41.50.")


def test_answers_beyond_the_picture_stand_as_triangles_at_its_ends():
    picture = AnswersPicture(10, 5)
    picture.svg([10], [-50, 9, 11, 70, 80])
    assert [len(marks.get_xdata()) for marks in (picture.below, picture.dots, picture.above)] == [1, 2, 2]
    assert set(picture.above.get_xdata()) == {picture.high}
    assert set(picture.below.get_xdata()) == {picture.low}
