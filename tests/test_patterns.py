"""The table of patterns: each row finds its own example, and keeps silent at its near misses."""

import re

import pytest

from privlessons.patterns import find_patterns, rows


def marked(example):
    """Return the text of an example without its marks, and the words that were between them."""
    return re.sub("[‹›]", "", example), re.findall("‹([^›]*)›", example)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.kind}: {row.looks_for}")
def test_a_row_finds_its_example_and_keeps_silent_at_its_near_misses(row):
    text, wanted = marked(row.example)
    assert wanted
    assert [text[f.start : f.end] for f in row.find(text)] == wanted
    assert [f.kind for f in find_patterns(text, kinds=[row.kind])], (
        "the cheap test before it shuts the row out"
    )
    assert row.near_misses
    for near_miss in row.near_misses:
        assert not list(row.find(near_miss)), near_miss
