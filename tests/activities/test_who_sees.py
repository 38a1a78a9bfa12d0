"""Lesson 10's cards: the board, the line, the topics."""

import asyncio
from datetime import date

import numpy as np
import pytest
from tests.activities.cards import done, said

from privlessons import open_lesson
from privlessons.activities import listener, topic_guess, who_sees, wire_lab
from privlessons.place import BROWSER
from privlessons.wire.parties import load_board

LESSON = "10-see-who-can-see"


def in_a_browser(lesson):
    object.__setattr__(lesson, "place", BROWSER)
    return lesson


# --- the board ---------------------------------------------------------------------------------------


def guess(card, answers):
    for n, answer in enumerate(answers):
        card.controls[f"ask-{n}"].picked = [answer]
    card.controls["show"].click()


def test_nothing_is_shown_before_five_guesses(lesson):
    card = who_sees.the_board(lesson)
    guess(card, [0, 1, 2, 0])
    assert "Guess all five first" in card.status.html
    assert card.state["opened"] == 0
    assert "can read it" not in said(card)


def test_the_whole_board_opens_column_by_column_and_is_kept(lesson):
    card = who_sees.the_board(lesson)
    for _ in range(24):
        guess(card, [2] * 5)
        card.controls["show"].click()  # on to the next five
    depends = sum(cell.answer == "depends" for cell in load_board().cells.values())
    assert (card.state["opened"], card.state["asked"], card.state["right"]) == (24, 120, depends)
    assert "The whole board is open" in card.status.html
    assert f"You were unsure {120 - depends} times" in said(card)

    again = who_sees.the_board(lesson)
    assert (again.state["opened"], again.state["right"]) == (24, depends)
    lesson.erase()
    assert again.state["opened"] == 0


def test_an_old_source_says_that_it_may_be_out_of_date(lesson):
    card = who_sees.the_board(lesson, today=date(2035, 1, 1))
    card.controls["group"].picked = [1]
    guess(card, [0] * 5)
    assert "May be out of date" in said(card)


def test_the_first_guess_is_put_beside_the_whole_column(lesson):
    first = who_sees.guess_who_reads(lesson)
    first.controls["choice"].picked = [0]
    first.controls["lock"].click()
    card = who_sees.the_board(lesson)
    guess(card, [1] * 5)
    assert "Nobody but Pip" in said(card)
    assert "7 of the 20" in said(card)


# --- the line ----------------------------------------------------------------------------------------


async def sent(card, way, find=1):
    card.controls["way"].picked = [way]
    card.controls["find"].picked = [find]
    card.controls["send"].click()
    await done()


def test_each_way_shows_what_crossed_and_what_the_end_reads(lesson):
    async def run():
        card, seen = wire_lab.watch_the_wire(lesson), []
        for way in range(3):
            await sent(card, way)
            card.controls["turn"].click()
            await done()
            seen.append(dict(card.state))
        return card, seen

    card, (plain, tls, sealed) = asyncio.run(run())
    assert (plain["found"], tls["found"], sealed["found"]) == (1, 0, 0)
    assert "740 pounds" in plain["company"]
    assert tls["broke"]
    assert sealed["broke"]
    assert not plain["recorded"]
    assert "not noticed" in said(card)


def test_a_message_of_ones_own_is_shown_escaped(lesson):
    async def run():
        card = wire_lab.watch_the_wire(lesson)
        card.controls["box"].value = "<img src=x onerror=alert(1)> sesame"
        card.controls["secret"].value = "sesame"
        await sent(card, 0, 0)
        card.controls["words"].value = "<img"
        card.controls["search"].click()
        return card

    card = asyncio.run(run())
    assert card.state["found"] == 1
    shown = said(card).replace(card.controls["box"].value, "", 1)
    assert "<img" not in shown
    assert "is found once" in shown


def test_without_a_guess_or_with_a_secret_that_is_not_there_nothing_is_sent(lesson):
    async def run():
        card, told = wire_lab.watch_the_wire(lesson), []
        card.controls["send"].click()
        await done()
        told.append(card.status.html)
        card.controls["secret"].value = "not in it"
        await sent(card, 0)
        return [*told, card.status.html], card.state["way"]

    (no_guess, no_secret), way = asyncio.run(run())
    assert "guess first" in no_guess
    assert "not in this message" in no_secret
    assert way is None


def test_in_a_class_the_box_is_shut_and_mikas_messages_cross(lesson):
    shut = open_lesson(LESSON, own_data=False)

    async def run():
        card = wire_lab.watch_the_wire(shut)
        await sent(card, 1)
        return card

    card = asyncio.run(run())
    assert "box" not in card.controls
    assert card.state["company"].startswith("Is this mail")


def test_where_no_line_can_be_opened_recorded_bytes_say_so(lesson):
    async def run():
        card = wire_lab.watch_the_wire(in_a_browser(lesson))
        await sent(card, 2)
        words = said(card)
        card.controls["box"].value = "my own Lantern Tide"
        await sent(card, 2)
        return card, words

    card, words = asyncio.run(run())
    assert card.state["recorded"]
    assert "recorded on another machine" in words
    assert "only recorded runs" in card.status.html


# --- the topics --------------------------------------------------------------------------------------


async def play(card, lesson):
    lesson.keep("guesses", topic_guess.KEY, topic_guess.OPTIONS[0])
    card.controls["start"].click()
    await done()
    for _ in range(topic_guess.ROUNDS):
        card.controls["guess"].picked = [0]
        card.controls["lock"].click()
    for padding in range(3):
        card.controls["padding"].picked = [padding]
        card.controls["fill"].click()
        await done()
        for clue in (2, 1):
            card.controls["clue"].picked = [clue]
            assert f"The program named {card.state['right']} of {card.state['asked']}." in said(card)
        yield card.state["right"]


@pytest.mark.parametrize("recorded", [False, True])
def test_sizes_tell_the_topic_until_they_are_filled_up(lesson, recorded):
    async def run():
        where = in_a_browser(lesson) if recorded else lesson
        card = topic_guess.guess_the_topic(where, np.random.default_rng(4), learn=12, test=15)
        return card, [right async for right in play(card, where)]

    card, (as_it_is, filled, whole) = asyncio.run(run())
    assert card.state["asked"] == 60
    assert as_it_is > 40
    assert filled < as_it_is - 12
    assert whole == 15
    assert card.state["round"] == 5
    assert ("recorded on another machine" in said(card)) == recorded or not recorded


def test_no_answer_is_sent_before_the_guess(lesson):
    async def run():
        card = topic_guess.guess_the_topic(lesson, np.random.default_rng(4), learn=2, test=2)
        card.controls["start"].click()
        await done()
        return card

    card = asyncio.run(run())
    assert "Make your guess first" in card.status.html
    assert card.state["answers"] == 0


def test_a_stopped_sending_can_be_started_again(lesson):
    async def run():
        lesson.keep("guesses", topic_guess.KEY, topic_guess.OPTIONS[0])
        card = topic_guess.guess_the_topic(lesson, np.random.default_rng(4), learn=10, test=10)
        card.controls["start"].click()
        await asyncio.sleep(0.02)
        card.controls["cancel"].click()
        await done()
        stopped = card.status.html, card.state["answers"]
        card.controls["start"].click()
        await done()
        return stopped, card.state["answers"]

    (words, before), after = asyncio.run(run())
    assert "Stopped" in words
    assert (before, after) == (0, 80)


def test_a_system_that_lets_nobody_listen_gets_recorded_answers(lesson, monkeypatch):
    async def refuses(*_):
        raise PermissionError
        yield  # so that it is what `watch` is: a generator

    monkeypatch.setattr(listener, "watch", refuses)

    async def run():
        card = topic_guess.guess_the_topic(lesson, np.random.default_rng(4), learn=2, test=2)
        return card, [right async for right in play(card, lesson)]

    card, rights = asyncio.run(run())
    assert card.state["answers"] == 140
    assert rights[0] > 40
