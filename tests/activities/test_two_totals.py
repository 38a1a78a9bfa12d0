import pytest
from tests.activities.cards import said

from privlessons.activities.two_totals import GUESSES, SIZES, STEPS, guess_what_leaks, subtract
from privlessons.differencing import MIKA, MOST

LESSON = "04-rebuild-secrets-from-totals"


@pytest.fixture
def card(lesson):
    made = subtract(lesson)
    made.controls["start"].click()
    return made


def test_nothing_is_subtracted_before_the_learner_asks(lesson):
    card = subtract(lesson)
    card.controls["size"].value = 4
    assert card.state["low"] is None
    assert "£640" not in said(card)


def test_the_difference_stands_beside_the_guess(lesson):
    guess = guess_what_leaks(lesson)
    guess.controls["choice"].picked = [0]
    guess.controls["lock"].click()
    card = subtract(lesson)
    card.controls["start"].click()
    card.controls["start"].click()  # once more changes nothing
    assert GUESSES[0] in said(card)
    assert said(card).count("The one who joined") == 1
    assert f"£{MIKA}.00" in said(card)
    assert f"Mika earned £{MIKA}, to the pound" in said(card)
    assert lesson.kept("numbers", "mika-from-two-averages") == MIKA


def test_the_truth_is_inside_the_band_at_every_setting(card):
    for size in range(len(SIZES)):
        for step in range(len(STEPS)):
            for others in (0, 1, 9):
                card.controls["size"].value = size
                card.controls["rounded"].picked = [step]
                card.controls["others"].value = others
                assert card.state["low"] <= MIKA <= card.state["high"]
                assert card.state["people"] == others + 1
                assert card.status.html == ""


def test_size_alone_hides_nobody_and_size_with_rounding_does(card):
    card.controls["size"].value = len(SIZES) - 1
    assert card.state["high"] - card.state["low"] < 50
    card.controls["rounded"].picked = [3]
    assert (card.state["low"], card.state["high"]) == (0, MOST)
    assert "Hidden" in said(card)


def test_a_large_exact_guild_is_named_as_false_comfort(card):
    card.controls["size"].value = 2
    assert "Still found" in said(card)


def test_with_others_only_the_sum_is_known(card):
    card.controls["others"].value = 3
    assert "sum of 4 newcomers" in said(card)
    assert "compare notes" in said(card)
