from collections import Counter
from random import Random

import pytest

from privlessons.board import load_board, load_nameless
from privlessons.records import PlainError
from privlessons.style import Hits, Trial, finish, learn_in_steps, learn_styles
from privlessons.writers import MIKA

LOUD = [("ann", f"WOW!!! {x} is SO great!!!") for x in ("tea", "rain", "bread", "the sea")]
QUIET = [("ben", f"i dont mind {x}, really...") for x in ("tea", "rain", "bread", "the sea")]
MIXED = [("cid", f"One likes {x}; one says so.") for x in ("tea", "rain", "bread", "the sea")]


@pytest.fixture(scope="module")
def model():
    return learn_styles(load_board().known)


def test_the_author_with_the_same_habits_comes_first():
    model = learn_styles(LOUD + QUIET + MIXED)
    assert model.rank("Chips are SO nice!!!")[0][0] == "ann"
    assert model.place("i dont like chips...", "ben") == 1
    assert model.likeliest(["One likes chips; one does.", "chips!!!"]) == ["cid", "ann"]


def test_clues_are_words_of_the_text_that_speak_for_the_author():
    model = learn_styles(LOUD + QUIET + MIXED)
    text = "i dont  know\nabout chips..."
    clues = model.clues(text, "ben")
    assert {text[c.start : c.end] for c in clues} & {"dont", "chips..."}
    assert [c.start for c in clues] == sorted(c.start for c in clues)
    assert all(c.weight > 0 for c in clues)


def test_ranks_hold_every_author_once():
    ranks = learn_styles(LOUD + QUIET + MIXED).rank("")
    assert Counter(author for author, _ in ranks) == Counter(["ann", "ben", "cid"])


def test_learning_tells_how_far_it_is():
    steps = learn_in_steps(LOUD + QUIET + MIXED)
    assert [round(share, 2) for share in steps] == [0.33, 0.67, 1.0]


def test_what_cannot_be_learned_is_said_in_a_sentence():
    with pytest.raises(PlainError, match="two authors"):
        learn_styles(LOUD)
    with pytest.raises(PlainError, match="no words"):
        learn_styles([("a", ""), ("b", "")])
    with pytest.raises(PlainError, match="does not know"):
        learn_styles(LOUD + QUIET).place("x", "zoe")


def test_more_authors_make_it_harder_and_chance_is_beaten_by_far(model):
    board = load_board()
    trial = Trial(model, board.known, board.nameless)
    shares = []
    for authors, draws in ((5, 12), (20, 3), (40, 1)):
        found = [finish(trial.hits(authors, Random(draw))) for draw in range(draws)]
        shares.append(sum(h.right for h in found) / sum(h.asked for h in found))
        assert shares[-1] > 3 * found[0].chance
    assert shares[0] > shares[1] > shares[2] > 0.4


def test_with_shuffled_authors_it_falls_to_chance(model):
    """The model reads habits: where a text's author is drawn by lot, nothing is left to learn."""
    board, rng = load_board(), Random(2)
    known, nameless = list(board.known), list(board.nameless)
    authors = [a for a, _ in known]
    rng.shuffle(authors)
    trial = Trial(model, [(a, t) for a, (_, t) in zip(authors, known, strict=True)], nameless)
    hits = finish(trial.hits(45, rng))
    assert hits.share < 3 * hits.chance


def test_the_companions_nameless_posts_are_hers(model):
    for post in load_nameless():
        assert model.place(post.text, MIKA.handle) == 1


def test_a_trial_of_too_many_authors_is_refused(model):
    board = load_board()
    with pytest.raises(PlainError, match="from 2 to 45"):
        finish(Trial(model, board.known, board.nameless).hits(50, Random(1)))
    assert Hits(5, 3, 6).share == 0.5
