import asyncio
import gc

import pytest
from tests.activities.cards import done, said

from privlessons.activities.policy import choose, consent, label, own, puzzle, versions, words
from privlessons.lesson import open_lesson
from privlessons.policy.labels import label_policy
from privlessons.policy.records import CLASSES, Sentence
from privlessons.policy.shelf import load_consent, load_firms

LESSON = "11-read-the-policy"
FIRMS = [firm.id for firm in load_firms()]


def pick(card, name, at):
    card.controls[name].picked = [at]


def after(card, *names):
    async def click():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(click())
    return card


# --- the puzzle -------------------------------------------------------------------------------------------


def test_the_puzzle_asks_for_an_answer_first(lesson):
    card = after(puzzle.find_the_sentence(lesson), "check")
    assert "Pick one of the answers first" in card.status.html
    assert card.state["answered"] == 0


def test_a_wrong_sentence_is_told_which_question_it_answers_and_what_the_rules_saw(lesson):
    card = puzzle.find_the_sentence(lesson)
    pick(card, "ask", 0)
    after(card, "check")
    assert "Yours answers another question" in said(card)
    assert "gives it to others" in said(card)
    assert card.state == {"firm": "tollwick", "question": "share", "answered": 1, "right": 0}


def test_finding_that_nothing_is_said_counts_as_right(lesson):
    card = puzzle.find_the_sentence(lesson)
    pick(card, "ask", 0)
    after(card, "check", "check")
    assert card.controls["ask"].legend.startswith("Question 2 of 4")
    pick(card, "ask", 4)
    after(card, "check")
    assert "Not said. Well seen." in said(card)
    assert card.state["right"] == 1


def test_another_policy_starts_at_the_first_question_with_nothing_picked(lesson):
    card = puzzle.find_the_sentence(lesson)
    pick(card, "ask", 0)
    after(card, "check", "check")
    pick(card, "which", 2)
    assert card.controls["ask"].legend.startswith("Question 1 of 4")
    assert card.controls["ask"].picked == []
    assert card.state["firm"] == "brambleby"


# --- the label --------------------------------------------------------------------------------------------


def test_no_label_before_the_button_and_the_guess_beside_it_afterwards(lesson):
    guess = puzzle.guess_what_is_left_out(lesson)
    pick(guess, "choice", 1)
    after(guess, "lock")
    card = label.make_the_label(lesson)
    assert "not said" not in said(card)
    after(card, "start")
    assert "Your guess was: <b>One or two</b>" in said(card)
    assert card.state["not_said"] == ["train", "review", "keep"]
    assert said(card).count("pl-said-not") == 3


@pytest.mark.parametrize("at", range(len(FIRMS)))
@pytest.mark.parametrize("kind", [0, len(CLASSES) - 1, len(CLASSES)])
def test_each_policy_shows_what_it_says_about_a_class_or_everything(lesson, at, kind):
    card = after(label.make_the_label(lesson), "start")
    pick(card, "which", at)
    pick(card, "mark", kind)
    assert card.state["firm"] == FIRMS[at]
    assert card.state["marked"] == (CLASSES[kind] if kind < len(CLASSES) else None)
    assert ('<mark class="pl-caught">' in said(card)) == (kind < len(CLASSES))


def test_a_slower_reader_needs_more_minutes(lesson):
    card = after(label.make_the_label(lesson), "start")
    pick(card, "which", 1)
    card.controls["speed"].value = 300
    fast = said(card)
    card.controls["speed"].value = 175
    assert "2 minutes to read" in fast
    assert "3 minutes to read" in said(card)


# --- may and does -----------------------------------------------------------------------------------------


def test_each_may_becomes_does_only_after_a_guess_and_only_on_request(lesson):
    card = after(words.may_and_does(lesson), "start")
    assert "Pick one of the answers first" in card.status.html
    pick(card, "guess", 2)
    after(card, "start")
    assert card.state["weasels"] > 20
    assert card.state["turned"] == 0
    assert '<mark class="pl-false">may</mark>' in said(card)
    pick(card, "how", 1)
    assert card.state["turned"] > 20
    assert "<b>do</b></mark> collect" in said(card)
    assert "You would have agreed to all of it." in said(card)


def test_the_honest_firm_has_nothing_to_turn(lesson):
    card = words.may_and_does(lesson)
    pick(card, "guess", 0)
    after(card, "start")
    pick(card, "which", 2)
    pick(card, "how", 1)
    pick(card, "only", 1)
    assert card.state["turned"] == 0
    assert "nothing to turn" in said(card)
    assert "in 1 place, 0 of them" in said(card)


# --- side by side, and the checklist ----------------------------------------------------------------------


def test_the_checklist_is_set_beside_the_first_choice(lesson):
    card = choose.choose_for_mika(lesson)
    pick(card, "guess", 0)
    after(card, "start")
    assert card.state["pair"] == ["tollwick", "glowmoth"]
    assert "leaves 3 of nine" in said(card)
    after(card, "check")
    assert "Your guess was: <b>Tollwick</b>. By the checklist, Brambleby does best." in said(card)
    assert card.state["met"]["brambleby"] == max(card.state["met"].values())
    pick(card, "right", 0)
    assert "the same policy twice" in said(card)


# --- the consent page -------------------------------------------------------------------------------------


def test_pressing_a_trick_names_it_and_pressing_a_fair_part_says_so(lesson):
    card = consent.find_the_tricks(lesson)
    card.controls["page"].value = "letter"
    assert "No trick here." in said(card)
    card.controls["page"].value = "accept"  # the big Yes makes one trick with the small No
    assert card.state["found"] == ["uneven"]
    assert card.controls["page"].marks["uneven"] == "trick"
    assert "A loud yes and a quiet no" in said(card)
    assert card.state["fair"] == ["letter"]


def test_five_tricks_lead_to_the_fair_page(lesson):
    card = consent.find_the_tricks(lesson)
    tricks = [part.id for part in load_consent() if part.trick]
    assert len(tricks) == 5
    for name in tricks:
        assert "dark patterns" not in said(card)
        card.controls["page"].value = name
    assert "dark patterns" in said(card)
    assert card.state["helped"] is False
    after(card, "again")
    assert card.state == {"found": [], "fair": [], "helped": False}
    after(card, "rest")
    assert card.state["helped"] is True
    assert len(card.state["found"]) == 5


# --- any policy, two versions -----------------------------------------------------------------------------


def own_card(lesson, text):
    card = own.label_any_policy(lesson)
    card.controls["box"].value = text
    return after(card, "read")


def test_a_pasted_policy_gets_its_label_and_stays_text(lesson):
    text = "We may share your data with <img src=x onerror=alert(1)> partners. We keep it for 30 days."
    card = own_card(lesson, text)
    assert card.state["sentences"] == 2
    assert card.state["not_said"] == [k for k in CLASSES if k not in ("share", "keep")]
    pick(card, "mark", CLASSES.index("share"))
    shown = said(card).replace(text, "")  # but for the box, in which it was typed
    assert "<img" not in shown
    assert "&lt;img" in shown
    assert not lesson.progress.path.exists() or "30 days" not in lesson.progress.path.read_text("utf-8")
    after(card, "forget")
    assert "30 days" not in said(card)
    assert "Forgotten" in card.status.html


def test_no_word_of_a_forgotten_policy_stays_in_memory(lesson):
    def cached():
        every = [one for one in gc.get_objects() if type(one) is type(label_policy)]
        return {one.__qualname__: one.cache_info().currsize for one in every if "policy" in one.__module__}

    label_policy.cache_clear()
    before = cached()
    card = own_card(
        lesson, "# What Zyxqua collects\n\nZyxqua shares:\n\n- your data with partners\n- your name"
    )
    assert card.state["sentences"] == 3
    after(card, "forget")
    gc.collect()
    assert cached() == before
    assert not [
        one for one in gc.get_objects() if isinstance(one, Sentence) and "Zyxqua" in one.lead + one.text
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no policy in the box"),
        ("x " * 2_500_000, "too long"),
        ("Wir verarbeiten Ihre Daten und die Daten Ihrer Kinder für den Dienst.", "German"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_no_label(lesson, text, sentence):
    card = own_card(lesson, text)
    assert sentence in card.status.html
    assert card.state["sentences"] is None
    assert "pl-label" not in said(card)


def test_the_box_stays_open_in_class_since_a_policy_is_nobodys_personal_text(lesson, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_PLACE", "")
    card = after(own.label_any_policy(open_lesson("11-read-the-policy", own_data=False)), "example")
    assert card.state["sentences"] > 30


def test_two_versions_show_what_went_and_by_class(lesson):
    card = versions.what_changed(lesson)
    pick(card, "guess", 0)
    after(card, "start")
    everything = card.state["shown"]
    assert min(card.state[what] for what in ("came", "went", "changed")) > 0
    pick(card, "only", 1 + CLASSES.index("train"))
    assert 0 < card.state["shown"] < everything
    assert "<del>We do not use content</del>" in said(card)
    card.controls["old"].value = "We keep your data for 30 days. We sell nothing to the others."
    after(card, "compare")
    assert "The box for the newer version is empty" in card.status.html
    card.controls["new"].value = "We keep your data for 90 days. We sell nothing to the others."
    after(card, "compare")
    assert card.state["changed"] == 1
