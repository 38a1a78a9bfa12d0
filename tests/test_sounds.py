import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.board import load_board
from privlessons.records import PlainError
from privlessons.sounds import Accused, Expectation, accuse, measure, train_detector

EVEN = "The bus is late. The bus is slow. The bus is full."
BUMPY = "No. The old blue bus, which never comes when anybody needs it, came at last! Why? Ask the gulls."


def test_the_chances_of_all_words_after_a_word_add_up_to_one():
    expected = Expectation([EVEN, BUMPY])
    known = list(expected.single)
    for before in ("bus", "", "never", "unheard"):
        total = sum(expected._chance(before, word) for word in known)
        left_for_new_words = (
            5 * 0.5 / (expected.total + 0.5 * (len(known) + 1)) / (expected.before[before] + 5)
        )
        assert total + left_for_new_words == pytest.approx(1)


def test_a_word_that_often_follows_surprises_less_than_one_never_seen():
    expected = Expectation([EVEN])
    assert expected.surprises("the bus")[1] < 1 < expected.surprises("the zebra")[1]


def test_even_sentences_have_no_ups_and_downs():
    expected = Expectation([EVEN, BUMPY])
    assert measure(EVEN, expected)[2] == 0
    assert measure(BUMPY, expected)[2] > 1


@given(st.text(max_size=100))
def test_any_text_with_a_word_has_finite_measures_and_any_other_is_refused(text):
    expected = Expectation([EVEN])
    try:
        assert all(math.isfinite(value) for value in measure(text, expected))
    except PlainError as error:
        assert "no word" in str(error)  # noqa: PT017


def test_a_score_is_the_logistic_of_its_parts():
    detector = train_detector([EVEN] * 3, [BUMPY] * 3, Expectation([EVEN, BUMPY]))
    total = detector.offset + sum(part for _, part in detector.parts(EVEN))
    assert detector.score(EVEN) == pytest.approx(1 / (1 + math.exp(-total)))
    assert detector.score(EVEN) > 0.5 > detector.score(BUMPY)


def test_without_texts_there_is_nothing_to_learn():
    with pytest.raises(PlainError, match="to learn from"):
        train_detector([], [BUMPY], Expectation([]))


def test_accusations_are_counted_by_group():
    scores = [("pip", 0.9), ("ann", 0.4), ("pip", 0.5), ("ann", 0.1)]
    assert accuse(scores, 0.5) == (Accused("pip", 2, 2), Accused("ann", 0, 2))
    assert [a.accused for a in accuse(scores, 0.0)] == [2, 2]
    assert [a.accused for a in accuse(scores, 0.91)] == [0, 0]


@pytest.fixture(scope="module")
def shares():
    """The share accused by group at one half, for a detector that learned from free writers only."""
    board = load_board()
    detector = train_detector(
        [p.text for p in board.pips[1] if p.group == "Pip"],
        [p.text for p in board.second if p.group == "free"],
        Expectation(p.text for p in (*board.first, *board.pips[0])),
    )
    asked = [*board.pips[2], *board.third]
    return {
        a.group: a.accused / a.asked for a in accuse([(p.group, detector.score(p.text)) for p in asked], 0.5)
    }


def test_the_town_detector_finds_pip_and_accuses_plain_writers_far_more_than_free_ones(shares):
    """What the lesson says, with generous margins: it must hold, or the page would tell something else."""
    assert shares["Pip"] > 0.6
    assert shares["plain"] > 1.5 * shares["free"]
    assert shares["second language"] > 1.5 * shares["free"]


def test_asking_pip_to_sound_casual_is_enough_to_slip_through(shares):
    assert shares["Pip, told to sound casual"] < 0.5 * shares["Pip"]
