"""The picture of what k costs, and the sentence that says the same."""

from privlessons import charts_k
from tests.svg import painted

KS, YEARS = (1, 2, 5, 100), (0.0, 1.4, 3.2, 22.0)
ORANGE = "#d55e00"


def test_the_dot_moves_right_and_up_with_k():
    picture = charts_k.CostPicture(KS, YEARS)
    low = painted(picture.svg(2, 1.4), ORANGE)
    high = painted(picture.svg(100, 22.0), ORANGE)
    assert max(x for x, _ in low) < min(x for x, _ in high)
    assert min(y for _, y in low) > max(y for _, y in high)
    assert picture.svg(2, 1.4) == picture.svg(2, 1.4)


def test_the_sentence_names_every_point_and_the_one_that_is_set():
    said = charts_k.says(KS, YEARS, 5, 3.3)
    assert "k 1: 0.0, k 2: 1.4, k 5: 3.2, k 100: 22.0" in said
    assert said.endswith("The dot is at k 5: 3.3 years.")
