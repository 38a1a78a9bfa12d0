"""Whatever happens to a source's files, a trail or one plain sentence comes out. All people are invented."""

import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from datetime import timedelta
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from privlessons import samples
from privlessons.exports import read_export
from privlessons.records import PlainError
from privlessons.samples.story import story

QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(QUICK, max_examples=100, database=None)
FEW = [
    event
    for source in sorted({event.source for event in story()})
    for event in [event for event in story() if event.source == source][:12]
]
MANY = {
    "Instagram",
    "Facebook",
    "Instagram (web pages)",
    "Facebook (web pages)",
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
        else:
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


def broken_bytes(name):
    return given(flips, cuts, st.booleans())(lambda some, cut, whole: flipped(name, some, cut, whole))


def strange_values(name):
    return given(places)(lambda some: replaced(name, some))


@pytest.mark.parametrize("name", FILES)
def test_broken_bytes_give_a_trail_or_a_sentence(name):
    QUICK(broken_bytes(name))()


@pytest.mark.parametrize("name", SHAPED)
def test_strange_values_give_a_trail_or_a_sentence(name):
    QUICK(strange_values(name))()


# --- for a minute each -----------------------------------------------------------------------------

SECONDS = 60
READERS = sorted({name.split(" (")[0].split(",")[0] for name in FILES})


def of_reader(reader, names):
    return [name for name in names if name.split(" (")[0].split(",")[0] == reader]


def fuzz(reader):
    """Break a reader's files in turn, a hundred times each, until its minute is over; return the turns."""
    turns = [(broken_bytes, name) for name in of_reader(reader, FILES)]
    turns += [(strange_values, name) for name in of_reader(reader, SHAPED)]
    turn, end = 0, time.monotonic() + SECONDS
    while time.monotonic() < end:
        damage, name = turns[turn % len(turns)]
        SOME(seed(turn)(damage(name)))()
        turn += 1
    return turn


@pytest.fixture(scope="module")
def minutes():
    """Fuzz all readers, as many at a time as there are processors."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        yield {reader: pool.submit(fuzz, reader) for reader in READERS}


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("reader", READERS)
def test_a_minute_of_damage_gives_a_trail_or_a_sentence(reader, minutes):
    assert minutes[reader].result() > 0
