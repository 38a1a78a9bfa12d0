"""Lesson 08's activities: the game, the dial, the budget, who pays, the audit."""

import asyncio
import re

import numpy as np
import pytest
from tests.activities.cards import done, said

from privlessons.activities import audit, budget, dial_noise, dial_own, guesser
from privlessons.lesson import open_lesson
from privlessons.ui import SORRY

LESSON = "08-turn-the-noise-dial"


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())


def play(lesson, say):
    card = guesser.was_mika_in(lesson, np.random.default_rng(1))
    press(card, "start")
    for _ in range(guesser.ROUNDS):
        answer = float(re.search(r"<b>(-?[\d.]+)</b>", card.children[0].html)[1])
        card.controls["yes" if say(answer) else "no"].click()
    return card


def test_whoever_plays_as_the_best_guesser_scores_as_the_best_guesser(lesson):
    card = play(lesson, lambda answer: answer > guesser.OTHERS + 0.5)
    state = card.state
    assert state["round"] == guesser.ROUNDS
    assert abs(state["right"] - state["best"]) <= 1, "the page rounds to a tenth"
    assert f"<b>{state['right']} of 20</b>" in said(card)
    assert "6 to 14" in said(card)
    assert "69.7 times in 100" in said(card)
    assert "73.1" in said(card)
    assert lesson.kept("numbers", "right-of-twenty") == state["right"]


def test_who_never_names_her_has_no_hits_and_no_false_alarms(lesson):
    card = play(lesson, lambda answer: False)
    assert card.state["hits"] == card.state["alarms"] == 0


def test_one_of_anything_is_told_as_one(lesson):
    card = play(lesson, lambda answer: True)
    assert card.state["hits"] + card.state["alarms"] == guesser.ROUNDS
    assert "Epsilon</b> is the number for" in said(card), "explained where it is first read"
    card.controls["epsilon"].value = 0
    assert "only about <b>1</b> is." in said(card)


def test_the_guess_comes_back_and_a_new_game_can_be_played(lesson):
    lesson.keep("guesses", guesser.KEY, guesser.OPTIONS[3])
    card = play(lesson, lambda answer: True)
    assert guesser.OPTIONS[3] in said(card)
    press(card, "again")
    assert card.state["round"] == 0
    assert "Round 1 of 20" in said(card)


def test_both_ends_of_the_promise_move_the_best_guesser(lesson):
    card = play(lesson, lambda answer: True)
    slider = card.controls["epsilon"]
    slider.value = slider.min
    low = card.state["long_run"]
    slider.value = slider.max
    assert low < 0.55 < 0.95 < card.state["long_run"]
    assert "If one in a hundred is in" in said(card)


def shown(card):
    """All that stands in the boxes of a card, too."""
    return said(card) + " ".join(said(child) for child in card.children if hasattr(child, "children"))


def test_a_count_is_drawn_and_drawn_again(lesson):
    card = dial_noise.turn_the_dial(lesson)
    assert card.state["answer"] is None
    assert "pl-picture" not in shown(card), "no picture before an answer was drawn"
    press(card, "draw")
    assert card.state["true"] == 220
    press(card, "draw", "draw")
    assert card.state["draws"] == 3
    assert "73 times if you are" in shown(card)
    assert "27 times if you are not" in shown(card)


def test_how_often_is_never_certain_and_never_one_times():
    assert dial_noise.often(0.9999546) == "nearly always"
    assert dial_noise.often(0.0000454, "at least ") == "hardly ever"
    assert dial_noise.often(0.0067) == "once"
    assert dial_noise.often(0.7311, "at most ") == "at most 73 times"


def test_both_ends_of_the_dial(lesson):
    card = dial_noise.turn_the_dial(lesson)
    press(card, "draw")
    slider = card.controls["epsilon"]
    slider.value = slider.min
    private = card.state["off"]
    assert card.state["draws"] == 1
    slider.value = slider.max
    assert card.state["off"] == 0 < 5 < private
    assert "within <b>0" not in shown(card)


@pytest.mark.parametrize("kind", [1, 2, 3])
def test_bounds_are_asked_for_before_anything_is_drawn(lesson, kind):
    card = dial_noise.turn_the_dial(lesson)
    card.controls["kind"].picked = [kind]
    card.controls["column"].value = dial_noise.TOWN.index("age")
    press(card, "draw")
    assert "no bounds yet" in card.status.html
    assert card.state["answer"] is None
    card.controls["low"].value, card.controls["high"].value = "120", "0"
    press(card, "draw")
    assert "other way round" in card.status.html
    card.controls["low"].value, card.controls["high"].value = "0", "120"
    press(card, "draw")
    assert card.state["draws"] == 1
    assert "The odds." in shown(card)
    assert SORRY not in shown(card)
    if kind == 3:
        assert sum(card.state["true"]) == 2000


def test_words_have_no_average(lesson):
    card = dial_noise.turn_the_dial(lesson)
    card.controls["kind"].picked = [1]
    press(card, "draw")
    assert "words, not numbers" in card.status.html, "said before anybody types bounds in vain"


def test_the_made_up_table_can_be_asked_and_forgotten(lesson):
    card = dial_own.dial_on_a_table(lesson)
    assert card.controls["upload"].tooltip == "Choose the table", "this is what the button shows"
    press(card, "sample", "draw")
    assert card.state["true"] > 100, "the first column offered is no list of card numbers or dates of birth"
    assert card.state["rows"] == 800
    assert card.state["answer"] is not None
    press(card, "forget")
    assert card.state["rows"] is None
    assert card.state["answer"] is None
    press(card, "draw")
    assert "no columns to ask about" in card.status.html


def test_a_column_in_which_nothing_stands_can_be_counted_and_asked_about(lesson):
    import pandas as pd

    dial = dial_noise.Dial(lesson)
    dial.use(pd.DataFrame({"empty": [None, None]}))
    press(dial.card, "draw")
    assert dial.card.state["true"] == 0
    dial.card.controls["kind"].picked = [1]
    dial.card.controls["low"].value, dial.card.controls["high"].value = "0", "1"
    press(dial.card, "draw")
    assert "Nobody is in this group" in dial.card.status.html


def test_where_own_data_is_shut_the_box_is_not_there(lesson, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_PLACE", "binder")
    card = dial_own.dial_on_a_table(open_lesson(LESSON, own_data=True))
    assert card.controls["upload"] not in card.children
    assert "shut" in said(card)


def test_asking_again_gives_the_secret_away(lesson):
    card = budget.ask_again(lesson, np.random.default_rng(1))
    press(card, "once")
    assert card.state["asked"] == 1
    press(card, "often")
    assert card.state["asked"] == 101
    press(card, "often")
    assert abs(card.state["mean"] - 41) < 0.6
    assert "The secret is out" in said(card)
    press(card, *["often"] * 12)
    assert card.state["asked"] <= budget.MOST + 2
    assert "press Start over" in card.status.html
    press(card, "over")
    assert card.state["asked"] == 0
    assert card.status.html == ""


def test_the_accountant_says_stop(lesson):
    card = budget.ask_again(lesson, np.random.default_rng(1))
    card.controls["keeper"].picked = [1]
    press(card, "often")
    assert card.state["asked"] == 4
    assert card.state["spent"] == 2
    assert card.state["refused"] == 96
    assert "says stop" in said(card)


def test_the_village_pays_more_at_both_ends(lesson):
    card = budget.who_pays(lesson)
    slider = card.controls["epsilon"]
    for end in (slider.min, slider.max):
        slider.value = end
        assert card.state["village"] >= card.state["town"]
    assert "hardly any noise" in said(card)
    slider.value = 0
    assert card.state["village"] > 5 * card.state["town"]
    near, far = map(int, re.search(r"(\d+) in the village, (\d+) in the town", said(card)).groups())
    assert near < far, "few are counted in the village, and no count falls below 0"
    assert "No count falls below 0" in said(card)


def test_the_audit_wants_a_guess_and_catches_the_broken_ones(lesson):
    card = audit.audit_the_noise(lesson, 8000, np.random.default_rng(1))
    press(card, "start")
    assert "Pick one of the six" in card.status.html
    card.controls["guess"].picked = [0]
    for at in range(len(audit.ORDER)):
        card.controls["which"].picked = [at]
        press(card, "start")
    assert card.state["audited"] == list(range(6))
    assert card.state["broken"] == [1, 2, 4]
    assert "It proves nothing" in said(card)


def test_an_audit_can_be_stopped(lesson):
    card = audit.audit_the_noise(lesson, 100_000)
    card.controls["which"].picked, card.controls["guess"].picked = [0], [0]

    async def go():
        card.controls["start"].click()
        for _ in range(1000):
            await asyncio.sleep(0.01)
            if not card.controls["cancel"].disabled:
                break
        card.controls["cancel"].click()
        await done()

    asyncio.run(go())
    assert card.state["audited"] == []
    assert "Stopped." in said(card)
