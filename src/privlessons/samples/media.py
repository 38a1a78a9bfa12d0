"""Made-up exports of Spotify and Netflix, and photos with a camera's notes."""

from __future__ import annotations

import csv
import io
import json
import struct
from collections.abc import Iterable
from datetime import datetime, timedelta

from privlessons.records import Event
from privlessons.samples.story import of


def _played(event: Event) -> int:
    return int(((event.end or event.time) - event.time).total_seconds() * 1000)


def spotify_year(events: Iterable[Event]) -> dict[str, bytes]:
    """Make the last year: ``endTime`` to the minute, in UTC."""
    heard = [
        {
            "endTime": f"{event.end or event.time:%Y-%m-%d %H:%M}",
            "artistName": event.who,
            "trackName": event.text,
            "msPlayed": _played(event),
        }
        for event in of(events, "music")
    ]
    half = len(heard) // 2
    folder = "Spotify Account Data"
    return {
        f"{folder}/StreamingHistory_music_0.json": json.dumps(
            heard[:half], indent=2, ensure_ascii=False
        ).encode(),
        f"{folder}/StreamingHistory_music_1.json": json.dumps(
            heard[half:], indent=2, ensure_ascii=False
        ).encode(),
        f"{folder}/Userdata.json": b'{"email": "mika@example.com", "birthdate": "1997-02-11"}',
    }


def spotify_all(events: Iterable[Event]) -> dict[str, bytes]:
    """Make the whole history: the address on the internet and the device stand beside each song."""
    heard = [
        {
            "ts": f"{event.end or event.time:%Y-%m-%dT%H:%M:%SZ}",
            "platform": "android",
            "ms_played": _played(event),
            "conn_country": "GB",
            "ip_addr": "192.0.2.17",
            "master_metadata_track_name": event.text,
            "master_metadata_album_artist_name": event.who,
            "master_metadata_album_album_name": "Tides",
            "spotify_track_uri": "spotify:track:invented",
            "episode_name": None,
            "episode_show_name": None,
            "reason_start": "trackdone",
            "reason_end": "fwdbtn",
            "shuffle": False,
            "skipped": _played(event) < 10_000,
            "offline": False,
            "offline_timestamp": int(event.time.timestamp() * (1000 if number % 2 else 1)),
            "incognito_mode": False,
        }
        for number, event in enumerate(of(events, "music"))
    ]
    if heard:
        heard[0] |= dict.fromkeys(("master_metadata_track_name", "master_metadata_album_artist_name"))
        heard[0] |= {"episode_name": "On gulls", "episode_show_name": "The Harbour Hour"}
    name = "Spotify Extended Streaming History/Streaming_History_Audio_2026_0.json"
    return {name: json.dumps(heard, ensure_ascii=False).encode()}


def _table(rows: Iterable[list]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def netflix_short(events: Iterable[Event]) -> dict[str, bytes]:
    """Make the short table, as America writes dates, newest first."""
    seen = [
        [event.text, f"{day.month}/{day.day}/{day:%y}"]
        for event in reversed(of(events, "films"))
        for day in (event.time.astimezone(),)
    ]
    return {"NetflixViewingHistory.csv": _table([["Title", "Date"], *seen])}


def netflix_all(events: Iterable[Event]) -> dict[str, bytes]:
    """Make the full table, newest first, with a trailer that played by itself."""
    names = "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark"
    rows = [[*names.split(","), "Latest Bookmark", "Country"]]
    for event in reversed(of(events, "films")):
        length = f"{_clock((event.end or event.time) - event.time)}"
        start = f"{event.time:%Y-%m-%d %H:%M:%S}"
        rest = ["Sony Smart TV", length, length, "GB (United Kingdom)"]
        if len(rows) == 1:
            trailer = [
                "Mika",
                start,
                "00:00:21",
                "Autoplayed: user action: None;",
                "A Trailer",
                "TRAILER",
                *rest,
            ]
            rows.append(trailer)
        rows.append(["Mika", start, length, "", event.text, "", *rest])
    return {
        "CONTENT_INTERACTION/ViewingActivity.csv": _table(rows),
        "CONTENT_INTERACTION/SearchHistory.csv": b"Profile Name,Query Typed\nMika,geckos\n",
    }


def _clock(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def photos(events: Iterable[Event]) -> dict[str, bytes]:
    """Make a few pictures, every third as newer phones do (HEIC); the last has no position."""
    taken = of(events, "photos")[:12]
    found = {
        f"DCIM/IMG_{n:04}.{'jpg' if n % 3 else 'HEIC'}": (picture if n % 3 else heic)(event.time, event)
        for n, event in enumerate(taken[:-1], start=1)
    }
    if taken:
        found[f"DCIM/IMG_{len(taken):04}.jpg"] = picture(taken[-1].time)
    return found


def picture(time: datetime, place: Event | None = None) -> bytes:
    """Make a small grey JPEG with a camera's notes."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (16, 12), 128).save(out, "JPEG", exif=_notes(time, place))
    return out.getvalue()


def heic(time: datetime, place: Event | None = None) -> bytes:
    """Make a HEIC file of boxes that names its notes and holds them, but no pixels."""
    notes = _notes(time, place).tobytes()
    item = _box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 1, 0) + b"Exif\0")
    about = _box(b"hdlr", bytes(8) + b"pict" + bytes(13)) + _box(b"iinf", bytes(4) + b"\0\1" + item)
    start = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    length = len(start) + 8 + 4 + len(about) + 8 + 22  # to the notes: behind the boxes' heads and iloc
    place_of = struct.pack(">BBHHHHII", 0x44, 0, 1, 1, 0, 1, length + 8, len(notes) + 4)
    meta = _box(b"meta", bytes(4) + about + _box(b"iloc", bytes(4) + place_of))
    return start + meta + _box(b"mdat", struct.pack(">I", 6) + notes)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def _notes(time: datetime, place: Event | None):
    """Make a camera's notes: its clock, one hour off UTC, and where it was."""
    from PIL import ExifTags, Image, TiffImagePlugin

    ratio = TiffImagePlugin.IFDRational
    exif = Image.Exif()
    exif[0x0110] = "Pixelphone 4"
    clock = time + timedelta(hours=1)
    notes = exif.get_ifd(ExifTags.IFD.Exif)
    notes[0x9003], notes[0x9011] = f"{clock:%Y:%m:%d %H:%M:%S}", "+01:00"
    if place is not None and place.latitude is not None:
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        for tag, value, names in ((1, place.latitude, "NS"), (3, place.longitude, "EW")):
            size = round(abs(value) * 360_000)
            pieces = (size // 360_000, size // 6_000 % 60, ratio(size % 6_000, 100))
            gps[tag], gps[tag + 1] = names[value < 0], tuple(ratio(piece) for piece in pieces)
        gps[7] = tuple(ratio(piece) for piece in (time.hour, time.minute, time.second))
        gps[29] = f"{time:%Y:%m:%d}"
    return exif
