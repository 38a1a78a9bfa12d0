"""Lesson 12's activities: the maze to its end, the rehearsal by every way, states at each step."""

import asyncio
import re

from tests.activities.cards import done, said

from privlessons.activities import company, maze
from privlessons.activities.maze_views import clock_words
from privlessons.company.maze import enter, load_site, shortest
from privlessons.lesson import open_lesson

LESSON = "12-opt-out-for-real"
OPTIONS = {"clock": False}


def words(card):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said(card)))


# --- the maze ------------------------------------------------------------------------------------------


def clicked(card, *items):
    for number, item in enumerate(items):
        card.controls["site"].value = f"{number}{item}:{item}"


WAY = [item.id for item in shortest(load_site(), enter(load_site()))]


def test_nothing_of_the_site_is_shown_before_the_button(lesson):
    card = maze.find_the_switch(lesson)
    assert card.state["stage"] == "before"
    assert not card.controls["site"].page


def test_the_shortest_way_is_found_and_the_tricks_are_named_with_their_counts(lesson):
    guess = maze.guess_how_long(lesson)
    guess.controls["choice"].picked = [0]
    guess.controls["lock"].click()
    card = maze.find_the_switch(lesson)
    card.controls["open"].click()
    clicked(card, *WAY)
    assert card.state["off"] == 2
    card.controls["done"].click()
    assert card.state["stage"] == "named"
    assert "Your guess was: In less than a minute . You found it. It took 11 presses." in words(card)
    assert "takes 11 presses. To switch it all on again takes 2" in words(card)
    for trick, count in card.state["met"].items():
        assert count > 0, trick
    assert "Shame on you" in words(card)
    for item in ("fair-training", "fair-reviews"):
        card.controls["fair"].value = f"1:{item}"
    assert "Both are off, after 2 presses" in words(card)


def test_done_too_early_says_what_is_missing_and_not_where(lesson):
    card = maze.find_the_switch(lesson)
    card.controls["open"].click()
    card.controls["done"].click()
    assert "Nothing that matters is off yet" in words(card)
    clicked(card, *WAY[:-1])
    card.controls["done"].click()
    assert "counts only once it is saved" in words(card)
    assert card.state["stage"] == "hunt"


def test_undo_takes_back_one_press_and_start_over_all(lesson):
    card = maze.find_the_switch(lesson)
    card.controls["open"].click()
    clicked(card, *WAY[:4])
    assert (card.state["page"], card.state["presses"]) == ("grow", 4)
    card.controls["undo"].click()
    assert (card.state["page"], card.state["presses"]) == ("sure", 3)
    card.controls["again"].click()
    assert (card.state["page"], card.state["presses"], card.state["met"]) == ("home", 0, {})
    card.controls["undo"].click()
    assert card.state["page"] == "home", "nothing to undo"


def test_whoever_gives_up_gets_the_way_and_the_names(lesson):
    card = maze.find_the_switch(lesson)
    card.controls["open"].click()
    card.controls["show"].click()
    assert card.state["found"] is False
    assert "You stopped after 0 presses" in words(card)
    assert clock_words(1, None, found=False) == "You stopped after 1 press."
    assert "Do not stop Pip from growing" in words(card)


def test_a_strange_press_changes_nothing(lesson):
    card = maze.find_the_switch(lesson)
    card.controls["open"].click()
    for value in ("", "<b>x</b>", "7:no-such-item", "account-save"):
        card.controls["site"].value = value
    assert (card.state["page"], card.state["presses"]) == ("home", 0)


def test_the_clock_can_be_switched_off_and_then_no_time_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))

    async def play():
        card = maze.find_the_switch(open_lesson(LESSON, clock=True))
        card.controls["open"].click()
        await asyncio.sleep(0.05)
        assert "Time: 0:00" in words_of_rows(card)
        card.controls["clock"].click()
        assert "The clock is off" in words_of_rows(card)
        card.controls["show"].click()
        assert "second" not in words(card).split("presses.")[0]

    asyncio.run(play())


def words_of_rows(card):
    inner = [widget for box in card.children for widget in getattr(box, "children", ())]
    return " ".join(re.sub(r"<[^>]+>", "", one.value) for one in inner if hasattr(one, "value"))


# --- the rehearsal ----------------------------------------------------------------------------------------


def played(lesson, *moves, topics=(0, 1)):
    """Press the main button for each move; a number picks that reply first, "wait" lets a month pass."""

    async def play():
        card = company.rehearse(lesson)
        for move in moves:
            if move == "wait":
                card.controls["wait"].click()
            else:
                if move == "chat":
                    card.controls["topics"].picked = list(topics)
                elif isinstance(move, int):
                    card.controls["reply"].picked = [move]
                card.controls["next"].click()
            await done()
        return card

    return asyncio.run(play())


START = ("sign up", "chat", "weeks", "opt out", "ask")
WELL, BADLY = (1, 1, 1, 1, 1), (0, 0, 0, 0, 1, 0, 0, 1)
ASKED = (*START, *WELL, "erase")


def test_after_the_weeks_the_model_finishes_her_sentence(lesson):
    card = played(lesson, *START[:3])
    assert card.state["guesses"] == 1
    assert card.state["rows"]["contractor"] == 1
    assert "Mika's code is the very first guess" in words(card)


def test_opting_out_changes_one_row(lesson):
    card = played(lesson, *START[:4])
    assert "1 row of hers changed" in words(card)
    assert "(training: 1 → 0)" in words(card)


def test_good_replies_lead_to_the_whole_copy_and_later_chats_were_not_copied(lesson):
    card = played(lesson, *START, *WELL)
    assert card.state["stage"] == "whole"
    assert "Complete." in words(card)
    assert card.state["rows"]["passport"] == 0
    assert card.state["rows"]["training"] == played(lesson, *START[:4]).state["rows"]["training"]


def test_a_passport_sent_is_one_more_place_and_bad_replies_still_lead_on(lesson):
    card = played(lesson, *START, 0, 0, 1, 0, 0, 0, 1)
    assert card.state["stage"] == "whole"
    assert card.state["rows"]["passport"] == 1
    assert "Copies of her passport" in words(card)


def test_all_deleted_is_counted_beside_the_guess(lesson):
    guess = company.guess_places_left(lesson)
    guess.controls["choice"].picked = [0]
    guess.controls["lock"].click()
    card = played(lesson, *ASKED, 1)
    left = [place for place, rows in card.state["rows"].items() if rows]
    assert card.state["stage"] == "closed"
    assert card.state["left"] == len(left) == lesson.kept("numbers", "places-left")
    assert "Your guess was: In no place: deleted is gone ." in words(card)
    assert f"Of 13 places that held rows of hers, {len(left)} still do." in words(card)
    assert not {"account", "chats", "memory"} & set(left)


def test_a_firm_that_hides_the_chats_answers_one_day_later(lesson):
    assert ", one day after her request:" in words(played(lesson, *ASKED, 0))


def test_time_alone_takes_little_away_and_the_new_model_still_knows(lesson):
    card = played(lesson, *ASKED, 1, "wait", "wait", "wait", "wait")
    assert card.state["rows"]["training"] > 20
    assert card.state["guesses"] == 1
    assert "You can still choose a reply" in words(card)


def test_after_the_full_erasure_time_takes_the_rest_and_the_model_forgets(lesson):
    card = played(lesson, *ASKED, 1, 1, 1, 1, *["month"] * 3, topics=())
    assert card.state["left"] == 0
    assert card.state["guesses"] > 100
    assert "No row of Mika's is left" in words(card)
    assert card.controls["next"].description == "Start over"
    assert "second-round" in lesson.progress.load()["lessons"][LESSON]["done"]


def test_a_reply_must_be_picked_and_start_over_starts_over(lesson):
    card = played(lesson, *START, "nothing picked")
    assert card.state["stage"] == "passport"
    assert "Pick one of the replies first" in card.status.html


def test_nothing_that_mika_wrote_reaches_the_page_as_markup(lesson):
    card = played(lesson, *START[:2], topics=(0, 1, 2, 3))
    box = next(child.value for child in card.children if "pl-places" in str(getattr(child, "value", "")))
    assert "NDA" in box or "nda" in box
    assert not re.search(r"<(?!/?(?:div|span|details|summary|ul|li|b)\b)", box)
