"""A secret across hosts: who can read it is what rebuilding really gives."""

import pytest
from tests.activities.cards import said

from privlessons.activities.shares import GUESSES, TEXT, cut_a_secret

LESSON = "10-see-who-can-see"


@pytest.fixture
def card(lesson):
    made = cut_a_secret(lesson)
    made.controls["guess"].picked = [0]
    made.controls["start"].click()
    return made


def thief(card):
    return card.children[7].html


def test_nothing_is_cut_before_a_guess(lesson):
    made = cut_a_secret(lesson)
    made.controls["start"].click()
    assert "Pick a guess first" in made.status.html
    made.controls["count"].value = 7
    assert made.state["mika"] is None
    assert TEXT not in said(made)


def test_two_of_three_shares_read_as_noise_and_fit_other_sentences(card):
    assert card.state == {"mika": True, "thief": False, "reached": False}
    assert TEXT not in thief(card)
    assert "The boss is a clown" in thief(card)
    assert f"Your guess was: <b>{GUESSES[0]}</b>" in said(card)


def test_one_share_more_and_the_thief_reads(card):
    card.controls["stolen"].picked = [0, 1, 4]
    assert card.state["thief"]
    assert TEXT in thief(card)


def test_with_too_many_hosts_down_mika_reads_nothing(card):
    card.controls["down"].picked = [0, 1]
    assert card.state["mika"]
    assert TEXT in card.children[5].html
    card.controls["down"].picked = [0, 1, 2]
    assert not card.state["mika"]
    assert TEXT not in card.children[5].html


def test_both_ends_of_the_slider_say_what_they_cost(card):
    card.controls["needed"].value = 1
    assert "plain copies" in said(card)
    assert card.state["thief"]
    card.controls["needed"].value = 5
    assert "easy to lose" in said(card)
    assert not card.state["reached"]


def test_the_task_has_a_solution(card):
    card.controls["count"].value = 7
    card.controls["needed"].value = 4
    assert card.state["reached"]
    assert "Task done" in said(card)


def test_fewer_hosts_take_their_ticks_along(card):
    card.controls["down"].picked = [3, 4]
    card.controls["count"].value = 2
    assert card.controls["needed"].value == card.controls["needed"].max == 2
    assert card.controls["down"].picked == []
    assert card.controls["down"].options == ["Harbour", "Mill"]
    assert card.state == {"mika": True, "thief": True, "reached": False}


def test_cut_anew_gives_other_shares_of_the_same_secret(card):
    before = card.children[3].value
    card.controls["start"].click()
    assert card.children[3].value != before
    assert TEXT in card.children[5].html
