"""Whatever happens to a source's files, a trail or one plain sentence comes out. All people are invented."""

import json
from copy import deepcopy
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privlessons import samples
from privlessons.exports import read_export
from privlessons.records import PlainError
from privlessons.samples.story import story

QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
FEW = [
    event
    for source in sorted({event.source for event in story()})
    for event in [event for event in story() if event.source == source][:12]
]
MANY = {
    "Instagram",
    "Facebook",
    "Google My Activity",
    "Google My Activity (web pages)",
}  # forms in one export


def chosen():
    """Every form of file that the readers know, by a name."""
    for name in samples.NAMES:
        found = samples.files(name, sorted(FEW, key=lambda event: event.time))
        if name in MANY:
            yield from (
                (f"{name}, {path.rpartition('/')[2]}, {len(raw)}", raw) for path, raw in found.items()
            )
        elif name not in {"ChatGPT", "Claude"}:  # theirs stand in test_properties
            yield name, max(found.values(), key=len)


FILES = {name: raw for name, raw in chosen() if len(raw) > 200}
SHAPED = [name for name, raw in FILES.items() if raw.lstrip()[:1] in {b"[", b"{"} and "WhatsApp" not in name]


def walked(source):
    """Read all there is; anything but a PlainError goes through and fails the test."""
    try:
        trail = read_export(source)
    except PlainError as problem:
        return [] if "\n" not in str(problem) else pytest.fail("more than one line")
    for event in trail.events:
        assert event.time.utcoffset() == timedelta(0)
        assert 1990 <= event.time.year <= 2100
        assert event.end is None or event.end >= event.time
        assert (event.latitude is None) == (event.longitude is None)
        assert event.latitude is None or (-90 <= event.latitude <= 90 and -180 <= event.longitude <= 180)
        f"{event.text} {event.who}".encode()
    for chat in trail.chats:
        assert chat.messages
    trail.events.by_hour()
    assert trail.progress() == 1
    assert all("\n" not in said for said in trail.skipped)
    return trail


flips = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=10)
cuts = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)
leaves = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        1e308,
        float("nan"),
        "",
        "x",
        "\ud800",
        "9" * 30,
        "2024-01-01",
        [],
        {},
        [[]],
        [{}],
    ]
)
places = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), leaves), min_size=1, max_size=6)


def flipped(name, some, cut, whole):
    raw = FILES[name]
    broken = bytearray(raw)
    for place, byte in some:
        broken[int(place * len(raw))] = byte
    if not whole:
        del broken[int(cut[0] * len(raw)) : int(cut[1] * len(raw))]
    walked(bytes(broken))


def nodes(value):
    """Every place in a JSON value at which something else could stand."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from nodes(value[key])


def replaced(name, some):
    value = json.loads(FILES[name])
    for place, leaf in some:
        if found := list(nodes(value)):
            holder, key = found[int(place * len(found))]
            holder[key] = deepcopy(leaf)
    walked(json.dumps(value).encode())


given_flips = given(flips, cuts, st.booleans())


@pytest.mark.parametrize("name", FILES)
def test_broken_bytes_give_a_trail_or_a_sentence(name):
    QUICK(given_flips(lambda some, cut, whole: flipped(name, some, cut, whole)))()


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_broken_bytes_give_a_trail_or_a_sentence_for_long(name):
    LONG(given_flips(lambda some, cut, whole: flipped(name, some, cut, whole)))()


@pytest.mark.parametrize("name", SHAPED)
def test_strange_values_give_a_trail_or_a_sentence(name):
    QUICK(given(places)(lambda some: replaced(name, some)))()


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPED)
def test_strange_values_give_a_trail_or_a_sentence_for_long(name):
    LONG(given(places)(lambda some: replaced(name, some)))()
