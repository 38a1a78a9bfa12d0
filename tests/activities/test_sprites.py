import asyncio
from functools import partial
from html import unescape

import pytest
from tests.activities.cards import done, said

from privlessons import sprites_model
from privlessons.activities import sprite_words as words
from privlessons.activities.sprites import ARTISTS, GUESSES, KEY, TIMES, ask_for_a_sprite, guess_copies
from privlessons.sprites import sprites
from privlessons.sprites_copies import Match, Tally
from privlessons.ui import SORRY

LESSON = "06-tell-copied-from-new"


@pytest.fixture
def guessed(lesson):
    lesson.keep("guesses", KEY, GUESSES[0])
    return lesson


@pytest.fixture
def quick(monkeypatch):
    """Machines that learn so little that it takes no time."""
    monkeypatch.setattr(sprites_model, "learning", partial(sprites_model.learning, steps=20))


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())
    assert SORRY not in card.status.html


def shown(card):
    return unescape(said(card))


def pick(card, artists, times):
    card.controls["artists"].picked = [ARTISTS.index(artists)]
    card.controls["times"].picked = [TIMES.index(times)]


def test_the_guess_is_kept_before_anything_is_drawn(lesson):
    card = guess_copies(lesson)
    card.controls["lock"].click()
    assert "Pick one of the answers first" in card.status.html
    card.controls["choice"].picked = [3]
    card.controls["lock"].click()
    assert lesson.kept("guesses", KEY) == GUESSES[3]


def test_nothing_is_learned_before_a_guess(lesson, quick):
    card = ask_for_a_sprite(lesson)
    press(card, "learn", "one", "many")
    assert card.state["stage"] == "before"
    card = ask_for_a_sprite(lesson)
    press(card, "learn")
    assert "Make your guess first" in card.status.html


def test_asking_a_machine_that_has_not_learned_says_what_to_do(guessed, quick):
    card = ask_for_a_sprite(guessed)
    for name in ("one", "many"):
        press(card, name)
        assert "Let it learn first" in card.status.html
    assert card.state["copies"] is None


def test_from_learning_to_one_sprite_to_a_hundred(guessed, quick):
    card = ask_for_a_sprite(guessed, seed=0)
    press(card, "learn")
    assert card.state["stage"] == "ask"
    assert card.state["learned"] == [[1, 1]]
    press(card, "one", "one")
    assert card.state["asked"] == 2
    assert f"{card.state['same']} of 256" in shown(card)
    assert "Asked twice so far" in shown(card)
    assert "Nearest: Mika's" in shown(card)
    press(card, "many")
    assert card.state["stage"] == "change"
    assert f"Your guess was: <b>{GUESSES[0]}</b>. It was {card.state['copies']} of 100." in shown(card)
    assert guessed.kept("numbers", "copies-in-a-hundred") == card.state["copies"]


def test_every_control_at_both_ends(guessed, quick):
    card = ask_for_a_sprite(guessed, seed=0)
    press(card, "learn", "many")
    for artists in (ARTISTS[0], ARTISTS[-1]):
        for times in (TIMES[0], TIMES[-1]):
            pick(card, artists, times)
            count = len(sprites()[: artists * 30]) + times
            assert f"<b>{count} pictures</b>" in shown(card)
            assert "has not learned from these yet" in shown(card)
            press(card, "learn")
            assert card.state["learned"][-1] == [artists, times]
            assert "100 new sprites in rows" in shown(card)
            press(card, "one", "many")
    assert shown(card).count("</b><br>") == 5


def test_a_setting_that_was_tried_answers_at_once_with_the_same_hundred(guessed, quick):
    card = ask_for_a_sprite(guessed, seed=0)
    press(card, "learn", "many")
    first = shown(card)
    pick(card, 8, 20)
    press(card, "learn")
    learned = list(card.state["learned"])
    pick(card, 1, 1)
    assert card.state["learned"] == learned
    tiles = [part for part in first.split("<img") if "base64" in part][:100]
    assert all(tile.split("base64,")[1].split('"')[0] in shown(card) for tile in tiles)


def test_learning_a_second_time_is_not_done_for_nothing(guessed, quick):
    card = ask_for_a_sprite(guessed)
    press(card, "learn", "learn")
    assert card.state["learned"] == [[1, 1]]
    assert "It has learned from these" in card.status.html


def test_cancel_leaves_nothing_learned_and_the_next_start_works(guessed):
    card = ask_for_a_sprite(guessed)

    async def go():
        card.controls["learn"].click()
        await asyncio.sleep(0.3)
        assert card.controls["learn"].description == "Cancel"
        assert "progressbar" in said(card)
        card.controls["one"].click()
        assert "still learning" in card.status.html
        card.controls["learn"].click()
        await done()

    asyncio.run(go())
    assert card.state["learned"] == []
    assert "Stopped." in card.status.html
    assert card.controls["learn"].description == "Let the machine learn"


def test_changing_the_setting_while_it_learns_shows_the_new_one_afterwards(guessed, quick):
    card = ask_for_a_sprite(guessed, seed=0)
    press(card, "learn", "many")

    async def go():
        pick(card, 2, 5)
        card.controls["learn"].click()
        await asyncio.sleep(0.02)
        pick(card, 4, 0)
        await done()

    asyncio.run(go())
    assert card.state["learned"][-1] == [2, 5]
    assert "<b>120 pictures</b> by 4 artists" in shown(card)


def test_mika_alone_and_a_full_lesson_give_copies_of_her_own_pictures(guessed):
    card = ask_for_a_sprite(guessed, seed=0)
    press(card, "learn", "many")
    assert card.state["copies"] > 30
    assert 'data-mark="="' in shown(card)
    assert f"<b>{card.state['copies']} are copies</b>, square for square." in shown(card)


# --- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("same", "word"), [(256, "Copied."), (250, "Nearly a copy."), (243, "Not a copy."), (0, "Not a copy.")]
)
def test_one_sprite_is_called_what_it_is(same, word):
    told = words.of_one(Match(0, same, 256), sprites()[0], None, 3, 1)
    assert word in told
    assert f"<b>{same} of 256</b>" in told
    assert "Asked 3 times so far: 1 copy." in told


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (Tally(100, 1, 0, 0, ()), "<b>1 is a copy</b>, square for square. None is Mika's window gecko."),
        (Tally(100, 0, 1, 0, ()), "<b>none are copies</b>, square for square. 1 more is nearly a copy. None"),
        (Tally(100, 9, 2, 1, ()), "2 more are nearly copies. <b>1 of the 100</b> is Mika's window gecko."),
        (Tally(100, 9, 0, 4, ()), "<b>4 of the 100</b> are Mika's window gecko."),
    ],
)
def test_a_hundred_sprites_are_told_in_plain_numbers(tally, sentence):
    assert sentence in words.of_many(tally)


def test_what_changed_names_only_what_changed():
    one, more = words.Tried(1, 1, 70, 2), words.Tried(8, 1, 0, 0)
    assert "With 8 artists instead of 1, 0 in a hundred are copies instead of 70." in words.compared(
        one, more
    )
    assert "gecko" not in words.compared(one, more)
    told = words.compared(more, words.Tried(8, 20, 6, 6))
    assert "20 times instead of once. It came out 6 times instead of never." in told
    assert "artists" not in told
    assert words.compared(one, one) == ""
    unlucky = words.compared(words.Tried(8, 1, 0, 0), words.Tried(8, 20, 0, 0))
    assert "It came out never, as before. A hundred draws leave room for luck." in unlucky
    assert "luck" not in told


def test_whose_style_is_said_only_where_there_is_a_choice():
    assert words.whose_style(Tally(100, 0, 0, 0, (("Mika", 100),)), 30, 31) == ""
    told = words.whose_style(Tally(100, 10, 0, 0, (("Bo", 60), ("Mika", 30))), 200, 240)
    assert "The other 90 are new." in told
    assert "Bo 60, Mika 30" in told
    assert "200 of the 240" in told
