"""Notes of a photo and a voice note: shown after a guess, gone after they were taken away."""

import pytest
from tests.activities.cards import said

from privlessons.activities.extra_data import look_into_a_file

LESSON = "10-see-who-can-see"


def test_nothing_is_read_out_before_a_guess(lesson):
    card = look_into_a_file(lesson)
    for press in ("look", "strip"):
        card.controls[press].click()
    card.controls["which"].picked = [1]
    assert "Tick at least one" in card.status.html
    assert card.state["notes"] is None
    assert "Owner" not in said(card)


@pytest.mark.parametrize("which", [0, 1])
def test_the_file_gives_the_door_away_until_its_notes_are_gone(lesson, which):
    card = look_into_a_file(lesson)
    card.controls["guess"].picked = [0]
    card.controls["look"].click()
    card.controls["which"].picked = [which]
    assert card.state["notes"] >= 5
    assert 3 < card.state["metres"] < 15
    assert f"{card.state['metres']} metres" in said(card)
    assert "where it was made, on which phone, by whom" in said(card)
    card.controls["strip"].click()
    assert card.state["bare"] == 0
    assert "no note at all" in said(card)
    assert "Mika Tarn" not in said(card)


def test_a_full_guess_is_praised_and_kept(lesson):
    card = look_into_a_file(lesson)
    card.controls["guess"].picked = [0, 1, 2, 3]
    card.controls["look"].click()
    assert "You expected all of them" in said(card)
    assert lesson.kept("guesses", "extra-data").startswith("When it was made; ")
