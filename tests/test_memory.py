"""The text model: what it learns, how it goes on, and the rank of a secret against a naive one."""

import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.memory import (
    END,
    OTHER,
    WINDOW,
    TextModel,
    complete,
    every_code,
    exposure,
    guessed_right,
    log_chances,
    train,
    train_in_steps,
)
from privlessons.records import PlainError

TEXTS = [
    f"the {beast} sat on the {place} and said 417" for beast in ("cat", "dog") for place in ("mat", "wall")
]
TEXTS.append("0123456789")
ANY_TEXT = st.text(max_size=60)


@pytest.fixture(scope="module")
def model():
    return train(TEXTS, 1, batches=60)


def next_logs(model, start):
    """The log chances of the next letter, letter -> chance, by the plainest way."""
    seen = (END * WINDOW + start)[-WINDOW:]
    coded = np.array([[model.alphabet.index(x) if x in model.alphabet else 1 for x in seen]])
    return dict(zip(model.alphabet, model.net.log_chances(coded)[0], strict=True))


def one_by_one(model, start, candidate):
    """The log chance of a candidate, letter by letter."""
    return sum(
        next_logs(model, start + candidate[:n]).get(letter, next_logs(model, start + candidate[:n])[OTHER])
        for n, letter in enumerate(candidate)
    )


# --- training --------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_model_and_another_seed_another(model):
    again, other = train(TEXTS, 1, batches=60), train(TEXTS, 2, batches=60)
    logs = [log_chances(m, "said ", ("417", "999")).tolist() for m in (model, again, other)]
    assert logs[0] == logs[1] != logs[2]


def test_a_generator_may_be_given_in_place_of_a_seed():
    one, two = train(TEXTS, 5, batches=20), train(TEXTS, np.random.default_rng(5), batches=20)
    assert log_chances(one, "", ("cat",)) == log_chances(two, "", ("cat",))


def test_training_makes_the_loss_fall_and_ends_at_the_last_step():
    steps = list(train_in_steps(TEXTS, 1, batches=90, every=20))
    assert [step.done for step in steps] == [20 / 90, 40 / 90, 60 / 90, 80 / 90, 1]
    assert steps[-1].loss < steps[0].loss / 2


def test_the_model_of_an_early_step_stays_as_it_was():
    steps = train_in_steps(TEXTS, 1, batches=60, every=20)
    early = next(steps).model
    before = complete(early, "the ")
    list(steps)
    assert complete(early, "the ") == before


def test_a_text_learned_by_heart_is_given_back():
    learned = train(["rare words for a rainy day"], 1, batches=150)
    assert complete(learned, "rare words") == " for a rainy day"


def test_letters_and_numbers_are_counted(model):
    assert model.letters == sum(len(text) + 1 for text in TEXTS)
    assert model.numbers == sum(part.size for part in model.net.parts)
    assert set(model.alphabet) == {END, OTHER, *"".join(TEXTS)}


def test_no_text_reaches_over_into_the_next():
    """What a text begins with is learned from its start alone, not from the end of the text before."""
    learned = train(["aaaa", "bbbb"] * 30, 1, batches=150)
    begins = next_logs(learned, "")
    assert math.exp(begins["a"]) == pytest.approx(0.5, abs=0.1)
    assert math.exp(begins["b"]) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ([], "no text to learn from"),
        (["", "  \n "], "no text to learn from"),
        ("one text", "list of texts"),
        (["a", None], "not a text"),
        ([float("nan")], "not a text"),
    ],
)
def test_what_cannot_be_learned_from_is_refused_in_a_sentence(texts, says):
    with pytest.raises(PlainError, match=says):
        train(texts)


@given(st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=5), ANY_TEXT)
@settings(max_examples=15, deadline=None)
def test_any_text_is_learned_from_or_refused_in_a_sentence(texts, start):
    try:
        learned = train(texts, 1, batches=2)
    except PlainError:
        assert not any(text.strip() for text in texts)
    else:
        assert len(complete(learned, start, 5)) <= 5
        assert 0 <= guessed_right(learned, ["abc"]) <= 1


def test_more_letters_than_the_model_has_room_for_count_as_one():
    many = train(["".join(chr(0x4E00 + n) for n in range(500))], 1, batches=2)
    assert len(many.alphabet) == 202
    assert complete(many, "abc", 3) is not None


# --- going on, and guessing --------------------------------------------------------------------------


@given(ANY_TEXT)
@settings(max_examples=25, deadline=None)
def test_each_letter_is_the_likeliest_after_what_stands_there(model, start):
    low = start.lower()
    said = complete(model, start, 6)
    for n, letter in enumerate(said):
        logs = next_logs(model, low + said[:n])
        assert logs[letter] == pytest.approx(max(logs.values()), abs=1e-5)
    if len(said) < 6:
        logs = next_logs(model, low + said)
        assert logs[END] == pytest.approx(max(logs.values()), abs=1e-5)


def test_the_share_guessed_right_is_that_of_a_plain_count(model):
    texts = ["the cat said 4", "zebra"]
    right = sum(
        max(logs := next_logs(model, text[:n]), key=logs.get) == (text + END)[n]
        for text in texts
        for n in range(len(text) + 1)
    )
    assert guessed_right(model, texts) == pytest.approx(right / sum(len(text) + 1 for text in texts))


# --- ranks -------------------------------------------------------------------------------------------


@given(ANY_TEXT, st.sets(st.text("0123456789abz~", min_size=3, max_size=3), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_all_at_once_scores_as_one_by_one(model, start, candidates):
    candidates = sorted(candidates)
    naive = [one_by_one(model, start.lower(), c) for c in candidates]
    assert log_chances(model, start, candidates) == pytest.approx(naive, abs=1e-4)


def test_the_rank_is_the_place_in_the_sorted_list(model):
    codes = every_code(3)
    logs = dict(zip(codes, log_chances(model, "and said ", codes), strict=True))
    best_first = sorted(codes, key=logs.get, reverse=True)
    for secret in random.Random(1).sample(codes, 40):
        told = exposure(model, "and said ", secret)
        assert told.guesses == best_first.index(secret) + 1
        assert told.chance == pytest.approx(math.exp(one_by_one(model, "and said ", secret)), rel=1e-3)


def test_a_code_that_was_typed_comes_first_and_has_all_the_bits(model):
    told = exposure(model, "and said ", "417")
    assert (told.guesses, told.candidates) == (1, 1000)
    assert told.bits == pytest.approx(math.log2(1000))


def test_the_chances_of_all_codes_are_at_most_one_in_all(model):
    assert 0 < np.exp(log_chances(model, "and said ", every_code(3))).sum() <= 1.0001


def test_where_all_are_equally_likely_the_secret_counts_as_the_last(model):
    """So that a model that knows nothing is not said to remember."""
    wordless = train(["only letters here"], 1, batches=2)
    told = exposure(wordless, "letters ", "17")
    assert told.guesses == told.candidates == 100
    assert told.bits == 0


def test_codes_are_all_numbers_with_so_many_digits():
    assert every_code(2)[:3] == ("00", "01", "02")
    assert len(set(every_code(4))) == 10_000


@pytest.mark.parametrize(
    ("secret", "candidates", "says"),
    [
        ("1234567", None, "up to 6 digits"),
        ("turnip", None, "name all possible"),
        ("", None, "name all possible"),
        ("²", None, "name all possible"),
        ("12", ("34", "56"), "not among"),
        ("12", ("12", "345"), "same number of letters"),
        ("", ("",), "at least one"),
    ],
)
def test_secrets_that_cannot_be_ranked_are_refused_in_a_sentence(model, secret, candidates, says):
    with pytest.raises(PlainError, match=says):
        exposure(model, "and said ", secret, candidates)


def test_a_secret_of_words_is_ranked_among_the_words_given(model):
    assert exposure(model, "the ", "Cat", ("Pig", "Cat", "Owl")).guesses == 1


def test_a_model_is_a_list_of_numbers_and_holds_no_text(model):
    assert isinstance(model, TextModel)
    assert {part.dtype for part in model.net.parts} == {np.dtype(np.float32)}
