"""Text files of unknown encoding and tables of unknown separator, read line by line."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from functools import lru_cache

from privlessons.exports.stream import encoding

BITE = 1 << 18
LONGEST = 1 << 22  # characters of one line
FIELD = 1 << 20  # characters of one cell
BINARY = 4  # control characters in a head that is text, at most


@lru_cache(maxsize=8)
def text(head: bytes) -> str:
    """Return the first bytes of a file as text; empty for what is no text."""
    found = head.decode(coding(head), "replace").lstrip("\ufeff")
    strange = sum(1 for letter in found[:2000] if letter < " " and letter not in "\r\n\t\f")
    return "" if strange > BINARY else found


def coding(head: bytes) -> str:
    """Tell the encoding: by its mark, else UTF-8 if that fits, else that of older Windows programs."""
    known = encoding(head)
    if known == "utf-16":
        return known
    if head[1:2] == b"\0" and head[3:4] == b"\0":
        return "utf-16-le"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as problem:
        early = problem.start < len(head) // 2 and head.count(b"\0") == 0
        return "cp1252" if early else known
    return known


def lines(file) -> Iterator[str]:
    """Yield the lines of a file, without their ends; letters that can't be read become U+FFFD."""
    decoder = codecs.getincrementaldecoder(coding(file.head))("replace")
    rest, first = "", True
    while True:
        raw = file.read(BITE)
        piece = decoder.decode(raw, not raw)
        if first and piece:
            piece, first = piece.lstrip("\ufeff"), False
        rest += piece
        if not raw:
            break
        if "\n" in piece or len(rest) > LONGEST:
            whole = rest.split("\n")
            rest = whole.pop()
            yield from (line.removesuffix("\r") for line in whole)
            if len(rest) > LONGEST:
                yield rest
                rest = ""
    if rest:
        yield rest.removesuffix("\r")


def header(head: bytes) -> list[str]:
    """Return the names of a table's columns in lower case, as its first line that isn't empty has them."""
    return _header(text(head))[0]


def _header(start: str) -> tuple[list[str], str]:
    first = next(
        (line for line in start.splitlines()[:5] if line.strip() and not line.startswith("sep=")), ""
    )
    if not first or len(first) > 4_000:
        return [], ","
    separator = max(",;\t|", key=first.count)
    try:
        names = next(csv.reader([first], delimiter=separator, strict=False), [])
    except csv.Error:
        return [], ","
    return [name.strip().strip('"').lower() for name in names], separator


def rows(file, note: Callable[[str], None]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table as dictionaries by the lower-case names of its columns."""
    names, separator = _header(text(file.head))
    short = 0
    csv.field_size_limit(FIELD)
    waiting = (line.replace("\0", "") + "\n" for line in lines(file) if not line.startswith("sep="))
    reader = csv.reader(waiting, delimiter=separator, strict=False)
    begun = False
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            short += 1
            continue
        if row is None:
            break
        if not row or not any(row):
            continue
        if not begun:
            begun = True
        elif len(row) < len(names):
            short += 1
        else:
            yield dict(zip(names, row, strict=False))
    if short:
        note(f"Rows of {file.name} that are cut short or damaged were left out ({short:,}).")
