"""Lesson 09's stretch: made-up people, and a classifier with and without noise."""

import asyncio

from tests.activities.cards import done, said

from privlessons.activities import fakes, members
from privlessons.ui import SORRY

LESSON = "09-learn-without-collecting"


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())
    assert SORRY not in said(card)


def test_the_table_that_copies_is_found_after_a_guess(lesson):
    card = fakes.spot_the_copies(lesson, 1)
    press(card, "start")
    assert "Table A" in said(card)
    assert card.state["close"] is None
    press(card, "measure")
    assert "Pick table A or table B" in card.status.html
    card.controls["which"].picked = [1]
    press(card, "measure")
    state = card.state
    assert state["copied"] == fakes.NUMBER, "each differs from a real row in one column at most"
    assert state["close"] < 1.5 * state["held"] < state["copied"]
    assert "Right: table B copies." in said(card)
    dial = card.controls["dial"]
    dial.value = dial.min
    rough = state["off"]
    dial.value = dial.max
    assert state["off"] < rough


def test_noise_takes_the_attack_away_and_some_accuracy_with_it(lesson):
    card = members.train_with_and_without(lesson, 1)
    press(card, "start")
    plain = dict(card.state)
    assert plain["known"] > 0.85 > plain["right"]
    assert plain["attack"] > 0.58
    card.controls["dial"].value = 0
    assert card.state["epsilon"] == members.EPSILONS[0]
    assert card.state["attack"] < 0.55
    assert f"{100 * card.state['right']:.0f} of 100" in said(card)
    press(card, "start")
    assert card.state["attack"] < 0.55, "a second press changes nothing"


def test_what_the_card_says_is_back_once_the_noise_library_is_loaded(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.noise_loader.dp.loaded", lambda: False)
    monkeypatch.setattr(members, "judge_all", lambda *_: iter([(1.0, None)]))  # as if it were stopped
    card = members.train_with_and_without(lesson, 1)
    press(card, "start")
    assert "noise library" not in said(card)
    assert "The program learns from" in said(card)
