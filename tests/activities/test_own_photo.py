"""A photo of one's own: shut in a class, counts first, forgotten when asked."""

import pytest
from tests.activities.cards import said

from privlessons.activities.extra_data import TAKEN
from privlessons.activities.own_photo import counted, look_into_my_photo
from privlessons.attachments.notes import WHERE, Note
from privlessons.attachments.photo import make_photo, without_notes
from privlessons.lesson import open_lesson

PHOTO = make_photo(TAKEN, 54.7, 2.2)


def sent(data, name="me.jpg"):
    file = {"name": name, "content": memoryview(data), "size": len(data), "type": "image/jpeg"}
    return (file | {"last_modified": TAKEN},)


@pytest.fixture
def card(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    return look_into_my_photo(open_lesson("10-see-who-can-see", own_data=True))


def test_counts_come_first_and_words_when_asked(card):
    card.controls["sure"].picked = [0]
    card.controls["upload"].value = sent(PHOTO)
    assert card.state["notes"] == 7
    assert "It says where it was taken" in said(card)
    assert "54.7" not in said(card)
    card.controls["show"].click()
    assert "54.70000 N" in said(card)
    card.controls["strip"].click()
    assert card.state["bare"] == 0
    assert "54.7" not in said(card)
    card.controls["forget"].click()
    assert card.state["notes"] is None
    assert "Forgotten" in card.status.html
    card.controls["show"].click()
    assert "54.7" not in said(card)


def test_a_photo_is_refused_until_it_is_said_to_be_ones_own(card):
    card.controls["upload"].value = sent(PHOTO)
    assert "First tick" in card.status.html
    assert card.state["notes"] is None


def test_a_photo_is_refused_where_boxes_are_shut_whatever_the_page_sends(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    card = look_into_my_photo(open_lesson("10-see-who-can-see", own_data=False))
    card.controls["sure"].picked = [0]
    card.controls["upload"].value = sent(PHOTO)
    assert "shut here" in card.status.html
    assert card.state["notes"] is None


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0", b"<svg onload=alert(1)>"])
def test_what_is_no_photo_is_told_in_a_sentence(card, data):
    card.controls["sure"].picked = [0]
    card.controls["upload"].value = sent(data)
    assert "JPEG" in card.status.html
    assert card.state["notes"] is None


def test_one_note_is_a_note():
    assert "1 note. Where it was made: 1. It says where it was taken." in counted((Note("At", "x", WHERE),))


def test_a_bare_photo_says_so(card):
    card.controls["sure"].picked = [0]
    card.controls["upload"].value = sent(without_notes(PHOTO))
    assert card.state["notes"] == 0
    assert "No note that we know" in said(card)


def test_in_a_class_only_the_made_up_photo_is_there(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    card = look_into_my_photo(open_lesson("10-see-who-can-see"))
    assert card.controls["upload"] not in card.children
    card.controls["sure"].picked = [0]
    card.controls["upload"].value = sent(PHOTO)
    assert card.state["notes"] is None
    card.controls["example"].click()
    assert card.state["notes"] == 7
