"""Events -> conclusions: what a simple program says about somebody, and which records it rests on.

Each source is summed up once (`digest`); what any choice of sources tells is then drawn from the sums
(`conclude_from`) in a few milliseconds, so that sources can be switched off and on. `conclude` does both.
The sums are in ``trail_digest``, the methods in ``trail_places``, ``trail_home``, ``trail_time`` and
``trail_words``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from privlessons.records import Conclusion, Event
from privlessons.trail_digest import Digest, count_topics, digest, digest_steps
from privlessons.trail_draw import conclude_texts
from privlessons.trail_home import MOST_EVIDENCE, conclude_places
from privlessons.trail_places import join_stays
from privlessons.trail_time import (
    clock_ahead,
    conclude_sleep,
    conclude_zone,
    quiet_hour,
    summer_time,
    with_clock,
)

__all__ = [
    "KINDS",
    "MOST_EVIDENCE",
    "SOURCES",
    "Conclusion",
    "Digest",
    "conclude",
    "conclude_from",
    "count_topics",
    "digest",
    "digest_steps",
]

SOURCES = ("browser history", "searches", "purchases", "location", "social posts", "chats")
"""The six of the town. Own data may hold "music", "films", "photos" and "messages" besides."""

KINDS = (
    *("home", "workplace", "employer", "commute", "visit", "sleep", "time zone", "income", "interest"),
    *("person", "health", "faith", "debt", "sexuality"),
)  # fmt: skip


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
    order = order[with_clock(times[order])]
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
    events: Iterable[Event], sources: Iterable[str] | None = None, clock: float | None = None
) -> tuple[Conclusion, ...]:
    """Return what a simple program concludes from a trail's events, in the order of ``KINDS``.

    ``sources``: use only these (None: all). Evidence are places in ``events``, and only of these sources.
    ``clock``: by how many hours the person's clock is ahead of UTC, where that is known (None: concluded).
    No events, or none that tell anything, give no conclusions. To switch sources off and on again and again,
    keep ``digest(events)`` and call ``conclude_from`` with it.
    """
    return conclude_from(digest(events, sources), clock=clock)
