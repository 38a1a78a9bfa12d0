"""Exports of personal data: what a service hands out on request, read where it lies.

``read_export`` tells by content, not by name, what a file is, and returns a ``Trail``; ``read_exports``
returns one for each service. Nothing is unpacked, written or sent.

To add a source, write one module with these things and name it in ``READERS``:

- ``SERVICE``: the name that people know;
- ``looks_like(head) -> bool``: does a file that begins with these bytes belong to it?
- ``read(files, note) -> Iterator[Chat]`` if it holds chats with an assistant, and
  ``events(files, note) -> Iterator[Event]`` if it holds anything else: all of it, one at a time. ``files``
  may be walked more than once; each file has ``read(size)``, ``name``, ``head``, ``size`` and ``inside``.
  ``note`` takes one plain sentence for what was left out.

A reader of something large may have ``holds(files)``, a quick look whether there is anything, and
``hours(files, note)``, which counts events by hour faster than one by one.

CONTRIBUTING tells the rest, with the traps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from privlessons.exports import (
    archive,
    chatgpt,
    chromium,
    claude,
    copilot,
    facebook,
    firefox,
    grok,
    instagram,
    location,
    meta,
    my_activity,
    netflix,
    photos,
    safari,
    spotify,
    takeout_chrome,
    whatsapp,
)
from privlessons.exports.files import Files
from privlessons.exports.search import Search, search, services
from privlessons.masks import harmless
from privlessons.records import Again, Chat, Event, PlainError, Trail

__all__ = ["Events", "read_export", "read_exports"]

READERS: tuple[ModuleType, ...] = (
    chatgpt,
    claude,
    my_activity,
    grok,
    copilot,
    chromium,
    firefox,
    safari,
    takeout_chrome,
    location,
    whatsapp,
    instagram,
    facebook,
    meta,
    spotify,
    netflix,
    photos,
)
NOTES = 20  # sentences of one walk; more are counted
EMPTY = "This export of {} holds no chats and no other records."


@dataclass(frozen=True)
class Events(Again):
    """The events of a trail, and how many of them there are in each hour, without holding them."""

    count: Callable[[], Counter[int]]

    def by_hour(self) -> Counter[int]:
        """Count the events of each hour; an hour is its number since 1 January 1970, 0:00 UTC."""
        return self.count()


def read_export(source: object) -> Trail:
    """Read an export: the path of a zip, folder or file, its bytes, or an upload.

    Several services in one source come out as one trail. Chats and events are read only when they are
    walked, one at a time, as often as they are walked. Raises ``PlainError`` with one sentence if nothing in
    ``source`` can be read; what is damaged in part is read as far as it goes, and ``Trail.skipped`` says what
    was left out.
    """
    found = search(archive.settle(source), READERS, archive.called(source))
    trail, why = _trail(found, READERS)
    if trail is None:
        raise PlainError(why)
    return trail


def read_exports(source: object) -> tuple[Trail, ...]:
    """Read all exports in a folder, zip or file: one ``Trail`` for each service, else as ``read_export``."""
    found = search(archive.settle(source), READERS, archive.called(source))
    trails, empty = [], []
    for reader in dict.fromkeys(part.reader for part in found.found):
        trail, why = _trail(found, (reader,))
        if trail:
            trails.append(trail)
        else:
            empty.append(why)
    if not trails:
        raise PlainError(empty[0])
    found.notes += empty  # every walk tells them
    for trail in trails:
        trail.skipped[:] = []
    return tuple(trails)


def _trail(found: Search, readers: tuple[ModuleType, ...]) -> tuple[Trail | None, str]:
    """Make the trail of some readers' files; None and a sentence if it would be empty."""
    walks = _Walks(found, readers)
    if not walks.hold_something():
        said = walks.skipped[len(found.notes) :]
        return None, said[-1] if said else EMPTY.format(services(walks.parts))
    walks.done[0] = 0
    walks.skipped.clear()
    trail = Trail(
        services(walks.parts),
        Again(lambda: walks.start("chats")),
        walks.skipped,
        walks.progress,
        tuple(dict.fromkeys(found.owner)),
        Events(lambda: walks.start("events"), walks.hours),
    )
    return trail, ""


class _Walks:
    """The walks over the chats or the events of an export: what each skipped, how far the latest has come."""

    def __init__(self, found: Search, readers: tuple[ModuleType, ...]):
        self.found, self.readers = found, readers
        self.parts = [part for part in found.found if part.reader in readers]
        self.skipped: list[str] = []
        self.done = [0]
        self._said: dict[str, list[str]] = {}
        self._total = 1

    def progress(self) -> float:
        """Tell how far the latest walk has come, from 0 to 1."""
        return min(1.0, self.done[0] / self._total)

    def hold_something(self) -> bool:
        """Tell whether there is anything to read: by a quick answer, else the first chat or event."""
        turns = self._turns("events")
        if any(reader.holds(files) for reader, files, _ in turns if hasattr(reader, "holds")):
            return True
        return any(next(self.start(kind), None) is not None for kind in ("chats", "events"))

    def start(self, kind: str) -> Iterator[Chat | Event]:
        """Walk through the "chats" or the "events", from the beginning."""
        for reader, files, note in self._turns(kind):
            if kind == "chats":
                yield from reader.read(files, note)
            elif hasattr(reader, "events"):
                yield from reader.events(files, note)
            else:
                yield from typed(reader.read(files, note))

    def hours(self) -> Counter[int]:
        """Count the events of each hour; databases count by themselves."""
        found: Counter[int] = Counter()
        for reader, files, note in self._turns("events"):
            if hasattr(reader, "hours"):
                found.update(reader.hours(files, note))
            elif hasattr(reader, "events"):
                found.update(int(event.time.timestamp() // 3600) for event in reader.events(files, note))
            else:
                times = (event.time for event in typed(reader.read(files, note)))
                found.update(int(time.timestamp() // 3600) for time in times)
        return found

    def _turns(self, kind: str) -> Iterator[tuple[ModuleType, Files, Callable[[str], None]]]:
        said = self._said[kind] = []
        self.skipped[:] = [*self.found.notes, *(line for told in self._said.values() for line in told)]
        spare = [0]

        def note(sentence: str) -> None:
            if len(said) >= NOTES:
                spare[0] += 1
            else:
                sentence = harmless(sentence)
                said.append(sentence)
                if sentence not in self.skipped:
                    self.skipped.append(sentence)

        turns = [reader for reader in self.readers if kind == "events" or hasattr(reader, "read")]
        sizes = {reader: sum(part.size for part in self.parts if part.reader is reader) for reader in turns}
        self._total = sum(sizes.values()) or 1
        start = self.done[0] = 0
        for reader in turns:
            if parts := [part for part in self.parts if part.reader is reader]:
                yield reader, Files(self.found.source, parts, self.done, note, start), note
                start += sizes[reader]
                self.done[0] = start
        if spare[0]:
            said.append(f"{spare[0]:,} further parts could not be read either.")
            self.skipped.append(said[-1])


def typed(chats: Iterable[Chat]) -> Iterator[Event]:
    """Give what the person typed into chats as events; what was taken back was typed, too."""
    for chat in chats:
        for message in chat.messages:
            if message.author == "person" and message.time is not None:
                yield Event(message.time, "chats", message.text, who=chat.source)
