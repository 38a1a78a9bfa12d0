"""Taking findings out of a text, and counting what was caught and what was missed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.records import Finding, PlainError, Planted
from privlessons.redaction import REMOVED, redact, score

TEXT = "anna met Tom in Leeds, and tom left"
NAMES = [Finding("PERSON", 0, 4, 0.9), Finding("PERSON", 9, 12, 0.9), Finding("PERSON", 27, 30, 0.9)]
TOWN = Finding("LOCATION", 16, 21, 0.9)


def test_removing_puts_the_same_box_whatever_the_length():
    assert redact(TEXT, [*NAMES, TOWN]) == f"{REMOVED} met {REMOVED} in {REMOVED}, and {REMOVED} left"


def test_replacing_names_the_same_words_the_same():
    assert (
        redact(TEXT, [TOWN, *NAMES], how="replace") == "[name 1] met [name 2] in [place 1], and [name 2] left"
    )


def test_one_count_can_run_through_a_whole_chat():
    numbers = {}
    assert redact("anna", [Finding("PERSON", 0, 4, 1)], "replace", numbers=numbers) == "[name 1]"
    assert redact(
        "bo, Anna", [Finding("PERSON", 0, 2, 1), Finding("PERSON", 4, 8, 1)], "replace", numbers=numbers
    ) == ("[name 2], [name 1]")


def test_planted_spans_can_be_redacted_too():
    assert redact("anna paints", [Planted(0, 0, 4, "PERSON")]) == f"{REMOVED} paints"


def test_an_unknown_way_and_a_span_outside_give_one_sentence():
    with pytest.raises(PlainError, match="not 'burn'"):
        redact(TEXT, NAMES, how="burn")
    with pytest.raises(PlainError, match="outside a text of 4"):
        redact("anna", [Finding("PERSON", 2, 9, 1)])


SPANS = st.lists(
    st.tuples(st.integers(0, 39), st.integers(1, 12), st.sampled_from(["PERSON", "LOCATION"])), max_size=6
)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="abc dé😀\ud800", min_size=40, max_size=60),
    SPANS,
    st.sampled_from(["remove", "replace"]),
)
def test_what_is_left_is_exactly_what_no_finding_touches(text, spans, how):
    found = [Finding(kind, start, min(start + length, len(text)), 0.5) for start, length, kind in spans]
    covered = {i for f in found for i in range(f.start, f.end)}
    left = redact(text, found, how)
    without = left.replace(REMOVED, "") if how == "remove" else __import__("re").sub(r"\[\w+ \d+\]", "", left)
    assert without == "".join(c for i, c in enumerate(text) if i not in covered)


def test_nothing_found_leaves_the_text_as_it_is_and_twice_is_once():
    once = redact(TEXT, NAMES)
    assert redact(TEXT, []) == TEXT
    assert redact(once, []) == once


def test_a_match_is_any_overlap_and_the_kind_counts_apart():
    planted = [[Planted(0, 0, 4, "PERSON"), Planted(0, 16, 21, "LOCATION")]]
    found = score(
        [[Finding("PERSON", 3, 6, 1), Finding("PERSON", 16, 18, 1), Finding("URL", 30, 33, 1)]], planted
    )
    assert (found.anywhere.caught, found.anywhere.missed, found.anywhere.false_alarms) == (2, 0, 1)
    assert (found.right_kind.caught, found.right_kind.missed, found.right_kind.false_alarms) == (1, 1, 2)
    assert found.anywhere.recall == 1
    assert found.anywhere.precision == pytest.approx(2 / 3)
    assert found.anywhere.f2 == pytest.approx(5 * (2 / 3) / (4 * (2 / 3) + 1))
    assert found.by_kind["LOCATION"].missed == 1
    assert found.by_kind["PERSON"].false_alarms == 1
    assert [f.kind for _, f in found.false_alarms] == ["URL"]
    assert found.missed == ()


def test_nothing_planted_and_nothing_found_is_perfect():
    empty = score([[]], [[]]).anywhere
    assert (empty.recall, empty.precision, empty.f2) == (1, 1, 1)


def test_lists_of_two_lengths_give_one_sentence():
    with pytest.raises(PlainError, match="give both"):
        score([[]], [])
