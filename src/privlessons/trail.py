"""Events -> conclusions: what a simple program says about somebody, and which records it rests on.

Each source is summed up once (`digest`); what any choice of sources tells is then drawn from the sums
(`conclude_from`) in a few milliseconds, so that sources can be switched off and on. `conclude` does both.
The methods are in ``trail_places``, ``trail_home``, ``trail_time`` and ``trail_words``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from privlessons import trail_words
from privlessons.records import Conclusion, Event
from privlessons.trail_draw import conclude_texts
from privlessons.trail_home import MOST_EVIDENCE, conclude_places
from privlessons.trail_places import Stays, find_stays, join_stays, no_stays
from privlessons.trail_time import clock_ahead, conclude_sleep, conclude_zone, quiet_hour, summer_time

__all__ = [
    "KINDS",
    "MOST_EVIDENCE",
    "SOURCES",
    "Conclusion",
    "Digest",
    "conclude",
    "conclude_from",
    "digest",
    "digest_steps",
]

SOURCES = ("browser history", "searches", "purchases", "location", "social posts", "chats")
"""The six of the town. Own data may hold "music", "films", "photos" and "messages" besides."""

KINDS = (
    *(
        "home",
        "workplace",
        "employer",
        "commute",
        "visit",
        "sleep",
        "time zone",
        "income",
        "interest",
        "person",
    ),
    *("health", "faith", "debt", "sexuality"),
)

_MOST_WORDS = 4000  # characters of a text that are looked at
_TOLD_IN_OWN_WORDS = {"chats", "social posts", "messages"}
_NAMES_PEOPLE = {"social posts", "messages"}  # in chats, who answers is the assistant
_PAUSE = 5000  # events between two chances to stop
_LONGEST_STAY = 14 * 86_400  # longer ones are errors of the records
_PLACED = {"location", "photos"}


@dataclass(slots=True)
class Digest:
    """What one source holds for drawing conclusions; ``times`` and ``indices`` are of what its owner did.

    ``topics``: (kind, topic) -> {event index: text}. ``people``: name -> event indices. ``employers``: name
    -> indices. ``addresses``: address -> indices. ``earned``: (amount, "year" or "month", index).
    ``spent``: (seconds, amount, index).
    """

    source: str
    count: int = 0
    times: object = ()
    indices: object = ()
    stays: Stays | None = None
    topics: dict[tuple[str, str], dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    people: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    employers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    addresses: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    earned: list[tuple[int, str, int]] = field(default_factory=list)
    spent: list[tuple[float, float, int]] = field(default_factory=list)


def digest(events: Sequence[Event], sources: Iterable[str] | None = None) -> dict[str, Digest]:
    """Sum up each source of a trail (or only some), in any order, with repeats; linear time.

    ``events`` in a sequence: conclusions name them by their index. Positions off the globe are passed over.
    A million events take some seconds: ``digest_steps`` does the same with pauses.
    """
    steps = digest_steps(events, sources)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def digest_steps(
    events: Sequence[Event], sources: Iterable[str] | None = None
) -> Generator[float, None, dict[str, Digest]]:
    """Sum up as ``digest`` does, but yield the share done, from 0 to 1, every few thousand events.

    The sums are the generator's return value: ``sums = yield from digest_steps(events)``.
    """
    wanted = None if sources is None else set(sources)
    by_source: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        if wanted is None or event.source in wanted:
            by_source[event.source].append(i)
    made, whole, before = {}, sum(map(len, by_source.values())), 0
    for source, which in sorted(by_source.items()):
        steps = _sum_up(source, events, which)
        while True:
            try:
                yield (before + next(steps)) / whole
            except StopIteration as done:
                made[source] = done.value
                break
        before += len(which)
    return made


def _sum_up(source: str, events: Sequence[Event], which: list[int]) -> Generator[int, None, Digest]:
    """Sum up one source; yield how many of its events are done."""
    import numpy as np

    made = Digest(source, len(which))
    index, picked = np.asarray(which), [events[i] for i in which]
    if source in _PLACED:
        made.stays = _stays(picked, index)
    if source == "location":
        return made
    seconds = np.array([event.time.timestamp() for event in picked])
    own = np.array([event.mine for event in picked], bool)
    order = np.argsort(seconds[own], kind="stable")
    made.times, made.indices = seconds[own][order], index[own][order]
    known: dict[str, tuple] = {}  # titles and queries come again and again
    told = source in _TOLD_IN_OWN_WORDS
    for n, (i, event, second) in enumerate(zip(which, picked, seconds.tolist(), strict=True)):
        if n % _PAUSE == 0:
            yield n
        if event.who and source in _NAMES_PEOPLE:
            made.people[event.who].append(i)
        if not event.mine:
            continue
        if event.amount is not None and 0 < event.amount < 1e7:
            made.spent.append((second, float(event.amount), i))
        if not event.text:
            continue
        if event.text not in known:
            known[event.text] = _read(event.text[:_MOST_WORDS], told)
        topics, people, employer, address, earned = known[event.text]
        for topic in topics:
            made.topics[topic][i] = event.text
        for name in people:
            made.people[name].append(i)
        if employer:
            made.employers[employer].append(i)
        if address:
            made.addresses[address].append(i)
        if earned:
            made.earned.append((*earned, i))
    return made


def _read(text: str, told: bool) -> tuple:
    """Look at one text once: topics, people, employer, address, earnings."""
    if not told:
        return trail_words.topics(text), (), trail_words.employer(text), "", None
    digit = any(sign.isdigit() for sign in text)
    return (
        trail_words.topics(text),
        trail_words.people(text),
        trail_words.employer(text),
        trail_words.address(text) if digit else "",
        trail_words.earnings(text) if digit else None,
    )


def _stays(picked: list[Event], index) -> Stays:
    """Return the stays of one source: those it tells itself, and those found in its single readings."""
    import numpy as np

    # One look at each event: half a million lie all over the memory. None becomes NaN.
    rows = [(e.time.timestamp(), e.end and e.end.timestamp(), e.latitude, e.longitude) for e in picked]
    seconds, end, lat, lon = np.array(rows, float).reshape(-1, 4).T
    real = (np.abs(lat) <= 90) & (np.abs(lon) <= 180) & ~((lat == 0) & (lon == 0))
    stay = np.flatnonzero(real & (end > seconds) & (end - seconds < _LONGEST_STAY))
    point = np.flatnonzero(real & np.isnan(end))
    parts = [find_stays(seconds[point], lat[point], lon[point], index[point]) if len(point) else no_stays()]
    if len(stay):
        # The same stay twice, as in two exports of one phone, counts once.
        _, once = np.unique(np.column_stack([seconds, end, lat, lon])[stay], axis=0, return_index=True)
        stay = stay[np.sort(once)]
        names = np.empty(len(stay), object)
        names[:] = [picked[i].text for i in stay]
        place = np.arange(len(stay))
        parts.append(
            Stays(seconds[stay], end[stay], lat[stay], lon[stay], names, place, place + 1, index[stay])
        )
    return join_stays(parts)


def conclude_from(
    digests: Mapping[str, Digest], sources: Iterable[str] | None = None, clock: float | None = None
) -> tuple[Conclusion, ...]:
    """Draw conclusions from the sums of some sources (None: of all), the surest of each kind first.

    ``clock``: by how many hours the person's clock is ahead of UTC, where that is known (None: concluded).
    """
    import numpy as np

    wanted = set(digests) if sources is None else set(sources)
    on = [one for source, one in digests.items() if source in wanted]
    if not on:
        return ()
    stays = join_stays([one.stays for one in on if one.stays is not None])
    times = np.concatenate([np.asarray(one.times, float) for one in on])
    indices = np.concatenate([np.asarray(one.indices, np.int64) for one in on])
    order = np.argsort(times, kind="stable")
    times, indices = times[order], indices[order]
    quiet = quiet_hour(times)
    longitude = float(np.median(stays.longitude)) if len(stays.start) else None
    latitude = float(np.median(stays.latitude)) if len(stays.start) else None
    guess = clock_ahead(quiet, longitude, summer_time(np.append(times, stays.start), latitude, longitude))
    ahead = (guess or 0) if clock is None else clock
    used = np.concatenate(
        [indices if quiet else indices[:0], stays.events if longitude is not None else indices[:0]]
    )
    found = conclude_places(stays, ahead)
    found += conclude_zone(quiet, longitude, guess, used)
    found += conclude_sleep(times, indices, quiet, ahead)
    found = conclude_texts(on, found)
    rank = {kind: i for i, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda one: (rank[one.kind], -one.confidence, one.value)))


def conclude(
    events: Sequence[Event], sources: Iterable[str] | None = None, clock: float | None = None
) -> tuple[Conclusion, ...]:
    """Return what a simple program concludes from a trail's events, in the order of ``KINDS``.

    ``sources``: use only these (None: all). Evidence are indices into ``events``, and only of these sources.
    ``clock``: by how many hours the person's clock is ahead of UTC, where that is known (None: concluded).
    No events, or none that tell anything, give no conclusions. To switch sources off and on again and again,
    keep ``digest(events)`` and call ``conclude_from`` with it.
    """
    return conclude_from(digest(events, sources), clock=clock)
