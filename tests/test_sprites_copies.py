import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from privlessons.sprites import as_squares, sprites, the_gecko
from privlessons.sprites_canvas import COLOURS
from privlessons.sprites_copies import Match, StyleJudge, count_up, nearest

SQUARES = 256
places = st.integers(0, 3).map(np.uint8)
tables = st.integers(1, 5).flatmap(lambda n: arrays(np.uint8, (n, 12), elements=places))


@pytest.fixture(scope="module")
def judge():
    return StyleJudge(as_squares(sprites()), [sprite.artist for sprite in sprites()])


@given(tables, tables)
def test_the_nearest_picture_is_the_one_that_counting_by_hand_finds(drawn, pictures):
    for one, match in zip(drawn, nearest(drawn, pictures), strict=True):
        by_hand = [sum(int(a) == int(b) for a, b in zip(one, p, strict=True)) for p in pictures]
        assert match == Match(by_hand.index(max(by_hand)), max(by_hand), 12)
        assert match.exact == any(bytes(one) == bytes(p) for p in pictures)


def test_each_training_picture_is_its_own_nearest():
    table = as_squares(sprites())
    assert [m.index for m in nearest(table, table)] == list(range(len(table)))
    assert all(m.exact and m.near for m in nearest(table, table))


@pytest.mark.parametrize(
    ("changed", "exact", "near"), [(0, True, True), (12, False, True), (13, False, False)]
)
def test_nearly_a_copy_means_at_most_twelve_squares_differ(changed, exact, near):
    drawn = as_squares([the_gecko()])[0].copy()
    drawn[:changed] = (drawn[:changed] + 1) % COLOURS
    [match] = nearest(drawn, as_squares([the_gecko()]))
    assert (match.same, match.exact, match.near) == (SQUARES - changed, exact, near)


def test_a_tally_adds_up_and_knows_the_one(judge):
    table = as_squares([*sprites(), the_gecko()])
    nearly = table[3].copy()
    nearly[:5] = (nearly[:5] + 1) % COLOURS
    noise = np.random.default_rng(0).integers(1, COLOURS, (2, SQUARES)).astype(np.uint8)
    drawn = np.vstack([table[-1], table[-1], table[7], nearly, noise])
    tally = count_up(drawn, nearest(drawn, table), the_gecko().squares, judge)
    assert (tally.of, tally.copies, tally.nearly, tally.the_one) == (6, 3, 1, 2)
    assert sum(count for _, count in tally.styles) == tally.of - tally.copies - tally.nearly


def test_the_one_is_counted_also_where_it_is_no_training_picture(judge):
    drawn = as_squares([the_gecko()])
    tally = count_up(drawn, nearest(drawn, as_squares(sprites())), the_gecko().squares, judge)
    assert (tally.copies, tally.the_one) == (0, 1)


def test_the_judge_names_most_artists_of_pictures_it_has_not_seen(judge):
    assert judge.right() > 0.85 * len(sprites())


def test_the_judge_agrees_with_one_made_anew_without_the_picture():
    pictures, artists = as_squares(sprites())[::8], [sprite.artist for sprite in sprites()][::8]
    found = 0
    for i in range(len(pictures)):
        others = [j for j in range(len(pictures)) if j != i]
        anew = StyleJudge(pictures[others], [artists[j] for j in others])
        found += anew.whose(pictures[i]) == (artists[i],)
    assert StyleJudge(pictures, artists).right() == found


def test_the_judge_agrees_with_scikit_learns_naive_bayes(judge):
    from sklearn.naive_bayes import MultinomialNB

    pictures, artists = as_squares(sprites()), [sprite.artist for sprite in sprites()]
    uses = np.array([np.bincount(p, minlength=COLOURS)[1:] for p in pictures])
    theirs = MultinomialNB(fit_prior=False).fit(uses, artists).predict(uses)
    assert list(judge.whose(pictures)) == list(theirs)


def test_where_the_squares_lie_does_not_matter_to_the_judge(judge):
    pictures = as_squares(sprites())
    shuffled = np.random.default_rng(0).permuted(pictures, axis=1)
    assert judge.whose(shuffled) == judge.whose(pictures)
