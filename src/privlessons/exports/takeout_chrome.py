"""Chrome's history by Google Takeout: ``History.json``. Times are microseconds since 1970."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from privlessons.exports.plain import plain
from privlessons.exports.stream import items, shape
from privlessons.exports.values import NO_TIME, host, left_out, searched, when
from privlessons.records import Event

SERVICE = "Chrome by Takeout"
MARK = "item.time_usec"
BEFORE = ("Typed Url.item.", "Session.item.")  # other lists of that file, which may come first


def _under(head: bytes) -> str | None:
    """Name the key of the list: it is “Browser History”, or that in another language."""
    keys = sorted(shape(head))
    found = next((key for key in keys if key.endswith(MARK)), None)
    if found is None:
        return "Browser History" if any(key.startswith(BEFORE) for key in keys) else None
    return found.removesuffix(MARK).rstrip(".")


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a history."""
    under, keys = _under(head), shape(head)
    if under is None or "." in under:
        return False
    return f"{under}.item.url".lstrip(".") in keys or any(key.startswith(BEFORE) for key in keys)


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
