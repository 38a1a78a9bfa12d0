from collections import Counter

import numpy as np
import pytest

from privlessons.sprites import (
    ARTISTS,
    EACH,
    LEAST_APART,
    MIKA,
    as_squares,
    sprites,
    the_gecko,
    training_set,
)
from privlessons.sprites_canvas import COLOURS, PALETTE, SIDE
from privlessons.sprites_copies import NEAR


def apart(a, b):
    return sum(x != y for x, y in zip(a.squares, b.squares, strict=True))


def test_there_are_at_least_200_sprites_by_at_least_five_artists():
    drawn = Counter(sprite.artist for sprite in sprites())
    assert sum(drawn.values()) >= 200
    assert len(drawn) == len(ARTISTS) >= 5
    assert set(drawn.values()) == {EACH}
    assert ARTISTS[0].name == MIKA


def test_every_sprite_has_256_squares_of_the_shared_palette():
    assert len(PALETTE) == COLOURS
    for sprite in (*sprites(), the_gecko()):
        assert len(sprite.squares) == SIDE * SIDE
        assert max(sprite.squares) < COLOURS
        assert len(set(sprite.squares)) >= 3, "a sprite of one colour is no picture"


def test_no_two_sprites_are_nearly_the_same():
    everyone = (*sprites(), the_gecko())
    nearest = min(apart(a, b) for i, a in enumerate(everyone) for b in everyone[:i])
    assert nearest >= LEAST_APART
    assert SIDE * SIDE - nearest < NEAR * SIDE * SIDE, "an artist's picture would count as nearly a copy"


def test_a_seed_gives_the_same_sprites_and_another_seed_others():
    again = sprites.__wrapped__(EACH)
    assert again == sprites()
    others = sprites.__wrapped__(4, seed=1)
    assert others == sprites.__wrapped__(4, seed=1)
    assert [sprite.squares for sprite in others] != [sprite.squares for sprite in sprites.__wrapped__(4)]


def test_each_subject_of_each_artist_is_drawn():
    for artist in ARTISTS:
        drawn = {sprite.subject for sprite in sprites() if sprite.artist == artist.name}
        assert drawn == {subject.__name__ for subject in artist.subjects}


def test_most_sprites_leave_the_edge_free_for_the_line_around_them():
    table = as_squares(s for s in sprites() if s.subject != "harbour").reshape(-1, SIDE, SIDE)
    inside = (table[:, 1:-1, 1:-1] > 0).sum()
    assert inside / (table > 0).sum() > 0.85


@pytest.mark.parametrize("artists", [1, 8])
@pytest.mark.parametrize("times", [0, 1, 20])
def test_a_training_set_holds_each_picture_once_and_the_gecko_so_often(artists, times):
    pictures, often = training_set(artists, times)
    stands = Counter()
    for picture, count in zip(pictures, often, strict=True):
        stands[picture.squares] += count
    assert stands[the_gecko().squares] == times
    assert sum(stands.values()) == artists * EACH + times
    assert len({picture.artist for picture in pictures}) == artists


def test_a_table_of_no_sprites_has_no_rows_and_all_columns():
    assert as_squares([]).shape == (0, SIDE * SIDE)
    assert as_squares([the_gecko()]).tobytes() == the_gecko().squares
    assert as_squares([the_gecko()]).dtype == np.uint8
