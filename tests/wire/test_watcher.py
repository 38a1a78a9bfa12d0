"""Topics told from sizes alone: far above luck as it is, about luck once all pieces are alike."""

import asyncio
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.wire.answers import pieces, split_stock, topics, write_all
from privlessons.wire.streams import PADDINGS, Seen, parcels, watch
from privlessons.wire.watcher import CLUES, Watcher, judge

LEARN, TEST = 20, 15


def crossed(answers, padding):
    async def run():
        return [seen async for seen in watch(answers, padding)]

    return asyncio.run(run())


@pytest.mark.parametrize("padding", PADDINGS)
def test_each_locked_piece_is_22_bytes_longer_than_what_is_in_it(padding):
    answers = write_all(1, 1, np.random.default_rng(3))
    for said, seen in zip(answers, crossed(answers, padding), strict=True):
        assert [size - 22 for size in seen.sizes] == [len(one) for one in parcels(said, padding)]
        assert len(seen.gaps) == len(seen.sizes) - 1
        assert all(gap >= 0 for gap in seen.gaps)


@given(st.text(max_size=200))
def test_pieces_join_to_the_text_again_but_for_spaces_at_its_end(text):
    assert "".join(pieces(text)) == text.rstrip() or "".join(pieces(text)).strip() == text.strip()


def test_nothing_is_learned_from_a_sentence_of_the_test():
    learn, test = split_stock(np.random.default_rng(1))
    for topic in topics():
        for part in ("open", "middle", "close"):
            assert not set(learn.sentences[topic][part]) & set(test.sentences[topic][part])


def rights(padding, clue, seeds=range(4)):
    """Right answers of 60, on sizes that are computed as the line makes them (the test above holds that)."""
    found = []
    for seed in seeds:
        answers = write_all(LEARN, TEST, np.random.default_rng(seed))
        seen = [Seen(tuple(len(one) + 22 for one in parcels(said, padding)), ()) for said in answers]
        told = [said.topic for said in answers]
        cut = LEARN * len(topics())
        verdict = judge(Watcher(seen[:cut], told[:cut], clue), seen[cut:], told[cut:])
        assert verdict.right == sum(a == b for a, b in zip(verdict.guesses, told[cut:], strict=True))
        assert verdict.low < verdict.right / verdict.asked < verdict.high or verdict.right == verdict.asked
        assert verdict.luck == 22
        found.append(verdict.right)
    return found


def test_topics_are_told_from_sizes_and_hardly_from_equal_sizes_and_not_from_one_parcel():
    as_it_is, filled, whole = (rights(padding, "sizes") for padding in PADDINGS)
    assert np.mean(as_it_is) > 48
    assert np.mean(filled) < 30
    assert whole == [15] * 4


@pytest.mark.parametrize("clue", CLUES)
def test_topics_without_a_difference_are_told_by_luck_only(clue):
    rng = np.random.default_rng(5)
    seen = [Seen(tuple(rng.integers(40, 50, 60)), tuple(rng.random(59) / 1e3)) for _ in range(400)]
    told = [str(topic) for topic in rng.permutation(list(topics()) * 100)]
    verdict = judge(Watcher(seen[:200], told[:200], clue), seen[200:], told[200:])
    assert verdict.right <= verdict.luck + 10
    assert len(Counter(verdict.guesses)) > 1
