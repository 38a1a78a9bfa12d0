"""Chrome's history by Google Takeout: ``History.json``. Times are microseconds since 1970."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.plain import plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import NO_TIME, host, left_out, searched, when
from privlessons.records import Event

SERVICE = "Chrome by Takeout"
MARK = "item.time_usec"


def _under(head: bytes) -> str | None:
    """Name the key of the list: it is “Browser History”, or that in another language."""
    found = next((key for key in sorted(shape(head)) if key.endswith(MARK)), None)
    return found.removesuffix(MARK).rstrip(".") if found is not None else None


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a history."""
    under = _under(head)
    return under is not None and under.count(".") == 0 and f"{under}.item.url".lstrip(".") in shape(head)


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read the visits; those to a search's results come out as searches."""
    for file in files:
        with left_out(file.name, note) as leave:
            for entry in items(file, note, has="time_usec", under=_under(file.head) or "", what="entry"):
                time, url = when(entry["time_usec"], 1e6), plain(entry.get("url"))
                if time is None:
                    leave(NO_TIME)
                elif query := searched(url):
                    yield Event(time, "searches", query, who=host(url))
                elif host(url):
                    yield Event(time, "browser history", plain(entry.get("title")) or url, who=host(url))
