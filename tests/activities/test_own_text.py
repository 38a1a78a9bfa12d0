import pytest
from tests.activities.cards import said

from privlessons.activities.own_text import look_at_a_text
from privlessons.lesson import open_lesson

LESSON = "02-sit-at-the-reviewers-desk"
SECRET = "my brother Tobias owes £900, his mail is tobias@example.com <img src=x onerror=alert(1)>"


def test_counts_come_first_and_the_text_only_when_asked_for(lesson):
    card = look_at_a_text(lesson)
    card.controls["box"].value = SECRET
    card.controls["look"].click()
    results = " ".join(child.html for child in card.children if hasattr(child, "html"))
    assert card.state["kinds"]["EMAIL_ADDRESS"] == 1
    assert "e-mail address" in results
    assert "tobias" not in results.lower()

    card.controls["show"].click()
    assert "tobias@example.com" in said(card)
    assert "<img" not in said(card).replace(SECRET, ""), "what was typed is text, never markup"


def test_the_made_up_text_stands_in_the_box_to_compare(lesson):
    card = look_at_a_text(lesson)
    card.controls["example"].click()
    assert "Josie" in card.controls["box"].value
    assert "ways to reach somebody: <b>" in said(card)


def test_the_made_up_text_does_not_overwrite_what_was_typed(lesson):
    card = look_at_a_text(lesson)
    card.controls["box"].value = SECRET
    card.controls["example"].click()
    assert card.controls["box"].value == SECRET
    assert "Yours is still in the box" in said(card)
    assert card.state["kinds"]["PERSON"] >= 1
    card.controls["look"].click()
    assert "Yours is still in the box" not in said(card)


def test_nothing_of_the_text_is_written_down(lesson):
    card = look_at_a_text(lesson)
    card.controls["box"].value = SECRET
    card.controls["look"].click()
    card.controls["show"].click()
    kept = lesson.progress.path.read_text("utf-8")
    assert "obias" not in kept
    assert "900" not in kept


def test_forgetting_empties_the_box_and_the_page(lesson):
    card = look_at_a_text(lesson)
    card.controls["box"].value = SECRET
    card.controls["look"].click()
    card.controls["forget"].click()
    assert "obias" not in said(card)
    card.controls["show"].click()
    assert "obias" not in said(card)


def test_an_empty_box_and_a_very_long_text_get_one_sentence(lesson):
    card = look_at_a_text(lesson)
    card.controls["look"].click()
    assert "The box is empty" in card.status.html
    card.controls["box"].value = "a" * 30_000
    card.controls["look"].click()
    assert "too long" in card.status.html


@pytest.mark.parametrize(("place", "own_data"), [("own", False), ("", True)])
def test_where_own_text_is_shut_there_is_a_reason_and_a_made_up_text(monkeypatch, lesson, place, own_data):
    monkeypatch.setenv("PRIVLESSONS_PLACE", place)
    card = look_at_a_text(open_lesson("02-sit-at-the-reviewers-desk", own_data=own_data))
    assert card.controls["box"] not in card.children
    assert "Shut:" in said(card)

    card.controls["box"].value = SECRET
    card.controls["look"].click()
    card.controls["show"].click()
    assert "obias" not in " ".join(child.html for child in card.children if hasattr(child, "html"))
    assert "Josie" in said(card)
