"""The dial's picture and the sentence that says the same."""

import io

import pytest
from PIL import Image

from privlessons.charts_detect import DialPicture, says
from privlessons.dial import GROUPS, Outcome

BLUE = (0, 114, 178)


def outcome(caught, missed, alarms):
    return Outcome(
        dict.fromkeys(GROUPS, caught), dict.fromkeys(GROUPS, missed), dict.fromkeys(GROUPS, alarms), (), ()
    )


def blue(png):
    pixels = Image.open(io.BytesIO(png)).convert("RGB")
    return sum(count for count, colour in pixels.getcolors(1 << 20) if colour == BLUE)


@pytest.fixture(scope="module")
def picture():
    return DialPicture(outcome(10, 10, 5))


def test_the_caught_bars_grow_with_what_is_caught(picture):
    none, half, all_of_it = (blue(picture.png(outcome(n, 20 - n, 5))) for n in (0, 10, 20))

    assert half == pytest.approx((none + all_of_it) / 2, rel=0.1)
    assert none < 1000, "only the key is blue"


def test_a_setting_shown_again_is_the_same_picture(picture):
    first = picture.png(outcome(10, 10, 5))
    picture.png(outcome(0, 20, 0))
    assert picture.png(outcome(10, 10, 5)) == first


def test_the_sentence_has_every_groups_numbers():
    sentence = says(outcome(3, 4, 2))
    for group in GROUPS:
        assert f"{group}: 3 of 7 caught, 2 false alarms" in sentence
