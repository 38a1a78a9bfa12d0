"""Stays -> home, workplace, commute and regular visits: conclusions with the stays they rest on."""

from __future__ import annotations

from collections import Counter

from privlessons.records import Conclusion
from privlessons.trail_places import DAY, Stays, compass, group_places, hours_within, metres
from privlessons.trail_words import PLACE_WORDS, words_of

WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
MOST_EVIDENCE = 300
_NEAR_HOME = 200.0
_NO_NAMES = {"home", "work", "school"}  # what phones call places whose name they do not know
_MOST_VISITS = 8


def spread(indices) -> tuple[tuple[int, ...], int]:
    """Return at most ``MOST_EVIDENCE`` of some indices, in order, spread over all, and how many there are."""
    import numpy as np

    whole = np.asarray(indices, np.int64)
    if len(whole) < 10_000:  # above that a repeat or two do not matter, and time does
        whole = np.unique(whole)
    few = whole[np.linspace(0, len(whole) - 1, min(len(whole), MOST_EVIDENCE)).astype(int)]
    return tuple(np.unique(few).tolist()), len(whole)


def clock(hours: float) -> str:
    """Write an hour of the day, such as 7.5, as ``07:30``."""
    minutes = round(hours * 60) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Places:
    """The stays of a trail put together to places: ``label`` numbers the place of each, 0 the heaviest."""

    def __init__(self, stays: Stays):
        import numpy as np

        self.stays = stays
        self.hours = (stays.end - stays.start) / 3600
        self.label = group_places(stays.latitude, stays.longitude, self.hours)
        self.count = int(self.label.max(initial=-1)) + 1
        self.sun = stays.longitude * 240  # seconds by which the sun's clock is ahead of UTC
        order = np.lexsort((stays.latitude, self.label))
        starts = np.searchsorted(self.label[order], np.arange(self.count + 1))
        self.latitude, self.longitude, self.name = [], [], []
        for i in range(self.count):
            mine = order[starts[i] : starts[i + 1]]
            weight = self.hours[mine] + 0.01
            self.latitude.append(_middle(stays.latitude[mine], weight))
            self.longitude.append(_middle(stays.longitude[mine], weight))
            names = Counter(name for name in stays.names[mine] if name and name not in _NO_NAMES)
            self.name.append(names.most_common(1)[0][0] if names else "")

    def evidence(self, which) -> tuple[tuple[int, ...], int]:
        """Return the events that some stays (indices) rest on."""
        import numpy as np

        s = self.stays
        parts = [s.events[s.first[i] : s.last[i]] for i in which]
        return spread(np.concatenate(parts) if parts else [])

    def value(self, i: int) -> str:
        """Return the place's name, or its position."""
        return self.name[i] or f"{self.latitude[i]:.4f}, {self.longitude[i]:.4f}"

    def say(self, i: int, home: int | None = None) -> str:
        """Return the place's name, or where it lies: from home, which is easier to picture, if known."""
        if self.name[i] or home is None or home == i:
            return self.name[i] or f"a place without a name, at {self.value(i)}"
        where = compass(self.latitude[home], self.longitude[home], self.latitude[i], self.longitude[i])
        return f"a place {self.away(home, i) / 1000:.1f} km {where} of home"

    def away(self, i: int, j: int) -> float:
        """Return the metres between two places."""
        return float(metres(self.latitude[i], self.longitude[i], self.latitude[j], self.longitude[j]))

    def conclusion(self, kind, i, text, confidence, which, *, value="", sensitive=False) -> Conclusion:
        """Return a conclusion about place ``i`` that rests on the stays ``which``."""
        return Conclusion(
            kind,
            text,
            value or self.value(i),
            round(min(0.98, float(confidence)), 2),
            *self.evidence(which),
            self.latitude[i],
            self.longitude[i],
            sensitive,
        )


def _middle(values, weight) -> float:
    """Return the weighted median: one wrong reading moves it little."""
    import numpy as np

    order = np.argsort(values)
    sums = np.cumsum(weight[order])
    return float(values[order][np.searchsorted(sums, sums[-1] / 2)])


def conclude_places(stays: Stays, offset: float) -> list[Conclusion]:
    """Conclude home, workplace, commute and visits; ``offset``: hours by which the clock is ahead of UTC."""
    if not len(stays.start):
        return []
    places = Places(_lately(stays))
    home = _home(places)
    found = [] if home is None else [home[1]]
    work = None if home is None else _work(places, home[0])
    if work is not None:
        found += work[1]
    if work is not None and work[0] is not None:
        found += _commute(places, home[0], work[0], offset)
    known = {home and home[0], work and work[0]}
    return found + _visits(places, known, home and home[0], offset)


def _lately(stays: Stays) -> Stays:
    """Keep the last year: in ten years of records people move, and what they do now is what is asked."""
    import numpy as np

    late = np.flatnonzero(stays.start >= stays.end.max() - 366 * DAY)
    s = stays
    return Stays(
        *(one[late] for one in (s.start, s.end, s.latitude, s.longitude, s.names, s.first, s.last)), s.events
    )


def _home(places):
    """Find the place of most hours between midnight and six by the sun."""
    import numpy as np

    s = places.stays
    night = hours_within(s.start + places.sun, s.end + places.sun, 0, 6)
    at = np.bincount(places.label, night, places.count)
    best = int(at.argmax())
    which = np.flatnonzero((places.label == best) & (night >= 1))
    if at[best] < 3:
        return None
    share, nights = at[best] / at.sum(), at[best] / 6
    which_nights = "most nights are" if nights > 1.5 else "the one night in these records was"
    text = f"Home is {places.say(best)}: {which_nights} spent there."
    return best, places.conclusion("home", best, text, share * (1 - np.exp(-nights / 2)), which)


def _work(places, home):
    """Find the place away from home of most hours in long stays; hours by day on working days count twice."""
    import numpy as np

    s = places.stays
    start, end = s.start + places.sun, s.end + places.sun
    by_day = hours_within(start, end, 8, 18, weekdays=True)
    far = np.array([places.away(home, i) > _NEAR_HOME for i in range(places.count)])
    night = hours_within(start, end, 0, 6)
    nights = np.bincount(places.label, night, places.count) > 0.4 * np.bincount(
        places.label, places.hours, places.count
    )
    long = (places.hours >= 2) & (places.hours < 16) & far[places.label]
    day = np.floor((start) / DAY).astype(np.int64)
    weight = np.where(long, places.hours + by_day, 0)
    score = np.bincount(places.label, weight, places.count)
    score[nights & (score < score.max(initial=0))] = 0
    best = int(score.argmax())
    which = np.flatnonzero(long & (places.label == best))
    days = len(set(day[which].tolist()))
    weeks = max(1.0, (s.end.max() - s.start.min()) / (7 * DAY))
    typical = float(np.median(places.hours[which])) if len(which) else 0
    if days >= max(3, min(1.2 * weeks, 40)) and typical >= 2.5:
        share = score[best] / score.sum()
        name = places.name[best]
        text = f"Works or learns at {places.say(best, home)}: {days} days with long stays there."
        confidence = share * (1 - np.exp(-days / 4))
        found = [places.conclusion("workplace", best, text, confidence, which)]
        if name:
            text = f"Works or learns at {name}: the place of work or school bears this name."
            found.append(places.conclusion("employer", best, text, 0.8 * confidence, which))
        return best, found
    here = places.label == home
    at_home = np.flatnonzero(here & (by_day >= 3))
    share = by_day[here].sum() / max(1e-9, by_day.sum())
    if share < 0.5 or len(at_home) < 4:
        return None, []
    text = "Has no place of work away from home: works at home, or does not go out to work."
    confidence = share * (1 - np.exp(-len(at_home) / 6))
    return None, [places.conclusion("workplace", home, text, confidence, at_home, value="home")]


def _commute(places, home, work, offset):
    """From the end of a stay at home to the start of the next at work, at most three hours later."""
    import numpy as np

    s, label = places.stays, places.label
    there = np.flatnonzero(label == work)
    pairs = []
    for j in there.tolist():
        for i in range(j - 1, max(-1, j - 3), -1):
            if label[i] == home:
                if 0 <= s.start[j] - s.end[i] < 3 * 3600:
                    pairs.append((i, j))
                break
    if len(pairs) < 3:
        return []
    leave = [(s.end[i] / 3600 + offset) % 24 for i, _ in pairs]
    lasts = float(np.median([s.start[j] - s.end[i] for i, j in pairs])) / 60
    typical = round_median(leave)
    steady = np.mean([min(abs(x - typical), 24 - abs(x - typical)) < 0.75 for x in leave])
    far = places.away(home, work) / 1000
    text = f"Leaves home for work at about {clock(typical)}: {far:.1f} km, about {lasts:.0f} minutes."
    which = [k for pair in pairs for k in pair]
    confidence = (0.3 + 0.7 * steady) * (1 - np.exp(-len(pairs) / 3))
    return [places.conclusion("commute", work, text, confidence, which, value=clock(typical))]


def round_median(hours) -> float:
    """Return the median hour of a day of 24 hours, whatever side of midnight the hours lie on."""
    import numpy as np

    turn = np.exp(1j * np.asarray(hours) * np.pi / 12).mean()
    middle = float(np.angle(turn)) * 12 / np.pi
    return float((np.median((np.asarray(hours) - middle + 12) % 24) - 12 + middle) % 24)


def _visits(places, known, home, offset):
    """Places that are gone to again and again."""
    import numpy as np

    s, found = places.stays, []
    local = s.start / 3600 + offset
    day = np.floor(local / 24).astype(np.int64)
    for i in range(places.count):
        if i in known or (home is not None and places.away(home, i) < 100):
            continue
        which = np.flatnonzero(places.label == i)
        days = sorted(set(day[which].tolist()))
        word = next((kind for kind, words in PLACE_WORDS.items() if words & words_of(places.name[i])), "")
        if len(days) < (2 if word else 3):
            continue
        name, count = Counter((d + 3) % 7 for d in days).most_common(1)[0]
        when = f", mostly on {WEEKDAYS[name]}" if count / len(days) >= 0.6 and count > 1 else ""
        text = (
            f"Goes to {places.say(i, home)}{f' ({word})' if word else ''} again and again: "
            f"{len(days)} days{when}, at about {clock(round_median(local[which] % 24))}."
        )
        sure = 0.75 * (1 - np.exp(-len(days) / 3))
        kind = "faith" if word == "place of worship" else "visit"
        delicate = word in {"place of worship", "clinic"}
        found.append(places.conclusion(kind, i, text, sure, which, sensitive=delicate))
    return sorted(found, key=lambda one: -one.rests_on)[:_MOST_VISITS]
