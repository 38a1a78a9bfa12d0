"""A large JSON list read item by item gives what json.loads gives, wherever the bites end."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.exports import stream

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)
rows = st.lists(
    st.dictionaries(st.text(max_size=5), values, max_size=3).map(lambda row: {"a": 1, "k": 0, **row})
)


def read(raw, bite=stream.BITE, under="", has="k"):
    file, said = io.BytesIO(raw), []
    file.name = "x.json"
    before, stream.BITE = stream.BITE, bite
    try:
        return list(stream.items(file, said.append, has=has, under=under)), said
    finally:
        stream.BITE = before


@settings(max_examples=60, deadline=None)
@given(rows, st.integers(1, 40), st.sampled_from([None, 1, 30]), st.booleans())
def test_the_bites_do_not_matter(some, bite, indent, escaped):
    raw = json.dumps(some, indent=indent, ensure_ascii=escaped).encode()
    assert read(raw, bite) == (some, [])
    wrapped = json.dumps({"v": '"list": [', "list": some, "end": [{"k": 1}]}, ensure_ascii=escaped).encode()
    assert read(wrapped, under="list") == (some, [])
    lines = "\n".join(json.dumps(row, ensure_ascii=escaped) for row in some).encode()
    assert read(lines, bite) == (some, [])


@settings(max_examples=60, deadline=None)
@given(rows.filter(bool), st.data(), st.integers(1, 40))
def test_a_cut_costs_only_the_item_that_is_cut(some, data, bite):
    raw = json.dumps(some).encode()
    cut = data.draw(st.integers(1, len(raw) - 1))
    got, said = read(raw[:cut], bite)
    assert got == some[: len(got)]
    whole = [len(json.dumps(some[:n]).encode()) - 1 for n in range(1, len(some) + 1)]
    assert len(got) == sum(end <= cut for end in whole)
    assert said == ["The end of x.json is damaged or missing: what comes before was read."]


def test_an_item_beyond_all_bounds_is_left_out_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(stream, "LONGEST", 5_000)
    some = [{"k": 1}, {"k": "x" * 20_000}, {"k": 3}]
    assert read(json.dumps(some).encode(), 100) == (
        [some[0], some[2]],
        ["Chat number 2 in x.json is damaged and was left out."],
    )


def test_a_file_made_of_broken_beginnings_is_given_up():
    got, said = read(b'[{"k": 1}, ' + b'{"k": ,' * 5_000 + b"]")
    assert got == [{"k": 1}]
    assert said == ["From chat number 2 on, x.json is damaged: what comes before was read."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"a": {"b": [{"c": 1}]}, "d": "e: f"}]', {"item.a", "item.a.b", "item.a.b.item.c", "item.d"}),
        ('{"a": "b", "c": ["d"]}', {"a", "c"}),
        (r'[{"title": "\"mapping\": {", "x', {"item.title"}),
        ('\ufeff [ {"a" : 1}', {"item.a"}),
        ('hello {"a": 1}', set()),
        ("", set()),
    ],
)
def test_a_file_is_known_by_its_keys(text, found):
    assert stream.shape(text.encode()) == found


def test_the_keys_of_a_strange_file_are_found_quickly():
    assert len(stream.shape(b"[" * 60_000)) == 0
    assert len(stream.shape(b'{"a":' * 10_000)) < 4_001
