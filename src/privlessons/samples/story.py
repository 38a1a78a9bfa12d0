"""What the made-up exports tell of: Mika's trail in Saltmere, with music, films, pictures and messages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from privlessons.records import Event

ME, FRIEND = "Mika Tarn", "Ruth"
SONGS = (
    ("Low Water", "The Kittiwakes"), ("Paper Gulls", "Odd Lanterns"), ("Night Ferry", "Odd Lanterns"),
    ("Sandbar", "Juno Vale"), ("Slow Tide (Demo)", "Juno Vale"), ("Eight Bits of You", "Pixel Choir"),
    ("Crème Café", "Zoë Brandt"), ("Harbour Lights", "The Kittiwakes"),
)  # fmt: skip
FILMS = (
    "The Lighthouse Keepers: Season 1: “Fog”",
    "The Lighthouse Keepers: Season 1: “Salt”",
    "Deep Water, Cold Feet",
    "Geckos of the World: Limited Series: Episode 2",
    "Bake or Break: Season 4: Biscuits",
    "A Long Way to Ferrow",
)
SAID = (
    "swim tomorrow? 7 at the steps", "wrist is bad again 😬", "bring the flask", "anything new from physio",
    "no drawing after 8 she says", "lol as if", "mum's on sunday?", "café after?\nmy treat this time",
    "ok: two things: towel, biscuits", "the gecko got out AGAIN",
)  # fmt: skip


@cache
def story() -> tuple[Event, ...]:
    """Return Mika's events of all sources, in order of time. All of it is invented."""
    from privlessons.town_trails import mika

    trail = mika()
    found = [*trail.events, *_evenings(trail.events, trail.life.home.name)]
    return tuple(sorted(found, key=lambda event: event.time))


def _evenings(told: tuple[Event, ...], home: str) -> Iterator[Event]:
    """Make what the town's trails lack: music on the way, films at night, pictures at the beach, messages."""
    rng = random.Random(7)
    for stay in told:
        if stay.source != "location":
            continue
        if stay.text != home and stay.latitude is not None and rng.random() < 0.5:
            where = {"latitude": stay.latitude, "longitude": stay.longitude}
            yield Event(stay.time + timedelta(minutes=3), "photos", who="Pixelphone 4", **where)
        title, artist = rng.choice(SONGS)
        start = stay.time - timedelta(minutes=rng.randint(5, 20))
        yield Event(start, "music", title, end=start + timedelta(seconds=rng.randint(8, 260)), who=artist)
        if rng.random() < 0.3:
            start = stay.time + timedelta(minutes=rng.randint(10, 50))
            yield Event(start, "films", rng.choice(FILMS), end=start + timedelta(minutes=48), who="Mika")
        for turn in range(rng.randint(0, 3)):
            time = (stay.time + timedelta(minutes=5 + 2 * turn)).replace(microsecond=0)
            yield Event(time, "messages", rng.choice(SAID), who=FRIEND, mine=rng.random() < 0.5)


def of(events, *sources: str) -> list[Event]:
    """Pick the events of some sources."""
    return [event for event in events if event.source in sources]


def at_second(event: Event) -> int:
    """Return the event's time in whole seconds since 1970."""
    return int(event.time.timestamp())
