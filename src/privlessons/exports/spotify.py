"""Spotify: the last year (``StreamingHistory*.json``) and the whole of it (``Streaming_History_*.json``).

In both the time is that of the stream's end, in UTC; what was played for less than ten seconds was skipped
and is still in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from privlessons.exports.plain import plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import NO_TIME, left_out, when
from privlessons.records import Event

SERVICE = "Spotify"
KEYS = ("item.msPlayed", "item.ms_played")
LONGEST = 86_400_000  # milliseconds of a day: no stream is longer


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a history."""
    return bool(shape(head).intersection(KEYS))


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read what was heard: songs, episodes, books."""
    for file in files:
        has = "msPlayed" if "item.msPlayed" in shape(file.head) else "ms_played"
        with left_out(file.name, note) as leave:
            for entry in items(file, note, has=has, what="entry"):
                end = when(entry.get("endTime") or entry.get("ts"))
                played = entry[has]
                if not isinstance(played, int | float) or not 0 <= played <= LONGEST:
                    played = 0
                if end is None:
                    leave(NO_TIME)
                    continue
                title, who = _what(entry)
                yield Event(end - timedelta(milliseconds=played), "music", title, end=end, who=who)


def _what(entry: dict) -> tuple[str, str]:
    for title, who in (
        ("trackName", "artistName"),
        ("episodeName", "podcastName"),
        ("audiobookName", "authorName"),
        ("master_metadata_track_name", "master_metadata_album_artist_name"),
        ("episode_name", "episode_show_name"),
        ("audiobook_chapter_title", "audiobook_title"),
    ):
        if found := plain(entry.get(title)):
            return found, plain(entry.get(who))
    return "unknown title", ""
