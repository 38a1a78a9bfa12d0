"""Large JSON read piece by piece: one item in memory at a time, and a damaged item costs no other.

Python's own decoder is asked for one item after the other from a window on the text. On exports of 200 MB
this is faster than a general streaming parser, and it forgives more.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import BinaryIO

BITE = 1 << 18  # bytes read at once: larger is not faster
LONGEST = 32_000_000  # characters of one item; the longest chats that we have heard of are below 20 million
TRIES = 200  # beginnings tried after damage, so that a file made to be slow is given up

EARLY = "The end of {} is damaged or missing: what comes before was read."
LATE = "From {2} number {1} on, {0} is damaged: what comes before was read."
DECODE = json.JSONDecoder(strict=False).raw_decode
TOKENS = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[\[\]{}]', re.DOTALL)
BETWEEN = re.compile(r"[\s,]*")
OPENING = re.compile(r'\{\s*"[^"\\]{1,60}"\s*:')


def encoding(head: bytes) -> str:
    """Tell the encoding from the first bytes: UTF-8 unless a byte order mark says UTF-16."""
    return "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"


@lru_cache(maxsize=8)
def shape(head: bytes) -> frozenset[str]:
    """Tell which keys stand where in the first bytes of a JSON file, such as ``item.mapping``.

    ``item`` stands for the elements of a list. Keys are followed four levels down, in the first 4,000
    tokens: enough to know a file by, however long it is. What is not JSON has no shape.
    """
    text = head.decode(encoding(head), "ignore").lstrip()
    if not text.startswith(("[", "{")):
        return frozenset()
    found: set[str] = set()
    stack = [""]
    key = ""
    for count, token in enumerate(TOKENS.finditer(text)):
        mark = token.group()[0]
        if mark in "]}":
            stack.pop()
        elif mark in "[{":
            deeper = stack[-1] + (f"{key}." if key else "") + ("item." if mark == "[" else "")
            stack.append(deeper if deeper.count(".") <= 4 else stack[-1])
        elif token.group(2):
            key = token.group(1)
            found.add(stack[-1] + key)
            continue
        key = ""
        if not stack or count > 4_000:
            break
    return frozenset(found)


def items(
    stream: BinaryIO, note: Callable[[str], None], *, has: str = "", under: str = "", what: str = "chat"
) -> Iterator[dict]:
    """Yield each object of a JSON list, or of a JSON-lines file, that has the key ``has`` (if it is given).

    ``under`` names the key whose value is the list, where the list is not the outermost thing; ``what`` is
    an everyday word for such an object.
    Bytes that are no letters become U+FFFD. What cannot be read is told to ``note`` and left out; after
    damage, reading goes on at the next object that begins as the others do.
    """
    text = _Text(stream, note)
    listed = text.enter(under)
    opening = text.opening()
    number = 0
    while mark := text.mark():
        if mark == "]" and listed:
            return
        number += 1
        try:
            value = text.take()
        except (ValueError, RecursionError) as problem:
            value = text.find(opening, has)
            if value is None:
                early = isinstance(problem, _EarlyEndError)
                note(EARLY.format(stream.name) if early else LATE.format(stream.name, number, what))
                return
            note(f"{what.capitalize()} number {number} in {stream.name} is damaged and was left out.")
            number += 1
        if isinstance(value, dict) and (not has or has in value):
            yield value
        else:
            strange = "is not a chat" if what == "chat" else "has an unknown shape"
            note(f"Entry number {number} in {stream.name} {strange} and was left out.")
    if listed:
        note(EARLY.format(stream.name))


class _EarlyEndError(ValueError):
    """The file ended within an item."""


class _Text:
    """A window on the text of a stream: what has been read and is not yet used."""

    def __init__(self, stream: BinaryIO, note: Callable[[str], None]):
        self.stream, self.note = stream, note
        self.window, self.at = "", 0
        self.decoder: codecs.IncrementalDecoder | None = None

    def more(self) -> bool:
        """Read on, at least as much as is waiting, so that a long item is not tried too often."""
        raw = self.stream.read(max(BITE, len(self.window) - self.at))
        self.decoder = self.decoder or codecs.getincrementaldecoder(encoding(raw))()
        try:
            piece = self.decoder.decode(raw, not raw)
        except UnicodeDecodeError:
            self.note(f"Some letters in {self.stream.name} could not be read and are shown as �.")
            self.decoder.errors = "replace"
            piece = self.decoder.decode(raw, not raw)
        self.window, self.at = self.window[self.at :] + piece, 0
        return bool(raw)

    def mark(self) -> str:
        """Go to the next item and return its first character; empty at the end."""
        while True:
            self.at = BETWEEN.match(self.window, self.at).end()
            if self.at < len(self.window) or not self.more():
                return self.window[self.at : self.at + 1]

    def enter(self, under: str) -> bool:
        """Step into the list (it begins in the first bite); False where items stand without one."""
        if self.mark() and under:
            name = re.compile(rf'"{re.escape(under)}"\s*:\s*\[')
            while not (found := name.search(self.window, self.at)):
                self.at = max(self.at, len(self.window) - len(under) - 80)
                if not self.more():
                    return False
            self.at = found.end()
            return True
        if self.window[self.at : self.at + 1] != "[":
            return False
        self.at += 1
        return True

    def opening(self) -> re.Pattern:
        """How items of this file begin, such as ``{"title":``."""
        self.mark()
        first = OPENING.match(self.window, self.at)
        return re.compile(re.escape(first.group())) if first else OPENING

    def take(self) -> object:
        """Decode the item that begins here and step behind it."""
        while True:
            try:
                value, self.at = DECODE(self.window, self.at)
            except json.JSONDecodeError as problem:
                cut = problem.msg.startswith("Unterminated") or problem.pos > len(self.window) - 16
                if not cut or len(self.window) - self.at > LONGEST:
                    raise
                if not self.more():
                    raise _EarlyEndError from None
            else:
                return value

    def find(self, opening: re.Pattern, has: str) -> dict | None:
        """Decode the next object that begins as the others do and has the key ``has``, if there is one."""
        for _ in range(TRIES):
            self.at += 1
            while not (found := opening.search(self.window, self.at)):
                self.at = max(self.at, len(self.window) - 80)
                if not self.more():
                    return None
            self.at = found.start()
            try:
                value = self.take()
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict) and (not has or has in value):
                return value
            self.at -= 1
        return None
