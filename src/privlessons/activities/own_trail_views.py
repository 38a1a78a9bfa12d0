"""A learner's own trail in words: counts, people, conclusions; names only where they were asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape

from privlessons.activities.trail_views import listed, wide
from privlessons.records import Conclusion, Event
from privlessons.ui import note, picture

TOP = 8
KINDS = {
    "home": "where home is",
    "workplace": "the place of work or school",
    "employer": "who the work is for",
    "commute": "the way to work",
    "visit": "places that are gone to again and again",
    "sleep": "the hours of sleep",
    "time zone": "the clock",
    "income": "the income",
    "interest": "interests",
    "person": "people who matter",
    "health": "worries about health",
    "faith": "faith",
    "debt": "money trouble",
    "sexuality": "whom one loves",
}
"""What each kind of conclusion is about, for where names are hidden."""
PROOF = 3


@dataclass(slots=True)
class SourceCount:
    """How many records a source holds, and from when to when."""

    count: int
    first: datetime
    last: datetime


def sources(events: Iterable[Event]) -> dict[str, SourceCount]:
    """Count the records of each source, the largest first."""
    found: dict[str, SourceCount] = {}
    for event in events:
        one = found.get(event.source)
        if one is None:
            found[event.source] = SourceCount(1, event.time, event.time)
            continue
        one.count += 1
        one.first, one.last = min(one.first, event.time), max(one.last, event.time)
    return dict(sorted(found.items(), key=lambda pair: -pair[1].count))


def counted(
    table: dict[str, SourceCount], *, made_up: bool, stopped: bool, more: bool, skipped: Sequence[str]
) -> str:
    """Return whose export it is, the counts by source, and what is to be known about the file."""
    total = sum(one.count for one in table.values())
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="pl-num">{one.count:,}</td>'
        f"<td>{one.first:%B %Y}</td><td>{one.last:%B %Y}</td></tr>"
        for name, one in table.items()
    )
    early = " You stopped early, so this is not all." if stopped else ""
    early += " There is more in the file than we can hold: these are the first." if more else ""
    whose = "This export is made up. It is Mika's." if made_up else "This is the file that you chose."
    out = (
        f"<p>{whose} It holds <b>{total:,} records</b>.{early}</p>"
        '<table class="pl-table"><thead><tr><th scope="col">Source</th><th scope="col" class="pl-num">Records'
        f'</th><th scope="col">First</th><th scope="col">Last</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    if skipped:
        lines = "".join(f"<li>{escape(line)}</li>" for line in skipped[:10])
        out += note(f"<ul>{lines}</ul>", "caution", "About this file:")
    return out


def people(events: Iterable[Event], *, names: bool, known: bool = True) -> str:
    """Return those who come up most in messages and posts, as numbers or by ``names``.

    Where it is not ``known`` which name is the owner's, nobody is told from the owner.
    """
    if not known:
        return (
            "<p>Pick above whose file it is. Then you see the hours of the week, and who comes up most.</p>"
        )
    seen = Counter(
        event.who for event in events if event.who and event.source in {"messages", "social posts"}
    )
    if not seen:
        return ""
    rows = "".join(
        f"<tr><td>{escape(who) if names else f'Person {i}'}</td><td class='pl-num'>{count:,}</td></tr>"
        for i, (who, count) in enumerate(seen.most_common(TOP), 1)
    )
    return (
        "<h4>People who come up most</h4>"
        '<table class="pl-table"><thead><tr><th scope="col">Who</th>'
        f'<th scope="col" class="pl-num">Records</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def topics(found: Sequence[tuple[str, int]]) -> str:
    """Return the topics that come up most, with how many records each."""
    if not found:
        return ""
    rows = "".join(
        f'<tr><td>{escape(topic)}</td><td class="pl-num">{count:,}</td></tr>' for topic, count in found[:TOP]
    )
    return (
        "<h4>Topics that come up most</h4>"
        '<table class="pl-table"><thead><tr><th scope="col">Topic</th>'
        f'<th scope="col" class="pl-num">Records</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def told(
    found: Sequence[Conclusion],
    events: Sequence[Event],
    zone: tzinfo | None,
    *,
    names: bool,
    delicate: bool,
) -> str:
    """Return the conclusions: by kind alone, or with ``names`` in full, with some of their records."""
    if not found:
        return note("The program found too little to conclude anything.", "right", "Nothing said.")
    rows = []
    for kind, count in Counter(one.kind for one in found).items() if not names else ():
        told_of = f" ({count} conclusions)" if count > 1 else ""
        rows.append(f"<li>It concludes on <b>{escape(KINDS.get(kind, kind))}</b>{told_of}.</li>")
    for one in found if names else ():
        share = f"how sure: {round(100 * one.confidence)} in 100; records behind it: {one.rests_on:,}"
        proof = listed((events[i] for i in one.evidence[:PROOF]), zone)
        rows.append(
            f'<li>{escape(one.text)} <span class="pl-soft">({share})</span>'
            f"<details><summary>Records behind it</summary>{proof}"
            "</details></li>"
        )
    hidden = "" if names else "<p>What it says is hidden. Tick “Show them” above to see it.</p>"
    left = (
        ""
        if delicate
        else "<p class='pl-soft'>Conclusions about faith, health, debt and love were left out.</p>"
    )
    return f"<h4>What a simple program concludes</h4>{hidden}<ul>{''.join(rows)}</ul>{left}" + note(
        "Each of these may be wrong. Nobody here checks it but you.", "caution", "A guess:"
    )


def weekly(events: Sequence[Event], zone: tzinfo, *, known: bool) -> str:
    """Return the owner's hours of the week as a picture, by the clock that ``zone`` has at the last record.

    Empty where it is not ``known`` who the owner is.
    """
    if not known:
        return ""
    from privlessons.charts import Picture
    from privlessons.charts_trail import says_week, week_figure

    ahead = max(event.time for event in events).astimezone(zone).utcoffset().total_seconds() / 3600
    drawn = picture(Picture(week_figure(events, ahead)).svg(), says_week(events, ahead))
    return f"<h4>The hours of the week</h4>{wide(drawn)}"


def mapped(found: Sequence[Conclusion], *, names: bool) -> str:
    """Return the concluded places as a map, if there are any."""
    if all(one.latitude is None for one in found):
        return ""
    from privlessons.charts import Picture
    from privlessons.charts_trail_map import map_figure, says_map

    drawn = picture(Picture(map_figure(found, names=names)).svg(), says_map(found, names=names))
    return f"<h4>Places</h4>{wide(drawn)}"
