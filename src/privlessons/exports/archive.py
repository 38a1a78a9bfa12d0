"""Paths, bytes, folders and uploads as named parts that are read where they lie."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from privlessons.exports.zips import MAX_ENTRIES, START, Box, Part, unzipped
from privlessons.masks import harmless
from privlessons.records import PlainError

NOT_CHOSEN = "No file was chosen yet: please choose your export first."
Source = Path | bytes | list[Mapping]


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


@contextmanager
def opened(source: Source, inside: str = "") -> Iterator[Box]:
    """Open what ``settle`` returned; with ``inside``, the zip of that name within it (one level deep)."""
    if inside:
        with opened(source) as outer:
            part = outer.parts[inside]
            part.check()
            with part.open() as stream, unzipped(stream) as box:
                yield box
    elif isinstance(source, bytes):
        with _file(lambda: io.BytesIO(source), len(source), "this file") as box:
            yield box
    elif isinstance(source, list):
        yield Box({part.name: part for part in map(_uploaded, source)})
    elif source.is_dir():
        yield _folder(source)
    else:
        with _file(lambda: source.open("rb"), _size(source), source.name) as box:
            yield box


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
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            label = harmless(path.relative_to(folder).as_posix())
            box.parts[label] = Part(label, path.stat().st_size, lambda path=path: path.open("rb"))
            if len(box.parts) > MAX_ENTRIES:
                raise PlainError(
                    f"This folder holds more than {MAX_ENTRIES:,} files (our limit): "
                    "please choose the folder of your export alone."
                )
    if not box.parts:
        raise PlainError("This folder holds no file: please choose the folder of your unpacked export.")
    return box
