import base64
import json
import re

import pytest

from privlessons import quiz
from privlessons.activities import start

LESSON = "00-start-here"


def said(card):
    return " ".join(child.html for child in card.children if hasattr(child, "html"))


def test_the_slider_speaks_at_both_ends_and_is_kept(lesson):
    card = start.say_two_things(lesson)
    card.controls["feel"].value = 0
    assert card.state["feel"] == "like a poster on the street"
    card.controls["feel"].value = 5

    assert card.state["feel"] == lesson.kept("answers", "feel") == "like a locked diary"


def test_the_button_shows_the_very_file_that_was_written(lesson):
    card = start.say_two_things(lesson)
    card.controls["pasted"].picked = [1]
    card.controls["show"].click()
    shown = said(card)

    assert str(lesson.progress.path) in shown
    assert "&quot;pasted&quot;: &quot;No&quot;" in shown


def test_the_first_click_shows_something_even_with_nothing_kept(lesson):
    card = start.say_two_things(lesson)
    card.controls["show"].click()

    assert "start-here" in said(card), "the finished step itself is in the file"


def test_erasing_asks_first_and_then_really_deletes(lesson):
    start.say_two_things(lesson).controls["feel"].value = 4
    card = start.see_your_file(lesson)
    card.controls["erase"].click()
    assert lesson.progress.path.exists(), "nothing goes before the second click"
    card.controls["stop"].click()
    assert lesson.progress.path.exists()

    card.controls["erase"].click()
    card.controls["sure"].click()
    assert not lesson.progress.path.exists()

    card.controls["look"].click()
    assert "No such file." in said(card)
    assert not lesson.progress.path.exists(), "looking does not write it again"


def test_after_erasing_no_card_goes_on_to_show_what_was_erased(lesson):
    guess = start.guess_what_is_kept(lesson)
    guess.controls["choice"].picked = [1]
    guess.controls["lock"].click()
    tried = start.say_two_things(lesson)
    tried.controls["feel"].value = 5
    tried.controls["pasted"].picked = [1]
    tried.controls["show"].click()
    asked, test = quiz.check_yourself(lesson), quiz.before_test(lesson)
    for card, press in ((asked, "erased-check"), (test, "save")):
        card.controls[press.removesuffix("-check") if card is asked else "deleted"].picked = [0]
        card.controls[press].click()
    file = start.see_your_file(lesson)
    file.controls["look"].click()
    file.controls["erase"].click()
    file.controls["sure"].click()

    assert not lesson.progress.path.exists(), "clearing the cards writes nothing"
    assert "was erased with the file" in guess.status.html
    assert guess.controls["choice"].picked == []
    assert "is erased" in said(tried)
    for shown in (said(guess), said(tried), said(file), said(test)):
        assert "This is the whole file" not in shown
        assert "You said" not in shown
        assert "kept" not in shown
    assert asked.controls["erased"].picked == []
    assert asked.state == {}


def test_a_list_of_requests_stays_and_that_is_said_before_and_after(lesson, tmp_path):
    lesson.keep("guesses", "g", "a")
    card = start.see_your_file(lesson)
    card.controls["erase"].click()
    assert "requests" not in said(card)
    kept = tmp_path / "requests.json"
    kept.write_text("{}")
    card.controls["erase"].click()
    assert "Your list of requests from lesson 12 stays" in said(card)
    card.controls["sure"].click()
    assert "Your list of requests from lesson 12 stays" in said(card)
    assert kept.exists()
    assert not lesson.progress.path.exists()


def test_keeping_the_file_is_said_and_what_was_shown_stays(lesson):
    lesson.keep("guesses", "g", "a")
    card = start.see_your_file(lesson)
    for name in ("look", "erase", "stop"):
        card.controls[name].click()
    assert "Nothing was erased." in said(card)
    assert "This is the whole file" in said(card)
    card.controls["look"].click()
    assert "Nothing was erased." not in said(card)


def test_the_file_is_said_to_hold_numbers_of_ones_results_too(lesson):
    lesson.keep("guesses", "g", "a")
    card = start.see_your_file(lesson)
    card.controls["look"].click()
    assert "number" not in said(card)
    lesson.keep("numbers", "found", 7)
    card.controls["look"].click()
    assert "1 guess, 0 answers, 1 number of your results and the steps you finished" in said(card)


def test_the_copy_holds_what_the_file_holds(lesson):
    lesson.keep("guesses", "g", "é")
    card = start.see_your_file(lesson)
    card.controls["copy"].click()
    data = re.search(r"base64,([^\"]+)", said(card)).group(1)

    assert json.loads(base64.b64decode(data)) == lesson.progress.load()


@pytest.mark.parametrize(("name", "told"), [("copy", "no file to copy"), ("erase", "nothing to erase")])
def test_without_a_file_each_button_says_so(lesson, name, told):
    card = start.see_your_file(lesson)
    card.controls[name].click()

    assert told in card.status.html


def test_places_where_copies_stay_are_counted(lesson):
    card = start.look_for_copies(lesson)
    card.controls["check"].click()
    assert "Tick at least one" in card.status.html

    card.controls["guess"].picked = [0, 1, 2]
    card.controls["check"].click()
    assert card.state["agreed"] == 4
    card.controls["guess"].picked = [3]
    card.controls["check"].click()
    assert card.state["agreed"] == 0


def test_looking_at_the_file_does_not_change_it(lesson):
    lesson.keep("guesses", "g", "a")
    before = lesson.progress.path.read_bytes()
    start.see_your_file(lesson).controls["look"].click()

    assert lesson.progress.path.read_bytes() == before


def test_the_slider_is_back_where_it_was_left(lesson):
    start.say_two_things(lesson).controls["feel"].value = 5

    assert start.say_two_things(lesson).controls["feel"].value == 5
