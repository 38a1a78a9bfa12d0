"""A trail as pictures: one day by source, years with a zoom, the hours of the week, and a map without a map.

Each function returns a Figure; the one named ``says_…`` beside it gives the same in sentences. ``clock`` is by
how many hours the person's clock is ahead of UTC. Sources differ by row and name, kinds of place by sign and
label, so that no colour has to be told from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from matplotlib.figure import Figure

from privlessons.charts import COLOURS, INK, LINE, PAPER, SOFT, Picture
from privlessons.records import Conclusion, Event
from privlessons.trail import SOURCES
from privlessons.trail_home import WEEKDAYS
from privlessons.trail_places import METRES

_DAY = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHAPES = dict(zip((*SOURCES, "music", "films", "photos", "messages"), "osDs^vPXhd", strict=True))
_SIGNS = {"home": ("p", COLOURS[0]), "workplace": ("s", COLOURS[1]), "visit": ("o", COLOURS[2]), "faith": ("D", COLOURS[3])}


def png(made: Figure) -> bytes:
    """Return a finished figure as a PNG file."""
    return Picture(made, ()).png()


def _blank(width: float, height: float, box) -> tuple[Figure, object]:
    made = Figure(figsize=(width, height), dpi=150, facecolor=PAPER, layout="none")
    axes = made.add_axes(box, facecolor=PAPER)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(SOFT)
    axes.tick_params(colors=INK, labelsize=9, length=3)
    axes.set_axisbelow(True)
    return made, axes


def _sources(events: Sequence[Event]) -> list[str]:
    """The sources there are, the six of the town first."""
    there = {event.source for event in events}
    return [one for one in _SHAPES if one in there] + sorted(there - set(_SHAPES))


def _colour(source: str) -> str:
    return COLOURS[list(_SHAPES).index(source) % len(COLOURS)] if source in _SHAPES else INK


def day_figure(
    events: Sequence[Event], day: datetime, *, on: Collection[str] | None = None, lit: Collection[int] = ()
) -> Figure:
    """Draw the day that starts at ``day`` (an aware midnight): a row for each source, a mark for each record.

    Stays are bars. ``on``: sources that are switched on (None: all); the others stand grey and empty. ``lit``:
    indices of ``events`` with a ring around, such as the evidence of a conclusion.
    """
    rows = [one for one in SOURCES if any(e.source == one for e in events)]
    rows += [one for one in _sources(events) if one not in rows]
    made, axes = _blank(7.2, 0.9 + 0.42 * max(1, len(rows)), (0.2, 0.2, 0.77, 0.72))
    lit = set(lit)
    for i, event in enumerate(events):
        start, end = (((t or event.time) - day).total_seconds() / 3600 for t in (event.time, event.end))
        if start >= 24 or end < 0:
            continue
        y, live = rows.index(event.source), on is None or event.source in on
        colour = _colour(event.source) if live else LINE
        if event.end is not None:
            left = max(start, 0)
            axes.barh(y, min(end, 24) - left, 0.5, left, color=colour if live else PAPER, edgecolor=INK if i in lit else SOFT,
                      linewidth=2 if i in lit else 0.6)  # fmt: skip
        else:
            axes.plot(start, y, _SHAPES.get(event.source, "o"), color=colour, markersize=5.5, mew=0.4, mec=PAPER,
                      fillstyle="full" if live else "none")  # fmt: skip
            if i in lit:
                axes.plot(start, y, "o", color=INK, markersize=11, fillstyle="none", mew=1.4)
    axes.set(xlim=(0, 24), ylim=(len(rows) - 0.5, -0.5))
    axes.set_xticks(range(0, 25, 3), [f"{hour:02}:00" for hour in range(0, 25, 3)])
    axes.set_yticks(range(len(rows)), [row if on is None or row in on else f"{row} (off)" for row in rows])
    axes.grid(visible=True, axis="x", color=LINE, linewidth=0.8)
    return made


def says_day(events: Sequence[Event], day: datetime, *, on: Collection[str] | None = None) -> str:
    """Say how many records each source holds for the day, and from when to when."""
    end, parts = day + timedelta(days=1), []
    zone = day.tzinfo
    for source in _sources(events):
        if on is not None and source not in on:
            parts.append(f"{source}: switched off")
            continue
        times = [e.time for e in events if e.source == source and e.time < end and (e.end or e.time) >= day]
        if times:
            first, last = (max(t, day).astimezone(zone) for t in (min(times), max(times)))
            parts.append(f"{source}: {len(times)} from {first:%H:%M} to {last:%H:%M}")
    return f"A timeline of {day:%A} {day.day} {day:%B %Y}, a row for each source. " + "; ".join(parts) + "."


def years_figure(
    events: Sequence[Event], first: datetime | None = None, last: datetime | None = None
) -> Figure:
    """Draw how many records each source holds over time, a row each; ``first`` and ``last`` zoom in.

    Without them all is shown. Bars are years, months, weeks, days or hours, whatever gives 12 to 150 of them.
    Each row has its own height, its largest number written on it.
    """
    import numpy as np

    rows, times = _sources(events), _seconds(events)
    begin, end = _range(times, first, last)
    edges = _edges(begin, end)
    made, axes = _blank(7.2, 0.9 + 0.5 * max(1, len(rows)), (0.2, 0.19, 0.72, 0.75))
    for y, source in enumerate(rows):
        counts = np.histogram(times[source], edges)[0]
        most = max(1, counts.max(initial=0))
        axes.stairs(-0.8 * counts / most + y + 0.4, edges, baseline=y + 0.4, fill=True, color=_colour(source))
        axes.text(1.01, y, f"{counts.max(initial=0):,}", transform=axes.get_yaxis_transform(), fontsize=8, color=SOFT, va="center")
    axes.set(xlim=(begin, end), ylim=(len(rows) - 0.4, -0.6))
    ticks = np.linspace(begin, end, 6)
    pattern = "%Y" if end - begin > 2200 * _DAY else "%b %Y" if end - begin > 150 * _DAY else "%d %b" if end - begin > 5 * _DAY else "%d %b %H:%M"  # fmt: skip
    axes.set_xticks(ticks, [f"{_EPOCH + timedelta(seconds=float(t)):{pattern}}" for t in ticks], fontsize=8)
    axes.set_yticks(range(len(rows)), rows)
    axes.text(1.01, -0.75, "most", transform=axes.get_yaxis_transform(), fontsize=8, color=SOFT)
    return made


def says_years(events: Sequence[Event], first: datetime | None = None, last: datetime | None = None) -> str:
    """Say how many records each source holds in the time shown."""
    times = _seconds(events)
    begin, end = _range(times, first, last)
    a, b = (_EPOCH + timedelta(seconds=float(t)) for t in (begin, end))
    parts = [f"{s}: {int(((times[s] >= begin) & (times[s] <= end)).sum()):,}" for s in _sources(events)]
    return f"Records from {a.day} {a:%B %Y} to {b.day} {b:%B %Y}, by source: {', '.join(parts) or 'none'}."


def _seconds(events: Sequence[Event]) -> dict:
    import numpy as np

    found: dict[str, list[float]] = {}
    for event in events:
        found.setdefault(event.source, []).append(event.time.timestamp())
    return {source: np.array(times) for source, times in found.items()}


def _range(times: dict, first: datetime | None, last: datetime | None) -> tuple[float, float]:
    begin = first.timestamp() if first else min((float(t.min()) for t in times.values()), default=0.0)
    end = last.timestamp() if last else max((float(t.max()) for t in times.values()), default=begin)
    return begin, max(end, begin + 3600)


def _edges(begin: float, end: float):
    import numpy as np

    steps = (900, 3600, _DAY, 7 * _DAY, 30.44 * _DAY, 365.25 * _DAY)
    step = next((one for one in steps if (end - begin) / one <= 150), steps[-1])
    return np.append(np.arange(begin, end, step), end)


def week_figure(events: Sequence[Event], clock: float = 0, sources: Collection[str] | None = None) -> Figure:
    """Draw when in the week records arise: a square for each hour and weekday, the larger the more."""
    import numpy as np

    counts = week_counts(events, clock, sources)
    made, axes = _blank(7.2, 2.9, (0.14, 0.15, 0.84, 0.8))
    day, hour = np.nonzero(counts)
    size = counts[day, hour] / max(1, counts.max())
    axes.scatter(hour + 0.5, day, s=190 * size, marker="s", color=COLOURS[0], linewidths=0)
    axes.set(xlim=(0, 24), ylim=(6.6, -0.6))
    axes.set_xticks(range(0, 25, 3), [f"{hour:02}:00" for hour in range(0, 25, 3)])
    axes.set_yticks(range(7), WEEKDAYS)
    axes.grid(visible=True, axis="x", color=LINE, linewidth=0.8)
    return made


def week_counts(events: Sequence[Event], clock: float = 0, sources: Collection[str] | None = None):
    """Count one's own records by weekday (0 is Monday) and hour: a numpy array of 7 by 24. Stays count at their start."""
    import numpy as np

    times = [e.time.timestamp() for e in events if e.mine and (sources is None or e.source in sources)]
    hours = np.floor(np.array(times) / 3600 + clock).astype(np.int64)
    return np.bincount((hours + 72) % 168, minlength=168).reshape(7, 24)


def says_week(events: Sequence[Event], clock: float = 0, sources: Collection[str] | None = None) -> str:
    """Say which hours are the busiest and the quietest."""
    counts = week_counts(events, clock, sources)
    if not counts.sum():
        return "Records by weekday and hour: none."
    by_hour = counts.sum(axis=0)
    busy, quiet, day = int(by_hour.argmax()), int(by_hour.argmin()), int(counts.sum(axis=1).argmax())
    return (
        f"Squares for weekdays and hours, {counts.sum():,} records: most on {WEEKDAYS[day]}, most from {busy:02}:00 "
        f"to {busy + 1:02}:00, fewest from {quiet:02}:00 to {quiet + 1:02}:00."
    )


def map_figure(conclusions: Sequence[Conclusion], *, names: bool = True) -> Figure:
    """Draw the concluded places with distances from home in kilometres, north at the top; no map from anywhere.

    ``names``: write the places' names; without, only what they are.
    """
    made, axes = _blank(6.4, 5.2, (0.12, 0.12, 0.85, 0.83))
    taken: list[tuple[float, float]] = []
    spots = _spots(conclusions, names=names)
    reach = max([0.5, *(max(abs(x), abs(y)) for *_, x, y in spots)]) * 1.25
    for kind, label, x, y in spots:
        sign, colour = _SIGNS.get(kind, _SIGNS["visit"])
        axes.plot(x, y, sign, color=colour, markersize=13 if kind == "home" else 9, mec=INK, mew=0.8)
        at = y
        while any(abs(at - other) < reach / 16 and abs(x - left) < reach * 0.7 for left, other in taken):
            at -= reach / 16
        taken.append((x, at))
        right = x < reach * 0.35
        axes.annotate(label, (x, y), (x + (0.04 if right else -0.04) * reach, at), fontsize=8.5, color=INK,
                      ha="left" if right else "right", va="center")  # fmt: skip
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach), xlabel="km west and east of home", ylabel="km south and north of home")
    axes.set_aspect("equal")
    axes.grid(visible=True, color=LINE, linewidth=0.8)
    return made


def _spots(conclusions: Sequence[Conclusion], *, names: bool) -> list[tuple[str, str, float, float]]:
    """(kind, label, km east, km north of home) of each concluded place."""
    import math

    placed = [one for one in conclusions if one.latitude is not None and one.kind in _SIGNS and one.value != "home"]
    start = next((one for one in placed if one.kind == "home"), placed[0] if placed else None)
    spots, numbers = [], Counter()
    for one in placed:
        numbers[one.kind] += 1
        word = {"home": "home", "workplace": "work", "faith": "prayer"}.get(one.kind, "visit")
        plain = word if one.kind in {"home", "workplace"} else f"{word} {numbers[one.kind]}"
        named = any(letter.isalpha() for letter in one.value)
        label = f"{word}: {one.value}" if names and named else plain
        north = (one.latitude - start.latitude) * METRES / 1000
        east = (one.longitude - start.longitude) * METRES / 1000 * math.cos(math.radians(start.latitude))
        spots.append((one.kind, label, east, north))
    return spots


def says_map(conclusions: Sequence[Conclusion], *, names: bool = True) -> str:
    """Say where each concluded place lies from home."""
    parts = []
    for kind, label, east, north in _spots(conclusions, names=names):
        if kind == "home":
            parts.append(f"{label} in the middle")
            continue
        way = " ".join(
            [f"{abs(north):.1f} km {'north' if north >= 0 else 'south'}", f"{abs(east):.1f} km {'east' if east >= 0 else 'west'}"]
        )
        parts.append(f"{label}, {way}")
    return f"Places by their distance from home: {'; '.join(parts) or 'none'}."
