"""What is concluded from trails, and how fast: the town's 300 people, and one learner's ten years of places.

Times are of the processor, not of the clock on the wall: other work on the machine counts less.
"""

import time
from datetime import UTC, datetime, timedelta
from itertools import combinations

from benchmarks import row
from privlessons.records import Event
from privlessons.town import make_people
from privlessons.town_trails import make_trails, mika
from privlessons.trail import SOURCES, conclude, conclude_from, digest
from privlessons.trail_score import score_conclusions

PEOPLE, POINTS, TOWN = 300, 500_000, 1_000_000


def took(work):
    """Return what ``work`` gives, and the seconds of processor time it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def ten_years():
    """Return half a million readings in order: Mika's four weeks of stays, again and again, with noise."""
    import numpy as np

    stays = [e for e in mika().events if e.source == "location"]
    noise = np.random.default_rng(1).normal(0, 0.0002, (POINTS, 2)).tolist()
    begin, every = datetime(2016, 5, 2, tzinfo=UTC), timedelta(days=3650) / POINTS
    at, events = 0, []
    origin, month = stays[0].time, timedelta(days=28)
    for i in range(POINTS):
        offset = (i * every) % month
        at = 0 if offset < every else at
        while at + 1 < len(stays) and stays[at + 1].time - origin <= offset:
            at += 1
        place = stays[at]
        events.append(
            Event(
                begin + i * every,
                "location",
                latitude=place.latitude + noise[i][0],
                longitude=place.longitude + noise[i][1],
            )
        )
    return events


def run():
    trails = list(make_trails(PEOPLE))
    found, seconds = took(lambda: [conclude(one.events) for one in trails])
    home, work = score_conclusions(zip(found, (one.life for one in trails), strict=True))[:2]
    digests, choices = digest(mika().events), [c for n in range(7) for c in combinations(SOURCES, n)]
    slowest = max(took(lambda c=choice: conclude_from(digests, c))[1] for choice in choices)
    points = ten_years()
    _, of_points = took(lambda: conclude(points))
    count, of_town = took(lambda: sum(1 for _ in make_people(TOWN)))
    assert count == TOWN
    return [
        row("home right within 200 m", round(100 * home.share, 1), "% of 300", 95, lower_is_better=False),
        row(
            "workplace right within 200 m", round(100 * work.share, 1), "% of 300", 95, lower_is_better=False
        ),
        row("conclusions for 300 people", round(seconds, 2), "s", 5),
        row("slowest of 64 choices of sources", round(1000 * slowest, 1), "ms", 100),
        row("conclusions from 500,000 points", round(of_points, 2), "s", 2),
        row("a million people of the town", round(of_town, 1), "s", 60),
    ]
