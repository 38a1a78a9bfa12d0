import asyncio
import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.controls import Blackout, Choice, Slider
from privlessons.lesson import Lesson, open_lesson
from privlessons.place import BINDER, HUB, OWN, UNKNOWN
from privlessons.progress import Progress
from privlessons.records import Message, PlainError
from privlessons.ui import (
    SORRY,
    Activity,
    activity,
    button,
    caution,
    chat_view,
    picture,
    predict,
    replay,
    shut,
)

CHAT = (Message("person", "hi, I am Kay <b>"), Message("assistant", "Hello Kay"))


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    return open_lesson("00-start-here")


def test_a_plain_error_in_a_callback_is_shown_as_its_sentence():
    card = Activity()
    card.guard(lambda: (_ for _ in ()).throw(PlainError("Pick <one> first.")))()

    assert "Pick &lt;one&gt; first." in card.status.html


def test_any_other_error_in_a_callback_becomes_one_calm_sentence(caplog):
    card, press = Activity(), button("Go")
    card.on(press, lambda: 1 / 0)
    press.click()

    assert SORRY in card.status.html
    assert "ZeroDivision" not in card.status.html
    assert "ZeroDivisionError" in caplog.text, "who maintains the lesson can still find it"


def test_an_error_in_long_work_becomes_one_sentence_too():
    card = Activity()

    async def work():
        raise PlainError("The file ends too early.")

    async def run():
        await card.guard(work)()

    asyncio.run(run())
    assert "The file ends too early." in card.status.html


def test_an_activity_that_cannot_be_built_says_so_in_a_card():
    @activity
    def broken():
        raise PlainError("There is no such table.")

    assert "There is no such table." in broken().status.html


def test_a_change_of_any_control_calls_its_action():
    card, seen = Activity(), []
    slider, choice = Slider(label="a"), Choice(legend="b", options=["x", "y"])
    card.on(slider, lambda: seen.append(slider.value))
    card.on(choice, lambda: seen.append(choice.text))
    slider.value = 7
    choice.picked = [1]

    assert seen == [7, "y"]


def test_a_guess_is_kept_can_be_changed_and_is_back_after_a_restart(lesson):
    card = predict(lesson, "g", "How many?", ["few", "many"])
    card.controls["lock"].click()
    assert "Pick one" in card.status.html

    card.controls["choice"].picked = [1]
    card.controls["lock"].click()
    assert lesson.kept("guesses", "g") == "many"
    assert card.controls["choice"].disabled

    card.controls["lock"].click()
    assert not card.controls["choice"].disabled
    assert lesson.kept("guesses", "g") == "many", "until another one is made"

    assert predict(lesson, "g", "How many?", ["few", "many"]).state["guess"] == "many"


def test_after_a_guess_the_button_that_changes_it_leads_nowhere_and_looks_so(lesson):
    card = predict(lesson, "g", "How many?", ["few", "many"])
    lock = card.controls["lock"]
    assert "pl-primary" in lock._dom_classes
    card.controls["choice"].picked = [1]
    lock.click()
    assert (lock.description, "pl-primary" in lock._dom_classes) == ("Change my guess", False)
    lock.click()
    assert (lock.description, "pl-primary" in lock._dom_classes) == ("This is my guess", True)


def test_a_kept_guess_that_is_no_option_any_more_is_asked_again(lesson):
    lesson.keep("guesses", "g", "dozens")

    assert predict(lesson, "g", "How many?", ["few", "many"]).state["guess"] is None


def test_the_replay_puts_the_guess_beside_the_result(lesson):
    assert replay(lesson, "g", "It was 8.") == "<p>It was 8.</p>"
    lesson.keep("guesses", "g", "<few>")

    assert replay(lesson, "g", "It was 8.") == "<p>Your guess was: <b>&lt;few&gt;</b>. It was 8.</p>"


def test_marks_wrap_the_marked_words_and_nothing_is_lost():
    shown = chat_view(CHAT, [(0, 9, 12, "missed", "missed name"), (1, 6, 9, "black", "")])

    assert '<mark class="pl-missed">Kay<span class="pl-tag">missed name</span></mark> &lt;b&gt;' in shown
    assert '<mark class="pl-black">███</mark>' in shown
    assert "Hello Kay" not in shown


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_no_text_of_a_chat_becomes_markup(text):
    shown = chat_view([Message("person", text)])
    inner = re.search(r"Person</span>(.*)</li>", shown, re.DOTALL).group(1)

    assert "<" not in inner
    assert ">" not in inner


def test_a_picture_carries_its_words_safely():
    shown = picture("<svg></svg>", 'a "quoted" <alt>')

    assert '<svg role="img" aria-label="a &quot;quoted&quot; &lt;alt&gt;"></svg>' in shown


@pytest.mark.parametrize("place", [OWN, HUB, BINDER, UNKNOWN])
def test_the_caution_says_where_text_goes_in_this_place(place, tmp_path):
    lesson = Lesson("00-x", own_data=True, clock=True, progress=Progress(tmp_path / "p.json"), place=place)

    assert escape(place.where_text_goes) in caution(lesson)
    assert lesson.own_data_open == place.own_data
    if not place.own_data:
        assert place.name in shut(lesson)


def test_blacked_out_words_are_told_as_spans():
    marker = Blackout(CHAT, {"person": "Kay", "assistant": "Pip"})
    marker.hidden = [3, 5]

    spans = marker.spans()
    assert [CHAT[m].text[a:b] for m, a, b in spans] == ["Kay", "Hello"]
