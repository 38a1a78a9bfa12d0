import asyncio

import pytest
from tests.activities.cards import done, said

from privlessons.activities import redaction
from privlessons.lesson import open_lesson


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setattr(redaction, "PAUSE", 0)
    return open_lesson("02-sit-at-the-reviewers-desk")


def attack(card, *hidden):
    """Black out some words (by what they are) and attack."""

    async def go():
        box = card.controls["box"]
        words = [box.messages[m]["pieces"] for m in range(len(box.messages))]
        flat = [piece for pieces in words for piece, is_word in pieces if is_word]
        box.hidden = [i for i, word in enumerate(flat) if word.strip(".,!?").lower() in hidden]
        card.controls["attack"].click()
        await done()

    asyncio.run(go())


def test_with_nothing_hidden_mika_is_found_by_name(lesson):
    card = redaction.black_it_out(lesson)
    attack(card)
    assert card.state["left"] == 1
    assert "Found." in said(card)
    assert "Mika Tarn" in said(card)
    assert card.state["best"] is None


def test_hiding_the_name_alone_is_not_enough(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "mika")
    assert card.state["left"] < redaction.CROWD


def test_hiding_every_clue_leaves_the_whole_town(lesson):
    card = redaction.black_it_out(lesson)
    card.controls["box"].hidden = list(range(len(card.controls["box"].words)))
    asyncio.run(_press(card))
    assert card.state["left"] == 2000
    assert "can Pip still help" in said(card)
    assert "You can still read about" not in said(card)


async def _press(card):
    card.controls["attack"].click()
    await done()


def test_few_well_chosen_words_win_and_the_fewest_are_kept_as_best(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "mika", "millbeck", "freelance", "pixel", "artist", "gecko", "pet", "hey")
    wide = card.state["hidden"]
    assert card.state["left"] >= redaction.CROWD
    assert card.state["best"] == wide
    attack(card, "mika", "millbeck", "freelance", "pixel", "artist", "gecko", "pet")
    assert card.state["best"] == wide - 1
    assert f"Your best so far: {wide - 1} black words" in said(card)


def test_others_in_the_chat_are_named_while_they_are_visible(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "mika")
    assert "<b>client</b>" in said(card)
    assert "Lantern Tide" in said(card)


def test_words_that_gave_nobody_away_are_counted(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "hey", "ugh")
    assert "2 of your black words gave nobody away" in said(card)


def test_undo_takes_back_one_step_and_start_over_all(lesson):
    card = redaction.black_it_out(lesson)
    box = card.controls["box"]
    box.hidden = [3]
    box.hidden = [3, 4]
    card.controls["undo"].click()
    assert box.hidden == [3]
    card.controls["undo"].click()
    assert box.hidden == []
    card.controls["undo"].click()
    box.hidden = [1, 2]
    card.controls["over"].click()
    assert box.hidden == []
    assert card.state["hidden"] == 0


def test_every_offered_chat_can_be_chosen_and_attacked(lesson):
    card = redaction.black_it_out(lesson)
    for number in range(len(card.controls["which"].options)):
        card.controls["which"].picked = [number]
        asyncio.run(_press(card))
        assert card.state["left"] >= 1
        assert "people" in said(card)


def test_a_second_attack_takes_the_place_of_one_that_still_plays(lesson, monkeypatch):
    monkeypatch.setattr(redaction, "PAUSE", 30)

    async def twice():
        card = redaction.black_it_out(lesson)
        card.controls["attack"].click()
        await asyncio.sleep(0.05)
        monkeypatch.setattr(redaction, "PAUSE", 0)
        card.controls["box"].hidden = list(range(len(card.controls["box"].words)))
        card.controls["attack"].click()
        await done()
        return card

    assert "All 2,000 people fit" in said(asyncio.run(twice()))
