"""Lesson 05's activities: trained for real, controls at both ends, Cancel at once."""

import asyncio
import re

import pytest
from tests.activities.cards import done, said

from privlessons.activities import memory_appetite, memory_forget, memory_own, memory_try
from privlessons.activities.trainer import Trainer
from privlessons.lesson import open_lesson
from privlessons.memory_chats import make_chats
from privlessons.memory_trial import REPEATS

STEM = "05-make-a-model-remember"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRIVLESSONS_HOME", str(tmp_path_factory.mktemp("memory")))
        patch.setenv("PRIVLESSONS_PLACE", "own")
        yield


@pytest.fixture(scope="module")
def lesson(home):
    return open_lesson(STEM, own_data=True)


def clicked(card, *names):
    """Click the named buttons one after the other, each time until nothing runs; return the card."""

    async def click():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(click())
    return card


@pytest.fixture(scope="module")
def tried(lesson):
    guess = memory_try.guess_when(lesson)
    guess.controls["choice"].picked = [0]
    guess.controls["lock"].click()
    return clicked(memory_try.train_and_ask(lesson), "start")


@pytest.fixture(scope="module")
def forgot(lesson, tried):
    """The card after each of its steps: what it said, and its state."""
    guess = memory_forget.guess_after_deleting(lesson)
    guess.controls["choice"].picked = [2]
    guess.controls["lock"].click()
    card, steps = memory_forget.try_to_forget(lesson), []
    for _ in memory_forget.BUTTONS:
        clicked(card, "next")
        steps.append((said(card), dict(card.state)))
    return card, steps


@pytest.fixture(scope="module")
def fed(lesson):
    early = clicked(memory_appetite.feed_the_model(lesson), "start")
    assert early.state["trained"] == 0
    assert "Make your guess first" in said(early)
    guess = memory_appetite.guess_the_curve(lesson)
    guess.controls["choice"].picked = [2]
    guess.controls["lock"].click()
    return clicked(memory_appetite.feed_the_model(lesson), "start")


# --- try -------------------------------------------------------------------------------------------


def test_no_result_is_there_before_the_training(lesson):
    card = memory_try.train_and_ask(lesson)
    assert "guess" not in said(card)
    assert "pl-picture" not in said(card)
    assert "Mika</span>" in said(card)


def test_the_sentence_the_table_and_the_picture_say_the_same_place(tried):
    for n, repeats in enumerate(REPEATS):
        tried.controls["look"].picked = [n]
        needed = tried.state["needed"]
        assert tried.state["looked"] == repeats
        place = "the very first guess" if needed == 1 else f"guess {needed:,} of 10,000"
        assert f"<b>{place}</b>" in said(tried)
        assert re.search(rf"Mika&#x27;s {needed:,}\b", said(tried)), "the picture's words"
        assert tried.state["says"] in re.sub(r"<[^>]*>|Mika&#x27;s code", "", said(tried))


def test_the_guess_comes_back_beside_the_result_once_all_were_looked_at(tried):
    for n in range(len(REPEATS)):
        tried.controls["look"].picked = [n]
    first = tried.state["first"]
    assert "Your guess was: <b>Once is enough</b>" in said(tried)
    assert f"Typed 5 times, {first['5']} of 8." in said(tried)
    assert "Here Mika&#x27;s own code" in said(tried)
    assert "Not a store of sentences." in said(tried)
    assert "But not nothing, either." in said(tried)


def test_training_again_draws_new_codes_and_adds_them(tried):
    before = re.search(r"Mika's code is (\d{4})", said(tried))[1]
    clicked(tried, "start")
    assert tried.state["runs"] == 2
    assert re.search(r"Mika's code is (\d{4})", said(tried))[1] != before
    assert "of 16 codes came first" in said(tried)


def test_cancel_stops_the_training_and_it_can_be_started_again(lesson, monkeypatch):
    monkeypatch.setattr(memory_try, "SEED", 77)

    async def stop():
        card = memory_try.train_and_ask(lesson)
        assert card.controls["cancel"].layout.display == "none"
        card.controls["start"].click()
        await asyncio.sleep(0.1)
        assert card.controls["cancel"].layout.display is None
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(stop())
    assert card.state["runs"] == 0
    assert "Stopped. You can start again" in said(card)
    assert "pl-progress" not in said(card)
    assert card.controls["cancel"].layout.display == "none"
    assert card.status.held == 1, "the focus goes where the words are"
    clicked(card, "start")
    assert card.state["runs"] == 1
    assert "Stopped" not in said(card)


@pytest.mark.parametrize(
    ("needed", "words"),
    [
        ({1: 1, 5: 1, 20: 1}, "first when typed once."),
        ({1: 900, 5: 1, 20: 1}, "first when typed 5 times, and not yet when typed once."),
        ({1: 900, 5: 2, 20: 1}, "first when typed 20 times, and not yet when typed 5 times."),
        ({1: 900, 5: 9, 20: 2}, "never came first, not even typed 20 times."),
    ],
)
def test_the_question_that_was_asked_is_answered_for_mikas_own_code(needed, words):
    assert memory_try.mikas_first(needed).endswith(words)


def test_a_second_click_while_it_trains_starts_nothing(lesson, monkeypatch):
    monkeypatch.setattr(memory_try, "SEED", 78)

    async def twice():
        card = memory_try.train_and_ask(lesson)
        card.controls["start"].click()
        await asyncio.sleep(0.05)
        card.controls["start"].click()
        await done()
        return card

    assert asyncio.run(twice()).state["runs"] == 1


def test_a_training_hears_cancel_within_a_few_batches():
    heard = []

    async def go():
        trainer = Trainer()
        trainer.start()

        def moved(step):
            heard.append(step.done)
            trainer.stop()

        return await trainer.train(make_chats(5, 0).texts, 99, moved)

    assert asyncio.run(go()) is None
    assert len(heard) == 1


def test_what_was_trained_once_is_not_trained_again_unless_it_is_somebodys_own():
    async def go(keep):
        trainer, steps = Trainer(), []
        for _ in range(2):
            trainer.start()
            await trainer.train(["a text of ours"] * 3, 1, steps.append, batches=40, keep=keep)
        return len(steps)

    assert asyncio.run(go(False)) == 4
    assert asyncio.run(go(True)) == 3


# --- forget ----------------------------------------------------------------------------------------


def test_deleting_empties_the_list_and_changes_nothing_in_the_model(forgot):
    _, steps = forgot
    (before, trained), (after, deleted) = steps[:2]
    assert "<td>Her list of chats</td><td><b>20 chats</b></td>" in before
    assert "<td>Her list of chats</td><td>none</td>" in after
    assert trained["old"] == deleted["old"] == 1
    assert "Still there." in after
    assert "Your guess was: <b>Some other code: deleted is gone</b>" in after


def test_opting_out_keeps_the_new_code_from_the_next_model_and_leaves_the_old_one_in(forgot):
    _, steps = forgot
    text, state = steps[3]
    assert "<td>The copy for training</td><td><b>20 chats</b></td><td>none</td>" in text
    assert state["old"] <= 3
    assert state["new"] > 100
    assert "Opting out works for tomorrow." in text


def test_a_model_that_was_trained_keeps_its_row_when_the_next_one_comes(forgot):
    _, steps = forgot
    listed = [[f"<tr><td>{name}</td>" in text for name in memory_forget.MODELS] for text, _ in steps]
    assert [sum(row) for row in listed] == [1, 1, 1, 2, 4]
    assert all(row == sorted(row, reverse=True) for row in listed)


def test_a_new_model_without_her_chats_has_forgotten(forgot):
    _, steps = forgot
    text, state = steps[4]
    assert state["old"] > 100
    assert "<td>The copy for training</td><td>none</td><td>none</td>" in text
    assert "A model that never had it needs" in text
    assert "The lock is changed." in text


def test_any_of_the_four_models_can_be_asked_at_the_end(forgot):
    card, _ = forgot
    for n, name in enumerate(memory_forget.MODELS):
        card.controls["which"].picked = [n]
        assert card.state["asked"] == name
        assert f"{name}: the old code is" in said(card)
    clicked(card, "next")
    assert card.state["step"] == 5


def test_a_cancelled_step_can_be_taken_again(lesson, monkeypatch):
    monkeypatch.setattr(memory_forget, "SEED", 79)

    async def stop():
        card = memory_forget.try_to_forget(lesson)
        card.controls["next"].click()
        await asyncio.sleep(0.1)
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(stop())
    assert card.state["step"] == 0
    assert "Stopped" in said(card)
    clicked(card, "next")
    assert card.state["step"] == 1


# --- feed ------------------------------------------------------------------------------------------


def test_more_people_make_a_better_model(fed):
    right = fed.state["right"]
    assert right == sorted(right)
    assert right[-1] > 1.3 * right[0]
    assert f"{100 * right[-1]:.0f} right of 100" in said(fed)


def test_a_point_below_the_dashed_line_is_explained(fed):
    below = re.search(r"in these it guesses (\d+) of 100.*commonest letter gets (\d+)", said(fed))
    assert 100 * fed.state["right"][0] < int(below[2]) < int(below[1])


def test_each_model_of_the_curve_can_be_looked_at(fed):
    look = fed.controls["look"]
    for n, people in enumerate(memory_appetite.AMOUNTS):
        look.picked = [n]
        assert fed.state["looked"] == people
        assert f"{100 * fed.state['right'][n]:.0f} of 100 right" in said(fed)


# --- a text of one's own -----------------------------------------------------------------------------


def test_the_made_up_text_is_learned_and_given_back(lesson):
    card = clicked(memory_own.teach_it_a_text(lesson), "example")
    assert card.state["trained"]
    assert card.state["says"].startswith("name is turnip")
    card.controls["begin"].value = "<b>the tide"
    card.controls["ask"].click()
    assert "&lt;b&gt;the tide" in said(card)
    clicked(card, "forget")
    assert card.state == {"trained": False, "says": ""}
    assert card.controls["box"].value == ""
    assert card.status.held == 1, "the button that had the focus is gone"
    assert "turnip" not in said(card)


@pytest.mark.parametrize("text", ["", "too short", "x" * 200_001])
def test_a_text_too_short_or_too_long_is_refused_in_a_sentence(lesson, text):
    card = memory_own.teach_it_a_text(lesson)
    card.controls["box"].value = text
    clicked(card, "start")
    assert f"The text has {len(text):,} letters." in card.status.html
    assert not card.state["trained"]


def test_lines_without_words_are_refused_in_a_sentence(lesson):
    card = memory_own.teach_it_a_text(lesson)
    card.controls["box"].value = "\n \n" * 100
    clicked(card, "start")
    assert "There is no text to learn from" in card.status.html


def test_in_class_the_box_is_shut_and_the_made_up_text_is_left(home):
    card = memory_own.teach_it_a_text(open_lesson(STEM, own_data=False))
    assert "Shut:" in said(card)
    assert card.controls["box"] not in card.children
    card.controls["box"].value = "somebody's own secret words " * 20
    clicked(card, "start")
    assert "turnip" in said(card)
    assert "secret words" not in said(card)
