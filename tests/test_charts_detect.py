"""The dial's picture and the sentence that says the same."""

import pytest

from privlessons.charts_detect import DialPicture, says
from privlessons.dial import GROUPS, Outcome
from tests.svg import painted

BLUE = "#0072b2"


def outcome(caught, missed, alarms):
    return Outcome(
        dict.fromkeys(GROUPS, caught), dict.fromkeys(GROUPS, missed), dict.fromkeys(GROUPS, alarms), (), ()
    )


def blue(svg):
    """How far the blue bars reach, added up; each has two corners on the left and two on the right."""
    xs = [x for x, _ in painted(svg, BLUE)]
    return sum(x - min(xs) for x in xs) / 2


@pytest.fixture(scope="module")
def picture():
    return DialPicture(outcome(10, 10, 5))


def test_the_caught_bars_grow_with_what_is_caught(picture):
    none, half, all_of_it = (blue(picture.svg(outcome(n, 20 - n, 5))) for n in (0, 10, 20))

    assert half == pytest.approx((none + all_of_it) / 2, rel=0.1)
    assert none < 1000, "only the key is blue"


def test_a_setting_shown_again_is_the_same_picture(picture):
    first = picture.svg(outcome(10, 10, 5))
    picture.svg(outcome(0, 20, 0))
    assert picture.svg(outcome(10, 10, 5)) == first


def test_the_sentence_has_every_groups_numbers():
    sentence = says(outcome(3, 4, 2))
    for group in GROUPS:
        assert f"{group}: 3 of 7 caught, 2 false alarms" in sentence
