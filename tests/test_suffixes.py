import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from privlessons.suffixes import TOP, block_places, longest_matches, sort_suffixes

few_words = st.lists(st.integers(0, 3), max_size=40)


def naive(text, corpus, i):
    """The length of the longest match of text[i:] in a corpus, and all its places."""
    best, places = 0, []
    for p in range(len(corpus)):
        n = 0
        while i + n < len(text) and p + n < len(corpus) and text[i + n] == corpus[p + n]:
            n += 1
        if n > best:
            best, places = n, [p]
        elif n == best and n:
            places.append(p)
    return best, places


@given(few_words)
def test_places_are_sorted_by_what_follows(corpus):
    order = sort_suffixes([*corpus, 9]).order.tolist()
    whole = [*corpus, 9]
    assert order == sorted(range(len(whole)), key=lambda p: whole[p:])


@given(few_words, few_words)
def test_longest_matches_and_their_places_are_those_of_a_naive_search(text, corpus):
    suffixes = sort_suffixes([*corpus, 9])
    found = longest_matches(text, suffixes)
    for i in range(len(text)):
        length, places = naive(text, corpus, i)
        assert found.length[i] == length
        if length:
            assert sorted(suffixes.order[found.low[i] : found.high[i]].tolist()) == places


def test_matches_longer_than_the_largest_block_are_found_whole():
    long = 5 * 2**TOP + 17
    corpus = [*[1] * long, 2, *range(10, 10 + long), 3]
    suffixes = sort_suffixes(corpus)
    assert len(suffixes.ranks) <= TOP + 1
    assert longest_matches([7, *[1] * (long + 5)], suffixes).length.max() == long
    assert longest_matches([1, *range(10, 10 + long), 7], suffixes).length[1] == long


@given(
    st.integers(0, 40),
    st.integers(1, 80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(0, 99)), max_size=5),
)
def test_a_long_copy_of_a_corpus_without_repeats_is_found_whole_up_to_each_changed_word(start, many, changes):
    corpus = [*range(60), 100, *range(60, 120), 101]
    text = (corpus * 2)[start : start + many]
    for at, word in changes:
        text[at % many] = word
    found = longest_matches(text, sort_suffixes(corpus))
    for i in range(len(text)):
        length, places = naive(text, corpus, i)
        assert found.length[i] == length
        if length:
            assert found.high[i] - found.low[i] == len(places)


def test_nothing_matches_in_an_empty_corpus_or_an_empty_text():
    assert longest_matches([1, 2], sort_suffixes([])).length.tolist() == [0, 0]
    assert longest_matches([], sort_suffixes([1, 2])).length.tolist() == []


def test_a_strange_word_matches_nowhere():
    found = longest_matches([4, 1], sort_suffixes([1, 2]))
    assert found.length.tolist() == [0, 1]
    assert found.low[0] == found.high[0] == 0
    assert isinstance(found.length, np.ndarray)


@given(few_words, few_words)
def test_places_of_blocks_are_those_of_a_naive_search(text, corpus):
    suffixes = sort_suffixes([*corpus, 9])
    low, high = block_places(text, suffixes, 2, longest_matches(text, suffixes))
    for i in range(len(text)):
        block = text[i : i + 4]
        places = [p for p in range(len(corpus)) if len(block) == 4 and corpus[p : p + 4] == block]
        assert sorted(suffixes.order[low[i] : high[i]].tolist()) == places
