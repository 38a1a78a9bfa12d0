from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from privlessons.copying import Document, find_copied, make_index
from privlessons.records import PlainError
from privlessons.wording import words_of

letters = (
    st.text(alphabet="ab ", max_size=60)
    | st.text(alphabet="aBé我ส’'. \n", max_size=40)
    | st.text(max_size=40)
)
WAVE = (
    "A wave is three blues and a bit of nerve. I put the darkest blue where your eye wants to rest, and one "
    "row of foam is crooked."
)


def words(text):
    return [word for word, _, _ in words_of(text)]


def naive(text, documents, shortest):
    """The words (by number) in runs of so many or more that stand in a document; the longest run."""
    mine, longest, covered = words(text), 0, set()
    for document in map(words, documents):
        for i in range(len(mine)):
            for p in range(len(document)):
                n = 0
                while i + n < len(mine) and p + n < len(document) and mine[i + n] == document[p + n]:
                    n += 1
                longest = max(longest, n)
                if n >= shortest:
                    covered |= set(range(i, i + n))
    return covered, longest


def covered_by(text, passages):
    return {
        i
        for i, (_, start, end) in enumerate(words_of(text))
        if any(p.start <= start and end <= p.end for p in passages)
    }


@settings(deadline=None)
@given(letters, st.lists(letters, max_size=4), st.integers(1, 5))
@example("a b a b a b", ["b a b a", "a b"], 2)
def test_what_is_found_word_for_word_is_what_a_naive_search_finds(text, documents, shortest):
    covered, longest = naive(text, documents, shortest)
    passages = find_copied(text, make_index(documents), shortest, near=False)

    assert covered_by(text, passages) == covered
    assert max((p.words for p in passages), default=0) == (longest if longest >= shortest else 0)
    for p in passages:
        there = documents[p.document][p.at : p.at_end]
        assert p.kind == "exact"
        assert words(text[p.start : p.end]) == words(there)
        holders = [d for d in documents if contains(words(d), words(there))]
        assert p.documents == p.authors == len(holders)


def contains(many, few):
    return any(many[i : i + len(few)] == few for i in range(len(many) - len(few) + 1))


@settings(deadline=None)
@given(letters, st.lists(letters, max_size=4), st.integers(1, 5))
def test_near_copies_never_lose_an_exact_one_and_no_passage_lies_in_another(text, documents, shortest):
    passages = find_copied(text, make_index(documents), shortest)

    assert covered_by(text, passages) >= naive(text, documents, shortest)[0]
    for before, after in pairwise(passages):
        assert before.start < after.start
        assert before.end < after.end
    for p in passages:
        assert shortest <= p.same <= p.words


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_a_text_is_found_whole_in_itself(text):
    count = len(words(text))
    passages = find_copied(text, make_index(["", text]), 1)
    assert covered_by(text, passages) == set(range(count))
    if count:
        assert passages[0].words == count
        assert passages[0].document == 1


def test_a_few_changed_words_make_a_near_copy():
    changed = (
        "They say a wave is three blues and a bit of nerve. We put the darkest blue where your eye wants to "
        "rest, and then one row of foam is crooked. Yes."
    )
    [passage] = find_copied(changed, make_index([WAVE]))
    assert passage.kind == "near"
    assert (passage.words, passage.same) == (29, 27)
    assert changed[passage.start : passage.end].startswith("a wave is three")
    assert WAVE[passage.at : passage.at_end] == WAVE[:-1]


def test_words_left_out_make_a_near_copy_too():
    [passage] = find_copied(WAVE.replace("darkest blue ", "blue "), make_index([WAVE]))
    assert passage.kind == "near"
    assert passage.words == passage.same == len(words(WAVE)) - 1


def test_a_near_copy_counts_all_documents_that_hold_nearly_the_same():
    mine = WAVE.replace("darkest", "deepest")
    corpus = [WAVE, "Something else.", WAVE.replace("crooked", "straight"), WAVE[:50]]
    [passage] = find_copied(mine, make_index(corpus))
    assert (passage.kind, passage.documents, passage.authors) == ("near", 2, 2)
    assert passage.document == 0


def test_boilerplate_in_another_order_is_found_sentence_by_sentence():
    """Many documents share all sentences, so there are far more chains than passages."""
    rng = Random(1)
    sentences = [" ".join(f"w{rng.randrange(900)}" for _ in range(8)) for _ in range(120)]
    corpus = [". ".join(rng.sample(sentences, len(sentences))) for _ in range(30)]
    text = ". ".join(s.replace(s.split()[3], "changed") if n % 2 else s for n, s in enumerate(sentences))
    passages = find_copied(text, make_index(corpus), 7)
    assert covered_by(text, passages) >= naive(text, corpus, 7)[0]
    assert all(p.documents <= 30 for p in passages)
    assert all(p.documents == 30 for p in passages if p.words <= 8 and p.same < 8)


def test_without_near_only_the_same_words_are_found():
    changed = WAVE.replace("I put", "We put")
    passages = find_copied(changed, make_index([WAVE]), near=False)
    assert [p.kind for p in passages] == ["exact", "exact"]


def test_other_words_in_the_same_order_far_apart_are_no_near_copy():
    apart = "a wave is three blues " + "but something else entirely " * 3 + "row of foam is crooked"
    assert find_copied(apart, make_index([WAVE])) == ()


def test_a_phrase_of_many_authors_is_common_and_one_of_a_single_author_is_not():
    phrase = "thank you all so very much for your help"
    corpus = [Document(f"{phrase} {name}", author=name) for name in ("ann", "ben", "cid")]
    corpus += [Document(WAVE, author="mika"), Document("Again: " + WAVE, author="mika")]
    found = find_copied(f"{phrase}! {WAVE}", make_index(corpus))
    assert [(p.authors, p.documents, p.common) for p in found] == [(3, 3, True), (1, 2, False)]


def test_documents_without_an_author_count_one_each():
    [passage] = find_copied(WAVE, make_index([WAVE, WAVE, WAVE]))
    assert (passage.documents, passage.authors) == (3, 3)


def test_no_match_runs_from_one_document_into_the_next():
    assert find_copied("one two three four", make_index(["one two", "three four"]), 3) == ()


def test_capitals_punctuation_and_forms_of_letters_make_no_difference():
    [passage] = find_copied("“Cafe\u0301, FIVE o’clock: ﬁne”", make_index(["café five o'clock fine"]), 4)
    assert passage.kind == "exact"


@pytest.mark.parametrize("text", ["", "   \n", "…", "one two"])
def test_a_text_without_enough_words_has_no_passages(text):
    assert find_copied(text, make_index([WAVE])) == ()
    assert find_copied(text, make_index([])) == ()


def test_endless_repetition_is_found_as_one_passage():
    [passage] = find_copied("so " * 3_000, make_index(["so " * 20_000, "on and on"]))
    assert passage.words == 3_000
    assert find_copied("so " * 3_000, make_index(["so " * 7]))[0].words == 7


def test_texts_without_spaces_are_compared_by_character():
    [passage] = find_copied(
        "他说：春眠不觉晓，处处闻啼鸟。", make_index(["春眠不觉晓，处处闻啼鸟。夜来风雨声"]), 6
    )
    assert passage.words == 10


def test_what_is_no_text_is_refused_in_a_sentence():
    with pytest.raises(PlainError, match="must be text"):
        make_index([Document(b"bytes")])
    with pytest.raises(PlainError, match="at least one word"):
        find_copied(WAVE, make_index([WAVE]), 0)
    with pytest.raises(PlainError, match="Only text"):
        find_copied(None, make_index([WAVE]))
    with pytest.raises(PlainError, match="make_index"):
        find_copied(WAVE, [WAVE])


def test_a_single_text_is_a_corpus_of_one():
    assert find_copied(WAVE, make_index(WAVE))[0].documents == 1


def test_an_index_is_not_changed_by_searching():
    index = make_index([WAVE, "something else"])
    assert find_copied(WAVE, index) == find_copied(WAVE, index)
    assert "zebra" not in (find_copied("zebra " + WAVE, index) and index.vocabulary)
