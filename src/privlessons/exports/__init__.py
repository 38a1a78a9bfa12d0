"""Exports of personal data: what a service hands out on request, read where it lies.

``read_export`` tells by content, not by name, what a file is, and returns a ``Trail``. Nothing is unpacked,
written or sent.

To add a source, write one module with three things and name it in ``READERS``:

- ``SERVICE``: the name that people know;
- ``looks_like(head) -> bool``: does a file that begins with these bytes belong to it?
- ``read(files, note) -> Iterator[Chat]``: the chats of all such files of an export, one at a time. Each
  file has ``read(size)``, ``name`` and ``head``; ``note`` takes one plain sentence for what was left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import BinaryIO

from privlessons.exports import archive, chatgpt, claude
from privlessons.exports.account import owner
from privlessons.exports.strangers import stranger
from privlessons.exports.zips import BROKEN, DAMAGED, START, check_total
from privlessons.masks import harmless
from privlessons.records import Again, Chat, PlainError, Trail

__all__ = ["read_export"]

READERS: tuple[ModuleType, ...] = (chatgpt, claude)
HEAD = 1 << 16  # bytes by which a file is known
NOTES = 20  # sentences of one walk; more are counted


@dataclass(frozen=True)
class _Found:
    """One readable file: ``inside`` which zip, under which ``name``, and whose ``reader`` knows it."""

    inside: str
    name: str
    size: int
    head: bytes
    reader: ModuleType


@dataclass
class _Search:
    """What was found: readable files, sentences on what was left alone, the owner, another service's name."""

    found: list[_Found] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    owner: list[str] = field(default_factory=list)
    stranger: str = ""


def read_export(source: object) -> Trail:
    """Read an export of ChatGPT or Claude: the path of a zip, folder or file, its bytes, or an upload.

    Chats are read only when ``Trail.chats`` is walked, one at a time, as often as it is walked. Raises
    ``PlainError`` with one sentence if nothing in ``source`` can be read; what is damaged in part is read as
    far as it goes, and ``Trail.skipped`` says what was left out.
    """
    source = archive.settle(source)
    search = _search(source)
    skipped: list[str] = []
    done = [0]

    def walk() -> Iterator[Chat]:
        done[0] = 0
        skipped[:] = search.notes
        spare = [0]

        def note(sentence: str) -> None:
            if len(skipped) < NOTES:
                skipped.append(harmless(sentence))
            else:
                spare[0] += 1

        for reader in READERS:
            files = _files(source, [part for part in search.found if part.reader is reader], done, note)
            yield from reader.read(files, note)
        if spare[0]:
            skipped.append(f"{spare[0]:,} further parts could not be read either.")

    if next(walk(), None) is None:
        raise PlainError(skipped[-1] if len(skipped) > len(search.notes) else "This export holds no chats.")
    done[0] = 0
    skipped.clear()
    services = " and ".join(dict.fromkeys(part.reader.SERVICE for part in search.found))
    total = sum(part.size for part in search.found)
    return Trail(services, Again(walk), skipped, lambda: min(1.0, done[0] / total), tuple(search.owner))


def _files(
    source: archive.Source, parts: list[_Found], done: list[int], note: Callable[[str], None]
) -> Iterator[_File]:
    """Open one file after the other, in order."""
    before = done[0]
    for part in parts:
        try:
            with archive.opened(source, part.inside) as box, box.parts[part.name].open() as raw:
                yield _File(raw, part.name, part.head, done)
        except (*BROKEN, PlainError, KeyError):  # it was there when we looked first
            note(f"{part.name} can no longer be read and was left out.")
        before += part.size
        done[0] = before


class _File:
    """A file that is being read: what was read is counted, and damage looks like an early end."""

    def __init__(self, stream: BinaryIO, name: str, head: bytes, done: list[int]):
        self.stream, self.name, self.head, self.done = stream, name, head, done

    def read(self, size: int) -> bytes:
        """Read on; nothing at the end, or where the archive is damaged."""
        try:
            data = self.stream.read(size)
        except BROKEN:
            return b""
        self.done[0] += len(data)
        return data


def _search(source: archive.Source) -> _Search:
    """Find the files that a reader knows: at the top, else in the zips that lie there."""
    search = _Search()
    inner = _look(source, "", search)
    for name in inner if not search.found else ():
        try:
            _look(source, name, search)
        except PlainError as problem:
            search.notes.append(f"{name}: {problem}")
    if search.found:
        check_total(sum(part.size for part in search.found))
        search.found.sort(key=lambda part: (part.inside, _natural(part.name)))
        return search
    if search.stranger:
        raise PlainError(
            f"This looks like {search.stranger}; this lesson reads the zip or JSON of ChatGPT and Claude."
        )
    if search.notes:
        raise PlainError(search.notes[0])
    raise PlainError(
        "There are no chats of ChatGPT or Claude in this: please choose the zip that they sent you."
    )


def _look(source: archive.Source, inside: str, search: _Search) -> list[str]:
    """Look at the beginning of each file; return the names of those that are zips."""
    inner = []
    with archive.opened(source, inside) as box:
        search.notes += box.notes
        for part in box.parts.values():
            if part.name.endswith(".index"):  # ChatGPT's `conversations.json.index` is no shard
                continue
            try:
                with part.open() as stream:
                    head = stream.read(HEAD)
            except BROKEN:
                search.notes.append(
                    DAMAGED if len(box.parts) == 1 else f"A file is damaged and was left out: {part.name}."
                )
                continue
            if head.startswith(START):
                inner.append(part.name)
            elif reader := next((reader for reader in READERS if reader.looks_like(head)), None):
                part.check()
                search.found.append(_Found(inside, part.name, part.size, head, reader))
            else:
                search.owner += owner(head) if part.size <= HEAD else ()
                search.stranger = search.stranger or stranger(head)
    return inner


def _natural(name: str) -> list:
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in re.split(r"(\d+)", name)]
