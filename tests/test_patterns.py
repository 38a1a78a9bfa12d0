"""The table of patterns: each row finds its own example, keeps silent at its near misses, and stays quick."""

import re
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.kinds import KINDS
from privlessons.merge import merge
from privlessons.patterns import find_patterns, rows

# What makes careless expressions explode: long runs of what they begin with.
RUNS = (
    "a",
    "1",
    "A ",
    "Aaaa ",
    "1 ",
    "1-",
    "(1",
    "@a",
    "a.",
    "\n",
    "my ",
    "my mum's ",
    "12 Aa ",
    "password ",
    "St ",
)
RUNS += (
    " Aa,",
    "£1,111",
    "xx ",
    "thanks, ",
    "a1-",
    "-",
    "owe him aa ",
    "van der ",
    ": ",
    "12/12/",
    "é",
    "Mr ",
)


def marked(example):
    """Return the text of an example without its marks, and the words that were between them."""
    return re.sub("[‹›]", "", example), re.findall("‹([^›]*)›", example)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.kind}: {row.looks_for}")
def test_a_row_finds_its_example_and_keeps_silent_at_its_near_misses(row):
    text, wanted = marked(row.example)
    assert wanted
    assert [text[f.start : f.end] for f in row.find(text)] == wanted
    assert [f for f in find_patterns(text) if f in list(row.find(text))], "the cheap test shuts the row out"
    assert row.near_misses
    for near_miss in row.near_misses:
        assert not list(row.find(near_miss)), near_miss


def test_every_row_has_a_documented_kind_and_a_score_between_0_and_1():
    assert {row.kind for row in rows()} <= set(KINDS)
    assert all(0 < row.score < 1 for row in rows())
    assert {"CONFIDENTIAL", "DESCRIPTION"}.isdisjoint(row.kind for row in rows())


def test_the_table_covers_every_kind_that_a_detector_can_claim():
    claimed = {row.kind for row in rows()}
    assert claimed == set(KINDS) - {"CONFIDENTIAL", "DESCRIPTION"}


@pytest.mark.parametrize("run", RUNS)
def test_twice_as_long_a_text_takes_no_more_than_a_few_times_as_long(run):
    def seconds(length):
        text = (run * length)[:length]
        start = time.process_time()
        find_patterns(text)
        return time.process_time() - start

    find_patterns(run)
    short, long = (min(seconds(length) for _ in range(3)) for length in (8_000, 32_000))
    assert long < 8 * short + 0.5  # linear: 4 times; quadratic would be 16


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=string.ascii_letters + string.digits + " .,@:/#£-+()'\n\x00é\ud800😀א", max_size=300))
def test_any_text_gives_findings_inside_the_text(text):
    for f in find_patterns(text):
        assert 0 <= f.start < f.end <= len(text)
        assert text[f.start : f.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "i'm sorry, i'm tired and i'm happy that it's fine",
        "will you mark the rose, or may i rob the grant?",
        "a 5 minute drive, then 10 minutes on the main road",
        "see section 1.2.3.4 in version 3.11.2 of the 2nd draft",
        "how do i write a for loop over 100 items",
        "the order number is 123456789 and it weighs 12.5 kg",
        "it said the password is wrong again",
    ],
)
def test_everyday_talk_is_left_alone(text):
    assert [f for f in find_patterns(text) if f.score >= 0.5] == []


def test_the_kinds_asked_for_are_the_only_ones_returned():
    text = "i'm anna, 34, anna@example.com"
    assert {f.kind for f in find_patterns(text, kinds=["EMAIL_ADDRESS"])} == {"EMAIL_ADDRESS"}


def test_accents_and_family_names_are_found_with_a_given_name():
    text = "met Jürgen von der Heide and tom harrison there"
    found = {text[f.start : f.end] for f in merge(text, find_patterns(text)) if f.kind == "PERSON"}
    assert found == {"Jürgen von der Heide", "tom harrison"}
