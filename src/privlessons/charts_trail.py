"""A trail as pictures: one day by source, years with a zoom, the hours of the week.

Each function returns a Figure; the one named ``says_…`` beside it gives the same in sentences. ``clock``
is the number of hours by which the person's clock is ahead of UTC. Sources differ by row, name and sign, so
that no colour has to be told from another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from matplotlib.figure import Figure

from privlessons.charts import COLOURS, INK, LINE, PAPER, SOFT
from privlessons.records import Event
from privlessons.trail import SOURCES
from privlessons.trail_home import WEEKDAYS

_DAY = 86_400
_SHAPES = dict(zip((*SOURCES, "music", "films", "photos", "messages"), "osDs^vPXhd", strict=True))
# One for each source, or two rows of one colour would seem to belong together.
_PALETTE = (
    *("#0072b2", "#d55e00", "#00795a", "#a8487f", "#5b3fa0", "#8a6500"),
    *("#a3003c", "#00708a", "#545966", "#5f7300"),
)


def blank(width: float, height: float, box) -> tuple[Figure, object]:
    """Return a figure in the house style and its axes in ``box`` (left, bottom, width, height, as shares)."""
    made = Figure(figsize=(width, height), facecolor=PAPER, layout="none")
    axes = made.add_axes(box, facecolor=PAPER)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(SOFT)
    axes.tick_params(colors=INK, labelsize=10, length=3)
    axes.set_axisbelow(True)
    return made, axes


def _sources(events: Sequence[Event]) -> list[str]:
    """Return the sources there are, the six of the town first."""
    return _ordered({event.source for event in events})


def _ordered(there: Collection[str]) -> list[str]:
    return [one for one in _SHAPES if one in there] + sorted(set(there) - set(_SHAPES))


def _colour(source: str) -> str:
    return _PALETTE[list(_SHAPES).index(source)] if source in _SHAPES else INK


def _inside(height: float, left: float, right: float) -> tuple[float, float, float, float]:
    """Return the box of the axes in a picture 7.2 inches wide: just room for the words around, in inches."""
    return left / 7.2, 0.34 / height, (7.2 - left - right) / 7.2, (height - 0.34 - 0.12) / height


def day_figure(
    events: Sequence[Event], day: datetime, *, on: Collection[str] | None = None, lit: Collection[int] = ()
) -> Figure:
    """Draw the day that starts at ``day`` (an aware midnight): a row for each source, a mark for each record.

    Stays are bars. ``on``: sources that are switched on (None: all); the others stand grey. ``lit``:
    indices of ``events`` with a ring around, such as the evidence of a conclusion.
    """
    rows = _sources(events)
    height = 0.5 + 0.42 * max(1, len(rows))
    made, axes = blank(7.2, height, _inside(height, 1.25, 0.25))
    lit = set(lit)
    for i, event in enumerate(events):
        start, end = (((t or event.time) - day).total_seconds() / 3600 for t in (event.time, event.end))
        if start >= 24 or end < 0:
            continue
        y, live = rows.index(event.source), on is None or event.source in on
        colour = _colour(event.source) if live else LINE
        if event.end is not None:
            left = max(start, 0)
            edge, width = (INK, 2) if i in lit else (SOFT, 0.6)
            fill = colour if live else PAPER
            axes.barh(y, min(end, 24) - left, 0.5, left, color=fill, edgecolor=edge, linewidth=width)
        else:
            sign, edge, fill = (
                _SHAPES.get(event.source, "o"),
                PAPER if live else LINE,
                "full" if live else "none",
            )
            look = {"color": colour, "markersize": 5.5, "mew": 0.4, "mec": edge, "fillstyle": fill}
            axes.plot(start, y, sign, **look, clip_on=False)  # whole, at midnight too
            if i in lit:
                ring = {"color": INK, "markersize": 11, "fillstyle": "none", "mew": 1.4}
                axes.plot(start, y, "o", **ring, clip_on=False)
    axes.set(xlim=(0, 24), ylim=(max(1, len(rows)) - 0.5, -0.5))
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


def times_of(events: Iterable[Event]) -> dict:
    """Return the times of each source's records in order, as numpy arrays of seconds since 1970."""
    import numpy as np

    found: dict[str, list[float]] = {}
    for event in events:
        found.setdefault(event.source, []).append(event.time.timestamp())
    return {source: np.sort(found[source]) for source in _ordered(found)}


def years_figure(
    times: Mapping, first: datetime | None = None, last: datetime | None = None, zone: tzinfo = UTC
) -> Figure:
    """Draw how many records each source holds over time, a row each; ``first`` and ``last`` zoom in.

    ``times`` comes from ``times_of``. Without first and last all is shown. ``zone``: whose calendar is used.
    Bars are years, months, weeks, days, hours or quarters of an hour: the finest that gives at most 150.
    Each row has its own height, its largest number written on it.
    """
    import numpy as np

    rows = list(times)
    begin, end = _range(times, first, last)
    edges = _edges(begin, end)
    height = 0.68 + 0.5 * max(1, len(rows))
    made, axes = blank(7.2, height, _inside(height, 1.25, 0.6))
    side = axes.get_yaxis_transform()
    for y, source in enumerate(rows):
        counts = np.histogram(times[source], edges)[0]
        most = max(1, counts.max(initial=0))
        axes.stairs(-0.8 * counts / most + y + 0.4, edges, baseline=y + 0.4, fill=True, color=_colour(source))
        if counts.any():
            axes.text(1.01, y, f"{counts.max():,}", transform=side, fontsize=9.5, color=SOFT, va="center")
    axes.set(xlim=(begin, end), ylim=(len(rows) - 0.4, -0.95))
    axes.set_xticks(*_ticks(begin, end, zone), fontsize=9.5)
    axes.set_yticks(range(len(rows)), rows)
    axes.text(1.01, -0.72, "most", transform=side, fontsize=9.5, color=SOFT, va="center")
    return made


def says_years(
    times: Mapping, first: datetime | None = None, last: datetime | None = None, zone: tzinfo = UTC
) -> str:
    """Say how many records each source holds in the time shown; arguments as for ``years_figure``."""
    begin, end = _range(times, first, last)
    counts = {source: int(((times[source] >= begin) & (times[source] <= end)).sum()) for source in times}
    parts = ", ".join(f"{source}: {count:,}" for source, count in counts.items() if count)
    if last:
        end -= 1  # a part ends before the next midnight
    a, b = (f"{t.day} {t:%B %Y}" for t in (datetime.fromtimestamp(one, zone) for one in (begin, end)))
    span = f"of {a}" if a == b else f"from {a} to {b}"
    return f"Records {span}, by source: {parts or 'none'}."


def _range(times: Mapping, first: datetime | None, last: datetime | None) -> tuple[float, float]:
    begin = first.timestamp() if first else min((float(t.min()) for t in times.values()), default=0.0)
    end = last.timestamp() if last else max((float(t.max()) for t in times.values()), default=begin)
    return begin, max(end, begin + 3600)


def _ticks(begin: float, end: float, zone: tzinfo) -> tuple[list[float], list[str]]:
    """Return where a line of time from ``begin`` to ``end`` is marked, and with what words.

    Marks stand where a calendar or a clock of ``zone`` turns: the first of a month, a midnight, a full hour.
    """
    from matplotlib.dates import AutoDateLocator, num2date

    locator = AutoDateLocator(tz=zone, minticks=3, maxticks=7)
    found = locator.tick_values(*(datetime.fromtimestamp(one, zone) for one in (begin, end)))
    times = [time for time in num2date(found, zone) if begin <= time.timestamp() <= end]
    if all((one.month, one.day, one.hour) == (1, 1, 0) for one in times):
        pattern = "%Y"
    elif all((one.day, one.hour) == (1, 0) for one in times):
        pattern = "%b %Y"
    else:
        pattern = "%d %b" if all((one.hour, one.minute) == (0, 0) for one in times) else "%d %b %H:%M"
        pattern = "%H:%M" if end - begin < 1.1 * _DAY else pattern
    return [time.timestamp() for time in times], [f"{time:{pattern}}" for time in times]


def _edges(begin: float, end: float):
    import numpy as np

    steps = (900, 3600, _DAY, 7 * _DAY, 30.44 * _DAY, 365.25 * _DAY)
    step = next((one for one in steps if (end - begin) / one <= 150), steps[-1])
    return np.linspace(begin, end, max(1, round((end - begin) / step)) + 1)  # alike, also the last one


def week_figure(events: Sequence[Event], clock: float = 0, sources: Collection[str] | None = None) -> Figure:
    """Draw when in the week records arise: a square for each hour and weekday, the larger the more."""
    import numpy as np

    counts = week_counts(events, clock, sources)
    made, axes = blank(7.2, 2.7, _inside(2.7, 1.15, 0.25))
    day, hour = np.nonzero(counts)
    size = counts[day, hour] / max(1, counts.max())
    axes.scatter(hour + 0.5, day, s=190 * size, marker="s", color=COLOURS[0], linewidths=0)
    axes.set(xlim=(0, 24), ylim=(6.6, -0.6))
    axes.set_xticks(range(0, 25, 3), [f"{hour:02}:00" for hour in range(0, 25, 3)])
    axes.set_yticks(range(7), WEEKDAYS)
    axes.grid(visible=True, axis="x", color=LINE, linewidth=0.8)
    return made


def week_counts(events: Sequence[Event], clock: float = 0, sources: Collection[str] | None = None):
    """Count one's own records by weekday (0 is Monday) and hour: a numpy array, 7 by 24; stays by start."""
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
        f"Squares for weekdays and hours, {counts.sum():,} records: most on {WEEKDAYS[day]}, most from "
        f"{busy:02}:00 to {busy + 1:02}:00, fewest from {quiet:02}:00 to {quiet + 1:02}:00."
    )
