"""The files of an export as readers get them: opened one after the other, as often as they are walked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from types import ModuleType
from typing import BinaryIO

from privlessons.exports import archive
from privlessons.exports.zips import BROKEN, Box
from privlessons.records import PlainError

HEAD = 1 << 16  # bytes by which a file is known
BESIDE = 1 << 28  # the most bytes of a file that belongs to another, such as a database's journal


@dataclass(frozen=True, slots=True)
class Found:
    """A readable file: ``inside`` which zips, under which ``name``, and whose ``reader`` knows it."""

    inside: tuple[str, ...]
    name: str
    size: int
    reader: ModuleType


class File:
    """A file that is being read: what was read is counted, and damage looks like an early end.

    ``head`` are its first bytes, ``inside`` the zips around it, ``size`` its length in bytes when unpacked.
    """

    def __init__(self, stream: BinaryIO, part: Found, box: Box, done: list[int]):
        self.stream, self.name, self.inside, self.size = (
            stream,
            part.name,
            part.inside,
            box.parts[part.name].size,
        )
        self._box, self._done = box, done
        self.head = self._take(HEAD)
        self._waiting = self.head

    def read(self, size: int) -> bytes:
        """Read on; nothing at the end, or where the archive is damaged."""
        if self._waiting:
            data, self._waiting = self._waiting[:size], self._waiting[size:]
        else:
            data = self._take(size)
        self._done[0] += len(data)
        return data

    def beside(self, ending: str, most: int = BESIDE) -> bytes:
        """Return the file that lies beside this one and has its name plus ``ending``; empty without one."""
        return beside(self._box, self.name, ending, most)

    def _take(self, size: int) -> bytes:
        try:
            return self.stream.read(size)
        except BROKEN:
            return b""


def beside(box: Box, name: str, ending: str, most: int = BESIDE) -> bytes:
    """Return the file of the box whose name is ``name`` plus ``ending``, if there is one."""
    part = box.parts.get(name + ending)
    if part is None or part.size > BESIDE:
        return b""
    try:
        part.check()
        with part.open() as stream:
            return stream.read(most)
    except (*BROKEN, PlainError):
        return b""


@dataclass(frozen=True)
class Files:
    """Files that belong together; each walk opens them anew, in order."""

    source: archive.Source
    parts: list[Found]
    done: list[int]
    note: Callable[[str], None]
    start: int = 0  # bytes of other files that were read before

    def __iter__(self) -> Iterator[File]:
        before = self.start
        self.done[0] = before
        for inside, group in groupby(self.parts, key=lambda part: part.inside):
            parts = list(group)
            try:
                with archive.opened(self.source, inside) as box:
                    while parts:
                        part = parts.pop(0)
                        yield from self._open(part, box)
                        before += part.size
                        self.done[0] = before
            except (*BROKEN, PlainError, KeyError):  # it was there when we looked first
                for part in parts:
                    self._gone(part)

    def _open(self, part: Found, box: Box) -> Iterator[File]:
        try:
            stream = box.parts[part.name].open()
        except (*BROKEN, KeyError):
            self._gone(part)
            return
        with stream:
            yield File(stream, part, box, self.done)

    def _gone(self, part: Found) -> None:
        self.note(f"{part.name} can no longer be read and was left out.")
