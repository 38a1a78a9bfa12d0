"""Events -> sums by source: what conclusions are drawn from, gathered in one walk that holds no event.

So an export of a million records is walked once, and records that are evidence are fetched by another walk.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from privlessons import trail_words
from privlessons.records import Event
from privlessons.trail_places import Stays, find_stays, join_stays, no_stays

_MOST_LETTERS = 4000  # of a text that are looked at
_IN_OWN_WORDS = {"chats", "social posts", "messages"}
_NAMES_PEOPLE = {"social posts", "messages"}  # in chats, who answers is the assistant
_PLACED = {"location", "photos"}
_LONGEST_STAY = 14 * 86_400  # longer ones are errors of the records
_PAUSE = 5000  # events between two chances to stop
_MOST_KNOWN = 50_000  # texts that are remembered, since titles and queries come again and again


def _whole():
    return array("q")


@dataclass(slots=True)
class Digest:
    """What one source holds for drawing conclusions; numbers of events are their places in the walk.

    ``times`` (seconds since 1970, in order) and ``indices`` are of what the owner did. ``topics``: (kind,
    topic) -> events. ``texts``: the same -> hashes of the different texts. ``people``, ``employers`` and
    ``addresses``: name -> events. ``earned``: (amount, "year" or "month", event). ``spent``: (seconds,
    amount, event). ``stays`` is None for sources without places.
    """

    source: str
    count: int = 0
    times: object = field(default_factory=lambda: array("d"))
    indices: object = field(default_factory=_whole)
    stays: Stays | None = None
    topics: dict[tuple[str, str], array] = field(default_factory=lambda: defaultdict(_whole))
    texts: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    people: dict[str, array] = field(default_factory=lambda: defaultdict(_whole))
    employers: dict[str, array] = field(default_factory=lambda: defaultdict(_whole))
    addresses: dict[str, array] = field(default_factory=lambda: defaultdict(_whole))
    earned: list[tuple[int, str, int]] = field(default_factory=list)
    spent: list[tuple[float, float, int]] = field(default_factory=list)


def digest(events: Iterable[Event], sources: Iterable[str] | None = None) -> dict[str, Digest]:
    """Sum up each source of a trail (or only some), in any order, with repeats; linear time.

    Conclusions will name events by their place in ``events``. Positions off the globe are passed over. A
    million events take some seconds: ``digest_steps`` does the same with pauses.
    """
    steps = digest_steps(events, sources)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def digest_steps(
    events: Iterable[Event], sources: Iterable[str] | None = None
) -> Generator[int, None, dict[str, Digest]]:
    """Sum up as ``digest`` does, but yield every few thousand events how many have been read.

    The sums are the generator's return value: ``sums = yield from digest_steps(events)``.
    """
    wanted = None if sources is None else set(sources)
    made: dict[str, Digest] = {}
    known: dict[tuple[bool, str], tuple] = {}
    rows: dict[str, array] = defaultdict(lambda: array("d"))
    names: dict[str, dict[int, str]] = defaultdict(dict)
    for i, event in enumerate(events):
        if i % _PAUSE == 0:
            yield i
        source = event.source
        if wanted is not None and source not in wanted:
            continue
        one = made.get(source)
        if one is None:
            one = made[source] = Digest(source)
        one.count += 1
        second = event.time.timestamp()
        if source in _PLACED and event.latitude is not None and event.longitude is not None:
            end = float("nan") if event.end is None else event.end.timestamp()
            rows[source].extend((second, end, event.latitude, event.longitude, i))
            if event.end is not None and event.text:
                names[source][i] = event.text
        if source != "location":
            _add(one, i, second, event, known)
    for source, one in made.items():
        _order(one)
        if source in _PLACED:
            one.stays = _stays(rows[source], names[source])
    return dict(sorted(made.items()))


def count_topics(digests: Iterable[Digest], *, sensitive: bool) -> list[tuple[str, int]]:
    """Count in how many of one's own records each topic comes up, the most frequent first.

    Interests alone; with ``sensitive`` health, faith, debt and sexuality too.
    """
    counts: Counter[str] = Counter()
    for one in digests:
        for (kind, topic), events in one.topics.items():
            if sensitive or kind == "interest":
                counts[topic] += len(events)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _add(one: Digest, i: int, second: float, event: Event, known: dict) -> None:
    """Add what one event tells, its place aside."""
    if event.who and one.source in _NAMES_PEOPLE:
        one.people[event.who].append(i)
    if not event.mine:
        return
    one.times.append(second)
    one.indices.append(i)
    if event.amount is not None and 0 < event.amount < 1e7:
        one.spent.append((second, float(event.amount), i))
    if not event.text:
        return
    told = one.source in _IN_OWN_WORDS
    read = known.get((told, event.text))
    if read is None:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        read = known[told, event.text] = trail_words.read(event.text[:_MOST_LETTERS], told=told)
    topics, people, employer, address, earned = read
    for topic in topics:
        one.topics[topic].append(i)
        one.texts[topic].add(hash(event.text))
    for name in people:
        one.people[name].append(i)
    if employer:
        one.employers[employer].append(i)
    if address:
        one.addresses[address].append(i)
    if earned:
        one.earned.append((*earned, i))


def _order(one: Digest) -> None:
    """Put the times in order, as numpy arrays."""
    import numpy as np

    times, indices = np.array(one.times, float), np.array(one.indices, np.int64)
    order = np.argsort(times, kind="stable")
    one.times, one.indices = times[order], indices[order]


def _stays(rows: array, names: dict[int, str]) -> Stays:
    """Return the stays of one source: those it tells itself, and those found in its single readings."""
    import numpy as np

    seconds, end, lat, lon, index = np.array(rows, float).reshape(-1, 5).T.copy()
    index = index.astype(np.int64)
    real = (np.abs(lat) <= 90) & (np.abs(lon) <= 180) & ~((lat == 0) & (lon == 0))
    stay = np.flatnonzero(real & (end > seconds) & (end - seconds < _LONGEST_STAY))
    point = np.flatnonzero(real & np.isnan(end))
    parts = [find_stays(seconds[point], lat[point], lon[point], index[point]) if len(point) else no_stays()]
    if len(stay):
        # The same stay twice, as in two exports of one phone, counts once.
        _, once = np.unique(np.column_stack([seconds, end, lat, lon])[stay], axis=0, return_index=True)
        stay = stay[np.sort(once)]
        called = np.empty(len(stay), object)
        called[:] = [names.get(i, "") for i in index[stay].tolist()]
        place = np.arange(len(stay))
        parts.append(
            Stays(seconds[stay], end[stay], lat[stay], lon[stay], called, place, place + 1, index[stay])
        )
    return join_stays(parts)
