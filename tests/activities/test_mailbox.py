"""The mailbox: a guess first, an order that is obeyed, and defences that the learner tries."""

import pytest
from tests.activities.cards import said

from privlessons.activities.mailbox import connect_a_mailbox
from privlessons.mailbox.mails import ATTACKS, LOOKALIKE

LESSON = "10-see-who-can-see"
FILTER, ASK, NO_PICTURES, SPLIT = range(4)


@pytest.fixture
def card(lesson):
    made = connect_a_mailbox(lesson)
    made.controls["guess"].picked = [0]
    made.controls["start"].click()
    return made


def test_pip_reads_nothing_before_a_guess(lesson):
    made = connect_a_mailbox(lesson)
    for name in ("start", "allow", "refuse"):
        made.controls[name].click()
    made.controls["attack"].picked = [1]
    assert "Pick a guess first" in made.status.html
    assert made.state["leaked"] is None
    assert LOOKALIKE not in said(made)


def test_with_no_defence_the_mail_is_obeyed_and_the_guess_comes_back(card):
    assert card.state["leaked"]
    assert LOOKALIKE in said(card)
    assert "Your guess was: <b>Nothing" in said(card)
    assert "Pip obeyed the mail" in said(card)
    assert "Pip is a toy" in said(card)


def test_the_hidden_text_shows_when_asked_for(card):
    mails = card.children[6]
    assert ATTACKS[0].hidden not in mails.value
    card.controls["show"].click()
    assert ATTACKS[0].hidden in mails.value
    card.controls["show"].click()
    assert ATTACKS[0].hidden not in mails.value


def test_a_kind_thief_gets_past_the_filter(card):
    card.controls["defences"].picked = [FILTER]
    assert not card.state["leaked"]
    assert "Pip skipped: Your parcel, Sunday" in said(card)
    card.controls["attack"].picked = [1]
    assert card.state["leaked"]
    assert card.state["leaks"] == 1


def test_what_pip_asks_is_for_the_learner_to_answer(card):
    card.controls["defences"].picked = [ASK]
    ask = card.children[4]
    assert card.state["asked"]
    assert ask.layout.display is None
    card.controls["allow"].click()
    assert card.state["leaked"]
    assert "Mika said yes to it" in said(card)
    assert "Mika saw nothing" not in said(card)
    card.controls["attack"].picked = [1]
    assert card.state["asked"], "a new mail is a new question"
    card.controls["refuse"].click()
    assert not card.state["leaked"]
    assert ask.layout.display == "none"


def test_with_reading_and_acting_apart_nothing_leaks_and_the_lie_is_told(card):
    card.controls["defences"].picked = [SPLIT]
    card.controls["attack"].picked = [3]
    assert card.state == {"leaked": False, "lied": True, "asked": False, "leaks": 0}
    assert "No leak." in said(card)
    assert "The lie still comes through" in said(card)
