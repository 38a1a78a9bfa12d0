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


def test_the_same_black_words_are_one_try_however_often_they_are_attacked(lesson):
    card = redaction.black_it_out(lesson)
    for _ in range(2):
        attack(card, "mika", "millbeck")
    assert "<td>1</td>" in said(card)
    assert "<td>2</td>" not in said(card)
    attack(card, "mika")
    assert "<td>2</td>" in said(card)


def test_an_attack_on_a_chat_with_nothing_hidden_does_not_finish_the_step(lesson):
    card = redaction.black_it_out(lesson)
    attack(card)
    assert "second-round" not in str(lesson.progress.load())
    attack(card, "mika")
    assert "second-round" in str(lesson.progress.load())


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


def test_a_look_at_another_chat_costs_no_black_word_and_no_try(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "mika", "millbeck")
    mine, left = card.controls["box"].hidden, card.state["left"]
    card.controls["which"].picked = [1]
    assert card.controls["box"].hidden == []
    assert card.state["hidden"] == 0
    assert "Found" not in said(card)
    card.controls["undo"].click()
    card.controls["which"].picked = [0]
    assert card.controls["box"].hidden == mine != []
    assert card.state["hidden"] == len(mine)
    asyncio.run(_press(card))
    assert card.state["left"] == left
    assert "<td>2</td>" not in said(card), "the try of before is still counted"
    card.controls["undo"].click()
    assert len(card.controls["box"].hidden) == len(mine) - 1


@pytest.mark.parametrize("change", ["undo", "over", "box"])
def test_a_result_goes_when_the_chat_it_was_about_changes(lesson, change):
    card = redaction.black_it_out(lesson)
    attack(card, "mika")
    assert "What you left" in said(card)
    if change == "box":
        card.controls["box"].hidden = []
    else:
        card.controls[change].click()
    assert "The chat has changed since" in said(card)
    assert "What you left" not in said(card)
    assert card.state["left"] is None
    assert "<td>1</td>" in said(card), "the tries stay"
    dots = next(child for child in card.children if hasattr(child, "states"))
    assert set(dots.states) == {1}


def test_a_half_covered_clue_is_quoted_with_its_bar_and_the_rule_is_said(lesson):
    card = redaction.black_it_out(lesson)
    attack(card, "handed")
    assert "left ██████ one" in said(card)
    assert "left handed" not in said(card)
    assert "more than half of it is still there" in said(card)


def test_it_is_said_that_black_words_are_not_written_down(lesson):
    assert "a reload of the page clears them" in said(redaction.black_it_out(lesson))


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
