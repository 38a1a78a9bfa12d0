"""Zips that may be damaged or made to harm: their files are read inside them, with limits, never unpacked."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from privlessons.masks import harmless
from privlessons.records import PlainError

MAX_ENTRIES = 50_000  # a year of pictures is some thousand files
MAX_RATIO = 200  # chats as JSON shrink five- to thirty-fold; the most that a zip can do is about 1,000
SMALL = 1_000_000  # bytes that may have any ratio
NEW = 16 * 1024**2  # the same for a database: a new one of Firefox has five megabytes, mostly zeros
MAX_TOTAL = 8 * 1024**3  # eight times the largest export that we have heard of, pictures not counted
DIRECTORY_BYTES = 400 * MAX_ENTRIES  # a zip's list of contents takes about 100 bytes for each file

START = b"PK\x03\x04"
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a way of packing that Python does not know
    RuntimeError,  # zipfile's word for a missing password
    ValueError,
    OverflowError,
)

DAMAGED = "This zip file is damaged or only partly downloaded: please download your export again."
LOCKED = "This zip is locked with a password: please unpack it first, then choose the folder."
CROWDED = f"This zip holds more than {MAX_ENTRIES:,} files (our limit), so it was not opened."


@dataclass(frozen=True)
class Part:
    """One file of an export: its ``name``, its ``size`` in bytes when unpacked, and ``open`` to read it.

    ``packed`` is its size inside a zip, None where it is not packed.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]
    packed: int | None = None

    def check(self, small: int = SMALL) -> None:
        """Refuse a part that would swell beyond reason. Only parts that are going to be read are asked."""
        check_total(self.size)
        if self.packed is not None and self.size > max(self.packed * MAX_RATIO, small):
            raise PlainError(
                f"This zip looks like a trap and was not opened: {self.name} would swell to more than "
                f"{MAX_RATIO} times its size (our limit), which no real export does."
            )


@dataclass
class Box:
    """What an export holds: its readable ``parts`` by name, and a sentence for each thing left alone."""

    parts: dict[str, Part] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def check_total(size: int) -> None:
    """Refuse to read more than the limit on bytes."""
    if size > MAX_TOTAL:
        raise PlainError(
            f"The chats in this would take up more than {MAX_TOTAL // 1024**3} GB (our limit), "
            "so they were not opened."
        )


def is_no_zip(name: str, head: bytes) -> bool:
    """Whether a file is called a zip, isn't empty and doesn't begin as one, so that it must be damaged."""
    return name.lower().endswith(".zip") and bool(head) and not head.startswith(START[:2])


@contextmanager
def unzipped(stream: BinaryIO) -> Iterator[Box]:
    """Open a zip and list its files; the list is good until the block ends."""
    try:
        end = stream.seek(0, os.SEEK_END)
        _check_directory(stream, end)
        archive = zipfile.ZipFile(stream)
    except BROKEN:
        raise PlainError(DAMAGED) from None
    with archive:
        yield _members(archive, end)


def _check_directory(stream: BinaryIO, end: int) -> None:
    # Python reads a zip's whole list of contents at once, so its length is looked up before.
    stream.seek(max(0, end - 70_000))
    tail = stream.read(70_000)
    at = tail.rfind(b"PK\x05\x06")
    length = struct.unpack_from("<I", tail, at + 12)[0] if at >= 0 else 0
    if length == 0xFFFFFFFF and (large := tail.rfind(b"PK\x06\x06")) >= 0:
        length = struct.unpack_from("<Q", tail, large + 40)[0]
    stream.seek(0)
    if DIRECTORY_BYTES < length <= end:
        raise PlainError(CROWDED)


def _members(archive: zipfile.ZipFile, end: int) -> Box:
    box = Box()
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if len(entries) > MAX_ENTRIES:
        raise PlainError(CROWDED)
    if entries and all(entry.flag_bits & 1 for entry in entries):
        raise PlainError(LOCKED)
    climbing = locked = strange = 0
    for entry in entries:
        name = harmless(entry.filename.replace("\\", "/"))
        steps = name.split("/")
        if not steps[0] or ":" in steps[0] or ".." in steps or stat.S_ISLNK(entry.external_attr >> 16):
            climbing += 1
        elif entry.flag_bits & 1:
            locked += 1
        elif entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            strange += 1  # Python unpacks bzip2 and LZMA without a limit on memory
        else:
            label = name if name not in box.parts else f"{name} ({len(box.parts)})"
            packed = min(entry.compress_size, end) if entry.compress_type == zipfile.ZIP_DEFLATED else None
            box.parts[label] = Part(label, entry.file_size, lambda entry=entry: archive.open(entry), packed)
    for count, why, advice in (
        (climbing, "point outside the zip", "no real export has such files"),
        (locked, "are locked with a password", "to have them read, unpack the zip and choose the folder"),
        (strange, "are packed in an unusual way", "to have them read, unpack the zip and choose the folder"),
    ):
        if count:
            box.notes.append(f"Files in the zip that {why} were left alone ({count:,}): {advice}.")
    return box
