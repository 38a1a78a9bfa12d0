"""Lesson 09's core: learning on phones, an opened update, masks, noise on the sum."""

import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities import phones, phones_masks, phones_noise, phones_update
from privlessons.activities.phones_views import the_crowd
from privlessons.lesson import open_lesson
from privlessons.ui import SORRY

STEM = "09-learn-without-collecting"


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("phones")))
        patch.setenv("PRIVLESSONS_PLACE", "own")
        yield open_lesson(STEM)


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())
    assert SORRY not in said(card)
    return card


def guess(card, at):
    card.controls["choice"].picked = [at]
    card.controls["lock"].click()


def cancelled(card, start="start"):
    async def go():
        card.controls[start].click()
        await asyncio.sleep(0.2)
        card.controls["cancel"].click()
        await done()

    asyncio.run(go())
    assert "Stopped." in card.status.html
    assert card.controls["cancel"].layout.display == "none"


def test_phones_learn_together_what_one_alone_does_not(lesson):
    card = phones.learn_together(lesson)
    assert "pl-picture" not in said(card), "no result before the training"
    cancelled(card)
    assert card.state["right"] is None
    press(card, "start")
    state = card.state
    assert state["alone"] + 0.2 < state["right"]
    assert abs(state["right"] - state["collected"]) < 0.06
    assert f"<b>{100 * state['right']:.0f} times in 100</b>" in said(card)
    for end in (0, len(phones.BEGINNINGS) - 1):
        card.controls["begin"].picked = [end]
        assert len(state["offered"]) == 3
        assert all(f">{word}<" in said(card) for word in state["offered"] if "<" not in word)


def test_an_update_is_opened_after_a_guess_and_lists_the_words(lesson):
    card = phones_update.open_an_update(lesson)
    press(card, "start")
    assert "Make your guess first" in card.status.html
    guess(phones.guess_what_leaks(lesson), 0)
    press(card, "start")
    assert phones.GUESSES[0] in said(card)
    for at in range(phones_update.SHOWN):
        card.controls["which"].picked = [at]
        assert card.state["phone"] == at
        assert card.state["hits"] == len(the_crowd().words_of(at))
        assert card.state["alarms"] == card.state["missed"] == 0
        assert card.state["pairs"] >= 7, "the surest pairs are mostly right"
    card.controls["which"].picked = [0]
    assert "lantern tide" in said(card)


def test_the_masks_cancel_a_dropout_breaks_the_sum_and_the_others_mend_it(lesson):
    card = phones_masks.masks_that_cancel(lesson)
    press(card, "next")
    assert card.state["found"] < 3 * card.state["luck"], "no better than luck, give or take"
    press(card, "next")
    assert card.state["off"] == 0
    whole = card.state["right"]
    press(card, "next")
    assert "Make your guess first" in card.status.html
    guess(phones_masks.guess_a_dropout(lesson), 2)
    press(card, "next")
    assert card.state["off"] > 100
    assert card.state["right"] < whole / 2
    assert phones_masks.GUESSES[2] in said(card)
    press(card, "next")
    assert card.state["off"] == 0
    assert "Masks hide who, not what." in said(card)
    assert "shared with it." in said(card)
    for gone, words in ((phones_masks.MOST_GONE, "shared with them."), (0, "The sum of all 50 is")):
        card.controls["gone"].value = gone
        assert card.state["off"] == 0
        assert words in said(card)
    card.controls["help"].picked = [0]
    assert card.state["off"] == 0, "nobody is gone"
    card.controls["gone"].value = phones_masks.MOST_GONE
    assert card.state["off"] > 100
    press(card, "next")
    assert card.state["step"] == 4


def test_noise_costs_a_small_crowd_all_and_a_large_one_little(lesson, monkeypatch):
    monkeypatch.setattr(phones_noise, "STRENGTHS", (0.0, 0.02, 10.0))
    card = phones_noise.noise_on_the_sum(lesson)
    cancelled(card)
    dial, last = card.controls["dial"], len(phones_noise.STRENGTHS) - 1
    press(card, "start")
    assert card.state["mine"] == len(the_crowd().only_of(0))
    exact = card.state["right"]
    dial.value = last
    assert card.state["right"] < 0.2 < 0.6 < exact
    assert card.state["best"] < 0.6
    assert "Private, and useless." in said(card)
    card.controls["crowd"].picked = [len(phones_noise.CROWDS) - 1]
    assert "nothing is trained yet" in card.status.html
    press(card, "start")
    assert card.state["crowd"] == phones_noise.CROWDS[-1]
    assert card.state["right"] > exact - 0.1
    assert "Private, and useful." in said(card)
    press(card, "start")
    assert "trained already" in card.status.html
    dial.value = 1
    assert "trust one failed attack." in said(card)
