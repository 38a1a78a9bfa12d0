from datetime import date

from tests.activities.cards import said

from privlessons.activities.owners import who_says_so

LESSON = "06-tell-copied-from-new"


def test_each_question_shows_what_is_said_and_what_is_open_with_its_date(lesson):
    card = who_says_so(lesson, today=date(2026, 12, 1))
    assert "It says." not in said(card)
    for n, key in enumerate(("training", "output", "sound")):
        card.controls["which"].picked = [n]
        assert card.state["shown"] == key
        assert said(card).count("It says.") == said(card).count("Not settled.") >= 2
        assert "Read on 25 November 2026" in said(card)
        assert "out of date" not in said(card)


def test_old_rows_say_that_they_are_old(lesson):
    card = who_says_so(lesson, today=date(2030, 1, 1))
    card.controls["which"].picked = [0]
    assert said(card).count("May be out of date.") == said(card).count("It says.")
