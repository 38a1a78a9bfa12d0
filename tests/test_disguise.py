import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.board import load_board, load_nameless
from privlessons.disguise import DISGUISES, disguise
from privlessons.style import learn_styles


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Capitals as in a book", "hi. i am SO glad. im here", "Hi. I am so glad. Im here"),
        (
            "Apostrophes where they belong",
            "im sure it isnt, Dont",
            "i'm sure it isn't, Don't",
        ),
        ("Plain words for pet words", "honestly pls stop cos i said so lol", "please stop because i said so"),
        ("Plain words for pet words", "i know it as well. well, no", "i know it as well. no"),
        ("Calm marks: no ?? or ...", "what?? oh... yes!! :) ok & fine", "what? oh. yes. ok and fine"),
    ],
)
def test_each_disguise_takes_one_habit_away(name, before, after):
    assert disguise(before, [name]) == after


@given(st.text(max_size=80))
def test_no_disguise_fails_and_none_at_all_changes_nothing(text):
    assert disguise(text, []) == text
    disguise(text, list(DISGUISES))


@pytest.fixture(scope="module")
def model():
    return learn_styles(load_board().known)


@pytest.mark.parametrize("post", load_nameless(), ids=lambda post: post.id)
def test_all_disguises_together_hide_the_companion_from_the_model(model, post):
    hidden = disguise(post.text, list(DISGUISES))
    assert model.place(hidden, post.author) > model.place(post.text, post.author) == 1
    assert len(hidden.split()) > 0.8 * len(post.text.split()), "it must still say the same"
