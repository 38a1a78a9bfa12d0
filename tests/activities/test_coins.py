"""Lesson 07's activities: what the cards say against what their states hold, and what never leaves a page."""

import asyncio
import re

import numpy as np
import pytest
from tests.activities.cards import said
from tests.moves import visit

from privlessons.activities import coins, coins_again, coins_dial, coins_polls
from privlessons.controls import _static
from privlessons.controls_coins import Toss
from privlessons.noise import Coin, epsilon, margin

LESSON = "07-answer-with-a-coin"


@pytest.fixture
def chance(monkeypatch):
    """Chance that is the same in each run of the tests."""
    make = np.random.default_rng
    monkeypatch.setattr(np.random, "default_rng", lambda seed=5: make(seed))


ALL = (
    coins.guess_what_shows,
    coins.flip_a_coin,
    coins.two_hundred,
    coins_polls.poll_the_same_people,
    coins_dial.set_the_coin,
    coins_again.ask_again,
)


@pytest.mark.parametrize("build", ALL, ids=lambda build: build.__name__)
def test_every_control_can_go_to_both_its_ends(build, lesson):
    async def go():
        return await visit([(build.__name__, build(lesson))])

    assert asyncio.run(go())


# --- one answer -------------------------------------------------------------------------------------------


def test_only_the_word_that_was_sent_comes_out_of_the_page(lesson):
    synced = set(Toss().get_state()) - {k for k in Toss().get_state() if k.startswith("_")}
    assert synced - {"layout", "tabbable", "tooltip"} == {"question", "value", "again"}


def test_the_toss_script_puts_nothing_but_the_word_into_the_model():
    puts = re.findall(r'model\.set\("(\w+)", ([^;]+?)\);', _static("toss.js"))
    assert puts == [("again", 'model.get("again") + 1'), ("value", "word")]


@pytest.mark.parametrize("word", ["yes", "no"])
def test_an_answer_is_told_what_it_gives_away_and_is_not_kept(lesson, word):
    card = coins.flip_a_coin(lesson)
    card.controls["toss"].value = word
    assert f"If the truth is {word}, 75 in 100 say {word}" in said(card)
    assert "true answer was not asked for" not in said(card), "after heads the page did ask for it"
    assert "triples the odds" in said(card)
    assert "25 of 100 such bets are lost" in said(card)
    kept = lesson.progress.path.read_text("utf-8")
    assert "try" in kept
    assert f'"{word}"' not in kept


def test_pressing_again_sends_the_first_word_again(lesson):
    card = coins.flip_a_coin(lesson)
    card.controls["toss"].value = "no"
    card.controls["toss"].again = 1
    assert "Your first answer, no, was sent once more" in card.status.html
    assert card.state["sent"] == "no"


def test_a_forged_answer_is_refused_in_a_sentence(lesson):
    card = coins.flip_a_coin(lesson)
    card.controls["toss"].value = "<b>maybe</b>"
    assert card.state["sent"] is None
    assert "must be yes or no" in card.status.html


# --- two hundred ------------------------------------------------------------------------------------------


def test_the_three_views_show_the_same_people_and_the_same_answers(lesson):
    card = coins.two_hundred(lesson)
    card.controls["flip"].click()
    crowd = next(c for c in card.children if hasattr(c, "groups"))
    yes = crowd.yes
    sizes = []
    for view in range(3):
        card.controls["view"].picked = [view]
        assert crowd.yes == yes
        counts = [crowd.groups.count(bytes([g])) for g in range(len(crowd.labels))]
        assert [int(label.split(": ")[1]) for label in crowd.labels] == counts
        assert sum(counts) == coins.PEOPLE
        sizes.append(counts)
    assert sizes[0][0] == yes.count(b"\x01") == card.state["said_yes"]
    assert sizes[1][0] == card.state["honest"]
    assert sizes[2] == [coins.TRUE, coins.PEOPLE - coins.TRUE]
    card.controls["view"].picked = [1]
    had_to_say = {1: b"\x01", 2: b"\x00"}
    for person, group in enumerate(crowd.groups):
        if group:
            assert yes[person : person + 1] == had_to_say[group]
        else:
            assert yes[person] == (person < coins.TRUE)


def test_the_sum_that_is_told_is_right(lesson):
    card = coins.two_hundred(lesson)
    card.controls["flip"].click()
    yes, forced, left = map(int, re.search(r"(\d+) − (\d+) = (-?\d+) yeses", said(card)).groups())
    assert yes == card.state["said_yes"]
    assert (forced, left) == (50, yes - 50)
    assert f"about {left} in 100".replace("-", "−") in said(card)


# --- the same people --------------------------------------------------------------------------------------


def test_ten_polls_of_twenty_then_of_two_thousand_then_any_number(lesson, chance):
    lesson.keep("guesses", "coins", coins.GUESSES[0])
    card = coins_polls.poll_the_same_people(lesson)
    following = card.controls["next"]
    following.click()
    assert card.state["polls"] == 1
    following.click()
    assert card.state["polls"] == 10
    assert card.state["many"] is None
    following.click()
    few, many = card.state["few"], card.state["many"]
    assert few[1] - few[0] > 4 * (many[1] - many[0])
    assert "Your guess was" in said(card)
    assert lesson.kept("numbers", "few-and-many") == [round(100 * x) for x in (*few, *many)]
    for at, points in ((0, 43), (1, 25), (4, 10)):
        card.controls["size"].value = at
        assert f"± {points} points" in said(card)
        assert card.state["within"] >= 85
    following.click()
    assert card.state["few"] != few


def test_the_words_about_a_poll_follow_its_margin():
    assert coins_polls.how_good(margin(0.3, 20)).startswith("We can’t tell")
    assert coins_polls.how_good(margin(0.3, 2000)) == "That is close."


# --- set the coin -----------------------------------------------------------------------------------------


def test_the_dial_shows_nothing_before_the_first_click_and_then_what_the_model_says(lesson):
    card = coins_dial.set_the_coin(lesson)
    card.controls["truth"].value = 30
    assert card.state["margin"] is None
    card.controls["start"].click()
    assert card.state["margin"] == margin(0.3, 20, Coin(0.3))
    assert card.state["epsilon"] == epsilon(Coin(0.3))
    assert "No coin can mend that" in said(card)
    card.controls["truth"].value = 50
    assert not card.state["reached"]
    card.controls["people"].value = 4
    assert card.state["reached"]
    assert "Task done" in said(card)
    card.controls["truth"].value = 90
    assert "gives away too much" in said(card)
    card.controls["truth"].value = 45
    assert "Get more people, or let the coin" in said(card)
    card.controls["truth"].value = 10
    assert "More people alone won’t do" in said(card)


@pytest.mark.parametrize("people", range(len(coins_dial.SIZES)))
@pytest.mark.parametrize("truth", [5, 25, 35, 45, 50])
def test_the_advice_for_a_total_that_is_too_rough_can_be_followed(lesson, people, truth):
    card = coins_dial.set_the_coin(lesson)
    card.controls["start"].click()
    card.controls["people"].value, card.controls["truth"].value = people, truth
    told = said(card)
    if card.state["reached"]:
        return
    if "Get more people" in told:
        assert people < len(coins_dial.SIZES) - 1
    if "say “tell the truth” more often" in told:
        card.controls["truth"].value = 50
        assert card.state["reached"]
    elif "No coin can mend that" not in told:
        card.controls["truth"].value = 50
        assert not card.state["reached"]
        assert "no coin gets you both" in told


@pytest.mark.parametrize("way", [1, 2])
def test_a_coin_that_lies_one_way_is_never_the_task_done(lesson, way):
    card = coins_dial.set_the_coin(lesson)
    card.controls["start"].click()
    card.controls["people"].value = 6
    card.controls["forced"].picked = [way]
    assert not card.state["reached"]
    assert card.state["odds"] is None
    assert "lies one way only" in said(card)


def test_a_slider_moves_the_dots_by_its_own_effect_and_only_a_click_draws_new_chance(lesson):
    card = coins_dial.set_the_coin(lesson)
    card.controls["start"].click()
    first = said(card)
    card.controls["truth"].value = 60
    card.controls["truth"].value = 50
    assert said(card).replace("60.0", "50.0") == first
    card.controls["start"].click()
    assert said(card) != first


# --- asked again ------------------------------------------------------------------------------------------


def test_fresh_coins_add_up_until_the_truth_shows(lesson, chance):
    card = coins_again.ask_again(lesson)
    card.controls["one"].click()
    assert card.state["sure"] in (0.25, 0.75)
    for _ in range(5):
        card.controls["ten"].click()
    assert card.state["asked"] == 51
    assert card.state["sure"] > 0.99
    assert "Found out" in said(card)


def test_the_first_answer_sent_again_adds_nothing(lesson):
    card = coins_again.ask_again(lesson)
    card.controls["rule"].picked = [1]
    card.controls["one"].click()
    first = card.state["sure"]
    for _ in range(9):
        card.controls["ten"].click()
    assert card.state["sure"] == first
    assert card.state["asked"] == coins_again.MOST
    assert card.state["yeses"] in (0, coins_again.MOST)
    assert "start anew with the other rule" in said(card)


def test_nobody_is_ever_said_to_be_certain():
    assert coins_again.sure_words(1.0) == "over 99 in 100"
    assert coins_again.sure_words(0.0) == "under 1 in 100"
    assert coins_again.sure_words(0.75) == "75 in 100"
