"""Google location: ``Records.json``, the months of “Semantic Location History”, and the phone's own Timeline.

The phone's file is ``Timeline.json`` on Android and ``location-history.json`` on an iPhone; there it is a
bare list, with positions as "geo:…" and numbers as text. Places that Google calls home or work say so.
Takeout has ``Timeline Edits.json`` since 2024: the few positions that Google's computers still hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from privlessons.exports.plain import entries, of, plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import NO_PLACE, NO_TIME, e7, left_out, position, when
from privlessons.records import Event

SERVICE = "Google location"
LISTS = ("locations", "timelineObjects", "semanticSegments", "rawSignals", "timelineEdits")
MARKS = {
    "locations": ("latitudeE7", "timestampMs", "timestamp", "longitudeE7"),
    "timelineObjects": ("placeVisit", "activitySegment"),
    "semanticSegments": ("startTime", "endTime", "visit", "activity", "timelinePath"),
    "rawSignals": ("position", "wifiScan", "activityRecord"),
    "timelineEdits": ("rawSignal", "placeAggregates", "deviceId"),
}
PHONE = {"item.timelinePath", "item.visit", "item.activity", "item.timelineMemory"}
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
WORDS = {"HOME": "home", "WORK": "work", "SCHOOL": "school"}
Leave = Callable[[str], None]


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` holds locations."""
    keys = shape(head)
    if keys & PHONE and "item.startTime" in keys:
        return True
    return any(f"{name}.item.{mark}" in keys for name in LISTS for mark in MARKS[name])


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read points and stays; a stay has an end."""
    labels: dict[str, str] = {}
    for file in files:
        if {"semanticSegments", "rawSignals"} & shape(file.head):
            labels |= _labels(file)
    signals = set()
    for file in files:
        keys = shape(file.head)
        under = next((name for name in LISTS if name in keys), "")
        if under == "rawSignals":
            signals.add((file.inside, file.name))
        with left_out(file.name, note) as leave:
            for entry in items(file, note, under=under, what="entry"):
                if under == "locations":
                    yield from _record(entry, leave)
                elif under == "timelineObjects":
                    yield from _month(entry, leave)
                elif under == "timelineEdits":
                    yield from _edit(entry, leave)
                elif under == "rawSignals":
                    yield from _signal(entry, leave)
                else:
                    yield from _segment(entry, leave, labels)

    for file in files if signals else ():  # the segments may come after the signals
        if (file.inside, file.name) in signals:
            with left_out(file.name, note) as leave:
                for entry in items(file, note, under="semanticSegments", what="entry"):
                    yield from _segment(entry, leave, labels)


def _point(time: datetime | None, place: tuple[float, float] | None, leave: Leave) -> Iterator[Event]:
    if time is None:
        leave(NO_TIME)
    elif place is None:
        leave(NO_PLACE)
    else:
        yield Event(time, "location", latitude=place[0], longitude=place[1])


def _time(entry: object, name: str) -> datetime | None:
    value = of(entry, name)
    if isinstance(value, str) and value.isdecimal():  # as text it may be either
        return when(value, 1000 if len(value) > 11 else 1)
    return when(value) if value is not None else when(of(entry, f"{name}Ms"), 1000)


def _record(entry: dict, leave: Leave) -> Iterator[Event]:
    if "latitudeE7" in entry or "longitudeE7" in entry:
        place = e7(entry.get("latitudeE7"), entry.get("longitudeE7"))
        yield from _point(_time(entry, "timestamp"), place, leave)


def _month(entry: dict, leave: Leave) -> Iterator[Event]:
    visit, move = entry.get("placeVisit"), entry.get("activitySegment")
    if isinstance(visit, dict):
        where = visit.get("location")
        place = e7(of(where, "latitudeE7"), of(where, "longitudeE7"))
        if place is None:
            place = e7(visit.get("centerLatE7"), visit.get("centerLngE7"))
        for other in entries(visit.get("otherCandidateLocations"))[:1] if place is None else ():
            place = e7(other.get("latitudeE7"), other.get("longitudeE7"))
        kind = plain(of(where, "semanticType")).removeprefix("TYPE_")
        name = plain(of(where, "name")) or WORDS.get(kind, "") or plain(of(where, "address"))
        span = visit.get("duration")
        yield from _stay(_time(span, "startTimestamp"), _time(span, "endTimestamp"), place, name, leave)
        for child in entries(visit.get("childVisits")):
            yield from _month({"placeVisit": child}, leave)
    elif isinstance(move, dict):
        span = move.get("duration")
        way = entries(of(move.get("waypointPath"), "waypoints"))
        for key, name, at in (("startLocation", "startTimestamp", 0), ("endLocation", "endTimestamp", -1)):
            where = move.get(key)
            if isinstance(where, dict) and "latitudeE7" in where:
                yield from _point(_time(span, name), e7(where["latitudeE7"], where.get("longitudeE7")), leave)
            elif way and of(span, name):
                place = e7(way[at].get("latE7"), way[at].get("lngE7"))
                yield from _point(_time(span, name), place, leave)
        for point in entries(of(move.get("simplifiedRawPath"), "points")):
            yield from _point(_time(point, "timestamp"), e7(point.get("latE7"), point.get("lngE7")), leave)


def _stay(start, end, place, name: str, leave: Leave) -> Iterator[Event]:
    if start is None:
        leave(NO_TIME)
    elif place is None:
        leave(NO_PLACE)
    else:
        end = end if end and end >= start else None
        yield Event(start, "location", name, end=end, latitude=place[0], longitude=place[1])


def _signal(entry: dict, leave: Leave) -> Iterator[Event]:
    found = entry.get("position")
    if isinstance(found, dict):
        where = found.get("LatLng") or found.get("latLng")
        yield from _point(_time(found, "timestamp"), degrees(where), leave)


def _edit(entry: dict, leave: Leave) -> Iterator[Event]:
    found = of(of(entry.get("rawSignal"), "signal"), "position")
    if isinstance(found, dict):
        where = found.get("point")
        yield from _point(_time(found, "timestamp"), e7(of(where, "latE7"), of(where, "lngE7")), leave)


def _labels(file) -> dict[str, str]:
    """Read which of a phone's places have a label; it stands behind the stays, which may lack it."""
    places = items(file, lambda _: None, under="frequentPlaces", what="entry")
    return {
        known: WORDS.get(plain(place.get("label")), plain(place.get("label")))
        for place in places
        if (known := plain(place.get("placeId"))) and plain(place.get("label"))
    }


def _segment(entry: dict, leave: Leave, labels: dict[str, str]) -> Iterator[Event]:
    start, end = when(entry.get("startTime")), when(entry.get("endTime"))
    visit, move = entry.get("visit"), entry.get("activity")
    if isinstance(visit, dict):
        likely = visit.get("topCandidate")
        kind = plain(of(likely, "semanticType")).upper().replace(" ", "_").removeprefix("INFERRED_")
        name = WORDS.get(kind) or labels.get(plain(of(likely, "placeId")), "")
        yield from _stay(start, end, degrees(of(likely, "placeLocation")), name, leave)
    elif isinstance(move, dict):
        for time, key in ((start, "start"), (end, "end")):
            if key in move:
                yield from _point(time, degrees(move[key]), leave)
    for point in entries(entry.get("timelinePath")):
        time = when(point.get("time")) if "time" in point else _later(start, point)
        yield from _point(time, degrees(point.get("point")), leave)


def _later(start: datetime | None, point: dict) -> datetime | None:
    try:
        minutes = float(point.get("durationMinutesOffsetFromStartTime"))
        return start + timedelta(minutes=minutes) if start and 0 <= minutes < 100_000 else None
    except (TypeError, ValueError, OverflowError):
        return None


def degrees(value: object) -> tuple[float, float] | None:
    """Return a position from text such as "51.5°, -0.1°" or "geo:51.5,-0.1", or an object that holds it."""
    while isinstance(value, dict):
        value = value.get("latLng") or value.get("LatLng") or value.get("placeLocation")
    found = NUMBER.findall(value) if isinstance(value, str) else []
    return position(*found) if len(found) == 2 else None
