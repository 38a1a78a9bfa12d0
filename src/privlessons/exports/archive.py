"""Paths, bytes, folders and uploads as named parts that are read where they lie."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from privlessons.exports.zips import START, Box, Part, unzipped
from privlessons.masks import harmless
from privlessons.records import PlainError

NOT_CHOSEN = "No file was chosen yet: please choose your export first."
SPOOL = 1 << 27
MAX_FILES = 300_000  # in a folder: ten years of pictures
Source = Path | bytes | list[Mapping] | Box


def settle(source: object) -> Source:
    """Tell what kind of thing ``source`` is: a path, bytes, or several entries of an upload widget."""
    if isinstance(source, str):
        source = source.strip().strip("\"'")  # Windows copies paths with quotation marks
        if not source:
            raise PlainError(NOT_CHOSEN)
        source = Path(source)
        source = Path.home() / source.relative_to("~") if source.parts[:1] == ("~",) else source
    if isinstance(source, os.PathLike):
        return Path(source)
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    entries = list(source) if isinstance(source, tuple | list) else [source]
    if not entries:
        raise PlainError(NOT_CHOSEN)
    if not all(isinstance(entry, Mapping) and "content" in entry for entry in entries):
        raise PlainError("This is not a file: please give the path of your export, or choose it in the box.")
    return bytes(entries[0]["content"]) if len(entries) == 1 else entries


def called(source: object) -> str:
    """Return the name of a single file as its owner knows it, "" where there is none."""
    if isinstance(source, tuple | list) and len(source) == 1:
        source = source[0]
    if isinstance(source, Mapping):
        return f"{source.get('name', '')}".strip()
    if isinstance(source, str):
        source = source.strip().strip("\"'")
    return Path(source).name if isinstance(source, str | os.PathLike) else ""


def begins(source: Source, starts: tuple[bytes, ...]) -> bool:
    """Tell whether a settled source is one file that begins in one of these ways."""
    if isinstance(source, Path) and source.is_file():
        with source.open("rb") as stream:
            return stream.read(16).startswith(starts)
    return isinstance(source, bytes) and source.startswith(starts)


def held(source: Source) -> Source:
    """List a folder once, so that it isn't listed again for each file; anything else is returned as it is."""
    return _folder(source) if isinstance(source, Path) and source.is_dir() else source


@contextmanager
def opened(source: Source, inside: tuple[str, ...] = ()) -> Iterator[Box]:
    """Open what ``settle`` or ``held`` returned; ``inside`` names a zip within it, and a zip within that."""
    if inside:
        with opened(source, inside[:-1]) as outer:
            part = outer.parts[inside[-1]]
            part.check()
            with part.open() as stream, unzipped(_quick(stream, part)) as box:
                yield box
    elif isinstance(source, Box):
        yield source
    elif isinstance(source, bytes):
        with _file(lambda: io.BytesIO(source), len(source), "this file") as box:
            yield box
    elif isinstance(source, list):
        yield Box({part.name: part for part in map(_uploaded, source)})
    elif source.is_dir():
        yield _folder(source)
    else:
        with _file(lambda: source.open("rb"), _size(source), source.name) as box:
            for ending in ("-wal", "-journal"):  # in the first are a database's newest rows
                if (journal := source.with_name(f"{source.name}{ending}")).is_file():
                    size = journal.stat().st_size
                    box.parts.setdefault(journal.name, Part(journal.name, size, partial(open, journal, "rb")))
            yield box


def _quick(stream: BinaryIO, part: Part) -> BinaryIO:
    """Hold a packed zip in memory, if it isn't large: each step back would unpack it from the start."""
    return io.BytesIO(stream.read()) if part.packed is not None and part.size < SPOOL else stream


@contextmanager
def _file(opener: Callable[[], BinaryIO], size: int, name: str) -> Iterator[Box]:
    if not size:
        raise PlainError("This file is empty: please download your export again.")
    with opener() as stream:
        if stream.read(len(START)) == START:
            with unzipped(stream) as box:
                yield box
            return
    yield Box({name: Part(name, size, opener)})


def _uploaded(entry: Mapping) -> Part:
    content = bytes(entry["content"])
    return Part(harmless(f"{entry.get('name', 'file')}"), len(content), lambda: io.BytesIO(content))


def _size(path: Path) -> int:
    try:
        if path.exists() and not path.is_file():
            raise PlainError(f"{path.name} is not a file that can be read: please choose your export.")
        with path.open("rb"):
            return path.stat().st_size
    except FileNotFoundError:
        raise PlainError(f"There is no file at {path}: please check where your export was saved.") from None
    except PermissionError:
        raise PlainError(f"We may not read {path.name} here: please copy it to your own folder.") from None
    except (OSError, ValueError):
        raise PlainError("This file could not be opened: please check its name and try again.") from None


def _folder(folder: Path) -> Box:
    box = Box()
    root = f"{folder}"
    gone = 0
    for where, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = os.path.join(where, name)  # noqa: PTH118 - pathlib takes ten times as long
            try:
                found = os.lstat(path)
            except OSError:
                gone += 1
                continue
            if not stat.S_ISREG(found.st_mode):
                continue
            label = harmless(path[len(root) :].lstrip("/\\").replace(os.sep, "/"))
            box.parts[label] = Part(label, found.st_size, partial(open, path, "rb"))
            if len(box.parts) > MAX_FILES:
                raise PlainError(
                    f"This folder holds more than {MAX_FILES:,} files (our limit): "
                    "please choose the folder of your export alone."
                )
    if gone:
        box.notes.append(f"Files in the folder that may not be read were left alone ({gone:,}).")
    if not box.parts:
        raise PlainError("This folder holds no file: please choose the folder of your unpacked export.")
    return box
