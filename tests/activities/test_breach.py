"""The theft: nothing before a guess, then four ways, of which one stops the thief."""

import pytest
from tests.activities.cards import said

from privlessons.activities.breach import WORDS, steal_the_file
from privlessons.activities.breach_views import APART, BESIDE, LOGIN, OPEN, READS, WAYS

LESSON = "10-see-who-can-see"


@pytest.fixture
def card(lesson):
    made = steal_the_file(lesson)
    made.controls["guess"].picked = [OPEN, APART]
    made.controls["start"].click()
    return made


def test_nothing_is_stolen_before_a_guess(lesson):
    made = steal_the_file(lesson)
    made.controls["way"].picked = [OPEN]
    made.controls["start"].click()
    assert "Tick at least one" in made.status.html
    assert made.state["found"] is None
    assert "Lantern" not in said(made)


def test_each_way_ends_as_the_table_of_truth_says(card):
    for way in (OPEN, APART, BESIDE, LOGIN):
        for words in range(len(WORDS)):
            card.controls["words"].picked = [words]
            card.controls["way"].picked = [way]
            assert card.state["read"] == READS[way] == (card.state["found"] > 0)
            assert (WORDS[words] in card.children[4].value) == READS[way]
    assert card.state["right"] == 1
    assert "right about 1 of 4" in said(card)


def test_the_locked_bytes_tell_their_length_and_not_a_word(card):
    card.controls["way"].picked = [APART]
    assert "<mark" not in card.children[3].value
    assert card.children[4].value == ""
    assert "its length" in said(card)
    card.controls["way"].picked = [BESIDE]
    assert "key.txt" in card.children[3].value


def test_the_guess_is_kept(card, lesson):
    assert lesson.kept("guesses", "breach") == f"{WAYS[OPEN]}; {WAYS[APART]}"
