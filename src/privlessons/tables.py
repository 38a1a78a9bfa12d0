"""A table from a file of somebody's own: CSV or TSV, of whatever separator and encoding, in memory only."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from privlessons.exports.tables import BINARY, coding
from privlessons.records import PlainError

HEAD = 1 << 16
BATCH = 100_000
"""Rows that are read between two moments in which a page may breathe."""
MOST_COLUMNS = 500
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,15})?")
_OTHER = re.compile(r"\s*(?:\{\s*(?:\"|$)|\[\s*(?:[\[{]|$)|<(?:!|\?xml|html))", re.IGNORECASE)  # JSON, XML
_NOT_TEXT = {  # how files begin that people take for tables
    b"PK\x03\x04": "a workbook or a zip",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"SQLite": "a database",
    b"PAR1": "a Parquet file",
}


def read_table(source):
    """Return a table as a pandas DataFrame: from a path, from bytes, or from what a box for files gives.

    The first line names the columns; separators are comma, semicolon, tab or bar; UTF-8, UTF-16 and older
    Windows text are told apart. A column is of numbers if every value is one, else text: dates stay as they
    are written (see `coarsen`), and so do codes with a 0 in front. Empty cells and the usual words for
    "missing" (NA, null, NaN …) are missing. Raises ``PlainError`` for an empty file, for what is no table,
    for two columns of one name, for a folder and for lines with too many values. Nothing is written anywhere.
    """
    steps = reading(source)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


def reading(source) -> Iterator[float]:
    """Read a table as `read_table` does, in steps: yields the share done, and returns the DataFrame."""
    import pandas as pd

    content = _bytes(source)
    names, separator, skip, encoding = _look(content[:HEAD])
    file = io.BytesIO(content)
    pieces = []
    with _refusing():
        chunks = pd.read_csv(
            file,
            sep=separator,
            encoding=encoding,
            encoding_errors="replace",
            dtype=object,  # text as it is: a postcode such as 02138 must keep its 0
            header=None,
            names=range(len(names)),
            index_col=False,
            skiprows=skip,
            chunksize=BATCH,
        )
    with chunks:
        while True:
            try:
                with _refusing():
                    pieces.append(next(chunks))
            except StopIteration:
                break
            yield 0.8 * file.tell() / len(content)
    columns = {}
    for i, name in enumerate(names):
        parts = [piece.pop(i) for piece in pieces]
        columns[name] = _typed(pd.concat(parts, ignore_index=True) if parts else pd.Series([], dtype=object))
        yield 0.8 + 0.2 * (i + 1) / len(names)
    table = pd.DataFrame(columns)
    if table.empty and _reads_on(names):
        raise PlainError("This looks like a text, not a table: a table has lines, and commas between values.")
    return table


@contextmanager
def _refusing():
    """Turn pandas' complaints about lines into one sentence."""
    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        try:
            yield
        except pd.errors.EmptyDataError:
            raise StopIteration from None
        except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
            found = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", str(error))
            raise PlainError(
                f"Line {found[2]} has {found[3]} values for {found[1]} columns: mend that line and try again."
                if found
                else "A quotation mark is opened and never closed, so the table has no end."
                if "EOF inside string" in str(error)
                else "The lines hold more values than the first line has names for columns."
            ) from error


def _reads_on(names: list[str]) -> bool:
    """Tell whether what should be columns' names is a sentence, or parts of one."""
    return names[-1].endswith((".", "!", "?")) or any(len(name.split()) > 6 for name in names)


def _typed(column):
    """Return a column of text as whole numbers or decimal ones, if all its values are such."""
    texts = column.dropna()
    if not len(texts) or not all(map(_NUMBER.fullmatch, texts.head(200))):
        return column
    if not all(map(_NUMBER.fullmatch, texts)):
        return column
    if any("." in text for text in texts):
        return column.astype("float64")
    return column.astype("int64" if not column.hasnans else "Int64")


def _bytes(source) -> bytes:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, tuple | list) and source:  # an upload box holds a tuple of files
        if len(source) > 1:
            raise PlainError("Choose one file only: a table is one file.")
        source = source[0]
    if isinstance(source, dict) and "content" in source:
        return bytes(source["content"])
    try:
        path = Path(str(source).strip().strip("\"'")).expanduser()
        if path.is_dir():
            raise PlainError("This is a folder: add the name of the file in it.")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        raise PlainError("There is no such file, or it can't be read: check its name and place.") from error


def _look(head: bytes) -> tuple[list[str], str, int, str]:
    """Return the columns' names, the separator, the lines before the first row, and the encoding."""
    for sign, what in _NOT_TEXT.items():
        if head.startswith(sign):
            raise PlainError(f"This is {what}, not a table: save it as CSV in its program first.")
    encoding = coding(head)
    if encoding.startswith("utf-8"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as problem:
            if len(head) < HEAD or problem.start < HEAD - 4:  # not just a letter that is cut in two
                encoding = "cp1252"
    start = head.decode(encoding, "replace").lstrip("\ufeff")
    if sum(letter < " " and letter not in "\r\n\t\f" for letter in start[:2000]) > BINARY:
        raise PlainError("This is no text, so it is no table: save it as CSV in its program first.")
    for at, line in enumerate(start.splitlines()):
        if line.strip() and not line.lower().startswith("sep="):
            names, separator = _names(line)
            return names, separator, at + 1, encoding
    raise PlainError("This file is empty: its first line should name the columns.")


def _names(line: str) -> tuple[list[str], str]:
    """Return the names in a table's first line, and the separator that gives the most of them."""
    if _OTHER.match(line) or len(line) >= HEAD // 2:
        raise PlainError("This is no table: its first line should name the columns, with commas between.")
    ways = {sign: next(csv.reader([line], delimiter=sign), []) for sign in ",;\t|"}
    separator = max(ways, key=lambda sign: len(ways[sign]))
    names = [name.strip() or f"column {n}" for n, name in enumerate(ways[separator], 1)]
    if len(names) > 1 and names[-1] == f"column {len(names)}":
        names.pop()  # a separator at the end of each line
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise PlainError(f"Two columns are called “{twice[:40]}”: give each column a name of its own.")
    if len(names) > MOST_COLUMNS:
        raise PlainError(f"This table has {len(names)} columns, and {MOST_COLUMNS} are the most we take.")
    return names, separator
