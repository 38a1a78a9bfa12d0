"""Made-up location data of Google: the old records, the months, and the Timeline of both kinds of phone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from privlessons.records import Event
from privlessons.samples.story import of

EVERY = timedelta(minutes=20)  # a phone at rest tells where it is about so often
TURN = 1 << 32


def _stays(events: Iterable[Event]) -> list[Event]:
    return [event for event in of(events, "location") if event.latitude is not None]


def _home(stays: list[Event]) -> str:
    """Name the place where most time was spent, as Google guesses it."""
    spent: Counter[str] = Counter()
    for stay in stays:
        spent[stay.text] += ((stay.end or stay.time) - stay.time).total_seconds()
    return max(spent, key=spent.get, default="")


def _iso(time) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _e7(place: Event) -> dict[str, int]:
    return {"latitudeE7": round(place.latitude * 1e7), "longitudeE7": round(place.longitude * 1e7)}


def records(events: Iterable[Event]) -> dict[str, bytes]:
    """Make ``Records.json``: points, the first in the old way (milliseconds as text, 32 bits overflowed)."""
    found = []
    for stay in _stays(events):
        time = stay.time
        while time <= (stay.end or stay.time):
            point = {
                **_e7(stay),
                "accuracy": 18,
                "source": "WIFI",
                "deviceTag": -12345678,
                "timestamp": _iso(time),
            }
            if not found:
                del point["timestamp"]
                point["timestampMs"] = str(int(time.timestamp() * 1000))
                point["longitudeE7"] += TURN
            if len(found) == 1:
                point["activity"] = [
                    {"activity": [{"type": "STILL", "confidence": 98}], "timestamp": _iso(time)}
                ]
            found.append(point)
            time += EVERY
    folder = "Takeout/Location History (Timeline)"
    return {
        f"{folder}/Records.json": json.dumps({"locations": found}, indent=1).encode(),
        f"{folder}/Settings.json": b'{"createdTime": "2019-01-01T00:00:00Z", "deviceSettings": []}',
    }


def months(events: Iterable[Event]) -> dict[str, bytes]:
    """Make “Semantic Location History”: a file a month, of visits and the ways between them."""
    files: dict[str, list] = {}
    last, stays = None, _stays(events)
    home = _home(stays)
    for stay in stays:
        name = f"{stay.time.year}/{stay.time.year}_{stay.time:%B}.json".upper().replace(".JSON", ".json")
        listed = files.setdefault(name, [])
        if last is not None and last.end:
            listed.append(
                {
                    "activitySegment": {
                        "startLocation": _e7(last),
                        "endLocation": _e7(stay),
                        "duration": {"startTimestamp": _iso(last.end), "endTimestamp": _iso(stay.time)},
                        "activityType": "WALKING",
                    }
                }
            )
        where = {**_e7(stay), "placeId": "ChIJinvented", "name": stay.text, "locationConfidence": 88.1}
        if stay.text == home:
            del where["name"]
            where["semanticType"] = "TYPE_HOME"
        span = {"startTimestamp": _iso(stay.time), "endTimestamp": _iso(stay.end or stay.time)}
        listed.append(
            {"placeVisit": {"location": where, "duration": span, "placeConfidence": "HIGH_CONFIDENCE"}}
        )
        last = stay
    folder = "Takeout/Location History (Timeline)/Semantic Location History"
    return {
        f"{folder}/{name}": json.dumps({"timelineObjects": listed}).encode() for name, listed in files.items()
    }


def android(events: Iterable[Event]) -> dict[str, bytes]:
    """Make ``Timeline.json`` as an Android phone exports it: degrees with their sign, times with a zone."""
    segments, signals, last, stays = [], [], None, _stays(events)
    home = _home(stays)
    for stay in stays:
        here = f"{stay.latitude:.7f}°, {stay.longitude:.7f}°"
        start, end = stay.time.isoformat(), (stay.end or stay.time).isoformat()
        if last is not None:
            path = [{"point": f"{last.latitude:.7f}°, {last.longitude:.7f}°", "time": start}]
            segments.append({"startTime": start, "endTime": end, "timelinePath": path})
        likely = {
            "placeId": "ChIJhome" if stay.text == home else "ChIJinvented",
            "semanticType": "HOME" if stay.text == home else "UNKNOWN",
            "probability": 0.88,
            "placeLocation": {"latLng": here},
        }
        visit = {"hierarchyLevel": 0, "probability": 0.9, "topCandidate": likely}
        segments.append(
            {"startTime": start, "endTime": end, "startTimeTimezoneUtcOffsetMinutes": 60, "visit": visit}
        )
        signals.append(
            {"position": {"LatLng": here, "accuracyMeters": 13, "source": "WIFI", "timestamp": start}}
        )
        last = stay
    first = signals[0]["position"]["LatLng"] if signals else ""
    homes = [{"placeId": "ChIJhome", "placeLocation": first, "label": "HOME"}]
    whole = {
        "semanticSegments": segments,
        "rawSignals": signals,
        "userLocationProfile": {"frequentPlaces": homes},
    }
    return {"Timeline.json": json.dumps(whole, indent=2, ensure_ascii=False).encode()}


def iphone(events: Iterable[Event]) -> dict[str, bytes]:
    """Make ``location-history.json`` as an iPhone exports it: a bare list, numbers and places as text."""
    listed, last, stays = [], None, _stays(events)
    home = _home(stays)
    for stay in stays:
        start, end = _iso(stay.time), _iso(stay.end or stay.time)
        here = f"geo:{stay.latitude:.6f},{stay.longitude:.6f}"
        if last is not None:
            there = f"geo:{last.latitude:.6f},{last.longitude:.6f}"
            listed.append(
                {
                    "startTime": _iso(last.end or last.time),
                    "endTime": start,
                    "activity": {
                        "probability": "0.9",
                        "start": there,
                        "end": here,
                        "topCandidate": {"type": "walking", "probability": "0.7"},
                        "distanceMeters": "512.25",
                    },
                }
            )
            path = [{"point": there, "durationMinutesOffsetFromStartTime": "0"}]
            path += [{"point": here, "durationMinutesOffsetFromStartTime": "7"}]
            listed.append({"startTime": _iso(last.end or last.time), "endTime": start, "timelinePath": path})
        likely = {"probability": "0.8", "semanticType": "Home" if stay.text == home else "Unknown",
                  "placeID": "ChIJinvented", "placeLocation": here}  # fmt: skip
        visit = {"hierarchyLevel": "0", "topCandidate": likely, "probability": "0.9"}
        listed.append({"endTime": end, "startTime": start, "visit": visit})
        last = stay
    return {"location-history.json": json.dumps(listed).encode()}
